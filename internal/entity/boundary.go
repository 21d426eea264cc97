package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// fits reports whether the text at a span is the name as a word of its own, not a part of a longer word.
// Regular expressions cannot say so in Japanese, where PlugXを has no \b.
func (p *passage) fits(s source.Span, c *claim) bool {
	surface := p.surface(s)
	switch {
	case strings.IndexByte(surface, '\n') >= 0, strings.IndexByte(surface, '\t') >= 0, p.inURL(s), p.combined(s.End):
		return false
	case !sameCase(p.lang, surface, c), !sameWords(surface, c):
		return false
	case !p.begins(s) || !p.ends(s, c.entity.Kind):
		return false
	case c.entity.Kind == content.Actor && beginsAny(p.text[s.End:], rooms...):
		return false
	case c.entity.Kind == content.Organization && (p.market(s) || endsAny(surface, "国当局", "の当局")):
		return false
	case (c.entity.Kind == content.Actor || c.entity.Kind == content.Malware) && (p.ofNature(s) || ofWork(p.text, s)):
		return false
	case c.entity.Kind == content.Place && beginsAny(p.text[s.End:], "語", "杯"):
		return false // a language, a match
	case c.common && p.shortened(s, c):
		return false
	case c.common && (p.lang != i18n.JA || !sure(c) && p.product(s)):
		return false
	}
	return p.longEnough(s, c)
}

// rooms follow the number of a room or a house, which letters may stand before: APT12|号室.
var rooms = []string{"号室", "号棟", "号館", "番地", "丁目"}

// ofWork reports whether a name is, or begins, that of a work, a band, a horse, an operation or the like: ゲーム「ブラックキャット」.
func ofWork(text string, s source.Span) bool {
	before, ok := strings.CutSuffix(text[:s.Start], "「")
	if !ok {
		before, ok = strings.CutSuffix(before, "『")
	}
	after := text[s.End:]
	return ok && (works.ends(before) || beginsAny(after, "」選手", "」号", "号」", "」監督", "」作戦", "作戦」")) || beginsAny(strings.TrimLeft(after, " 」"), "というコードネーム", "という コードネーム", "というコード名")
}

// works are words before the name of what people have made, or play with.
var works = newSuffixTable([]string{
	"映画", "ゲーム", "小説", "番組", "漫画", "マンガ", "アニメ", "ドラマ", "バンド", "楽曲", "新曲", "アルバム", "雑誌", "絵本", "舞台", "作品", "展覧会", "船", "馬", "車", "犬", "猫", "酒", "菓子", "料理", "選手", "投手", "歌手", "キャラクター", "怪獣", "ロボット", "惑星", "彗星", "台風", "施設", "店", "作戦", "作戦名", "作戦名は", "コードネーム",
	"な敵", "い敵", "の敵", "強敵", "モンスター", "ボス", "怪物", "魔物", "主人公", "悪役", "必殺技", "ステージ", "機体",
})

// sure reports whether a name is that of attackers or malware and of nothing else: in a table another name may follow it.
func sure(c *claim) bool {
	return !c.ambiguous && (c.entity.Kind == content.Actor || c.entity.Kind == content.Malware)
}

// ofNature reports whether a name in katakana is the first part of what nature, science or a person is called by: ラザルス種,
// デビッド・ラザルス.
func (p *passage) ofNature(s source.Span) bool {
	if p.scriptBefore(s.End) != katakana {
		return false
	}
	if before, ok := strings.CutSuffix(p.text[:s.Start], "・"); ok && givenAbroad(before[p.runBefore(len(before), katakana):]) {
		return true
	}
	return natureTable.Longest(p.text[s.End:]) > 0
}

var natureTable = morph.NewWordTable([]string{
	"種", "属", "科", "症", "病", "熱", "星", "座", "彗星", "湖", "川", "河", "山", "島", "岬", "峠", "鉱", "石", "草", "花", "虫", "魚", "鳥", "犬", "猫", "牛", "馬",
	"氏", "さん", "容疑者", "被告", "選手", "監督", "博士", "教授", "牧師", "聖人", "賞", "杯", "語", "料理", "酒", "丸", "号", "駅", "町", "村", "城", "公園", "通り", "神", "神話", "効果", "反応", "合金", "酸",
})

// market reports whether an exchange is named for one of its markets, or for what is paid there, or a body for its head: 東証プライム,
// 東証株価指数, 内閣官房長官.
func (p *passage) market(s source.Span) bool {
	return p.surface(s) == "内閣官房" && strings.HasPrefix(p.text[s.End:], "長官") || p.surface(s) == "東証" && beginsAny(p.text[s.End:], "プライム", "スタンダード", "グロース", "マザーズ", "1部", "一部", "二部", "2部", "株価", "上場", "の終値")
}

// shortened reports whether a common word is taken for a name only because folding drops long vowels: マスク is no マースク.
func (p *passage) shortened(s source.Span, c *claim) bool {
	if !strings.Contains(c.written, "ー") || p.surface(s) == c.written || p.scriptAt(s.Start) != katakana {
		return false
	}
	i, ok := p.tokenAt(s.Start)
	return ok && p.words[i].Span == s && p.words[i].is(listed) && !p.words[i].is(proper)
}

// combined reports whether a sign follows that combines with the character before it.
func (p *passage) combined(i int) bool {
	r := firstRune(p.text[i:])
	return r >= 0x300 && (r == 'ﾞ' || r == 'ﾟ' || script(r) == other && unicode.Is(unicode.Mn, r))
}

// begins reports whether a word can begin where the span begins.
func (p *passage) begins(s source.Span) bool {
	prev := p.scriptBefore(s.Start)
	switch p.scriptAt(s.Start) {
	case latin:
		return prev != latin && !domainBefore(p.text[:s.Start])
	case katakana:
		return prev != katakana || endsGeneric(p.text[:s.Start]) || endsAny(p.text[:s.Start], families...) && p.stateAt(s.Start)
	case kanji:
		if prev != kanji {
			return p.cut(s.Start) || prev == other
		}
		r := p.before(s)
		if p.tokens == nil {
			return strings.ContainsRune(prefixes, r)
		}
		return p.cut(s.Start) && !p.qualified(s) || strings.ContainsRune(prefixes, r) && p.cut(s.Start-utf8.RuneLen(r))
	case hiragana:
		return prev != hiragana || p.tokens != nil && p.cut(s.Start)
	}
	return true
}

// qualified reports whether a common noun stands right before a short name and makes it
// that of something else: 海洋|警察庁.
func (p *passage) qualified(s source.Span) bool {
	i, ok := p.tokenAt(s.Start)
	if !ok || i == 0 || utf8.RuneCountInString(p.surface(s)) > 4 {
		return false
	}
	t := &p.tokens[i-1]
	return t.Span.End == s.Start && t.Is(listed|general) && !t.Is(proper) && utf8.RuneCountInString(t.Surface) > 1 &&
		!endsAny(t.Surface, "法人", "会社")
}

// product reports whether a Latin name begins that of something made: Google Play, Amazon Echo.
func (p *passage) product(s source.Span) bool {
	rest := p.text[s.End:]
	return len(rest) > 1 && rest[0] == ' ' && inWord(rest[1]) && script(lastRune(p.surface(s))) == latin
}

// tokenAt returns the index of the token that begins at a place.
func (p *passage) tokenAt(at int) (int, bool) {
	return slices.BinarySearchFunc(p.words, at, func(w word, at int) int { return w.Start - at })
}

// prefixes are characters that stand before the name of an organisation without being part of it.
const prefixes = "米英仏独露中韓日在同両各旧元新現前対反各"

// ends reports whether a word can end where the span ends.
func (p *passage) ends(s source.Span, k content.Kind) bool {
	next := p.scriptAt(s.End)
	switch last := p.scriptBefore(s.End); last {
	case latin:
		return next != latin && !domainAfter(p.text[s.End:]) && !p.numberGoesOn(s.End)
	case katakana:
		return next != katakana || beginsGeneric(p.text[s.End:]) || k == content.Actor && p.stateAt(s.End)
	case kanji:
		if next != kanji {
			return true
		}
		r := p.after(s)
		if k == content.Place && strings.HasPrefix(p.text[s.End:], "当局") {
			return true
		}
		if k == content.Place && r == '内' && strings.HasSuffix(p.surface(s), "国") {
			return false // 日本|国内
		}
		if p.cut(s.End) {
			return true
		}
		return k == content.Place && strings.ContainsRune("人籍製系側軍発内", r) && p.cut(s.End+utf8.RuneLen(r))
	case hiragana:
		return next != hiragana || p.cut(s.End)
	}
	return true
}

// numberGoesOn reports whether the number goes on after its point that ends at i: APT1|.5.
func (p *passage) numberGoesOn(i int) bool {
	digit := func(b byte) bool { return '0' <= b && b <= '9' }
	return i > 0 && i+1 < len(p.text) && p.text[i] == '.' && digit(p.text[i-1]) && digit(p.text[i+1])
}

// domainBefore reports whether a word after s would be a part of a domain or address: www.|microsoft.
func domainBefore(s string) bool {
	n := len(s)
	return n >= 2 && (s[n-1] == '.' || s[n-1] == '@') && inWord(s[n-2]) && lower(s[n-2]) ||
		n >= 1 && (s[n-1] == '_' || s[n-1] == '@')
}

// domainAfter reports whether a word before s would be a part of a domain: microsoft|.com.
func domainAfter(s string) bool {
	return len(s) >= 2 && s[0] == '.' && lower(s[1]) || s != "" && s[0] == '_' ||
		len(s) >= 4 && s[:3] == "[.]" && lower(s[3])
}

// generic lists the katakana words that are written right beside a name: マルウェアエモテット, ティックグループ.
var generic = []string{
	"マルウェア", "マルウエア", "ランサムウェア", "ランサムウエア", "ボットネット", "バックドア",
	"ウイルス", "ウィルス", "ハッカー", "グループ", "チーム", "アクター", "サーバ",
}

func endsGeneric(s string) bool {
	return endsAny(s, generic...)
}

func beginsGeneric(s string) bool {
	return beginsAny(s, generic...)
}

// A shape is what the spelling of a name asks of the places where it stands.
type shape struct {
	acronym, capital bool // all capitals, and few; with capitals
	latin, spaced    bool // begins with a Latin letter; with a space or sign inside
}

func shapeOf(written string) shape {
	return shape{
		acronym: len(written) <= 5 && strings.ToUpper(written) == written,
		capital: strings.ToLower(written) != written,
		latin:   script(firstRune(written)) == latin,
		spaced:  strings.ContainsFunc(written, func(r rune) bool { return script(r) == other }),
	}
}

// sameCase keeps the folding of case from making words of acronyms and names: "un" is not the UN,
// and "nickel" in English prose not Nickel.
func sameCase(l i18n.Lang, surface string, c *claim) bool {
	if !ascii(surface) {
		return true // kanji, kana and full width have no lower case to take for a common word
	}
	switch {
	case c.shape.acronym:
		return surface == c.written
	case c.ambiguous || c.common || l == i18n.EN:
		return !c.shape.capital || strings.ContainsFunc(surface, func(r rune) bool { return 'A' <= r && r <= 'Z' })
	}
	return true
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// sameWords refuses a space inside a Latin name of one word, "I PA" is not the IPA, but for one before a capital inside it:
// "Beagle Boyz" is BeagleBoyz.
func sameWords(surface string, c *claim) bool {
	if !c.shape.latin || c.shape.spaced || !strings.ContainsFunc(surface, unicode.IsSpace) {
		return true
	}
	i := 0 // in the name as it is written
	for j := 0; j < len(surface); j++ {
		if surface[j] == ' ' {
			if j > 0 && surface[j-1] >= utf8.RuneSelf || j+1 < len(surface) && surface[j+1] >= utf8.RuneSelf {
				continue // KV ボット ネット
			}
			if i == 0 || i >= len(c.written) || !upper(c.written[i]) || !lower(c.written[i-1]) {
				return false
			}
			continue
		}
		i++
	}
	return i == len(c.written)
}

// longEnough asks more of names of one or two characters: they must be whole tokens.
func (p *passage) longEnough(s source.Span, c *claim) bool {
	n := p.count(s)
	if n > 2 || p.scriptAt(s.Start) == latin {
		return true
	}
	if p.tokens == nil {
		return n == 2
	}
	if !p.cut(s.Start) || !p.cut(s.End) && c.entity.Kind != content.Place {
		return false
	}
	return n == 2 || p.placeToken(s)
}

// placeToken reports whether the span is one token that the dictionary knows as a place: 米 in 米司法省.
func (p *passage) placeToken(s source.Span) bool {
	i, ok := p.tokenAt(s.Start)
	return ok && p.words[i].Span == s && p.words[i].is(regional) && p.scriptAt(s.End) != hiragana
}
