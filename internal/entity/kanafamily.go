package entity

import (
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// Attackers by the form of their names in katakana: フラックス・タイフーン, マーブルパンダ. Half of these words are those of animals, which texts
// about zoos, goods and games have.

// families are the same families in katakana.
var families = []string{
	"タイフーン", "ブリザード", "スリート", "サンドストーム", "テンペスト", "パンダ", "ベア", "ベアー", "キトゥン", "キトン", "チョンリマ", "チョルリマ", "チョリマ", "スパイダー", "サイクロン", "ツナミ", "フラッド", "ヘイル", "タイガー", "レパード", "ジャッカル", "バッファロー", "マンティコア", "サーペンス", "ピスケス", "スコルピウス",
}

// animals are those of the families that texts about nature name too.
var animals = newSuffixTable([]string{
	"Panda", "Bear", "Kitten", "Spider", "Buffalo", "Leopard", "Jackal", "Tiger", "Lynx", "Crane", "Wolf", "Hawk", "Ocelot", "Werewolf", "Flood", "Hail", "Dust", "Storm",
	"パンダ", "ベア", "ベアー", "スパイダー", "タイガー", "レパード", "ジャッカル", "バッファロー", "フラッド",
})

// family finds the actor of a katakana family. That of an animal stands in a text about attacks on computers, or in a sentence about attacks in
// one that tells of no animals; a name that no point parts from its family is blamed in that sentence, or stands in a row with attackers.
func (p *passage) family(family source.Span) {
	s, parted := p.ofFamily(family)
	name := p.surface(s)
	animal := animals.ends(name)
	switch {
	case beginsAny(name, beasts...):
		return
	case parted && (p.aware(s) && (p.touched || !animal) || p.besideActor(s)):
	case p.wild || !p.joinedFamily(s, family):
		return
	case parted && p.cued(s) && p.attacking(s):
	case p.besideActor(s) || p.besideKnown(s) || p.attacking(s) && p.blamed(s):
	default:
		return
	}
	p.sight(s, content.Actor, 0.8, "scheme")
}

// familyInRow finds the actor of a family that stands in a row before one that has been found.
func (p *passage) familyInRow(family source.Span) {
	if s, parted := p.ofFamily(family); !parted && !p.wild && !beginsAny(p.surface(s), beasts...) && p.joinedFamily(s, family) && p.besideActor(s) {
		p.sight(s, content.Actor, 0.75, "scheme")
	}
}

// joinedFamily reports whether a word in katakana ends with a family and is no word of the dictionary: ジェイドパンダ.
func (p *passage) joinedFamily(s, family source.Span) bool {
	return (p.scriptAt(family.End) != katakana || p.stateAt(family.End)) && p.count(s) > p.count(family)+1 && !commonKatakana(p, s)
}

// besideKnown reports whether a name stands in a row with attackers whom the registry knows.
func (p *passage) besideKnown(s source.Span) bool {
	for i := range p.known {
		if k := &p.known[i]; k.kind() == content.Actor && (k.End <= s.Start && p.listLink(k.End, s.Start) || s.End <= k.Start && p.listLink(s.End, k.Start)) {
			return true
		}
	}
	return false
}

// blamed reports whether what stands around a name blames an attack on those who have it.
func (p *passage) blamed(s source.Span) bool {
	return beginsAny(p.text[s.End:], "によるもの", "による攻撃", "による侵入", "によると", "の犯行", "の仕業", "の関与", "が関与", "が攻撃", "が侵入", "が標的", "が背後", "がいる", "の攻撃", "の手口") ||
		endsAny(p.text[:s.Start], "背後には", "背後に", "背後にいるのは")
}

// beasts begin the names of animals, and of toys.
var beasts = []string{"レッサー", "ジャイアント", "テディ", "グリズリー", "ポーラー", "アムール", "ベンガル", "スマトラ", "シベリア", "マレー", "ベビー", "シロ", "ムーン・ベア", "アニマル"}

// wild are words of texts about animals, goods and games.
var wild = []string{
	"動物園", "飼育", "来園", "生息", "絶滅危惧", "野生", "ぬいぐるみ", "新商品", "新製品", "グッズ", "園児", "キャラクター", "水族館", "繁殖", "猟友会", "選手", "試合", "子ども向け", "子供向け", "おもちゃ", "玩具", "ベビー", "絵本", "遊園地", "映画", "アニメ", "ゲーム", "ブランド", "雑貨", "プレーヤー", "登山",
}

// ofFamily returns the name that ends with a katakana family. Where no point
// parts the word from the family it must stand in quotation marks, since レッサーパンダ is an animal.
func (p *passage) ofFamily(family source.Span) (source.Span, bool) {
	s := source.Span{Start: p.katakanaBefore(family.Start), End: family.End}
	if p.scriptAt(family.End) == katakana && !p.stateAt(family.End) {
		return s, false
	}
	parted := strings.ContainsAny(p.text[s.Start:family.Start], "・ ")
	quoted := p.before(s) == '「' && p.after(s) == '」'
	return s, p.count(s) > p.count(family)+1 && (parted || quoted)
}
