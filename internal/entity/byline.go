package entity

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

var (
	// readPattern matches a name in kanji with its reading: 尹錫悦(ユン・ソンニョル).
	readPattern        = regexp.MustCompile(`^[(（]([ァ-ヴー]+(?:[・＝= ][ァ-ヴー]+)?)([)）、])`)
	bareKatakanaPerson = regexp.MustCompile(`^[ァ-ヴー]{2,}(?:[・＝= ](?:[A-Z][.．]?|[ァ-ヴー]+))+`)
)

// questioner matches one who asks at a press conference: 記者（東西新聞・倉田）, （NHK　山田記者）.
var questioner = regexp.MustCompile(`記者[（(]([^・（）()\s、。]{2,15})[・　 ]([^・（）()\s、。]{1,6})[）)]`)

// signature matches the name of one who signs a notice, after the post: 代表取締役社長　山田 太郎.
var signature = regexp.MustCompile(`^[ 　]*([一-龠々ぁ-んァ-ヴー]{1,5}[ 　][一-龠々ぁ-んァ-ヴー]{1,5})(?:$|[\s　(（、。])`)

// signatures finds those who sign.
func (p *passage) signatures() {
	for _, at := range p.spots[signerWords] {
		m := signature.FindStringSubmatchIndex(p.text[at.End:min(len(p.text), at.End+maxQuotation)])
		if m != nil && !p.particleAt(at.End+m[2]) && (!endsAny(strings.TrimRight(p.surface(at.Span), " 　"), teams...) || p.surnameAt(at.End+m[2])) {
			p.sight(source.Span{Start: at.End + m[2], End: at.End + m[3]}, content.Person, 0.7, "signature")
		}
	}
}

// particleAt reports whether a particle and a space stand at i, as machine translation parts them: 部長 |は 述べ.
func (p *passage) particleAt(i int) bool {
	return beginsAny(p.text[i:], "は ", "が ", "を ", "に ", "の ", "と ", "も ", "で ", "や ")
}

// signers are the posts of those who sign.
var signers = []string{"社長", "会長", "代表取締役", "取締役", "理事長", "学長", "総長", "総裁", "所長", "局長", "部長", "課長", "院長", "CEO", "代表", "校長", "研究員", "執行役員"}

// teams are where those work who sign with a family name that the dictionary knows: リサーチチーム 桐谷 真理.
var teams = []string{"チーム", "ラボ", "研究所", "研究室", "センター", "編集部", "事業部", "推進部", "広報部", "本部"}

// surnameAt reports whether a word at i is a family name.
func (p *passage) surnameAt(i int) bool {
	w, ok := p.tokenAt(i)
	return ok && p.words[w].Start == i && p.words[w].is(personal|surname)
}

// questioners finds those who ask at a press conference, and whom they work for.
func (p *passage) questioners() {
	if len(p.spots[askerWords]) == 0 {
		return
	}
	for _, at := range questioner.FindAllStringSubmatchIndex(p.text, -1) {
		p.sight(source.Span{Start: at[2], End: at[3]}, content.Organization, 0.75, "questioner")
		p.sight(source.Span{Start: at[4], End: at[5]}, content.Person, 0.75, "questioner")
	}
}

// writers stand before the names of those who wrote, translated or took a picture.
var writers = []string{
	"翻訳", "監訳", "著者", "執筆者", "執筆", "監修", "取材", "編集", "構成", "聞き手", "撮影", "写真", "筆者", "寄稿", "担当", "記者", "訳者", "文", "訳", "著",
	"AFP", "AP", "Reuters", "Author", "Writer", "Written by", "Photo by", "By", "by",
}

// bylines finds those who wrote: (文：Jane Roe、翻訳：John Doe), 監修:山田花子.
func (p *passage) bylines() {
	end := 0
	for _, at := range p.spots[writerWords] {
		if at.End == end {
			continue // the end of a longer word: 執筆者, 筆者
		}
		end = at.End
		if p.scriptBefore(at.Start) == p.scriptAt(at.Start) {
			continue
		}
		for at := p.afterSpace(at.End); ; {
			n := p.writer(at)
			if house := strings.IndexAny(p.text[at:min(len(p.text), at+maxQuotation)], "　、。\n"); n == 0 && house > 0 && strings.HasPrefix(p.text[at+house:], "　") {
				at += house + len("　") // 著者：Northgate Labs　|Helen Whitmore
				n = p.writer(at)
			}
			if n > 0 && !(p.scriptAt(at) == kanji && p.scriptAt(at+n) == hiragana && strings.HasSuffix(p.text[:at], "　")) {
				p.sight(source.Span{Start: at, End: at + n}, content.Person, 0.8, "byline")
			}
			next, ok := strings.CutPrefix(p.text[at+n:], "、")
			if at = len(p.text) - len(next); n == 0 || !ok {
				break
			}
		}
	}
}

// bylinePattern matches a line that has nothing but who wrote and for whom: [柏木亮太，テックウォッチ].
var bylinePattern = regexp.MustCompile(`^[\[［]([一-龠々]{3,5}|[ァ-ヴー]+・[ァ-ヴー・]+)[，,] ?([^\s、。，,\]］]{2,20})[\]］](?:\n|$)`)

// squareByline finds who wrote, and the house, where that fills the passage.
func (p *passage) squareByline() {
	if !beginsAny(p.text, "[", "［") {
		return
	}
	if m := bylinePattern.FindStringSubmatchIndex(p.text[:min(len(p.text), maxQuotation)]); m != nil && p.writer(m[2]) == m[3]-m[2] {
		p.sight(source.Span{Start: m[2], End: m[3]}, content.Person, 0.75, "byline")
		p.sight(source.Span{Start: m[4], End: m[5]}, content.Organization, 0.7, "byline")
	}
}

// writer returns the length of the person's name that stands at i, 0 if none does.
func (p *passage) writer(i int) int {
	rest := p.text[i:]
	if n := latinPerson(rest); n > 0 && !company(rest[:n]) && !teamWords.ends(rest[:n]) {
		return n
	}
	if m := bareKatakanaPerson.FindString(rest); m != "" && !company(m) {
		return len(m)
	}
	if s := (source.Span{Start: i, End: p.run(i, kanji)}); p.count(s) >= 3 && p.marks[s.End]&orgEnd == 0 && p.gradeOf(s) >= unlikely && !p.places(s) {
		return s.Len()
	}
	if s := p.fullKanjiName(i); strings.ContainsAny(p.surface(s), " 　") && p.gradeOf(source.Span{Start: i, End: p.run(i, kanji)}) >= unlikely {
		return s.Len()
	}
	j, ok := p.tokenAt(i)
	if !ok || j+1 >= len(p.words) || !p.words[j].is(personal|surname) || !p.words[j+1].is(personal|given) {
		return 0
	}
	return p.words[j+1].End - i
}

// read finds the names in kanji that are followed by their reading in katakana, and the readings.
func (p *passage) read() {
	for _, kana := range p.katakana {
		open := source.Span{Start: kana.Start, End: kana.Start}
		switch r := p.before(kana); r {
		case '(', '（':
			open.Start -= utf8.RuneLen(r)
		default:
			continue
		}
		if !strings.ContainsRune(")）・＝= 、", p.after(kana)) {
			continue
		}
		at := readPattern.FindStringSubmatchIndex(p.text[open.Start:])
		if at == nil {
			continue
		}
		name := source.Span{Start: p.runBefore(open.Start, kanji), End: open.Start}
		if spaced := p.spacedKanji(open.Start); strings.Contains(chineseFamilies, beforeBlanks(p.text[spaced:name.Start])) {
			name.Start = spaced // 周 志明
		}
		reading := source.Span{Start: open.Start + at[2], End: open.Start + at[3]}
		n := p.count(name)
		pointed := strings.ContainsAny(p.surface(reading), "・＝= ")
		if !pointed && p.text[open.Start+at[4]:open.Start+at[5]] == "、" {
			continue // what goes on is no reading
		}
		office := n == 1 && strings.Contains(chineseFamilies, p.surface(name)) && p.titleBegins(open.Start+at[1])
		if i, ok := p.tokenAt(name.Start); ok && !office && p.words[i].Span == name && p.words[i].is(listed) && !p.words[i].is(proper) {
			continue // a common noun: 公表(オペレーション・トーバー)
		}
		if !pointed && !office && (p.listedWord(name) || p.places(name) || !p.titleBegins(open.Start+at[1]) && !beginsAny(p.text[open.Start+at[1]:], strongTitles...)) {
			continue // a reading in one word, as 北京（ペキン） has it, too
		}
		if n < 2 && !office || n > 4 || company(p.surface(reading)) || endsAny(p.surface(name), "集団", "組織", "作戦", "市", "県", "州", "省", "国", "社", "法", "型", "攻撃", "詐欺", "機構", "条約", "部", "局", "党", "紙", "誌", "島") {
			continue
		}
		p.sight(name, content.Person, 0.75, "reading")
		p.sight(reading, content.Person, 0.75, "reading")
	}
}
