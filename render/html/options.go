package html

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
)

// chartOptions are the skeletons of the charts, built with go-echarts: what kind of
// chart, which axes, which series. The page fills in data, which follow its filters,
// and colours, which follow the reader's scheme. An option holds no function: where
// ECharts wants one, it names one of app/charts.js as "fn:name". The library's own
// renderer is never used, since it turns text into script.
func chartOptions(located bool) (map[string]map[string]any, error) {
	all := map[string]map[string]any{
		"timeline": timelineOption(), "density": densityOption(), "calendar": calendarOption(), "clocks": clocksOption(),
		"network": networkOption(), "flow": flowOption(), "curve": curveOption(),
	}
	if located {
		all["map"] = mapOption()
	}
	for _, m := range all {
		m["useUTC"] = true
		m["animation"] = false
		delete(m, "color")
		delete(m, "title")
		delete(m, "toolbox")
		delete(m, "legend")
		delete(m, "tooltip") // the page has its own, which sets no style attribute
	}
	return all, nil
}

func timelineOption() map[string]any {
	c := charts.NewCustom()
	c.AddSeries("events", nil, charts.WithCustomChartOpts(opts.CustomChart{RenderItem: types.FuncStr("fn:scene")}))
	c.Validate()
	m := c.JSON()
	// The page lays the events out in pixels itself: rows, labels and breaks are more
	// than axes can do.
	delete(m, "xAxis")
	delete(m, "yAxis")
	return patch(m, map[string]any{"coordinateSystem": "none"})
}

func densityOption() map[string]any {
	c := charts.NewCustom()
	c.AddSeries("density", nil, charts.WithCustomChartOpts(opts.CustomChart{RenderItem: types.FuncStr("fn:scene")}))
	c.Validate()
	m := c.JSON()
	delete(m, "xAxis")
	delete(m, "yAxis")
	return patch(m, map[string]any{"coordinateSystem": "none"})
}

func calendarOption() map[string]any {
	c := charts.NewHeatMap()
	c.AddCalendar(&opts.Calendar{Orient: "horizontal", CellSize: "auto"})
	c.SetGlobalOptions(charts.WithVisualMapOpts(opts.VisualMap{Type: "continuous", Show: opts.Bool(false)}))
	c.AddSeries("days", nil, charts.WithCoordinateSystem("calendar"))
	c.Validate()
	return c.JSON()
}

func clocksOption() map[string]any {
	c := charts.NewScatter()
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "time"}), charts.WithYAxisOpts(opts.YAxis{Type: "time"}),
		charts.WithGridOpts(opts.Grid{Left: "110", Right: "24", Top: "24", Bottom: "48"}),
	)
	c.AddSeries("reports", nil)
	c.Validate()
	return c.JSON()
}

func networkOption() map[string]any {
	c := charts.NewGraph()
	c.AddSeries("actors", nil, nil, charts.WithGraphChartOpts(opts.GraphChart{Layout: "none", Roam: opts.Bool(false)}))
	c.Validate()
	return c.JSON()
}

func flowOption() map[string]any {
	c := charts.NewSankey()
	c.AddSeries("flow", nil, nil)
	c.Validate()
	return c.JSON()
}

func curveOption() map[string]any {
	c := charts.NewLine()
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "time"}), charts.WithYAxisOpts(opts.YAxis{Type: "value"}),
		charts.WithGridOpts(opts.Grid{Left: "64", Right: "24", Top: "24", Bottom: "48"}),
	)
	c.AddSeries("mean", nil)
	c.Validate()
	return c.JSON()
}

func mapOption() map[string]any {
	c := charts.NewGeo()
	c.SetGlobalOptions(
		charts.WithGeoComponentOpts(opts.GeoComponent{Map: "world"}),
		// Without a formatter the library would put live code into the option.
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(false), Formatter: "fn:none"}),
	)
	c.AddSeries("places", types.ChartScatter, nil)
	c.Validate()
	return c.JSON()
}

// patch sets what the types of go-echarts do not hold on the first series.
func patch(m map[string]any, more map[string]any) map[string]any {
	if s, ok := m["series"].(charts.MultiSeries); ok && len(s) > 0 {
		first := map[string]any{"type": s[0].Type, "name": s[0].Name, "renderItem": s[0].RenderItem}
		for k, v := range more {
			first[k] = v
		}
		m["series"] = []any{first}
	}
	return m
}
