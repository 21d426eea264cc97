package lattice

import "unicode/utf8"

// maximumChars is kagome's: how long a word is that is not in the dictionary, at most.
const maximumChars = 1024

// A group is the end of the last characters of one kind that were looked at, so that they are looked at once.
type group struct {
	end  int
	kind uint8
}

// depart adds the steps of all words that may begin at the place: if there are names, only them, as kagome has it;
// or else those of the dictionary, and those that it does not have where there are none, or where the kind of the character wants them.
func (s *search) depart() {
	if s.names != nil && s.find(s.names.words, s.names.heads, Name) {
		return
	}
	found := s.find(s.words, s.heads, Listed)
	r, size := utf8.DecodeRuneInString(s.text[s.place:])
	of := s.kindOf(r)
	if k := &s.kinds[of]; !found || k.invoke {
		end := s.place + size
		if k.group {
			end = s.groupEnd(r, of, end)
		}
		s.addUnlisted(k, end)
	}
}

// find adds the words of a trie that begin at the place, the shortest first, and reports whether there are any.
func (s *search) find(t trie, heads []int32, kind Kind) bool {
	at, p, found := s.place, int32(0), false
	if r, size := utf8.DecodeRuneInString(s.text[at:]); r < 1<<16 && r != utf8.RuneError {
		if p = heads[r]; p == 0 {
			return false
		}
		if at += size; t[p].base&wordEnds != 0 {
			s.addWord(t.word(p), kind, at)
			found = true
		}
	}
	for ; at < len(s.text); at++ {
		if p = t.next(p, s.text[at]); p == 0 {
			break
		}
		if t[p].base&wordEnds != 0 {
			s.addWord(t.word(p), kind, at+1)
			found = true
		}
	}
	return found
}

// addWord adds the entries of a word.
func (s *search) addWord(id int32, kind Kind, end int) {
	last := s.endAt(end)
	if kind == Name {
		s.add(newEntry(s.own(), s.own(), 0), id, kind, last)
		return
	}
	for ; ; id++ {
		e := s.entries[id]
		s.add(e, id, kind, last)
		if e&more == 0 {
			return
		}
	}
}

// addUnlisted adds the characters up to an end as all words that they may be, and without the last one too.
func (s *search) addUnlisted(k *kind, end int) {
	short := s.place
	if r, size := utf8.DecodeLastRuneInString(s.text[s.place:end]); r != utf8.RuneError {
		short = end - size
	}
	for id := k.first; id <= k.last; id++ {
		if short > s.place {
			s.add(s.unlisted[id], id, Unlisted, s.endAt(short))
		}
		s.add(s.unlisted[id], id, Unlisted, s.endAt(end))
	}
}

// groupEnd returns the end of the characters of a kind, of which the first ends at a place.
func (s *search) groupEnd(r rune, of uint8, end int) int {
	if s.place < s.run.end && s.run.kind == of {
		return s.run.end
	}
	n := 1
	if r == utf8.RuneError {
		n = end - s.place // kagome takes its bytes for characters where it comes first
	}
	for end < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[end:])
		if s.kindOf(r) != of {
			break
		}
		end += size
		if n++; n >= maximumChars {
			return end
		}
	}
	s.run = group{end, of}
	return end
}
