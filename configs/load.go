package configs

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/go-viper/mapstructure/v2"
	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/spf13/viper"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/moment"
	"github.com/datelinehq/dateline/timeline/text"
)

// Overrides are settings from outside. Flags win over environment, and both win
// over the file.
type Overrides struct {
	// Env looks up an environment variable: DATELINE_OUTPUT, DATELINE_LANGUAGE,
	// DATELINE_ARCHIVE, DATELINE_WORKERS. Nil means none.
	Env func(name string) (string, bool)
	// Flags are settings by their key in the file.
	Flags map[string]any
	// Today is the day from which relative dates count; zero refuses them.
	Today edtf.Date
}

// An Error is a fault in a config, with its place.
type Error struct {
	File      string
	Line, Col int
	Msg       string
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.File, e.Msg)
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Col, e.Msg)
}

// Parse reads and checks a config. file names it in errors, dir is the folder
// from which its relative paths count.
func Parse(file, dir string, b []byte, o Overrides) (*Config, error) {
	tree, err := parser.ParseBytes(b, 0)
	if err != nil {
		return nil, place(file, err)
	}
	c := &Config{Dir: dir}
	if err := yaml.UnmarshalWithOptions(b, c, yaml.Strict()); err != nil {
		return nil, place(file, err)
	}
	if err := settle(c, o); err != nil {
		return nil, &Error{File: file, Msg: err.Error()}
	}
	k := checker{file, tree, o.Today}
	if err := k.config(c); err != nil {
		return nil, err
	}
	return c, nil
}

// place turns an error of the YAML library into one with file, line and column.
func place(file string, err error) error {
	e := &Error{File: file, Msg: err.Error()}
	var y yaml.Error
	if errors.As(err, &y) {
		e.Msg = y.GetMessage()
		if t := y.GetToken(); t != nil && t.Position != nil {
			e.Line, e.Col = t.Position.Line, t.Position.Column
			if key, ok := strings.CutPrefix(e.Msg, "unknown field "); ok {
				e.Msg = "unknown key " + key + nearest(strings.Trim(key, `"`))
			}
		}
	}
	return e
}

// nearest suggests the key that was meant.
func nearest(key string) string {
	best, least := "", 3
	for _, t := range []reflect.Type{reflect.TypeFor[Config](), reflect.TypeFor[Report](), reflect.TypeFor[Input](), reflect.TypeFor[Fetch](), reflect.TypeFor[PageLook](), reflect.TypeFor[View](), reflect.TypeFor[Select]()} {
		for i := range t.NumField() {
			k := t.Field(i).Tag.Get("yaml")
			if d := levenshtein.ComputeDistance(key, k); k != "-" && d < least {
				best, least = k, d
			}
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", best)
}

// settle applies defaults, environment and flags to the scalar settings, through
// a viper of its own. Names are values in lists and never keys, since viper
// writes keys in small letters.
func settle(c *Config, o Overrides) error {
	v := viper.NewWithOptions(viper.KeyDelimiter("::"))
	v.SetDefault("output", "out")
	v.SetDefault("language", "")
	v.SetDefault("archive", "")
	v.SetDefault("workers", 0)
	file := map[string]any{}
	if c.Output != "" {
		file["output"] = c.Output
	}
	if c.Language != "" {
		file["language"] = c.Language
	}
	if c.Archive != "" {
		file["archive"] = c.Archive
	}
	if c.Workers != 0 {
		file["workers"] = c.Workers
	}
	if err := v.MergeConfigMap(file); err != nil {
		return err
	}
	for _, key := range []string{"output", "language", "archive", "workers"} {
		name := "DATELINE_" + strings.ToUpper(key)
		if o.Env != nil {
			if s, ok := o.Env(name); ok && s != "" {
				v.Set(key, s)
			}
		}
		if f, ok := o.Flags[key]; ok {
			v.Set(key, f)
		}
	}
	var s struct {
		Output, Language, Archive string
		Workers                   int
	}
	if err := v.Unmarshal(&s, func(d *mapstructure.DecoderConfig) { d.ErrorUnused = true }); err != nil {
		return fmt.Errorf("DATELINE_WORKERS or --workers is no number: %w", err)
	}
	c.Output, c.Language, c.Archive, c.Workers = s.Output, s.Language, s.Archive, s.Workers
	return nil
}

// checker checks what a config means.
type checker struct {
	file  string
	tree  *ast.File
	today edtf.Date
}

// fault is an error at a path of the file: $.reports[0].name.
func (k checker) fault(path, format string, args ...any) error {
	e := &Error{File: k.file, Msg: fmt.Sprintf(format, args...)}
	for path != "$" && path != "" {
		if p, err := yaml.PathString(path); err == nil {
			if n, err := p.FilterFile(k.tree); err == nil && n != nil && n.GetToken() != nil {
				e.Line, e.Col = n.GetToken().Position.Line, n.GetToken().Position.Column
				return e
			}
		}
		path = path[:max(strings.LastIndexAny(path, ".["), 0)]
	}
	e.Line, e.Col = 1, 1
	return e
}

var namePattern = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]*$`)

func (k checker) config(c *Config) error {
	if c.Version != Version {
		return k.fault("$.version", "version is %d; this program reads version %d", c.Version, Version)
	}
	if c.Workers < 0 {
		return k.fault("$.workers", "workers is %d; it must not be negative", c.Workers)
	}
	if err := k.fetch(c.Fetch); err != nil {
		return err
	}
	if len(c.Reports) == 0 {
		return k.fault("$.reports", "there are no reports")
	}
	seen := map[string]bool{}
	for i := range c.Reports {
		at := fmt.Sprintf("$.reports[%d]", i)
		r := &c.Reports[i]
		if !namePattern.MatchString(r.Name) {
			return k.fault(at+".name", "the name %q must begin with a letter or digit and hold only letters, digits, dot, dash and underscore", r.Name)
		}
		if low := strings.ToLower(r.Name); seen[low] {
			return k.fault(at+".name", "two reports are named %q", r.Name)
		} else {
			seen[low] = true
		}
		if err := k.report(at, r); err != nil {
			return err
		}
	}
	return nil
}

func (k checker) report(at string, r *Report) error {
	var err error
	if r.AsOf != "" {
		if r.AsOfDate, err = moment.Date(r.AsOf, k.today); err != nil {
			return k.fault(at+".as_of", "%v", err)
		}
	}
	if r.Length != "" && !slices.Contains(Lengths(), r.Length) {
		return k.fault(at+".length", "no length %q; there are %s", r.Length, strings.Join(Lengths(), ", "))
	}
	if r.Period != "" {
		if r.PeriodDates, err = moment.Parse(r.Period, k.today); err != nil {
			return k.fault(at+".period", "%v", err)
		}
	}
	if err := k.selection(at+".select", &r.Select); err != nil {
		return err
	}
	if err := k.look(at+".page", &r.Page); err != nil {
		return err
	}
	for j, o := range r.Outputs {
		if !known(o) {
			return k.fault(fmt.Sprintf("%s.outputs[%d]", at, j), "no output %q; there are %s", o, strings.Join(append(Outputs(), Formats()...), ", "))
		}
	}
	if len(r.Outputs) == 0 {
		r.Outputs = Outputs()
	}
	if len(r.Inputs) == 0 {
		return k.fault(at, "report %q has no inputs", r.Name)
	}
	for j := range r.Inputs {
		in := &r.Inputs[j]
		path := fmt.Sprintf("%s.inputs[%d]", at, j)
		if in.Path == "" {
			return k.fault(path, "an input has no path")
		}
		if in.Kind != "" && !slices.Contains(text.Genres(), text.Genre(in.Kind)) {
			return k.fault(path+".kind", "no kind %q; there are news and narrative", in.Kind)
		}
		if in.Published == "" {
			continue
		}
		if in.PublishedDate, err = moment.Date(in.Published, k.today); err != nil {
			return k.fault(path+".published", "%v", err)
		}
	}
	return nil
}

func known(output string) bool {
	for _, o := range append(Outputs(), Formats()...) {
		if o == output {
			return true
		}
	}
	return false
}
