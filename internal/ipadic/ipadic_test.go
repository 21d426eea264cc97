package ipadic

import (
	"bytes"
	"io/fs"
	"testing"
	"testing/fstest"

	"jikenbo/internal/morph"
)

// TestPackedIsKagomes holds that what the program carries says what kagome's dictionary says. A bare go test on a fresh clone carries none.
func TestPackedIsKagomes(t *testing.T) {
	data, err := fs.ReadFile(builtIn, packedName)
	if err != nil {
		t.Skip("no dictionary is packed; make unit packs it first")
	}
	if !bytes.Equal(data, FromKagome().Pack()) {
		t.Error("internal/ipadic/" + packedName + " is not what is packed today; make program packs it anew")
	}
}

func TestLoad(t *testing.T) {
	whole := FromKagome().Pack()
	for _, c := range []struct {
		name  string
		files fstest.MapFS
		other int // times that kagome's has to be asked for
	}{
		{"packed", fstest.MapFS{packedName: {Data: whole}}, 0},
		{"absent", fstest.MapFS{}, 1},
		{"empty", fstest.MapFS{packedName: {}}, 1},
		{"cut short", fstest.MapFS{packedName: {Data: whole[:len(whole)/2]}}, 1},
		{"of another form", fstest.MapFS{packedName: {Data: append([]byte("jkd1"), whole[4:]...)}}, 1},
	} {
		asked := 0
		got := load(c.files, func() *morph.Dictionary { asked++; return FromKagome() })
		if asked != c.other {
			t.Errorf("%s: kagome's dictionary was asked for %d times, want %d", c.name, asked, c.other)
		}
		if !bytes.Equal(got.Pack(), whole) {
			t.Errorf("%s: the dictionary says something else", c.name)
		}
	}
}

func TestLoadIsTheSameAtEachCall(t *testing.T) {
	if first, again := Load(), Load(); first != again {
		t.Error("the dictionary is made anew at each call")
	}
}

// BenchmarkLoad is what a build waits for, without kagome and with it alone.
func BenchmarkLoad(b *testing.B) {
	files := fstest.MapFS{packedName: {Data: FromKagome().Pack()}}
	b.ReportAllocs()
	for b.Loop() {
		load(files, nil)
	}
}
