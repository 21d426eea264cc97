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
func (p *passage) fits(s source.Span, c claim) bool {
	surface := p.surface(s)
	switch {
	case strings.ContainsAny(surface, "\n\t"), p.inURL(s), unicode.In(p.after(s), unicode.Mn), strings.ContainsRune("ﾞﾟ", p.after(s)) && p.after(s) != 0:
		return false
	case !sameCase(p.lang, surface, c), !sameWords(surface, c.written):
		return false
	case !p.begins(s) || !p.ends(s, c.entity.Kind):
		return false
	case c.entity.Kind == content.Place && p.after(s) == '語':
		return false // a language
	case c.common && (p.lang != i18n.JA || p.product(s)):
		return false
	}
	return p.longEnough(s, c)
}

// begins reports whether a word can begin where the span begins.
func (p *passage) begins(s source.Span) bool {
	first, prev := firstRune(p.surface(s)), p.before(s)
	switch script(first) {
	case latin:
		return script(prev) != latin && !domainBefore(p.text[:s.Start])
	case katakana:
		return script(prev) != katakana || endsGeneric(p.text[:s.Start])
	case kanji:
		if script(prev) != kanji {
			return p.cut(s.Start) || script(prev) == other
		}
		if p.cuts == nil {
			return strings.ContainsRune(prefixes, prev)
		}
		return p.cuts[s.Start] && !p.qualified(s) || strings.ContainsRune(prefixes, prev) && p.cuts[s.Start-utf8.RuneLen(prev)]
	case hiragana:
		return script(prev) != hiragana || p.cuts != nil && p.cuts[s.Start]
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
	t := p.tokens[i-1]
	return t.Span.End == s.Start && t.Known && utf8.RuneCountInString(t.Surface) > 1 &&
		slices.Contains(t.POS, "一般") && !slices.Contains(t.POS, "固有名詞") && !endsAny(t.Surface, "法人", "会社")
}

// product reports whether a Latin name begins that of something made: Google Play, Amazon Echo.
func (p *passage) product(s source.Span) bool {
	rest := p.text[s.End:]
	return len(rest) > 1 && rest[0] == ' ' && inWord(rest[1]) && script(lastRune(p.surface(s))) == latin
}

// tokenAt returns the index of the token that begins at a place.
func (p *passage) tokenAt(at int) (int, bool) {
	return slices.BinarySearchFunc(p.tokens, at, func(t morph.Token, at int) int { return t.Span.Start - at })
}

// prefixes are characters that stand before the name of an organisation without being part of it.
const prefixes = "米英仏独露中韓日在同両各旧元新現前対反各"

// ends reports whether a word can end where the span ends.
func (p *passage) ends(s source.Span, k content.Kind) bool {
	last, next := lastRune(p.surface(s)), p.after(s)
	switch script(last) {
	case latin:
		return script(next) != latin && !domainAfter(p.text[s.End:])
	case katakana:
		return script(next) != katakana || beginsGeneric(p.text[s.End:])
	case kanji:
		if k == content.Place && last == '国' && next == '内' {
			return false // 日本|国内
		}
		if script(next) != kanji || p.cut(s.End) {
			return true
		}
		return k == content.Place && strings.ContainsRune("人籍製系側軍発内", next) && p.cut(s.End+utf8.RuneLen(next))
	case hiragana:
		return script(next) != hiragana || p.cut(s.End)
	}
	return true
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

func lower(b byte) bool { return 'a' <= b && b <= 'z' }

// generic lists the katakana words that are written right beside a name: マルウェアエモテット, ティックグループ.
var generic = []string{
	"マルウェア", "マルウエア", "ランサムウェア", "ランサムウエア", "ボットネット", "バックドア",
	"ウイルス", "ウィルス", "ハッカー", "グループ", "チーム", "アクター", "サーバ",
}

func endsGeneric(s string) bool {
	return slices.ContainsFunc(generic, func(g string) bool { return strings.HasSuffix(s, g) })
}

func beginsGeneric(s string) bool {
	return slices.ContainsFunc(generic, func(g string) bool { return strings.HasPrefix(s, g) })
}

// sameCase keeps the folding of case from making words of acronyms and names: "un" is not the UN,
// and "nickel" in English prose not Nickel.
func sameCase(l i18n.Lang, surface string, c claim) bool {
	if strings.ContainsFunc(surface, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return true // kanji, kana and full width have no lower case to take for a common word
	}
	acronym := len(c.written) <= 5 && strings.ToUpper(c.written) == c.written
	plain := strings.ToLower(surface) == surface && strings.ToLower(c.written) != c.written
	switch {
	case acronym:
		return surface == c.written
	case c.ambiguous || c.common || l == i18n.EN:
		return !plain
	}
	return true
}

// sameWords refuses a space inside a Latin name of one word: "I PA" is not the IPA.
func sameWords(surface, written string) bool {
	if !strings.ContainsFunc(surface, unicode.IsSpace) {
		return true
	}
	return script(firstRune(written)) != latin || strings.ContainsFunc(written, func(r rune) bool { return script(r) == other })
}

// longEnough asks more of names of one or two characters: they must be whole tokens.
func (p *passage) longEnough(s source.Span, c claim) bool {
	surface := p.surface(s)
	n := utf8.RuneCountInString(surface)
	if n > 2 || script(firstRune(surface)) == latin {
		return true
	}
	if p.cuts == nil {
		return n == 2
	}
	if !p.cuts[s.Start] || !p.cuts[s.End] && c.entity.Kind != content.Place {
		return false
	}
	return n == 2 || p.placeToken(s)
}

// placeToken reports whether the span is one token that the dictionary knows as a place: 米 in 米司法省.
func (p *passage) placeToken(s source.Span) bool {
	i, ok := p.tokenAt(s.Start)
	return ok && p.tokens[i].Span == s && slices.Contains(p.tokens[i].POS, "地域") && script(p.after(s)) != hiragana
}
