package event

import (
	"slices"
	"unicode/utf8"

	"jikenbo/internal/morph"
)

// A rank says what a trigger is worth beside others that share its date.
type rank int

const (
	reporting rank = iota // a verb of reporting: the act is what it reports
	period                // an activity, which is an act only with a stretch of time
	incident              // what attackers did
	measure               // what was done against them, or formally
)

// String returns the word for a rank that stands in the reasons of an act.
func (r rank) String() string {
	return [...]string{"report", "activity", "incident", "measure"}[r]
}

// A trigger is a stem that tells the type of an act.
// Stems are looked for in the text itself: the tokenizer cuts 差し押さえ, 書類送検 and
// サイバー攻撃 now one way, now another.
type trigger struct {
	stem string
	typ  Type
	rank rank
	// notAfter and notBefore are what may not stand before and after the stem, nil for anything.
	notAfter  []string
	notBefore *morph.WordTable
	// with are words of which one must stand in the same sentence, and of those of which one must stand a little
	// before the stem, nil where none is needed.
	with, of *morph.WordTable
}

// allows reports whether a stem at a place of a sentence stands as the trigger wants it.
func (t *trigger) allows(text string, at int) bool {
	return !endsAny(text[:at], t.notAfter...) && (t.notBefore == nil || t.notBefore.Longest(text[at+len(t.stem):]) == 0) &&
		(t.of == nil || t.of.In(shortlyBefore(text, at)))
}

// shortlyBefore returns the last characters of a text before a place: what the object of a verb stands in.
func shortlyBefore(text string, at int) string {
	from := max(0, at-24*len("を"))
	for from > 0 && !utf8.RuneStart(text[from]) {
		from++
	}
	return text[from:at]
}

// object reports whether a sentence has a word that the trigger needs beside it.
func (t *trigger) object(text string) bool { return t.with == nil || t.with.In(text) }

// lexicon holds the triggers of each stem. Of those of one stem the first counts that may stand in a place, and
// a stem that is part of a longer one loses to it.
var lexicon = func() [][]trigger {
	var out [][]trigger
	places := map[string]int{}
	made := tables{}
	for _, f := range slices.Concat(measures, incidents, tidings, labels) {
		for _, t := range f.triggers(made) {
			at, known := places[t.stem]
			if !known {
				at = len(out)
				places[t.stem] = at
				out = append(out, nil)
			}
			out[at] = append(out[at], t)
		}
	}
	return out
}()

// stems finds the stems of the lexicon.
var stems = func() *morph.WordTable {
	var all []string
	for _, ts := range lexicon {
		all = append(all, ts[0].stem)
	}
	return morph.NewWordTable(all)
}()
