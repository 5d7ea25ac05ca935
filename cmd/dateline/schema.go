package main

import (
	"reflect"

	"github.com/invopop/jsonschema"

	"github.com/datelinehq/dateline/timeline/edtf"
)

// textTypes are the types that write themselves as text.
func textTypes(t reflect.Type) *jsonschema.Schema {
	switch t {
	case reflect.TypeFor[edtf.Date](), reflect.TypeFor[edtf.Interval]():
		return &jsonschema.Schema{Type: "string", Format: "edtf", Description: "EDTF; empty when not known"}
	}
	return nil
}
