package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// News writes names in katakana as it hears them, each house in its own way: サンバースト, サンバスト for SUNBURST. A katakana word that no
// dictionary has is compared by its consonants with the Latin names that are known.

// sounds are the known Latin names of attackers and malware by their consonants.
type sounds map[string]*sound

// A sound is who is called by names that sound alike: by kind, the last of the entities, and how many there are.
type sound struct {
	key                  string
	actor, malware       *content.Entity
	actors, malwareNames int
	contested            bool // one of the names is: whom it means is not to be told by its sound
}

func newSounds(x lexicon) sounds {
	out := sounds{}
	for _, n := range x.found {
		contested := n.contested()
		for i := range n.claims {
			c := &n.claims[i]
			if c.entity.Kind != content.Actor && c.entity.Kind != content.Malware || c.ambiguous && !contested || !ascii(c.written) || strings.ContainsAny(c.written, "0123456789") {
				continue
			}
			for _, key := range latinSounds(c.written) {
				if len(key) >= leastSound {
					out.add(key, c.entity, contested)
				}
			}
		}
	}
	return out
}

// leastSound is how many consonants a name must have to be known by them.
const leastSound = 4

func (x sounds) add(key string, e *content.Entity, contested bool) {
	s := x[key]
	if s == nil {
		s = &sound{key: key}
		x[key] = s
	}
	s.contested = s.contested || contested
	switch e.Kind {
	case content.Actor:
		if s.actor != e {
			s.actor, s.actors = e, s.actors+1
		}
	default:
		if s.malware != e {
			s.malware, s.malwareNames = e, s.malwareNames+1
		}
	}
}

// A hearing is a katakana word that sounds as a known Latin name.
type hearing struct {
	source.Span
	*sound
}

// hear fills in the katakana words, in quotation marks or beside a head, that sound as a known Latin name. It asks the text alone, so that
// it is known without tokens what of the registry a text meets in this way.
func (f *Finder) hear(p *passage, met *Met) {
	p.heard = p.heard[:0]
	var room [32]byte
	for _, k := range p.kana {
		if !p.setApart(k.Span) || p.count(k.Span) < 4 {
			continue
		}
		key := kanaSound(room[:0], p.surface(k.Span))
		if len(key) < leastSound {
			continue
		}
		if x := f.sounds()[string(key)]; x != nil {
			p.heard, met.sounds = append(p.heard, hearing{k.Span, x}), append(met.sounds, x)
		}
	}
}

// sounding finds those of the words which have been heard that are names where they stand.
func (f *Finder) sounding(p *passage) {
	for _, x := range p.heard {
		s := x.Span
		if !p.unlisted(s) || p.scriptBefore(s.Start) == katakana || overlapped(p.known, s) || ofWork(p.text, s) || !p.soundsPlainly(s, x.key) {
			continue
		}
		if name := p.surface(s); commonTable.In(name) || company(name) {
			continue
		}
		if e, n := x.of(p, s); n == 1 && !x.contested {
			p.sightID(s, e.Kind, 0.7, "sound", e.ID)
		} else if n > 1 {
			p.sight(s, e.Kind, 0.65, "sound")
		}
	}
}

// soundsPlainly reports whether the passage speaks of what the name is one of: the shorter it sounds, the plainer.
func (p *passage) soundsPlainly(s source.Span, key string) bool {
	beside := slices.ContainsFunc(p.known, func(h hit) bool { return h.kind() == content.Actor || h.kind() == content.Malware })
	if beside || p.kindBy(p.sentence(s)) != "" {
		return true
	}
	return len(key) > leastSound && (p.cued(s) || p.infectious(s))
}

// of returns whom a word at a span means, and how many it can mean.
func (x *sound) of(p *passage, s source.Span) (*content.Entity, int) {
	group := endsAny(strings.TrimRight(p.text[:s.Start], "「『"), "集団", "グループ", "組織", "部隊")
	if x.malware == nil || group && x.actor != nil {
		return x.actor, x.actors
	}
	return x.malware, x.malwareNames
}

// setApart reports whether a katakana word stands behind a quotation mark, or behind a head and の.
func (p *passage) setApart(s source.Span) bool {
	switch p.before(s) {
	case '「', '『', '“', '"':
		return true
	case 'の':
		return endsAny(p.text[:s.Start-len("の")], malwareHeads...)
	}
	return false
}

// unlisted reports whether a run of katakana is no single word of the dictionary.
func (p *passage) unlisted(s source.Span) bool {
	i, ok := p.tokenAt(s.Start)
	return ok && !(p.words[i].End >= s.End && p.words[i].is(listed))
}

// kanaSound makes, in the room of out, which is empty, the consonants of a word in katakana, with A for a vowel at its beginning.
func kanaSound(out []byte, s string) []byte {
	for _, r := range s {
		c := kanaConsonant(r)
		if c == 0 && len(out) == 0 && strings.ContainsRune("アイエオウ", r) {
			c = 'A'
		}
		if c != 0 {
			out = append(out, c)
		}
	}
	return doubled(out)
}

// kanaConsonant returns the class of the consonant of a kana, 0 for a vowel or sign.
func kanaConsonant(r rune) byte {
	if i := int(r - firstKana); i >= 0 && i < len(kanaClasses) {
		return kanaClasses[i]
	}
	return 0
}

const firstKana, lastKana = 'ァ', 'ヴ'

// kanaClasses are the classes of all kana from the first one on.
var kanaClasses = func() (out [lastKana - firstKana + 1]byte) {
	for _, row := range kanaRows {
		for _, r := range row.kana {
			out[r-firstKana] = row.class
		}
	}
	return out
}()

var kanaRows = []struct {
	kana  string
	class byte
}{
	{"カキクケコ", 'K'}, {"ガギグゲゴ", 'G'}, {"サシスセソ", 'S'}, {"ザズゼゾ", 'S'}, {"ジヂ", 'J'}, {"タツテトチ", 'T'}, {"ダヅデド", 'D'}, {"ナニヌネノン", 'N'},
	{"ハヒヘホ", 'H'}, {"フ", 'F'}, {"バビブベボヴ", 'B'}, {"パピプペポ", 'P'}, {"マミムメモ", 'M'}, {"ラリルレロ", 'R'}, {"ヤユヨ", 0}, {"ワ", 0},
}

// latinSounds returns the consonants of a Latin name: with every r, and without those that English does not say.
func latinSounds(name string) []string {
	s := strings.ToLower(name)
	full, soft := latinSound(s, false), latinSound(s, true)
	if full == soft {
		return []string{full}
	}
	return []string{full, soft}
}

// digraphs are letters that are one sound together.
var digraphs = []struct {
	letters string
	classes string
}{{"sch", "S"}, {"tion", "SN"}, {"ph", "F"}, {"sh", "S"}, {"ch", "T"}, {"th", "S"}, {"ck", "K"}, {"qu", "K"}, {"gh", "G"}, {"wr", "R"}, {"kn", "N"}, {"ge", "J"}, {"gi", "G"}, {"ce", "S"}, {"ci", "S"}, {"cy", "S"}, {"x", "KS"}}

// latinSound returns the consonants of a name in small letters.
func latinSound(s string, soft bool) string {
	var out []byte
	for i := 0; i < len(s); i++ {
		if n, classes := digraphAt(s[i:]); n > 0 {
			out = append(out, classes...)
			i += n - 1
			continue
		}
		c := latinConsonant(s[i])
		switch {
		case c == 0:
			if i == 0 {
				out = append(out, 'A')
			}
			continue
		case soft && s[i] == 'r' && i > 0 && vowel(s[i-1]) && (i+1 == len(s) || !vowel(s[i+1])):
			continue
		case s[i] == 'm' && i+1 < len(s) && (s[i+1] == 'b' || s[i+1] == 'p'):
			c = 'N'
		}
		out = append(out, c)
	}
	return string(doubled(out))
}

func digraphAt(s string) (int, string) {
	for _, d := range digraphs {
		if strings.HasPrefix(s, d.letters) {
			return len(d.letters), d.classes
		}
	}
	return 0, ""
}

func vowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

// latinConsonant returns the class of a letter, 0 for a vowel and what sounds as one.
func latinConsonant(b byte) byte {
	const letters, classes = "bcdfghjklmnpqrstvz", "BKDFGHJKRMNPKRSTBS"
	if i := strings.IndexByte(letters, b); i >= 0 {
		return classes[i]
	}
	return 0
}

// doubled drops, in place, what repeats the consonant before it.
func doubled(s []byte) []byte {
	out := s[:0]
	for i, b := range s {
		if i == 0 || b != s[i-1] {
			out = append(out, b)
		}
	}
	return out
}
