package entity

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

var latinSurname = regexp.MustCompile(`[A-Z][a-z]{2,}$`)

// suspects finds kanji names before 容疑者, 被告 and 氏, which the dictionary often cuts wrongly.
func (p *passage) suspects() {
	for _, title := range p.spots[strongTitleWords] {
		end := title.Start
		if end > 0 && (lower(p.text[end-1]) || p.scriptBefore(end) == latin && p.text[end-1] >= utf8.RuneSelf || p.accented(end)) {
			p.suspectInLatin(end)
			continue
		}
		s := source.Span{Start: p.acrossNo(p.spacedKanji(end)), End: end}
		s.Start += jobTable.Longest(p.surface(s)) // 無職|中瀬拓海
		n, full := p.count(s), p.givenAt(s) > 0
		if n > 5 && !full {
			s, n = p.lastSurname(s)
			full = p.givenAt(s) > 0
		}
		if i, ok := p.tokenAt(s.Start); ok && n > 1 && p.words[i].Span == s && p.commonWord(p.words[i]) && !familyNamesOfJapan()[p.surface(s)] {
			continue // 主要|容疑者
		}
		if p.surface(title.Span) == "被疑者" && p.gradeOf(s) != likely && !p.fullChinese(s) {
			continue // 共犯被疑者
		}
		if !full && (n < 1 || n > 5 || strings.ContainsAny(p.surface(s), "男女人性者員各両同元彼某姓摂華")) || !p.cut(end) {
			continue
		}
		if whole := p.withForeign(s); whole != s {
			p.sight(whole, content.Person, 0.85, "title")
		} else if n > 1 || p.nameToken(s) || strings.Contains(chineseFamilies, p.surface(s)) {
			p.sight(p.titled(s), content.Person, 0.85, "title")
		}
	}
}

// jobTable has what stands right before the name of a suspect, and what no family name begins with.
var jobTable = morph.NewWordTable([]string{"無職", "会社員", "元会社員", "会社役員", "自営業", "団体職員", "派遣社員", "大学生", "大学院生", "専門学校生", "高校生", "公務員", "地方公務員", "国家公務員", "農業", "作業員", "店員", "住所不定無職", "職業不詳", "自称会社員", "自称自営業", "自称無職"})

// acrossNo returns where the family name begins of whose last kanji a name was made, as the dictionary cuts it at its ノ: 滝|ノ|上諒, 堀|ノ|内健一.
func (p *passage) acrossNo(i int) int {
	no := lastRune(p.text[:i])
	if !strings.ContainsRune("ノヶケツッ", no) || p.scriptAt(i) != kanji {
		return i
	}
	end := i - utf8.RuneLen(no)
	start := p.runBefore(end, kanji)
	head := []rune(p.text[start:end])
	if len(head) == 1 || len(head) == 2 {
		return start
	}
	for n := 1; n <= 2 && n < len(head); n++ { // 会社員|一ノ瀬
		if at := end - len(string(head[len(head)-n:])); familyNamesOfJapan()[p.text[at:i+runeLen(p.text[i:])]] {
			return at
		}
	}
	return i
}

// maxFullName is how many characters a full name of Japan has at most.
const maxFullName = 6

// backFrom returns the place n characters before another, or the beginning of the text.
func (p *passage) backFrom(i, n int) int {
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(p.text[:i])
		i -= size
	}
	return i
}

// lastSurname returns the name that ends a run of kanji behind what somebody does: 自称運送業|権藤泰造, 飲食店従業員|萩原結菜.
func (p *passage) lastSurname(s source.Span) (source.Span, int) {
	for at := max(s.Start, p.backFrom(s.End, maxFullName)); at < s.End; at += runeLen(p.text[at:]) {
		if name := (source.Span{Start: at, End: s.End}); at > s.Start && p.cut(at) && p.givenAt(name) > 0 {
			return name, p.count(name)
		}
	}
	for i, _ := p.tokenAt(max(s.Start, p.backFrom(s.End, maxFullName))); i < len(p.words) && p.words[i].Start < s.End; i++ {
		if w := p.words[i]; w.is(personal|surname) && w.Start > s.Start {
			return source.Span{Start: w.Start, End: s.End}, p.count(source.Span{Start: w.Start, End: s.End})
		}
	}
	return s, p.count(s)
}

// suspectInLatin finds the surname in Latin letters that ends at i.
func (p *passage) suspectInLatin(i int) {
	if s := p.accentedName(i); s.Len() > 0 {
		p.sight(s, content.Person, 0.85, "title")
		return
	}
	from := max(0, i-30)
	m := latinSurname.FindStringIndex(p.text[from:i])
	if m == nil {
		return
	}
	if s := (source.Span{Start: from + m[0], End: i}); p.alone(s) && p.before(s) != ' ' {
		p.sight(s, content.Person, 0.8, "title")
	}
}

// titled gives a surname the title that makes it a name where nothing stands between them: 楊容疑者, 磯部大臣.
func (p *passage) titled(s source.Span) source.Span {
	k := p.scriptAt(s.Start)
	if k != kanji && k != katakana || k == kanji && p.count(s) > 2 {
		return s
	}
	if k == kanji && p.count(s) == 2 && (p.fullChinese(s) || !familyNamesOfJapan()[p.surface(s)] && !p.nameToken(s) && p.givenAt(s) > 0) {
		return s
	}
	at := p.beforeOffice(s.End)
	end := at + titleTable.Longest(p.text[at:])
	if end > at && p.count(source.Span{Start: end, End: p.run(end, kanji)}) < 2 {
		s.End = end // and not in the middle of a longer one: ニューバーガー大統領|次席補佐官
	}
	return s
}

// governed are the fields of which somebody is the minister, the deputy or the spokesman.
var governed = []string{
	"外務", "防衛", "財務", "総務", "経済産業", "デジタル", "農林水産", "文部科学", "厚生労働", "国土交通", "環境", "法務", "経済安全保障担当", "サイバー安全保障担当", "官房", "内閣官房", "内閣",
}

// beforeOffice returns where the office begins that stands at i, behind whose it is and whether somebody still holds it: マクロン|仏|大統領, トランプ|前|大統領,
// 林|外務|大臣.
func (p *passage) beforeOffice(i int) int {
	for _, w := range governed {
		if rest, ok := strings.CutPrefix(p.text[i:], w); ok && beginsAny(rest, "大臣", "副大臣", "報道官", "副報道官", "副長官", "審議官") {
			return i + len(w)
		}
	}
	for _, signs := range []string{"前元現", "米英仏独露韓豪伊加印中"} {
		if rest := p.text[i:]; rest != "" && oneIn(signs, rest[:runeLen(rest)]) {
			i += runeLen(rest)
		}
	}
	return i
}

// fullChinese reports whether two kanji are a family name and a given name of China or Korea, and no family name of Japan: 張|宇.
func (p *passage) fullChinese(s source.Span) bool {
	return p.chinese(s) && !p.nameToken(s) && !familyNamesOfJapan()[p.surface(s)]
}

// spacedKanji returns where a name in kanji begins that ends at i, with a space between surname and given name: 榊原 徹.
func (p *passage) spacedKanji(i int) int {
	given := p.runBefore(i, kanji)
	before := beforeBlanks(p.text[:given])
	surname := p.runBefore(len(before), kanji)
	n := utf8.RuneCountInString(before[surname:])
	if given == len(before) || given == i || n < 1 || n > 3 || given-len(before) > len("　") {
		return given
	}
	return surname
}
