package record

import (
	"reflect"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/text"
)

// fill sets every field that v reaches to something that is not zero, each to
// something else.
func fill(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(-*n % 100))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(uint64(*n % 200))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(float64(*n) / 4)
	case reflect.String:
		v.SetString(strings.Repeat("word ", *n%5+1) + string(rune('a'+*n%26)))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0), n)
		fill(v.Index(1), n)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	default:
		panic(v.Type().String())
	}
}

// Whatever fields reports and articles have or get, they come back as they were.
func TestEveryFieldIsKept(t *testing.T) {
	for _, v := range []any{&pipeline.Report{}, &text.Article{}} {
		n := 0
		fill(reflect.ValueOf(v).Elem(), &n)
		for _, base := range []string{"", "word word word b and some more"} {
			got := reflect.New(reflect.TypeOf(v).Elem())
			if err := Decode(Encode(reflect.ValueOf(v).Elem().Interface(), base), base, got.Interface()); err != nil {
				t.Fatalf("%T: %v", v, err)
			}
			if !reflect.DeepEqual(got.Interface(), v) {
				t.Errorf("got  %+v\nwant %+v", got.Elem(), v)
			}
		}
	}
}

func TestNilStaysNilAndEmptyEmpty(t *testing.T) {
	type lists struct{ A, B []string }
	var got lists
	if err := Decode(Encode(lists{nil, []string{}}, ""), "", &got); err != nil || got.A != nil || got.B == nil {
		t.Errorf("got %#v, %v", got, err)
	}
}

func TestAQuoteCostsItsPlaceOnly(t *testing.T) {
	body := strings.Repeat("The minister met the delegation on Tuesday. ", 50)
	if b := Encode([]string{body[44:88], body[:1000], body}, body); len(b) > 20 {
		t.Errorf("%d bytes for three quotes", len(b))
	}
}

// A record is bound to its text, and any change of it is noticed.
func TestDamagedRecordsAreRefused(t *testing.T) {
	type pair struct {
		A string
		B []int
	}
	base := "the base text"
	b := Encode(pair{"base and more", []int{1, 2, 3}}, base)
	var p pair
	if Decode(b, "another text", &p) == nil {
		t.Error("read with another text")
	}
	for i := range b {
		c := append([]byte(nil), b...)
		c[i] ^= 0x41
		if Decode(c, base, &p) == nil {
			t.Errorf("byte %d was changed and it was read", i)
		}
		if Decode(b[:i], base, &p) == nil {
			t.Errorf("cut at %d and it was read", i)
		}
	}
}

// Bytes that nobody wrote are refused without a panic and without much memory.
func FuzzDecode(f *testing.F) {
	n := 0
	var r pipeline.Report
	fill(reflect.ValueOf(&r).Elem(), &n)
	f.Add(Encode(r, "word")[4:], "word")
	f.Fuzz(func(t *testing.T, body []byte, base string) {
		s := sum(base, body)
		b := append([]byte{byte(s), byte(s >> 8), byte(s >> 16), byte(s >> 24)}, body...)
		var r pipeline.Report
		if Decode(b, base, &r) != nil {
			return
		}
		var again pipeline.Report
		if err := Decode(Encode(r, base), base, &again); err != nil {
			t.Errorf("read, but not read again: %v", err)
		}
	})
}

func TestShapeTellsOfAChange(t *testing.T) {
	type a struct{ X []struct{ N int } }
	type b struct{ X []struct{ N int64 } }
	if Shape(reflect.TypeFor[a]()) == Shape(reflect.TypeFor[b]()) {
		t.Error("another type has the same shape")
	}
}
