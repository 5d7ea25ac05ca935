package event_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/syntax"
	"github.com/datelinehq/dateline/timeline/text"
)

// tree reads "form UPOS XPOS rel head lemma" lines, heads counted from 1 and 0 for the
// root; the lemma may be left out where it is the form.
func tree(t *testing.T, lines string) (string, syntax.Sentence) {
	t.Helper()
	var body strings.Builder
	var s syntax.Sentence
	for l := range strings.Lines(strings.TrimSpace(lines)) {
		f := strings.Fields(l)
		head, err := strconv.Atoi(f[4])
		if err != nil {
			t.Fatal(err)
		}
		if body.Len() > 0 {
			body.WriteByte(' ')
		}
		lemma := strings.ToLower(f[0])
		if len(f) > 5 {
			lemma = f[5]
		}
		span := text.Span{Start: body.Len(), End: body.Len() + len(f[0])}
		body.WriteString(f[0])
		s.Words = append(s.Words, syntax.Word{Span: span, Lemma: lemma, UPOS: f[1], XPOS: f[2], Rel: f[3], Head: head - 1})
	}
	s.Span = text.Span{End: body.Len()}
	return body.String(), s
}

// What a tree and its own words contradict is put right; what agrees stays.
func TestTreesAreMended(t *testing.T) {
	d := newReader(t).detector
	for _, c := range []struct {
		name, tree string
		// want are words with relation and head, as they shall be.
		want []string
	}{
		{"a noun with a subject is a verb", `
			forces  NOUN NNS nsubj 2
			clash   NOUN NN  root  0
			with    ADP  IN  case  4
			rioters NOUN NNS nmod  2`,
			[]string{"clash VERB root", "rioters obl clash"}},
		{"a noun with an article is none", `
			it    PRON PRP nsubj 4
			is    AUX  VBZ cop   4
			a     DET  DT  det   4
			clash NOUN NN  root  0`,
			[]string{"clash NOUN root"}},
		{"an attribute with an auxiliary is the verb", `
			authorities NOUN NNS nsubj 3
			have        AUX  VBP aux   3
			outlawed    VERB VBN amod  4
			parties     NOUN NNS root  0`,
			[]string{"outlawed VERB root", "parties obj outlawed", "authorities nsubj outlawed"}},
		{"an attribute behind a name in a sentence without a verb is it", `
			Arabia PROPN NNP compound 4
			eased  VERB  VBN amod     4
			curfew NOUN  NN  compound 4
			hours  NOUN  NNS root     0`,
			[]string{"eased VERB root", "Arabia nsubj eased", "hours obj eased", "curfew compound hours"}},
		{"an attribute beside a verb stays", `
			The      DET  DT  det   3
			detained VERB VBN amod  3
			men      NOUN NNS nsubj 4
			fled     VERB VBD root  0`,
			[]string{"detained amod men", "fled VERB root"}},
		{"a pronoun before an auxiliary is a subject", `
			Chad      PROPN NNP nsubj 2
			announced VERB  VBD root  0
			it        PRON  PRP obj   2
			would     AUX   MD  aux   5
			leave     VERB  VB  ccomp 2`,
			[]string{"it nsubj leave"}},
		{"a second subject behind the verb is the object", `
			group    NOUN NN  nsubj  2
			released VERB VBD root   0
			19       NUM  CD  nummod 4
			monks    NOUN NNS nsubj  2`,
			[]string{"group nsubj released", "monks obj released"}},
		{"a number takes no preposition", `
			freed VERB VBD root   0
			over  ADV  RB  case   4
			150   NUM  CD  nummod 4
			men   NOUN NNS obl    1`,
			[]string{"men obj freed"}},
		{"no mark is a root", `
			Monday    PROPN NNP obl       5
			judges    NOUN  NNS nsubj     3
			sentenced VERB  VBD acl:relcl 1
			him       PRON  PRP obj       3
			.         PUNCT .   punct     0`,
			[]string{"sentenced VERB root", ". punct sentenced", "Monday obl sentenced"}},
		{"a conjunct in the past stands beside the past", `
			ordered  VERB VBD root  0
			it       PRON PRP obj   1
			closed   VERB VBN xcomp 1
			and      CCONJ CC cc    5
			expelled VERB VBD conj  3
			envoys   NOUN NNS obj   5`,
			[]string{"expelled conj ordered"}},
		{"the perfect has its participle", `
			Chad    PROPN NNP nsubj 2
			has     VERB  VBZ root  0 have
			since   ADP   IN  case  6
			snubbed VERB  VBN amod  6
			those   DET   DT  det   6
			talks   NOUN  NNS obl   2`,
			[]string{"snubbed VERB root", "has aux snubbed", "talks obj snubbed", "Chad nsubj snubbed", "since advmod snubbed"}},
		{"a verb behind a comma stands beside the one before", `
			snubbed   VERB  VBD root      0
			talks     NOUN  NNS obj       1
			,         PUNCT ,   punct     4
			conducted VERB  VBD acl:relcl 2
			tests     NOUN  NNS obj       4`,
			[]string{"conducted conj snubbed"}},
		{"a second object belongs to the second verb", `
			conducted  VERB VBD root 0
			tests      NOUN NNS obj  1
			and        CCONJ CC cc   4
			threatened VERB JJ  conj 1
			war        NOUN NN  obj  1`,
			[]string{"war obj threatened", "tests obj conducted"}},
		{"what was told of before a comma is a clause", `
			Farmers      NOUN  NNS nmod:poss 4
			demonstrated VERB  VBN acl       1
			,            PUNCT ,   punct     2
			witnesses    NOUN  NNS nsubj     5
			said         VERB  VBD root      0 say`,
			[]string{"Farmers nsubj demonstrated", "demonstrated ccomp said"}},
	} {
		body, s := tree(t, c.tree)
		d.Mend(body, []syntax.Sentence{s}, nil)
		for _, want := range c.want {
			f := strings.Fields(want)
			found := false
			for _, w := range s.Words {
				if w.In(body) != f[0] {
					continue
				}
				head := "-"
				if w.Head >= 0 {
					head = s.Words[w.Head].In(body)
				}
				got := fmt.Sprint(f[0], " ", w.Rel, " ", head)
				if w.Head < 0 {
					got = fmt.Sprint(f[0], " ", w.UPOS, " root")
				} else if f[len(f)-1] == "root" {
					got = fmt.Sprint(f[0], " ", w.UPOS, " ", w.Rel)
				}
				if found = true; got != want {
					t.Errorf("%s: got %q, want %q", c.name, got, want)
				}
			}
			if !found {
				t.Errorf("%s: no word %q", c.name, f[0])
			}
		}
	}
}

// Every mended sentence is still one tree.
func TestMendedTreesAreTrees(t *testing.T) {
	r := newReader(t)
	for _, body := range []string{
		"Saudi Arabia eased curfew hours it had imposed on several cities during the month of Ramadan.",
		"On Monday, a Moscow, Russia judge sentenced political activist Vladimir Kara-Murza to 25 years.",
		"Thousands of Iraqi Kurds demonstrated in the northern city of Kirkuk on Sunday calling for independence, witnesses said.",
		strings.Repeat("attack kill talks arrested sanctioned would ", 60),
		strings.Repeat("it will freed , said ", 60),
	} {
		d := text.Split(text.Article{Text: body}, r.pack.Split)
		for i := range d.Sentences {
			s := r.parser.Parse(d, i, nil)
			r.detector.Mend(d.Text, []syntax.Sentence{s}, nil)
			roots := 0
			for k := range s.Words {
				j := k
				for n := 0; s.Words[j].Head >= 0 && n <= len(s.Words); n++ {
					j = s.Words[j].Head
				}
				if s.Words[j].Head >= 0 {
					t.Fatalf("%q: word %d hangs in a circle", body, k)
				}
				if s.Words[k].Head < 0 {
					roots++
				}
			}
			if roots != 1 && len(s.Words) > 0 {
				t.Errorf("%q: %d roots", body, roots)
			}
		}
	}
}
