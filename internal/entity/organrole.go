package entity

import "strings"

// What a text says of a service or an army of a state tells which side it is on: those whom it has direct, employ or be behind
// attackers attack, those who investigate, arrest and publish do not.

// An organ is a service that attacks in some texts, with all that it is called. Its names are known by their ends.
type organ struct {
	names []string
	// feared reports whether texts about attacks tell of its ties to attackers as a matter of course, so that a tie is
	// enough. The ties of others are those of police, witnesses and former employees too.
	feared bool
}

// stateOrgans are the services that the short and the full names of which mean the same.
var stateOrgans = []organ{
	{[]string{"FSB", "ＦＳＢ", "連邦保安庁", "連邦保安局"}, true},
	{[]string{"SVR", "ＳＶＲ", "対外情報庁", "対外情報局"}, true},
	{[]string{"MSS", "ＭＳＳ", "国家安全部", "国家安全省"}, true},
	{[]string{"SSSB", "HSSD", "JSSD", "国家安全局", "国家安全庁"}, true},
	{[]string{"MOIS", "ＭＯＩＳ", "情報治安省", "情報保安省", "情報安全保障省", "情報省"}, true},
	{[]string{"国家保衛省", "国家保衛部"}, true},
	{[]string{"NSA", "ＮＳＡ", "国家安全保障局"}, false},
	{[]string{"CIA", "ＣＩＡ", "中央情報局"}, false},
	{[]string{"GCHQ", "ＧＣＨＱ", "政府通信本部"}, false},
	{[]string{"モサド", "Mossad"}, false},
	{[]string{"SBU", "ＳＢＵ", "ウクライナ保安庁", "ウクライナ保安局"}, false},
	{[]string{"HUR", "GUR", "国防省情報総局"}, false},
	{[]string{"公安省", "公安部", "MPS"}, false},
	{[]string{"国家情報院"}, false},
}

// organEnds finds which of the organs a name is that of; a name that ends like the services and armies of states otherwise is
// one by itself.
var (
	organEnds = func() *suffixTable {
		var all []string
		for _, o := range stateOrgans {
			all = append(all, o.names...)
		}
		return newSuffixTable(append(all, otherOrgans...))
	}()
	otherOrgans = []string{"保安省", "安全省", "安全部", "安全庁", "安全局", "治安省", "情報総局", "軍", "情報機関", "サイバー部隊", "8200部隊"}
)

// organOf returns the service that a name without what stands in brackets is that of: its place among those that are listed, or
// -1 where it is one by itself. ok is false where it is none.
func organOf(name string) (place int, ok bool) {
	if !organEnds.ends(name) || beginsAny(name, "司法省", "米司法省", "警視庁", "台湾", "韓国", "ウクライナ連邦保安") || strings.Contains(name, "文化") {
		return 0, false
	}
	for i := range stateOrgans {
		if endsAny(name, stateOrgans[i].names...) {
			return i, true
		}
	}
	return -1, true
}

// A role is what a passage says of a service by the words around its name.
type role uint8

const (
	unsaid role = iota
	tied        // attackers belong to it, work for it or are told what to do by it
	guilty      // the attack is its own
)

// roleOf returns what the words before and after the name of a service say of it.
func roleOf(before, after string) role {
	after = afterAside(after)
	switch {
	case beginsAny(after, blames...), beginsAny(after, tookPart...), endsAny(before, clefts...), behind(before, after), strikes(after):
		return guilty
	case beginsAny(after, ties...), crewAfter(after):
		return tied
	}
	return unsaid
}

// blames follow the name of a service or an army to which an attack is given.
var blames = []string{
	"による攻撃", "によるサイバー攻撃", "による サイバー攻撃", "によるものと", "によるものだ", "の犯行", "の仕業", "によると断定", "の攻撃と断定", "を制裁", "に制裁", "に対する制裁",
}

// tookPart follow the name of a service that had a part in an attack.
var tookPart = []string{"によるサイバー作戦", "によるハッキング", "による不正アクセス", "によるスパイ", "によると特定", "の攻撃だと", "の関与", "が関与", "の工作員", "のサイバー工作員", "のサイバー部隊", "が背後", "が黒幕"}

// ties follow the name of a service on which attackers depend.
var ties = []string{
	"の傘下", "傘下", "の指揮下", "指揮下", "の配下", "配下", "の下部組織", "の下で", "の統制下", "の管理下", "の支配下", "の監督下", "の影響下", "の隠れみの", "の隠れ蓑", "のフロント企業", "の代理",
	"の指示", "の命令", "の命を受け", "の指令", "の委託", "の要請", "の後援", "の支援", "の後ろ盾", "を後ろ盾", "の資金援助", "の一部門", "の一部と", "の部隊", "の部署", "の支部",
	"に所属", "所属の", "に属", "に連なる", "に関連", "に公に関連", "と関連", "との関連", "関連の", "と関係", "との関係", "と関わり", "との関わり", "とつなが", "とのつなが", "と繋が", "とのつながり", "につなが", "とのパイプ",
	"と結び付", "と結びつ", "に結び付", "に結びつ", "との結び付", "との結びつ", "に雇", "に協力する", "に協力し", "のために活動", "の意を受け", "から指示", "から委託", "から資金", "から支援", "に接続された",
	"によって制御", "によって運営", "によって管理", "によって支援", "によって後援", "が支援", "が後援", "が運営", "が操", "が主導", "が指揮", "が指示", "が統制", "が管理", "が使う", "が使った", "が雇", "を背景", "系の", "系ハッカー",
}

// crew are those of a service whom a text about attacks names as doers.
var crew = []string{"の職員", "職員", "の将校", "将校", "の元将校", "の士官", "の要員", "要員", "の情報員", "の情報将校", "の当局者", "の役人", "のハッカー", "のスパイ", "の諜報員", "の軍人", "の幹部"}

// crewAfter reports whether a text names those of a service, or counts them: FSBの|2人.
func crewAfter(after string) bool {
	if beginsAny(after, crew...) {
		return true
	}
	rest, ok := strings.CutPrefix(after, "の")
	rest = strings.TrimLeft(rest, " ")
	people := strings.TrimLeft(strings.TrimLeft(rest, numerals), " ")
	return ok && len(people) < len(rest) && strings.HasPrefix(people, "人")
}

// clefts stand before the name of whoever has done what they tell.
var clefts = []string{"仕掛けたのは", "実行したのは", "攻撃したのは", "侵入したのは", "関与したのは", "行ったのは", "盗んだのは", "指示したのは", "仕掛けたのは、", "実行したのは、", "黒幕は", "背後にいるのは"}

// behind reports whether a service is said to be behind what has been done: 背後に|GRU|がいる.
func behind(before, after string) bool {
	if !beginsAny(after, "がいる", "がい", "がある", "が控え", "が存在", "の存在", "の影") {
		return false
	}
	near := before[max(0, len(before)-len("背後には")*6):]
	return strings.Contains(near, "背後") || strings.Contains(near, "裏に")
}

// strikes reports whether what follows the name of a service has it attack, and neither speak nor do the work of police: what it
// says of others is theirs.
func strikes(after string) bool {
	topic := strings.HasPrefix(after, "は")
	if !topic && !beginsAny(after, "が", "も") {
		return false
	}
	clause := after[len("は"):]
	if end := strings.IndexAny(clause, "。\n"); end >= 0 {
		clause = clause[:end]
	}
	deed := firstOf(clause, strokes)
	if deed < 0 || strings.Contains(clause[:deed], "が") || strings.Contains(clause[:deed], "による") {
		return false
	}
	for _, w := range services {
		if i := strings.LastIndex(clause, w); i >= 0 && (topic || i < deed) {
			return false
		}
	}
	return true
}

// strokes are what those do who attack computers.
var strokes = []string{
	"攻撃を仕掛け", "攻撃を実行", "攻撃を行", "攻撃を続け", "攻撃を繰り返", "を攻撃し", "ハッキングし", "ハッキングを", "に侵入し", "へ侵入し", "不正アクセスし", "スパイ活動", "偵察活動", "を窃取し", "を盗み", "を盗ん",
	"攻撃に関与し", "攻撃を支援し", "攻撃を主導し", "攻撃を指揮し", "標的にし", "標的とし", "ボットネットを", "マルウェアを使", "マルウエアを使",
}

// services are what those do who protect: they tell, warn, find and arrest.
var services = []string{
	"拘束", "逮捕", "摘発", "検挙", "捜査", "捜索", "起訴", "阻止", "調査", "分析", "報告", "通報", "発表", "公表", "公開", "警告", "勧告", "注意", "明らかに", "述べ", "指摘", "非難", "否定", "主張", "によると", "とみて", "断定", "特定", "と語", "と説明", "伝え", "確認",
}

// firstOf returns where the first of some words begins in a text, -1 if none is in it.
func firstOf(text string, words []string) int {
	first := -1
	for _, w := range words {
		if i := strings.Index(text, w); i >= 0 && (first < 0 || i < first) {
			first = i
		}
	}
	return first
}

// afterAside returns what follows a name without the brackets and quotation marks behind it: 連邦保安庁|（「FSB」）の.
func afterAside(after string) string {
	after = strings.TrimLeft(after, " ")
	if beginsAny(after, "(", "（") {
		if end := strings.IndexAny(after, ")）"); end >= 0 && end < 40 {
			after = after[end+runeLen(after[end:]):]
		}
	}
	return strings.TrimLeft(after, " 」』")
}
