package render

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"jikenbo/internal/source"
)

// sp returns the span of a part in a text, which must hold it.
func sp(text, part string) source.Span {
	i := strings.Index(text, part)
	if i < 0 {
		panic(part)
	}
	return source.Span{Start: i, End: i + len(part)}
}

func TestProse(t *testing.T) {
	const a, z = `<a href="x">`, "</a>"
	tests := []struct {
		name      string
		runs      []source.Run
		sentences []string
		links     []string
		keep      []int
		want      string
	}{
		{"plain", []source.Run{{Text: "甲。乙。"}}, []string{"甲。", "乙。"}, nil, nil,
			`<span id=s1>甲。</span><span id=s2>乙。</span>`},
		{"space between sentences belongs to none", []source.Run{{Text: "A. B."}}, []string{"A.", "B."}, nil, nil,
			`<span id=s1>A.</span> <span id=s2>B.</span>`},
		{"a link in a sentence", []source.Run{{Text: "甲と乙。"}}, []string{"甲と乙。"}, []string{"乙"}, nil,
			`<span id=s1>甲と` + a + `乙` + z + `。</span>`},
		{"a name that crosses emphasis", []source.Run{{Text: "青い", Strong: true}, {Text: "狐が"}}, []string{"青い狐が"}, []string{"青い狐"}, nil,
			`<span id=s1>` + a + `<strong>青い</strong>狐` + z + `が</span>`},
		{"a name that begins inside emphasis", []source.Run{{Text: "この青い", Emph: true}, {Text: "狐"}}, nil, []string{"青い狐"}, nil,
			`<em>この</em>` + a + `<em>青い</em>狐` + z},
		{"a name that crosses sentences", []source.Run{{Text: "甲。乙"}}, []string{"甲。", "乙"}, []string{"。乙"}, nil,
			`<span id=s1>甲` + a + `。` + z + `</span><span id=s2>` + a + `乙` + z + `</span>`},
		{"furigana is not cut", []source.Run{{Text: "狐火", Ruby: "きつねび"}, {Text: "だ"}}, nil, []string{"火"}, nil,
			`<ruby>狐火<rp>(</rp><rt>きつねび</rt><rp>)</rp></ruby>だ`},
		{"furigana in a name", []source.Run{{Text: "狐", Ruby: "きつね"}, {Text: "団"}}, nil, []string{"狐団"}, nil,
			a + `<ruby>狐<rp>(</rp><rt>きつね</rt><rp>)</rp></ruby>団` + z},
		{"all styles", []source.Run{{Text: "x", Code: true, Emph: true, Strong: true}}, nil, nil, nil,
			`<strong><em><code>x</code></em></strong>`},
		{"a hard break", []source.Run{{Text: "a"}, {Text: "b", Break: true}}, []string{"a\nb"}, []string{"b"}, nil,
			`<span id=s1>a` + `<br>` + a + `b` + z + `</span>`},
		{"hostile text", []source.Run{{Text: `<b>&"'`, Ruby: `<i>`}}, []string{`<b>&"'`}, nil, nil,
			`<span id=s1><ruby>&lt;b&gt;&amp;&#34;&#39;<rp>(</rp><rt>&lt;i&gt;</rt><rp>)</rp></ruby></span>`},
		{"only what may be shown", []source.Run{{Text: "甲。乙。丙。"}}, []string{"甲。", "乙。", "丙。"}, nil, []int{1},
			`<span class=gap>…</span><span id=s2>乙。</span><span class=gap>…</span>`},
		{"nothing may be shown", []source.Run{{Text: "甲。"}}, []string{"甲。"}, nil, []int{},
			`<span class=gap>…</span>`},
		{"nothing at all", nil, nil, nil, nil, ``},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := prose{passage: &source.Passage{Runs: tt.runs}}
			whole := p.passage.Text()
			for i, s := range tt.sentences {
				p.sentences = append(p.sentences, sentenceSpan{span: sp(whole, s), id: "s" + string(rune('1'+i))})
			}
			for _, l := range tt.links {
				p.stretches = append(p.stretches, stretch{sp(whole, l), a, z})
			}
			if tt.keep != nil {
				p.keep = func(s int) bool { return len(tt.keep) > 0 && s == tt.keep[0] }
			}
			if got := string(p.append(nil, -1)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// TestProseCells writes a row cell by cell; a sentence over several cells has its id once.
func TestProseCells(t *testing.T) {
	p := prose{passage: &source.Passage{Kind: source.Row, Runs: []source.Run{{Text: "甲"}, {Text: "乙", Cell: 1}}}}
	p.sentences = []sentenceSpan{{span: source.Span{Start: 0, End: len(p.passage.Text())}, id: "s1"}}
	if got := string(p.append(append(p.append(nil, 0), '|'), 1)); got != `<span id=s1>甲</span>|<span>乙</span>` {
		t.Errorf("got %s", got)
	}
}

// FuzzProse cuts a text in every way and wants well-formed HTML that reads as the text.
func FuzzProse(f *testing.F) {
	f.Add("甲は乙の丙を見た。丁。", uint8(3), uint8(9), uint8(6), uint8(15), uint8(5))
	f.Add("<a>&amp;\"'", uint8(0), uint8(4), uint8(2), uint8(9), uint8(3))
	f.Fuzz(func(t *testing.T, give string, s1, s2, l1, l2, run uint8) {
		give = strings.ToValidUTF8(strings.Map(func(r rune) rune {
			if r < ' ' || r == 0x7f || r == '\ufeff' {
				return '.'
			}
			return r
		}, give), "?")
		at := func(n uint8) int {
			i := min(int(n), len(give))
			for i < len(give) && i > 0 && give[i]&0xc0 == 0x80 {
				i++
			}
			return i
		}
		cut := at(run)
		p := prose{passage: &source.Passage{Runs: []source.Run{{Text: give[:cut], Emph: true}, {Text: give[cut:]}}}}
		if a, b := at(s1), at(s2); a < b {
			p.sentences = []sentenceSpan{{span: source.Span{Start: a, End: b}, id: "s1"}}
		}
		if a, b := at(l1), at(l2); a < b {
			p.stretches = []stretch{{source.Span{Start: a, End: b}, `<a href="x">`, "</a>"}}
		}
		written := string(p.append(nil, -1))
		root, err := html.Parse(strings.NewReader("<!DOCTYPE html><html><head></head><body><p>" + written + "</p></body></html>"))
		if err != nil {
			t.Fatal(err)
		}
		if got := text(root); got != give {
			t.Errorf("reads %q, want %q: %s", got, give, written)
		}
		var again bytes.Buffer
		if err := html.Render(&again, root); err != nil {
			t.Fatal(err)
		}
		if strings.Count(again.String(), "<a ") != strings.Count(written, "<a ") {
			t.Errorf("the parser mends it: %s", written)
		}
	})
}
