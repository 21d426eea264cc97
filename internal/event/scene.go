package event

import "strings"

// A story may open with the day on which it happened, in a sentence of its own, and tell then what happened: 2023年7月4日のことだ。
// 発端は10月31日未明にさかのぼる。

// sceneMax is how many bytes such a sentence has at most.
const sceneMax = 150

// SetsScene reports whether the sentence that was read last says no more than when what the next ones tell was.
func (r *Reader) SetsScene() bool { return r.scene }

// setsScene reads whether a sentence does so.
func (r *Reader) setsScene() bool {
	if len(r.days) != 1 || r.inRow || len(r.text) > sceneMax {
		return false
	}
	d := &r.days[0]
	if d.AsOf || d.Value.Month() == 0 || d.Value.IsInterval() {
		return false
	}
	before, after := r.Text[r.Span.Start:d.Span.Start], r.Text[d.Span.End:r.Span.End]
	opened, ok := opensScene(before)
	after = strings.TrimSuffix(afterTime(after), "。")
	if sceneEnds.Longest(after) == len(after) {
		return ok && (opened || strings.HasSuffix(r.text, "。"))
	}
	return opened && sceneVerbs.Longest(after) == len(after)
}

// opensScene reports whether the words before a date ask for no other act than what is to be told, and whether there are any.
func opensScene(before string) (opened, ok bool) {
	before = strings.TrimLeft(before, " 　")
	before = strings.TrimRight(before, "、")
	if before == "" {
		return false, true
	}
	noun := before[:sceneNouns.Longest(before)]
	rest := before[len(noun):]
	return true, noun != "" && (rest == "は" || rest == "が" || scenePasts.Longest(rest) == len(rest) && rest != "")
}

// afterTime cuts the time of the day off what follows a date.
func afterTime(s string) string {
	for {
		n := dayTimes.Longest(s)
		if n == 0 {
			return s
		}
		s = s[n:]
	}
}

var (
	dayTimes = words("の未明", "の早朝", "の明け方", "の朝", "の昼", "の夕方", "の夜", "の深夜", "の午前", "の午後", "の正午", "未明", "早朝", "明け方", "朝", "昼", "夕方", "夜", "深夜", "午前", "午後", "正午",
		"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "０", "１", "２", "３", "４", "５", "６", "７", "８", "９", "時", "分", "半", "過ぎ", "すぎ", "ごろ", "頃", "ころ")
	sceneNouns = words("事件", "事案", "事の発端", "発端", "異変", "異常", "最初の異変", "最初の異常", "兆候", "最初の兆候", "始まり", "事の始まり", "事件の始まり", "事件の発端", "攻撃の発端", "端緒", "きっかけ", "それ", "出来事", "騒ぎ", "悪夢", "動き", "事態", "転機", "捜査", "捜査の転機", "異状", "第一波", "第2波", "最初の攻撃", "最初の動き", "次の動き")
	scenePasts = words("が起きたのは", "が起こったのは", "が始まったのは", "が発生したのは", "に気付いたのは", "に気づいたのは", "が表れたのは", "が現れたのは", "が見つかったのは", "が発覚したのは", "が表面化したのは", "があったのは", "が動いたのは", "が急転したのは", "が大きく動いたのは", "が動き出したのは")
	sceneEnds  = words("", "だった", "だ", "である", "であった", "です", "でした", "のこと", "のことだ", "のことだった", "のことである", "のことであった", "のことです", "のことでした", "の出来事だ", "の出来事だった", "の出来事である")
	sceneVerbs = words("にさかのぼる", "に遡る", "にさかのぼります", "に表れた", "に現れた", "に起きた", "に起こった", "に始まった", "に訪れた", "に発生した", "に表面化した", "に見つかった", "に起きました", "に始まりました", "に表れました")
)

// ofScene reports whether a hit is what a sentence tells of the scene that the one before has set: …に感染し、…. DDoS攻撃だった。
func (r *Reader) ofScene(h *hit) bool {
	if !r.Scene || h.rank == period || r.Before.Value.IsZero() || elsewhen.In(r.text) {
		return false
	}
	if h.rank == reporting {
		return h.grade == head && r.closes(h)
	}
	if h.grade <= noun && h.rank == incident && endsAny(r.text, "事件。", "事案。", "攻撃。", "騒動。", "騒ぎ。", "事件だ。", "事件です。", "事件でした。", "事件だった。", "事案です。", "攻撃です。", "攻撃だ。") {
		return true // 政府も銀行も|落とされた|事件。
	}
	return h.grade == head || h.grade == noun && begins(r.behindHit(h), "攻撃だった", "だった", "でした", "だ。", "である", "であった", "とみられ")
}
