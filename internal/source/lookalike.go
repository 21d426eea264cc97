package source

import (
	"regexp"
	"strings"
	"unicode"
)

// alphabets are those whose letters are taken for each other.
var alphabets = []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Cherokee}

// likeKatakana are kanji that look like katakana or its long mark.
const likeKatakana = "一力口二卜工夕八才千"

// Mixed returns two letters of one word of a name that are of different alphabets, or a katakana and a kanji between katakana that
// looks like one; zeros for a name in which nothing is amiss.
func Mixed(name string) (a, b rune) {
	rs := []rune(name)
	var first rune
	var alphabet *unicode.RangeTable
	for i, r := range rs {
		switch here := alphabetOf(r); {
		case here != nil && alphabet != nil && here != alphabet:
			return first, r
		case here != nil && alphabet == nil:
			alphabet, first = here, r
		case strings.ContainsRune(likeKatakana, r) && i > 0 && i+1 < len(rs) && isKatakana(rs[i-1]) && isKatakana(rs[i+1]):
			return rs[i-1], r
		case here == nil && !unicode.Is(unicode.Mn, r):
			alphabet = nil
		}
	}
	return 0, 0
}

// What a running text has to hold for a word of it to be looked at. In it a micrometre, an α版 and a ネット口コミ are in order, so that only
// letters count that are taken for Latin ones, and kanji that nothing else explains.
const likeLatin = "аеорсухіјѕԁԛԝһАВЕКМНОРСТУХЅІЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιν"

var (
	lettersAlike = regexp.MustCompile(`[\p{Latin}\p{Cyrillic}\p{Greek}\p{Mn}]*[` + likeLatin + `][\p{Latin}\p{Cyrillic}\p{Greek}\p{Mn}]*`)
	kanjiAlike   = regexp.MustCompile(`[\p{Katakana}ー]+(?:[卜工夕][\p{Katakana}ー]+|一(?:[ァ-ォガキ-グゲ-ヴー][\p{Katakana}ー]*))`)
)

// LookAlikes warns of the words of a text that are written with letters that look alike, of each once.
func (f *File) LookAlikes(hint string) Problems {
	var ps Problems
	told := map[string]bool{}
	for _, form := range []*regexp.Regexp{lettersAlike, kanjiAlike} {
		if form == lettersAlike && !strings.ContainsAny(f.Text, likeLatin) {
			continue // as nearly always
		}
		for _, m := range form.FindAllStringIndex(f.Text, -1) {
			word := f.Text[m[0]:m[1]]
			a, b := Mixed(word)
			if a == 0 || told[word] || ps.Enough(f.Position(m[0])) {
				continue
			}
			told[word] = true
			ps.Warn(LookAlike, f.Position(m[0]), hint, "the word %q is written with letters that look alike: %q is %U, %q is %U", word, a, a, b, b)
		}
	}
	return ps
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
