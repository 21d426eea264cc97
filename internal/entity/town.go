package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// Towns abroad are many, and the dictionary has few of them. What stands about a word of katakana tells that it is one: 北部|シュチトノ|の,
// ペンシルベニア州|アリクイッパ|の, オーストラリア・|アデレード|で.

// beforeTowns stand right before the names of towns, of which they say where or what they are.
var beforeTowns = []string{
	"北部", "南部", "東部", "西部", "中部", "北東部", "北西部", "南東部", "南西部", "北部の", "南部の", "東部の", "西部の", "中部の", "郊外の", "近郊の", "近郊", "郊外", "首都", "首都の", "都市", "古都", "港町", "保養地", "州都", "県都",
	"町", "村", "州", "地方の", "地方", "州の", "県の", "島の", "半島の", "沿岸の", "国境の", "内陸の", "都市の", "町の", "第2の都市", "第二の都市", "最大の都市",
}

// landforms end the names of places that the word before them names: シャヒド・ラジャイ|港, ボウマン・ダム.
var landforms = []string{"港", "空港", "駅", "湾", "島", "諸島", "半島", "海峡", "山脈", "川", "運河", "湖", "地方", "地区", "郡", "・ダム", "ダム", "原発", "原子力発電所", "基地", "平野", "渓谷", "通り", "市", "街道", "山", "岳", "峰", "峠", "岬", "高原"}

// abroad finds towns and the like in katakana that nothing else knows.
func abroad(p *passage) {
	for _, k := range p.kana {
		s := k.Span
		if p.count(s) < 3 || p.scriptBefore(s.Start) == katakana {
			continue
		}
		switch {
		case !p.isTaken(s) && p.landform(s):
		case !p.isTaken(s) && !k.pointed && p.townBefore(s) && p.placeWord(s):
			p.sight(s, content.Place, 0.65, "town")
		case !p.isTaken(s) && !k.pointed && p.seizedAt(s):
			p.sight(s, content.Place, 0.65, "town")
		case k.pointed:
			p.townOf(s)
		}
	}
}

// placeWord reports whether a run of katakana can name a place: it is no common word, none of firms or attackers, and nothing known.
func (p *passage) placeWord(s source.Span) bool {
	name := p.surface(s)
	if company(name) || commonTable.In(name) || endsAny(name, families...) || p.knownOther(s) || p.scriptAt(s.End) == kanji && !p.cut(s.End) {
		return false
	}
	i, ok := p.tokenAt(s.Start)
	for strange := false; ok; i++ {
		if i == len(p.words) || p.words[i].Start >= s.End {
			return strange
		}
		if w := p.words[i]; !w.is(listed) || w.is(proper) {
			strange = true
		} else if w.Span == s {
			return false
		}
	}
	return false
}

// knownOther reports whether something known that is no place shares a character with a span.
func (p *passage) knownOther(s source.Span) bool {
	return slices.ContainsFunc(p.known, func(h hit) bool { return h.Overlaps(s) && h.kind() != content.Place })
}

// townBefore reports whether a word of a list stands before a name, and a particle of place behind it.
func (p *passage) townBefore(s source.Span) bool {
	if endsAny(p.text[:s.Start], "町", "村", "州") {
		if k := p.scriptBefore(s.Start - len("町")); k != kanji && k != katakana {
			return false // わが町サウナフェス
		}
	}
	return p.endsWith(beforeTownWords, source.Span{End: s.Start}) && beginsAny(p.text[s.End:], "で", "に", "の", "から", "へ", "近郊", "郊外", "市", "、", "と", "（", "を", "が", "は")
}

// seizedAt reports whether a name is that of where somebody has been taken: タラゴナ|で管理者の男を拘束, パルマ| で 拘束 され.
func (p *passage) seizedAt(s source.Span) bool {
	rest, ok := strings.CutPrefix(p.text[p.afterSpace(s.End):], "で")
	if !ok || strings.HasPrefix(rest, "は") || !p.placeWord(s) || company(p.surface(s)) {
		return false
	}
	rest = p.surface(source.Span{Start: len(p.text) - len(rest), End: p.sentence(s).End})
	if n := strings.IndexAny(rest, "、。"); n >= 0 {
		rest = rest[:n]
	}
	deed := firstOf(rest, []string{"拘束", "逮捕", "身柄を"})
	return deed >= 0 && deed <= 16*len("字") && firstOf(rest, []string{"購入", "投稿", "販売", "使", "用い", "接続"}) < 0
}

// landform finds the place of which a run of katakana is the name: シャヒド・ラジャイ|港.
func (p *passage) landform(s source.Span) bool {
	for _, at := range p.within(landformWords, source.Span{Start: s.Start + 2*len("ア"), End: s.End + 1}) {
		if at.Start > s.End || at.End < s.End || at.Start < s.End && (at.End != s.End || !p.cut(at.Start) && !strings.HasPrefix(p.text[at.Start:], "・")) {
			continue
		}
		own, whole := source.Span{Start: s.Start, End: at.Start}, source.Span{Start: s.Start, End: at.End}
		if next := p.scriptAt(whole.End); next == kanji && !p.cut(whole.End) || next == katakana || p.count(own) < 2 {
			continue
		}
		if long := p.count(own) >= 3; long && p.placeWord(own) && !p.ruled(own) && !ofWork(p.text, whole) {
			p.sight(whole, content.Place, 0.65, "suffix")
			return true
		}
	}
	return false
}

// ruled reports whether a country, which the registry has, is all that stands before a landform: ロシア|地方.
func (p *passage) ruled(s source.Span) bool {
	i, ok := p.tokenAt(s.Start)
	return ok && p.words[i].Span == s && p.words[i].is(nation)
}

// townOf finds the town behind its country and a point: オーストラリア・|アデレード|で.
func (p *passage) townOf(s source.Span) {
	country, town, ok := strings.Cut(p.surface(s), "・")
	if !ok || strings.Contains(town, "・") {
		return
	}
	own := source.Span{Start: s.Start + len(country+"・"), End: s.End}
	if p.count(own) < 3 || !p.knownCountry(source.Span{Start: s.Start, End: s.Start + len(country)}) || !beginsAny(p.text[s.End:], "で", "近郊", "郊外", "市", "）", ")", "に住", "に到着", "に移", "に拠点", "の空港", "から") || !p.placeWord(own) || overlapped(p.known, own) {
		return
	}
	p.sight(source.Span{Start: s.Start, End: s.Start + len(country)}, content.Place, 0.65, "town")
	p.sight(own, content.Place, 0.65, "town")
}

// knownPlace reports whether a place that is known fills a span.
func (p *passage) knownPlace(s source.Span) bool {
	return slices.ContainsFunc(p.known, func(h hit) bool { return h.Span == s && h.kind() == content.Place })
}

// knownCountry reports whether a country fills a span: one that is known, or one of the dictionary.
func (p *passage) knownCountry(s source.Span) bool {
	if p.knownPlace(s) {
		return true
	}
	i, ok := p.tokenAt(s.Start)
	return ok && p.words[i].Span == s && p.words[i].is(nation)
}

// peaks finds the places in kanji that end with a landform: 成田|空港, 十勝|地方, 鷺ノ森|岳.
func (p *passage) peaks() {
	for _, at := range p.spots[landformWords] {
		if k := p.scriptAt(at.Start); k != kanji || p.scriptAt(at.End) == kanji && !beginsAny(p.text[at.End:], "内", "側", "周辺", "付近", "沿", "一帯", "産", "発", "行", "前", "近く", "構内", "北口", "南口", "東口", "西口") || p.scriptAt(at.End) == katakana {
			continue
		}
		start := at.Start
		for start > 0 && (p.scriptBefore(start) == kanji || endsAny(p.text[:start], "ケ", "ヶ", "ツ", "ノ") && p.scriptBefore(start-len("ケ")) == kanji) {
			start -= len("山")
		}
		s := source.Span{Start: start, End: at.End}
		own := source.Span{Start: start, End: at.Start}
		if n := p.count(own); n < 1 || n > 5 || n == 1 && p.surface(at.Span) == "山" || p.marks[at.Start]&orgEnd != 0 || !p.namesLand(own, s) && !stopNamed(p.surface(at.Span), p.surface(own)) {
			continue
		}
		p.sight(s, content.Place, 0.65, "suffix")
	}
}

// stopNamed reports whether the kanji before 空港 or 駅 name one: 仁川|空港, 関西国際|空港, 亀嵩|駅, but not 主要|空港.
func stopNamed(kind, own string) bool {
	if kind != "空港" && kind != "駅" {
		return false
	}
	name := strings.TrimSuffix(own, "国際")
	return utf8.RuneCountInString(name) >= 2 && !slices.Contains([]string{"最寄り", "始発", "終着", "無人", "乗換", "乗り換え", "地下鉄", "各停", "起点", "終点", "中間", "当該", "隣接", "途中", "有人", "観光", "旧国鉄", "近隣", "沿線",
		"国際", "地方", "軍用", "主要", "国内", "国外", "海外", "最寄", "民間", "首都", "旅客", "貨物", "到着", "出発", "拠点", "全国", "複数", "大型", "新設", "目的地"}, name)
}

// namesLand reports whether the words before a landform are a name: a place or a name of the dictionary, or kanji with a kana inside.
func (p *passage) namesLand(own, whole source.Span) bool {
	i, ok := p.tokenAt(own.Start)
	if !ok {
		return false
	}
	w := p.words[i]
	switch {
	case strings.ContainsAny(p.surface(own), "ケヶツノ"):
		return true
	case w.is(nation) || w.is(lead):
		return false
	case w.End >= whole.End:
		return w.Span == whole && w.is(proper) && !w.is(personal)
	}
	return w.Span == own && w.is(regional) && p.count(own) >= 2
}
