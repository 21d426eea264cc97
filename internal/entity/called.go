package entity

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// A head is a noun that says of what kind the name beside it is.
type head struct {
	word string
	kind content.Kind
}

var heads = append(
	kinds(content.Actor,
		"ハッカー集団", "ハッカーグループ", "ハッカー組織", "ハッキンググループ", "ハッキング集団", "攻撃グループ", "攻撃集団",
		"攻撃者グループ", "脅威グループ", "脅威アクター", "ランサムウェア集団", "ランサムウエア集団", "ランサムウェアグループ", "ランサムウエアグループ",
		"犯罪集団", "犯罪グループ", "サイバー集団", "APTグループ", "APT集団", "スパイ集団", "ハクティビスト集団", "ハクティビスト",
	),
	kinds(content.Malware,
		"マルウェア", "マルウエア", "ランサムウェア", "ランサムウエア", "ボットネット", "バックドア", "トロイの木馬", "スパイウェア", "ウェブシェル", "コンピューターウイルス",
	)...)

func kinds(k content.Kind, words ...string) []head {
	var out []head
	for _, w := range words {
		out = append(out, head{w, k})
	}
	return out
}

var (
	latinAfter  = regexp.MustCompile(`^ ?([A-Z][A-Za-z0-9._-]*[A-Za-z0-9](?: [A-Z][A-Za-z0-9]+)?)`)
	latinBefore = regexp.MustCompile(`((?:[A-Z][A-Za-z0-9]+ )?[A-Z][A-Za-z0-9._-]*[A-Za-z0-9]) ?$`)
)

// called finds names by the noun beside them, ハッカー集団「…」 and …と呼ばれるマルウェア,
// and by 「…」と呼ばれる in a sentence that has such a noun.
func called(p *passage) []Mention {
	var out []Mention
	for _, h := range heads {
		for at := 0; ; {
			i := strings.Index(p.text[at:], h.word)
			if i < 0 {
				break
			}
			s := source.Span{Start: at + i, End: at + i + len(h.word)}
			at = s.End
			if !headOf(p, s) {
				continue
			}
			for _, n := range append(p.namesAfter(s), p.namesBefore(s)...) {
				out = append(out, p.discovered(n, h.kind, 0.75, "called"))
			}
		}
	}
	return append(out, p.quotedNames()...)
}

// headOf refuses a head inside a longer one: ランサムウェア in ランサムウェア集団, which is an actor.
func headOf(p *passage, s source.Span) bool {
	return !beginsAny(p.text[s.End:], "集団", "グループ", "攻撃グループ", "ギャング", "攻撃", "感染", "対策", "被害")
}

// namesAfter returns the names that follow a head, quoted or in Latin letters.
func (p *passage) namesAfter(s source.Span) []source.Span {
	rest := p.text[s.End:]
	skip := 0
	for _, link := range []string{"である", "の", "、"} {
		if strings.HasPrefix(rest, link) {
			skip = len(link)
		}
	}
	if strings.HasPrefix(rest[skip:], "「") {
		return p.quotes(s.End + skip)
	}
	if m := latinAfter.FindStringSubmatchIndex(rest); skip == 0 && m != nil {
		n := source.Span{Start: s.End + m[2], End: s.End + m[3]}
		if p.alone(n) && nameLike(p.surface(n)) {
			return []source.Span{n}
		}
	}
	return nil
}

// namesBefore returns the names that stand before a head: 「…」と呼ばれる攻撃グループ, LockBitランサムウェア.
func (p *passage) namesBefore(s source.Span) []source.Span {
	before := strings.TrimSuffix(p.text[:s.Start], "サイバー")
	for _, link := range naming {
		if trimmed := strings.TrimSuffix(before, link); trimmed != before {
			if strings.HasSuffix(trimmed, "」") {
				return p.quotesBefore(len(trimmed))
			}
			before = trimmed
			break
		}
	}
	m := latinBefore.FindStringSubmatchIndex(before[max(0, len(before)-60):])
	if m == nil {
		return nil
	}
	shift := len(before) - min(len(before), 60)
	n := source.Span{Start: shift + m[2], End: shift + m[3]}
	if script(p.before(n)) == latin || !nameLike(p.surface(n)) {
		return nil
	}
	return []source.Span{n}
}

// naming lists what stands between a name and its head.
var naming = []string{"と呼ばれる", "とよばれる", "といわれる", "と言われる", "として知られる", "を名乗る", "と名乗る", "と称する", "という", "と名付けられた"}

// quotes returns the names in the quotations that stand at i, one after another.
func (p *passage) quotes(i int) []source.Span {
	var out []source.Span
	for strings.HasPrefix(p.text[i:], "「") {
		inner := i + len("「")
		end := strings.Index(p.text[inner:], "」")
		if end < 0 {
			break
		}
		if s := (source.Span{Start: inner, End: inner + end}); nameLike(p.surface(s)) {
			out = append(out, s)
		}
		i = inner + end + len("」")
		i += len(p.text[i:]) - len(strings.TrimPrefix(p.text[i:], "、"))
	}
	return out
}

// quotesBefore returns the names in the quotations that end at i.
func (p *passage) quotesBefore(i int) []source.Span {
	start := i
	for strings.HasSuffix(strings.TrimSuffix(p.text[:start], "、"), "」") {
		open := strings.LastIndex(p.text[:start], "「")
		if open < 0 {
			break
		}
		start = open
	}
	return p.quotes(start)
}

// quotedNames finds 「…」と呼ばれ and the like in a sentence with a head or a hacker.
func (p *passage) quotedNames() []Mention {
	var out []Mention
	for at := 0; ; {
		i := strings.Index(p.text[at:], "」")
		if i < 0 {
			return out
		}
		end := at + i + len("」")
		at = end
		if !beginsAny(p.text[end:], "と呼ばれ", "として知られ", "を名乗", "と名付け", "といわれ", "と命名") {
			continue
		}
		for _, s := range p.quotesBefore(end) {
			if k := p.kindBy(p.sentence(s)); k != "" {
				out = append(out, p.discovered(s, k, 0.7, "called"))
			}
		}
	}
}

// kindBy returns the kind of what a sentence names, by its words.
func (p *passage) kindBy(s source.Span) content.Kind {
	text := p.surface(s)
	for _, h := range heads {
		if h.kind == content.Actor && strings.Contains(text, h.word) {
			return h.kind
		}
	}
	if strings.Contains(text, "ハッカー") {
		return content.Actor
	}
	for _, h := range heads {
		if strings.Contains(text, h.word) {
			return h.kind
		}
	}
	return ""
}

// nameLike reports whether a quotation or Latin word can be a name: short, with
// Latin letters or katakana, without the grammar of a sentence, and not a common word.
func nameLike(s string) bool {
	n := utf8.RuneCountInString(s)
	if n < 2 || n > 30 || strings.ContainsAny(s, "、。!?！？\n") {
		return false
	}
	named := false
	for _, r := range s {
		switch script(r) {
		case hiragana:
			return false
		case latin, katakana:
			named = true
		}
	}
	for _, w := range []string{"攻撃", "事件", "被害", "作戦", "対策", "事案", "情報", "脅威"} {
		if strings.Contains(s, w) {
			return false
		}
	}
	return named && !slices.ContainsFunc(heads, func(h head) bool { return s == h.word }) && !slices.Contains(platforms, s)
}

// platforms are Latin words beside マルウェア that do not name it.
var platforms = []string{
	"Windows", "Linux", "Android", "iOS", "Mac", "macOS", "Web", "PC", "IoT", "IT", "ICT", "VPN", "DDoS", "DoS", "AI", "SNS", "SMS",
	"USB", "Microsoft", "Google", "Apple", "Office", "Excel", "Word", "JavaScript", "Java", "Python", "Go", "PowerShell", "RAT", "APT", "OT", "FBI",
}
