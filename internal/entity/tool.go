package entity

import (
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// Words that follow the quoted name of malware or of a network of infected machines. What the plain ones say can be said
// of other things too: there the sentence must speak of infection.
var (
	toolWords = []string{
		"の復号", "の亜種", "に感染", "への感染", "のボット", "の検体", "の感染", "のC2", "の指令サーバ", "の司令サーバ", "のテイクダウン", "をテイクダウン",
		"が拡散", "を拡散", "の拡散", "が世界", "が流行", "が猛威", "がまん延", "で使用不能", "で使えなく", "が仕込まれ", "が植え付けられ", "の配布サイト", "の配布元", "の販売サイト",
	}
	plainWords = []string{
		"を停止", "を無力化", "を無害化", "を解体", "の解体", "の無力化", "の停止", "の無害化", "を乗っ取", "の乗っ取り", "を妨害", "を遮断", "のドメイン", "を掌握", "が発覚", "が見つか", "で停止", "が約", "を使ったと", "を使って", "を公表", "を発見", "の名があ", "の名が", "と通信", "と作り", "の名で", "の 名で", "などの基盤", "などのインフラ", "が使われ", "が使用され", "で破壊", "でデータを消", "により約", "が配布", "が配られ", "に置き換わ", "に切り替わ", "の通信網", "を配", "と名付け", "を摘発", "の閉鎖", "の摘発",
	}
	// deliveries are those of them that are said of what attackers bring along.
	deliveries = []string{"を埋め込", "が埋め込", "を投下", "を仕掛け", "を送り込", "を仕込", "をばらま", "を植え付け", "をインストール", "をダウンロード", "を配信"}
	// handlings are said of anything: of malware only where it has the form of a coined name.
	handlings = wordSet("を展開", "を設置", "を実行", "を起動", "を落と", "を読み込", "が展開され", "が設置され", "が実行され", "が起動し")
	// infections are what a sentence says that speaks of such.
	infections = []string{
		"ドメイン", "ボットネット", "ランサム", "身代金", "マルウ", "ウイルス", "ワーム", "ワイパー", "感染", "端末を破壊", "端末が", "万台", "制御装置", "核施設", "暗号化", "脅迫文", "ローダー", "バックドア", "検体", "スパイウ", "トロイ", "復号", "通信網", "裁判所の命令", "無害化", "無力化",
	}
)

// tools finds malware by what is said of the quotation that names it: 「アバランチ」を停止、80万超のドメインを遮断.
func tools(p *passage) {
	for _, at := range p.spots[toolAfterWords] {
		word, end := p.surface(at.Span), p.uncounted(at.Start)
		if p.opening(end) < 0 || handlings[word] && !p.ofTool(end) || strings.HasPrefix(p.text[at.End:], "活動") || isPlain(word) && !p.infectious(at.Span) && !(beginsAny(word, deliveries...) && p.cued(at.Span)) && !p.ofTool(end) || isSpread(word) && !p.told || p.mentionsGroup(end) {
			continue
		}
		for _, s := range p.quotesBefore(end) {
			if p.toolName(s) {
				p.sight(s, content.Malware, 0.65, "tool")
			}
		}
	}
	for _, at := range p.spots[toolBeforeWords] {
		inner, end := p.quotation(at.End)
		if end == 0 {
			continue
		}
		word := p.surface(at.Span)
		if flaw := word == "欠陥" || word == "脆弱性"; flaw && !shouted(p.surface(inner)) || word == "を狙う" && !p.infectious(at.Span) || disguises[word] && !(p.told && shouted(p.surface(inner))) || !p.toolName(inner) {
			continue
		}
		for _, s := range p.quotes(at.End) {
			p.sight(s, content.Malware, 0.65, "tool")
		}
	}
	p.successors()
	p.explained()
	p.dubbed()
}

// isSpread reports whether a word tells of something that spreads, as rumours and diseases do, too.
func isSpread(word string) bool {
	return beginsAny(word, "が拡散", "を拡散", "の拡散", "が世界", "が流行", "が猛威", "がまん延", "で使", "が仕込まれ", "が植え付けられ", "の配布サイト", "の配布元", "の販売サイト")
}

// ofTool reports whether the name in the quotation that ends at i has the form of a coined one, in a text about attacks.
func (p *passage) ofTool(i int) bool {
	open := p.opening(i)
	if open < 0 || !p.told && !(p.touched && p.attackerIn(source.Span{Start: open, End: i})) {
		return false
	}
	name := strings.Trim(p.text[open:i], "「」『』")
	return (shouted(name) || coined(name) && !strings.Contains(name, " ")) && !productTable[strings.ToLower(name)]
}

// successors finds what is quoted after the name of what it follows upon, and is of its kind: OrchidGateの後継「LilyGate」.
func (p *passage) successors() {
	if len(p.spots[successorWords]) == 0 {
		return
	}
	var followed []neighbour // with the place behind what is said of them
	for _, n := range p.beside(p.known) {
		if n.kind != content.Malware && n.kind != content.Actor {
			continue
		}
		rest := strings.TrimPrefix(p.text[n.End:], "」")
		for _, w := range []string{"ランサムウェア", "ランサムウエア", "マルウェア", "マルウエア"} {
			rest = strings.TrimPrefix(rest, w)
		}
		for _, w := range []string{"の後継とみられる", "の後継とされる", "の後継である", "の後継の", "の後継", "の亜種である", "の亜種の", "の亜種", "の改良版の", "の改良版", "の派生版である", "の派生版", "の新版", "の変種", "の改変版である", "の改変版", "の改造版である", "の改造版"} {
			if after, ok := strings.CutPrefix(rest, w); ok {
				n.Start = len(p.text) - len(after)
				followed = append(followed, n)
				break
			}
		}
	}
	for _, n := range followed {
		for _, s := range p.quotes(n.Start) {
			p.sight(s, n.kind, 0.65, "called")
		}
	}
}

// explained finds names by the noun that fills the bracket behind them: RustHeron（バックドア）.
func (p *passage) explained() {
	p.eachHead(source.Span{End: len(p.text)}, func(h *head, s source.Span) bool {
		open, close := lastRune(p.text[:s.Start]), firstRune(p.text[s.End:])
		if h.weak || h.kind == content.Operation || open != '（' && open != '(' || close != '）' && close != ')' {
			return true
		}
		for _, n := range p.nameEnding(s.Start - utf8.RuneLen(open)) {
			if name := p.surface(n); !company(name) && !productTable[strings.ToLower(name)] {
				p.sight(n, h.kind, 0.7, "called")
			}
		}
		return true
	})
}

// toolsBefore stand before the quoted name of malware.
var toolsBefore = []string{"を破壊する", "破壊型の", "情報窃取型の", "窃取する", "不正プログラム", "代行サービス", "代行サイト", "攻撃ツール", "エクスプロイト", "攻撃コード", "欠陥", "脆弱性", "攻撃基盤", "感染網", "ボット網", "を狙う", "ワイパー型の", "を装う", "を装った", "に見せかけた", "に偽装した"}

// disguises are those of them that are said of messages and sites, too, whose names are no malware's.
var disguises = wordSet("を装う", "を装った", "に見せかけた", "に偽装した")

func isPlain(word string) bool {
	for _, w := range toolWords {
		if w == word {
			return false
		}
	}
	return true
}

// shouted reports whether a name is of capitals alone, as exploits are named: FORCEDENTRY.
func shouted(s string) bool {
	return len(s) > 5 && ascii(s) && strings.ToUpper(s) == s && !strings.ContainsAny(s, " -0123456789")
}

// toolName reports whether a quotation can be the name of malware.
func (p *passage) toolName(s source.Span) bool {
	name := p.surface(s)
	return nameLike(name) && !company(name) && !commonKatakana(p, s) && !strings.HasPrefix(name, "CVE") && utf8.RuneCountInString(name) >= 3
}

// infectious reports whether the sentence around a span speaks of infection.
func (p *passage) infectious(s source.Span) bool {
	in := p.text
	if len(in) > shortPassage {
		in = p.surface(p.sentence(s))
	}
	for _, w := range infections {
		if strings.Contains(in, w) {
			return true
		}
	}
	return false
}

// shortPassage is how many bytes a passage has, such as an entry of a list, whose sentences are about one thing.
const shortPassage = 300

// uncounted returns where the count begins that ends at i: 「ズィーローダー」|の65|のドメイン.
func (p *passage) uncounted(i int) int {
	at := i
	for at > 0 && '0' <= p.text[at-1] && p.text[at-1] <= '9' {
		at--
	}
	if before, ok := strings.CutSuffix(p.text[:at], "の"); ok && at < i {
		return len(before)
	}
	return i
}

// mentionsGroup reports whether the quotation that ends at i stands after the word for a group, a firm or an operation.
func (p *passage) mentionsGroup(i int) bool {
	open := p.opening(i)
	return open >= 0 && endsAny(p.text[:open], "集団", "グループ", "組織", "部隊", "会社", "大手", "企業", "メディア", "通信社", "作戦", "サービス", "アプリ", "番組", "ゲーム", "映画", "一味")
}

// dubbings follow the name that a writer gives to malware.
var dubbings = []string{"と呼びます", "と呼ぶ", "と名付け", "と命名", "と呼称", "という 名前のツール", "という名前のツール", "という名のツール", "というツール", "と呼んで", "として追跡", "と称して", "と称し、"}

// dubbed finds the Latin name that a writer gives: このローダーを GlassReed（グラスリード）と呼びます.
func (p *passage) dubbed() {
	for _, at := range p.spots[dubbingWords] {
		if p.dubbedThis(at.Start) {
			continue
		}
		if rest := p.text[at.End:]; p.opening(at.Start) >= 0 && !strings.HasPrefix(rest, "たツール") {
			continue
		}
		kind := p.kindBy(p.sentence(at.Span))
		tool := strings.Contains(p.surface(at.Span), "ツール") || beginsAny(p.text[at.End:], "たツール", "るツール")
		if s, ok := latinBefore(p.text, at.Start); ok && kind == content.Actor && nameLike(p.surface(s)) && p.member(s) && !company(p.surface(s)) && !productTable[strings.ToLower(p.surface(s))] {
			p.sight(s, content.Actor, 0.65, "called")
			continue
		}
		if s, ok := latinBefore(p.text, at.Start); ok && endsAny(p.text[:s.Start], "攻撃者を", "グループを", "集団を", "アクターを", "クラスターを", "攻撃者を ", "グループを ", "集団を ", "アクターを ", "クラスターを ") && nameLike(p.surface(s)) && p.alone(s) {
			p.sight(s, content.Actor, 0.65, "called")
			continue
		}
		if kind == content.Actor || kind != content.Malware && !(tool && p.cuedAround()) {
			continue
		}
		for _, s := range p.nameEnding(at.Start) {
			if p.toolName(s) {
				p.sight(s, content.Malware, 0.65, "called")
			}
		}
	}
}

// dubbedThis finds the quoted name that ends at i and is given to whom the sentence before tells of: …別の集団を取り上げる。これを「Grey Fox」|と命名した.
func (p *passage) dubbedThis(i int) bool {
	open := p.opening(i)
	if !p.told || open < 0 || !endsAny(p.text[:open], "これを", "それを", "彼らを", "同集団を", "同グループを", "この集団を", "このグループを", "この攻撃者を", "このアクターを") {
		return false
	}
	last := spot{}
	for _, s := range p.within(headWords, source.Span{Start: max(0, open-maxReferred), End: open}) {
		if k := heads[s.word].kind; s.End <= open && k != content.Operation && headOf(p, s.Span, &heads[s.word]) {
			last = s
		}
	}
	if last.End == 0 || heads[last.word].weak && !soft(&heads[last.word]) && heads[last.word].kind == content.Malware {
		return false
	}
	names := p.quotesBefore(i)
	for _, s := range names {
		p.sight(s, heads[last.word].kind, 0.65, "called")
	}
	return len(names) > 0
}

// maxReferred is how many bytes stand at most between a noun and what これ says again.
const maxReferred = 240

// cuedAround reports whether the passage speaks of attackers or their tools anywhere.
func (p *passage) cuedAround() bool {
	p.findCues()
	return len(p.cues) > 0 || strings.Contains(p.text, "脆弱性")
}
