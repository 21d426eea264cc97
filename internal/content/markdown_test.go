package content

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/yuin/goldmark/ast"
	gmtext "github.com/yuin/goldmark/text"

	"jikenbo/internal/golden"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// show writes passages with one line for each, runs in [brackets] with their style.
func show(ps []source.Passage) string {
	var b strings.Builder
	for _, p := range ps {
		fmt.Fprintf(&b, "%s", p.Kind)
		if p.Level > 0 {
			fmt.Fprintf(&b, " %d", p.Level)
		}
		if p.Ordered {
			fmt.Fprintf(&b, " number %d", p.Number)
		}
		if p.Header {
			b.WriteString(" header")
		}
		if p.Continues {
			b.WriteString(" continues")
		}
		if p.ID != "" {
			fmt.Fprintf(&b, " #%s", p.ID)
		}
		b.WriteString(":")
		cell := 0
		for _, r := range p.Runs {
			if r.Break {
				b.WriteString(" /")
			}
			for ; cell < r.Cell; cell++ {
				b.WriteString(" |")
			}
			fmt.Fprintf(&b, " [%s]%s", r.Text, styleOf(r))
		}
		b.WriteString("\n")
	}
	return b.String()
}

func styleOf(r source.Run) string {
	var s []string
	for _, f := range []struct {
		on   bool
		name string
	}{{r.Emph, "emph"}, {r.Strong, "strong"}, {r.Code, "code"}, {r.Href != "", r.Href}, {r.Ruby != "", "ruby " + r.Ruby}} {
		if f.on {
			s = append(s, f.name)
		}
	}
	if len(s) == 0 {
		return ""
	}
	return "(" + strings.Join(s, ", ") + ")"
}

// TestMarkdown reads testdata/markdown/*.txtar: pairs of files NAME.md (or NAME.en.md for English)
// and NAME.golden with the passages, then the problems.
func TestMarkdown(t *testing.T) {
	files, err := filepath.Glob("testdata/markdown/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no test data", err)
	}
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+1 < len(ar.Files); i += 2 {
			in, out := ar.Files[i], &ar.Files[i+1]
			t.Run(filepath.Base(file)+"/"+in.Name, func(t *testing.T) {
				lang := i18n.JA
				if strings.HasSuffix(in.Name, ".en.md") {
					lang = i18n.EN
				}
				f := source.NewFile("x.md", string(in.Data))
				passages, ps := parseMarkdown(f, f.All(), lang, new([]byte))
				checkRuns(t, f, passages)
				got := show(passages) + ps.String()
				if golden.Update() {
					out.Data = []byte(got)
					return
				}
				if diff := cmp.Diff(string(out.Data), got); diff != "" {
					t.Errorf("-want +got\n%s", diff)
				}
			})
		}
		if golden.Update() {
			if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// checkRuns holds what every stage after this one builds on.
func checkRuns(t *testing.T, f *source.File, passages []source.Passage) {
	t.Helper()
	end := 0
	for _, p := range passages {
		if len(p.Runs) == 0 {
			t.Errorf("%s without runs", p.Kind)
		}
		for _, r := range p.Runs {
			switch {
			case r.File.Start < 0 || r.File.End < r.File.Start || r.File.End > len(f.Text):
				t.Fatalf("run %q stands at %v, outside the file", r.Text, r.File)
			case r.File.Start < end:
				t.Errorf("run %q at %v overlaps the one before, which ends at %d", r.Text, r.File, end)
			case r.File.Len() == len(r.Text) && f.Text[r.File.Start:r.File.End] != r.Text:
				t.Errorf("run %q at %v is %q in the file", r.Text, r.File, f.Text[r.File.Start:r.File.End])
			case !utf8.ValidString(r.Text) || !utf8.ValidString(f.Text[r.File.Start:r.File.End]):
				t.Errorf("run %q at %v is cut inside a character", r.Text, r.File)
			case strings.Contains(r.Text, "\n"): // a \r alone is reported by source.Read
				t.Errorf("run %q has a line end", r.Text)
			}
			end = r.File.End
		}
	}
}

func TestMarkdownLineEnds(t *testing.T) {
	text := "## 見出し\n\n一行目の\n二行目。  \n三行目\n\n- あ\n  い\n\n> [!note]\n> 注\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n\nmore\n```\n"
	lf, crlf := source.NewFile("x", text), source.NewFile("x", strings.ReplaceAll(text, "\n", "\r\n"))
	a, ps := parseMarkdown(lf, lf.All(), i18n.JA, new([]byte))
	b, qs := parseMarkdown(crlf, crlf.All(), i18n.JA, new([]byte))
	if len(ps)+len(qs) > 0 {
		t.Errorf("problems: %v%v", ps, qs)
	}
	checkRuns(t, crlf, b)
	if diff := cmp.Diff(show(a), show(b)); diff != "" {
		t.Errorf("-LF +CRLF\n%s", diff)
	}
}

func TestMarkdownBelowFrontMatter(t *testing.T) {
	f := source.NewFile("x", "+++\ntitle = \"題\"\n+++\n\n米国の**司法省**は\n発表した。\n")
	var ps source.Problems
	passages, ps := parseMarkdown(f, frontMatter(f, &ps).body, i18n.JA, new([]byte))
	if len(ps) > 0 || len(passages) != 1 {
		t.Fatal(ps, show(passages))
	}
	p := passages[0]
	at := strings.Index(p.Text(), "司法省は発表")
	got := p.Span(source.Span{Start: at, End: at + len("司法省は発表")})
	if want := "司法省**は\n発表"; f.Text[got.Start:got.End] != want {
		t.Errorf("got %q, want %q", f.Text[got.Start:got.End], want)
	}
	if pos := f.Position(got.Start); pos.Line != 5 || pos.Col != 6 {
		t.Errorf("place is %v, want 5:6", pos)
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{
		"# a\n\n- b\n  1. c\n\n> [!note]\n> d", "**「…」**は*か*_な_", "{漢字|かんじ}&acE;&amp;\\*", "| a | b |\n|--|--|\n| `\\|` | {a\\|b} | c |",
		"[a](javascript:b) <http://c> ![d](e) <f>", "```\n\tcode\n```\n\n    more\r\n", "<!-- x -->\n***\n[!\n> [!note] a\n> - b\n>   ```", "- \n\n\ta\n-\tb  \nc\\\nd",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return // source.Read lets none in
		}
		file := source.NewFile("x", text)
		for _, l := range i18n.Langs {
			passages, _ := parseMarkdown(file, file.All(), l, new([]byte))
			checkRuns(t, file, passages)
		}
	})
}

func FuzzFrontMatter(f *testing.F) {
	for _, s := range []string{"+++\ntitle = \"a\"\n+++\nb", "+++", "\n\n+++\n+++", "---\na: b\n---\n", "+++\r\n+++\r\n", "a\n+++\nb\n+++",
		"+++\ntitle = \"a\"\npublished = 2024-05-01\nsources = [3]\nabout = { x = 1 }\n+++\n**a\n", "+++\npublished = \"2024/..\"\nmoved = [\"../x\"]\n[original]\n+++\n{a|b}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file := source.NewFile("x", text)
		var ps source.Problems
		got := frontMatter(file, &ps)
		if got.ok && got.toml.End > got.body.Start || !file.All().Contains(got.toml) || !file.All().Contains(got.body) {
			t.Errorf("front matter %v, body %v in %d bytes", got.toml, got.body, len(text))
		}
		if !got.ok && len(ps) == 0 {
			t.Error("no front matter, and no problem")
		}
		if len(blanked(nil, file, got.body)) != len(text) {
			t.Error("the blanked text has another length")
		}
		if utf8.ValidString(text) {
			checkParsed(t, file)
		}
	})
}

// checkParsed reads a file as an article: every problem has its place in it, and so has every passage.
func checkParsed(t *testing.T, file *source.File) {
	t.Helper()
	v, day, ps := Parse(file, i18n.JA)
	checkRuns(t, file, v.Passages())
	if !day.IsZero() && !day.IsDay() {
		t.Errorf("%v is no day", day)
	}
	for _, p := range ps {
		if p.Pos.Path != file.Path || p.Pos.Line < 1 || p.Pos.Col < 1 {
			t.Errorf("a problem without its place: %v", p)
		}
	}
}

// TestTextsShareAParser reads odd texts many times, several at once and each after others, with what all texts are read by: each is
// read as by a parser of its own.
func TestTextsShareAParser(t *testing.T) {
	texts := []string{
		"一。\n\n- 二\n- 三\n  1. 四\n\n> 五\n\n六", "[甲][乙]\n\n[乙]: https://example.org/\n", "**強い*弱い**\n\n`码`\n\n```\n碼\n```\n開いたまま",
		"| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n\n[^1]: 注", "{漢字|かんじ} <b>生</b> ![絵](x.png) <https://example.org/>", "# 見出し {#a}\n\n## 見出し {#a}\n", "```\n閉じない", "> - 深い\n>   > もっと\n", "",
	}
	want := make([]string, len(texts))
	for i, text := range texts {
		src := []byte(text)
		want[i] = dumped(newParser().Parse(gmtext.NewReader(src)), src)
	}
	var all sync.WaitGroup
	for n := range 4 {
		all.Go(func() {
			for i := range 50 * len(texts) {
				at := (i*7 + n) % len(texts)
				src := []byte(texts[at])
				if got := dumped(markdown().Parse(gmtext.NewReader(src)), src); got != want[at] {
					t.Errorf("%q is read as\n%s\nand by a parser of its own as\n%s", texts[at], got, want[at])
				}
			}
		})
	}
	all.Wait()
}

// dumped is what stands in a tree of Markdown.
func dumped(root ast.Node, src []byte) string {
	var b strings.Builder
	ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		fmt.Fprintf(&b, "%v %s", entering, n.Kind())
		if n.Type() == ast.TypeBlock {
			for i := range n.Lines().Len() {
				at := n.Lines().At(i)
				fmt.Fprintf(&b, " %q", at.Value(src))
			}
		}
		if text, ok := n.(*ast.Text); ok {
			fmt.Fprintf(&b, " %q", text.Segment.Value(src))
		}
		b.WriteByte('\n')
		return ast.WalkContinue, nil
	})
	return b.String()
}
