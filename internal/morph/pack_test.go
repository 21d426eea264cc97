package morph

import (
	"reflect"
	"testing"

	"github.com/ikawaha/kagome-dict/dict"
	"github.com/ikawaha/kagome-dict/ipa"
)

// TestPack packs the whole dictionary and reads it back: all of it is as it was.
func TestPack(t *testing.T) {
	want := NewDictionary(ipa.Dict())
	got, err := Unpack(want.Pack())
	if err != nil {
		t.Fatal(err)
	}
	if string(want.Pack()) != string(got.Pack()) {
		t.Error("it is packed in another way when it has come back")
	}
	if !reflect.DeepEqual(want.system, got.system) || !reflect.DeepEqual(want.unlisted, got.unlisted) {
		t.Error("what it says of words came back changed")
	}
}

func smallDict() *Dictionary {
	d := &dict.Dict{
		Morphs: dict.Morphs{{LeftID: 1, RightID: -2, Weight: 3}}, Contents: dict.Contents{{"a", "", "い"}},
		ContentsMeta: dict.ContentsMeta{dict.ReadingIndex: 4}, Connection: dict.ConnectionTable{Row: 1, Col: 2, Vec: []int16{-5, 5}},
		CharCategory: []byte{1, 2}, InvokeList: []bool{true, false},
	}
	d.POSTable.POSs = []dict.POS{{0, 1}}
	d.POSTable.NameList = []string{"名詞", "一般"}
	return NewDictionary(d)
}

func TestUnpackTrustsNoDamage(t *testing.T) {
	whole := smallDict().Pack()
	if _, err := Unpack(whole); err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		bad := append([]byte{}, whole...)
		bad[i] ^= 4
		if _, err := Unpack(bad); err == nil {
			t.Errorf("byte %d is damaged and was not noticed", i)
		}
		if _, err := Unpack(whole[:i]); err == nil {
			t.Errorf("the first %d bytes passed for a dictionary", i)
		}
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add(smallDict().Pack()[len(packMagic)+4:])
	f.Fuzz(func(_ *testing.T, body []byte) {
		data := append([]byte(packMagic+"\x00\x00\x00\x00"), body...)
		sum := checksum(body)
		for i := range 4 {
			data[len(packMagic)+i] = byte(sum >> (8 * i))
		}
		Unpack(data)
	})
}

func BenchmarkUnpack(b *testing.B) {
	data := NewDictionary(ipa.Dict()).Pack()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Unpack(data); err != nil {
			b.Fatal(err)
		}
	}
}
