package jpdate

// isPoint reports whether a day with から or まで is that of an act, and no bound of a stretch of time that is open on its other
// side: 10日から運用を始めた began on the 10th, and who was 26日までに逮捕された was so when the paper learnt of it.
func (r *Reader) isPoint(p *phrase, at day) bool {
	c := r.rest()
	switch {
	case p.open, p.from.day.how != number && !p.from.then && (p.bound == until || p.from.day.how != published):
		return false // 今日までに counts all so far
	case p.bound == until:
		return p.lasts || c.follows("までに") && (c.tense() == past || !r.future(at) && c.goesOnFromDeed())
	case !c.follows("から", "より"):
		return false
	}
	return (c.tense() == past || !r.future(at) && c.endsNoun()) && !c.lasts()
}

// goesOnFromDeed reports whether the clause ends with what was done to somebody, from which the sentence goes on: 2日までに|逮捕され、.
func (c cursor) goesOnFromDeed() bool {
	const far = 30
	for range far {
		switch c.pos++; c.at(0) {
		case 0, '。', '\n':
			return false
		case '、':
			return c.follows("され", "られ")
		}
	}
	return false
}

// endsNoun reports whether the sentence ends with the noun of an act, as news does for what was done: 受注を停止。
func (c cursor) endsNoun() bool {
	last := -1 // where its particle stands
	if isKanji(c.at(0)) && !isKanjiNumber(c.at(0)) && c.at(0) != '計' && c.at(0) != '約' {
		last = c.pos - 1 // 18日から|中断
	}
	for range scope {
		switch r := c.at(0); {
		case r == 0 || r == '。' || r == '\n':
			return last >= 0 && c.pos > last+2 && c.tense() == untold
		case r == 'を' || r == 'が' || r == 'に':
			last = c.pos
		case !isKanji(r) && !(r >= 'ァ' && r <= 'ー'):
			last = -1
		}
		c.pos++
	}
	return false
}

// lasts reports whether what is said of a date goes on: 続いている, これまで.
func (c cursor) lasts() bool {
	if c.at(0) == 'の' {
		return true // 10日からの停止
	}
	for range scope {
		switch c.at(0) {
		case 0, '。', '\n':
			return false
		case 'て', 'で':
			if c.sees("ている", "ています", "ておる", "ており", "ていた", "ていま", "でいる", "でいます") {
				return true
			}
		case '続', '相', '経':
			if c.sees("続", "相次", "経過") {
				return true
			}
		}
		c.pos++
	}
	return false
}
