package morph

import (
	"math"
	"strings"
	"testing"

	"github.com/ikawaha/kagome-dict/dict"
	"github.com/ikawaha/kagome-dict/ipa"
)

// TestNoWordOfLatinLetters holds one of the two grounds on which texts are squeezed: the dictionary has no word with two
// ASCII letters or two digits side by side, nor with what stands for them.
func TestNoWordOfLatinLetters(t *testing.T) {
	da := ipa.Dict().Index.Da
	next := func(from int, b byte) (int, bool) {
		to := int(da[from].Base) + int(b)
		return to, 0 <= to && to < len(da) && int(da[to].Check) == from
	}
	for from := range da {
		for b := byte('0'); b <= 'z'; b++ {
			to, ok := next(from, b)
			if !ok || asciiKinds[b] == 0 {
				continue
			}
			if b == anyLetter || b == anyDigit {
				t.Errorf("a word has %q in it", rune(b))
			}
			for c := byte('0'); c <= 'z'; c++ {
				if _, ok := next(to, c); ok && asciiKinds[c] == asciiKinds[b] {
					t.Errorf("a word has %q in it", string([]byte{b, c}))
				}
			}
		}
	}
}

// TestNeverTwoForOne holds the other: of words that are in no dictionary, one is always cheaper than two of the same kind
// side by side, wherever they stand.
func TestNeverTwoForOne(t *testing.T) {
	d := ipa.Dict()
	for _, r := range "a0" {
		class := int32(d.CharacterCategory(r))
		first := int(d.UnkDict.Index[class])
		words := d.UnkDict.Morphs[first : first+int(d.UnkDict.IndexDup[class])+1]
		for _, x := range words {
			for _, y := range words {
				if gain := gainOfOne(d, x, y); gain <= 0 {
					t.Errorf("%q: %v and %v may be cheaper than either alone, by %d", r, x, y, -gain)
				}
			}
		}
	}
}

// gainOfOne returns by how much x or y alone is cheaper than both, at least.
func gainOfOne(d *dict.Dict, x, y dict.Morph) int {
	at := func(right, left int) int { return int(d.Connection.At(right, left)) }
	between := at(int(x.RightID), int(y.LeftID))
	alone := [2]int{math.MaxInt, math.MaxInt}
	for id := range int(d.Connection.Row) {
		alone[0] = min(alone[0], at(int(y.RightID), id)-at(int(x.RightID), id)+between+int(y.Weight))
		alone[1] = min(alone[1], at(id, int(x.LeftID))-at(id, int(y.LeftID))+between+int(x.Weight))
	}
	return max(alone[0], alone[1])
}

func TestSqueeze(t *testing.T) {
	for give, want := range map[string]string{
		"": "", "A": "A", "APT28": "x0", "攻撃": "攻撃", "Aと2": "Aと2", "yはAPT41とFIN7、2024年": "yはx0とx7、0年", "a1b2": "a1b2", "CVE-2024-12": "x-0-0", "é\xffab": "é\xffx",
	} {
		text, left := squeeze(give, nil)
		if text != want {
			t.Errorf("%q: %q, want %q", give, text, want)
		}
		if size := left.fill(len(text), len(text)); size != len(give) {
			t.Errorf("%q: %d bytes", give, size)
		}
	}
}

// TestLongWord: kagome cuts a word after 1,023 letters and takes a time that grows with their square; here it stays whole.
func TestLongWord(t *testing.T) {
	long := strings.Repeat("Base", 20_000)
	tokens := New(ipa.Dict, nil).Tokens(nil, "値は"+long+"。")
	if len(tokens) != 4 || tokens[2].Surface != long {
		t.Errorf("%d tokens", len(tokens))
	}
}
