package seeds

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

func TestDecode(t *testing.T) {
	encoders := map[string]encoding.Encoding{ShiftJIS: japanese.ShiftJIS, EUCJP: japanese.EUCJP, ISO2022JP: japanese.ISO2022JP}
	for _, text := range []string{
		"警察庁は、攻撃を公表した。",
		"サイバー攻撃の容疑者を逮捕",
		"米司法省",
		"会社の名は「ｱｸﾂ」で、本社は東京都。\r\n二行目です。\n",
		"平成二十六年 東京地方裁判所 判決",
		"ボットネット",
		"FBI は 2024 年 9 月に発表",
	} {
		for name, e := range encoders {
			if name == ISO2022JP && strings.Contains(text, "ｱ") {
				continue // it has no half-width katakana
			}
			data, err := e.NewEncoder().Bytes([]byte(text))
			if err != nil {
				t.Fatal(err)
			}
			got, gotName, err := Decode(data)
			if err != nil || got != text || gotName != name {
				t.Errorf("Decode(%s of %q) = %q, %q, %v", name, text, got, gotName, err)
			}
		}
		for _, bom := range []string{"", "\ufeff"} {
			got, name, err := Decode([]byte(bom + text))
			if err != nil || got != text || name != UTF8 {
				t.Errorf("Decode(%q) = %q, %q, %v", bom+text, got, name, err)
			}
		}
	}
}

func TestDecodeUTF16(t *testing.T) {
	for _, order := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
		for _, text := range []string{"警察庁は、攻撃を公表した。\n", "FBIは2024年9月に発表\r\n二行目\r\n", "米司法省 DOJ", "plain English\n"} {
			for _, bom := range []unicode.BOMPolicy{unicode.UseBOM, unicode.IgnoreBOM} {
				data, err := unicode.UTF16(order, bom).NewEncoder().Bytes([]byte(text))
				if err != nil {
					t.Fatal(err)
				}
				if got, name, err := Decode(data); err != nil || got != text || name != UTF16 {
					t.Errorf("Decode(%x) = %q, %q, %v; want %q", data, got, name, err, text)
				}
			}
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	for name, data := range map[string]string{
		"NUL bytes":           "a\x00b",
		"NUL":                 "\x00",
		"ASCII as UTF-16":     "\xff\xfefake image bytes",
		"bytes as UTF-16":     "\xff\xfe" + strings.Repeat("\x81\x50\x99\x60", 20),
		"UTF-16 with U+0000":  "\xff\xfeB0D0\x00\x00",
		"odd UTF-16":          "\xff\xfeB0D0B",
		"half a surrogate":    "\xff\xfeB0\x00\xd8B0",
		"numbers":             "\x00\x01\x00\x02\x00\x03\x00\x04\x00\x05",
		"broken UTF-8":        "警察\xff\xff\xff",
		"cut Shift_JIS":       "\x8c\x78\x8e\x40\xff\x80\xa0\xfd",
		"cut ISO-2022-JP":     "\x1b$B\x37Y\xff\x1b(B",
		"a picture":           "\x89PNG\r\n\x1a\n\xff\xd8\xff",
		"half a character":    "\x82\xa0\x82",
		"Latin-1 with accent": "caf\xe9 ",
	} {
		if text, enc, err := Decode([]byte(data)); err == nil {
			t.Errorf("%s: Decode(%q) = %q as %s, want an error", name, data, text, enc)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("\x8c\x78\x8e\x40"))
	f.Add([]byte("\x1b$B7Y\x1b(B"))
	f.Add([]byte("\xff\xfeB0D0"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, _, err := Decode(data)
		if err != nil {
			return
		}
		if strings.ToValidUTF8(text, "") != text {
			t.Fatalf("Decode(%q) = %q is not UTF-8", data, text)
		}
	})
}
