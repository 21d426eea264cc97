package casebook

import (
	"encoding/binary"
	"math"
	"slices"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// A Common is what the outlines of many texts have in common when they are kept: words, dates, and what mentions say, each once. What is written
// after it was read is put behind what was read, so that outlines which are kept already can be kept as they are.
//
// Outlines are written one after the other; any number may be read at once while none is written.
type Common struct {
	words []string
	dates []edtf.Date
	names []*analysis.Naming

	wordAt map[string]int
	dateAt map[edtf.Date]int
	nameAt map[*analysis.Naming]int
	saidAt map[string]int // of the names, by how they are written; made for the first that is new
}

// NewCommon returns one without anything.
func NewCommon() *Common {
	return &Common{wordAt: map[string]int{}, dateAt: map[edtf.Date]int{}, nameAt: map[*analysis.Naming]int{}}
}

// Append writes what the outlines so far have in common, which they themselves do not hold.
func (c *Common) Append(b []byte) []byte {
	p := packer{b, c}
	p.number(len(c.dates))
	for _, d := range c.dates {
		p.text(d.String())
	}
	words := packer{nil, c} // what names say adds to the words
	words.number(len(c.names))
	for _, n := range c.names {
		words.naming(n)
	}
	p.number(len(c.words))
	for _, s := range c.words {
		p.text(s)
	}
	return append(p.out, words.out...)
}

// ReadCommon reads what [Common.Append] wrote; strings of it are parts of the data.
func ReadCommon(data string) (*Common, bool) {
	c := NewCommon()
	u := unpacker{data, c}
	for range u.number() {
		d, err := edtf.Parse(u.text())
		if err != nil {
			return nil, false
		}
		c.dateAt[d] = len(c.dates)
		c.dates = append(c.dates, d)
	}
	for range u.number() {
		c.word(u.text())
	}
	for range u.number() {
		c.names = append(c.names, u.naming())
	}
	return c, u.rest == ""
}

func (c *Common) word(s string) int {
	n, known := c.wordAt[s]
	if !known {
		n = len(c.words)
		c.wordAt[s] = n
		c.words = append(c.words, s)
	}
	return n
}

// date is 0 for none.
func (c *Common) date(d edtf.Date) int {
	if d.IsZero() {
		return 0
	}
	n, known := c.dateAt[d]
	if !known {
		n = len(c.dates)
		c.dateAt[d] = n
		c.dates = append(c.dates, d)
	}
	return n + 1
}

func (c *Common) name(n *analysis.Naming) int {
	at, known := c.nameAt[n]
	if known {
		return at
	}
	if c.saidAt == nil {
		c.saidAt = make(map[string]int, len(c.names))
		for i, n := range c.names {
			c.saidAt[c.written(n)] = i
		}
	}
	written := c.written(n)
	if at, known = c.saidAt[written]; !known {
		at = len(c.names)
		c.saidAt[written] = at
		c.names = append(c.names, n)
	}
	c.nameAt[n] = at
	return at
}

func (c *Common) written(n *analysis.Naming) string {
	p := packer{nil, c}
	p.naming(n)
	return string(p.out)
}

// AppendOutline writes an outline.
func (c *Common) AppendOutline(b []byte, o *Outline) []byte {
	p := packer{b, c}
	p.flag(o.Lang == i18n.EN)
	p.flag(o.Furigana)
	for _, n := range []int{o.Sentences, o.Mentions, o.Dates, o.Events, o.Figures, len(o.places)} {
		p.number(n)
	}
	passage, end := 0, 0
	for _, s := range o.places {
		p.number(int(s.passage) - passage)
		p.number(int(s.start) - end)
		p.number(int(s.end - s.start))
		passage, end = int(s.passage), int(s.end)
	}
	p.number(len(o.names))
	for _, n := range o.names {
		p.number(c.name(n.Naming))
		p.number(n.count)
	}
	p.text(string(o.packed))
	p.number(len(o.said))
	for _, s := range o.said {
		p.said(s)
	}
	p.number(len(o.finds))
	for i := range o.finds {
		p.number(slices.Index(o.said, o.finds[i].said))
		p.find(&o.finds[i])
	}
	p.number(len(o.quotes))
	for i := range o.quotes {
		q := &o.quotes[i]
		p.number(slices.Index(o.said, q.said))
		p.word(q.quote)
		p.span(q.at)
	}
	return p.out
}

// Outline reads an outline, of which data must be what was written; strings of it are parts of the data.
func (c *Common) Outline(data string) (o *Outline, rest string) {
	u := unpacker{data, c}
	o = &Outline{Lang: i18n.JA}
	if u.flag() {
		o.Lang = i18n.EN
	}
	o.Furigana = u.flag()
	for _, n := range []*int{&o.Sentences, &o.Mentions, &o.Dates, &o.Events, &o.Figures} {
		*n = u.number()
	}
	o.places = make([]standing, u.number())
	passage, end := 0, 0
	for i := range o.places {
		passage += u.number()
		start := end + u.number()
		end = start + u.number()
		o.places[i] = standing{int32(passage), int32(start), int32(end)}
	}
	o.names = make([]naming, u.number())
	for i := range o.names {
		o.names[i] = naming{c.names[u.number()], u.number()}
	}
	o.packed = u.text()
	sentences := make([]said, u.number())
	for i := range sentences {
		sentences[i] = u.said(o)
		o.said = append(o.said, &sentences[i])
	}
	if n := u.number(); n > 0 {
		o.finds = make([]find, n)
	}
	for i := range o.finds {
		o.finds[i] = u.find(o)
	}
	if n := u.number(); n > 0 {
		o.quotes = make([]quotation, n)
	}
	for i := range o.quotes {
		o.quotes[i] = quotation{o.said[u.number()], u.word(), u.span()}
	}
	return o, u.rest
}

// A packer writes values one after the other.
type packer struct {
	out []byte
	*Common
}

func (p *packer) number(n int) { p.out = binary.AppendVarint(p.out, int64(n)) }

func (p *packer) flag(on bool) {
	n := 0
	if on {
		n = 1
	}
	p.number(n)
}

func (p *packer) text(s string) {
	p.number(len(s))
	p.out = append(p.out, s...)
}

// word writes a text that comes again and again.
func (p *packer) word(s string) { p.number(p.Common.word(s)) }

func (p *packer) date(d edtf.Date) { p.number(p.Common.date(d)) }

func (p *packer) real(x float64) {
	p.out = binary.LittleEndian.AppendUint64(p.out, math.Float64bits(x))
}

func (p *packer) span(s source.Span) {
	p.number(s.Start)
	p.number(s.Len())
}

func (p *packer) naming(n *analysis.Naming) {
	for _, s := range [...]string{string(n.Kind), n.Entity, n.Surface, n.Name.JA, n.Name.EN, n.Why, n.Reading} {
		p.word(s)
	}
	p.flag(n.Discovered)
	p.real(n.Confidence)
	p.number(len(n.Candidates))
	for _, s := range n.Candidates {
		p.word(s)
	}
}

func (p *packer) said(s *said) {
	p.number(s.sentence)
	p.text(s.text)
	p.number(len(s.dates))
	for _, d := range s.dates {
		p.word(d.surface)
		p.date(d.value)
		p.span(d.at)
	}
}

func (p *packer) find(f *find) {
	p.word(string(f.typ))
	p.date(f.date)
	p.date(f.announced)
	p.real(f.confidence)
	p.number(int(f.state))
	p.number(len(f.who))
	for _, w := range f.who {
		p.word(w.entity)
		p.word(w.surface)
		p.word(string(w.role))
	}
}

// An unpacker reads what a packer wrote, and nothing else.
type unpacker struct {
	rest string
	*Common
}

func (u *unpacker) number() int {
	if u.rest[0] < 0x80 { // as most are
		v := int(u.rest[0]>>1) ^ -int(u.rest[0]&1)
		u.rest = u.rest[1:]
		return v
	}
	var v uint64
	for shift := 0; ; shift += 7 {
		b := u.rest[0]
		u.rest = u.rest[1:]
		v |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return int(v>>1) ^ -int(v&1)
		}
	}
}

func (u *unpacker) flag() bool { return u.number() == 1 }

func (u *unpacker) text() string {
	n := u.number()
	s := u.rest[:n]
	u.rest = u.rest[n:]
	return s
}

func (u *unpacker) word() string { return u.words[u.number()] }

func (u *unpacker) date() edtf.Date {
	if n := u.number(); n > 0 {
		return u.dates[n-1]
	}
	return edtf.Date{}
}

func (u *unpacker) real() float64 {
	x := binary.LittleEndian.Uint64([]byte(u.rest[:8]))
	u.rest = u.rest[8:]
	return math.Float64frombits(x)
}

func (u *unpacker) span() source.Span {
	start := u.number()
	return source.Span{Start: start, End: start + u.number()}
}

func (u *unpacker) naming() *analysis.Naming {
	n := &analysis.Naming{
		Kind: content.Kind(u.word()), Entity: u.word(), Surface: u.word(), Name: i18n.Text{JA: u.word(), EN: u.word()}, Why: u.word(), Reading: u.word(),
		Discovered: u.flag(), Confidence: u.real(),
	}
	for range u.number() {
		n.Candidates = append(n.Candidates, u.word())
	}
	return n
}

func (u *unpacker) said(o *Outline) said {
	s := said{sentence: u.number(), text: u.text()}
	s.passage = int(o.places[s.sentence].passage)
	if n := u.number(); n > 0 {
		s.dates = make([]dated, n)
	}
	for i := range s.dates {
		s.dates[i] = dated{u.word(), u.date(), u.span()}
	}
	return s
}

func (u *unpacker) find(o *Outline) find {
	f := find{said: o.said[u.number()], typ: event.Type(u.word()), date: u.date(), announced: u.date(), confidence: u.real(), state: analysis.State(u.number())}
	f.who = make([]who, u.number())
	for i := range f.who {
		f.who[i] = who{u.word(), u.word(), event.Role(u.word())}
	}
	return f
}
