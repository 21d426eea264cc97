package event

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
)

// inContext makes the type of a trigger more exact by the words around it: an attack
// in a sentence about DDoS is DDoS, 公表 of an analysis is a report.
func (r *Reader) inContext(h *hit) Type {
	near := r.Text[max(r.Span.Start, h.span.Start-45):h.span.Start]
	switch h.typ {
	case Takedown:
		return r.brokenBy(h, near)
	case Intrusion:
		if (strings.HasSuffix(h.stem, "停止") || h.stem == "停止に追い込") && r.stopsFoe(h) {
			h.trigger = &stopped
			return Takedown
		}
		if strings.HasPrefix(h.stem, "標的") && ofPolice.In(r.Text[r.Span.Start:h.span.Start]) {
			h.trigger = &stopped
			return Takedown
		}
		return r.attackIn(h, near)
	case Attribution:
		return r.blamed(h)
	case DataBreach:
		if h.stem == "流出" && endsAny(near, amounts...) {
			return Theft // 約15億ドルが|流出
		}
		if hasAny(near, "暗号資産", "仮想通貨", "ビットコイン", "イーサ", "NEM", "XEM", "BTC", "ETH", "USDT", "XRP", "資金") || coins.In(r.text) && endsAny(near, amounts...) ||
			h.stem == "流出" && coins.In(r.Text) && !hasAny(r.text, "情報", "データ", "名簿", "メール", "ファイル", "件") {
			return Theft
		}
	case Theft:
		if takenData.In(near) && !takenMoney.In(near) || tookData(r.behindHit(h)) {
			return DataBreach
		}
	case Report:
		if strings.Contains(h.stem, "報告") && hasAny(near, "委員会に", "委員会へ", "省に", "省へ", "庁に", "庁へ", "当局に", "当局へ", "警察に", "警察へ") {
			return Notification
		}
	case Notification:
		return r.toWhom(h, near)
	case Disclosure, Statement:
		if h.stem == "出現し" && r.namesTool() {
			return Campaign
		}
		if r.unseals(h) {
			h.trigger = &unsealed
			return Indictment
		}
		if after := r.behindHit(h); describes(after) && r.disclosesFlaw(h, after) {
			return Vulnerability
		}
		if h.stem == "公表" || h.stem == "公開" || h.stem == "発表" {
			if hasAny(r.text, "共同署名", "国際文書") {
				return Advisory
			}
			return announced(r.titleBefore(h, near), h.typ)
		}
	}
	return h.typ
}

// toWhom makes of what is reported to nobody a report: 18日|に報告, とも|に報告.
func (r *Reader) toWhom(h *hit, near string) Type {
	if h.stem == "に報告" && strings.HasSuffix(near, "とも") {
		return Report // …とともに報告: nobody is told
	}
	if h.stem == "に報告" && slices.ContainsFunc(r.days, func(d day) bool {
		return d.Span.End == len(strings.TrimRight(r.Text[:h.span.Start], " ")) && !endsAny(r.Text[r.Span.Start:d.Span.Start], toldTo...)
	}) {
		return Report // 18日|に報告: nobody is told
	}
	return h.typ
}

// blamed makes the type of blame more exact: what those say who are blamed is no more than a statement.
func (r *Reader) blamed(h *hit) Type {
	if hasAny(h.stem, "非難", "批判") && denials.In(r.Text[r.Span.Start:h.span.Start]) {
		h.trigger = &protested
		return Statement
	}
	return h.typ
}

// protested is the trigger of what those say who are blamed, and denials are words of it: 「|でっち上げ|だ」と非難.
var protested, denials = trigger{stem: "非難", typ: Statement, rank: reporting}, words("でっち上げ", "でっちあげ", "捏造", "ねつ造", "事実無根", "荒唐無稽", "言いがかり", "濡れ衣", "ぬれぎぬ", "根も葉も", "根拠のない", "根拠がない", "断固反対", "誹謗中傷")

// brokenBy makes the type of what was stopped or destroyed more exact: it is a takedown, unless attackers did it.
func (r *Reader) brokenBy(h *hit, near string) Type {
	if by := near[max(0, len(near)-len("サイバー攻撃によって")):]; strings.HasPrefix(h.stem, "停止") && hasAny(by, "攻撃で", "攻撃により", "攻撃によって") {
		h.trigger = &wrecks
		return r.attackIn(&hit{trigger: &trigger{stem: "攻撃"}, span: h.span}, near)
	}
	if h.stem == "摘発" && r.ofPersons(h) {
		h.trigger = &taken
		return Arrest
	}
	if h.stem == "を妨害" && endsAny(r.Text[:h.span.Start], "システム", "大会", "開会式", "閉会式", "試合", "競技", "生産", "操業", "サイト", "投票", "集計", "報道", "診療", "会議", "選挙戦") {
		h.trigger = &wrecks
		return Intrusion
	}
	if begins(r.Text[h.span.End:r.Span.End], "た攻撃", "たサイバー攻撃", "る攻撃", "たとされる攻撃", "せた攻撃", "せたサイバー攻撃", "させた攻撃") {
		h.trigger = &wrecks
		return r.attackIn(&hit{trigger: &trigger{stem: "攻撃"}, span: h.span}, near)
	}
	if h.stem == "破壊" && r.attacks(h) {
		h.trigger = &wrecks
		return Intrusion
	}
	if (h.stem == "破壊" || h.stem == "停止させ") && strings.HasPrefix(r.Text[h.span.End:r.Span.End], "され") && !hasAny(near, "ボット", "マルウ", "サイト", "インフラ") {
		return Intrusion
	}
	return Takedown
}

// taken is the trigger of what the police do with persons.
var taken = trigger{stem: "摘発", typ: Arrest, rank: measure}

// ofPersons reports whether the object of a verb, wherever in the clause it stands, is of persons: 3人を、同庁が昨年7月に|摘発.
func (r *Reader) ofPersons(h *hit) bool {
	before := r.Text[r.Span.Start:h.span.Start]
	i := strings.LastIndex(before, "を")
	return i >= 0 && endsAny(before[:i], "人", "名", "少年", "少女", "男", "女", "容疑者", "被告", "生徒", "メンバー", "構成員", "男女")
}

// attackIn makes the type of an attack more exact by the words before it and by its sentence.
func (r *Reader) attackIn(h *hit, near string) Type {
	switch {
	case strings.Contains(h.stem, "暗号化"):
		return Ransomware
	case hasAny(near, "ランサム", "身代金") && hasAny(h.stem, "攻撃", "感染", "被害", "侵入", "ウイルス", "不能"):
		return Ransomware
	case hasAny(h.stem, "に広が", "猛威", "流行", "急拡大", "被害が出") && hasAny(r.text, "ランサム", "身代金"):
		return Ransomware
	case !strings.Contains(h.stem, "攻撃"):
	case endsAny(near, "サイトを", "ホームページを", "ポータルを") && strings.HasPrefix(h.stem, "攻撃") && !breaksIn.In(r.text):
		return DDoS
	case strings.HasPrefix(h.stem, "攻撃") && floods.In(r.Text[:r.Span.End]), strings.Contains(r.text, "DDoS"):
		return DDoS
	}
	if r.flooded(r.text) {
		return DDoS
	}
	return Intrusion
}

// flooded reports whether a text of a sentence tells that something could not be reached, where the text around it is about floods.
func (r *Reader) flooded(text string) bool {
	return r.Flood && unreachable.In(text) && !breaksIn.In(r.text) && !infects.In(r.text)
}

var (
	unreachable = words("つなが", "繋が", "閲覧", "見られな", "見れな", "ダウン", "接続障害", "接続でき", "接続し", "障害", "攻撃を受け", "表示できな", "表示されな", "サイトが停止", "サイトの停止", "サイトを停止", "サービスが停止", "サイトが止ま", "利用できな", "不通", "アクセスできな", "アクセスしに", "アクセスが")
	infects     = words("操業", "生産", "身代金", "診療", "出荷", "感染", "マルウェア", "マルウエア", "ウイルス", "乗っ取", "ボットに", "脆弱")
)

// Floods reports whether a text speaks of attacks that flood sites, by their names.
func Floods(text string) bool { return floodNames.In(text) }

var floodNames = words("DDoS", "ＤＤｏＳ", "DoS攻撃", "サービス拒否攻撃", "サービス妨害攻撃")

// breaksIn are said of attacks on a site that do more than keep people from it.
var breaksIn = words("侵入", "改ざん", "脆弱性", "流出", "盗", "不正アクセス", "漏え", "漏洩", "カード情報", "個人情報", "ランサム")

// tookData reports whether words behind a theft describe data by it: 盗ん|だとする顧客データを掲載.
func tookData(after string) bool {
	rest := cutAny(after, "だ", "した", "された", "れた", "とする", "とされる", "という", "とみられる", "と主張する")
	if len(rest) == len(after) {
		return false
	}
	end := strings.IndexAny(rest, "をがはに、。")
	return end > 0 && end <= 15*len("を") && takenData.In(rest[:end]) && !takenMoney.In(rest[:end])
}

// takenData and takenMoney are what may be taken.
var takenData, takenMoney = words(list(data)...), words(list(money)...)

// titleBefore returns the words before a verb of publishing, and all of a title that is its object: 「…レポート 2013年9月号」を|発表.
func (r *Reader) titleBefore(h *hit, near string) string {
	before := r.Text[r.Span.Start:h.span.Start]
	for _, marks := range [][2]string{{"「", "」を"}, {"『", "』を"}} {
		if open := strings.LastIndex(before, marks[0]); open >= 0 && strings.HasSuffix(before, marks[1]) {
			return before[open:]
		}
	}
	return near
}

// announced returns the type of an announcement by what is announced, t for anything.
func announced(near string, t Type) Type {
	switch {
	case hasAny(near, "リークサイトに", "リークサイトで", "ウィキリークスに", "ウィキリークスで", "暴露サイトに", "暴露サイトで", "ダークウェブに", "ダークウェブで", "闇サイトに", "闇サイトで"):
		return DataBreach
	case hasAny(near, "続報", "分析", "調査(", "調査（", "レポート", "報告", "調査結果", "技術情報", "ブログ", "手順", "統計", "論文", "白書"):
		return Report
	case hasAny(near, "声明", "談話", "見解"):
		return Statement
	}
	return t
}

// stopsFoe reports whether what is stopped is what attackers work with: C2の一部は5月30日、調整により|停止|された, 指令サーバーは捜査機関の協力で|停止|した.
func (r *Reader) stopsFoe(h *hit) bool {
	before := r.Text[r.Span.Start:h.span.Start]
	if malicious := r.namesTool(); strings.HasSuffix(h.stem, "停止") && (malicious && endsAny(before, "インフラ", "インフラを", "サーバー網", "サーバー網を") || strings.HasPrefix(r.behindHit(h), "させ") && (malicious || onlyFoes.In(before)) && !r.attacks(h)) {
		return true // 「毒虫」などのインフラ|停止, 「毒虫」を一斉に|停止|させた
	}
	if h.stem == "停止" && !begins(r.behindHit(h), "され", "させられ") && !stoppers.In(r.text) {
		return false
	}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Kind == content.Malware && r.Span.Contains(m.Span) && m.Span.End <= h.span.Start && stoppers.In(r.text) && begins(cutAny(r.Text[m.Span.End:], "」", "の活動", "のインフラ", "のサーバー", "のボットネット"), "は", "が", "も") {
			return true
		}
	}
	found := false
	onlyFoes.Each(before, func(_, end int) {
		rest := cutAny(before[end:], "サーバー", "サーバ", "網", "の一部", "の大半", "の多く", "すべて")
		found = found || begins(rest, "は", "が", "も")
	})
	return found
}

// stoppers are who stops them.
var stoppers = words(list(powers)...)

// ofPolice are the subjects of what the police of several countries do, whose targets are not victims.
var ofPolice = words("国際作戦は", "共同作戦は", "合同作戦は", "国際的な作戦は", "国際共同作戦は", "共同国際作戦は", "フェーズは", "第2弾は", "第3弾は", "作戦は、", "作戦では、")

// onlyFoes are what only attackers work with, and stopped is the trigger of that they are stopped.
var onlyFoes, stopped = words("C2", "C&C", "指令", "ボットネット", "ボット", "リークサイト", "闇市場", "闇サイト", "詐欺サイト", "偽サイト", "サーバー網"), trigger{stem: "停止され", typ: Takedown, rank: measure}

// unseals reports whether what is made public is an indictment, however far before its verb it stands: 起訴状が11日、地裁で|開示された.
func (r *Reader) unseals(h *hit) bool {
	if h.stem != "公開" && h.stem != "開示" && h.stem != "公表" {
		return false
	}
	before := r.Text[r.Span.Start:h.span.Start]
	at := strings.LastIndex(before, "起訴状")
	if at < 0 {
		return false
	}
	rest := before[at+len("起訴状"):]
	return begins(rest, "が", "を", "は") && !strings.ContainsAny(rest[len("が"):], "がを」")
}

// unsealed is the trigger of that.
var unsealed = trigger{stem: "起訴状が公開", typ: Indictment, rank: measure}

// wrecks is 破壊 where attackers do it.
var wrecks = trigger{stem: "破壊", typ: Intrusion, rank: incident}

// coins are what thieves make off with, and amounts what may stand before 流出 then.
var (
	coins   = morph.NewWordTable([]string{"暗号資産", "仮想通貨", "ビットコイン", "イーサリアム", "イーサ", "NFT"})
	amounts = []string{"円が", "ドルが", "円相当が", "ドル相当が", "円分が", "ドル分が", "円以上が", "ドル以上が", "円超が", "ドル超が", "円余りが", "ドル余りが", "円相当", "ドル相当", "円分", "ドル分", "円以上", "ドル以上", "円超", "ドル超", "円余り", "ドル余り"}
)

// attacks reports whether an attacker or malware is what a verb has as its subject: 「毒虫」が端末を|破壊.
func (r *Reader) attacks(h *hit) bool {
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if (m.Kind == content.Malware || m.Kind == content.Actor) && r.Span.Contains(m.Span) && m.Span.End <= h.span.Start &&
			begins(strings.TrimLeft(r.Text[m.Span.End:h.span.Start], "」』"), "が", "は") {
			return true
		}
	}
	return false
}

// floods are the words for an attack that floods a service.
var floods = morph.NewWordTable([]string{"DDoS", "ＤＤｏＳ", "DoS攻撃", "サービス拒否", "サービス妨害", "大量のデータ", "大量の通信", "過剰な負荷", "負荷をかけ"})
