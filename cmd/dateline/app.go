package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/datelinehq/dateline/configs"
	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline/actor"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/source"
)

// Exit codes.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitPartly      = 3
	exitConfig      = 78
	exitInterrupted = 130
)

// world is all that a run sees of the machine.
type world struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	env            func(string) (string, bool)
	today          edtf.Date
	// now is the moment of the run, with its zone; zero lifts no embargo.
	now edtf.Date
	// clock tells how long things take; program opens the file of this program.
	clock   func() time.Time
	program func() (io.ReadCloser, error)
	// terminal says that stderr is one, screen that stdout is, columns wide.
	terminal, screen bool
	columns          int
}

func system() world {
	columns, _, _ := term.GetSize(int(os.Stdout.Fd())) // 0 when it is none
	return world{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, env: os.LookupEnv,
		today: edtf.FromTime(time.Now()),
		now:   momentOf(time.Now().UTC()),
		clock: time.Now, program: openProgram,
		terminal: term.IsTerminal(int(os.Stderr.Fd())), screen: term.IsTerminal(int(os.Stdout.Fd())), columns: columns,
	}
}

// momentOf is a time to the second.
func momentOf(t time.Time) edtf.Date {
	d := edtf.FromTime(t)
	_, offset := t.Zone()
	d.Unit, d.Hour, d.Minute, d.Second = edtf.Second, uint8(t.Hour()), uint8(t.Minute()), uint8(t.Second())
	d.Zoned, d.Offset = true, int16(offset/60)
	return d
}

// app is one run of the command.
type app struct {
	world
	log
	seedsDir string
	// actors are files with tables of names that go before those of the seeds.
	actors    []string
	date      string
	asOf      string
	period    string
	lang      string
	kind      string
	logFormat string
	colour    string
	quiet     bool
	workers   int
	// colloquial asks colloquial rules what the grammar leaves.
	colloquial bool
	// pipeline and reader are what engine has loaded.
	pipeline *pipeline.Pipeline
	reader   *source.Reader
	output   string
	archive  string
	// length is that of a briefing.
	length string
	// corrections is a file of what an analyst sets by hand.
	corrections string
	// embargoed takes articles whose embargo is not over.
	embargoed bool
	// records says that inputs hold an article a line, whatever their names.
	records bool
}

// failure is an error with an exit code of its own.
type failure struct {
	code int
	err  error
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

func fail(code int, format string, args ...any) error {
	return &failure{code, fmt.Errorf(format, args...)}
}

// run runs the command line and gives the exit code.
func run(ctx context.Context, args []string, w world) int {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // who interrupts twice means it
	a := &app{world: w}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(w.stdin)
	root.SetOut(w.stdout)
	root.SetErr(w.stderr)
	err := root.ExecuteContext(ctx)
	code := exitCode(ctx, err)
	if err != nil {
		_ = a.open() // its fault is err, if there is one
		msg := err.Error()
		if code == exitInterrupted {
			msg = "interrupted"
		}
		a.problem("error", msg, "")
		if code == exitUsage {
			_, _ = fmt.Fprintln(w.stderr, `Run "dateline --help" for usage.`)
		}
	}
	return code
}

func exitCode(ctx context.Context, err error) int {
	var f *failure
	var c *configs.Error
	switch {
	case err == nil:
		return exitDone
	case ctx.Err() != nil:
		return exitInterrupted
	case errors.As(err, &f):
		return f.code
	case errors.As(err, &c):
		return exitConfig
	case isUsage(err):
		return exitUsage
	}
	return exitFailed
}

// isUsage reports whether cobra itself refused the arguments.
func isUsage(err error) bool {
	for _, s := range []string{"unknown command", "unknown flag", "unknown shorthand", "flag needs an argument", "invalid argument", "accepts ", "requires at least", "required flag"} {
		if strings.Contains(err.Error(), s) {
			return true
		}
	}
	return false
}

func (a *app) root() *cobra.Command {
	c := &cobra.Command{
		Use:   "dateline",
		Short: "Turn news articles into dated, ordered, cited events",
		Long: `Dateline reads news articles, finds what happened, will happen or is threatened,
works out when from words as "in May", "last month" and "on Tuesday", and makes
an interactive timeline page, a Markdown briefing, and data of it. It works
offline, cites every statement to the byte, and never makes a date more exact
than the text.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some inputs failed,
78 bad config, 130 interrupted.`,
		Example: `  dateline batch configs/demo.yaml
  dateline timeline article.txt --date 2009-06-20 -o page.html
  dateline brief article.txt --date "20 June 2009"
  cat articles.jsonl | dateline events --from jsonl --to jsonl -`,
		SilenceErrors: true, SilenceUsage: true,
		PersistentPreRunE: func(*cobra.Command, []string) error { return a.open() },
	}
	p := c.PersistentFlags()
	p.StringVar(&a.seedsDir, "seeds", "", "folder to use in place of the embedded seeds")
	p.StringArrayVar(&a.actors, "actors", nil, "file with a table of names (kind, name, code) that goes before what is built in; may be given several times")
	p.StringVar(&a.logFormat, "log-format", "text", "form of messages on standard error: text or json")
	p.StringVar(&a.colour, "color", "auto", "colours: auto (on a terminal, unless NO_COLOR is set), always or never")
	p.BoolVarP(&a.quiet, "quiet", "q", false, "no progress, only problems")
	c.AddCommand(a.batchCmd(), a.planCmd(), a.searchCmd(), a.fetchCmd(), a.articlesCmd(), a.diffCmd(), a.renderCmd(), a.convertCmd(), a.verifyCmd(), a.bundleCmd(), a.selftestCmd(), correctionsTopic(), a.timelineCmd(), a.briefCmd(), a.eventsCmd(), a.tagCmd(), a.explainCmd(), a.checkCmd(), a.initCmd(), a.schemaCmd(), a.versionCmd())
	return c
}

// seeds are the embedded ones or those of --seeds.
func (a *app) seeds() fs.FS {
	if a.seedsDir != "" {
		return os.DirFS(a.seedsDir)
	}
	return seeds.FS
}

// names reads the tables of names that the user gives.
func (a *app) names() ([]actor.Extra, error) {
	var xs []actor.Extra
	for _, file := range a.actors {
		b, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("names: %w", err)
		}
		xs = append(xs, actor.Extra{File: file, Text: string(b)})
	}
	return xs, nil
}

// engine loads what articles are read and analysed with, once in a run.
func (a *app) engine() (*pipeline.Pipeline, *source.Reader, error) {
	if a.pipeline != nil {
		return a.pipeline, a.reader, nil
	}
	names, err := a.names()
	if err != nil {
		return nil, nil, err
	}
	p, err := pipeline.New(a.seeds(), pipeline.Options{Colloquial: a.colloquial, Actors: names})
	if err != nil {
		return nil, nil, err
	}
	r, err := source.Load(a.seeds())
	if err != nil {
		return nil, nil, err
	}
	a.pipeline, a.reader = p, r
	return p, r, nil
}
