package entity

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// places finds places that neither the registry nor the gazetteer has: what the
// dictionary knows as one, with the suffix that says of what sort it is, and runs such as 日米韓.
func places(p *passage) []Mention {
	var out []Mention
	for i := 0; i < len(p.tokens); i++ {
		t := p.tokens[i]
		if !slices.Contains(t.POS, "地域") || slices.Contains(t.POS, "接尾") {
			continue
		}
		if n := countryRun(p.tokens[i:]); n >= 3 && !p.inWordOf(p.tokens[i].Span) {
			for _, c := range p.tokens[i : i+n] {
				out = append(out, p.discovered(c.Span, content.Place, 0.6, "run"))
			}
			i += n - 1
			continue
		}
		if s, ok := p.placeAt(i); ok {
			out = append(out, p.discovered(s, content.Place, 0.7, "dictionary"))
		}
	}
	return append(out, p.states()...)
}

// countryRun returns how many one-character countries stand in a row: 日米英仏独.
func countryRun(ts []morph.Token) int {
	n := 0
	for n < len(ts) && utf8.RuneCountInString(ts[n].Surface) == 1 && strings.Contains("日米英仏独露中韓豪加印伊", ts[n].Surface) && (n == 0 || ts[n].Span.Start == ts[n-1].Span.End) {
		n++
	}
	return n
}

func (p *passage) inWordOf(s source.Span) bool { return script(p.before(s)) == kanji }

// placeAt returns the place that begins at token i.
func (p *passage) placeAt(i int) (source.Span, bool) {
	t := p.tokens[i]
	s, country := t.Span, slices.Contains(t.POS, "国")
	first := script(firstRune(t.Surface))
	if n := utf8.RuneCountInString(t.Surface); n < 2 || !t.Known || first == hiragana || first == latin || first == katakana && n < 3 {
		return s, false
	}
	if i > 0 && p.tokens[i-1].Span.End == s.Start && nounBefore(p.tokens[i-1]) {
		return s, false
	}
	suffixed := false
	if i+1 < len(p.tokens) && p.tokens[i+1].Span.Start == s.End && slices.Contains(placeSuffixes, p.tokens[i+1].Surface) {
		i, suffixed = i+1, true
		s.End = p.tokens[i].Span.End
	}
	if beginsAny(p.text[s.End:], "氏", "さん", "容疑者", "被告", "立", "記者", "家", "の木馬") {
		return s, false
	}
	if script(p.after(s)) != kanji && script(p.after(s)) != katakana || suffixed {
		return s, script(p.after(s)) != first || suffixed && (script(p.after(s)) != kanji || p.cut(s.End))
	}
	return s, p.cut(s.End) && (country && !beginsAny(p.text[s.End:], "語", "料理", "史", "文化") || beginsAny(p.text[s.End:], afterPlaces...))
}

// nounBefore reports whether a token before a place makes it part of a longer word.
func nounBefore(t morph.Token) bool {
	if slices.Contains(t.POS, "地域") || t.POS[0] == "接頭詞" || slices.Contains(t.POS, "数") {
		return false
	}
	return t.POS[0] == "名詞" && !slices.Contains(t.POS, "副詞可能") && script(firstRune(t.Surface)) != other
}

var (
	placeSuffixes = []string{"市", "県", "都", "府", "州", "区", "町", "村", "郡", "省", "港", "湾", "島", "諸島", "半島", "海峡", "自治区", "地区", "空港"}
	afterPlaces   = []string{"人", "籍", "製", "側", "発", "内", "在住", "出身", "市内", "南部", "北部", "東部", "西部", "周辺", "近郊", "支社", "支店", "時間", "全土", "各地", "経由"}
	statePattern  = regexp.MustCompile(`[ァ-ヴー・]{3,}州`)
)

// states finds the states that the dictionary does not know whole: ペンシルベニア州.
func (p *passage) states() []Mention {
	if !strings.Contains(p.text, "州") {
		return nil
	}
	var out []Mention
	for _, at := range statePattern.FindAllStringIndex(p.text, -1) {
		out = append(out, p.discovered(source.Span{Start: at[0], End: at[1]}, content.Place, 0.8, "suffix"))
	}
	return out
}
