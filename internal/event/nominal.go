package event

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jikenbo/internal/source"
)

// What a sentence before has told is often dated by a sentence of its own, with the noun for it as the topic: 侵入は4月18日とみられる。
// 逮捕は15日朝、都内の自宅で行われた。 Such a sentence need not say again that it is about cyber operations.

// nominals are the nouns for acts that a day is said of.
var nominals = func() map[string]*trigger {
	out := map[string]*trigger{}
	for _, n := range []struct {
		typ   Type
		nouns string
	}{
		{Intrusion, "侵入 攻撃 感染 不正アクセス 不正ログイン 改ざん 侵害 乗っ取り ハッキング 障害 停止 暗号化"},
		{DataBreach, "流出 漏えい 漏洩 持ち出し"},
		{DataBreach, stretches},
		{Theft, "盗難 窃取 不正送金 不正出金"},
		{Arrest, "逮捕 拘束 検挙"},
		{Indictment, "起訴 訴追 送検 書類送検 告発 刑事告発 刑事告訴"},
		{Sanction, "制裁 制裁指定 制裁の発動 資産凍結"},
		{Seizure, "押収 差し押さえ 没収"},
		{Takedown, "閉鎖 無力化 無害化 解体 テイクダウン 摘発 遮断"},
		{Legal, "捜索 家宅捜索 判決 提訴 引き渡し 行政処分 行政指導"},
		{Advisory, "注意喚起 勧告 警告"},
		{Notification, "届け出 申告 通報 相談 通知 報告"},
		{Other, "復旧 再開"},
		{Sanction, "発動"},
		{Advisory, "発出"},
		{DataBreach, "暴露"},
		{Disclosure, "公表 発表 公開 発覚 判明 発見"},
		{Statement, "表明 会見 記者会見"},
		{Notification, "提出"},
	} {
		for _, noun := range list(n.nouns) {
			out[noun] = &trigger{stem: noun, typ: n.typ, rank: rankOf[n.typ]}
		}
	}
	return out
}()

// stretches are the nouns for the time in which data was lost of which the sentence before tells: 期間は2021年8月28日から12月8日まで.
const stretches = "期間 対象期間 漏えい期間 流出期間 影響期間"

// ofStretch reports whether a noun for a stretch of time is that of what was told before: on a range, behind a breach or an intrusion or the news
// of one, and of nothing else that lasts (保守点検の期間).
func (r *Reader) ofStretch(d *day, start int) bool {
	before := r.Text[r.Span.Start:start]
	return d.Value.IsInterval() && (before == "" || endsAny(before, ofLoss...)) && slices.ContainsFunc(r.before, func(t Type) bool { return t == DataBreach || t == Intrusion || t == Disclosure })
}

// ofLoss stand before the nouns for such a stretch.
var ofLoss = []string{"流出の", "漏えいの", "漏洩の", "影響の", "影響を受けた", "可能性のある", "おそれのある", "恐れのある", "該当する", "該当", "その"}

// isCompound reports whether a noun is the end of a longer one, which is of another matter: 確定|申告, 決算|報告.
func (r *Reader) isCompound(start int) bool {
	before, _ := utf8.DecodeLastRuneInString(r.Text[r.Span.Start:start])
	return unicode.Is(unicode.Han, before) || before == 'ご' || before == 'お'
}

// readNominals adds the nouns that are the topic of a sentence which says their day, where no trigger has read them.
func (r *Reader) readNominals() {
	if !r.Topic && r.cue == noCue && !r.Follows {
		return
	}
	for i := range r.days {
		d := &r.days[i]
		span, t := r.topicNoun(d)
		if t == nil || slices.ContainsFunc(r.hits, func(h hit) bool { return h.span.Overlaps(span) }) || !r.isDayOf(d) {
			continue
		}
		m, word, ok := modality(r.Text[span.End:r.Span.End])
		if !ok {
			continue
		}
		h := hit{trigger: t, kind: r.asBefore(t.typ), span: span, modality: m, word: word, deed: true, own: d.Date}
		at := slices.IndexFunc(r.hits, func(o hit) bool { return o.span.Start > span.Start })
		if at < 0 {
			at = len(r.hits)
		}
		r.hits = slices.Insert(r.hits, at, h)
	}
}

// topicNoun returns the noun for an act that is the topic before a date, nil without one: 最初の|侵入|は遅くとも4月18日.
func (r *Reader) topicNoun(d *day) (source.Span, *trigger) {
	before, _ := cutEnd(r.Text[r.Span.Start:d.Span.Start], atLeast)
	before = strings.TrimSuffix(before, "、")
	before, ok := strings.CutSuffix(before, "は")
	if !ok {
		return source.Span{}, nil
	}
	end := r.Span.Start + len(before)
	for i := r.tokenFrom(end) - 1; i >= 0 && len(before) > 0; i-- {
		start := r.Tokens[i].Span.Start
		if start < r.Span.Start || end-start > len("不正ログイン") {
			break
		}
		if t := nominals[r.Text[start:end]]; t != nil {
			if endsAny(r.Text[r.Span.Start:start], notOurs...) || strings.HasSuffix(t.stem, "期間") && !r.ofStretch(d, start) || t.typ == Notification && (r.isCompound(start) || r.isEnd(d)) || t.typ == Other && r.isEnd(d) {
				break
			}
			return source.Span{Start: start, End: end}, t
		}
	}
	return source.Span{}, nil
}

// notOurs stand before such nouns where they are of something else.
var notOurs = []string{"販売", "発行", "取引", "執行", "免許", "活動", "営業", "模擬", "訓練", "想定", "重油", "原油", "石油", "ガス", "放射性物質", "汚染水", "ウイルスへの", "インフルエンザ", "コロナ", "ミサイル", "無人機", "ドローン", "経済", "大雨", "総会の", "停電の", "試合の", "列車の", "運転の", "断水の"}

// isDayOf reports whether a date is what the sentence says of its topic: 逮捕は15日|だった, …は15日|朝、自宅で行われた.
func (r *Reader) isDayOf(d *day) bool {
	after := afterTime(r.Text[d.Span.End:r.Span.End])
	if rest, ok := strings.CutPrefix(after, "、"); ok {
		if noun, _, isTopic := strings.Cut(rest, "は"); isTopic && nominals[noun] != nil {
			return true // 報告は12日|、公表は15日だった
		}
		rest = strings.TrimRight(rest, "。 　")
		return endsAny(rest, "で行われた", "で起きた", "で始まった", "で実施された", "で発生した", "で行われました", "で起きました", "から始まった", "から始まりました") && !strings.ContainsAny(rest, "、がは")
	}
	return dayOnly.Longest(after) > 0 && !strings.HasPrefix(after, "にピーク")
}

// asBefore makes the type of an act that is told by a noun alone that of the sentence before, where that told one like it: DDoS攻撃を受けた。
// 攻撃は….
func (r *Reader) asBefore(t Type) Type {
	if !r.Follows || t != Intrusion && t != DataBreach {
		return t
	}
	for _, b := range r.before {
		if b.Incident() && (t == Intrusion && b != DataBreach || t == DataBreach && b == Theft) {
			return b
		}
	}
	return t
}

// madePublic stands behind the day on which an act was made known that has no other: 起訴が19日|に発表された.
var madePublic = words("に発表さ", "に公表さ", "に公開さ", "に明らかにさ", "に発表し", "に公表し", "に明らかにし", "に公に")

// saidOf returns the date that is said of a noun for an act, each of several in a sentence having its own, -1 without one:
// 閉鎖は19日、|逮捕|は20日だった.
func (r *Reader) saidOf(h *hit) int {
	if h.rank < incident {
		return -1
	}
	for i := range r.days {
		d := &r.days[i]
		if d.Span.Start < h.span.End {
			continue
		}
		between, _ := cutEnd(r.Text[h.span.End:d.Span.Start], atLeast)
		after := afterTime(r.Text[d.Span.End:r.Span.End])
		noun, isTopic := strings.CutSuffix(between, "は")
		known := madePublic.Longest(after) > 0
		if !isTopic && known {
			noun, isTopic = strings.CutSuffix(between, "が")
		}
		if !isTopic || noun != "" && nominals[noun] == nil || !known && dayOnly.Longest(after) == 0 || begins(after, "になって", "にピーク") || i > 0 && !strings.Contains(r.Text[r.days[i-1].Span.End:h.span.Start], "、") {
			return -1 // 3日の|逮捕は12日になって明らかにされた
		}
		return i
	}
	return -1
}
