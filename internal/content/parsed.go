package content

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"

	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// Parsed keeps what Markdown is read as, from one build to the next: reading it takes longer than everything else that is done with a text
// which is known. Its methods may be called from several goroutines. What it keeps belongs to one edition of the program.
type Parsed interface {
	// Get returns what was put under a key, nil where there is nothing.
	Get(key [sha256.Size]byte) []byte
	Put(key [sha256.Size]byte, data []byte)
}

// passagesOf reads the Markdown of a file, or takes what was read of the same text before. Texts with problems are read each time.
func passagesOf(kept Parsed, f *source.File, body source.Span, lang i18n.Lang) ([]source.Passage, source.Problems) {
	read := func() ([]source.Passage, source.Problems) {
		passages, ps := parseMarkdown(f, body, lang)
		return passages, append(ps, todos(f, passages)...)
	}
	if kept == nil {
		return read()
	}
	key := sha256.Sum256([]byte(string(lang) + "\n" + f.Text))
	if passages, ok := unpackPassages(f, kept.Get(key)); ok {
		return passages, nil
	}
	passages, ps := read()
	if len(ps) == 0 {
		kept.Put(key, packPassages(f, passages))
	}
	return passages, ps
}

// passageKinds are the kinds of passage, which are packed as their numbers here.
var passageKinds = [...]source.PassageKind{
	source.Paragraph, source.Heading, source.Item, source.Quote, source.Note, source.Row, source.Listing, source.Furniture,
}

// packPassages writes passages of a file. Text that stands in the file as it is read is left out.
func packPassages(f *source.File, passages []source.Passage) []byte {
	var b []byte
	number := func(ns ...int) {
		for _, n := range ns {
			b = binary.AppendVarint(b, int64(n))
		}
	}
	text := func(s string) { b = append(binary.AppendVarint(b, int64(len(s))), s...) }
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
	return b
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

// unpackPassages reads what packPassages wrote of the same file. It is not ok for anything else, and for nothing.
func unpackPassages(f *source.File, data []byte) (passages []source.Passage, ok bool) {
	u := unpacking{rest: data, text: f.Text}
	n, all := u.number(), u.number()
	if u.bad || n < 0 || all < 0 || n > len(data) || all > len(data) {
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
	rest []byte
	text string // of the file
	at   int    // in it
	bad  bool
}

func (u *unpacking) number() int {
	v, n := binary.Varint(u.rest)
	if n <= 0 {
		u.bad, u.rest = true, nil
		return 0
	}
	u.rest = u.rest[n:]
	return int(v)
}

func (u *unpacking) string() string {
	n := u.number()
	if n < 0 || n > len(u.rest) {
		u.bad, u.rest = true, nil
		return ""
	}
	s := string(u.rest[:n])
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
