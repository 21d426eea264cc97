package event

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/entity"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A hit is a trigger in its place, with what could be told of it.
type hit struct {
	*trigger
	kind     Type        // of the trigger in its context
	at       int         // in the squeezed text; of no meaning for a deed
	deed     bool        // it is a verb with its object
	grade    grade       // how it stands in its sentence
	span     source.Span // in the passage
	modality Modality
	word     string // of the modality
	// coordinate says that the clause of the hit ends with it and another follows: …を発表するとともに.
	coordinate bool

	// What its date adds.
	when      *jpdate.Date
	inherited bool         // it is that of an earlier sentence
	scene     bool         // which says only when what follows was
	act       Type         // what attackers do over years is a campaign
	own       *jpdate.Date // that the sentence says of it
	release   *hit         // the verb of reporting that announces it
	announced *jpdate.Date
	announcer string // the words for the announcement
}

// inTime returns the type of act that a hit with its date is.
func (h *hit) inTime() Type {
	if h.rank == incident && h.kind != Other && h.kind != DDoS && long(h.when) {
		return Campaign
	}
	return h.kind
}

// inReport returns the type of act that a hit with its date is, a report for what one of that day says: 12日の|報告書|で…と名付けた.
func (r *Reader) inReport(h *hit) Type {
	if h.rank == reporting && !h.inherited {
		for i := range r.days {
			if d := &r.days[i]; d.Date == h.when && reports.Longest(r.statementOf(d)) > 0 {
				return Report
			}
		}
	}
	if h.rank == incident && r.startsOnce(h) {
		return h.kind
	}
	return h.inTime()
}

var reports = words("報告", "レポート", "調査結果", "ブログ", "記事")

func (h *hit) confidence() float64 {
	c := 0.9
	switch h.rank {
	case reporting:
		c = 0.6
	case period:
		c = 0.65
	case incident:
		c = 0.8
	}
	if h.modality == Alleged {
		c -= 0.15
	}
	switch {
	case h.scene:
		c -= 0.15
	case h.inherited:
		c -= 0.4
	}
	return max(c, 0.1)
}

// long reports whether a date is a stretch without an end or of more than a year.
func long(d *jpdate.Date) bool { return longTime(d.Value) }

func longTime(d edtf.Date) bool {
	if !d.IsInterval() {
		return false
	}
	from, to, hasFrom, hasTo := d.Bounds()
	return !hasFrom || !hasTo || 12*(to.Year-from.Year)+to.Month-from.Month >= 11
}

// find finds the triggers of a sentence that report an act, whether done or not; none in one that is not about the field.
func (r *Reader) find() {
	r.hits = r.hits[:0]
	r.look()
	about := plain
	if !r.Topic {
		about = r.cue
	}
	if about == noCue {
		return
	}
	stems.EachWord(r.plain, func(at, _, word int) { r.add(lexicon[word], at) })
	r.reported()
	// A sentence about servers or the Internet tells incidents; what else is announced of them may be anything.
	if about == weak && !slices.ContainsFunc(r.hits, func(h hit) bool { return h.rank == incident || h.typ == Takedown && joint.In(r.plain) }) {
		r.hits = r.hits[:0]
	}
}

// add adds the trigger of a stem that stands at a place of the sentence, if one may stand there. Of those that overlap the
// leftmost counts, and of these the longest. Places only grow.
func (r *Reader) add(ts []trigger, at int) {
	span := r.place(at, at+len(ts[0].stem))
	n := len(r.hits)
	longer := n > 0 && r.hits[n-1].span.Start == span.Start && r.hits[n-1].span.End < span.End
	if n > 0 && r.hits[n-1].span.Overlaps(span) && !longer || insideName(r.Mentions, span) {
		return
	}
	t := r.standing(ts, at)
	switch {
	case t == nil, r.inTitle(span), span.Len() > len(t.stem) && !r.oneWord(span):
	case longer:
		r.hits[n-1] = hit{trigger: t, at: at, span: span}
	default:
		r.hits = append(r.hits, hit{trigger: t, at: at, span: span})
	}
}

// standing returns the first of the triggers of a stem that may stand at a place of the sentence, nil where none may.
func (r *Reader) standing(ts []trigger, at int) *trigger {
	for i := range ts {
		if r.stands(&ts[i], at) {
			return &ts[i]
		}
	}
	return nil
}

// stands reports whether a trigger may stand at a place of the sentence.
func (r *Reader) stands(t *trigger, at int) bool {
	if t.rank == period && !r.stretch && t.stem != "続い" {
		return false // it would have no date
	}
	if !t.allows(r.plain, at) {
		return false
	}
	return t.object(r.plain) || t.of == nil && (t.typ == Takedown && (r.namesTool() || r.named(at)) || t.typ == Intrusion && r.namesTool())
}

// reported keeps the hits that report an act, whether done or not, and gives them their modality and type.
func (r *Reader) reported() {
	out, charge, asked := r.hits[:0], "", false
	r.publishes = false
	for i := range r.hits {
		r.publishes = r.publishes || r.hits[i].publishes()
	}
	for _, h := range r.hits {
		after := r.behindHit(&h)
		if h.rank == reporting && (r.onlyTells(&h, after) || describes(after) && !r.disclosesFlaw(&h, after) && !r.makesKnown(&h) && !r.releases(&h, after)) ||
			h.typ == Takedown && ableTo(after) {
			continue
		}
		if h.typ == Takedown && r.stoppedTry(out, &h) {
			continue // what was tried is what was stopped
		}
		var ok bool
		if h.modality, h.word, ok = modality(after); !ok {
			continue
		}
		if h.modality == Planned && h.rank == incident && strings.HasPrefix(h.word, "ことを") {
			h.modality, h.word = Done, "" // 感染していた|ことを認めた: nobody allows that
		}
		if h.modality == Done && h.rank == incident {
			if !asked {
				charge, asked = charged(r.text), true
			}
			if charge != "" {
				h.modality, h.word = Alleged, charge
			}
		}
		h.coordinate = h.rank == reporting && begins(after, "するとともに", "発表するとともに", "し、", "発表し、")
		h.kind = r.inContext(&h)
		out = append(out, h)
	}
	r.hits = out
}

// behindHit returns the text behind the words of a hit.
func (r *Reader) behindHit(h *hit) string {
	if h.deed {
		return r.Text[h.span.End:r.Span.End]
	}
	return r.plain[h.at+len(h.stem):]
}

// disclosesFlaw reports whether a clause tells when a vulnerability became known, whatever the sentence says of it:
// 昨年12月に|公表された…の脆弱性.
func (r *Reader) disclosesFlaw(h *hit, after string) bool {
	if h.typ != Disclosure || !strings.Contains(after[:min(len(after), 90)], "脆弱性") {
		return false
	}
	return slices.ContainsFunc(r.days, func(d day) bool {
		return d.Span.End <= h.span.Start && h.span.Start-d.Span.End <= len("に")
	})
}

// inContext makes the type of a trigger more exact by the words around it: an attack
// in a sentence about DDoS is DDoS, 公表 of an analysis is a report.
func (r *Reader) inContext(h *hit) Type {
	near := r.Text[max(r.Span.Start, h.span.Start-45):h.span.Start]
	switch h.typ {
	case Takedown:
		if h.stem == "を妨害" && endsAny(r.Text[:h.span.Start], "システム", "大会", "開会式", "閉会式", "試合", "競技", "生産", "操業", "サイト", "投票", "集計", "報道", "診療", "会議", "選挙戦") {
			h.trigger = &wrecks
			return Intrusion
		}
		if h.stem == "破壊" && r.attacks(h) {
			h.trigger = &wrecks
			return Intrusion
		}
		if (h.stem == "破壊" || h.stem == "停止させ") && strings.HasPrefix(r.Text[h.span.End:r.Span.End], "され") && !hasAny(near, "ボット", "マルウ", "サイト", "インフラ") {
			return Intrusion
		}
	case Intrusion:
		return r.attackIn(h, near)
	case DataBreach:
		if h.stem == "流出" && endsAny(near, amounts...) {
			return Theft // 約15億ドルが|流出
		}
		if hasAny(near, "暗号資産", "仮想通貨", "ビットコイン", "イーサ", "NEM", "BTC", "ETH", "資金") || coins.In(r.text) && endsAny(near, amounts...) ||
			h.stem == "流出" && coins.In(r.Text) && !hasAny(r.text, "情報", "データ", "名簿", "メール", "ファイル", "件") {
			return Theft
		}
	case Theft:
		if takenData.In(near) && !takenMoney.In(near) {
			return DataBreach
		}
	case Report:
		if strings.Contains(h.stem, "報告") && hasAny(near, "委員会に", "委員会へ", "省に", "省へ", "庁に", "庁へ", "当局に", "当局へ", "警察に", "警察へ") {
			return Notification
		}
	case Notification:
		if h.stem == "に報告" && slices.ContainsFunc(r.days, func(d day) bool { return d.Span.End == len(strings.TrimRight(r.Text[:h.span.Start], " ")) }) {
			return Report // 18日|に報告: nobody is told
		}
	case Disclosure, Statement:
		if after := r.behindHit(h); describes(after) && r.disclosesFlaw(h, after) {
			return Vulnerability
		}
		if h.stem == "公表" || h.stem == "公開" || h.stem == "発表" {
			if hasAny(r.text, "共同署名", "国際文書") {
				return Advisory
			}
			return announced(near, h.typ)
		}
	}
	return h.typ
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
	case strings.HasPrefix(h.stem, "攻撃") && floods.In(r.Text[:r.Span.End]), strings.Contains(r.text, "DDoS"):
		return DDoS
	}
	return Intrusion
}

// takenData and takenMoney are what may be taken.
var takenData, takenMoney = words(list(data)...), words(list(money)...)

// announced returns the type of an announcement by what is announced, t for anything.
func announced(near string, t Type) Type {
	switch {
	case hasAny(near, "リークサイトに", "リークサイトで", "ダークウェブに", "ダークウェブで", "闇サイトに", "闇サイトで"):
		return DataBreach
	case hasAny(near, "続報", "分析", "レポート", "報告", "調査結果", "技術情報", "ブログ", "手順", "統計", "論文", "白書"):
		return Report
	case hasAny(near, "声明", "談話", "見解"):
		return Statement
	}
	return t
}

// wrecks is 破壊 where attackers do it.
var wrecks = trigger{stem: "破壊", typ: Intrusion, rank: incident}

// coins are what thieves make off with, and amounts what may stand before 流出 then.
var (
	coins   = morph.NewWordTable([]string{"暗号資産", "仮想通貨", "ビットコイン", "イーサリアム", "イーサ", "NFT"})
	amounts = []string{"円が", "ドルが", "円相当が", "ドル相当が", "円分が", "ドル分が", "円以上が", "ドル以上が", "円超が", "ドル超が", "円余りが", "ドル余りが"}
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

// named reports whether what a measure is directed at stands before it as a name: 「毒虫」の|閉鎖.
func (r *Reader) named(at int) bool {
	return endsAny(r.plain[:at], "」の", "」を", "」網の", "」のサーバー網の")
}

// inTitle reports whether a trigger stands in the title of a notice that is cited: 5月20日付「不正アクセスについて（第一報）」.
func (r *Reader) inTitle(s source.Span) bool {
	before := r.Text[max(r.Span.Start, s.Start-titleLen):s.Start]
	after := r.Text[s.End:min(r.Span.End, s.End+titleLen)]
	title, _, closed := strings.Cut(after, "」")
	if !closed || !endsAny(strings.TrimRight(cutAside(title), " 　"), "について", "お知らせ", "ご報告", "お詫び", "に関して", "の件", "のご連絡") {
		return false
	}
	open := strings.LastIndex(before, "「")
	return open >= 0 && !strings.Contains(before[open:], "」")
}

// titleLen is how many bytes of a title may stand on either side of a word in it.
const titleLen = 150

// cutAside drops the bracket that ends a text: について|（第一報）.
func cutAside(s string) string {
	if !endsAny(s, "）", ")") {
		return s
	}
	return s[:max(strings.LastIndex(s, "（"), strings.LastIndex(s, "("), 0)]
}

// floods are the words for an attack that floods a service.
var floods = morph.NewWordTable([]string{"DDoS", "ＤＤｏＳ", "DoS攻撃", "サービス拒否", "サービス妨害", "大量のデータ", "大量の通信", "過剰な負荷", "負荷をかけ"})

func hasAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// begins reports whether a text begins with one of the words. The last byte of its first character tells most words from it.
func begins(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if len(p) <= len(s) && (len(p) < 3 || p[2] == s[2]) && s[:len(p)] == p {
			return true
		}
	}
	return false
}

// endsAny reports whether a text ends with one of the words, of which the last byte tells most.
func endsAny(s string, suffixes ...string) bool {
	for _, x := range suffixes {
		if len(x) <= len(s) && x[len(x)-1] == s[len(s)-1] && s[len(s)-len(x):] == x {
			return true
		}
	}
	return false
}

// namesTool reports whether a sentence names malware, which is what takedowns are about.
func (s *Sentence) namesTool() bool {
	for i := range s.Mentions {
		if m := &s.Mentions[i]; m.Kind == content.Malware && s.Span.Contains(m.Span) {
			return true
		}
	}
	return false
}

// insideName reports whether a trigger is part of a longer name.
func insideName(ms []entity.Mention, s source.Span) bool {
	for i := range ms {
		if m := &ms[i]; m.Span.Contains(s) && m.Span != s && m.Kind != content.Place && m.Kind != content.Operation {
			return true
		}
	}
	return false
}
