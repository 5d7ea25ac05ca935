package feed

import (
	"bufio"

	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// A feature is one of RFC 7946, with the time of Linked Places.
type feature struct {
	Type       string       `json:"type"`
	ID         string       `json:"id"`
	Geometry   *geometry    `json:"geometry"` // null: nobody knows where
	Properties geoProps     `json:"properties"`
	When       *geoTimespan `json:"when,omitempty"`
}

type geometry struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"` // longitude, latitude
}

type geoProps struct {
	Title       string   `json:"title"`
	When        string   `json:"edtf,omitempty"`
	InWords     string   `json:"when_words,omitempty"`
	Lasting     bool     `json:"lasting,omitempty"`
	Status      string   `json:"status,omitempty"`
	Grade       string   `json:"date_grade,omitempty"`
	Type        string   `json:"event_type,omitempty"`
	Place       string   `json:"place,omitempty"`
	Country     string   `json:"country,omitempty"`
	Supposed    bool     `json:"place_supposed,omitempty"`
	PointBy     string   `json:"point_by,omitempty"`
	Bounds      string   `json:"bounds,omitempty"`
	Quotes      []string `json:"quotes"`
	Attribution string   `json:"attribution,omitempty"`
}

type geoTimespan struct {
	Timespans []geoSpan `json:"timespans"`
	Label     string    `json:"label"`
}

type geoSpan struct {
	Start geoEdge  `json:"start"`
	End   *geoEdge `json:"end,omitempty"`
}

// A geoEdge is when something begins or ends: in a year, month or day, or between two.
type geoEdge struct {
	In       string `json:"in,omitempty"`
	Earliest string `json:"earliest,omitempty"`
	Latest   string `json:"latest,omitempty"`
}

// geoJSON is a feature for each event and place; an event without a place has one
// without geometry.
func geoJSON() Format {
	return Format{
		Name: "geojson", File: "places.geojson", About: "map of the events (GeoJSON with the times of Linked Places)",
		carries: append(tells(), Lasting, Types, Places, Points, Attribution),
		write: func(w *bufio.Writer, v *view) {
			var c struct {
				Type     string    `json:"type"`
				Features []feature `json:"features"`
			}
			c.Type, c.Features = "FeatureCollection", []feature{}
			for _, e := range v.events {
				if len(e.Places) == 0 {
					c.Features = append(c.Features, v.feature(e, e.ID, timeline.Place{}))
				}
				for i, p := range e.Places {
					id := e.ID
					if i > 0 {
						id += "." + itoa(i+1)
					}
					c.Features = append(c.Features, v.feature(e, id, p))
				}
			}
			pretty(w, c)
		},
	}
}

func (v *view) feature(e *timeline.Event, id string, p timeline.Place) feature {
	f := feature{Type: "Feature", ID: id, When: geoWhen(e), Properties: geoProps{
		Title: v.line(e.Title), When: e.When.String(), Lasting: e.Lasting, Status: string(e.Status), Grade: string(e.Grade), Type: e.Type,
		Place: v.line(p.Name), Country: p.Country, Supposed: p.Supposed, Bounds: v.line(words.Bounds(e.Bounds)),
		Quotes: []string{}, Attribution: v.line(e.Attribution),
	}}
	if e.Dated() {
		f.Properties.InWords = words.Interval(e.When)
	}
	for _, c := range e.Cites {
		f.Properties.Quotes = append(f.Properties.Quotes, v.cited(c))
	}
	if x := p.Point; x != nil && x.Lat >= -90 && x.Lat <= 90 && x.Lon >= -180 && x.Lon <= 180 {
		f.Geometry = &geometry{"Point", [2]float64{x.Lon, x.Lat}}
		f.Properties.PointBy = string(x.By)
	}
	return f
}

// geoWhen is the time of an event as Linked Places has it. One date is its start alone.
// What lasts begins in its start and ends in its end; what lies somewhere in a span
// begins no earlier and ends no later. An end that is not known has no latest.
func geoWhen(e *timeline.Event) *geoTimespan {
	if !e.Dated() {
		return nil
	}
	a, b := e.When.Start, e.When.End
	var s geoSpan
	switch {
	case e.When.Single():
		s.Start = edge(a)
	case a.Unit <= edtf.Open:
		s.Start, s.End = geoEdge{Latest: edge(b).last()}, &geoEdge{Latest: edge(b).last()}
	case b.Unit <= edtf.Open:
		s.Start, s.End = edge(a), &geoEdge{Earliest: edge(a).first()}
		if !e.Lasting {
			s.Start = geoEdge{Earliest: edge(a).first()}
		}
	case e.Lasting:
		end := edge(b)
		s.Start, s.End = edge(a), &end
	default:
		s.Start, s.End = geoEdge{Earliest: edge(a).first()}, &geoEdge{Latest: edge(b).last()}
	}
	return &geoTimespan{[]geoSpan{s}, words.Interval(e.When)}
}

// edge is a date as Linked Places writes it: years, months and days with the marks of
// doubt. What EDTF has beyond these is the span of its months or years.
func edge(d edtf.Date) geoEdge {
	first, next := edtf.On(d).DayBounds()
	from, to := cutTo(first, d), cutTo(next-1, d)
	if from == to {
		return geoEdge{In: from}
	}
	return geoEdge{Earliest: from, Latest: to}
}

func (g geoEdge) first() string { return first(g.In, g.Earliest) }
func (g geoEdge) last() string  { return first(g.In, g.Latest) }

// cutTo is day n to the unit of d, or the next one that Linked Places knows, with the
// doubt of d.
func cutTo(n int64, d edtf.Date) string {
	x := cut(edtf.FromDays(n), d.Unit).date()
	x.Doubt = d.Doubt
	return x.String()
}
