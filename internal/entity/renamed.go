package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// Other names, where a text says that they are such: X（別名A、B）, 被告（通称「C」）, ハンドル名「D」.

// renamed finds the names that a word such as 別名 at a span introduces. Where a bracket opens with it, they are all that it holds, and the name
// before it is one as well: |スノーモール|（別名：UNC7781、Velvet Otter）.
func (p *passage) renamed(at source.Span, found []neighbour) {
	names, of := p.introduced(at.End), []source.Span(nil)
	open := p.bracketBefore(at.Start)
	if open >= 0 {
		if inside := p.inBrackets(open); inside != nil {
			names = inside
		}
		of = p.nameEnding(open)
	} else if before, ok := strings.CutSuffix(p.text[:at.Start], "、"); ok && len(names) > 0 {
		of = p.nameEnding(len(before)) // ルビーサンド、別名STAC9912
	}
	if p.ofPerson(at.Start) {
		for _, s := range names {
			p.sight(s, content.Person, 0.7, "alias")
		}
		return
	}
	k := p.kindRenamed(at, names, of, open, found)
	if k == "" {
		return
	}
	for _, s := range names {
		p.sight(s, k, 0.7, "alias")
	}
	if p.otherNamed(names, of, found) {
		for _, s := range of {
			if p.scriptAt(s.Start) != katakana || !commonKatakana(p, s) && !company(p.surface(s)) {
				p.sight(s, k, 0.65, "alias")
			}
		}
	}
}

// kindRenamed returns the kind of what a text gives other names, "" where it is none that is looked for.
func (p *passage) kindRenamed(at source.Span, names, of []source.Span, open int, found []neighbour) content.Kind {
	for _, n := range found {
		if (n.kind == content.Actor || n.kind == content.Malware) && (slices.ContainsFunc(of, n.Span.Overlaps) || slices.ContainsFunc(names, n.Span.Overlaps)) {
			return n.kind
		}
	}
	if len(of) > 0 {
		if k := p.headEnding(of[0].Start); k != "" {
			return k
		}
	}
	if open >= 0 && endsAny(strings.TrimRight(p.text[:open], " "), "攻撃者", "クラスター", "クラスタ", "グループ", "集団", "アクター") {
		return content.Actor
	}
	if k := p.topicHead(at.Start); k != "" && p.told {
		return k
	}
	if k := p.scriptBefore(max(0, open)); (k == katakana || k == kanji) && !p.endsWith(headWords, source.Span{End: open}) && !endsAt(found, open) {
		return "" // what it explains may be anything: ファイアウォール（別名: UTM）
	}
	return p.kindBeside(at.End, found)
}

// endsAt reports whether attackers or malware have been found whose name ends at i.
func endsAt(found []neighbour, i int) bool {
	return slices.ContainsFunc(found, func(n neighbour) bool { return n.End == i && (n.kind == content.Actor || n.kind == content.Malware) })
}

// otherNamed reports whether it is plain that the name before a bracket is one of what the names in it name: one of them has been found,
// or a word for attackers or malware stands before it.
func (p *passage) otherNamed(names, of []source.Span, found []neighbour) bool {
	if len(of) == 0 || len(names) == 0 {
		return false
	}
	return slices.ContainsFunc(found, func(n neighbour) bool {
		return (n.kind == content.Actor || n.kind == content.Malware) && slices.ContainsFunc(names, n.Span.Overlaps)
	}) || p.headEnding(of[0].Start) != "" || p.told && p.topicHead(of[0].Start) != "" || p.scriptAt(of[0].Start) == latin && p.member(of[0])
}

// bracketBefore returns where the bracket opens whose first word begins at i, -1 if none does.
func (p *passage) bracketBefore(i int) int {
	before := strings.TrimRight(p.text[:i], " 　")
	switch r := lastRune(before); r {
	case '(', '（', '[', '［', '【':
		return len(before) - utf8.RuneLen(r)
	}
	return -1
}

// headEnding returns the kind of the head that stands before a name at i, with の, another link or a quotation mark between them: 攻撃者グループの|「….
func (p *passage) headEnding(i int) content.Kind {
	before := strings.TrimRight(p.text[:i], "「『\"“ ")
	for _, link := range []string{"である", "の", "は", "、"} {
		if rest, ok := strings.CutSuffix(before, link); ok {
			before = rest
			break
		}
	}
	k := content.Kind("")
	for _, s := range p.from(headWords, max(0, len(before)-longestWord)) {
		if s.Start >= len(before) {
			break
		}
		if h := &heads[s.word]; s.End == len(before) && k == "" && h.kind != content.Operation && (!h.weak || p.aware(s.Span) && (soft(h) || h.word == "アクター")) {
			k = h.kind
		}
	}
	return k
}

// topicHead returns the kind of the group or program that is what the sentence speaks of at i: |この集団|は業界で「砂漠の狐」と呼ばれ.
func (p *passage) topicHead(i int) content.Kind {
	around := p.sentence(source.Span{Start: i, End: i})
	k := content.Kind("")
	for _, s := range p.within(headWords, source.Span{Start: around.Start, End: i}) {
		rest := strings.TrimLeft(p.text[s.End:around.End], " ")
		if _, end := p.quotation(s.End); end > 0 && end < around.End {
			rest = p.text[end:around.End] // |ハッカー集団|「黒い灯台」は
		}
		if s.End <= i && heads[s.word].kind != content.Operation && beginsAny(rest, "は", "には", "も") && !beginsAny(rest, "はなく", "もの") {
			k = heads[s.word].kind
		}
	}
	return k
}

// attacking reports whether the text is about attacks on computers, or the sentence around a span tells of attacks that are not made with arms.
func (p *passage) attacking(s source.Span) bool {
	in := p.surface(p.sentence(s))
	return p.touched || firstOf(in, []string{"攻撃", "侵入", "標的"}) >= 0 && firstOf(in, []string{"爆", "テロ", "銃", "武装", "兵", "ミサイル", "砲"}) < 0
}

// ofPerson reports whether a person stands before the comma or bracket at i, so that what follows is another name of hers: 山城健吾容疑者（|通称「ゼロ」）.
func (p *passage) ofPerson(i int) bool {
	before := strings.TrimRight(p.text[:i], " 　、,(（")
	if len(before) == i {
		return false
	}
	if bracket := strings.LastIndexAny(before, "(（"); endsAny(before, "）", ")") && bracket >= 0 && p.aged(bracket) {
		before = before[:bracket] // 容疑者（34）、通称
	}
	if endsAny(before, strongTitles...) || endsAny(before, "の男", "の女", "の男性", "の女性", "の少年", "国籍の男", "さん", "人物") {
		return true
	}
	if n := len(before); n > 0 && p.scriptBefore(n) == latin {
		if s, ok := latinBefore(p.text, n); ok && latinPerson(p.surface(s)) == s.Len() && p.headEnding(s.Start) == "" && p.oneOnTrial(p.surface(p.sentence(s))) {
			p.sight(s, content.Person, 0.65, "alias")
			return true
		}
	}
	return p.personBefore(i)
}

// handleNames are the words after which the name stands by which somebody is known on the net.
var handleNames = []string{"ハンドル名", "ハンドルネーム", "ハンドル", "ニックネーム", "オンライン名", "ユーザー名"}

// handles finds the persons whom a text knows by such a name alone: ハンドル名「DarkMoth」を名乗る男.
func (p *passage) handles() {
	for _, at := range p.spots[handleWords] {
		i := at.End
		for _, link := range []string{"は", "：", ":", "の", "、"} {
			if rest, ok := strings.CutPrefix(p.text[i:], link); ok {
				i = len(p.text) - len(rest)
				break
			}
		}
		names := p.quotes(i)
		if open := p.bracketBefore(at.Start); open >= 0 && (p.after(at.Span) == '）' || p.after(at.Span) == ')') {
			names = p.quotesBefore(open) // 「DarkMoth」（ハンドルネーム）
		}
		if start := p.afterSpace(i); names == nil {
			end := start
			for end < len(p.text) && (inWord(p.text[end]) || strings.IndexByte("_-.", p.text[end]) >= 0) {
				end++
			}
			if s := (source.Span{Start: start, End: end}); s.Len() > 2 && beginsAny(p.text[end:], "を名乗", "と名乗", "で知られ", "として", "で活動", "の男", "の人物", "）", ")", "」", "の女") {
				names = []source.Span{s}
			}
		}
		if p.surface(at.Span) == "ユーザー名" && !beginsAny(p.text[p.afterQuote(names, i):], "を名乗", "と名乗", "で活動", "の人物", "の男", "で知られ", "の投稿者") {
			continue
		}
		if p.touched {
			for _, s := range names {
				p.sight(s, content.Person, 0.65, "alias")
			}
		}
	}
}

// afterQuote returns where the quotation of the last of some names ends, i where there are none.
func (p *passage) afterQuote(names []source.Span, i int) int {
	if len(names) == 0 {
		return i
	}
	end := names[len(names)-1].End
	return end + len(p.text[end:]) - len(strings.TrimLeft(p.text[end:], "」』\"”"))
}
