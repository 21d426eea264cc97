package jpdate

// Years of two digits that a sentence puts in a row show each other to be years, and no numbers of them: 07年に…、15年には….

// amongShort reports whether the year of two digits that is resolved is one of such a row. Each opens its clause, one at least goes on
// as only years do, and they go forward in time.
func (r *Reader) amongShort() bool {
	c := cursor{r.text.runes, r.start}
	for c.pos > 0 && c.at(-1) != '。' && c.at(-1) != '\n' {
		c.pos--
	}
	count, last, sure, own := 0, 0, false, false
	for ; c.at(0) != 0 && c.at(0) != '。' && c.at(0) != '\n'; c.pos++ {
		y, firm, ok := c.rowYear()
		if !ok {
			continue
		}
		if y = nearShort(y, r.day.y); y < last || r.day.y == 0 {
			return false
		}
		count, last, sure, own = count+1, y, sure || firm, own || c.pos == r.start
	}
	return count > 1 && sure && own
}

// oldestShort is how many years back news shortens a year that no other year stands beside.
const oldestShort = 20

// firmShort reports whether a year of two digits that stands alone is said as no number of years is: |14年|に子会社を攻撃した, 盗み取った|16年|の攻撃,
// 検察は|18年|、1人を訴追していた.
func (r *Reader) firmShort() bool {
	c := cursor{r.text.runes, r.start}
	if !isDigit(c.at(0)) || !isDigit(c.at(1)) || c.at(2) != '年' || r.day.y == 0 {
		return false
	}
	if y := nearShort(int(c.at(0)-'0')*10+int(c.at(1)-'0'), r.day.y); y > r.day.y || r.day.y-y > oldestShort {
		return false
	}
	rest := r.rest()
	switch {
	case rest.sees("の"):
		rest.pos++
		return (c.opensItem() || c.at(-1) == 'の' && !c.followsAny(stretches)) && (rest.seesAny(happenings) || c.opensItem() && rest.namesCrime()) || c.at(-1) == 'た' && rest.seesAny(deedsOfYear)
	case rest.sees("、"):
		named := (c.at(-1) == 'は' || c.at(-1) == 'が') && r.byAgent(c)
		return (named || (c.opensItem() && c.at(-1) != '、' || c.at(-1) == 'で') && r.restHas(crimes)) && !r.restHas(lengths)
	case rest.sees("に"):
		return c.opensItem() && !rest.seesAny(reachings) && !c.followsAny(terms) && !rest.timesBehind()
	case rest.sees("以降", "ごろから", "頃から"):
		return c.opensItem()
	}
	return false
}

// byAgent reports whether who acts stands before the は at the end of which a cursor is.
func (r *Reader) byAgent(c cursor) bool {
	c.pos--
	for _, w := range agents {
		n := len([]rune(w))
		if c.pos >= n && string(c.runes[c.pos-n:c.pos]) == w {
			return true
		}
	}
	return false
}

// namesCrime reports whether a noun goes on to that of a crime: 14年の|ソニーへの攻撃.
func (c cursor) namesCrime() bool {
	for range 20 {
		switch c.at(0) {
		case 0, '、', '。', '\n', 'を', 'が', 'は', 'て':
			return false
		}
		if c.sees("への攻撃", "へのサイバー攻撃", "への侵入", "流出事件", "攻撃事件") {
			return true
		}
		c.pos++
	}
	return false
}

// timesBehind reports whether に and how often follow, so that the years are how often something is: 10年|に3回.
func (c cursor) timesBehind() bool {
	c.pos++
	if c.takeRune('数') {
		return c.seesOneOf("回度件人")
	}
	n, ok := c.numeral()
	return ok && n.digits < 4 && c.seesOneOf("回度")
}

var (
	// stretches end before a number of years of a stretch of time: この|20年|の事件.
	stretches = newPhrases("この", "その", "あの", "過去の", "直近の", "最近の", "今後の", "次の", "最後の", "最初の", "前の", "以後の", "計の", "ここの")
	// terms are what has a number of years: 刑期は|15年|に確定した.
	terms = newPhrases("刑は", "刑期は", "任期は", "年数は", "期間は", "保証は", "期限は", "猶予は", "寿命は", "刑が", "刑期が", "任期が", "年数が", "期間が", "保証が", "期限が", "猶予が", "年齢は", "年齢が")
	// lengths are said of how long something is: 被告は|15年|、共犯は12年の判決を受けた.
	lengths = newPhrases("判決", "求刑", "懲役", "禁錮", "刑", "言い渡", "猶予", "続け", "保証", "寿命", "歳月", "費用", "務め", "勤め", "てきた", "在職", "在任", "勤続", "過ご", "費や")
	// deedsOfYear are what is told of a year behind who did it: 盗み取った|16年|の攻撃.
	deedsOfYear = newPhrases("攻撃", "事件", "侵入", "流出", "漏", "サイバー", "ランサム", "不正アクセス", "ハッキング", "感染")
	// crimes are told of a year, whoever it was: ラザルスは|14年|、銀行を攻撃した.
	crimes = newPhrases("攻撃し", "攻撃さ", "攻撃を受け", "攻撃に関", "攻撃に遭", "攻撃を仕掛け", "攻撃が", "侵入し", "侵入さ", "盗ん", "盗まれ", "流出し", "流出さ", "逮捕", "起訴", "訴追", "摘発", "制裁", "感染", "サイバー攻撃", "ランサム", "不正アクセス", "ハッキング")
	// agents end the names of who acts.
	agents = []string{"検察", "社", "省", "庁", "府", "警", "当局", "氏", "被告", "容疑者", "団", "集団", "グループ", "側", "地裁", "高裁", "委員会", "政権", "大統領", "首相", "FBI", "CIA", "NSA", "EU", "国連", "議会", "大学", "銀行", "同国", "米国", "英国", "中国", "ロシア", "北朝鮮", "日本", "韓国"}
	// happenings are what a year has and a number of years has not.
	happenings = newPhrases("攻撃", "事件", "侵入", "流出", "漏", "逮捕", "起訴", "摘発", "大会", "選挙", "衆院選", "参院選", "大統領選", "米大統領選", "五輪", "調査", "報告", "統計", "改正", "法改正", "発表", "就任", "サイバー", "ランサム", "不正アクセス", "ハッキング", "判決", "合意", "侵攻", "時点", "春", "夏", "秋", "冬", "暮れ", "年末", "初め", "同社", "米", "東京", "平昌", "大阪", "金融", "感染", "被害", "件数", "売上", "同時")
	// reachings go on behind に where a number of years is what is reached.
	reachings = newPhrases("にな", "に達", "に延", "に短", "に減", "に増", "に上", "に限", "にすぎ", "に過ぎ", "に近", "に満", "に一度", "に1度", "に1回", "に1人", "に及", "にわた", "に渡", "にも及", "にもわた", "にも上", "にも渡", "にも達", "にもな", "に引き", "に縮", "に定め", "に設定", "に処", "に相当", "に値", "に軽", "に変更", "にする", "にし", "にまた", "につき", "に迫", "に至", "に足", "に耐", "にあた", "に当た", "に対", "に決ま", "に確定", "に見直", "に拡")
)

// nearShort returns the year of our time that two digits mean for a text of a year.
func nearShort(n, of int) int {
	if y := of/100*100 + n; y <= of+1 {
		return y
	}
	return of/100*100 + n - 100
}

// rowYear reads a year of two digits that opens a clause; firm says that none counts years so.
func (c cursor) rowYear() (n int, firm, ok bool) {
	if !isDigit(c.at(0)) || !isDigit(c.at(1)) || c.at(2) != '年' || !c.opensItem() || c.countsYears() {
		return 0, false, false
	}
	n = int(c.at(0)-'0')*10 + int(c.at(1)-'0')
	zero := c.at(0) == '0'
	c.pos += 3
	if c.yearIsCount(short) {
		return 0, false, false
	}
	month := isDigit(c.at(0)) && (c.at(1) == '月' || isDigit(c.at(1)) && c.at(2) == '月')
	return n, zero || month || c.seesOneOf("に末春夏秋冬"), zero || month || c.seesOneOf("に末春夏秋冬の")
}

// opensItem reports whether an item of a row may begin at the cursor.
func (c cursor) opensItem() bool {
	switch c.at(-1) {
	case 0, '。', '\n', '、', '「', 'は', 'が', 'も', ' ':
		return true
	}
	return false
}
