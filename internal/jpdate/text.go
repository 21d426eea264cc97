package jpdate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// text is a passage as the grammar reads it: one rune for each rune of the passage,
// in the plain form of its character, and the byte at which each began.
type text struct {
	runes   []rune
	offsets []int32 // one more than runes: the last is the end of the text
}

// read makes the text that of a passage, in the room of what it was before if that has a place for each byte and one more.
func (t *text) read(s string) {
	if cap(t.offsets) <= len(s) {
		t.runes, t.offsets = make([]rune, len(s)+1), make([]int32, len(s)+1)
	}
	runes, offsets := t.runes[:cap(t.runes)], t.offsets[:cap(t.offsets)]
	n := 0
	for i := 0; i < len(s); {
		if b := s[i]; b < utf8.RuneSelf {
			if b == '`' {
				b = '\''
			}
			runes[n], offsets[n] = rune(b), int32(i)
			n++
			i++
			continue
		}
		if i+2 < len(s) && (n < 2 || runes[n-1] != ' ') {
			if r, ok := common(s[i], s[i+1], s[i+2]); ok {
				runes[n], offsets[n] = r, int32(i)
				n++
				i += 3
				continue
			}
		}
		r, size := decode(s[i:])
		r = fold(r)
		if n > 1 && runes[n-1] == ' ' && strings.ContainsRune("日年月週朝", r) && strings.ContainsRune("本今昨翌前同先来去", runes[n-2]) {
			n-- // 本 日 is how machine translation cuts 本日
		}
		runes[n], offsets[n] = r, int32(i)
		n++
		i += size
	}
	offsets[n] = int32(len(s))
	t.runes, t.offsets = runes[:n], offsets[:n+1]
}

// head returns the characters that begin in the first bytes of the passage.
func (t *text) head(bytes int32) []rune {
	n := 0
	for n < len(t.runes) && t.offsets[n] < bytes {
		n++
	}
	return t.runes[:n]
}

// common returns the character that three bytes are, if it is one of a block that folding leaves alone, as kana and kanji are.
func common(a, b, c byte) (rune, bool) {
	r := rune(a&0xf)<<12 | rune(b&0x3f)<<6 | rune(c&0x3f)
	return r, a&0xf0 == 0xe0 && (b|c)&0x40 == 0 && b&c&0x80 != 0 && steady[r>>12]>>(r>>6&0x3f)&1 != 0
}

// steady are the blocks of 64 characters of which folding leaves all alone.
var steady = func() (blocks [16]uint64) {
	for r := rune(0x800); r < 1<<16; r++ {
		if fold(r) != r || !utf8.ValidRune(r) {
			blocks[r>>12] |= 1 << (r >> 6 & 0x3f)
		}
	}
	for i := range blocks {
		blocks[i] = ^blocks[i]
	}
	blocks[0] &^= 1<<(0x800>>6) - 1 // they have one or two bytes
	return blocks
}()

// decode is [utf8.DecodeRuneInString], quicker for the characters of Japanese.
func decode(s string) (rune, int) {
	if b := s[0]; b < utf8.RuneSelf {
		return rune(b), 1
	} else if 0xe1 <= b && b < 0xed && len(s) > 2 && s[1]&0xc0 == 0x80 && s[2]&0xc0 == 0x80 {
		return rune(b&0xf)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
	}
	return utf8.DecodeRuneInString(s)
}

// fold gives the plain form of a character: ASCII for full width, one wave dash,
// one hyphen, and the characters for which copied PDF text has radicals.
func fold(r rune) rune {
	switch {
	case '一' <= r && r <= '鿕', 'ぁ' <= r && r <= 'ー':
		return r // as most are
	case r >= '！' && r <= '～':
		r -= '！' - '!'
	case r == '\u3000' || r == '\u00a0':
		return ' '
	}
	switch r {
	case '〜', '∼', '˜':
		return '~'
	case '‐', '‑', '‒', '–', '—', '―', '−', '─':
		return '-'
	case '’', '‘', '`':
		return '\''
	case '⽉':
		return '月'
	case '⽇':
		return '日'
	}
	return r
}

// A cursor is a place in a text. It is copied to look ahead.
type cursor struct {
	runes []rune
	pos   int
}

// at returns the rune k places after the cursor, 0 outside the text.
func (c cursor) at(k int) rune {
	if i := c.pos + k; i >= 0 && i < len(c.runes) {
		return c.runes[i]
	}
	return 0
}

// sees reports whether the text goes on with one of the words.
func (c cursor) sees(words ...string) bool {
	b, at := lastByte(c.at(0))
	for _, w := range words {
		if len(w) > at && w[at] == b && c.has(w) {
			return true
		}
	}
	return false
}

// lastByte returns the last byte of a character, which tells most characters of words from each other, and where it stands in it.
func lastByte(r rune) (b byte, at int) {
	switch {
	case r < utf8.RuneSelf:
		return byte(r), 0
	case r < 0x800:
		return 0x80 | byte(r)&0x3f, 1
	}
	return 0x80 | byte(r)&0x3f, 2
}

// has reports whether the text goes on with the word.
func (c cursor) has(word string) bool {
	for _, r := range word {
		if c.at(0) != r {
			return false
		}
		c.pos++
	}
	return true
}

// seesOneOf reports whether the next rune is one of those in set.
func (c cursor) seesOneOf(set string) bool {
	return c.at(0) != 0 && strings.ContainsRune(set, c.at(0))
}

// follows reports whether one of the words ends just before the cursor.
func (c cursor) follows(words ...string) bool {
	b, _ := lastByte(c.at(-1))
	for _, w := range words {
		if w[len(w)-1] == b && c.after(w) {
			return true
		}
	}
	return false
}

// after reports whether the word ends just before the cursor.
func (c cursor) after(word string) bool {
	for len(word) > 0 {
		c.pos--
		r, n := utf8.DecodeLastRuneInString(word)
		if c.at(0) != r {
			return false
		}
		word = word[:len(word)-n]
	}
	return true
}

// take moves over the first of the words that the text goes on with, and returns it.
// Longer words come first in the arguments.
func (c *cursor) take(words ...string) string {
	b, at := lastByte(c.at(0))
	for _, w := range words {
		if len(w) > at && w[at] == b && c.has(w) {
			c.pos += utf8.RuneCountInString(w)
			return w
		}
	}
	return ""
}

// takeRune moves over a character if that comes next.
func (c *cursor) takeRune(r rune) bool {
	if c.at(0) != r {
		return false
	}
	c.pos++
	return true
}

// skipSpace moves over the spaces that some texts put inside a date (12 月 6 日).
func (c *cursor) skipSpace() {
	for range 2 {
		if c.at(0) != ' ' {
			return
		}
		c.pos++
	}
}

// takeSpaced is take for a word before which there may be spaces.
// It moves only if the word is there.
func (c *cursor) takeSpaced(words ...string) string {
	ahead := *c
	ahead.skipSpace()
	w := ahead.take(words...)
	if w != "" {
		*c = ahead
	}
	return w
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_' }

func isKanji(r rune) bool { return r >= '一' && r <= '鿕' }

func isKana(r rune) bool { return unicode.In(r, unicode.Hiragana) }
