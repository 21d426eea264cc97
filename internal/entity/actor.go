package entity

import (
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// The naming schemes of the companies that track actors.
var (
	numberedPattern = newPattern(`APT-C-\d{1,3}|APT[ -]?\d{1,3}|UNC[ -]?\d{3,5}|TA\d{3,4}|FIN\d{1,2}|(?:TAG|UAT|UTA)-\d{1,5}|(?:DEV|Storm)-\d{3,4}|CL-(?:STA|CRI|UNK)-\d{3,4}`, withUpper|withDigit, 4)
	namedPattern    = newPattern(`[A-Z][A-Za-z-]+ (?:Typhoon|Blizzard|Sleet|Sandstorm|Tempest|Tsunami|Cyclone|Panda|Bear|Kitten|Chollima|Spider|Buffalo|Leopard|Jackal)`, withUpper|withLower|withSpace, 7)
)

// families are the same families in katakana.
var families = []string{
	"タイフーン", "ブリザード", "スリート", "サンドストーム", "テンペスト", "パンダ", "ベア", "キトゥン", "チョンリマ", "チョルリマ", "スパイダー",
}

// schemeActors finds actors by the form of their names. A name of a weather or an animal
// needs a cue in its sentence; a number does not.
func schemeActors(p *passage) []Mention {
	var out []Mention
	for _, s := range p.matches(numberedPattern) {
		if p.alone(s) && p.before(s) != '-' && !p.inURL(s) && numbered(p.surface(s), p.text[s.End:]) {
			out = append(out, p.discovered(s, content.Actor, 0.9, "scheme"))
		}
	}
	for _, s := range p.matches(namedPattern) {
		if p.alone(s) && p.cued(s) && !commonAnimal(p.surface(s)) {
			out = append(out, p.discovered(s, content.Actor, 0.85, "scheme"))
		}
	}
	for _, family := range families {
		out = append(out, p.family(family)...)
	}
	return out
}

// numbered refuses ids of tactics (TA0001), version-like numbers and counts (APT 3種).
func numbered(surface, after string) bool {
	if strings.HasPrefix(surface, "TA00") {
		return false
	}
	if len(after) >= 2 && after[0] == '.' && inWord(after[1]) {
		return false
	}
	return !strings.Contains(surface, " ") || !strings.ContainsRune("件種個社つ年月日人台回", firstRune(after))
}

func commonAnimal(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	switch first {
	case "Super", "Giant", "Red", "Polar", "Black", "Brown", "Grizzly", "Teddy", "The", "Great", "Wolf", "Snow":
		return name != "Black Spider" && name != "Wolf Spider Group"
	}
	return false
}

// family finds the actors of one katakana family: フラックス・タイフーン. Where no point
// parts the word from the family it must stand in quotation marks, since レッサーパンダ is an animal.
func (p *passage) family(family string) []Mention {
	var out []Mention
	for at := 0; ; {
		i := strings.Index(p.text[at:], family)
		if i < 0 {
			return out
		}
		s := source.Span{Start: at + i, End: at + i + len(family)}
		at = s.End
		if script(p.after(s)) == katakana {
			continue
		}
		first := katakanaBefore(p.text[:s.Start])
		parted := first < s.Start && strings.ContainsAny(p.text[first:s.Start], "・ ")
		s.Start = first
		quoted := p.before(s) == '「' && p.after(s) == '」'
		if utf8.RuneCountInString(p.surface(s)) > utf8.RuneCountInString(family)+1 && (parted || quoted) && p.cued(s) {
			out = append(out, p.discovered(s, content.Actor, 0.8, "scheme"))
		}
	}
}

// katakanaBefore returns where the katakana word begins that ends s, with a point or space after it.
func katakanaBefore(s string) int {
	at := len(s)
	if r := lastRune(s); r == '・' || r == ' ' {
		at -= utf8.RuneLen(r)
	}
	start := at
	for start > 0 && script(lastRune(s[:start])) == katakana && lastRune(s[:start]) != '・' {
		start -= utf8.RuneLen(lastRune(s[:start]))
	}
	if start == at {
		return len(s)
	}
	return start
}
