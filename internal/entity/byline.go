package entity

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

var (
	// readPattern matches a name in kanji with its reading: 尹錫悦(ユン・ソンニョル).
	readPattern        = regexp.MustCompile(`[(（]([ァ-ヴー]+[・＝= ][ァ-ヴー]+)[)）]`)
	bareKatakanaPerson = regexp.MustCompile(`^[ァ-ヴー]{2,}(?:[・＝= ](?:[A-Z][.．]?|[ァ-ヴー]+))+`)
	bareLatinPerson    = regexp.MustCompile(`^[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][A-Za-z'-]+){1,2}`)
)

// questioner matches one who asks at a press conference: 記者（東西新聞・倉田）, （NHK　山田記者）.
var questioner = regexp.MustCompile(`記者[（(]([^・（）()\s、。]{2,15})[・　 ]([^・（）()\s、。]{1,6})[）)]`)

// signature matches the name of one who signs a notice, after the post: 代表取締役社長　山田 太郎.
var signature = regexp.MustCompile(`^[ 　]*([一-龠々ぁ-んァ-ヴー]{1,5}[ 　][一-龠々ぁ-んァ-ヴー]{1,5})(?:$|[\s　(（、。])`)

// signatures finds those who sign.
func (p *passage) signatures() []Mention {
	var out []Mention
	spaceTable.Each(p.text, func(at, end int) {
		if !signerTable.ends(p.text[:at]) {
			return
		}
		if m := signature.FindStringSubmatchIndex(p.text[end:min(len(p.text), end+maxQuotation)]); m != nil {
			out = append(out, p.discovered(source.Span{Start: end + m[2], End: end + m[3]}, content.Person, 0.7, "signature"))
		}
	})
	return out
}

var (
	spaceTable  = morph.NewWordTable([]string{" ", "　"})
	signerTable = newSuffixTable([]string{"社長", "会長", "代表取締役", "取締役", "理事長", "学長", "所長", "局長", "部長", "課長", "院長", "CEO", "代表", "校長", "研究員", "執行役員"})
)

// questioners finds those who ask at a press conference, and whom they work for.
func (p *passage) questioners() []Mention {
	var out []Mention
	if !strings.Contains(p.text, "記者（") && !strings.Contains(p.text, "記者(") {
		return nil
	}
	for _, at := range questioner.FindAllStringSubmatchIndex(p.text, -1) {
		out = append(out, p.discovered(source.Span{Start: at[2], End: at[3]}, content.Organization, 0.75, "questioner"),
			p.discovered(source.Span{Start: at[4], End: at[5]}, content.Person, 0.75, "questioner"))
	}
	return out
}

// bylines finds those who wrote: (文：Jane Roe、翻訳：John Doe), 監修:山田花子.
func (p *passage) bylines() []Mention {
	var out []Mention
	bylineTable.Each(p.text, func(at, end int) {
		before := p.text[:at]
		i := slices.IndexFunc(writers, func(w string) bool { return strings.HasSuffix(before, w) })
		if i < 0 || script(lastRune(strings.TrimSuffix(before, writers[i]))) == script(firstRune(writers[i])) {
			return
		}
		if strings.HasPrefix(p.text[end:], " ") {
			end++
		}
		if n := p.writer(end); n > 0 {
			out = append(out, p.discovered(source.Span{Start: end, End: end + n}, content.Person, 0.8, "byline"))
		}
	})
	return out
}

var (
	// writers stand before the names of those who wrote, translated or took a picture.
	writers = []string{
		"翻訳", "監訳", "著者", "執筆者", "執筆", "監修", "取材", "編集", "構成", "聞き手", "撮影", "写真", "筆者", "寄稿", "担当", "記者", "訳者", "文", "訳", "著",
		"Author", "Writer", "Written by", "Photo by", "By", "by",
	}
	bylineTable = morph.NewWordTable([]string{":", "：", "/", "／", "=", "＝", " by", " "})
)

// writer returns the length of the person's name that stands at i, 0 if none does.
func (p *passage) writer(i int) int {
	rest := p.text[i:]
	for _, pattern := range []*regexp.Regexp{bareLatinPerson, bareKatakanaPerson} {
		if m := pattern.FindString(rest); m != "" && !company(m) {
			return len(m)
		}
	}
	j, ok := p.tokenAt(i)
	if !ok || j+1 >= len(p.tokens) || !personToken(p.tokens[j], "姓") || !personToken(p.tokens[j+1], "名") {
		return 0
	}
	return p.tokens[j+1].Span.End - i
}

// read finds the names in kanji that are followed by their reading in katakana, and the readings.
func (p *passage) read() []Mention {
	if !strings.Contains(p.text, "・") && !strings.Contains(p.text, "＝") {
		return nil
	}
	var out []Mention
	for _, at := range readPattern.FindAllStringSubmatchIndex(p.text, -1) {
		name := source.Span{Start: kanjiBefore(p.text[:at[0]]), End: at[0]}
		reading := source.Span{Start: at[2], End: at[3]}
		n := utf8.RuneCountInString(p.surface(name))
		if n < 2 || n > 4 || company(p.surface(reading)) || endsAny(p.surface(name), "集団", "組織", "作戦", "市", "県", "州", "省", "国", "社", "法", "型", "攻撃", "詐欺", "機構", "条約", "部", "局", "党", "紙", "誌", "島") {
			continue
		}
		out = append(out, p.discovered(name, content.Person, 0.75, "reading"), p.discovered(reading, content.Person, 0.75, "reading"))
	}
	return out
}
