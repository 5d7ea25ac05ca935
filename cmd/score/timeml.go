package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"sort"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// timeML is a gold document: the text of its TEXT element and the expressions
// marked in it.
type timeML struct {
	name, dct, text string
	gold            []timexAnswer
	// creation are creation times marked inside the text: neither gold nor faults.
	creation []timexAnswer
}

// readTimeML reads a TimeML document. Offsets count bytes of the text without
// tags and with entities decoded.
func readTimeML(name string, b []byte) (*timeML, error) {
	x := xml.NewDecoder(bytes.NewReader(b))
	x.Strict, x.Entity = false, xml.HTMLEntity
	x.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		if l := strings.ToLower(label); l == "iso-8859-1" || l == "latin1" {
			return charmap.ISO8859_1.NewDecoder().Reader(in), nil
		}
		return in, nil
	}
	p := timeMLReader{doc: &timeML{name: name}}
	for {
		t, err := x.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		p.token(t)
	}
	if !p.seen {
		return nil, fmt.Errorf("%s: no TEXT element", name)
	}
	p.doc.text = p.body.String()
	for i := range p.doc.gold {
		g := &p.doc.gold[i]
		g.Text = p.doc.text[g.Start:g.End]
	}
	sort.SliceStable(p.doc.gold, func(i, j int) bool { return p.doc.gold[i].Start < p.doc.gold[j].Start })
	return p.doc, nil
}

type timeMLReader struct {
	doc                 *timeML
	body                strings.Builder
	inText, inDCT, seen bool
	open                []openTimex
}

type openTimex struct {
	timexAnswer
	creation bool
}

func (p *timeMLReader) token(t xml.Token) {
	switch t := t.(type) {
	case xml.CharData:
		if p.inText {
			p.body.Write(t)
		}
	case xml.StartElement:
		switch t.Name.Local {
		case "TEXT":
			p.inText, p.seen = true, true
		case "DCT":
			p.inDCT = true
		case "TIMEX3":
			p.start(t)
		}
	case xml.EndElement:
		switch t.Name.Local {
		case "TEXT":
			p.inText = false
		case "DCT":
			p.inDCT = false
		case "TIMEX3":
			p.end()
		}
	}
}

func (p *timeMLReader) start(t xml.StartElement) {
	a := map[string]string{}
	for _, x := range t.Attr {
		a[x.Name.Local] = strings.TrimSpace(x.Value)
	}
	creation := p.inDCT || a["functionInDocument"] == "CREATION_TIME"
	if creation && (p.doc.dct == "" || a["functionInDocument"] == "CREATION_TIME") ||
		!p.inText && a["functionInDocument"] == "PUBLICATION_TIME" && p.doc.dct == "" {
		p.doc.dct = a["value"]
	}
	p.open = append(p.open, openTimex{timexAnswer{Doc: p.doc.name, Start: p.body.Len(), Type: a["type"], Value: a["value"]}, creation})
}

func (p *timeMLReader) end() {
	if len(p.open) == 0 {
		return
	}
	o := p.open[len(p.open)-1]
	p.open = p.open[:len(p.open)-1]
	o.End = p.body.Len()
	switch {
	case !p.inText || o.End == o.Start:
	case o.creation:
		p.doc.creation = append(p.doc.creation, o.timexAnswer)
	default:
		p.doc.gold = append(p.doc.gold, o.timexAnswer)
	}
}

// ignores reports whether an answer lies on a creation time.
func (d *timeML) ignores(a timexAnswer) bool {
	for _, c := range d.creation {
		if a.Start < c.End && c.Start < a.End {
			return true
		}
	}
	return false
}

// around is a stretch of the text with its neighbourhood, on one line.
func (d *timeML) around(a, b int) string { return around(d.text, a, b) }

func around(t string, a, b int) string {
	if a < 0 || b > len(t) || a > b {
		return ""
	}
	s := t[max(0, a-60):a] + "[" + t[a:b] + "]" + t[b:min(len(t), b+60)]
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " ")
}
