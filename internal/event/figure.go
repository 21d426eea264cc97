package event

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"jikenbo/internal/edtf"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// figurePattern is a number with its qualifiers and its unit. The groups are:
// qualifier before, another one, currency sign, number, unit inside a range, second number of a range, qualifier before
// the unit, unit, qualifier after it.
var figurePattern = regexp.MustCompile(`^(少なくとも|最大で|最大|最多で|最低でも|最低)?(およそ|ほぼ|約|延べ|計)? ?(?:US|ＵＳ|米)?([$€£¥＄￥])?` +
	`(` + numeral + `)(?:(` + rangeUnit + `)? ?(?:[〜～~―－-]|から|ないし) ?約?(` + numeral + `))? ?` +
	`(?:(以上|を超える|を上回る|超|余り|余|あまり|近く|未満|前後|程度|もの)?の? ?)?` +
	`(` + strings.Join(units(), "|") + `)?(以上|を超える|を超え|を上回る|を上回|超|余り|余|あまり|近く|未満|以下|前後|程度|ほど|強|弱|もの)?`)

const numeral = `(?:[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?(?: ?[十百千万億兆]+(?:[0-9０-９]+(?:[,，][0-9０-９]{3})*)?)*|(?:数|何|十数|百数|二十数|三十数)[十百千]?[万億兆]|[一二三四五六七八九][十百千]?数?[十百千]?[万億兆]|[十百千]数?[十百千]?[万億兆]|(?:数|何|十数|百数十|百数|二十数|三十数)[十百千]?|[一二三四五六七八九]?[十百千][一二三四五六七八九]?|[一二三四五六七八九])`

// rangeUnit is a unit that both ends of a range have: 数千万円から数億円.
const rangeUnit = `円|ドル|米ドル|ユーロ|台|人|件|社|カ国|か国|名|個|通|回|％|%`

// units are counters and measures, longer ones first where one begins another.
// Those of time, age and order are not figures.
func units() []string {
	return []string{
		"カ国・地域", "か国・地域", "国・地域", "カ国", "か国", "ヶ国", "ケ国", "ヵ国", "カ所", "か所", "ヶ所", "箇所", "ヵ所", "人分", "人", "名分", "名", "台", "件", "社", "団体", "組織", "機関", "個", "通", "回",
		"米ドル", "ドル", "ユーロ", "ポンド", "円", "ウォン", "元", "ビットコイン", "BTC", "サイト", "サーバー", "サーバ", "アカウント", "ドメイン", "IPアドレス",
		"端末", "デバイス", "ファイル", "被害者", "ユーザー", "コンピューター", "コンピュータ", "システム", "ウェブサイト", "企業", "種類", "種", "州", "校", "行", "自治体",
		"テラビット毎秒", "ギガビット毎秒", "Tbps", "Gbps", "Mbps", "テラバイト", "ギガバイト", "TB", "GB", "MB", "パーセント", "%", "％", "割", "つ", "世帯", "店舗", "地点", "本", "点", "枚", "倍",
	}
}

// Figures returns the figures of a sentence, in order.
func Figures(s Sentence) []Figure {
	text := s.Text[s.Span.Start:s.Span.End]
	var out []Figure
	for last, i := 0, 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !numberStarts.Has(r) {
			i += n
			continue
		}
		if end := s.taken(s.Span.Start + i); end > 0 { // the number of a date or of a name
			i = max(i+n, end-s.Span.Start)
			continue
		}
		at := matchAround(text, last, i)
		if at == nil {
			i += n
			continue
		}
		i, last = at[1], at[1]
		f, ok := figure(text, at)
		if !ok || numberGoesOn(text, f.Span.Start) {
			continue
		}
		f.Span.Start += s.Span.Start
		f.Span.End += s.Span.Start
		if s.occupied(f.Span) {
			continue
		}
		f.AsOf = s.asOf()
		f.Counts = s.counted(f)
		f.By = s.told(f)
		f.Why = f.reasons()
		out = append(out, f)
	}
	return out
}

// numberRunes are the characters that a number, or the sign of a currency before it, can begin with.
var numberStarts = morph.NewRuneSet(digits + "一二三四五六七八九十百千万億兆数何$€£¥＄￥")

const digits = "0123456789０１２３４５６７８９"

// figureRunes are the characters that the pattern can match: what stands behind another one is not shown to it,
// since it takes its time by the length of what it is shown.
var figureRunes = morph.NewRuneSet(digits + figurePattern.String())

// figureWindow is how many bytes a figure and what stands before its number take at most.
const figureWindow = 160

// measured finds units and the signs of currencies, without one of which there is no figure.
var measured = morph.NewWordTable(append(units(), strings.Split("$€£¥＄￥", "")...))

// beforeNumbers are the words before a number that the pattern takes in.
var beforeNumbers = []string{"少なくとも", "最大で", "最大", "最多で", "最低でも", "最低", "およそ", "ほぼ", "約", "延べ", "計", "US", "ＵＳ", "米", " "}

// matchAround matches the pattern for the number at i with the words before it, which begin after last.
func matchAround(text string, last, i int) []int {
	start := i
	for again := true; again; {
		again = false
		for _, w := range beforeNumbers {
			if start-len(w) >= last && strings.HasSuffix(text[:start], w) {
				start, again = start-len(w), true
				break
			}
		}
	}
	end := i
	for end < len(text) && end < i+figureWindow {
		r, n := utf8.DecodeRuneInString(text[end:])
		if !figureRunes.Has(r) {
			break
		}
		end += n
	}
	if !measured.In(text[start:end]) {
		return nil
	}
	for ; start <= i; start++ {
		if !utf8.RuneStart(text[start]) {
			continue
		}
		if at := figurePattern.FindStringSubmatchIndex(text[start:end]); at != nil {
			for k := range at {
				if at[k] >= 0 {
					at[k] += start
				}
			}
			return at
		}
	}
	return nil
}

// figure reads one match; it is false for a number that counts nothing.
func figure(text string, at []int) (Figure, bool) {
	group := func(i int) string {
		if at[2*i] < 0 {
			return ""
		}
		return text[at[2*i]:at[2*i+1]]
	}
	before, sign, inner, unit := group(1), group(3), group(5), group(8)
	if sign != "" && unit == "" {
		unit = map[string]string{"$": "ドル", "＄": "ドル", "€": "ユーロ", "£": "ポンド", "¥": "円", "￥": "円"}[sign]
	}
	start, end := at[0], at[1]
	if inner != "" && unit != inner || sign != "" && beginsLatin(strings.TrimLeft(text[end:], " ")) {
		return Figure{}, false
	}
	if unit == "" || unit == "つ" && (group(4) == "1" || group(4) == "一" || group(4) == "１") || !standsAlone(text, at[8], end, unit) {
		return Figure{}, false
	}
	lo, hi, ok := value(group(4))
	if group(6) != "" {
		_, hi, ok = value(group(6))
	}
	if !ok || lo > hi {
		return Figure{}, false
	}
	for start < end && text[start] == ' ' {
		start++
	}
	f := Figure{Span: source.Span{Start: start, End: end}, Surface: text[start:end], Min: lo, Max: hi, Unit: norm.NFKC.String(unit)}
	return f.bounded(before, group(2), group(7), group(9)), true
}

// bounded applies the qualifiers.
func (f Figure) bounded(words ...string) Figure {
	for _, w := range words {
		switch w {
		case "以上", "少なくとも", "最低", "最低でも":
			f.Qualifier, f.Max = "at-least", 0
		case "超", "を超える", "を超え", "を上回る", "を上回", "余り", "余", "あまり", "強":
			f.Qualifier, f.Max = "more-than", 0
		case "未満", "弱":
			f.Qualifier, f.Min = "less-than", 0
		case "最大", "最大で", "最多で", "以下":
			f.Qualifier, f.Min = "up-to", 0
		case "約", "およそ", "ほぼ", "前後", "程度", "ほど", "近く":
			if f.Qualifier == "" {
				f.Qualifier = "about"
			}
		}
	}
	return f
}

// standsAlone refuses a number that is part of a name, a version, a date or an order:
// APT28, 7.2.10, 第3回, 2人目.
func standsAlone(text string, number, end int, unit string) bool {
	before := text[:number]
	if before != "" {
		last := before[len(before)-1]
		if 'a' <= last && last <= 'z' || 'A' <= last && last <= 'Z' || last == '.' || last == '-' || last == '_' || last == '/' || '0' <= last && last <= '9' {
			return false
		}
	}
	if inKanji := text[number]&0x80 != 0 && !begins(text[number:], "数", "何"); inKanji && endsKanji(before) {
		return false
	}
	if endsAny(before, "第", "複", "少") || strings.HasSuffix(before, "年") && unit == "つ" {
		return false
	}
	after := text[end:]
	for _, w := range []string{"目", "者択一", "次", "般", "致", "的", "期生", "口", "度", "部", "組", "未満の", "ひとり"} {
		if strings.HasPrefix(after, w) {
			return false
		}
	}
	return !(unit == "元" || unit == "行" || unit == "本" || unit == "点" || unit == "種" || unit == "通" || unit == "機関") || !beginsKanji(after)
}

func beginsKanji(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 0x4E00 && r <= 0x9FFF
}

func beginsLatin(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.In(r, unicode.Latin)
}

func endsKanji(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r >= 0x4E00 && r <= 0x9FFF
}

// occupied reports whether a span belongs to a date or to a name with a number in it.
func (s Sentence) occupied(span source.Span) bool {
	for _, d := range s.Dates {
		if d.Span.Overlaps(span) {
			return true
		}
	}
	for _, m := range s.Mentions {
		if m.Span.Overlaps(span) {
			return true
		}
	}
	return false
}

// taken returns the end of the date or the name that a place lies in, 0 where there is none.
func (s Sentence) taken(at int) int {
	for _, d := range s.Dates {
		if d.Span.Start <= at && at < d.Span.End {
			return d.Span.End
		}
	}
	for _, m := range s.Mentions {
		if m.Span.Start <= at && at < m.Span.End {
			return m.Span.End
		}
	}
	return 0
}

// asOf returns the date of the figures of the sentence: that of its 時点.
func (s Sentence) asOf() edtf.Date {
	i := slices.IndexFunc(s.Dates, func(d jpdate.Date) bool { return d.AsOf && s.Span.Contains(d.Span) })
	if i < 0 {
		return edtf.Date{}
	}
	return s.Dates[i].Value
}

// numberGoesOn reports whether a match begins inside a number, as in 半数 or 12万6000 cut short.
func numberGoesOn(text string, start int) bool {
	return endsAny(text[:start], "半", "複", "少", "過半", "多") && strings.HasPrefix(text[start:], "数")
}
