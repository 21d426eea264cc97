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

// kept returns the room of pages, of so many at most.
func kept(pages []page) []page {
	const most = 512
	for i := range pages {
		if pages[i].prose = ""; i >= most {
			pages[i] = page{}
		}
	}
	return pages[:0]
}

// read reads a passage into the next page, in the room that one had.
func (r *Reader) read(s string) *page {
	n := len(r.pages)
	if n < cap(r.pages) {
		r.pages = r.pages[:n+1]
	} else {
		r.pages = append(r.pages, page{})
	}
	p := &r.pages[n]
	p.prose = s
	p.text.read(s)
	return p
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
	r.pages, r.page, r.phrases = r.pages[:0], 1, r.phrases[:0]
	p := r.read(s)
	r.spot(p)
	return p
}

// appendPhrases appends the phrases of a page behind another one, and returns how many sentences end in it.
func (r *Reader) appendPhrases(out []placed, p *page, before placed) (all []placed, sentences int) {
	sentence, quoted := before.sentence, before.quoted
	for c := (cursor{p.runes, before.end}); c.pos < len(p.runes); {
		if openings.at(c.runes[c.pos]) != nil && c.forms() != 0 {
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
