package entity

import (
	"regexp"
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

var acronymAside = regexp.MustCompile(`^ ?[(（]([A-ZÀ-Þ][A-Za-z0-9À-ÿ/&-]{1,9})[)）]`)

var orgSuffixes = []string{
	"刑事法院", "民事法院", "最高法院", "カレッジ", "アカデミー", "電源", "医院", "市警",
	"省", "庁", "局", "委員会", "裁判所", "地裁", "高裁", "警察", "県警", "府警", "道警", "公安部", "機構", "財団", "研究所", "研究院", "大学", "株式会社", "社",
	"協会", "連盟", "政府", "当局", "銀行", "新聞", "放送", "学会", "協議会", "センター", "組合", "公社", "検察", "党", "軍", "連合", "司令部", "参謀部", "会議所", "機関",
	"病院", "図書館", "博物館", "美術館", "大学院", "高校", "学園", "学院", "短大", "証券", "生命", "電力", "電鉄", "鉄道", "航空", "製作所", "製鋼所", "製薬", "商事", "信用金庫", "信金", "取引所",
	"農協", "テレビ", "ラジオ", "通信", "ホールディングス", "ジャパン", "テクノロジーズ", "テクノロジー", "コーポレーション", "システムズ", "ネットワークス", "大使館", "領事館", "総領事館", "議会", "官邸", "事務局",
	"検事局", "検察庁", "検察局", "税関", "市役所", "県庁", "府庁", "都庁", "道庁", "連合会", "保安院", "監査院", "振興院", "情報院", "監督院", "行政処", "総局", "部隊", "艦隊", "憲兵隊", "革命防衛隊", "支局", "署", "警備隊", "代表部", "工作部",
	"総研", "家裁", "簡裁", "高等法院", "企業団", "保健所", "天文台", "試験場", "地検", "高検", "最高検", "特捜部", "道警", "郵便", "外交部", "国防部", "公安部", "国家安全部", "警備部", "捜査部", "統一部", "産業部", "信息化部", "応急管理部", "国家安全保障部", "信息技術", "網絡技術", "網絡科技", "信息科技", "智科技", "専門家パネル", "総長室", "総長府", "本部", "ギルド", "フォーラム", "アライアンス",
}

// publicly stand in the names of institutions, which need no proper noun then: 国立環境研究院, 市立図書館.
var publicly = []string{"国立", "国営", "県立", "市立", "町立", "村立", "都立", "府立", "道立", "区立", "公立", "連邦", "国家", "中央"}

// ofNation are those of them that no firm has in the name of what it runs.
var ofNation = []string{"国立", "連邦", "国家"}

// branches are suffixes that count only before an acronym: 韓国航空宇宙産業（KAI）.
var branches = []string{"産業", "工業", "重工", "電力", "通信", "航空", "部門", "局", "課", "室"}

// organizations finds organisations by the suffix of a run of nouns, by an acronym in
// brackets after it, and by what the dictionary knows.
func organizations(p *passage) {
	p.softFirms()
	p.stated()
	p.firms()
	p.chineseFirms()
	p.responders()
	p.owned()
	p.makers()
	p.institutes()
	p.parted()
	for _, kind := range p.spots[kindWords] {
		p.firmOfKind(kind.Span)
	}
	for i := 0; i < len(p.words); {
		n := p.nounRun(i)
		if n == 0 {
			i++
			continue
		}
		if run := p.words[i : i+n]; p.mayBeNamed(run) {
			p.organizationIn(run)
		}
		i += n
	}
	p.latinSpeakers()
}

// mayBeNamed reports whether a run has one of the words without which no organisation is found in it: one that ends their names, the
// name of a country, what the dictionary has for one, a word that says of what kind it is, or the end of a legal form.
func (p *passage) mayBeNamed(run []word) bool {
	for _, w := range run {
		if p.marks[w.End]&orgEnd != 0 || w.is(nation) || w.is(proper|orgName) {
			return true
		}
	}
	s := source.Span{Start: run[0].Start, End: run[len(run)-1].End}
	return len(p.spots[kindWords]) > 0 && len(p.within(kindWords, s)) > 0 || len(p.spots[bodyWords]) > 0 && len(p.within(bodyWords, s)) > 0
}

// firmNouns are words that firms and institutions have in their Latin names.
var firmNouns = []string{
	" Inc", " Corp", " Corporation", " Ltd", " LLC", " LLP", " GmbH", " Limited", " Company", " Co", " Technologies", " Technology", " Networks", " Labs", " Lab", " Protocol", " Finance", " Airways", " Energy", " Pipeline", " Hospital", " Healthcare", " Telecom", " Broadcasting", " Entertainment", " Ventures", " Shipping", " Logistics", " Railways", " Petroleum", " Laboratories", " Systems", " Software", " Group", " Holdings",
	" Foundation", " Institute", " University", " College", " Agency", " Bureau", " Commission", " Committee", " Council", " Association", " Bank", " Times", " Post", " Journal", " Tribune", " Herald", " News", " Security",
	" Research", " Partners", " Foods", " Kitchen", " Trading", " CO., LTD", " CO.,LTD", " Solutions", " Industries", " Pharmaceuticals", " Airlines", " Motors", " Electronics", " Ministry", " Center", " Centre", " Office", " Police",
}

// firmPattern matches Latin names with such a word.
var firmPattern = newLastPattern(`[A-Z][A-Za-z0-9&.-]*(?: (?:&|of|and|for|the|[A-Z][A-Za-z0-9&-]*)){0,4}?,?(?:`+oneOf(firmNouns)+`)(?:\.|,? Inc\.?|, ?Ltd\.?| Co\.?,? ?Ltd\.?| Inc\.?| Corp\.?| Ltd\.?| LLC|(?: [A-Z][a-z]+){0,3}(?: Company| Corporation| Limited)(?:,? Ltd\.?| Limited)?)?`, firmWords, withUpper|withSpace, 4)

// firms finds organisations by the last word of a Latin name.
func (p *passage) firms() {
	for _, s := range p.matches(firmPattern) {
		if p.alone(s) && !p.inURL(s) && !p.inLatin(s) && !beginsAny(p.surface(s), "The Co", "New ", "Active ", "Windows ", "Open ", "Internet Security", "Cyber Security", "Cloud ", "Network ") && p.surface(s) != "WPS Office" {
			p.sight(p.abroad(s), content.Organization, 0.7, "suffix")
		}
	}
}

// nounRun returns the number of words of the run of nouns that begins at word i.
func (p *passage) nounRun(i int) int {
	n := 0
	for i+n < len(p.words) && (p.words[i+n].is(nominal) || n > 0 && p.joins(i+n)) {
		n++
	}
	return n
}

// joins reports whether word i is a space, stop or point inside a name: NAVER Cloud, Sekoia.io, 韓国・中央日報.
func (p *passage) joins(i int) bool {
	if p.scriptAt(p.words[i].Start) != other || i+1 >= len(p.words) || !p.words[i+1].is(nominal) {
		return false
	}
	prev, next := p.scriptBefore(p.words[i-1].End), p.scriptAt(p.words[i+1].Start)
	switch p.surface(p.words[i].Span) {
	case ".", "-":
		return prev == latin && next == latin
	case " ":
		return prev == latin && (next == latin || next == katakana)
	case "・":
		return prev == katakana && (next == katakana || strings.HasSuffix(p.text[:p.words[i].Start], "サイバー"))
	}
	return false
}

// withoutRoles drops the words for those who lead a firm from behind its name: 株式会社ノルド|代表取締役社長.
func (p *passage) withoutRoles(run []word) []word {
	n := len(run)
	for n > 1 && boardRoles[p.surface(run[n-1].Span)] {
		n--
	}
	for n < len(run) && n > 1 && (p.surface(run[n-1].Span) == "代表" || p.surface(run[n-1].Span) == "執行") {
		n--
	}
	return run[:n]
}

// boardRoles are such words, of which 代表 and 執行 begin some.
var boardRoles = wordSet("取締役", "代表取締役", "社長", "会長", "副社長", "専務", "常務", "役員", "執行役員", "監査役", "顧問", "相談役", "CEO", "CTO", "CISO")

// organizationIn finds the organisations of a run of nouns.
func (p *passage) organizationIn(run []word) {
	if len(run) > 1 && run[0].is(lead) && oneIn("同両各", p.surface(run[0].Span)) {
		return // refers to one that has been named: 同検察庁
	}
	run = trimLead(p.afterAttacker(run))
	run = p.withoutRoles(run)
	if p.foreignFirm(run) {
		return
	}
	kindless := trimLead(p.afterKind(run))
	described := len(kindless) < len(run)
	if run = kindless; len(run) == 0 {
		return
	}
	end := p.suffixAt(run)
	if end < 0 && p.precinct(run) {
		return
	}
	if end < 0 {
		p.ofDictionary(run)
		p.describedFirm(run, described)
		return
	}
	s := source.Span{Start: run[0].Start, End: run[end].End}
	if p.surface(s) == "株式会社" || endsAny(p.surface(s), "法人") {
		s.End = run[len(run)-1].End
	}
	s = p.withSeat(s)
	m := acronymAside.FindStringSubmatchIndex(p.text[s.End:])
	if m == nil {
		p.sight(s, content.Organization, 0.7, "suffix")
		return
	}
	p.sight(s, content.Organization, 0.85, "suffix")
	p.sight(source.Span{Start: s.End + m[2], End: s.End + m[3]}, content.Organization, 0.8, "acronym")
}

// afterAttacker returns what follows the name of attackers or malware that a run of a table has in it: 8Base |タイ警察.
func (p *passage) afterAttacker(run []word) []word {
	for i := range p.known {
		h := &p.known[i]
		if len(run) == 0 || h.Start >= run[len(run)-1].End {
			break
		}
		if h.End <= run[0].Start || h.kind() != content.Actor && h.kind() != content.Malware {
			continue
		}
		for len(run) > 0 && run[0].Start < h.End && run[0].End > h.Start {
			run = run[1:]
		}
		for len(run) > 0 && strings.TrimSpace(p.surface(run[0].Span)) == "" {
			run = run[1:]
		}
	}
	return run
}

// oneIn reports whether s is one of some characters.
func oneIn(chars, s string) bool {
	return len(s) == len("同") && strings.Contains(chars, s)
}

// trimLead drops what stands before a name without belonging to it.
func trimLead(run []word) []word {
	for len(run) > 0 && run[0].is(lead) {
		run = run[1:]
	}
	return run
}

// suffixAt returns the index of the last word of a run that ends an organisation's name, -1 if there is none.
func (p *passage) suffixAt(run []word) int {
	for i := len(run) - 1; i >= 0; i-- {
		upTo := source.Span{Start: run[0].Start, End: run[i].End}
		if p.marks[upTo.End]&orgEnd == 0 && (i > 0 || len(run) < 2 || !endsAny(p.surface(upTo), "法人")) {
			continue
		}
		if p.endsOrganization(run, i, upTo) {
			return i
		}
	}
	return -1
}

func (p *passage) endsOrganization(run []word, i int, upTo source.Span) bool {
	name, last := p.surface(upTo), i+1 == len(run)
	switch {
	case i > 0 && run[i-1].is(numeric) && p.surface(run[i].Span) == "社":
		return false // 中国企業|３社
	case strings.HasSuffix(name, "株式会社") && (name != "株式会社" || !last),
		i == 0 && !last && endsAny(name, "法人") && p.capital(run[1].Span):
		return true
	}
	named := p.acronymFollows(upTo.End)
	if p.endsWith(orgWords, upTo) || last && p.endsWith(tradeWords, upTo) {
		if named && i > 0 || p.properOrg(run[:i+1]) {
			return true
		}
	}
	return named && p.endsWith(branchWords, upTo) && p.properOrg(run[:i+1])
}

// acronymFollows reports whether an acronym in brackets stands at i.
func (p *passage) acronymFollows(i int) bool {
	next := firstRune(p.text[i:])
	return (next == '(' || next == '（' || next == ' ') && acronymAside.MatchString(p.text[i:])
}

// commonOrgs are nouns with the suffix of an organisation that name none.
var commonOrgs = newSuffixTable([]string{
	"省庁", "官庁", "官公庁", "会社", "本社", "支社", "同社", "各社", "他社", "政府機関", "金融機関", "研究機関", "報道機関", "行政機関", "捜査機関", "執行機関", "公的機関", "公共機関", "関係機関", "自社", "情報機関", "諜報機関", "教育機関", "医療機関", "国家機関", "裁判所命令", "犯罪フォーラム", "ハッカーフォーラム", "ハッキングフォーラム", "地下フォーラム", "闇フォーラム", "ダークウェブフォーラム",
})

// manyBodies end the words for bodies of some kind, of which a country has many: ロシア|諜報機関.
var manyBodies = newSuffixTable([]string{"政府機関", "諜報機関", "情報機関", "行政機関", "法執行機関", "捜査機関", "公的機関", "研究機関", "金融機関", "医療機関", "教育機関", "報道機関", "国裁判所", "米軍", "韓国軍", "欧州政府"})

// bodiesOfState are common nouns that behind the sign of a state name its body: 仏|情報機関.
var bodiesOfState = wordSet("情報機関", "対外情報機関", "軍事情報機関", "諜報機関", "捜査機関", "捜査当局", "司法当局", "検察当局", "治安当局", "治安機関", "情報当局", "警察当局", "規制当局", "金融当局", "中央政府", "連邦政府", "国防当局", "軍当局", "サイバー当局", "法執行機関")

// properOrg reports whether a run with an organisation's suffix is a name, not a common noun such as 捜査当局.
func (p *passage) properOrg(run []word) bool {
	n := len(run)
	last := p.surface(run[n-1].Span)
	switch {
	case n == 2 && p.surface(run[0].Span) == "蘭" && slices.Contains([]string{"検察", "警察", "政府", "当局"}, last):
		return true
	case run[0].is(nation) && p.count(run[0].Span) == 1 && bodiesOfState[p.surface(source.Span{Start: run[0].End, End: run[n-1].End})]:
		return true
	case commonOrgs.ends(last), manyBodies.ends(p.text[:run[n-1].End]), p.ofManyKinds(run), slices.ContainsFunc(run, func(w word) bool { return oneIn("産製発", p.surface(w.Span)) }):
		return false // ロシア産石油
	case last == "当局" && n > 1 && run[0].is(nation) && p.count(run[0].Span) > 1:
		return false // 北朝鮮|当局: the country, not one of its bodies; but 仏|当局
	case p.organizationWord(run[n-1]), p.ministry(run), p.trade(run):
		return true
	case n > 2 && last == "大学" && slices.Contains(subjects, p.surface(run[n-2].Span)):
		return true // 西北|工業|大学
	case n > 2 && last == "センター" && slices.Contains(ofNation, p.surface(run[0].Span)) && p.surface(run[n-2].Span) != "データ":
		return true // 国家|測地|センター, but 中央|監視|センター is anybody's
	case n > 2 && institutions.ends(last) && slices.ContainsFunc(run[:n-1], func(w word) bool { return slices.Contains(publicly, p.surface(w.Span)) }):
		return true
	}
	if n == 2 && p.surface(run[0].Span) == "サイバー" {
		return false // サイバー|警察, of any country
	}
	return slices.ContainsFunc(run[:n-1], func(w word) bool {
		return w.is(proper) || !w.is(listed) && p.capital(w.Span) || p.scriptAt(w.Start) != kanji && strings.Contains(last, "株式会社")
	})
}

// kindsOfBodies are what a country has many of: 米|製薬|大手.
var kindsOfBodies = []string{"銀行", "大学", "病院", "製薬", "証券", "電力", "航空", "通信", "新聞", "放送", "テレビ", "鉄道"}

// ofManyKinds reports whether a run says of what country and kind an organisation is and not which: 米大手銀行, 米国当局.
func (p *passage) ofManyKinds(run []word) bool {
	if last := p.surface(run[len(run)-1].Span); !slices.Contains(kindsOfBodies, last) {
		return false
	}
	for _, w := range run[:len(run)-1] {
		if s := p.surface(w.Span); !(w.is(nation) && s != "日本") && s != "大手" && s != "捜査" && s != "司法" && s != "政府" {
			return false
		}
	}
	return true
}

// institutions are what is founded by a state or town.
var institutions = newSuffixTable([]string{"研究所", "研究院", "大学", "病院", "図書館", "博物館", "美術館", "高校", "裁判所", "検事局", "警察", "銀行", "委員会", "医療センター", "振興院", "局", "庁", "院"})

// ministries are bodies of state whose names are not seen to be such by their last characters.
var ministries = map[string]bool{
	"外交部": true, "国防部": true, "公安部": true, "司法部": true, "統一部": true, "商務部": true, "保安部": true, "国家安全部": true, "国家保安部": true, "偵察総局": true, "刑事警察局": true, "国家警察": true, "連邦警察": true, "検事総長室": true, "検事総長府": true,
	"地検": true, "高検": true, "最高検": true, "特捜部": true, "大統領府": true, "首相官邸": true, "国務院": true, "金融監督院": true, "軍事情報局": true, "治安情報局": true, "保安情報局": true, "選挙委員会": true, "選挙管理委員会": true, "中央選挙管理委員会": true, "連邦議会": true, "法院行政処": true, "国家情報院": true, "監査院": true,
}

// noMinistries end words that look like the name of a ministry.
var noMinistries = newSuffixTable([]string{
	"官庁", "省庁", "各省", "同省", "同庁", "両省", "反省", "帰省", "当省", "本省", "他省", "登庁", "入庁", "来庁", "全庁", "県庁", "府庁", "都庁", "道庁", "開庁", "退庁", "閉庁", "省エネ",
})

// ministry reports whether a run is the name of a ministry or agency, whose words are common
// ones: 統一|省, 外交|部.
func (p *passage) ministry(run []word) bool {
	for _, w := range run {
		if k := p.scriptAt(w.Start); k != kanji && k != katakana || w.is(numeric) {
			return false
		}
	}
	s := source.Span{Start: run[0].Start, End: run[len(run)-1].End}
	name := p.surface(s)
	switch {
	case ministries[name]:
		return true
	case !endsAny(name, "省", "庁") || noMinistries.ends(name):
		return false
	}
	n := p.count(s)
	return n >= 3 && n <= 9 && script(lastRune(strings.TrimRight(name, "省庁"))) != hiragana
}

// capital reports whether a word begins with a capital, or is in katakana and not short.
func (p *passage) capital(s source.Span) bool {
	return upper(p.text[s.Start]) || p.scriptAt(s.Start) == katakana && p.count(s) >= 3
}

// organizationWord reports whether the dictionary knows a word as an organisation.
func (p *passage) organizationWord(w word) bool {
	return w.is(proper|orgName) && p.count(w.Span) >= 2
}

// dailyWords are names of news houses that are everyday words wherever nothing else is said of news: 共同の報告, 毎日水を運ぶ.
var dailyWords = wordSet("共同", "毎日")

// counted reports whether a number ends where a word begins, whose first character it counts: 三月四|日生.
func (p *passage) counted(s source.Span) bool {
	return strings.ContainsRune("一二三四五六七八九十〇", p.before(s)) || strings.ContainsRune(numerals, p.before(s)) && p.scriptAt(s.Start) == kanji
}

// ofDictionary finds the words of a run that the dictionary knows as organisations.
func (p *passage) ofDictionary(run []word) {
	for i, w := range run {
		if !w.is(listed) || !p.organizationWord(w) || slices.Contains([]string{"農協", "漁協", "生協"}, p.surface(w.Span)) || p.surface(w.Span) == "社会" || commonOrgs.ends(p.surface(w.Span)) {
			continue
		}
		if p.scriptAt(w.Start) == katakana && p.scriptBefore(w.Start) == katakana {
			continue // the end of a longer word: ブラック|キャッツ
		}
		if dailyWords[p.surface(w.Span)] || p.counted(w.Span) {
			continue
		}
		if i+1 < len(run) && slices.Contains([]string{"プライム", "スタンダード", "グロース"}, p.surface(run[i+1].Span)) {
			continue // a market: 東証プライム
		}
		if p.market(w.Span) || strings.HasPrefix(p.text[w.End:], "臣") {
			continue // 平将|明大|臣
		}
		s := w.Span
		for _, next := range run[i+1:] { // 三菱電機|インフォメーション|システムズ
			if next.Start != s.End || p.scriptAt(next.Start) != katakana {
				break
			}
			s.End = next.End
		}
		p.sight(s, content.Organization, 0.6, "dictionary")
	}
}
