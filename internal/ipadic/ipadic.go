// Package ipadic gives the analysis the IPA dictionary. It stands before morph's tokenizer: in come the bytes that the program carries, out goes a
// [morph.Dictionary].
//
// kagome's own form of it is inflated and read number by number in one thread, which takes as long as all the rest of building a small archive. So
// `make` has cmd/packdict write what is needed of it, by [morph.Dictionary.Pack], into the folder packed, which is built into the program. A program
// that was built without make takes kagome's form, and finds the same.
package ipadic

import (
	"embed"
	"io/fs"
	"sync"

	"github.com/ikawaha/kagome-dict/ipa"

	"jikenbo/internal/morph"
)

// packedName is where the packed dictionary stands among what is built in.
const packedName = "packed/ipa.jkd"

//go:embed packed
var builtIn embed.FS

// Load returns the dictionary, the same at each call: the packed one of this program, or kagome's where there is none, or none in the form that this
// program reads.
func Load() *morph.Dictionary { return loaded() }

var loaded = sync.OnceValue(func() *morph.Dictionary { return load(builtIn, FromKagome) })

func load(files fs.FS, other func() *morph.Dictionary) *morph.Dictionary {
	data, err := fs.ReadFile(files, packedName)
	if err != nil {
		return other()
	}
	d, err := morph.Unpack(data)
	if err != nil {
		return other()
	}
	return d
}

// FromKagome makes the dictionary of kagome's form. It is what cmd/packdict packs.
func FromKagome() *morph.Dictionary { return morph.NewDictionary(ipa.Dict()) }
