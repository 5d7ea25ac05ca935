// Package pack takes archives apart: zip, tar, gzip and WARC.
//
// In comes an archive, out come the files in it one after the other, with what the
// archive says of each. It unpacks nothing to disk, so that names with "../" in
// them do no harm, and bounds what it unpacks. The package refuses to know what the
// files hold.
package pack

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// An Entry is a file of an archive.
type Entry struct {
	// Name is the archive's name and the file's in it: "week.zip/a.html". A page of a
	// web archive has its address.
	Name string
	Body []byte
	// URL, ContentType and Captured are what a web archive says of a page.
	URL, ContentType, Captured string
}

// Limits bound what is unpacked; zero values are replaced by the defaults named.
type Limits struct {
	// Entry is the size of one file, 16 MB; larger ones are left out.
	Entry int64
	// Total is the size of all, 8 GB; Entries is their number, a million.
	Total   int64
	Entries int
	// Ratio is how often larger than packed a file of more than a megabyte may be,
	// 200.
	Ratio int64
}

func (l Limits) filled() Limits {
	if l.Entry == 0 {
		l.Entry = 16 << 20
	}
	if l.Total == 0 {
		l.Total = 8 << 30
	}
	if l.Entries == 0 {
		l.Entries = 1_000_000
	}
	if l.Ratio == 0 {
		l.Ratio = 200
	}
	return l
}

// Kind is the kind of an archive by its first bytes: "zip", "tar", "gzip", "warc",
// or "" for none. 512 bytes tell a tar.
func Kind(head []byte) string {
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return "zip"
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		return "gzip"
	case bytes.HasPrefix(head, []byte("WARC/")):
		return "warc"
	case len(head) > 262 && string(head[257:262]) == "ustar":
		return "tar"
	}
	return ""
}

var (
	errTotal   = errors.New("it unpacks to more than is allowed; the rest was left out")
	errEntries = errors.New("it holds more files than are allowed; the rest was left out")
)

// walker is one walk through an archive.
type walker struct {
	limits  Limits
	each    func(Entry) error
	odd     func(name string, err error)
	total   int64
	entries int
}

// Walk calls each for the files of an archive of size bytes, and odd for those that
// had to be left out. It returns an error when the archive breaks off, after the
// files before that, when a limit is reached, or when each returns one.
func Walk(name string, in io.ReaderAt, size int64, l Limits, each func(Entry) error, odd func(name string, err error)) error {
	w := &walker{limits: l.filled(), each: each, odd: odd}
	head := make([]byte, 512)
	n, err := in.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if Kind(head[:n]) == "zip" {
		return w.zip(name, in, size)
	}
	return w.stream(name, io.NewSectionReader(in, 0, size), 0)
}

// maxNested is how deep archives may lie in each other.
const maxNested = 3

// stream walks an archive that is read from its beginning.
func (w *walker) stream(name string, in io.Reader, depth int) error {
	r := bufio.NewReaderSize(in, 1<<16)
	head, _ := r.Peek(512)
	switch kind := Kind(head); {
	case kind == "gzip" && depth < maxNested:
		z, err := gzip.NewReader(r)
		if err != nil {
			return fmt.Errorf("unpack: %w", err)
		}
		return w.stream(strings.TrimSuffix(name, ".gz"), z, depth+1)
	case kind == "tar":
		return w.tar(name, r)
	case kind == "warc":
		return w.warc(name, r)
	}
	b, err := io.ReadAll(io.LimitReader(r, w.limits.Entry+1))
	if int64(len(b)) > w.limits.Entry {
		return fmt.Errorf("it unpacks to more than %d MB", w.limits.Entry>>20)
	}
	if err != nil && len(b) == 0 {
		return fmt.Errorf("unpack: %w", err)
	}
	if e := w.give(Entry{Name: name, Body: b}); e != nil {
		return e
	}
	if err != nil {
		return fmt.Errorf("unpack: %w", err)
	}
	return nil
}

// give hands a file on, within limits.
func (w *walker) give(e Entry) error {
	if w.entries++; w.entries > w.limits.Entries {
		return errEntries
	}
	if w.total += int64(len(e.Body)); w.total > w.limits.Total {
		return errTotal
	}
	return w.each(e)
}

// hidden reports whether a file is none of the user's: folders' and systems' own.
func hidden(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(base, ".") || strings.HasPrefix(name, "__MACOSX/") || base == "Thumbs.db"
}

// inner is the name of a file in an archive, without ways up and out.
func inner(archive, name string) string {
	name = strings.ReplaceAll(strings.ToValidUTF8(name, "\uFFFD"), `\`, "/")
	return archive + path.Join("/", name)
}

func (w *walker) zip(name string, in io.ReaderAt, size int64) error {
	z, err := zip.NewReader(in, size)
	if err != nil {
		return fmt.Errorf("unpack: %w", err)
	}
	for _, f := range z.File {
		if f.FileInfo().IsDir() || hidden(f.Name) {
			continue
		}
		b, err := w.unzip(f)
		if err != nil {
			w.odd(inner(name, f.Name), err)
			continue
		}
		if err := w.give(Entry{Name: inner(name, f.Name), Body: b}); err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) unzip(f *zip.File) ([]byte, error) {
	size := int64(min(f.UncompressedSize64, 1<<62))
	switch {
	case !f.Mode().IsRegular():
		return nil, errors.New("it is no plain file")
	case f.Flags&1 != 0:
		return nil, errors.New("it is encrypted")
	case size > w.limits.Entry:
		return nil, fmt.Errorf("it unpacks to more than %d MB", w.limits.Entry>>20)
	case size > 1<<20 && size/int64(max(f.CompressedSize64, 1)) > w.limits.Ratio:
		return nil, errors.New("it unpacks to far more than an article is")
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("unpack: %w", err)
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, w.limits.Entry+1))
	if err != nil {
		return nil, fmt.Errorf("unpack: %w", err)
	}
	if int64(len(b)) > w.limits.Entry {
		return nil, fmt.Errorf("it unpacks to more than %d MB", w.limits.Entry>>20)
	}
	return b, nil
}

func (w *walker) tar(name string, in io.Reader) error {
	t := tar.NewReader(in)
	for {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("unpack: %w", err)
		}
		switch {
		case h.Typeflag == tar.TypeDir || hidden(h.Name):
			continue
		case h.Typeflag != tar.TypeReg:
			w.odd(inner(name, h.Name), errors.New("it is no plain file"))
			continue
		case h.Size > w.limits.Entry:
			w.odd(inner(name, h.Name), fmt.Errorf("it unpacks to more than %d MB", w.limits.Entry>>20))
			continue
		}
		b, err := io.ReadAll(t)
		if err != nil {
			return fmt.Errorf("unpack: %w", err)
		}
		if err := w.give(Entry{Name: inner(name, h.Name), Body: b}); err != nil {
			return err
		}
	}
}
