package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"

	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/source"
	"github.com/datelinehq/dateline/timeline/text"
)

// answer is what becomes of one line: bytes for standard output, and problems.
type answer struct {
	out      []byte
	findings []text.Finding
	err      error
	line     int
}

// lineFunc makes the answer to an article.
type lineFunc func(p *pipeline.Pipeline, a text.Article) (any, []text.Finding)

// stream answers each line of JSON Lines files, in their order, on all
// processors, holding only a few lines at once.
func (a *app) stream(ctx context.Context, files []string, f lineFunc) error {
	p, r, err := a.engine()
	if err != nil {
		return err
	}
	g, err := a.given()
	if err != nil {
		return err
	}
	if len(files) == 0 {
		files = []string{stdinName}
	}
	out := bufio.NewWriterSize(a.stdout, 1<<16)
	bad, good := 0, 0
	for _, file := range files {
		in, name := a.stdin, "stdin"
		if file != stdinName {
			h, err := os.Open(file)
			if err != nil {
				bad++
				a.problem("error", plain(err).Error(), file)
				continue
			}
			defer h.Close()
			in, name = h, file
		}
		b, n, err := a.lines(ctx, in, name, out, func(line []byte) answer { return reply(p, r, g, line, f) })
		bad, good = bad+b, good+n
		if err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write to standard output: %w", err)
	}
	switch {
	case good == 0 && bad > 0:
		return fail(exitFailed, "no article could be read")
	case bad > 0:
		return fail(exitPartly, "%s", plural(bad, "input failed", "inputs failed"))
	}
	return nil
}

// reply reads one record and answers it.
func reply(p *pipeline.Pipeline, r *source.Reader, g source.Given, line []byte, f lineFunc) answer {
	art, findings, err := r.Record(line, g)
	if err != nil {
		return answer{err: err}
	}
	v, more := f(p, art)
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for _, x := range list(v) {
		if err := e.Encode(x); err != nil {
			return answer{err: err}
		}
	}
	return answer{out: b.Bytes(), findings: append(findings, more...)}
}

// list is v's elements if it is a list of lines, else v alone.
func list(v any) []any {
	if l, ok := v.([]any); ok {
		return l
	}
	return []any{v}
}

// lines answers the lines of one input. It reads no more than a few lines ahead
// of what it writes.
func (a *app) lines(ctx context.Context, in io.Reader, name string, out io.Writer, f func([]byte) answer) (bad, good int, err error) {
	queue := make(chan chan answer, 2*runtime.GOMAXPROCS(0))
	var readErr error
	go func() {
		defer close(queue)
		br := bufio.NewReaderSize(in, 1<<20)
		for n := 1; ctx.Err() == nil; n++ {
			line, err := source.ReadLine(br)
			if len(bytes.TrimSpace(line)) > 0 || errors.Is(err, source.ErrLong) {
				c := make(chan answer, 1)
				queue <- c
				go func() {
					r := answer{err: err}
					if !errors.Is(err, source.ErrLong) {
						r = f(line)
					}
					r.line = n
					c <- r
				}()
			}
			if err != nil && !errors.Is(err, source.ErrLong) {
				if !errors.Is(err, io.EOF) {
					readErr = err
				}
				return
			}
		}
	}()
	for c := range queue {
		r := <-c
		a.findings(r.findings)
		if r.err != nil {
			bad++
			a.problem("error", fmt.Sprintf("%s:%d: %v", name, r.line, r.err), "")
			continue
		}
		good++
		if _, err := out.Write(r.out); err != nil {
			return bad, good, fmt.Errorf("write to standard output: %w", err)
		}
	}
	if readErr != nil {
		return bad, good, fmt.Errorf("read %s: %w", name, readErr)
	}
	return bad, good, ctx.Err()
}
