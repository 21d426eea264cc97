package event

import (
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
)

// countedMax is how many bytes the words for what a figure counts have at most.
const countedMax = 48

// counted returns the words for what a figure counts: those that の joins behind it (20万台のルーター), or the noun
// right before it (ドメイン41件). It is empty where neither stands there.
func (s *Sentence) counted(f *Figure) string {
	c := cursor{text: cutAny(skipAside(s.Text[f.Span.End:s.Span.End]), "）", ")")}
	if c.word(links) != "" || isMeasure(f.Unit) || endsAny(f.Surface, "もの", "を超える") {
		if n := s.nounAt(s.Span.End - len(c.text) + c.at); n != "" && !isClose(n) {
			return n
		}
	}
	if strings.HasPrefix(c.text, "の") {
		return ""
	}
	return s.nounBefore(f.Span.Start)
}

// links join a figure to what it counts.
var links = morph.NewWordTable([]string{"相当の", "分の", "に上る", "に及ぶ", "に達する", "の"})

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
		if t.Span.End != start || !isNoun(t) || isNumber(t) || is(t, "名詞", "副詞可能") || is(t, "名詞", "接尾") && len(t.POS) > 2 && t.POS[2] == "特殊" {
			break
		}
		start = t.Span.Start
	}
	noun := s.Text[start:at]
	if noun == "" || len(noun) > countedMax || isClose(noun) || s.dateAt(start, at) ||
		endsAny(noun, "世界", "全国", "国内", "総額", "被害", "被害総額", "被害額", "合計", "累計", "平均", "比", "バージョン") {
		return ""
	}
	return noun
}

func isNoun(t *morph.Token) bool {
	if t.POS[0] != "名詞" {
		return is(t, "接頭詞", "名詞接続") || t.Surface == "・"
	}
	return len(t.POS) < 2 || t.POS[1] != "非自立" && t.POS[1] != "代名詞" && t.POS[1] != "数"
}

// isNumber reports whether a token belongs to a number.
func isNumber(t *morph.Token) bool { return is(t, "名詞", "数") || is(t, "接頭詞", "数接続") }

func (s *Sentence) dateAt(from, to int) bool {
	for i := range s.Dates {
		if d := &s.Dates[i]; d.Span.Start < to && from < d.Span.End {
			return true
		}
	}
	return false
}

// told returns who gives the figure, where the sentence says it plainly: Xによると, Xは…と発表した, Xの調べでは.
func (s *Sentence) told(f *Figure) string {
	says := s.says(f)
	for i := range s.Mentions {
		m := &s.Mentions[i]
		if m.Kind != content.Organization && m.Kind != content.Person && m.Kind != content.Actor || m.Span.End > f.Span.Start || !s.holds(m) {
			continue
		}
		after := s.after(m)
		if tellers.Longest(after) > 0 || says && strings.HasPrefix(after, "は") && !strings.Contains(s.Text[m.Span.End:f.Span.Start], "。") {
			return m.Surface
		}
	}
	before := s.Text[s.Span.Start:f.Span.Start]
	for _, w := range []string{"によると、", "によれば、"} {
		if i := strings.Index(before, w); i > 0 {
			return s.nounBefore(s.Span.Start + i)
		}
	}
	return ""
}

// tellers stand behind who gives a figure.
var tellers = morph.NewWordTable([]string{
	"によると", "によれば", "の調べで", "の調査で", "の集計で", "のまとめで", "の発表で", "の説明で", "の推計で",
	"の発表によると", "の説明によると", "の調べによると", "の資料によると",
})

// says reports whether what holds a figure is what someone says: …26万台が感染した|と発表した.
func (s *Sentence) says(f *Figure) bool { return sayings.In(s.Text[f.Span.End:s.Span.End]) }

var sayings = morph.NewWordTable([]string{
	"と発表", "と公表", "と明らかに", "と説明", "と述べ", "と推定", "とみて", "と指摘", "ことを明らかに", "と報告", "としている", "と主張", "ことを公表", "ことを発表",
})
