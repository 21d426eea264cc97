package event

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A table says once, in its title or in the column for the kind, what the acts of its rows are: 主な流出の一覧, ランサムウェア.

// Words returns a table of words.
func Words(ws ...string) *morph.WordTable { return words(ws...) }

// kinds are the nouns for acts that titles and such columns hold. Of those that stand in a text the first counts.
var kinds = []struct {
	typ   Type
	nouns []string
}{
	{Ransomware, []string{"ランサムウェア", "ランサムウエア", "身代金要求型"}},
	{DDoS, []string{"DDoS", "ＤＤｏＳ", "DoS攻撃", "サービス妨害"}},
	{Theft, []string{"不正送金", "不正出金", "資金窃取", "不正引き出し", "盗難"}},
	{DataBreach, []string{"流出", "漏えい", "漏洩", "情報窃取"}},
	{Takedown, []string{"無害化", "無力化", "テイクダウン", "ボットネット解体", "ボットネットの解体"}},
	{Indictment, []string{"起訴", "訴追", "書類送検"}},
	{Sanction, []string{"制裁", "資産凍結"}},
	{Arrest, []string{"逮捕", "検挙", "摘発"}},
	{Seizure, []string{"差し押さえ", "差押え", "押収"}},
	{Advisory, []string{"注意喚起", "合同勧告", "共同勧告", "アドバイザリ"}},
	{Attribution, []string{"アトリビューション", "帰属の公表", "名指し"}},
	{Legal, []string{"判決", "行政処分", "行政指導", "指名手配"}},
	{Intrusion, []string{"不正アクセス", "不正侵入", "サイバー攻撃", "サイバー被害", "標的型攻撃", "標的型メール", "マルウェア感染", "ウイルス感染", "Web改ざん", "サイト改ざん", "改ざん", "侵入"}},
}

// listing are the words by which a title says that what follows are such acts, and telling those of the course of one.
var listing, telling = words("主な", "一覧", "事例", "事案", "事件", "リスト", "実績", "の例", "例（", "状況", "抜粋", "年表", "措置", "これまでの", "まとめ"),
	words("経過", "経緯", "時系列", "対応", "対策", "推移", "件数", "統計", "お知らせ", "について", "予定")

// TypeOfRows returns the type of the acts that a table lists below a title, and where the title says so.
func TypeOfRows(title string) (Type, source.Span, bool) {
	if !listing.In(title) && !numbered(title) || telling.In(title) {
		return "", source.Span{}, false
	}
	return named(title)
}

// numbered reports whether a title is that of a table by its number: 表3　….
func numbered(title string) bool {
	rest, ok := strings.CutPrefix(title, "表")
	return ok && rest != "" && strings.ContainsAny(rest[:min(len(rest), len("１"))], "0123456789１２３４５６７８９")
}

// TypeOfCell returns the type of the act that a cell names which holds nothing else: ランサムウェア, 不正アクセス.
func TypeOfCell(cell string) (Type, source.Span, bool) {
	typ, at, ok := named(cell)
	if typ == Attribution || typ == Legal {
		return "", source.Span{}, false // of such a cell the next one says what
	}
	if rest := cell; ok {
		rest = strings.Trim(rest[:at.Start]+rest[at.End:], " 　・、,/／()（）")
		ok = rest == "" || slices.Contains(cellEnds, rest)
	}
	return typ, at, ok
}

// cellEnds are what may stand beside such a noun in its cell.
var cellEnds = []string{"攻撃", "感染", "被害", "情報", "個人情報", "顧客情報", "等", "など", "の疑い", "型", "ほか"}

// named finds the noun for an act in a text.
func named(text string) (Type, source.Span, bool) {
	noun, span := len(nounTypes), source.Span{}
	nounTable.EachWord(text, func(at, end, word int) {
		if word < noun {
			noun, span = word, source.Span{Start: at, End: end}
		}
	})
	if noun == len(nounTypes) {
		return "", source.Span{}, false
	}
	typ := nounTypes[noun]
	if typ == DataBreach && (coins.In(text) || takenMoney.In(text)) {
		typ = Theft
	}
	return typ, span, true
}

// nounTable finds the nouns of all kinds in their order, and nounTypes are the types of each.
var nounTable, nounTypes = func() (*morph.WordTable, []Type) {
	var nouns []string
	var types []Type
	for _, k := range kinds {
		for _, noun := range k.nouns {
			nouns, types = append(nouns, noun), append(types, k.typ)
		}
	}
	return morph.NewWordTable(nouns), types
}()

// Incident reports whether an act of the type is done by attackers, so that who stands in its row is the victim.
func (t Type) Incident() bool {
	switch t {
	case Intrusion, DataBreach, Theft, Ransomware, DDoS:
		return true
	}
	return false
}

// Fits reports whether an act that a row of a table has been read to tell stays, below a title that calls the rows t: what was done
// about attackers outweighs any title, what attackers did a title that names no measure, and a title that says no more than it.
func (t Type) Fits(e Event) bool {
	switch {
	case e.Told.Rank == measure.String():
		return true
	case !t.Incident() || e.Type == Other:
		return false
	case e.Told.Rank == "clause":
		return rankOf[e.Type] == measure
	}
	return t == Intrusion || e.Type != Intrusion
}

// OfRow returns an act that a row of a table tells by its cells alone: the one in which its victim or its figure stands, with the
// type that the title or another cell names.
func OfRow(s Sentence, typ Type, stem string) Event {
	e := Event{
		Date: s.Row.Value, When: s.Row, Type: typ, Trigger: s.Span, Modality: Done, Inherited: true, Confidence: 0.5,
		Told: Told{Stem: stem, Rank: "title"},
	}
	if !typ.Incident() {
		return e
	}
	for _, m := range s.Mentions {
		if m.Kind == content.Organization {
			e.Participants = append(e.Participants, Participant{Mention: m, Role: Victim, Why: "its cell"})
			break
		}
	}
	return e
}
