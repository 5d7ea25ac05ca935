package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// timexAnswer is one temporal expression, gold or ours: bytes of the text, and
// TIMEX3 type and value.
type timexAnswer struct {
	Doc   string `json:"doc"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`
	Value string `json:"value"`
}

func (a timexAnswer) overlap(o timexAnswer) int { return min(a.End, o.End) - max(a.Start, o.Start) }

func (a timexAnswer) sameExtent(o timexAnswer) bool { return a.Start == o.Start && a.End == o.End }

func byPlace(a, b timexAnswer) int {
	if a.Start != b.Start {
		return a.Start - b.Start
	}
	return a.End - b.End
}

// timeML is a gold document. Its text is that of the TEXT element, without tags
// and with entities decoded; all offsets count its bytes.
type timeML struct {
	name, text string
	// dct is the value of the document creation time.
	dct string
	// gold are the expressions in the text, in order.
	gold []timexAnswer
	// creation are creation times inside the text. They are not gold, and an
	// answer on one is no mistake.
	creation []timexAnswer
}

// readTimeML reads a document. Entities of HTML are known; a document that
// misstates its encoding is read as UTF-8.
func readTimeML(name string, b []byte) (*timeML, error) {
	x := xml.NewDecoder(bytes.NewReader(b))
	x.Strict, x.Entity, x.CharsetReader = false, xml.HTMLEntity, latin1
	r := timeMLReader{doc: &timeML{name: name}}
	for {
		t, err := x.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = r.token(t)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	if !r.seen {
		return nil, fmt.Errorf("%s: no TEXT element", name)
	}
	d := r.doc
	d.text = r.text.String()
	for _, list := range [][]timexAnswer{d.gold, d.creation} {
		for i, g := range list {
			list[i].Text = d.text[g.Start:g.End]
		}
	}
	slices.SortStableFunc(d.gold, byPlace)
	return d, nil
}

func latin1(label string, in io.Reader) (io.Reader, error) {
	if l := strings.ToLower(label); l == "iso-8859-1" || l == "latin1" {
		return charmap.ISO8859_1.NewDecoder().Reader(in), nil
	}
	return in, nil
}

// timeMLReader gathers a document from its XML tokens.
type timeMLReader struct {
	doc                 *timeML
	text                strings.Builder
	inText, inDCT, seen bool
	// open are the TIMEX3 elements around the present place.
	open []openTimex
}

type openTimex struct {
	timexAnswer
	creation bool
}

func (r *timeMLReader) token(t xml.Token) error {
	switch t := t.(type) {
	case xml.CharData:
		if r.inText {
			r.text.Write(t)
		}
	case xml.StartElement:
		switch t.Name.Local {
		case "TEXT":
			r.inText, r.seen = true, true
		case "DCT":
			r.inDCT = true
		case "TIMEX3":
			r.start(t)
		}
	case xml.EndElement:
		switch t.Name.Local {
		case "TEXT":
			r.inText = false
		case "DCT":
			r.inDCT = false
		case "TIMEX3":
			return r.end()
		}
	}
	return nil
}

func (r *timeMLReader) start(t xml.StartElement) {
	function, value := attribute(t, "functionInDocument"), attribute(t, "value")
	named := function == "CREATION_TIME"
	creation := r.inDCT || named
	published := !r.inText && function == "PUBLICATION_TIME"
	if (creation || published) && (r.doc.dct == "" || named) {
		r.doc.dct = value
	}
	r.open = append(r.open, openTimex{timexAnswer{
		Doc: r.doc.name, Start: r.text.Len(),
		Type: strings.TrimSpace(attribute(t, "type")), Value: strings.TrimSpace(value),
	}, creation})
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (r *timeMLReader) end() error {
	if len(r.open) == 0 {
		return errors.New("a TIMEX3 ends that never began")
	}
	o := r.open[len(r.open)-1]
	r.open = r.open[:len(r.open)-1]
	o.End = r.text.Len()
	switch {
	case !r.inText || o.End == o.Start: // outside the text, or without extent
	case o.creation:
		r.doc.creation = append(r.doc.creation, o.timexAnswer)
	default:
		r.doc.gold = append(r.doc.gold, o.timexAnswer)
	}
	return nil
}

// ignores reports whether an answer lies on a creation time.
func (d *timeML) ignores(a timexAnswer) bool {
	return slices.ContainsFunc(d.creation, func(c timexAnswer) bool { return a.overlap(c) > 0 })
}
