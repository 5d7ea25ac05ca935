// Package archive keeps what was found in articles, so that the next run does only
// what is new.
//
// In come articles by the hash of their content, and the report of each; out come
// the same reports, as long as program, knowledge and options are those that made
// them, and events by the words that are searched for. There are two engines: a
// file (SQLite) and a server (PostgreSQL). The package refuses to know how reports
// are made, and files, clock and network beyond what its engines need.
//
// An archive is a cache: without it, or when it is deleted, a run yields the same
// bytes. What a transaction has committed outlives the end of the program at any
// moment, and several runs may use one archive at once.
package archive

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/datelinehq/dateline/timeline/archive/record"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/text"
)

// Format is the version of the tables that this package reads and writes. Another
// layout gets another number.
const Format = 1

// Errors of an archive that cannot be used. All are wrapped with its name.
var (
	// ErrNewer says that a later program wrote the archive.
	ErrNewer = errors.New("it was written by a later version of Dateline, and this one leaves it alone; use the later one, or name another archive")
	// ErrForeign says that a database is something else.
	ErrForeign = errors.New("this database is not an archive of Dateline, and was left as it is")
	// ErrDamaged says that the database cannot be read any more.
	ErrDamaged = errors.New("it is damaged; delete it, and the next run makes it anew")
	// ErrFull says that there is no more room.
	ErrFull = errors.New("there is no more room on the disk")
	// ErrReadOnly says that it can be read, but not written.
	ErrReadOnly = errors.New("it cannot be written")
	// ErrLocked says that another program holds it for too long.
	ErrLocked = errors.New("another program holds it")
)

// Version is what a report was made by. Reports of another version are stale.
type Version struct {
	// Code names the program so that another one has another name.
	Code string
	// Knowledge names the seeds: words, tables and models.
	Knowledge string
	// Options names what else a person set, as tables of names.
	Options string
}

// A Key is the content of an article: all of it but its ID and its file.
type Key [sha256.Size]byte

// KeyOf is the key of an article as it was read.
func KeyOf(a text.Article) Key {
	body := a.Text
	a.ID, a.File, a.Text = "", "", ""
	h := sha256.New()
	_, _ = fmt.Fprintf(h, "%d\n%s", len(body), body) // a hash takes all
	_, _ = h.Write(record.Encode(a, ""))
	return Key(h.Sum(nil))
}

// An Archive is open until Close. It may be used by many goroutines.
type Archive struct {
	db      *sql.DB
	engine  engine
	name    string
	version Version
	// id is the row of version, 0 before there is one.
	id int64
	// readOnly says that nothing can be written.
	readOnly bool
}

// engine is what the databases do differently.
type engine interface {
	// schema are the statements that make the tables, after lock.
	schema() []string
	// lock keeps other programs from making the tables at the same time.
	lock() string
	// exists asks for 1 if there is a table of the name $1.
	exists() string
	// tables asks for the number of tables.
	tables() string
	// index adds the words of an event, row $1: title $2, quote $3, names $4.
	index() string
	// forget takes away the words of the events of result $1.
	forget() []string
	// match writes what is looked for as the engine wants it.
	match(ts []term) string
	// find are the parts of a query for events e by the words $1: the best come
	// first in the order.
	find() (from, where, order string)
	// plain says in the package's errors what went wrong; others it returns as they are.
	plain(err error) error
	// again reports whether a transaction that failed so may be tried again.
	again(err error) bool
}

// Open opens the archive at where, the path of a file or the address of a server
// as postgres://user@host/database, and makes it if there is none. An archive that
// can only be read is opened for that, and ReadOnly says so.
func Open(ctx context.Context, where string, v Version) (*Archive, error) {
	a := newArchive(where, v)
	var err error
	if Server(where) {
		a.db, a.engine, err = openServer(where)
	} else {
		a.db, a.engine, err = openFile(ctx, where)
	}
	if err == nil {
		err = a.prepare(ctx)
	}
	if errors.Is(err, ErrReadOnly) && a.engine != nil {
		a.readOnly = true
		err = a.prepareToRead(ctx, where)
	}
	return a.opened(err)
}

func newArchive(where string, v Version) *Archive {
	// What is kept depends on the types that are kept as well.
	types := record.Shape(reflect.TypeFor[pipeline.Report]()) + record.Shape(reflect.TypeFor[text.Article]())
	v.Code = fmt.Sprintf("%s %x", v.Code, sha256.Sum256([]byte(types)))
	return &Archive{version: v, name: Name(where)}
}

// opened is the archive, or closed, why it is not.
func (a *Archive) opened(err error) (*Archive, error) {
	if err == nil {
		return a, nil
	}
	if a.db != nil {
		_ = a.db.Close()
	}
	return nil, a.wrap(err)
}

// Peek opens an archive that is there to look into it, and changes nothing in it.
func Peek(ctx context.Context, where string, v Version) (*Archive, error) {
	a := newArchive(where, v)
	a.readOnly = true
	var err error
	if Server(where) {
		if a.db, a.engine, err = openServer(where); err == nil {
			err = a.prepareToRead(ctx, where)
		}
		return a.opened(err)
	}
	a.engine = file{}
	if a.db, err = sql.Open("sqlite", address(where, fmt.Sprintf("mode=ro&_pragma=busy_timeout(%d)", patience))); err == nil {
		if err = a.find(ctx); err != nil { // its folder may be one that cannot be written
			if e := a.prepareToRead(ctx, where); e == nil {
				err = nil
			}
		}
	}
	return a.opened(err)
}

// Server reports whether where is the address of a server and not a file.
func Server(where string) bool {
	return strings.HasPrefix(where, "postgres://") || strings.HasPrefix(where, "postgresql://")
}

// IsPath reports whether where is the path of a file: no server, and no address of a
// file as SQLite writes it, "file:a.db?mode=ro".
func IsPath(where string) bool {
	return where != "" && !Server(where) && !strings.HasPrefix(where, "file:")
}

// ReadOnly reports whether the archive can only be read.
func (a *Archive) ReadOnly() bool { return a.readOnly }

// Close ends the use of the archive.
func (a *Archive) Close() error { return a.db.Close() }

func (a *Archive) wrap(err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if a.engine != nil {
		err = a.engine.plain(err)
	}
	return fmt.Errorf("archive %s: %w", a.name, err)
}

// prepare checks or makes the tables, in one transaction.
func (a *Archive) prepare(ctx context.Context) error {
	return a.write(ctx, func(tx *sql.Tx) error {
		if l := a.engine.lock(); l != "" {
			if _, err := tx.ExecContext(ctx, l); err != nil {
				return err
			}
		}
		fresh, err := a.check(ctx, tx)
		if err != nil {
			return err
		}
		if fresh {
			for _, s := range a.engine.schema() {
				if _, err := tx.ExecContext(ctx, s); err != nil {
					return err
				}
			}
			if _, err := tx.ExecContext(ctx, "INSERT INTO dateline_about (name, value) VALUES ('format', $1)", strconv.Itoa(Format)); err != nil {
				return err
			}
		}
		return a.findVersion(ctx, tx)
	})
}

// prepareToRead opens an archive that is there and cannot be written.
func (a *Archive) prepareToRead(ctx context.Context, where string) error {
	if !Server(where) {
		_ = a.db.Close()
		var err error
		if a.db, err = openFileToRead(where); err != nil {
			return err
		}
	}
	return a.find(ctx)
}

// find finds the tables and the version in an archive that is only read.
func (a *Archive) find(ctx context.Context) error {
	fresh, err := a.check(ctx, a.db)
	if err != nil {
		return err
	}
	if fresh {
		return ErrReadOnly
	}
	err = a.db.QueryRowContext(ctx, "SELECT id FROM dateline_versions WHERE code = $1 AND knowledge = $2", a.version.Code, a.version.Knowledge).Scan(&a.id)
	if errors.Is(err, sql.ErrNoRows) {
		return nil // nothing in it is fresh
	}
	return err
}

// asker is a database or a transaction.
type asker interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// check reports whether the database is empty, and refuses what is no archive or
// one of a later program.
func (a *Archive) check(ctx context.Context, q asker) (fresh bool, err error) {
	var n int
	if err := q.QueryRowContext(ctx, a.engine.exists(), "dateline_about").Scan(&n); err != nil {
		return false, err
	}
	if n == 0 {
		if err := q.QueryRowContext(ctx, a.engine.tables()).Scan(&n); err != nil {
			return false, err
		}
		if n > 0 {
			return false, ErrForeign
		}
		return true, nil
	}
	var s string
	err = q.QueryRowContext(ctx, "SELECT value FROM dateline_about WHERE name = 'format'").Scan(&s)
	if errors.Is(err, sql.ErrNoRows) {
		return false, ErrForeign
	}
	if err != nil {
		return false, err
	}
	switch f, err := strconv.Atoi(s); {
	case err != nil || f < 1:
		return false, ErrForeign
	case f > Format:
		return false, ErrNewer
	}
	return false, nil
}

// findVersion finds the row of the version, or makes it.
func (a *Archive) findVersion(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO dateline_versions (code, knowledge) VALUES ($1, $2) ON CONFLICT (code, knowledge) DO NOTHING", a.version.Code, a.version.Knowledge)
	if err != nil {
		return err
	}
	return tx.QueryRowContext(ctx, "SELECT id FROM dateline_versions WHERE code = $1 AND knowledge = $2", a.version.Code, a.version.Knowledge).Scan(&a.id)
}

// tries is how often a transaction is tried that another program has got in the
// way of.
const tries = 5

// write runs f in a transaction and commits it, or nothing of it.
func (a *Archive) write(ctx context.Context, f func(*sql.Tx) error) error {
	if a.readOnly {
		return ErrReadOnly
	}
	for try := 1; ; try++ {
		err := a.writeOnce(ctx, f)
		if err == nil || try == tries || !a.engine.again(err) {
			return err
		}
	}
}

func (a *Archive) writeOnce(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := a.db.BeginTx(ctx, nil)
	if err != nil {
		return a.engine.plain(err)
	}
	defer func() { _ = tx.Rollback() }() // nothing once it is committed
	if err := f(tx); err != nil {
		return a.engine.plain(err)
	}
	return a.engine.plain(tx.Commit())
}
