package search

import (
	"encoding/base64"
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf8"
)

// A posting says which records hold a gram.
type posting struct {
	any   []uint32 // numbers of records, ascending
	title []uint32 // those that have it in their title or names
}

// An index finds the records that can hold a folded text without looking into them. Its grams are all single
// characters, all pairs, and, of Latin letters, all threes; besides, under shortMark, the Latin
// words of up to three letters, which stand within too many longer ones; and, under nameMark, entities:
// the records that have one of their names.
type index map[string]*posting

// Marks before what is no piece of text; folding leaves neither in any text.
const (
	shortMark = "\x01"
	nameMark  = "\x02"
)

// short is the length up to which Latin words are indexed as words.
const short = 3

// add adds a field of a record. Records come in the order of their numbers.
func (x index) add(record uint32, folded string, title bool) {
	eachGram(folded, func(gram string) { x.put(gram, record, title) })
	for _, word := range shortWords(folded) {
		x.put(shortMark+word, record, title)
	}
}

func (x index) put(gram string, record uint32, title bool) {
	p := x[gram]
	if p == nil {
		p = &posting{}
		x[strings.Clone(gram)] = p
	}
	if n := len(p.any); n == 0 || p.any[n-1] != record {
		p.any = append(p.any, record)
	}
	if n := len(p.title); title && (n == 0 || p.title[n-1] != record) {
		p.title = append(p.title, record)
	}
}

// eachGram calls back with the grams of a folded text, which are parts of it.
func eachGram(text string, found func(gram string)) {
	var at [3]int // where the last characters begin
	letters := 0  // how many of them are Latin
	n := 0
	for i, r := range text {
		end := i + utf8.RuneLen(r)
		at = [3]int{at[1], at[2], i}
		n++
		if latin(r) || r == ' ' {
			letters++
		} else {
			letters = 0
		}
		found(text[i:end])
		if n > 1 {
			found(text[at[1]:end])
		}
		if letters > 2 {
			found(text[at[0]:end])
		}
	}
}

// shortWords returns the Latin words of a folded text that are short.
func shortWords(text string) []string {
	var out []string
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !latin(r) }) {
		if len(word) <= short {
			out = append(out, word)
		}
	}
	return out
}

// cover returns grams that a text must have to hold a word: they cover it, and overlap as little as can be.
// static/search.js asks for the same ones.
func cover(word string) []string {
	r := []rune(word)
	if len(r) < 2 {
		return []string{word}
	}
	three := func(i int) bool {
		return i >= 0 && i+3 <= len(r) && !slices.ContainsFunc(r[i:i+3], func(c rune) bool { return !latin(c) && c != ' ' })
	}
	var out []string
	for i := 0; i < len(r); {
		switch last := len(r) - 3; {
		case three(i):
			out = append(out, string(r[i:i+3]))
			i += 3
		case i <= last:
			out = append(out, string(r[i:i+2]))
			i += 2
		case three(last):
			return append(out, string(r[last:]))
		default:
			return append(out, string(r[len(r)-2:]))
		}
	}
	return out
}

// candidates returns the records that can hold a word.
func (x index) candidates(word string) []uint32 {
	var out []uint32
	for i, gram := range cover(word) {
		p := x[gram]
		if p == nil {
			return nil
		}
		if i == 0 {
			out = slices.Clone(p.any)
		} else {
			out = intersect(out, p.any)
		}
	}
	return out
}

// intersect keeps of a what is in b; both ascend.
func intersect(a, b []uint32) []uint32 {
	out, j := a[:0], 0
	for _, v := range a {
		for j < len(b) && b[j] < v {
			j++
		}
		if j < len(b) && b[j] == v {
			out = append(out, v)
		}
	}
	return out
}

// encode writes numbers that ascend as Base64: a byte that says how, and then the distances as
// varints (0), or a bit for each number (1), whichever is shorter.
func encode(numbers []uint32) string {
	deltas, last := []byte{0}, uint32(0)
	for _, v := range numbers {
		deltas = binary.AppendUvarint(deltas, uint64(v-last))
		last = v
	}
	if bits := int(last)/8 + 2; bits < len(deltas) {
		deltas = make([]byte, bits)
		deltas[0] = 1
		for _, v := range numbers {
			deltas[1+v/8] |= 1 << (v % 8)
		}
	}
	return base64.RawStdEncoding.EncodeToString(deltas)
}

// String writes a posting: all its records, and after a point those that have the gram in their title.
func (p *posting) String() string {
	if len(p.title) == 0 {
		return encode(p.any)
	}
	return encode(p.any) + "." + encode(p.title)
}
