package event

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jikenbo/internal/morph"
)

// What is counted may follow its number without a counter: 少なくとも14の病院, 30以上の空港, 10を超える部署.

// thing reads the noun that an amount without a unit counts, which is then its unit. With no more than の between them it has to be the
// name of something that is counted so.
func (s *Sentence) thing(a *amount, text string) {
	c := cursor{text: text, at: a.end}
	of := a.joined && a.after == ""
	if of { // 40の|通信先 has more than the 通 of 40通
		c.at -= len(a.unit)
	} else if a.unit != "" {
		return
	}
	c.literal(" ")
	of = c.literal("の") || of
	c.literal(" ")
	clause := strings.HasPrefix(a.before, "を")
	if a.unit == "" && !of && s.topicCounts(a, text) {
		return
	}
	if !of && !clause || a.isYear(text) || a.value.least < 2 || a.value.least != float64(int64(a.value.least)) || a.sign != "" {
		return
	}
	noun := s.nounAt(s.Span.Start + c.at)
	if noun == "" || isClose(noun) || c.at+len(noun) > len(text) || !s.isThing(s.Span.Start+c.at) || isNoThing(noun) {
		return
	}
	plain := a.before == "" && a.limit == "" && a.rough == ""
	if plain && !endsAny(noun, countedSo...) || a.limit == "" && a.rough == "" && a.isIndex(text) {
		return
	}
	if len(noun) <= len(a.unit) || a.unit != "" && strings.HasPrefix(noun[len(a.unit):], "・") {
		return
	}
	noun, _ = cutEnd(noun, []string{"等", "ら"})
	a.unit, a.joined, a.end = noun, of, c.at+len(noun)
}

// topicCounts reads the noun of the topic as the unit of a number that stands alone, where the sentence says that there are so many:
// 組織が|900に上る, 企業は|1,000を超える, 組織を|約120と見積もる.
func (s *Sentence) topicCounts(a *amount, text string) bool {
	of, topic := cutEnd(text[:a.start], []string{"は", "が", "を"})
	says := begins(text[a.end:], "に上", "にのぼ", "に達", "に及") || begins(a.after, "を超え", "を上回")
	if topic == "を" {
		says = begins(text[a.end:], "と見積", "と推計", "と推定", "と数え", "とみて")
	}
	if topic == "" || !says || a.value.least < 2 || a.sign != "" {
		return false
	}
	noun := s.nounBefore(s.Span.Start + len(of))
	if !endsAny(noun, countedSo...) || isNoThing(noun) {
		return false
	}
	a.unit = noun
	return true
}

// isYear reports whether a number that の joins to a noun is that of a year: 万博2025の|アプリ.
func (a *amount) isYear(text string) bool {
	y := a.value.least
	return y >= 1900 && y < 2100 && a.before == "" && a.limit == "" && a.rough == "" && begins(text[a.number:], "19", "20", "１９", "２０") && !strings.Contains(text[a.number:a.end], ",")
}

// isThing reports whether the noun at a place is one that can be counted, and none of a time or of a manner.
func (s *Sentence) isThing(at int) bool {
	i := s.tokenFrom(at)
	if i == len(s.Tokens) {
		return false
	}
	t := &s.Tokens[i]
	return !t.Is(morph.Noun|morph.Adverbial) && !t.Is(morph.Noun|morph.Suffix)
}

// isNoThing reports whether a noun is that of a measure or of a manner.
func isNoThing(noun string) bool {
	return utf8.RuneCountInString(noun) == 1 && strings.Contains("乗面方側点順番目例倍割値率比", noun) || endsAny(noun, noThings...)
}

// isIndex reports whether what stands before the number makes it one of a version, a degree or an order: バージョン3以上, 震度5以上.
func (a *amount) isIndex(text string) bool {
	before := strings.TrimRight(text[:a.number], " 　")
	if endsAny(before, indexed...) {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(before)
	return unicode.In(r, unicode.Katakana, unicode.Latin) || r == 'ー'
}

var (
	// indexed stand before a number that does not count.
	indexed = []string{"度", "版", "級", "号", "図", "表", "問", "章", "節", "項", "条", "点", "順", "位", "列", "型", "番", "第", "段階", "年", "月", "日", "時", "分", "秒",
		"週", "巻", "話", "回", "指数", "室", "課題", "類", "式", "危険性", "深刻度", "評価", "値", "率", "比", "法", "線", "道", "=", "：", ":"}
	// noThings end nouns that are measured and not counted.
	noThings = []string{"割合", "倍数", "評価", "値", "範囲", "精度", "確率", "得点", "点数", "速度", "温度", "レベル", "スコア", "警報", "地震", "規模", "自然数", "整数", "累乗", "意味", "理由", "順番", "ため", "うち", "度合い", "歳月", "年齢", "長さ", "高さ", "大きさ", "能力", "権限"}
	// countedSo end nouns before which a number and の are enough.
	countedSo = []string{"病院", "大学", "学校", "高校", "銀行", "空港", "港", "施設", "工場", "拠点", "支店", "店舗", "県", "市", "町", "村", "区", "都市", "省庁", "省", "庁", "部署", "部局", "部門",
		"国", "地域", "州", "政府", "当局", "機関", "会社", "業者", "事業者", "事業所", "団体", "協会", "研究所", "集団", "グループ", "チーム", "組織", "作戦", "攻撃", "事件", "罪", "罪状", "訴因",
		"脆弱性", "欠陥", "不具合", "手口", "手法", "機能", "製品", "サービス", "アプリ", "プログラム", "ネットワーク", "口座", "言語", "項目", "分野", "業種", "令状", "国家", "加盟国", "参加国", "交換所", "取引所", "営業所", "通信先", "接続先", "取引先", "委託先", "ドメイン", "サイト", "サーバー", "サーバ", "アカウント", "アドレス", "端末", "ファイル", "システム", "デバイス", "企業", "ユーザー", "法人"}
)
