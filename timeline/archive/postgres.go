package archive

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
)

// server is an archive on a PostgreSQL server. Its tables lie in the schema that
// the search_path of the address names, else in the user's.
type server struct{}

func openServer(where string) (*sql.DB, engine, error) {
	c, err := pgx.ParseConfig(where)
	if err != nil {
		return nil, server{}, errors.New("the address of the server cannot be read; write postgres://user@host/database")
	}
	db := stdlib.OpenDB(*c)
	db.SetMaxOpenConns(4)
	return db, server{}, nil
}

// lock holds until the end of the transaction. The number is Dateline's own.
func (server) lock() string { return "SELECT pg_advisory_xact_lock(4918270351)" }

func (server) exists() string {
	return "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = $1"
}

// tables: a database may have others, which ours stand beside.
func (server) tables() string { return "SELECT 0" }

// schema: words are led to their stems, and none is left out as too common.
func (server) schema() []string {
	return append(tables("BIGSERIAL PRIMARY KEY", "BYTEA"),
		"CREATE TEXT SEARCH DICTIONARY dateline_stem (TEMPLATE = snowball, LANGUAGE = english)",
		"CREATE TEXT SEARCH CONFIGURATION dateline_text (COPY = simple)",
		"ALTER TEXT SEARCH CONFIGURATION dateline_text ALTER MAPPING FOR asciiword, word WITH dateline_stem",
		"CREATE TABLE dateline_words (id BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)",
		"CREATE INDEX dateline_words_index ON dateline_words USING GIN (words)")
}

func (server) index() string {
	return `INSERT INTO dateline_words (id, words) VALUES ($1,
		setweight(to_tsvector('dateline_text', $2::text), 'A') || setweight(to_tsvector('dateline_text', $3::text), 'C') || setweight(to_tsvector('dateline_text', $4::text), 'B'))`
}

// match writes terms so that nothing in them has a meaning to the engine: they hold
// letters and digits only.
func (server) match(ts []term) string {
	var b strings.Builder
	for i, t := range ts {
		if i > 0 {
			b.WriteString(" & ")
		}
		b.WriteString("('" + strings.Join(t.words, "' <-> '") + "'")
		if t.prefix {
			b.WriteString(":*")
		}
		b.WriteString(")")
	}
	return b.String()
}

func (server) find() (from, where, order string) {
	return "dateline_words w JOIN dateline_events e ON e.id = w.id", "w.words @@ to_tsquery('dateline_text', $1)",
		"ts_rank_cd('{0.1, 0.25, 0.5, 1}', w.words, to_tsquery('dateline_text', $1)) DESC"
}

func (server) forget() []string {
	return []string{"DELETE FROM dateline_words WHERE id IN (SELECT id FROM dateline_events WHERE result = $1)", "DELETE FROM dateline_events WHERE result = $1"}
}

func (server) plain(err error) error {
	var e *pgconn.PgError
	if !errors.As(err, &e) {
		var c *pgconn.ConnectError
		if errors.As(err, &c) {
			return errors.New("the server does not answer, or refuses")
		}
		return err
	}
	switch e.Code {
	case "53100": // disk_full
		return ErrFull
	case "25006", "42501": // read_only_sql_transaction, insufficient_privilege
		return ErrReadOnly
	case "XX001", "XX002": // data_corrupted, index_corrupted
		return ErrDamaged
	}
	return err
}

// again: two runs that write the same articles may stand in each other's way.
func (server) again(err error) bool {
	var e *pgconn.PgError
	return errors.As(err, &e) && (e.Code == "40001" || e.Code == "40P01") && !errors.Is(err, context.Canceled)
}
