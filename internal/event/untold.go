package event

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// In a text of the field nearly all that is told with its day is an act, whatever its verb: 2月3日に|下調べをした. Where no trigger
// reads such a clause, it is an act all the same, of the type that its words hint at, other where they hint at none. It is
// found with little confidence: enough to be shown to who looks a text through, too little for a timeline.

// A gist is a word that hints at a type of act, less surely than a trigger tells it.
type gist struct {
	typ   Type
	words string
}

// gists are in order: the first of which a clause has a word counts.
var gists = []gist{
	{Legal, "身柄交換 身柄を移 引き渡 送還 移送 帰国"},
	{Arrest, "逮捕 拘束 身柄 検挙"},
	{Indictment, "起訴 送検 訴追"},
	{Sanction, "制裁 資産凍結"},
	{Seizure, "押収 差し押さえ 差押え 没収"},
	{Takedown, "テイクダウン 無力化 無害化 解体 閉鎖 掃討 摘発"},
	{Legal, "地裁 裁判 判決 判事 公判 訴訟 提訴 出廷 釈放 保釈 送還 引き渡し 令状 勾留 処分 命令 法案 法律 条例 施行 申請 審問 捜索 和解"},
	{Ransomware, "ランサム 身代金 暗号化"},
	{DDoS, "DDoS"},
	{Theft, "送金 盗 奪われ 奪い 奪っ"},
	{DataBreach, "流出 漏えい 漏洩 持ち出 転送 ダウンロード 売りに"},
	{Vulnerability, "脆弱性 修正版 修正プログラム パッチ 更新プログラム CVE-"},
	{Advisory, "注意 警戒 呼びかけ 呼び掛け 要請 勧告 指針 ガイド 警報 促"},
	{Attribution, "特定 関与 仕業 犯行 名指し 非難"},
	{Notification, "一報 通知 連絡 通報 届 知らせ 相談 申告 伝え 速報 確報 共有 書面 案内"},
	{Statement, "談話 声明 会見 謝罪"},
	{Report, "報告 論文 分析 講演 統計 調査が 調査を 調査し 調査結果 調査報告 調査で を調査 の調査 レポート 紹介 報じ 報道"},
	{Statement, "語っ 語り 語る 述べ 話し 話す と話 説明 声明 会見 表明 告げ 宣言 謝罪 コメント 認め 主張 強調 答え"},
	{Other, "を停止し を遮断し を切断し を止め を切り離 を一時停止"}, // what those who were hit do
	{Intrusion, "侵入 攻撃 感染 不正 接続 ログイン 権限 マルウェア マルウエア ウイルス 標的 狙 設置 作られ 仕掛け 破られ 襲 停止 止ま 障害 下調べ 偵察 開始 改ざん 消去 フィッシング"},
	{Theft, "億円 億ドル 万ドル 暗号資産 仮想通貨 ビットコイン"},
	{Disclosure, "公表 公開 発表 発覚 判明 明らか 気づ 気付 見つ 発見 確認 掲載 載"},
	{Intrusion, "の被害"},
}

// gistTriggers are the triggers of the words of gistTable.
var gistTriggers, gistTable = func() (ts []trigger, table *morph.WordTable) {
	var all []string
	for _, g := range gists {
		for _, w := range list(g.words) {
			ts, all = append(ts, trigger{stem: w, typ: g.typ, rank: rankOf[g.typ]}), append(all, w)
		}
	}
	return ts, words(all...)
}()

// rankOf has the ranks of the types that gists have, but for what is said.
var rankOf = map[Type]rank{
	Arrest: measure, Indictment: measure, Sanction: measure, Seizure: measure, Takedown: measure, Legal: measure, Advisory: measure, Attribution: measure,
	Ransomware: incident, DDoS: incident, Theft: incident, DataBreach: incident, Intrusion: incident,
}

// hintless is the trigger of a clause that has none of these words.
var hintless = trigger{typ: Other}

// notTold are words of a clause that tells no act of its day, by what the day is that of.
var notTold = words(slices.Concat(
	list("予定 見通し 方針 期限 めど 目途 目標 目指 される見込 時期を 締め切 締切 計画され 延期 べき 望ましい 検討 方向で"), // what is to come
	list("ください 下さい されたい でしょうか ですか かどうか"),                                     // what is asked
	list("カテゴリ タグ： タグ: 投稿者 投稿日 閲覧数 更新日 最終更新 改訂 改定版 公開日 掲載日 発行 印刷 刊行 追記 訂正 誤記 閲覧 作成 ニュース一覧 自動翻訳 抄訳 この記事 本ブログ 会員限定 読了時間 つづく 無断転載"), // a text
	list("現在 時点 集計 決算"),                           // figures
	list("在住 生まれ 入社 就任 任期 設立 創業 創立 開業"),           // persons and firms
	list("新製品 発売 増設 新設 打ち上げ 開幕 表彰 協定"),            // what is new, and good
	list("想定 備え 訓練 演習 セミナー 講座 講習 研修 対策を解説 対策ソフト"), // what is only thought of
)...)

// onlyTried are the ends of a clause that says no more than what was tried.
var onlyTried = []string{"試みたが失敗した", "試みたが失敗", "ようとしたが失敗した", "試みて失敗した", "うとした", "うとしました", "うとしていた", "を試みた", "と試みた", "を試みました", "を試みていた"}

// untold reads the acts on those days of the sentence on which none of its acts is.
func (r *Reader) untold() {
	r.more = r.more[:0]
	if !r.Topic || r.inRow {
		return
	}
	for i := range r.days {
		d := &r.days[i]
		if d.AsOf || !r.past(d) || r.isEnd(d) || anyOn(r.done, d) || anyOn(r.vain, d) || anyOn(r.more, d) {
			continue
		}
		if long(d.Date) {
			continue // what goes on for long has words of its own
		}
		if r.datesText(d) {
			r.more = append(r.more, r.issued(d))
			continue
		}
		if paper := r.paperOf(d); paper != "" {
			r.more = append(r.more, r.publication(d, paper))
			continue
		}
		if cell := r.ofCell(d); cell != "" {
			r.more = append(r.more, r.madeKnown(d, cell))
			continue
		}
		if r.spoken(d) {
			continue
		}
		if h := r.passedOver(d); h != nil {
			r.more = append(r.more, r.event(h, nil))
			continue
		}
		clause, ok := r.clauseOf(i)
		if !ok || notTold.In(r.Text[clause.Start:clause.End]) || len(r.days) == 1 && notTold.In(r.text) {
			continue
		}
		if endsAny(r.Text[clause.Start:clause.End], onlyTried...) || endsAny(r.Text[clause.Start:clause.End], "ますか", "ましたか", "のか") {
			continue
		}
		if t, _ := gistOf(r.Text[clause.Start:clause.End]); t == &hintless && wars.In(r.Text[d.Span.Start:clause.End]) {
			continue
		}
		if r.tells(d, clause) {
			r.more = append(r.more, r.unread(d.Date, clause))
		}
	}
}

// wars are what armies do, of which nothing is an attack of ours: 13日から|交戦|状態に入った.
var wars = words("交戦", "停戦", "休戦", "開戦", "空爆", "終戦", "和平")

// passedOver returns the verb of saying that has a day of its own, and which gave way to what it says was done on another: 1月31日　長官が、網を前月に
// 無力化したと|証言|. It is nil where there is none.
func (r *Reader) passedOver(d *day) *hit {
	for _, h := range r.told {
		if h.when == d.Date && h.kind == Statement && h.rank == reporting && !h.inherited && r.Entry {
			return h
		}
	}
	return nil
}

// isEnd reports whether a day is only that up to which something was so: 12日|まで送油を停止.
func (r *Reader) isEnd(d *day) bool {
	after := afterTime(r.Text[d.Span.End:r.Span.End])
	return (strings.HasSuffix(d.Surface, "まで") || strings.HasPrefix(after, "まで")) && !begins(after, "までに", "に", "まで、", "までの")
}

// anyOn reports whether one of the acts was done or announced on a day.
func anyOn(events []Event, d *day) bool {
	for i := range events {
		if e := &events[i]; meets(e.Date, d.Value) || meets(e.Announced, d.Value) {
			return true
		}
	}
	return false
}

// unread makes the act of a clause that no trigger reads.
func (r *Reader) unread(d *jpdate.Date, clause source.Span) Event {
	t, at := gistOf(withoutAsides(r.Text[clause.Start:clause.End]))
	span := clause
	switch last := r.lastPredicate(clause); {
	case t.stem != "":
		span = source.Span{Start: clause.Start + at, End: clause.Start + at + len(t.stem)}
	case last >= 0:
		span = r.ps[last].span
	}
	if t == &hintless {
		t = r.hintBefore(d, t)
	}
	if t.typ == Report && endsAny(r.Text[r.Span.Start:d.Span.Start], toldTo...) {
		t = &reportedTo
	}
	if t == &hintless && r.spreads(clause) {
		t = &spread
	}
	if (t.typ == Other || t.typ == Intrusion) && r.flooded(r.Text[clause.Start:clause.End]) {
		t = &flood
	}
	h := hit{trigger: t, kind: t.typ, act: t.typ, span: span, modality: Done, when: d}
	e := r.event(&h, nil)
	e.Confidence = 0.3
	e.Told.Stem, e.Told.Rank = r.Text[span.Start:span.End], "clause"
	return e
}

// withoutAsides blanks what stands between the signs that say who somebody is: 男子生徒（17）＝|同容疑で書類送検|＝に.
func withoutAsides(clause string) string {
	from, rest, ok := strings.Cut(clause, "＝")
	if !ok {
		return clause
	}
	aside, behind, ok := strings.Cut(rest, "＝")
	if !ok {
		return clause
	}
	return from + "＝" + strings.Repeat(" ", len(aside)) + "＝" + behind
}

// hintBefore returns the trigger of what the subject that stands right before a date hints at, t where it hints at nothing: |裁判|は11月13日に始まった.
func (r *Reader) hintBefore(d *jpdate.Date, t *trigger) *trigger {
	before := r.Text[r.Span.Start:d.Span.Start]
	subject, mark := cutEnd(before, []string{"は", "が", "も"})
	if mark == "" {
		return t
	}
	subject = subject[strings.LastIndexAny(subject, "、。")+1:]
	for g, w := range gists {
		if w.typ == Legal && hasAny(subject, list(gists[g].words)...) {
			return &onTrial
		}
	}
	return t
}

// reportedTo is the trigger of a report to those who stand before its day: 委員会には|11月24日に報告済み.
var reportedTo = trigger{typ: Notification, rank: reporting}

// toldTo end what stands before the day on which somebody was told.
var toldTo = []string{"委員会には", "委員会に", "警察には", "警察に", "当局には", "当局に", "省には", "庁には"}

// onTrial is the trigger of a trial that is no more than the subject of a clause.
var onTrial = trigger{typ: Legal, rank: measure}

// spreads reports whether a clause says of malware that it spreads: 「毒虫」が東欧を中心に|拡大.
func (r *Reader) spreads(clause source.Span) bool {
	return spreading.In(r.Text[clause.Start:clause.End]) && slices.ContainsFunc(r.names, func(n name) bool {
		return n.Kind == content.Malware && clause.Contains(n.Span) && strings.HasPrefix(n.after, "が")
	})
}

// flood is the trigger of what can be told of a flood only by what the text is about.
var flood = trigger{typ: DDoS, rank: incident}

// spread is the trigger of that, and spreading are the verbs.
var spread, spreading = trigger{typ: Intrusion, rank: incident}, words("拡大", "広が", "流行", "まん延", "蔓延", "出回")

// publication makes the act of who published what a sentence cites by its day.
func (r *Reader) publication(d *day, paper string) Event {
	at := d.Span.End + strings.Index(r.Text[d.Span.End:r.Span.End], paper)
	h := hit{trigger: &trigger{stem: paper, typ: Report}, kind: Report, act: Report, modality: Done, when: d.Date, span: source.Span{Start: at, End: at + len(paper)}}
	return r.event(&h, nil)
}

// datesText reports whether a date is that of a text which is named behind it, or of a notice: 9月24日|付「障害について」, 9月24日|付でお知らせいたしました.
func (r *Reader) datesText(d *day) bool {
	return begins(r.Text[d.Span.End:r.Span.End], "付「", "付『", "付け「", "付け『", "付の第", "付けの第", "付でお知らせ", "付けでお知らせ", "付にてお知らせ", "付でご報告", "付けでご報告", "付にてご報告", "付で公表いた", "付けで公表いた")
}

// issued makes the act of who published such a text.
func (r *Reader) issued(d *day) Event {
	h := hit{trigger: &trigger{stem: "付", typ: Disclosure}, kind: Disclosure, act: Disclosure, modality: Done, when: d.Date, span: source.Span{Start: d.Span.End, End: d.Span.End + len("付")}}
	return r.event(&h, nil)
}

// madeKnown makes the act of who made known what a row tells.
func (r *Reader) madeKnown(d *day, cell string) Event {
	end := d.Span.Start - len("（")
	if strings.HasSuffix(r.Text[:d.Span.Start], "(") {
		end = d.Span.Start - len("(")
	}
	h := hit{trigger: &trigger{stem: cell, typ: Disclosure}, kind: Disclosure, act: Disclosure, modality: Done, when: d.Date, span: source.Span{Start: end - len(cell), End: end}}
	return r.event(&h, nil)
}

// lastPredicate returns the index of the last predicate of a clause, -1 where it has none.
func (r *Reader) lastPredicate(clause source.Span) int {
	for i := len(r.ps) - 1; i >= 0; i-- {
		if clause.Contains(r.ps[i].span) {
			return i
		}
	}
	return -1
}

// clauseOf returns what is told with a day: what follows it up to the next one. It is false for days in brackets.
func (r *Reader) clauseOf(i int) (source.Span, bool) {
	d := r.days[i].Span
	end := r.Span.End
	if i+1 < len(r.days) {
		end = r.days[i+1].Span.Start
	}
	if endsAny(r.Text[r.Span.Start:d.Start], "(", "（", "「", "『") && begins(r.Text[d.End:r.Span.End], ")", "）", "」", "』") {
		return source.Span{}, false
	}
	clause := source.Span{Start: d.End, End: d.End + len(strings.TrimRight(r.Text[d.End:end], "。、 　"))}
	return clause, clause.Len() >= 4*len("を")
}

// past reports whether a date is one that an act may have had: a day or a month, or the year of an entry, that is not to come.
func (r *Reader) past(d *day) bool {
	from, _, hasFrom, _ := d.Value.Bounds()
	if !hasFrom || d.Value.Month() == 0 && !r.Entry && !inSeason(d.Date) || strings.Contains(d.Surface, "年度") {
		return false
	}
	today, _, _, _ := r.Published.Bounds()
	return !r.Published.IsDay() || from.Compare(today) <= 0
}

// spoken reports whether a date is that of words: it stands in a quotation, is that of what someone says or wrote, or the day
// that a text is about anyway.
func (r *Reader) spoken(d *day) bool {
	switch d.Surface {
	case "本日", "今日", "きょう":
		if !d.wide {
			return true
		}
	case "今回", "今朝", "現在", "本年", "今月", "今年":
		return true
	}
	before := r.Text[r.Span.Start:d.Span.Start]
	return strings.Count(before, "「") > strings.Count(before, "」") || r.statementOf(d) != ""
}

// tells reports whether a clause has a predicate that is no description of a noun, as lines of chronicles need not have.
func (r *Reader) tells(d *day, clause source.Span) bool {
	if r.Entry {
		return true
	}
	if strings.HasPrefix(r.Text[clause.End:r.Span.End], "、") && !endsAny(r.Text[clause.Start:clause.End], "が", "は", "を", "に", "で", "も", "と", "の", "へ") {
		return true // …に下調べ、20日に…
	}
	if endsAny(r.Text[clause.Start:clause.End], takesPlace...) {
		return true
	}
	for i := range r.ps {
		p := &r.ps[i]
		if !clause.Contains(p.span) {
			continue
		}
		if p.form != attributive {
			return true
		}
		if !d.wide && !strings.Contains(r.Text[clause.Start:p.span.Start], "、") {
			return false // 4月に導入した|機器が…
		}
	}
	return false
}

// takesPlace ends a clause that says of what has been told where and when it was: 12月23日の午後、指令室での|ことだ|.
var takesPlace = []string{"でのことだ", "でのことだった", "でのことである", "でのことでした", "でのことです", "事件である", "事件だ", "事件だった", "事件でした"}

// gistOf returns the trigger of the type that the words of a clause hint at, and where its word stands.
func gistOf(clause string) (*trigger, int) {
	if i := strings.Index(clause, "を受け、"); i >= 0 {
		t, at := gistOf(clause[i+len("を受け、"):]) // 勧告を受け、使用を停止
		return t, i + len("を受け、") + at
	}
	best, place := len(gistTriggers), 0
	gistTable.EachWord(clause, func(at, end, word int) {
		if word < best && (gistTriggers[word].rank != incident || onlyTopic.Longest(clause[end:]) == 0) {
			best, place = word, at
		}
	})
	if best == len(gistTriggers) {
		return &hintless, 0
	}
	return &gistTriggers[best], place
}

// onlyTopic makes of an attack what is spoken about or prepared for: ランサム|ウェアへの対策を議論.
var onlyTopic = words("対策", "への対策", "攻撃への対策", "ウェアへの対策", "ウエアへの対策", "ウェア対策", "ウエア対策", "攻撃対策", "への備え", "に備え", "攻撃に備え", "攻撃への備え", "防止", "訓練", "演習", "時の", "時に", "画面", "認証", "方法", "履歴")

// meets reports whether two dates may be that of one act.
func meets(a, b edtf.Date) bool {
	if a.IsZero() || b.IsZero() {
		return false
	}
	return a == b || a.Overlaps(b) && !longTime(a) && !longTime(b)
}
