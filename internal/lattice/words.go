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
	code, n := s.codes[s.place], len(s.codes)
	if s.names.mayBegin(code) {
		if t := s.names.words; s.find(t, t.follow(0, t.probe(0, code), code), 0, Name) {
			return
		}
	}
	head, next := s.slots[s.place], s.slots[n+s.place]
	at := s.words.follow(0, head, code)
	if at != head {
		next = 0 // it is that of another character
	}
	found := s.find(s.words, at, next, Listed)
	of := s.kindOf(code)
	if k := &s.kinds[of]; !found || k.invoke {
		end := s.place + 1
		if k.group {
			end = s.groupEnd(of)
		}
		s.addUnlisted(k, end)
	}
}

// find adds the words of a trie that begin at the place, the shortest first, and reports whether there are any. It is given the
// slot of the first character, 0 where none begins with it, and the one in which the next is looked for first, 0 where that is not known.
func (s *search) find(t trie, at, next uint32, kind Kind) bool {
	found := false
	for end := s.place + 1; at != 0; end++ {
		if id := t[at].word; id >= 0 {
			s.addWord(id, kind, end)
			found = true
		}
		if end == len(s.codes) {
			break
		}
		code := s.codes[end]
		if next == 0 {
			next = t.probe(at, code)
		}
		at, next = t.follow(at, next, code), 0
	}
	return found
}

// addWord adds the entries of a word.
func (s *search) addWord(id int32, kind Kind, end int) {
	last := s.endAt(end)
	if kind == Name {
		e := newEntry(s.own(), s.own(), 0)
		s.add(s.cheapest(e.left()), e, id, kind, last)
		return
	}
	for ; ; id++ {
		e := s.entries[id]
		s.add(s.cheapest(e.left()), e, id, Listed, last)
		if e&more == 0 {
			return
		}
	}
}

// addUnlisted adds the characters up to an end as all words that they may be, and without the last one too, if it is none that is broken.
func (s *search) addUnlisted(k *kind, end int) {
	short := end - 1
	if c := s.codes[short]; c == utf8.RuneError || c >= badByte {
		short = s.place
	}
	last := s.endAt(end)
	shorter := &s.ends[short-s.from]
	for id := k.first; id <= k.last; id++ {
		e := s.unlisted[id]
		k := s.cheapest(e.left())
		if short > s.place {
			s.add(k, e, id, Unlisted, shorter)
		}
		s.add(k, e, id, Unlisted, last)
	}
}

// groupEnd returns the end of the characters of a kind that begin at the place.
func (s *search) groupEnd(of uint8) int {
	if s.place < s.run.end && s.run.kind == of {
		return s.run.end
	}
	most := s.place + maximumChars
	if s.codes[s.place] == utf8.RuneError {
		most -= 2 // kagome takes its three bytes for characters where it comes first
	}
	for end := s.place + 1; ; end++ {
		if end == len(s.codes) || s.kindOf(s.codes[end]) != of {
			s.run = group{end, of}
			return end
		}
		if end >= most {
			return end
		}
	}
}
