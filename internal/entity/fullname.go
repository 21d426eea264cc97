package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/source"
)

// The dictionary cuts names: what stands between a family name and its title is looked at here.

// bodyOf reports whether the kanji at i say of a body whom the title behind them belongs to: 千葉|地検|検事正.
func (p *passage) bodyOf(i int) bool {
	titles := p.within(titleWords, source.Span{Start: i, End: p.run(i, kanji)})
	return len(titles) > 0 && slices.ContainsFunc(p.marks[i:titles[0].Start+1], func(m mark) bool { return m&orgEnd != 0 })
}

// unknownGiven returns the full name of which a span is the family name, where one or two kanji stand between it and its title that are no
// word of the dictionary: 呉|在植|研究員.
func (p *passage) unknownGiven(s source.Span) source.Span {
	run := p.run(s.End, kanji)
	titles := p.within(titleWords, source.Span{Start: s.End, End: run})
	if len(titles) == 0 {
		titles = p.within(titleWords, source.Span{Start: run, End: run + 1}) // 陳|美玲|コーチ
	}
	if len(titles) == 0 {
		return source.Span{}
	}
	first := source.Span{Start: s.End, End: titles[0].Start}
	i, ok := p.tokenAt(first.Start)
	if r := []rune(p.surface(first)); ok && len(r) > 2 && p.chinese(source.Span{Start: s.Start, End: first.Start + len(string(r[:2]))}) {
		first.End = first.Start + len(string(r[:2])) // 張|鐘旭|国防情報|本部長
		if next, cut := p.tokenAt(first.End); !cut || p.count(p.words[next].Span) < 2 || !p.words[next].is(listed) {
			return source.Span{}
		}
	}
	if n := p.count(first); !ok || n < 1 || n > 3 || n == 3 && !p.words[i].is(personal|given) && !p.allPersonal(first) || n == 1 && oneIn(beforeTitles, p.surface(first)) || p.marks[first.End]&orgEnd != 0 {
		return source.Span{}
	}
	w, whole := p.words[i], source.Span{Start: s.Start, End: first.End}
	if w.End >= first.End && w.is(listed) && !w.is(personal|given) || !p.chinese(whole) && (w.is(prefix) || w.is(suffix)) {
		return source.Span{}
	}
	return whole
}

// allPersonal reports whether all words at a span are names of persons: 水島|藤|一郎|理事長.
func (p *passage) allPersonal(s source.Span) bool {
	i, ok := p.tokenAt(s.Start)
	for ; ok && i < len(p.words) && p.words[i].Start < s.End; i++ {
		ok = p.words[i].is(personal) && p.words[i].End <= s.End
	}
	return ok
}

// lastOfGiven returns a name with the character that ends many given names and that the dictionary cuts off: 伊藤涼太|郎|が.
func (p *passage) lastOfGiven(s source.Span) source.Span {
	if end := s.End + len("郎"); p.scriptAt(s.End) == kanji && p.scriptAt(end) != kanji && oneIn(givenLasts, p.text[s.End:end]) {
		s.End = end
	}
	return s
}

// cutGiven returns the full name of which a span is the family name, where the two characters behind it, of which the dictionary makes two words,
// are what given names are made of, and a particle or sign follows: 北口|榛|花|は.
func (p *passage) cutGiven(s source.Span) source.Span {
	whole := source.Span{Start: s.Start, End: p.run(s.End, kanji)}
	i, ok := p.tokenAt(s.End)
	if !ok || p.count(s) != 2 || whole.End-s.End != 2*len("榛") || p.words[i].End-s.End != len("榛") || i+1 == len(p.words) || p.words[i+1].End != whole.End || p.scriptAt(whole.End) == katakana {
		return source.Span{}
	}
	first, last := p.words[i], p.words[i+1]
	if first.class&(prefix|suffix|numeric|counter) != 0 && !first.is(personal) || last.is(suffix) && !last.is(personal) && !oneIn("子美江", p.surface(last.Span)) || !oneIn(givenLasts, p.surface(last.Span)) || oneIn(beforeTitles, p.surface(first.Span)) {
		return source.Span{}
	}
	if rest := p.text[whole.End:]; p.scriptAt(whole.End) == hiragana && !beginsAny(rest, "は", "が", "も", "を", "に", "ら", "と", "の", "さん") {
		return source.Span{}
	}
	return whole
}

// givenLasts are characters that end given names and hardly any other word that stands behind a family name.
const givenLasts = "花香奈菜美恵実希乃江代那紗里梨音羽帆穂莉緒央瑠瑛珠璃枝絵衣依華佳愛優結葵凛澪杏咲太斗人介輔也哉郎朗彦夫雄男之樹貴平志司治弘博裕宏浩昭章雅典範紀伸真誠仁義良行幸秀英敏俊智哲徹隆孝崇剛健賢謙克勇豊康靖茂潔聡悟尚寿亮涼遼翔陸悠琉瑳翼晃洸晴暁仗吾悦"

// commonWord reports whether a word is one of the dictionary that names nothing.
func (p *passage) commonWord(w word) bool { return w.is(listed) && !w.is(proper) }

// electionOf reports whether the title at i is that of an office which is voted on: 柏|市長|選.
func (p *passage) electionOf(i int) bool {
	n := titleTable.Longest(p.text[i:])
	return n > 0 && strings.HasPrefix(p.text[i+n:], "選")
}

// numberOf reports whether the number of a paper stands behind the kanji at i, which are of its mark: 金|監督|第1127号.
func (p *passage) numberOf(i int) bool {
	end := p.run(i, kanji)
	return strings.HasSuffix(p.text[i:end], "第") && strings.ContainsRune(numerals, firstRune(p.text[end:]))
}

// beforeTitles are characters that stand before a title and are of it.
const beforeTitles = "副元前現新両同総准助正故代名各主専首次"

// wholeGiven adds the last character of a given name of which the dictionary knows the first: 後藤厚|宏|教授.
func (p *passage) wholeGiven(s source.Span) source.Span {
	titles := p.within(titleWords, source.Span{Start: s.End, End: p.run(s.End, kanji)})
	if len(titles) == 0 {
		return s
	}
	if last := (source.Span{Start: s.End, End: titles[0].Start}); p.count(last) == 1 && !oneIn(beforeTitles, p.surface(last)) && p.marks[last.End]&orgEnd == 0 {
		s.End = last.End
	}
	return s
}
