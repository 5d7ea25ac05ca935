package html

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"path"
)

//go:embed page.tmpl style/*.css words/*.json built/app.js vendor/echarts/echarts.min.js vendor/world/countries-110m.json
var assets embed.FS

// asset is a piece of style or script and its hash, as a policy names it.
type asset struct {
	body string
	hash string
}

func newAsset(body []byte) asset {
	sum := sha256.Sum256(body)
	return asset{string(body), "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"}
}

func read(name string) (asset, error) {
	b, err := assets.ReadFile(name)
	return newAsset(b), err
}

// readStyle joins the files of the folder style in the order of their names.
func readStyle() ([]byte, error) {
	files, err := assets.ReadDir("style")
	if err != nil {
		return nil, err
	}
	var all []byte
	for _, f := range files {
		b, err := assets.ReadFile(path.Join("style", f.Name()))
		if err != nil {
			return nil, err
		}
		all = append(all, b...)
	}
	return all, nil
}

// policy allows nothing but the page's own style and scripts. Canvas, logo and
// export need images and downloads made from data.
func policy(style asset, scripts ...asset) string {
	s := "default-src 'none'; img-src data: blob:; base-uri 'none'; form-action 'none'; style-src " + style.hash + "; script-src"
	for _, x := range scripts {
		s += " " + x.hash
	}
	return s
}
