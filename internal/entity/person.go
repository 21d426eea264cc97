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

var (
	latinPerson  = newPattern(`[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][A-Za-z'-]+){1,2}`, withUpper|withLower|withSpace, 5)
	latinSurname = regexp.MustCompile(`[A-Z][a-z]{2,}$`)
	asidePattern = regexp.MustCompile(`^ ?[(（][^()（）]{1,40}[)）]`)
)

// strongTitles follow names only; the others follow names and other nouns too.
var strongTitles = []string{"氏", "容疑者", "被告"}

var titles = []string{
	"長官", "大統領", "首相", "大臣", "外相", "防衛相", "総統", "主席", "総書記", "検事", "検事総長", "検事補", "次官", "次官補", "捜査官", "報道官", "大使",
	"局長", "課長", "課長補佐", "支局長", "部長", "議員", "教授", "博士", "会長", "社長", "最高経営責任者", "CEO", "CISO", "CTO", "代表", "研究員", "アナリスト",
	"ディレクター", "弁護士", "判事", "司令官", "少将", "中将", "大佐", "委員長", "さん", "政権",
	"裁判長", "園長", "店長", "校長", "主将", "選手", "先生", "記者", "総監", "署長", "本部長", "室長", "審議官", "事務総長", "書記長", "書記", "首席", "創業者", "設立者", "責任者", "マネージャー", "マネジャー", "エンジニア", "リサーチャー", "アーキテクト",
	"スポークスマン", "スポークスパーソン", "検察官", "国王", "皇太子", "知事", "市長", "町長", "村長", "理事長", "理事", "学長", "所長", "院長", "隊長", "参事官", "補佐官", "報道担当", "財務相", "総務相", "経産相",
	"法相", "デジタル相", "防衛相", "内相", "国防相", "経済安保相", "官房長官", "副社長", "共同創業者", "頭取", "総裁", "監督", "名誉教授", "准教授", "講師", "アドバイザー", "コンサルタント", "ジャーナリスト", "編集長", "CFO", "CIO", "COO", "CSO",
}

var (
	allTitles  = slices.Concat(strongTitles, titles)
	titleEnds  = newSuffixTable(titles)
	titleTable = morph.NewWordTable(titles)
)

// people finds persons by the titles beside their names.
func people(p *passage) []Mention {
	var out []Mention
	names := p.matches(latinPerson)
	names = append(names, katakanaNames(p.text)...)
	for _, s := range names {
		if c := p.personBy(s); c > 0 {
			if !strings.ContainsAny(p.surface(s), "・＝= ") {
				s = p.titled(s)
			}
			out = append(out, p.discovered(s, content.Person, c, "title"))
		}
	}
	out = append(append(out, p.questioners()...), p.signatures()...)
	out = append(out, p.bylines()...)
	out = append(out, p.read()...)
	out = append(out, p.suspects()...)
	return append(out, p.nameTokens()...)
}

// katakanaNames returns the words of katakana, with what points and equals signs join to them: マシュー・G・オルセン.
func katakanaNames(text string) []source.Span {
	var out []source.Span
	for i := 0; i < len(text); {
		n := katakanaWord(text[i:])
		if n == 0 {
			i += runeLen(text[i:])
			continue
		}
		s := source.Span{Start: i, End: i + n}
		for {
			join := firstRune(text[s.End:])
			if join != '・' && join != '＝' && join != '=' {
				break
			}
			rest := text[s.End+utf8.RuneLen(join):]
			part := katakanaWord(rest)
			if part == 0 {
				part = initial(rest)
			}
			if part == 0 {
				break
			}
			s.End += utf8.RuneLen(join) + part
		}
		if utf8.RuneCountInString(text[i:s.End]) > 1 {
			out = append(out, s)
		}
		i = s.End
	}
	return out
}

// katakanaWord returns the length of the katakana at the beginning of s.
func katakanaWord(s string) int {
	n := 0
	for n < len(s) && s[n] >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !('ァ' <= r && r <= 'ヴ' || r == 'ー') {
			break
		}
		n += size
	}
	return n
}

// initial returns the length of an initial with its stop at the beginning of s.
func initial(s string) int {
	if s == "" || s[0] < 'A' || s[0] > 'Z' {
		return 0
	}
	for _, stop := range []string{".", "．"} {
		if strings.HasPrefix(s[1:], stop) {
			return 1 + len(stop)
		}
	}
	return 1
}

// personBy returns how sure it is that a name in katakana or Latin letters is a person's.
func (p *passage) personBy(s source.Span) float64 {
	surface := p.surface(s)
	if !p.begins(s) || script(p.after(s)) == script(lastRune(surface)) || company(surface) {
		return 0
	}
	rest := p.text[s.End:]
	if next := firstRune(rest); next == '(' || next == '（' || next == ' ' {
		rest = rest[len(asidePattern.FindString(rest)):]
	}
	if beginsAny(rest, strongTitles...) {
		return 0.9
	}
	if !strings.ContainsAny(surface, "・＝= ") {
		if p.unknownKatakana(s) && beginsAny(rest, offices...) {
			return 0.7
		}
		return 0
	}
	before := p.text[:s.Start]
	switch {
	case titleBegins(rest), titleEnds.ends(before) && beginsAny(rest, "は", "が", "も", "に", "を", "の", "、"):
		return 0.85
	case titleEnds.ends(strings.TrimSuffix(before, "の")) && strings.HasSuffix(before, "の") && beginsAny(rest, "は", "が", "も", "によ", "、"):
		return 0.75
	case script(firstRune(surface)) == katakana && strings.HasPrefix(rest, "『"): // an author and a book
		return 0.7
	}
	return 0
}

// offices are the titles after which even a single katakana word is a family name: ベアボック外相.
var offices = []string{
	"大統領", "首相", "外相", "国防相", "財務相", "内相", "法相", "長官", "国務長官", "国防長官", "財務長官", "司法長官", "副長官", "報道官", "検事", "連邦検事", "議員", "上院議員", "下院議員", "大使", "事務総長", "司令官", "補佐官", "教授", "博士", "判事", "委員長",
	"前大統領", "元大統領", "次期大統領", "前首相", "次官", "次官補", "捜査官", "書記長", "総書記", "議長", "大臣", "国王", "将軍", "大佐", "中佐", "少佐", "記者", "研究員",
}

// unknownKatakana reports whether the word at a span can be a family name: the dictionary
// does not know it, or knows it as one, or news does, as トランプ.
func (p *passage) unknownKatakana(s source.Span) bool {
	surface := p.surface(s)
	if slices.Contains([]string{"トランプ", "ブッシュ", "フォード", "カーター", "グリーン", "ブラウン"}, surface) {
		return true
	}
	i, ok := p.tokenAt(s.Start)
	if !ok || script(firstRune(surface)) != katakana || utf8.RuneCountInString(surface) < 3 || p.tokens[i].Span != s {
		return false
	}
	t := p.tokens[i]
	spokesman := strings.HasPrefix(p.text[s.End:], "報道官") && !slices.Contains(t.POS, "地域") // プライス is a price, too
	return (!t.Known || slices.Contains(t.POS, "人名") || spokesman) && nameLike(surface)
}

// titleBegins reports whether a text begins with a title, with the office before it: 司法|副長官, FBI|長官.
func titleBegins(s string) bool {
	end, n := 0, 0
	for _, r := range s {
		if k := script(r); n == 12 || k != kanji && k != katakana && k != latin && r != 'さ' && r != 'ん' {
			break
		}
		end += utf8.RuneLen(r)
		n++
	}
	return titleTable.In(s[:end])
}

// company reports whether a word of the name is one that firms have in theirs.
func company(name string) bool { return companyTable.In(name) }

var companyTable = morph.NewWordTable([]string{
	"グループ", "テクノロジ", "コーポレーション", "ホールディングス", "システム", "セキュリティ", "サービス", "センター", "ネットワーク", "タイムズ", "ポスト",
	"ジャーナル", "バンク", "ソフトウェア", "タイフーン", "パンダ", "サイバー", "ハッカー", "マルウェア", "サーバ", "リーダー",
	"Group", "Technolog", "Corporation", "Security", "Systems", "Labs", "Networks", "Times", "News", "Inc", "Ltd", "Typhoon", "Panda", "Cloud",
})

// suspects finds kanji names before 容疑者, 被告 and 氏, which the dictionary often cuts wrongly.
func (p *passage) suspects() []Mention {
	var out []Mention
	for _, title := range strongTitles {
		for at := 0; ; {
			i := strings.Index(p.text[at:], title)
			if i < 0 {
				break
			}
			end := at + i
			at = end + len(title)
			if m := latinSurname.FindStringIndex(p.text[max(0, end-30):end]); m != nil {
				s := source.Span{Start: max(0, end-30) + m[0], End: end}
				if p.alone(s) && p.before(s) != ' ' {
					out = append(out, p.discovered(s, content.Person, 0.8, "title"))
				}
				continue
			}
			s := source.Span{Start: p.spacedKanji(end), End: end}
			n := utf8.RuneCountInString(p.surface(s))
			if n < 1 || n > 5 || !p.cut(end) || strings.ContainsAny(p.surface(s), "男女人性者員各両同元彼某姓摂華") {
				continue
			}
			if n == 1 && !p.nameToken(s) {
				continue
			}
			out = append(out, p.discovered(p.titled(s), content.Person, 0.85, "title"))
		}
	}
	return out
}

// titled gives a surname the title that makes it a name where nothing stands between them: 楊容疑者, 磯部大臣.
func (p *passage) titled(s source.Span) source.Span {
	if k := script(firstRune(p.surface(s))); k != kanji && k != katakana || k == kanji && utf8.RuneCountInString(p.surface(s)) > 2 {
		return s
	}
	longest := 0
	for _, t := range allTitles {
		if len(t) > longest && strings.HasPrefix(p.text[s.End:], t) {
			longest = len(t)
		}
	}
	s.End += longest
	return s
}

// spacedKanji returns where a name in kanji begins that ends at i, with a space between surname and given name: 榊原 徹.
func (p *passage) spacedKanji(i int) int {
	given := kanjiBefore(p.text[:i])
	before := strings.TrimRight(p.text[:given], " 　")
	surname := kanjiBefore(before)
	n := utf8.RuneCountInString(before[surname:])
	if given == len(before) || given == i || n < 1 || n > 3 || len(p.text[surname:given])-len(before[surname:]) > len("　") {
		return given
	}
	return surname
}

func kanjiBefore(s string) int {
	at := len(s)
	for at > 0 && script(lastRune(s[:at])) == kanji {
		at -= utf8.RuneLen(lastRune(s[:at]))
	}
	return at
}

// nameToken reports whether the span is one token that the dictionary knows as a person's name.
func (p *passage) nameToken(s source.Span) bool {
	return slices.ContainsFunc(p.tokens, func(t morph.Token) bool { return t.Span == s && slices.Contains(t.POS, "人名") })
}

// personToken reports whether the dictionary knows a token as a person's surname (姓) or given name (名).
func personToken(t morph.Token, part string) bool {
	return slices.Contains(t.POS, "人名") && slices.Contains(t.POS, part)
}

// givenName returns where the given name ends that begins at token i or after the space there, 0 if none does.
func (p *passage) givenName(i int) int {
	if i < len(p.tokens) && strings.Trim(p.tokens[i].Surface, " 　") == "" {
		i++
	}
	if i >= len(p.tokens) || i == 0 || !personToken(p.tokens[i], "名") || p.tokens[i].Span.Start-p.tokens[i-1].Span.End > 0 {
		return 0
	}
	return p.tokens[i].Span.End
}

// nameTokens finds a surname and a given name of the dictionary side by side, or a surname before a title.
func (p *passage) nameTokens() []Mention {
	var out []Mention
	for i, t := range p.tokens {
		if !personToken(t, "姓") || script(firstRune(t.Surface)) != kanji {
			continue
		}
		s := t.Span
		given := p.givenName(i + 1)
		full := given > s.End
		if full {
			s.End = given
		}
		if script(p.before(s)) == kanji {
			continue
		}
		switch titled := titleBegins(p.text[s.End:]); {
		case titled && full:
			out = append(out, p.discovered(s, content.Person, 0.8, "title"))
		case titled:
			out = append(out, p.discovered(p.titled(s), content.Person, 0.8, "title"))
		case full && script(p.after(s)) != kanji:
			out = append(out, p.discovered(s, content.Person, 0.6, "name"))
		}
	}
	return out
}
