package event

import (
	"strings"
)

// A date belongs to an act only where no other words of its sentence own it: a report or a statement that is named by its day
// (19日の|声明), a clause that describes a noun, or what someone says.

// ofReport reports whether a date is that of what is quoted, while the hit is an act: 19日の声明で、…に侵入したと述べた.
func (r *Reader) ofReport(d *day, h *hit) bool {
	if h.rank == reporting || h.kind == Advisory || h.kind == Attribution {
		return false
	}
	return r.statementOf(d) != ""
}

// statementOf returns the noun for what was said on a date, where the date is that of the saying: 19日の|声明|で.
func (r *Reader) statementOf(d *day) string {
	c := cursor{text: r.Text[d.Span.End:r.Span.End]}
	if title := c.text; begins(title, "付「", "付け「", "付の「", "付けの「") {
		if end := strings.Index(title, "」"); end > 0 && begins(title[end+len("」"):], "で", "にて", "において", "により") {
			return "付「" // the day of a notice that is cited by its title
		}
	}
	if c.word(datedBy) == "" {
		return ""
	}
	noun := c.word(statements)
	if noun == "" || !begins(c.text[c.at:], "で", "によ", "の中で", "のなかで", "は", "として", "では") {
		return ""
	}
	return noun
}

var (
	datedBy    = words("の", "付の", "付けの", "の付の", "の付けの", "に発表した", "に公表した", "に公開した", "に出した", "にまとめた")
	statements = words("声明", "発表", "会見", "記者会見", "報告書", "報告", "演説", "報道", "記事", "投稿", "文書", "起訴状", "共同声明", "ブログ", "資料", "調査結果", "レポート", "定例会見", "決算発表", "分析")
)

func cutAny(s string, prefixes ...string) string {
	for _, p := range prefixes {
		s = strings.TrimPrefix(s, p)
	}
	return s
}

// paperOf returns the noun for what was written on a date, where an act tells who published it then: 4日に公開した年次の|報告書|によると,
// 4月の講演で, 4日に解説した|「毒虫」.
func (r *Reader) paperOf(d *day) string {
	rest := r.Text[d.Span.End:r.Span.End]
	if of, ok := strings.CutPrefix(cutAny(rest, "付", "付け"), "の"); ok {
		if n := citable.Longest(of); n > 0 && begins(of[n:], "によれば", "によると", "では", "の中で", "で、") {
			return of[:n] // 4月8日の|記事|によれば
		}
	}
	rest, dated := strings.CutPrefix(strings.TrimPrefix(rest, "（米国時間）"), "に")
	n := published.Longest(rest)
	if !dated || n == 0 {
		return ""
	}
	end := strings.IndexAny(rest[n:], "、。はがをにで")
	if end < 0 || end > 30*len("を") {
		return ""
	}
	phrase := cutAny(rest[n:n+end], "した", "しました", "された", "されました", "た", "ました")
	for _, w := range paperNouns {
		if at := strings.LastIndex(phrase, w); at >= 0 && len(phrase)-at <= len(w)+len("の中によると") {
			return w
		}
	}
	return ""
}

// citable are the papers that are cited by the day on which they came out.
var citable = words("記事", "ブログ", "ブログ記事", "報告", "報告書", "レポート", "論文", "調査報告", "解説", "技術ブログ")

// published are the verbs by which a report comes out.
var published = words("公表", "公開", "発表", "まとめ", "発行", "刊行", "解説", "出し", "掲載", "投稿")

// closedOff reports whether a date stands in a clause that describes a noun, and the hit outside: 2005年に生まれた企業は、…を報じた.
// Where the noun is the hit itself, it is its date: 1月に行われた|侵入.
func (r *Reader) closedOff(d *day, h *hit) bool {
	if r.inQuote(d, h) || r.knownSince(d.Date, h) || r.setAside(d, h) {
		return true
	}
	if d.wide {
		return false
	}
	between := r.Text[d.Span.End:h.span.Start]
	if rest, ok := strings.CutPrefix(between, "の"); ok {
		switch {
		case byUndertaking(rest):
			return false
		case ofNoun(rest):
			return true
		}
	}
	for i := range r.ps {
		p := &r.ps[i]
		if p.span.Start < d.Span.End {
			continue
		}
		if p.span.End <= h.span.Start && r.inQuotation(d, p) {
			continue
		}
		if p.span.End > h.span.Start || hasAny(r.Text[d.Span.End:p.span.Start], "、", "は", "が") {
			return false
		}
		if p.form == attributive && p.bounds() {
			continue
		}
		if p.form == attributive {
			if onOccasion(p.base, r.Text[p.span.End:h.span.Start]) || r.lasts(d, p) {
				return false
			}
			return hasAny(asides.Replace(r.Text[p.span.End:h.span.Start]), "は", "が", "を", "に", "で") || begins(h.stem, "は", "が", "を", "に")
		}
		if p.form != goesOn {
			return false
		}
	}
	return false
}

// setAside reports whether a hit stands between the signs that say who somebody is, and the date before them: 容疑は4月17日、…を男子生徒（17）＝同容疑で|書類送検|＝に渡した疑い.
func (r *Reader) setAside(d *day, h *hit) bool {
	before := r.Text[d.Span.End:max(d.Span.End, h.span.Start)]
	return strings.Count(before, "＝")%2 == 1 && strings.Contains(r.Text[h.span.End:r.Span.End], "＝") && !strings.Contains(before, "。")
}

// inQuotation reports whether a predicate stands in a quotation that opens behind a date: 6日の声明で「悪意|ある|…」と非難.
func (r *Reader) inQuotation(d *day, p *predicate) bool {
	between := r.Text[d.Span.End:p.span.Start]
	return strings.Count(between, "「") > strings.Count(between, "」")
}

// bounds reports whether a predicate does no more than bound a number: 10億人を|超す|個人情報が流出.
func (p *predicate) bounds() bool {
	switch p.base {
	case "超える", "超す", "上回る", "下回る", "及ぶ", "達する", "上る", "のぼる", "相当":
		return true
	}
	return false
}

// lasts reports whether a predicate describes a noun by what goes on and was not done on a day: 12日に指示役と|みられる|男を逮捕,
// 12日にサイトを|運営していた|男を逮捕. The day is that of the verb behind it.
func (r *Reader) lasts(d *day, p *predicate) bool {
	after := r.Text[d.Span.End:p.span.Start]
	if d.Value.Month() == 0 || d.Value.IsInterval() || begins(after, "にかけて", "の", "から", "まで", "より", "時点") {
		return false
	}
	switch p.base {
	case "始まる", "始める", "開く", "開かれる", "行う", "行われる", "開催", "開幕", "実施", "施行", "発売", "発足", "予定", "迫る", "控える", "迎える", "終わる", "終える", "出る", "来る", "ある", "公開", "公表", "発表":
		return false
	}
	verb := r.Text[p.span.Start:p.span.End]
	return endsAny(verb, "ていた", "でいた", "ていなかった", "ていない") || !endsAny(verb, "た", "だ") && endsAny(verb, "る", "う", "く", "す", "む", "つ", "ぶ", "ぐ")
}

// onOccasion reports whether what a predicate describes is an occasion, on which the act behind it was done: 6月に|開かれた|会議|の際に攻撃した.
func onOccasion(base, between string) bool {
	switch base {
	case "開く", "開かれる", "開催", "ある", "行う", "行われる", "始まる", "開幕":
		return hasAny(between, "の際", "の期間", "に合わせ", "の開会式", "の閉会式", "の会期", "の開催中", "の最中", "の前", "中にも", "に関係", "に関連", "の会場", "に参加", "の関連サイト", "の公式サイト")
	}
	return false
}

// inQuote reports whether a date stands in what someone says, behind its subject, and the hit outside: 甲は、乙が2015年以降、工作を図ってきたと|非難.
func (r *Reader) inQuote(d *day, h *hit) bool {
	before := r.Text[r.Span.Start:d.Span.Start]
	before = before[strings.LastIndex(before, "、")+1:]
	if !strings.HasSuffix(before, "が") || len(before) > 20*len("を") {
		return false
	}
	for i := range r.ps {
		if p := &r.ps[i]; p.form == quoted && p.span.Start >= d.Span.End && p.span.End <= h.span.Start {
			return strings.HasPrefix(r.Text[p.span.End:h.span.Start], "と") && !strings.HasPrefix(r.Text[p.span.End:], "ところ")
		}
	}
	return false
}

// ofNoun reports whether what follows a date and its の is a noun that is dated by it and belongs to another verb:
// 前年6月の|窃取もXによると発表, but 前年6月の|攻撃で情報が流出.
func ofNoun(rest string) bool {
	if begins(rest, "間", "時点", "うち", "この", "その", "段階", "声明", "会見", "発表", "記者会見", "閣議") || !hasAny(rest, "は", "も", "を") {
		return false
	}
	at := strings.IndexAny(rest, "はもをでが")
	return !strings.HasPrefix(rest[at:], "で")
}

// byUndertaking reports whether what follows a date and its の is the undertaking by which the verb is done: 本日の|法廷で認められた作戦は、…を停止させた.
func byUndertaking(rest string) bool {
	noun, _, ok := strings.Cut(rest, "は")
	return ok && endsAny(strings.TrimRight(noun, " 　"), "作戦", "合同捜査", "共同捜査", "一斉捜査")
}

// asides join a noun to another and are no particles of cases.
var asides = strings.NewReplacer("による", "", "に関する", "", "に対する", "", "、", "")
