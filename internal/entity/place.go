package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// places finds places that neither the registry nor the gazetteer has: what the
// dictionary knows as one, with the suffix that says of what sort it is, and runs such as 日米英仏独.
func places(p *passage) {
	next := 0 // word behind a run
	for _, i := range p.sites {
		if i < next {
			continue
		}
		if n := p.countryRun(p.words[i:]); n >= longRun && !p.inWordOf(p.words[i].Span) {
			for _, c := range p.words[i : i+n] {
				p.sightID(c.Span, content.Place, 0.6, "run", countrySigns[p.surface(c.Span)])
			}
			next = i + n
			continue
		}
		if s, ok := p.placeAt(i); ok {
			p.sight(s, content.Place, 0.7, "dictionary")
		}
	}
	p.states()
	p.wards()
	p.towns()
	p.peaks()
}

// A longRun of countries is read as a list of them: 日米豪印の首脳. Fewer signs (日米首脳会談, 日米韓,
// 英中部) say whose something is, and are part of what they say that of.
const longRun = 4

// countrySigns are the signs of countries, with the names that they stand for.
var countrySigns = map[string]string{
	"日": "日本", "米": "アメリカ", "英": "イギリス", "仏": "フランス", "独": "ドイツ", "露": "ロシア", "中": "中国", "韓": "韓国", "豪": "オーストラリア", "加": "カナダ", "印": "インド", "伊": "イタリア", "欧": "欧州",
}

// asPlace returns the mention of a place that a sign stands for, with what its full name means.
func (f *Finder) asPlace(m Mention, name string) Mention {
	if e := f.signified(name); e != nil {
		m.Entity, m.Name, m.Discovered = e.ID, e.Name, e.ID == ""
	}
	return m
}

// signified returns the one that bears a name, nil where nobody or several do.
func (f *Finder) signified(name string) *content.Entity {
	if n := f.names.names[morph.Fold(name).Text]; n != nil && len(n.claims) == 1 {
		return n.claims[0].entity
	}
	return nil
}

// towns finds prefectures and towns by their suffix that the dictionary does not know or cuts: みなも県千鳥市, 花ケ丘市.
func (p *passage) towns() {
	for _, at := range p.spots[townWords] {
		s := source.Span{Start: p.townStart(at.Start), End: at.End}
		own := source.Span{Start: s.Start, End: at.Start}
		n := p.count(own)
		if n < 1 || n > 5 || !p.cut(at.End) && !strings.HasPrefix(p.text[at.End:], "内") || p.scriptAt(at.End) == katakana || oneIn("同各両全本他近隣当一都", p.surface(own)) {
			continue
		}
		first, soft := p.text[s.Start:at.Start], p.scriptAt(s.Start) == hiragana
		inner := strings.ContainsAny(first, "ケヶツノ") && p.scriptAt(s.Start) == kanji
		follows := p.scriptBefore(s.Start) == kanji && endsAny(p.text[:s.Start], "県", "府", "都", "郡")
		i, ok := p.tokenAt(s.Start)
		known := ok && p.words[i].is(proper|regional) && !p.words[i].is(nation) && n > 1
		if !(soft || inner || (follows || known) && n > 1) || p.scriptBefore(s.Start) == kanji && !follows {
			continue
		}
		if rest := p.text[at.End:]; p.scriptAt(at.End) == kanji && !beginsAny(rest, "内", "東", "西", "南", "北", "中央", "本町", "役所", "在住", "出身") && !p.suffixedAgain(at.End) {
			continue
		}
		p.sight(s, content.Place, 0.65, "suffix")
	}
}

// wards finds the wards of the capital and of towns, whose names the dictionary mostly reads as something else: 東京都|江東区, 大阪市|北区.
func (p *passage) wards() {
	for _, at := range p.spots[wardWords] {
		before := p.text[max(0, at.Start-7*len("区")):at.Start]
		i := max(strings.LastIndex(before, "東京都"), strings.LastIndex(before, "市"))
		if i < 0 {
			continue
		}
		if strings.HasPrefix(before[i:], "東京都") {
			i += len("東京")
		}
		s := source.Span{Start: at.Start - len(before) + i + len("都"), End: at.End}
		own := p.surface(source.Span{Start: s.Start, End: at.Start})
		if n := p.count(s); n < 2 || n > 5 || slices.ContainsFunc([]rune(own), func(r rune) bool { return script(r) == other || script(r) == latin }) {
			continue
		}
		town := strings.HasSuffix(p.text[:s.Start], "東京都") || slices.ContainsFunc(p.found, func(d sighting) bool { return d.End == s.Start && d.kind == content.Place }) ||
			slices.ContainsFunc(p.known, func(h hit) bool { return h.End == s.Start && h.kind() == content.Place })
		if town {
			p.sight(s, content.Place, 0.65, "suffix")
		}
	}
}

// suffixedAgain reports whether a smaller place follows within a few characters: みなも県|千鳥市.
func (p *passage) suffixedAgain(i int) bool {
	return slices.ContainsFunc(p.within(townWords, source.Span{Start: i, End: i + 5*len("市")}), func(t spot) bool { return p.runBefore(t.Start, kanji) <= i })
}

// townStart returns where the name begins of the town whose suffix stands at i.
func (p *passage) townStart(i int) int {
	at := i
	for at > 0 && (p.scriptBefore(at) == kanji || endsAny(p.text[:at], "ケ", "ヶ", "ツ", "ノ") && p.scriptBefore(at-len("ケ")) == kanji) && !(at < i && endsAny(p.text[:at], "県", "府", "郡")) {
		at -= len("市")
	}
	return p.softStart(at)
}

// countryRun returns how many one-character countries stand in a row: 日米英仏独.
func (p *passage) countryRun(ws []word) int {
	n := 0
	for n < len(ws) && countrySigns[p.surface(ws[n].Span)] != "" && (n == 0 || ws[n].Start == ws[n-1].End) {
		n++
	}
	return n
}

func (p *passage) inWordOf(s source.Span) bool { return p.scriptBefore(s.Start) == kanji }

// placeAt returns the place that begins at word i.
func (p *passage) placeAt(i int) (source.Span, bool) {
	w := p.words[i]
	s, first := w.Span, p.scriptAt(w.Start)
	if n := p.count(s); n < 2 || !w.is(listed) || first == hiragana || first == latin || first == katakana && n < 3 {
		return s, false
	}
	if i > 0 && p.words[i-1].End == s.Start && p.nounBefore(p.words[i-1]) {
		return s, false
	}
	suffixed := false
	if i+1 < len(p.words) && p.words[i+1].Start == s.End && slices.Contains(placeSuffixes, p.surface(p.words[i+1].Span)) {
		suffixed = true
		s.End = p.words[i+1].End
	}
	if !suffixed && slices.Contains(commonPlaces, p.surface(s)) {
		return s, false
	}
	rest, next := p.text[s.End:], p.scriptAt(s.End)
	switch {
	case p.vessel(s):
		return s, false
	case beginsAny(rest, "氏", "さん", "容疑者", "被告", "立", "記者", "家", "の木馬", "杯", "カップ"):
		return s, false
	case next != kanji && next != katakana || suffixed:
		return s, next != first || suffixed && (next != kanji || p.cut(s.End))
	}
	return s, p.cut(s.End) && (w.is(nation) && !beginsAny(rest, "語", "料理", "史", "文化") || beginsAny(rest, afterPlaces...))
}

// nounBefore reports whether a word before a place makes it part of a longer one.
func (p *passage) nounBefore(w word) bool {
	if w.class&(regional|prefix|numeric) != 0 {
		return false
	}
	return w.is(noun) && !w.is(adverbial) && p.scriptAt(w.Start) != other
}

var (
	// commonPlaces are words that the dictionary knows as a town or river too, and texts hardly ever mean as one.
	commonPlaces  = []string{"欧米", "館内", "本市", "ツール", "ライン", "ルール", "プラザ", "ペンション", "マリーナ", "セメント", "パルプ", "サラダ", "カレー", "プレー", "ホーン", "ハーレム", "ラテン"}
	placeSuffixes = []string{"市", "県", "都", "府", "州", "区", "町", "村", "郡", "省", "港", "湾", "島", "諸島", "半島", "海峡", "自治区", "地区", "空港"}
	afterPlaces   = []string{"人", "籍", "製", "側", "発", "内", "在住", "出身", "市内", "南部", "北部", "東部", "西部", "周辺", "近郊", "支社", "支店", "工場", "営業所", "事業所", "製造所", "時間", "全土", "各地", "経由"}
)

// states finds the states that the dictionary does not know whole: ペンシルベニア州.
func (p *passage) states() {
	for _, end := range p.spots[provinceWords] {
		start := end.Start
		for start > 0 && (p.marks[start-1]&plainKana != 0 || strings.HasSuffix(p.text[:start], "・")) {
			start -= len("ア")
		}
		if s := (source.Span{Start: start, End: end.End}); p.count(s) > 3 {
			p.sight(s, content.Place, 0.8, "suffix")
		}
	}
}
