package event

import (
	"fmt"
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
	taken := make([]*hit, len(dates))
	var out []hit
	for _, h := range hits {
		i := pick(s, h, dates, taken)
		switch {
		case i >= 0 && (h.rank != period || dates[i].Value.IsInterval() || h.stem == "続い"):
			h.when, h.dating = dates[i], fmt.Sprintf("date %q of its clause", dates[i].Surface)
			if taken[i] == nil {
				taken[i] = &h
			}
		case i < 0 && len(dates) == 0 && h.rank == measure && continues(s):
			h.when, h.inherited, h.dating = s.Before, true, fmt.Sprintf("date %q of an earlier sentence", s.Before.Surface)
		default:
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
func pick(s Sentence, h hit, dates []jpdate.Date, taken []*hit) int {
	nearest := -1
	for i := len(dates) - 1; i >= 0; i-- {
		if dates[i].Span.End > h.span.Start || quotedAway(s, dates[i].Span, h) {
			continue
		}
		if taken[i] == nil {
			return i
		}
		if nearest < 0 && shares(s, dates[i].Span, *taken[i], h) {
			if !s.outer(h) {
				return i
			}
			nearest = i
		}
	}
	if nearest >= 0 {
		return nearest
	}
	return later(s, h, dates)
}

// outer reports whether a hit is the verb that reports what stands before it: …と|警告した.
func (s Sentence) outer(h hit) bool {
	before := strings.TrimRight(s.Text[s.Span.Start:h.span.Start], "、 ")
	return endsAny(before, "と", "として", "とした", "ことを", "などと", "について", "を正式に")
}

// quotedAway reports whether a quotation that holds the date is closed before the hit:
// what someone says of a day is not said on that day.
func quotedAway(s Sentence, d source.Span, h hit) bool {
	depth := 0
	for _, r := range s.Text[d.End:h.span.Start] {
		switch r {
		case '「':
			depth++
		case '」':
			if depth--; depth < 0 {
				return h.rank == reporting
			}
		}
	}
	return false
}

func endsAny(s string, suffixes ...string) bool {
	return slices.ContainsFunc(suffixes, func(x string) bool { return strings.HasSuffix(s, x) })
}

// shares reports whether a hit may have a date that another one before it has: a date
// for the whole sentence, as long as no new topic begins; one of its clause; or one of
// a verb that goes on, …に侵入し、…を破壊した.
func shares(s Sentence, d source.Span, first, h hit) bool {
	between := s.Text[first.span.End:max(first.span.End, h.span.Start)]
	if turn := strings.Index(between, "が、"); turn >= 0 && strings.Contains(between[turn:], "は") {
		return false
	}
	goesOn := begins(between, "し、", "して", "され、", "されて")
	return wide(s, d) || sameClause(s, d, h) || goesOn
}

// later returns the date that comes after a hit and is still its own: 逮捕されたのは14日,
// 逮捕したことが20日分かった, 勧告も本日公開された.
func later(s Sentence, h hit, dates []jpdate.Date) int {
	for i, d := range dates {
		if d.Span.Start < h.span.End {
			continue
		}
		between := s.Text[h.span.End:d.Span.Start]
		if len(between) <= 30 && strings.Contains(between, "のは") {
			return i
		}
		after := s.Text[d.Span.End:min(s.Span.End, d.Span.End+60)]
		if between == "は" && begins(after, "に行われ", "に実施", "に行っ", "だっ", "に始ま", "に開始", "のこと", "から始ま") {
			return i
		}
		if h.rank == measure && (between == "" || hasAny(between, "ことが", "ことを", "と、", "も、", "を")) && hasAny(after, "分かった", "わかった", "明らかに", "発表", "公表", "公開") {
			return i
		}
		return -1
	}
	return -1
}

// wide reports whether a date is for the whole sentence: a comma or space follows it.
func wide(s Sentence, d source.Span) bool {
	after := skipAside(s.Text[d.End:s.Span.End])
	for _, p := range []string{"未明", "早朝", "午前", "午後", "夜", "朝", "付けで", "付で", "までに", "まで", "には", "に", "から", "ごろ", "頃", "時点で", "以降", "以来"} {
		after = strings.TrimPrefix(after, p)
	}
	return begins(after, "、", "，", " ", "　")
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
	if s.Before.Value.IsZero() || s.Before.Value.IsInterval() {
		return false
	}
	text := s.Text[s.Span.Start:s.Span.End]
	head := text[:min(len(text), 90)]
	for _, w := range []string{"また、", "はまた", "さらに", "同日", "同時に", "併せて", "あわせて", "共同捜査では", "このほか", "これにより"} {
		if strings.Contains(head, w) {
			return true
		}
	}
	return false
}
