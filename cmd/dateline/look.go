package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/datelinehq/dateline/configs"
	"github.com/datelinehq/dateline/render/html"
)

// look reads what a report says of its page: the logo and the template are files.
func look(dir string, p configs.PageLook) (html.Options, error) {
	o := html.Options{Language: p.Language, Start: p.Start, Theme: html.Theme{Accent: p.Accent, AccentDark: p.AccentDark, Name: p.Name}}
	for _, v := range p.Views {
		o.Views = append(o.Views, html.View{Name: v.Name, State: v.State})
	}
	if err := errors.Join(html.CheckAccent(p.Accent, false), html.CheckAccent(p.AccentDark, true)); err != nil {
		return o, fmt.Errorf("page: accent: %w", err)
	}
	for _, f := range []struct {
		name string
		max  int64
		into *[]byte
	}{{p.Logo, html.MaxLogo, &o.Theme.Logo}, {p.Template, 1 << 20, &o.Template}} {
		if f.name == "" {
			continue
		}
		name := within(dir, f.name)
		info, err := os.Stat(name)
		if err != nil {
			return o, fmt.Errorf("page: %w", plain(err))
		}
		if info.Size() > f.max {
			return o, fmt.Errorf("page: %s has %d bytes; at most %d are taken", f.name, info.Size(), f.max)
		}
		if *f.into, err = os.ReadFile(name); err != nil {
			return o, fmt.Errorf("page: %w", plain(err))
		}
	}
	return o, nil
}
