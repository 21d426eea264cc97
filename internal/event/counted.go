package event

import (
	"fmt"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
)

// countedMax is how many bytes the words for what a figure counts have at most.
const countedMax = 48

// counted returns the words for what a figure counts: those that の joins behind it (20万台のルーター), or the noun
// right before it (ドメイン41件). It is empty where neither stands there.
func (s Sentence) counted(f Figure) string {
	rest := s.Text[f.Span.End:s.Span.End]
	skipped := cutAny(skipAside(rest), "）", ")")
	for _, link := range []string{"相当の", "分の", "に上る", "に及ぶ", "に達する", "の", ""} {
		if after, ok := strings.CutPrefix(skipped, link); ok && (link != "" || isMeasure(f.Unit) || strings.HasSuffix(f.Surface, "もの") || strings.HasSuffix(f.Surface, "を超える")) {
			if n := s.nounAt(s.Span.End - len(after)); n != "" && !isClose(n) {
				return n
			}
			break
		}
	}
	if strings.HasPrefix(skipped, "の") {
		return ""
	}
	return s.nounBefore(f.Span.Start)
}

// isMeasure reports whether a unit stands right before what it measures.
func isMeasure(unit string) bool {
	return strings.HasPrefix(unit, "テラビット") || strings.HasPrefix(unit, "ギガビット")
}

// isClose reports whether a noun says how the figure is meant and not what it counts.
func isClose(noun string) bool {
	for _, w := range []string{"うち", "ほか", "規模", "場合", "可能性", "中", "以上", "程度", "一部", "間", "前", "後", "人", "大半", "多く", "一つ", "1つ"} {
		if noun == w {
			return true
		}
	}
	return false
}

// nounAt returns the noun that begins at a place, with the nouns that belong to it.
func (s Sentence) nounAt(at int) string {
	end := at
	for _, t := range s.Tokens {
		if t.Span.Start < end {
			continue
		}
		if t.Span.Start != end || !isNoun(t) || s.figureAt(t) {
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
func (s Sentence) nounBefore(at int) string {
	start := at
	for i := len(s.Tokens) - 1; i >= 0; i-- {
		t := s.Tokens[i]
		if t.Span.End > start {
			continue
		}
		if t.Span.End != start || !isNoun(t) || s.figureAt(t) || is(t, "名詞", "副詞可能") || is(t, "名詞", "接尾", "特殊") {
			break
		}
		start = t.Span.Start
	}
	if noun := s.Text[start:at]; len(noun) <= countedMax && !isClose(noun) && !endsAny(noun, "世界", "全国", "国内", "総額", "被害", "被害総額", "被害額", "合計", "累計", "平均", "比", "バージョン") && noun != "" && !s.dateAt(start, at) {
		return noun
	}
	return ""
}

func isNoun(t morph.Token) bool {
	return t.POS[0] == "名詞" && !is(t, "名詞", "非自立") && !is(t, "名詞", "代名詞") && !is(t, "名詞", "数") || is(t, "接頭詞", "名詞接続") || t.Surface == "・"
}

func (s Sentence) figureAt(t morph.Token) bool {
	return is(t, "名詞", "数") || is(t, "接頭詞", "数接続")
}

func (s Sentence) dateAt(from, to int) bool {
	for _, d := range s.Dates {
		if d.Span.Start < to && from < d.Span.End {
			return true
		}
	}
	return false
}

// told returns who gives the figure, where the sentence says it plainly: Xによると, Xは…と発表した, Xの調べでは.
func (s Sentence) told(f Figure) string {
	before := s.Text[s.Span.Start:f.Span.Start]
	for _, m := range s.inside() {
		if m.Kind != content.Organization && m.Kind != content.Person && m.Kind != content.Actor || m.Span.End > f.Span.Start {
			continue
		}
		after := s.after(m)
		if begins(after, "によると", "によれば", "の調べで", "の調査で", "の集計で", "のまとめで", "の発表で", "の説明で", "の推計で") || begins(after, "の発表によると", "の説明によると", "の調べによると", "の資料によると") {
			return m.Surface
		}
		if begins(after, "は") && s.says(f) && !strings.Contains(s.Text[m.Span.End:f.Span.Start], "。") {
			return m.Surface
		}
	}
	for _, w := range []string{"によると、", "によれば、"} {
		if i := strings.Index(before, w); i > 0 {
			return s.nounBefore(s.Span.Start + i)
		}
	}
	return ""
}

// says reports whether what holds a figure is what someone says: …26万台が感染した|と発表した.
func (s Sentence) says(f Figure) bool {
	after := s.Text[f.Span.End:s.Span.End]
	return hasAny(after, "と発表", "と公表", "と明らかに", "と説明", "と述べ", "と推定", "とみて", "と指摘", "ことを明らかに", "と報告", "としている", "と主張", "ことを公表", "ことを発表")
}

// reasons says how a figure was decided.
func (f Figure) reasons() []string {
	out := []string{fmt.Sprintf("a number with %q", f.Unit)}
	if f.Qualifier != "" {
		out = append(out, "bounds: "+f.Qualifier)
	}
	if f.Counts != "" {
		out = append(out, fmt.Sprintf("counts %q beside it", f.Counts))
	}
	if f.By != "" {
		out = append(out, fmt.Sprintf("said by %q", f.By))
	}
	if !f.AsOf.IsZero() {
		out = append(out, "as of the date of the sentence")
	}
	return out
}
