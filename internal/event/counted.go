package event

import (
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
)

// countedMax is how many bytes the words for what a figure counts have at most.
const countedMax = 48

// counted returns the words for what a figure counts: those that の joins behind it (20万台のルーター), or the noun
// right before it (ドメイン41件, 身代金として80ビットコイン), down to floor. It is empty where neither stands there.
func (s *Sentence) counted(f *Figure, floor int) string {
	c := cursor{text: cutAny(skipAside(s.Text[f.Span.End:s.Span.End]), "）", ")")}
	if c.word(links) != "" || isMeasure(f.Unit) || endsAny(f.Surface, "もの", "を超える") {
		if n := s.nounAt(s.Span.End - len(c.text) + c.at); n != "" && !isClose(n) {
			return n
		}
	}
	if strings.HasPrefix(c.text, "の") && !strings.HasPrefix(c.text, "のうち") {
		return ""
	}
	at := s.Span.Start + len(strings.TrimRight(s.Text[s.Span.Start:f.Span.Start], " "))
	if as := strings.TrimSuffix(s.Text[:at], "として"); len(as) > s.Span.Start {
		at = len(as)
	}
	if n := s.nounBefore(at); at-len(n) >= floor {
		return n
	}
	return ""
}

// links join a figure to what it counts.
var links = words("相当の", "分の", "規模の", "に上る", "にのぼる", "に及ぶ", "に達する", "の")

// isMeasure reports whether a unit stands right before what it measures.
func isMeasure(unit string) bool { return begins(unit, "テラビット", "ギガビット") }

// isClose reports whether a noun says how the figure is meant and not what it counts.
func isClose(noun string) bool {
	switch noun {
	case "うち", "ほか", "規模", "場合", "可能性", "中", "以上", "程度", "一部", "間", "前", "後", "人", "大半", "多く", "一つ", "1つ":
		return true
	}
	return false
}

// tokenFrom returns the index of the first token that begins at a place or behind it.
func (s *Sentence) tokenFrom(at int) int {
	from, to := 0, len(s.Tokens)
	for from < to {
		if mid := (from + to) / 2; s.Tokens[mid].Span.Start < at {
			from = mid + 1
		} else {
			to = mid
		}
	}
	return from
}

// nounAt returns the noun that begins at a place, with the nouns that belong to it.
func (s *Sentence) nounAt(at int) string {
	end := at
	for i := s.tokenFrom(at); i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.Span.Start != end || !isNoun(t) || isNumber(t) {
			break
		}
		end = t.Span.End
	}
	if end-at > countedMax {
		return ""
	}
	return s.Text[at:end]
}

// nounBefore returns the noun that ends at a place.
func (s *Sentence) nounBefore(at int) string {
	start := at
	for i := s.tokenFrom(at) - 1; i >= 0; i-- {
		t := &s.Tokens[i]
		if t.Span.End != start || !isNoun(t) || isNumber(t) || t.Is(morph.Noun|morph.Adverbial) && !t.Is(morph.Suffix) || t.Is(morph.Noun|morph.Suffix|morph.Special) {
			break
		}
		start = t.Span.Start
	}
	noun := strings.TrimPrefix(s.Text[start:at], "うち")
	if noun == "" || len(noun) > countedMax || isClose(noun) || s.dateAt(start, at) || s.placeAt(start, at) ||
		endsAny(noun, "世界", "全国", "国内", "総額", "被害", "被害総額", "被害額", "合計", "累計", "平均", "比", "バージョン", "的", "年間", "月間", "毎日", "毎秒", "毎分") {
		return ""
	}
	return noun
}

// placeAt reports whether what stands between two places is the name of a place: 米|3社.
func (s *Sentence) placeAt(from, to int) bool {
	for i := range s.Mentions {
		if m := &s.Mentions[i]; m.Kind == content.Place && m.Span.Start == from && m.Span.End == to {
			return true
		}
	}
	return false
}

func isNoun(t *morph.Token) bool {
	if !t.Is(morph.Noun) {
		return t.Is(morph.BeforeNoun) || t.Surface == "・"
	}
	return t.Class&(morph.Dependent|morph.Pronoun|morph.Number) == 0
}

// isNumber reports whether a token belongs to a number.
func isNumber(t *morph.Token) bool { return t.Class&(morph.Number|morph.BeforeNumber) != 0 }

func (s *Sentence) dateAt(from, to int) bool {
	for i := range s.Dates {
		if d := &s.Dates[i]; d.Span.Start < to && from < d.Span.End {
			return true
		}
	}
	return false
}

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
	return s.cited(f)
}

// cited returns the noun that a figure is cited from: 同庁によると, 調査会社の推計によると.
func (s *Sentence) cited(f *Figure) string {
	before := s.Text[s.Span.Start:f.Span.Start]
	if !strings.Contains(before, "によ") {
		return "" // as most
	}
	for _, w := range []string{"によると、", "によれば、"} {
		i := strings.Index(before, w)
		if i <= 0 {
			continue
		}
		noun := s.nounBefore(s.Span.Start + i)
		if documents.Longest(noun) == len(noun) && noun != "" {
			of, isOf := strings.CutSuffix(before[:i-len(noun)], "の")
			if !isOf {
				return ""
			}
			return s.nounBefore(s.Span.Start + len(of))
		}
		return noun
	}
	return ""
}

// sources reports whether the text behind a name makes it the source of what follows: によると, の調べでは, が公表した数字では.
func sources(after string) bool {
	if begins(after, "によると", "によれば") {
		return true
	}
	c := cursor{text: after}
	if !c.literal("の") && c.word(publishing) == "" || c.word(documents) == "" {
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
	documents  = words("調べ", "調査", "集計", "まとめ", "発表", "説明", "推計", "試算", "分析", "統計", "資料", "数字", "報告書", "データ", "見積もり")
	publishing = words("が公表した", "が発表した", "がまとめた", "が明らかにした", "が出した", "が公開した")
	speaking   = words("説明", "発表", "公表", "述べ", "話す", "話し", "語", "推計", "推定", "主張", "明らかに", "指摘", "みて", "報告", "見積も")
	sayings    = words(
		"と発表", "と公表", "と明らかに", "と説明", "と述べ", "と推定", "と推計", "と試算", "と見積も", "とみて", "と指摘", "ことを明らかに", "と報告", "としている", "と主張",
		"ことを公表", "ことを発表")
)
