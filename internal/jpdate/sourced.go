package jpdate

import "strings"

// A passage that is taken from elsewhere counts from the day of what it is taken from, which a line above it or a bracket at its head
// tells: （2022年8月5日のブログより）, 以下は2021年5月のレポートの引用です.

// A sourcing is the day that a passage counts from that was taken from elsewhere, and what the text itself counts from.
type sourcing struct {
	taken   bool
	own     day // of the publication
	passage int // that told it
}

// takenFrom makes what follows count from the date that was found, where that is the day of what the text goes on to quote. The date
// stands at the given place, and it is the first of its passage.
func (r *Reader) takenFrom(s string, d *Date) {
	before, after := s[:d.Span.Start], s[d.Span.End:]
	at := dayOf(d.Value)
	if d.Basis != Stated || !at.fine(toMonth) || !opensSource(before, after) {
		return
	}
	own := r.day
	if r.source.taken {
		own = r.source.own
	}
	if own.known() && at.compare(own) >= 0 || r.afterQuote {
		return
	}
	r.source = sourcing{true, own, r.passage}
	r.day, r.sincePublished = at, ""
}

// opensSource reports whether the text around a date says that what follows is taken from what is of that date.
func opensSource(before, after string) bool {
	if rest, ok := strings.CutPrefix(before, "以下"); ok {
		after, _, _ = strings.Cut(after, "。")
		return len(rest) < 40 && namesSource(after)
	}
	open := strings.Trim(before, " \t\u3000「『")
	open = strings.TrimSuffix(strings.TrimSuffix(open, "以下、"), "以下は")
	for _, pair := range [...][2]string{{"(", ")"}, {"（", "）"}, {"〔", "〕"}, {"[", "]"}, {"［", "］"}, {"【", "】"}, {"〈", "〉"}, {"＜", "＞"}} {
		if open == pair[0] {
			inside, _, ok := strings.Cut(after, pair[1])
			return ok && !strings.ContainsAny(inside, "。\n") && namesSource(inside)
		}
	}
	return false
}

// namesSource reports whether what follows a date says that something is taken from a text of that date.
func namesSource(s string) bool {
	named := false
	for _, w := range [...]string{"ブログ", "発表", "声明", "レポート", "報告", "記事", "リリース", "社内報", "会報", "官報", "広報", "会見", "文書", "投稿", "資料", "紙面", "朝刊", "夕刊", "号", "版", "報道", "通知", "お知らせ", "メール", "談話", "演説", "続報", "第1報", "議事録", "インタビュー", "手紙", "日記", "寄稿", "講演"} {
		named = named || strings.Contains(s, w)
	}
	if !named {
		return false
	}
	for _, w := range [...]string{"引用", "抜粋", "転載", "再掲", "抄録", "抄訳", "一部"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return strings.HasSuffix(s, "より") || strings.HasSuffix(s, "から")
}

// endSource makes the text count from its publication again, where another part of it begins: at a heading, or at a short line that says
// nothing of a time.
func (r *Reader) endSource(s string, phrases []placed) {
	r.afterQuote = strings.HasSuffix(r.passageText, "」") || strings.HasSuffix(r.passageText, "”")
	if !r.source.taken || r.source.passage == r.passage {
		return
	}
	if opensPart(s) || len(phrases) == 0 && len(s) <= headingLen && !strings.ContainsAny(s, "。、」") {
		r.leaveSource()
	}
}

// outlives makes the text count from its publication again where it tells of what was done on a later day than that of what it quoted, as no quotation can.
func (r *Reader) outlives(d *Date) {
	at := dayOf(d.Value)
	if r.source.taken && d.Basis == Stated && at.fine(toMonth) && at.compare(r.day) > 0 && (cursor{r.text.runes, r.after}).tense() == past {
		r.leaveSource()
	}
}

func (r *Reader) leaveSource() {
	r.day, r.source, r.sincePublished = r.source.own, sourcing{}, ""
}

// headingLen is how long a heading is at most that nothing marks, in bytes.
const headingLen = 60

// opensPart reports whether a line opens with the mark of a heading or the frame of a dateline.
func opensPart(s string) bool {
	for _, m := range [...]string{"■", "◆", "●", "▼", "▽", "◇", "□", "★", "☆", "§", "#", "【", "◎", "○"} {
		if strings.HasPrefix(s, m) {
			return true
		}
	}
	return false
}
