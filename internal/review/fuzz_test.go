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
	for _, finds := range []string{
		`{ verdict = "add", mention = "青い狐の", kind = "actor" }, { verdict = "add", mention = "庁", kind = "actor" }`,
		`{ verdict = "add", date = "4日", edtf = "2020" }, { verdict = "reject", mention = "架空警察庁" }, { verdict = "add", figure = "ボット", min = 3 }`,
		`{ verdict = "correct", event = "無力", type = "legal", modality = "denied" }, { verdict = "add", event = "した", nth = 2, type = "other", agent = ["police", "狐"] }`,
	} {
		f.Add("[[sentence]]\nja = \"架空警察庁は14日、青い狐のボットネットを無力化したと発表した。\"\nfinds = ["+finds+"]\n", true)
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
		docs, ps := old.Apply(s.Docs, r)
		if ps.Errors() > 0 {
			return
		}
		sound(t, docs[0])
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

// sound checks that a document which a review changed keeps the promises of the analysis: every find stands in its sentence and where
// the file has its words, in order, and every index is in range.
func sound(t *testing.T, d *analysis.Document) {
	t.Helper()
	last := map[Class]stands{}
	at := func(c Class, s stands, surface string, file source.Span) {
		inner := d.Sentences[s.sentence].Inner
		if !inner.Contains(s.span) || d.Text.File.Text[file.Start:file.End] != surface {
			t.Errorf("the %s %q stands at %v in %v, and the file has %q", c, surface, s.span, inner, d.Text.File.Text[file.Start:file.End])
		}
		before := last[c]
		if s.sentence < before.sentence || s.sentence == before.sentence && c != Event && s.span.Start < before.span.End {
			t.Errorf("the %s %q at %v stands behind %v", c, surface, s, before)
		}
		last[c] = s
	}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		at(Mention, mentionAt(m), m.Surface, m.File)
	}
	for i := range d.Dates {
		x := &d.Dates[i]
		at(Date, dateAt(x), x.Surface, x.File)
	}
	for i := range d.Figures {
		f := &d.Figures[i]
		at(Figure, figureAt(f), f.Surface, f.File)
	}
	for i := range d.Events {
		e := &d.Events[i]
		at(Event, eventAt(e), d.Trigger(*e), e.File)
	}
	for _, r := range d.References {
		if r.Mention < 0 || r.Mention >= len(d.Mentions) {
			t.Errorf("%s means mention %d of %d", r.Surface, r.Mention, len(d.Mentions))
		}
	}
}
