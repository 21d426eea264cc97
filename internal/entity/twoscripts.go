package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/source"
)

// Names whose parts are in two scripts: a family name of Japan and a given name in katakana, or the other way round.

// surnameBefore returns where the surname in kanji begins that a point or equals sign joins to the name at i, i if none does: 岸田・|マルコ, 大曽根＝|ウォード.
func (p *passage) surnameBefore(i int) int {
	before, ok := cutAny(p.text[:i], "・", "＝")
	if !ok && p.scriptBefore(i) == kanji {
		end := p.run(i, katakana)
		ok = beginsAny(p.text[end:], honorifics...) || p.givenInKana(source.Span{Start: i, End: end}) && p.titleBegins(end) // 不破|ナターリア氏, 太田|エミリ教授
	}
	if !ok || script(lastRune(before)) != kanji {
		return i
	}
	start := p.runBefore(len(before), kanji)
	if w, ok := p.tokenAt(start); ok && p.words[w].is(personal|surname) && p.words[w].End == len(before) || familyNamesOfJapan()[before[start:]] {
		return start
	}
	if at := p.behindJob(source.Span{Start: start, End: len(before)}); at < len(before) {
		return at
	}
	return i
}

// givenInKana reports whether a word is a given name, of Japan or abroad.
func (p *passage) givenInKana(s source.Span) bool {
	return givenAbroad(p.surface(s)) || slices.ContainsFunc(p.within(kanaGivenWords, s), func(at spot) bool { return at.Span == s })
}

// forename reports whether the word of katakana at a span can be a name before さん.
func (p *passage) forename(s source.Span) bool {
	i, ok := p.tokenAt(s.Start)
	return ok && p.words[i].Span == s && p.count(s) >= 2 && (!p.words[i].is(listed) || p.words[i].is(proper)) && !p.words[i].is(regional) && nameLike(p.surface(s))
}

// withForeign adds the foreign part of a name in two scripts: ルイーズ・|中村, カーン|美咲, 佐々木|アキラ.
func (p *passage) withForeign(s source.Span) source.Span {
	at := s.Start
	if strings.HasSuffix(p.text[:at], "・") {
		at -= len("・")
	}
	start := p.katakanaStart(at)
	if k := (source.Span{Start: start, End: at}); k.Len() > len("アア") && p.scriptAt(start) == katakana && nameLike(p.surface(k)) && !company(p.surface(k)) {
		if i, ok := p.tokenAt(start); at < s.Start || ok && p.words[i].Span == k && (!p.words[i].is(listed) || p.words[i].is(proper)) {
			return source.Span{Start: start, End: s.End}
		}
	}
	return s
}
