package seeds

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"jikenbo/internal/source"
)

// marks are the letters of the kinds in testdata/pages. There a line is written after the letter
// of its kind; "." is an empty line, and "|" stands where a notice is split off, as furniture.
var marks = map[source.PassageKind]string{
	source.Paragraph: "P", source.Heading: "H", source.Note: "N", source.Furniture: "F",
}

func TestPassages(t *testing.T) {
	files, err := filepath.Glob("testdata/pages/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no pages", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			text, want := unmark(string(data))
			f := source.NewFile("x.txt", text)
			got := []string{}
			for _, p := range Passages(f) {
				got = append(got, marks[p.Kind]+" "+p.Text())
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
			covered(t, f, Passages(f))
		})
	}
}

// unmark returns the page without its marks, and the passages that it should have.
func unmark(data string) (page string, want []string) {
	var lines []string
	for line := range strings.Lines(data) {
		line = strings.TrimSuffix(line, "\n")
		mark, text, _ := strings.Cut(line, " ")
		if head, tail, split := strings.Cut(text, "|"); split && head != "" {
			want = append(want, mark+" "+head, "F "+tail)
			text = head + tail
		} else if mark != "." {
			want = append(want, line)
		}
		lines = append(lines, text)
	}
	return strings.Join(lines, "\n"), want
}

// covered checks that every character of a text that is no white space is in just one passage.
func covered(t *testing.T, f *source.File, ps []source.Passage) {
	t.Helper()
	at := 0
	gap := func(to int) {
		if lost := f.Text[at:to]; trim(lost, source.Span{End: len(lost)}).Len() > 0 {
			t.Errorf("%q is in no passage", lost)
		}
	}
	for _, p := range ps {
		s := p.Runs[0].File
		if len(p.Runs) != 1 || s.Start < at || f.Text[s.Start:s.End] != p.Text() || !utf8.ValidString(p.Text()) || p.Text() == "" {
			t.Fatalf("bad passage %+v", p)
		}
		gap(s.Start)
		at = s.End
	}
	gap(len(f.Text))
}

func FuzzPassages(f *testing.F) {
	f.Add("関連記事\n見出し\n\n本文。\r\n© x")
	f.Add("投稿者：\n名\n名は創業。")
	f.Fuzz(func(t *testing.T, text string) {
		file := source.NewFile("x.txt", strings.ToValidUTF8(text, ""))
		covered(t, file, Passages(file))
	})
}

// TestPassagesOfOriginals looks at texts that are not part of the repository.
func TestPassagesOfOriginals(t *testing.T) {
	for _, tt := range []struct {
		file      string
		furniture []string // openings of lines that are
		body      []string // words in lines that are not
	}{
		{"000_*", []string{"+++", "参考記事", "<", "|"}, []string{"2021年4月10日", "感染", "173の組織"}},
		{"001_*", []string{"参考 Integrity", "参考 Black"}, []string{"このダイナミックな", "6月5日時点", "2023/8/29"}},
		{"002_*", []string{"TechCrunchは2005年", "投稿者", "(文:", "FBIがハッキング", "独立記念日", "タグ:"}, []string{"2021年初め", "7月19日", "2020年", "公開した"}},
		{"003_*", []string{"本ページ", "Tags", "関連記事"}, []string{"12 月 6 日", "12 月 2 日", "2016 年"}},
		{"004_*", []string{"この記事は会員限定", "Googleの認証", "“EDR", "アタックサーフェス", "注目はパスキー", "©"}, []string{"2025年1月3日", "(注5)", "Salt Typhoon"}},
	} {
		files, _ := filepath.Glob("../../../shared/seeds/" + tt.file)
		if len(files) == 0 {
			t.Skip("the originals are not here")
		}
		data, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		text, _, err := Decode(data)
		if err != nil {
			t.Fatal(err)
		}
		f := source.NewFile(files[0], text)
		ps := Passages(f)
		covered(t, f, ps)
		for _, words := range tt.furniture {
			if !anyPassage(ps, func(p *source.Passage) bool {
				return p.Kind == source.Furniture && strings.HasPrefix(p.Text(), words)
			}) {
				t.Errorf("%s: the line that opens with %q is not furniture", tt.file, words)
			}
		}
		for _, words := range tt.body {
			if !anyPassage(ps, func(p *source.Passage) bool {
				return p.Kind != source.Furniture && strings.Contains(p.Text(), words)
			}) {
				t.Errorf("%s: the line with %q is furniture", tt.file, words)
			}
		}
	}
}

func anyPassage(ps []source.Passage, is func(*source.Passage) bool) bool {
	for i := range ps {
		if is(&ps[i]) {
			return true
		}
	}
	return false
}
