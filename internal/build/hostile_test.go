package build

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/net/html"

	"jikenbo/internal/dossier"
	"jikenbo/internal/i18n"
	"jikenbo/internal/render"
)

// hostiles are texts by which an editor, or what an editor pastes, could break a file.
var hostiles = map[string]string{
	"quotes": `"'\"` + "`" + `''"""`, "end of a script": `</script><script>alert(1)</script><!--`, "end of CDATA": `]]></svg></style>`,
	"lines": "a\nb\r\nc\u2028d\u2029e", "a formula": "=cmd|' /C calc'!A0", "an at sign": "@SUM(1)", "plus": "+81 3", "minus": "-1",
	"control characters": "a\x00b\x07c\x1b[31md\x7fe", "a control character of C1": "a\u0085b\u009b31m", "bidi": "\u202egnp.exe\u2066x\u2069", "not seen": "\u200b\ufeff\u00ad\U000e0041",
	"markup": `<img src=x onerror=alert(1)> [a](javascript:alert(1)) **b** <b>c</b>`, "TeX": `\input{/etc/passwd}%$#_&~^{}`,
	"an attribute": `x" onmouseover="alert(1)`, "a template": `{{.}} {{template "layout"}}`, "an entity": `&lt;&#0;&amp;amp;`, "not Unicode": "a\xffb\xed\xa0\x80",
	"a path": "../../../etc/passwd", "a very long text": strings.Repeat("ながい ", 3_000),
}

// tomlString writes a string as TOML has it; what TOML cannot hold stands as it is.
func tomlString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String() + `"`
}

// markdown writes a text as Markdown has it, on one line.
func markdown(s string) string {
	var b strings.Builder
	for _, r := range strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(s) {
		if r > ' ' && r < 0x7f && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// hostileFiles is an archive in which every field that takes any text holds this one.
func hostileFiles(text string) fstest.MapFS {
	q := tomlString(text)
	both := "{ ja = " + q + ", en = " + q + " }"
	second := tomlString(text + "・2")
	article := func(lang, words string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("+++\ntitle = " + q + "\npublished = \"2024-05-01\"\nsummary = " + q + "\n" + map[string]string{"ja": "sources = [\"paper\"]\nabout = [\"gull\"]\n"}[lang] + "+++\n\n" + words + markdown(text) + "\n")}
	}
	entity := "summary = " + both + "\n"
	more := "[[alias]]\nname = " + q + "\nby = " + q + "\nscope = \"same\"\nnote = " + both + "\n[[reference]]\nurl = \"https://example.org/a\"\ntitle = " + q + "\n"
	files := fstest.MapFS{
		"config.toml":                 {Data: []byte("title = " + both + "\ndescription = " + both + "\nlicence = " + both + "\nnamespace = " + q + "\n")},
		"content/articles/quay/ja.md": article("ja", "警察は5月1日、灯台を調べた。"), "content/articles/quay/en.md": article("en", "Police searched a lighthouse on 1 May. "),
		"content/actors/gull.toml": {Data: []byte("name = " + both + "\n" + entity + "variants = [" + q + "]\n[ids]\nmalpedia = " + q + "\n" + more +
			"[[claim]]\nproperty = \"method\"\ntext = " + both + "\nby = " + q + "\nnote = " + both + "\nsource = \"paper\"\n[[claim]]\nproperty = \"figure\"\nfigure = { min = 3, unit = " + both + ", counts = " + both + " }\nsource = \"paper\"\n")},
		"content/operations/quay-lights.toml": {Data: []byte("name = { ja = " + second + ", en = " + second + " }\n" + entity + "class = \"counter\"\ntype = \"takedown\"\nperiod = \"2024-04/2024-05-01\"\ncounters = [\"gull\"]\n[[participant]]\nentity = \"gull\"\nrole = \"target\"\nnote = " + both +
			"\n[[legal]]\ninstrument = " + both + "\nnumber = " + q + "\nsource = \"paper\"\n[[event]]\nid = \"lights-out\"\ndate = \"2024-05-01\"\ntype = \"takedown\"\ntitle = " + both + "\ntext = " + both + "\nsource = \"paper\"\n")},
		"seeds/paper.toml": {Data: []byte("kind = \"news\"\ntitle = " + q + "\npublisher = " + q + "\nauthor = " + q + "\nnumber = " + q + "\nlanguage = \"ja\"\npublished = \"2024-05-01\"\nnote = " + both + "\n")},
	}
	return files
}

// TestHostileText builds archives of hostile text. What comes out is either clear problems, each with its place, and
// no site, or a site of which every file is whole: pages and links by the check of the tree, data by its readers.
func TestHostileText(t *testing.T) {
	ran, sites := 0, 0
	for name, text := range hostiles {
		t.Run(name, func(t *testing.T) {
			ran++
			b := builder(hostileFiles(text))
			site, problems, err := b.Build(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range problems {
				if p.Pos.Path == "" || p.Msg == "" || len(p.Msg) > 1000 || strings.ContainsAny(p.Msg, "\x00\x1b\u202e\n") {
					t.Errorf("an unclear problem: %q", p)
				}
			}
			if site.Files == nil {
				if problems.Errors() == 0 {
					t.Error("no site and no problem")
				}
				return
			}
			sites++
			checkTree(t, site.Files)
			for _, f := range site.Files {
				if err := readable(f); err != nil {
					t.Errorf("%s: %v", f.Path, err)
				}
			}
			e := site.Casebook.Entity("quay-lights")
			data, err := dossier.Make(site.Files, e, dossier.Options{ID: e.ID, Langs: i18n.Langs[:], Title: site.Title})
			if err == nil {
				err = readable(render.File{Path: "dossier.html", Data: data})
			}
			if err != nil || bytes.Contains(data, []byte("<script")) {
				t.Errorf("the dossier: %v", err)
			}
			if err := writeZip(io.Discard, site.Files, site.Title); err != nil {
				t.Error(err)
			}
		})
	}
	if sites < ran-3 {
		t.Errorf("only %d of %d archives could be built", sites, ran)
	}
}

// readable reads a file as programs do.
func readable(f render.File) error {
	if i := bytes.IndexAny(f.Data, "\x00\x07\x1b"); i >= 0 {
		return fmt.Errorf("the control character %q", f.Data[i])
	}
	switch path.Ext(f.Path) {
	case ".json":
		if bytes.Contains(f.Data, []byte("</")) {
			return errors.New("it can end a script")
		}
		var v any
		return json.Unmarshal(f.Data, &v)
	case ".csv":
		rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(f.Data, []byte("\ufeff")))).ReadAll()
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
					return fmt.Errorf("the cell %.40q is a formula", cell)
				}
			}
		}
		return err
	case ".xml":
		d := xml.NewDecoder(bytes.NewReader(f.Data))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				return nil
			} else if err != nil {
				return err
			}
		}
	case ".html":
		return tame(f.Data)
	}
	return nil
}

// tame reports, as an error, what no text of an editor may become on a page.
func tame(page []byte) error {
	d := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch d.Next() {
		case html.ErrorToken:
			if errors.Is(d.Err(), io.EOF) {
				return nil
			}
			return d.Err()
		case html.StartTagToken, html.SelfClosingTagToken:
			token := d.Token()
			for _, a := range token.Attr {
				if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(strings.TrimSpace(strings.ToLower(a.Val)), "javascript:") {
					return errors.New("a script in " + strconv.Quote(token.String()))
				}
			}
			if token.Data == "img" || token.Data == "b" && len(token.Attr) > 0 {
				return errors.New("markup of an editor: " + strconv.Quote(token.String()))
			}
		}
	}
}
