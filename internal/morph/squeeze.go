package morph

import (
	"strings"
	"unicode/utf8"
)

// The letter and the digit that stand for others.
const (
	anyLetter = 'x'
	anyDigit  = '0'
)

// gaps are where letters are left out of a text.
type gaps []gap

// A gap is so many bytes before a place of the squeezed text.
type gap struct{ before, size int }

// squeeze returns a text with one letter for each word of ASCII letters, and one digit for each number. The dictionary has no words
// with those in it, so that kagome takes each whole, at a cost that does not depend on its length; but it weighs all
// its ends as words too, and them without their last letter, before it comes to that: a dozen for every letter.
// The gaps may take the room of others.
func squeeze(text string, out gaps) (string, gaps) {
	var b strings.Builder
	done := 0
	for i := 1; i < len(text); i++ {
		k := asciiKinds[text[i]]
		if k == 0 || asciiKinds[text[i-1]] != k {
			continue
		}
		end := i + 1
		for end < len(text) && asciiKinds[text[end]] == k {
			end++
		}
		if b.Cap() == 0 {
			b.Grow(len(text))
		}
		b.WriteString(text[done : i-1])
		b.WriteByte(k)
		out = append(out, gap{b.Len(), end - i})
		done, i = end, end
	}
	if done == 0 {
		return text, out
	}
	b.WriteString(text[done:])
	return b.String(), out
}

// asciiKinds has what stands for a letter or a digit, 0 for all else.
var asciiKinds = func() (kinds [1 << 8]byte) {
	for b := range byte(utf8.RuneSelf) {
		switch {
		case 'a' <= b && b <= 'z', 'A' <= b && b <= 'Z':
			kinds[b] = anyLetter
		case '0' <= b && b <= '9':
			kinds[b] = anyDigit
		}
	}
	return kinds
}()

// fill returns how many bytes of the text a word takes that ends at a place of the squeezed text. It is asked word by word.
func (g *gaps) fill(size, end int) int {
	for len(*g) > 0 && (*g)[0].before <= end {
		size += (*g)[0].size
		*g = (*g)[1:]
	}
	return size
}
