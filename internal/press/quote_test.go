package press

import (
	"bytes"
	"math/rand/v2"
	"regexp"
	"testing"
)

// plainAttribute says what unquoted does: a match takes the space that the next one needs, so it is applied twice.
var plainAttribute = regexp.MustCompile(`( [a-z][a-z0-9-]*=)"([A-Za-z0-9_.#/%:-]*[A-Za-z0-9_#%])"([ >])`)

func byPattern(html []byte) []byte {
	for range 2 {
		html = plainAttribute.ReplaceAll(html, []byte("$1$2$3"))
	}
	return html
}

func TestUnquoted(t *testing.T) {
	for in, want := range map[string]string{
		`<a href="../x.html" class="y">`:        `<a href=../x.html class=y>`,
		`<a b="1" c="2" d="3" e="4">`:           `<a b=1 c=2 d=3 e=4>`,
		`<a href="https://example.org/">`:       `<a href="https://example.org/">`,
		`<a title="two words" id="s1">`:         `<a title="two words" id=s1>`,
		`<a alt="">`:                            `<a alt="">`,
		`<a data-x="日本">`:                       `<a data-x="日本">`,
		`<a Href="x">`:                          `<a Href="x">`,
		`<a 1x="x">`:                            `<a 1x="x">`,
		`<img src="x"/>`:                        `<img src="x"/>`,
		`<script>{"a":"b", c="d"}`:              `<script>{"a":"b", c="d"}`,
		`="`:                                    `="`,
		` a="x"`:                                ` a="x"`,
		`<a title="see a=" href="x">`:           `<a title="see a=" href=x>`,
		`<meta content="width=device-width" x>`: `<meta content="width=device-width" x>`,
	} {
		if got, _, _ := unquoted(in); got != want {
			t.Errorf("unquoted(%s) = %s, want %s", in, got, want)
		}
	}
}

func TestUnquotedIsThePattern(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 6))
	pick := func(from ...string) string { return from[r.IntN(len(from))] }
	for range 20000 {
		var in []byte
		for range 1 + r.IntN(3) {
			in = append(in, pick("<p", "日 x ", "<p\n a=1", " a ")...)
			for range r.IntN(4) {
				in = append(in, pick(" a", " b-1", " c")+`="`...)
				for range r.IntN(4) {
					in = append(in, pick("x", "y.", "/", "#", " ", "日", "-", "<", " a=")...)
				}
				in = append(in, '"')
			}
			in = append(in, pick(">", "/>", " >", " x>")...)
		}
		want := byPattern(bytes.Clone(in))
		if got, _, _ := unquoted(string(in)); got != string(want) {
			t.Fatalf("unquoted(%s) = %s, want %s", in, got, want)
		}
	}
}
