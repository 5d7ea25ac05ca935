package main

import (
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// The public scorers and the gold data lie beside the checkout, not in it.
const beside = "../../../shared"

// scorer builds a public scorer, or skips the test.
func scorer(t *testing.T, name string) string {
	t.Helper()
	src := filepath.Join(beside, "eval", name)
	for _, dir := range []string{src, filepath.Join(beside, "data")} {
		if _, err := os.Stat(dir); err != nil {
			t.Skipf("figures are not compared with %s: %v", name, err)
		}
	}
	bin := filepath.Join(t.TempDir(), name)
	build := exec.Command("go", "build", "-o", bin, ".")
	build.Dir = src
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build %s: %v\n%s", name, err, out)
	}
	return bin
}

// ask runs a scorer and reads its JSON.
func ask[T any](t *testing.T, bin string, args ...string) (v T) {
	t.Helper()
	out, err := exec.Command(bin, args...).Output()
	if err != nil {
		t.Fatalf("%s %v: %v", filepath.Base(bin), args, failure(err))
	}
	if err := json.Unmarshal(out, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// failure is what a scorer said when it failed.
func failure(err error) string {
	if x, ok := errors.AsType[*exec.ExitError](err); ok {
		return string(x.Stderr)
	}
	return err.Error()
}

// saved writes answers to a file for a scorer.
func saved[T any](t *testing.T, answers []T) string {
	t.Helper()
	b := &bench{Options: Options{Predictions: t.TempDir()}, title: "answers"}
	if err := leave(b, answers); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(b.Predictions, "answers.jsonl")
}

// agree compares our figures with the scorer's, by the end of their names.
func agree(t *testing.T, what string, ours []Figure, scorers map[string]float64) {
	t.Helper()
	for name, want := range scorers {
		i := slices.IndexFunc(ours, func(f Figure) bool { return f.Name == "x "+name })
		switch {
		case i < 0:
			t.Errorf("%s: no figure %s", what, name)
		case math.Abs(ours[i].Value-want) > 1e-9:
			t.Errorf("%s: %s: got %v, the scorer says %v", what, name, ours[i].Value, want)
		}
	}
}

// kinds of answers: gold itself, gold with random changes, nothing, and junk.
var kinds = []string{"gold", "changed", "changed again", "empty", "junk"}

// chance is the same in every run.
func chance(kind string) *rand.Rand { return rand.New(rand.NewPCG(1, uint64(len(kind)))) }

func pick[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }

func TestTimexAgreesWithItsScorer(t *testing.T) {
	bin := scorer(t, "timexscore")
	dir := filepath.Join(beside, "data/timex")
	sets, err := timexSuite{}.sets(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range sets {
		docs, err := readCorpus(filepath.Join(dir, set))
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range kinds {
			var c timexCount
			var all []timexAnswer
			r := chance(kind)
			for _, d := range docs {
				as := timexAnswers(r, kind, d)
				c.add(d, as, nil)
				all = append(all, as...)
			}
			s := ask[struct {
				Strict  struct{ P, R, F1 float64 }
				Relaxed struct{ F1 float64 }
				Type    float64 `json:"type_f1"`
				Value   float64 `json:"value_f1"`
				Both    float64 `json:"type_and_value_f1"`
				Exact   float64 `json:"strict_value_f1"`
				Right   float64 `json:"value_accuracy"`
			}](t, bin, "-json", filepath.Join(dir, set), saved(t, all))
			agree(t, set+" "+kind, c.figures("x"), map[string]float64{
				"strict.f1": s.Strict.F1, "strict.precision": s.Strict.P, "strict.recall": s.Strict.R,
				"relaxed.f1": s.Relaxed.F1, "type.f1": s.Type, "value.f1": s.Value,
				"type.value.f1": s.Both, "strict.value.f1": s.Exact, "value.accuracy": s.Right,
			})
		}
	}
}

func timexAnswers(r *rand.Rand, kind string, d *timeML) (out []timexAnswer) {
	switch kind {
	case "gold":
		return d.gold
	case "empty":
		return nil
	case "junk":
		for i := 0; i+9 < len(d.text); i += 1 + r.IntN(40) {
			out = append(out, timexAnswer{Doc: d.name, Start: i, End: i + 1 + r.IntN(9), Type: pick(r, "DATE", "SET", ""), Value: pick(r, "P1D", "", "1998")})
		}
	default:
		for _, g := range append(slices.Clone(d.gold), d.creation...) {
			g.Text = ""
			switch r.IntN(8) {
			case 0:
				continue
			case 1:
				g.Start = max(0, g.Start-r.IntN(30))
			case 2:
				g.End = min(len(d.text), g.End+r.IntN(60))
			case 3:
				g.Type = pick(r, "DATE", "TIME", "DURATION", "SET")
			case 4:
				g.Value = pick(r, "PRESENT_REF", "1998", "P1Y")
			case 5:
				again := g
				again.End--
				if again.End > again.Start {
					out = append(out, again)
				}
			}
			out = append(out, g)
		}
		r.Shuffle(len(out), func(i, k int) { out[i], out[k] = out[k], out[i] })
	}
	return out
}

func TestEventsAgreeWithTheirScorer(t *testing.T) {
	bin := scorer(t, "eventscore")
	dir := filepath.Join(beside, "data/events")
	sets, err := eventsSuite{}.sets(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range sets {
		file := filepath.Join(dir, set+".jsonl")
		gold, err := readLines[goldArticle](file)
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range kinds {
			var c eventCount
			var all []eventsAnswer
			r := chance(kind)
			for i := range gold {
				a := eventAnswers(r, kind, &gold[i])
				c.add(&gold[i], &a, nil)
				all = append(all, a)
			}
			type prf struct{ P, R, F1 float64 }
			type ratio struct{ Value float64 }
			s := ask[struct {
				Found      prf     `json:"dated_events"`
				Dated      prf     `json:"dated_events_with_equal_date"`
				Exact      ratio   `json:"date_exact_on_matched"`
				Compatible ratio   `json:"date_compatible_on_matched"`
				Qualified  ratio   `json:"qualifier_agrees_on_equal_dates"`
				Unreadable float64 `json:"unreadable_system_dates"`
				Precision  float64 `json:"false_precision"`
				Dating     float64 `json:"false_dating"`
				Repeated   float64 `json:"repeated_mentions"`
				Left       float64 `json:"gold_dated_left_undated"`
				Status     ratio   `json:"status_on_matched"`
				Type       ratio   `json:"type_on_matched"`
				Actor      prf     `json:"actor_code_on_matched"`
				Undated    ratio   `json:"undated_recall"`
				Tray       ratio   `json:"undated_status_on_matched"`
			}](t, bin, "-json", file, saved(t, all))
			agree(t, set+" "+kind, c.figures("x"), map[string]float64{
				"found.f1": s.Found.F1, "found.precision": s.Found.P, "found.recall": s.Found.R, "dated.f1": s.Dated.F1,
				"date.exact": s.Exact.Value, "date.compatible": s.Compatible.Value, "date.qualified": s.Qualified.Value,
				"unreadable": s.Unreadable, "false.precision": s.Precision, "false.dating": s.Dating,
				"repeated": s.Repeated, "left.undated": s.Left, "status": s.Status.Value, "type": s.Type.Value,
				"actor.f1": s.Actor.F1, "undated.recall": s.Undated.Value, "undated.status": s.Tray.Value,
			})
		}
	}
}

func eventAnswers(r *rand.Rand, kind string, g *goldArticle) eventsAnswer {
	out := eventsAnswer{ID: g.ID, Events: []eventAnswer{}}
	answer := func(x goldEvent) eventAnswer {
		return eventAnswer{Start: x.Start, End: x.End, Date: x.Date, Status: x.Status, Type: x.Type, Actors: x.Actors}
	}
	date := func() string {
		return pick(r, "2009-06-20", "2009", "2003-08", "199X", "2011-22", "2008-33", "2007-06-14/2007-06-15", "2011/..",
			"../2019", "2023-02?", "2011-08%", "", "soon", "2009-02-30", "2023-13", "../..", "2019/2018", "2019-07-24T10:00", "2019-07-XX")
	}
	switch kind {
	case "empty":
	case "gold":
		for _, x := range g.Events {
			out.Events = append(out.Events, answer(x))
		}
		for _, x := range g.Undated {
			out.Undated = append(out.Undated, answer(x))
		}
	case "junk":
		for i := 0; i+8 < len(g.Text); i += 1 + r.IntN(200) {
			e := eventAnswer{Start: i, End: i + 1 + r.IntN(8), Date: date(), Status: pick(r, "occurred", "?"), Type: pick(r, "AID", "")}
			out.Events = append(out.Events, e)
		}
	default:
		for _, x := range slices.Concat(g.Events, g.Undated, g.Optional) {
			a := answer(x)
			if len(x.Also) > 0 && r.IntN(2) == 0 {
				a.Start, a.End = x.Also[0][0], x.Also[0][1]
			}
			switch r.IntN(9) {
			case 0:
				continue
			case 1:
				a.Date = date()
			case 2:
				a.Date = ""
			case 3:
				a.Start, a.End = max(0, a.Start-40), max(1, a.Start-35)
			case 4:
				a.Sentence = &[2]int{max(0, a.Start-100), a.Start + 5}
				a.Start, a.End = max(0, a.Start-90), max(1, a.Start-80)
			case 5:
				a.Status, a.Type = "Ongoing", "assault"
			case 6:
				a.Actors = append(slices.Clone(a.Actors), actorAnswer{Code: "usa", Role: "Source"}, actorAnswer{Code: "FRA", Role: "other"})
			case 7:
				out.Undated = append(out.Undated, a)
			}
			out.Events = append(out.Events, a)
		}
	}
	return out
}

func TestCodingAgreesWithItsScorer(t *testing.T) {
	bin := scorer(t, "codingscore")
	dir := filepath.Join(beside, "data/coding")
	sets, err := codingSuite{}.sets(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range sets {
		file := filepath.Join(dir, set+".jsonl")
		gold, err := readLines[codedSentence](file)
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range kinds {
			var c codingCount
			var all []codingAnswer
			r := chance(kind)
			for i := range gold {
				a := codingAnswer{gold[i].ID, codedAnswers(r, kind, &gold[i])}
				c.add(&gold[i], a.Events, nil)
				all = append(all, a)
			}
			type counts struct{ TP, FP, FN int }
			s := ask[map[string]struct {
				Neutral int
				Alarms  int               `json:"false_alarms"`
				Metrics map[string]counts `json:"metrics"`
			}](t, bin, "-json", "-gold", file, "-sys", saved(t, all))["all"]
			if c.neutral != s.Neutral || c.alarms != s.Alarms {
				t.Errorf("%s %s: got %d alarms of %d, the scorer says %d of %d", set, kind, c.alarms, c.neutral, s.Alarms, s.Neutral)
			}
			for name, got := range map[string]tally{"type": c.types, "cameo": c.cameo, "pair": c.pairs, "tuple": c.tuples} {
				if want := s.Metrics[name]; got != (tally{want.TP, want.FP, want.FN}) {
					t.Errorf("%s %s: %s: got %+v, the scorer says %+v", set, kind, name, got, want)
				}
			}
		}
	}
}

func codedAnswers(r *rand.Rand, kind string, g *codedSentence) (out []codedEvent) {
	out = []codedEvent{}
	junk := func() codedEvent {
		return codedEvent{
			Source: pick(r, "USA", "rusGOV", "", "IGO"), Target: pick(r, "USA", "", "CHN"), Plover: pick(r, "FIGHT", "YIELD", "retreat", "", "NONE", "AGREE"),
			Code: pick(r, "", "1712", "[163]", "010", "19", "0841", "5"), SourceText: pick(r, "", "The U.S. president", "its"), TargetText: pick(r, "", "China’s navy"),
		}
	}
	switch kind {
	case "gold":
		out = append(out, g.Events...)
	case "junk":
		for range r.IntN(5) {
			out = append(out, junk())
		}
	case "empty":
	default:
		for _, e := range g.Events {
			switch r.IntN(8) {
			case 0:
				continue
			case 1:
				e.Plover = ""
			case 2:
				e.Source, e.Target, e.SourceText, e.TargetText = e.Target, e.Source, e.TargetText, e.SourceText
			case 3:
				e.Source, e.Target = "", ""
			case 4:
				e.SourceText = "the old " + e.SourceText
			case 5:
				out = append(out, junk(), e)
			case 6:
				e.Plover = pick(r, "CONCEDE", "RETREAT", "ACCUSE")
			}
			e.Recip = false
			out = append(out, e)
		}
		if r.IntN(4) == 0 {
			out = append(out, junk())
		}
	}
	return out
}

func TestAnchorsAgreeWithTheirScorer(t *testing.T) {
	bin := scorer(t, "anchorscore")
	files, err := anchorFiles(filepath.Join(beside, "data/timeline"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		gold, articles, err := readAnchors(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range kinds {
			answers := anchored(chance(kind), kind, gold)
			var c anchorCount
			if err := c.add(gold, answers, articles, nil); err != nil {
				t.Fatal(err)
			}
			type result struct {
				N       int     `json:"n"`
				Exact   float64 `json:"exact_accuracy"`
				Relaxed float64 `json:"relaxed_accuracy"`
				OneDay  float64 `json:"within_1_day_accuracy"`
				OneWeek float64 `json:"within_7_days_accuracy"`
			}
			s := ask[map[string]result](t, bin, "-json", "-gold", file, "-sys", saved(t, answers))
			agree(t, file+" "+kind, c.figures("x"), map[string]float64{
				"exact": s["all"].Exact, "relaxed": s["all"].Relaxed, "within.1.day": s["all"].OneDay,
				"within.7.days": s["all"].OneWeek, "day.exact": s["exact day"].Exact, "mentions": float64(s["all"].N),
			})
		}
	}
}

func anchored(r *rand.Rand, kind string, gold []goldAnchor) (out []anchorAnswer) {
	for i, g := range gold {
		a := anchorAnswer{Doc: g.Doc, EventID: g.EventID, Start: g.Start, End: g.End, Anchor: g.Anchor}
		switch {
		case kind == "empty":
			return nil
		case kind == "junk":
			a.Anchor = pick(r, "UNK", "", "2011-W07", "2009-Q2", "1998-WI", "2009-SP/2009-FA", "after:2001", "before:1998-03,after:1998-01-05",
				"../..", "XXXX-XX", "2006-07-XX", "1998-02-27T10:00", "after:2009-01/before:2009-02")
		case kind != "gold" && r.IntN(2) == 0:
			a.Anchor = gold[(i+r.IntN(9))%len(gold)].Anchor
		case kind != "gold" && r.IntN(6) == 0:
			continue
		case kind != "gold":
			d, ok := readDay(g.Anchor)
			if !ok {
				break
			}
			a.Anchor = pick(r, dayText(int64(d+r.IntN(20)-10)), g.Anchor[:7], g.Anchor[:4], g.Anchor+"/..", "before:"+g.Anchor)
		}
		out = append(out, a)
	}
	return out
}
