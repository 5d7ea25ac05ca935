package main

import (
	"fmt"
	"log/slog"
	"strings"
	"sync"

	"github.com/datelinehq/dateline/timeline/text"
)

// log writes messages to standard error, as lines for people or as JSON.
type log struct {
	json *slog.Logger
	// noted, if set, also gets each problem, for the record of the run.
	noted func(problem)
	// one writes at a time.
	one sync.Mutex
}

// problem is what went wrong or was odd.
type problem struct {
	// Level is error or warning.
	Level string `json:"level"`
	// About is the file or article.
	About string `json:"about,omitempty"`
	// Stage and Code are those of a finding.
	Stage string `json:"stage,omitempty"`
	Code  string `json:"code,omitempty"`
	Text  string `json:"text"`
}

// open checks the log format. It may be called more than once.
func (a *app) open() error {
	switch a.logFormat {
	case "json":
		a.json = slog.New(slog.NewJSONHandler(a.stderr, &slog.HandlerOptions{Level: slog.LevelInfo}))
	case "text", "":
	default:
		f := a.logFormat
		a.logFormat = "text"
		return fail(exitUsage, "invalid argument %q for --log-format: want text or json", f)
	}
	return nil
}

// info tells of progress.
func (a *app) info(format string, args ...any) {
	if a.quiet {
		return
	}
	a.one.Lock()
	defer a.one.Unlock()
	msg := fmt.Sprintf(format, args...)
	if a.json != nil {
		a.json.Info(msg)
		return
	}
	_, _ = fmt.Fprintln(a.stderr, msg)
}

// problem tells of what went wrong; about names the file or article.
func (a *app) problem(level, msg, about string) {
	a.tell(problem{Level: level, About: about, Text: msg})
}

func (a *app) tell(p problem) {
	a.one.Lock()
	defer a.one.Unlock()
	if a.noted != nil {
		a.noted(p)
	}
	level, msg, about := p.Level, p.Text, p.About
	if a.json != nil {
		var attrs []any
		if about != "" {
			attrs = append(attrs, "about", about)
		}
		if level == "error" {
			a.json.Error(msg, attrs...)
		} else {
			a.json.Warn(msg, attrs...)
		}
		return
	}
	if about != "" && !strings.HasPrefix(msg, about) {
		msg = about + ": " + msg
	}
	_, _ = fmt.Fprintf(a.stderr, "%s: %s\n", level, msg)
}

// findings tells of what was odd about articles, once each.
func (a *app) findings(fs []text.Finding) {
	for _, f := range fs {
		a.tell(problem{"warning", f.Article, f.Stage, f.Code, f.Text})
	}
}
