package archive

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/archive/record"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/text"
)

// A Query asks for events.
type Query struct {
	// Words must all be in an event: in its title, its sentence, or the names of
	// those who take part. "Words in quotes" must stand side by side, and a word
	// with * behind it is the beginning of one. Nothing else in it has a meaning.
	Words string
	// Period, when set, asks for events that may lie in it; those without a date
	// are left out.
	Period edtf.Interval
	// Undated asks for events without a date only.
	Undated bool
	// Limit is how many are wanted at most; 0 is 50.
	Limit int
}

// A Hit is an event, and the article that tells it. Its cites and reasons have the
// source number 1.
type Hit struct {
	Event  timeline.Event
	Source timeline.Source
	// More are other articles with the same sentence.
	More []timeline.Source
}

// ErrNoWords says that a query has no word to look for.
var ErrNoWords = errors.New("there is no word to look for")

// ErrManyWords says that a query has more words than anybody needs.
var ErrManyWords = fmt.Errorf("there are more than %d words to look for, or one is longer than %d bytes", maxWords, maxWord)

// A query has no more words than maxWords, none longer than maxWord.
const (
	maxWords = 64
	maxWord  = 200
)

// count counts the words of terms, and says whether one is too long.
func count(ts []term) (n int, long bool) {
	for _, t := range ts {
		n += len(t.words)
		for _, w := range t.words {
			long = long || len(w) > maxWord
		}
	}
	return n, long
}

// term is words that stand side by side; prefix says that the last may go on.
type term struct {
	words  []string
	prefix bool
}

// terms cuts a query. What is neither letter nor digit parts words.
func terms(s string) (ts []term) {
	for i, part := range strings.Split(fold(s), `"`) {
		if i%2 == 1 { // in quotes
			if w := words(part); len(w) > 0 {
				ts = append(ts, term{words: w})
			}
			continue
		}
		for _, f := range strings.Fields(part) {
			star := strings.HasSuffix(f, "*")
			w := words(f)
			for k := range w {
				ts = append(ts, term{words: w[k : k+1], prefix: star && k == len(w)-1})
			}
		}
	}
	return ts
}

func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// fold takes off accents and makes letters small, the same for what is kept and
// what is asked, whatever the engine.
func fold(s string) string {
	s = norm.NFD.String(strings.ToValidUTF8(s, " "))
	return norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case r == 0:
			return ' '
		case unicode.Is(unicode.Mn, r):
			return -1
		}
		return unicode.ToLower(r)
	}, s))
}

// plainWords are the words of s alone, the same for both engines.
func plainWords(s string) string { return strings.Join(words(fold(s)), " ") }

// words keeps the words of a report's events.
func (k *keeper) words(ctx context.Context, result int64, r *pipeline.Report) error {
	for n := range r.Events {
		e := &r.Events[n]
		var first, next sql.NullInt64
		if e.Dated() {
			first.Int64, next.Int64 = e.When.Bounds()
			first.Valid, next.Valid = true, true
		}
		var id int64
		if err := k.event.QueryRowContext(ctx, result, n, first, next).Scan(&id); err != nil {
			return err
		}
		if _, err := k.word.ExecContext(ctx, id, plainWords(e.Title), plainWords(e.Cites[0].Quote), plainWords(names(e))); err != nil {
			return err
		}
	}
	return nil
}

// names are those who take part, where, and the happening's own name.
func names(e *timeline.Event) string {
	w := []string{e.Lemma, strings.ToLower(e.Type)}
	for _, a := range e.Actors {
		w = append(w, a.Name, a.Canonical)
	}
	for _, p := range e.Places {
		w = append(w, p.Name)
	}
	return strings.Join(w, " ")
}

// usual is how many hits there are if nobody says.
const usual = 50

// Search finds events, the best first, each sentence once.
func (a *Archive) Search(ctx context.Context, q Query) ([]Hit, error) {
	ts := terms(q.Words)
	if len(ts) == 0 {
		return nil, ErrNoWords
	}
	if n, long := count(ts); n > maxWords || long {
		return nil, ErrManyWords
	}
	limit := cmp.Or(q.Limit, usual)
	query, args := a.query(q, a.engine.match(ts), 4*limit+usual) // copies fall together
	rows, err := a.db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, a.wrap(err)
	}
	defer rows.Close()
	var hits []Hit
	at := map[string]int{}
	for rows.Next() {
		h, err := readHit(rows)
		if err != nil {
			return nil, a.wrap(err)
		}
		c := h.Event.Cites[0]
		key := fmt.Sprintf("%s\x00%d\x00%s", c.Quote, c.Trigger.Start-c.Span.Start, h.Event.When)
		if i, ok := at[key]; ok {
			hits[i].More = append(hits[i].More, h.Source)
			continue
		}
		at[key] = len(hits)
		hits = append(hits, h)
	}
	if err := rows.Err(); err != nil {
		return nil, a.wrap(err)
	}
	return hits[:min(len(hits), limit)], nil
}

// query is the query with its parameters.
func (a *Archive) query(q Query, match string, limit int) (string, []any) {
	from, where, order := a.engine.find()
	args := []any{match}
	switch {
	case q.Undated:
		where += " AND e.first IS NULL"
	case !q.Period.IsZero():
		first, next := q.Period.Bounds()
		args = append(args, first, next)
		where += " AND e.next > $2 AND e.first < $3"
	}
	args = append(args, limit)
	return fmt.Sprintf(`SELECT e.n, a.body, a.known, r.body FROM %s JOIN dateline_results r ON r.id = e.result JOIN dateline_articles a ON a.id = r.article
		WHERE %s ORDER BY %s, e.first, e.id LIMIT $%d`, from, where, order, len(args)), args
}

func readHit(rows *sql.Rows) (Hit, error) {
	var n int
	var body, known, report []byte
	if err := rows.Scan(&n, &body, &known, &report); err != nil {
		return Hit{}, err
	}
	base := string(body)
	var art text.Article
	var r pipeline.Report
	if record.Decode(known, base, &art) != nil || record.Decode(report, base, &r) != nil || n < 0 || n >= len(r.Events) || len(r.Events[n].Cites) == 0 {
		return Hit{}, ErrDamaged
	}
	bind(&r, art.ID, art.File)
	r.Source.Number = 1
	e := r.Events[n]
	for i := range e.Cites {
		e.Cites[i].Source = 1
	}
	for i := range e.Why {
		e.Why[i].Source = 1
	}
	return Hit{Event: e, Source: r.Source}, nil
}
