package jpdate

import "strings"

// The guards tell dates from what is written like them: lengths of time, counts, names.

// wordIs reports whether a relative word stands at the cursor as a word of its own.
func (c cursor) wordIs(word string) bool {
	if !c.has(word) {
		return false
	}
	prev := c.at(-1)
	c.pos += len([]rune(word))
	switch word {
	case "本年":
		return prev != '日' // 日本年金機構
	case "今日", "同日", "前日", "翌日", "本日":
		if c.namesDay() {
			return false // 公示前日の14日
		}
		return !c.seesOneOf("的本比") || c.sees("本人")
	case "今朝", "けさ", "今晩", "今夕":
		if word == "今朝" && isKanji(c.at(0)) && !isKanji(prev) {
			return !c.seesOneOf("鮮食刊夕")
		}
		if word == "今朝" && (c.sees("から") || strings.ContainsRune("がはをも", prev) && c.seesAny(happened)) {
			return true
		}
		return c.at(0) == '、' || !isKana(prev) && (c.seesOneOf("のにはもま早") || isDigit(c.at(0)) || c.seesAny(sayings))
	case "前夜":
		return c.at(0) == '、' || c.seesOneOf("にはかの") && !c.sees("の祭", "の宴", "祭")
	case "その日":
		return c.sees("、", "のうち", "の夕", "の夜", "の朝", "の午", "の深夜", "の未明", "の会見", "の記者会見", "中に", "に", "は、", "も、", "夜", "夕", "午") && !c.sees("にな", "によ", "に備", "に限", "に限り", "に食", "に使", "に必")
	case "明日":
		return !c.seesOneOf("香葉")
	case "この日":
		return c.at(0) == 0 || c.seesOneOf("、はもにまか夜朝午未の") && !c.sees("のため", "のよう")
	case "その月", "この月":
		return c.at(0) == 'の' && isDigit(c.at(1)) && !c.sees("の1日平均")
	case "当日":
		return c.at(0) == 0 || c.seesOneOf("、はもにまか夜朝午未") && !c.sees("に限", "まで有")
	case "同じ日":
		return !c.sees("本", "付", "程")
	case "同年":
		return !c.seesOneOf("代齢輩次例額給")
	case "今月", "来月", "先月", "前月":
		return !c.seesOneOf("号比")
	case "前年":
		return c.isYearBefore()
	case "同月":
		return !c.seesOneOf("代齢輩次例額給") && !c.sees("比") && !(c.follows("前年同月", "昨年同月") && c.sees("を", "から", "並", "に比", "の"))
	case "昨年", "今年", "去年":
		return !c.sees("比", "同期", "同月比")
	case "おととし", "おととい":
		return !isKana(c.at(0)) || c.seesOneOf("はのもにかまでを") && !c.sees("ので")
	case "きょう", "きのう", "あす", "あさって", "ことし":
		if strings.ContainsRune("はがもに", prev) && c.seesAny(partsOfDay) {
			return true // 長官は|きょう|午前
		}
		return !isKana(prev) && (!isKana(c.at(0)) || c.seesOneOf("はのもにかまでを") && !c.sees("ので"))
	}
	return true
}

// isYearBefore reports whether the 前年 before the cursor dates something: mostly it is a measure (前年比, 前年の3倍), and a date only where a month or
// part of it follows, or what was done in it.
func (c cursor) isYearBefore() bool {
	if c.seesPeriod() {
		return true // 前年の第4四半期
	}
	if c.at(0) == '度' {
		return !c.sees("度比", "度同", "度の同", "度並", "度実績", "度繰")
	}
	c.skipSpace()
	if c.takeRune('の') {
		return isDigit(c.at(0)) && !c.seesCount() || c.sees("末", "夏", "秋", "春", "冬", "暮れ", "選挙", "攻撃", "事件", "侵入") || c.sees("窃取", "流出", "盗難", "被害") && c.tells()
	}
	return isDigit(c.at(0)) || c.sees("末", "夏", "秋", "春", "冬", "暮れ", "後半", "前半", "半ば") ||
		c.sees("同月", "同日") && !c.sees("同月比", "同日比", "同月から", "同月に比", "同月を", "同月並", "同月の") || c.sees("に", "にも", "には") && !c.seesAny(measures) || c.has("まで") && !c.has("までの") || c.has("から") && !c.compares() && !c.seesAny(changes)
}

// tells reports whether what the cursor stands before is told of, and nothing is compared with it: 前年の被害額は.
func (c cursor) tells() bool {
	for range 8 {
		switch c.pos++; {
		case c.seesOneOf("はが"):
			return !c.sees("がっ")
		case c.seesOneOf("をにと、。") || c.at(0) == 0 || c.sees("より", "から", "並み", "比"):
			return false
		}
	}
	return false
}

// namesDay reports whether the day itself follows a word that says which it is: 前日の14日に.
func (c cursor) namesDay() bool {
	if !c.takeRune('の') || !isDigit(c.at(0)) {
		return false
	}
	n, ok := c.numeral()
	return ok && n.digits < 3 && c.takeSpaced("日") != "" && !c.dayIsCount()
}

// seesCount reports whether a number follows that is none of a month: の3倍.
func (c cursor) seesCount() bool {
	c.digits(2)
	c.skipSpace()
	return c.at(0) != '月' && c.at(0) != '~' && c.at(0) != '-'
}

// countsYears reports whether what stands before a number makes it a number of years.
func (c cursor) countsYears() bool {
	for c.at(-1) == ' ' {
		c.pos--
	}
	return isLatin(c.at(-1)) || c.inList() || c.followsAny(countingYears)
}

// inList reports whether the number is the second of 2、3日 or 2・3年.
func (c cursor) inList() bool {
	if isDigit(c.at(-5)) && isDigit(c.at(-4)) && isDigit(c.at(-3)) && !isDigit(c.at(-6)) {
		return false // 2023、24年
	}
	return (c.at(-1) == '、' || c.at(-1) == '・') && isDigit(c.at(-2))
}

// perUnit reports whether a rate is given: 1分に1日.
func (c cursor) perUnit() bool {
	return c.followsAny(rates)
}

// everyYear reports whether a month ends a range of every year: 毎年6月から8月.
func (c cursor) everyYear() bool {
	if !c.follows("月から", "月~", "月-") {
		return false
	}
	for range 10 {
		c.pos--
		if c.follows("毎年", "例年") {
			return true
		}
	}
	return false
}

// endsTitle reports whether the year from start to the cursor is the title of a work: 『1984年』, 小説「1984年」. A line that is no more than
// that is a heading.
func (c cursor) endsTitle(start cursor) bool {
	switch before := start.at(-1); c.at(0) {
	case '』':
		return before == '『' && !(start.at(-2) == 0 && c.at(1) == 0)
	case '」':
		start.pos--
		return before == '「' && start.follows("小説", "長編", "短編", "映画", "ドラマ", "作品", "著書", "漫画", "アルバム", "楽曲", "戯曲", "新作", "代表作")
	}
	return false
}

// yearIsSure reports whether what follows a short year is said of years alone, not of lengths of time.
func (c cursor) yearIsSure() bool {
	return c.sees("以降", "以来", "以後", "時点", "当時", "頃", "ごろ", "より前")
}

// yearIsCount reports whether what follows 年 makes the number a length of time, or the name of a thing.
func (c cursor) yearIsCount(h how) bool {
	if h == number && c.seesAny(caseMarks) {
		return true // 令和5年(わ)第318号 is a case
	}
	if h == number || h == short {
		if c.seesAny(afterCount) {
			return true
		}
		if c.sees("前", "後") && !c.sees("前半", "前後", "後半") {
			return true
		}
	}
	if h != short {
		return false
	}
	return c.seesOneOf("目生組物債強弱") || c.isRate() || c.seesAny(afterYears)
}

// isRate reports whether 年 is one of so many years in which something happens once or twice: 10年|に1度.
func (c cursor) isRate() bool {
	if c.at(0) != 'に' || c.at(1) != '1' && c.at(1) != '2' {
		return false
	}
	c.pos += 2
	return !isDigit(c.at(0)) && !c.seesOneOf("万億兆千,.月日")
}

// monthIsWord reports whether 月 belongs to a longer word (3月期, 10月号, 11月例会).
func (c cursor) monthIsWord() bool {
	return c.sees("生まれ") || c.seesOneOf("期号例間分々齢") &&
		!c.seesAny(notMonthWords)
}

// closesYear reports whether a month is named as the end of a business year: 24年3月期の.
func (c cursor) closesYear() bool {
	return c.takeRune('期') && !c.seesOneOf("待限日間") && !c.sees("決算短信", "第")
}

// dayCounts reports whether what stands before a number makes its 日 a count, or a day of no month.
func (c cursor) dayCounts() bool {
	for c.at(-1) == ' ' {
		c.pos--
	}
	prev := c.at(-1)
	if prev == '~' && isDigit(c.at(-2)) || c.follows("から") && isDigit(c.at(-3)) {
		return true // 1~2日 is how long something takes
	}
	return isLatin(prev) || prev == '月' || prev == '日' && !c.follows("昨日", "今日", "本日", "明日", "前日", "翌日", "同日") || c.inList() || c.perUnit() || c.followsAny(countingDays)
}

// dayMayEnd reports whether a bare day may stand as a date by what follows it.
func (c cursor) dayMayEnd(m *mention) bool {
	if c.dayIsCount() && !c.clockFollows() {
		return false
	}
	if m.day.n == 1 && c.sees("に", "約", "数", "平均", "最大", "あ", "当", "の") && c.countFollows() {
		return false
	}
	if c.at(-2) == ' ' && isKanji(c.at(0)) && (cursor{c.runes, c.pos - 3}).countsLines() {
		return false // １　日付は現地時間による
	}
	// 4〜6日 without a month is mostly a length of time.
	return m.through == 0 || m.month.given() || c.follows("両日") || c.seesOneOf("に、") || c.sees("まで", "開催", "の日程")
}

// countsLines reports whether the number that ends at the cursor, or before the spaces there, is the first of its line.
func (c cursor) countsLines() bool {
	for c.at(0) == ' ' {
		c.pos--
	}
	for isDigit(c.at(-1)) {
		c.pos--
	}
	return isDigit(c.at(0)) && c.opensLine()
}

// dayIsCount reports whether what follows 日 makes the number a number of days.
func (c cursor) dayIsCount() bool {
	switch {
	case isDigit(c.at(0)):
		return true
	case c.sees("間もな", "前後", "後半", "分か", "分析"), c.at(0) == 'に' && (c.at(1) == '一' && c.seesAny(firstWords) || c.at(1) == '1' && isLarge(c.at(2))):
		return false
	}
	return c.seesOneOf("間本目後余程前比割誌くで") || c.sees("停止", "休業", "休止", "休校", "止め") && c.lastsDays() || c.at(0) == '時' && !c.sees("時点") ||
		c.seesAny(afterDays)
}

// lastsDays reports whether the days before the cursor are how long something is stopped: 全工場を|1日|停止. More than a week is told as days of the month are.
func (c cursor) lastsDays() bool {
	return isDigit(c.at(-2)) && c.at(-2) <= '7' && c.at(-2) != '0' && c.at(-3) == 'を'
}

// isLarge reports whether what follows a 1 makes the number more than what happens once in so many days: 14日に12人を, 14日に1万件の.
func isLarge(next rune) bool {
	return isDigit(next) || next == '万' || next == '億' || next == ','
}

// countFollows reports whether a 1日 goes on as "a day": 1日に約100件, 1日あたり.
func (c cursor) countFollows() bool {
	c.take("に", "の")
	return isDigit(c.at(0)) || c.seesAny(counted)
}

// seasonIsName reports whether the season begins a name (夏季五輪, 秋葉原).
func (c cursor) seasonIsName() bool { return c.seesOneOf("季葉節闘田山日野川場慶") }

// What stands around numbers that count.
var (
	// sayings go on behind 今朝 without a particle.
	sayings = newPhrases("病院", "警察", "当局", "政府", "会社", "社長", "社内", "職員", "記者", "発表", "公表", "届")
	// happened go on behind 今朝, with who or what before it: 報道が|今朝|ありました.
	happened = newPhrases("あり", "あっ", "起き", "入り", "入っ", "届", "見つか", "分か", "わか", "判明", "報じ", "報道", "発表", "公表", "明らか")
	// countingYears stand before a number of years.
	countingYears = newPhrases("約", "およそ", "過去", "今後", "向こう", "懲役", "禁錮", "拘禁刑", "創業", "設立", "第", "数",
		"わずか", "ここ", "最長", "最大", "最短", "計", "ほぼ", "延べ", "満", "丸", "まる", "通算", "への")
	// rates end before a number that is one of a rate.
	rates = newPhrases("秒に", "分に", "時間に", "日に", "週に", "週間に", "か月に", "カ月に", "ヶ月に", "回に")
	// caseMarks follow the year of the number of a case.
	caseMarks = newPhrases("(わ)", "(ワ)", "(う)", "(ネ)", "(ヨ)", "(し)", "(あ)", "(受)", "(オ)", "(よ)", "(行", "(許)", "第")
	// afterCount follow a number of years, or a year that is part of a name.
	afterCount = newPhrases("間", "版", "式", "問題", "以上", "以下", "以内", "未満", "ぶり", "連続", "生まれ", "余り", "余", "分の", "ごと", "ものの", "戦争", "法律", "政令", "省令", "条約第", "告示第", "規則第", "条例第", "内閣府令", "訓令")
	// afterYears follow a number of two digits that counts years.
	afterYears = newPhrases("国債", "制の", "制で", "単位", "次生", "次の課程",
		"契約", "計画", "ローン", "以内", "未満", "程度", "ほど", "くらい", "にわた", "に及", "に渡", "に当た", "に一",
		"の歴史", "の実績", "の経験", "の刑", "の判決", "の実刑", "の懲役", "の歳月", "の期間", "の節目", "の有効", "の猶予", "の懲役",
		"の執行", "かけ", "かか", "たっ", "経", "で", "が", "を", "な")
	// notMonthWords begin like the ends of words for months and are words of their own.
	notMonthWords = newPhrases("期待", "期限", "期日", "例年", "例えば", "間もな", "間近", "分析", "分か", "分裂", "分散", "分離")
	// countingDays stand before a number of days, or before a day of no month.
	countingDays = newPhrases("泊", "月の", "約", "およそ", "過去", "今後", "向こう", "第", "数", "わずか", "最長",
		"最大", "最短", "平均", "毎月", "延べ", "満", "丸", "まる", "計", "懲役", "拘留", "勾留期間", "ゼロ", "残り", "あと", "営業", "ここ", "生後",
		"ほぼ", "少なくとも", "週", "月に", "年に", "年", "通常", "通算", "連続")
	// afterDays follow a number of days.
	afterDays = newPhrases("以内", "以上", "以下", "以外", "未満", "弱", "強の", "強で", "分の", "分を", "分が", "連続", "連休", "連日", "平均", "約1", "数件",
		"ぶり", "ほど", "ぐらい", "あたり", "当たり", "当り", "ごと", "おき", "ずつ", "かか", "かけ", "おくれ", "とも", "たっ", "しか",
		"遅れ", "早く", "早い", "早ま", "長く", "長い", "短縮", "延べ", "待っ", "待ち", "経っ", "経過", "経た", "足ら", "制の", "制で", "坊主", "天下", "酔い", "分の",
		"を要", "を過", "を超", "を費", "が経", "が過", "もたた", "も経", "も待", "も休", "も雨", "か月", "カ月", "ヶ月",
		"の間", "の猶予", "の期間", "のうち", "の有給", "の休", "の遅", "に及", "にわた", "に渡", "に1", "に一", "につき")
	// firstWords begin behind に with the sign for one and count nothing: 22日に一部の取引先へ.
	firstWords = newPhrases("に一部", "に一斉", "に一時", "に一般", "に一連", "に一方", "に一旦", "に一律", "に一定", "に一審", "に一転", "に一気", "に一括")
	// measures follow 前年 where it is what is compared with.
	measures = newPhrases("に比", "に対", "に続", "に引き続", "に並", "に迫", "に届", "に及", "に匹敵", "にな", "にかけ", "に続い", "に次", "に同", "にはな", "にはかな", "には及", "には届", "にはない", "にはなか", "に倣", "に準", "に近", "に戻")
	// changes follow 前年 where it is what something changed from.
	changes = newPhrases("から増", "から減", "から大", "から急", "から倍", "から伸", "から上", "から下", "から拡", "から縮", "から改", "から悪", "から横", "から微", "からほぼ", "から後", "から前")
	// counted is what a rate of a day counts.
	counted = newPhrases("約", "数", "何", "平均", "最大", "最高", "複数", "一", "あたり", "当", "通信量", "件数", "利用")
)

// beforeDeadline are the labels of days by which something is due.
var beforeDeadline = newPhrases("期限 ", "期限:", "期限: ", "締切 ", "締切:", "締切: ", "締め切り ", "締め切り:", "締め切り: ", "締切日 ", "締切日:", "期日 ", "期日:",
	"判決は", "公判は", "投開票は", "投票は", "告示は", "公示は", "施行は", "開幕は")

// beforeNoMonth stand before a month that is one of every year, or of a life, or of a year that was not read.
var beforeNoMonth = newPhrases("年", "年の", "年 ", "毎年", "例年", "毎年の", "例年の", "生後", "妊娠")
