package entity

import (
	"cmp"
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A Reference is a word that means what a mention elsewhere in the text names: 同社, 同氏, 同グループ, 当社.
// It is no name, and no mention.
type Reference struct {
	Span    source.Span // in its part
	Surface string
	// Part and Mention are the indexes of what it means: Parts[Part].Mentions[Mention].
	Part, Mention int
	// Country is the country that the name of the mention begins with, where that is what is meant and not the mention: 同国 after ドイツ連邦刑事庁.
	Country *Mention
}

// pro are the words that refer back, and what they can mean.
var pro = map[string]func(Mention) bool{
	"同社": firm, "同グループ": attackers, "同集団": attackers, "同組織": attackers, "同マルウェア": tool, "同ランサムウェア": tool, "同ボットネット": tool,
	"同氏": person, "同容疑者": person, "同被告": person, "同長官": person,
	"同庁": ending("庁"), "同省": ending("省"), "同局": ending("局"), "同部": ending("部"), "同課": ending("課"), "同委員会": ending("委員会"), "同機構": ending("機構"), "同大学": ending("大学"),
	"同銀行": ending("銀行"), "同協会": ending("協会"), "同裁判所": ending("裁判所", "地裁", "高裁"), "同地裁": ending("地裁"), "同県警": ending("県警"), "同署": ending("署"), "同センター": ending("センター"), "同研究所": ending("研究所"), "同財団": ending("財団"), "同紙": ending("新聞", "タイムズ", "ポスト", "日報", "紙"), "同通信": ending("通信", "通信社"),
	"同病院": ending("病院", "医院", "医療センター"), "同校": ending("高校", "学校", "学園"), "同連盟": ending("連盟"), "同隊": ending("隊"),
	"同国": country, "同院": ending("院"), "同府": ending("府"), "同町": ending("町"), "同村": ending("村"), "同区": ending("区"), "同州": ending("州"), "同県": ending("県"), "同市": ending("市"),
}

var proTable = tableOf(pro)

func attackers(m Mention) bool { return m.Kind == content.Actor }
func tool(m Mention) bool      { return m.Kind == content.Malware }
func person(m Mention) bool    { return m.Kind == content.Person }
func country(m Mention) bool {
	return m.Kind == content.Place && !endsAny(m.Surface, "州", "県", "市", "町", "村", "区", "府", "東京都") || bodyOfCountry(m)
}

// bodyOfCountry reports whether a mention may be a body that is named after its country: フランス|内務省.
func bodyOfCountry(m Mention) bool {
	return m.Kind == content.Organization && endsAny(withoutAside(m.Surface), "省", "庁", "局", "政府", "当局", "警察", "検察", "軍", "委員会", "議会", "裁判所", "情報院", "警察軍", "警備隊", "院", "部")
}

// countryOf returns the country that the name of a body begins with, nil if it begins with none.
func (f *Finder) countryOf(m Mention) *Mention {
	end := 0
	for n := 0; n < 10 && end < len(m.Surface); n++ {
		end += runeLen(m.Surface[end:])
		name := f.names.names[morph.Fold(m.Surface[:end]).Text]
		if n < 1 || end == len(m.Surface) || strings.HasSuffix(m.Surface[:end], "ヴ") || name == nil || len(name.claims) != 1 || name.claims[0].entity.Kind != content.Place {
			continue
		}
		e := name.claims[0].entity
		if e.Code == "" && !name.claims[0].common || endsAny(m.Surface[:end], "州", "県", "市", "都", "府", "東京", "大阪", "京都") {
			continue
		}
		return &Mention{
			Span: source.Span{Start: m.Span.Start, End: m.Span.Start + end}, Kind: content.Place, Entity: e.ID, Surface: m.Surface[:end], Name: e.Name,
			Discovered: e.ID == "", Confidence: 0.8, Why: "part",
		}
	}
	return nil
}

// firm tells a firm from an office of state.
func firm(m Mention) bool {
	return m.Kind == content.Organization && !endsAny(m.Surface, "省", "庁", "局", "政府", "当局", "警察", "県警", "委員会", "裁判所", "地裁", "公安部", "大学", "軍", "党", "機構", "課", "部")
}

func ending(suffixes ...string) func(Mention) bool {
	return func(m Mention) bool {
		return (m.Kind == content.Organization || m.Kind == content.Place) && (endsAny(withoutAside(m.Surface), suffixes...) || endsAny(m.Name.JA, suffixes...))
	}
}

// References returns, for each part, what its back references mean: the last mention before them
// that they can mean, and for 当社 the one in whose name the text is issued. One that nothing before can be meant by is left out.
func (f *Finder) References(l i18n.Lang, parts []Part) [][]Reference {
	out := make([][]Reference, len(parts))
	if l != i18n.JA {
		return out
	}
	last := lastWordsIn(parts)
	for i := range parts {
		out[i] = append(f.backward(parts, i), unqualified(parts, i, last)...)
	}
	issued(parts, out)
	for i, refs := range out {
		refs = slices.DeleteFunc(refs, func(r Reference) bool { return withinName(parts[i].Mentions, r.Span) })
		out[i] = refs
		slices.SortStableFunc(refs, func(a, b Reference) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	}
	return out
}

// withinName reports whether a span is a part of a name.
func withinName(ms []Mention, s source.Span) bool {
	return slices.ContainsFunc(ms, func(m Mention) bool { return m.Span.Contains(s) && m.Span != s })
}

// backward returns what the words of a part that refer back mean, in order.
func (f *Finder) backward(parts []Part, i int) []Reference {
	var out []Reference
	text := parts[i].Text
	from := strings.Index(text, "同") // as all of them begin
	if from < 0 {
		return nil
	}
	end := 0
	proTable.Each(text[from:], func(at, stop int) {
		at, stop = from+at, from+stop
		s := source.Span{Start: at, End: stop}
		if at < end || !standsAlone(text, s) {
			return
		}
		end = stop
		r, fits := Reference{Span: s, Surface: text[at:stop]}, pro[text[at:stop]]
		var ok bool
		if r.Part, r.Mention, ok = antecedent(parts, i, at, func(m Mention) bool {
			if r.Country = nil; fits(m) && m.Kind == content.Organization && r.Surface == "同国" {
				r.Country = f.countryOf(m)
				return r.Country != nil
			}
			return fits(m)
		}); ok {
			out = append(out, r)
		}
	})
	return out
}

// standsAlone refuses words that hold the same characters: 合同社, 同社会, 同市場.
func standsAlone(text string, s source.Span) bool {
	prev, next := lastRune(text[:s.Start]), firstRune(text[s.End:])
	last := lastRune(text[s.Start:s.End])
	return script(prev) != kanji && (script(next) != script(last) || next == '製' || next == '側' || next == '内')
}

// antecedent returns the last mention before a place of a part that fits, looking back into the parts before.
func antecedent(parts []Part, i, at int, fits func(Mention) bool) (part, mention int, ok bool) {
	for p := i; p >= 0 && p >= i-reach; p-- {
		ms := parts[p].Mentions
		for m := len(ms) - 1; m >= 0; m-- {
			if (p < i || ms[m].Span.End <= at) && fits(ms[m]) {
				return p, m, true
			}
		}
	}
	return 0, 0, false
}

// reach is how many passages back a reference looks.
const reach = 3
