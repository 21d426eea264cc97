// Package i18n is ground: the two languages of the archive as a type,
// text that exists in both, and the messages of the interface.
//
// It imports only the standard library and the TOML decoder.
package i18n

// A Lang is one of the two languages of the archive.
type Lang string

// The languages.
const (
	JA Lang = "ja"
	EN Lang = "en"
)

// Langs lists the languages in the order in which the archive shows them.
var Langs = [...]Lang{JA, EN}

// Other returns the other language.
func (l Lang) Other() Lang {
	if l == JA {
		return EN
	}
	return JA
}

// Valid reports whether l is one of the two languages.
func (l Lang) Valid() bool { return l == JA || l == EN }

// A Text is the same text in both languages. Either may be empty.
type Text struct {
	JA string `toml:"ja" json:"ja,omitempty"`
	EN string `toml:"en" json:"en,omitempty"`
}

// In returns the text in one language, "" where it is missing.
func (t Text) In(l Lang) string {
	if l == JA {
		return t.JA
	}
	return t.EN
}

// Best returns the text in l or, where that is missing, in the other language,
// and the language of what it returns, for the lang attribute.
func (t Text) Best(l Lang) (string, Lang) {
	if s := t.In(l); s != "" {
		return s, l
	}
	if s := t.In(l.Other()); s != "" {
		return s, l.Other()
	}
	return "", l
}

// IsZero reports whether the text is missing in both languages.
func (t Text) IsZero() bool { return t == Text{} }

// Both returns a Text that is the same in both languages, as Latin names are.
func Both(s string) Text { return Text{JA: s, EN: s} }
