package entity

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// claimsOf are words of which the one who does it, quoted before them, is an attacker.
var claimsOf = []string{
	"犯行を主張", "犯行を認め", "関与を主張", "攻撃を主張", "犯行を表明", "犯行声明", "犯行を示唆", "責任を主張", "と称する者", "と称する集団", "と名乗る者", "を名乗る者", "を名乗る集団", "を自称する", "の一員", "の構成員", "を名乗り、", "に属するハッカー", "に所属するハッカー", "に属する ハッカー",
	"に書き換えられ", "に改ざんされ", "に乗っ取られ", "に侵入され", "に攻撃され", "の傘下と", "傘下と公表", "傘下と断定", "配下と公表", "下部組織と公表", "下部組織と断定", "隠れみのと",
	"（仮称）の活動", "(仮称)の活動", "（仮称）の攻撃", "(仮称)の攻撃", "（仮称）による攻撃", "(仮称)による攻撃", "が盗んだとする", "が盗み出したとする", "が盗んだと主張", "の中心人物", "の中心メンバー", "の主要メンバー", "の創設メンバー", "の主犯格", "　主犯格", " 主犯格", "のリーダー格",
	"件を掲載", "社を掲載", "件の被害を掲載", "社のデータを掲載",
}

// sides stand before the quoted names of attackers: 親ロシア派の「…」.
var sides = []string{"を標ぼうする", "を標榜する", "親ロシア派の", "親ロシア派", "親ロ派の", "親イスラエル派の", "親パレスチナ派の", "親イラン派の", "犯行を名乗る", "犯行を主張する", "いわゆる"}

// claimants finds those who claim an attack or are said to be behind it, by the quotation that is the subject: 「…」が交流サイトで犯行を主張.
func claimants(p *passage) {
	for _, claim := range p.spots[claimWords] {
		if p.surface(claim.Span) == "を名乗り、" && !p.declared(claim.Span) {
			continue
		}
		if strings.HasSuffix(p.surface(claim.Span), "掲載") && firstOf(p.text, []string{"リークサイト", "暴露サイト", "ランサム"}) < 0 {
			continue // a magazine
		}
		if at := p.subjectBefore(claim.Start); at > 0 && (p.told || p.digital(claim.Span)) {
			for _, s := range p.quotesOrPhrase(at) {
				p.sight(s, content.Actor, 0.65, "claim")
			}
		}
	}
	for _, side := range p.spots[sideWords] {
		if !p.digital(side.Span) || p.surface(side.Span) == "いわゆる" {
			continue
		}
		for _, s := range p.quotes(side.End) {
			p.attacker(s, "claim", 0.65)
		}
	}
	for _, head := range p.spots[headWords] {
		h := &heads[head.word]
		at := head.End
		for _, link := range []string{"の", "を名乗る"} {
			if rest, ok := strings.CutPrefix(p.text[at:], link); ok && strings.HasPrefix(rest, "「") {
				at += len(link)
			}
		}
		if inner, end := p.quotation(at); end > 0 && h.kind == content.Actor && (!h.weak || soft(h) && p.ofAdversary(head.Start) && (p.told || p.wired(head.Span))) && !p.otherCrime(head.Span, h) {
			for _, s := range p.phrase(inner) {
				p.sight(s, content.Actor, 0.65, "called")
			}
		}
	}
	p.alsoNamed()
	p.centers()
}

// ofAdversary reports whether the group whose word stands at i is that of a state whose groups attack: イランの|集団, 中国系|グループ.
func (p *passage) ofAdversary(i int) bool {
	before := strings.TrimRight(p.text[:i], " ")
	for _, link := range []string{"系の", "系", "の"} {
		if state, ok := strings.CutSuffix(before, link); ok {
			return endsAny(state, adversaryStates...)
		}
	}
	return false
}

// declared reports whether the sentence around a span tells of what attackers do and own up to: others pass themselves off as somebody too.
func (p *passage) declared(s source.Span) bool {
	in := p.surface(p.sentence(s))
	return strings.Contains(in, "DDoS") || strings.Contains(in, "声明") || strings.Contains(in, "改ざん")
}

// subjectBefore returns where the quotation ends that is the subject of what stands at i, 0 if there is none in its clause.
func (p *passage) subjectBefore(i int) int {
	if p.opening(i) >= 0 {
		return i
	}
	from := max(0, i-90)
	clause := p.text[from:i]
	if n := strings.LastIndexAny(clause, "。\n"); n >= 0 {
		from += n
		clause = p.text[from:i]
	}
	best := 0
	for _, particle := range []string{"」が", "」は", "」も", "」を", "』が"} {
		if n := strings.LastIndex(clause, particle); n >= 0 {
			best = max(best, from+n+len("」"))
		}
	}
	return best
}

// quotesOrPhrase returns the names in the quotations that end at i, or the words in the last as the name of a group.
func (p *passage) quotesOrPhrase(i int) []source.Span {
	if names := p.quotesBefore(i); names != nil {
		return names
	}
	open := p.opening(i)
	if open < 0 {
		return nil
	}
	s := source.Span{Start: open + runeLen(p.text[open:]), End: i - utf8.RuneLen(lastRune(p.text[:i]))}
	name := p.surface(s)
	if n := utf8.RuneCountInString(name); strings.Contains(name, "サイバー") && n > 4 && n < 16 && !strings.ContainsAny(name, "、。をがは\n") {
		return []source.Span{s}
	}
	return p.phrase(s)
}

// digital reports whether the sentence around a claim speaks of what is attacked with computers, and not of crime at large.
func (p *passage) digital(s source.Span) bool {
	in := p.surface(p.sentence(s))
	for _, w := range []string{"サイト", "サーバ", "サイバー", "システム", "データ", "ハッカ", "ハッキング", "不正アクセス", "DDoS", "暗号", "流出", "停止", "止ま", "端末", "装置", "ネットワーク", "ランサム", "身代金", "組織的な犯行", "サービス妨害"} {
		if strings.Contains(in, w) {
			return !strings.Contains(in, "小説") && !strings.Contains(in, "映画") && !strings.Contains(in, "爆")
		}
	}
	return false
}

// alsoNamed finds the first name of a sentence that goes on to give it others: X は…攻撃者で、「Y」としても追跡されている, 攻撃者 X (別名 "Y" "Z").
func (p *passage) alsoNamed() {
	for _, tail := range p.spots[tailWords] {
		around := p.sentence(tail.Span)
		n, ok := latinAfter(p.text, around.Start)
		group := slices.ContainsFunc([]string{"攻撃者", "グループ", "集団", "アクター"}, func(w string) bool { return strings.Contains(p.surface(around), w) })
		if ok && group && beginsAny(strings.TrimLeft(p.text[n.End:], " "), "は", "（", "(") && nameLike(p.surface(n)) && p.cued(n) {
			p.sight(n, content.Actor, 0.65, "alias")
		}
	}
}

// centers finds the numbered units of a service: FSBのセンター16.
func (p *passage) centers() {
	for _, at := range p.spots[unitWords] {
		end := p.afterSpace(at.End)
		digits := wordEnd(p.text, end)
		if digits == end || digits-end > 2 || !endsAny(strings.TrimRight(p.text[:at.Start], " "), "FSBの", "FSB", "(FSB) の", "（FSB）の", "(FSB)の", "FSB) の", "保安庁の", "GRUの", "SVRの", "情報総局の", "の第") {
			continue
		}
		if p.text[end] >= '0' && p.text[end] <= '9' {
			p.sight(source.Span{Start: at.Start, End: digits}, content.Actor, 0.75, "unit")
		}
	}
}

// earths finds the actors that are named Earth and a spirit: Earth Kumiho.
func (p *passage) earths() {
	for _, at := range p.spots[earthWords] {
		end := wordEnd(p.text, at.End)
		s := source.Span{Start: at.Start, End: end}
		if end < at.End+4 || !upper(p.text[at.End]) || p.inURL(s) || !p.aware(s) && p.rowAt(s.Start) < 0 || beginsAny(p.text[at.End:], "Day", "Engine", "Observ", "Science", "Hour", "Summit", "System") {
			continue
		}
		if p.scriptBefore(s.Start) == latin && !lower(p.text[s.Start-1]) {
			continue
		}
		p.sight(s, content.Actor, 0.85, "scheme")
	}
	for _, at := range p.spots[kanaEarthWords] {
		if p.surface(at.Span) == "ストーム" {
			p.storm(at.Span)
			continue
		}
		s := source.Span{Start: at.Start, End: p.run(at.End, katakana)}
		if p.scriptBefore(s.Start) != katakana && p.before(s) != '・' && s.End-at.End >= 3*len("ア") && p.text[s.End:] != "・" && p.aware(s) {
			p.sight(s, content.Actor, 0.8, "scheme")
		}
	}
}

// storm finds the number that stands for a name in the scheme of Microsoft, as news writes it: ストーム0558.
func (p *passage) storm(s source.Span) {
	start := s.End
	for _, dash := range []string{"-", "‐", "－"} {
		start += len(p.text[start:]) - len(strings.TrimPrefix(p.text[start:], dash))
	}
	end := wordEnd(p.text, start)
	if end == start+4 && digits(p.text[start:end]) && p.scriptBefore(s.Start) != katakana && p.before(s) != '・' {
		p.sight(source.Span{Start: s.Start, End: end}, content.Actor, 0.85, "scheme")
	}
}

// stateAt reports whether the name of a state stands at i, as in tables whose cells have run together.
func (p *passage) stateAt(i int) bool {
	next := p.from(stateWords, i)
	return len(next) > 0 && next[0].Start == i
}

// stands reports whether a numbered name is not part of another word: alone, or glued in a table to the row's number or to a name in lower case.
func (p *passage) stands(s source.Span) bool {
	if p.alone(s) {
		return true
	}
	if p.scriptAt(s.End) == latin || s.Start == 0 {
		return false
	}
	return lower(p.text[s.Start-1]) && p.rowAt(s.Start) >= 0 || p.rowAt(s.Start) == s.Start
}

var rowNumber = regexp.MustCompile(`^\d{1,2}[A-Zァ-ヴ]`)

// rowAt returns where the cells begin of the row of a table that has run together and in which i stands, -1 if it is in none.
func (p *passage) rowAt(i int) int {
	start := strings.LastIndexByte(p.text[:i], '\n') + 1
	if start == len(p.text) || p.text[start] < '0' || p.text[start] > '9' || !rowNumber.MatchString(p.text[start:min(len(p.text), start+6)]) {
		return -1
	}
	for p.text[start] >= '0' && p.text[start] <= '9' {
		start++
	}
	return start
}

// rows finds the names in the first two cells, that of an actor and those of its other names, of the rows of a table that
// has run together: 2OceanLotusAPT32、キャンバス・サイクロンベトナム2014年. A state must follow the names.
func (p *passage) rows() {
	for _, state := range p.spots[stateWords] {
		start := p.rowAt(state.Start)
		if start < 0 || start >= state.Start || state.Start-start > 120 || strings.ContainsAny(p.text[start:state.Start], "。「（( \t年月日") && strings.ContainsAny(p.text[start:state.Start], "。「（(年月日") {
			continue
		}
		row := source.Span{Start: start, End: state.Start}
		if !p.namesActor(row) {
			continue
		}
		for _, s := range p.cells(row) {
			if p.count(s) >= 3 && nameLike(p.surface(s)) {
				p.sight(s, content.Actor, 0.6, "row")
			}
		}
	}
}

// namesActor reports whether a name in a span has been found to be an actor's, or has the form of one.
func (p *passage) namesActor(s source.Span) bool {
	return p.isTaken(s) || len(p.within(familyWords, s)) > 0 || len(p.within(namedWords, s)) > 0 || p.cued(s)
}

// firstCells returns the part of a row up to its first comma.
func (p *passage) firstCells(row source.Span) source.Span {
	if n := strings.Index(p.surface(row), "、"); n >= 0 {
		row.End = row.Start + n
	}
	return row
}

// cells parts names that have run together: where a comma stands, where the script changes, and where a capital follows a small letter or digit.
func (p *passage) cells(row source.Span) []source.Span {
	var out []source.Span
	start := row.Start
	add := func(end, next int) {
		if s := (source.Span{Start: start, End: end}); s.Len() > 0 && !p.isTaken(s) {
			out = append(out, s)
		}
		start = next
	}
	glued := p.text[start] >= utf8.RuneSelf || p.isTaken(p.firstCells(row)) // what has been found parts the first two cells
	for i := row.Start; i < row.End; i += runeLen(p.text[i:]) {
		r := firstRune(p.text[i:])
		switch {
		case r == '、':
			add(i, i+len("、"))
		case i > start && p.scriptAt(i) == katakana && p.scriptBefore(i) == latin, i > start && p.marks[i]&taken != 0 && p.marks[i-1]&taken == 0, i > start && p.marks[i-1]&taken != 0 && p.marks[i]&taken == 0:
			add(i, i)
		case i > start && !glued && upper(p.text[i]) && lower(p.text[i-1]):
			glued = true // the first cell ends once
			add(i, i)
		}
	}
	add(row.End, row.End)
	return out
}
