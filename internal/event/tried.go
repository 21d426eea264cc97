package event

import (
	"slices"
	"strings"
)

// tried returns the word by which an act was tried and no more is told of it, "" where it was not only tried: 侵入|を試みた,
// 盗も|うとした, 攻撃した|が、失敗に終わった. The tail is what belongs to the act of what stands behind it.
func tried(tail, after string) string {
	if strings.HasSuffix(tail, "うとし") {
		return "うとし"
	}
	for _, w := range tryings {
		if at := strings.Index(tail, w); at >= 0 && triedAt(tail[:at]) && !begins(behindComma(after, at+len(w)), "成功", "見事に") {
			return w
		}
	}
	if (tail == "が" || endsAny(tail, "たが", "ましたが", "だが")) && inVain.Longest(strings.TrimPrefix(after[len(tail):], "、")) > 0 {
		return "失敗"
	}
	return ""
}

// tryings are the verbs for what is tried, whose object an act is.
var tryings = [...]string{"試み", "図った", "図り、", "図ろうと", "もくろ", "目論", "画策", "企て", "果たせ", "成功しな", "成功せ", "成功しませ"}

// inVain is how a clause begins that says that what was tried came to nothing.
var inVain = words("失敗", "果たせ", "未遂", "成功しな", "成功せ", "目的を果たせ", "目的を遂げ", "目的は果たせ", "及ばなかった", "阻まれ", "阻止され", "防がれ", "はじかれ", "遮断され", "検知されて失敗", "不発に", "空振り")

// triedAt reports whether the words between an act and such a verb make the act what is tried: 侵入|を何度も|試みた, 盗み出そう|と|試みた.
func triedAt(between string) bool {
	if len(between) > 10*len("を") || strings.ContainsAny(between, "、。」") {
		return false
	}
	if between == "" {
		return true
	}
	if strings.HasSuffix(between, "うと") || strings.HasSuffix(between, "たが") {
		return true
	}
	between = strings.TrimLeft(between, "しみりきち") // 持ち出|し|を試みた
	rest := cutAny(between, "を", "が", "も", "まで")
	return len(rest) < len(between) && !strings.ContainsAny(rest, "をがは")
}

// behindComma returns what follows a verb, behind its ending: 試み|た、|成功, 試み|て|成功.
func behindComma(s string, at int) string {
	return strings.TrimLeft(s[at:], "たて、しまり")
}

// stoppedTry reports whether a takedown is of what was tried before it, and not of who tried: 侵入しようとする通信を|遮断, but
// 侵入しようとした集団を|摘発.
func (r *Reader) stoppedTry(hits []hit, h *hit) bool {
	return slices.ContainsFunc(hits, func(o hit) bool {
		return o.modality == Attempted && !doers.In(r.Text[o.span.End:h.span.Start])
	})
}

// doers are who tries, and what they work with.
var doers = words("集団", "グループ", "組織", "一味", "ハッカー", "ボット", "サイト", "男", "女", "者", "人を", "人の", "サーバ", "ドメイン", "インフラ", "網")
