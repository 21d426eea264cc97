package morph

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/ikawaha/kagome-dict/ipa"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// whole is kagome's dictionary.
var whole = sync.OnceValue(func() *Dictionary { return NewDictionary(ipa.Dict()) })

func words() []Word {
	return []Word{
		{"ムスタング・パンダ", "ムスタングパンダ"},
		{"ムスタング・パンダ", ""}, // twice: the reading stays
		{"外国資産管理室", "ガイコクシサンカンリシツ"},
		{"米", "ベイ"},      // one character: not added
		{"日本", "ニホン"},    // in the dictionary: not added
		{"APT1", "エーピー"}, // Latin: not added
		{" ", ""},
	}
}

// TestTokensGolden is the one test that loads the real dictionary.
func TestTokensGolden(t *testing.T) {
	tok := New(whole, words())
	var got strings.Builder
	for _, text := range []string{
		"米国はムスタング・パンダの活動を妨害した。",
		"外国資産管理室(OFAC)が制裁を科したと発表した。",
		"日本製の APT15 対策\n製品",
	} {
		at := 0
		fmt.Fprintln(&got, "#", strings.ReplaceAll(text, "\n", "⏎"))
		for _, tk := range tok.Tokens(nil, text) {
			if tk.Span.Start != at || text[tk.Span.Start:tk.Span.End] != tk.Surface {
				t.Errorf("%q: token %q at %v, the one before ended at %d", text, tk.Surface, tk.Span, at)
			}
			at = tk.Span.End
			fmt.Fprintf(&got, "%d-%d %q base=%q reading=%q %v\n",
				tk.Span.Start, tk.Span.End, tk.Surface, tk.Base(), tk.Reading(), tk.Class)
		}
		if at != len(text) {
			t.Errorf("%q: tokens end at %d", text, at)
		}
	}
	golden(t, "testdata/tokens.golden", got.String())
	if tok.Tokens(nil, "") != nil {
		t.Error("an empty text has tokens")
	}
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func TestDictionaryIsLoadedOnceAndLate(t *testing.T) {
	loads := 0
	tok := New(func() *Dictionary { loads++; return whole() }, nil)
	tok.Tokens(nil, "")
	if loads != 0 {
		t.Fatal("an empty text loads the dictionary")
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() { tok.Tokens(nil, "警察庁") })
	}
	wg.Wait()
	if loads != 1 {
		t.Errorf("the dictionary was loaded %d times, want 1", loads)
	}
}
