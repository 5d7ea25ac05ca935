package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"github.com/invopop/jsonschema"
	"github.com/spf13/cobra"

	"github.com/datelinehq/dateline/configs"
	"github.com/datelinehq/dateline/timeline"
)

func (a *app) checkCmd() *cobra.Command {
	return &cobra.Command{
		Use:     "check CONFIG…",
		Short:   "Check config files and look whether their inputs are there",
		Example: "  dateline check configs/demo.yaml",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			missing := 0
			for _, f := range args {
				c, err := a.config(cmd, f)
				if err != nil {
					return err
				}
				n := 0
				for _, r := range c.Reports {
					if _, err := look(c.Dir, r.Page); err != nil {
						return fail(exitConfig, "%s: report %s: %v", f, r.Name, err)
					}
					for _, in := range r.Inputs {
						files, err := expand(in, c.Dir)
						if err != nil {
							missing++
							a.problem("error", err.Error(), f+": report "+r.Name+": "+in.Path)
						}
						n += len(files)
					}
				}
				if _, err := fmt.Fprintf(a.stdout, "%s: %s, %s\n", f, plural(len(c.Reports), "report", "reports"), plural(n, "input file", "input files")); err != nil {
					return err
				}
			}
			if missing > 0 {
				return fail(exitConfig, "%s", plural(missing, "input was not found", "inputs were not found"))
			}
			return nil
		},
	}
}

func (a *app) initCmd() *cobra.Command {
	return &cobra.Command{
		Use:     "init [DIR]",
		Short:   "Write a commented config file to begin with",
		Example: "  dateline init reports",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			dir := "."
			if len(args) > 0 {
				dir = args[0]
			}
			if err := os.MkdirAll(filepath.Join(dir, "articles"), 0o755); err != nil {
				return fmt.Errorf("make folder: %w", err)
			}
			file := filepath.Join(dir, "dateline.yaml")
			f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
			if errors.Is(err, fs.ErrExist) {
				return fail(exitFailed, "%s is there already; it was left as it is", file)
			}
			if err != nil {
				return fmt.Errorf("%s: %w", file, plain(err))
			}
			if _, err := f.Write(configs.Default); err != nil {
				return fmt.Errorf("%s: %w", file, plain(err))
			}
			a.info("wrote %s; put articles into %s and run: dateline batch %s", file, filepath.Join(dir, "articles"), file)
			return f.Close()
		},
	}
}

func (a *app) schemaCmd() *cobra.Command {
	return &cobra.Command{
		Use:       "schema config|timeline",
		Short:     "Print the JSON Schema of config files or of timeline.json",
		Example:   "  dateline schema timeline > timeline.schema.json",
		Args:      cobra.MatchAll(cobra.ExactArgs(1), cobra.OnlyValidArgs),
		ValidArgs: []string{"config", "timeline"},
		RunE: func(_ *cobra.Command, args []string) error {
			return writeSchema(a.stdout, args[0])
		},
	}
}

// writeSchema writes the schema of config files or of timeline.json, made from
// the types themselves.
func writeSchema(w io.Writer, what string) error {
	r := &jsonschema.Reflector{Anonymous: true, Mapper: textTypes, RequiredFromJSONSchemaTags: what == "config"}
	var s *jsonschema.Schema
	if what == "config" {
		s = r.Reflect(&configs.Config{})
		s.Title, s.Description = "Dateline config", "What a batch run of Dateline reads and makes."
	} else {
		s = r.Reflect(&timeline.Timeline{})
		s.Title = "Dateline timeline"
		s.Description = "Ordered, cited events. Dates are EDTF (ISO 8601-2, levels 0 and 1, with quarters and halves); spans are half-open byte offsets into the text of a source."
	}
	b, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s\n", b)
	return err
}

func (a *app) versionCmd() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: "  dateline version --json",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if asJSON {
				return json.NewEncoder(a.stdout).Encode(map[string]any{"version": versionOf(), "go": runtime.Version(), "timeline": timeline.Version, "config": configs.Version})
			}
			_, err := fmt.Fprintln(a.stdout, generator())
			return err
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print as JSON")
	return c
}

// release is the version, which releases set when they link.
var release = unreleased

// unreleased is the version of what is built between releases.
const unreleased = "0.1.0-dev"

func versionOf() string {
	if b, ok := debug.ReadBuildInfo(); ok && b.Main.Version != "" && b.Main.Version != "(devel)" && release == unreleased && len(b.Main.Version) < 20 {
		return b.Main.Version
	}
	return release
}
