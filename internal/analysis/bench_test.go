package analysis

import (
	"slices"
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
		var alone, all rounds
		for b.Loop() {
			alone.add(kagome)
			all.add(whole)
		}
		b.ReportMetric(0, "ns/op") // of both together it says nothing
		b.ReportMetric(alone.median().Seconds()*1e3, "kagome-ms")
		b.ReportMetric(all.median().Seconds()*1e3, "whole-ms")
		ratio := float64(all.median()) / float64(alone.median())
		b.ReportMetric(ratio, "times-kagome")
		b.ReportMetric(float64(slices.Min(all))/float64(slices.Min(alone)), "times-least")
		if ratio > maxRatio {
			b.Logf("analysis costs %.2f times what kagome alone does, want at most %.1f", ratio, maxRatio)
		}
	})
}

// rounds are what something took, each time: processor time, which counts the garbage collector on another one
// too and not what other programs take, or where the system does not tell that, time on the clock.
type rounds []time.Duration

// add adds the time of one of ten runs, after one that does not count.
func (r *rounds) add(f func()) {
	const runs = 10
	f()
	start, used := time.Now(), cpuTime()
	for range runs {
		f()
	}
	took := cpuTime() - used
	if took == 0 {
		took = time.Since(start)
	}
	*r = append(*r, took/runs)
}

// median returns the time that half of the rounds took at most: other programs, with which the processor shares its caches, slow
// some of them down.
func (r rounds) median() time.Duration {
	sorted := slices.Sorted(slices.Values(r))
	return sorted[len(sorted)/2]
}
