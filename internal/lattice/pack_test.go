package lattice

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/ikawaha/kagome-dict/ipa"
)

// TestPack writes dictionaries and reads them back: all of them is as it was, and nothing of what stands behind is taken.
func TestPack(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, want := range []*Dictionary{ofIPA(), New(randomDict(r)), New(randomDict(r))} {
		got, rest, err := Read(want.Append([]byte("before"))[len("before"):])
		if err != nil || len(rest) > 0 {
			t.Fatalf("%v, %d bytes too many", err, len(rest))
		}
		got.rooms = want.rooms
		if !reflect.DeepEqual(want, got) {
			t.Error("it came back changed")
		}
	}
	small := New(randomDict(r)).Append(nil)
	if _, rest, err := Read(append(small, "behind"...)); err != nil || string(rest) != "behind" {
		t.Errorf("%v, %q", err, rest)
	}
	for i := range small {
		if _, _, err := Read(small[:i]); err == nil {
			t.Errorf("the first %d bytes of %d passed for a dictionary", i, len(small))
		}
	}
}

// TestPackOfOthers: kinds of characters have words that are there.
func TestPackOfOthers(t *testing.T) {
	for _, words := range [][2]int32{{-1, 0}, {1, 0}, {0, 1 << 20}, {1 << 20, 1 << 20}} {
		d := New(randomDict(rand.New(rand.NewPCG(5, 6))))
		d.kinds[0].first, d.kinds[0].last = words[0], words[1]
		if _, _, err := Read(d.Append(nil)); err == nil {
			t.Errorf("a kind with the words %d to %d passed", words[0], words[1])
		}
	}
}

// TestPackedCuts: a dictionary that has been read back cuts as before.
func TestPackedCuts(t *testing.T) {
	d, _, err := Read(ofIPA().Append(nil))
	if err != nil {
		t.Fatal(err)
	}
	hold(t, ipa.Dict(), d, someNames(), oddTexts()...)
}

func FuzzRead(f *testing.F) {
	f.Add(New(randomDict(rand.New(rand.NewPCG(7, 8)))).Append(nil)[:2000])
	f.Fuzz(func(_ *testing.T, b []byte) { Read(b) })
}
