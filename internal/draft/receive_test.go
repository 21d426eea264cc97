package draft

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"jikenbo/internal/analysis"
	"jikenbo/internal/clipping"
	"jikenbo/internal/content"
	"jikenbo/internal/entity"
	"jikenbo/internal/golden"
	"jikenbo/internal/ipadic"
	"jikenbo/internal/morph"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// desk is that of an archive.
func desk(archive fstest.MapFS) *Desk {
	c, _ := content.Load(nil, archive)
	s, _ := seeds.Load(archive, nil)
	a := analysis.Analyzer{Tokenizer: morph.New(ipadic.Load, entity.Words(c.Registry)), Names: entity.NewFinder(c.Registry)}
	return NewDesk(archive, c.Registry, s, a.Analyze)
}

func cut(t testing.TB, name string, data []byte) *clipping.Clipping {
	t.Helper()
	c, err := clipping.Cut(name, data, time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestReceive reads testdata/receive/*.txtar: files to take in, under in/, an archive, and golden: what is written and what is
// said. What is written must load without an error, with its draft published too.
func TestReceive(t *testing.T) {
	golden.Run(t, "testdata/receive/*.txtar", func(t *testing.T, files []txtar.File) string {
		_, archive := golden.Trees(files, "in/")
		in := slices.DeleteFunc(slices.Clone(files), func(f txtar.File) bool { return !strings.HasPrefix(f.Name, "in/") })
		got := receiveAll(t, archive, in)
		loads(t, archive)
		return got
	})
}

// receiveAll takes files into an archive and says what happened.
func receiveAll(t *testing.T, archive fstest.MapFS, in []txtar.File) string {
	var b strings.Builder
	d := desk(archive)
	for _, f := range in {
		name := strings.TrimPrefix(f.Name, "in/")
		id, plain, given := strings.Cut(name, ":")
		if !given {
			id, plain = "", name
		}
		r := Received{Name: plain, Clip: cut(t, plain, f.Data), ID: id}
		got, ps := d.Receive(r)
		fmt.Fprintf(&b, "== %s\n%s", name, ps)
		switch {
		case got == nil:
		case got.Known != "":
			fmt.Fprintf(&b, "known as %s\n", got.Known)
		default:
			for _, w := range got.Files {
				if _, there := archive[w.Path]; there {
					t.Errorf("%s is written over", w.Path)
				}
				archive[w.Path] = &fstest.MapFile{Data: w.Data}
				loads(t, archive) // as if the program had been killed behind this file
				fmt.Fprintf(&b, "-> %s\n%s", w.Path, w.Data)
			}
			noSentences(t, r.Clip.Text, got)
		}
	}
	return b.String()
}

// noSentences holds that a draft has no long run of words of its source but for the title.
func noSentences(t *testing.T, text string, in *Import) {
	t.Helper()
	const longest = 40 // characters: evidence of a find, and no more
	for line := range strings.Lines(string(in.Files[0].Data)) {
		r := []rune(line)
		for i := 0; i+longest < len(r) && !strings.HasPrefix(line, "title"); i++ {
			if strings.Contains(text, string(r[i:i+longest])) {
				t.Errorf("the draft has %q", string(r[i:i+longest]))
				break
			}
		}
	}
}

// loads holds that an archive loads without an error, with drafts and without.
func loads(t *testing.T, archive fstest.MapFS) {
	t.Helper()
	for _, load := range []func() (*content.Content, source.Problems){
		func() (*content.Content, source.Problems) { return content.Load(nil, archive) },
		func() (*content.Content, source.Problems) { return content.Loading{Drafts: true}.Load(nil, archive) },
	} {
		if _, ps := load(); ps.Errors() > 0 {
			t.Errorf("%s", ps)
		}
	}
	if _, ps := seeds.Load(archive, nil); ps.Errors() > 0 {
		t.Errorf("%s", ps)
	}
}

// TestReceiveLong takes in a text that is far longer than an article: it is kept, and not analysed.
func TestReceiveLong(t *testing.T) {
	d := desk(fstest.MapFS{})
	in, ps := d.Receive(Received{Name: "long.txt", Clip: cut(t, "long.txt", []byte(strings.Repeat("架空の港湾庁は装置を止めた。\n", 60_000)))})
	if len(ps) > 0 || in.Document != nil || len(in.Files) != 3 || !strings.Contains(string(in.Files[0].Data), "# Nothing: it is longer than 2 MB") {
		t.Errorf("%v, %s", in, ps)
	}
}

func TestNewID(t *testing.T) {
	d := desk(fstest.MapFS{})
	for _, tt := range []struct{ name, text, want string }{
		{"memo.txt", "Grey Heronのバックドア\n2025年1月15日\n\n本文です。", "grey-heron-2025-01-15"},
		{"harbour-case.txt", "港の装置\n\n本文です。", "harbour-case"},
		{"港.txt", "港の装置\n2025年1月15日\n\n本文です。", "news-2025-01-15"},
		{"con.txt", "港の装置\n\n本文です。", "news-"},
		{"index.html", "<title>港</title><link rel=canonical href='https://example.org/2025/01/15/harbour-stopped.html'><p>本文です。", "harbour-stopped-2025-01-15"},
		{"2025-01-15-heron.txt", "本文です。港です。", "2025-01-15-heron"},
		{"../../etc/passwd.txt", "港の装置\n\n本文です。", "passwd"},
	} {
		c := cut(t, path.Base(tt.name), []byte(tt.text))
		got := d.newID(Received{Name: tt.name, Clip: c}, nil, "0123456789abcdef")
		if strings.HasSuffix(tt.want, "-") {
			tt.want += "01234567"
		}
		if got != tt.want || !content.IsID(got) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// FuzzReceive holds that whatever a file holds, what is made of it loads without an error, and has no path outside.
func FuzzReceive(f *testing.F) {
	f.Add("a.html", "<title>+++\"</title><meta property=og:site_name content='x\"\n+++'><p>本文です。</p>", "")
	f.Add("#.txt", "題\n2025年1月15日\n\n架空の港湾庁は14日、装置を止めた。", "x")
	f.Add("a.md", "---\ntitle: \"a\\\\\"\nsource: https://example.org/?a=\"b\"\n---\n本文です。", "../x")
	f.Fuzz(func(t *testing.T, name, text, id string) {
		c, err := clipping.Cut(name, []byte(text), time.UTC)
		if err != nil || len(text) > 4096 {
			return
		}
		archive := fstest.MapFS{}
		d := NewDesk(archive, content.NewRegistry(), seeds.NewSet(), nil) // the analysis has its own
		in, ps := d.Receive(Received{Name: name, Clip: c, ID: id})
		if (in == nil) == (ps.Errors() == 0) {
			t.Fatalf("%+v, %s", in, ps)
		}
		if in == nil {
			return
		}
		for _, file := range in.Files {
			if !filepath.IsLocal(file.Path) || file.Path != path.Clean(file.Path) {
				t.Fatalf("path %q", file.Path)
			}
			archive[file.Path] = &fstest.MapFile{Data: file.Data}
		}
		loads(t, archive)
	})
}
