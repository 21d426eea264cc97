package morph

import "unicode/utf8"

// A place is a place of the text in bytes and in characters.
type place struct{ pos, char int }

// A run is a stretch of characters of one category, by where it ends.
type run struct {
	category byte
	end      place
}

// longUnlisted is the number of characters that a word has at most which is in no dictionary.
const longUnlisted = 1024

// unlisted returns the end of the word that is taken to begin at a place although no dictionary has it, and the
// beginning of its last character: without that it is taken for a word too.
func (l *lattice) unlisted(at place, r rune, category byte) (end, last place) {
	if r == utf8.RuneError {
		return l.broken(at, category)
	}
	end = place{at.pos + utf8.RuneLen(r), at.char + 1}
	if l.words.dict.GroupList[category] {
		end = l.runFrom(at, end, category)
	}
	if c, size := utf8.DecodeLastRuneInString(l.text[at.pos:end.pos]); c != utf8.RuneError {
		return end, place{end.pos - size, end.char - 1}
	}
	return end, at
}

// broken is unlisted for what is no character. kagome goes on from its first byte, and counts again what it has found.
func (l *lattice) broken(at place, category byte) (end, last place) {
	end = place{at.pos + 1, at.char + 1}
	if l.run = (run{}); l.words.dict.GroupList[category] {
		end = l.runFrom(at, end, category)
		l.run = run{}
	}
	last = at
	if c, size := utf8.DecodeLastRuneInString(l.text[at.pos:end.pos]); c != utf8.RuneError {
		last.pos = end.pos - size
	}
	end.char = at.char + utf8.RuneCountInString(l.text[at.pos:end.pos])
	last.char = at.char + utf8.RuneCountInString(l.text[at.pos:last.pos])
	return end, last
}

// runFrom returns where the characters of a category end whose first ends at a place.
func (l *lattice) runFrom(at, end place, category byte) place {
	if at.pos < l.run.end.pos && category == l.run.category {
		return l.run.end
	}
	l.run = run{}
	for end.pos < len(l.text) {
		r, size := utf8.DecodeRuneInString(l.text[end.pos:])
		if l.words.dict.CharacterCategory(r) != category {
			break
		}
		end.pos += size
		end.char++
		if end.char-at.char >= longUnlisted {
			return end
		}
	}
	l.run = run{category, end}
	return end
}
