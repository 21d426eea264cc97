package morph

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
	"strings"
)

// A WordTable finds many words in one pass over a text. It is immutable.
//
// For each place of a text it asks a small set for what stands there, and notes the answer without deciding anything by it: most places are none where
// a word begins, and the processor cannot foresee which. Only at the others it looks at the words, of which those that begin alike lie side by side.
type WordTable struct {
	long, short keySet     // what words begin with; short is nil without such words
	slots       []wordSlot // a power of two
	words       []tableWord
	given       []string
}

// A match is a word that a text begins with.
type match struct{ size, word int32 }

// A wordSlot says where the words lie that have a key. It is the one of that key, or the next one that was free.
type wordSlot struct {
	key     uint64
	from, n uint32
}

// A tableWord is a word in a table.
type tableWord struct {
	rest       uint64 // the eight bytes behind its key, which tell it from the others but for very long ones
	size, word int32
}

// NewWordTable returns the table of the words. A word that is given twice is found once.
func NewWordTable(words []string) *WordTable {
	t := &WordTable{given: slices.Clone(words)}
	groups := map[uint64][]int{}
	var keys, long, short []uint64
	seen := make(map[string]bool, len(words))
	for i, w := range words {
		if w == "" || seen[w] {
			continue
		}
		seen[w] = true
		key, isLong := keyOf(w)
		if groups[key] == nil {
			keys = append(keys, key)
		}
		groups[key] = append(groups[key], i)
		if isLong {
			long = append(long, key)
		} else {
			short = append(short, key)
		}
	}
	t.long = newKeySet(long)
	if len(short) > 0 {
		t.short = newKeySet(short)
	}
	t.lay(keys, groups)
	return t
}

// lay puts the words side by side that have the same key.
func (t *WordTable) lay(keys []uint64, groups map[uint64][]int) {
	t.slots = make([]wordSlot, 2<<bits.Len(uint(len(keys))))
	for _, key := range keys {
		at := t.slotOf(key)
		for t.slots[at].n > 0 {
			at = (at + 1) % len(t.slots)
		}
		t.slots[at] = wordSlot{key, uint32(len(t.words)), uint32(len(groups[key]))}
		for _, i := range groups[key] {
			w := t.given[i]
			t.words = append(t.words, tableWord{eightBytes(w, keySize(key)), int32(len(w)), int32(i)})
		}
	}
}

func (t *WordTable) slotOf(key uint64) int { return int(hashKey(key)>>40) & (len(t.slots) - 1) }

// openings returns the places of a text where a word may begin, of the first 64, and the next one.
func (t *WordTable) openings(text string) (places uint64, next int) {
	if len(text) >= 8 {
		return t.look([]byte(text))
	}
	var room [7 + 7]byte
	return t.look(room[:copy(room[:], text)+7])
}

// look is openings but for the last seven bytes of a text. Its loop decides nothing.
func (t *WordTable) look(text []byte) (places uint64, next int) {
	long, short := t.long, t.short
	if len(long) == 0 {
		return 0, 64
	}
	at := 0
	for len(text) >= 8 && at < 64 {
		x := binary.LittleEndian.Uint64(text)
		if isOne(x) {
			may := long.bit(x & two)
			if len(short) > 0 {
				may |= short.bit(x & one)
			}
			places |= may << (at & 63)
			text, at = text[3:], at+3
		} else {
			may := long.bit(x & one)
			if len(short) > 0 {
				may |= short.bit(x & 0xff)
			}
			places |= may << (at & 63)
			text, at = text[1:], at+1
		}
	}
	return places, at
}

// matches appends the words that a text begins with, in the order in which they were given.
func (t *WordTable) matches(text string, out []match) []match {
	long, short, _ := keysAt(eightBytes(text, 0))
	if long != short && t.long.bit(long) != 0 {
		out = t.matchesOf(long, text, out)
	}
	if t.short == nil || t.short.bit(short) == 0 {
		return out
	}
	n := len(out)
	out = t.matchesOf(short, text, out)
	if n > 0 && len(out) > n {
		slices.SortFunc(out, func(a, b match) int { return cmp.Compare(a.word, b.word) })
	}
	return out
}

// matchesOf appends the words with a key that a text begins with.
func (t *WordTable) matchesOf(key uint64, text string, out []match) []match {
	at := t.slotOf(key)
	for t.slots[at].key != key {
		if t.slots[at].n == 0 {
			return out
		}
		at = (at + 1) & (len(t.slots) - 1)
	}
	words := t.words[t.slots[at].from:][:t.slots[at].n]
	size := keySize(key)
	rest, most := eightBytes(text, size), size+8
	for i := range words {
		w := &words[i]
		n := int(w.size)
		if same := size + bits.TrailingZeros64(rest^w.rest)/8; same < min(n, most) {
			continue
		}
		if n <= len(text) && (n <= most || strings.HasPrefix(text, t.given[w.word])) {
			out = append(out, match{w.size, w.word})
		}
	}
	return out
}

// Each calls f with where the words stand in a text, in order, and where several begin at
// one place in the order in which they were given.
func (t *WordTable) Each(text string, f func(at, end int)) {
	t.EachWord(text, func(at, end, _ int) { f(at, end) })
}

// EachWord is Each that also tells which word it is, by its place among those that the table was made of. One pass with
// a table of all words that are wanted is cheaper than a pass for each kind of them.
func (t *WordTable) EachWord(text string, f func(at, end, word int)) {
	var room [8]match
	for from := 0; from < len(text); {
		places, next := t.openings(text[from:])
		for ; places != 0; places &= places - 1 {
			at := from + bits.TrailingZeros64(places)
			for _, m := range t.matches(text[at:], room[:0]) {
				f(at, at+int(m.size), int(m.word))
			}
		}
		from += next
	}
}

// In reports whether one of the words stands in a text.
func (t *WordTable) In(text string) bool {
	return t.Any(text, func(int) bool { return true })
}

// Any reports whether one of the words stands in a text that a condition holds for, of which it is asked in their order.
func (t *WordTable) Any(text string, holds func(word int) bool) bool {
	var room [8]match
	for from := 0; from < len(text); {
		places, next := t.openings(text[from:])
		for ; places != 0; places &= places - 1 {
			for _, m := range t.matches(text[from+bits.TrailingZeros64(places):], room[:0]) {
				if holds(int(m.word)) {
					return true
				}
			}
		}
		from += next
	}
	return false
}

// Longest returns the length of the longest word that a text begins with, 0 where it begins with none.
func (t *WordTable) Longest(text string) int {
	var room [8]match
	longest := int32(0)
	for _, m := range t.matches(text, room[:0]) {
		longest = max(longest, m.size)
	}
	return int(longest)
}

// firstOfThree is the first character of three bytes, as nearly all of Japanese are.
const firstOfThree = 0x800

// threeBytes returns the character of three bytes, as kana and kanji are, that a text begins with. It takes some bytes
// that are none for one, but none that hold the beginning of another.
func threeBytes(text string) (r uint, ok bool) {
	if len(text) < 3 {
		return 0, false
	}
	b, c, d := uint(text[0]), uint(text[1]), uint(text[2])
	return b&0xf<<12 | c&0x3f<<6 | d&0x3f, b&0xf0 == 0xe0 && (c|d<<8)&0xc0c0 == 0x8080
}

// LowerASCII lowers the letters A to Z and leaves all else in its place.
func LowerASCII(s string) string {
	i := 0
	for i < len(s) && (s[i] < 'A' || s[i] > 'Z') {
		i++
	}
	if i == len(s) {
		return s
	}
	b := []byte(s)
	for ; i < len(b); i++ {
		if c := b[i]; 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}
