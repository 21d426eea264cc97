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

var acronymAside = regexp.MustCompile(`^ ?[(（]([A-Z][A-Za-z0-9/&-]{1,9})[)）]`)

var orgSuffixes = []string{
	"省", "庁", "局", "委員会", "裁判所", "地裁", "高裁", "警察", "県警", "府警", "道警", "公安部", "機構", "財団", "研究所", "研究院", "大学", "株式会社", "社",
	"協会", "連盟", "政府", "当局", "銀行", "新聞", "放送", "学会", "協議会", "センター", "組合", "公社", "検察", "党", "軍", "連合", "司令部", "参謀部", "会議所", "機関",
}

// branches are suffixes that count only before an acronym: 韓国航空宇宙産業（KAI）.
var branches = []string{"産業", "工業", "重工", "電力", "通信", "航空", "部門", "局", "課", "室"}

// organizations finds organisations by the suffix of a run of nouns, by an acronym in
// brackets after it, and by what the dictionary knows.
func organizations(p *passage) []Mention {
	var out []Mention
	for i := 0; i < len(p.tokens); {
		n := nounRun(p, i)
		if n == 0 {
			i++
			continue
		}
		out = append(out, p.organizationIn(p.tokens[i:i+n])...)
		i += n
	}
	return out
}

// nounRun returns the number of tokens of the run of nouns that begins at token i.
func nounRun(p *passage, i int) int {
	n := 0
	for ; i+n < len(p.tokens); n++ {
		t := p.tokens[i+n]
		if noun(t) || n > 0 && joins(p, i+n) {
			continue
		}
		break
	}
	return n
}

func noun(t morph.Token) bool {
	if t.POS[0] == "接頭詞" {
		return true
	}
	if !strings.HasPrefix(t.POS[0], "名詞") || t.Surface == "" || script(firstRune(t.Surface)) == other || script(firstRune(t.Surface)) == hiragana {
		return false
	}
	return !slices.Contains(t.POS, "代名詞") && !slices.Contains(t.POS, "副詞可能") && !slices.Contains(t.POS, "非自立")
}

// joins reports whether token i is a space, stop or point inside a name: NAVER Cloud, Sekoia.io, 韓国・中央日報.
func joins(p *passage, i int) bool {
	if i+1 >= len(p.tokens) || !noun(p.tokens[i+1]) {
		return false
	}
	prev, next := lastRune(p.tokens[i-1].Surface), firstRune(p.tokens[i+1].Surface)
	switch p.tokens[i].Surface {
	case ".", "-":
		return script(prev) == latin && script(next) == latin
	case " ":
		return script(prev) == latin && (script(next) == latin || script(next) == katakana)
	case "・":
		return script(prev) == katakana && script(next) == katakana
	}
	return false
}

// organizationIn returns the organisations of a run of nouns.
func (p *passage) organizationIn(run []morph.Token) []Mention {
	run = trimLead(run)
	if len(run) == 0 {
		return nil
	}
	end := suffixAt(p, run)
	if end < 0 {
		return p.ofDictionary(run)
	}
	s := source.Span{Start: run[0].Span.Start, End: run[end].Span.End}
	if p.surface(s) == "株式会社" || endsAny(p.surface(s), "法人") {
		s.End = run[len(run)-1].Span.End
	}
	out := []Mention{p.discovered(s, content.Organization, 0.7, "suffix")}
	if m := acronymAside.FindStringSubmatchIndex(p.text[s.End:]); m != nil {
		short := source.Span{Start: s.End + m[2], End: s.End + m[3]}
		out[0].Confidence = 0.85
		out = append(out, p.discovered(short, content.Organization, 0.8, "acronym"))
	}
	return out
}

// trimLead drops what stands before a name without belonging to it.
func trimLead(run []morph.Token) []morph.Token {
	for len(run) > 0 {
		t := run[0]
		lead := slices.Contains(t.POS, "数") || slices.Contains(t.POS, "助数詞") || t.POS[0] == "接頭詞" ||
			slices.Contains([]string{"各", "同", "両", "当", "全", "旧", "元", "現地", "関係", "捜査", "民間", "一部", "主要", "当該", "本", "時間"}, t.Surface)
		if !lead {
			break
		}
		run = run[1:]
	}
	return run
}

// suffixAt returns the index of the last token of a run that ends an organisation's name, -1 if there is none.
func suffixAt(p *passage, run []morph.Token) int {
	for i := len(run) - 1; i >= 0; i-- {
		upTo := p.surface(source.Span{Start: run[0].Span.Start, End: run[i].Span.End})
		named := acronymAside.MatchString(p.text[run[i].Span.End:])
		switch {
		case strings.HasSuffix(upTo, "株式会社") && (upTo != "株式会社" || i+1 < len(run)),
			i == 0 && i+1 < len(run) && endsAny(upTo, "法人") && capital(run[1].Surface):
			return i
		case endsAny(upTo, orgSuffixes...) && (named && i > 0 || properOrg(run[:i+1])),
			endsAny(upTo, branches...) && named && properOrg(run[:i+1]):
			return i
		}
	}
	return -1
}

// commonOrgs are nouns with the suffix of an organisation that name none.
var commonOrgs = []string{
	"省庁", "官庁", "会社", "本社", "支社", "同社", "各社", "他社", "政府機関", "金融機関", "研究機関", "報道機関", "行政機関", "捜査機関", "執行機関", "公的機関", "公共機関", "関係機関", "自社", "情報機関", "諜報機関", "教育機関", "医療機関", "国家機関", "裁判所命令",
}

// properOrg reports whether a run with an organisation's suffix is a name, not a common noun such as 捜査当局.
func properOrg(run []morph.Token) bool {
	last := run[len(run)-1]
	if endsAny(last.Surface, commonOrgs...) {
		return false
	}
	if organizationToken(last) {
		return true
	}
	if len(run) == 1 {
		n := utf8.RuneCountInString(last.Surface)
		return n >= 3 && endsAny(last.Surface, "省", "庁") && script(firstRune(last.Surface)) == kanji && !endsAny(last.Surface, "官庁", "省庁")
	}
	return slices.ContainsFunc(run[:len(run)-1], func(t morph.Token) bool {
		return slices.Contains(t.POS, "固有名詞") || !t.Known && capital(t.Surface) ||
			strings.Contains(last.Surface, "株式会社") && script(firstRune(t.Surface)) != kanji
	})
}

func capital(s string) bool {
	r := firstRune(s)
	return 'A' <= r && r <= 'Z' || script(r) == katakana && utf8.RuneCountInString(s) >= 3
}

func organizationToken(t morph.Token) bool {
	return slices.Contains(t.POS, "固有名詞") && slices.Contains(t.POS, "組織") && utf8.RuneCountInString(t.Surface) >= 2
}

// ofDictionary returns the tokens of a run that the dictionary knows as organisations.
func (p *passage) ofDictionary(run []morph.Token) []Mention {
	var out []Mention
	for i, t := range run {
		if !organizationToken(t) || !t.Known || t.Surface == "社会" || endsAny(t.Surface, commonOrgs...) {
			continue
		}
		s := t.Span
		for _, next := range run[i+1:] { // 三菱電機|インフォメーション|システムズ
			if next.Span.Start != s.End || script(firstRune(next.Surface)) != katakana {
				break
			}
			s.End = next.Span.End
		}
		out = append(out, p.discovered(s, content.Organization, 0.6, "dictionary"))
	}
	return out
}
