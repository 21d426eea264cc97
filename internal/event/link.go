package event

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/entity"
	"jikenbo/internal/morph"
)

// A link is what joins a name to an act.
type link int

const (
	noLink  link = iota
	partner      // FBIと|協力して
	aim          // 甲社を|標的に
	passing      // it says nothing of a role: 甲社によると
	cause        // FBIによって
	support      // 暗黒団による, which an act against it has too
	deed         // 暗黒団の犯行
	share        // 暗黒団の関与
	origin       // 地裁から
	subject      // FBIが
	means        // 毒虫を使い
	place        // 日本で; for malware で is a means
)

// linkWords are the words of each link. The longest that a text begins with counts.
var linkWords = map[link][]string{
	noLink:  {"を利用不能", "を利用停止", "を使用不能", "を使用停止", "を使えな", "を使え無"}, // the act itself, and no means of it
	partner: {"と協力", "と連携", "と共同", "と共に", "とともに", "とのパートナー", "のパートナー", "などと連携", "などと協力", "などと共", "との協力", "の協力"},
	aim:     {"を標的", "を狙", "を対象", "をターゲット", "が標的", "が狙われ"},
	passing: {"を介", "を通じ", "を経由", "を装", "を名乗", "をめぐ", "を巡", "によると", "によれば", "を含む", "について", "に関", "をかた", "を騙"},
	cause:   {"によって", "により"},
	support: {"による", "の支援を受け", "が支援"},
	deed:    {"の犯行", "の仕業"},
	share:   {"の関与"},
	origin:  {"から"},
	subject: {"が", "は", "も", "では"},
	means:   {"を使", "を用い", "を利用", "を悪用"},
	place:   {"で", "国内", "にある", "内の"},
}

var (
	linkByWord = func() map[string]link {
		out := map[string]link{}
		for l, ws := range linkWords {
			for _, w := range ws {
				out[w] = l
			}
		}
		return out
	}()
	linkTable = morph.NewWordTable(slices.Sorted(maps.Keys(linkByWord)))
)

// linkOf returns the link that the text behind a name begins with.
func linkOf(after string) link { return linkByWord[after[:linkTable.Longest(after)]] }

// caseMarks are the particles that say what a name is to a verb.
var caseMarks = words("に対", "への", "へ", "を", "に", "から", "が", "は", "も", "では", "で")

// leading returns the case particle that a text begins with, "" for another.
func leading(after string) string { return after[:caseMarks.Longest(after)] }

// particle returns the text from the particle of a mention on. That of 「甲社のサーバーに」 is に: what
// is done to what someone owns is done to the owner.
func (a *act) particle(n *name) string {
	of := strings.HasPrefix(n.after, "の")
	if !of && !strings.HasPrefix(a.Text[n.Span.End:a.Span.End], "など") || n.Kind == content.Malware || n.Kind == content.Place && a.rank != incident {
		return n.after
	}
	at := a.Span.End - len(n.after)
	if of {
		at++
	}
	owned := false
	for i := a.tokenFrom(at); i < len(a.Tokens); i++ {
		switch t := &a.Tokens[i]; {
		case t.Class&(morph.Noun|morph.Prefix|morph.Conjunction) != 0 || t.Surface == "の" || t.Surface == "や" || t.Surface == "・":
			owned = true
		case owned && t.Is(morph.Particle) && t.Span.Start <= a.span.Start:
			if rest := a.Text[t.Span.Start:a.Span.End]; begins(rest, "に", "を", "が", "から", "へ", "は") && t.Span.End <= a.span.Start+len("が") {
				return rest
			}
			return n.after
		default:
			return n.after
		}
	}
	return n.after
}

// after returns the text behind a mention from its particle on.
func (s *Sentence) after(m *entity.Mention) string { return particle(s.Text[m.Span.End:s.Span.End]) }

// particle drops what may stand between a name and its particle: brackets, quotation marks, などの集団.
func particle(after string) string {
	for {
		before := after
		if begins(after, " ", "　", "」", "』") {
			after = strings.TrimLeft(after, " 　」』")
		}
		after = skipTitle(skipAside(after))
		if len(after) == len(before) {
			return after
		}
	}
}

// skipTitle drops what is said behind a name and belongs to it.
func skipTitle(after string) string {
	if n := titles.Longest(after); n > 0 {
		return after[n:]
	}
	c := cursor{text: after}
	for c.one(digit) {
	}
	if rest := after[c.at:]; c.at > 0 && begins(rest, "人", "社", "団体", "者", "名") {
		_, n := utf8.DecodeRuneInString(rest)
		return rest[n:]
	}
	return after
}

var titles = words(
	"など", "等", "ら", "グループ", "集団", "社", "マルウェア", "のハッカー", "氏", "当局", "側", "容疑者", "被告人", "被告", "受刑者", "さん",
	"大統領", "首相", "長官", "副長官", "大臣", "報道官", "の幹部", "のメンバー", "のチーム", "の研究者", "の捜査官",
)
