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
	code := s.codes[s.place]
	if s.names.mayBegin(code) && s.find(s.names.words, Name) {
		return
	}
	found := s.find(s.words, Listed)
	of := s.kindOf(code)
	if k := &s.kinds[of]; !found || k.invoke {
		end := s.place + 1
		if k.group {
			end = s.groupEnd(of)
		}
		s.addUnlisted(k, end)
	}
}

// find adds the words of a trie that begin at the place, the shortest first, and reports whether there are any.
func (s *search) find(t trie, kind Kind) bool {
	found := false
	at := uint32(0)
	for i, code := range s.codes[s.place:] {
		if at = t.follow(at, code); at == 0 {
			break
		}
		if id := t[at].word; id >= 0 {
			s.addWord(id, kind, s.place+i+1)
			found = true
		}
	}
	return found
}

// addWord adds the entries of a word.
func (s *search) addWord(id int32, kind Kind, end int) {
	if kind == Name {
		s.add(s.name, id, Name, end)
	} else {
		s.add(s.entries[id:], id, Listed, end)
	}
}

// addUnlisted adds the characters up to an end as all words that they may be, and without the last one too, if it is none that is broken.
func (s *search) addUnlisted(k *kind, end int) {
	from := s.used
	s.add(k.entries, k.first, Unlisted, end)
	short := end - 1
	if c := s.codes[short]; short > s.place && c != utf8.RuneError && c < badByte {
		s.repeat(from, s.used, short)
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
