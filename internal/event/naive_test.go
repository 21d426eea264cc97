package event

import (
	"fmt"
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
	for range 20000 {
		var b strings.Builder
		for range 1 + random.IntN(n) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		f(b.String())
	}
}

const naiveNumeral = `(?:[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?(?: ?[十百千万億兆]+(?:[0-9０-９]+(?:[,，][0-9０-９]{3})*)?)*` +
	`|(?:数|何|十数|百数|二十数|三十数)[十百千]?[万億兆]|百数十[万億兆]?|[一二三四五六七八九][十百千]?数?[十百千]?[万億兆]|[十百千]数?[十百千]?[万億兆]` +
	`|(?:数|何|十数|百数|二十数|三十数)[十百千]?|[一二三四五六七八九]?[十百千][一二三四五六七八九]?|[一二三四五六七八九])`

var naiveAmount = func() *regexp.Regexp {
	var us []string
	for u := range units {
		us = append(us, u)
	}
	slices.SortFunc(us, func(a, b string) int { return len(b) - len(a) })
	return regexp.MustCompile(`^(少なくとも|最大で|最大|最多で|最低でも|最低)?(およそ|ほぼ|約|延べ|計)? ?(?:US|ＵＳ|米)?([$€£¥＄￥])?` +
		`(` + naiveNumeral + `)(?:(円|ドル|米ドル|ユーロ|台|人|件|社|カ国|か国|名|個|通|回|％|%)? ?(?:[〜～~―－-]|から|ないし) ?約?(` + naiveNumeral + `))? ?` +
		`(?:(以上|を超える|を上回る|超|余り|余|あまり|近く|未満|前後|程度|もの)?の? ?)?` +
		`(` + strings.Join(us, "|") + `)?(以上|を超える|を超え|を上回る|を上回|超|余り|余|あまり|近く|未満|以下|前後|程度|ほど|強|弱|もの)?`)
}()

var naiveBefore = regexp.MustCompile(`(?:少なくとも|最大で|最大|最多で|最低でも|最低)?(?:およそ|ほぼ|約|延べ|計)? ?(?:US|ＵＳ|米)?$`)

func TestAmountIsThatOfAnExpression(t *testing.T) {
	pieces := append(strings.Split("0 1 12 345 ３ ７８ , ， . ． 一 二 三 十 百 千 万 億 兆 数 何 $ ￥ 〜 - から ないし 約 およそ 計 最大 最大で 少なくとも 米 US 円 人 台 件 カ国 国・地域 人分 サーバ サーバー つ 以上 を超える 超 余り 未満 もの ほど の は 第", " "), " ")
	texts(12, pieces, func(text string) {
		for i := nextNumber(text, 0); i < len(text); i = nextNumber(text, i+1) {
			start := naiveBefore.FindStringIndex(text[:i])[0]
			at := naiveAmount.FindStringSubmatchIndex(text[start:])
			a, ok := readAmount(text, 0, i)
			if (at != nil) != ok {
				t.Fatalf("%q at %d: got %v, want %v", text, i, ok, at != nil)
			}
			if !ok {
				continue
			}
			var want []string
			for g := 1; g < len(at)/2; g++ {
				if at[2*g] < 0 {
					want = append(want, "")
				} else {
					want = append(want, text[start+at[2*g]:start+at[2*g+1]])
				}
			}
			got := []string{a.limit, a.rough, a.sign, a.least, a.inner, a.most, a.before, a.unit, a.after}
			whole := strings.TrimLeft(text[start:start+at[1]], " ")
			if !slices.Equal(got, want) || text[a.start:a.end] != whole {
				t.Fatalf("%q at %d: got %q %q, want %q %q", text, i, text[a.start:a.end], got, whole, want)
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

// naiveNumber reads digits and kanji numerals as the sum of what stands before 万, 億 and 兆.
func naiveNumber(s string) float64 {
	s = strings.NewReplacer(",", "", " ", "").Replace(norm.NFKC.String(s))
	for i, r := range []rune("一二三四五六七八九") {
		s = strings.ReplaceAll(s, string(r), fmt.Sprint(i+1))
	}
	for _, big := range []struct {
		r rune
		n float64
	}{{'兆', 1e12}, {'億', 1e8}, {'万', 1e4}} {
		if head, rest, ok := strings.Cut(s, string(big.r)); ok {
			return max(naiveNumber(head), map[bool]float64{true: 1}[head == ""])*big.n + naiveNumber(rest)
		}
	}
	for _, small := range []struct {
		r rune
		n float64
	}{{'千', 1e3}, {'百', 100}, {'十', 10}} {
		if head, rest, ok := strings.Cut(s, string(small.r)); ok {
			return max(naiveNumber(head), map[bool]float64{true: 1}[head == ""])*small.n + naiveNumber(rest)
		}
	}
	n, _ := strconv.ParseFloat(s, 64)
	return n
}

func TestValueIsThatOfASum(t *testing.T) {
	for _, s := range []string{
		"7", "4,258", "３万２０００", "12万6000", "1億4,790万", "5億3300万", "百二十", "二十三", "千", "一万", "2兆3000億5万", "1.35", "3.5億", "十", "1万5,000", "2万4千", "百万", "7千", "0.25", "三千五百万",
	} {
		lo, hi, ok := value(s)
		if want := naiveNumber(s); !ok || lo != want || hi != want {
			t.Errorf("%s: got %v to %v, %v, want %v", s, lo, hi, ok, want)
		}
	}
}

func TestTriggersAreTheLongest(t *testing.T) {
	pieces := []string{"起訴", "不", "差し", "差し押さえ", "差押", "攻撃", "サイバー", "サイバー攻撃", "を受け", "対策", "に", "よると", "発表", "公表", "DDoS", "した", "。", "の犯行", "不正アクセス", "禁止法", "ランサムウェア", "感染", "注意", "を呼びかけ", "逮捕", "状", "裁判所", "命令", "標的", "x"}
	texts(8, pieces, func(text string) {
		r := Reader{Sentence: Sentence{Text: text, Span: source.Span{End: len(text)}, Topic: true}, text: text, plain: text}
		stems.EachWord(text, func(at, _, word int) { r.add(&lexicon[word], at) })
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
	byLength := slices.Clone(lexicon)
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

func TestStemsAreDifferent(t *testing.T) {
	seen := map[string]bool{}
	for _, tr := range lexicon {
		if seen[tr.stem] {
			t.Errorf("%q stands twice", tr.stem)
		}
		seen[tr.stem] = true
	}
}

func TestModalityIsTheFirstInOrder(t *testing.T) {
	pieces := []string{"し", "た", "疑い", "という", "可能性", "予定", "なかった", "対策", "する", "場合", "を求め", "よう求め", "未遂", "とされ", "と発表", "、", "。", "要請に応じ", "を防", "を防い"}
	texts(7, pieces, func(text string) {
		got, word, ok := modality(text)
		want, wantWord, wantOK := Done, "", true
		if strings.Contains(tail(text), "よう求め") && strings.Contains(text, "要請に応じ") {
			// granted
		} else if i := slices.IndexFunc(senses, func(s sense) bool { return strings.Contains(tail(text), s.word) }); i >= 0 {
			want, wantWord, wantOK = senses[i].modality, senses[i].word, senses[i].modality != ""
		}
		if got != want || word != wantWord || ok != wantOK {
			t.Fatalf("%q: got %q by %q %v, want %q by %q %v", text, got, word, ok, want, wantWord, wantOK)
		}
	})
}
