package entity

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// makers finds firms by what a text says of them: Barracuda 社, ユニトロニクス製の, 独立系メディア「メドゥーザ」, © 2023 Foo Foods Inc.
func (p *passage) makers() {
	for _, house := range p.spots[houseWords] {
		p.house(house.Span)
	}
	for i, k := range p.katakana {
		if rest := p.text[k.End:]; strings.HasPrefix(rest, "製") && p.count(k) >= 4 && beginsAny(rest[len("製"):], "の", "品") && !devices.ends(p.surface(k)) && p.ownWord(k) && (i == 0 || p.scriptBefore(k.Start) != kanji) {
			p.sight(k, content.Organization, 0.65, "maker")
		}
	}
	for _, kind := range p.spots[kindWords] {
		inner, end := p.quotation(kind.End)
		if end > 0 && (!slices.Contains([]string{"事業者", "業者"}, p.surface(kind.Span)) || p.scriptBefore(kind.Start) == kanji && !p.commonAt(inner)) && p.firmName(p.surface(inner)) {
			p.sight(inner, content.Organization, 0.65, "firm")
		}
	}
	p.latinFirms()
	p.kanaFirms()
	for _, runner := range p.spots[runnerWords] {
		s := source.Span{Start: runner.End, End: p.run(runner.End, katakana)}
		if n, ok := latinAfter(p.text, runner.End); ok {
			s = n
		} else if p.count(s) < 3 || !p.ownWord(s) {
			continue
		}
		if beginsAny(p.text[s.End:], "は", "が", "で", "に", "の", "、", "も", "を", "と") && nameLike(p.surface(s)) && !p.cued(s) {
			p.sight(s, content.Organization, 0.65, "firm")
		}
	}
	for _, at := range p.spots[rightsWords] {
		if m := rights.FindStringSubmatchIndex(p.text[at.End:min(len(p.text), at.End+maxQuotation)]); m != nil {
			p.sight(source.Span{Start: at.End + m[2], End: at.End + m[3]}, content.Organization, 0.7, "rights")
		}
	}
}

// devices are what is sold in boxes, and has no maker's name: |ファイアウォール|製品.
var devices = newSuffixTable(strings.Fields("ウォール ウオール ゲートウェイ ゲートウエー スイッチ ストレージ アプライアンス ハードウェア ハイパーバイザー コントローラー コントローラ プロキシ ファームウェア プリンター センサー"))

// rights matches who holds the copyright: 2015-2023 Foo Kitchen Inc.
var rights = regexp.MustCompile(`^ ?(?:19|20)\d\d(?: ?[-–~] ?(?:19|20)\d\d)?[ 　]+((?:[A-Z][A-Za-z0-9.,&'-]*[ ]?)+[A-Za-z.]|[一-龠々ァ-ヴー・A-Za-z]{4,20})`)

// firmName reports whether a quotation can hold the name of a firm.
func (p *passage) firmName(s string) bool {
	n := utf8.RuneCountInString(s)
	return 2 <= n && n <= 16 && !strings.ContainsAny(s, "、。！？!?をがはにで\n") && !endsAny(s, "型", "的", "化", "制度", "法")
}

// ownWord reports whether a run of katakana is no word of the dictionary, or one of names other than places.
func (p *passage) ownWord(s source.Span) bool {
	i, ok := p.tokenAt(s.Start)
	if !ok {
		return false
	}
	if w := p.words[i]; w.Span == s && (w.is(listed) && !w.is(proper) || w.is(regional)) {
		return false
	}
	for ; i < len(p.words) && p.words[i].Start < s.End; i++ {
		if w := p.words[i]; !w.is(listed) || w.is(proper) {
			return true
		}
	}
	return false
}

// house finds the firm in Latin letters before 社: Barracuda 社製, ＢｅｙｏｎｄＴｒｕｓｔ社.
func (p *passage) house(at source.Span) {
	if p.scriptBefore(at.Start) == katakana {
		p.plainHouse(at)
		return
	}
	s := source.Span{Start: p.runBefore(at.Start, latin), End: at.End}
	if n, ok := latinBefore(p.text, at.Start); ok {
		s.Start = n.Start
	}
	if s.Start == at.Start || p.inURL(s) || p.scriptBefore(s.Start) == latin {
		return
	}
	if next := p.scriptAt(at.End); next == kanji && !p.cut(at.End) && !strings.HasPrefix(p.text[at.End:], "製") {
		return
	}
	name := strings.TrimRight(p.text[s.Start:at.Start], " ")
	r := firstRune(name)
	if !('A' <= r && r <= 'Z' || 'Ａ' <= r && r <= 'Ｚ') || utf8.RuneCountInString(name) < 2 || commonNames[name] || beginsAny(p.text[at.End:], "会", "員", "長", "内") {
		return
	}
	p.sight(s, content.Organization, 0.75, "suffix")
}

// foreignFirm finds the unknown word of katakana after the character of a country: 米|ヴィアサット.
func (p *passage) foreignFirm(run []word) bool {
	if len(run) < 2 || !run[0].is(nation) || p.count(run[0].Span) != 1 {
		return false
	}
	s := source.Span{Start: run[0].Start, End: run[len(run)-1].End}
	own := source.Span{Start: run[0].End, End: s.End}
	if p.katakanaStart(own.End) != own.Start && !(len(run) == 2 && upper(p.text[own.Start]) && lower(p.text[own.End-1])) || p.count(own) < 4 || !p.ownWord(own) && p.scriptAt(own.Start) == katakana {
		return false
	}
	if p.scriptAt(s.End) == kanji || !nameLike(p.surface(own)) || slices.ContainsFunc(run[1:], func(w word) bool { return w.is(regional) }) {
		return false
	}
	p.sight(s, content.Organization, 0.65, "firm")
	return true
}

// plainHouse finds the firm that has a word of katakana which everybody knows for its name, before 社 and a particle: ラック社|へ.
func (p *passage) plainHouse(at source.Span) {
	own := source.Span{Start: p.runBefore(at.Start, katakana), End: at.Start}
	if n := p.count(own); n < 3 || n > 10 || !p.commonAt(own) || strings.ContainsRune("・／/", p.before(own)) || p.scriptBefore(own.Start) == kanji || plainHouses[p.surface(own)] || company(p.surface(own)) {
		return
	}
	if beginsAny(p.text[at.End:], "は", "が", "へ", "に", "の", "を", "と", "、", "製", "から", "によ") {
		p.sight(source.Span{Start: own.Start, End: at.End}, content.Organization, 0.65, "suffix")
	}
}

// plainHouses are words before 社 that say of what kind the firms are.
var plainHouses = wordSet(strings.Fields("メーカー ベンダー グループ パートナー サプライヤー ユーザー クライアント スポンサー メンバー テナント オーナー ライバル トップ ホスト リース ゲーム テレビ ラジオ ソフト メディア コンサル スタートアップ プロバイダー キャリア データ ビル タクシー バス レコード カード ファンド ブランド アプリ ターゲット モデル エネルギー マスコミ エンタメ ホテル アニメ ドラッグ チェーン ベンチャー インフラ")...)
