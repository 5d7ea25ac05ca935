package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// tolerance is what rounding may cost.
const tolerance = 0.0005

// compare compares figures with the recorded ones, or records them.
func compare(o Options, fs []Figure) error {
	old, order, err := readBaseline(o.baseline)
	if err != nil {
		return err
	}
	var worse []string
	for _, f := range fs {
		was, known := old[f.Name]
		if known && !f.Info && f.worseThan(was) {
			worse = append(worse, fmt.Sprintf("%s is %s, recorded %s", f.Name, f.text(), strconv.FormatFloat(was, 'f', -1, 64)))
			if !o.force {
				continue
			}
		}
		if !known {
			order = append(order, f.Name)
		}
		if o.record && !f.Info {
			old[f.Name] = f.Value
		}
	}
	if o.record {
		if err := writeBaseline(o.baseline, old, order); err != nil {
			return err
		}
	}
	if len(worse) > 0 && !(o.record && o.force) {
		return fmt.Errorf("worse than recorded:\n  %s", strings.Join(worse, "\n  "))
	}
	return nil
}

func (f Figure) worseThan(was float64) bool {
	if f.Less {
		return f.Value > was+tolerance
	}
	return f.Value < was-tolerance
}

func readBaseline(file string) (map[string]float64, []string, error) {
	m := map[string]float64{}
	var order []string
	f, err := os.Open(file)
	if os.IsNotExist(err) {
		return m, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	for n := 1; in.Scan(); n++ {
		line := strings.TrimSpace(in.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, value, ok := strings.Cut(line, " ")
		v, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
		if !ok || err != nil {
			return nil, nil, fmt.Errorf("%s:%d: want: figure value", file, n)
		}
		m[name], order = v, append(order, name)
	}
	return m, order, in.Err()
}

func writeBaseline(file string, m map[string]float64, order []string) error {
	var b strings.Builder
	b.WriteString("# Figures below which `make score` fails. Raising them is a commit of its own.\n")
	for _, name := range order {
		if v, ok := m[name]; ok {
			fmt.Fprintf(&b, "%s %s\n", name, strconv.FormatFloat(v, 'f', 4, 64))
		}
	}
	return os.WriteFile(file, []byte(b.String()), 0o644)
}
