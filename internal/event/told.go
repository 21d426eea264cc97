package event

import (
	"strings"

	"jikenbo/internal/content"
)

// Who gives a figure: 県警のまとめでは, 調査会社の推計によると, …とXは説明する.

// told returns who gives the figure, where the sentence says it plainly: Xによると, Xは…と発表した, Xの調べでは,
// …とXは説明する.
func (s *Sentence) told(f *Figure) string {
	says := sayings.In(s.Text[f.Span.End:s.Span.End])
	for i := range s.Mentions {
		m := &s.Mentions[i]
		if m.Kind != content.Organization && m.Kind != content.Person && m.Kind != content.Actor || !s.holds(m) {
			continue
		}
		after := s.after(m)
		switch {
		case m.Span.Start >= f.Span.End:
			if saidBehind(s.Text[f.Span.End:m.Span.Start], after) {
				return m.Surface
			}
		case m.Span.End > f.Span.Start:
		case sources(after), says && strings.HasPrefix(after, "は") && !strings.Contains(s.Text[m.Span.End:f.Span.Start], "。"):
			return m.Surface
		}
	}
	if by := s.cited(f); by != "" || !says {
		return by
	}
	return s.speaker(f)
}

// speaker returns the body or the official that no name is found for and of whom the sentence says that it gives the figure: 国家警察は…と発表した.
func (s *Sentence) speaker(f *Figure) string {
	before := s.Text[s.Span.Start:f.Span.Start]
	for at := strings.Index(before, "は"); at >= 0; at = nextIn(before, at, "は") {
		if noun := s.nounBefore(s.Span.Start + at); endsAny(noun, speakers...) {
			return noun
		}
	}
	return ""
}

// speakers end nouns for who gives figures.
var speakers = []string{"警察", "県警", "府警", "道警", "警視庁", "地検", "検察", "当局", "庁", "省", "政府", "協会", "連盟", "委員会", "裁判所", "大使館", "病院", "大学", "同社", "当社", "報道官", "長官", "担当者", "関係者", "検察官", "捜査官", "研究者", "研究チーム"}

// cited returns the noun that a figure is cited from: 同庁によると, 調査会社の推計では, 県警のまとめで.
func (s *Sentence) cited(f *Figure) string {
	before := s.Text[s.Span.Start:f.Span.Start]
	for at := strings.Index(before, "に"); at >= 0; at = nextIn(before, at, "に") {
		if begins(before[at:], "によると", "によれば") {
			return s.author(s.Span.Start+at, true)
		}
	}
	for at := strings.Index(before, "で"); at >= 0; at = nextIn(before, at, "で") {
		if by := s.author(s.Span.Start+at, false); by != "" {
			return by
		}
	}
	return ""
}

// nextIn returns the next place of a word behind one.
func nextIn(s string, at int, word string) int {
	next := strings.Index(s[at+len(word):], word)
	if next < 0 {
		return -1
	}
	return at + len(word) + next
}

// author returns who gives what stands before a place: the author of a document, or the noun itself where that may be its own source.
func (s *Sentence) author(at int, alone bool) string {
	noun := s.nounBefore(at)
	if noun == "" || documents.Longest(noun) != len(noun) {
		if alone {
			return noun
		}
		return ""
	}
	of, isOf := strings.CutSuffix(s.Text[s.Span.Start:at-len(noun)], "の")
	if !isOf {
		return ""
	}
	of = strings.TrimSuffix(of, "へ")
	by := s.nounBefore(s.Span.Start + len(of))
	if endsAny(by, "独自", "社内", "外部", "内部", "最新", "別", "同様", "以前", "過去", "今回", "前回", "初期", "詳細", "当初", "一連", "最近", "追加", "事前", "事後", "最終", "匿名", "任意") {
		return ""
	}
	return by
}

// sources reports whether the text behind a name makes it the source of what follows: によると, の調べでは, が公表した数字では.
func sources(after string) bool {
	if begins(after, "によると", "によれば") {
		return true
	}
	c := cursor{text: after}
	if !c.literal("の") && !c.literal("への") && c.word(publishing) == "" || c.word(documents) == "" {
		return false
	}
	return begins(after[c.at:], "で", "によ")
}

// saidBehind reports whether a name behind a figure is who gives it: …に及ぶと|Xは説明する.
func saidBehind(between, after string) bool {
	if !endsAny(between, "と", "と、") || strings.Contains(between, "。") {
		return false
	}
	c := cursor{text: after}
	return (c.literal("は") || c.literal("が")) && speaking.In(after[c.at:])
}

var (
	documents  = words("調べ", "まとめ", "話", "取材", "調査", "集計", "発表", "説明", "推計", "試算", "分析", "統計", "資料", "数字", "報告書", "データ", "見積もり")
	publishing = words("が公表した", "が発表した", "がまとめた", "が明らかにした", "が出した", "が公開した")
	speaking   = words("説明", "発表", "公表", "述べ", "話す", "話し", "語", "推計", "推定", "主張", "明らかに", "指摘", "みて", "報告", "見積も")
	sayings    = words(
		"と発表", "と公表", "と明らかに", "と説明", "と述べ", "と推定", "と推計", "と試算", "とみて", "と指摘", "ことを明らかに", "と報告", "としている", "と主張",
		"ことを公表", "ことを発表", "とする報告", "とする調査", "とする推計", "とする集計", "とする統計", "と見積", "と語", "と話", "と回答", "と答弁", "と数え")
)
