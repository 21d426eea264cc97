package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A Part is a passage of a text with its mentions, which are filled in.
type Part struct {
	Text     string
	Tokens   []morph.Token
	Mentions []Mention
}

// recall looks for what a text has introduced in one passage and names without introduction in
// another: the family name of a person, the acronym of an organisation, a discovered name of attackers.
// The mentions of each part stay in order and do not overlap.
func (f *Finder) recall(l i18n.Lang, ps []*passage, parts []Part) {
	if l == i18n.JA && elsewhere(ps, parts) {
		for i := range parts {
			parts[i].Mentions = withoutAttackers(parts[i].Mentions)
		}
	}
	if l == i18n.JA {
		statedCells(ps, parts)
		columns(ps, parts)
		items(ps, parts)
		flattened(ps, parts)
		f.ambiguousIn(ps, parts)
	}
	var people, names []recalled
	for _, part := range parts {
		for i := range part.Mentions {
			m := &part.Mentions[i]
			first, second := introducedNames(l, m)
			names = remember(remember(names, m, first, false), m, second, false)
		}
	}
	out := make([][]Mention, len(parts))
	for i, part := range parts {
		out[i] = part.Mentions
		for _, known := range [][]recalled{people, names} {
			for k := range known {
				if known[k].standsFree(ps[i], out[i]) {
					out[i] = ps[i].again(slices.Clone(out[i]), known[k])
				}
			}
		}
		for m := range part.Mentions {
			people = rememberPerson(people, &part.Mentions[m])
		}
	}
	f.settleNamesakes(l, parts, out)
	if l == i18n.JA {
		organs(ps, parts, out)
	}
	for i := range parts {
		parts[i].Mentions = out[i]
	}
}

// remember adds a short name of a mention if there is one and it is not remembered yet: the first who is introduced by a name keeps it.
func remember(known []recalled, m *Mention, short string, person bool) []recalled {
	if short == "" {
		return known
	}
	for i := range known {
		if known[i].short == short {
			return known
		}
	}
	return append(known, recalled{short, m, person, scriptOf(short)})
}

// scriptOf returns the script of all characters of a name but for the points in it, if that is katakana or ASCII; else it returns other.
func scriptOf(name string) int {
	if len(name) > 1 && inWord(name[0]) && ascii(name) {
		return latin
	}
	for i, r := range name {
		if markOf(r)&plainKana == 0 && (r != '・' || i == 0 || i+len("・") == len(name)) {
			return other
		}
	}
	return katakana
}

// recalled is what a text may call by a short name from some passage on.
type recalled struct {
	short  string
	full   *Mention
	person bool // a title must follow
	script int  // that it is written with, or other
}

// standsFree reports whether the short name stands in a text where no mention is, or one that it may replace.
// Only then the text is worth reading again.
func (r *recalled) standsFree(p *passage, ms []Mention) bool {
	for at := 0; ; {
		s, ok := p.next(r, at)
		if !ok {
			return false
		}
		at = s.End
		clash := slices.IndexFunc(ms, func(m Mention) bool { return m.Span.Overlaps(s) })
		if clash < 0 || r.replaces(&ms[clash], s) || r.person && ms[clash].Span == s && (ms[clash].Kind == content.Place || ms[clash].Discovered) {
			return true
		}
	}
}

// next returns the next place from i at which a short name stands. One of a single script is looked for where that stands.
func (p *passage) next(r *recalled, i int) (s source.Span, ok bool) {
	switch r.script {
	case latin:
		for _, run := range p.ascii {
			if s, ok = p.nextIn(run.span, r.short, i); ok {
				return s, true
			}
		}
		return s, false
	case katakana:
		for _, word := range p.kana {
			if s, ok = p.nextIn(word.Span, r.short, i); ok {
				return s, true
			}
		}
		return s, false
	}
	return p.nextIn(source.Span{End: len(p.text)}, r.short, i)
}

// nextIn returns the next place from i inside a span at which a name stands.
func (p *passage) nextIn(in source.Span, name string, i int) (source.Span, bool) {
	from := max(in.Start, i)
	if in.End-from < len(name) {
		return source.Span{}, false
	}
	n := strings.Index(p.text[from:in.End], name)
	return source.Span{Start: from + n, End: from + n + len(name)}, n >= 0
}

// replaces reports whether attackers are meant by what has been taken for an organisation at a span: カリスト|に所属する.
func (r *recalled) replaces(m *Mention, s source.Span) bool {
	return r.full.Kind == content.Actor && m.Span == s && m.Kind == content.Organization && m.Discovered && m.Entity == "" && m.Why != "gazetteer"
}

// rememberPerson adds the family names of the person whom a mention names in full.
func rememberPerson(known []recalled, m *Mention) []recalled {
	if m.Kind != content.Person || m.Why == "short" {
		return known
	}
	for _, short := range familyNames(m.Surface) {
		known = remember(known, m, short, true)
	}
	return known
}

// introducedNames returns the names that a mention makes known beyond its passage, "" for none.
func introducedNames(l i18n.Lang, m *Mention) (short, shorter string) {
	switch {
	case l != i18n.JA || m.Why == "short" || len(m.Candidates) > 0:
	case m.Kind == content.Organization && m.Entity == "":
		if short = acronymIn(m.Surface); short == "" {
			short = withoutForm(m.Surface)
		}
		if short == "" && m.Discovered && (m.Why == "firm" || m.Why == "form") && ownOnly(m.Surface) {
			short = m.Surface // told by what stands before it once: 交換業者「ツバメコイン」, and later ツバメコイン
		}
		for _, police := range []string{"県警", "府警", "道警"} {
			if m.Surface != police && strings.HasSuffix(m.Surface, police) {
				short = police
			}
		}
	case (m.Entity != "" || m.Why == "gazetteer") && m.Confidence == ambiguousConfidence && (m.Kind == content.Actor || m.Kind == content.Malware):
		short = m.Surface // a common word that has its cue: it means the same all through the text
	case m.Kind == content.Actor && lastPart(m.Surface) != "":
		short = lastPart(m.Surface)
	case m.Discovered && (m.Kind == content.Actor || m.Kind == content.Malware) && m.Confidence >= 0.6:
		if s := bare(m.Surface); utf8.RuneCountInString(s) >= 4 {
			short = s
		}
	}
	if short != "" && m.Kind == content.Actor && m.Discovered && short != m.Surface {
		return m.Surface, short
	}
	return short, ""
}

// ownOnly reports whether a name is long enough, and a word of names in one script alone, to mean the same wherever it stands.
func ownOnly(name string) bool {
	n, first := 0, script(firstRune(name))
	for _, r := range name {
		if k := script(r); k != first && r != 'ー' && r != '・' {
			return false
		}
		n++
	}
	return !commonTable.In(name) && !company(name) && (n >= 4 && (first == katakana || first == latin) || n >= 3 && first == kanji)
}

// lastPart returns the last word of a name in katakana by which news goes on to call attackers, "" where it is one that many have:
// プレデタリー・|スパロー.
func lastPart(name string) string {
	for _, group := range []string{"・グループ", "グループ", "・チーム"} {
		if own, ok := strings.CutSuffix(name, group); ok && script(firstRune(own)) == katakana && utf8.RuneCountInString(own) >= 4 && !company(own) && !commonTable.In(own) {
			return own
		}
	}
	i := strings.LastIndex(name, "・")
	if i < 0 {
		return ""
	}
	last := name[i+len("・"):]
	if k := script(firstRune(last)); k != katakana || utf8.RuneCountInString(last) < 4 || slices.Contains(families, last) || commonTable.In(last) || company(last) {
		return ""
	}
	return last
}

// acronymIn returns the acronym in the brackets that end a name, "" if there is none.
func acronymIn(s string) string {
	i := len(s) - 1
	for i >= 0 && !opens(s[i:]) {
		i--
	}
	if i < 0 {
		return ""
	}
	inner := strings.TrimRight(s[i+runeLen(s[i:]):], ")）")
	if len(inner) < 3 || !acronym(inner) {
		return ""
	}
	return inner
}

// forms are the legal forms of organisations, which later mentions leave out.
var forms = []string{
	"株式会社", "有限会社", "合同会社", "社会医療法人", "一般社団法人", "一般財団法人", "公益財団法人", "公益社団法人", "国立研究開発法人", "独立行政法人", "学校法人", "医療法人", "社会福祉法人", "国立大学法人", "(株)", "（株）", "(有)", "（有）",
	" Inc.", ", Inc.", " Inc", " Ltd.", " Corp.", " Corporation", " LLC",
}

var formTable = morph.NewWordTable(forms)

// withoutForm returns the name of an organisation without its legal form, "" where it has none or little is left.
func withoutForm(s string) string {
	if !formTable.In(s) {
		return ""
	}
	short := s
	for _, f := range forms {
		short = strings.TrimSuffix(strings.TrimPrefix(short, f), f)
	}
	if short == s || utf8.RuneCountInString(short) < 3 {
		return ""
	}
	return short
}

// bare returns the name of malware without the word that it is written together with.
func bare(s string) string {
	for _, h := range malwareHeads {
		s = strings.TrimPrefix(strings.TrimSuffix(s, h), h)
	}
	return s
}

// again adds the mentions of a recalled name.
func (p *passage) again(ms []Mention, r recalled) []Mention {
	if r.person {
		from := *r.full
		from.Span = source.Span{}
		ms = p.shortForm(ms, from, r.short)
	} else {
		ms = p.bareNames(ms, r)
	}
	slices.SortFunc(ms, func(a, b Mention) int { return a.Span.Start - b.Span.Start })
	return ms
}

// besideRecalled adds the other names in brackets behind a name of attackers or malware: GlassReed（グラスリード）.
func (p *passage) besideRecalled(ms []Mention, of *Mention) []Mention {
	if !of.Discovered || of.Kind != content.Actor && of.Kind != content.Malware {
		return ms
	}
	for _, s := range p.inBrackets(of.Span.End) {
		if slices.ContainsFunc(ms, func(m Mention) bool { return m.Span.Overlaps(s) }) {
			continue
		}
		name := p.surface(s)
		ms = append(ms, Mention{Span: s, Kind: of.Kind, Surface: name, Name: i18n.Both(name), Discovered: true, Confidence: 0.6, Why: "alias"})
	}
	return ms
}

func (p *passage) bareNames(ms []Mention, r recalled) []Mention {
	for at := 0; ; {
		i := strings.Index(p.text[at:], r.short)
		if i < 0 {
			return ms
		}
		s := source.Span{Start: at + i, End: at + i + len(r.short)}
		at = s.End
		ms = slices.DeleteFunc(ms, func(m Mention) bool { return r.replaces(&m, s) })
		taken := slices.ContainsFunc(ms, func(m Mention) bool { return m.Span.Overlaps(s) })
		if taken || p.inURL(s) || strings.HasSuffix(p.text[:at-len(r.short)], "・") || (!r.full.Discovered || r.full.Why == "gazetteer") && p.compounded(s) || !p.begins(s) || !p.ends(s, r.full.Kind) {
			continue
		}
		m := *r.full
		m.Span, m.Surface, m.Why, m.Confidence = s, r.short, "recalled", min(m.Confidence, 0.8)
		p.withHead(&m)
		ms = append(ms, m)
		ms = p.besideRecalled(ms, &m)
	}
}
