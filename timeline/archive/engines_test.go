package archive

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"
)

func TestMain(m *testing.M) {
	code := m.Run()
	stopServer()
	os.Exit(code)
}

// engines runs a test on each engine; open opens an archive that is the same each
// time within the test.
func engines(t *testing.T, f func(t *testing.T, where string)) {
	t.Run("file", func(t *testing.T) { f(t, filepath.Join(t.TempDir(), "a b?#%.db")) })
	t.Run("server", func(t *testing.T) {
		s := startServer()
		if s.err != nil {
			t.Skipf("PostgreSQL is not tested: %v. Install Debian's postgresql (scripts/postgresql.sh), or name the folder of its programs in PGBIN", s.err)
		}
		f(t, s.database(t))
	})
}

// testServer is a PostgreSQL of the tests' own, in a folder of its own, that
// listens on a socket there.
type testServer struct {
	dir string
	cmd *exec.Cmd
	err error
	n   atomic.Int64
}

var (
	startServer = sync.OnceValue(newServer)
	started     atomic.Pointer[testServer]
)

func newServer() *testServer {
	s := &testServer{}
	s.err = s.start()
	started.Store(s)
	return s
}

// programs is the folder of PostgreSQL's programs.
func programs() (string, error) {
	if dir := os.Getenv("PGBIN"); dir != "" {
		return dir, nil
	}
	dirs, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if len(dirs) > 0 {
		return filepath.Dir(dirs[len(dirs)-1]), nil
	}
	if p, err := exec.LookPath("initdb"); err == nil {
		return filepath.Dir(p), nil
	}
	return "", errors.New("its programs (initdb, postgres) were not found")
}

func (s *testServer) start() error {
	bin, err := programs()
	if err != nil {
		return err
	}
	if s.dir, err = os.MkdirTemp("", "dateline-pg-"); err != nil {
		return err
	}
	attr := &syscall.SysProcAttr{}
	if os.Getuid() == 0 { // which it refuses to be
		u, err := user.Lookup("postgres")
		if err != nil {
			u, err = user.Lookup("nobody")
		}
		if err != nil {
			return err
		}
		uid, _ := strconv.Atoi(u.Uid)
		gid, _ := strconv.Atoi(u.Gid)
		if err := os.Chown(s.dir, uid, gid); err != nil {
			return err
		}
		attr.Credential = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	}
	data := filepath.Join(s.dir, "data")
	initdb := exec.Command(filepath.Join(bin, "initdb"), "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
	initdb.SysProcAttr, initdb.Dir = attr, s.dir
	if out, err := initdb.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w: %s", err, out)
	}
	s.cmd = exec.Command(filepath.Join(bin, "postgres"), "-D", data, "-k", s.dir, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=60")
	s.cmd.SysProcAttr, s.cmd.Dir = attr, s.dir
	if err := s.cmd.Start(); err != nil {
		return err
	}
	for range 100 {
		if err = s.exec("SELECT 1"); err == nil {
			return nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	return err
}

func (s *testServer) exec(query string) error {
	db, err := sql.Open("pgx", s.address(""))
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.ExecContext(context.Background(), query)
	return err
}

func (s *testServer) address(schema string) string {
	a := "postgres://tester@/postgres?host=" + s.dir
	if schema != "" {
		a += "&search_path=" + schema
	}
	return a
}

// database is an empty schema.
func (s *testServer) database(t *testing.T) string {
	t.Helper()
	schema := fmt.Sprintf("t%d", s.n.Add(1))
	if err := s.exec("CREATE SCHEMA " + schema); err != nil {
		t.Fatal(err)
	}
	return s.address(schema)
}

func stopServer() {
	s := started.Load()
	if s == nil {
		return
	}
	if s.cmd != nil && s.cmd.Process != nil {
		_ = s.cmd.Process.Signal(syscall.SIGINT)
		_ = s.cmd.Wait()
	}
	_ = os.RemoveAll(s.dir)
}
