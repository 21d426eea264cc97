package jpdate

// A page is a passage as dates are looked for in it. All passages of a text are read, then their phrases, and then these are
// resolved in their order, so that the code of each step stays at hand.
type page struct {
	text
	prose     string
	from, to  int // its phrases among those of the text
	sentences int // how many of it end
}

// A placed phrase stands in a passage.
type placed struct {
	phrase
	at, end  int // its first rune, and the one behind it
	sentence int // how many sentences end before it
	quoted   int // how many quotations are open there
}

// A sheet holds the characters of pages, one behind the other.
type sheet struct{ text }

// kept returns the room of a sheet for those of another text, if it is not that of a very long one.
func (s sheet) kept() sheet {
	const most = 1 << 16
	if cap(s.runes) > most {
		return sheet{}
	}
	return sheet{text{s.runes[:0], s.offsets[:0]}}
}

// read adds a passage.
func (s *sheet) read(passage string) text {
	from := len(s.runes)
	if cap(s.runes)-from <= len(passage) { // what was read stays where it is
		n := max(2*cap(s.runes), len(passage)+1, 1<<10)
		s.text, from = text{make([]rune, 0, n), make([]int32, 0, n)}, 0
	}
	t := text{s.runes[from:from:cap(s.runes)], s.offsets[from:from:cap(s.runes)]}
	t.read(passage)
	to := from + len(t.offsets)
	s.runes, s.offsets = s.runes[:to], s.offsets[:to]
	return t
}

// read reads a passage into the next page.
func (r *Reader) read(s string) *page {
	r.pages = append(r.pages, page{text: r.sheet.read(s), prose: s})
	return &r.pages[len(r.pages)-1]
}

// spot reads the phrases of a page.
func (r *Reader) spot(p *page) {
	p.from = len(r.phrases)
	r.phrases, p.sentences = r.appendPhrases(r.phrases, p, placed{})
	p.to = len(r.phrases)
}

// readOn returns the phrases of a page behind another one: that was a year which opens the line, or of two dates that make no range the first.
func (r *Reader) readOn(p *page, before placed) []placed {
	r.anew, p.sentences = r.appendPhrases(r.anew[:0], p, before)
	return r.anew
}

// turn returns the page of the next passage, which it reads where [Reader.Survey] has not.
func (r *Reader) turn(s string) *page {
	if r.page < len(r.pages) && r.pages[r.page].prose == s {
		r.page++
		return &r.pages[r.page-1]
	}
	r.pages, r.page, r.phrases, r.sheet = r.pages[:0], 1, r.phrases[:0], r.sheet.kept()
	p := r.read(s)
	r.spot(p)
	return p
}

// appendPhrases appends the phrases of a page behind another one, and returns how many sentences end in it.
func (r *Reader) appendPhrases(out []placed, p *page, before placed) (all []placed, sentences int) {
	sentence, quoted := before.sentence, before.quoted
	c := cursor{p.runes, before.end}
	for c.pos = openings.next(c.runes, c.pos); c.pos < len(c.runes); c.pos = openings.next(c.runes, c.pos) {
		if c.forms() != 0 {
			after := r.column(c, p)
			if x, ok := after.phrase(); ok {
				out = append(out, placed{x, c.pos, after.pos, sentence, quoted})
				c.pos = after.pos
				continue
			}
		}
		switch c.at(0) {
		case '。':
			sentence++
		case '「', '『', '“':
			quoted++
		case '」', '』', '”':
			quoted = max(0, quoted-1)
		}
		c.skip()
	}
	return out, sentence
}

// skip moves over what begins no date: a number whole, so that no date is found in a part of it.
func (c *cursor) skip() {
	for isDigit(c.at(0)) && isDigit(c.at(1)) {
		c.pos++
	}
	c.pos++
}
