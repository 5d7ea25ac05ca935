package archive

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline/archive/record"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/text"
)

// A State is how things stand with an article.
type State string

const (
	// New: the archive does not know the article.
	New State = "new"
	// Fresh: its report is as this program would make it.
	Fresh State = "unchanged"
	// OtherProgram, OtherKnowledge, OtherOptions: there is a report, but something
	// else has made it.
	OtherProgram   State = "the program is another"
	OtherKnowledge State = "the seeds are others"
	OtherOptions   State = "the options are others"
)

// Found is what the archive has for an article.
type Found struct {
	State State
	body  []byte
}

// Report is the report of a, the article that was looked for, under its ID and file.
// It is false when the record is damaged.
func (f Found) Report(a text.Article) (r pipeline.Report, ok bool) {
	if f.State != Fresh || record.Decode(f.body, a.Text, &r) != nil {
		return pipeline.Report{}, false
	}
	bind(&r, a.ID, a.File)
	return r, true
}

// bind gives a report the names of its article.
func bind(r *pipeline.Report, id, file string) {
	r.Source.ID, r.Source.File = id, file
	for i := range r.Findings {
		r.Findings[i].Article = id
	}
}

// some is how many articles are asked for at once.
const some = 500

// Look tells of each key what the archive has. With reports it brings the fresh
// ones along.
func (a *Archive) Look(ctx context.Context, keys []Key, reports bool) ([]Found, error) {
	out := make([]Found, 0, len(keys))
	for part := range slices.Chunk(keys, some) {
		known, err := a.look(ctx, part, reports)
		if err != nil {
			return nil, a.wrap(err)
		}
		for _, k := range part {
			f, ok := known[k]
			if !ok {
				f.State = New
			}
			out = append(out, f)
		}
	}
	return out, nil
}

func (a *Archive) look(ctx context.Context, keys []Key, reports bool) (map[Key]Found, error) {
	body := "r.body"
	if !reports {
		body = "NULL"
	}
	args := []any{a.version.Options, a.id}
	for _, k := range keys {
		args = append(args, k[:])
	}
	rows, err := a.db.QueryContext(ctx, `SELECT a.hash, r.options, v.code, v.knowledge, CASE WHEN r.options = $1 AND r.version = $2 THEN `+body+` END
		FROM dateline_articles a JOIN dateline_results r ON r.article = a.id JOIN dateline_versions v ON v.id = r.version
		WHERE a.hash IN (`+numbered(3, len(keys))+`)`, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	known := map[Key]Found{}
	for rows.Next() {
		var hash, body []byte
		var v Version
		if err := rows.Scan(&hash, &v.Options, &v.Code, &v.Knowledge, &body); err != nil {
			return nil, err
		}
		if len(hash) != len(Key{}) {
			return nil, ErrDamaged
		}
		f := Found{State: a.state(v), body: body}
		if old, ok := known[Key(hash)]; !ok || old.State == OtherOptions {
			known[Key(hash)] = f
		}
	}
	return known, rows.Err()
}

func (a *Archive) state(v Version) State {
	switch {
	case v == a.version:
		return Fresh
	case v.Options != a.version.Options:
		return OtherOptions
	case v.Knowledge != a.version.Knowledge:
		return OtherKnowledge
	}
	return OtherProgram
}

// numbered are n parameters from the given number on: "$3, $4".
func numbered(from, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteString(", ")
		}
		_, _ = fmt.Fprintf(&b, "$%d", from+i)
	}
	return b.String()
}

// A Result is an article as it was read, and its report.
type Result struct {
	Key     Key
	Article text.Article
	Report  pipeline.Report
}

// Keep keeps results, all or none of them. A report of an older version gives way.
func (a *Archive) Keep(ctx context.Context, rs []Result) error {
	rs = slices.Clone(rs)
	// One order for all programs, so that two do not wait for each other.
	slices.SortFunc(rs, func(x, y Result) int { return bytes.Compare(x.Key[:], y.Key[:]) })
	return a.wrap(a.write(ctx, func(tx *sql.Tx) error {
		k, err := newKeeper(ctx, tx, a)
		if err != nil {
			return err
		}
		defer k.close()
		for i := range rs {
			if i > 0 && rs[i].Key == rs[i-1].Key {
				continue
			}
			if err := k.keep(ctx, &rs[i]); err != nil {
				return err
			}
		}
		return nil
	}))
}

// keeper holds the statements of one transaction.
type keeper struct {
	*Archive
	article, findArticle, result, event, word *sql.Stmt
	forget                                    []*sql.Stmt
	all                                       []*sql.Stmt
}

func newKeeper(ctx context.Context, tx *sql.Tx, a *Archive) (*keeper, error) {
	k := &keeper{Archive: a}
	var err error
	prepare := func(s string) (p *sql.Stmt) {
		if err == nil {
			if p, err = tx.PrepareContext(ctx, s); err == nil {
				k.all = append(k.all, p)
			}
		}
		return p
	}
	k.article = prepare("INSERT INTO dateline_articles (hash, body, known) VALUES ($1, $2, $3) ON CONFLICT (hash) DO NOTHING RETURNING id")
	k.findArticle = prepare("SELECT id FROM dateline_articles WHERE hash = $1")
	k.result = prepare(`INSERT INTO dateline_results (article, options, version, body) VALUES ($1, $2, $3, $4)
		ON CONFLICT (article, options) DO UPDATE SET version = excluded.version, body = excluded.body
		WHERE dateline_results.version <> excluded.version OR dateline_results.body <> excluded.body RETURNING id`)
	k.event = prepare("INSERT INTO dateline_events (result, n, first, next) VALUES ($1, $2, $3, $4) RETURNING id")
	k.word = prepare(a.engine.index())
	for _, s := range a.engine.forget() {
		k.forget = append(k.forget, prepare(s))
	}
	if err != nil {
		k.close()
		return nil, err
	}
	return k, nil
}

func (k *keeper) close() {
	for _, s := range k.all {
		_ = s.Close()
	}
}

func (k *keeper) keep(ctx context.Context, r *Result) error {
	art, body := r.Article, r.Article.Text
	art.Text = "" // its name stays, to show where it was read first
	var article, result int64
	err := k.article.QueryRowContext(ctx, r.Key[:], []byte(body), record.Encode(art, body)).Scan(&article)
	if errors.Is(err, sql.ErrNoRows) { // it is there already
		err = k.findArticle.QueryRowContext(ctx, r.Key[:]).Scan(&article)
	}
	if err != nil {
		return err
	}
	rep := r.Report
	rep.Findings = slices.Clone(rep.Findings)
	bind(&rep, "", "")
	err = k.result.QueryRowContext(ctx, article, k.version.Options, k.id, record.Encode(rep, body)).Scan(&result)
	if errors.Is(err, sql.ErrNoRows) { // another run was quicker, with the same
		return nil
	}
	if err != nil {
		return err
	}
	for _, s := range k.forget {
		if _, err := s.ExecContext(ctx, result); err != nil {
			return err
		}
	}
	return k.words(ctx, result, &rep)
}
