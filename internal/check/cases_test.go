package check

import (
	"context"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"jikenbo/internal/build"
	"jikenbo/internal/golden"
	"jikenbo/internal/ipadic"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// today is the day on which the archives of the tests are checked.
var today = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// trees are the parts of a case: an archive, the texts of its sources, what is built into the program, and a finished site.
type trees struct{ archive, originals, shipped, site fstest.MapFS }

// read adds the files of a txtar file.
func (ts *trees) read(t *testing.T, file string) {
	t.Helper()
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	ts.add(ar.Files)
}

// add adds files. One that begins with "-> " is a symbolic link, and {head} is the head of a page.
func (ts *trees) add(files []txtar.File) {
	for _, f := range files {
		to, name := ts.archive, f.Name
		for prefix, tree := range map[string]fstest.MapFS{"originals/": ts.originals, "shipped/": ts.shipped, "site/": ts.site} {
			if inner, ok := strings.CutPrefix(f.Name, prefix); ok {
				to, name = tree, inner
			}
		}
		to[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(f.Data), "{head}", head))}
		if target, ok := strings.CutPrefix(string(f.Data), "-> "); ok {
			to[name] = &fstest.MapFile{Data: []byte(strings.TrimSpace(target)), Mode: fs.ModeSymlink}
		}
	}
}

// find runs everything that jikenbo check does.
func (ts trees) find(t *testing.T) (source.Problems, []source.Waived) {
	t.Helper()
	b := build.Builder{Archive: ts.archive, Shipped: ts.shipped, Tokenizer: func(words []morph.Word) morph.Tokenizer { return morph.New(ipadic.Load, words) }}
	if len(ts.originals) > 0 {
		b.Originals = ts.originals
	}
	in, problems, err := b.Inspect(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	problems = append(problems, Records(Archive{Input: in.Input, Book: in.Book, Today: today})...)
	if len(ts.site) > 0 {
		found, err := Tree(ts.site)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range found {
			p.Pos.Path = "public/" + p.Pos.Path
			problems = append(problems, p)
		}
	}
	left, waived, unused := problems.Sorted().Waive(in.Waivers)
	return append(left, Unused(unused, Seen{Site: len(ts.site) > 0, Originals: len(ts.originals) > 0})...).Sorted(), waived
}

// whole is an archive without problems, to which the cases do something.
func whole(t *testing.T) trees {
	ts := trees{fstest.MapFS{}, fstest.MapFS{}, fstest.MapFS{}, fstest.MapFS{}}
	ts.read(t, "testdata/whole.txtar")
	return ts
}

func TestWholeArchive(t *testing.T) {
	if ps, _ := whole(t).find(t); len(ps) > 0 {
		t.Errorf("want no problems, got\n%s", ps)
	}
}

// TestCases lays the files of each case over the whole archive. The file golden holds what is found. A case is called after a code,
// and has to provoke it.
func TestCases(t *testing.T) {
	golden.Run(t, "testdata/cases/*.txtar", func(t *testing.T, files []txtar.File) string {
		ts := whole(t)
		ts.add(files)
		ps, waived := ts.find(t)
		got := ps.String()
		for _, w := range waived {
			got += "waived: " + w.Problem.String() + "\n\treason: " + w.Waiver.Reason + "\n"
		}
		if !strings.Contains(got, "["+path.Base(t.Name())+"]") {
			t.Errorf("the case does not provoke its code")
		}
		return got
	})
}

// TestEveryCodeHasACase holds that each code is provoked. What other commands say, what takes a file of 100 MB, and what only a fault of
// the program makes is provoked elsewhere.
func TestEveryCodeHasACase(t *testing.T) {
	elsewhere := regexp.MustCompile(`^((build|catalogue|draft)\..*|review\.text|tree\.size|data\.inverse)$`)
	for _, code := range codes(t) {
		if _, err := os.Stat("testdata/cases/" + code + ".txtar"); err != nil && !elsewhere.MatchString(code) {
			t.Errorf("no case provokes %s", code)
		}
	}
}

// TestBrokenArchives runs check over the bad input of the loading stages: whatever is missing, it goes on.
func TestBrokenArchives(t *testing.T) {
	files, err := filepath.Glob("../content/testdata/load/*.txtar")
	if err != nil || len(files) < 10 {
		t.Fatal("no bad input", err)
	}
	for _, file := range files {
		ts := trees{fstest.MapFS{}, fstest.MapFS{}, fstest.MapFS{}, fstest.MapFS{}}
		ts.read(t, file)
		delete(ts.archive, "golden")
		ps, _ := ts.find(t)
		for _, p := range ps {
			if p.Code == "" || p.Msg == "" {
				t.Errorf("%s: half a problem: %#v", file, p)
			}
		}
	}
}
