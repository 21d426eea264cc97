package entity

import (
	"cmp"
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// Words that mean an organization without a sign that they refer back: those by which one that issues a text speaks of itself, and the
// last word of a name that stands for it.

// selves are the words by which who issues a text speaks of itself, and what its name can end in; any organization for none.
var selves = map[string][]string{
	"当社": nil, "弊社": nil, "当グループ": nil, "当法人": nil,
	"当協会": {"協会"}, "当機構": {"機構"}, "当財団": {"財団"}, "当院": {"病院", "医院", "医療センター", "クリニック"}, "当行": {"銀行"}, "当大学": {"大学"}, "本学": {"大学"},
	"当庁": {"庁"}, "当省": {"省"}, "当委員会": {"委員会"}, "当センター": {"センター"}, "当組合": {"組合"},
}

var selfTable = tableOf(selves)

// lastWords are last words of names that stand for them at the head of a clause: 宇宙機構は…。|機構|は….
var lastWords = [...]string{"機構", "協会", "財団", "公社", "取引所", "連合会"}

// lastWordsIn returns those that a name of the text ends with.
func lastWordsIn(parts []Part) []string {
	var out []string
	for p := range parts {
		for m := range parts[p].Mentions {
			o := &parts[p].Mentions[m]
			if o.Kind != content.Organization {
				continue
			}
			for _, w := range lastWords {
				if strings.HasSuffix(withoutAside(o.Surface), w) && len(o.Surface) > len(w) && !slices.Contains(out, w) {
					out = append(out, w)
				}
			}
		}
	}
	return out
}

func tableOf[V any](of map[string]V) *morph.WordTable {
	var words []string
	for w := range of {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return morph.NewWordTable(words)
}

// issued adds what the words mean by which who issues a text speaks of itself, where its name stands on a line of its own.
func issued(parts []Part, out [][]Reference) {
	for i := range parts {
		text, end := parts[i].Text, 0
		selfTable.Each(text, func(at, stop int) {
			s := source.Span{Start: at, End: stop}
			if at < end || script(lastRune(text[:at])) == kanji || openQuote(text[:at]) {
				return
			}
			end = stop
			p, m, ok := selfNamed(parts, text[at:stop])
			if !ok {
				p, m, ok = letterhead(parts, selves[text[at:stop]])
			}
			if !ok && len(selves[text[at:stop]]) == 0 {
				p, m, ok = speaker(parts)
			}
			if ok {
				out[i] = append(out[i], Reference{Span: s, Surface: text[at:stop], Part: p, Mention: m})
			}
		})
	}
}

// openQuote reports whether a text ends inside a quotation, in which somebody else may speak.
func openQuote(before string) bool {
	return strings.LastIndex(before, "「") > strings.LastIndex(before, "」")
}

// selfNamed returns the organization of which a text says right behind its name that it calls itself so: 株式会社…（以下「当社」）.
func selfNamed(parts []Part, word string) (part, mention int, ok bool) {
	for p := range parts {
		text := parts[p].Text
		for _, define := range [...]string{"以下「" + word + "」", "以下、「" + word + "」", "以下、" + word, "以下" + word, "以下，" + word} {
			at := strings.Index(text, define)
			if at < 0 || !endsAny(text[:at], "(", "（") {
				continue
			}
			end := at - runeLen("（")
			if text[at-1] == '(' {
				end = at - 1
			}
			end = len(strings.TrimRight(text[:end], " "))
			for m := range parts[p].Mentions {
				if o := &parts[p].Mentions[m]; o.Kind == content.Organization && o.Span.End == end {
					return p, m, true
				}
			}
		}
	}
	return 0, 0, false
}

// letterhead returns the first organization that stands on a line of its own, with one of these endings; it is false where two do,
// since nobody can tell who of them speaks.
func letterhead(parts []Part, endings []string) (part, mention int, ok bool) {
	name := ""
	for p := range parts {
		for m := range parts[p].Mentions {
			o := &parts[p].Mentions[m]
			if o.Kind != content.Organization || !alone(parts[p].Text, o.Span) || len(endings) > 0 && !endsAny(o.Surface, endings...) || ok && o.Surface == name {
				continue
			}
			if ok {
				return 0, 0, false
			}
			part, mention, name, ok = p, m, o.Surface, true
		}
	}
	return part, mention, ok
}

// speaker returns the only organization with a legal form, where the sentence that has it for its topic is one of a notice in polite words:
// 株式会社…は、お知らせします. A report that says what it announces is none.
func speaker(parts []Part) (part, mention int, ok bool) {
	name := ""
	for p := range parts {
		text := parts[p].Text
		for m := range parts[p].Mentions {
			o := &parts[p].Mentions[m]
			if o.Kind != content.Organization || !formTable.In(o.Surface) || o.Surface == name {
				continue
			}
			if name != "" {
				return 0, 0, false
			}
			name = o.Surface
			said, _, _ := strings.Cut(text[o.Span.End:], "。")
			if beginsAny(said, "は", "では", "において") && endsAny(said, "ます", "ました") && !endsAny(said, "発表しました", "明らかにしました", "公表しました", "説明しました", "述べました", "話しています", "話していました") && !strings.Contains(said, "と発表") {
				part, mention, ok = p, m, true
			}
		}
	}
	return part, mention, ok
}

// alone reports whether a span is all of its line.
func alone(text string, s source.Span) bool {
	from := strings.LastIndexByte(text[:s.Start], '\n') + 1
	to := len(text)
	if n := strings.IndexByte(text[s.End:], '\n'); n >= 0 {
		to = s.End + n
	}
	return strings.Trim(text[from:s.Start]+text[s.End:to], " \u3000") == ""
}

// unqualified returns what the last words of names mean that stand for them in a part: the name right before that ends so.
func unqualified(parts []Part, i int, last []string) []Reference {
	var out []Reference
	text := parts[i].Text
	for _, w := range last {
		for at := strings.Index(text, w); at >= 0; {
			stop := at + len(w)
			if opensClause(text[:at]) && topicMarks(text[stop:]) {
				if p, m, ok := antecedent(parts, i, at, ending(w)); ok {
					out = append(out, Reference{Span: source.Span{Start: at, End: stop}, Surface: w, Part: p, Mention: m})
				}
			}
			next := strings.Index(text[stop:], w)
			if at = stop + next; next < 0 {
				break
			}
		}
	}
	return out
}

func opensClause(before string) bool {
	before = strings.TrimRight(before, " \u3000")
	return before == "" || strings.HasSuffix(before, "\n") || endsAny(before, "。", "、")
}

func topicMarks(after string) bool {
	for _, mark := range []string{"は", "が", "によると", "によれば"} {
		if strings.HasPrefix(after, mark) {
			return true
		}
	}
	return false
}
