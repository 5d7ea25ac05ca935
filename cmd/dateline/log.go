package main

import (
	"fmt"
	"log/slog"
	"strings"

	"github.com/datelinehq/dateline/timeline/text"
)

// log writes messages to standard error, as lines for people or as JSON.
type log struct{ json *slog.Logger }

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
	msg := fmt.Sprintf(format, args...)
	if a.json != nil {
		a.json.Info(msg)
		return
	}
	_, _ = fmt.Fprintln(a.stderr, msg)
}

// problem tells of what went wrong; about names the file or article.
func (a *app) problem(level, msg, about string) {
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
		a.problem("warning", f.Text, f.Article)
	}
}
