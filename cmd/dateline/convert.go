package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/datelinehq/dateline/render/feed"
	"github.com/datelinehq/dateline/render/feed/readback"
	"github.com/datelinehq/dateline/timeline"
)

func (a *app) convertCmd() *cobra.Command {
	var from, to string
	var opt feed.Options
	c := &cobra.Command{
		Use:   "convert FILE --to FORMAT",
		Short: "Turn a timeline into another format",
		Long: `Convert reads a timeline and writes it in another format. It reads
` + formatList(readerNames()) + `
and writes
` + formatList(formatNames()) + `
No format shows a date more exactly than it is: what one cannot show is shown wider or
left out. What the format has no place for is told on standard error.`,
		Example: `  dateline convert out/beijing/timeline.json --to csv -o events.csv
  dateline convert timeline.json --to ics --ahead > ahead.ics
  dateline convert slides.json --to markwhen`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			f, ok := feed.Find(to)
			if !ok {
				return fail(exitUsage, "invalid argument %q for --to: want one of %s", to, strings.Join(names(formatNames()), ", "))
			}
			t, err := a.readAny(args[0], from)
			if err != nil {
				return err
			}
			var lost []feed.Loss
			err = a.deliver(nil, func(w io.Writer) (err error) {
				lost, err = f.Write(w, t, opt)
				return err
			})
			if err == nil {
				a.dropped(f, lost)
			}
			return err
		},
	}
	c.Flags().StringVar(&from, "from", "", "format of FILE: "+strings.Join(names(readerNames()), ", ")+" (default: as its content shows)")
	c.Flags().StringVar(&to, "to", "", "format to write")
	c.Flags().BoolVar(&opt.Ahead, "ahead", false, "write only what lies ahead of the as-of day")
	c.Flags().StringVarP(&a.output, "output", "o", "", "file to write (default: standard output)")
	return c
}

// readAny reads a timeline in any format that can be read; "-" is standard input.
func (a *app) readAny(file, from string) (*timeline.Timeline, error) {
	in := a.stdin
	if file != stdinName {
		f, err := os.Open(file)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, plain(err))
		}
		defer f.Close()
		in = f
	}
	t, err := readback.Read(in, file, from)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	a.findings(t.Findings)
	return t, nil
}

// dropped tells what a format has no place for.
func (a *app) dropped(f feed.Format, ls []feed.Loss) {
	if s := feed.Tell(ls); s != "" {
		a.info("%s %s", f.Name, s)
	}
}

// format is the file of a report in a format. What it has no place for is told when it
// has been written.
func (a *app) format(f feed.Format, t *timeline.Timeline) output {
	return output{f.File, func(w io.Writer) error {
		lost, err := f.Write(w, t, feed.Options{})
		if err == nil {
			a.dropped(f, lost)
		}
		return err
	}}
}

// writeFormat writes a format whose losses nobody asks for.
func writeFormat(w io.Writer, t *timeline.Timeline, name string, o feed.Options) error {
	f, ok := feed.Find(name)
	if !ok {
		return fmt.Errorf("there is no format %s", name)
	}
	_, err := f.Write(w, t, o)
	return err
}

func formatNames() (out [][2]string) {
	for _, f := range feed.Formats() {
		out = append(out, [2]string{f.Name, f.About})
	}
	return out
}

func readerNames() (out [][2]string) {
	for _, r := range readback.Readers() {
		out = append(out, [2]string{r.Name, r.About})
	}
	return out
}

// names are the first of each pair; formatList is a pair a line.
func names(list [][2]string) (out []string) {
	for _, l := range list {
		out = append(out, l[0])
	}
	return out
}

func formatList(list [][2]string) string {
	var b strings.Builder
	for _, l := range list {
		fmt.Fprintf(&b, "  %-15s %s\n", l[0], l[1])
	}
	return strings.TrimSuffix(b.String(), "\n")
}
