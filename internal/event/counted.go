package event

import (
	"slices"
	"strings"
	"unicode/utf8"

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
	if of := s.exampleBefore(f, at); of > 0 {
		at = of
	}
	if n := s.nounBefore(at); n != "" && at-len(n) >= floor {
		return n
	}
	return s.topicOf(f, at, floor)
}

// exampleBefore returns where the noun ends that is the foremost of what a figure counts, 0 where none stands before the figure:
// メールアドレス|など12万件, 認証情報|（4千件）. The members of a group are none: ラザルス|など7団体.
func (s *Sentence) exampleBefore(f *Figure, at int) int {
	if !slices.Contains(ofThings, f.Unit) {
		return 0
	}
	of, aside := cutEnd(s.Text[s.Span.Start:at], []string{"など", "等", "(", "（"})
	end := s.Span.Start + len(of)
	start := end - len(s.nounBefore(end))
	if r, _ := utf8.DecodeLastRuneInString(s.Text[:start]); aside == "" || start == end || s.named(start, end) || classOf(r) != 0 {
		return 0
	}
	return end
}

// ofThings are the units that count things without saying what they are.
var ofThings = []string{"件", "点", "個", "枚", "通", "台", "本", "種", "種類", "人分", "名分", "GB", "TB", "MB", "PB", "ギガバイト", "テラバイト", "メガバイト", "ペタバイト"}

// named reports whether a mention stands between two places.
func (s *Sentence) named(from, to int) bool {
	for i := range s.Mentions {
		if m := &s.Mentions[i]; m.Span.Start < to && from < m.Span.End {
			return true
		}
	}
	return false
}

// topicOf returns the noun of which the sentence says that there are so many: 顧客情報は|約8万件だった. The particle ends at a place.
func (s *Sentence) topicOf(f *Figure, at, floor int) string {
	before := s.Text[s.Span.Start:at]
	of, ok := cutEnd(before, []string{"は", "が", "も", "は、"})
	if ok == "" || saysHowMany.Longest(s.Text[f.Span.End:s.Span.End]) == 0 && f.Span.End < s.Span.End {
		return ""
	}
	end := s.Span.Start + len(of)
	n := s.nounBefore(end)
	if things, ok := strings.CutSuffix(n, "件数"); ok && f.Unit == "件" && things != "" {
		return things // 被害件数は|197件
	}
	if n == "" || n == f.Unit || end-len(n) < floor || s.isDeed(end) && f.Unit != "件" && f.Unit != "回" || s.actsHere(end-len(n), end) ||
		endsAny(n, "割合", "率", "額", "数", "量", "規模", "高", "ら", "社", "庁", "省", "警", "当局", "警察", "政府", "男", "女", "氏", "会", "側", "軍", "党", "局", "署", "相", "容疑", "業績", "価格", "対象", "全体", "内訳", "残り") {
		return ""
	}
	return n
}

// isDeed reports whether the word that ends at a place is one of an act, of which only 件 and 回 count how many there were: 感染が10万台に達した.
func (s *Sentence) isDeed(end int) bool {
	i := s.tokenFrom(end) - 1
	return i >= 0 && s.Tokens[i].Is(morph.Noun|morph.Verbal)
}

// actsHere reports whether a name between two places is that of somebody who acts and is not counted.
func (s *Sentence) actsHere(from, to int) bool {
	for i := range s.Mentions {
		m := &s.Mentions[i]
		if m.Span.Start < to && from < m.Span.End && (m.Kind == content.Organization || m.Kind == content.Person || m.Kind == content.Actor) {
			return true
		}
	}
	return false
}

// saysHowMany go on behind a figure that says how many there are of the topic.
var saysHowMany = words("、", "。", "だ", "で", "に上", "にのぼ", "に及", "に達", "に増", "に減", "にな", "にとど", "とな", "とみ", "とされ", "を超", "を上", "を下", "あ", "い", "見つか", "確認", "流出", "漏", "含", "感染", "存在", "(", "（", "程度", "弱", "強", "超", "以上", "余")

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
	noun := strings.TrimPrefix(strings.TrimPrefix(s.Text[start:at], "うち"), "ら")
	if noun == "" || len(noun) > countedMax || isClose(noun) || s.dateAt(start, at) || s.placeAt(start, at) ||
		endsAny(noun, "世界", "全国", "国内", "県内", "都内", "府内", "道内", "市内", "町内", "村内", "区内", "域内", "管内", "圏内", "社内", "総額", "被害", "被害総額", "被害額", "合計", "累計", "平均", "比", "バージョン", "的", "年間", "月間", "毎日", "毎秒", "毎分") {
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
