package morph

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"jikenbo/internal/source"
)

// A Folded text is a text in the form in which names are compared, with the way back.
type Folded struct {
	Text string
	// Joined reports that characters of the original were one with marks behind them, as decomposed letters and kana of half width are.
	Joined bool
	// cuts are where the way back changes, in order; without any the original is the text itself.
	cuts []foldCut
	size int // of the original
}

// A foldCut says where the folded text from a place on comes from, up to the next one.
type foldCut struct {
	fold   int32
	at, to int32 // of the original; to is 0 where character for character of the same length was taken over from at on
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
func Fold(text string) Folded { return Folded{}.Fold(text) }

// Fold is [Fold] that takes the room of a folded text which is not needed any more.
func (f Folded) Fold(text string) Folded {
	n := asIs(text)
	if n == len(text) {
		return Folded{Text: text, cuts: f.cuts[:0], size: n}
	}
	return fold(text, n, f.cuts[:0])
}

// fold folds a text of which the first n bytes stay as they are.
func fold(text string, n int, room []foldCut) Folded {
	f := folder{in: text, cuts: room}
	f.out.Grow(len(text) + len(text)/8)
	for f.pos < len(text) {
		if n > 0 {
			f.copy(n)
		} else {
			f.segment()
		}
		n = asIs(text[f.pos:])
	}
	f.flush()
	return Folded{Text: f.out.String(), Joined: f.joined, cuts: f.cuts, size: len(text)}
}

// FoldsAlone reports whether a text folds in any other one to what it folds to by itself, unless characters of that are [Folded.Joined].
func FoldsAlone(text string) bool {
	text = strings.TrimRight(text, "ー")
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	return foldsAlone(first) && !strings.ContainsRune("イァィェォ", first) && foldsAlone(last) && last != 'ヴ'
}

// foldsAlone reports whether folding keeps a character, in some form, of which only those around it can be a part that FoldsAlone names.
func foldsAlone(r rune) bool {
	return '!' <= r && r <= '~' || japaneseLetter(r) && r != 'ー' && r != '・' || '！' <= r && r <= '～' && r != '＝'
}

// Span turns a span of the folded text into a span of the original, which holds whole characters.
// What was dropped at either end of the span stays outside. An empty span stays empty.
func (f Folded) Span(s source.Span) source.Span {
	n := len(f.Text)
	start, end := max(0, min(s.Start, n)), max(0, min(s.End, n))
	switch {
	case start < end:
		from, _ := f.from(start)
		_, to := f.from(end - 1)
		return source.Span{Start: from, End: to}
	case start < n:
		from, _ := f.from(start)
		return source.Span{Start: from, End: from}
	}
	return source.Span{Start: f.size, End: f.size}
}

// from returns where in the original the character begins and ends that a byte of the folded text is of.
func (f Folded) from(i int) (at, to int) {
	n, exact := slices.BinarySearchFunc(f.cuts, int32(i), func(c foldCut, i int32) int { return cmp.Compare(c.fold, i) })
	if !exact {
		n--
	}
	var c foldCut
	if n >= 0 {
		c = f.cuts[n]
	}
	if c.to != 0 {
		return int(c.at), int(c.to)
	}
	first, last := i, i+1
	for !utf8.RuneStart(f.Text[first]) {
		first--
	}
	for last < len(f.Text) && !utf8.RuneStart(f.Text[last]) {
		last++
	}
	way := int(c.at - c.fold)
	return first + way, last + way
}

// folder is the state of one Fold.
type folder struct {
	in   string
	pos  int // of the next segment
	out  strings.Builder
	cuts []foldCut
	last rune // written last, 0 at the start
	// A ヴ waits for a small vowel behind it; this is where it stood.
	vu, vuEnd int
	waiting   bool
	joined    bool
}

// copy takes over the next n bytes.
func (f *folder) copy(n int) {
	f.flush()
	f.cut(f.pos, 0)
	f.out.WriteString(f.in[f.pos : f.pos+n])
	f.pos += n
	f.last, _ = utf8.DecodeLastRuneInString(f.in[:f.pos])
}

// cut notes where what is written next comes from, unless it goes on from what was written last.
func (f *folder) cut(at, to int) {
	c := foldCut{int32(f.out.Len()), int32(at), int32(to)}
	var before foldCut
	if n := len(f.cuts); n > 0 {
		before = f.cuts[n-1]
	}
	if to == 0 && before.to == 0 && c.at-c.fold == before.at-before.fold {
		return
	}
	f.cuts = append(f.cuts, c)
}

// asIs returns the length of what folds to itself at the beginning of a text, wherever that stands.
func asIs(s string) int {
	i := 0
	for i < len(s) {
		if b := s[i]; b < utf8.RuneSelf {
			if folds.Has(rune(b)) {
				return i
			}
			i++
			continue
		}
		three, ok := threeBytes(s[i:])
		if !ok || three < firstOfThree || folds.Has(rune(three)) {
			break
		}
		i += len("か")
	}
	if r, _ := utf8.DecodeRuneInString(s[i:]); i == len(s) || standsAlone(r) {
		return i
	}
	_, size := utf8.DecodeLastRuneInString(s[:i])
	return i - size // it may combine with the character before it
}

// folds are the characters that folding changes, or may change with what stands before them. All others are of one byte or of three.
var folds = func() *RuneSet {
	out := NewRuneSet("ABCDEFGHIJKLMNOPQRSTUVWXYZ \v\f\r・ーヴイァィェォ")
	for r := range rune(1 << 16) {
		if !plainRune(r) {
			out.Add(r)
		}
	}
	return out
}()

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
	if _, size := utf8.DecodeRuneInString(f.in[start:]); size < end-start {
		f.joined = true
	}
	switch seg := f.in[start:end]; seg {
	case "®", "™", "＝":
		return
	default:
		if norm.NFKC.QuickSpanString(seg) < len(seg) { // else nothing is to be made of it, and no room to make it in
			seg = norm.NFKC.String(seg)
		}
		for _, r := range seg {
			f.char(r, start, end)
		}
	}
}

// plain returns the character at the beginning of s and its length where normalising leaves it
// alone or only narrows it: ASCII, kana and kanji before another of them, or before a sign that combines with nothing.
func plain(s string) (rune, int) {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case '！' <= r && r <= '～' && r != '＝':
		r -= '！' - '!'
	case r == '\u3000':
		r = ' '
	}
	if !plainRune(r) {
		return 0, 0
	}
	if next, _ := utf8.DecodeRuneInString(s[size:]); size < len(s) && !standsAlone(next) {
		return 0, 0
	}
	return r, size
}

// standsAlone reports whether r combines with nothing before it.
func standsAlone(r rune) bool { return plainRune(r) || '！' <= r && r <= '～' || r == '\u3000' }

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
		f.flush()
		f.vu, f.vuEnd, f.waiting, f.last = start, end, true, 'ヴ'
	case f.waiting && labial(r) != 0:
		f.waiting = false
		f.write(labial(r), f.vu, end)
	case f.last == 'ウ' && fullVowel(r) != 0:
		f.write(fullVowel(r), start, end)
	default:
		f.write(unicode.ToLower(r), start, end)
	}
}

func (f *folder) write(r rune, start, end int) {
	f.flush()
	if utf8.RuneLen(r) == end-start {
		f.cut(start, 0)
	} else {
		f.cut(start, end)
	}
	f.out.WriteRune(r)
	f.last = r
}

// flush writes the ヴ that has waited for a vowel in vain.
func (f *folder) flush() {
	if f.waiting {
		f.waiting = false
		f.write('ブ', f.vu, f.vuEnd)
	}
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
