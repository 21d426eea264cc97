package build

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/ikawaha/kagome-dict/dict"

	"jikenbo/internal/morph"
)

func TestDictionaryIsKept(t *testing.T) {
	cache, loads := t.TempDir(), 0
	load := func() *morph.Dictionary {
		loads++
		return morph.NewDictionary(&dict.Dict{CharCategory: []byte{1, 2, 3}})
	}
	want := string(load().Pack())
	loads = 0
	get := func(edition string, times int) {
		t.Helper()
		d := Dictionary(cache, edition, load)()
		if loads != times || string(d.Pack()) != want {
			t.Errorf("loaded %d times, want %d; got %v", loads, times, d)
		}
	}
	get("1", 1)
	get("1", 1)
	get("2", 2)
	if n := damage(t, filepath.Join(cache, "dictionary")); n != 2 {
		t.Errorf("%d dictionaries are kept, want 2", n)
	}
	get("1", 3)
	get("1", 3)
}

func TestDictionaryWithoutACache(t *testing.T) {
	loads := 0
	load := func() *morph.Dictionary { loads++; return morph.NewDictionary(&dict.Dict{}) }
	Dictionary("", "1", load)()
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if Dictionary(file, "1", load)() == nil || loads != 2 {
		t.Errorf("loaded %d times, want 2", loads)
	}
}

// TestDictionaryAhead holds that the dictionary is loaded beside the reading of the archive where no text has been kept, and not loaded
// where all have.
func TestDictionaryAhead(t *testing.T) {
	b := builder(quay())
	b.Cache = filepath.Join(t.TempDir(), "cache")
	called := make(chan bool, 2)
	b.Ahead = func() { called <- true }
	mustBuild(t, b)
	<-called
	mustBuild(t, b)
	select {
	case <-called:
		t.Error("the dictionary was loaded though every text was kept")
	default:
	}
}
