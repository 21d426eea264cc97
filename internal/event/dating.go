package event

import (
	"slices"
	"strings"

	"jikenbo/internal/jpdate"
	"jikenbo/internal/source"
)

// dated gives each hit its date and drops the hits that have none.
//
// A verb takes the nearest date before it that no verb has taken yet, so that in
// 「D1、XはYがD2に侵入したと発表した」 the inner verb takes D2 and the outer one D1.
// A date at the head of the sentence or after its topic is for all verbs.
func dated(s Sentence, hits []hit) []hit {
	dates := actDates(s)
	taken := make([]bool, len(dates))
	var out []hit
	for _, h := range hits {
		i := pick(s, h, dates, taken)
		switch {
		case i >= 0:
			taken[i] = true
			h.when = dates[i]
		case len(dates) == 0 && h.rank == measure && continues(s):
			h.when, h.inherited = s.Before, true
		default:
			continue
		}
		if h.rank == period && !h.when.Value.IsInterval() {
			taken[max(i, 0)] = false
			continue
		}
		out = append(out, h)
	}
	return out
}

// actDates returns the dates of a sentence that can be those of acts.
func actDates(s Sentence) []jpdate.Date {
	return slices.DeleteFunc(slices.Clone(s.Dates), func(d jpdate.Date) bool {
		return d.AsOf || d.Value.IsZero() || !s.Span.Contains(d.Span)
	})
}

// pick returns the index of the date of a hit, -1 if it has none.
func pick(s Sentence, h hit, dates []jpdate.Date, taken []bool) int {
	shared := -1
	for i := len(dates) - 1; i >= 0; i-- {
		if dates[i].Span.End > h.span.Start {
			continue
		}
		if !taken[i] {
			return i
		}
		if shared < 0 && (wide(s, dates[i].Span) || sameClause(s, dates[i].Span, h)) {
			shared = i
		}
	}
	if shared < 0 && len(dates) == 1 && strings.Contains(s.Text[h.span.End:max(h.span.End, dates[0].Span.Start)], "のは") {
		return 0
	}
	return shared
}

// wide reports whether a date is for the whole sentence: a comma follows it,
// or the topic of the sentence stands right before it.
func wide(s Sentence, d source.Span) bool {
	after := skipAside(s.Text[d.End:s.Span.End])
	for _, p := range []string{"に", "には", "から", "ごろ", "頃", "時点で"} {
		after = strings.TrimPrefix(after, p)
	}
	if strings.HasPrefix(after, "、") || strings.HasPrefix(after, "，") || strings.HasPrefix(after, " ") {
		return true
	}
	before := strings.TrimRight(s.Text[s.Span.Start:d.Start], " 　")
	return strings.HasSuffix(before, "は") || strings.HasSuffix(before, "は、")
}

// sameClause reports whether nothing but one clause lies between a date and a hit.
func sameClause(s Sentence, d source.Span, h hit) bool {
	return !strings.ContainsAny(s.Text[d.End:h.span.Start], "、，") && h.rank != reporting
}

// skipAside drops brackets and their contents from the front: (現地時間、以下同)、
func skipAside(s string) string {
	for _, pair := range [][2]string{{"(", ")"}, {"（", "）"}} {
		if strings.HasPrefix(s, pair[0]) {
			if i := strings.Index(s, pair[1]); i >= 0 {
				return s[i+len(pair[1]):]
			}
		}
	}
	return s
}

// continues reports whether a sentence without a date goes on about the act before it.
func continues(s Sentence) bool {
	if s.Before.Value.IsZero() {
		return false
	}
	text := s.Text[s.Span.Start:s.Span.End]
	head := text[:min(len(text), 90)]
	for _, w := range []string{"また、", "はまた", "さらに", "同日", "同時に", "併せて", "あわせて", "この作戦", "本作戦", "共同捜査では", "このほか", "これにより"} {
		if strings.Contains(head, w) {
			return true
		}
	}
	return false
}
