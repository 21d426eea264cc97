package morph

import (
	"github.com/ikawaha/kagome-dict/dict"

	"jikenbo/internal/lattice"
)

// A Dictionary is what cutting a text needs of kagome's dictionary: what the search of the best way wants, and what stands there of each word, close
// together. It is a third of it in size, and immutable.
type Dictionary struct {
	lattice  *lattice.Dictionary
	system   *entries
	unlisted []Class
}

// NewDictionary takes out of a dictionary what is needed. It keeps nothing of it.
func NewDictionary(d *dict.Dict) *Dictionary {
	return &Dictionary{lattice: lattice.New(d), system: newEntries(d), unlisted: unlisted(d)}
}
