package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// The dictionary has the common family names only, and cuts the others: 宇都|木, 赤|楚. What tells a rare one is its place: beside a
// given name, before a title or an age, in a credit, a contact or an appointment.

// A grade says what speaks for a run of kanji being the name of a person.
type grade int

const (
	noName   grade = iota // it is another word
	unlikely              // nothing speaks against it
	likely                // the dictionary or the list of family names has a part of it
)

// gradeOf grades the run of kanji, with the kana of a given name, at a span.
func (p *passage) gradeOf(s source.Span) grade {
	name := p.surface(s)
	n := utf8.RuneCountInString(name)
	if n == 0 || n > 6 || p.scriptAt(s.Start) != kanji || p.scriptBefore(s.Start) == kanji {
		return noName
	}
	if familyNamesOfJapan()[name] || n > 1 && (p.nameToken(s) || p.givenAt(s) > 0) {
		return likely
	}
	if n == 1 && !p.nameToken(s) || noNameEnd(name) {
		return noName
	}
	out := unlikely
	if p.chinese(s) && n == 3 {
		return unlikely
	}
	for i, ok := p.tokenAt(s.Start); ok && i < len(p.words) && p.words[i].Start < s.End; i++ {
		w := p.words[i]
		size := p.count(w.Span)
		switch {
		case w.is(nation) && (size > 1 || w.Start == s.Start), w.is(suffix) && w.End == s.End && !w.is(personal) && !oneIn("子美郎彦夫雄代江馬平太介助也哉斗", p.surface(w.Span)), w.is(lead) && size > 1:
			return noName
		case w.is(personal), size > 1 && familyNamesOfJapan()[p.surface(w.Span)]:
			out = likely
		case w.is(listed) && !w.is(proper) && size > 1:
			return noName
		case w.is(orgName):
			return noName
		}
	}
	if r := []rune(name); out == unlikely && n > 2 && familyNamesOfJapan()[string(r[:2])] {
		out = likely
	}
	return out
}

// noNameEnd reports whether a run ends as the words for offices, places and kinds of people do, or is one that is set in brackets.
func noNameEnd(name string) bool {
	return strings.ContainsRune("部課室係局班所長者員人側系隊省庁市県都府町村区駅店社館院校団会党軍国語版紙誌号線型式制法案化性的用費料金額数率量時分秒年月日円台件名回度機等他組各男女妻夫父母", lastRune(name)) || otherAsides[name]
}

// otherAsides stand in brackets, credits and lists without naming anybody.
var otherAsides = map[string]bool{
	"当時": true, "仮称": true, "略称": true, "通称": true, "本社": true, "東京": true, "大阪": true, "京都": true, "名古屋": true, "福岡": true, "札幌": true, "仙台": true, "広島": true, "神戸": true, "横浜": true, "千葉": true, "代表": true, "直通": true, "内線": true, "電話": true,
	"総務": true, "広報": true, "平日": true, "土日": true, "祝日": true, "日本": true, "米国": true, "英国": true, "中国": true, "韓国": true, "北京": true, "上海": true, "台北": true, "香港": true, "速報": true, "続報": true, "詳細": true, "予定": true, "共同": true, "時事": true,
}

// givenEnds finds a given name of the dictionary behind a family name that it does not know as one: 安良岡 恭平, 荻窪|祐介, 赤|楚|由起子.
func (p *passage) givenEnds() {
	for _, i := range p.people {
		w := p.words[i]
		if k := p.scriptAt(w.Start); !w.is(personal|given) && !(k == hiragana && w.is(proper|listed)) || p.count(w.Span) < 2 || k != kanji && k != hiragana || i == 0 {
			continue
		}
		end := w.Start
		if gap := p.text[p.words[i-1].Start:w.Start]; gap == " " || gap == "　" {
			end -= len(gap)
		}
		family := source.Span{Start: p.runBefore(end, kanji), End: end}
		if n := p.count(family); n < 1 || n > 3 || n == 1 && end < w.Start || kinTable[p.surface(family)] || p.gradeOf(family) == noName && !(n == 1 && p.scriptBefore(family.Start) != kanji) {
			continue
		}
		if k := p.scriptAt(w.Start); k == hiragana && (p.count(family) < 2 || end < w.Start || !beginsAny(p.text[w.End:], "は", "が", "も", "氏", "さん", "、", "（", "）") || p.count(w.Span) < 3) {
			continue
		}
		if p.scriptAt(w.End) == kanji && !p.titleBegins(w.End) || p.scriptAt(w.End) == katakana {
			continue
		}
		p.sight(source.Span{Start: family.Start, End: w.End}, content.Person, 0.65, "given")
	}
}

// kinTable has what stands before a given name and is no family name.
var kinTable = map[string]bool{
	"妻": true, "夫": true, "弟": true, "兄": true, "姉": true, "妹": true, "父": true, "母": true, "娘": true, "息": true, "元": true, "前": true, "現": true, "新": true, "故": true, "同": true, "両": true, "長男": true, "次男": true, "三男": true, "長女": true, "次女": true, "双子": true, "愛称": true, "本名": true, "旧姓": true, "芸名": true, "筆名": true, "主演": true, "名": true, "男": true, "女": true,
}

// inSlots finds the names in kanji that stand where nothing but a name stands.
func (p *passage) inSlots() {
	for _, at := range p.spots[creditWords] {
		p.credited(at.Span)
	}
	for _, at := range p.spots[deskWords] {
		p.atDesk(at.End)
	}
	for _, at := range p.spots[deskLineWords] {
		p.atDeskLine(at.End)
	}
	for _, at := range p.spots[appointWords] {
		s := source.Span{Start: p.runBefore(at.Start, kanji), End: at.Start}
		if n := p.count(s); n >= 3 && n <= 5 && endsAny(p.text[:s.Start], "に", "へ") && p.gradeOf(s) >= unlikely {
			p.sight(s, content.Person, 0.65, "post")
		}
	}
	for _, at := range p.spots[ageWords] {
		if !p.aged(at.Start) {
			continue
		}
		s := source.Span{Start: p.spacedKanji(at.Start), End: at.Start}
		if n := p.count(s); n >= 2 && n <= 6 && p.gradeOf(source.Span{Start: s.Start, End: p.run(s.Start, kanji)}) >= unlikely && (!noNameEnd(p.surface(s)) || p.givenAt(s) > 0) {
			p.sight(s, content.Person, 0.7, "age")
		}
	}
}

// trials follow the number of those of whom some are named: |尹可成|と|周帥|ら12|人を起訴.
var trials = []string{"人を起訴", "人を逮捕", "人を訴追", "人を書類送検", "人を送検", "人を指名手配", "人を拘束", "人が逮捕", "人が起訴", "人に制裁", "人を制裁", "人を追起訴", "人の起訴", "人の逮捕", "人を告発", "被告を起訴"}

// appointments follow the name of one who is given a post: に|荻窪祐介|を充てた.
var appointments = []string{"を充て", "を任命", "を起用", "を指名", "を選任", "を選出", "を推薦", "を任用", "が就任", "が着任"}

// credits stand before those who wrote or made a thing, or who answer for it.
var credits = []string{"作成", "文責", "編集", "構成", "取材", "まとめ", "執筆", "撮影", "解説", "担当", "連絡先", "問い合わせ先", "問合せ先", "お問い合わせ", "照会先", "責任者", "窓口", "発行人", "編集人", "記録", "報告者", "起案", "出席者", "出席", "陪席", "司会", "進行", "登壇者", "登壇", "講師"}

// credited finds the names in the line of a credit: 担当：鴨志田、宇都木, 作成：蒼海総合研究所（乾）, （7月3日作成、外信部・久我山）.
func (p *passage) credited(credit source.Span) {
	label := beginsAny(afterBlanks(p.text[credit.End:]), "：", ":", "／", "/", "＝")
	if !label && !beginsAny(p.text[credit.End:], "、", "　", "・", "）") {
		return
	}
	end := len(p.text)
	if n := strings.IndexAny(p.text[credit.End:], "\n。"); n >= 0 {
		end = credit.End + n
	}
	if end-credit.End > 40*len("字") {
		return
	}
	for at := credit.End; at < end; at += runeLen(p.text[at:]) {
		if upper(p.text[at]) && label && beginsAny(p.text[at-len("・"):], "・", "、") {
			if word := wordEnd(p.text, at); word > at+2 && lower(p.text[word-1]) && !p.endsLater(word, end) {
				p.sight(source.Span{Start: at, End: word}, content.Person, 0.6, "credit") // 蓼沼・Nguyen
			}
		}
		if p.scriptAt(at) != kanji || p.scriptBefore(at) != other {
			continue
		}
		if parted := p.partedAt(at); parted.Len() > 0 && parted.End <= end {
			p.sight(parted, content.Person, 0.7, "credit")
			at = parted.End - len(lastWord(p.text[:parted.End]))
			continue
		}
		s := source.Span{Start: at, End: p.run(at, kanji)}
		before, after := p.before(s), p.after(s)
		if s.End <= end && strings.ContainsRune("：:、・（( 　／/,，＝", before) && (s.End == end || strings.ContainsRune("、・）) 　／/,，(（", after)) && p.standsInCredit(s, label) {
			p.sight(s, content.Person, 0.65, "credit")
		}
		at = s.End - len("字")
	}
}

// endsLater reports whether anything but a bracket follows between two places.
func (p *passage) endsLater(i, end int) bool { return strings.Trim(p.text[i:end], "）) 　") != "" }

// standsInCredit reports whether a run of kanji in a credit can be a name: likely ones can, and others behind the name of a house.
func (p *passage) standsInCredit(s source.Span, label bool) bool {
	n := p.count(s)
	switch p.gradeOf(s) {
	case likely:
		return n <= 5
	case unlikely:
		return n >= 2 && n <= 5 && !p.places(s) && (label || p.before(s) == '・' || p.before(s) == '（' || p.before(s) == '(')
	}
	return n == 1 && familyNamesOfJapan()[p.surface(s)]
}

// desks are the parts of a house of which one answers or signs: 広報室（山県）, 外信部・久我山）.
var desks = []string{"部（", "部(", "課（", "課(", "室（", "室(", "係（", "係(", "局（", "局(", "班（", "班(", "所（", "所(", "部・", "局・", "支局・", "室・", "課・"}

// atDesk finds the surname in brackets behind the desk, with nothing but a number behind it, or before the bracket that closes a credit.
func (p *passage) atDesk(i int) {
	s := source.Span{Start: i, End: p.run(i, kanji)}
	if n := p.count(s); n < 1 || n > 5 {
		return
	}
	rest := p.text[s.End:]
	if !beginsAny(rest, "）", ")") {
		return
	}
	rest = afterBlanks(rest[runeLen(rest):])
	number := rest == "" || rest[0] == '\n' || '0' <= rest[0] && rest[0] <= '9' || beginsAny(rest, "電話", "℡", "☎", "TEL", "Tel", "内線", "直通", "０", "１", "２", "３")
	if number && p.gradeOf(s) == likely {
		p.sight(s, content.Person, 0.65, "credit")
	}
}

// rareTitled finds names before titles of which the dictionary has no part: 蓼科研究員, 唐鳳部長, 奥宇美子裁判長.
func (p *passage) rareTitled() {
	for _, title := range p.spots[titleWords] {
		if p.scriptBefore(title.Start) != kanji || beginsAny(p.text[title.End:], "会", "職", "級", "室", "役", "室長", "選", "権", "府", "邸", "館") {
			continue
		}
		s := source.Span{Start: p.runBefore(title.Start, kanji), End: title.Start}
		n := p.count(s)
		if own := p.familyOfOffice(s); n > 3 && own.Len() > 0 {
			p.sight(own, content.Person, 0.65, "title")
			continue
		}
		if n < 2 || n > 5 || rankTable[p.surface(s)] || p.marks[s.End]&orgEnd != 0 && n < 5 || p.partOfTitle(s) && !p.chinese(s) {
			continue
		}
		if g := p.gradeOf(s); g == likely || g == unlikely && (!p.places(s) || beginsAny(p.text[title.Start:], nobodysPlace...)) {
			p.sight(p.titled(s), content.Person, 0.65, "title")
		}
	}
	for _, at := range p.spots[titleWords] { // 鬼首大地さん(52)
		if p.surface(at.Span) == "さん" && p.aged(at.End) {
			s := source.Span{Start: p.spacedKanji(at.Start), End: at.Start}
			if n := p.count(s); n >= 2 && n <= 6 && (!noNameEnd(p.surface(s)) || p.givenAt(s) > 0) {
				p.sight(s, content.Person, 0.75, "age")
			}
		}
	}
}

// familyOfOffice returns the family name that begins a run which goes on with an office up to its title: 竈門|情報企画|室長.
func (p *passage) familyOfOffice(s source.Span) source.Span {
	r := []rune(p.surface(s))
	for n := min(3, len(r)-2); n >= 2; n-- {
		own := source.Span{Start: s.Start, End: s.Start + len(string(r[:n]))}
		i, ok := p.tokenAt(own.End)
		if !familyNamesOfJapan()[string(r[:n])] || !ok || !p.words[i].is(listed) || p.words[i].is(proper) || p.count(p.words[i].Span) < 2 || strings.ContainsRune("県市町村都府区郡道州省庁署支党社大高銀", r[n]) {
			continue
		}
		if !slices.ContainsFunc(p.marks[own.End+1:s.End], func(m mark) bool { return m&orgEnd != 0 }) {
			return own
		}
	}
	return source.Span{}
}

// familyBegins reports whether a run of four kanji or more begins with a family name, though the dictionary has both its words as places: 久慈|拓海.
func (p *passage) familyBegins(s source.Span) bool {
	r := []rune(p.surface(s))
	return len(r) >= 4 && familyNamesOfJapan()[string(r[:2])]
}

// nobodysPlace are the titles that no place has: 樫尾|専務, but 大阪|市長.
var nobodysPlace = []string{"教授", "准教授", "弁護士", "議員", "審議官", "専務", "常務", "研究員", "博士", "参考人", "さん", "裁判長", "裁判官", "判事"}

// pairsOfNames finds the names that are listed before a title for all of them: 王浩然と李建国|の両被告.
func (p *passage) pairsOfNames() {
	for _, title := range p.spots[strongTitleWords] {
		before := p.text[:title.Start]
		rest := strings.TrimSuffix(before, "両")
		if len(rest) == len(before) {
			continue
		}
		p.namesBackFrom(len(strings.TrimSuffix(rest, "の")), unlikely-1)
	}
	for _, at := range p.spots[trialWords] { // 尹可成と周帥ら12|人を起訴
		end := at.Start
		for end > 0 && '0' <= p.text[end-1] && p.text[end-1] <= '9' {
			end--
		}
		if rest := strings.TrimSuffix(p.text[:end], "計"); end < at.Start && endsAny(rest, "ら", "の") {
			p.namesBackFrom(len(rest)-len("ら"), likely)
		}
	}
}

// namesBackFrom finds the names of a list that ends at i, each of which has a grade at least.
func (p *passage) namesBackFrom(i int, least grade) {
	for end := i; ; {
		s := source.Span{Start: p.runBefore(end, kanji), End: end}
		if n := p.count(s); n < 1 || n > 5 || n == 1 && p.gradeOf(s) == noName || p.gradeOf(s) < least && (!p.chinese(s) || noNameEnd(p.surface(s))) {
			return
		}
		p.sight(s, content.Person, 0.75, "title")
		link := ""
		for _, l := range []string{"と", "、", "や", "及び", "および"} {
			if strings.HasSuffix(p.text[:s.Start], l) {
				link = l
			}
		}
		if end = s.Start - len(link); link == "" {
			return
		}
	}
}

// partOfTitle reports whether a word at a span belongs to the title behind it, or is one that stands before many: 上席|研究員.
func (p *passage) partOfTitle(s source.Span) bool {
	first, ok := p.tokenAt(s.Start)
	for i := first; ok && i < len(p.words) && p.words[i].Start < s.End; i++ {
		if w := p.words[i]; w.is(prefix) || w.is(numeric) && i == first || w.is(adverbial) || w.End > s.End || w.is(suffix) && !w.is(personal) && w.End < s.End {
			return true
		}
	}
	return false
}

// places reports whether all words at a span are places of the dictionary.
func (p *passage) places(s source.Span) bool {
	i, ok := p.tokenAt(s.Start)
	for ; ok && i < len(p.words) && p.words[i].Start < s.End; i++ {
		if !p.words[i].is(regional) {
			return false
		}
	}
	return ok
}

// rankTable has what stands before a title and is of it.
var rankTable = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields("上席 首席 主席 次席 末席 客員 特任 専任 常任 特命 統括 総括 筆頭 主幹 専従 兼任 前任 後任 新任 歴代 名誉 現職 前職 副 准 正 準 常勤 非常勤 上級 中級 初級 一般 専門 主任 主管 担当 当該 当時 現地 米軍 日米 日韓 米中 米英 中露 露中 全米 全英 州軍 連邦 国選 私選 主治 同行 随行 女性 男性 新人 若手 古参 元職 先代 現社 新社 両社 各社 同社 他社 当社 弊社 自社 某社 代行 代理 補佐 取締 執行 最高 最年少 最年長 大統 首都 仏軍 露軍 英軍 中軍") {
		out[w] = true
	}
	return out
}()

// relations stand before the name of one of whom they tell where he comes from or what he did: 中国籍の|呉海波, 元従業員である|呉冠廷.
var relations = []string{"国籍の", "籍の", "人である", "員である", "者である", "男である", "長である", "代表である", "社長である", "監の", "当局者の", "ハッカーの", "人の", "筆者の", "著者の", "講師の", "俳優の", "課の", "室の", "係の", "署の", "従業員の", "社員の", "職員の", "幹部の", "創業者の", "創設者の", "代表の", "開発者の", "管理者の", "管理者、", "首謀者の", "実業家の", "社長の", "会長の", "経営者の", "起訴されたのは", "逮捕されたのは", "訴追されたのは", "記者の", "将校の", "技術者の", "学生の", "研究者の", "専門家の", "国籍、", "国人、", "被告の", "容疑者の", "留学生、", "選手、", "主将、", "出身の", "ＦＷ", "ＭＦ", "ＤＦ", "ＧＫ", "FW", "MF", "DF", "GK"}

// related finds the names in kanji behind such words, those of China and Korea among them.
func (p *passage) related() {
	for _, at := range p.spots[relationWords] {
		s := source.Span{Start: at.End, End: p.run(at.End, kanji)}
		if p.scriptAt(at.End) == katakana && upper(p.text[at.End-1]) || strings.HasPrefix(p.surface(at.Span), "Ｆ") || beginsAny(p.surface(at.Span), "Ｍ", "Ｄ", "Ｇ") {
			p.player(at.End)
		}
		if n := p.count(s); n < 2 || n > 4 || !beginsAny(p.text[s.End:], "は", "が", "を", "も", "と", "、", "から", "ら", "（", "(", "に", "あて", "まで") && !p.lineEnds(s.End) || p.places(s) || noNameEnd(p.surface(s)) && p.gradeOf(s) < likely {
			continue
		}
		if p.chinese(s) && !p.listedWord(s) && (p.surface(at.Span) != "人の" || endsAny(p.text[:at.Start], "中国", "韓国", "朝鮮", "台湾", "香港")) || p.gradeOf(s) == likely && (p.count(s) > 2 || familyNamesOfJapan()[p.surface(s)] || p.nameToken(s)) {
			p.sight(s, content.Person, 0.65, "post")
		}
	}
}

// lineEnds reports whether a cell or line ends at i, or a sentence.
func (p *passage) lineEnds(i int) bool {
	rest := p.text[i:]
	return rest == "" || beginsAny(rest, "\t", "\n", "　", "。", " |", "|", " \n")
}

// player finds the name in katakana behind the position that one plays: ＦＷ|ラザロ.
func (p *passage) player(i int) {
	s := source.Span{Start: i, End: p.run(i, katakana)}
	if n := p.count(s); n >= 2 && n <= 8 && beginsAny(p.text[s.End:], "が", "は", "の", "を", "に", "と", "、", "ら", "（", "(", "も") {
		p.sight(s, content.Person, 0.65, "post")
	}
}

// listedWord reports whether a run is one word of the dictionary that is no name.
func (p *passage) listedWord(s source.Span) bool {
	i, ok := p.tokenAt(s.Start)
	return ok && p.words[i].End >= s.End && p.words[i].is(listed) && !p.words[i].is(proper)
}

// byRole finds the surname that follows the role of one who is at hand: 監督の|蒲生|は, 主将の|石神|が; and a full name with a
// space behind the comma: 主任研究員、|紫垣 洋|は.
func (p *passage) byRole() {
	for _, post := range p.spots[postWords] {
		rest := p.text[post.End:]
		switch {
		case strings.HasPrefix(rest, "の"):
			s := source.Span{Start: post.End + len("の")}
			s.End = p.run(s.Start, kanji)
			if n := p.count(s); n >= 2 && n <= 5 && p.gradeOf(s) == likely && (!p.places(s) || p.familyBegins(s)) && beginsAny(p.text[s.End:], "は", "が", "も", "を", "に", "と", "ら", "から", "（", "(") {
				p.sight(s, content.Person, 0.65, "post")
			}
		case strings.HasPrefix(rest, "、"):
			s := p.fullKanjiName(post.End + len("、"))
			if strings.ContainsAny(p.surface(s), " 　") && p.gradeOf(source.Span{Start: s.Start, End: p.run(s.Start, kanji)}) >= unlikely {
				p.sight(s, content.Person, 0.65, "post")
			}
		}
	}
}
