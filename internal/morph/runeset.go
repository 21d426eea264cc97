package morph

import "unicode/utf8"

// A RuneSet is a set of characters of the basic plane. Asking it is far cheaper than asking a map.
type RuneSet [1 << 16 / 64]uint64

// NewRuneSet returns the set of the characters of a text.
func NewRuneSet(text string) *RuneSet {
	s := &RuneSet{}
	for _, r := range text {
		s.Add(r)
	}
	return s
}

// Add puts a character into the set.
func (s *RuneSet) Add(r rune) {
	if r < 1<<16 {
		s[r/64] |= 1 << (r % 64)
	}
}

// Has reports whether r may be in the set; of characters beyond the basic plane it does not know.
func (s *RuneSet) Has(r rune) bool { return r >= 1<<16 || s[r/64]&(1<<(r%64)) != 0 }

// Next returns the next place of a text from at where a character of the set may stand, or the end of the text. It stops at
// what is beyond the basic plane, or broken, without knowing.
func (s *RuneSet) Next(text string, at int) int {
	for at < len(text) {
		b := text[at]
		switch {
		case b < utf8.RuneSelf:
			if s[b/64]>>(b%64)&1 != 0 {
				return at
			}
			at++
		case b&0xf0 == 0xe0 && at+2 < len(text):
			c, d := text[at+1], text[at+2]
			if s[uint(b&0xf)<<6|uint(c&0x3f)]>>(d&0x3f)&1 != 0 || !continues(c, d) {
				return at
			}
			at += 3
		case b >= 0xc0:
			return at
		default:
			at++
		}
	}
	return at
}

// continues reports whether two bytes are such as follow the first one of a character.
func continues(c, d byte) bool { return (c|d)&0x40 == 0 && c&d&0x80 != 0 }
