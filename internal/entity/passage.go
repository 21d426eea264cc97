package entity

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"jikenbo/internal/i18n"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A passage is the text in which names are looked for, with what all who look need.
type passage struct {
	lang   i18n.Lang
	text   string
	folded morph.Folded
	tokens []morph.Token
	cuts   []bool        // where tokens begin and end; nil without tokens
	urls   []source.Span // addresses, in which no names are looked for
	// The cues of the text, found when first asked for.
	cues      []source.Span
	cuesKnown bool
	ascii     []asciiRun    // patterns of Latin letters are looked for in these alone
	stops     []source.Span // the ends of sentences, found when first asked for
}

func newPassage(l i18n.Lang, text string, tokens []morph.Token) *passage {
	p := &passage{lang: l, text: text, folded: morph.Fold(text), tokens: tokens, urls: urls(text), ascii: asciiRuns(text)}
	p.cuts = cuts(text, tokens)
	return p
}

// cuts returns where tokens begin and end, nil without tokens.
func cuts(text string, tokens []morph.Token) []bool {
	if tokens == nil {
		return nil
	}
	out := make([]bool, len(text)+1)
	for _, t := range tokens {
		if 0 <= t.Span.Start && t.Span.Start <= t.Span.End && t.Span.End <= len(text) {
			out[t.Span.Start], out[t.Span.End] = true, true
		}
	}
	return out
}

// cut reports whether a token begins or ends at i. Without tokens nothing is known and everything may be.
func (p *passage) cut(i int) bool { return p.cuts == nil || p.cuts[i] }

func (p *passage) surface(s source.Span) string { return p.text[s.Start:s.End] }

// before and after return the characters beside a span, 0 at the ends of the text.
func (p *passage) before(s source.Span) rune { return lastRune(p.text[:s.Start]) }
func (p *passage) after(s source.Span) rune  { return firstRune(p.text[s.End:]) }

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
	if p.stops == nil {
		p.stops = stops(p.lang, p.text)
	}
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

var (
	japaneseStops = morph.NewWordTable([]string{"。", "！", "？", "\n", "\t"})
	englishStops  = morph.NewWordTable([]string{". ", "! ", "? ", "\n", "\t"})
)

// stops returns where sentences end in a text, in order and never nil.
func stops(l i18n.Lang, text string) []source.Span {
	table := englishStops
	if l == i18n.JA {
		table = japaneseStops
	}
	out := []source.Span{}
	table.Each(text, func(at, end int) { out = append(out, source.Span{Start: at, End: end}) })
	return out
}

// urls finds addresses that are written out or defanged, up to the first character that none can hold.
func urls(text string) []source.Span {
	var out []source.Span
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

func inWord(b byte) bool {
	return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9'
}

func firstRune(s string) rune {
	if s == "" {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	if s == "" {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// The scripts, as far as names care for them.
const (
	other = iota
	latin // letters and digits of any alphabet that is written with spaces
	katakana
	hiragana
	kanji
)

func script(r rune) int {
	switch {
	case r < utf8.RuneSelf:
		if inWord(byte(r)) {
			return latin
		}
		return other
	case r == 'ー' || r == 'ｰ' || unicode.Is(unicode.Katakana, r):
		return katakana
	case unicode.Is(unicode.Hiragana, r):
		return hiragana
	case r == '々' || unicode.Is(unicode.Han, r):
		return kanji
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return latin
	}
	return other
}
