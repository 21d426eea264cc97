package jpdate

import "strings"

// A stand is how a month and a day stand that are written with a sign, and might be a ratio, a version or a score.
type stand uint8

const (
	plain   stand = iota // not written so
	weekday              // the day of the week stands behind them
	head                 // they open a line: 12.28 A社
	running              // a sentence goes on behind them as behind a date: 5/29に
	noted                // a note of what was done follows at once: 10/3追記
	glued                // a sentence of a cell goes on behind them at once: 2/28再生を申請
	apart                // nothing but space or brackets stands around them
)

// monthDay reads 9/18(水) and, where the text may show that they are dates, 9/18 and 9.18.
func (c *cursor) monthDay() (mention, bool) {
	start := *c
	month, ok := c.numeral()
	if !ok || month.digits > 2 || month.value < 1 || month.value > 12 || start.insideCode() {
		return mention{}, false
	}
	joint := c.at(0)
	d, _, ok := c.afterJoint(joint)
	m := mention{month: field{number, month.value}, day: field{number, d}, joint: joint}
	if !ok || d < 1 || !m.dayFits() {
		return mention{}, false
	}
	m.stand = c.standing(start, joint)
	return m, m.stand != plain
}

// insideCode reports whether what stands before the cursor makes it a part of a code or of a sum.
func (c cursor) insideCode() bool {
	prev := c.at(-1)
	return isLatin(prev) || prev == '#' || prev == '$' || prev == '¥' || prev == '+' || prev == '=' || prev == '第' || prev == '約' || prev == '-' && !isKanji(c.at(-2))
}

// standing tells how what was read from start to the cursor stands.
func (c cursor) standing(start cursor, joint rune) stand {
	after := c
	after.skipBrackets()
	switch {
	case after.pos > c.pos && (joint == '/' || c.bracketed() != 0):
		return weekday
	case isDigit(c.at(0)), isLatin(c.at(0)), c.at(0) == joint && joint != '-' && !(joint == '/' && start.opensLine() && !isDigit(c.at(1)) && !isLatin(c.at(1))), c.seesOneOf("%年円点倍位万億人件個本台社章節項版系点分秒"):
		return plain
	case joint == '-' && start.followsAny(beforeNumber):
		return plain
	case joint == '/' && c.seesNote() && start.mayOpenNote():
		return noted
	case joint == '/' && start.opensLine() && c.laterBehind(start):
		return weekday
	case start.opensLine() && (c.at(0) == 0 || c.seesOneOf(" \t|:(~-\n/")):
		return head
	case joint == '/' && c.seesAny(afterMonthDay) && !c.seesAny(afterRatio) && !start.followsAny(beforeRatio):
		return running
	case joint == '.' && c.seesAny(afterMonthDay) && start.followsAny(beforeDotted), joint == '.' && start.followsAny(beforeDotted) && (c.at(0) == 0 || c.seesOneOf(" \t\n。、|)")):
		return running
	case start.followsAny(beforeRatio):
		return plain
	case joint == '/' && isKanji(c.at(0)) && (start.at(-1) == 0 || start.at(-1) == '。'):
		return glued
	case c.standsApart(start), joint == '/' && c.at(0) == '-' && isDigit(c.at(1)) && c.slashAfter():
		return apart
	}
	return plain
}

// seesNote reports whether a note of what was done to a text follows.
func (c cursor) seesNote() bool {
	c.skipSpace()
	return c.takeAny(notes) != "" && c.at(0) != 'の'
}

// mayOpenNote reports whether what stands before the cursor lets a note begin there, which it does not let a share: 全体の|1/3更新.
func (c cursor) mayOpenNote() bool {
	return c.at(-1) == 0 || strings.ContainsRune(" \t\n、。・|()「」[]【】:※", c.at(-1))
}

// laterBehind reports whether ~ and a later month and day follow those from start to the cursor, set off: 5/5~6/24 停止.
func (c cursor) laterBehind(start cursor) bool {
	from, ok := start.numeral()
	first, _, ok2 := start.afterJoint('/')
	if !c.takeRune('~') || !ok || !ok2 || c.insideNumber() {
		return false
	}
	to, ok := c.numeral()
	last, _, ok2 := c.afterJoint('/')
	at := day{2024, to.value, last}
	return ok && ok2 && at.m > 0 && at.d > 0 && at.valid() && at.compare(day{2024, from.value, first}) > 0 && (c.at(0) == 0 || c.seesOneOf(" \t:|"))
}

// slashAfter reports whether another month and day follow the hyphen at the cursor.
func (c cursor) slashAfter() bool {
	c.pos++
	c.digits(2)
	return c.at(0) == '/'
}

// numbered returns words with what may stand between them and a number.
func numbered(words ...string) *phrases {
	var out []string
	for _, w := range words {
		out = append(out, w, w+" ", w+":", w+": ")
	}
	return newPhrases(out...)
}

// isDate reports whether a month and a day that are written with a sign are a date, by how they
// stand and by what the text has shown of itself.
func (r *Reader) isDate(m *mention) bool {
	switch m.stand {
	case weekday, noted:
		r.slashes = r.slashes || m.joint == '/'
		return true
	case head:
		return r.columns.has(m.joint) || r.heading != 0
	case running:
		if m.joint == '.' {
			return r.columns.has('.')
		}
		return r.slashes || m.day.n > 12
	case glued:
		_, ok := r.inRow()
		return ok
	case apart:
		switch m.joint {
		case '.':
			return r.columns.dot
		case '-':
			_, named := r.again(day{0, m.month.n, m.day.n})
			return named // else a score, or the number of a seat
		}
		return r.slashes || r.knows(m)
	}
	return true
}

// knows reports whether the text, or its publication, has named a day of the month and day before.
func (r *Reader) knows(m *mention) bool {
	if r.day.m == m.month.n && r.day.d == m.day.n {
		return true
	}
	_, ok := r.again(day{0, m.month.n, m.day.n})
	return ok
}

var (
	// afterMonthDay go on behind a date in a sentence.
	afterMonthDay = newPhrases("に", "の", "から", "まで", "付", "以降", "時点", "現在", "夜", "朝", "昼", "未明", "早朝", "深夜", "夕", "午前", "午後", "頃", "ごろ", "~", "より", "、", "は")
	// beforeNumber stand before the number of a place, a thing or a telephone.
	beforeNumber = numbered("内線", "内線番号", "番号", "室", "会議室", "教室", "売場", "売り場", "席", "座席", "棚", "棚番", "部屋", "品番", "型番", "番地", "区画", "窓口", "ロット", "ブース", "資料", "別紙", "別表", "様式", "設問", "問", "枝番", "書架", "ページ", "巻", "条")
	// notes say behind a day what was done to a text on it.
	notes = newPhrases("追記", "更新", "公開", "改訂", "改定", "訂正", "修正", "掲載", "配信", "追加", "発表", "公表", "発行", "初版", "改版", "付")
	// afterRatio go on behind a ratio.
	afterRatio = newPhrases("に減", "に下", "に縮", "に抑", "に過ぎ", "に当た", "に相当", "になる", "になっ", "にな", "にとど", "に達", "に上", "に増", "の確率", "の割合", "の規模", "の大き", "の量", "の速", "の費", "の価",
		"の模型", "の株", "の人", "の企業", "の社員", "の議", "以下", "以上", "の1", "の2", "の3", "は", "まで減", "まで下", "にカット", "サイズ", "の長", "の高", "の時間", "の国", "の票", "の端末", "の確", "の数", "の出資", "の評価", "の満点", "の点", "の得票", "の賛成")
	// beforeRatio stand before a ratio, a score or the number of a section.
	beforeRatio = newPhrases("率は", "率が", "率の", "割合は", "割合が", "比は", "点は", "得点は", "得点 ", "比分 ", "版 ", "節 ", "章 ", "項 ", "比 ", "率 ", "点 ", "倍 ", "図 ", "表 ", "号 ", "スコア ", "スコアは", "倍率は", "打率", "勝敗は", "勝敗 ")
	// beforeDotted stand before a day that is written with a dot in a table of such days.
	beforeDotted = newPhrases("掲載は", "公表は", "発表は", "発覚は", "検知は", "確認は", "開始は", "復旧は", "報告は", "侵入は", "被害は", "公開は", "判明は", "届出は", "逮捕は", "起訴は", "発生は", "停止は", "再開は", "通知は", "流出は", "発見は", "更新は", "修正は", "感染は",
		"掲載: ", "公表: ", "発生: ", "判明: ", "は、", "~")
)
