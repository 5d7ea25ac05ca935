package html

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestBundleIsMadeOfTheSources holds the committed bundle and the modules together.
func TestBundleIsMadeOfTheSources(t *testing.T) {
	var files []string
	err := filepath.WalkDir("app", func(file string, d fs.DirEntry, err error) error {
		if strings.HasSuffix(file, ".js") && !strings.HasSuffix(file, ".test.js") {
			files = append(files, filepath.ToSlash(file))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(files)
	sum := sha256.New()
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		sum.Write(b)
	}
	built, err := assets.ReadFile("built/app.js")
	if err != nil {
		t.Fatal(err)
	}
	if want := fmt.Sprintf("sources sha256:%x", sum.Sum(nil)); !strings.Contains(string(built[:200]), want) {
		t.Errorf("built/app.js is not made of app: run make page. It says %.120q, want %s", built, want)
	}
}

// TestModules runs the tests of the page's modules, where there is a node to run them.
func TestModules(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node in PATH: the tests of the page's modules are left out")
	}
	files, err := filepath.Glob("app/*.test.js")
	if err != nil || len(files) == 0 {
		t.Fatalf("no tests of modules: %v", err)
	}
	out, err := exec.Command(node, append([]string{"--test"}, files...)...).CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
