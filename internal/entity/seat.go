package entity

import (
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// missions end the names of what one state has in another.
var missions = newSuffixTable([]string{"大使館", "領事館", "総領事館", "代表部", "代表処", "軍"})

// withSeat adds to the name of a mission that it is one in a country, where the sign of that begins it: 在|英中国大使館.
func (p *passage) withSeat(s source.Span) source.Span {
	at := source.Span{Start: s.Start - len("在"), End: s.End}
	if !strings.ContainsRune("在駐", p.before(s)) || !missions.ends(p.surface(s)) || p.isTaken(source.Span{Start: at.Start, End: s.Start}) {
		return s
	}
	return at
}

// precinct finds a police station whose name is of common words, by the police before it: 県警サイバー犯罪対策課と|南署.
func (p *passage) precinct(run []word) bool {
	s := source.Span{Start: run[0].Start, End: run[len(run)-1].End}
	before := p.text[:s.Start]
	joint := firstOf(before[max(0, len(before)-len("と")):], []string{"と", "、", "・"}) >= 0
	if n := p.count(s); !joint || n < 2 || n > 4 || p.run(s.Start, kanji) != s.End || !strings.HasSuffix(p.surface(s), "署") || noStations.ends(p.surface(s)) {
		return false
	}
	if !endsAny(before[:len(before)-len("と")], "警", "課", "署", "隊", "視庁") {
		return false
	}
	p.sight(s, content.Organization, 0.6, "suffix")
	return true
}

// noStations are of other services, or of no name.
var noStations = newSuffixTable([]string{"消防署", "税務署", "部署", "両署", "各署", "同署", "本署", "当署", "分署", "全署", "警察署", "監督署", "営林署", "連署"})

// chineseFirms finds the firms of China, in whose names there are words and characters that no dictionary of Japan has: 四川聚信和网络科技有限|公司.
func (p *passage) chineseFirms() {
	for _, at := range p.spots[companyWords] {
		s := source.Span{Start: p.runBefore(at.Start, kanji), End: at.End}
		for _, w := range []string{"中国企業", "中国国営", "中国国有", "国有企業", "国営企業", "中国"} {
			if p.count(s) > 8 && strings.HasPrefix(p.surface(s), w) {
				s.Start += len(w)
			}
		}
		if p.count(s) < 5 || p.scriptAt(s.End) == kanji {
			continue
		}
		p.sight(s, content.Organization, 0.75, "suffix")
	}
}

// softForms begin the names of firms of Japan, of which many are written in hiragana.
var softForms = []string{"株式会社", "有限会社", "合同会社"}

// softFirms finds such firms, whose names the dictionary reads as other words: 有限会社|ことり商店|は, 株式会社|はてな|も.
func (p *passage) softFirms() {
	for _, form := range p.spots[softWords] {
		at := form.End
		if p.scriptAt(at) != hiragana {
			continue
		}
		end := p.run(at, hiragana)
		name := p.text[at:end]
		if k := p.scriptAt(end); k == katakana || k == latin {
			continue // 株式会社みなと|クラウド
		} else if k == kanji && !endsAny(name, "が", "は", "も", "に", "の", "と", "を", "で", "へ", "や", "から", "より") {
			end = p.run(end, kanji)
		} else if mark := lastRune(name); strings.ContainsRune("がはもにのとをでへや", mark) {
			end -= len(string(mark))
		}
		if k := p.scriptAt(end); k == katakana || k == latin {
			continue // 株式会社あかね野|キッチン
		}
		s := source.Span{Start: form.Start, End: end}
		if own := p.count(source.Span{Start: at, End: end}); own < 2 || own > 10 || beginsAny(p.text[at:], "など", "から", "では", "には", "また", "および", "または", "という", "として", "による", "によ") {
			continue
		}
		p.sight(s, content.Organization, 0.75, "suffix")
	}
}
