package morph

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// A key is what tells which words a text may begin with, out of its first eight bytes: two characters of three bytes, as kana and kanji are, or one;
// where another character stands, three bytes, or one. So a place of a text has two keys, and a word is found by the long one if it has as much.

// The bits of one and of two characters of three bytes, and what says of them that they are.
const (
	one, two        = 1<<24 - 1, 1<<48 - 1
	markOne, sayOne = 0xc0c0f0, 0x8080e0
	markTwo, sayTwo = markOne<<24 | markOne, sayOne<<24 | sayOne
)

func isOne(x uint64) bool { return x&markOne == sayOne }
func isTwo(x uint64) bool { return x&markTwo == sayTwo }

// keysAt returns the keys of eight bytes, and how far it is to the next place.
func keysAt(x uint64) (long, short uint64, size int) {
	if isOne(x) {
		return x & two, x & one, 3
	}
	return x & one, x & 0xff, 1
}

// keyOf returns the key by which a word is found.
func keyOf(word string) (key uint64, isLong bool) {
	x := eightBytes(word, 0)
	long, short, size := keysAt(x)
	if isTwo(x) || size == 1 && len(word) >= 3 {
		return long, true
	}
	return short, false
}

// keySize returns how many bytes of a word its key has.
func keySize(key uint64) int {
	switch {
	case key > one:
		return 6
	case key > 0xff:
		return 3
	}
	return 1
}

func hashKey(key uint64) uint64 { return key * 0x9e3779b97f4a7c15 }

// eightBytes returns the bytes of a text from a place on, the first one lowest, and 0 for those behind its end.
func eightBytes(s string, at int) uint64 {
	if len(s)-at >= 8 {
		return binary.LittleEndian.Uint64([]byte(s[at:])) // which copies nothing
	}
	return lastBytes(s, at)
}

func lastBytes(s string, at int) uint64 {
	x := uint64(0)
	for i := len(s) - 1; i >= at; i-- {
		x = x<<8 | uint64(s[i])
	}
	return x
}

// A keySet is a set of keys, which may have some more than were given. A larger one would not stay as near to the processor.
type keySet []uint64

// newKeySet returns the set of keys. One in fifty others will seem to be in it, or fewer.
func newKeySet(keys []uint64) keySet {
	slices.Sort(keys)
	keys = slices.Compact(keys)
	s := make(keySet, 1<<bits.Len(uint(len(keys)/4)))
	for _, key := range keys {
		h := hashKey(key)
		s[s.row(h)] |= 1<<(h>>58) | 1<<(h>>52&63)
	}
	return s
}

// bit returns 1 if a key may be in the set, 0 if it is not.
func (s keySet) bit(key uint64) uint64 {
	h := hashKey(key)
	row := s[s.row(h)]
	return row >> (h >> 58) & (row >> (h >> 52 & 63)) & 1
}

func (s keySet) row(h uint64) int { return int(h>>42) & (len(s) - 1) }
