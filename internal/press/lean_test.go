package press

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
)

// byLines says what the white space of a lean page is.
func byLines(html string) []byte {
	var out []byte
	for line := range strings.Lines(html) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(append(out, line...), '\n')
		}
	}
	return out
}

// A piece is written by itself: what a template says, or a value.
type piece struct {
	text  string
	value bool
}

// pieces writes a page as templates do, cut anywhere but in a name and in front of a quote that opens a value.
func pieces(r *rand.Rand) []piece {
	var out []piece
	pick := func(from ...string) string { return from[r.IntN(len(from))] }
	say := func(text string) {
		if n := len(out); n > 0 && !out[n-1].value && r.IntN(3) > 0 {
			out[n-1].text += text
			return
		}
		out = append(out, piece{text: text})
	}
	value := func(text string) { out = append(out, piece{text, true}) }
	space := func() { say(pick("", "", " ", "\n", "\n  ", " \n\n ", "\t", " 　\n")) }
	for range 1 + r.IntN(8) {
		switch space(); r.IntN(3) {
		case 0:
			say("</" + pick(append(endTags[:], "ul", "div", "tr", "a")...) + ">")
		case 1:
			say("<" + pick("li", "ul", "p", "td", "tr", "dd", "a", "option"))
			for range r.IntN(3) {
				say(" " + pick("a", "b-1") + `="`)
				for range r.IntN(3) {
					if text := pick("x", "y.", "#", " ", "", "日", "\n"); r.IntN(2) == 0 {
						value(text)
					} else {
						say(text)
					}
				}
				say(`"`)
			}
			say(pick(">", "/>", " >"))
		default:
			value(pick("", "a", "a\n\n b", " ", "\n", "　日　", " b ", "<p>x", "<b>", "\u00a0"))
		}
	}
	space()
	return out
}

// TestLean holds that a page that is written piece by piece is what it would be if it were made lean as a whole.
func TestLean(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 9))
	for range 50_000 {
		p, whole := newPrinter([]byte("before\n\n")), ""
		all := pieces(r)
		for _, piece := range all {
			whole += piece.text
			if piece.value {
				from := len(p.out)
				p.out = append(p.out, piece.text...)
				p.value(from)
			} else {
				p.text(newText(piece.text))
			}
		}
		want, _, _ := unended(string(byPattern(byLines(whole))))
		if got := p.finish(); string(got) != "before\n\n"+want {
			t.Fatalf("%+v becomes\n%q, not\n%q", all, got, want)
		}
		if got := Lean([]byte(whole)); !bytes.Equal(got, []byte(want)) {
			t.Fatalf("%q is made\n%q, not\n%q", whole, got, want)
		}
	}
}
