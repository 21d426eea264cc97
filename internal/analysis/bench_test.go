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
// itself to cut them, how long their analysis takes, and the ratio of both by the clock and by processor time. For that the two take turns, so that a busy machine
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
		var alone, all cost
		for b.Loop() {
			alone.add(kagome)
			all.add(whole)
		}
		b.ReportMetric(0, "ns/op") // of both together it says nothing
		b.ReportMetric(float64(all.wall)/float64(alone.wall), "times-kagome")
		if alone.cpu == 0 {
			return // this system does not tell
		}
		ratio := float64(all.cpu) / float64(alone.cpu)
		b.ReportMetric(ratio, "times-kagome-cpu")
		if ratio > maxRatio {
			b.Logf("analysis costs %.2f times the processor time that kagome alone does, want at most %.1f", ratio, maxRatio)
		}
	})
}

// cost is what something took: on the clock, and of the processors, which counts the garbage
// collector on another one too and does not count what other programs take.
type cost struct{ wall, cpu time.Duration }

// add adds ten rounds, after one that does not count.
func (c *cost) add(f func()) {
	f()
	start, used := time.Now(), cpuTime()
	for range 10 {
		f()
	}
	c.wall += time.Since(start)
	c.cpu += cpuTime() - used
}
