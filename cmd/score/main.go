// Command score measures Dateline on gold data.
//
//	score -data DIR [-suite timex,events,coding] [-predictions OUT] [-json] [-errors]
//	      [-baseline FILE [-record [-force]]] [-workers N]
//
// DIR has a folder for each suite: timex/CORPUS/*.tml (TimeML), events/*.jsonl,
// coding/*.jsonl. What is there is found by looking; a folder that is missing is
// skipped. Figures come one a line, in a fixed order. -predictions leaves the raw
// answers for others to score. With -baseline the command fails if a figure is
// worse than the recorded one; -record writes better ones down.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// Options are the command's flags.
type Options struct {
	data, suites, predictions, baseline string
	json, errors, record, force         bool
	workers                             int
}

// A Figure is one number. Less says that smaller is better.
type Figure struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"`
	Less  bool    `json:"less,omitempty"`
	// Info figures are counts that are never compared.
	Info bool `json:"-"`
}

// A suite measures one kind of answer on the gold data in a folder.
type suite struct {
	name string
	// run returns figures and writes predictions through put and mistakes to log.
	run func(r *runner, dir string) ([]Figure, error)
}

func suites() []suite {
	return []suite{{"timex", timexSuite}, {"events", eventsSuite}, {"coding", codingSuite}}
}

// runner is what suites need.
type runner struct {
	Options
	engine engine
	log    io.Writer // mistakes; nil when nobody asks
}

func main() {
	var o Options
	flag.StringVar(&o.data, "data", "../shared/data", "folder of the gold data")
	flag.StringVar(&o.suites, "suite", "", "suites to run, parted by commas (default: all)")
	flag.StringVar(&o.predictions, "predictions", "", "folder to leave the raw answers in")
	flag.StringVar(&o.baseline, "baseline", "", "file of recorded figures; fail below them")
	flag.BoolVar(&o.json, "json", false, "print the figures as one JSON object")
	flag.BoolVar(&o.errors, "errors", false, "print the mistakes by class")
	flag.BoolVar(&o.record, "record", false, "write better figures into the baseline")
	flag.BoolVar(&o.force, "force", false, "with -record, write worse ones too")
	flag.IntVar(&o.workers, "workers", runtime.GOMAXPROCS(0), "documents analysed at once")
	flag.Parse()
	if err := run(o, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "score:", err)
		os.Exit(1)
	}
}

func run(o Options, out io.Writer) error {
	chosen, err := choose(o.suites)
	if err != nil {
		return err
	}
	e, err := newEngine()
	if err != nil {
		return err
	}
	r := &runner{Options: o, engine: e}
	if o.errors {
		r.log = out
	}
	var all []Figure
	for _, s := range chosen {
		dir := filepath.Join(o.data, s.name)
		if _, err := os.Stat(dir); errors.Is(err, os.ErrNotExist) {
			fmt.Fprintf(os.Stderr, "%s: not in %s, skipped\n", s.name, o.data)
			continue
		}
		fs, err := s.run(r, dir)
		if err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		all = append(all, fs...)
	}
	if err := printFigures(out, all, o.json); err != nil {
		return err
	}
	if o.baseline == "" {
		return nil
	}
	return compare(o, all)
}

func choose(list string) ([]suite, error) {
	if list == "" {
		return suites(), nil
	}
	var names []string
	for _, s := range suites() {
		names = append(names, s.name)
	}
	var out []suite
	for _, n := range strings.Split(list, ",") {
		k := slices.Index(names, strings.TrimSpace(n))
		if k < 0 {
			return nil, fmt.Errorf("no suite %q; there are %s", n, strings.Join(names, ", "))
		}
		out = append(out, suites()[k])
	}
	return out, nil
}

func printFigures(w io.Writer, fs []Figure, asJSON bool) error {
	if asJSON {
		m := map[string]float64{}
		for _, f := range fs {
			m[f.Name] = f.Value
		}
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		return e.Encode(m)
	}
	for _, f := range fs {
		if _, err := fmt.Fprintf(w, "%-44s %s\n", f.Name, f.text()); err != nil {
			return err
		}
	}
	return nil
}

func (f Figure) text() string {
	if f.Value == float64(int(f.Value)) && (f.Less || f.Info) {
		return fmt.Sprintf("%d", int(f.Value))
	}
	return fmt.Sprintf("%.4f", f.Value)
}

// put writes answers as JSON Lines into the folder of predictions.
func (r *runner) put(name string, lines []any) error {
	if r.predictions == "" {
		return nil
	}
	path := filepath.Join(r.predictions, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	e := json.NewEncoder(f)
	for _, l := range lines {
		if err := e.Encode(l); err != nil {
			return err
		}
	}
	return f.Close()
}

// fault writes one mistake.
func (r *runner) fault(class, where, format string, args ...any) {
	if r.log != nil {
		fmt.Fprintf(r.log, "%-16s %s: %s\n", class, where, fmt.Sprintf(format, args...))
	}
}
