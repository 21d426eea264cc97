package event

import "strings"

// A list of what an authority or a company has made known gives the day and the title of each piece: 2024/01/25 偽メールにご注意ください. The day is
// that of the piece, and of nothing that its title speaks of.

// titled returns what was done on the first date of an entry, or on the day of a row, by making known a piece of which the text is the title:
// a warning, or news of what happened to those who publish it; "" where it is no title.
func (r *Reader) titled() Type {
	text := strings.TrimLeft(r.text, " 　・")
	if r.Entry && len(r.Dates) > 0 {
		text = r.Text[r.Dates[0].Span.End:r.Span.End]
	}
	end := lengthOfTitle(text)
	switch {
	case end == 0:
		return ""
	case ofPublisher.In(text[:end]):
		return Disclosure
	case weaknesses.In(text[:end]):
		return Vulnerability
	}
	return Advisory
}

// lengthOfTitle returns how long the title is that a text opens with, 0 where it opens with none.
func lengthOfTitle(text string) int {
	found := 0
	titleTable.EachWord(text, func(_, end, _ int) {
		if rest := strings.TrimLeft(text[end:], " 　"); found == 0 && (rest == "" || rest != text[end:] || begins(rest, "(", "（", "【", "[")) {
			found = end
		}
	})
	return found
}

// titleTable finds the words that a title ends with.
var titleTable = words("について", "に関するお知らせ", "に関する注意喚起", "についてのお知らせ", "のお願い", "にご注意ください", "にご注意を", "にご注意", "に注意", "の注意喚起", "に関する情報提供", "のお知らせ")

// weaknesses are words of a title for what programs have.
var weaknesses = words("脆弱性", "CVE-", "ゼロデイ")

// ofPublisher are said of what happened to those who publish it.
var ofPublisher = words("当社", "弊社", "本学", "当院", "当行", "本校", "本市", "当協会", "お詫び", "おわび", "ご報告", "漏えい", "漏洩", "流出", "紛失", "第一報", "第二報", "第三報", "第1報", "第2報", "第3報", "続報", "復旧", "調査結果", "への不正アクセス", "システム障害", "サービス停止", "停止の")
