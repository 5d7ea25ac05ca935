package main

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
)

// tolerance is what rounding may cost.
const tolerance = 0.0005

// recorded are the figures of a baseline, by name.
type recorded map[string]float64

// readBaseline reads lines "figure value". No name, or a file that does not
// exist yet, is an empty baseline.
func readBaseline(file string) (recorded, error) {
	old := recorded{}
	if file == "" {
		return old, nil
	}
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return old, nil
	}
	if err != nil {
		return nil, fmt.Errorf("baseline: %w", err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	for n := 1; in.Scan(); n++ {
		line := strings.TrimSpace(in.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		k := strings.LastIndexAny(line, " \t")
		v, err := strconv.ParseFloat(line[k+1:], 64)
		if k < 0 || err != nil {
			return nil, fmt.Errorf("%s:%d: %q is not “figure value”", file, n, line)
		}
		name := strings.Join(strings.Fields(line[:k]), " ")
		if _, twice := old[name]; twice {
			return nil, fmt.Errorf("%s:%d: %s stands there twice", file, n, name)
		}
		old[name] = v
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("baseline: %w", err)
	}
	return old, nil
}

// ratchet compares figures with the recorded ones and, when asked, records
// better ones. A recorded figure of a suite that ran must have been measured.
func ratchet(o Options, old recorded, figures []Figure, ran []string) error {
	worse := old.worse(figures)
	gone := old.gone(figures, ran)
	if o.Record {
		if err := old.with(figures, gone, o.Force).write(o.Baseline); err != nil {
			return err
		}
		if o.Force {
			return nil
		}
	}
	for _, name := range gone {
		worse = append(worse, fmt.Sprintf("%s was not measured, recorded %s", name, decimal(old[name])))
	}
	if len(worse) > 0 {
		return fmt.Errorf("worse than recorded in %s:\n  %s", o.Baseline, strings.Join(worse, "\n  "))
	}
	return nil
}

// worse tells which figures fell, in their order.
func (old recorded) worse(figures []Figure) []string {
	var out []string
	for _, f := range figures {
		if was, ok := old[f.Name]; ok && f.fell(was) {
			out = append(out, fmt.Sprintf("%s is %s, recorded %s", f.Name, f, decimal(was)))
		}
	}
	return out
}

func (f Figure) fell(was float64) bool {
	switch {
	case f.Info:
		return false
	case f.Less:
		return f.Value > was+tolerance
	}
	return f.Value < was-tolerance
}

// gone are the recorded figures that suites which ran did not print, sorted.
func (old recorded) gone(figures []Figure, ran []string) []string {
	var out []string
	for name := range old {
		suite, _, _ := strings.Cut(name, "/")
		measured := slices.ContainsFunc(figures, func(f Figure) bool { return f.Name == name })
		if slices.Contains(ran, suite) && !measured {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// with takes in better figures; forced, it takes in all and drops what is gone.
func (old recorded) with(figures []Figure, gone []string, force bool) recorded {
	out := recorded{}
	for name, v := range old {
		if !force || !slices.Contains(gone, name) {
			out[name] = v
		}
	}
	for _, f := range figures {
		was, known := old[f.Name]
		switch {
		case f.Info:
			delete(out, f.Name)
		case !known || force || f.better(was):
			out[f.Name] = f.Value
		}
	}
	return out
}

func (f Figure) better(was float64) bool { return f.Value != was && f.Less == (f.Value < was) }

// write replaces the file as a whole, sorted by name.
func (old recorded) write(file string) error {
	var names []string
	for name := range old {
		names = append(names, name)
	}
	slices.Sort(names)
	var b strings.Builder
	b.WriteString("# Figures below which `make score` fails. Raising them is a commit of its own.\n")
	for _, name := range names {
		fmt.Fprintf(&b, "%s %s\n", name, decimal(old[name]))
	}
	aside := file + ".new"
	if err := os.WriteFile(aside, []byte(b.String()), 0o644); err != nil {
		return fmt.Errorf("baseline: %w", err)
	}
	return os.Rename(aside, file)
}

// decimal writes whole numbers plainly and others with four decimals.
func decimal(v float64) string {
	if v == float64(int64(v)) && v > 1 {
		return strconv.FormatInt(int64(v), 10)
	}
	return strconv.FormatFloat(v, 'f', 4, 64)
}
