package archive

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// file is an archive in a file.
type file struct{}

// patience is how long, in milliseconds, a program waits for another one that
// writes the same file.
const patience = 20_000

// A path that begins with "file:" is taken as it is, with parameters of its own.
func address(path, more string) string {
	if strings.HasPrefix(path, "file:") {
		sep := "?"
		if strings.Contains(path, "?") {
			sep = "&"
		}
		return path + sep + more
	}
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + more
}

// look refuses a file that is something else, before anything is changed in it. What
// keeps it from looking, the opening will tell.
func (f file) look(ctx context.Context, path string) error {
	db, err := sql.Open("sqlite", address(path, "mode=ro"))
	if err != nil {
		return nil
	}
	defer db.Close()
	_, err = (&Archive{engine: f}).check(ctx, db)
	if err = f.plain(err); errors.Is(err, ErrForeign) || errors.Is(err, ErrNewer) || errors.Is(err, ErrDamaged) {
		return err
	}
	return nil
}

// openFile opens a file with a log beside it, into which is written first: readers
// and one writer do not wait for each other, and what is committed outlives the
// program.
func openFile(ctx context.Context, path string) (*sql.DB, engine, error) {
	if err := (file{}).look(ctx, path); err != nil {
		return nil, file{}, err
	}
	db, err := sql.Open("sqlite", address(path, fmt.Sprintf(
		"_pragma=busy_timeout(%d)&_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)&_pragma=foreign_keys(1)&_pragma=cache_size(-16000)&_txlock=immediate", patience)))
	if err != nil {
		return nil, file{}, err
	}
	db.SetMaxOpenConns(4)
	return db, file{}, nil
}

// openFileToRead opens a file that nobody writes.
func openFileToRead(path string) (*sql.DB, error) {
	return sql.Open("sqlite", address(path, "mode=ro&immutable=1"))
}

func (file) lock() string { return "" } // every transaction begins with one

func (file) exists() string {
	return "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = $1"
}

func (file) tables() string { return "SELECT count(*) FROM sqlite_master" }

func (file) schema() []string {
	return append(tables("INTEGER PRIMARY KEY", "BLOB"),
		// Only the index is kept: the words stand in the articles.
		`CREATE VIRTUAL TABLE dateline_words USING fts5(title, quote, names, content = '', contentless_delete = 1, tokenize = "porter unicode61 remove_diacritics 2")`)
}

func (file) index() string {
	return "INSERT INTO dateline_words (rowid, title, quote, names) VALUES ($1, $2, $3, $4)"
}

func (file) forget() []string {
	return []string{"DELETE FROM dateline_words WHERE rowid IN (SELECT id FROM dateline_events WHERE result = $1)", "DELETE FROM dateline_events WHERE result = $1"}
}

// match writes terms so that nothing in them has a meaning to the engine.
func (file) match(ts []term) string {
	var b strings.Builder
	for i, t := range ts {
		if i > 0 {
			b.WriteString(" AND ")
		}
		b.WriteString(`"` + strings.Join(t.words, " ") + `"`)
		if t.prefix {
			b.WriteString(" *")
		}
	}
	return b.String()
}

func (file) find() (from, where, order string) {
	return "dateline_words JOIN dateline_events e ON e.id = dateline_words.rowid", "dateline_words MATCH $1", "bm25(dateline_words, 4.0, 1.0, 2.0)"
}

func (file) plain(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	switch e.Code() & 0xff {
	case lib.SQLITE_CORRUPT:
		return fmt.Errorf("%w (%v)", ErrDamaged, e)
	case lib.SQLITE_NOTADB:
		return fmt.Errorf("%w: it is no database", ErrForeign)
	case lib.SQLITE_FULL:
		return ErrFull
	case lib.SQLITE_READONLY, lib.SQLITE_PERM:
		return ErrReadOnly
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return ErrLocked
	case lib.SQLITE_CANTOPEN:
		return errors.New("it cannot be opened or made: its folder is missing or may not be written, or it is a folder")
	}
	return err
}

func (file) again(error) bool { return false } // the engine has waited already
