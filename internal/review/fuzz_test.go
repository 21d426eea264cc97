package review

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"jikenbo/internal/analysis"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// FuzzUpdate holds that whatever an editor writes, no run of the program loses a verdict or a comment of his, that what it
// writes can be read, and that a second run changes nothing.
func FuzzUpdate(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, name := range []string{"review.toml", "updated.toml"} {
			if text, ok := section(a, name); ok {
				f.Add(text, true)
				f.Add(text, false)
			}
		}
	}
	f.Add("# a\n[[sentence]] # b\r\nja = \"あ\" # c\n# d\n[[sentence.finds]] # e\nmention = \"い\"\n# f\n", true)
	doc := document(i18n.JA, story)
	r := registry()
	f.Fuzz(func(t *testing.T, text string, whole bool) {
		s := Subject{Path: "content/articles/x/review.toml", Docs: []*analysis.Document{doc}, Whole: whole, Registry: r}
		old, ps := Parse(source.NewFile(s.Path, text), r)
		if ps.Errors() > 0 {
			return
		}
		if _, ps := old.Apply(s.Docs, r); ps.Errors() > 0 {
			return
		}
		first := old.Update(s)
		written := source.NewFile(s.Path, string(first.Bytes()))
		again, ps := Parse(written, r)
		if ps.Errors() > 0 {
			t.Fatalf("what was written cannot be read:\n%s\n%s", ps, written.Text)
		}
		if diff := cmp.Diff(written.Text, string(again.Update(s).Bytes())); diff != "" {
			t.Errorf("a second run changed the file\n%s", diff)
		}
		if diff := cmp.Diff(verdictsOf(old), verdictsOf(first)); diff != "" {
			t.Errorf("verdicts were lost\n%s", diff)
		}
		for _, c := range commentsOf(source.NewFile("x", text)) {
			if !strings.Contains(written.Text, c) {
				t.Errorf("the comment %q was lost", c)
			}
		}
		rest, _ := Parse(source.NewFile(s.Path, string(first.AcceptRest().Bytes())), r)
		if _, ps := rest.Apply(s.Docs, r); ps.Errors() > 0 {
			t.Errorf("accepting the rest made a file with problems\n%s", ps)
		}
	})
}

// verdictsOf lists the verdicts of a file, sorted.
func verdictsOf(f *File) []string {
	var out []string
	for _, s := range f.Sentences {
		for _, find := range s.Finds {
			if find.decided() {
				out = append(out, string(find.Verdict)+" "+string(find.Class)+" "+strings.Join(find.values(), " "))
			}
		}
	}
	slices.Sort(out)
	return out
}

// commentsOf lists the comments that are an editor's.
func commentsOf(f *source.File) []string {
	var out []string
	for _, at := range source.Comments(f) {
		if c := strings.TrimRight(f.Text[at.Start:at.End], " \t"); !strings.HasPrefix(c, mark) {
			out = append(out, c)
		}
	}
	return out
}
