package check

import (
	"context"
	"os"
	"testing"
	"testing/fstest"

	"jikenbo"
	"jikenbo/internal/build"
	"jikenbo/internal/morph"
	"jikenbo/internal/synth"
)

// noWords is a tokenizer that finds none: cutting texts is not what is measured here.
type noWords struct{}

func (noWords) Tokens(room []morph.Token, _ string) []morph.Token { return room }

// hundred is what builds a made archive of a hundred articles.
func hundred(b *testing.B) *build.Builder {
	b.Helper()
	made, err := synth.Archive(os.DirFS("../.."), jikenbo.Files, 100)
	if err != nil {
		b.Fatal(err)
	}
	archive := fstest.MapFS{}
	for _, f := range made {
		archive[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	return &build.Builder{Archive: archive, Shipped: jikenbo.Files, Tokenizer: func([]morph.Word) morph.Tokenizer { return noWords{} }}
}

// BenchmarkTree reads a finished site.
func BenchmarkTree(b *testing.B) {
	site, ps, err := hundred(b).Build(context.Background())
	if err != nil || site.Files == nil {
		b.Fatal(err, ps)
	}
	tree, bytes := fstest.MapFS{}, 0
	for _, f := range site.Files {
		tree[f.Path] = &fstest.MapFile{Data: f.Data}
		bytes += len(f.Data)
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Tree(tree); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRecords looks at the records and texts of an archive.
func BenchmarkRecords(b *testing.B) {
	in, _, err := hundred(b).Inspect(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	archive := Archive{Input: in.Input, Book: in.Book, Today: today}
	b.ReportAllocs()
	for b.Loop() {
		Records(archive)
	}
}
