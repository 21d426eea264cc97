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

// A common word that is the name of attackers or of malware needs a cue beside it. Beyond its sentence and its passage, the
// whole of a text can be one: where it names others who are known for nothing else, such a word that is set off, as in a cell
// of its table, is a name as well.

// ambiguousConfidence is how sure an ambiguous name is that has a cue.
const ambiguousConfidence = 0.75

// ambiguousNames are the ambiguous names of attackers and malware, as they are written.
type ambiguousNames struct {
	table  *morph.WordTable
	claims []claim
}

func newAmbiguousNames(x lexicon) ambiguousNames {
	var out ambiguousNames
	var words []string
	for _, n := range x.found {
		for _, c := range n.claims {
			attack := c.entity.Kind == content.Actor || c.entity.Kind == content.Malware
			if !attack || !c.ambiguous || c.common || len(n.claims) > 1 || utf8.RuneCountInString(c.written) < 3 {
				continue
			}
			if !slices.Contains(words, c.written) {
				words, out.claims = append(words, c.written), append(out.claims, c)
			}
		}
	}
	out.table = morph.NewWordTable(words)
	return out
}

// evident reports whether a text names two attackers or programs at least that are known for nothing else.
func evident(parts []Part) bool {
	first := ""
	for _, part := range parts {
		for i := range part.Mentions {
			m := &part.Mentions[i]
			if m.Kind != content.Actor && m.Kind != content.Malware || m.Entity == "" || m.Confidence <= ambiguousConfidence {
				continue
			}
			if first != "" && first != m.Entity {
				return true
			}
			first = m.Entity
		}
	}
	return false
}

// setOff adds the ambiguous names that stand set off in a part of a text that speaks of attackers plainly.
func (f *Finder) setOff(l i18n.Lang, part Part, ms []Mention) []Mention {
	out := ms
	f.ambiguous.table.EachWord(part.Text, func(at, end, word int) {
		s := source.Span{Start: at, End: end}
		if !standsOff(part.Text[:at], part.Text[end:]) || slices.ContainsFunc(out, func(m Mention) bool { return m.Span.Overlaps(s) }) {
			return
		}
		c := &f.ambiguous.claims[word]
		m := Mention{
			Span: s, Kind: c.entity.Kind, Entity: c.entity.ID, Surface: part.Text[at:end], Name: c.entity.Name,
			Confidence: ambiguousConfidence, Why: c.why,
		}
		out = append(slices.Clip(out), m)
	})
	out = stopped(part.Text, out)
	if len(out) > len(ms) {
		slices.SortFunc(out, func(a, b Mention) int { return a.Span.Start - b.Span.Start })
	}
	return out
}

// measures follow the quoted name of a network of infected machines, where a text tells of such all along: 「ケリフォス」の解体.
var measures = []string{"の解体", "を解体", "の無力化", "を無力化", "の無害化", "を無害化", "を制圧", "の制圧", "の遮断", "を遮断"}

// stopped adds the quoted names of what has been taken down.
func stopped(text string, ms []Mention) []Mention {
	for at := 0; ; {
		i := strings.Index(text[at:], "」")
		if i < 0 {
			return ms
		}
		end := at + i
		at = end + len("」")
		if !beginsAny(text[at:], measures...) {
			continue
		}
		from := max(0, end-maxQuotation)
		start := from + strings.LastIndex(text[from:end], "「")
		if start < from {
			continue
		}
		s := source.Span{Start: start + len("「"), End: end}
		name := text[s.Start:s.End]
		taken := slices.ContainsFunc(ms, func(m Mention) bool { return m.Span.Overlaps(s) })
		if k := script(firstRune(name)); taken || k != katakana && k != latin || !nameLike(name) || company(name) {
			continue
		}
		ms = append(slices.Clip(ms), Mention{
			Span: s, Kind: content.Malware, Surface: name, Name: i18n.Both(name), Discovered: true, Confidence: 0.6, Why: "tool",
		})
	}
}

// standsOff reports whether what stands around a word sets it off: it is a cell or an item, or its country follows in brackets.
func standsOff(before, after string) bool {
	prev, next := strings.TrimRight(before, " 　"), strings.TrimLeft(after, " 　")
	opens := prev == "" || endsAny(prev, "\t", "|", "\n", "・", "■", "●", "「", "、", "/", "／", "：", ":") || len(prev) < len(before) && endsAny(prev, "-", "*")
	if strings.HasSuffix(prev, "「") {
		return strings.HasPrefix(after, "」") && !endsAny(strings.TrimSuffix(prev, "「"), "映画", "曲", "小説", "番組", "誌", "社", "店", "車")
	}
	if !opens {
		return false
	}
	return next == "" || beginsAny(next, "\t", "|", "\n", "（", "(", "、", "/", "／", "：", ":")
}
