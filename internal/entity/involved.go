package entity

import (
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// involvements follow the quoted name of attackers, in what is said of nobody's tools: 「…」の関与を指摘, 「…」の幹部, 「…」に似た手口.
var involvements = []string{
	"の関与", "の犯行", "の仕業", "の攻撃", "の幹部", "の首謀者", "の中心人物", "の主要メンバー", "の中心メンバー", "のメンバー", "の元メンバー", "の構成員", "のリーダー", "の首領", "の創設者", "の道具", "の攻撃ツール", "の攻撃基盤", "の攻撃インフラ", "の手口", "に似た手口", "と似た手口", "の手法に似",
	"との関連", "との関係", "とのつながり", "との類似", "名義の", "名義で", "の傘下", "の下部組織", "の流れをくむ", "の後継", "の残党", "の基盤を乗っ取", "とともに制裁対象", "と関係のあるグループ", "と関係のある集団", "とつながりのあるグループ", "とつながりのある集団", "の分派", "の別動隊", "の暴露サイト", "のリークサイト", "が関与", "が攻撃", "が侵入", "の一部と", "の一派", "により暗号化", "によって暗号化", "が声明", "の声明",
	"など親ロシア派", "など親ロ派", "などの親ロシア派", "など親イスラエル派", "など親パレスチナ派", "など親イラン派",
}

// involved finds attackers by the part that a text says they had in an attack.
func involved(p *passage) {
	for _, at := range p.spots[involvedWords] {
		if p.namesTrick(at.Span) {
			continue
		}
		if p.opening(at.Start) < 0 {
			p.involvedBare(at.Span)
			continue
		}
		if p.mentionsGroup(at.Start) || p.isTool(at.Start) {
			continue
		}
		if !p.cuedBeside(at.Span) {
			continue
		}
		for _, s := range p.quotesBefore(at.Start) {
			if name := p.surface(s); !company(name) && !commonKatakana(p, s) && !strings.HasPrefix(name, "CVE") && p.count(s) >= 3 {
				p.sight(s, content.Actor, 0.65, "involved")
			}
		}
	}
}

// namesTrick reports whether such words say how something was done, so that what stands before them is the name of the trick
// and of nobody: 「…」の手口により配布.
func (p *passage) namesTrick(at source.Span) bool {
	return strings.HasSuffix(p.surface(at), "の手口") && beginsAny(p.text[at.End:], "により", "によって", "で", "を使", "を用い", "が使", "が用い")
}

// involvedBare finds the name without quotation marks before such words, where its form is that of a coined one, or the words are
// said of a group only: MirrorFaceの手口, Contiの元メンバー.
func (p *passage) involvedBare(at source.Span) {
	s, ok := latinBefore(p.text, at.Start)
	if !ok || !p.alone(s) || p.inURL(s) || p.isTaken(s) {
		return
	}
	name := p.surface(s)
	if !p.cuedBeside(at) && !(coined(name) && (p.cuedPassage() || p.infectious(at))) {
		return
	}
	members := beginsAny(p.surface(at), "の元メンバー", "の幹部", "の首謀者", "の主要メンバー", "の中心メンバー", "の残党", "の基盤を", "とともに制裁", "とともに、制裁", "も制裁対象", "を制裁対象", "に制裁", "への制裁", "の流れをくむ", "の分派")
	if !coined(name) && !(shouted(name) && len(name) > 6) && !members || productTable[strings.ToLower(name)] || !nameLike(name) || company(name) || strings.HasPrefix(name, "CVE") || p.count(s) < 4 {
		return
	}
	switch {
	case !members && toolEnds.ends(name):
		p.sight(s, content.Malware, 0.6, "involved")
	case members || p.kindBy(p.sentence(s)) != content.Malware:
		p.sight(s, content.Actor, 0.6, "involved")
	}
}

// toolEnds are the last parts of the coined names of programs.
var toolEnds = newSuffixTable([]string{"Shell", "Door", "Loader", "Hook", "Wiper", "RAT", "Stealer", "Kit", "Bot", "Locker", "Dump", "Spy", "Tunnel", "Drop", "Miner", "Keylogger"})

// isTool reports whether the quotation that ends at i stands after a word for a tool or an operation.
func (p *passage) isTool(i int) bool {
	before := strings.TrimRight(p.text[:p.opening(i)], " ")
	return headTable.ends(before) && !endsAny(before, "集団", "グループ", "組織", "部隊", "アクター") || endsAny(before, "作戦", "ツール", "ウイルス", "キャンペーン", "事件", "会社", "社", "党", "脆弱性", "製品", "手法")
}

// cuedBeside reports whether the sentence around a span, or the one beside it where they are short, speaks of attackers or what they attack.
func (p *passage) cuedBeside(s source.Span) bool {
	if strings.HasPrefix(p.surface(s), "の攻撃") {
		in := p.sentence(s)
		if len(p.text) < shortPassage {
			in = source.Span{End: len(p.text)}
		}
		return p.told || p.digital(in) || p.wired(s)
	}
	return p.aware(s) || p.digital(s)
}
