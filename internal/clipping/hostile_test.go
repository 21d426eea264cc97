package clipping

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

const encodedPage = `<html><head><meta charset="CHARSET"><title>装置の停止｜架空新聞</title></head>
<body><div id="menu"><a href="/">トップへ</a></div><p class="date">2025年1月15日</p><div class="honbun"><p>架空の港湾庁は①号の装置を止めたと発表した。長官は「㈱架空」の記者会見で説明した。</p></div></body></html>`

// TestEncodings cuts one page in every encoding, declared and not, and with a wrong declaration.
func TestEncodings(t *testing.T) {
	for _, e := range []struct {
		name, want string
		encoding.Encoding
	}{
		{"UTF-8", "UTF-8", encoding.Nop},
		{"Shift_JIS", "Shift_JIS", japanese.ShiftJIS},
		{"EUC-JP", "EUC-JP", japanese.EUCJP},
		{"ISO-2022-JP", "ISO-2022-JP", japanese.ISO2022JP},
		{"UTF-16 with BOM", "UTF-16", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
		{"UTF-16LE", "UTF-16", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"UTF-16BE", "UTF-16", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	} {
		for _, declared := range []string{e.name, "", "utf-8", "EUC-JP", "x-sjis", "nonsense"} {
			data, err := e.NewEncoder().Bytes([]byte(strings.Replace(encodedPage, "CHARSET", declared, 1)))
			if err != nil {
				t.Fatal(err)
			}
			c, err := Cut("", data, tokyo(t)) // known to be a page by its first bytes
			if err != nil {
				t.Errorf("%s declared as %q: %v", e.name, declared, err)
				continue
			}
			want := "装置の停止\n\n架空の港湾庁は①号の装置を止めたと発表した。長官は「㈱架空」の記者会見で説明した。\n"
			if c.Text != want || c.Encoding != e.want || c.Title.Value != "装置の停止" || c.Published.Value != "2025-01-15" {
				t.Errorf("%s declared as %q: %s, title %q, %s, text %q", e.name, declared, c.Encoding, c.Title.Value, c.Published.Value, c.Text)
			}
		}
	}
}

func TestForeignEncoding(t *testing.T) {
	data, err := charmap.Windows1252.NewEncoder().Bytes([]byte(`<html lang="fr"><meta charset="windows-1252"><title>L’opération</title><p>Le café a été fermé à Genève, où l’enquête a commencé.</p>`))
	if err != nil {
		t.Fatal(err)
	}
	c, err := Cut("a.html", data, tokyo(t))
	if err != nil || c.Text != "L’opération\n\nLe café a été fermé à Genève, où l’enquête a commencé.\n" || c.Language.Value != "fr" {
		t.Errorf("%+v, %v", c, err)
	}
}

// TestEndlessValues has metadata that no page has, and much of it.
func TestEndlessValues(t *testing.T) {
	page := `<title>装置</title><meta property="og:site_name" content="` + strings.Repeat("架空", 10_000) + `">` +
		strings.Repeat(`<meta property="og:title" content="別の題">`, 10_000) + `<p>本文です。装置が止まった。</p>`
	c, err := Cut("a.html", []byte(page), tokyo(t))
	if err != nil || c.Publisher.Value != "" || len(c.Title.From) > 200 || c.Text != "別の題\n\n本文です。装置が止まった。\n" {
		t.Fatalf("%+v, %v", c, err)
	}
}

// TestGaps reads a page of which single bytes are broken, and counts what is lost.
func TestGaps(t *testing.T) {
	page := `<meta charset="utf-8"><title>装置</title><p>` + strings.Repeat("架空の装置が止まった。", 20) + "\xff" + `終わり。</p>`
	c, err := Cut("a.html", []byte(page), tokyo(t))
	if err != nil || c.Lost != 1 || !strings.Contains(c.Text, "\ufffd終わり。") {
		t.Fatalf("%+v, %v", c, err)
	}
}

func TestCutRefuses(t *testing.T) {
	for _, tt := range []struct{ name, file, data, want string }{
		{"empty", "a.txt", "", "it is empty"},
		{"white space", "a.html", " \n\t", "it is empty"},
		{"PDF", "a.txt", "%PDF-1.7\n", "it is a PDF; copy its text into a text file"},
		{"Office", "a.txt", "PK\x03\x04xxxx", "it is a zip file or an Office document; copy its text into a text file"},
		{"bytes", "a.txt", "a\x00b\x01c", "it holds NUL bytes (00), as no text does, and is not in UTF-16 either"},
		{"picture", "a.png", "\xff\xfefake image bytes", "it begins as UTF-16 does (FF FE or FE FF), and is no text in it"},
		{"unassigned", "a.txt", strings.Repeat("\u0378", 3) + "港の倉庫", "it is no text: 3 of its 7 characters are control characters or none at all"},
		{"controls", "a.txt", "ab\x01\x02\x03\x04cd", "it is no text: 4 of its 8 characters are control characters or none at all"},
		{"broken", "a.txt", "警察\xff\xff\xff", "it is neither UTF-8 nor Shift_JIS, EUC-JP or ISO-2022-JP"},
		{"half broken page", "a.html", "<p>警\xff\xff\xff\xff\xff\xff\xff", "it is neither UTF-8 nor Shift_JIS, EUC-JP or ISO-2022-JP"},
		{"page without text", "a.html", "<html><body><img src=a.png></body></html>", "no text was found in it"},
		{"too large", "a.txt", strings.Repeat("あ", MaxSize/3+1), "it has more than 32 MB, as no text has"},
		{"endless line", "a.html", "<p>港。</p><p>" + strings.Repeat("架空の装置。", 4000), "line 2 of its text has more than 65536 bytes, and no archive reads that"},
		{"endless text", "a.html", strings.Repeat("<p>架空の装置。</p>\n", 200_000), "the text in it has more than 2 MB, as no article has"},
		{"MHTML without parts", "a.mhtml", "From: <Saved by Blink>\nContent-Type: text/html\n\nx", "it is no whole MHTML file: its parts have no boundary"},
		{"MHTML without page", "a.mht", "Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\na\n--x--\n", "the MHTML file holds no page"},
	} {
		if c, err := Cut(tt.file, []byte(tt.data), tokyo(t)); err == nil || err.Error() != tt.want {
			t.Errorf("%s: %+v, %v; want %q", tt.name, c, err, tt.want)
		}
	}
}

// TestDeep has more elements inside each other than the parser takes.
func TestDeep(t *testing.T) {
	page := "<html><head><title>装置</title><script>var x = 1</script></head><body>" + strings.Repeat("<div>", 100000) + "架空の<ruby>装置<rp>(</rp><rt>そうち</rt><rp>)</rp></ruby>が止まった。<p>長官は説明を避けた。"
	c, err := Cut("a.html", []byte(page), tokyo(t))
	if want := "架空の装置が止まった。\n長官は説明を避けた。\n"; err != nil || c.Text != want {
		t.Fatalf("%+v, %v", c, err)
	}
}

// TestElements holds that pages by which a parser makes far more than is written are known before it does.
func TestElements(t *testing.T) {
	var open strings.Builder
	for i := range 400 {
		open.WriteString("<b id=" + string(rune('a'+i%26)) + ">")
	}
	for _, tt := range []struct {
		name, page string
		many       bool
	}{
		{"an article", encodedPage, false},
		{"styles that are closed", strings.Repeat("<p><b>架空</b><i>の</i>装置。</p>", 10_000), false},
		{"styles that are not", open.String() + strings.Repeat("<p>架空の装置。", 1_000), true},
		{"elements", strings.Repeat("<p>架空の装置。</p>", 200_001), true},
	} {
		if n := elements(tt.page); n > maxElements != tt.many {
			t.Errorf("%s: %d elements", tt.name, n)
		}
	}
	c, err := Cut("a.html", []byte("<title>装置</title>"+open.String()+strings.Repeat("<p>架空の装置。", 1_000)), tokyo(t))
	if err != nil || !strings.HasPrefix(c.Text, "架空の装置。\n架空の装置。\n") {
		t.Errorf("%.100s, %v", c.Text, err)
	}
}

// FuzzCut holds that whatever a file holds, what is cut out of it is text without markup, and the same each time.
func FuzzCut(f *testing.F) {
	for _, name := range []string{"a.html", "a.txt", "a.md", "a.mhtml"} {
		f.Add(name, []byte(encodedPage))
	}
	f.Add("a.html", []byte(`<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby><table><tr><td>a<td>b</table><pre> a
 b</pre><ol><li>一<ol><li>二</ol></ol><script>x</script>`))
	f.Add("a.html", []byte(`<script type="application/ld+json">[{"@type":["NewsArticle"],"headline":{"name":"x"},"datePublished":["2025-01-15"]}]</script><p>本文`))
	f.Add("a.md", []byte("---\ntitle: x\n---\n# x\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"))
	zone := tokyo(f)
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if len(data) > 1<<16 {
			return
		}
		c, err := Cut(name, data, zone)
		if err != nil {
			return
		}
		if strings.TrimSpace(c.Text) == "" || !utf8.ValidString(c.Text) {
			t.Fatalf("text %q", c.Text)
		}
		if again, _ := Cut(name, data, zone); shownClipping(again, nil) != shownClipping(c, nil) {
			t.Fatalf("differs the second time:\n%s%s", shownClipping(c, nil), shownClipping(again, nil))
		}
		for _, g := range []Guess{c.Title, c.Publisher, c.Author, c.Published, c.URL, c.Language, c.Kind} {
			if strings.ContainsAny(g.Value+g.From, "\n\r\x00") || g.Sure < 0 || g.Sure > 1 {
				t.Fatalf("guess %+v", g)
			}
		}
	})
}
