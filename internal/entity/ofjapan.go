package entity

import (
	"strings"
	"sync"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// Full names of Japan in kanji. The dictionary has the given names that were common in its time, cuts those of today (結|翔, 颯|太) and
// has others as nouns only (元気, 海人). Behind a family name, what a given name is made of tells it.

// givenKanji is what given names in kanji are made of.
type givenKanji struct {
	first, last map[rune]bool   // of two characters
	one         map[rune]bool   // a name by itself
	ends        []string        // of three characters: 慎|一郎
	words       map[string]bool // words that are given names, too
}

// kanjiOfGiven returns what gazetteer/given-kanji.txt says.
var kanjiOfGiven = sync.OnceValue(func() givenKanji {
	text, _ := gazetteer.ReadFile("gazetteer/given-kanji.txt")
	g := givenKanji{words: map[string]bool{}}
	for line := range strings.Lines(string(text)) {
		key, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch key {
		case "first":
			g.first = runeSet(rest)
		case "last":
			g.last = runeSet(rest)
		case "one":
			g.one = runeSet(rest)
		case "ends":
			g.ends = strings.Fields(rest)
		case "words":
			for _, w := range strings.Fields(rest) {
				g.words[w] = true
			}
		}
	}
	return g
})

func runeSet(s string) map[rune]bool {
	out := map[rune]bool{}
	for _, r := range s {
		out[r] = true
	}
	return out
}

// fits reports whether some characters are as those of a given name are.
func (g *givenKanji) fits(name string) bool {
	r := []rune(name)
	switch len(r) {
	case 1:
		return g.one[r[0]]
	case 2:
		return g.first[r[0]] && g.last[r[1]]
	case 3:
		return (g.first[r[0]] || g.one[r[0]]) && endsAny(name, g.ends...)
	}
	return false
}

// givenAt returns where the given name begins in a run of kanji that is a family name of Japan and a given name, 0 in every other.
func (p *passage) givenAt(s source.Span) int {
	if s.Len() > maxFullName*utf8.UTFMax {
		return 0 // without counting all of it
	}
	if n := p.count(s); n < 2 || n > maxFullName || p.scriptAt(s.Start) != kanji {
		return 0
	}
	at := s.Start
	var cuts []int
	for range 3 {
		at += runeLen(p.text[at:])
		if at >= s.End {
			break
		}
		cuts = append(cuts, at)
	}
	for len(cuts) > 0 {
		at, cuts = cuts[len(cuts)-1], cuts[:len(cuts)-1]
		if p.familyAt(source.Span{Start: s.Start, End: at}) && p.given(source.Span{Start: at, End: s.End}) {
			return at
		}
	}
	return 0
}

// familyAt reports whether a span is a family name of the list or the dictionary, and no other word that begins with it.
func (p *passage) familyAt(s source.Span) bool {
	i, ok := p.tokenAt(s.Start)
	if !ok {
		return false
	}
	if w := p.words[i]; w.Span == s && w.is(personal|surname) {
		return true
	}
	if !familyNamesOfJapan()[p.surface(s)] {
		return false
	}
	w := p.words[i]
	return w.End <= s.End || !w.is(listed) || w.is(personal) // and not 東|京
}

// given reports whether a span of kanji behind a family name is a given name of Japan, and no other word of the dictionary.
func (p *passage) given(s source.Span) bool {
	i, ok := p.tokenAt(s.Start)
	if ok && p.words[i].Span == s {
		if w := p.words[i]; w.is(personal | given) {
			return true
		} else if w.is(listed) && utf8.RuneCountInString(p.surface(s)) > 1 {
			return kanjiOfGiven().words[p.surface(s)]
		}
	}
	g := kanjiOfGiven()
	return g.words[p.surface(s)] || g.fits(p.surface(s))
}

// ledByNames finds the full names before titles.
func (p *passage) ledByNames() {
	for _, title := range p.spots[titleWords] {
		if s := (source.Span{Start: p.acrossNo(p.runBefore(title.Start, kanji)), End: title.Start}); s.Len() > 0 && p.ledByName(s) {
			p.sight(s, content.Person, 0.8, "title")
		}
	}
	for _, at := range p.spots[honorificWords] { // 衆議院議員|逢沢誠二|君
		s := source.Span{Start: p.runBefore(at.Start, kanji), End: at.Start}
		if p.count(s) > 4 && p.givenAt(s) == 0 {
			s, _ = p.lastSurname(s)
		}
		if p.count(s) > 2 && p.givenAt(s) > 0 {
			p.sight(s, content.Person, 0.8, "title")
		}
	}
}

// ledByName reports whether the run of kanji before a title is the full name of who has it: 中村陽向|社長, and not 千葉大|教授, 中村新|社長.
func (p *passage) ledByName(s source.Span) bool {
	at := p.givenAt(s)
	if at == 0 {
		return false
	}
	name := p.text[at:s.End]
	return utf8.RuneCountInString(name) > 1 || name != "大" && !oneIn(beforeTitles, name)
}

// wholeRun returns the run of kanji that a family name begins, where the rest of it is a given name of two characters or three: 石川|陽向.
func (p *passage) wholeRun(family source.Span) source.Span {
	whole := source.Span{Start: family.Start, End: p.run(family.End, kanji)}
	at := p.givenAt(whole)
	if at == 0 || p.count(source.Span{Start: at, End: whole.End}) < 2 || p.scriptAt(whole.End) == katakana {
		return source.Span{}
	}
	return whole
}
