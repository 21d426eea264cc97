package event

import (
	"fmt"
	"slices"
	"strings"

	"jikenbo/internal/edtf"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/source"
)

// dated gives each hit its date and drops the hits that have none.
//
// A verb takes the nearest date before it that no verb has taken yet, so that in
// 「D1、XはYがD2に侵入したと発表した」 the inner verb takes D2 and the outer one D1.
// A date at the head of the sentence or after its topic is for all verbs.
func dated(s Sentence, hits []hit) []hit {
	if len(hits) == 0 {
		return nil
	}
	dates := actDates(s)
	taken := make([]*hit, len(dates))
	out := make([]hit, 0, len(hits))
	for _, h := range hits {
		taker := -1 // the date that the hit is the first to take
		i := pick(s, h, dates, taken)
		switch {
		case i >= 0 && dates[i].AsOf && h.rank != incident:
			continue
		case i >= 0 && (h.rank != period || dates[i].Value.IsInterval() || h.stem == "続い"):
			h.when, h.dating = dates[i], fmt.Sprintf("date %q of its clause", dates[i].Surface)
			if taken[i] == nil {
				taker = i
			}
		case i < 0 && len(dates) == 0 && (h.rank == measure && follows(s, h) || h.rank >= incident && continues(s) && s.closes(h)):
			h.when, h.inherited, h.dating = s.Before, true, fmt.Sprintf("date %q of an earlier sentence", s.Before.Surface)
		case i < 0 && len(dates) == 0 && s.Lead && h.rank == measure && s.closes(h):
			about, err := edtf.Parse(s.Published.String() + "~")
			if err != nil || !s.Published.IsDay() {
				continue
			}
			h.when, h.inherited, h.dating = jpdate.Date{Value: about, Basis: jpdate.Published}, true, "about the publication, in a lead without a date"
		default:
			continue
		}
		out = append(out, h)
		if taker >= 0 {
			taken[taker] = &out[len(out)-1]
		}
	}
	return out
}

// closes reports whether a hit is what the sentence ends with: …が逮捕されました。
func (s Sentence) closes(h hit) bool {
	after := strings.TrimSpace(s.Text[h.span.End:s.Span.End])
	return len(after) <= len("されたことを発表しました。") && endsAny(after, "た。")
}

// actDates returns the dates of a sentence that can be those of acts.
func actDates(s Sentence) []jpdate.Date {
	return slices.DeleteFunc(slices.Clone(s.Dates), func(d jpdate.Date) bool {
		return d.Value.IsZero() || !s.Span.Contains(d.Span)
	})
}

// follows reports whether a sentence without a date goes on telling what was done on the day of the one before it.
func follows(s Sentence, h hit) bool {
	if continues(s) {
		return true
	}
	after := s.Text[h.span.End:s.Span.End]
	done := begins(after, "し、", "した。", "され、", "された。", "しました。", "た。", "て抗議。", "。") || after == "" || begins(after, "声明を出し", "する声明")
	return s.Follows && !s.Before.Value.IsZero() && done
}

// pick returns the index of the date of a hit, -1 if it has none.
func pick(s Sentence, h hit, dates []jpdate.Date, taken []*hit) int {
	nearest := -1
	for i := len(dates) - 1; i >= 0; i-- {
		if dates[i].Span.End > h.span.Start || quotedAway(s, dates[i].Span, h) || s.ofReport(dates[i].Span, h) || s.closedOff(dates[i].Span, h) {
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

// ofReport reports whether a date is that of what is quoted, while the hit is an act: 19日の声明で、…に侵入したと述べた.
func (s Sentence) ofReport(d source.Span, h hit) bool {
	after := s.Text[d.End:s.Span.End]
	noun, found := strings.CutPrefix(after, "の")
	if noun, found = cutAny(noun, "付の", "付けの"), found || begins(after, "付"); !found || h.rank == reporting || h.kind == Advisory || h.kind == Attribution {
		return false
	}
	for _, w := range []string{"声明", "発表", "会見", "記者会見", "報告書", "報告", "演説", "報道", "記事", "投稿", "文書", "起訴状", "共同声明", "ブログ"} {
		if strings.HasPrefix(noun, w) {
			return begins(noun[len(w):], "で", "によ", "の中で", "のなかで", "は", "として", "では")
		}
	}
	return false
}

func cutAny(s string, prefixes ...string) string {
	for _, p := range prefixes {
		s = strings.TrimPrefix(s, p)
	}
	return s
}

// closedOff reports whether a date stands in a clause that describes a noun, and the hit outside: 2005年に生まれた企業は、…を報じた.
// Where the noun is the hit itself, it is its date: 1月に行われた|侵入.
func (s Sentence) closedOff(d source.Span, h hit) bool {
	if wide(s, d) {
		return false
	}
	if rest, ok := strings.CutPrefix(s.Text[d.End:h.span.Start], "の"); ok && !begins(rest, "間", "時点", "うち", "この", "その", "段階", "声明", "会見", "発表", "記者会見", "閣議") && hasAny(rest, "は", "も", "を") {
		if at := strings.IndexAny(rest, "はもをでが"); !strings.HasPrefix(rest[at:], "で") {
			return true // 前年6月の窃取もXによると|発表, but 前年6月の攻撃で情報が|流出
		}
	}
	for _, p := range s.ps {
		if p.span.Start < d.End {
			continue
		}
		if p.span.End > h.span.Start || hasAny(s.Text[d.End:p.span.Start], "、", "は", "が") {
			return false
		}
		if p.form == attributive {
			between := strings.NewReplacer("による", "", "に関する", "", "に対する", "", "、", "").Replace(s.Text[p.span.End:h.span.Start])
			return hasAny(between, "は", "が", "を", "に", "で")
		}
		if p.form != goesOn {
			return false
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
		if (between == "は" || between == "が" || h.rank == reporting && between == "日は") && begins(after, "で", "である", "に当た", "、", "。", "に行われ", "に実施", "に行っ", "だっ", "に始ま", "に開始", "のこと", "から始ま") {
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
	if s.Before.Value.IsZero() || s.Before.Value.IsInterval() && !s.Follows {
		return false
	}
	text := s.Text[s.Span.Start:s.Span.End]
	head := text[:min(len(text), 90)]
	return begins(text, "また、", "さらに、", "さらに同", "このほか", "これにより", "当時", "この日") ||
		hasAny(head, "はまた、", "はさらに、", "同日", "同じ日", "同時に", "併せて", "あわせて", "共同捜査では")
}
