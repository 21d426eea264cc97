package content

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jikenbo/internal/source"
)

// suspicious warns of names that are not what they seem, and of such as are found everywhere.
func (r *Registry) suspicious(ps *source.Problems) {
	for _, e := range r.entities {
		if e.Shipped {
			continue
		}
		for i, h := range holdersOf(e) {
			if a, b := mixed(h.name); a != 0 {
				ps.Warn(source.LookAlike, h.pos, "type the word anew in one script", "the name %q is written with letters that look alike: %q is %U, %q is %U", h.name, a, a, b, b)
			}
			const others = 2 // behind the names in both languages
			if r, n := utf8.DecodeRuneInString(h.name); i >= others && n == len(h.name) && n > 0 && !unicode.Is(unicode.Han, r) {
				ps.Warn(source.ShortName, h.pos, "leave it out, or write more of it", "the name %q has one character: it is found wherever that stands by itself", h.name)
			}
		}
	}
}

// alphabets are those whose letters are taken for each other.
var alphabets = []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Cherokee}

// likeKatakana are kanji that look like katakana or its long mark.
const likeKatakana = "一力口二卜工夕八才千"

// mixed returns two letters of one word that are of different alphabets, or a katakana and a kanji between katakana that
// looks like one; zeros for a name in which nothing is amiss.
func mixed(name string) (a, b rune) {
	rs := []rune(name)
	var first rune
	var alphabet *unicode.RangeTable
	for i, r := range rs {
		switch here := alphabetOf(r); {
		case !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r):
			alphabet = nil
		case here != nil && alphabet != nil && here != alphabet:
			return first, r
		case here != nil && alphabet == nil:
			alphabet, first = here, r
		case strings.ContainsRune(likeKatakana, r) && i > 0 && i+1 < len(rs) && isKatakana(rs[i-1]) && isKatakana(rs[i+1]):
			return rs[i-1], r
		}
	}
	return 0, 0
}

func alphabetOf(r rune) *unicode.RangeTable {
	if r == 'µ' { // a unit
		return nil
	}
	for _, t := range alphabets {
		if unicode.Is(t, r) {
			return t
		}
	}
	return nil
}

func isKatakana(r rune) bool { return unicode.Is(unicode.Katakana, r) || r == 'ー' }
