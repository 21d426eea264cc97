package i18n

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
)

//go:embed messages.toml
var messagesTOML string

// A Key names a message of the interface: "nav.timeline".
type Key string

// Messages are the words of the interface in both languages. They do not change after [LoadMessages].
//
// A message may hold places, {name} or {n}, and, where English tells one from
// many, two forms with a bar between them: "{n} act|{n} acts".
type Messages struct {
	texts map[Key]Text
}

// LoadMessages reads the messages that are built into the program.
// It errs where a key lacks a language.
func LoadMessages() (*Messages, error) {
	var sections map[string]map[string]Text
	if _, err := toml.Decode(messagesTOML, &sections); err != nil {
		return nil, fmt.Errorf("messages.toml: %w", err)
	}
	m := &Messages{texts: map[Key]Text{}}
	for section, texts := range sections {
		for name, text := range texts {
			key := Key(section + "." + name)
			if text.JA == "" || text.EN == "" {
				return nil, fmt.Errorf("messages.toml: %s lacks a language", key)
			}
			m.texts[key] = text
		}
	}
	return m, nil
}

// Keys returns all keys, sorted.
func (m *Messages) Keys() []Key { return slices.Sorted(maps.Keys(m.texts)) }

// Has reports whether a message exists.
func (m *Messages) Has(k Key) bool { _, ok := m.texts[k]; return ok }

// In returns a message in a language, its places filled from pairs of name and value.
// For a key that does not exist it returns the key in brackets ⟦⟧, which no page may hold.
func (m *Messages) In(l Lang, k Key, pairs ...string) string {
	text, ok := m.texts[k]
	if !ok {
		return "⟦" + string(k) + "⟧"
	}
	return fill(text.In(l), pairs)
}

// Count returns a message about a number of things, in the form that the number asks for.
// Its place {n} is the number.
func (m *Messages) Count(l Lang, k Key, n int, pairs ...string) string {
	s := m.In(l, k, append([]string{"n", Digits(n)}, pairs...)...)
	one, many, ok := strings.Cut(s, "|")
	if !ok || n == 1 {
		return one
	}
	return many
}

// fill puts values in the places of a message.
func fill(s string, pairs []string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		s = strings.ReplaceAll(s, "{"+pairs[i]+"}", pairs[i+1])
	}
	return s
}

// Digits writes a whole number with a comma between groups of three digits.
func Digits(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
