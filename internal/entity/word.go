package entity

import (
	"jikenbo/internal/source"
)

// A word is what finders ask of a token, worked out once: the names of parts of speech are long to compare.
type word struct {
	source.Span
	class class
}

// A class says what the dictionary knows of a word, and whether it can be part of a name.
type class uint32

const (
	nominal   class = 1 << iota // can be part of a name
	noun                        // 名詞
	prefix                      // 接頭詞
	proper                      // 固有名詞
	numeric                     // 数
	counter                     // 助数詞
	adverbial                   // 副詞可能
	dependent                   // 代名詞, 非自立
	suffix                      // 接尾
	regional                    // 地域
	nation                      // 国
	personal                    // 人名
	surname                     // 姓
	given                       // 名
	orgName                     // 組織
	listed                      // in the dictionary
	lead                        // stands before a name without belonging to it
)

// is reports whether a word is of all of some classes.
func (w word) is(c class) bool { return w.class&c == c }

// classOf returns what a part of speech with its subdivisions says.
func classOf(pos []string) class {
	var c class
	switch pos[0] {
	case "名詞":
		c = noun
	case "接頭詞":
		c = prefix
	default:
		return 0 // a verb, a particle, a sign
	}
	for _, s := range pos[1:] {
		switch s {
		case "固有名詞":
			c |= proper
		case "数":
			c |= numeric
		case "助数詞":
			c |= counter
		case "副詞可能":
			c |= adverbial
		case "代名詞", "非自立":
			c |= dependent
		case "接尾":
			c |= suffix
		case "地域":
			c |= regional
		case "国":
			c |= nation
		case "人名":
			c |= personal
		case "姓":
			c |= surname
		case "名":
			c |= given
		case "組織":
			c |= orgName
		}
	}
	return c
}

// leads reports whether a word stands before names without belonging to them.
func leads(s string) bool {
	switch s {
	case "各", "同", "両", "当", "全", "旧", "元", "本", "現地", "関係", "捜査", "民間", "一部", "主要", "当該", "時間":
		return true
	}
	return false
}

// sort works out what the tokens are, and marks where they begin and end.
func (p *passage) sort() {
	p.words = resized(p.words, len(p.tokens))
	for i := range p.tokens {
		t, w := &p.tokens[i], &p.words[i]
		if s := t.Span; !(0 <= s.Start && s.Start < s.End && s.End <= len(p.text)) {
			continue // no token of this text
		}
		w.Span = t.Span
		p.marks[w.Start] |= tokenEdge
		p.marks[w.End] |= tokenEdge
		w.class = classOf(t.POS)
		if t.Known {
			w.class |= listed
		}
		if k := p.scriptAt(w.Start); w.is(prefix) || w.is(noun) && w.class&(adverbial|dependent) == 0 && k != other && k != hiragana {
			w.class |= nominal
			if w.class&(numeric|counter|prefix) != 0 || leads(p.surface(w.Span)) {
				w.class |= lead
			}
		}
	}
}
