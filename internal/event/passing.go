package event

import (
	"strings"

	"jikenbo/internal/source"
)

// Verbs of reporting that tell no act of their own, and those in a clause beside a noun that do.

// onlyTells reports whether a verb of reporting stands in the line that says when a page came out (5月10日 12時20分　|公開|), or says in
// passing what is thought of the act of a row, with no day of its own: …の関与が|指摘|される.
func (r *Reader) onlyTells(h *hit, after string) bool {
	if r.inRow && (h.typ == Report && begins(after, "られ", "され") || strings.HasPrefix(h.stem, "犯行")) {
		return true // who claims the act of a row is told with it
	}
	return (h.stem == "公開" || h.stem == "掲載" || h.stem == "公表") && r.isByline(h.span, after)
}

// isByline reports whether a line has nothing but a date, a word and what stands in brackets behind it.
func (r *Reader) isByline(word source.Span, after string) bool {
	if len(r.days) != 1 || after != "" && !begins(after, "　", " ", "（", "［", "[", "|", "）", ")") {
		return false
	}
	d := r.days[0].Span
	return d.End <= word.Start && strings.Trim(r.Text[d.End:word.Start], " 　:：|｜") == "" && strings.Trim(r.Text[r.Span.Start:d.Start], " 　|｜【[（(") == ""
}

// releases reports whether a verb of reporting describes what somebody made known on a day that the clause names with him:
// 甲社が4月28日に|公表|した「毒虫」. Papers that are cited by their day are read apart.
func (r *Reader) releases(h *hit, after string) bool {
	if !releasing.In(h.stem) {
		return false
	}
	for i := range r.days {
		between, ok := strings.CutPrefix(r.Text[min(r.days[i].Span.End, h.span.Start):h.span.Start], "に")
		if !ok || len(between) > 8*len("を") || strings.Contains(between, "、") {
			continue
		}
		before := r.Text[r.Span.Start:r.days[i].Span.Start]
		if strings.HasSuffix(between, "が") {
			before = between // 18年5月に|甲社が|発見した
		}
		rest, ok := cutForm(after)
		rest = rest[:min(len(rest), 16*len("を"))]
		return ok && strings.HasSuffix(before, "が") && !paperNoun.In(rest) && (strings.HasPrefix(rest, "「") || exposed.In(rest))
	}
	return false
}

// exposed are what is made known of attackers.
var exposed = words("集団", "グループ", "ハッカー", "マルウェア", "マルウエア", "ウイルス", "バックドア", "スパイウェア", "スパイウエア", "ボット", "攻撃", "手口", "ツール", "RAT", "検体", "亜種")

// releasing are the verbs by which something is made known.
var releasing = words("公表", "公開", "発表", "報告", "解説", "命名", "名付け", "発見")
