package entity

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A head is a noun that says of what kind the name beside it is.
type head struct {
	word string
	kind content.Kind
	// weak heads stand beside much that is no name: they count beside quotation marks, where the sentence speaks of attackers.
	weak bool
}

var heads = slices.Concat(
	kinds(content.Actor, false,
		"ハッカー集団", "ハッカーグループ", "ハッカー組織", "ハッキンググループ", "ハッキング集団", "ハッキング組織", "攻撃グループ", "攻撃集団", "攻撃組織",
		"攻撃者グループ", "攻撃者集団", "脅威グループ", "脅威アクター", "ランサムウェア集団", "ランサムウエア集団", "ランサムウェアグループ", "ランサムウエアグループ",
		"ランサムウェアギャング", "ランサムギャング", "ランサム集団", "ランサムグループ", "ランサムウェア・グループ", "ランサムウェアの集団",
		"犯罪集団", "犯罪グループ", "犯罪組織", "恐喝グループ", "恐喝集団", "サイバー集団", "サイバー部隊", "APTグループ", "APT集団", "APT組織",
		"スパイ集団", "スパイグループ", "諜報グループ", "ハクティビスト集団", "ハクティビストグループ", "ハクティビスト", "ハッカー部隊", "ハッカーチーム",
		"ハッカーズ", "アクティビスト集団", "攻撃主体", "攻撃アクター", "初期アクセスブローカー"),
	kinds(content.Actor, true, "グループ", "集団", "組織", "ハッカー", "グループ名", "犯行グループ", "部隊", "攻撃者", "アクター"),
	kinds(content.Malware, false,
		"マルウェア", "マルウエア", "ランサムウェア", "ランサムウエア", "ボットネット", "botネット", "バックドア", "トロイの木馬", "スパイウェア", "スパイウエア",
		"ウェブシェル", "Webシェル", "コンピューターウイルス", "コンピュータウイルス", "コンピューター・ウイルス", "攻撃ツール", "ハッキングツール", "窃取ツール",
		"遠隔操作ツール", "遠隔操作ウイルス", "身代金ウイルス", "ルートキット", "ブートキット", "キーロガー", "ダウンローダー", "ダウンローダ", "ローダー", "ドロッパー", "スティーラー",
		"インフォスティーラー", "ワイパー", "ワーム", "アドウェア", "クリプトマイナー", "攻撃フレームワーク", "C2フレームワーク", "エクスプロイトキット", "インプラント", "RAT"),
	kinds(content.Malware, true, "ウイルス", "ウィルス", "ツール", "ボット", "不正プログラム", "悪意のあるプログラム", "プログラム", "検体"),
	kinds(content.Operation, false, "攻撃キャンペーン", "オペレーション"),
	kinds(content.Operation, true, "作戦", "キャンペーン"),
)

// kinds makes heads of words, and of those that machine translation writes with a space.
func kinds(k content.Kind, weak bool, words ...string) []head {
	var out []head
	for _, w := range words {
		out = append(out, head{w, k, weak})
		for _, last := range []string{"グループ", "集団", "ギャング", "アクター", "ツール"} {
			if first, ok := strings.CutSuffix(w, last); ok && first != "" {
				out = append(out, head{first + " " + last, k, weak})
			}
		}
	}
	return out
}

// headIndex finds the heads of a text in one pass.
var headIndex = newHeadIndex()

type headTable struct {
	first morph.RuneSet
	heads map[rune][]head
}

func newHeadIndex() *headTable {
	t := &headTable{heads: map[rune][]head{}}
	for _, h := range heads {
		first := firstRune(h.word)
		t.first.Add(first)
		t.heads[first] = append(t.heads[first], h)
	}
	for _, hs := range t.heads {
		slices.SortStableFunc(hs, func(a, b head) int { return len(b.word) - len(a.word) })
	}
	return t
}

// at returns the longest head that stands at i.
func (t *headTable) at(text string, i int, first rune) (head, bool) {
	if !t.first.Has(first) {
		return head{}, false
	}
	for _, h := range t.heads[first] {
		if strings.HasPrefix(text[i:], h.word) {
			return h, true
		}
	}
	return head{}, false
}

var (
	latinAfter  = regexp.MustCompile(`^ ?([A-Z0-9][A-Za-z0-9._-]*[A-Za-z0-9](?:[/／][A-Z][A-Za-z0-9]+)?(?: [A-Z0-9][A-Za-z0-9]+)?)`)
	latinBefore = regexp.MustCompile(`((?:[A-Z][A-Za-z0-9]+ )?[A-Z0-9][A-Za-z0-9._/／-]*[A-Za-z0-9]) ?$`)
)

// called finds names by the noun beside them, ハッカー集団「…」 and …と呼ばれるマルウェア,
// and by 「…」と呼ばれる in a sentence that has such a noun.
func called(p *passage) []Mention {
	var out []Mention
	for i := 0; i < len(p.text); {
		r, size := utf8.DecodeRuneInString(p.text[i:])
		h, ok := headIndex.at(p.text, i, r)
		if !ok {
			i += size
			continue
		}
		s := source.Span{Start: i, End: i + len(h.word)}
		i = s.End
		if !headOf(p, s, h) {
			continue
		}
		kind := h.kind
		if kind == content.Malware && beginsAny(p.text[s.End:], "の実行役", "のアフィリエイト", "の運営者", "の攻撃者", "の実行者", "を名乗る", "の運用者") {
			kind = content.Actor
		}
		for _, n := range append(p.namesAfter(s, h), p.namesBefore(s, h)...) {
			out = append(out, p.discovered(n, kind, 0.75, "called"))
		}
	}
	return append(out, p.quotedNames()...)
}

// headOf refuses a head inside a longer one: ランサムウェア in ランサムウェア集団, which is an actor.
func headOf(p *passage, s source.Span, h head) bool {
	rest := p.text[s.End:]
	if beginsAny(rest, "集団", "グループ", "攻撃グループ", "ギャング", "攻撃", "感染", "対策", "被害", " グループ", " 集団", "ウェア", "ウエア", "会社", "企業", "チャット") {
		return false
	}
	if !h.weak {
		return script(firstRune(h.word)) != latin || p.alone(s)
	}
	return script(p.before(s)) != script(firstRune(h.word)) || strings.HasSuffix(p.text[:s.Start], "サイバー")
}

// namesAfter returns the names that follow a head, quoted, in Latin letters or in katakana.
func (p *passage) namesAfter(s source.Span, h head) []source.Span {
	rest := p.text[s.End:]
	at := s.End
	for _, link := range []string{"である", "の", "、", " ", "：", ":", "名", "は、"} {
		if strings.HasPrefix(rest, link) {
			at += len(link)
			break
		}
	}
	if _, end := p.quotation(at); end > 0 {
		if h.weak && !p.cued(s) {
			return nil
		}
		return p.quotes(at)
	}
	if h.weak || at != s.End && p.text[s.End:at] != "の" {
		return nil
	}
	return p.bareAfter(at, at != s.End, h)
}

// bareAfter returns the name without quotation marks that stands at i. After の only a
// name that a particle follows is taken, since much else may stand there.
func (p *passage) bareAfter(i int, linked bool, h head) []source.Span {
	rest := p.text[i:]
	n := source.Span{Start: i, End: i}
	if m := latinAfter.FindStringSubmatchIndex(rest); m != nil {
		n = source.Span{Start: i + m[2], End: i + m[3]}
	} else if k := script(firstRune(rest)); k == katakana && script(lastRune(h.word)) != katakana {
		n.End += katakanaRun(rest)
	}
	if n.Start == n.End || !p.alone(n) || !nameLike(p.surface(n)) || beginsGeneric(p.surface(n)) || commonKatakana(p, n) {
		return nil
	}
	if linked && !beginsAny(p.text[n.End:], "が", "は", "を", "に", "の", "と", "、", "（", "(", "」", "。") {
		return nil
	}
	return []source.Span{n}
}

// katakanaRun returns the length of the katakana word, with its points, at the beginning of s.
func katakanaRun(s string) int {
	end := 0
	for i, r := range s {
		if script(r) != katakana && !(r == '・' && i > 0) {
			break
		}
		if r != '・' {
			end = i + utf8.RuneLen(r)
		}
	}
	return end
}

// commonKatakana reports whether the katakana at a span is a single word of the dictionary: メンバー, サーバー.
func commonKatakana(p *passage, s source.Span) bool {
	if script(firstRune(p.surface(s))) != katakana {
		return false
	}
	i, ok := p.tokenAt(s.Start)
	if !ok {
		return true
	}
	t := p.tokens[i]
	return t.Known && !slices.Contains(t.POS, "固有名詞") && t.Span.End == s.End
}

// namesBefore returns the names that stand before a head: 「…」と呼ばれる攻撃グループ, LockBitランサムウェア,
// 「A」や「B」などのマルウェア.
func (p *passage) namesBefore(s source.Span, h head) []source.Span {
	before := p.text[:s.Start]
	for _, w := range qualifiers {
		before = strings.TrimSuffix(before, w)
	}
	linked := false
	for _, link := range naming {
		if trimmed, ok := strings.CutSuffix(before, link); ok {
			before, linked = trimmed, true
			break
		}
	}
	if open := p.opening(len(before)); open >= 0 {
		if h.weak && (!linked || !p.cued(s)) {
			return nil
		}
		if names := p.quotesBefore(len(before)); names != nil || !linked || h.kind != content.Actor {
			return names
		}
		return p.phrase(source.Span{Start: open + runeLen(p.text[open:]), End: len(before) - utf8.RuneLen(lastRune(before))})
	}
	if h.weak {
		return nil
	}
	return p.bareBefore(len(before), linked, s.Start)
}

// phrase returns the words in a quotation as the name of a group that the sentence says
// is called so: 「赤い翼」を名乗る集団. Of other things such words are no name.
func (p *passage) phrase(s source.Span) []source.Span {
	name := p.surface(s)
	if n := utf8.RuneCountInString(name); n < 2 || n > 12 || strings.ContainsAny(name, "、。!?！？\n") || endsAny(name, "る", "た", "す", "い", "て", "を", "に", "が", "は", "で", "型", "系", "的") {
		return nil
	}
	for _, w := range commonParts {
		if strings.Contains(name, w) {
			return nil
		}
	}
	return []source.Span{s}
}

// bareBefore returns the names without quotation marks that end at i, with those listed before them.
func (p *passage) bareBefore(i int, linked bool, head int) []source.Span {
	var out []source.Span
	for {
		from := max(0, i-60)
		m := latinBefore.FindStringSubmatchIndex(p.text[from:i])
		if m == nil {
			break
		}
		n := source.Span{Start: from + m[2], End: from + m[3]}
		if script(p.before(n)) == latin || !nameLike(p.surface(n)) || !p.alone(n) || p.inURL(n) {
			break
		}
		out = append(out, n)
		listed := strings.TrimSuffix(strings.TrimSuffix(p.text[:n.Start], "、"), "や")
		if i = len(listed); i == n.Start || !linked {
			break
		}
	}
	if len(out) > 0 || !linked {
		return out
	}
	n := source.Span{Start: katakanaStart(p.text[:i]), End: i}
	if utf8.RuneCountInString(p.surface(n)) >= 3 && nameLike(p.surface(n)) && !commonKatakana(p, n) {
		out = append(out, n)
	}
	return out
}

// katakanaStart returns where the katakana word, with its points, begins that ends s.
func katakanaStart(s string) int {
	at := len(s)
	for at > 0 {
		r := lastRune(s[:at])
		if script(r) != katakana && r != '・' {
			break
		}
		at -= utf8.RuneLen(r)
	}
	return at + len(s[at:]) - len(strings.TrimLeft(s[at:], "・"))
}

// qualifiers stand between the link and the head.
var qualifiers = []string{"サイバー", "悪名高い", "新種の", "新たな", "新しい", "巧妙な", "DDoS", "高度な", "国際的な", "ロシア系", "中国系", "北朝鮮系", "情報"}

// naming lists what stands between a name and its head.
var naming = []string{
	"と呼ばれる", "とよばれる", "といわれる", "と言われる", "として知られる", "を名乗る", "と名乗る", "と称する", "という", "といった", "と名付けられた",
	"という名の", "という名前の", "と呼ばれている", "として知られている", "などの", "など", "等の", "の各", "の", "とみられる", "なる", "と命名された", "と呼ぶ",
}

// quotedNames finds 「…」と呼ばれ and the like in a sentence with a head or a hacker.
func (p *passage) quotedNames() []Mention {
	var out []Mention
	sayingTable.Each(p.text, func(at, _ int) {
		for _, s := range p.quotesBefore(at) {
			if k := p.kindBy(p.sentence(s)); k != "" {
				out = append(out, p.discovered(s, k, 0.7, "called"))
			}
		}
	})
	return out
}

var sayingTable = morph.NewWordTable(sayings)

// sayings follow a quoted name.
var sayings = []string{
	"と呼ばれ", "と呼称", "として知られ", "としても知られ", "を名乗", "と名乗", "と名付け", "といわれ", "と命名", "と称し", "とも呼", "の名で知られ",
	"が犯行声明", "から犯行声明", "による犯行声明", "の犯行", "のメンバー", "の構成員", "の頭目", "の首謀者", "の指導者", "の関与", "の仕業", "に感染", "への感染", "の亜種",
}

// kindBy returns the kind of what a sentence names, by its words.
func (p *passage) kindBy(s source.Span) content.Kind {
	text := p.surface(s)
	found := content.Kind("")
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		h, ok := headIndex.at(text, i, r)
		if !ok {
			i += size
			continue
		}
		i += len(h.word)
		switch {
		case h.kind == content.Actor && (!h.weak || h.word == "ハッカー"):
			return content.Actor
		case !h.weak && h.kind == content.Malware:
			found = h.kind
		}
	}
	return found
}

// nameLike reports whether a quotation or Latin word can be a name: short, with
// Latin letters or katakana, without the grammar of a sentence, and not a common word.
func nameLike(s string) bool {
	n := utf8.RuneCountInString(s)
	if n < 2 || n > 30 || strings.ContainsAny(s, "、。!?！？\n()（）「」") {
		return false
	}
	named := false
	for _, r := range s {
		switch script(r) {
		case hiragana:
			return false
		case katakana:
			named = true
		case latin:
			named = named || r > '9' || r < '0'
		}
	}
	for _, w := range commonParts {
		if strings.Contains(s, w) {
			return false
		}
	}
	return named && !slices.ContainsFunc(heads, func(h head) bool { return s == h.word }) && !slices.Contains(platforms, s)
}

// commonParts are words that no name of attackers or of their tools holds.
var commonParts = []string{
	"攻撃", "事件", "被害", "作戦", "対策", "事案", "情報", "脅威", "ハッカー", "セキュリティ", "ウェブサイト", "リークサイト", "リスク", "メンバー", "サーバ",
	"フィッシング", "ソーシャル", "ゼロデイ", "Security", "ランサムウェア", "マルウェア", "ダークウェブ", "サイバー", "ソフトウェア", "システム", "データ", "メール", "サービス",
	"アクセス", "パスワード", "アカウント", "インターネット", "ネットワーク", "コンピュータ", "スマートフォン", "スマホ",
}

// platforms are Latin words beside マルウェア that do not name it.
var platforms = []string{
	"Windows", "Linux", "Android", "iOS", "Mac", "macOS", "Web", "PC", "IoT", "IT", "ICT", "VPN", "DDoS", "DoS", "AI", "SNS", "SMS",
	"USB", "Microsoft", "Google", "Apple", "Office", "Excel", "Word", "JavaScript", "Java", "Python", "Go", "PowerShell", "RAT", "APT", "OT", "FBI",
	"UNIX", "Mac OS", "Mac OS X", "iPhone", "NAS", "P2P", "IRC", "Tor", "RaaS", "MaaS", "C2", "C&C", "POS", "ATM", "SCADA", "ICS", "EU", "NATO", "CISA", "NSA",
	"DNS", "HTTP", "HTTPS", "SSH", "RDP", "VBA", "DLL", "Rust", "Visual Basic", "NET", "MBR", "UEFI", "BIOS", "PDF", "LNK", "QR", "URL", "OS", "EDR", "LLM",
	"WordPress", "Docker", "Kubernetes", "VMware", "VMware ESXi", "ESXi", "Telegram", "Discord", "Bitcoin", "Type", "No", "Phase", "Tier", "Unix", "BYOVD", "LotL", "TTP", "IoC", "IOC",
}
