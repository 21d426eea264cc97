package entity

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A passage is the text in which names are looked for, with what all who look need. It is read
// once, when it is made; a finder then looks only where that has seen something that concerns it.
//
// Passages are used again for the next text, and so is the room that their lists take.
type passage struct {
	lang   i18n.Lang
	text   string
	tokens []morph.Token
	words  []word // what the tokens are, one for each
	people []int  // those of them that are names of persons, or may be in hiragana
	sites  []int  // those that are places
	lone   []int  // those of one kanji that given names are made of
	// marks says of each byte of which script its character is, and what else is known of the place.
	// It has one more than the text.
	marks    []mark
	spots    [lists][]spot // where the words of the lists stand, in order
	has      features      // of all its ASCII characters
	ascii    []asciiRun    // patterns of Latin letters are looked for in these alone
	accents  []int         // where the Latin letters stand that are not ASCII
	katakana []source.Span // the runs of katakana
	kana     []kanaWord    // and those that points join
	urls     []source.Span // addresses, in which no names are looked for
	stops    []source.Span // the ends of sentences
	// The cues of the text, found when first asked for.
	cues       []source.Span
	cuesKnown  bool
	told       bool              // whether the text that it is a part of is about attacks on computers
	touched    bool              // whether that text has any word of such attacks
	wild       bool              // whether it has one of animals, goods or games
	folded     morph.Folded      // in which known names are looked for
	hits       []hit             // the known names
	supported  []*content.Entity // whom the ambiguous ones among them mean that have a cue
	known      []hit             // those of them that are meant
	heard      []hearing         // what sounds as one
	found      []sighting        // what has been discovered
	neighbours []neighbour
	room       []Mention // of those that were found before
}

// load makes passages those of the parts of a text. Each step goes through all of them, as the finders do.
func load(l i18n.Lang, words scanner, ps []*passage, parts []Part) {
	for i, p := range ps {
		p.take(l, parts[i].Text, parts[i].Tokens)
	}
	for _, p := range ps {
		p.sort()
	}
	for _, p := range ps {
		p.scan(words)
		if l != i18n.JA {
			p.stopInEnglish()
		}
	}
}

// take makes the passage that of a text, of which it marks the characters.
func (p *passage) take(l i18n.Lang, text string, tokens []morph.Token) {
	p.lang, p.text, p.tokens = l, text, tokens
	p.told, p.touched, p.wild, p.cuesKnown, p.cues, p.found = false, false, false, false, p.cues[:0], p.found[:0]
	p.classify()
	p.joinKana()
	if p.urls = p.urls[:0]; p.has&withJoint != 0 {
		p.urls = appendURLs(p.urls, text)
	}
}

// forget lets go of the text, so that only the room is kept.
func (p *passage) forget() {
	p.text, p.tokens, p.folded.Text, p.known, p.supported, p.room = "", nil, "", nil, nil, nil
	clear(p.found)
	clear(p.heard)
	clear(p.hits)
}

// cut reports whether a token begins or ends at i. Without tokens nothing is known and everything may be.
func (p *passage) cut(i int) bool { return p.tokens == nil || p.marks[i]&tokenEdge != 0 }

func (p *passage) surface(s source.Span) string { return p.text[s.Start:s.End] }

// before and after return the characters beside a span, 0 at the ends of the text.
func (p *passage) before(s source.Span) rune { return lastRune(p.text[:s.Start]) }
func (p *passage) after(s source.Span) rune  { return firstRune(p.text[s.End:]) }

// scriptAt and scriptBefore return the script of the character that begins and that ends at a place.
func (p *passage) scriptAt(i int) int { return int(p.marks[i] & scriptMark) }
func (p *passage) scriptBefore(i int) int {
	if i == 0 {
		return other
	}
	return int(p.marks[i-1] & scriptMark)
}

// runBefore returns where the run of characters of a script begins that ends at i.
func (p *passage) runBefore(i, script int) int {
	for i > 0 && p.scriptBefore(i) == script {
		i--
	}
	return i
}

func (p *passage) inURL(s source.Span) bool {
	for _, u := range p.urls {
		if u.Overlaps(s) {
			return true
		}
	}
	return false
}

// sentence returns the stretch around a span up to the nearest ends of sentence.
func (p *passage) sentence(s source.Span) source.Span {
	out := source.Span{Start: 0, End: len(p.text)}
	i := sort.Search(len(p.stops), func(i int) bool { return p.stops[i].End > s.Start })
	if i > 0 {
		out.Start = p.stops[i-1].End
	}
	for ; i < len(p.stops); i++ {
		if p.stops[i].Start >= s.End {
			out.End = p.stops[i].Start
			break
		}
	}
	return out
}

// englishStops end sentences in English, where no other character does.
var englishStops = morph.NewWordTable([]string{". ", "! ", "? ", "\n", "\t"})

// stopInEnglish fills in where sentences of English end.
func (p *passage) stopInEnglish() {
	p.stops = p.stops[:0]
	englishStops.Each(p.text, func(at, end int) { p.stops = append(p.stops, source.Span{Start: at, End: end}) })
}

// appendURLs appends the addresses that are written out or defanged, up to the first character that none can hold.
func appendURLs(out []source.Span, text string) []source.Span {
	for at := 0; ; {
		i := strings.Index(text[at:], "://")
		if i < 0 {
			return out
		}
		start, end := at+i, at+i+len("://")
		for start > 0 && inWord(text[start-1]) {
			start--
		}
		for end < len(text) && text[end] > ' ' && text[end] < utf8.RuneSelf && !strings.ContainsRune(`"<>`, rune(text[end])) {
			end++
		}
		out = append(out, source.Span{Start: start, End: end})
		at = end
	}
}

// afterBlanks and beforeBlanks return a text without the spaces, of either width, at its beginning and at its end.
func afterBlanks(s string) string {
	for {
		rest := strings.TrimPrefix(strings.TrimPrefix(s, " "), "　")
		if len(rest) == len(s) {
			return s
		}
		s = rest
	}
}

func beforeBlanks(s string) string {
	for {
		rest := strings.TrimSuffix(strings.TrimSuffix(s, " "), "　")
		if len(rest) == len(s) {
			return s
		}
		s = rest
	}
}

// firstRune and lastRune return the characters at the ends of a text, 0 if it is empty.
func firstRune(s string) rune {
	switch {
	case s == "":
		return 0
	case len(s) > 2 && three(s[0], s[1], s[2]):
		return runeOf(s[0], s[1], s[2])
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	n := len(s)
	switch {
	case n == 0:
		return 0
	case n > 2 && three(s[n-3], s[n-2], s[n-1]):
		return runeOf(s[n-3], s[n-2], s[n-1])
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// three reports whether bytes are a character of three bytes, as nearly all of Japanese are. It leaves those of other scripts to be decoded.
func three(a, b, c byte) bool { return 0xe1 <= a && a < 0xed && b&0xc0 == 0x80 && c&0xc0 == 0x80 }

// runeOf returns the character that three bytes are.
func runeOf(a, b, c byte) rune { return rune(a&0xf)<<12 | rune(b&0x3f)<<6 | rune(c&0x3f) }

func runeLen(s string) int {
	if len(s) > 2 && three(s[0], s[1], s[2]) {
		return 3
	}
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// count returns the number of characters at a span.
func (p *passage) count(s source.Span) int {
	text, n := p.surface(s), 0
	for ; len(text) > 2 && three(text[0], text[1], text[2]); n++ {
		text = text[len("字"):]
	}
	if text == "" {
		return n
	}
	return n + utf8.RuneCountInString(text)
}

// resized returns a slice of n elements without anything in it, in the room of another if that suffices.
func resized[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}
