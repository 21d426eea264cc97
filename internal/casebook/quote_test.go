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

// TestPhrases compares what finds phrases with a plain search, over texts and phrases made of few words, so that phrases begin alike
// and stand in many texts, at their ends, across their passages, and nowhere.
func TestPhrases(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	words := []string{"警察", "港", "灯台の", "は", "2024年", "police", " ", "seized", "é", "。"}
	say := func(most int) string {
		var b strings.Builder
		for range r.IntN(most) {
			b.WriteString(words[r.IntN(len(words))])
		}
		return b.String()
	}
	var docs []*analysis.Document
	var passages [][]string
	for range 60 {
		doc := &analysis.Document{}
		var own []string
		for range r.IntN(4) {
			own = append(own, say(12))
			doc.Text.Passages = append(doc.Text.Passages, source.Passage{Runs: []source.Run{{Text: own[len(own)-1]}}})
		}
		docs, passages = append(docs, doc), append(passages, own)
	}
	var quotes []string
	e := &content.Entity{ID: "x", Operation: &content.OperationFacts{}}
	for i := range 200 {
		quote := say(6)
		quotes = append(quotes, quote)
		switch ev := (content.Evidence{Quote: quote}); i % 3 {
		case 0:
			e.Claims = append(e.Claims, content.Claim{Evidence: ev})
		case 1:
			e.Rejected = append(e.Rejected, ev)
		default:
			e.Operation.Events = append(e.Operation.Events, content.Event{Evidence: ev})
		}
	}
	q := newPhrases(content.NewRegistry(e))
	short, long := 0, 0
	for i, own := range passages {
		got := q.in(docs[i])
		for n, quote := range quotes {
			holds := quote != "" && slices.ContainsFunc(own, func(p string) bool { return strings.Contains(p, quote) })
			if slices.Contains(got, quote) != holds {
				t.Errorf("%q holds %q: %v, want %v", own, quote, !holds, holds)
			}
			switch {
			case !holds || slices.Index(quotes, quote) < n:
			case len(quote) < startLen:
				short++
			default:
				long++
			}
		}
		if slices.Sort(got); len(slices.Compact(slices.Clone(got))) < len(got) {
			t.Errorf("%q are not different", got)
		}
	}
	if short < 50 || long < 50 {
		t.Errorf("short phrases were found %d times, long ones %d times", short, long)
	}
}
