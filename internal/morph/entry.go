package morph

import (
	"slices"
	"strings"

	"github.com/ikawaha/kagome-dict/dict"
	"github.com/ikawaha/kagome/v2/tokenizer"

	"jikenbo/internal/source"
)

// entries is what the dictionary says of its words, ready to be handed out: kagome
// makes new slices of strings for every token that is asked. It is immutable, and so are the
// slices in it, which all tokens share.
type entries struct {
	pos      [][]string // the parts of speech of the dictionary, without empty subdivisions
	posOf    []uint16   // the place in pos of a word's, by its id
	contents dict.Contents
	// Where in the contents of a word its base form and reading stand, -1 where the dictionary has none.
	base, reading int
}

func newEntries(d *dict.Dict) *entries {
	e := &entries{posOf: make([]uint16, len(d.POSTable.POSs)), contents: d.Contents}
	places := map[[maxPOS]dict.POSID]uint16{}
	for id, ids := range d.POSTable.POSs {
		var key [maxPOS]dict.POSID
		copy(key[:], ids)
		place, ok := places[key]
		if !ok {
			place = uint16(len(e.pos))
			places[key] = place
			e.pos = append(e.pos, named(ids, d.POSTable.NameList))
		}
		e.posOf[id] = place
	}
	e.base, e.reading = column(d, dict.BaseFormIndex), column(d, dict.ReadingIndex)
	return e
}

// maxPOS is more than the subdivisions of a part of speech in any dictionary.
const maxPOS = 8

func named(ids dict.POS, names []string) []string {
	pos := make([]string, 0, len(ids))
	for _, id := range ids {
		pos = append(pos, names[id])
	}
	return slices.Clip(subdivided(pos))
}

// column returns where a feature stands among the contents of a word, which follow its part of speech.
func column(d *dict.Dict, feature string) int {
	at, ok := d.ContentsMeta[feature]
	if !ok || len(d.POSTable.POSs) == 0 {
		return -1
	}
	return int(at) - len(d.POSTable.POSs[0])
}

// token returns the Token of one that kagome has cut.
func (e *entries) token(t *tokenizer.Token) Token {
	out := Token{
		Span:    source.Span{Start: t.Position, End: t.Position + len(t.Surface)},
		Surface: t.Surface,
		Base:    t.Surface,
		Known:   t.Class != tokenizer.UNKNOWN,
	}
	if t.Class != tokenizer.KNOWN {
		out.POS = unlisted(t)
		if extra := t.UserExtra(); extra != nil {
			out.Reading = strings.Join(extra.Readings, "")
		}
		return out
	}
	out.POS = e.pos[e.posOf[t.ID]]
	if base := e.feature(t.ID, e.base); base != "" {
		out.Base = base
	}
	out.Reading = e.feature(t.ID, e.reading)
	return out
}

// feature returns what stands in a column of a word, "" where that is empty.
func (e *entries) feature(id, column int) string {
	if column < 0 || id >= len(e.contents) || column >= len(e.contents[id]) || e.contents[id][column] == "*" {
		return ""
	}
	return e.contents[id][column]
}

// unlisted returns the part of speech of a token that is not the system dictionary's. It
// mends what that says of ASCII brackets and the like: they are signs and no verbal nouns.
func unlisted(t *tokenizer.Token) []string {
	if t.Class == tokenizer.UNKNOWN && !strings.ContainsFunc(t.Surface, letterOrSpace) {
		return []string{"記号", "一般"}
	}
	pos := t.POS()
	if t.Class == tokenizer.USER {
		pos = strings.Split(pos[0], ",")
	}
	return subdivided(pos)
}

// subdivided drops the empty subdivisions, which the dictionary writes as "*".
func subdivided(pos []string) []string {
	if i := slices.Index(pos, "*"); i >= 0 {
		pos = pos[:i]
	}
	if len(pos) == 0 {
		return []string{"名詞"} // what kagome takes unknown words for
	}
	return pos
}
