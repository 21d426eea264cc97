package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// odd is text as people type and paste it.
var odd = []string{"ﾑｽﾀﾝｸﾞ･ﾊﾟﾝﾀﾞ", "ＡＰＴ４０とＵ．Ｓ．", "U.S. law, 4,258台", "Shihōshō naïve café", "か\u3099き\u3099", "zero-day／ゼロデイ", "“引用” ‘one’ don’t", "🐼パンダ🐼", "𠮷野家の話", "㈱架空①", "サーバ〜サーバー", "İstanbul ΟΔΟΣ"}

// A synth writes text that is spread as language is: few words stand everywhere, most are rare.
type synth struct {
	*rand.Rand
	ja, en []string
}

func newSynth() *synth {
	s := &synth{Rand: rand.New(rand.NewPCG(1, 2))}
	for range 12000 {
		s.ja = append(s.ja, s.japaneseWord())
		s.en = append(s.en, s.englishWord())
	}
	return s
}

// rank returns a number below n, small ones much more often.
func (s *synth) rank(n int) int {
	f := s.Float64()
	return min(int(float64(n)*f*f*f*f), n-1)
}

func (s *synth) japaneseWord() string {
	var b strings.Builder
	if s.IntN(4) == 0 {
		for range 3 + s.IntN(5) {
			b.WriteRune([]rune("アイウエオカガキクグコサザシジスタダツテトドナニネノハバパフプマミムメモラリルレロンッー")[s.IntN(44)])
		}
		return b.String()
	}
	for range 2 + s.IntN(3) {
		b.WriteRune(rune(0x4e00 + 7*s.rank(2900)))
	}
	return b.String()
}

func (s *synth) englishWord() string {
	onset, rhyme := strings.Fields("b br c ch d dr f g gr h j k l m n p pl pr r s st t th tr v w"), strings.Fields("a e i o u an en in on ar er or al ation ing ist ed")
	var b strings.Builder
	for range 1 + s.IntN(4) {
		b.WriteString(onset[s.rank(len(onset))] + rhyme[s.rank(len(rhyme))])
	}
	return b.String()
}

// reading returns how a name is read, in hiragana.
func (s *synth) reading() string {
	var b strings.Builder
	for range 5 + s.IntN(4) {
		b.WriteString(syllables[2*s.IntN(100)])
	}
	return b.String()
}

func (s *synth) japanese() string {
	var b strings.Builder
	particles := strings.Fields("は が を に の で と から へ も による として")
	for range 9 + s.IntN(8) {
		b.WriteString(s.ja[s.rank(len(s.ja))] + particles[s.rank(len(particles))])
	}
	return b.String() + []string{"した。", "とみられる。", "と発表した。"}[s.IntN(3)]
}

func (s *synth) english() string {
	words := make([]string, 12+s.IntN(10))
	for i := range words {
		words[i] = s.en[s.rank(len(s.en))]
	}
	return strings.ToUpper(words[0][:1]) + strings.Join(words, " ")[1:] + "."
}

// archive returns n articles in both languages and an entity for every five of them. The entities are named
// in the articles, in one script or the other.
func (s *synth) archive(n int) ([]Record, []Name) {
	var records []Record
	var names []Name
	var f folder
	pair := func(ja, en Record) {
		ja.Lang, en.Lang = "ja", "en"
		records = append(records, ja, en)
	}
	titles := make([][2]string, max(n/5, 1))
	for i := range titles {
		ja, en := "架空"+s.japaneseWord()+"・"+s.japaneseWord(), "Fict "+s.englishWord()+s.englishWord()+"-"+s.englishWord()+s.englishWord()
		titles[i] = [2]string{ja, en}
		other := []string{s.japaneseWord() + "架空団", s.englishWord() + s.englishWord() + s.englishWord()}
		reading := s.reading()
		read := append([]string{reading}, romaji(reading)...)
		pair(Record{Kind: "actor", Path: fmt.Sprintf("actors/a%d.html", i), Title: ja, Names: slices.Concat([]string{en}, other, read), Lines: []Line{{"", s.japanese()}}},
			Record{Kind: "actor", Path: fmt.Sprintf("actors/a%d.html", i), Title: en, Names: slices.Concat([]string{ja}, other, read), Lines: []Line{{"", s.english()}}})
		names = append(names, Name{Said: f.distinct([]string{ja, en, other[0], other[1]}, nil), Asked: f.distinct(append(read, fmt.Sprintf("g%04d", i)), nil)})
	}
	for i := range n {
		year, path := 2025-i*15/n, fmt.Sprintf("articles/n%d.html", i)
		ja := Record{Kind: ArticleKind, Path: path, Title: s.japanese()[:60], Years: Years{year, year}, When: fmt.Sprintf("%d年", year)}
		en := Record{Kind: ArticleKind, Path: path, Title: s.english()[:30], Years: Years{year, year}, When: fmt.Sprint(year)}
		for j := range 30 + s.IntN(20) {
			a, b := s.japanese(), s.english()
			if who := titles[s.rank(len(titles))]; s.IntN(12) == 0 {
				a, b = who[s.IntN(2)]+"は"+a, b+" "+who[1]+" did."
			}
			if j == 7 {
				a, b = odd[i%len(odd)]+a, b+" "+odd[i%len(odd)]
			}
			ja.Lines, en.Lines = append(ja.Lines, Line{fmt.Sprint("s", j+1), a}), append(en.Lines, Line{fmt.Sprint("s", j+1), b})
		}
		pair(ja, en)
	}
	return records, names
}

// A query with the records that a plain scan of the folded text finds.
type query struct {
	Q string `json:"q"`
	// About says what kind of query it is.
	About string `json:"about"`
	// Named reports that it names an entity, so that more is found than the scan finds.
	Named bool     `json:"named"`
	Want  []uint32 `json:"want"`
}

// queries are words of the archive of every frequency, pieces of words, phrases across words, and names.
func (s *synth) queries(records []Record) []query {
	var out []query
	folded := foldAll(records)
	ask := func(about string, asked ...string) {
		for _, q := range asked {
			named := slices.Contains([]string{"name", "number", "kana", "romaji"}, about)
			out = append(out, query{q, about, named, scan(folded, words(q))})
		}
	}
	line := func(i, n int) []rune { return []rune(records[len(records)-i].Lines[n].Text) }
	ask("nothing", "無い語", "xqxq", "無 い 語")
	ask("one character", "の", "株", "🐼", "a")
	ask("common", "架空", "発表", "発表した", "とみられる", "in", "us", "ation")
	for i := range 10 {
		about := []string{"common", "rare"}[i/5]
		ja, words := line(2+i*14, 3), strings.Fields(string(line(1+i*14, 4)))
		ask(about, s.ja[1<<i], s.en[1<<i], s.ja[1<<i][:6])
		ask("several words", s.ja[1<<i]+" "+s.en[1], words[3]+" "+words[7])
		ask("phrase", `"`+string(ja[5:12])+`"`, `"`+string(ja[9:11])+`"`, `"`+strings.Join(words[2:5], " ")+`"`)
	}
	ask("odd", "むすたんぐ", "apt40", "4258", "shihosho naive", "がぎ", "zero-day", `"zero day"`, "dont", "𠮷野", "サーバ", "istanbul")
	for i := 0; records[i].Kind == "actor"; i += 2 * (1 + len(records)/100) {
		r := records[i]
		ask("name", r.Title, r.Names[0])
		ask("number", fmt.Sprintf("g%04d", i/2))
		ask("kana", r.Names[3])
		ask("romaji", r.Names[4])
	}
	return out
}
