package build

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"testing/fstest"

	"jikenbo"
	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/export"
	"jikenbo/internal/morph"
	"jikenbo/internal/search"
	"jikenbo/internal/seeds"
	"jikenbo/internal/synth"
)

// hundred is a made archive of a hundred articles, and what builds it without the dictionary, which is measured apart.
func hundred(b *testing.B) (fstest.MapFS, *Builder) {
	b.Helper()
	made, err := synth.Archive(os.DirFS(root), jikenbo.Files, 100)
	if err != nil {
		b.Fatal(err)
	}
	archive := fstest.MapFS{}
	for _, f := range made {
		archive[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	builder := builder(archive)
	builder.Tokenizer = func([]morph.Word) morph.Tokenizer { return spaces{} }
	return archive, builder
}

func BenchmarkLoad(b *testing.B) {
	archive, _ := hundred(b)
	b.ReportAllocs()
	for b.Loop() {
		content.Load(jikenbo.Files, archive)
		seeds.Load(archive, nil)
	}
}

func BenchmarkFromCache(b *testing.B) {
	archive, builder := hundred(b)
	builder.Cache = b.TempDir()
	c, _ := content.Load(jikenbo.Files, archive)
	set, _ := seeds.Load(archive, nil)
	if _, err := builder.analyze(context.Background(), c, set, builder.library(c.Registry)); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := builder.analyze(context.Background(), c, set, builder.library(c.Registry)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLink(b *testing.B) {
	archive, builder := hundred(b)
	c, _ := content.Load(jikenbo.Files, archive)
	set, _ := seeds.Load(archive, nil)
	in, err := builder.analyze(context.Background(), c, set, builder.library(c.Registry))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		casebook.Link(in)
	}
}

func BenchmarkRender(b *testing.B) {
	_, builder := hundred(b)
	l, err := builder.link(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	r := builder.renderer(l)
	pages := r.Pages(l.book)
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range pages {
			if _, err := r.Render(p); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkExport(b *testing.B) {
	_, builder := hundred(b)
	l, err := builder.link(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	r := builder.renderer(l)
	x := exporter(r, l.conf, r.Pages(l.book))
	b.ReportAllocs()
	for b.Loop() {
		_, err := x.Each(l.book, func(f export.File) error {
			size := len(f.Data)
			if f.Write != nil {
				if err := f.Write(counter{&size}); err != nil {
					return err
				}
			}
			if f.Stands != nil {
				f.Stands(size, sha256.Sum256(f.Data))
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	_, builder := hundred(b)
	l, err := builder.link(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := search.Files(l.book); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkWrite writes the finished site into a folder, and puts it in its place.
func BenchmarkWrite(b *testing.B) {
	_, builder := hundred(b)
	site, _, err := builder.Build(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	parent := b.TempDir()
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		n++
		if err := Write(filepath.Join(parent, strconv.Itoa(n)), site.Files); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkUnchanged(b *testing.B) {
	_, builder := hundred(b)
	builder.Cache = b.TempDir()
	dir := filepath.Join(b.TempDir(), "public")
	if _, _, err := builder.Update(context.Background(), dir); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if r, _, err := builder.Update(context.Background(), dir); err != nil || !r.Unchanged {
			b.Fatalf("unchanged: %v, %v", r.Unchanged, err)
		}
	}
}

// BenchmarkOneChanged adds a sentence to one article, another one each time.
func BenchmarkOneChanged(b *testing.B) {
	archive, builder := hundred(b)
	builder.Cache = b.TempDir()
	dir := filepath.Join(b.TempDir(), "public")
	if _, _, err := builder.Update(context.Background(), dir); err != nil {
		b.Fatal(err)
	}
	const path = "content/articles/made-00010/ja.md"
	text := bytes.TrimSpace(archive[path].Data)
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		n++
		archive[path] = &fstest.MapFile{Data: fmt.Appendf(bytes.Clone(text), "%d台が感染した。\n", n)}
		if r, ps, err := builder.Update(context.Background(), dir); err != nil || r.Unchanged || r.Written == 0 {
			b.Fatalf("%+v, %v, %v", r, ps, err)
		}
	}
}
