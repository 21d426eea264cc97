package morph

import (
	"slices"
	"strings"

	"github.com/ikawaha/kagome-dict/dict"
	"github.com/ikawaha/kagome/v2/tokenizer"

	"jikenbo/internal/source"
)

// entries is what the dictionaries say of their words, ready to be handed out: kagome makes new slices of
// strings for every token that is asked. It is immutable, and so are the slices in it, which all
// tokens share.
type entries struct {
	pos      [][]string // the parts of speech of the dictionary, without empty subdivisions
	posOf    []uint16   // the place in pos of a word's, by its id
	contents dict.Contents
	// Where in the contents of a word its base form and reading stand, -1 where the dictionary has none.
	base, reading int

	unlistedPOS [][]string // of words that are in no dictionary, by what they are taken for
	// sign is that of ASCII brackets and the like among them, of which the dictionary says that they are verbal nouns.
	sign        []string
	userPOS     []string
	userReading []string // by the id of the word
}

// newEntries returns the entries of the dictionary and of the user's words, nil where there are none.
func newEntries(d *dict.Dict, user *dict.UserDict) *entries {
	e := &entries{
		posOf: make([]uint16, len(d.POSTable.POSs)), contents: d.Contents,
		base: column(d, dict.BaseFormIndex), reading: column(d, dict.ReadingIndex),
		userPOS: strings.Split(userPOS, ","), sign: []string{"記号", "一般"},
	}
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
	start, size := int(d.UnkDict.ContentsMeta[dict.POSStartIndex]), 1
	if n, ok := d.UnkDict.ContentsMeta[dict.POSHierarchy]; ok {
		size = int(n)
	}
	for _, c := range d.UnkDict.Contents {
		e.unlistedPOS = append(e.unlistedPOS, slices.Clip(subdivided(c[min(start, len(c)):min(start+size, len(c))])))
	}
	if user != nil {
		for _, c := range user.Contents {
			e.userReading = append(e.userReading, strings.Join(c.Yomi, ""))
		}
	}
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

// token writes what is known of a token that kagome has cut, the first of whose text stands at offset in the whole.
func (e *entries) token(t *Token, k *tokenizer.Token, offset int) {
	t.Span = source.Span{Start: offset + k.Position, End: offset + k.Position + len(k.Surface)}
	t.Surface = k.Surface
	t.Base, t.Known = t.Surface, k.Class != tokenizer.UNKNOWN
	switch k.Class {
	case tokenizer.UNKNOWN:
		t.POS = e.unlistedPOS[k.ID]
		if !strings.ContainsFunc(t.Surface, letterOrSpace) {
			t.POS = e.sign
		}
	case tokenizer.USER:
		t.POS, t.Reading = e.userPOS, e.userReading[k.ID]
	default:
		t.POS = e.pos[e.posOf[k.ID]]
		if base := e.feature(k.ID, e.base); base != "" {
			t.Base = base
		}
		t.Reading = e.feature(k.ID, e.reading)
	}
}

// feature returns what stands in a column of a word, "" where that is empty.
func (e *entries) feature(id, column int) string {
	if column < 0 || id >= len(e.contents) {
		return ""
	}
	if c := e.contents[id]; column < len(c) && c[column] != "*" {
		return c[column]
	}
	return ""
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
