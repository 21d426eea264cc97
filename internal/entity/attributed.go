package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// deeds follow the name of those to whom a text attributes something.
var deeds = []string{
	"による攻撃", "によるサイバー攻撃", "によるランサムウェア攻撃", "によるランサムウエア攻撃", "によるDDoS攻撃", "による不正アクセス", "による犯行", "による侵入", "による一連の攻撃",
	"によると断定", "によると特定", "によるものと", "が犯行声明", "から犯行声明", "の犯行", "の仕業", "の名で追", "の名で知られ", "の名で呼", "を名乗る", "を名乗り", "と名乗る", "と名乗り",
	"のハッカー", "の攻撃者", "のアフィリエイト", "の運営者", "の実行役", "のリークサイト", "が関与した", "の関与が", "に帰属", "がDDoS攻撃を", "がサイバー攻撃を実行", "がサイバー攻撃を仕掛け",
}

// patrons stand before the name of those whom a state is said to be behind.
var patrons = []string{
	"とのつながりが指摘される", "との関連が指摘される", "との関連が疑われる", "との関係が指摘される", "の関与が疑われる", "が支援する", "の支援を受ける", "の支援を受けた", "政府系の", "国家支援の",
	"とつながりのある", "と関係のある", "が背後にいるとされる", "傘下の", "が後ろ盾の", "が後ろ盾とされる", "に帰属される",
}

// attributed finds attackers by what is attributed to them.
func attributed(p *passage) []Mention {
	var out []Mention
	add := func(s source.Span) {
		if p.couldAttack(s) {
			out = append(out, p.discovered(s, content.Actor, 0.65, "deed"))
		}
	}
	deedTable.Each(p.text, func(at, _ int) {
		for _, s := range p.nameEnding(at) {
			add(s)
		}
	})
	patronTable.Each(p.text, func(_, end int) {
		for _, s := range p.bareAfter(end+len(p.text[end:])-len(strings.TrimPrefix(p.text[end:], " ")), true, head{word: "の"}) {
			add(s)
		}
	})
	linkTable.Each(p.text, func(at, end int) {
		if k := p.headWithin(end); k != "" {
			for _, s := range p.nameEnding(at) {
				out = append(out, p.discovered(s, k, 0.7, "called"))
			}
		}
	})
	return append(out, p.adversaries()...)
}

// The words of this file by their first characters.
var (
	deedTable      = morph.NewWordTable(deeds)
	patronTable    = morph.NewWordTable(patrons)
	linkTable      = morph.NewWordTable(namingLinks)
	adversaryTable = morph.NewWordTable(adversaryStates)
)

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
	if bare := p.bareBefore(i, true, i); bare != nil {
		return append(out, bare...)
	}
	return nil
}

// couldAttack refuses the katakana words and firms that stand before the same words: ボットによる攻撃, Log4jによる攻撃.
func (p *passage) couldAttack(s source.Span) bool {
	name := p.surface(s)
	return !company(name) && !endsAny(name, "インジェクション", "スクリプティング", "フォース", "スプレー", "ハイジャック", "ポイズニング", "エクスプロイト", "ツール", "ウイルス", "ボット", "コード", "ファイル", "ウェア", "ジャック", "シェル", "ハック", "スキャン") &&
		!beginsAny(name, "CVE", "Log4", "Proxy", "SQL", "XSS", "DNS", "HTTP") && p.cued(s)
}

// namingLinks part a name from what it names when words stand between: Nickelという中国を拠点とするハッカー集団.
var namingLinks = []string{"という", "と呼ばれる", "といわれる", "と言われる", "として知られる", "を名乗る", "と称する", "なる", " という"}

// maxModifier is how many bytes of modifiers may stand between a link and its head.
const maxModifier = 90

// soft reports whether a head names a group of people of any sort: after という it is one of attackers where the sentence speaks of attacks.
func soft(h head) bool {
	return h.kind == content.Actor && slices.Contains([]string{"集団", "グループ", "組織"}, h.word)
}

// headWithin returns the kind of the head that a clause beginning at i leads to.
func (p *passage) headWithin(i int) content.Kind {
	end := min(len(p.text), i+maxModifier)
	for j := i; j < end; {
		r, size := utf8.DecodeRuneInString(p.text[j:])
		if strings.ContainsRune("、。「」()（）\n", r) {
			return ""
		}
		if h, ok := headIndex.at(p.text, j, r); ok {
			if (!h.weak || soft(h) && j == i && p.cued(source.Span{Start: j, End: j + len(h.word)})) && headOf(p, source.Span{Start: j, End: j + len(h.word)}, h) {
				return h.kind
			}
			size = len(h.word)
		}
		j += size
	}
	return ""
}

// states whose services and hackers news tells of side by side.
var adversaryStates = []string{"中国", "ロシア", "イラン", "北朝鮮", "ベトナム", "パキスタン", "インド", "ベラルーシ"}

// adversaries finds the attackers of a list that gives each its country: ロシアのStrontium、イランのPhosphorus.
func (p *passage) adversaries() []Mention {
	var out []Mention
	adversaryTable.Each(p.text, func(_, end int) {
		for _, link := range []string{"の", "で活動する", "を拠点とする"} {
			rest, ok := strings.CutPrefix(p.text[end:], link)
			if !ok {
				continue
			}
			at := len(p.text) - len(strings.TrimPrefix(rest, " "))
			for _, s := range p.bareAfter(at, false, head{word: "の"}) {
				if script(firstRune(p.surface(s))) == latin && p.couldAttack(s) {
					out = append(out, p.discovered(s, content.Actor, 0.6, "list"))
				}
			}
		}
	})
	countries := map[string]bool{}
	for _, m := range out {
		before := p.text[:m.Span.Start]
		for _, c := range adversaryStates {
			if i := strings.LastIndex(before, c); i >= 0 && i >= len(before)-30 {
				countries[c] = true
			}
		}
	}
	if len(countries) < 2 {
		return nil
	}
	return out
}

// enumerated finds the other members of a list of which one is an attacker or malware:
// 「A」「APT15」「B」, IcedID、TrickBot、Cなど.
func (p *passage) enumerated(found []Mention) []Mention {
	var out []Mention
	taken := func(s source.Span) bool {
		return slices.ContainsFunc(found, func(m Mention) bool { return m.Span.Overlaps(s) }) ||
			slices.ContainsFunc(out, func(m Mention) bool { return m.Span.Overlaps(s) })
	}
	for _, m := range found {
		if m.Kind != content.Actor && m.Kind != content.Malware {
			continue
		}
		for _, next := range []func(source.Span) (source.Span, bool){p.memberAfter, p.memberBefore} {
			for s, ok := next(m.Span); ok && !taken(s); s, ok = next(s) {
				out = append(out, p.discovered(s, m.Kind, 0.6, "list"))
			}
		}
	}
	return out
}

// memberAfter returns the name that follows in a list of quoted or of Latin names.
func (p *passage) memberAfter(s source.Span) (source.Span, bool) {
	rest := p.text[s.End:]
	if inner, ok := strings.CutPrefix(rest, "」"); ok {
		for _, comma := range []string{"", "、", "や"} {
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
	m := latinAfter.FindStringSubmatchIndex(after)
	if m == nil {
		return s, false
	}
	start := len(p.text) - len(after)
	n := source.Span{Start: start + m[2], End: start + m[3]}
	return n, p.member(n) && beginsAny(p.text[n.End:], "、", "など", "の", "と", "や", "が", "を", "に", "。", " ", "とい", "等", "(", "（")
}

// memberBefore returns the name that stands before in such a list.
func (p *passage) memberBefore(s source.Span) (source.Span, bool) {
	before := p.text[:s.Start]
	if outer, ok := strings.CutSuffix(before, "「"); ok {
		for _, comma := range []string{"", "、", "や"} {
			if at := strings.TrimSuffix(outer, comma); strings.HasSuffix(at, "」") && p.opening(len(at)) >= 0 {
				n := source.Span{Start: p.opening(len(at)) + len("「"), End: len(at) - len("」")}
				return n, n.Start < n.End && nameLike(p.surface(n))
			}
		}
		return s, false
	}
	for _, comma := range []string{"、", "や", "と"} {
		if listed, ok := strings.CutSuffix(strings.TrimSuffix(before, " "), comma); ok {
			from := max(0, len(listed)-60)
			m := latinBefore.FindStringSubmatchIndex(listed[from:])
			if m == nil {
				return s, false
			}
			n := source.Span{Start: from + m[2], End: from + m[3]}
			return n, p.member(n) && comma == "、"
		}
	}
	return s, false
}

func (p *passage) member(s source.Span) bool {
	return p.alone(s) && !p.inURL(s) && nameLike(p.surface(s)) && !company(p.surface(s)) && utf8.RuneCountInString(p.surface(s)) >= 3 && !strings.ContainsAny(p.surface(s)[:1], "0123456789") && p.cued(s)
}
