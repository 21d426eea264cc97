package jpdate

// isPoint reports whether a day with から or まで is that of an act, and no bound of a stretch of time that is open on its other
// side: 10日から運用を始めた began on the 10th, and who was 26日までに逮捕された was so when the paper learnt of it.
func (r *Reader) isPoint(p phrase) bool {
	c := r.rest()
	switch {
	case p.open, p.from.day.how != number:
		return false // 今日までに counts all so far
	case p.bound == until:
		return p.lasts || c.follows("までに") && c.tense() == past
	case !c.follows("から", "より"):
		return false
	}
	return c.tense() == past && !c.lasts()
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
