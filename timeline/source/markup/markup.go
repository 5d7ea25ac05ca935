// Package markup reads XML and HTML into one plain tree, and a tree into text.
//
// In come bytes, out come nodes: elements by their local name in small letters, and
// text. Namespaces are left out and faults forgiven, since wires and feeds are full
// of them. The package refuses to know what an element is for, beyond whether it
// breaks a line.
package markup

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// Bounds on what is read of one document.
const (
	maxDepth = 4000
	maxNodes = 2_000_000
)

// A Node is an element with its attributes and children, or a piece of text, whose
// Name is empty.
type Node struct {
	Name string
	Attr map[string]string
	Text string
	Kids []*Node
}

// XML reads a document in any declared charset. What follows a fault is left out:
// err tells it, and the tree holds what came before.
func XML(b []byte) (*Node, error) {
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimLeft(b, " \t\r\n\ufeff")))
	d.Strict = false
	d.AutoClose = xml.HTMLAutoClose
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		r, err := charset.NewReaderLabel(label, in)
		if err != nil {
			return in, nil // a label that nobody knows is mostly UTF-8
		}
		return r, nil
	}
	root := &Node{Name: "#document"}
	open := []*Node{root}
	nodes := 0
	for {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return root, nil
		}
		if err != nil {
			return root, fmt.Errorf("read XML: %w", err)
		}
		if nodes++; nodes > maxNodes {
			return root, errors.New("read XML: too many elements")
		}
		top := open[len(open)-1]
		switch t := t.(type) {
		case xml.StartElement:
			n := &Node{Name: strings.ToLower(t.Name.Local)}
			for _, a := range t.Attr {
				n.set(a.Name.Local, a.Value)
			}
			top.Kids = append(top.Kids, n)
			if len(open) == maxDepth {
				return root, errors.New("read XML: nested too deep")
			}
			open = append(open, n)
		case xml.EndElement:
			open = closed(open, strings.ToLower(t.Name.Local))
		case xml.CharData:
			top.Kids = append(top.Kids, &Node{Text: string(t)})
		}
	}
}

func (n *Node) set(name, value string) {
	if n.Attr == nil {
		n.Attr = map[string]string{}
	}
	n.Attr[strings.ToLower(name)] = value
}

// closed takes the elements up to the innermost one of a name off the open ones;
// an end without a start is none.
func closed(open []*Node, name string) []*Node {
	for i := len(open) - 1; i > 0; i-- {
		if open[i].Name == name {
			return open[:i]
		}
	}
	return open
}

// HTML reads a page or a piece of one. It never fails: any bytes are HTML.
func HTML(b []byte) *Node {
	doc, err := html.Parse(bytes.NewReader(b))
	if err != nil { // nested too deep
		return &Node{Name: "#document", Kids: []*Node{{Text: string(b)}}}
	}
	return FromHTML(doc)
}

// FromHTML takes over a parsed page. Scripts and styles are left out.
func FromHTML(doc *html.Node) *Node {
	root := &Node{Name: "#document"}
	type step struct {
		from *html.Node
		to   *Node
	}
	todo := []step{{doc, root}}
	for len(todo) > 0 {
		s := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for c := s.from.FirstChild; c != nil; c = c.NextSibling {
			switch c.Type {
			case html.TextNode:
				s.to.Kids = append(s.to.Kids, &Node{Text: c.Data})
			case html.ElementNode:
				n := &Node{Name: c.Data}
				for _, a := range c.Attr {
					n.set(a.Key, a.Val)
				}
				s.to.Kids = append(s.to.Kids, n)
				todo = append(todo, step{c, n})
			}
		}
	}
	return root
}

// Find is the first element of a name below n, in the order of the document; nil if
// there is none. More names are looked for one below the other.
func (n *Node) Find(names ...string) *Node {
	for _, name := range names {
		if n == nil {
			return nil
		}
		n = n.find(name)
	}
	return n
}

func (n *Node) find(name string) (found *Node) {
	n.Walk(func(k *Node) bool {
		if found == nil && k.Name == name {
			found = k
		}
		return found == nil
	})
	return found
}

// All are the elements of a name below n, in the order of the document, without
// those inside another of that name.
func (n *Node) All(name string) (ns []*Node) {
	n.Walk(func(k *Node) bool {
		if k.Name == name {
			ns = append(ns, k)
			return false
		}
		return true
	})
	return ns
}

// Walk calls f for each node below n, in the order of the document; f says whether
// to go on below it. n may be nil.
func (n *Node) Walk(f func(*Node) bool) {
	if n == nil {
		return
	}
	todo := make([]*Node, 0, 16)
	push := func(k *Node) {
		for i := len(k.Kids) - 1; i >= 0; i-- {
			todo = append(todo, k.Kids[i])
		}
	}
	push(n)
	for len(todo) > 0 {
		k := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if f(k) {
			push(k)
		}
	}
}

// Get is an attribute, trimmed; empty if n is nil or has none.
func (n *Node) Get(name string) string {
	if n == nil {
		return ""
	}
	return strings.TrimSpace(n.Attr[name])
}

// Line is the text below n in one line.
func (n *Node) Line() string { return strings.Join(strings.Fields(n.Body()), " ") }
