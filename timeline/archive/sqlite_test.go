package archive

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/edtf"
)

// filled is the path of an archive with some articles.
func filled(t *testing.T, n int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.db")
	a := open(t, path, one)
	for i := range n {
		keep(t, a, sample(fmt.Sprintf("a%d", i), fmt.Sprintf("The talks number %d were held.", i), edtf.YMD(2009, 5, 12)))
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// What is no archive is refused, and not a byte of it is changed.
func TestOtherFilesAreLeftAlone(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(text, bytes.Repeat([]byte("notes "), 1000), 0o600); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(dir, "other.db")
	db, err := sql.Open("sqlite", other)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("CREATE TABLE photos (id INTEGER PRIMARY KEY)"); err != nil {
		t.Fatal(err)
	}
	_ = db.Close()
	for _, path := range []string{text, other} {
		before, _ := os.ReadFile(path)
		if _, err := Open(t.Context(), path, one); !errors.Is(err, ErrForeign) {
			t.Errorf("%s: got %v", path, err)
		}
		if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
			t.Errorf("%s was changed", path)
		}
	}
	entries, _ := os.ReadDir(dir)
	if len(entries) != 2 {
		t.Errorf("files were left: %v", entries)
	}
	for _, path := range []string{dir, filepath.Join(dir, "none", "a.db")} {
		if _, err := Open(t.Context(), path, one); err == nil {
			t.Errorf("%s: opened", path)
		}
	}
}

// A file that is cut or overwritten anywhere yields an error or the truth, never
// something else, and never a panic.
func TestDamagedFiles(t *testing.T) {
	path := filled(t, 60)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	refused := 0
	for at := 0; at < len(whole); at += len(whole) / 40 {
		for _, cut := range []bool{true, false} {
			b := bytes.Clone(whole)
			if cut {
				b = b[:at]
			} else {
				copy(b[at:min(at+3000, len(b))], bytes.Repeat([]byte{0xA5}, 3000))
			}
			bad := filepath.Join(t.TempDir(), "bad.db")
			if err := os.WriteFile(bad, b, 0o600); err != nil {
				t.Fatal(err)
			}
			if useDamaged(t, bad) != nil {
				refused++
			}
		}
	}
	if refused == 0 {
		t.Error("no damage was noticed")
	}
}

// useDamaged does all that a run does, and wants what it gets to be true.
func useDamaged(t *testing.T, path string) error {
	t.Helper()
	a, err := Open(t.Context(), path, one)
	if err != nil {
		return err
	}
	defer a.Close()
	for i := range 60 {
		r := sample(fmt.Sprintf("a%d", i), fmt.Sprintf("The talks number %d were held.", i), edtf.YMD(2009, 5, 12))
		f, err := a.Look(t.Context(), []Key{r.Key}, true)
		if err != nil {
			return err
		}
		if got, ok := f[0].Report(r.Article); ok && got.Events[0].Title != r.Report.Events[0].Title {
			t.Errorf("%s: got %q", path, got.Events[0].Title)
		}
	}
	if _, err := a.Search(t.Context(), Query{Words: "talks"}); err != nil {
		return err
	}
	return a.Keep(t.Context(), []Result{sample("new", "The talks were new.", edtf.Date{})})
}

func TestDamageIsToldInWords(t *testing.T) {
	path := filled(t, 60)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, append(b[:4096:4096], bytes.Repeat([]byte{0xA5}, len(b)-4096)...), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := useDamaged(t, path); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "delete it") {
		t.Errorf("got %v", err)
	}
}

// A full disk fails the transaction and leaves what was kept before.
func TestFullDisk(t *testing.T) {
	path := filled(t, 5)
	a := open(t, "file:"+path+"?_pragma=max_page_count(60)", one)
	var err error
	for i := 0; i < 1000 && err == nil; i++ {
		err = a.Keep(t.Context(), []Result{sample(fmt.Sprintf("b%d", i), "The "+strings.Repeat(fmt.Sprintf("talks %d ", i), 500), edtf.Date{})})
	}
	if !errors.Is(err, ErrFull) {
		t.Fatalf("got %v", err)
	}
	if f := look(t, a, sample("a1", "The talks number 1 were held.", edtf.YMD(2009, 5, 12))); f.State != Fresh {
		t.Errorf("got %q", f.State)
	}
}

// A file that nobody may write is read.
func TestReadOnly(t *testing.T) {
	path := filled(t, 3)
	a := open(t, "file:"+path+"?_pragma=query_only(1)", one)
	if !a.ReadOnly() {
		t.Error("it can be written")
	}
	r := sample("a1", "The talks number 1 were held.", edtf.YMD(2009, 5, 12))
	if f := look(t, a, r); f.State != Fresh {
		t.Errorf("got %q", f.State)
	}
	if err := a.Keep(t.Context(), []Result{r}); !errors.Is(err, ErrReadOnly) {
		t.Errorf("got %v", err)
	}
}

// Another program that holds the file makes a run wait, and then go on.
func TestLocked(t *testing.T) {
	path := filled(t, 3)
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("BEGIN EXCLUSIVE"); err != nil {
		t.Fatal(err)
	}
	_, err = Open(t.Context(), "file:"+path+"?_pragma=busy_timeout(50)", one)
	if !errors.Is(err, ErrLocked) {
		t.Errorf("got %v", err)
	}
	if _, err := db.Exec("ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	open(t, path, one)
}
