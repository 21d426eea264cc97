package lattice

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	doublearray "github.com/ikawaha/kagome-dict/dict/trie"
)

// A trie has words by their characters, where kagome's double array has them by their bytes, which lie far from one another. What may
// follow a character lies in a block: few slots side by side, a power of two, of which those that are taken tell their characters.
// The first slot of all stands for the beginning of a word.
type trie []slot

// A slot is a character of words.
type slot struct {
	char uint32 // its code, and above codeBits the logarithm of the size of the block of those that may follow
	next uint32 // where that begins, 0 without one
	word int32  // the id of the word that ends here, of several the first; -1 without one
}

const (
	codeBits = 24
	codeMask = 1<<codeBits - 1
	badByte  = utf8.MaxRune + 1 // what is added to a byte that is part of no character
)

// A listed is a word of a trie that is made.
type listed struct {
	text string
	id   int32
}

// newTrie returns the trie of words that are sorted, and of which each is there once.
func newTrie(words []listed) trie {
	t := make(trie, 1, 2*len(words)+1)
	t[0].word = -1
	t.lay(0, words, 0)
	return t
}

// lay puts the block of what follows a slot behind all else. It is given the words that go on there, with as many bytes in common.
func (t *trie) lay(at uint32, words []listed, common int) {
	if len(words) > 0 && len(words[0].text) == common {
		(*t)[at].word = words[0].id
		words = words[1:]
	}
	if len(words) == 0 {
		return
	}
	chars := 0
	for rest := words; len(rest) > 0; chars++ {
		rest = rest[alike(rest, common):]
	}
	size, first := blockSize(chars), uint32(len(*t))
	(*t)[at].next, (*t)[at].char = first, (*t)[at].char|uint32(size)<<codeBits
	for range 1 << size {
		*t = append(*t, slot{word: -1})
	}
	for len(words) > 0 {
		n := alike(words, common)
		code, bytes := decode(words[0].text, common)
		last := uint32(1)<<size - 1
		to := code & last
		for (*t)[first+to].char != 0 {
			to = (to + 1) & last
		}
		(*t)[first+to].char = code
		t.lay(first+to, words[:n], common+bytes)
		words = words[n:]
	}
}

// alike returns how many words have the character behind what they have in common that the first has.
func alike(words []listed, common int) int {
	_, bytes := decode(words[0].text, common)
	char := words[0].text[:common+bytes]
	if len(words) > 64 && strings.HasPrefix(words[64].text, char) {
		return 64 + alike(words[64:], common)
	}
	n := 1
	for n < len(words) && strings.HasPrefix(words[n].text, char) {
		n++
	}
	return n
}

// blockSize returns the logarithm of the size of a block: small ones may be full, others have room so that what is not there is missed soon.
func blockSize(chars int) int {
	if chars > 1<<12 {
		return 16 // at the beginning of the words of a whole language: a slot for each character of the basic plane
	}
	if chars > 4 {
		chars += chars / 3
	}
	return bits.Len(uint(chars - 1))
}

// probe returns the slot in which a character behind another one is looked for first.
func (t trie) probe(from, code uint32) uint32 {
	s := &t[from]
	return s.next + code&(1<<(s.char>>codeBits&31)-1)
}

// follow returns the slot of a character behind another one, 0 where no word has it there.
func (t trie) follow(from, code uint32) uint32 {
	s := &t[from] // where nothing follows, this is the first slot of all, which has no character
	last := uint32(1)<<(s.char>>codeBits&31) - 1
	for i := code & last; ; {
		switch t[s.next+i].char & codeMask {
		case code:
			return s.next + i
		case 0:
			return 0
		}
		if i = (i + 1) & last; i == code&last {
			return 0 // it has been around
		}
	}
}

// decode returns the code of the character at a place, and how many bytes it has.
func decode(text string, at int) (code uint32, size int) {
	if at+2 < len(text) {
		// Of three bytes, as nearly all of Japanese; the beginnings of those that may be none are left to the library.
		if b, c, d := text[at], text[at+1], text[at+2]; b > 0xe0 && b < 0xf0 && b != 0xed && (c|d)&0x40 == 0 && c&d&0x80 != 0 {
			return uint32(b&0xf)<<12 | uint32(c&0x3f)<<6 | uint32(d&0x3f), 3
		}
	}
	if b := text[at]; b < utf8.RuneSelf {
		return uint32(b), 1
	}
	r, size := utf8.DecodeRuneInString(text[at:])
	if r == utf8.RuneError && size == 1 {
		return badByte + uint32(text[at]), 1
	}
	return uint32(r), size
}

// wordsOf returns the words of a double array, which are numbered in their order.
func wordsOf(da doublearray.DoubleArray, ids int) []listed {
	last := make([]int32, ids) // the nodes behind which words end, by their ids
	n := 0
	for _, to := range da {
		if to.Base <= 0 && to.Check >= 0 {
			last[-to.Base] = to.Check
			n++
		}
	}
	text, out, ends := make([]byte, 0, 12*n), make([]listed, 0, n), make([]int, 0, n)
	for id, at := range last {
		if at == 0 {
			continue
		}
		from := len(text)
		for at != 0 {
			parent := da[at].Check
			text = append(text, byte(at-da[parent].Base))
			at = parent
		}
		slices.Reverse(text[from:])
		out, ends = append(out, listed{id: int32(id)}), append(ends, len(text))
	}
	all, from := string(text), 0
	for i, end := range ends {
		out[i].text, from = all[from:end], end
	}
	return out
}
