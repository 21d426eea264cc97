package morph

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"jikenbo/internal/source"
)

// A Folded text is a text in the form in which names are compared, with the way back.
type Folded struct {
	Text string
	// at[i] and to[i] are where the characters whose folded form holds byte i begin and end in the original.
	at, to []int32
	size   int // of the original
}

// Fold returns the form in which names are compared:
//   - NFKC and lower case, so that width and case do not matter;
//   - without spaces, ・ and =, and without the signs ® and ™. A line end and a tab
//     stay: they part lines and cells, and no name crosses them;
//   - without long vowel marks, and without the イ of エイ, so that サーバ and サーバー,
//     フェイス and フェース are the same;
//   - with バ for ヴァ and so on, ウイ for ウィ and so on, one kind of hyphen and one kind of apostrophe.
//
// Hiragana are not folded into katakana: they are other words.
func Fold(text string) Folded {
	n := len(text)
	places := make([]int32, 2*n)
	f := folder{in: text, out: make([]byte, 0, n), at: places[:0:n], to: places[n:n]}
	for f.pos < len(text) {
		f.segment()
	}
	return Folded{Text: string(f.out), at: f.at, to: f.to, size: len(text)}
}

// Span turns a span of the folded text into a span of the original, which holds whole characters.
// What was dropped at either end of the span stays outside. An empty span stays empty.
func (f Folded) Span(s source.Span) source.Span {
	n := len(f.Text)
	start, end := max(0, min(s.Start, n)), max(0, min(s.End, n))
	switch {
	case start < end:
		return source.Span{Start: int(f.at[start]), End: int(f.to[end-1])}
	case start < n:
		return source.Span{Start: int(f.at[start]), End: int(f.at[start])}
	}
	return source.Span{Start: f.size, End: f.size}
}

// folder is the state of one Fold.
type folder struct {
	in     string
	pos    int // of the next segment
	out    []byte
	at, to []int32
	last   rune // written last, 0 at the start
}

// segment folds the next character with what combines with it.
func (f *folder) segment() {
	start := f.pos
	if r, size := plain(f.in[start:]); size > 0 {
		f.pos += size
		if unchanged(r) {
			f.write(r, start, f.pos)
		} else {
			f.char(r, start, f.pos)
		}
		return
	}
	end := start + boundary(f.in[start:])
	f.pos = end
	switch seg := f.in[start:end]; seg {
	case "®", "™", "＝":
		return
	default:
		for _, r := range norm.NFKC.String(seg) {
			f.char(r, start, end)
		}
	}
}

// plain returns the character at the beginning of s and its length where normalising leaves it
// alone or only narrows it: ASCII, kana and kanji before another of them, or before a sign that combines with nothing.
func plain(s string) (rune, int) {
	r, size := utf8.DecodeRuneInString(s)
	if '！' <= r && r <= '～' && r != '＝' {
		r -= '！' - '!'
	}
	if !plainRune(r) {
		return 0, 0
	}
	if size == len(s) {
		return r, size
	}
	if next, _ := utf8.DecodeRuneInString(s[size:]); !plainRune(next) && !('！' <= next && next <= '～') {
		return 0, 0
	}
	return r, size
}

func plainRune(r rune) bool {
	switch r {
	case '。', '、', '「', '」', '『', '』', '【', '】', '々':
		return true
	}
	return r < utf8.RuneSelf || japaneseLetter(r)
}

// unchanged reports whether r is a hiragana or a kanji, which folding leaves alone wherever they stand.
func unchanged(r rune) bool { return 'ぁ' <= r && r <= 'ゖ' || '一' <= r && r <= '鿕' }

func japaneseLetter(r rune) bool {
	return 'ぁ' <= r && r <= 'ゖ' || 'ァ' <= r && r <= 'ー' || '一' <= r && r <= '鿕'
}

// boundary returns the length of the first segment of s that normalises apart from the rest.
func boundary(s string) int {
	if len(s) == 1 || s[0] < utf8.RuneSelf && s[1] < utf8.RuneSelf {
		return 1
	}
	if n := norm.NFKC.NextBoundaryInString(s, true); n > 0 {
		return n
	}
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// char folds one normalised character that stands at start to end.
func (f *folder) char(r rune, start, end int) {
	switch {
	case r == '\n' || r == '\t':
		f.write(r, start, end)
	case dropped(r), longVowel(r, f.last):
	case hyphen(r):
		f.write('-', start, end)
	case r == '’' || r == '‘' || r == 'ʼ':
		f.write('\'', start, end)
	case r == 'ヴ':
		f.write('ブ', start, end)
		f.last = 'ヴ' // a small vowel may follow, and a ブ of the text takes none
	case f.last == 'ヴ' && labial(r) != 0:
		f.rewrite(labial(r), end)
	case f.last == 'ウ' && fullVowel(r) != 0:
		f.write(fullVowel(r), start, end)
	default:
		f.write(unicode.ToLower(r), start, end)
	}
}

func (f *folder) write(r rune, start, end int) {
	before := len(f.out)
	f.out = utf8.AppendRune(f.out, r)
	for range len(f.out) - before {
		f.at, f.to = append(f.at, int32(start)), append(f.to, int32(end))
	}
	f.last = r
}

// rewrite puts r in the place of the ブ that was written for ヴ.
func (f *folder) rewrite(r rune, end int) {
	keep := len(f.out) - len("ブ")
	start := int(f.at[keep])
	f.out, f.at, f.to = f.out[:keep], f.at[:keep], f.to[:keep]
	f.write(r, start, end)
}

func dropped(r rune) bool {
	switch r {
	case '・', '·', '‧', '゠', '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return true
	}
	return unicode.IsSpace(r)
}

// longVowel reports whether r only lengthens the vowel of last. A minus sign or a
// dash after katakana is a long vowel mark that was mistyped.
func longVowel(r, last rune) bool {
	switch r {
	case 'ー':
		return true
	case 'イ':
		return strings.ContainsRune("エケセテネヘメレゲゼデベペェヱ", last)
	case '−', '―', '─':
		return unicode.Is(unicode.Katakana, last)
	}
	return false
}

func hyphen(r rune) bool {
	return r >= '\u2010' && r <= '\u2015' || r == '\u2212' || r == '\u2043' || r == '\ufe58'
}

// labial returns the syllable that ヴ and a small vowel are also written with, 0 for other characters.
func labial(r rune) rune {
	switch r {
	case 'ァ':
		return 'バ'
	case 'ィ':
		return 'ビ'
	case 'ェ':
		return 'ベ'
	case 'ォ':
		return 'ボ'
	}
	return 0
}

// fullVowel returns the full form of a small vowel that may follow ウ, 0 for other characters.
func fullVowel(r rune) rune {
	switch r {
	case 'ィ':
		return 'イ'
	case 'ェ':
		return 'エ'
	case 'ォ':
		return 'オ'
	}
	return 0
}
