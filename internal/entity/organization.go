package entity

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

var acronymAside = regexp.MustCompile(`^ ?[(（]([A-Z][A-Za-z0-9/&-]{1,9})[)）]`)

var orgSuffixes = []string{
	"省", "庁", "局", "委員会", "裁判所", "地裁", "高裁", "警察", "県警", "府警", "道警", "公安部", "機構", "財団", "研究所", "研究院", "大学", "株式会社", "社",
	"協会", "連盟", "政府", "当局", "銀行", "新聞", "放送", "学会", "協議会", "センター", "組合", "公社", "検察", "党", "軍", "連合", "司令部", "参謀部", "会議所", "機関",
	"病院", "図書館", "博物館", "美術館", "大学院", "高校", "学園", "学院", "短大", "証券", "生命", "電力", "電鉄", "鉄道", "航空", "製作所", "製鋼所", "製薬", "商事", "信用金庫", "信金", "取引所",
	"テレビ", "ラジオ", "通信", "ホールディングス", "ジャパン", "テクノロジーズ", "テクノロジー", "コーポレーション", "システムズ", "ネットワークス", "大使館", "領事館", "総領事館", "議会", "官邸", "事務局",
	"検事局", "検察庁", "検察局", "税関", "市役所", "県庁", "府庁", "都庁", "道庁", "連合会", "保安院", "監査院", "振興院", "情報院", "総局", "部隊", "艦隊", "憲兵隊", "革命防衛隊", "支局", "署", "警備隊", "代表部", "工作部",
	"地検", "高検", "最高検", "特捜部", "道警", "郵便", "外交部", "国防部", "公安部", "国家安全部", "警備部", "捜査部", "統一部", "産業部", "信息化部", "本部", "ギルド", "フォーラム", "アライアンス",
}

// publicly stand in the names of institutions, which need no proper noun then: 国立環境研究院, 市立図書館.
var publicly = []string{"国立", "国営", "県立", "市立", "町立", "村立", "都立", "府立", "道立", "区立", "公立", "連邦", "国家", "中央"}

var (
	orgTable   = newSuffixTable(orgSuffixes)
	tradeTable = newSuffixTable(trades)
)

// branches are suffixes that count only before an acronym: 韓国航空宇宙産業（KAI）.
var branches = []string{"産業", "工業", "重工", "電力", "通信", "航空", "部門", "局", "課", "室"}

// organizations finds organisations by the suffix of a run of nouns, by an acronym in
// brackets after it, and by what the dictionary knows.
func organizations(p *passage) []Mention {
	out := append(p.stated(), firms(p)...)
	for i := 0; i < len(p.tokens); {
		n := nounRun(p, i)
		if n == 0 {
			i++
			continue
		}
		out = append(out, p.organizationIn(p.tokens[i:i+n])...)
		i += n
	}
	return out
}

// firmPattern matches Latin names with a word that firms and institutions have in theirs.
var firmPattern = newPattern(`[A-Z][A-Za-z0-9&.-]*(?: (?:&|of|and|for|the|[A-Z][A-Za-z0-9&-]*)){0,4}?,? (?:Inc|Corp|Corporation|Ltd|LLC|LLP|GmbH|Limited|Company|Co|Technologies|Technology|Networks|Labs|Laboratories|Systems|Software|Group|Holdings|Foundation|Institute|University|College|Agency|Bureau|Commission|Committee|Council|Association|Bank|Times|Post|Journal|Tribune|Herald|News|Security|Research|Partners|Solutions|Industries|Pharmaceuticals|Airlines|Motors|Electronics|Ministry|Center|Centre|Office|Police)(?:\.|,? Inc\.?|, ?Ltd\.?| Co\.?,? ?Ltd\.?| Inc\.?| Corp\.?| Ltd\.?| LLC)?`, withUpper|withSpace, 4)

// firms finds organisations by the last word of a Latin name.
func firms(p *passage) []Mention {
	var out []Mention
	for _, s := range p.matches(firmPattern) {
		if p.alone(s) && !p.inURL(s) && !p.inLatin(s) && !beginsAny(p.surface(s), "The Co", "New ", "Active ", "Windows ", "Open ", "Internet Security", "Cyber Security", "Cloud ", "Network ") {
			out = append(out, p.discovered(s, content.Organization, 0.7, "suffix"))
		}
	}
	return out
}

// nounRun returns the number of tokens of the run of nouns that begins at token i.
func nounRun(p *passage, i int) int {
	n := 0
	for ; i+n < len(p.tokens); n++ {
		t := p.tokens[i+n]
		if noun(t) || n > 0 && joins(p, i+n) {
			continue
		}
		break
	}
	return n
}

func noun(t morph.Token) bool {
	if t.POS[0] == "接頭詞" {
		return true
	}
	if !strings.HasPrefix(t.POS[0], "名詞") || t.Surface == "" || script(firstRune(t.Surface)) == other || script(firstRune(t.Surface)) == hiragana {
		return false
	}
	return !slices.Contains(t.POS, "代名詞") && !slices.Contains(t.POS, "副詞可能") && !slices.Contains(t.POS, "非自立")
}

// joins reports whether token i is a space, stop or point inside a name: NAVER Cloud, Sekoia.io, 韓国・中央日報.
func joins(p *passage, i int) bool {
	if i+1 >= len(p.tokens) || !noun(p.tokens[i+1]) {
		return false
	}
	prev, next := lastRune(p.tokens[i-1].Surface), firstRune(p.tokens[i+1].Surface)
	switch p.tokens[i].Surface {
	case ".", "-":
		return script(prev) == latin && script(next) == latin
	case " ":
		return script(prev) == latin && (script(next) == latin || script(next) == katakana)
	case "・":
		return script(prev) == katakana && script(next) == katakana
	}
	return false
}

// organizationIn returns the organisations of a run of nouns.
func (p *passage) organizationIn(run []morph.Token) []Mention {
	if slices.Contains([]string{"同", "両", "各"}, run[0].Surface) && len(run) > 1 {
		return nil // refers to one that has been named: 同検察庁
	}
	run = trimLead(run)
	kindless := trimLead(afterKind(run))
	described := len(kindless) < len(run)
	if run = kindless; len(run) == 0 {
		return nil
	}
	end := suffixAt(p, run)
	if end < 0 {
		return append(p.ofDictionary(run), p.describedFirm(run, described)...)
	}
	s := source.Span{Start: run[0].Span.Start, End: run[end].Span.End}
	if p.surface(s) == "株式会社" || endsAny(p.surface(s), "法人") {
		s.End = run[len(run)-1].Span.End
	}
	out := []Mention{p.discovered(s, content.Organization, 0.7, "suffix")}
	if m := acronymAside.FindStringSubmatchIndex(p.text[s.End:]); m != nil {
		short := source.Span{Start: s.End + m[2], End: s.End + m[3]}
		out[0].Confidence = 0.85
		out = append(out, p.discovered(short, content.Organization, 0.8, "acronym"))
	}
	return out
}

// trimLead drops what stands before a name without belonging to it.
func trimLead(run []morph.Token) []morph.Token {
	for len(run) > 0 {
		t := run[0]
		lead := slices.Contains(t.POS, "数") || slices.Contains(t.POS, "助数詞") || t.POS[0] == "接頭詞" ||
			slices.Contains([]string{"各", "同", "両", "当", "全", "旧", "元", "現地", "関係", "捜査", "民間", "一部", "主要", "当該", "本", "時間"}, t.Surface)
		if !lead {
			break
		}
		run = run[1:]
	}
	return run
}

// suffixAt returns the index of the last token of a run that ends an organisation's name, -1 if there is none.
func suffixAt(p *passage, run []morph.Token) int {
	for i := len(run) - 1; i >= 0; i-- {
		upTo := p.surface(source.Span{Start: run[0].Span.Start, End: run[i].Span.End})
		next := p.after(source.Span{Start: run[i].Span.End, End: run[i].Span.End})
		named := (next == '(' || next == '（' || next == ' ') && acronymAside.MatchString(p.text[run[i].Span.End:])
		switch {
		case strings.HasSuffix(upTo, "株式会社") && (upTo != "株式会社" || i+1 < len(run)),
			i == 0 && i+1 < len(run) && endsAny(upTo, "法人") && capital(run[1].Surface):
			return i
		case (orgTable.ends(upTo) || i+1 == len(run) && tradeTable.ends(upTo)) && (named && i > 0 || properOrg(run[:i+1])),
			endsAny(upTo, branches...) && named && properOrg(run[:i+1]):
			return i
		}
	}
	return -1
}

// commonOrgs are nouns with the suffix of an organisation that name none.
var commonOrgs = []string{
	"省庁", "官庁", "会社", "本社", "支社", "同社", "各社", "他社", "政府機関", "金融機関", "研究機関", "報道機関", "行政機関", "捜査機関", "執行機関", "公的機関", "公共機関", "関係機関", "自社", "情報機関", "諜報機関", "教育機関", "医療機関", "国家機関", "裁判所命令",
}

// properOrg reports whether a run with an organisation's suffix is a name, not a common noun such as 捜査当局.
func properOrg(run []morph.Token) bool {
	last := run[len(run)-1]
	if endsAny(last.Surface, commonOrgs...) {
		return false
	}
	if organizationToken(last) {
		return true
	}
	if ministry(run) || trade(run) {
		return true
	}
	if len(run) == 1 {
		return false
	}
	if n := len(run); n > 2 && slices.ContainsFunc(run[:n-1], func(t morph.Token) bool { return slices.Contains(publicly, t.Surface) }) && endsAny(last.Surface, institutions...) {
		return true
	}
	return slices.ContainsFunc(run[:len(run)-1], func(t morph.Token) bool {
		return slices.Contains(t.POS, "固有名詞") || !t.Known && capital(t.Surface) ||
			strings.Contains(last.Surface, "株式会社") && script(firstRune(t.Surface)) != kanji
	})
}

// institutions are what is founded by a state or town.
var institutions = []string{"研究所", "研究院", "大学", "病院", "図書館", "博物館", "美術館", "高校", "裁判所", "検事局", "警察", "銀行", "委員会", "医療センター", "振興院", "局", "庁", "院"}

// ministry reports whether a run is the name of a ministry or agency, whose words are common
// ones: 統一|省, 外交|部.
func ministry(run []morph.Token) bool {
	var name strings.Builder
	for _, t := range run {
		if script(firstRune(t.Surface)) != kanji && script(firstRune(t.Surface)) != katakana || slices.Contains(t.POS, "数") {
			return false
		}
		name.WriteString(t.Surface)
	}
	s := name.String()
	n := utf8.RuneCountInString(s)
	switch {
	case slices.Contains([]string{"外交部", "国防部", "公安部", "司法部", "統一部", "商務部", "保安部", "国家安全部", "国家保安部", "偵察総局", "県警", "府警", "道警", "地検", "高検", "最高検", "特捜部", "大統領府", "首相官邸", "国務院", "国家情報院", "監査院"}, s):
		return true
	case endsAny(s, "官庁", "省庁", "各省", "同省", "同庁", "両省", "反省", "帰省", "当省", "本省", "他省", "登庁", "入庁", "来庁", "全庁", "県庁", "府庁", "都庁", "道庁", "開庁", "退庁", "閉庁", "省エネ"):
		return false
	}
	return n >= 3 && n <= 9 && endsAny(s, "省", "庁") && script(lastRune(strings.TrimRight(s, "省庁"))) != hiragana
}

func capital(s string) bool {
	r := firstRune(s)
	return 'A' <= r && r <= 'Z' || script(r) == katakana && utf8.RuneCountInString(s) >= 3
}

func organizationToken(t morph.Token) bool {
	return slices.Contains(t.POS, "固有名詞") && slices.Contains(t.POS, "組織") && utf8.RuneCountInString(t.Surface) >= 2
}

// ofDictionary returns the tokens of a run that the dictionary knows as organisations.
func (p *passage) ofDictionary(run []morph.Token) []Mention {
	var out []Mention
	for i, t := range run {
		if !organizationToken(t) || !t.Known || t.Surface == "社会" || endsAny(t.Surface, commonOrgs...) {
			continue
		}
		s := t.Span
		for _, next := range run[i+1:] { // 三菱電機|インフォメーション|システムズ
			if next.Span.Start != s.End || script(firstRune(next.Surface)) != katakana {
				break
			}
			s.End = next.Span.End
		}
		out = append(out, p.discovered(s, content.Organization, 0.6, "dictionary"))
	}
	return out
}
