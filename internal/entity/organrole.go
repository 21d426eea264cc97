package entity

import "strings"

// What a text says of a service of a state tells which side it is on. Armies and their intelligence attack wherever a text about
// attacks names them; civil services are police at home, and hackers are only tied to them. They attack where the text says so.

// stateOrgans are the names of the civil services of states, known by their ends: those of a line mean the same.
var stateOrgans = [][]string{
	{"FSB", "ＦＳＢ", "連邦保安庁", "連邦保安局"},
	{"SVR", "ＳＶＲ", "対外情報庁", "対外情報局"},
	{"MSS", "ＭＳＳ", "国家安全部", "国家安全省"},
	{"SSSB", "HSSD", "JSSD", "国家安全局", "国家安全庁"},
	{"MOIS", "ＭＯＩＳ", "情報治安省", "情報保安省", "情報安全保障省", "情報省"},
	{"国家保衛省", "国家保衛部"},
	{"公安省", "中国公安部", "MPS"},
	{"NSA", "ＮＳＡ", "国家安全保障局"},
	{"CIA", "ＣＩＡ", "中央情報局"},
	{"GCHQ", "ＧＣＨＱ", "政府通信本部"},
	{"モサド", "Mossad"},
	{"SBU", "ＳＢＵ", "ウクライナ保安庁", "ウクライナ保安局"},
	{"HUR", "GUR", "国防省情報総局"},
	{"国家情報院"},
}

// organEnds finds which of the organs a name is that of; a name that ends like the services and armies of states otherwise is
// one by itself.
var (
	organEnds = func() *suffixTable {
		var all []string
		for _, o := range stateOrgans {
			all = append(all, o...)
		}
		return newSuffixTable(append(all, otherOrgans...))
	}()
	otherOrgans = []string{"保安省", "安全省", "安全部", "安全庁", "安全局", "治安省", "情報総局", "軍", "情報機関", "サイバー部隊", "8200部隊"}
)

// organOf returns the service that a name is that of: its place among those that are listed, or -1 where it is one by itself.
// ok is false where it is none.
func organOf(surface string) (place int, ok bool) {
	name, _ := withoutCenter(withoutAside(surface))
	if short := acronymIn(surface); short != "" && organEnds.ends(short) {
		name = short
	}
	if !organEnds.ends(name) || beginsAny(surface, "司法省", "米司法省", "警視庁", "台湾", "韓国", "ウクライナ連邦保安") || strings.Contains(surface, "文化") {
		return 0, false
	}
	for i := range stateOrgans {
		if endsAny(name, stateOrgans[i]...) {
			return i, true
		}
	}
	return -1, true
}

// attacks reports whether the words before and after the name of a service make the attack its own.
func attacks(before, after string) bool {
	after = afterAside(after)
	return blamed(after) || charged(after) || endsAny(before, clefts...) && beginsAny(after, copulas...) || behind(before, after) || strikes(after)
}

// blamed reports whether what follows a name gives an attack to it, and does not deny that.
func blamed(after string) bool {
	if !beginsAny(after, blames...) && !beginsAny(after, tookPart...) {
		return false
	}
	clause, _, _ := strings.Cut(after, "。")
	return firstOf(clause, []string{"わけではな", "ではない", "とは断定", "とは認め", "とは限ら", "かどうか", "か否か"}) < 0
}

// blames follow the name of a service or an army to which an attack is given.
var blames = []string{
	"による攻撃", "によるサイバー攻撃", "による サイバー攻撃", "によるものと", "によるものだ", "の犯行", "の仕業", "によると断定", "の攻撃と断定", "を制裁", "に制裁", "に対する制裁",
}

// tookPart follow the name of a service that had a part in an attack.
var tookPart = []string{"によるサイバー作戦", "によるハッキング", "による不正アクセス", "によるスパイ", "によると特定", "の攻撃だと", "が関与", "の工作員", "のサイバー工作員", "のサイバー部隊", "が背後", "が黒幕"}

// charged reports whether a text goes on to those of a service who are charged with the attack: NSA|に所属する3人を指名手配.
func charged(after string) bool {
	for _, link := range []string{"に所属する", "に属する", "所属の", "の職員", "職員", "の将校", "の要員", "の"} {
		rest, ok := strings.CutPrefix(after, link)
		people := strings.TrimLeft(rest, numerals)
		if !ok || people == rest || !beginsAny(people, "人", "名") {
			continue
		}
		clause, _, _ := strings.Cut(people, "。")
		return beginsAny(clause[len("人"):], "を指名手配", "を国際手配", "を起訴", "を訴追", "を制裁", "に制裁", "の起訴", "の指名手配") && !strings.Contains(clause, "漏")
	}
	return false
}

// clefts stand before the name of whoever has done what they tell.
var clefts = []string{"仕掛けたのは", "実行したのは", "攻撃したのは", "侵入したのは", "関与したのは", "行ったのは", "盗んだのは", "指示したのは", "仕掛けたのは、", "実行したのは、", "黒幕は", "背後にいるのは"}

// copulas end such a sentence: の支援を受けたハッカーだ makes it somebody else.
var copulas = []string{"だ", "であ", "で、", "です", "でした", "とさ", "とし", "とみ", "との", "の「", "という", "、"}

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
