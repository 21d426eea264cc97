package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// compose joins, in place, mentions that are parts of one name, and gives names what the
// writer put to them: 連邦捜査局|(|FBI|), 韓国|外換銀行, 警視庁|公安部, Mirai|マルウェア.
func (p *passage) compose(ms []Mention) []Mention {
	if p.lang != i18n.JA {
		return ms
	}
	out := ms[:0] // which never has more than has been read
	for i := range ms {
		m := &ms[i]
		if len(out) > 0 && m.Span.Start < out[len(out)-1].Span.End {
			continue // (FBI: |Federal Bureau of Investigation|)
		}
		if m.Kind = p.usedAs(m); len(out) > 0 && p.asBefore(&out[len(out)-1], m) {
			m.Kind = content.Malware
		}
		p.withHead(m)
		for len(out) > 0 && p.join(&out[len(out)-1], m) {
			out = out[:len(out)-1]
		}
		out = append(out, *m)
	}
	for i := range out {
		m, next := &out[i], len(p.text)
		if i+1 < len(out) {
			next = out[i+1].Span.Start
		}
		p.withSpelling(m, next)
		last := 0
		if i > 0 {
			last = out[i-1].Span.End
		}
		p.whole(m, last, next)
		if m.Kind == content.Organization {
			if p.organAttacks(m) {
				m.Kind = content.Actor
			} else {
				p.withTail(m, next)
			}
		}
	}
	return slices.DeleteFunc(out, func(m Mention) bool { return m.Surface == "" })
}

// join reports whether two neighbours make one mention, and makes it of the second.
func (p *passage) join(a, b *Mention) bool {
	if a.Span.End > b.Span.Start || b.Span.Start-a.Span.End > len("の") {
		return false
	}
	between := p.text[a.Span.End:b.Span.Start]
	switch {
	case p.aside(a, b, between):
		*b = p.joined(a, b, p.closed(b.Span))
		return true
	case a.Kind == content.Organization && b.Kind == content.Place && (between == "" || between == " "):
		end := p.office(b.Span.End)
		if end == 0 {
			return false
		}
		*b = *a
		b.Why, b.Confidence = "part", min(a.Confidence, 0.8)
		p.over(b, source.Span{Start: a.Span.Start, End: end})
		return true
	case a.Kind == content.Place && b.Kind == content.Place && between == "" && ward(a, b):
		*b = p.joined(a, b, b.Span.End)
		return true
	case b.Kind != content.Organization:
		return false
	case a.Kind == content.Place && p.countrys(a, b, between), a.Kind == content.Organization && between == "" && p.division(b):
		*b = p.joined(b, a, b.Span.End)
		return true
	}
	return false
}

// withSpelling gives a name in katakana the brackets behind it that hold how it is spelled abroad and nothing else: ソニー|(Sony)|, ジョージア|(Georgia)州|.
func (p *passage) withSpelling(m *Mention, limit int) {
	if m.Kind != content.Organization && m.Kind != content.Place || script(firstRune(m.Surface)) != katakana || script(lastRune(m.Surface)) != katakana {
		return
	}
	start := m.Span.End
	if start >= len(p.text) || !opens(p.text[start:]) {
		return
	}
	inner := start + runeLen(p.text[start:])
	end := inner
	for end < len(p.text) && (inWord(p.text[end]) || strings.IndexByte(" .&'-", p.text[end]) >= 0) {
		end++
	}
	spelled := p.text[inner:end]
	if !isSpelling(spelled) || m.Kind == content.Place && acronym(spelled) {
		return
	}
	closed := p.closed(source.Span{Start: inner, End: end})
	if closed == end || closed > limit {
		return
	}
	if m.Kind == content.Place && strings.HasPrefix(p.text[closed:], "州") {
		closed += len("州")
	}
	p.over(m, source.Span{Start: m.Span.Start, End: closed})
}

// isSpelling reports whether a text may be a name of a firm or a place abroad: three words at most, the first with a capital.
func isSpelling(s string) bool {
	return len(s) >= 2 && len(s) <= 30 && upper(s[0]) && strings.Count(s, " ") < 3 && !strings.ContainsAny(s, "0123456789_") && !strings.HasSuffix(s, " ")
}

// ward reports whether a place is a part of the town or district right before it, which the registry has not: 神戸市|中央区, 東京都|江東区.
func ward(whole, part *Mention) bool {
	return (whole.Entity == "" || whole.Surface == "東京都") && part.Entity == "" && (endsAny(whole.Surface, "市", "東京都") && endsAny(part.Surface, "区") || endsAny(whole.Surface, "郡") && endsAny(part.Surface, "町", "村"))
}

// joined returns a mention over both that means what the first means, or else the second.
func (p *passage) joined(a, b *Mention, end int) Mention {
	out := *a
	if out.Entity == "" && len(out.Candidates) == 0 && b.Entity != "" && a.Kind == b.Kind {
		out.Entity, out.Name, out.Discovered, out.Confidence = b.Entity, b.Name, false, min(a.Confidence, b.Confidence)
		if a.Why == "suffix" || a.Why == "dictionary" {
			out.Why = "part"
		}
	}
	p.over(&out, source.Span{Start: min(a.Span.Start, b.Span.Start), End: end})
	return out
}

// over gives a mention another span.
func (p *passage) over(m *Mention, s source.Span) {
	m.Span, m.Surface = s, p.surface(s)
	if m.Discovered && m.Entity == "" && m.Why != "gazetteer" {
		m.Name = i18n.Both(m.Surface)
	}
}

// office returns where the word for a branch ends that stands after the name of its town, 0 if none does: FBI|ロサンゼルス|支局.
func (p *passage) office(i int) int {
	for _, w := range []string{"支局", "支社", "支部", "支店", "事務所", "オフィス", "本部", "工場", "総局"} {
		for _, space := range []string{"", " "} {
			if strings.HasPrefix(p.text[i:], space+w) {
				return i + len(space) + len(w)
			}
		}
	}
	return 0
}

// aside reports whether b is a's other name in brackets or after an equals sign: 連邦捜査局（FBI）, FBI＝連邦捜査局.
func (p *passage) aside(a, b *Mention, between string) bool {
	if a.Kind != b.Kind || a.Kind != content.Organization && a.Kind != content.Place {
		return false
	}
	if !acronym(a.Surface) && !acronym(b.Surface) && !hasKanji(a.Surface) && !hasKanji(b.Surface) && script(lastRune(a.Surface)) != katakana {
		return false // Microsoft(マイクロソフト), as a text names a firm first
	}
	if a.Entity != "" && a.Entity == b.Entity && (between == "=" || between == "＝") {
		return true
	}
	same := a.Entity == b.Entity && (a.Entity != "" || a.Kind == content.Organization)
	either := a.Kind == content.Organization && (a.Entity == "" || b.Entity == "")
	switch between {
	case "(", "（", " (", " （":
		return (same || either) && p.closed(b.Span) > b.Span.End
	case "=", "＝":
		return (same || either) && acronym(a.Surface) != acronym(b.Surface)
	}
	return false
}

// closed returns where the bracket closes that closes right after a span, else the end of the span.
func (p *passage) closed(s source.Span) int {
	if acronym(p.surface(s)) && strings.HasPrefix(p.text[s.End:], ": ") { // 連邦捜査局(FBI|: Federal Bureau of Investigation)
		end := s.End + len(": ")
		for end < len(p.text) && (inWord(p.text[end]) || strings.IndexByte(" .,&'-/", p.text[end]) >= 0) {
			end++
		}
		s.End = end
	}
	for _, bracket := range []string{")", "）"} {
		if strings.HasPrefix(p.text[s.End:], bracket) {
			return s.End + len(bracket)
		}
	}
	return s.End
}

func hasKanji(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return script(r) == kanji })
}

func acronym(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf || 'a' <= r && r <= 'z' })
}

// countrys reports whether a place makes an organisation that of its country: 韓国外換銀行,
// 米シークレットサービス; with の only where the name without it would be another country's: 韓国の統一省.
func (p *passage) countrys(place, org *Mention, between string) bool {
	if place.Entity == "jp" || place.Surface == "日本" || org.Why == "dateline" {
		return false
	}
	switch between {
	case "":
		return utf8.RuneCountInString(place.Surface) == 1 || needsCountry(org)
	case "・":
		return org.Discovered && script(firstRune(org.Surface)) == kanji && script(lastRune(place.Surface)) == kanji
	case "の":
		return org.Entity == "" && needsCountry(org) && !endsAny(place.Surface, "県", "市", "府", "都", "州", "町") && endsAny(org.Surface, "省", "庁", "部", "院") && !endsAny(org.Surface, "病院", "医院", "学院", "大学院")
	}
	return false
}

// needsCountry reports whether an organisation is known by its country only: 米|国務省, 韓国の|統一省.
func needsCountry(org *Mention) bool { return utf8.RuneCountInString(org.Surface) <= 4 }

// division reports whether an organisation's name is that of a division: it follows the name of the whole.
func (p *passage) division(m *Mention) bool {
	return divisionTable.ends(m.Surface) && (script(firstRune(m.Surface)) != latin || army(m.Surface))
}

// withoutAside returns a name without the bracket that ends it.
func withoutAside(name string) string {
	i := 0
	for i < len(name) && !opens(name[i:]) {
		i++
	}
	if i == 0 || i == len(name) {
		return name
	}
	return strings.TrimRight(name[:i], " ")
}

// opens reports whether a text begins with a bracket.
func opens(s string) bool { return s[0] == '(' || s[0] == "（"[0] && strings.HasPrefix(s, "（") }

// cuedPassage reports whether a passage speaks of attackers or their tools anywhere.
func (p *passage) cuedPassage() bool {
	p.findCues()
	return len(p.cues) > 0
}

// divisions are the words that end the names of parts of organisations.
var divisions = []string{"理事会", "部", "課", "局", "室", "隊", "センター", "本部", "部門", "班", "署", "委員会", "管理室", "研究所", "裁判所", "部隊", "支局", "事務所"}

var divisionTable = newSuffixTable(divisions)

// withTail adds the division that follows the name of an organisation and that nothing
// else has found: 警視庁|公安部, 福岡県警|サイバー犯罪対策課.
func (p *passage) withTail(m *Mention, limit int) {
	if len(m.Candidates) > 0 {
		return
	}
	if end := p.run(m.Span.End, kanji); end > m.Span.End && end <= limit && script(lastRune(m.Surface)) == kanji && strings.HasSuffix(p.text[:end], "公司") {
		p.over(m, source.Span{Start: m.Span.Start, End: end})
		return
	}
	i, ok := p.tokenAt(m.Span.End)
	if !ok {
		return
	}
	end := 0
	for ; i < len(p.words) && p.words[i].End <= limit; i++ {
		w := p.words[i]
		if k := p.scriptAt(w.Start); k != kanji && k != katakana || !w.is(nominal|noun) || w.is(numeric) {
			break
		}
		if s := p.surface(w.Span); divisionTable.ends(s) && !endsAny(s, "幹部", "内部", "外部", "一部", "全部", "当局", "部隊") {
			end = w.End
		}
	}
	if end > 0 && utf8.RuneCountInString(p.text[m.Span.End:end]) >= 2 {
		m.Why, m.Confidence = "part", min(m.Confidence, 0.8)
		p.over(m, source.Span{Start: m.Span.Start, End: end})
	}
}

// withHead gives the name of malware the word that it is written together with: PlugX|マルウェア.
func (p *passage) withHead(m *Mention) {
	s := m.Span
	if m.Kind != content.Malware || !p.alone(s) && p.scriptBefore(s.Start) != katakana {
		return
	}
	if n := variantOf(p.text[s.End:]); n > 0 && len(m.Surface) > 3 && ascii(m.Surface) && strings.ToUpper(m.Surface) == m.Surface {
		p.over(m, source.Span{Start: s.Start, End: s.End + n})
		return
	}
	for _, h := range malwareHeads {
		if strings.HasPrefix(p.text[s.End:], h) && headOf(p, source.Span{Start: s.End, End: s.End + len(h)}, &head{word: h}) {
			p.over(m, source.Span{Start: s.Start, End: s.End + len(h)})
			return
		}
		if !strings.HasPrefix(h, "ランサム") && strings.HasSuffix(p.text[:s.Start], h) && p.scriptBefore(s.Start-len(h)) != katakana && !endsAny(p.text[:s.Start-len(h)], "型") {
			p.over(m, source.Span{Start: s.Start - len(h), End: s.End})
			return
		}
	}
}

// variantOf returns the length of the capitals that tell a variant of a program from others and that a text begins with: GULLDOOR|.V2, GULLDOOR|.LINUX.
func variantOf(text string) int {
	if !strings.HasPrefix(text, ".") {
		return 0
	}
	end := 1
	for end < len(text) && capitalOrDigit(text[end]) {
		end++
	}
	if what := text[1:end]; len(what) < 2 || len(what) > 8 || !upper(what[0]) || end < len(text) && (inWord(text[end]) || text[end] == '.') || slices.Contains([]string{"EXE", "DLL", "ZIP", "SYS", "BAT", "LNK", "DAT", "BIN", "HTML", "PDF", "TXT", "COM", "NET", "ORG"}, what) {
		return 0
	}
	return end
}

var malwareHeads = []string{"マルウェア", "マルウエア", "ランサムウェア", "ランサムウエア", "ボットネット", "ウイルス", "ワーム"}
