package fetch

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
)

// A store is a folder:
//
//	pages/HOST/ID.html             what was got last of an address
//	pages/HOST/ID.html.meta.yaml   its address, time, hash, headers, and its feed's words
//	feeds/HOST/ID.xml, .meta.yaml  the same for feeds
//	former/HOST/ID-HASH.html       what was got before, if it read otherwise
//
// ID is made of the address. A file is written beside its place and then moved
// there, the notes last: what has no notes, or other bytes than these say, counts
// as not there.
type store struct{ root *os.Root }

const metaExt = ".meta.yaml"

func openStore(dir string) (*store, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("make the store: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open the store: %w", err)
	}
	return &store{root}, nil
}

// record is what the notes beside a file say. The first four are read again as
// what is known of the article.
type record struct {
	URL       string    `yaml:"url"`
	FeedTitle string    `yaml:"feed_title,omitempty"`
	FeedDate  string    `yaml:"feed_published,omitempty"`
	Feed      string    `yaml:"feed,omitempty"`
	Final     string    `yaml:"final_url,omitempty"`
	Fetched   time.Time `yaml:"fetched"`
	Checked   time.Time `yaml:"checked"`
	Bytes     int       `yaml:"bytes"`
	SHA256    string    `yaml:"sha256"`
	Kind      string    `yaml:"content_type"`
	Headers   []header  `yaml:"headers,omitempty"`

	file string
}

// header is a list item and no key, so that its spelling is kept.
type header struct {
	Name  string `yaml:"name"`
	Value string `yaml:"value"`
}

// kept are the headers worth keeping: what makes the next request conditional, and
// what speaks of dates and language.
var kept = []string{"Content-Type", "Content-Language", "Date", "Etag", "Last-Modified", "Expires", "Cache-Control", "Server"}

// maxHeader bounds one header's value.
const maxHeader = 1000

func (r *record) header(name string) string {
	for _, h := range r.Headers {
		if h.Name == name {
			return h.Value
		}
	}
	return ""
}

// condition asks for the page only if it is another than the one that we have.
func (r *record) condition(h http.Header) {
	if v := r.header("Etag"); v != "" {
		h.Set("If-None-Match", v)
	}
	if v := r.header("Last-Modified"); v != "" {
		h.Set("If-Modified-Since", v)
	}
}

var unsafe = regexp.MustCompile(`[^a-z0-9.-]+`)

// idBytes is the length of an ID before it is written in hexadecimal.
const idBytes = 8

// place is where an address lies, without the end of the name.
func place(address string, isFeed bool) string {
	sum := sha256.Sum256([]byte(withoutFragment(address)))
	host := strings.Trim(unsafe.ReplaceAllString(hostOf(address), "_"), ".")
	kind := "pages"
	if isFeed {
		kind = "feeds"
	}
	return path.Join(kind, host, hex.EncodeToString(sum[:idBytes]))
}

// find is what the store holds of an address, nil if nothing whole.
func (s *store) find(address string, isFeed bool) *record {
	at := place(address, isFeed)
	names, err := fs.Glob(s.root.FS(), at+".*"+metaExt)
	if err != nil {
		return nil
	}
	for _, n := range names {
		b, err := s.read(n)
		if err != nil {
			continue
		}
		r := &record{file: strings.TrimSuffix(n, metaExt)}
		if yaml.Unmarshal(b, r) != nil {
			continue
		}
		if body, err := s.read(r.file); err == nil && hash(body) == r.SHA256 {
			return r
		}
	}
	return nil
}

func hash(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

func (s *store) read(name string) ([]byte, error) { return s.root.ReadFile(filepath.FromSlash(name)) }

// keep stores an answer and tells what it is beside what was there.
func (s *store) keep(t target, was *record, a *answer) (Outcome, error) {
	if was != nil && (a.status == http.StatusNotModified || hash(a.body) == was.SHA256) {
		was.Checked = a.at
		was.note(a.header)
		return Outcome{Result: Unchanged, File: was.file, Bytes: was.Bytes}, s.notes(was)
	}
	r := &record{
		URL: t.url, Fetched: a.at, Checked: a.at, Bytes: len(a.body), SHA256: hash(a.body), Kind: a.kind,
		file: place(t.url, t.isFeed) + extOf(a.kind),
	}
	if a.final != t.url {
		r.Final = a.final
	}
	if e := t.entry; e != nil {
		r.Feed, r.FeedTitle, r.FeedDate = e.Feed, e.Title, e.Published
	}
	r.note(a.header)
	o := Outcome{Result: New, File: r.file, Bytes: r.Bytes}
	if was != nil {
		o.Result = Changed
		if err := s.retire(was); err != nil {
			return o, err
		}
	}
	if err := s.write(r.file, a.body); err != nil {
		return o, err
	}
	return o, s.notes(r)
}

// note keeps what the headers say, and what they said before where they are silent.
func (r *record) note(h http.Header) {
	var hs []header
	for _, k := range kept {
		v := h.Get(k)
		if v == "" {
			v = r.header(k)
		}
		if v != "" && len(v) <= maxHeader {
			hs = append(hs, header{k, v})
		}
	}
	r.Headers = hs
}

// retire puts what was got before aside.
func (s *store) retire(r *record) error {
	kind, rest, _ := strings.Cut(r.file, "/")
	ext := path.Ext(rest)
	to := "former/" + strings.TrimSuffix(rest, ext) + "-" + r.SHA256[:2*idBytes] + ext
	if kind == "feeds" { // feeds change all the time, and their pages are kept
		return s.remove(r.file)
	}
	if err := s.root.MkdirAll(filepath.FromSlash(path.Dir(to)), 0o755); err != nil {
		return fmt.Errorf("store a former page: %w", err)
	}
	for _, end := range []string{"", metaExt} {
		if err := s.root.Rename(filepath.FromSlash(r.file+end), filepath.FromSlash(to+end)); err != nil {
			return fmt.Errorf("store a former page: %w", err)
		}
	}
	return nil
}

func (s *store) remove(file string) error {
	for _, end := range []string{metaExt, ""} {
		if err := s.root.Remove(filepath.FromSlash(file + end)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("remove a former feed: %w", err)
		}
	}
	return nil
}

func (s *store) notes(r *record) error {
	b, err := yaml.Marshal(r)
	if err != nil {
		return fmt.Errorf("write the notes of %s: %w", r.file, err)
	}
	return s.write(r.file+metaExt, b)
}

// write writes a file beside its place and moves it there.
func (s *store) write(name string, b []byte) error {
	name = filepath.FromSlash(name)
	if err := s.root.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return fmt.Errorf("write to the store: %w", err)
	}
	var salt [4]byte
	_, _ = rand.Read(salt[:]) // it never fails
	tmp := fmt.Sprintf("%s.%x.part", name, salt)
	if err := s.root.WriteFile(tmp, b, 0o644); err != nil {
		return fmt.Errorf("write to the store: %w", err)
	}
	if err := s.root.Rename(tmp, name); err != nil {
		return fmt.Errorf("write to the store: %w", err)
	}
	return nil
}
