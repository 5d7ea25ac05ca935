package html

import (
	"encoding/json"
	"fmt"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// day is a day in the milliseconds of the chart's axis.
const day = 86400000

// chartOption is the option of the timeline chart as JSON, built with go-echarts.
// It holds no function: where ECharts wants one, it names one of app.js as
// "fn:name". Its own renderer is never used, since it turns text into script.
func chartOption(t *timeline.Timeline) ([]byte, error) {
	c := charts.NewCustom()
	c.SetGlobalOptions(
		charts.WithInitializationOpts(opts.Initialization{ChartID: "timeline"}),
		charts.WithAnimation(false),
		charts.WithGridOpts(opts.Grid{Left: "12", Right: "12", Top: "26", Bottom: "76"}),
		charts.WithXAxisOpts(opts.XAxis{Type: "time", Position: "top"}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Show: opts.Bool(false)}),
		charts.WithDataZoomOpts(
			opts.DataZoom{Type: "inside", FilterMode: "none"},
			opts.DataZoom{Type: "slider", FilterMode: "none"},
		),
		charts.WithAriaOpts(&opts.Aria{Enabled: opts.Bool(true)}),
	)
	c.AddSeries("events", items(t), charts.WithCustomChartOpts(opts.CustomChart{RenderItem: types.FuncStr("fn:item")}))
	c.Validate()
	m := c.JSON()
	finish(m, t)
	b, err := json.Marshal(m)
	if err != nil {
		return nil, fmt.Errorf("chart option: %w", err)
	}
	return b, nil
}

// items are the dated events as [start, end, row, index], with the days as half-
// open milliseconds; the rows are filled in by the page, which knows its width.
func items(t *timeline.Timeline) []opts.CustomData {
	var ds []opts.CustomData
	for i := range t.Events {
		a, b := extent(t.Events[i].When, t)
		ds = append(ds, opts.CustomData{Name: t.Events[i].ID, Value: []any{a, b, 0, i}})
	}
	return ds
}

// extent is an interval in milliseconds. An open end reaches to the as-of day, an
// open start to the event's own end.
func extent(v edtf.Interval, t *timeline.Timeline) (from, to int64) {
	first, next := v.DayBounds()
	if next == edtf.Future {
		next = first + 1
		if !t.AsOf.IsZero() {
			if _, n := edtf.On(t.AsOf).DayBounds(); n > first {
				next = n
			}
		}
	}
	if first == edtf.Past {
		first = next - 1
	}
	return first * day, next * day
}

// finish sets what the types of go-echarts do not hold.
func finish(m map[string]any, t *timeline.Timeline) {
	m["useUTC"] = true
	if from, to, ok := window(t); ok {
		pad := max((to-from)/30, 2*day)
		m["xAxis"] = []map[string]any{{
			"type": "time", "position": "top", "min": from - pad, "max": to + pad,
			"axisLabel": map[string]any{"formatter": "fn:axis", "hideOverlap": true},
			"splitLine": map[string]any{"show": true},
			"breaks":    breaks(t), "breakArea": map[string]any{"show": false, "expandOnClick": false},
		}}
	}
}

// window runs from the first event or publication to the last.
func window(t *timeline.Timeline) (from, to int64, ok bool) {
	take := func(v edtf.Interval) {
		if v.IsZero() {
			return
		}
		a, b := extent(v, t)
		if !ok {
			from, to, ok = a, b, true
		}
		from, to = min(from, a), max(to, b)
	}
	for i := range t.Events {
		take(t.Events[i].When)
	}
	for _, s := range t.Sources {
		take(edtf.On(s.Published))
	}
	if !t.AsOf.IsZero() {
		take(edtf.On(t.AsOf))
	}
	return from, to, ok
}
