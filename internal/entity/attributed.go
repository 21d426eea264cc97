package entity

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// deeds follow the name of those to whom a text attributes something.
var deeds = []string{
	"による攻撃", "によるサイバー攻撃", "によるランサムウェア攻撃", "によるランサムウエア攻撃", "によるDDoS攻撃", "による不正アクセス", "による犯行", "による侵入", "による一連の攻撃",
	"によると断定", "によると特定", "によるものと", "が犯行声明", "から犯行声明", "の犯行", "の仕業", "の名で追", "の名で知られ", "の名で呼", "を名乗る", "を名乗り", "と名乗る", "と名乗り",
	"のハッカー", "の攻撃者", "のアフィリエイト", "の運営者", "の実行役", "のリークサイト", "が関与した", "の関与が", "に帰属", "がDDoS攻撃を", "がサイバー攻撃を実行", "がサイバー攻撃を仕掛け",
	"による暗号資産の窃取", "による暗号資産窃取", "による情報窃取", "による標的型攻撃", "に帰しま", "に帰した", "の名で活動", "というハンドル", "がリークサイト", "が暴露サイト", "が自身のリークサイト", "の ハッキング", "の ハッカー", "による サイバー", "による 攻撃", "が 関与",
}

// patrons stand before the name of those whom a state is said to be behind.
var patrons = []string{
	"とのつながりが指摘される", "との関連が指摘される", "との関連が疑われる", "との関係が指摘される", "の関与が疑われる", "が支援する", "の支援を受ける", "の支援を受けた", "政府系の", "国家支援の",
	"とつながりのある", "と関係のある", "が背後にいるとされる", "傘下の", "が後ろ盾の", "が後ろ盾とされる", "に帰属される", "犯行を名乗る", "犯行を主張する", "犯行を主張した", "を標ぼうする", "を標榜する",
	"を背景とする", "を背景に持つ", "中国系の", "北朝鮮系の", "ロシア系の", "イラン系の", "を請け負う", "後継とみられる", "後継とされる", "後継を名乗る", "を襲った", "リークサイトを運営する", "暴露サイトを運営する",
	"支援を受けるとされる", "支援を受けるとみられる", "支援を受けているとされる", "支援を受けているとみられる", "が支援するとされる", "が支援するとみられる", "とつながりがあるとされる", "との関係が疑われる",
	"の一派とされる", "の一派とみられる", "の一派の", "の分派とされる", "の分派とみられる", "の下部組織とされる", "の下部組織とみられる", "系とされる", "系とみられる", "の一味とされる", "の別動隊とされる", "犯行声明を出したのは", "攻撃を主導したのは", "攻撃を仕掛けたのは", "攻撃を実行したのは", "犯行を主張したのは", "侵入したのは", "犯行を認めたのは",
	"追跡してきた", "追跡している", "追跡する", "追跡中の", "とつながる", "が操る", "の指揮下にある", "の指揮下の", "の意を受けた", "が雇った",
}

// attributed finds attackers by what is attributed to them.
func attributed(p *passage) {
	for _, at := range p.spots[deedWords] {
		for _, s := range p.nameEnding(at.Start) {
			if p.couldAttack(s) && (!onePerson(p.text[at.End:]) || p.handle(s, at.End)) && !(p.wild && !p.touched && animals.ends(p.surface(s))) && (p.aware(s) || strings.Contains(p.surface(at.Span), "名乗") && p.digital(s)) {
				p.sight(s, content.Actor, 0.65, "deed")
			}
		}
	}
	for _, at := range p.spots[patronWords] {
		if strings.HasSuffix(p.surface(at.Span), "のは") && !p.told && !p.digital(at.Span) {
			continue
		}
		var names []source.Span
		if !strings.HasSuffix(p.surface(at.Span), "のは") {
			names = p.bareAfter(p.afterSpace(at.End), true, false)
		}
		if names == nil && (p.surface(at.Span) != "傘下の" || commanders.ends(strings.TrimRight(p.text[:at.Start], "）)"))) {
			names = p.quotes(at.End)
		}
		if inner, end := p.quotation(at.End); names == nil && end > 0 && p.told && commanders.ends(p.text[:at.Start]) && beginsAny(p.text[end:], "が", "の関与", "の犯行", "による", "は") {
			names = p.phrase(inner) // ロシア政府|とつながる|「冬鷹」が
		}
		for _, s := range names {
			if name := p.surface(s); strings.HasPrefix(p.surface(at.Span), "追跡") && !(p.told && coined(strings.ReplaceAll(name, " ", "")) && !toolEnds.ends(name)) {
				continue
			}
			p.attacker(s, "deed", 0.65)
		}
	}
	for _, at := range p.spots[linkWords] {
		k := p.headWithin(at.End)
		if s, ok := latinBefore(p.text, at.Start); ok && k == "" && p.told && p.toolWithin(at.End) && coined(p.surface(s)) && !productTable[strings.ToLower(p.surface(s))] {
			k = content.Malware
		}
		if k != "" {
			for _, s := range p.nameEnding(at.Start) {
				p.sight(s, k, 0.7, "called")
			}
		}
	}
	p.adversaries()
}

// commanders are the ends of those under whom attackers are: 米国家安全保障局（NSA）|傘下の.
var commanders = newSuffixTable([]string{"NSA", "CIA", "GRU", "FSB", "SVR", "MSS", "MOIS", "IRGC", "総局", "保安庁", "保安局", "保障局", "安全省", "安全部", "情報省", "情報庁", "防衛隊", "軍", "部隊", "情報機関", "政府", "ロシア", "中国", "イラン", "北朝鮮"})

// onePerson reports whether what follows を名乗る is a single person: then the name is a handle.
func onePerson(after string) bool {
	for _, w := range []string{"していた", "している", "する", "した"} {
		after = strings.TrimPrefix(after, w)
	}
	if many := strings.TrimLeft(after, "0123456789数"); len(many) < len(after) && strings.HasPrefix(many, "人") {
		return true
	}
	return beginsAny(after, "指示役", "実行役", "リーダー格", "男", "女", "人物", "研究者", "高校生", "中学生", "大学生", "学生", "少年", "少女", "社員", "記者", "会社", "業者", "企業", "警察官", "弁護士")
}

// handle reports whether a quoted name in Latin letters is that by which a text about attacks knows one of those who attack:
// 「vossk」を名乗る|人物.
func (p *passage) handle(s source.Span, i int) bool {
	return p.told && p.scriptAt(s.Start) == latin && p.opening(s.End+len("」")) >= 0 && !strings.Contains(p.surface(s), " ") && beginsAny(strings.TrimPrefix(strings.TrimPrefix(p.text[i:], "名"), "の"), "人物", "男", "女", "ハッカー")
}

// attacker sights one to whom a text attributes something.
func (p *passage) attacker(s source.Span, why string, confidence float64) {
	if p.couldAttack(s) && p.aware(s) {
		p.sight(s, content.Actor, confidence, why)
	}
}

// afterSpace returns the place after the space at i, i if there is none.
func (p *passage) afterSpace(i int) int {
	if i < len(p.text) && p.text[i] == ' ' {
		i++
	}
	return i
}

// nameEnding returns the name that ends at i, quoted or bare, and the one in brackets after it.
func (p *passage) nameEnding(i int) []source.Span {
	if p.opening(i) >= 0 {
		return p.quotesBefore(i)
	}
	var out []source.Span
	if last := lastRune(p.text[:i]); last == ')' || last == '）' || last == ']' {
		open := strings.LastIndexAny(p.text[max(0, i-maxQuotation):i], "(（[")
		if open < 0 {
			return nil
		}
		open += max(0, i-maxQuotation)
		out = p.listed(source.Span{Start: open + runeLen(p.text[open:]), End: i - utf8.RuneLen(last)})
		if len(out) == 0 {
			return nil
		}
		i = open
		if p.opening(i) >= 0 {
			return append(out, p.quotesBefore(i)...)
		}
	}
	if bare := p.bareBefore(i, true); bare != nil {
		return append(out, bare...)
	}
	return nil
}

// couldAttack refuses the katakana words and firms that stand before the same words: ボットによる攻撃, Log4jによる攻撃.
func (p *passage) couldAttack(s source.Span) bool {
	name := p.surface(s)
	return !company(name) && !endsAny(name, "インジェクション", "スクリプティング", "フォース", "スプレー", "ハイジャック", "ポイズニング", "エクスプロイト", "ツール", "ウイルス", "ボット", "コード", "ファイル", "ウェア", "ジャック", "シェル", "ハック", "スキャン") &&
		!beginsAny(name, "CVE", "Log4", "Proxy", "SQL", "XSS", "DNS", "HTTP") &&
		!endsAny(name, "フリーランス", "ハット", "フリー", "プロ", "アマチュア", "エリート", "トップ", "ベテラン", "ティーンエージャー", "ティーンエイジャー", "パートナー", "エンジニア", "メンバー", "インサイダー")
}

// namingLinks part a name from what it names when words stand between: Nickelという中国を拠点とするハッカー集団.
var namingLinks = []string{"という", "と呼ばれる", "といわれる", "と言われる", "として知られる", "を名乗る", "と称する", "と呼称される", "名義の", "を自称する", "なる", " という", "と呼ぶ", "と名付けた", "と命名した", "と呼称する"}

// maxModifier is how many bytes of modifiers may stand between a link and its head.
const maxModifier = 90

// soft reports whether a head names a group of people of any sort: after という it is one of attackers where the sentence speaks of attacks.
func soft(h *head) bool {
	return h.kind == content.Actor && slices.Contains([]string{"集団", "グループ", "組織", "攻撃者"}, h.word)
}

// headWithin returns the kind of the head that a clause beginning at i leads to.
func (p *passage) headWithin(i int) content.Kind {
	if beginsAny(p.text[i:], tricks...) {
		return ""
	}
	kind := content.Kind("")
	clause := source.Span{Start: i, End: min(len(p.text), i+maxModifier)}
	if n := strings.IndexAny(p.text[clause.Start:clause.End], "、。「」()（）\n"); n >= 0 {
		clause.End = i + n
	}
	p.eachHead(source.Span{Start: i, End: len(p.text)}, func(h *head, s source.Span) bool {
		if s.Start >= clause.End {
			return false
		}
		if (!h.weak || soft(h) && (s.Start == i || h.word == "攻撃者" || p.told && p.ofAdversary(s.Start)) && (p.cued(s) || p.told)) && headOf(p, s, h) {
			kind = h.kind
		}
		return kind == ""
	})
	return kind
}

// tricks are what is called so, with no thought of whose or by what: 「…」と呼ばれる|手口で…マルウェアを.
var tricks = []string{"手口", "手法", "攻撃手法", "攻撃手口", "テクニック", "戦術", "脆弱性", "欠陥", "作戦", "キャンペーン", "フォーラム", "掲示板", "闇市場"}

// toolWithin reports whether a word for a tool, with another before it that says of what sort it is, follows at i: という|トンネリングツール.
func (p *passage) toolWithin(i int) bool {
	end := i
	for end < len(p.text) && end-i < maxModifier && (p.scriptAt(end) == katakana || p.scriptAt(end) == kanji || p.scriptAt(end) == latin) {
		end += runeLen(p.text[end:])
	}
	return endsAny(p.text[i:end], "ツール", "プログラム", "フレームワーク", "モジュール", "ペイロード", "ユーティリティ", "ユーティリティー")
}

// states whose services and hackers news tells of side by side.
var adversaryStates = []string{"中国", "ロシア", "イラン", "北朝鮮", "ベトナム", "パキスタン", "インド", "ベラルーシ"}

// adversaries finds the attackers of a list that gives each its country: ロシアのStrontium、イランのPhosphorus.
func (p *passage) adversaries() {
	var found []source.Span
	for _, state := range p.spots[stateWords] {
		for _, link := range []string{"の", "で活動する", "を拠点とする"} {
			if !strings.HasPrefix(p.text[state.End:], link) {
				continue
			}
			for _, s := range p.bareAfter(p.afterSpace(state.End+len(link)), false, false) {
				if p.scriptAt(s.Start) == latin && p.couldAttack(s) && p.aware(s) {
					found = append(found, s)
				}
			}
		}
	}
	if len(found) == 0 || !p.ofTwoStates(found) {
		return
	}
	for _, s := range found {
		p.sight(s, content.Actor, 0.6, "list")
	}
}

// ofTwoStates reports whether two different states at least stand right before names.
func (p *passage) ofTwoStates(names []source.Span) bool {
	seen := -1
	for _, s := range names {
		for _, state := range p.within(stateWords, source.Span{Start: max(0, s.Start-30), End: s.Start}) {
			if state.End > s.Start {
				continue
			}
			if seen >= 0 && seen != state.word {
				return true
			}
			seen = state.word
		}
	}
	return false
}

// enumerated finds the other members of a list of which one is an attacker or malware:
// 「A」「APT15」「B」, IcedID、TrickBot、Cなど.
func (p *passage) enumerated(known []hit, beside []neighbour) {
	free := func(s source.Span) bool { return !p.isTaken(s) && !overlapped(known, s) }
	for _, n := range beside {
		if n.kind != content.Actor && n.kind != content.Malware {
			continue
		}
		for s, ok := p.memberAfter(n.Span); ok && free(s); s, ok = p.memberAfter(s) {
			p.sight(s, n.kind, 0.6, "list")
		}
		if s, ok := p.twinAfter(n.Span); ok && n.kind == content.Malware && free(s) {
			p.sight(s, n.kind, 0.6, "list")
		}
		for s, ok := p.memberBefore(n.Span); ok && free(s); s, ok = p.memberBefore(s) {
			p.sight(s, n.kind, 0.6, "list")
		}
	}
}

// overlapped reports whether one of the hits, which are in order, shares a character with a span.
func overlapped(hits []hit, s source.Span) bool {
	i := sort.Search(len(hits), func(i int) bool { return hits[i].End > s.Start })
	return i < len(hits) && hits[i].Start < s.End
}

// memberAfter returns the name that follows in a list of quoted or of Latin names.
func (p *passage) memberAfter(s source.Span) (source.Span, bool) {
	rest := p.text[s.End:]
	if inner, ok := strings.CutPrefix(rest, "」"); ok {
		for _, comma := range []string{"", "、", "や", "及び", "および", "＝"} {
			if after, ok := strings.CutPrefix(inner, comma+"「"); ok {
				if end := strings.Index(after, "」"); end > 0 {
					start := len(p.text) - len(after)
					n := source.Span{Start: start, End: start + end}
					return n, nameLike(p.surface(n))
				}
			}
		}
		return s, false
	}
	after, ok := strings.CutPrefix(rest, "、")
	if !ok {
		return s, false
	}
	n, ok := latinAfter(p.text, len(p.text)-len(after))
	return n, ok && p.member(n) && beginsAny(p.text[n.End:], "、", "など", "の", "と", "や", "が", "を", "に", "。", " ", "とい", "等", "(", "（")
}

// twinAfter returns the coined Latin name that ends a list: PteroGraphin と |PteroOdd.
func (p *passage) twinAfter(s source.Span) (source.Span, bool) {
	rest := p.text[s.End:]
	for _, comma := range []string{" と ", "や", "及び", "および", " および ", " や ", "、および ", "または", "又は", " または "} {
		if after, ok := strings.CutPrefix(rest, comma); ok {
			n, ok := latinAfter(p.text, len(p.text)-len(after))
			return n, ok && (coined(p.surface(n)) || p.amongTools(n)) && !strings.Contains(p.surface(n), " ") && p.member(n) && beginsAny(strings.TrimLeft(p.text[n.End:], " "), "が", "を", "は", "の", "に", "で", "、", "など", "等", "とい")
		}
	}
	return s, false
}

// memberBefore returns the name that stands before in such a list.
func (p *passage) memberBefore(s source.Span) (source.Span, bool) {
	before := p.text[:s.Start]
	if outer, ok := strings.CutSuffix(before, "「"); ok {
		for _, comma := range []string{"", "、", "や", "及び", "および", "＝"} {
			if at := strings.TrimSuffix(outer, comma); strings.HasSuffix(at, "」") && p.opening(len(at)) >= 0 {
				n := source.Span{Start: p.opening(len(at)) + len("「"), End: len(at) - len("」")}
				return n, n.Start < n.End && nameLike(p.surface(n))
			}
		}
		return s, false
	}
	for _, comma := range []string{"、", "や", "と"} {
		if listed, ok := strings.CutSuffix(strings.TrimSuffix(before, " "), comma); ok {
			n, ok := latinBefore(p.text, len(listed))
			return n, ok && (comma == "、" && p.member(n) || comma != "と" && (shouted(p.surface(n)) || p.amongTools(n)) && p.listable(n))
		}
	}
	return s, false
}

// amongTools reports whether a Latin word is one of a list that ends with a noun for tools or malware: FRPC|やNeo-reGeorgなどのオープンソースのツール.
func (p *passage) amongTools(s source.Span) bool {
	at := p.afterTools(s.End)
	if rest, ok := strings.CutPrefix(p.text[at:], "の"); ok && at > s.End {
		at = p.afterNoun(len(p.text) - len(rest))
	}
	return at > s.End && firstOf(p.text[s.End:at], []string{"など", "といった"}) >= 0 && endsAny(p.text[s.End:at], "ツール", "マルウェア", "マルウエア", "バックドア", "ローダー", "ウイルス", "ボットネット", "スティーラー", "ランサムウェア", "ランサムウエア")
}

// member reports whether a Latin word in a sentence about attackers can be one of a list of their names.
func (p *passage) member(s source.Span) bool { return p.listable(s) && p.cued(s) }

func (p *passage) listable(s source.Span) bool {
	first, _, _ := strings.Cut(p.surface(s), " ")
	return !productTable[strings.ToLower(first)] && p.alone(s) && !p.inURL(s) && nameLike(p.surface(s)) && !company(p.surface(s)) && utf8.RuneCountInString(p.surface(s)) >= 3 && !strings.ContainsAny(p.surface(s)[:1], "0123456789")
}
