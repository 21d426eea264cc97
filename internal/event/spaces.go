package event

import (
	"strings"
	"unicode/utf8"

	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A gap is where spaces were taken out of a text.
type gap struct{ at, size int }

// A squeezed text is that of a sentence in which words are looked for: without the spaces between Japanese characters, which
// machine translation leaves inside words and headings put there.
type squeezed struct {
	plain string
	gaps  []gap // where the spaces were
}

// squeeze takes these spaces out of a text.
func squeeze(text string) squeezed {
	var b strings.Builder
	var gaps []gap
	kept := 0
	for i := spaces.Next(text, 0); i < len(text); {
		end := behindSpaces(text, i)
		if end > i && betweenJapanese(text[:i], text[end:]) {
			if kept == 0 {
				b.Grow(len(text))
			}
			b.WriteString(text[kept:i])
			gaps = append(gaps, gap{b.Len(), end - i})
			kept = end
		}
		if end == i { // it was none
			_, size := utf8.DecodeRuneInString(text[i:])
			end += size
		}
		i = spaces.Next(text, end)
	}
	if kept == 0 {
		return squeezed{plain: text}
	}
	b.WriteString(text[kept:])
	return squeezed{b.String(), gaps}
}

// spaces are those of either width.
var spaces = morph.NewRuneSet(" 　")

// behindSpaces returns the place behind the spaces that stand at a place.
func behindSpaces(text string, at int) int {
	for at < len(text) {
		switch {
		case text[at] == ' ':
			at++
		case strings.HasPrefix(text[at:], "　"):
			at += len("　")
		default:
			return at
		}
	}
	return at
}

func betweenJapanese(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	return japanese(last) && japanese(first)
}

// japanese reports whether a character is kana or kanji.
func japanese(r rune) bool {
	return 'ぁ' <= r && r <= 'ヿ' && r != '・' || '一' <= r && r <= '鿿' || r == '々'
}

// place returns where a stretch of the squeezed text stands in the passage.
func (r *Reader) place(start, end int) source.Span {
	out := source.Span{Start: r.Span.Start + start, End: r.Span.Start + end}
	for _, g := range r.gaps {
		if g.at <= start {
			out.Start += g.size
		}
		if g.at < end {
			out.End += g.size
		}
	}
	return out
}

// oneWord reports whether a trigger with spaces in it can be one word that was torn, and no meeting of two:
// 起 訴した, but not 県警 告知. It begins with a token, and ends with one or with the stem of one.
func (r *Reader) oneWord(s source.Span) bool {
	first := r.tokenFrom(s.Start)
	if first == len(r.Tokens) || r.Tokens[first].Span.Start != s.Start {
		return false
	}
	last := r.tokenFrom(s.End) - 1
	if r.Tokens[last].Span.End <= s.End {
		return true
	}
	next, _ := utf8.DecodeRuneInString(r.Text[s.End:])
	return 'ぁ' <= next && next <= 'ん'
}
