package picture

import (
	"bytes"
	"image/png"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
)

// western is a painter whose fonts have no Japanese.
func western(t testing.TB) *Painter {
	t.Helper()
	p, err := New(gobold.TTF, goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// japanese is a painter with fonts of this machine.
func japanese(t testing.TB) *Painter {
	t.Helper()
	for _, f := range Places {
		title, err := os.ReadFile(f.Title)
		if err != nil {
			continue
		}
		text, err := os.ReadFile(f.Text)
		if err != nil {
			continue
		}
		p, err := New(title, text)
		if err != nil {
			t.Fatalf("%s: %v", f.Title, err)
		}
		return p
	}
	t.Skip("no Japanese font at any of the usual places")
	return nil
}

var card = Card{"ja", "港の灯りを消す作戦（北の部分）", "Harbour lights out (northern part)", "対抗作戦", "counter", "2024年8月〜2025年1月3日", "事件簿", "Casebook"}

func TestDraw(t *testing.T) {
	long := Card{"en", strings.Repeat("seizure of routers ", 400), strings.Repeat("W", 5000), strings.Repeat("kind ", 300), "", strings.Repeat("2024 ", 300), strings.Repeat("site ", 90), strings.Repeat("x", 400)}
	for name, c := range map[string]Card{"usual": card, "long": long, "only a title": {Title: "a"}, "nothing": {}, "one word": {Title: strings.Repeat("W", 500)}} {
		p := western(t) // a letter that it lacks is drawn as a box, which is why Can is asked first
		data, err := p.Draw(c)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if size := img.Bounds().Size(); size.X != Width || size.Y != Height || len(data) > 40_000 {
			t.Errorf("%s: %v in %d bytes", name, size, len(data))
		}
		again, _ := p.Draw(c)
		fresh, _ := western(t).Draw(c)
		if !bytes.Equal(data, again) || !bytes.Equal(data, fresh) {
			t.Errorf("%s: other bytes the second time", name)
		}
	}
}

// TestWordsStayOnTheCard holds that no letter runs over the edges, by what is left blank around them.
func TestWordsStayOnTheCard(t *testing.T) {
	c := card
	c.Title, c.Other, c.Kind, c.Date = strings.Repeat("Wide words that go on ", 40), strings.Repeat("m", 900), strings.Repeat("k", 300), strings.Repeat("d", 300)
	p := western(t)
	img := p.ground(c.clean())
	p.words(sheet{img}, c.clean())
	for y := range Height - 12 {
		for _, x := range []int{0, margin - 12, Width - margin + 12, Width - 1} {
			if img.ColorIndexAt(x, y) != 0 {
				t.Fatalf("something stands at %d, %d", x, y)
			}
		}
	}
}

func TestCan(t *testing.T) {
	jp, west := japanese(t), western(t)
	tests := []struct {
		name string
		edit func(*Card)
		want bool
	}{
		{"as it is", func(*Card) {}, true},
		{"control characters are not drawn", func(c *Card) { c.Title += "\x00\x07\u202e\u200b\ufeff\n" }, true},
		{"a letter with its mark apart", func(c *Card) { c.Title += "か\u3099" }, true},
		{"no title", func(c *Card) { c.Title = " \n" }, false},
		{"Hebrew", func(c *Card) { c.Other = "שלום" }, false},
		{"a picture letter", func(c *Card) { c.Title += "🦆" }, false},
		{"a mark on nothing", func(c *Card) { c.Date += "\u0489" }, false},
		{"private use", func(c *Card) { c.Site += "\U0010fffd" }, false},
	}
	for _, tt := range tests {
		c := card
		tt.edit(&c)
		if got := jp.Can(c); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
		if west.Can(c) {
			t.Errorf("%s: drawn in a font without Japanese", tt.name)
		}
	}
}

func TestNewRefusesWhatIsNoFont(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("font"), goregular.TTF[:11], goregular.TTF[:2000], []byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x00"), bytes.Repeat([]byte{0xff}, 4000)} {
		if _, err := New(data, goregular.TTF); err == nil {
			t.Errorf("%d bytes that are no font", len(data))
		}
		if _, err := New(goregular.TTF, data); err == nil {
			t.Errorf("%d bytes that are no second font", len(data))
		}
	}
}

// square is a face whose letters are all as wide as they are high, Latin ones half as wide.
func square(size int, text string) *face {
	f := &face{of: &typeface{}, size: size, glyphs: map[rune]*glyph{}}
	for _, r := range text + ellipsis {
		f.glyphs[r] = &glyph{advance: size << 6}
		if r < 0x2000 {
			f.glyphs[r].advance /= 2
		}
	}
	return f
}

func TestWrap(t *testing.T) {
	tests := []struct {
		text  string
		chars int // on a line
		lines int
		want  string
	}{
		{"作戦", 10, 2, "作戦"},
		{"ペンシルベニア州西部地区連邦検事局", 12, 2, "ペンシルベニア|州西部地区連邦検事局"},
		{"米司法省、中国系の集団が使うPlugXを除去", 12, 2, "米司法省、中国系の|集団が使うPlugXを除去"},
		{"制裁についての記事（北の港）", 11, 2, "制裁についての記事|（北の港）"},
		{"「灯台」「岬」「港」「入り江」", 9, 2, "「灯台」「岬」|「港」「入り江」"},
		{"あああ、いいい。", 4, 2, "あああ、|いいい。"},
		{"ラーメンとコーヒー", 5, 2, "ラーメンと|コーヒー"},
		{"seizure of 4,258 routers", 7, 2, "seizure of|4,258 routers"},
		{"unbreakablewordthatislong", 6, 4, ""},
		{"米仏の作戦が四つの国で行われた", 3, 2, ""},
		{"", 5, 2, ""},
	}
	for _, tt := range tests {
		lines, _ := wrap(square(10, tt.text), tt.text, tt.chars*10, tt.lines)
		if diff := cmp.Diff(tt.want, strings.Join(lines, "|")); diff != "" {
			t.Errorf("%s: -want +got\n%s", tt.text, diff)
		}
	}
}

// FuzzWrap holds that no line begins or ends with what may not, nothing is lost and none is too long.
func FuzzWrap(f *testing.F) {
	for _, s := range []string{"米司法省、PlugXを除去（4,258台）。", "・・・", "「「「」」」", "a b c d e f g h", "ー々ぁッ", "\x00\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = oneLine(text)
		face := square(10, text)
		lines, _ := wrap(face, text, 90, 4)
		letters := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if lines != nil && letters(strings.Join(lines, "")) != letters(text) {
			t.Errorf("%q became %q", text, lines)
		}
		for i, line := range lines {
			runes := []rune(line)
			if face.width(line) > 90 {
				t.Errorf("%q is too long", line)
			}
			if len(runes) == 0 || strings.ContainsFunc(text, unicode.IsSpace) {
				continue // at a space any letter may end a line
			}
			if i > 0 && strings.ContainsRune(notFirst, runes[0]) || i < len(lines)-1 && strings.ContainsRune(notLast, runes[len(runes)-1]) {
				t.Errorf("%q of %q", line, lines)
			}
		}
	})
}

func TestOneLine(t *testing.T) {
	for in, want := range map[string]string{
		"a\r\n b\t c": "a b c", "\u202egnp.exe\u202c": "gnp.exe", "が": "が", "葛\U000e0100": "葛", "\xff\xfe": "\ufffd\ufffd", "一　二": "一　二", " ": "",
		strings.Repeat("長", 300): strings.Repeat("長", longest-1) + ellipsis,
	} {
		if got := oneLine(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := oneLine(strings.Repeat("長い", 170_000)); len([]rune(got)) != longest {
		t.Errorf("a megabyte leaves %d letters", len([]rune(got)))
	}
}

func TestPlacesAreUnlike(t *testing.T) {
	for i, f := range Places {
		if f.Title == "" || f.Text == "" || slices.Index(Places[:], f) != i {
			t.Errorf("place %d: %v", i, f)
		}
	}
}

func BenchmarkDraw(b *testing.B) {
	p := japanese(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Draw(card); err != nil {
			b.Fatal(err)
		}
	}
}
