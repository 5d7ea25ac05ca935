package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"sync"

	"github.com/datelinehq/dateline/configs"
	"github.com/datelinehq/dateline/timeline/source"
	"github.com/datelinehq/dateline/timeline/text"
)

// inputFile is a file of a report, with what the config says of it.
type inputFile struct {
	path  string
	given source.Given
	// sum is what it holds, if that was asked for.
	sum contents
}

// contents are a file's hash and how many articles it may hold at least.
type contents struct {
	sum   string
	lines int
}

// files lists the inputs of a report, in order, each file once.
func (a *app) files(c *configs.Config, rep configs.Report) (files []inputFile, bad int) {
	seen := map[string]bool{}
	for _, in := range rep.Inputs {
		paths, err := expand(in, c.Dir)
		if err != nil {
			bad++
			a.problem("error", err.Error(), in.Path)
			continue
		}
		for _, f := range paths {
			if seen[f] {
				continue
			}
			seen[f] = true
			files = append(files, inputFile{path: f, given: source.Given{
				Title: in.Title, Outlet: in.Outlet, Origin: in.Origin, Place: in.Place, Credit: in.Credit,
				Lang: in.Lang, Genre: text.Genre(in.Kind), Published: in.PublishedDate, From: text.FromConfig,
			}})
		}
	}
	return files, bad
}

// survey hashes what files and their sidecars hold.
func survey(files []inputFile) {
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		wg.Go(func() {
			for i := range next {
				f := &files[i]
				f.sum = surveyed(f.path)
				if side := surveyed(f.path + ".meta.yaml"); side.sum != "none" {
					f.sum.sum += " " + side.sum
				}
			}
		})
	}
	for i := range files {
		next <- i
	}
	close(next)
	wg.Wait()
}

// surveyed is what a file holds, or why that is not known.
func surveyed(path string) contents {
	c, err := sumFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return contents{sum: "none"}
	case err != nil:
		return contents{sum: "unreadable: " + err.Error()}
	}
	return c
}

// errPipe: what is read once cannot be looked at before.
var errPipe = errors.New("this is no regular file")

// sumFile hashes a file and counts its articles, where they stand one a line.
func sumFile(path string) (contents, error) {
	f, err := os.Open(path)
	if err != nil {
		return contents{}, err
	}
	defer f.Close()
	if s, err := f.Stat(); err != nil || !s.Mode().IsRegular() {
		return contents{}, errPipe
	}
	h := sha256.New()
	c := contents{lines: 1}
	if !source.IsLines(path) {
		_, err = io.CopyBuffer(h, onlyReader{f}, make([]byte, 1<<16))
	} else {
		c.lines = 0
		buf := make([]byte, 1<<18)
		for n := 0; err == nil; {
			n, err = f.Read(buf)
			c.lines += bytes.Count(buf[:n], []byte{'\n'})
			_, _ = h.Write(buf[:n]) // a hash takes all
		}
		if errors.Is(err, io.EOF) {
			err = nil
		}
	}
	c.sum = hex.EncodeToString(h.Sum(nil))
	return c, err
}

// onlyReader hides what else a file can do, so that the given buffer is used.
type onlyReader struct{ io.Reader }

// mark stands for all that a report is made of: program, knowledge, settings, and
// the contents of its inputs. Two runs of one mark make the same files.
func (a *app) mark(v archived, c *configs.Config, rep configs.Report, files []inputFile) []byte {
	h := sha256.New()
	put := func(parts ...any) { _, _ = fmt.Fprintf(h, "%q\n", fmt.Sprintf("%+v", parts)) }
	put(recordVersion, v.version, v.seeds, generator(), c.Language, a.embargoed)
	if rep.Corrections != "" {
		put(surveyed(within(c.Dir, rep.Corrections)).sum)
	}
	for _, name := range []string{rep.Page.Logo, rep.Page.Template} {
		if name != "" {
			put(surveyed(within(c.Dir, name)).sum)
		}
	}
	put(rep)
	for _, f := range files {
		put(relative(c.Dir, f.path), f.given, f.sum.sum)
	}
	return h.Sum(nil)
}

// hashed is the hash of all seeds whose path keep wants.
func hashSeeds(seeds fs.FS, keep func(path string) bool) (string, error) {
	h := sha256.New()
	err := fs.WalkDir(seeds, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !keep(path) {
			return err
		}
		b, err := fs.ReadFile(seeds, path)
		if err != nil {
			return err
		}
		_, _ = fmt.Fprintf(h, "%q %d\n", path, len(b))
		_, _ = h.Write(b)
		return nil
	})
	return hex.EncodeToString(h.Sum(nil)), err
}

// knowledge reports whether a file of the seeds plays a part in analysis.
func knowledge(path string) bool {
	return !strings.HasPrefix(path, "articles/") && !strings.HasPrefix(path, "selftest/") && !strings.HasSuffix(path, ".md") && !strings.HasSuffix(path, ".go")
}
