package casebook

import (
	"bytes"
	"encoding/binary"
	"slices"
	"sync"
	"unicode/utf8"

	"jikenbo/internal/content"
)

// A quoteIndex knows for each phrase that editors quote which texts hold it in a passage. All texts are read once
// for it, however many phrases there are.
type quoteIndex struct {
	starts [1 << 10]uint64    // a bit for each digest of a start: most places are done with at a glance
	quotes map[start][]string // the phrases that begin so
	texts  map[string][]text  // that hold a phrase, in the order of the texts
}

// A start is how a phrase begins. Phrases that are shorter are not indexed.
type start [startLen]byte

const startLen = 8

// digest is that of a start, for the bits.
func digest(s []byte) uint16 {
	return uint16(binary.LittleEndian.Uint64(s) * 0x9e3779b97f4a7c15 >> 48)
}

// newQuoteIndex reads the texts for the phrases that a registry quotes.
func newQuoteIndex(r *content.Registry, texts []text, many func(n int, f func(i int))) *quoteIndex {
	q := &quoteIndex{quotes: map[start][]string{}, texts: map[string][]text{}}
	for _, e := range r.All() {
		for _, c := range e.Claims {
			q.note(c.Quote)
		}
		if e.Operation != nil {
			for _, ev := range e.Operation.Events {
				q.note(ev.Quote)
			}
		}
	}
	held := make([][]string, len(texts))
	var rooms sync.Pool
	many(len(texts), func(i int) {
		room, ok := rooms.Get().(*[]byte)
		if !ok {
			room = new([]byte)
		}
		defer rooms.Put(room)
		passages := texts[i].doc.Text.Passages
		for p := range passages {
			*room = append((*room)[:0], passages[p].Text()...)
			held[i] = q.read(held[i], *room)
		}
	})
	for i, list := range held {
		for _, quote := range list {
			q.texts[quote] = append(q.texts[quote], texts[i])
		}
	}
	return q
}

// note has a phrase looked for.
func (q *quoteIndex) note(quote string) {
	if _, known := q.texts[quote]; known || len(quote) < startLen {
		return
	}
	s := start([]byte(quote))
	d := digest(s[:])
	q.starts[d>>6] |= 1 << (d & 63)
	q.quotes[s] = append(q.quotes[s], quote)
	q.texts[quote] = nil
}

// read adds the phrases that a passage holds, each once, to those that the text has.
func (q *quoteIndex) read(held []string, prose []byte) []string {
	for i := 0; i+startLen <= len(prose); i++ {
		if !utf8.RuneStart(prose[i]) {
			continue
		}
		d := digest(prose[i:])
		if q.starts[d>>6]&(1<<(d&63)) == 0 {
			continue
		}
		for _, quote := range q.quotes[start(prose[i:])] {
			if bytes.HasPrefix(prose[i:], []byte(quote)) && !slices.Contains(held, quote) {
				held = append(held, quote)
			}
		}
	}
	return held
}

// holding returns the texts that hold a phrase, in their order; all that could where it is not indexed.
func (q *quoteIndex) holding(quote string, all []text) []text {
	if list, indexed := q.texts[quote]; indexed {
		return list
	}
	return all
}
