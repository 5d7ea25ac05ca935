// Package record writes values of any plain type as short records of bytes.
//
// In comes a value and the text that most of its strings are cut from, out comes a
// record, and from the record and the same text the value again. The package refuses
// to know what the values mean.
package record

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"reflect"
	"strings"
)

// A value is written field by field in the order of its type, without names:
// numbers as varints, lists with their length plus one so that nil stays nil.
// A string is a place in one run of text: that of the article, which is not
// stored again, and behind it what the article does not hold. Most of what is
// told of an article is quoted from it, so that a record is short, and what is
// read back shares the memory of the article.
//
//	checksum (4 bytes)  length of the extra text  extra text  value

// ErrDamaged says that bytes are no record, or not one of that text.
var ErrDamaged = errors.New("the record is damaged")

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// sum is the checksum of a record and the text that it points into.
func sum(base string, body []byte) uint32 {
	return crc32.Update(crc32.Checksum(body, castagnoli), castagnoli, []byte(base))
}

// Encode writes v, whose strings may point into base.
func Encode(v any, base string) []byte {
	e := encoder{base: base, seen: map[string]int{}}
	e.value(reflect.ValueOf(v))
	body := binary.AppendUvarint(nil, uint64(e.extra.Len()))
	body = append(append(body, e.extra.String()...), e.out...)
	return append(binary.LittleEndian.AppendUint32(nil, sum(base, body)), body...)
}

type encoder struct {
	base  string
	extra strings.Builder
	seen  map[string]int
	out   []byte
}

func (e *encoder) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		n := uint64(0)
		if v.Bool() {
			n = 1
		}
		e.uint(n)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		e.out = binary.AppendVarint(e.out, v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		e.uint(v.Uint())
	case reflect.Float32, reflect.Float64:
		e.out = binary.LittleEndian.AppendUint64(e.out, math.Float64bits(v.Float()))
	case reflect.String:
		e.string(v.String())
	case reflect.Pointer:
		if v.IsNil() {
			e.uint(0)
			return
		}
		e.uint(1)
		e.value(v.Elem())
	case reflect.Slice:
		if v.IsNil() {
			e.uint(0)
			return
		}
		e.uint(uint64(v.Len()) + 1)
		for i := range v.Len() {
			e.value(v.Index(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			e.value(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			e.value(v.Field(i))
		}
	default:
		panic("record: cannot keep a " + v.Type().String())
	}
}

func (e *encoder) uint(n uint64) { e.out = binary.AppendUvarint(e.out, n) }

func (e *encoder) string(s string) {
	e.uint(uint64(len(s)))
	if s == "" {
		return
	}
	at, ok := e.seen[s]
	if !ok {
		at = e.place(s)
		e.seen[s] = at
	}
	e.uint(uint64(at))
}

// place finds s in the text, or adds it.
func (e *encoder) place(s string) int {
	if at := strings.Index(e.base, s); at >= 0 {
		return at
	}
	if at := strings.Index(e.extra.String(), s); at >= 0 {
		return len(e.base) + at
	}
	e.extra.WriteString(s)
	return len(e.base) + e.extra.Len() - len(s)
}

// Decode reads what Encode wrote into v, a pointer. It refuses a record that is
// damaged, or that was written with another base.
func Decode(b []byte, base string, v any) error {
	if len(b) < 4 || binary.LittleEndian.Uint32(b) != sum(base, b[4:]) {
		return ErrDamaged
	}
	d := decoder{in: b[4:], base: base}
	n := d.uint()
	if d.bad || n > uint64(len(d.in)) {
		return ErrDamaged
	}
	d.extra, d.in = string(d.in[:n]), d.in[n:]
	d.value(reflect.ValueOf(v).Elem())
	if d.bad || len(d.in) > 0 {
		return ErrDamaged
	}
	return nil
}

type decoder struct {
	in          []byte
	base, extra string
	bad         bool
}

func (d *decoder) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(d.uint() == 1)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		n, size := binary.Varint(d.in)
		d.skip(size)
		v.SetInt(n)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(d.uint())
	case reflect.Float32, reflect.Float64:
		if len(d.in) < 8 {
			d.bad = true
			return
		}
		v.SetFloat(math.Float64frombits(binary.LittleEndian.Uint64(d.in)))
		d.in = d.in[8:]
	case reflect.String:
		v.SetString(d.string())
	case reflect.Pointer:
		if d.uint() == 1 {
			v.Set(reflect.New(v.Type().Elem()))
			d.value(v.Elem())
		}
	case reflect.Slice:
		n := d.uint()
		if n == 0 {
			return
		}
		if n-1 > uint64(len(d.in)) { // an element takes a byte at least
			d.bad = true
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), int(n-1), int(n-1)))
		for i := 0; i < v.Len() && !d.bad; i++ {
			d.value(v.Index(i))
		}
	case reflect.Array:
		for i := 0; i < v.Len() && !d.bad; i++ {
			d.value(v.Index(i))
		}
	case reflect.Struct:
		for i := 0; i < v.NumField() && !d.bad; i++ {
			d.value(v.Field(i))
		}
	default:
		panic("record: cannot keep a " + v.Type().String())
	}
}

func (d *decoder) uint() uint64 {
	n, size := binary.Uvarint(d.in)
	d.skip(size)
	return n
}

func (d *decoder) skip(size int) {
	if size <= 0 {
		d.bad, d.in = true, nil
		return
	}
	d.in = d.in[size:]
}

func (d *decoder) string() string {
	n := d.uint()
	if n == 0 {
		return ""
	}
	text, at := d.base, d.uint()
	if at >= uint64(len(text)) {
		text, at = d.extra, at-uint64(len(text))
	}
	if d.bad || at > uint64(len(text)) || n > uint64(len(text))-at {
		d.bad = true
		return ""
	}
	return text[at : at+n]
}

// Shape describes a type through and through, so that records of a type that has
// since changed are known as such.
func Shape(t reflect.Type) string {
	var b strings.Builder
	writeShape(&b, t)
	return b.String()
}

func writeShape(b *strings.Builder, t reflect.Type) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array:
		fmt.Fprintf(b, "%s(", t.Kind())
		writeShape(b, t.Elem())
		b.WriteString(")")
	case reflect.Struct:
		b.WriteString("{")
		for f := range t.Fields() {
			if !f.IsExported() {
				panic(fmt.Sprintf("record: cannot keep %s.%s", t, f.Name))
			}
			b.WriteString(f.Name + " ")
			writeShape(b, f.Type)
			b.WriteString(";")
		}
		b.WriteString("}")
	case reflect.Map, reflect.Func, reflect.Chan, reflect.Interface, reflect.Complex64, reflect.Complex128, reflect.Uintptr, reflect.UnsafePointer:
		panic("record: cannot keep a " + t.String())
	default:
		b.WriteString(t.Kind().String())
	}
}
