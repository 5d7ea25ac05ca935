package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/datelinehq/dateline/timeline/archive"
)

// recordFile is the record of a run, beside the reports.
const recordFile = "run.json"

// recordVersion grows when a reader of the former version would go wrong.
const recordVersion = 1

// How a run or a report ended.
const (
	statusDone        = "done"
	statusPartly      = "partly" // some inputs or reports failed
	statusFailed      = "failed"
	statusInterrupted = "interrupted"
	statusMade        = "made"
	statusUnchanged   = "unchanged" // nothing had changed, and the files were left as they are
)

// runRecord is run.json: what was read, what came of it, and what was odd. Two runs
// over the same inputs and the same archive write the same but for Timings.
type runRecord struct {
	Version   int    `json:"version"`
	Generator string `json:"generator"`
	Status    string `json:"status"`
	Error     string `json:"error,omitempty"`
	// Archive is the archive that was used; Lost says why one was not.
	Archive string         `json:"archive,omitempty"`
	Lost    string         `json:"archive_not_used,omitempty"`
	Reports []reportRecord `json:"reports"`
	Timings timings        `json:"timings"`
}

// reportRecord is what a run did for one report.
type reportRecord struct {
	Name   string `json:"name"`
	Status string `json:"status"`
	Error  string `json:"error,omitempty"`
	// Files are those that were read, Failed those that could not be.
	Files    int           `json:"files"`
	Failed   int           `json:"failed"`
	Articles articleCounts `json:"articles"`
	Dated    int           `json:"dated"`
	Undated  int           `json:"undated"`
	Outputs  []written     `json:"outputs"`
	Findings []problem     `json:"findings"`
	// seconds and stages are for Timings.
	seconds float64
	stages  map[string]float64
}

// articleCounts are the articles of a report, by what was done for them.
type articleCounts struct {
	Read int `json:"read"`
	// Held were left out: their embargo is not over, or they have no text.
	Held int `json:"held_back"`
	// Kept were taken from the archive; Analysed were not.
	Kept     int `json:"from_archive"`
	Analysed int `json:"analysed"`
}

// written is a file of a report.
type written struct {
	File   string `json:"file"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// timings are the only part of a record that differs from run to run.
type timings struct {
	Started string         `json:"started"`
	Seconds float64        `json:"seconds"`
	Reports []reportTiming `json:"reports"`
}

type reportTiming struct {
	Name    string             `json:"name"`
	Seconds float64            `json:"seconds"`
	Stages  map[string]float64 `json:"stages,omitempty"`
}

// recorder makes the records of a run, one for each folder of reports.
type recorder struct {
	clock   func() time.Time
	started time.Time
	byDir   map[string]*runRecord
	dirs    []string
}

func newRecorder(clock func() time.Time) *recorder {
	if clock == nil {
		clock = func() time.Time { return time.Time{} }
	}
	return &recorder{clock: clock, started: clock(), byDir: map[string]*runRecord{}}
}

// of is the record of a folder.
func (r *recorder) of(dir string) *runRecord {
	if r.byDir[dir] == nil {
		r.byDir[dir] = &runRecord{Version: recordVersion, Generator: generator(), Reports: []reportRecord{}}
		r.dirs = append(r.dirs, dir)
	}
	return r.byDir[dir]
}

// since are the seconds since a moment.
func (r *recorder) since(t time.Time) float64 { return seconds(r.clock().Sub(t)) }

func seconds(d time.Duration) float64 { return d.Round(time.Millisecond).Seconds() }

// write writes all records. The run has ended with err.
func (r *recorder) write(code int, err error) error {
	for _, dir := range r.dirs {
		rec := r.byDir[dir]
		rec.Status = map[int]string{exitDone: statusDone, exitPartly: statusPartly, exitInterrupted: statusInterrupted}[code]
		if rec.Status == "" {
			rec.Status = statusFailed
		}
		if err != nil {
			rec.Error = err.Error()
		}
		rec.Timings = timings{Started: r.started.UTC().Format(time.RFC3339), Seconds: r.since(r.started), Reports: []reportTiming{}}
		for _, p := range rec.Reports {
			rec.Timings.Reports = append(rec.Timings.Reports, reportTiming{p.Name, p.seconds, p.stages})
		}
		out := output{recordFile, func(w io.Writer) error {
			e := json.NewEncoder(w)
			e.SetEscapeHTML(false)
			e.SetIndent("", "  ")
			return e.Encode(rec)
		}}
		if _, err := writeAll(dir, []output{out}); err != nil {
			return err
		}
	}
	return nil
}

// remembered is what the archive keeps of a report that was made, so that a run in
// which nothing has changed can say so.
type remembered struct {
	Record reportRecord
	// Modified are the times of the outputs, by which they are known to be untouched
	// without reading them.
	Modified []int64
}

// remember packs up a report for the archive.
func remember(dir string, rec reportRecord) ([]byte, error) {
	m := remembered{Record: rec}
	for _, o := range rec.Outputs {
		s, err := os.Stat(filepath.Join(dir, o.File))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", o.File, plain(err))
		}
		m.Modified = append(m.Modified, s.ModTime().UnixNano())
	}
	return json.Marshal(m)
}

// recall is the report that a run left, if its files are still what they were.
func recall(dir string, run archive.Run) (reportRecord, bool) {
	var m remembered
	if json.Unmarshal(run.Body, &m) != nil || len(m.Modified) != len(m.Record.Outputs) {
		return reportRecord{}, false
	}
	for i, o := range m.Record.Outputs {
		path := filepath.Join(dir, o.File)
		s, err := os.Stat(path)
		if err != nil || s.Size() != o.Bytes {
			return reportRecord{}, false
		}
		if s.ModTime().UnixNano() == m.Modified[i] {
			continue
		}
		if sum, err := sumFile(path); err != nil || sum.sum != o.SHA256 {
			return reportRecord{}, false
		}
	}
	return m.Record, true
}
