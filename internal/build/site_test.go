package build

import (
	"bytes"
	"context"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"jikenbo"
	"jikenbo/internal/check"
	"jikenbo/internal/ipadic"
	"jikenbo/internal/morph"
	"jikenbo/internal/render"
)

var update = flag.Bool("update", false, "rewrite the golden parts of testdata")

// root is the archive of this repository.
const root = "../.."

// originals is where the texts of the five documents are on a machine that may have them.
const originals = root + "/../shared/seeds"

func tokenizer(words []morph.Word) morph.Tokenizer { return morph.New(ipadic.Load, words) }

func builder(archive fs.FS) *Builder {
	return &Builder{Archive: archive, Shipped: jikenbo.Files, Tokenizer: tokenizer, Version: "test"}
}

// built is the real archive, built once for all tests that only look at it.
var built = sync.OnceValues(func() (*Site, error) {
	site, problems, err := builder(os.DirFS(root)).Build(context.Background())
	if err == nil && len(problems) > 0 {
		os.Stderr.WriteString(problems.String())
	}
	return site, err
})

// TestArchive builds the real content: any problem in it, a warning too, fails the test.
func TestArchive(t *testing.T) {
	site, problems, err := builder(os.DirFS(root)).Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if len(problems) > 0 {
		t.Errorf("problems in the archive:\n%s", problems)
	}
	if len(site.Files) == 0 {
		t.Fatal("no site")
	}
}

// TestArchiveIsWhole resolves every link, fragment and asset of the finished tree.
func TestArchiveIsWhole(t *testing.T) {
	site, err := built()
	if err != nil {
		t.Fatal(err)
	}
	checkTree(t, site.Files)
}

// TestArchiveWithOriginals builds with the texts of the five documents, where they are:
// each is known by its SHA-256 and becomes evidence, and the tree is whole.
func TestArchiveWithOriginals(t *testing.T) {
	if _, err := os.Stat(originals); err != nil {
		t.Skip("the texts of the sources are not on this machine; the build without them is tested above")
	}
	b := builder(os.DirFS(root))
	b.Originals = os.DirFS(originals)
	site, problems, err := b.Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if len(problems) > 0 {
		t.Errorf("problems:\n%s", problems)
	}
	texts := 0
	for _, s := range site.Casebook.Sources {
		if s.Doc != nil {
			texts++
		}
	}
	if texts != 5 {
		t.Errorf("%d texts were recognised, want 5", texts)
	}
	both := 0
	for _, a := range site.Casebook.Entity("plugx-removal").Acts {
		var article, source bool
		for _, e := range a.Evidence {
			article = article || e.Article != nil
			source = source || e.Source != nil
		}
		if article && source {
			both++
		}
	}
	if both == 0 {
		t.Error("no act of the PlugX removal has evidence from both the article and the source")
	}
	checkTree(t, site.Files)
}

// TestSameBytes builds the real archive on one and on eight processors.
func TestSameBytes(t *testing.T) {
	build := func(procs int) []render.File {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(procs))
		site, _, err := builder(os.DirFS(root)).Build(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		return site.Files
	}
	one, eight := build(1), build(8)
	if len(one) != len(eight) {
		t.Fatalf("%d files on one processor, %d on eight", len(one), len(eight))
	}
	for i := range one {
		if one[i].Path != eight[i].Path || !bytes.Equal(one[i].Data, eight[i].Data) {
			t.Errorf("%s differs", one[i].Path)
		}
	}
}

// TestSites builds the small archives of testdata. In each txtar file,
//
//	want/problems  are all problems, as they are shown (rewritten with -update)
//	want/files     are the pages, one a line (rewritten with -update)
//	want/has       are lines "path: text that the page holds"
//	want/lacks     are lines "path: text that the page does not hold"
//
// and everything else is the archive.
func TestSites(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			testSite(t, file)
		})
	}
}

func testSite(t *testing.T, file string) {
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	archive, want := fstest.MapFS{}, map[string]int{}
	for i, f := range ar.Files {
		if strings.HasPrefix(f.Name, "want/") {
			want[f.Name] = i
		} else {
			archive[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	site, problems, err := builder(archive).Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	pages := map[string]string{}
	var list strings.Builder
	for _, f := range site.Files {
		if strings.HasSuffix(f.Path, ".html") {
			pages[f.Path] = string(f.Data)
			list.WriteString(f.Path + "\n")
		}
	}
	golden := map[string]string{"want/problems": problems.String(), "want/files": list.String()}
	for name, got := range golden {
		i, ok := want[name]
		if !ok {
			continue
		}
		if *update {
			ar.Files[i].Data = []byte(got)
		} else if diff := cmp.Diff(string(ar.Files[i].Data), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	wantText(t, ar, want, pages, "want/has", true)
	wantText(t, ar, want, pages, "want/lacks", false)
	if site.Files != nil {
		checkTree(t, site.Files)
	}
}

// wantText checks the lines of want/has or want/lacks.
func wantText(t *testing.T, ar *txtar.Archive, want map[string]int, pages map[string]string, name string, has bool) {
	i, ok := want[name]
	if !ok {
		return
	}
	for line := range strings.Lines(string(ar.Files[i].Data)) {
		path, text, ok := strings.Cut(strings.TrimSpace(line), ": ")
		page, exists := pages[path]
		switch {
		case !ok:
			t.Errorf("%s: %q is not \"path: text\"", name, line)
		case !exists:
			t.Errorf("%s: no page %s", name, path)
		case strings.Contains(page, text) != has:
			t.Errorf("%s: %s: %q", name, path, text)
		}
	}
}

func checkTree(t *testing.T, files []render.File) {
	t.Helper()
	tree := fstest.MapFS{}
	for _, f := range files {
		tree[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	problems, err := check.Tree(tree)
	if err != nil {
		t.Fatal(err)
	}
	if len(problems) > 20 {
		problems = problems[:20]
	}
	if len(problems) > 0 {
		t.Errorf("the tree is not whole:\n%s", problems)
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
