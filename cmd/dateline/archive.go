package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"

	"github.com/datelinehq/dateline/configs"
	"github.com/datelinehq/dateline/timeline/archive"
)

// archived is the archive of a config, and what it goes by. Its zero value keeps
// nothing.
type archived struct {
	*archive.Archive
	version archive.Version
	// seeds is the hash of all seeds.
	seeds string
	// lost says why an archive that was wanted is not used.
	lost string
}

// archivePlace is where a config's archive is, empty if it has none.
func archivePlace(c *configs.Config) string {
	if archive.IsPath(c.Archive) {
		return within(c.Dir, c.Archive)
	}
	return c.Archive
}

// openArchive opens the archive of a config. One that cannot be used is told of, and the
// run goes on without it.
func (a *app) openArchive(ctx context.Context, c *configs.Config) archived {
	where := archivePlace(c)
	if where == "" {
		return archived{}
	}
	var v archived
	var err error
	if v.version, v.seeds, err = a.version(); err == nil {
		v.Archive, err = archive.Open(ctx, where, v.version)
	}
	switch {
	case ctx.Err() != nil:
	case err != nil:
		v.lost = err.Error()
		a.lost(err)
	case v.ReadOnly():
		a.tell(problem{"warning", "", "archive", "archive-read-only", fmt.Sprintf("archive %s: it cannot be written; what this run finds is not kept", archive.Name(where))})
	}
	return v
}

// lost tells that an archive is used no more.
func (a *app) lost(err error) {
	code := "archive-failed"
	for _, c := range []struct {
		err  error
		code string
	}{
		{archive.ErrNewer, "archive-newer"}, {archive.ErrForeign, "archive-foreign"}, {archive.ErrDamaged, "archive-damaged"},
		{archive.ErrFull, "archive-full"}, {archive.ErrReadOnly, "archive-read-only"}, {archive.ErrLocked, "archive-locked"},
	} {
		if errors.Is(err, c.err) {
			code = c.code
		}
	}
	a.tell(problem{"warning", "", "archive", code, err.Error() + ". The run goes on without it"})
}

// version is what reports are made by: this program, the seeds, and the options.
func (a *app) version() (v archive.Version, all string, err error) {
	if v.Code, err = a.code(); err != nil {
		return v, "", err
	}
	if v.Knowledge, err = hashSeeds(a.seeds(), knowledge); err != nil {
		return v, "", fmt.Errorf("seeds: %w", err)
	}
	if all, err = hashSeeds(a.seeds(), func(string) bool { return true }); err != nil {
		return v, "", fmt.Errorf("seeds: %w", err)
	}
	names, err := a.names()
	if err != nil {
		return v, "", err
	}
	h := sha256.New()
	_, _ = fmt.Fprintf(h, "%v", a.colloquial)
	for _, n := range names {
		_, _ = fmt.Fprintf(h, " %q", n.Text)
	}
	v.Options = hex.EncodeToString(h.Sum(nil))
	return v, all, nil
}

// code names this program: a release by its number, another by what it is made of,
// since between releases nothing else tells that it is another. Figures of models
// may differ in the last digit on other processors.
func (a *app) code() (string, error) {
	if release != unreleased {
		return generator() + " " + runtime.GOARCH, nil
	}
	if a.program == nil {
		return "", errors.New("this program cannot tell what it is made of")
	}
	f, err := a.program()
	if err != nil {
		return "", fmt.Errorf("read the program: %w", plain(err))
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", fmt.Errorf("read the program: %w", err)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// openProgram opens the file of the running program.
func openProgram() (io.ReadCloser, error) {
	path, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return os.Open(path)
}
