package seeds

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/source"
)

// pattern is a kind of furniture that a line shows by itself.
type pattern struct {
	what string
	form *regexp.Regexp
	long bool // also a line of running text
}

// decoration is what headings of link lists are dressed up with.
const decoration = `^[\s■□◆◇●○▼▽▶►★☆※【〖［\[＜<・]*`

// patterns are forms of lines and never the words of one document. Words that running text also
// uses (登録, 会員, 著作権 …) count only in a form that running text does not have.
var patterns = []pattern{
	{what: "row of signs", form: regexp.MustCompile(`^[-+|=*_~#・…‥.─━―—–＝＋｜＊－〜～◆■●▼▲★☆　\s]+$`)},
	{what: "tags", form: regexp.MustCompile(`(?i)^(?:カテゴリー?|タグ|キーワード|ジャンル|トピックス?|ハッシュタグ|tags?|categor(?:y|ies)|keywords?|filed under|topics?)\s*[:：]`)},
	{what: "credit for a picture", form: regexp.MustCompile(`(?i)^[(（]?(?:画像|写真|図版?|イラスト|アイキャッチ|サムネイル|トップ画像|image|photo)\s*(?:クレジット|提供|出典|引用|素材|出所|credits?|by|courtesy)?\s*[:：=＝]`)},
	{what: "way to the original", form: regexp.MustCompile(`^[(（]?(?:原文|元記事|元の記事|英語版|全文)(?:へ|は?こちら.{0,5}|を読む|[:：].*)[)）]?$`)},
	{what: "credits", form: regexp.MustCompile(`(?i)^[(（]?(?:文|訳|翻訳|抄訳|監訳|取材|編集|構成|撮影|文責|聞き手|text|translat(?:ion|ed by)|edit(?:ed by|or)|words)\s*(?:[:：／/]|・(?:文|訳|翻訳|編集|構成|写真)\s*[:：／/])[^0-9０-９]*$`)}, // with a number in it, the line has a date, too
	{what: "copyright", form: regexp.MustCompile(`(?i)^[(（]?(?:©|[(（]c[)）]\s*(?:copyright|[12][0-9]{3})|copyright\b)|^.{0,60}all rights reserved\.?$`)},
	{what: "reprint", form: regexp.MustCompile(`^.{0,40}(?:無断(?:転載|複製|複写|使用)|転載を禁|転載禁止|禁無断).{0,40}$`)},
	{what: "members only", form: regexp.MustCompile(`^(?:※\s*)?(?:(?:この|本|当)(?:記事|ページ|コンテンツ)|(?:この記事の)?(?:続き|全文)|ここから先|以降)(?:の閲覧)?に?は[^。]{0,20}(?:会員|有料|購読|ログイン|登録).{0,50}(?:です|ます|ください|必要|限定|のみ)。?$`)},
	{what: "members only", form: regexp.MustCompile(`^[【\[［(（]?(?:会員限定|有料会員限定|会員限定記事|有料記事|プレミアム記事|続きを読む|もっと見る|全文を読む|残り\s*[0-9,]+\s*文字.*)[】\]］)）]?$`)},
	{what: "navigation", form: regexp.MustCompile(`(?i)^(?:シェア(?:する)?|ツイート(?:する)?|共有|印刷(?:する)?|ブックマーク|はてなブックマーク|フォローする|いいね！?|目次|(?:前|次)の記事(?:へ|[:：\s].*)?|コメント(?:\s*[(（]?[0-9]+[)）]?|する|を書く)?|トップへ(?:戻る)?|ページトップへ.*|メニューへ?(?:\s*本文へ)?|(?:ここから)?本文(?:です|へ(?:スキップ)?)|メインコンテンツへ.*|ホーム\s*[>＞›»].*|home\s*[>＞›»].*|share|tweet|print|facebook|twitter|line|pocket|広告|advertisement|スポンサー(?:ド)?リンク|pr|sponsored)$`)},
	{what: "disclaimer", long: true, form: regexp.MustCompile(`^※?\s*(?:本|当|この)(?:ページ|ブログ|サイト|ウェブサイト|記事|資料|文書|投稿|メール|コンテンツ|リリース|プレスリリース|レポート)(?:に|の|は|で|上|内).*(?:予告なく|責任を(?:負|お).{0,6}(?:ません|ない|かね)|保証(?:する|いたし|し|でき|は).{0,8}(?:ません|ない|もの)|免責事項|無断(?:転載|複製|引用|使用).{0,6}(?:禁|断)|転載を?禁|ご了承|ご留意|個人の(?:見解|意見)|(?:見解|意見)を(?:示す|代表)|勧誘を目的|情報提供(?:のみ)?を目的)`)},
	{what: "disclaimer", long: true, form: regexp.MustCompile(`^※?\s*(?:記載|掲載|本文中に記載)(?:され|の|さ).{0,30}(?:商標|登録商標|変更(?:され|する)|発表日現在|予告なく)`)},
}

// markLines marks the lines that show by themselves that they are furniture.
func (p *page) markLines() {
	for i := range p.lines {
		l := &p.lines[i]
		for _, pt := range patterns {
			if (pt.long || l.length() <= 120) && pt.form.MatchString(l.text) {
				l.kind = source.Furniture
				break
			}
		}
	}
}

var (
	// related names a list of other texts, and nothing else.
	related = regexp.MustCompile(`(?i)` + decoration +
		`(?:関連(?:する)?(?:記事|リンク|ニュース|情報|コンテンツ|ページ|サイト|トピックス?|資料)(?:一覧)?|参考(?:記事|リンク|文献|資料|サイト|url|情報)?|(?:あわ|合わ|併)せて読みたい(?:記事)?|` +
		`こちらの記事もおすすめ|(?:こちら|これ)も(?:おすすめ|読まれています|読む)|おすすめ(?:の)?記事|人気(?:の)?記事(?:ランキング)?|よく読まれている記事|最新(?:の)?(?:記事|ニュース)|新着(?:記事|ニュース)|` +
		`注目(?:の)?記事|(?:アクセス|記事|人気)?ランキング|次に読む(?:べき記事)?|出典(?:一覧)?|引用元|参照(?:元|記事)?|related (?:articles?|stories|posts?|links?|news)|recommended|read more|see also|references?)` +
		`[】〗］\]＞>]*(.*)$`)
	datePrefix = regexp.MustCompile(`^[\s:：(（]*(?:[12][0-9]{3}\s*[年/.\-]|(?:令和|平成|昭和)\s*[0-9元]+\s*年|[0-9０-９]{1,2}\s*(?:月|/\s*[0-9]{1,2}\b))`)
)

// markTeasers marks the headings of lists of other texts, what stands on the heading's own line,
// and the headlines below it, up to an empty line or to a line of running text.
func (p *page) markTeasers() {
	for i := 0; i < len(p.lines); i++ {
		kind, alone := p.lines[i].pointer()
		if kind == "" {
			continue
		}
		p.lines[i].kind = kind
		for next := i + 1; next < len(p.lines) && p.teaser(next, next == i+1 && alone); next++ {
			p.lines[next].kind = kind
			i = next
		}
	}
}

// pointer returns the kind of a line that points to other texts, "" for other lines, and whether
// the pointer stands alone, so that what it points to must come below.
func (l *line) pointer() (kind source.PassageKind, alone bool) {
	m := related.FindStringSubmatchIndex(l.text)
	if m == nil || l.kind != source.Paragraph {
		return "", false
	}
	rest := l.text[m[2]:]
	title := strings.TrimLeft(rest, " :：　")
	apart := len(title) < len(rest) || strings.HasSuffix(l.text[:m[2]], "】")
	if strings.HasPrefix(rest, " ") && l.text[m[2]-1] < utf8.RuneSelf {
		apart = false // "Recommended actions": a space parts the words of English anyway
	}
	switch {
	case title == "":
		return source.Furniture, !strings.HasPrefix(l.text, "参考") || strings.HasPrefix(l.text, "参考記事")
	case datePrefix.MatchString(rest):
		return source.Note, false
	case !apart, strings.HasSuffix(title, "。"), l.length() > 120:
		return "", false // 参考人, 関連情報を…した。: a word of running text
	}
	return source.Furniture, false
}

// teaser reports whether a line below a pointer is a headline. An empty line before it is
// forgiven to the first one below a heading that says clearly that a list follows.
func (p *page) teaser(i int, forgive bool) bool {
	l := &p.lines[i]
	if l.kind != source.Paragraph || l.sentence() || l.length() > 120 || related.MatchString(l.text) {
		return false
	}
	return !l.afterBlank || forgive && l.length() <= 90 && !l.predicate()
}

var (
	author = regexp.MustCompile(`(?i)` + decoration +
		`(?:投稿者|執筆者?|著者|筆者|記者|ライター|寄稿者?|運営者|運営会社|会社概要|企業概要|プロフィール|(?:著者|筆者|執筆者|記者|ライター|運営者)(?:紹介|情報|について|プロフィール)|` +
		`この記事(?:を書いた人|の著者|の執筆者)|about (?:the author|us)|author|written by|posted by)(?:[】〗］\]＞>]*(?:[:：]|\s|$)\s*(.{0,40}))?$`)
	// byline matches the label of who wrote a text, with the name on its line: that is a fact about the text.
	byline  = regexp.MustCompile(`^(?:執筆者?|著者|筆者)[:：]\s*\S`)
	profile = regexp.MustCompile(`生まれ|卒業|入社|入省|在籍|専門|著書|設立|創業|創刊|創立|スタート|開設|傘下|運営|メディア|媒体|サイト|記者|ライター|編集|本社|代表取締役|提供する|手掛ける|担当する`)
)

// markProfiles marks what a publisher or an author says of himself: the label, the name below
// it, and the paragraphs that open with that name. At the head of a text only the label
// and the name are furniture.
func (p *page) markProfiles() {
	for i := 0; i < len(p.lines); i++ {
		m := author.FindStringSubmatch(p.lines[i].text)
		if m == nil || p.lines[i].sentence() || p.lines[i].kind != source.Paragraph {
			continue
		}
		name := m[1]
		if !byline.MatchString(p.lines[i].text) {
			p.lines[i].kind = source.Furniture
		}
		if name == "" && i+1 < len(p.lines) && !p.lines[i+1].sentence() && p.lines[i+1].length() <= 60 {
			i++
			p.lines[i].kind = source.Furniture
			name = p.lines[i].text
		}
		if name == "" || !slices.ContainsFunc(p.lines[:i], isBody) {
			continue
		}
		for i+1 < len(p.lines) && p.lines[i+1].describes(name) {
			i++
			p.lines[i].kind = source.Furniture
		}
	}
}

func isBody(l line) bool { return l.kind == source.Paragraph && l.sentence() }

var firstWord = regexp.MustCompile(`^[A-Za-z0-9]+|^[\p{Han}]+|^[\p{Katakana}ー・]+|^\p{Hiragana}+`)

// describes reports whether a paragraph opens with a name and says what the bearer of the name is.
func (l *line) describes(name string) bool {
	word := firstWord.FindString(name)
	return word != "" && strings.HasPrefix(l.text, word) && profile.MatchString(l.text)
}

const (
	shortestHeadline = 12
	longestHeadline  = 90
)

// markTrailing marks the headlines of other texts that a page ends with: at least two in a row,
// or one before a copyright notice, after the running text.
func (p *page) markTrailing() {
	end := len(p.lines)
	for end > 0 && p.lines[end-1].kind == source.Furniture {
		end--
	}
	start := end
	for start > 0 && p.lines[start-1].headline() {
		start--
	}
	if start > 0 && endsInColon.MatchString(p.lines[start-1].text) {
		return // they are what it lists: 参加した当局：
	}
	least := 2
	if end < len(p.lines) && copyrightTail.MatchString(p.lines[end].text) {
		least = 1
	}
	body := 0
	for i := range p.lines[:start] {
		if isBody(p.lines[i]) {
			body++
		}
	}
	if end-start < least || 2*body < end-start {
		return
	}
	for i := start; i < end; i++ {
		p.lines[i].kind = source.Furniture
	}
}

// endsInColon matches a line that says what the lines below it list.
var endsInColon = regexp.MustCompile(`[:：]$`)

var noHeadline = regexp.MustCompile(`^(?:[・•*\-–—●○■□◆◇▼①-⑳(（\[［※「『<＜]|[0-9０-９]{1,2}[.．、)）]|https?://|第[0-9一二三四五六七八九十]+)`)

// headline reports whether a line reads like the headline of another text. An item of a list, a
// footnote, an entry of a chronology and a sentence without full stop do not.
func (l *line) headline() bool {
	n := l.length()
	return l.kind == source.Paragraph && n >= shortestHeadline && n <= longestHeadline &&
		!l.sentence() && !l.predicate() && !l.row() && !noHeadline.MatchString(l.text) && !endsInColon.MatchString(l.text) && !datePrefix.MatchString(l.text) &&
		firstJapanese.MatchString(l.text)
}

// row reports whether a line is one of a table, whose cells tabs, bars or wide spaces part.
func (l *line) row() bool {
	return strings.Count(l.text, "\t") >= 2 || strings.Count(l.text, "|") >= 2 || strings.Count(l.text, "　") >= 3
}

var firstJapanese = regexp.MustCompile(`[\p{Hiragana}\p{Katakana}]`)
