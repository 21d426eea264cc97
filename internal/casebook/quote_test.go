package casebook

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// TestQuoteIndex compares the index with a plain search, over texts and phrases made of few words, so that phrases begin alike
// and stand in many texts, at their ends, across their passages, and nowhere.
func TestQuoteIndex(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	words := []string{"警察", "港", "灯台の", "は", "2024年", "police", " ", "seized", "é", "。"}
	say := func(most int) string {
		var b strings.Builder
		for range r.IntN(most) {
			b.WriteString(words[r.IntN(len(words))])
		}
		return b.String()
	}
	var texts []text
	var passages [][]string
	for range 60 {
		doc := &analysis.Document{}
		var own []string
		for range r.IntN(4) {
			own = append(own, say(12))
			doc.Text.Passages = append(doc.Text.Passages, source.Passage{Runs: []source.Run{{Text: own[len(own)-1]}}})
		}
		texts, passages = append(texts, text{doc: doc}), append(passages, own)
	}
	var quotes []string
	e := &content.Entity{ID: "x", Operation: &content.OperationFacts{}}
	for i := range 200 {
		quote := say(6)
		quotes = append(quotes, quote)
		if ev := (content.Evidence{Quote: quote}); i%2 == 0 {
			e.Claims = append(e.Claims, content.Claim{Evidence: ev})
		} else {
			e.Operation.Events = append(e.Operation.Events, content.Event{Evidence: ev})
		}
	}
	q := newQuoteIndex(content.NewRegistry(e), texts, new(linker).many)
	indexed, found := 0, 0
	for _, quote := range append(quotes, "not noted in the registry") {
		got := q.holding(quote, texts)
		var want []text
		for i, own := range passages {
			if slices.ContainsFunc(own, func(p string) bool { return strings.Contains(p, quote) }) {
				want = append(want, texts[i])
			}
		}
		if len(quote) < startLen || quote == "not noted in the registry" {
			want = texts
		} else {
			indexed++
			found += len(want)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: in %d texts, want %d", quote, len(got), len(want))
		}
	}
	if indexed < 50 || found < 50 {
		t.Errorf("%d phrases were indexed, and found %d times", indexed, found)
	}
}
