package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// adjectives are the words by which English texts name countries and regions besides their names, by the ISO code of the country
// or the id of the region. What is in brackets is read as that country where it answers a name of the other language, and says
// nothing by itself: Washington is a city, too, and Chinese a script.
var adjectives = newCountryWords(`
us US|U.S.|USA|America|American|Americans (Washington)
cn Chinese|PRC|Sino (Beijing)
jp Japanese (Tokyo)
tw Taiwanese (Taipei)
hk Hongkonger
kp North Korean|North Koreans|DPRK (Pyongyang)
kr South Korean|South Koreans|ROK (Seoul|Korean)
ru Russian|Russians (Moscow|Kremlin)
by Belarusian (Minsk)
ua Ukrainian|Ukrainians (Kyiv|Kiev)
gb UK|U.K.|British|Britain|Briton|Britons (London|English)
fr French (Paris)
de German|Germans (Berlin)
at Austrian
be Belgian
nl Dutch
lu Luxembourgish
ie Irish
it Italian|Italians (Rome)
es Spanish
pt Portuguese
ch Swiss
se Swedish
no Norwegian|Norwegians
dk Danish
fi Finnish
is Icelandic
ee Estonian
lv Latvian
lt Lithuanian
pl Polish
cz Czech
sk Slovak
hu Hungarian
ro Romanian
bg Bulgarian
hr Croatian
si Slovenian
rs Serbian
ba Bosnian
me Montenegrin
mk Macedonian
al Albanian
gr Greek
cy Cypriot
mt Maltese
tr Turkish
ge Georgian
am Armenian
az Azerbaijani
kz Kazakh|Kazakhstani
uz Uzbek
md Moldovan
il Israeli|Israelis (Jerusalem|Hebrew)
ps Palestinian
ir Iranian|Iranians (Tehran|Persian)
iq Iraqi
sy Syrian
lb Lebanese
jo Jordanian
sa Saudi|Saudis (Riyadh)
ae Emirati|UAE
qa Qatari
kw Kuwaiti
ye Yemeni
eg Egyptian
ly Libyan
tn Tunisian
ma Moroccan
dz Algerian
ng Nigerian
ke Kenyan
et Ethiopian
za South African
ml Malian
in Indian|Indians (New Delhi|Delhi)
pk Pakistani (Islamabad)
bd Bangladeshi
np Nepalese|Nepali
lk Sri Lankan
af Afghan
vn Vietnamese (Hanoi)
th Thai
ph Philippine|Filipino|Filipinos (Manila)
id Indonesian
my Malaysian
sg Singaporean
kh Cambodian
la Lao|Laotian
mm Burmese
mn Mongolian
au Australian|Australians (Canberra)
nz New Zealander
ca Canadian|Canadians (Ottawa)
mx Mexican
br Brazilian
ar Argentine|Argentinian
cl Chilean
pe Peruvian
co Colombian
ve Venezuelan
ec Ecuadorian
cu Cuban
gt Guatemalan
hn Honduran
sv Salvadoran
pa Panamanian
jm Jamaican
do Dominican
bb Barbadian
europe European|Europeans
asia Asian
east-asia East Asian
africa African
north-america North American
central-america Central American
south-america South American
latin-america Latin American|Latin Americans
`)

// A countryWord is a word that names a country, in its place.
type countryWord struct {
	source.Span
	key string
}

// countryWords finds English words that name countries.
type countryWords struct {
	word *regexp.Regexp
	keys map[string]string         // by word
	says map[string]*regexp.Regexp // by key
}

func newCountryWords(table string) countryWords {
	c := countryWords{keys: map[string]string{}, says: map[string]*regexp.Regexp{}}
	var all []string
	for line := range strings.Lines(strings.TrimSpace(table)) {
		key, words, _ := strings.Cut(strings.TrimSpace(line), " ")
		words, besides, _ := strings.Cut(strings.TrimSuffix(words, ")"), "(")
		own := strings.FieldsFunc(strings.TrimSpace(words), isBar)
		for _, w := range own {
			c.keys[w] = key
		}
		all = append(all, own...)
		c.says[key] = anyWord(append(own, strings.FieldsFunc(besides, isBar)...))
	}
	c.word = anyWord(all)
	return c
}

func isBar(r rune) bool { return r == '|' }

// anyWord matches one of the words, the longest that stands there.
func anyWord(words []string) *regexp.Regexp {
	words = slices.Clone(words)
	slices.SortFunc(words, func(a, b string) int { return len(b) - len(a) })
	for i, w := range words {
		words[i] = regexp.QuoteMeta(w)
	}
	return regexp.MustCompile(`\b(?:` + strings.Join(words, "|") + `)`)
}

// find returns the words of a text that name countries, and no languages.
func (c countryWords) find(text string) []countryWord {
	var out []countryWord
	for _, m := range c.word.FindAllStringIndex(text, -1) {
		after, _ := utf8.DecodeRuneInString(text[m[1]:])
		if !unicode.IsLetter(after) && !written.MatchString(text[m[1]:]) && !(spoken.MatchString(text[:m[0]]) && !attributive.MatchString(text[m[1]:])) {
			out = append(out, countryWord{source.Span{Start: m[0], End: m[1]}, c.keys[text[m[0]:m[1]]]})
		}
	}
	return out
}

// A language has the name of its country, and a prosecutor may: the Japanese text, simplified Chinese characters; in Japanese, but not in Japanese ministries.
var (
	written     = regexp.MustCompile(`^[ -](?:Attorneys?|characters?|edition|editions|language|languages|letters?|name|names|original|originals|script|speaking|spelling|text|texts|title|titles|translations?|versions?|wording|words?)\b`)
	spoken      = regexp.MustCompile(`(?i)\b(?:in|into|simplified|traditional) $`)
	attributive = regexp.MustCompile(`^ (?:[a-z’-]{5,}|[A-Z])`)
)

// names reports whether a text names a country by one of its words.
func (c countryWords) names(key, text string) bool {
	says := c.says[key]
	if says == nil {
		return false
	}
	for _, m := range says.FindAllStringIndex(text, -1) {
		if after, _ := utf8.DecodeRuneInString(text[m[1]:]); !unicode.IsLetter(after) {
			return true
		}
	}
	return false
}

// kanji are the characters by which Japanese texts name countries and regions in compounds: 米司法省, 日米, 対中.
var kanji = newKanji(map[string]string{
	"us": "米", "gb": "英", "fr": "仏", "de": "独", "ru": "露", "kr": "韓", "kp": "朝", "in": "印", "au": "豪", "it": "伊", "ca": "加", "tw": "台", "jp": "日", "cn": "中",
	"europe": "欧", "asia": "亜", "africa": "阿",
})

func newKanji(characters map[string]string) map[string]*regexp.Regexp {
	const each = "日米中英仏独露韓朝印豪伊加台欧亜阿"
	out := map[string]*regexp.Regexp{}
	for key, c := range characters {
		out[key] = regexp.MustCompile(`[` + each + `対在駐訪来親反]・?[` + c + `]|[` + c + `]・?[` + each + `]|` +
			`[` + c + `](?:国|政府|政権|当局|軍|紙|大手|企業|大使|大統領|首相|議会|上院|下院|連邦|検察|警察|捜査|情報|外務|国防|国務|司法|財務|商務|州|側)`)
	}
	out["ru"] = regexp.MustCompile(out["ru"].String() + `|[日米対中韓]ロ|ロ[朝米]`)
	return out
}

// country returns the country or region of the registry that a key of the tables means, nil where it has none.
func (r *records) country(key string) *content.Entity {
	if e := r.Content.Registry.Get(key); e != nil && e.Kind == content.Place {
		return e
	}
	return r.countries[strings.ToUpper(key)]
}

// abbreviated reports whether a text names a country or region by an adjective or in a compound.
func abbreviated(l i18n.Lang, e *content.Entity, text string) bool {
	key := e.ID
	if e.Code != "" {
		key = strings.ToLower(e.Code)
	}
	if adjectives.names(key, text) {
		return true // in Japanese, too: a title that is quoted
	}
	return l == i18n.JA && kanji[key] != nil && kanji[key].MatchString(text)
}
