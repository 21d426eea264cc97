package morph

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ikawaha/kagome-dict/ipa"
	"github.com/ikawaha/kagome/v2/tokenizer"
)

// benchLines are the annotated texts of the analysis, line by line.
func benchLines(b *testing.B) []string {
	files, err := filepath.Glob("../analysis/testdata/gold/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatal("no texts", err)
	}
	var lines []string
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		lines = append(lines, strings.Split(string(text), "\n")...)
	}
	return lines
}

func benchmark(b *testing.B, lines []string, f func(string)) {
	b.ReportAllocs()
	for b.Loop() {
		for _, l := range lines {
			f(l)
		}
	}
}

func BenchmarkFold(b *testing.B) { benchmark(b, benchLines(b), func(l string) { Fold(l) }) }

func BenchmarkSentences(b *testing.B) { benchmark(b, benchLines(b), func(l string) { Sentences(l) }) }

// BenchmarkTokens cuts the texts, and so does BenchmarkKagome with kagome alone.
func BenchmarkTokens(b *testing.B) {
	cutter := New(whole, nil)
	cutter.Tokens(nil, "辞書")
	benchmark(b, benchLines(b), func(l string) { cutter.Tokens(nil, l) })
}

func BenchmarkKagome(b *testing.B) {
	plain, err := tokenizer.New(ipa.Dict(), tokenizer.OmitBosEos())
	if err != nil {
		b.Fatal(err)
	}
	benchmark(b, benchLines(b), func(l string) { plain.Tokenize(l) })
}

func BenchmarkFurigana(b *testing.B) {
	cutter := New(whole, nil)
	var texts [][]Token
	for _, l := range benchLines(b) {
		texts = append(texts, cutter.Tokens(nil, l))
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, tokens := range texts {
			Furigana(tokens)
		}
	}
}
