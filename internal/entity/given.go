package entity

import (
	"strings"
	"sync"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// givenNames returns the given names of other languages, and familyNamesOfJapan what it says.
var (
	givenNames = sync.OnceValue(func() map[string]bool {
		out := map[string]bool{}
		for n := range wordsIn("given.txt") {
			out[evenKana(n)] = true
		}
		return out
	})
	familyNamesOfJapan = sync.OnceValue(func() map[string]bool { return wordsIn("surnames.txt") })
)

// wordsIn returns the words of a file of the gazetteer that is no list of names in several spellings.
func wordsIn(file string) map[string]bool {
	text, _ := gazetteer.ReadFile("gazetteer/" + file)
	out := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, n := range strings.Fields(line) {
			out[n] = true
		}
	}
	return out
}

// givenAbroad reports whether a word in katakana is a given name of another language, as one house or another spells it: ヴィクトル, ビクトル.
func givenAbroad(name string) bool { return name != "" && givenNames()[evenKana(name)] }

// evenKana returns a word in katakana without what houses write each in their own way: the sound of v, and a long vowel at the end.
func evenKana(word string) string {
	word = strings.TrimSuffix(word, "ー")
	if !strings.Contains(word, "ヴ") {
		return word
	}
	return soundsOfV.Replace(word)
}

var soundsOfV = strings.NewReplacer("ヴァ", "バ", "ヴィ", "ビ", "ヴェ", "ベ", "ヴォ", "ボ", "ヴャ", "ビャ", "ヴュ", "ビュ", "ヴョ", "ビョ", "ヴ", "ブ")

// ministers finds the names in kanji before 大臣, which the dictionary often cuts wrongly: 平将明|大臣.
func (p *passage) ministers() {
	for _, title := range p.spots[titleWords] {
		if p.surface(title.Span) != "大臣" {
			continue
		}
		s := source.Span{Start: title.Start, End: title.Start}
		n := 0
		for ; n <= 4 && p.scriptBefore(s.Start) == kanji; n++ {
			s.Start -= utf8.RuneLen(p.before(s))
		}
		if n < 2 || n > 4 || endsAny(p.surface(s), portfolios...) {
			continue
		}
		r := []rune(p.surface(s))
		i, ok := p.tokenAt(s.Start)
		family := familyNamesOfJapan()
		if family[string(r[:2])] || family[string(r[:1])] && n > 2 || ok && (p.words[i].is(personal) || n == 2 && p.words[i].is(regional) && !p.words[i].is(nation)) {
			p.sight(p.titled(s), content.Person, 0.7, "title")
		}
	}
}

// portfolios end the names of the offices of ministers: 総務|大臣, 国家公安|大臣.
var portfolios = []string{
	"務", "済", "産業", "労働", "生", "交通", "境", "衛", "担当", "財政", "科学", "水産", "安全", "政策", "総理", "内閣", "復興", "創生", "特命", "同", "両", "各", "前", "元", "現", "新", "歴代", "政務", "公安", "消費者", "通商", "郵政", "建設", "自治", "国土", "防災", "少子化", "開発",
}

// spacedJoint returns where the next part of a name begins behind the space at i, 0 if none does: マシュー| G. |オルセン,
// ウェイン| |ジェイコブス. Translation leaves out the points; the given name tells that it is one.
func (p *passage) spacedJoint(i int) int {
	if i >= len(p.text) || p.text[i] != ' ' || p.scriptBefore(i) != katakana {
		return 0
	}
	at := i + 1
	if n := initial(p.text[at:]); n > 0 {
		if strings.HasPrefix(p.text[at+n:], " .") { // リサ| O . |モナコ
			n += len(" .")
		}
		if p.text[at+n-1] == '.' && strings.HasPrefix(p.text[at+n:], " ") {
			at += n + 1
		}
	}
	start := p.runBefore(i, katakana)
	if p.scriptAt(at) != katakana || !givenAbroad(p.text[start:i]) && !(p.postEnds(start) && !company(p.text[start:i]) && p.unheard(at, p.run(at, katakana))) {
		return 0
	}
	return at
}

// unheard reports whether the katakana between two places are no common word of the dictionary, nor of firms.
func (p *passage) unheard(start, end int) bool {
	i, ok := p.tokenAt(start)
	return ok && !(p.words[i].End == end && p.words[i].is(listed) && !p.words[i].is(proper)) && !company(p.text[start:end])
}

// A fullName is a name in katakana with a point in it, and whether it is a person's.
type fullName struct {
	source.Span
	person bool
}

// besidePerson returns what the name at a span is, which is a person's where the one before it in a list is, and lends that to it: |A・B|と|C・D|は.
func (p *passage) besidePerson(last fullName, s source.Span) fullName {
	if !strings.Contains(p.surface(s), "・") {
		return last
	}
	now := fullName{s, p.isTaken(s) && p.sighted(s)}
	if last.End == 0 || last.person == now.person || !p.listLink(last.End, s.Start) {
		return now
	}
	other := s
	if now.person {
		other = last.Span
	}
	if p.strangers(other) && !p.knownOther(other) && !p.isTaken(other) {
		p.sight(other, content.Person, 0.65, "list")
		now.person = true
	}
	return now
}

// sighted reports whether a person has been found at a span.
func (p *passage) sighted(s source.Span) bool {
	for i := len(p.found) - 1; i >= 0; i-- {
		if p.found[i].Overlaps(s) {
			return p.found[i].kind == content.Person
		}
	}
	return false
}

// listLink reports whether nothing but what parts the members of a list stands between two places.
func (p *passage) listLink(i, j int) bool {
	if j-i > len("　、　および") {
		return false
	}
	switch strings.Trim(p.text[i:j], " ") {
	case "、", "と", "や", "および", "及び", "ならびに", "並びに", "と、", "，", "、および", "、及び", "、ならびに", "、並びに", "、そして":
		return true
	}
	return false
}

// foreignEnds end family names of Slavs, Iranians, Georgians and Germans, and nothing else: ゴラムレザ・ラファト|ネジャド.
var foreignEnds = []string{"スキー", "スキイ", "スカヤ", "ツキー", "コフ", "ノフ", "ロフ", "トフ", "ソフ", "ゾフ", "モフ", "ポフ", "チェフ", "ジェフ", "リョフ", "ニョフ", "デエフ", "ダエフ", "サエフ", "ラエフ", "バエフ", "エンコ", "ェンコ", "ネンコ", "レンコ", "メンコ", "ャンコ", "チュク", "ビッチ", "ヴィッチ", "ヴィチ", "ビチ", "シビリ", "シヴィリ", "ネジャド", "ネザド", "ザデ", "ザーデ", "ファルド", "シュタイン", "ベルガー", "マイヤー", "オグル"}

// fullForeign reports whether a name in katakana with points in it begins with a given name and stands where a name can: a
// person's then, without any title: 管理者である|イゴール・トゥラシェフを.
func (p *passage) fullForeign(s source.Span) bool {
	first, rest, ok := strings.Cut(strings.ReplaceAll(p.surface(s), " ", "・"), "・")
	if !ok || rest == "" || p.scriptBefore(s.Start) == katakana || p.scriptAt(s.End) == kanji && !beginsAny(p.text[s.End:], "著", "訳") || company(rest) || endsAny(rest, families...) || p.oneOfMany(s) {
		return false
	}
	last := rest[strings.LastIndex(rest, "・")+1:]
	if part, _, _ := strings.Cut(first, "＝"); !givenAbroad(first) && !givenAbroad(part) && !(givenAbroad(last) && endsAny(first, foreignEnds...) && p.strangers(s)) && !(endsAny(last, foreignEnds...) && utf8.RuneCountInString(last) > 4 && p.strangers(s)) {
		return false
	}
	return len(strings.TrimSuffix(last, "・")) >= 2*len("ア") && !endsAny(rest, "社", "賞", "モデル", "ショック", "ケース", "カップ", "スクール", "ビル", "シティ", "シティー", "ストリート", "パーク", "タワー", "ホテル", "レストラン", "モーターズ", "ディア", "カンパニー", "ブラザーズ", "ファーマ", "コンピュータ", "コンピューター", "ブラウザ", "ブラウザー", "レビュー", "テスト", "スタディ", "ツールズ") &&
		!strings.Contains(rest, "アンド・")
}
