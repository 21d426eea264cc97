package morph

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jikenbo/internal/source"
)

// longQuotation is the number of bytes from which a bracketed stretch is cut like any
// other text: a speech of several sentences is not one sentence, although it stands in 「」.
const longQuotation = 600

// Sentences cuts a text into sentences, with their spans. White space around a
// sentence belongs to none. Nothing inside a sentence is changed.
// It does not cut inside 「」, （） and other brackets, unless what they hold is very
// long; a bracket without its partner on the same line is not a bracket.
//
// It knows both languages: 。！？ and line ends, and the full stop of English.
func Sentences(text string) []source.Span { return AppendSentences(nil, text) }

// AppendSentences appends what [Sentences] returns to others.
func AppendSentences(others []source.Span, text string) []source.Span {
	var (
		room   [32]source.Span
		places [64]int32
	)
	marks := marksOf(text, places[:0])
	c := cutter{text: text, brackets: brackets(text, marks, room[:0]), letter: -1}
	out := others
	for _, mark := range marks {
		if int(mark) < c.pos {
			continue // it belongs to the end of the sentence before
		}
		c.pos = int(mark)
		r, n := utf8.DecodeRuneInString(text[c.pos:])
		switch {
		case lineEnd(r):
			out = c.cut(out, c.pos)
			c.start = c.pos + n
			c.pos += n
		case c.inside(c.pos):
			c.pos += n
		case c.ends(r, n):
			c.pos = c.tail(c.pos + n)
			out = c.cut(out, c.pos)
		default:
			c.pos += n
		}
	}
	return c.cut(out, len(text))
}

// marksOf appends the places of the marks of a text, and of some other characters, to others.
func marksOf(text string, others []int32) []int32 {
	for at := marks.Next(text, 0); at < len(text); at = marks.Next(text, at+1) {
		others = append(others, int32(at))
	}
	return others
}

// marks are the characters that a sentence can end with, brackets, and line ends.
var marks = NewRuneSet("\n\r\v\f\u0085\u2028\u2029。！？｡‼⁇⁈⁉．!?.”「」『』（）()［］[]【】〔〕〈〉《》")

// cutter is the state of one Sentences.
type cutter struct {
	text     string
	brackets []source.Span // outermost ones that keep a text together, in order
	start    int           // of the sentence
	pos      int

	letter int // the last place of a letter that is known, -1 before there is one
	looked int // up to here there is no other in the sentence
}

// cut ends the sentence at a place and begins the next one there.
func (c *cutter) cut(out []source.Span, end int) []source.Span {
	s := c.text[c.start:end]
	left := len(s) - len(strings.TrimLeftFunc(s, blank))
	if trimmed := strings.TrimFunc(s, blank); trimmed != "" {
		start := c.start + left
		out = append(out, source.Span{Start: start, End: start + len(trimmed)})
	}
	c.start = end
	return out
}

// inside reports whether a place lies in brackets. Places only grow.
func (c *cutter) inside(pos int) bool {
	for len(c.brackets) > 0 && c.brackets[0].End <= pos {
		c.brackets = c.brackets[1:]
	}
	return len(c.brackets) > 0 && c.brackets[0].Start <= pos
}

// ends reports whether the character r of n bytes at the current place ends a sentence.
func (c *cutter) ends(r rune, n int) bool {
	before, after := c.text[c.start:c.pos], c.text[c.pos+n:]
	switch r {
	case '。', '！', '？', '｡', '‼', '⁇', '⁈', '⁉':
		return afterEnd(after)
	case '．':
		last, _ := utf8.DecodeLastRuneInString(before)
		return japanese(last) && afterEnd(after) // not in １．５
	case '!', '?':
		return endsWithASCII(before, after) && afterEnd(after)
	case '.':
		return c.endsEnglish(before, after)
	case '」', '』', '）', ')', '”':
		// Two speeches in a row, 「…。」「…。」, are two sentences; 「…。」と述べた is one.
		return strings.HasSuffix(before, "。") && startsWithAny(strings.TrimLeftFunc(after, blank), "「『")
	}
	return false
}

// lettered reports whether there is a letter in the sentence so far.
func (c *cutter) lettered() bool {
	if c.letter >= c.start {
		return true
	}
	c.looked = max(c.looked, c.start)
	if n := strings.IndexFunc(c.text[c.looked:c.pos], unicode.IsLetter); n >= 0 {
		c.letter = c.looked + n
		return true
	}
	c.looked = c.pos
	return false
}

// afterEnd refuses an end where a quotation closes and the sentence around it goes on.
func afterEnd(after string) bool {
	rest := strings.TrimLeft(after, "。．！？!?")
	closed := strings.TrimLeft(rest, closers)
	return closed == rest || !startsWithAny(closed, "、とのなはがをにもでへや")
}

const closers = "」』）)］]】〕〉》”’\""

// tail takes in what belongs to the sentence after its end: more marks, closing brackets, a footnote mark.
func (c *cutter) tail(pos int) int {
	rest := c.text[pos:]
	rest = strings.TrimLeft(rest, "。．！？!?"+closers)
	rest = rest[footnote(rest):]
	return len(c.text) - len(rest)
}

// footnote returns the length of a footnote mark at the start of s: (注1), [2], （※3）.
func footnote(s string) int {
	if !startsWithAny(s, "(（[［") {
		return 0
	}
	inner := strings.TrimLeft(s, "(（[［")
	digits := strings.TrimPrefix(strings.TrimPrefix(inner, "注"), "※")
	rest := strings.TrimLeft(digits, "0123456789０１２３４５６７８９")
	if rest == digits || len(digits)-len(rest) > 9 || !startsWithAny(rest, ")）]］") {
		return 0
	}
	_, n := utf8.DecodeRuneInString(rest)
	return len(s) - len(rest) + n
}

// endsWithASCII reports whether ! or ? between two texts ends a sentence: it does not in
// Yahoo!ニュース or in an address.
func endsWithASCII(before, after string) bool {
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, "!?"))
	last, _ := utf8.DecodeLastRuneInString(before)
	return next == utf8.RuneError || blank(next) || lineEnd(next) ||
		strings.ContainsRune(closers, next) || japanese(last) && japanese(next)
}

// endsEnglish reports whether a full stop between two texts ends an English sentence.
func (c *cutter) endsEnglish(before, after string) bool {
	closed := strings.TrimLeft(after, ".”’\"')]")
	next := strings.TrimLeftFunc(closed, blank)
	if next == "" {
		return true
	}
	if next == closed || !startsEnglish(next) {
		return false
	}
	if !c.lettered() {
		return false // the number of an item: "2. The"
	}
	last := before[strings.LastIndexFunc(before, blank)+1:]
	return !abbreviation(strings.TrimLeft(last, "(“\"'["), next)
}

// startsEnglish reports whether a sentence may start with s: with a capital, a digit, a quotation or Japanese.
func startsEnglish(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "“‘\"'(["))
	return unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.IsTitle(r) || japanese(r)
}

// abbreviation reports whether the full stop after word belongs to the word.
// A dotted abbreviation may end a sentence too; then the next one opens with a word that no name opens with.
func abbreviation(word, next string) bool {
	opener, _, _ := strings.Cut(next, " ")
	switch strings.ToLower(word) {
	case "mr", "mrs", "ms", "dr", "prof", "st", "gen", "lt", "col", "sgt", "capt", "sen", "rep", "gov", "hon",
		"no", "nos", "vol", "ver", "pp", "art", "sec", "vs", "cf", "fig", "e.g", "i.e", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec":
		return true
	case "inc", "ltd", "co", "corp", "llc", "bros", "jr", "sr", "dept", "est", "approx", "etc":
		return !opensSentence(opener)
	}
	if utf8.RuneCountInString(word) == 1 {
		return unicode.IsUpper([]rune(word)[0]) // an initial
	}
	return dotted(word) && !opensSentence(opener)
}

// dotted reports whether a word is single letters with full stops between them: U.S, a.m.
func dotted(word string) bool {
	for i, r := range word {
		if i%2 == 0 != unicode.IsLetter(r) || i%2 == 1 && r != '.' || r >= utf8.RuneSelf {
			return false
		}
	}
	return len(word) > 2
}

func opensSentence(word string) bool {
	switch word {
	case "The", "This", "That", "These", "Those", "It", "Its", "In", "On", "At", "By", "He", "She", "They", "We", "A", "An",
		"But", "And", "However", "According", "As", "For", "After", "Since", "When", "While", "If", "There", "His", "Her", "Their":
		return true
	}
	return false
}

func blank(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

func lineEnd(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

func startsWithAny(s, chars string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && strings.ContainsRune(chars, r)
}
