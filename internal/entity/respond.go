package entity

import (
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// Teams that respond to incidents and circles that share what is known of them end in a word of capitals: TWCERT/CC, SektorCERT, MS-ISAC.

// responses are such words.
var responses = []string{"CERT", "CSIRT", "ISAC"}

// noResponders end in one of these words and are none.
var noResponders = wordSet("CONCERT", "DISCERT")

// responders finds those whose name in Latin letters ends in such a word, and those of which it begins the name: CERT Polska, CERT-SE.
func (p *passage) responders() {
	for _, at := range p.spots[responseWords] {
		s := source.Span{Start: at.Start, End: at.End}
		for s.Start > 0 && (inWord(p.text[s.Start-1]) || p.text[s.Start-1] == '-') {
			s.Start--
		}
		s.End += p.teamTail(s.End)
		if name := p.surface(s); len(name) == at.End-at.Start || s.End < len(p.text) && inWord(p.text[s.End]) || noResponders[name] || !upper(name[0]) || p.inURL(s) || s.End < len(p.text) && beginsAny(p.text[s.End:], "-", "_", "@") {
			continue
		}
		p.sight(s, content.Organization, 0.75, "suffix")
	}
}

// teamTail returns the length of what goes on the name of such a team at i: /CC, -SE, | Polska|.
func (p *passage) teamTail(i int) int {
	rest := p.text[i:]
	if strings.HasPrefix(rest, "/CC") {
		return len("/CC")
	}
	end := 1
	for end < len(rest) && inWord(rest[end]) {
		end++
	}
	tail := rest[:min(end, len(rest))]
	switch {
	case len(tail) == len("-SE") && tail[0] == '-' && upper(tail[1]):
		return len(tail)
	case len(tail) > len(" Sec") && tail[0] == ' ' && properWord(tail[1:]) && p.particle(strings.TrimLeft(rest[len(tail):], " ")):
		return len(tail)
	}
	return 0
}
