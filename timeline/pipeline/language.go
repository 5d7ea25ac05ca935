package pipeline

import (
	"fmt"

	bcp47 "golang.org/x/text/language"

	"github.com/datelinehq/dateline/timeline/lang"
	"github.com/datelinehq/dateline/timeline/resolve"
	"github.com/datelinehq/dateline/timeline/text"
)

const (
	// fallback is the language of an article that names none and is too short to
	// tell it.
	fallback = "en"
	// undetermined is the code of no language, and the pack of what needs none.
	undetermined = "und"
)

// language is how an article is read: in the language that it names, else in the
// one that its words tell, else by default. A language without a pack is not
// guessed at: only what needs no language is read, and a finding says so.
func (p *Pipeline) language(a text.Article) (l *language, code string, findings []text.Finding) {
	code, err := base(a.Lang)
	if err != nil {
		findings = append(findings, languageFinding(a, "bad-language", fmt.Sprintf("%q is no language code, as en or de-AT, and was left out", a.Lang)))
	}
	named := code != ""
	if !named {
		code = p.guesser.Of(a.Text)
	}
	if code == "" && p.langs[fallback] != nil {
		return p.langs[fallback], "", findings // nothing is known, and nothing said
	}
	if l := p.langs[code]; l != nil {
		return l, code, findings
	}
	read := "only dates in figures, as 2009-06-20, were read"
	if p.colloquial[code] != nil {
		read = "only dates in figures and a few plain words were read"
	}
	said := fmt.Sprintf("there is no language pack for %q: %s", code, read)
	if !named {
		said = fmt.Sprintf("the article names no language and seems to be in %q, of which there is no language pack: %s; if that is wrong, say so with --lang or lang:", code, read)
	}
	return p.bare(), code, append(findings, languageFinding(a, "unknown-language", said))
}

// base is the language of a BCP 47 tag: "en" of "en-US". No tag, and that of no
// language, are "".
func base(tag string) (string, error) {
	if tag == "" {
		return "", nil
	}
	t, err := bcp47.Parse(tag)
	if err != nil {
		return "", err
	}
	b, _, _ := t.Raw()
	if b.String() == undetermined {
		return "", nil
	}
	return b.String(), nil
}

// bare reads what needs no language.
func (p *Pipeline) bare() *language {
	if l := p.langs[undetermined]; l != nil {
		return &language{pack: l.pack, grammar: l.grammar, cues: l.cues, bare: true}
	}
	return &language{pack: &lang.Pack{}, cues: &resolve.Cues{}, bare: true}
}

func languageFinding(a text.Article, code, said string) text.Finding {
	return text.Finding{Article: a.ID, Stage: "pipeline", Code: code, Text: said}
}
