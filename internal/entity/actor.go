package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// The naming schemes of the companies that track actors.
var (
	numberedPattern = newFirstPattern(`Advanced Persistent Threat \d{1,2}|(?:T-)?APT-(?:[CKQ]-)?\d{1,3}|TGR-(?:STA|CRI|UNK)-\d{3,4}|STAC\d{4}|GTG-\d{3,4}|A(?:PT|pt)[ _-]?\d{1,3}|UNC[ _-]?\d{3,5}|TA[ _-]?\d{3,4}|FIN[ _-]?\d{1,2}|(?:TAG|UTA)-\d{1,5}|UAT-?\d{3,5}|(?:DEV|Storm|STORM)[ -]\d{3,4}|CL-(?:STA|CRI|UNK)-\d{3,4}|UAC-\d{4}|UNG\d{4}|UTG-Q-\d{3,4}|Larva-\d{3,5}|REF\d{4}|ITG\d{2,3}|HIVE-?\d{4}|Hive\d{4}|ORB\d{2}|SLIME\d{1,3}|TG-\d{4}|JINX-\d{4}`, numberedWords, withUpper|withDigit, 4)
	loweredPattern  = newFirstPattern(`apt-?\d{1,2}`, loweredWords, withLower|withDigit, 4)
	unknownPattern  = newFirstPattern(`UNK_[A-Z][A-Za-z]{3,20}`, numberedWords, withUpper|withLower, 8)
	namedPattern    = newLastPattern(`[A-Z][A-Za-z-]+(?:`+oneOf(namedFamilies)+`)`, namedWords, withUpper|withSpace, 7)
)

// namedFamilies are what actors are named after, by what is said of them.
var namedFamilies = []string{
	" Typhoon", " Blizzard", " Sleet", " Sandstorm", " Tempest", " Tsunami", " Cyclone", " Panda", " Bear", " Kitten", " Chollima", " Spider", " Buffalo", " Leopard", " Jackal", " Tiger", " Lynx", " Crane", " Wolf", " Hawk", " Ocelot", " Scorpius", " Ursa", " Libra", " Taurus", " Flood", " Hail", " Dust", " Storm", " Manticore", " Serpens", " Pisces", " Lepus", " Draco", " Werewolf", " Likho", " Zmiy",
	" PANDA", " SPIDER", " BEAR", " KITTEN", " CHOLLIMA", " JACKAL", " TIGER", " LEOPARD", " BUFFALO", " WOLF", " HAWK", " OCELOT", " CRANE", " LYNX", " SAIGA", " SPHINX", " CASTLE", " RELIC", " NEPTUNE", " COMET", " ION",
}

// sharedPrefixes begin the numbers of schemes that cameras, parts and members are numbered by, too.
var sharedPrefixes = []string{"REF", "ITG", "TG-", "HIVE", "Hive", "ORB", "SLIME", "JINX-", "UNG", "Larva-"}

// schemeActors finds actors by the form of their names. A name of a weather or an animal
// needs a cue in its sentence, that of an animal a text that is not about nature; a number does not, but for those that many things have.
func schemeActors(p *passage) {
	for _, s := range p.matches(numberedPattern) {
		if p.stands(s) && p.before(s) != '-' && !p.inURL(s) && numbered(p.surface(s), p.text[s.End:]) && (!sharedNumber(p.surface(s)) || p.aware(s)) {
			p.sightID(s, content.Actor, 0.9, "scheme", joinedNumber(p.surface(s)))
		}
	}
	for _, s := range p.matches(loweredPattern) {
		if b := p.before(s); p.alone(s) && b != '-' && b != '_' && b != '/' && b != '.' && strings.IndexByte("-_/.@", (p.text + " ")[s.End]) < 0 && p.aware(s) {
			p.sightID(s, content.Actor, 0.8, "scheme", joinedNumber(p.surface(s)))
		}
	}
	for _, s := range p.matches(unknownPattern) {
		if p.stands(s) && !p.inURL(s) {
			p.sight(s, content.Actor, 0.9, "scheme")
		}
	}
	named := p.matches(namedPattern)
	for i, s := range named {
		if p.alone(s) && ((p.aware(s) || p.besideScheme(named, i)) && (p.touched || !animals.ends(p.surface(s))) || p.besideActor(s) || p.touched && p.opensItem(s)) && !commonAnimal(p.surface(s)) {
			p.sight(s, content.Actor, 0.85, "scheme")
		}
	}
	for _, s := range p.spots[familyWords] {
		p.family(s.Span)
	}
	for _, s := range slices.Backward(p.spots[familyWords]) {
		p.familyInRow(s.Span)
	}
	p.schemesBeside(named)
	p.wideNumbers()
	p.earths()
	p.rows()
	p.units()
}

// wideNumbers finds the numbered names that are written in full width, as wires and minutes do: ＵＮＣ３８８６.
func (p *passage) wideNumbers() {
	for _, at := range p.spots[wideWords] {
		end, number := at.Start, ""
		narrow := strings.Map(func(r rune) rune {
			switch {
			case '！' <= r && r <= '～':
				return r - '！' + '!'
			case r == '‐' || r == '－' || r == '−':
				return '-'
			}
			return r
		}, p.text[at.Start:min(len(p.text), at.Start+longestWord)])
		if n := numberedPattern.FindStringIndex(narrow); n != nil && n[0] == 0 {
			end = at.Start + len(string([]rune(p.text[at.Start:min(len(p.text), at.Start+longestWord)])[:n[1]]))
			number = joinedNumber(narrow[:n[1]])
		}
		if s := (source.Span{Start: at.Start, End: end}); end > at.End && p.alone(s) {
			p.sightID(s, content.Actor, 0.9, "scheme", number)
		}
	}
}

// units finds the units of armies that are known by a long number alone: 「61398部隊」. Where the army stands before it, it is
// part of the name, which is found as that of an organisation.
func (p *passage) units() {
	for _, at := range p.spots[orgWords] {
		if p.surface(at.Span) != "部隊" {
			continue
		}
		if end := wordEnd(p.text, p.afterSpace(at.End)); end-at.End >= 5 && digits(p.text[p.afterSpace(at.End):end]) {
			p.sight(source.Span{Start: at.Start, End: end}, content.Actor, 0.8, "unit") // left by translation: 部隊 29155
			continue
		}
		start := at.Start
		for start > 0 && (p.text[start-1] >= '0' && p.text[start-1] <= '9') {
			start--
		}
		if at.Start-start < 5 {
			continue
		}
		if strings.HasSuffix(p.text[:start], "第") {
			start -= len("第")
		}
		if k := p.scriptBefore(start); k != kanji && k != latin && k != katakana {
			p.sight(source.Span{Start: start, End: at.End}, content.Actor, 0.8, "unit")
		}
	}
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// numbered refuses ids of tactics (TA0001), version-like numbers, rooms (APT 12号室), and what a space parts from a count or a year (APT 3種, Storm 2024).
func numbered(surface, after string) bool {
	if strings.HasPrefix(surface, "TA00") {
		return false
	}
	if len(after) >= 2 && after[0] == '.' && inWord(after[1]) {
		return false
	}
	i := strings.IndexAny(surface, " _-")
	switch {
	case beginsAny(after, rooms...):
		return false
	case i < 0:
		return true
	}
	year := len(surface) == i+len(" 2024") && beginsAny(surface[i+1:], "19", "20") && surface[i] == ' '
	return !year && !strings.ContainsRune("件種個社つ年月日人台回本名円度点位号番階室棟分秒時週歳万億割倍%％", firstRune(after))
}

// sharedNumber reports whether a number has the form of those of a scheme that other things are numbered by, too: REF1234, TA 505.
func sharedNumber(surface string) bool {
	return beginsAny(surface, sharedPrefixes...) || beginsAny(surface, "TA", "FIN", "Storm ", "STORM ", "DEV ") && strings.ContainsAny(surface, " _-") && !beginsAny(surface, "TAG-")
}

// besideActor reports whether nothing but a comma and quotation marks part a name from attackers that have been found.
func (p *passage) besideActor(s source.Span) bool {
	before := len(strings.TrimRight(p.text[:s.Start], "「 "))
	after := len(p.text) - len(strings.TrimLeft(p.text[s.End:], "」 "))
	for i := range p.found {
		f := &p.found[i]
		end := f.End + len(p.text[f.End:]) - len(strings.TrimLeft(p.text[f.End:], "」 "))
		start := len(strings.TrimRight(p.text[:f.Start], "「 "))
		if f.kind == content.Actor && (end <= before && p.listLink(end, before) || after <= start && p.listLink(after, start)) {
			return true
		}
	}
	return false
}

// numberedSchemes are those whose numbers writers part from their letters as they like, with what stands between them in the names themselves.
var numberedSchemes = []struct{ letters, joint string }{{"APT", ""}, {"UNC", ""}, {"TA", ""}, {"FIN", ""}, {"Storm", "-"}, {"DEV", "-"}}

// parted returns, sorted, the other ways in which the numbered names can be written, in folded form, that are no names themselves: by them
// a text meets the name.
func (x lexicon) parted() []string {
	var out []string
	for key := range x.names {
		for _, s := range numberedSchemes {
			letters := strings.ToLower(s.letters)
			n, ok := strings.CutPrefix(key, letters+s.joint)
			if !ok || !digits(n) {
				continue
			}
			for _, joint := range []string{"", "-", "_"} {
				if w := letters + joint + n; x.names[w] == nil {
					out = append(out, w)
				}
			}
		}
	}
	slices.Sort(out)
	return out
}

// joinedNumber returns the name of which a writer has parted the number, or written the letters, in another way, "" for others: APT 29, APT-29, apt29, Storm 0558.
func joinedNumber(surface string) string {
	for _, s := range numberedSchemes {
		if len(surface) <= len(s.letters) || !strings.EqualFold(surface[:len(s.letters)], s.letters) {
			continue
		}
		n := strings.TrimLeft(surface[len(s.letters):], " _-")
		if whole := s.letters + s.joint + n; digits(n) && surface != whole {
			return whole
		}
	}
	return ""
}

// opensItem reports whether a name stands at the head of an item of a list or of a row, before what is said of it: ・|Gale Typhoon|: 2019年から.
func (p *passage) opensItem(s source.Span) bool {
	before := beforeBlanks(p.text[:s.Start])
	return (before == "" || endsAny(before, "\n", "・", "●", "■", "|")) && beginsAny(afterBlanks(p.text[s.End:]), ":", "：", "|", "（", "(")
}

// besideScheme reports whether nothing but a comma parts a name from another of such a scheme: 新たに|Pepper Typhoon|、Amber Blizzardを加えた.
func (p *passage) besideScheme(named []source.Span, i int) bool {
	return i > 0 && p.listLink(named[i-1].End, named[i].Start) || i+1 < len(named) && p.listLink(named[i].End, named[i+1].Start)
}

func commonAnimal(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	switch first {
	case "Tokyo", "Detroit", "Siberian", "Bengal", "Hanshin", "Easy", "Winter", "Snow", "Ice", "Sand", "Dust", "Gold", "White", "Lone", "Sea", "Night", "Perfect", "Tropical", "Desert", "Data", "Crouching", "Paper", "Tony":
		return strings.HasSuffix(name, "Tiger") || strings.HasSuffix(name, "Storm") || strings.HasSuffix(name, "Wolf") || strings.HasSuffix(name, "Dust") || strings.HasSuffix(name, "Flood") || strings.HasSuffix(name, "Hawk") || strings.HasSuffix(name, "Crane")
	case "Super", "Giant", "Red", "Polar", "Black", "Brown", "Grizzly", "Teddy", "The", "Great", "Wolf":
		return name != "Black Spider" && name != "Wolf Spider Group"
	}
	return false
}

// schemesBeside finds the names of schemes that have no cue of their own: in Latin letters in a sentence, and in katakana in a
// passage, with one that has been found, or with another at least where one of them is of no animal: グラニット・スパイダー, トパーズ・ブリザード.
func (p *passage) schemesBeside(named []source.Span) {
	var kana []source.Span
	weather := false
	for _, at := range p.spots[familyWords] {
		if s, ok := p.ofFamily(at.Span); ok {
			kana = append(kana, s)
			weather = weather || !animals.ends(p.surface(s))
		}
	}
	whole := source.Span{End: len(p.text)}
	for _, s := range kana {
		if weather && len(kana) > 1 && (p.touched || !p.wild) || p.schemeIn(whole) {
			p.sight(s, content.Actor, 0.7, "scheme")
		}
	}
	for _, s := range named {
		if p.alone(s) && !commonAnimal(p.surface(s)) && !p.inURL(s) && p.schemeIn(p.sentence(s)) {
			p.sight(s, content.Actor, 0.7, "scheme")
		}
	}
}

// schemeIn reports whether an attacker by the form of its name has been found in a span.
func (p *passage) schemeIn(in source.Span) bool {
	return slices.ContainsFunc(p.found, func(f sighting) bool {
		return f.kind == content.Actor && f.why == "scheme" && in.Contains(f.Span)
	})
}

// katakanaBefore returns where the katakana word begins that ends at i, with a point or space after it.
func (p *passage) katakanaBefore(i int) int {
	at := i
	if r := lastRune(p.text[:i]); r == '・' || r == ' ' {
		at -= utf8.RuneLen(r)
	}
	start := p.runBefore(at, katakana)
	if start == at {
		return i
	}
	return start
}
