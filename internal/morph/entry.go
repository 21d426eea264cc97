package morph

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ikawaha/kagome-dict/dict"

	"jikenbo/internal/source"
)

// lexicon is what the dictionaries say of their words, ready to be looked up and handed out. It
// is immutable, and so are the slices in it, which all tokens share.
type lexicon struct {
	dict   *dict.Dict
	system wordList
	user   wordList
	starts RuneSet // the characters that words of the user begin with

	pos         [][]string // the parts of speech of the dictionary, without empty subdivisions
	unlisted    []entry    // what is taken for a word though no dictionary has it
	unlistedPOS [][]string // of words that are in no dictionary, by what they are taken for
	// sign is that of ASCII brackets and the like among them, of which the dictionary says that they are verbal nouns.
	sign        []string
	userPOS     []string
	userReading []string // by the id of the word
	// Where in the contents of a word its base form and reading stand, -1 where the dictionary has none.
	base, reading int
}

// newLexicon returns the lexicon of the dictionary and of words that are added to it.
func newLexicon(d *dict.Dict, words []Word) *lexicon {
	x := &lexicon{
		dict:   d,
		system: newWordList(d.Index, d.Morphs), unlisted: newEntries(d.UnkDict.Morphs),
		base: column(d, dict.BaseFormIndex), reading: column(d, dict.ReadingIndex),
		userPOS: strings.Split(userPOS, ","), sign: []string{"記号", "一般"},
	}
	places := map[[maxPOS]dict.POSID]uint16{}
	for id, ids := range d.POSTable.POSs {
		var key [maxPOS]dict.POSID
		copy(key[:], ids)
		place, ok := places[key]
		if !ok {
			place = uint16(len(x.pos))
			places[key] = place
			x.pos = append(x.pos, named(ids, d.POSTable.NameList))
		}
		x.system.entries[id].pos = place
	}
	start, size := int(d.UnkDict.ContentsMeta[dict.POSStartIndex]), 1
	if n, ok := d.UnkDict.ContentsMeta[dict.POSHierarchy]; ok {
		size = int(n)
	}
	for _, c := range d.UnkDict.Contents {
		x.unlistedPOS = append(x.unlistedPOS, slices.Clip(subdivided(c[min(start, len(c)):min(start+size, len(c))])))
	}
	x.addWords(words)
	return x
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

// addWords puts words before those of the dictionary. A word that the dictionary cuts as one is not added.
func (x *lexicon) addWords(words []Word) {
	plain := &lattice{words: x}
	var records dict.UserDictRecords
	for _, w := range distinct(words) {
		if plain.worthAdding(w.Surface) {
			records = append(records, dict.UserDicRecord{Text: w.Surface, Tokens: []string{w.Surface}, Yomi: []string{w.Reading}, Pos: userPOS})
		}
	}
	if len(records) == 0 {
		return
	}
	user := must(records.NewUserDict())
	x.user = newWordList(user.Index, make(dict.Morphs, len(records)))
	for _, r := range records {
		first, _ := utf8.DecodeRuneInString(r.Text)
		x.starts.Add(first)
	}
	for _, c := range user.Contents {
		x.userReading = append(x.userReading, strings.Join(c.Yomi, ""))
	}
}

func (l *lattice) worthAdding(surface string) bool {
	if utf8.RuneCountInString(surface) < 2 || !strings.ContainsFunc(surface, japanese) {
		return false
	}
	cuts := l.cut(surface)
	return len(cuts) != 1 || cuts[0].class != systemWord
}

// tokens returns the tokens of a text that was cut.
func (x *lexicon) tokens(text string, cuts []cut) []Token {
	out := make([]Token, len(cuts))
	for i := range cuts {
		x.token(&out[i], text, &cuts[i])
	}
	return out
}

func (x *lexicon) token(t *Token, text string, c *cut) {
	t.Span = source.Span{Start: int(c.start), End: int(c.end)}
	t.Surface = text[c.start:c.end]
	t.Base, t.Known = t.Surface, c.class != unlistedWord
	switch c.class {
	case unlistedWord:
		t.POS = x.unlistedPOS[c.id]
		if !strings.ContainsFunc(t.Surface, letterOrSpace) {
			t.POS = x.sign
		}
	case userWord:
		t.POS, t.Reading = x.userPOS, x.userReading[c.id]
	default:
		t.POS = x.pos[x.system.entries[c.id].pos]
		if base := x.feature(c.id, x.base); base != "" {
			t.Base = base
		}
		t.Reading = x.feature(c.id, x.reading)
	}
}

// feature returns what stands in a column of a word, "" where that is empty.
func (x *lexicon) feature(id int32, column int) string {
	if column < 0 || int(id) >= len(x.dict.Contents) {
		return ""
	}
	if c := x.dict.Contents[id]; column < len(c) && c[column] != "*" {
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
