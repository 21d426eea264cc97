package jpdate

import "unicode/utf8"

// phrases are words of which one may stand before or behind a date. Most texts have none there, which
// the first or the last character tells.
type phrases struct {
	first, last runeFilter
	words       []string
}

func newPhrases(words ...string) *phrases {
	p := &phrases{words: words}
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		last, _ := utf8.DecodeLastRuneInString(w)
		p.first.add(first)
		p.last.add(last)
	}
	return p
}

// seesAny is sees for many words.
func (c cursor) seesAny(p *phrases) bool { return p.first.has(c.at(0)) && c.sees(p.words...) }

// takeAny is take for many words, of which longer ones come first.
func (c *cursor) takeAny(p *phrases) string {
	if !p.first.has(c.at(0)) {
		return ""
	}
	return c.take(p.words...)
}

// followsAny is follows for many words.
func (c cursor) followsAny(p *phrases) bool { return p.last.has(c.at(-1)) && c.follows(p.words...) }

// A runeFilter is a set of characters that takes few others for its own. It is much smaller than a table of all.
type runeFilter [16]uint64

func (f *runeFilter) add(r rune)      { f[uint32(r)/64%16] |= 1 << (uint32(r) % 64) }
func (f *runeFilter) has(r rune) bool { return f[uint32(r)/64%16]&(1<<(uint32(r)%64)) != 0 }
