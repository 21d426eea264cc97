package lattice

import (
	"testing"
	"unicode/utf8"
)

// TestDecode holds characters to those of the library, over all bytes at which it changes its mind. A byte that is part of none has
// a code of its own.
func TestDecode(t *testing.T) {
	edges := []byte{0, 'a', 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xe1, 0xe3, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf4, 0xf5, 0xff}
	for _, a := range edges {
		for _, b := range edges {
			for _, c := range edges {
				for _, d := range edges {
					text := string([]byte{a, b, c, d})
					for text := text; text != ""; text = text[:len(text)-1] {
						r, size := utf8.DecodeRuneInString(text)
						want := uint32(r)
						if r == utf8.RuneError && size == 1 {
							want = badByte + uint32(a)
						}
						if code, n := decode(text, 0); code != want || n != size {
							t.Fatalf("%q: %#x of %d bytes, want %#x of %d", text, code, n, want, size)
						}
					}
				}
			}
		}
	}
}
