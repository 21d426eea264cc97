package review

import (
	"os"
	"testing"

	"jikenbo/internal/analysis"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// BenchmarkRead reads a review of the archive, one that is whole.
func BenchmarkRead(b *testing.B) {
	text, err := os.ReadFile("../../content/articles/nickel-seizure-2021/review.toml")
	if err != nil {
		b.Fatal(err)
	}
	r := registry()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(source.NewFile("review.toml", string(text)), r)
	}
}

// BenchmarkApply applies the review of a text in which everything is accepted.
func BenchmarkApply(b *testing.B) {
	text := ""
	for range 40 {
		text += story
	}
	s := Subject{Path: "review.toml", Docs: []*analysis.Document{document(i18n.JA, text)}, Whole: true, Registry: registry()}
	f := (*File)(nil).Update(s).AcceptRest()
	b.ReportMetric(float64(f.Tally().Accepted), "finds")
	b.ReportAllocs()
	for b.Loop() {
		f.Apply(s.Docs, s.Registry)
	}
}
