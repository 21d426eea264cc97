package morph

import "github.com/ikawaha/kagome-dict/dict"

// A Dictionary is what cutting a text needs of kagome's dictionary: what its lattice wants, and what stands there of each word, close
// together. It is a third of it in size, and immutable.
type Dictionary struct {
	dict     *dict.Dict // without contents
	system   *entries
	unlisted []Class
}

// NewDictionary takes out of a dictionary what is needed. It keeps parts of it, and never the whole.
func NewDictionary(d *dict.Dict) *Dictionary {
	d = withoutBeaten(withoutRareKinds(d))
	lean := *d
	lean.Contents, lean.POSTable, lean.ContentsMeta = nil, dict.POSTable{}, nil // two thirds of it, which the entries stand for
	lean.UnkDict.Contents, lean.UnkDict.ContentsMeta = nil, nil
	return &Dictionary{dict: &lean, system: newEntries(d), unlisted: unlisted(d)}
}
