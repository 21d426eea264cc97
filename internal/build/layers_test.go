package build

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers says which packages of internal/ each package may import.
// It is a statement of policy: change the code, not this table, to make the test pass.
var layers = map[string]string{
	// ground
	"source":   "",
	"i18n":     "",
	"edtf":     "i18n",
	"parallel": "i18n",
	// load
	"press":   "",
	"config":  "source i18n edtf",
	"content": "source i18n edtf",
	"seeds":   "source i18n edtf",
	"lattice": "",
	"morph":   "source lattice",
	"ipadic":  "morph",
	// analyse
	"jpdate":   "source i18n edtf",
	"entity":   "source i18n content morph",
	"event":    "source i18n edtf content morph jpdate entity",
	"analysis": "source i18n edtf content morph jpdate entity event",
	// what editors make of it
	"review": "source i18n edtf content morph jpdate entity event analysis",
	// link
	"casebook": "source i18n edtf content seeds morph jpdate entity event analysis",
	// render
	"render":  "source i18n press edtf content seeds jpdate entity event analysis casebook",
	"search":  "source i18n edtf content seeds jpdate entity event analysis casebook",
	"picture": "i18n",
	"export":  "source i18n edtf content seeds jpdate entity event analysis casebook",
	// around
	"dossier":  "i18n casebook render",
	"intake":   "source i18n content",
	"clipping": "source i18n edtf content seeds jpdate",
	"draft":    "source i18n edtf content seeds jpdate entity event analysis clipping",
	"suggest":  "source i18n content entity event analysis",
	"synth":    "source i18n parallel content seeds morph",
	"build":    "source i18n edtf config content seeds morph jpdate entity event analysis review casebook render search picture export",
	"serve":    "source i18n",
	"check":    "source i18n edtf parallel config content seeds entity analysis casebook",
	// tests
	"golden": "",
}

// owners says which packages alone may import a library.
var owners = map[string]string{
	"github.com/ikawaha/kagome/v2/tokenizer": "", // tests hold internal/lattice to it
	"github.com/ikawaha/kagome-dict/ipa":     "internal/ipadic",
	"github.com/yuin/goldmark":               "internal/content",
	"github.com/BurntSushi/toml":             "internal/source internal/i18n",
	"golang.org/x/sync/errgroup":             "internal/build",
	"golang.org/x/image":                     "internal/picture",
	"github.com/fsnotify/fsnotify":           "internal/serve",
	"github.com/spf13/cobra":                 "cmd/jikenbo",
}

func TestImportsRunOneWay(t *testing.T) {
	seen := map[string]bool{}
	eachImport(t, "../../internal", func(pkg, file, path string) {
		seen[pkg] = true
		allowed, known := layers[pkg]
		if !known {
			t.Errorf("%s: package %q has no layer; give it one", file, pkg)
			return
		}
		inner, ok := strings.CutPrefix(path, "jikenbo/internal/")
		if ok && !slices.Contains(strings.Fields(allowed), inner) {
			t.Errorf("%s imports internal/%s; want only %q", file, inner, allowed)
		}
	})
	for pkg := range layers {
		if !seen[pkg] {
			t.Errorf("package %q of the table does not exist", pkg)
		}
	}
}

func TestLibrariesHaveOneOwner(t *testing.T) {
	for _, root := range []string{"../../internal", "../../cmd"} {
		eachImport(t, root, func(_, file, path string) {
			for library, owner := range owners {
				if path != library && !strings.HasPrefix(path, library+"/") {
					continue
				}
				dir := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(file)), "../../")
				if !slices.Contains(strings.Fields(owner), dir) {
					t.Errorf("%s imports %s; only %s may", file, path, owner)
				}
			}
		})
	}
}

// TestOnlyBuildIsConcurrent holds that nothing but build, and the server for its own sake, starts a goroutine.
func TestOnlyBuildIsConcurrent(t *testing.T) {
	eachFile(t, "../../internal", func(file string) {
		if dir := filepath.Base(filepath.Dir(file)); dir == "build" || dir == "serve" {
			return
		}
		if text := read(t, file); strings.Contains(text, "\tgo ") || strings.Contains(text, ".Go(") {
			t.Errorf("%s starts a goroutine; only internal/build and internal/serve do", file)
		}
	})
}

// eachImport calls f for every import of the Go files below root that are not tests.
func eachImport(t *testing.T, root string, f func(pkg, file, path string)) {
	eachFile(t, root, func(file string) {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range parsed.Imports {
			path, _ := strconv.Unquote(spec.Path.Value)
			f(filepath.Base(filepath.Dir(file)), file, path)
		}
	})
}

func eachFile(t *testing.T, root string, f func(file string)) {
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(path) == ".go" && !strings.HasSuffix(path, "_test.go") {
			f(path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
