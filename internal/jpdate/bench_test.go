package jpdate_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jikenbo/internal/edtf"
	"jikenbo/internal/jpdate"
)

// BenchmarkFind reads the annotated texts of the analysis, line by line.
func BenchmarkFind(b *testing.B) {
	files, err := filepath.Glob("../analysis/testdata/gold/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatal("no texts", err)
	}
	var texts [][]string
	size := 0
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, strings.Split(string(text), "\n"))
		size += len(text)
	}
	published, err := edtf.Parse("2025-03-14")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, lines := range texts {
			r := jpdate.NewReader(published)
			r.Survey(slices.Values(lines))
			for _, l := range lines {
				r.Find(l)
			}
		}
	}
}
