package main

import (
	"bufio"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline/lang"
	"github.com/datelinehq/dateline/timeline/syntax/entity"
)

// GUM marks what sentences speak of, named or not, with all that belongs to it.
// Names are cut out of that: the proper noun on which it hangs with its neighbours.

// gumTypes are the types of GUM that have names of a type of ours.
var gumTypes = map[string]entity.Type{"person": entity.Person, "organization": entity.Organisation, "place": entity.Place}

// gumInner are the small words and signs inside a name.
var gumInner = []string{"of", "for", "and", "&", "-"}

// foreignNames reads the names of GUM, if it is among the data. Countries that act
// are organisations there, and places with us.
func foreignNames(o Options, lists *entity.Gazetteer) (docs []*nameDoc, notes []string, err error) {
	files, err := filepath.Glob(filepath.Join(o.data, o.lang+"_gum-ud-train.conllu.gz"))
	if err != nil {
		return nil, nil, err
	}
	titles, err := titlesOf(o)
	if err != nil {
		return nil, nil, err
	}
	for _, f := range files {
		ds, err := readGUM(f, titles)
		if err != nil {
			return nil, nil, err
		}
		for _, d := range ds {
			d.countries(lists)
		}
		docs, notes = append(docs, ds...), append(notes, noteOf(f, ds))
	}
	return docs, notes, nil
}

// countries makes places of all names in the list of countries.
func (d *nameDoc) countries(lists *entity.Gazetteer) {
	for k, names := range d.names {
		for i, r := range names {
			if lists.Holds("country", d.forms[k][r.First:r.Last]) {
				names[i].Type = entity.Place
			}
		}
	}
}

// titlesOf are the words of titles, which GUM counts to a name and we do not.
func titlesOf(o Options) (map[string]bool, error) {
	ts, err := lang.ReadTerms(os.DirFS(seedsOf(o)), path.Join("lang", o.lang, "names.txt"))
	if err != nil {
		return nil, err
	}
	titles := map[string]bool{}
	for _, t := range ts {
		for _, s := range t.Surfaces {
			for _, w := range strings.Fields(s) {
				w = strings.Trim(strings.ToLower(w), ".")
				titles[w] = titles[w] || t.Value == "title"
			}
		}
	}
	return titles, nil
}

// A mention is what GUM marks: words from first to last.
type mention struct {
	id, kind    string
	first, last int
}

// readGUM reads the names of a GUM treebank. Sentences with proper nouns of which
// it does not tell what they name are left out.
func readGUM(file string, titles map[string]bool) (docs []*nameDoc, err error) {
	z, err := openGzip(file)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	in := bufio.NewScanner(z)
	in.Buffer(nil, 1<<20)
	var s gumSentence
	for n := 1; in.Scan(); n++ {
		line := in.Text()
		switch {
		case line == "":
			if names, ok := s.names(titles); ok && len(docs) > 0 {
				d := docs[len(docs)-1]
				d.forms, d.names = append(d.forms, s.forms()), append(d.names, names)
			}
			s = gumSentence{doc: s.doc, shut: s.shut, open: s.open}
		case strings.HasPrefix(line, "#"):
			if id, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
				docs = append(docs, &nameDoc{foreign: true})
				s = gumSentence{doc: id}
				if len(free([]sentence{{doc: id}})) == 0 {
					docs = docs[:len(docs)-1]
					s.shut = true
				}
			}
		default:
			if err := s.add(line); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", file, n, err)
			}
		}
	}
	return docs, in.Err()
}

// gumSentence is a sentence that is being read.
type gumSentence struct {
	doc      string
	shut     bool
	tokens   []token
	open     []mention
	mentions []mention
}

func (s *gumSentence) forms() []string {
	out := make([]string, len(s.tokens))
	for i, t := range s.tokens {
		out[i] = t.form
	}
	return out
}

func (s *gumSentence) add(line string) error {
	f := strings.Split(line, "\t")
	if len(f) != 10 || strings.ContainsAny(f[0], "-.") {
		return nil
	}
	head, err := strconv.Atoi(f[6])
	if err != nil {
		return fmt.Errorf("head %q", f[6])
	}
	i := len(s.tokens)
	s.tokens = append(s.tokens, token{f[1], f[2], f[3], f[4], f[7], head - 1})
	for _, m := range strings.Split(f[9], "|") {
		if e, ok := strings.CutPrefix(m, "Entity="); ok {
			s.entity(e, i)
		}
	}
	return nil
}

// entity reads the brackets at word i: "(12-person-…" opens, "12)" closes.
func (s *gumSentence) entity(e string, i int) {
	for e != "" {
		if e[0] == '(' {
			end := strings.IndexAny(e[1:], "()") + 1
			if end == 0 {
				end = len(e)
			}
			f := strings.SplitN(e[1:end], "-", 3)
			if len(f) > 1 {
				m := mention{id: f[0], kind: f[1], first: i, last: i + 1}
				if end < len(e) && e[end] == ')' {
					s.mentions = append(s.mentions, m)
					end++
				} else {
					s.open = append(s.open, m)
				}
			}
			e = e[end:]
			continue
		}
		id, rest, _ := strings.Cut(e, ")")
		for k := len(s.open) - 1; k >= 0; k-- {
			if s.open[k].id == id {
				m := s.open[k]
				m.last = i + 1
				s.mentions = append(s.mentions, m)
				s.open = append(s.open[:k:k], s.open[k+1:]...)
				break
			}
		}
		e = rest
	}
}

// names finds the names of a sentence; ok is false where they are in doubt.
func (s *gumSentence) names(titles map[string]bool) (names []entity.Range, ok bool) {
	if s.shut || len(s.tokens) == 0 {
		return nil, false
	}
	s.open = nil
	told := make([]bool, len(s.tokens))
	in := make([]bool, len(s.tokens))
	for width := len(s.tokens); width > 0; width-- { // the widest first
		for _, m := range s.mentions {
			if m.last-m.first != width {
				continue
			}
			a, b := s.proper(m)
			t, ours := gumTypes[m.kind]
			if a == b {
				continue
			}
			if ours && t == entity.Person {
				for a < b-1 && titles[strings.ToLower(strings.TrimSuffix(s.tokens[a].form, "."))] {
					told[a] = true
					a++
				}
			}
			free := true
			for k := a; k < b; k++ {
				free = free && !in[k]
				told[k] = true
			}
			if !free || !ours || t == entity.Person && s.tokens[b-1].xpos == "NNPS" {
				continue
			}
			for k := a; k < b; k++ {
				in[k] = true
			}
			names = append(names, entity.Range{First: a, Last: b, Type: t})
		}
	}
	for i, t := range s.tokens {
		if t.upos == "PROPN" && !told[i] && upper(t.form) && !in[i] {
			return nil, false
		}
	}
	return names, true
}

func upper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// proper is the range of the name on which a mention hangs; empty if its head is
// no proper noun.
func (s *gumSentence) proper(m mention) (a, b int) {
	head := -1
	for i := m.first; i < m.last; i++ {
		if h := s.tokens[i].head; h < m.first || h >= m.last {
			head = i
			break
		}
	}
	if head < 0 || s.tokens[head].upos != "PROPN" || !upper(s.tokens[head].form) {
		return 0, 0
	}
	belongs := func(i int) bool {
		if i < m.first || i >= m.last {
			return false
		}
		t := s.tokens[i]
		return upper(t.form) && t.upos != "DET" && t.upos != "PRON"
	}
	small := func(i int) bool {
		return i >= m.first && i < m.last && slices.Contains(gumInner, s.tokens[i].form)
	}
	a, b = head, head+1
	for {
		switch {
		case belongs(a - 1):
			a--
		case small(a-1) && belongs(a-2) && s.tokens[a-2].upos == "PROPN":
			a -= 2
		case belongs(b):
			b++
		case small(b) && belongs(b+1):
			b += 2
		default:
			return a, b
		}
	}
}
