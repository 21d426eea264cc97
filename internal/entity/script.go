package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jikenbo/internal/source"
)

// The scripts, as far as names care for them.
const (
	other = iota
	latin // letters and digits of any alphabet that is written with spaces
	katakana
	hiragana
	kanji
)

// A mark is what is known of a byte of a passage.
type mark uint8

const (
	scriptMark mark = 1<<3 - 1        // the script of its character
	plainKana  mark = 1 << (iota + 2) // its character is one that katakana words are written with today
	tokenEdge                         // a token begins or ends here
	orgEnd                            // a word that ends the names of organisations ends here
	taken                             // something has been discovered here
	stopMark                          // its character ends sentences
)

func script(r rune) int { return int(markOf(r) & scriptMark) }

func markOf(r rune) mark {
	if uint32(r) < 1<<16 {
		return planeMarks[r]
	}
	switch {
	case unicode.Is(unicode.Katakana, r):
		return katakana
	case unicode.Is(unicode.Hiragana, r):
		return hiragana
	case unicode.Is(unicode.Han, r):
		return kanji
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return latin
	}
	return other
}

// firstOfKana is the first byte of kana, kanji and letters of full width. What begins with a lower one are letters of other alphabets and signs.
const firstOfKana = 0xe3

// planeMarks are the marks of the characters of the basic plane.
var planeMarks = func() *[1 << 16]mark {
	out := &[1 << 16]mark{}
	for _, s := range []struct {
		table *unicode.RangeTable
		mark  mark
	}{{unicode.Letter, latin}, {unicode.Digit, latin}, {unicode.Han, kanji}, {unicode.Hiragana, hiragana}, {unicode.Katakana, katakana}} {
		for _, r := range s.table.R16 {
			for c := int(r.Lo); c <= int(r.Hi); c += int(r.Stride) {
				out[c] = s.mark
			}
		}
	}
	out['々'], out['ー'], out['ｰ'] = kanji, katakana, katakana
	for r := 'ァ'; r <= 'ヴ'; r++ {
		out[r] |= plainKana
	}
	out['ー'] |= plainKana
	for _, r := range "。！？" {
		out[r] |= stopMark
	}
	return out
}()

// A kanaWord is a word in katakana, of several parts where points join them: リサ・モナコ.
type kanaWord struct {
	source.Span
	pointed bool // whether there are points in it
}

// kanaAt returns the word in katakana that begins at i, without any character if none does.
func (p *passage) kanaAt(i int) kanaWord {
	w := kanaWord{Span: source.Span{Start: i, End: i}}
	for at := i; at < len(p.text); {
		switch {
		case p.scriptAt(at) == katakana:
			w.pointed = w.pointed || at > w.End
			at++ // all bytes of a character have its mark
			w.End = at
		case at > i && strings.HasPrefix(p.text[at:], "・"):
			at += len("・")
		default:
			return w
		}
	}
	return w
}

// joinKana fills in the words in katakana.
func (p *passage) joinKana() {
	p.kana = p.kana[:0]
	end := 0
	for _, run := range p.katakana {
		if run.Start >= end {
			w := p.kanaAt(run.Start)
			p.kana, end = append(p.kana, w), w.End
		}
	}
}

// markAt returns the mark and the length of the character at i, which is not ASCII.
func (p *passage) markAt(i int) (mark, int) {
	r, size := utf8.DecodeRuneInString(p.text[i:])
	return markOf(r), size
}

// classify fills in the marks of the characters, the runs of scripts and the ends of sentences.
func (p *passage) classify() {
	text := p.text
	p.marks = resized(p.marks, len(text)+1)
	p.ascii, p.accents, p.katakana, p.stops, p.has = p.ascii[:0], p.accents[:0], p.katakana[:0], p.stops[:0], 0
	marks := p.marks[:len(text)]
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i = p.asciiRun(i)
			continue
		}
		var m mark
		size := 3
		if i+2 < len(text) && three(text[i], text[i+1], text[i+2]) {
			if r := runeOf(text[i], text[i+1], text[i+2]); '一' <= r && r <= '鿿' {
				m = kanji // the table of whose marks need not be at hand
			} else {
				m = planeMarks[uint16(r)]
			}
			marks[i], marks[i+1], marks[i+2] = m, m, m
		} else {
			m, size = p.markAt(i)
			for j := range size {
				marks[i+j] = m
			}
		}
		if m&scriptMark == latin && text[i] < firstOfKana {
			p.accents = append(p.accents, i)
		}
		if m&stopMark != 0 {
			p.stops = append(p.stops, source.Span{Start: i, End: i + size})
		}
		if m&plainKana != 0 {
			if n := len(p.katakana); n > 0 && p.katakana[n-1].End == i {
				p.katakana[n-1].End += size
			} else {
				p.katakana = append(p.katakana, source.Span{Start: i, End: i + size})
			}
		}
		i += size
	}
}
