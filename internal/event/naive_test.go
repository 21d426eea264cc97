package event

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"jikenbo/internal/source"
)

// The finders of this package are written for speed. Here each is held against one that is written to be read,
// on texts that are thrown together.

// texts calls f with texts of up to n of some pieces.
func texts(n int, pieces []string, f func(text string)) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		var b strings.Builder
		for range 1 + random.IntN(n) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		f(b.String())
	}
}

var naiveAmount = func() *regexp.Regexp {
	us := strings.Join(slices.SortedFunc(maps.Keys(units), func(a, b string) int { return len(b) - len(a) }), "|")
	return regexp.MustCompile(`^([$￥])?([0-9]+)(?:(円|ドル|台|人|件|カ国)? ?(?:[〜～~―－-]|から|ないし) ?約?([0-9]+))?` +
		`(?: ?(以上|を超える|を超す|を上回る|を下らない|を下回る|超|余り|余|あまり|近く|未満|前後|程度|もの)(?:の? ?(` + us + `))?|(?: ?の? ?(` + us + `))?)` +
		`(?: ?(以上|を超える|を超えた|を超え|を超す|を上回る|を上回った|を上回|を下らない|を下回る|を下回った|を下回|足らず|超|余り|余|あまり|近く|未満|以下|前後|程度|ほど|強|弱|もの))?`)
}()

var naiveBefore = regexp.MustCompile(`(?:(少なくとも|最大で|最大) ?)?(およそ|約|計)? ?(?:US|米)?$`)

func TestAmountIsThatOfAnExpression(t *testing.T) {
	pieces := append(strings.Split("0 1 12 345 $ ￥ 〜 - から ないし 約 およそ 計 最大 最大で 少なくとも 円 人 台 件 カ国 国・地域 人分 サーバ サーバー つ 以上 を超える 超 余り 未満 もの ほど の は 第", " "), " ")
	texts(12, pieces, func(text string) {
		for i := nextNumber(text, 0); i < len(text); i = nextNumber(text, i+1) {
			at := naiveAmount.FindStringSubmatchIndex(text[i:])
			a, ok := readAmount(text, 0, i)
			if (at != nil) != ok {
				t.Fatalf("%q at %d: got %v, want %v", text, i, ok, at != nil)
			}
			if !ok {
				continue
			}
			group := func(at []int, g int, from int) string {
				if at[2*g] < 0 {
					return ""
				}
				return text[from+at[2*g] : from+at[2*g+1]]
			}
			before := naiveBefore.FindStringSubmatchIndex(text[:i])
			want := []string{group(before, 1, 0), group(before, 2, 0), group(at, 1, i), group(at, 3, i), group(at, 5, i), group(at, 6, i) + group(at, 7, i), group(at, 8, i)}
			got := []string{a.limit, a.rough, a.sign, a.inner, a.before, a.unit, a.after}
			whole := strings.TrimLeft(text[before[0]:i+at[1]], " ")
			if !slices.Equal(got, want) || text[a.start:a.end] != whole {
				t.Fatalf("%q at %d: got %q %q, want %q %q", text, i, text[a.start:a.end], got, whole, want)
			}
			least, most := group(at, 2, i), cmp.Or(group(at, 4, i), group(at, 2, i))
			if a.value != (extent{naiveNumber(least), naiveNumber(most)}) {
				t.Fatalf("%q at %d: got %v, want %s to %s", text, i, a.value, least, most)
			}
		}
	})
}

func TestUnitsAreNormal(t *testing.T) {
	for u, n := range units {
		if n != norm.NFKC.String(u) {
			t.Errorf("%q is written %q", u, n)
		}
	}
}

func naiveNumber(s string) float64 {
	n, _ := strconv.ParseFloat(s, 64)
	return n
}

// TestNumeralReadsWhatIsWritten writes numbers in all the ways and reads them again.
func TestNumeralReadsWhatIsWritten(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		n := random.Int64N(1 << (1 + random.IntN(46)))
		full := strings.Map(func(r rune) rune { return r + '０' - '0' }, fmt.Sprint(n))
		for _, text := range []string{fmt.Sprint(n), commas(n), full, full + "台", myriads(n, digits), myriads(n, commas), myriads(n, kanji)} {
			c := cursor{text: text}
			got, ok := c.numeral()
			if n == 0 && text == "" {
				continue
			}
			if want := (extent{float64(n), float64(n)}); !ok || got != want || strings.TrimSuffix(c.text[c.at:], "台") != "" {
				t.Fatalf("%q: got %v, %v, %q left, want %v", text, got, ok, c.text[c.at:], n)
			}
		}
	}
}

func digits(n int64) string { return fmt.Sprint(n) }

// commas writes 4,258.
func commas(n int64) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", commas(n/1000), n%1000)
}

// kanji writes a number below 万: 四千二百五十八.
func kanji(n int64) string {
	out := ""
	for i, scale := range []string{"千", "百", "十", ""} {
		d := n / []int64{1000, 100, 10, 1}[i] % 10
		if d == 1 && scale != "" {
			out += scale
		} else if d > 0 {
			out += string([]rune("一二三四五六七八九")[d-1]) + scale
		}
	}
	return out
}

// myriads writes 12万6000, with its parts in some way.
func myriads(n int64, part func(int64) string) string {
	out := ""
	for i, scale := range []string{"兆", "億", "万", ""} {
		if p := n / []int64{1e12, 1e8, 1e4, 1}[i] % 1e4; p > 0 {
			out += part(p) + scale
		}
	}
	return out
}

func TestNumeralIsVague(t *testing.T) {
	for _, tt := range []struct {
		give        string
		least, most float64
	}{
		{"数", 2, 9}, {"数十", 20, 99}, {"十数", 11, 19}, {"二十数", 21, 29}, {"百数十", 120, 199}, {"百数", 101, 109}, {"数百万", 2e6, 1e7 - 1}, {"十数億", 11e8, 2e9 - 1},
		{"何千", 2000, 9999}, {"何十万", 2e5, 1e6 - 1}, {"三百数十万", 32e5, 4e6 - 1}, {"1億数千万", 12e7, 2e8 - 1}, {"3万数千", 32000, 39999}, {"数万", 2e4, 1e5 - 1},
		{"3.5億", 35e7, 35e7}, {"15 万", 15e4, 15e4}, {"1.35", 1.35, 1.35}, {"千", 1000, 1000}, {"2千万", 2e7, 2e7}, {"1,2345", 1234, 1234},
	} {
		c := cursor{text: tt.give}
		if got, ok := c.numeral(); !ok || got != (extent{tt.least, tt.most}) {
			t.Errorf("%s: got %v, %v", tt.give, got, ok)
		}
	}
	for _, give := range []string{"", "万", "億円", "台", ",5", ".5"} {
		c := cursor{text: give}
		if got, ok := c.numeral(); ok || c.at > 0 {
			t.Errorf("%q: got %v", give, got)
		}
	}
}

func TestTriggersAreTheLongest(t *testing.T) {
	pieces := []string{"起訴", "不", "差し", "差し押さえ", "差押", "攻撃", "サイバー", "サイバー攻撃", "を受け", "対策", "に", "よると", "発表", "公表", "DDoS", "した", "。", "の犯行", "不正アクセス", "禁止法", "ランサムウェア", "感染", "注意", "を呼びかけ", "逮捕", "状", "裁判所", "命令", "標的", "x"}
	texts(8, pieces, func(text string) {
		r := Reader{Sentence: &Sentence{Text: text, Span: source.Span{End: len(text)}, Topic: true, squeezed: squeezed{plain: text}}, text: text, stretch: true}
		stems.EachWord(text, func(at, _, word int) { r.add(lexicon[word], at) })
		var got []string
		for _, h := range r.hits {
			got = append(got, fmt.Sprint(h.span.Start, h.stem))
		}
		if want := naiveTriggers(text); !slices.Equal(got, want) {
			t.Fatalf("%q: got %q, want %q", text, got, want)
		}
	})
}

// naiveTriggers tries all stems at all places, the longest first.
func naiveTriggers(text string) []string {
	byLength := slices.Concat(lexicon...)
	slices.SortStableFunc(byLength, func(a, b trigger) int { return len(b.stem) - len(a.stem) })
	var out []string
	for i := 0; i < len(text); {
		n := slices.IndexFunc(byLength, func(t trigger) bool {
			return strings.HasPrefix(text[i:], t.stem) && t.allows(text, i) && t.object(text)
		})
		if n < 0 {
			i++
			continue
		}
		out = append(out, fmt.Sprint(i, byLength[n].stem))
		i += len(byLength[n].stem)
	}
	return out
}

func TestTriggersOfAStemAreDifferent(t *testing.T) {
	for _, ts := range lexicon {
		for i, tr := range ts[1:] {
			if before := ts[i]; before.with == nil && before.of == nil && before.notAfter == nil && before.notBefore == nil {
				t.Errorf("%q: %s is never reached behind %s", tr.stem, tr.typ, before.typ)
			}
		}
	}
}

func TestModalityIsTheFirstInOrder(t *testing.T) {
	pieces := []string{"し", "た", "疑い", "という", "可能性", "予定", "なかった", "対策", "する", "場合", "を求め", "よう求め", "未遂", "とされ", "と発表", "、", "。", "要請に応じ", "を防", "を防い"}
	texts(7, pieces, func(text string) {
		got, word, ok := modality(text)
		want, wantWord, wantOK := Done, "", true
		if strings.Contains(tail(text), "よう求め") && strings.Contains(text, "要請に応じ") {
			// granted
		} else if i := slices.IndexFunc(senses, func(s sense) bool { return strings.Contains(ownTail(tail(text)), s.word) }); i >= 0 {
			want, wantWord, wantOK = senses[i].modality, senses[i].word, senses[i].modality != ""
		}
		if got != want || word != wantWord || ok != wantOK {
			t.Fatalf("%q: got %q by %q %v, want %q by %q %v", text, got, word, ok, want, wantWord, wantOK)
		}
	})
}

// TestSqueeze takes the spaces out between Japanese characters and finds the places again.
func TestSqueeze(t *testing.T) {
	texts(9, []string{"起", "訴", " ", "　", "A", "1", "、", "し", "😀", "ッ"}, func(text string) {
		r := Reader{Sentence: &Sentence{Text: text, squeezed: squeeze(text)}, text: text}
		want := text
		for again := true; again; {
			next := naiveGap.ReplaceAllString(want, "$1$2")
			want, again = next, next != want
		}
		if r.plain != want {
			t.Fatalf("%q: got %q, want %q", text, r.plain, want)
		}
		for i, c := range r.plain {
			if s := r.place(i, i+len(string(c))); text[s.Start:s.End] != string(c) {
				t.Fatalf("%q: %q at %d is %q", text, c, i, text[s.Start:s.End])
			}
		}
	})
}

var naiveGap = regexp.MustCompile(`([ぁ-ヺー-ヿ一-鿿々])[ 　]+([ぁ-ヺー-ヿ一-鿿々])`)
