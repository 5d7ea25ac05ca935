package main

import (
	"github.com/spf13/cobra"

	"github.com/datelinehq/dateline/timeline/correct"
)

// corrected reads a file of corrections, if one is wanted.
func (a *app) corrected(file string, wanted bool) ([]correct.Correction, error) {
	if !wanted {
		return nil, nil
	}
	b, err := readFile(file)
	if err != nil {
		return nil, fail(exitConfig, "%s: %w", file, plain(err))
	}
	cs, err := correct.Parse(file, b, a.today)
	if err != nil {
		return nil, fail(exitConfig, "%w", err)
	}
	return cs, nil
}

// correctionsTopic is a page of help and no command.
func correctionsTopic() *cobra.Command {
	return &cobra.Command{
		Use:   "corrections",
		Short: "How to correct events by hand",
		Long: `A corrections file is a YAML list. Each item names one event, by its ID or by words
of the sentence that tells it, and says what to change. It is applied on every run;
what was set by hand is marked in every output, with what it was before.

  - event: e3f01c77aa2        # or words: "an atomic test in May"
    date: 2009-05-25          # as exact as it is known; "none" takes it away
    status: occurred
    title: North Korea tested a nuclear device
    note: confirmed by the embassy
    why: CTBTO bulletin of 25 May
    by: A. K.
  - event: e3f01c77aa2
    merge: [e77b0d2c119]      # these events are the same happening
  - event: e3f01c77aa2
    split: [3, 5]             # what sources 3 and 5 tell is another happening
  - words: "bombed at the box office"
    hide: true

A correction that fits no event, or two, changes nothing and is told.`,
		Example: "  dateline brief *.txt --corrections fixes.yaml\n  corrections: fixes.yaml   # in a report of a config",
	}
}
