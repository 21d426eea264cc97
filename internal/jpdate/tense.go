package jpdate

import "strings"

// What is said of a date tells whether it lies ahead: 来春までに公開する予定だ, 27日に開かれる.

// A tense is what a sentence says of the time of a date in it.
type tense int

const (
	untold  tense = iota
	past          // …した
	planned       // …すると発表した: what is announced may lie ahead
	coming        // …する予定だ, …します。
)

// scope is how far behind a date its predicate is looked for.
const scope = 90

// tense reads what is said of the date that ends at the cursor, up to the end of its sentence.
func (c cursor) tense() tense {
	if c.seesAny(termEnds) || c.at(0) == '。' && c.follows("から") {
		return coming
	}
	if c.seesAny(followed) {
		return past
	}
	if c.isNamed() {
		return untold
	}
	if c.sees("にも") && c.weighed() {
		return coming // 2月にも起訴することを検討している
	}
	apart := c.seesOneOf("、,はもがの") || c.sees("にも", "には、", "に、") // the date is one of the main clause
	end, told := min(len(c.runes), c.pos+scope), untold
	for depth := 0; c.pos < end && depth >= 0; c.pos++ {
		switch r := c.at(0); r {
		case '。', '\n':
			return told
		case '「', '『', '(':
			depth++
		case '」', '』', ')':
			depth--
		case 'た', 'だ', '済':
			if depth == 0 && c.endsPast() {
				if next := c.at(1); r == '済' || !apart || !isKanji(next) && !('ァ' <= next && next <= 'ー') && next != '「' {
					return past
				}
				told = past // unless what it describes is the object of a plan: 1日、侵入に関わった|集団に制裁を科す方針だ
			}
		case '予', '見', '計', '目', 'め', 'メ', '期':
			if depth == 0 && c.seesAny(planWords) {
				return c.planTense()
			}
		case 'る', 'す', 'う', 'く', 'む', 'つ', 'ぶ':
			if depth > 0 {
				continue
			}
			if c.follows("てい", "でい", "ていま", "でいま") {
				return past // 続いている has begun
			}
			if t := c.endsVerb(); t == coming || t == planned && !apart {
				return t
			}
		case 'へ':
			if c.at(1) == 0 || c.at(1) == '。' || c.at(1) == '\n' {
				return coming // 来月開設へ
			}
		}
	}
	return told
}

// listsPlan reports whether the date opens a line that tells a plan without a particle: 9月上旬|　追加調査を依頼予定, 10月初旬|(予定)　答申.
func (c cursor) listsPlan() bool {
	if !c.seesOneOf(" 　|(\t:") && c.at(-1) != ' ' {
		return false
	}
	for n := 0; n < scope && c.at(0) != 0 && c.at(0) != '\n' && c.at(0) != '。'; n++ {
		if ahead := c; ahead.take("予定", "見込み", "見通し", "めど", "メド") != "" && (ahead.at(0) == 0 || ahead.seesOneOf("\n。) |:")) {
			return c.planTense() == coming
		}
		if (c.at(0) == 'た' || c.at(0) == 'だ' || c.at(0) == '済') && c.endsPast() {
			return false
		}
		c.pos++
	}
	return false
}

// weighed reports whether the clause at the cursor goes on to what somebody still thinks about.
func (c cursor) weighed() bool {
	for range scope {
		switch c.at(0) {
		case 0, '。', '\n', '「', 'た':
			return false
		case '、':
			if endsClause(string(c.runes[max(0, c.pos-2):c.pos])) {
				return false
			}
		case '検', '調', '方':
			if c.take("検討してい", "検討に入", "検討中", "調整してい", "調整に入", "調整中", "方針を固", "方針で", "方向で") != "" {
				return !c.sees("た")
			}
		}
		c.pos++
	}
	return false
}

// done reports whether the sentence tells of something that was done, whatever else it says.
func (c cursor) done() bool {
	for range scope {
		switch c.at(0) {
		case 0, '。', '\n':
			return false
		case 'た', 'だ', '済':
			if c.endsPast() {
				return true
			}
		}
		c.pos++
	}
	return false
}

// planTense reads whether the plan at the cursor is one still.
func (c cursor) planTense() tense {
	c.take("予定", "見通し", "見込み", "計画", "めど", "メド")
	if c.sees("だった", "でした", "であった", "より", "通り", "どおり", "外") {
		return past
	}
	return coming
}

// endsPast reports whether the た at the cursor ends a verb of the past.
func (c cursor) endsPast() bool {
	if c.at(0) == '済' {
		return c.at(1) == 'み' || c.at(1) == '。' || c.at(1) == 0 || c.sees("済ませ", "済まし", "済んで")
	}
	prev, next := c.at(-1), c.at(1)
	if c.at(0) == 'だ' {
		return prev == 'ん' || prev == 'い' && isKanji(c.at(-2))
	}
	switch next {
	case 'い', 'く', 'り', 'し', 'せ', 'す', 'だ', 'さ', 'ち', 'ら', 'る', 'ず', 'て', 'え', 'ば', 'ど':
		return false
	case 'め':
		return prev == 'し' && !c.sees("ため") // したため
	case 'が':
		if c.sees("たが", "たがっ") && (c.at(2) == 'っ' || c.at(2) == 'い') {
			return false
		}
	case 'う', '上', '後', 'の':
		if c.sees("たうえ", "た上で", "た後", "たのち") {
			return false
		}
	}
	switch prev {
	case 'し', 'っ', 'れ', 'い', 'え', 'け', 'げ', 'せ', 'ね', 'べ', 'め', 'き', 'ぎ', 'じ', 'ち', 'び', 'み', 'り', 'て':
		return true
	case '来', '出', '得', '見', '着', '経', '寝', '似':
		return true
	}
	return false
}

// endsVerb reports what the verb says that ends with the character at the cursor and is not of the past:
// at the end of its sentence it tells a plan, before と発表した what was announced.
func (c cursor) endsVerb() tense {
	next := c
	next.pos++
	if c.at(0) == 'る' && c.follows("とす") && next.sees("ことを決", "ことが決", "ことで合意", "ことにし", "ことになっ", "方針") {
		return planned // 16日とすることを決めた
	}
	if c.saysNow() {
		return untold
	}
	switch {
	case next.at(0) == 0, next.seesOneOf("。\n)"):
		return coming
	case next.seesAny(planEnds):
		return next.planTense()
	case next.seesAny(announced):
		return planned
	}
	return untold
}

// saysNow reports whether the verb that ends at the cursor tells of no plan: 続いている, とみられる, による.
func (c cursor) saysNow() bool {
	prev := c.at(-1)
	switch c.at(0) {
	case 'う', 'つ', 'む', 'ぶ':
		return !isKanji(prev) || strings.ContainsRune("言含呼思", prev)
	case 'く':
		return !strings.ContainsRune("開就招置", prev)
	case 'す':
		if prev != 'ま' {
			return !isKanji(prev) || c.followsAny(saying)
		}
		c.pos--
	}
	return c.followsAny(verbsOfNow)
}

var (
	// termEnds stand right behind a date that lies ahead.
	termEnds = newPhrases("をめど", "を目途", "を目処", "をメド", "を予定", "に予定", "予定", "に実施予定", "に開催予定", "に発売予定", "をもって終了", "を期限", "締め切り", "締切", "必着", "から。")
	// followed stand right behind a date that something came after: 9月26日に続き3度目となる.
	followed = newPhrases("に続き", "に続い", "に続く", "に次ぐ", "に次い", "に引き続き", "だけで", "だけでも")
	// nearing stand right behind a date that is near.
	nearing = newPhrases("に向け", "に控え", "を控え", "が控え", "に迫", "が迫", "の投開票に向け", "の投票に向け")
	// faced stand behind a date, or what is set for it, that was to come.
	faced = newPhrases("を前に", "を目前", "を間近", "を控え", "を直前に控", "が目前", "が間近", "が迫", "に迫る", "に控え")
	// setActs follow a day that somebody has set for what is to come on it: 24日召集の国会.
	setActs = newPhrases("召集の", "召集す", "召集。", "告示の", "告示。", "公示の", "公示。", "投開票の", "投開票。", "投票の", "投票。", "開会の", "開会。", "開幕の", "開幕。")
	// toBegin follow the day on which something is still to be held, and describe what: 9月19日|に開幕する大会の代表.
	toBegin = newPhrases("に開幕する", "に開かれる", "に開催される", "に開会する", "に召集される", "に施行される", "に実施される", "に投開票される")
	// planWords are said of what lies ahead.
	planWords = newPhrases("予定", "見通し", "見込み", "見込ま", "見込ん", "見込む", "計画だ", "計画で", "計画と", "目指", "めざ", "めど", "メド", "目途", "目処", "期限")
	// planEnds follow a verb that tells a plan.
	planEnds = newPhrases("予定", "方針", "見通し", "見込み", "計画", "考え", "意向", "構え", "ことになる", "ことにする", "こと。", "よう求める", "よう指示する", "運び", "つもり", "とし、", "とのこと")
	// announced follows a verb that tells what was announced.
	announced = newPhrases("と発表", "と決", "と表明", "と明らか", "と公表", "と通知", "と伝え", "と予告", "と宣言", "という", "といい", "よう求め", "よう命",
		"ことを決", "ことで合意", "ことが決", "ことを明", "ことを発表", "ことにし", "ことになっ")
	// saying ends before the last character of a verb of saying: と話す.
	saying = newPhrases("と話", "と示", "と記", "を示", "と指", "と称", "を指")
	// verbsOfNow end before the last character of a verb that says how things are, or what is said of them.
	verbsOfNow = newPhrases("てい", "でい", "てお", "あ", "でき", "とす", "とされ", "とみ", "とみられ", "とみられて", "よ", "関す", "対す", "わた", "めぐ", "おけ",
		"いわゆ", "思われ", "考えられ", "みられ", "いわれ", "言われ", "異な", "呼ばれ", "知られ", "と語", "と述べ", "と指摘す", "と主張す", "と説明す", "と訴え",
		"上", "のぼ", "超え", "及", "てい", "あり", "おり", "でおり", "ござい", "思い", "考え", "お詫びいたし", "いただき", "申し上げ", "続け", "求めてい", "可能性があ")
)
