package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// Names, by what a text says that somebody or something is called.

// quotedNames finds 「…」と呼ばれ and the like in a sentence with a head or a hacker.
func (p *passage) quotedNames() {
	for _, at := range p.spots[sayingWords] {
		if rest, ok := strings.CutPrefix(p.text[at.End:], "る"); ok && (onePerson(rest) || isDeed(rest)) {
			continue
		}
		names := p.saidOf(at.Span)
		listed := p.kindAmong(names)
		for _, s := range names {
			k := listed
			if k == "" {
				k = p.saidKind(at.Start, s)
			}
			if k == content.Malware || k != "" && (p.aware(s) || p.wired(s)) {
				p.sight(s, k, 0.7, "called")
			} else if k == "" && p.tracked(at.Start, s) {
				p.sight(s, content.Actor, 0.65, "called")
			}
		}
	}
}

// saidKind returns the kind of what the words at i say that a name before them is that of.
func (p *passage) saidKind(i int, s source.Span) content.Kind {
	saying := p.text[i:]
	if p.told && endsAny(strings.TrimSuffix(p.text[:s.Start], "「"), namedGroups...) && beginsAny(saying, "と呼び", "と呼んで", "と名付け", "と命名", "と呼称", "という名", "の名を付け", "の名を与え", "の名で追") {
		return content.Actor
	}
	if k := p.topicHead(s.Start); k != "" && p.attacking(s) {
		return k
	}
	if p.topicHead(s.Start) == content.Actor && beginsAny(saying, otherNames...) && (coined(p.surface(s)) || firstOf(saying[:min(len(saying), longestWord)], []string{"追跡"}) >= 0) && !p.wild {
		return content.Actor
	}
	if k := p.kindBy(p.sentence(s)); k != "" || !p.told {
		return k
	}
	if beginsAny(saying, alsoCalled...) || beginsAny(saying, otherNames...) {
		if k := p.topicKind(s); k != "" {
			return k
		}
	}
	switch before := strings.TrimSuffix(p.text[:s.Start], "「"); {
	case beginsAny(saying, "として追跡", "として 追跡") && doingsBefore(before), beginsAny(saying, "と名付け", "と命名", "と呼称", "と呼んで") && p.touched && endsAny(before, "攻撃者を", "アクターを"):
		return content.Actor
	case endsAny(before, "亜種を", "新種を", "検体を", "ツールを", "プログラムを"):
		return content.Malware
	}
	return ""
}

// namedGroups stand before the name that those who watch attackers give to them.
var namedGroups = []string{"この集団を", "この集団に", "同集団を", "同集団に", "攻撃集団を", "犯行グループを", "犯行グループに", "このグループを", "このグループに", "同グループを", "同グループに", "攻撃者に", "アクターに", "一味を", "一味に"}

// tracked reports whether the words at i say that those are watched who have the name before them.
func (p *passage) tracked(i int, s source.Span) bool {
	saying := p.text[i:]
	if beginsAny(saying, "と呼んで", "として追跡") {
		return (p.cued(s) || strings.ContainsAny(p.surface(s), "0123456789")) && strings.Contains(p.surface(p.sentence(s)), "クラスタ")
	}
	return beginsAny(saying, "の名で追跡", "の名称で追跡") && p.besideCues()
}

// besideCues reports whether the passage speaks of attackers or their tools.
func (p *passage) besideCues() bool {
	p.findCues()
	return p.told || len(p.cues) > 0
}

// kindAmong returns the kind of that of several names which has been found already, "" if none has.
func (p *passage) kindAmong(names []source.Span) content.Kind {
	if len(names) < 2 {
		return ""
	}
	for _, n := range p.beside(p.known) {
		if (n.kind == content.Actor || n.kind == content.Malware) && slices.ContainsFunc(names, n.Span.Overlaps) {
			return n.kind
		}
	}
	return ""
}

// isDeed reports whether what is called so is something done, or a place, and nobody: 「…」として知られる|サイバー攻撃.
func isDeed(rest string) bool {
	if n := strings.Index(rest[:min(len(rest), len("一時代前の"))], "の"); n > 0 && beginsAny(rest, "旧式", "古い", "別の", "特殊な", "一種の", "独自の", "同様の") {
		rest = rest[n+len("の"):]
	}
	return beginsAny(rest, "サイバー攻撃", "攻撃", "手口", "手法", "作戦", "キャンペーン", "事件", "脆弱性", "欠陥", "フォーラム", "サイト", "サービス", "闇市場",
		"考え方", "仕組み", "制度", "技術", "概念", "方式", "規格", "機能", "方法", "対策", "現象", "製品", "装置", "機器", "企業", "会社", "都市", "地域", "言語", "問題", "行為", "犯罪行為", "詐欺", "ビジネス", "モデル", "状態", "状況", "プロトコル", "市場", "部屋", "部署", "部品", "団体", "書類", "文書", "設定", "件名", "ファイル", "商品", "保険", "料理", "作品", "番組", "映画", "行事", "祭り", "建物") &&
		!beginsAny(rest, "サイバー攻撃グループ", "サイバー攻撃集団", "攻撃者", "攻撃グループ", "攻撃集団", "攻撃組織", "攻撃主体", "攻撃ツール", "攻撃コード")
}

// alsoCalled follow the other names of what has been named.
var alsoCalled = []string{"とも呼", "としても知られ", "としても追跡", "の名でも", "の名称でも", "の名前でも", "の別名で", "という名前でも", "という名称でも", "という名前を付け", "という名称を付け", "という名前を与え", "という名を与え", "という名称を与え", "に改称", "と改称", "へ改称", "に改名", "と改名", "に名を変え", "に名称を変え", "に名前を変え"}

// topicKind returns the kind of what a sentence gives other names, one of which stands at a span: that of the last attacker or
// malware before it, or of attackers where its topic has the form of a name or is a group. Of other things there is none.
func (p *passage) topicKind(s source.Span) content.Kind {
	around := p.sentence(s)
	kind := content.Kind("")
	for _, n := range p.beside(p.known) {
		if (n.kind == content.Malware || n.kind == content.Actor) && n.End <= s.Start && around.Contains(n.Span) {
			kind = n.kind
		}
	}
	if kind != "" {
		return kind
	}
	before := p.text[around.Start:s.Start]
	if strings.Contains(before, "グループ") || strings.Contains(before, "集団") {
		return content.Actor
	}
	if n := strings.Index(before, "は"); n > 0 && p.subject(source.Span{Start: p.afterNote(around.Start), End: around.Start + n}).Len() > 0 {
		return content.Actor
	}
	return ""
}

// afterNote returns the place after the mark of a note that stands at i.
func (p *passage) afterNote(i int) int {
	for _, mark := range []string{"　", "※", "注：", "注:", "注 ", "・"} {
		if strings.HasPrefix(p.text[i:], mark) {
			i += len(mark)
		}
	}
	return i
}

// saidOf returns the quoted names before a saying, or the bare ones that a writer says to be such: Slate Fox と名付けて追跡している,
// グレーシェパード|の別名でも知られる.
func (p *passage) saidOf(at source.Span) []source.Span {
	saying := p.surface(at)
	if rest := strings.TrimSuffix(strings.TrimSuffix(p.text[:at.Start], "など"), "等"); len(rest) < at.Start && p.opening(len(rest)) >= 0 && p.scriptAt(at.Start) == hiragana {
		return p.quotesBefore(len(rest)) // 「…」「…」など|の名前でも追跡
	}
	if open := p.opening(at.Start); open >= 0 {
		names := p.quotesBefore(at.Start)
		if names == nil && p.attacking(at) && beginsAny(saying, callings...) && p.topicHead(at.Start) == content.Actor && strings.HasPrefix(p.text[open:], "「") {
			names = p.phrasesBefore(p.phrase(source.Span{Start: open + len("「"), End: at.Start - len("」")}), open)
		}
		return names
	}
	if kana := p.topicHead(at.Start) != ""; (p.told || kana && p.attacking(at)) && (beginsAny(saying, alsoCalled...) || beginsAny(saying, otherNames...)) {
		return slices.DeleteFunc(p.bareBefore(at.Start, true), func(s source.Span) bool {
			return !p.listable(s) || p.scriptAt(s.Start) != latin && !(kana && p.count(s) > 3)
		})
	}
	if beginsAny(saying, "と呼称", "と呼ばれ") || beginsAny(saying, alsoCalled...) || beginsAny(saying, otherNames...) {
		if row := p.bareBefore(at.Start, true); p.kindAmong(row) != "" {
			return row // UNC9907、RedSedge及びGhostPloverと呼称される
		}
	}
	if s, ok := latinBefore(p.text, at.Start); ok && beginsAny(saying, "と名付け", "として追跡", "と呼んで", "と命名", "と呼称") && p.listable(s) && !productTable[strings.ToLower(p.surface(s))] {
		return []source.Span{s}
	}
	return nil
}

// callings are the sayings that follow what a group is called, in whatever words: この集団は業界で「砂漠の狐」|と呼ばれ.
var callings = slices.Concat([]string{"と呼ばれ", "と呼称され", "として知られ", "としても知られ", "とも呼", "とあだ名", "を名乗", "と名乗", "と称し"}, otherNames)

// sayings follow a quoted name.
var sayings = []string{
	"と呼ばれ", "と呼んで追", "として追跡", "と呼んでい", "と 呼ばれ", "として 追跡", "として 知られ", "としても 知られ", "と呼称", "として知られ", "としても知られ", "を名乗", "と名乗", "と名付け", "といわれ", "と命名", "と称し", "とも呼", "の名で知られ", "の名で追跡", "の名称で追跡", "とあだ名", "の名でも知られ", "の名称でも知られ", "としても追跡", "という名前を付け", "という名称を付け", "という名前を与え", "という名を与え", "という名称を与え", "と呼び", "の名を付け", "の名を与え",
	"の名前でも知られ", "の別名でも知られ", "の別名で知られ", "の別名で活動", "の別名で追跡", "という名前でも知られ", "という名称でも知られ", "に改称", "と改称", "へ改称", "に改名", "と改名", "に名を変え", "に名称を変え", "に名前を変え",
	"が犯行声明", "から犯行声明", "による犯行声明", "の犯行", "のメンバー", "の構成員", "の頭目", "の首謀者", "の指導者", "の関与", "の仕業", "に感染", "への感染", "の亜種",
}

// otherNames begin what says of a name that it is another one of what has been told of: グレーシェパード|の別名でも知られる.
var otherNames = func() []string {
	var out []string
	for _, link := range []string{"の", "という", "との"} {
		for _, noun := range []string{"名", "別名", "名前", "名称", "呼び名", "異名", "通称", "通り名", "呼称"} {
			for _, by := range []string{"で", "でも"} {
				out = append(out, pairs([]string{link + noun + by}, "知られ", "呼ばれ", "追跡", "活動", "出回")...)
			}
		}
	}
	return out
}()
