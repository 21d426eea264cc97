package check

import (
	"context"
	"io/fs"
	"maps"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"jikenbo/internal/analysis"
	"jikenbo/internal/build"
	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/ipadic"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A swap is a fault put into a version of an article: a name for another.
type swap struct {
	at       source.Position // of the name
	other    source.Position // of the block that says the same in the other version
	from, to string
}

// TestSwappedNames puts into the articles of this archive another name of the same kind, one a block, and wants each told in its block. As
// the archive stands nothing is told. A few stay hidden: a division stands for its ministry, whoever put it there.
func TestSwappedNames(t *testing.T) {
	archive := shippedArchive(t)
	in, ps := inspected(t, archive)
	for _, p := range ps {
		if p.Code == DataNames {
			t.Errorf("as it stands: %s", p)
		}
	}
	made, told := 0, 0
	for nth := range 2 {
		for _, japanese := range []bool{true, false} {
			faulty, swaps := maps.Clone(archive), []swap(nil)
			for _, a := range in.Book.Articles {
				here, there := a.Docs.In(i18n.JA), a.Docs.In(i18n.EN)
				if !japanese {
					here, there = there, here
				}
				text, put := swapped(in.Content.Registry, a, here, there, nth)
				faulty[here.Text.File.Path] = &fstest.MapFile{Data: []byte(text)}
				swaps = append(swaps, put...)
			}
			_, ps := inspected(t, faulty)
			for _, s := range swaps {
				made++
				if slices.ContainsFunc(ps, func(p source.Problem) bool {
					return p.Code == DataNames && (sameLine(p.Pos, s.at) || sameLine(p.Pos, s.other))
				}) {
					told++
				} else {
					t.Logf("%s: %q for %q is not told", s.at, s.to, s.from)
				}
			}
		}
	}
	t.Logf("%d of %d swaps are told", told, made)
	if made < 150 || told*100 < made*96 {
		t.Errorf("%d of %d swaps are told", told, made)
	}
}

func sameLine(a, b source.Position) bool { return a.Path == b.Path && a.Line == b.Line }

// shippedArchive is the archive of this repository.
func shippedArchive(t *testing.T) fstest.MapFS {
	root, archive := os.DirFS("../.."), fstest.MapFS{}
	for _, part := range []string{"config.toml", "content", "seeds"} {
		err := fs.WalkDir(root, part, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(root, name)
			archive[name] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return archive
}

func inspected(t *testing.T, archive fs.FS) (*build.Inspection, source.Problems) {
	t.Helper()
	b := build.Builder{Archive: archive, Shipped: fstest.MapFS{}, Tokenizer: func(words []morph.Word) morph.Tokenizer { return morph.New(ipadic.Load, words) }}
	in, _, err := b.Inspect(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return in, Records(Archive{Input: in.Input, Book: in.Book, Today: today})
}

// swapped returns a version of an article in which the nth name of each block is that of an entity that the article never names.
func swapped(r *content.Registry, a *casebook.Article, here, there *analysis.Document, nth int) (string, []swap) {
	named, blocks := map[string]bool{}, make([][]analysis.Mention, len(here.Text.Passages))
	for _, m := range slices.Concat(here.Mentions, there.Mentions) {
		named[m.Entity] = true
	}
	for _, m := range here.Mentions {
		if e := r.Get(m.Entity); e != nil && shared(e.Kind) && m.Why != "short" {
			i := here.Sentences[m.Sentence].Passage
			blocks[i] = append(blocks[i], m)
		}
	}
	text, file := here.Text.File.Text, here.Text.File
	var swaps []swap
	for i, ms := range slices.Backward(blocks) {
		if nth >= len(ms) || file.Text[ms[nth].File.Start:ms[nth].File.End] != ms[nth].Surface {
			continue
		}
		m := ms[nth]
		to := stranger(r, r.Get(m.Entity), named, i)
		if to == nil {
			continue
		}
		name := to.Name.In(here.Text.Lang)
		text = text[:m.File.Start] + name + text[m.File.End:]
		swaps = append(swaps, swap{file.Position(m.File.Start), there.Text.File.Position(there.Text.Passages[i].Runs[0].File.Start), m.Surface, name})
	}
	return text, swaps
}

// stranger returns an entity of the same kind and class that is not named.
func stranger(r *content.Registry, e *content.Entity, named map[string]bool, n int) *content.Entity {
	var others []*content.Entity
	for _, o := range r.All() {
		if o.Kind == e.Kind && (o.Kind != content.Place || o.Class == e.Class) && !named[o.ID] && !o.Ambiguous {
			others = append(others, o)
		}
	}
	if len(others) == 0 {
		return nil
	}
	return others[13*n%len(others)]
}
