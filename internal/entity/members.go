package entity

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// Minutes of a chamber list its members by post and name, and open what each says with a circle and his name: 議院運営委員 服部 良一君,
// ○小島庶務部長 …. A line of its own may say who has written: (野口 真理), 真島 拓=編集部.

// members finds those whom a line names so.
func (p *passage) members() {
	line := strings.TrimSpace(p.text)
	if len(line) == 0 {
		return
	}
	start := strings.Index(p.text, line)
	if before, ok := strings.CutSuffix(line, "君"); ok {
		if at := strings.LastIndexAny(before, " 　"); at > 0 {
			p.inTwoWords(start+lastWordBefore(before, at), start+len(before))
		}
	}
	for _, marks := range [][2]string{{"(", ")"}, {"（", "）"}} {
		if inner, ok := strings.CutPrefix(line, marks[0]); ok && strings.HasSuffix(inner, marks[1]) {
			p.inTwoWords(start+len(marks[0]), start+len(line)-len(marks[1]))
		}
	}
	if name, desk, ok := strings.Cut(strings.ReplaceAll(line, "＝", "="), "="); ok && len(line) == len(strings.ReplaceAll(line, "＝", "=")) && endsAny(desk, "編集部", "報道部", "取材班", "デスク", "ライター", "記者", "支局") {
		p.inTwoWords(start, start+len(name))
	}
	p.inChamber(start)
	p.namesakes()
}

// namesakePattern matches a member with the first character of his given name, where the chamber has two of one surname: 後藤(祐)委員.
var namesakePattern = regexp.MustCompile(`(\p{Han}{1,4})[(（][\p{Han}ぁ-んァ-ヶ]{1,2}[)）](?:分科員|委員|議員|君)`)

// namesakes finds such members.
func (p *passage) namesakes() {
	if len(p.spots[memberWords]) == 0 {
		return
	}
	for _, m := range namesakePattern.FindAllStringSubmatchIndex(p.text, -1) {
		for n := 3; n > 0; n-- {
			if start := m[3] - n*len("字"); start >= m[2] && familyNamesOfJapan()[p.text[start:m[3]]] && p.scriptBefore(start) != kanji {
				p.sight(source.Span{Start: start, End: m[1]}, content.Person, 0.8, "member")
				break
			}
		}
	}
}

// lastWordBefore returns where the word begins that ends at a space.
func lastWordBefore(s string, space int) int {
	head := strings.TrimRight(s[:space], " 　")
	at := strings.LastIndexAny(head, " 　)）:：")
	if at < 0 {
		return 0
	}
	_, n := utf8.DecodeRuneInString(head[at:])
	return at + n
}

// inTwoWords finds the name of Japan that fills a stretch, its two parts set apart.
func (p *passage) inTwoWords(start, end int) {
	s := source.Span{Start: start, End: end}
	family, given, ok := strings.Cut(strings.ReplaceAll(p.surface(s), "　", " "), " ")
	if !ok || !nameInKanji(family) || !nameInKanji(strings.TrimSpace(given)) || !familyNamesOfJapan()[family] {
		return
	}
	p.sight(s, content.Person, 0.75, "member")
}

// nameInKanji reports whether a text is one part of a name: three kanji at most, or kana behind one.
func nameInKanji(s string) bool {
	n := 0
	for _, r := range s {
		if k := script(r); k != kanji && k != hiragana && k != katakana {
			return false
		}
		n++
	}
	return n >= 1 && n <= 4
}

// inChamber finds who says what follows a circle at the beginning of a line: ○|小島庶務部長|　….
func (p *passage) inChamber(start int) {
	rest, ok := "", false
	for _, circle := range []string{"○", "◯", "〇"} {
		if rest, ok = strings.CutPrefix(p.text[start:], circle); ok {
			break
		}
	}
	if !ok {
		return
	}
	label, _, _ := strings.Cut(rest, " ")
	label, _, _ = strings.Cut(label, "　")
	label, _, _ = strings.Cut(label, "(")
	label, _, _ = strings.Cut(label, "（")
	at := len(p.text) - len(rest)
	if n := utf8.RuneCountInString(label); n < 4 || n > 14 || strings.ContainsAny(label, "、。") || !endsAny(label, "長", "委員", "参考人", "大臣", "官", "議員", "証人", "公述人", "総裁", "副総裁", "理事") {
		return
	}
	for n := 3; n > 0; n-- {
		if len(label) > n*len("字") && familyNamesOfJapan()[label[:n*len("字")]] {
			p.sight(source.Span{Start: at, End: at + len(label)}, content.Person, 0.8, "speaker")
			return
		}
	}
}
