package analysis

import (
	"runtime"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/ikawaha/kagome-dict/ipa"
	"github.com/ikawaha/kagome/v2/tokenizer"

	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// oneParagraph returns a text of n sentences without a line end, with names, dates and acts.
func oneParagraph(n int) Text {
	const two = "警視庁は2024年3月5日、不正アクセス禁止法違反の疑いで会社員の男を逮捕した。同庁によると、男は翌6日に容疑を認めた。"
	text := strings.Repeat(two, n/2)
	file := &source.File{Path: "long.md", Text: text}
	runs := []source.Run{{Text: text, File: source.Span{End: len(text)}}}
	return Text{ID: "long", Lang: i18n.JA, File: file, Passages: []source.Passage{{Kind: source.Paragraph, Runs: runs}}}
}

// TestGrowth: a paragraph that is eight times as long takes eight times the memory, and not more.
func TestGrowth(t *testing.T) {
	a := analyzers().full
	a.Analyze(oneParagraph(2)) // loads the dictionary
	short, long := allocated(func() { a.Analyze(oneParagraph(500)) }), allocated(func() { a.Analyze(oneParagraph(4000)) })
	if ratio := float64(long) / float64(short); ratio > 12 {
		t.Errorf("4000 sentences take %.1f times the memory of 500 (%d and %d KB)", ratio, long>>10, short>>10)
	}
}

// TestAllocatesLittle holds what the analysis of the texts of testdata/gold leaves to the garbage collector to what kagome alone
// does when it cuts them: 1.6 times as much when this was written. Time would depend on the machine.
func TestAllocatesLittle(t *testing.T) {
	const most = 2.5
	plain, err := tokenizer.New(ipa.Dict(), tokenizer.OmitBosEos())
	if err != nil {
		t.Fatal(err)
	}
	a := analyzers().full
	var texts []Text
	for _, g := range goldTexts(t, ownGold) {
		texts = append(texts, g.input())
	}
	kagome := func() {
		for _, t := range texts {
			plain.Tokenize(t.File.Text)
		}
	}
	whole := func() {
		for _, t := range texts {
			a.Analyze(t)
		}
	}
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // it would empty the pools of both
	kagome()
	whole()
	alone, all := allocated(kagome), allocated(whole)
	if ratio := float64(all) / float64(alone); ratio > most {
		t.Errorf("analysis takes %.1f times the memory of kagome alone (%d and %d KB), want at most %.1f", ratio, all>>10, alone>>10, most)
	} else {
		t.Logf("%.1f times the memory of kagome alone (%d and %d KB)", ratio, all>>10, alone>>10)
	}
}

func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// TestWithinGoesOnce: what lies in the sentences of a passage is found in one pass.
func TestWithinGoesOnce(t *testing.T) {
	const n, each = 2000, 5
	var list, sentences []source.Span
	for i := range n {
		list = append(list, source.Span{Start: i, End: i + 1})
		if i%each == 0 {
			sentences = append(sentences, source.Span{Start: i, End: i + each})
		}
	}
	asked, found, from := 0, 0, 0
	for _, s := range sentences {
		to := 0
		from, to = within(list, from, s, func(s *source.Span) source.Span { asked++; return *s })
		found += to - from
	}
	if found != n || asked > 4*n {
		t.Errorf("found %d of %d after %d questions, want all with at most %d", found, n, asked, 4*n)
	}
}

// TestFileOfManyRuns holds the way to the file through many runs to that through all of them.
func TestFileOfManyRuns(t *testing.T) {
	p := &source.Passage{}
	file := 0
	for i := range 60 {
		text := strings.Repeat("あ", i%4)
		r := source.Run{Text: text, File: source.Span{Start: file + 1, End: file + 1 + len(text)}, Cell: i / 7, Break: i%11 == 5}
		if i%5 == 0 {
			r.File.End += 3 // an escape in it: it cannot be cut
		}
		file = r.File.End + 2
		p.Runs = append(p.Runs, r)
	}
	f := newFound(0, p)
	if f.starts == nil {
		t.Fatal("the runs are too few for this test")
	}
	for start := range len(f.text) {
		for end := start; end <= min(start+40, len(f.text)); end++ {
			s := source.Span{Start: start, End: end}
			if got, want := f.file(s), p.Span(s); got != want {
				t.Fatalf("%v: %v, want %v", s, got, want)
			}
		}
	}
}
