package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/datelinehq/dateline/render/feed"
	"github.com/datelinehq/dateline/render/html"
	"github.com/datelinehq/dateline/render/markdown"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/brief"
	"github.com/datelinehq/dateline/timeline/source"
	"github.com/datelinehq/dateline/timeline/text"
)

// Names in a bundle.
const (
	bundleManifest = "MANIFEST.json"
	bundleTimeline = "timeline.json"
	bundleSources  = "sources"
)

// manifest says what a bundle holds.
type manifest struct {
	Version   int    `json:"version"`
	Generator string `json:"generator"`
	Title     string `json:"title"`
	// Files are all others of the bundle, by name.
	Files []manifestFile `json:"files"`
}

type manifestFile struct {
	Name   string `json:"name"`
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
}

func (a *app) bundleCmd() *cobra.Command {
	var root string
	c := &cobra.Command{
		Use:   "bundle TIMELINE.json",
		Short: "Seal a timeline with its sources in one zip that verifies itself",
		Long: `Bundle puts a timeline.json, its page, briefing and events, and the files of its
sources into one zip, with a manifest of their SHA-256 sums. "dateline verify" proves
offline that nothing in it was changed and that each quote stands in its source. The
same input makes the same bytes.`,
		Example: "  dateline bundle out/beijing/timeline.json --root configs -o beijing.zip\n  dateline verify beijing.zip",
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			t, err := a.readTimeline(args[0])
			if err != nil {
				return err
			}
			files, err := a.bundled(t, root)
			if err != nil {
				return err
			}
			return a.deliver(nil, func(w io.Writer) error { return writeBundle(w, t, files) })
		},
	}
	c.Flags().StringVar(&root, "root", ".", "folder from which the files of the sources are named: that of the config")
	c.Flags().StringVarP(&a.output, "output", "o", "", "file to write (default: standard output)")
	return c
}

// bundled are the files of a bundle, by name, without its manifest.
func (a *app) bundled(t *timeline.Timeline, root string) (map[string][]byte, error) {
	files := map[string][]byte{}
	for name, write := range map[string]func(io.Writer) error{
		bundleTimeline: t.Write,
		"page.html":    func(w io.Writer) error { return html.Render(w, t, html.Options{}) },
		"briefing.md":  func(w io.Writer) error { return a.writeBriefing(w, t, brief.Options{}, markdown.Options{}) },
		"events.jsonl": func(w io.Writer) error { return writeFormat(w, t, "jsonl", feed.Options{}) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			return nil, err
		}
		files[name] = b.Bytes()
	}
	for _, s := range t.Sources {
		if s.File == "" {
			return nil, fail(exitFailed, "source %d (%s): the timeline names no file for it", s.Number, s.ID)
		}
		name := sealed(s.File)
		if files[name] != nil {
			continue
		}
		file := within(root, filepath.FromSlash(s.File))
		b, err := os.ReadFile(file)
		if err != nil {
			return nil, fail(exitFailed, "%s: %w; give the folder of the config with --root", file, plain(err))
		}
		files[name] = b
		if side, err := os.ReadFile(file + ".meta.yaml"); err == nil {
			files[name+".meta.yaml"] = side
		}
	}
	return files, nil
}

// sealed is the name of a source's file in a bundle, without ways out of it.
func sealed(file string) string {
	return path.Join(bundleSources, strings.ReplaceAll(path.Clean("/"+strings.ReplaceAll(file, "../", "up/")), ":", "_"))
}

func writeBundle(w io.Writer, t *timeline.Timeline, files map[string][]byte) error {
	m := manifest{Version: 1, Generator: generator(), Title: t.Title, Files: []manifestFile{}}
	var names []string
	for n := range files {
		names = append(names, n)
	}
	slices.Sort(names)
	for _, n := range names {
		m.Files = append(m.Files, manifestFile{n, len(files[n]), fmt.Sprintf("%x", sha256.Sum256(files[n]))})
	}
	b, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	put := func(name string, b []byte) error {
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		_, err = f.Write(b)
		return err
	}
	if err := put(bundleManifest, append(b, '\n')); err != nil {
		return fmt.Errorf("write bundle: %w", err)
	}
	for _, n := range names {
		if err := put(n, files[n]); err != nil {
			return fmt.Errorf("write bundle: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("write bundle: %w", err)
	}
	return nil
}

// maxBundled bounds one file of a bundle that is opened.
const maxBundled = 1 << 30

// openBundle reads a bundle and checks its manifest. It tells what is not as the
// manifest says.
func openBundle(file string) (files map[string][]byte, bad []string, err error) {
	z, err := zip.OpenReader(file)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", file, plain(err))
	}
	defer z.Close()
	files = map[string][]byte{}
	for _, f := range z.File {
		if f.UncompressedSize64 > maxBundled {
			return nil, nil, fmt.Errorf("%s: %s is larger than %d MB", file, f.Name, maxBundled>>20)
		}
		r, err := f.Open()
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %s: %w", file, f.Name, err)
		}
		b, err := io.ReadAll(io.LimitReader(r, maxBundled))
		r.Close()
		if err != nil {
			bad = append(bad, f.Name+": "+err.Error())
			continue
		}
		files[f.Name] = b
	}
	var m manifest
	if err := json.Unmarshal(files[bundleManifest], &m); err != nil {
		return nil, nil, fmt.Errorf("%s: no bundle of dateline: it holds no %s that can be read", file, bundleManifest)
	}
	listed := map[string]bool{bundleManifest: true}
	for _, f := range m.Files {
		listed[f.Name] = true
		switch b, there := files[f.Name]; {
		case !there:
			bad = append(bad, f.Name+": missing")
		case fmt.Sprintf("%x", sha256.Sum256(b)) != f.SHA256:
			bad = append(bad, f.Name+": altered")
		}
	}
	for n := range files {
		if !listed[n] {
			bad = append(bad, n+": not of the bundle")
		}
	}
	slices.Sort(bad)
	return files, bad, nil
}

// verifyBundle verifies a bundle by what is in it alone.
func (a *app) verifyBundle(file string, asJSON bool) (int, error) {
	files, bad, err := openBundle(file)
	if err != nil {
		return 0, fail(exitFailed, "%w", err)
	}
	for _, s := range bad {
		if _, err := fmt.Fprintf(a.stdout, "%s: %s\n", file, oneLine(s)); err != nil {
			return 0, err
		}
	}
	t, err := timeline.Read(bytes.NewReader(files[bundleTimeline]))
	if err != nil {
		return 0, fail(exitFailed, "%s: %w", file, err)
	}
	_, r, err := a.engine()
	if err != nil {
		return 0, err
	}
	sh := newShelf(func(name string) ([]text.Article, error) {
		b, ok := files[sealed(name)]
		if !ok {
			return nil, errors.New("it is not in the bundle")
		}
		var as []text.Article
		err := a.inMemory(r, name, b, source.Given{Sidecar: files[sealed(name)+".meta.yaml"]}, func(_ string, more []text.Article, _ []text.Finding, err error) error {
			as = append(as, more...)
			return err
		})
		return as, err
	})
	n, err := a.compare(file, t, sh, asJSON)
	return n + len(bad), err
}
