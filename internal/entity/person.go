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

var asidePattern = regexp.MustCompile(`^ ?[(（][^()（）]{1,40}[)）]`)

// strongTitles follow names only; the others follow names and other nouns too.
var strongTitles = []string{"氏", "容疑者", "被告", "受刑者", "死刑囚", "服役囚", "被疑者"}

var titles = []string{
	"長官", "大統領", "首相", "大臣", "外相", "防衛相", "総統", "国家主席", "国家情報院長", "副報道局長", "報道局長", "副報道官", "主席", "総書記", "検事", "検事総長", "検事補", "次官", "次官補", "捜査官", "報道官", "大使",
	"局長", "課長", "課長補佐", "支局長", "部長", "議員", "教授", "博士", "会長", "社長", "最高経営責任者", "CEO", "CISO", "CTO", "代表", "研究員", "アナリスト",
	"ディレクター", "弁護士", "判事", "司令官", "少将", "中将", "大将", "准将", "大佐", "中佐", "少佐", "上佐", "大尉", "中尉", "少尉", "副教授", "委員長", "さん", "政権",
	"部門長", "副首相", "貿易相", "情報相", "通信相", "農相", "環境相", "運輸相", "保健相", "教育相", "労相", "科技相", "エネルギー相", "裁判官", "弁護人", "医師", "コーチ", "外野手", "内野手", "投手", "捕手",
	"委員", "国防相", "次席", "次長", "次長補", "処長", "係長", "主査", "主幹", "顧問", "領事",
	"裁判長", "座長", "参考人", "専務理事", "専務", "常務", "政務官", "事務次官", "副大臣", "園長", "病院長", "店長", "校長", "教頭", "師長", "班長", "団長", "館長", "船長", "機長", "会頭", "支配人", "幹事長", "組合長", "助教", "技官", "監事", "主将", "選手", "先生", "記者", "総監", "総長", "署長", "本部長", "室長", "審議官", "事務総長", "書記長", "書記", "首席", "創業者", "設立者", "責任者", "マネージャー", "マネジャー", "エンジニア", "リサーチャー", "アーキテクト",
	"巡査部長", "巡査", "警部", "警部補", "警視", "警視正", "スポークスマン", "スポークスパーソン", "検察官", "国王", "皇太子", "知事", "市長", "町長", "村長", "理事長", "理事", "学長", "所長", "院長", "隊長", "参事官", "補佐官", "報道担当", "財務相", "総務相", "経産相",
	"法相", "国土交通相", "国交相", "農林水産相", "農水相", "経済産業相", "厚生労働相", "厚労相", "文部科学相", "文科相", "復興相", "国家公安委員長", "経済再生相", "科学技術相", "商務相", "デジタル相", "防衛相", "内相", "国防相", "経済安保相", "官房長官", "副長官", "副大統領", "副委員長", "副会長", "副局長", "副市長", "副知事", "副総裁", "副議長", "副総理", "総理", "検事正", "広報官", "取締役", "執行役員", "支店長", "支社長", "支部長", "工場長", "董事長", "議長", "国務長官", "国防長官", "財務長官", "司法長官", "商務長官", "国土安全保障長官", "エネルギー長官", "国家情報長官", "司法副長官", "副社長", "共同創業者", "頭取", "総裁", "監督", "名誉教授", "准教授", "講師", "アドバイザー", "コンサルタント", "ジャーナリスト", "編集長", "CFO", "CIO", "COO", "CSO",
}

var titleTable = morph.NewWordTable(slices.Concat(strongTitles, titles))

// people finds persons by the titles beside their names.
func people(p *passage) {
	for _, run := range p.ascii {
		if needs := withUpper | withLower | withSpace; run.has&needs == needs {
			eachLatinPerson(p.text, run.span, func(s source.Span) {
				if !p.touchesAccent(s) {
					p.personNamed(s, false)
					p.readInKana(s)
				}
			})
		}
	}
	p.members()
	p.accentedNames()
	p.ledByNames()
	p.chineseLed()
	p.speakers()
	p.katakanaNames()
	p.posted()
	p.questioners()
	p.signatures()
	p.bylines()
	p.squareByline()
	p.read()
	p.pairsOfNames()
	p.chineseSeized()
	p.suspects()
	p.ministers()
	p.inKana()
	p.soles()
	p.nameTokens()
	p.asides()
	p.givenEnds()
	p.rareTitled()
	p.ofYears()
	p.byRole()
	p.affiliated()
	p.ranked()
	p.related()
	p.signed()
	p.selfNamed()
	p.bracketed()
	p.creditedWith()
	p.inSlots()
}

// personNamed finds the person whose name in katakana or Latin letters, a single word or not, stands at a span.
func (p *passage) personNamed(s source.Span, single bool) {
	c := p.personBy(s, single)
	if c == 0 {
		return
	}
	if single {
		s = p.titled(s)
	}
	p.sight(s, content.Person, c, "title")
	if p.scriptAt(s.Start) == latin {
		p.kanaOf(s)
	}
}

// katakanaNames finds the persons among the words of katakana, with what points and equals signs join to them: マシュー・G・オルセン.
func (p *passage) katakanaNames() {
	end := 0
	var last fullName
	for i, s := range p.katakana {
		if s.Start < end {
			continue // in the name before
		}
		word := s
		for rest := p.katakana[i+1:]; ; {
			next := p.nameJoint(s.End)
			if next == 0 || p.knownPlace(s) && beginsAny(p.text[s.End:], "＝", "=") { // 【ソウル＝|チェ・ミンジ】
				break
			}
			for len(rest) > 0 && rest[0].Start < next {
				rest = rest[1:]
			}
			if len(rest) > 0 && rest[0].Start == next {
				s.End = rest[0].End
			} else if n := initial(p.text[next:]); n > 0 {
				s.End = next + n
			} else {
				break
			}
		}
		if end = s.End; s.Len() > len("ア") {
			s.Start = p.surnameBefore(p.initialBefore(s.Start))
			if knighted := p.behindTitle(s); knighted != s {
				p.sight(knighted, content.Person, 0.75, "title")
				continue
			}
			p.personNamed(s, s == word)
			last = p.besidePerson(last, s)
		}
	}
}

// personBy returns how sure it is that a name in katakana or Latin letters is a person's.
func (p *passage) personBy(s source.Span, single bool) float64 {
	at := s.End + p.bracketAt(s.End)
	if p.scriptBefore(s.End) == latin {
		if at = p.afterSpace(at); at > s.End && teamWords.ends(p.surface(s)) {
			return 0
		}
	}
	rest := p.text[at:]
	strong := beginsAny(rest, strongTitles...)
	if single && !strong && strings.HasPrefix(rest, "さん") && p.begins(s) && p.forename(s) {
		return 0.75
	}
	switch {
	case single && p.leader(s):
		return 0.8
	case single && !strong && (!p.officeAt(at) || p.scriptAt(at) == latin && p.knownOther(s)): // |テスラ|CEOは
		return 0
	case !p.begins(s), p.scriptAt(s.End) == p.scriptBefore(s.End), company(p.surface(s)):
		return 0
	}
	if p.scriptAt(s.Start) == latin && !single {
		c := p.latinSlot(s)
		first, _, _ := strings.Cut(p.surface(s), " ")
		if c > 0 || !strong && strings.Contains(first, "-") { // Min-jun, but Real-time Scanner, too
			return c
		}
	}
	switch {
	case !single && (p.aged(s.End) || yearsOld(rest) && !p.common(s) || p.postEnds(s.Start) && p.ends(s, content.Person) && !p.common(s)):
		return 0.8
	case strong:
		return 0.9
	case single && p.unknownKatakana(s):
		return 0.7
	case single:
		return 0
	case p.titleBegins(at):
		return 0.85
	}
	head := strings.TrimRight(p.text[:s.Start], " ")
	if p.endsWith(titleWords, source.Span{End: len(head)}) && beginsAny(strings.TrimLeft(rest, " "), "は", "が", "も", "に", "を", "の", "と", "ら", "、") && (len(head) == s.Start || p.scriptAt(s.Start) == latin) {
		return 0.85
	}
	before := source.Span{End: len(strings.TrimRight(strings.TrimSuffix(head, "の"), " "))}
	switch {
	case strings.HasSuffix(head, "の") && p.endsWith(titleWords, before) && beginsAny(strings.TrimLeft(rest, " "), "は", "が", "も", "によ", "、"):
		return 0.75
	case !single && p.scriptAt(s.Start) == latin && p.latinPost(strings.TrimRight(strings.TrimSuffix(head, "の"), " ")):
		return 0.7
	case !single && p.scriptAt(s.Start) == latin && endsAny(head, beforeLatin...) && beginsAny(strings.TrimLeft(p.text[s.End:], " "), "は", "、", "ら", "と", "が", "を", "氏", "(", "（"):
		return 0.65
	case !single && p.scriptAt(s.Start) == latin && p.knownGiven(s):
		return 0.65
	case p.scriptAt(s.Start) == katakana && strings.HasPrefix(rest, "『"): // an author and a book
		return 0.7
	case !single && (p.fullForeign(s) || p.foreignInSlot(s)):
		return 0.65
	}
	return 0
}

// beforeLatin stand before the name of a person in Latin letters, and not before that of a product: 共著者の|Anna Kowal|は.
var beforeLatin = []string{"共著者の", "著者の", "研究者の", "創業者の", "創設者の", "記者の", "アナリストの", "弁護士の", "被告の", "容疑者の", "実業家の", "国籍の", "国民の", "市民の", "国人の", "トレーダーの", "ブローカーの", "経営者の", "銀行員の", "会計士の", "人目の", "構成員の", "メンバーの", "将校の", "士官の", "人である", "者である", "員である", "男である"}

// teamWords end what is in English as two words with capitals and is nobody, before the title of who is at its head: Red Team| 責任者.
var teamWords = newSuffixTable([]string{"Team", "Server", "Directory", "Office", "Center", "Lab", "Project", "Unit", "Service", "Manager", "Studio", "Platform", "Engine", "Desktop", "Endpoint", "Japan", "America", "Hat", "Micro", "Alto"})

// bracketAt returns the length of the short bracket that stands at i, 0 if there is none.
func (p *passage) bracketAt(i int) int {
	if r := firstRune(p.text[p.afterSpace(i):]); r != '(' && r != '（' {
		return 0
	}
	return len(asidePattern.FindString(p.text[i:]))
}

// offices are the titles after which even a single katakana word is a family name: ベアボック外相.
var offices = []string{
	"病院長", "大統領", "首相", "外相", "国防相", "財務相", "内相", "法相", "長官", "国務長官", "国防長官", "財務長官", "司法長官", "商務長官", "国土安全保障長官", "エネルギー長官", "国家情報長官", "副長官", "報道官", "検事", "連邦検事", "議員", "上院議員", "下院議員", "大使", "事務総長", "司令官", "補佐官", "教授", "博士", "判事", "委員長",
	"副首相", "貿易相", "情報相", "通信相", "農相", "環境相", "運輸相", "保健相", "教育相", "労相", "エネルギー相", "部長", "院長", "局長", "部門長", "社長", "会長", "監督",
	"委員", "理事", "参考人", "課長", "室長", "署長", "前大統領", "元大統領", "次期大統領", "前首相", "次官", "次官補", "捜査官", "書記長", "総書記", "議長", "大臣", "国王", "将軍", "大佐", "中佐", "少佐", "記者", "研究員", "准教授", "助教", "弁護士", "専務理事", "最高経営責任者", "最高技術責任者", "主任研究員", "司法次官補", "副議長", "副大統領", "司法副長官", "首席", "軍曹", "中尉", "少尉", "大尉",
}

var officeTable = morph.NewWordTable(offices)

// surnameEnds end family names of other languages that the dictionary cuts into words: ニュー|バーガー.
var surnameEnds = []string{"ソン", "マン", "バーグ", "バーガー", "スキー", "ビッチ", "ヴィッチ", "ヴィチ", "エフ", "コフ", "ノフ", "ロフ", "トフ", "フィールド", "ドルフ", "シュタイン", "スタイン", "マイヤー", "ウッド", "トン", "ランド", "ベルク", "クラフト"}

// unknownKatakana reports whether the word at a span can be a family name: the dictionary
// does not know it, or knows it as one, or news does, as トランプ.
func (p *passage) unknownKatakana(s source.Span) bool {
	surface := p.surface(s)
	switch surface {
	case "トランプ", "ブッシュ", "フォード", "カーター", "グリーン", "ブラウン":
		return true
	}
	if leaders[surface] {
		return true
	}
	i, ok := p.tokenAt(s.Start)
	if !ok || p.scriptAt(s.Start) != katakana || p.count(s) < 2 {
		return false
	}
	if shortFamilies[surface] {
		return true
	}
	w := p.words[i]
	if w.Span == s && w.is(regional) && !w.is(nation) && p.count(s) > 3 && beginsAny(p.text[s.End:], ranksOfState...) {
		return true // オースティン is a town, too, and サンティアゴ
	}
	if w.Span == s && !w.is(regional) && p.ministerAt(s.End) {
		return p.count(s) > 2 && nameLike(surface) || w.is(personal) || !w.is(listed) // ラミー is a game, too
	}
	if p.count(s) < 3 {
		return false
	}
	if w.Span != s {
		// cut into pieces that are no words: アナ|ンド, or before a rank into one that is: レモン|ド|商務長官
		pieces := p.count(w.Span) < 3 || w.is(personal) || endsAny(surface, surnameEnds...) || p.placeWord(s) || beginsAny(p.text[s.End:], ranksOfState...)
		return pieces && w.End < s.End && nameLike(surface)
	}
	spokesman := strings.HasPrefix(p.text[s.End:], "報道官") && !w.is(regional) // プライス is a price, too
	return (!w.is(listed) || w.is(personal) || spokesman) && nameLike(surface)
}

// ranksOfState follow the names of those who hold them, and of no town.
var ranksOfState = []string{"長官", "国務長官", "国防長官", "財務長官", "司法長官", "商務長官", "国土安全保障長官", "エネルギー長官", "国家情報長官", "局長", "副局長", "次官", "次官補", "司法次官補", "上院議員", "下院議員", "大佐", "少佐", "中佐", "報道官", "補佐官", "大統領補佐官", "特別捜査官"}

// ministerAt reports whether the office of one who governs stands at i, with the sign of the country before it or not: ラミー|英外相.
func (p *passage) ministerAt(i int) bool {
	if rest := p.text[i:]; rest != "" && oneIn("米英仏独露韓豪伊加印", rest[:runeLen(rest)]) {
		i += runeLen(rest)
	}
	return beginsAny(p.text[i:], "外相", "首相", "大統領", "国防相", "財務相", "防衛相", "内相", "法相", "国王", "国務長官", "国防長官")
}

// titleBegins reports whether a title stands at i, with the office before it: 司法|副長官, FBI|長官.
func (p *passage) titleBegins(i int) bool {
	if k := p.scriptBefore(i); k == katakana || k == latin {
		i = p.afterSpace(i) // left by machine translation: ハンコックス 連邦検事代理
	}
	end := i
	for n := 0; n < 16 && end < len(p.text); n++ {
		r, size := utf8.DecodeRuneInString(p.text[end:])
		if r == ' ' && n > 0 && p.scriptAt(end+1) == kanji {
			end++ // left by machine translation: 連邦 検事
			continue
		}
		if k := p.scriptAt(end); k != kanji && k != katakana && k != latin && r != 'さ' && r != 'ん' {
			break
		}
		end += size
	}
	return slices.ContainsFunc(p.within(titleWords, source.Span{Start: i, End: end}), func(t spot) bool { return t.End <= end && (t.Start == i || p.surface(t.Span) != "さん") }) || p.isOffice(source.Span{Start: i, End: end})
}

// isOffice reports whether a run of nouns says what office somebody holds: 危機管理監, 情報企画室長, 政策統括官.
func (p *passage) isOffice(s source.Span) bool {
	n := p.count(s)
	return n >= 3 && strings.ContainsRune("長監官相", lastRune(p.surface(s))) && (!strings.ContainsRune("県市町村都府区省庁社組署支本党大高銀州国郡駅港", firstRune(p.text[s.Start:])) || beginsAny(p.text[s.Start:], "国家", "国防", "国務", "大統領"))
}

// nameToken reports whether the span is one token that the dictionary knows as a person's name.
func (p *passage) nameToken(s source.Span) bool {
	i, ok := p.tokenAt(s.Start)
	return ok && p.words[i].Span == s && p.words[i].is(personal)
}

// givenName returns where the given name ends that begins at word i or after the space there, 0 if none does.
func (p *passage) givenName(i int) int {
	if i < len(p.words) && strings.Trim(p.surface(p.words[i].Span), " 　") == "" {
		i++
	}
	if i >= len(p.words) || i == 0 || !p.words[i].is(personal|given) || p.words[i].Start > p.words[i-1].End {
		return 0
	}
	return p.words[i].End
}

// nameTokens finds a surname and a given name of the dictionary side by side, or a surname before a title.
func (p *passage) nameTokens() {
	for _, i := range p.people {
		w := p.words[i]
		if !w.is(personal|surname) || p.scriptAt(w.Start) != kanji {
			continue
		}
		s := w.Span
		given := p.givenName(i + 1)
		full := given > s.End
		if full {
			s.End = given
		}
		if p.scriptBefore(s.Start) == kanji || p.behindReading(s.Start) {
			continue
		}
		if whole := p.withForeign(s); whole != s {
			if p.titleBegins(whole.End) {
				p.sight(whole, content.Person, 0.8, "title")
			}
			continue
		}
		switch titled := p.titleBegins(s.End); {
		case titled && full:
			p.sight(p.wholeGiven(s), content.Person, 0.8, "title")
		case titled && p.unknownGiven(s).Len() > 0:
			p.sight(p.unknownGiven(s), content.Person, 0.75, "title")
		case titled:
			if !(p.places(s) && p.bodyOf(s.End)) && !p.electionOf(s.End) && !p.numberOf(s.End) && !p.ofKorea(s) {
				p.sight(p.titled(s), content.Person, 0.8, "title")
			}
		case full && p.scriptAt(p.lastOfGiven(s).End) != kanji:
			p.sight(p.lastOfGiven(s), content.Person, 0.6, "name")
		case !full && p.cutGiven(s).Len() > 0:
			p.sight(p.cutGiven(s), content.Person, 0.6, "name")
		default:
			if whole := p.wholeRun(s); whole.Len() > 0 {
				p.sight(whole, content.Person, 0.6, "name")
			}
		}
	}
}
