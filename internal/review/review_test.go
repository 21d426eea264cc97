package review

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/txtar"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/entity"
	"jikenbo/internal/i18n"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

var rewrite = flag.Bool("update", false, "rewrite the golden files")

// letters is a tokenizer for tests: each character is a token of its own.
type letters struct{}

func (letters) Tokens(out []morph.Token, text string) []morph.Token {
	for i, r := range text {
		span := source.Span{Start: i, End: i + utf8.RuneLen(r)}
		out = append(out, morph.NewToken(span, string(r), "", "", morph.Noun))
	}
	return out
}

func registry() *content.Registry {
	return content.NewRegistry(
		&content.Entity{ID: "blue-fox", Kind: content.Actor, Name: i18n.Text{JA: "青い狐", EN: "Blue Fox"}},
		&content.Entity{ID: "red-fox", Kind: content.Actor, Name: i18n.Text{JA: "赤い狐", EN: "Red Fox"}},
		&content.Entity{ID: "police", Kind: content.Organization, Name: i18n.Text{JA: "架空警察庁", EN: "Example Police"}},
		&content.Entity{ID: "ministry", Kind: content.Organization, Name: i18n.Text{JA: "架空省", EN: "Example Ministry"}},
		&content.Entity{ID: "server", Kind: content.Malware, Name: i18n.Text{JA: "サーバー", EN: "Saba"}},
	)
}

// document analyses a text, a passage a line.
func document(lang i18n.Lang, text string) *analysis.Document {
	f := source.NewFile("text."+string(lang), text)
	t := analysis.Text{ID: "x", Lang: lang, File: f, Published: edtf.MustParse("2025-01-15")}
	at := 0
	for _, line := range strings.SplitAfter(text, "\n") {
		prose := strings.TrimRight(line, "\n")
		if prose != "" {
			span := source.Span{Start: at, End: at + len(prose)}
			t.Passages = append(t.Passages, source.Passage{Kind: source.Paragraph, Runs: []source.Run{{Text: prose, File: span}}})
		}
		at += len(line)
	}
	a := analysis.Analyzer{Tokenizer: letters{}, Names: entity.NewFinder(registry())}
	return a.Analyze(t)
}

// A trial is a review beside its text.
type trial struct {
	Subject
	file *File
}

func section(a *txtar.Archive, name string) (string, bool) {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data), true
		}
	}
	return "", false
}

func newTrial(a *txtar.Archive) (trial, source.Problems) {
	t := trial{Subject: Subject{Path: "content/articles/x/review.toml", Whole: !strings.Contains(string(a.Comment), "[quote]"), Registry: registry()}}
	for _, lang := range i18n.Langs {
		var doc *analysis.Document
		if text, ok := section(a, string(lang)); ok {
			doc = document(lang, text)
		}
		t.Docs = append(t.Docs, doc)
	}
	text, ok := section(a, "review.toml")
	if !ok {
		return t, nil
	}
	f, ps := Parse(source.NewFile(t.Path, text), t.Registry)
	t.file = f
	return t, ps
}

// TestGolden runs each archive of testdata: a text, its review, and what comes of them.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no test data", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { golden(t, file) })
	}
}

func golden(t *testing.T, file string) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	tr, ps := newTrial(a)
	got := map[string]string{}
	if tr.file != nil || len(ps) == 0 {
		docs := tr.Docs
		if tr.file != nil {
			var more source.Problems
			docs, more = tr.file.Apply(tr.Docs, tr.Registry)
			ps = append(ps, more...)
		}
		if ps.Errors() == 0 {
			got["applied"] = dump(docs)
			fresh := tr.file.Update(tr.Subject)
			if strings.Contains(string(a.Comment), "[accept-rest]") {
				fresh = fresh.AcceptRest()
			}
			got["updated.toml"] = withoutPreface(string(fresh.Bytes()))
			got["tally"] = fmt.Sprintf("%+v\n", fresh.Tally())
			again(t, tr, fresh)
		}
	}
	got["problems"] = ps.Sorted().String()
	var out []txtar.File
	for _, f := range a.Files {
		if _, made := got[f.Name]; !made && !slices.Contains([]string{"applied", "updated.toml", "tally", "problems"}, f.Name) {
			out = append(out, f)
		}
	}
	for _, name := range []string{"problems", "applied", "tally", "updated.toml"} {
		if got[name] != "" {
			out = append(out, txtar.File{Name: name, Data: []byte(got[name])})
		}
	}
	want := txtar.Format(a)
	a.Files = out
	if *rewrite {
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(want), string(txtar.Format(a))); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// again runs an update over what an update wrote: nothing may change.
func again(t *testing.T, tr trial, first *File) {
	t.Helper()
	text := string(first.Bytes())
	f, ps := Parse(source.NewFile(tr.Path, text), tr.Registry)
	if ps.Errors() > 0 {
		t.Fatalf("what was written cannot be read:\n%s\n%s", ps, text)
	}
	if diff := cmp.Diff(text, string(f.Update(tr.Subject).Bytes())); diff != "" {
		t.Errorf("a second run changed the file\n%s", diff)
	}
}

func withoutPreface(text string) string {
	for strings.HasPrefix(text, mark) {
		_, text, _ = strings.Cut(text, "\n")
	}
	return text
}

// dump writes documents with the states of what was found.
func dump(docs []*analysis.Document) string {
	var b strings.Builder
	for _, d := range docs {
		if d == nil {
			continue
		}
		for i, s := range d.Sentences {
			fmt.Fprintf(&b, "%s\n", s.Text)
			line := func(sentence int, state analysis.State, at source.Span, format string, args ...any) {
				if sentence == i {
					fmt.Fprintf(&b, "  %s [%s] in the file %q\n", fmt.Sprintf(format, args...), state, d.Text.File.Text[at.Start:at.End])
				}
			}
			for _, m := range d.Mentions {
				line(m.Sentence, m.State, m.File, "%s %s → %s %q", m.Kind, m.Surface, m.Entity, m.Name.EN)
			}
			for _, x := range d.Dates {
				line(x.Sentence, x.State, x.File, "date %s → %s", x.Surface, x.Value)
			}
			for _, e := range d.Events {
				line(e.Sentence, e.State, e.File, "event %s", act(e))
			}
			for _, e := range d.Undone {
				line(e.Sentence, e.State, e.File, "undone %s", act(e))
			}
			for _, f := range d.Figures {
				line(f.Sentence, f.State, f.File, "figure %s → %v %v %s, of %s", f.Surface, f.Min, f.Max, f.Unit, f.Counts)
			}
			for _, r := range d.References {
				line(r.Sentence, analysis.ByMachine, r.Span, "%s means %s", r.Surface, d.Mentions[r.Mention].Surface)
			}
		}
	}
	return b.String()
}

func act(e analysis.Event) string {
	out := fmt.Sprintf("%s %s", e.Type, e.Event.Date)
	if !e.Announced.IsZero() {
		out += " announced " + e.Announced.String()
	}
	for _, p := range e.Participants {
		out += fmt.Sprintf(", %s %s", p.Role, nameIn(p))
	}
	return out
}

const story = "架空警察庁は14日、青い狐のボットネットを無力化したと発表した。1,200台の端末からマルウェアを除去した。\n" +
	"同庁は13日に赤い狐を摘発した。架空省は3月に調査を始める。\n2024年12月、架空省は青い狐の攻撃を発表したが、架空警察庁は確認していない。\n"

// TestAcceptedChangesNothingButTheState is the promise of "accept".
func TestAcceptedChangesNothingButTheState(t *testing.T) {
	doc := document(i18n.JA, story)
	s := Subject{Path: "content/articles/x/review.toml", Docs: []*analysis.Document{doc, nil}, Whole: true, Registry: registry()}
	for _, whole := range []bool{true, false} {
		s.Whole = whole
		file := (*File)(nil).Update(s).AcceptRest()
		read, ps := Parse(source.NewFile(s.Path, string(file.Bytes())), s.Registry)
		if len(ps) > 0 {
			t.Fatal(ps)
		}
		if tally := read.Update(s).Tally(); tally.Open > 0 || tally.Accepted != len(doc.Mentions)+len(doc.Dates)+len(doc.Events)+len(doc.Undone)+len(doc.Figures) || tally.Accepted < 15 {
			t.Errorf("not all is accepted: %+v", tally)
		}
		docs, ps := read.Apply(s.Docs, s.Registry)
		if len(ps) > 0 {
			t.Fatal(ps)
		}
		states := 0
		ignore := cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".State" }, cmp.Comparer(func(_, b analysis.State) bool {
			if b == analysis.Accepted {
				states++
			}
			return true
		}))
		if diff := cmp.Diff(doc, docs[0], ignore, cmpopts.EquateEmpty(), cmp.AllowUnexported(edtf.Date{}, source.File{})); diff != "" {
			t.Errorf("-before +after\n%s", diff)
		}
		for _, m := range docs[0].Mentions {
			if m.State != analysis.Accepted {
				t.Errorf("%s is %q", m.Surface, m.State)
			}
		}
		for _, m := range doc.Mentions {
			if m.State != analysis.ByMachine {
				t.Errorf("the document that was given has changed: %s", m.Surface)
			}
		}
	}
}
