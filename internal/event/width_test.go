package event

import (
	"testing"

	"golang.org/x/text/width"
)

// A cue is found in letters of full width as in those of half width: only texts that have letters of the other width are folded.
func TestCueInBothWidths(t *testing.T) {
	for _, w := range cueWords {
		if got, want := wordCue(width.Widen.String(w)), wordCue(w); got != want {
			t.Errorf("%s in full width: got %v, want %v", w, got, want)
		}
	}
	for _, text := range []string{"ｻﾝﾄﾞｲｯﾁを食べた。", "（昼食）　：１２時", "ＡＢＣ株式会社の株主総会"} {
		if got := wordCue(text); got != noCue {
			t.Errorf("%s: got %v, want none", text, got)
		}
	}
}
