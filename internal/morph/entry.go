package morph

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ikawaha/kagome-dict/dict"
)

// entries are what a dictionary says of its words, by their ids, close together: kagome's own lie, word by word,
// in many places of memory far from one another. They are immutable, and all tokens share them.
type entries struct {
	classes  []Class          // the different ones
	class    []uint8          // of a word, its place among them
	bases    column           // of words that are inflected; others are their own
	readings column           // of katakana alone, packed, as nearly all are
	others   map[int32]string // the other readings
}

// A column is a text for each word.
type column struct {
	text string // of all
	ends []uint32
}

// of returns the text of a word, "" of one that is not in the column.
func (c *column) of(id int32) string {
	if int(id) >= len(c.ends) {
		return ""
	}
	start := uint32(0)
	if id > 0 {
		start = c.ends[id-1]
	}
	return c.text[start:c.ends[id]]
}

// A columnBuilder makes a column.
type columnBuilder struct {
	text []byte
	ends []uint32
}

// newColumnBuilder returns one with room for so many words.
func newColumnBuilder(words int) columnBuilder {
	return columnBuilder{make([]byte, 0, 6*words), make([]uint32, 0, words)}
}

func (b *columnBuilder) add(text string) {
	b.text = append(b.text, text...)
	b.ends = append(b.ends, uint32(len(b.text)))
}

func (b *columnBuilder) column() column { return column{string(b.text), b.ends} }

// newEntries returns the entries of a dictionary.
func newEntries(d *dict.Dict) *entries {
	words := len(d.POSTable.POSs)
	e := &entries{class: make([]uint8, 0, words)}
	names := make([]Class, len(d.POSTable.NameList))
	for i := range names {
		names[i] = classOf(d.POSTable.NameList[i : i+1])
	}
	for _, pos := range d.POSTable.POSs {
		c := Listed
		for _, name := range pos {
			c |= names[name]
		}
		place := slices.Index(e.classes, c) // they are few, and the common ones come early
		if place < 0 {
			place = len(e.classes)
			e.classes = append(e.classes, c)
		}
		e.class = append(e.class, uint8(place))
	}
	bases, readings := newColumnBuilder(words), newColumnBuilder(words)
	inflection, base, reading := contentOf(d, dict.InflectionalType), contentOf(d, dict.BaseFormIndex), contentOf(d, dict.ReadingIndex)
	for id, c := range d.Contents {
		if feature(c, inflection) != "" {
			bases.add(feature(c, base))
		} else {
			bases.add("")
		}
		e.addReading(int32(id), feature(c, reading), &readings)
	}
	e.bases, e.readings = bases.column(), readings.column()
	return e
}

// newUserEntries returns the entries of words of the registry, by their order.
func newUserEntries(readings []string) *entries {
	e := &entries{}
	var b columnBuilder
	for id, r := range readings {
		e.addReading(int32(id), r, &b)
	}
	e.readings = b.column()
	return e
}

func (e *entries) addReading(id int32, reading string, b *columnBuilder) {
	packed, ok := packKana(b.text, reading)
	if ok {
		b.text = packed
	} else {
		if e.others == nil {
			e.others = map[int32]string{}
		}
		e.others[id] = strings.Clone(reading) // kagome's is a part of all that it has
	}
	b.ends = append(b.ends, uint32(len(b.text)))
}

func (e *entries) appendReading(to []byte, id int32) []byte {
	if s := e.readings.of(id); s != "" {
		return appendKana(to, s)
	}
	return append(to, e.others[id]...)
}

// ofWord is the class of a word.
func (e *entries) ofWord(id int) Class { return e.classes[e.class[id]] }

// unlisted returns the classes of what is taken for a word though no dictionary has it.
func unlisted(d *dict.Dict) []Class {
	start, size := int(d.UnkDict.ContentsMeta[dict.POSStartIndex]), 1
	if n, ok := d.UnkDict.ContentsMeta[dict.POSHierarchy]; ok {
		size = int(n)
	}
	var out []Class
	for _, c := range d.UnkDict.Contents {
		out = append(out, classOf(c[min(start, len(c)):min(start+size, len(c))]))
	}
	return out
}

// contentOf returns where a feature stands among the contents of a word, which follow its part of speech, -1 where a
// dictionary does not have it.
func contentOf(d *dict.Dict, name string) int {
	at, ok := d.ContentsMeta[name]
	if !ok || len(d.POSTable.POSs) == 0 {
		return -1
	}
	return int(at) - len(d.POSTable.POSs[0])
}

// feature returns one of the contents of a word, "" where that is empty, which the dictionary writes as "*".
func feature(contents []string, at int) string {
	if at < 0 || at >= len(contents) || contents[at] == "*" {
		return ""
	}
	return contents[at]
}

// beforeKana is what the bytes of a packed reading count from.
const beforeKana = 'ァ' - 1

// packKana appends a reading of kana with one byte for each, as katakana. It reports false where anything else stands in it.
func packKana(out []byte, reading string) ([]byte, bool) {
	for _, r := range reading {
		if 'ぁ' <= r && r <= 'ゖ' {
			r += 'ァ' - 'ぁ' // the dictionary has some by mistake
		}
		if r < 'ァ' || r > 'ヿ' {
			return out, false
		}
		out = append(out, byte(r-beforeKana))
	}
	return out, true
}

// appendKana appends a packed reading in katakana.
func appendKana(to []byte, packed string) []byte {
	for i := range len(packed) {
		to = utf8.AppendRune(to, beforeKana+rune(packed[i]))
	}
	return to
}
