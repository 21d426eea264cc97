package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// shortForms finds the family names of persons whom the passage has named in full before:
// モナコ副長官 after リサ・モナコ, 楊容疑者 after 楊智軍. In Japanese a title must follow.
func (p *passage) shortForms(ms []Mention) []Mention {
	if !slices.ContainsFunc(ms, func(m Mention) bool { return m.Kind == content.Person }) {
		return ms
	}
	out := slices.Clone(ms)
	for _, m := range ms {
		if m.Kind != content.Person {
			continue
		}
		for _, short := range familyNames(m.Surface) {
			out = p.shortForm(out, m, short)
		}
	}
	slices.SortFunc(out, func(a, b Mention) int { return a.Span.Start - b.Span.Start })
	return out
}

// familyNames returns what a person may be called by in short.
func familyNames(full string) []string {
	if script(firstRune(full)) == kanji {
		if i := strings.IndexAny(full, " 　"); i > 0 {
			return []string{full[:i]} // 鵜殿 渉
		}
	}
	if first, _, ok := strings.Cut(full, "・"); ok && asianInKana[first] {
		return []string{first, full[strings.LastIndex(full, "・")+len("・"):]}
	}
	if asian(full) {
		first, _, _ := strings.Cut(full, " ")
		return []string{first}
	}
	if i := strings.LastIndexAny(full, " ・＝="); i >= 0 {
		if last := full[i+runeLen(full[i:]):]; last != "" {
			return []string{last}
		}
		return nil // a name that breaks off: everything begins with nothing
	}
	if kana := strings.TrimLeftFunc(full, func(r rune) bool { return script(r) == kanji }); len(kana) < len(full) && nameInKana[kana] && script(firstRune(kana)) == katakana {
		return []string{strings.TrimSuffix(full, kana), kana} // 八重樫|アキラ
	}
	if script(firstRune(full)) == kanji && utf8.RuneCountInString(full) >= 3 {
		r := []rune(full)
		return []string{string(r[:2]), string(r[:1])}
	}
	return nil
}

// asianInKana are the family names of China and Korea, which come first, in katakana: イン・ケチェン.
var asianInKana = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields("イン ジョウ チョウ ワン リ リー チャン チン チェン リウ リュウ ヤン ジャオ チャオ ホワン フアン ウー シュー シュイ スン フー ジュー ガオ リン ホー グオ マー ルオ ジェン タン ディン チエン ジャン フェン タン ペン ション キム パク イ チェ チョン カン チョ ユン イム ハン シン ソ クォン アン ソン ホン チャ ナム ノ コ ペ ムン オ ファン シム グエン チャン レ ファム") {
		out[w] = true
	}
	return out
}()

// asian reports whether a name in Latin letters begins with the family name, as Koreans and Chinese write it, or is such a name alone: Ri Hyon Chol.
func asian(full string) bool {
	first, _, parted := strings.Cut(full, " ")
	if !parted && full != "" && upper(full[0]) && ascii(full) {
		return true
	}
	switch first {
	case "Ri", "Guan", "Kim", "Pak", "Park", "Choe", "Choi", "Jong", "Jon", "Jang", "Kang", "Rim", "Sim", "So", "Yun", "Han", "Hong", "Wang", "Li", "Zhang", "Liu", "Chen", "Yang", "Zhao", "Huang", "Wu", "Xu", "Sun", "Hu", "Zhu", "Gao", "Lin", "Guo", "Ma", "Luo", "Yin", "Zhou", "Zheng", "Tang", "Ding", "Qian", "Jiang", "Fu", "Tan", "Ni", "Weng", "Cheng", "Peng", "Xiong", "Zhong", "Ho", "Mun":
		return ascii(full)
	}
	return false
}

func (p *passage) shortForm(out []Mention, full Mention, short string) []Mention {
	for at := full.Span.End; ; {
		i := strings.Index(p.text[at:], short)
		if i < 0 {
			return out
		}
		s := source.Span{Start: at + i, End: at + i + len(short)}
		at = s.End
		if !p.shortStands(s) {
			continue
		}
		clash := slices.IndexFunc(out, func(m Mention) bool { return m.Span.Overlaps(s) })
		if clash >= 0 && !(out[clash].Span == s && (out[clash].Kind == content.Place || out[clash].Discovered)) && !meansAnother(&out[clash], &full, s) {
			continue
		}
		m := full
		s = p.titled(s)
		m.Span, m.Surface, m.Why, m.Confidence = s, p.surface(s), "short", min(full.Confidence, 0.85)
		if clash >= 0 {
			out[clash] = m
		} else {
			out = append(out, m)
		}
	}
}

// ofNamesake reports whether a name in katakana is the end of that of another, whose given name is not that of the person: ジョン・Q・|モナコ.
func (p *passage) ofNamesake(s source.Span, person string) bool {
	if !strings.HasSuffix(p.text[:s.Start], "・") || p.scriptAt(s.Start) != katakana {
		return false
	}
	end := s.Start - len("・")
	if at := p.initialBefore(end + len("・")); at <= end {
		end = len(strings.TrimSuffix(p.text[:at], "・"))
	}
	first, _, _ := strings.Cut(p.text[p.katakanaStart(end):s.Start], "・")
	return first != "" && !strings.HasPrefix(person, first)
}

// meansAnother reports whether a known person has been taken for one whom the text has named in full by another given name: モナコ|副長官 after
// ジョン・Q・モナコ.
func meansAnother(m, full *Mention, s source.Span) bool {
	return m.Kind == content.Person && m.Entity != "" && full.Entity == "" && m.Why == "variant" && m.Span.Start == s.Start && strings.HasSuffix(full.Surface, "・"+m.Surface[:s.Len()])
}

// shortStands reports whether a family name at a span is a word of its own that means a person.
func (p *passage) shortStands(s source.Span) bool {
	if p.scriptBefore(s.Start) == p.scriptAt(s.Start) {
		return false
	}
	if p.lang == i18n.EN {
		return p.alone(s)
	}
	if p.scriptAt(s.Start) == latin {
		return p.alone(s) && p.before(s) != '-' && beginsAny(p.text[p.afterSpace(s.End):], "は", "が", "を", "に", "の", "と", "も", "、", "氏", "被告", "容疑者")
	}
	return beginsAny(p.text[s.End:], strongTitles...) || p.titleBegins(s.End) || p.bareFamily(s) || p.bareSurname(s)
}

// bareSurname reports whether a surname in kanji stands alone, as texts leave out the title of one of their own: 鵜殿です.
func (p *passage) bareSurname(s source.Span) bool {
	if k := p.scriptAt(s.End); p.scriptAt(s.Start) != kanji || p.count(s) < 2 || k == kanji || k == katakana || !p.cut(s.Start) || !p.cut(s.End) || p.places(s) && !p.nameToken(s) && !familyNamesOfJapan()[p.surface(s)] {
		return beginsAny(p.text[s.End:], "です。") && strings.HasSuffix(p.text[:s.Start], "の")
	}
	if beginsAny(p.text[s.End:], "。") {
		return endsAny(p.text[:s.Start], "」と") // 「…」と|小林|。
	}
	return beginsAny(p.text[s.End:], "は", "が", "も", "ら", "です。", "によると")
}

// bareFamily reports whether a family name in katakana stands alone, as translations leave out the title: ヤクベツは. The
// dictionary knows no such word.
func (p *passage) bareFamily(s source.Span) bool {
	if p.scriptAt(s.Start) != katakana || p.scriptBefore(s.Start) == kanji || p.scriptAt(s.End) == katakana || p.before(s) == '・' || p.count(s) < 3 && !nameInKana[p.surface(s)] && !asianInKana[p.surface(s)] {
		return false
	}
	if i, ok := p.tokenAt(s.Start); !ok || p.words[i].End >= s.End && p.words[i].is(listed) && !p.words[i].is(personal) && !asianInKana[p.surface(s)] {
		return false
	}
	return beginsAny(p.text[p.afterSpace(s.End):], "は", "が", "を", "に", "の", "と", "も", "ら", "、", "および", "及び")
}
