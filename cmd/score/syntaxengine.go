package main

import (
	"github.com/datelinehq/dateline/timeline/syntax"
	"github.com/datelinehq/dateline/timeline/syntax/entity"
)

func (d dateline) parse(a article) []syntax.Sentence {
	doc := d.Tag(a.read()).Document
	out := make([]syntax.Sentence, len(doc.Sentences))
	for i := range doc.Sentences {
		out[i] = d.parser.Parse(doc, i, nil)
	}
	return out
}

func (d dateline) parseWords(forms []string) []syntax.Word { return d.parser.ParseWords(forms) }

func (d dateline) nameWords(sentences [][]string) [][]entity.Range {
	return d.namer.Ranges(sentences)
}
