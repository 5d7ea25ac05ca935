// Command score measures Dateline on gold data.
//
//	score -data DIR [-suite timex,events,coding,anchor,syntax,reading,coref,tls] [-predictions OUT]
//	      [-json] [-errors] [-baseline FILE [-record [-force]]] [-workers N] [-colloquial]
//
// In comes a folder of gold data, out come figures, one a line and in a fixed
// order. The command refuses to know the names of corpora, sets and topics: what
// there is to measure is found by looking.
//
//	timex/CORPUS/*.tml                    TimeML, one folder a corpus
//	events/SET.jsonl                      dated and undated events of articles
//	coding/SET.jsonl                      types and actors of single sentences
//	timeline/SET/[TOPIC/]anchors*.jsonl   dates of given event mentions, with
//	timeline/SET/[TOPIC/]articles*.jsonl[.gz] beside them
//	timeline/SET/TOPIC/gold/*.json        timelines of many articles; beside them
//	                                      articles.jsonl.gz or dated_sentences.jsonl.gz
//	ud/SET-ud-dev.conllu.gz               trees, for raw text and for gold words
//	ud/SET-dev.iob2.gz                    names
//	formats/gold.jsonl and files          what is read of files of each format
//	timeline/SET/dev.docs.jsonl.gz        documents of topics, with
//	timeline/SET/dev.event_mentions.jsonl.gz beside it
//
// -predictions leaves the raw answers for others to score. -errors lists the
// mistakes by class. With -baseline the command fails when a figure is worse than
// the recorded one; -record writes better ones down.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/term"
)

// Options are the command's flags.
type Options struct {
	// Data is the folder of gold data.
	Data string
	// Suites are the suites to run, parted by commas; none runs all.
	Suites string
	// Predictions is the folder for raw answers; none leaves none.
	Predictions string
	// Baseline is the file of recorded figures; none compares nothing.
	Baseline string
	// JSON prints one object, Errors the mistakes before the figures.
	JSON, Errors bool
	// Record writes better figures into the baseline, Force worse ones too.
	Record, Force bool
	// Colloquial asks colloquial rules where the grammar has found nothing.
	Colloquial bool
	// Workers is how many documents are analysed at once; zero is one a processor.
	Workers int
}

// errUsage says that the command was called wrongly.
var errUsage = errors.New("usage")

func main() {
	c := command{stdout: os.Stdout, stderr: os.Stderr, load: newDateline}
	if term.IsTerminal(int(os.Stderr.Fd())) {
		c.progress = os.Stderr
	}
	err := c.run(os.Args[1:])
	switch {
	case err == nil || errors.Is(err, flag.ErrHelp):
	case errors.Is(err, errUsage):
		fmt.Fprintln(os.Stderr, "score:", err)
		os.Exit(2)
	default:
		fmt.Fprintln(os.Stderr, "score:", err)
		os.Exit(1)
	}
}

// command is one run of the program.
type command struct {
	stdout, stderr io.Writer
	// progress is a terminal, or nil.
	progress io.Writer
	// load makes what is measured.
	load func(Options) (analyser, error)
}

func (c command) run(args []string) error {
	o, err := parse(args, c.stderr)
	if err != nil {
		return err
	}
	chosen, err := choose(o.Suites)
	if err != nil {
		return fmt.Errorf("%w: %w", errUsage, err)
	}
	old, err := readBaseline(o.Baseline)
	if err != nil {
		return err
	}
	figures, ran, err := c.measure(o, chosen)
	if err != nil {
		return err
	}
	if err := printFigures(c.stdout, figures, o.JSON); err != nil {
		return err
	}
	if o.Baseline == "" {
		return nil
	}
	return ratchet(o, old, figures, ran)
}

func parse(args []string, stderr io.Writer) (o Options, err error) {
	f := flag.NewFlagSet("score", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.StringVar(&o.Data, "data", "../shared/data", "folder of the gold data")
	f.StringVar(&o.Suites, "suite", "", "suites to run, parted by commas (default all: "+strings.Join(suiteNames(), ",")+")")
	f.StringVar(&o.Predictions, "predictions", "", "folder to leave the raw answers in")
	f.StringVar(&o.Baseline, "baseline", "", "file of recorded figures; fail when one is worse")
	f.BoolVar(&o.JSON, "json", false, "print the figures as one JSON object")
	f.BoolVar(&o.Errors, "errors", false, "list the mistakes by class (on stderr with -json)")
	f.BoolVar(&o.Record, "record", false, "write better figures into the baseline")
	f.BoolVar(&o.Force, "force", false, "with -record, write worse figures too")
	f.BoolVar(&o.Colloquial, "colloquial", false, "ask the colloquial rules, too, what the grammar leaves")
	f.IntVar(&o.Workers, "workers", 0, "documents analysed at once (default: one a processor)")
	if err := f.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return o, err
		}
		return o, fmt.Errorf("%w: %w", errUsage, err)
	}
	switch {
	case f.NArg() > 0:
		return o, fmt.Errorf("%w: unexpected argument %q", errUsage, f.Arg(0))
	case o.Record && o.Baseline == "":
		return o, fmt.Errorf("%w: -record wants -baseline FILE", errUsage)
	case o.Force && !o.Record:
		return o, fmt.Errorf("%w: -force goes with -record", errUsage)
	}
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	return o, nil
}

// measure runs the chosen suites. ran names those that had something to measure.
func (c command) measure(o Options, chosen []suite) (all []Figure, ran []string, err error) {
	if _, err := os.Stat(o.Data); err != nil {
		return nil, nil, fmt.Errorf("data folder: %w", err)
	}
	a, err := c.load(o)
	if err != nil {
		return nil, nil, err
	}
	for _, s := range chosen {
		dir := filepath.Join(o.Data, s.folder())
		sets, err := s.sets(dir)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", s.name(), err)
		}
		if len(sets) == 0 {
			fmt.Fprintf(c.stderr, "%s: not in %s\n", s.name(), o.Data)
			continue
		}
		ran = append(ran, s.name())
		for _, set := range sets {
			b := &bench{analyser: a, Options: o, title: s.name() + "/" + set, progress: c.progress}
			if o.Errors {
				b.faults = &faults{}
			}
			fs, err := s.measure(b, dir, set)
			if err != nil {
				return nil, nil, fmt.Errorf("%s: %w", b.title, err)
			}
			all = append(all, fs...)
			if err := b.faults.print(c.listing(o), b.title); err != nil {
				return nil, nil, err
			}
		}
	}
	if len(ran) == 0 {
		return nil, nil, fmt.Errorf("nothing to measure in %s", o.Data)
	}
	return all, ran, nil
}

// listing is where mistakes go: never into the JSON.
func (c command) listing(o Options) io.Writer {
	if o.JSON {
		return c.stderr
	}
	return c.stdout
}
