package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/datelinehq/dateline/timeline/text"
)

// ErrLong says that a line is longer than an article may be.
var ErrLong = fmt.Errorf("the line is longer than %d MB", MaxBytes>>20)

// ReadLine reads a line without keeping more of it than an article may have: of a
// longer one nothing, with ErrLong.
func ReadLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := r.ReadSlice('\n')
		if len(line)+len(part) > MaxBytes {
			long, line = true, nil
		}
		if !long {
			line = append(line, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if long {
			return nil, ErrLong
		}
		return line, err
	}
}

// IsLines reports whether a file of that name holds one article a line, so that it
// may be read by Lines, however large it is.
func IsLines(file string) bool { return lines(file) }

// Lines reads one article a line and hands each on with its findings; a line that is
// none is a finding alone. It ends with the first error of f.
func (r *Reader) Lines(file string, in io.Reader, g Given, f func(*text.Article, []text.Finding) error) error {
	if g.From == text.FromNowhere {
		g.From = text.FromFlag
	}
	br := bufio.NewReaderSize(in, 1<<18)
	l := liner{Reader: r, file: file, given: g}
	for {
		line, err := ReadLine(br)
		l.n++
		if a, fs := l.line(line, err); a != nil || len(fs) > 0 {
			if err := f(a, fs); err != nil {
				return err
			}
		}
		switch {
		case err == nil || errors.Is(err, ErrLong):
		case errors.Is(err, io.EOF):
			return l.end()
		default:
			return err
		}
	}
}

// liner counts what has come of a file.
type liner struct {
	*Reader
	file  string
	given Given
	// n counts lines; full those that are not blank; good articles.
	n, full, good int
	// odd says that bytes which are no UTF-8 were told of, binary that there was a
	// zero byte.
	odd, binary bool
}

func (l *liner) line(b []byte, err error) (*text.Article, []text.Finding) {
	if errors.Is(err, ErrLong) {
		l.full++
		return nil, l.bad(err)
	}
	if l.n == 1 {
		b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	}
	if b = bytes.TrimSpace(b); len(b) == 0 {
		return nil, nil
	}
	l.full++
	s, fs, err := decode(l.file, b)
	if err != nil {
		l.binary = l.binary || errors.Is(err, errBinary)
		return nil, l.bad(err)
	}
	if l.odd {
		fs = nil
	}
	l.odd = l.odd || len(fs) > 0
	a, more, err := l.Record([]byte(s), l.given)
	if err != nil {
		return nil, append(fs, l.bad(err)...)
	}
	l.good++
	if a.ID == "" {
		a.ID = fmt.Sprintf("%s-%d", id(l.file), l.n)
	}
	a.File = l.file
	return &a, append(fs, more...)
}

func (l *liner) bad(err error) []text.Finding {
	return []text.Finding{{Article: l.file, Stage: "source", Code: "bad-record", Text: fmt.Sprintf("%s:%d: %v", l.file, l.n, err)}}
}

// end is the error of a file without an article.
func (l *liner) end() error {
	switch {
	case l.good > 0:
		return nil
	case l.full == 0:
		return errEmpty
	case l.binary:
		return errBinary
	}
	return fmt.Errorf("no article in %d lines", l.n)
}
