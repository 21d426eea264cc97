package lattice

import (
	"cmp"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/ikawaha/kagome-dict/dict"
	"github.com/ikawaha/kagome-dict/ipa"
	"github.com/ikawaha/kagome/v2/tokenizer/lattice"
)

// ofIPA is the dictionary of the program.
var ofIPA = sync.OnceValue(func() *Dictionary { return New(ipa.Dict()) })

// kagome cuts a text as kagome does, the reference that all here is held to.
func kagome(d *dict.Dict, names []string, text string) []Word {
	var user *dict.UserDict
	if len(names) > 0 {
		index, err := dict.BuildIndexTable(names)
		if err != nil {
			panic(err)
		}
		user = &dict.UserDict{Index: index}
	}
	la := lattice.New(d, user)
	defer la.Free()
	la.Build(text)
	la.Forward(lattice.Normal)
	la.Backward(lattice.Normal)
	kinds := map[lattice.NodeClass]Kind{lattice.KNOWN: Listed, lattice.UNKNOWN: Unlisted, lattice.USER: Name}
	var out []Word
	for _, n := range slices.Backward(la.Output) {
		if n.Surface != "" {
			out = append(out, Word{n.Position, n.Position + len(n.Surface), n.ID, kinds[n.Class]})
		}
	}
	return out
}

// hold fails where texts are not cut as kagome cuts them.
func hold(t *testing.T, d *dict.Dict, ours *Dictionary, sorted []string, texts ...string) {
	t.Helper()
	var names *Names
	if len(sorted) > 0 {
		names = NewNames(sorted)
	}
	for _, text := range texts {
		if diff := gocmp.Diff(kagome(d, sorted, text), ours.Cut(nil, text, names)); diff != "" {
			t.Fatalf("%.300q, names %q (-kagome +ours):\n%s", text, sorted, diff)
		}
	}
}

// files returns the texts at hand: of archives, and annotated ones.
func files(tb testing.TB, patterns ...string) []string {
	var out []string
	for _, p := range patterns {
		paths, err := filepath.Glob(p)
		if err != nil {
			tb.Fatal(err)
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				tb.Fatal(err)
			}
			out = append(out, string(text))
		}
	}
	if len(out) == 0 {
		tb.Fatal("no texts")
	}
	return out
}

// someNames are names as a registry has them, and such as stand in the way of one another and of what a text says.
func someNames() []string {
	names := []string{
		"ムスタング・パンダ", "外国資産管理室", "ボルト・タイフーン", "タイフーン対策", "APT1グループ", "国の", "の集", "する", "攻撃者集団", "ランサム", "ムウェア", "アア", "アアア", "Tシャツ", "é", "22", "年に",
	}
	slices.Sort(names)
	return names
}

// TestTexts holds all texts at hand to kagome, whole and line by line, with names and without.
func TestTexts(t *testing.T) {
	texts := files(t, "../analysis/testdata/gold*/*.txt", "../../content/articles/*/*.md", "../../../shared/gold/*.txt", "../../../shared/seeds/*")
	for _, text := range slices.Clone(texts) {
		texts = append(texts, strings.SplitAfter(text, "\n")...)
	}
	hold(t, ipa.Dict(), ofIPA(), nil, texts...)
	hold(t, ipa.Dict(), ofIPA(), someNames(), texts...)
}

// oddTexts are what a search may stumble over.
func oddTexts() []string {
	return []string{
		"", " ", "\n\n", "\x00", "あ\x00い", "東\x00京", "\xff", "\xe3\x81", "攻撃\xe3", "時間\x80", "時間\xe3", "ヴァイオリン\xbd", "é\x80", "é\xffab", "\xffé", "\uFFFD", "あ\uFFFDい",
		"\uFFFD\uFFFDx", "é\uFFFD", "\uFFFDé", "𠮷野家", "𠮷𠮷", "ｶﾞｷﾞ", "すもももももももものうち", "2024年9月18日13:05", "CVE-2024-1234とTA505、APT10", "(((", "…………――――", "ーーーー", "APTシャツ", "浮津一番fab", "第1期線",
		"外国資産管理外国資産管理室", "ムスタング・パンムスタング・パンダ", "Αθήναとモсква",
	}
}

// longTexts have words longer than kagome takes for one, and sentences longer than are settled at once.
func longTexts() []string {
	return []string{
		strings.Repeat("ア", 1500), strings.Repeat("ア", 1023) + "イ", strings.Repeat("A", 1022) + "社", strings.Repeat("A", 1023) + "社", strings.Repeat("A", 1024) + "社", strings.Repeat("é", 1030),
		"\uFFFD" + strings.Repeat("é", 1020), "\uFFFD" + strings.Repeat("é", 1021), "\uFFFD" + strings.Repeat("é", 1022), strings.Repeat("\uFFFD", 1025), strings.Repeat("\xff", 1025), strings.Repeat("東京", 3000),
		strings.Repeat("警察庁は14日、外国の集団が国内の企業を攻撃したと発表した。", 400), strings.Repeat("ムスタング・パンダ。", 2000), strings.Repeat("、", 4000),
	}
}

func TestOddTexts(t *testing.T) {
	texts := slices.Concat(oddTexts(), longTexts())
	hold(t, ipa.Dict(), ofIPA(), nil, texts...)
	hold(t, ipa.Dict(), ofIPA(), someNames(), texts...)
}

// TestRandomTexts puts together what stands in texts, and what does not.
func TestRandomTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	bits := slices.Concat(oddTexts(), someNames(), strings.Split("をはがにしたとで。、・ー々ァ0９Ａaé я漢字国撃者ｱ\n", ""), strings.Fields(strings.Join(files(t, "../analysis/testdata/gold/*.txt"), "\n")))
	for range 2000 {
		var b strings.Builder
		for range 1 + r.IntN(40) {
			bit := bits[r.IntN(len(bits))]
			if from := r.IntN(len(bit) + 1); r.IntN(3) == 0 {
				bit = bit[from:min(len(bit), from+1+r.IntN(30))] // in the middle of characters too
			}
			b.WriteString(strings.Repeat(bit, 1+r.IntN(3)/2*r.IntN(5)))
		}
		hold(t, ipa.Dict(), ofIPA(), [][]string{nil, someNames()}[r.IntN(2)], b.String())
	}
}

// randomDict returns a dictionary of words of a few characters, in which many ways cost the same, contexts to the left
// and to the right are different ones, and categories do as they like.
func randomDict(r *rand.Rand) *dict.Dict {
	letters := []rune("あいう亜ア")
	small := func() int16 { return int16(r.IntN(7) - 3) }
	contexts := 2 + r.IntN(5)
	morphs := func(n int) (out dict.Morphs) {
		for range n {
			out = append(out, dict.Morph{LeftID: int16(r.IntN(contexts)), RightID: int16(r.IntN(contexts)), Weight: small()})
		}
		return out
	}
	var words []string
	for range 1 + r.IntN(30) {
		word := make([]rune, 1+r.IntN(4))
		for i := range word {
			word[i] = letters[r.IntN(len(letters))]
		}
		words = append(words, string(word))
	}
	slices.Sort(words)
	d := &dict.Dict{Morphs: morphs(len(words)), Connection: dict.ConnectionTable{Row: int64(contexts), Col: int64(contexts)}}
	d.Index, _ = dict.BuildIndexTable(words)
	for range contexts * contexts {
		d.Connection.Vec = append(d.Connection.Vec, small())
	}
	d.CharCategory = make([]byte, 1<<16)
	for _, l := range letters {
		d.CharCategory[l] = byte(r.IntN(3))
	}
	d.CharClass, d.InvokeList, d.GroupList = dict.CharClass{"DEFAULT", "1", "2"}, make([]bool, 3), []bool{true, false, false}
	d.UnkDict = dict.UnkDict{Index: map[int32]int32{}, IndexDup: map[int32]int32{}}
	for c := range int32(3) {
		d.InvokeList[c], d.GroupList[c] = r.IntN(2) == 0, c == 0 || r.IntN(2) == 0
		d.UnkDict.Index[c], d.UnkDict.IndexDup[c] = int32(len(d.UnkDict.Morphs)), int32(r.IntN(3))
		d.UnkDict.Morphs = append(d.UnkDict.Morphs, morphs(1+int(d.UnkDict.IndexDup[c]))...)
	}
	return d
}

// TestRandomDictionaries holds the search to kagome's over dictionaries of all kinds.
func TestRandomDictionaries(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	letters := []string{"あ", "い", "う", "亜", "ア", "え", "\xff", "\uFFFD", "𠮷"}
	word := func(longest int) string {
		var b strings.Builder
		for range 1 + r.IntN(longest) {
			b.WriteString(letters[r.IntN(len(letters)-r.IntN(2)*4)])
		}
		return b.String()
	}
	for range 300 {
		d := randomDict(r)
		var names, texts []string
		for range r.IntN(3) {
			names = append(names, word(3))
		}
		slices.SortFunc(names, cmp.Compare)
		for range 20 {
			texts = append(texts, word(30))
		}
		texts = append(texts, word(1000))
		hold(t, d, New(d), slices.Compact(names), texts...)
	}
}

// TestDearestWay: what would cost more than fits into 32 bits costs as much as does, and then the first way is taken.
func TestDearestWay(t *testing.T) {
	d := &dict.Dict{
		Morphs:       dict.Morphs{{LeftID: 0, RightID: 1, Weight: 32767}, {LeftID: 1, RightID: 0, Weight: 32000}, {LeftID: 1, RightID: 1, Weight: 32767}},
		Connection:   dict.ConnectionTable{Row: 2, Col: 2, Vec: []int16{32767, 32000, 32766, 32767}},
		CharCategory: []byte{0}, CharClass: dict.CharClass{"DEFAULT"}, InvokeList: []bool{false}, GroupList: []bool{true},
		UnkDict: dict.UnkDict{Morphs: make(dict.Morphs, 1), Index: map[int32]int32{0: 0}, IndexDup: map[int32]int32{}},
	}
	d.Index, _ = dict.BuildIndexTable([]string{"a", "a", "aa"})
	hold(t, d, New(d), nil, strings.Repeat("a", 200_000))
}

// FuzzCut holds the search to kagome's on any bytes.
func FuzzCut(f *testing.F) {
	for _, text := range oddTexts() {
		f.Add(text, false)
		f.Add(text, true)
	}
	f.Fuzz(func(t *testing.T, text string, named bool) {
		var names []string
		if named {
			names = someNames()
		}
		hold(t, ipa.Dict(), ofIPA(), names, text)
	})
}

func benchmark(b *testing.B, cut func(string)) {
	texts := files(b, "../analysis/testdata/gold/*.txt")
	b.ReportAllocs()
	for b.Loop() {
		for _, t := range texts {
			cut(t)
		}
	}
}

// BenchmarkCut looks for the best way through the annotated texts, and so does BenchmarkKagome with kagome's lattice.
func BenchmarkCut(b *testing.B) {
	d := ofIPA()
	var room []Word
	benchmark(b, func(text string) { room = d.Cut(room[:0], text, nil) })
}

func BenchmarkKagome(b *testing.B) {
	d := ipa.Dict()
	benchmark(b, func(text string) {
		la := lattice.New(d, nil)
		la.Build(text)
		la.Forward(lattice.Normal)
		la.Backward(lattice.Normal)
		la.Free()
	})
}
