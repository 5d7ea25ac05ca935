package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/datelinehq/dateline/render/html"
	"github.com/datelinehq/dateline/render/markdown"
	"github.com/datelinehq/dateline/timeline/brief"
)

func (a *app) renderCmd() *cobra.Command {
	var to string
	c := &cobra.Command{
		Use:   "render TIMELINE.json",
		Short: "Make the page or the briefing of a timeline.json",
		Long: `Render makes the page or the briefing of a timeline.json, which may have been
corrected by hand or made by another program. It is checked first.`,
		Example: "  dateline render out/beijing/timeline.json -o page.html\n  dateline render timeline.json --to briefing > briefing.md\n  dateline timeline a.txt --to json | dateline render -",
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := oneOf("--to", to, "page", "briefing"); err != nil {
				return err
			}
			if err := a.checkLength(); err != nil {
				return err
			}
			t, err := a.readTimeline(args[0])
			if err != nil {
				return err
			}
			return a.deliver(nil, func(w io.Writer) error {
				if to == "briefing" {
					return a.writeBriefing(w, t, brief.Options{Length: a.briefLength()}, markdown.Options{})
				}
				return html.Render(w, t, html.Options{})
			})
		},
	}
	a.lengthFlag(c)
	c.Flags().StringVar(&to, "to", "page", "page or briefing")
	c.Flags().StringVarP(&a.output, "output", "o", "", "file to write (default: standard output)")
	return c
}
