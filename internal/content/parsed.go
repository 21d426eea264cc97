package content

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"

	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// Parsed keeps what texts without problems are read as, from one build to the next: reading Markdown takes longer than everything else that is
// done with a text which is known. Its methods may be called from several goroutines. What it keeps belongs to one edition of the program.
type Parsed interface {
	// Get returns what was put under a key, "" where there is nothing.
	Get(key [sha256.Size]byte) string
	Put(key [sha256.Size]byte, data []byte)
}

// parsedKey is the key of a text.
func parsedKey(sum source.Digest, lang i18n.Lang) [sha256.Size]byte {
	return sha256.Sum256(append(sum[:], lang...))
}

// getParsed returns what is kept of a text, "" where that is nothing.
func getParsed(kept Parsed, sum source.Digest, lang i18n.Lang) string {
	if kept == nil {
		return ""
	}
	return kept.Get(parsedKey(sum, lang))
}

// putParsed keeps a text that was read, with its front matter, without any problem.
func putParsed(kept Parsed, v *Version, raw any) {
	front, ok := raw.(*frontTOML)
	if kept == nil || !ok || len(front.Waive) > 0 {
		return
	}
	p := packing{}
	p.front(front)
	kept.Put(parsedKey(v.Sum(), v.Lang), append(p.out, packPassages(v.File(), v.Passages())...))
}

// unpackVersion reads what putParsed kept of the same text. It is not ok for anything else.
func unpackVersion(f *source.File, lang i18n.Lang, raw any, kept string) (*Version, bool) {
	front, ok := raw.(*frontTOML)
	if !ok {
		return nil, false
	}
	u := unpacking{rest: kept, text: f.Text}
	read := u.front()
	passages, ok := u.passages()
	if ok {
		*front = read
	}
	return NewVersion(lang, f, passages), ok
}

// A packing writes values one after the other.
type packing struct{ out []byte }

func (p *packing) number(n int) { p.out = binary.AppendVarint(p.out, int64(n)) }

func (p *packing) text(s string) {
	p.number(len(s))
	p.out = append(p.out, s...)
}

func (p *packing) span(s source.Span) {
	p.number(s.Start)
	p.number(s.Len())
}

// front writes front matter without waivers.
func (p *packing) front(f *frontTOML) {
	p.number(flags(f.Draft))
	for _, w := range []word{f.Title, f.Summary} {
		p.word(w)
	}
	for _, d := range []date{f.Published, f.Reference} {
		p.text(d.Value.String())
		p.span(d.Span)
	}
	for _, list := range []words{f.Sources, f.About, f.Original, f.Moved} {
		p.span(list.Span)
		p.number(len(list.Value))
		for _, w := range list.Value {
			p.word(w)
		}
	}
}

func (p *packing) word(w word) {
	p.text(w.Value)
	p.span(w.Span)
}

// front reads front matter.
func (u *unpacking) front() frontTOML {
	return frontTOML{
		Draft: u.number() == 1, Title: u.word(), Summary: u.word(), Published: u.date(), Reference: u.date(),
		Sources: u.words(), About: u.words(), Original: u.words(), Moved: u.words(),
	}
}

func (u *unpacking) word() word { return word{Value: u.string(), Span: u.span()} }

func (u *unpacking) words() words {
	list := words{Span: u.span()}
	n := u.number()
	if n < 0 || n > len(u.rest) {
		u.bad = true
	}
	if u.bad || !list.IsSet() {
		return list
	}
	list.Value = make([]word, n)
	for i := range list.Value {
		list.Value[i] = u.word()
	}
	return list
}

func (u *unpacking) date() date {
	text := u.string()
	d := date{Span: u.span()}
	if text != "" {
		var err error
		d.Value, err = edtf.Parse(text)
		u.bad = u.bad || err != nil
	}
	return d
}

func (u *unpacking) span() source.Span {
	start := u.number()
	return source.Span{Start: start, End: start + u.number()}
}

// passageKinds are the kinds of passage, which are packed as their numbers here.
var passageKinds = [...]source.PassageKind{
	source.Paragraph, source.Heading, source.Item, source.Quote, source.Note, source.Row, source.Listing, source.Furniture,
}

// packPassages writes passages of a file. Text that stands in the file as it is read is left out.
func packPassages(f *source.File, passages []source.Passage) []byte {
	var b packing
	number := func(ns ...int) {
		for _, n := range ns {
			b.number(n)
		}
	}
	text := b.text
	runs := 0
	for i := range passages {
		runs += len(passages[i].Runs)
	}
	number(len(passages), runs)
	at := 0
	for i := range passages {
		p := &passages[i]
		number(slices.Index(passageKinds[:], p.Kind), p.Level, p.Number, flags(p.Ordered, p.Header, p.Continues), len(p.Runs))
		text(p.ID)
		for j := range p.Runs {
			r := &p.Runs[j]
			plain := r.Text == f.Text[r.File.Start:r.File.End]
			simple := r.Href == "" && r.Ruby == "" && r.Cell == 0
			number(flags(plain, simple, r.Emph, r.Strong, r.Code, r.Break), r.File.Start-at, r.File.Len())
			at = r.File.End
			if !plain {
				text(r.Text)
			}
			if !simple {
				text(r.Href)
				text(r.Ruby)
				number(r.Cell)
			}
		}
	}
	return b.out
}

// flags packs what is true, the first one lowest.
func flags(list ...bool) int {
	n := 0
	for i, on := range list {
		if on {
			n |= 1 << i
		}
	}
	return n
}

// passages reads what packPassages wrote of the same file. It is not ok for anything else, and for nothing.
func (u *unpacking) passages() (passages []source.Passage, ok bool) {
	n, all := u.number(), u.number()
	if u.bad || n < 0 || all < 0 || n > len(u.rest) || all > len(u.rest) {
		return nil, false
	}
	if n > 0 {
		passages = make([]source.Passage, n)
	}
	runs := make([]source.Run, all)
	for i := range passages {
		kind := u.number()
		p := source.Passage{Level: u.number(), Number: u.number()}
		flags, count := u.number(), u.number()
		p.Ordered, p.Header, p.Continues = flags&1 != 0, flags&2 != 0, flags&4 != 0
		p.ID = u.string()
		if u.bad || kind < 0 || kind >= len(passageKinds) || count < 0 || count > len(runs) {
			return nil, false
		}
		p.Kind = passageKinds[kind]
		if count > 0 {
			p.Runs, runs = runs[:count:count], runs[count:]
		}
		for j := range p.Runs {
			p.Runs[j] = u.run()
		}
		passages[i] = p
	}
	return passages, !u.bad && len(u.rest) == 0 && len(runs) == 0
}

// unpacking is the state of reading what was packed.
type unpacking struct {
	rest string
	text string // of the file
	at   int    // in it
	bad  bool
}

func (u *unpacking) number() int {
	if len(u.rest) > 0 && u.rest[0] < 0x80 { // as most are
		v := int(u.rest[0]>>1) ^ -int(u.rest[0]&1)
		u.rest = u.rest[1:]
		return v
	}
	v, n := binary.Varint([]byte(u.rest[:min(len(u.rest), binary.MaxVarintLen64)]))
	if n <= 0 {
		u.bad, u.rest = true, ""
		return 0
	}
	u.rest = u.rest[n:]
	return int(v)
}

func (u *unpacking) string() string {
	n := u.number()
	if n < 0 || n > len(u.rest) {
		u.bad, u.rest = true, ""
		return ""
	}
	s := u.rest[:n]
	u.rest = u.rest[n:]
	return s
}

func (u *unpacking) run() source.Run {
	flags := u.number()
	start := u.at + u.number()
	end := start + u.number()
	if u.bad || start < 0 || end < start || end > len(u.text) {
		u.bad = true
		return source.Run{}
	}
	u.at = end
	r := source.Run{
		Text: u.text[start:end], File: source.Span{Start: start, End: end},
		Emph: flags&4 != 0, Strong: flags&8 != 0, Code: flags&16 != 0, Break: flags&32 != 0,
	}
	if flags&1 == 0 {
		r.Text = u.string()
	}
	if flags&2 == 0 {
		r.Href, r.Ruby, r.Cell = u.string(), u.string(), u.number()
	}
	return r
}
