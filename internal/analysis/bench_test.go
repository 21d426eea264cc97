package analysis

import (
	"testing"
	"time"

	"github.com/ikawaha/kagome-dict/ipa"
	"github.com/ikawaha/kagome/v2/tokenizer"
)

// maxRatio is what the analysis of a text may cost at most, as a multiple of what kagome alone takes to cut it:
// whatever else is done stays the smaller part.
const maxRatio = 1.5

// BenchmarkAnalyze measures the texts of testdata/gold, with the dictionary loaded: how long kagome takes by
// itself to cut them, how long their analysis takes, and the ratio. For that the two take turns, so that a busy machine
// slows both, a few rounds at a time, since kagome is slow again after others' garbage has emptied its pools.
func BenchmarkAnalyze(b *testing.B) {
	plain, err := tokenizer.New(ipa.Dict(), tokenizer.OmitBosEos())
	if err != nil {
		b.Fatal(err)
	}
	a := analyzers().full
	var texts []Text
	size := 0
	for _, g := range goldTexts(b, ownGold) {
		texts = append(texts, g.input())
		size += len(g.text)
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
	whole() // loads the dictionary
	for _, bm := range []struct {
		name string
		f    func()
	}{{"kagome", kagome}, {"whole", whole}} {
		b.Run(bm.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(size))
			for b.Loop() {
				bm.f()
			}
		})
	}
	b.Run("ratio", func(b *testing.B) {
		var alone, all time.Duration
		for b.Loop() {
			alone += took(kagome)
			all += took(whole)
		}
		ratio := float64(all) / float64(alone)
		b.ReportMetric(0, "ns/op") // of both together it says nothing
		b.ReportMetric(ratio, "times-kagome")
		if ratio > maxRatio {
			b.Logf("analysis costs %.2f times what kagome alone does, want at most %.1f", ratio, maxRatio)
		}
	})
}

// took is the time of ten rounds, after one that does not count.
func took(f func()) time.Duration {
	f()
	start := time.Now()
	for range 10 {
		f()
	}
	return time.Since(start)
}
