package event

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jikenbo/internal/morph"
)

// A sense is a word behind an act and what it makes of it; no modality at all for what only speaks of such acts.
type sense struct {
	word     string
	modality Modality
}

// modality reads in what sense an act is reported, and by which word, from the text behind its trigger.
// It is false for what tells no act: training for an attack, a law on it, the fear of it.
func modality(after string) (Modality, string, bool) {
	if begins(after, "はない", "はなく", "はなかった", "はありません") {
		return Denied, "はない", true
	}
	if begins(after, "はあったが", "があったが", "もあったが", "はあったものの", "があったものの") {
		return Done, "", true
	}
	t := ownTail(tail(after))
	if word := tried(t, after); word != "" {
		return Attempted, word, true
	}
	found := len(senses)
	senseTable.EachWord(t, func(_, _, word int) { found = min(found, word) })
	switch {
	case found == len(senses), granted(t, after):
		return Done, "", true
	}
	s := senses[found]
	return s.modality, s.word, s.modality != ""
}

// senses are in order: the first of those that stand in a text counts.
var senses = slices.Concat(
	as(Done, "閲覧できな", "閲覧できず", "接続できな", "接続できず", "アクセスできな", "アクセスできず", "利用できな", "利用できず", "つながらな", "つながらず", // what those who were hit could not
		"対価を求め", "対価を要求", "身代金を求め", "身代金を要求", "金銭を求め", "金銭を要求", "ドルを要求", "円を要求", // and what attackers ask for
		"防げなかった", "防げず", "防ぎきれ", "防ぎ切れ", "避けられなかった", "気付けなかった", "気づけなかった"),
	as(Denied, "なかった", "ていない", "ておらず", "ておりません", "ではない", "ではなく", "しない", "されない", "ません", "できず", "せずに", "を否定", "事実はな", "事実もな", "事実はござ", "形跡もな", "痕跡もな", "証拠もな", "を見送", "は見送", "を断念", "は断念", "認めない", "認めず", "形跡はな", "痕跡はな", "証拠はな"),
	as(Planned, "予定", "方針", "見通し", "見込み", "構え", "検討", "するよう", "よう求め", "よう命", "を求め", "を要求", "すべき", "するため", "する目的", "するつもり", "を目指", "に取り組",
		"ことを承認", "ことを許可", "ことを認め", "ことを命", "計画", "できるように", "可能にする", "法案", "用意がある", "用意を", "を近く", "は近く", "も近く", "準備を", "する承認", "する許可", "する権限", "を呼びかけ", "を呼び掛け", "てください", "て下さい"),
	as(Attempted, "未遂", "の試みを", "の試みが", "の試みは", "失敗", "を阻止", "しようと", "うとした", "うとし、", "うとしていた", "うと試み", "を企て", "を未然に", "を防い", "を食い止め", "防がれ", "を試みたが", "を試みたもの", "が試みられたが", "が試みられたもの"),
	as("", "かどうか", "か否か", "たでしょうか", "のでしょうか", "のですか", "ましたか", "ますか", "としても", "ていたら", "られたら", "したら", "の実務", "講習", "研修", "を検知する", "を監視する", "勉強会", "解説", "講座", "講義", "要件", "相談窓口", "する場合", "した場合", "された場合", "なら", "れば", "する恐れ", "するおそれ", "される恐れ", "されるおそれ", "する可能性",
		"に備え", "を防", "から守", "に対抗", "への対策", "対策", "訓練", "演習", "想定", "懸念", "への対処", "への対応", "への警戒", "リスク", "セミナー", "への備え", "に対する備え", "の傾向"),
	as(Alleged, "疑い", "疑われ", "疑惑", "とされ", "とみられ", "と見られ", "とみて", "と見て", "とみる", "と見る", "可能性", "容疑", "模様", "という", "らしい", "と主張", "で主張", "と訴え", "との見方", "と推定", "と推測",
		"恐れ", "おそれ", "ようだ"),
)

var senseTable = func() *morph.WordTable {
	var all []string
	for _, s := range senses {
		all = append(all, s.word)
	}
	return morph.NewWordTable(all)
}()

func as(m Modality, words ...string) []sense {
	var out []sense
	for _, w := range words {
		out = append(out, sense{w, m})
	}
	return out
}

// charges are the words of a sentence that tells what a charge says.
var charges = []string{"起訴状によると", "起訴状によれば", "訴状によると", "訴状によれば", "検察によると", "検察側は", "検察は", "逮捕容疑は", "送検容疑は", "容疑は"}

var chargeTable = morph.NewWordTable(charges)

// charged returns the words by which a sentence tells what a charge says, "" where it does not: 起訴状によると.
func charged(text string) string {
	if chargeTable.In(text) {
		for _, w := range charges {
			if strings.Contains(text, w) {
				return w
			}
		}
	}
	return ""
}

// tail returns what belongs to a trigger behind it: up to the end of the clause or
// to the verb that reports it, and not farther than a few words.
func tail(after string) string {
	n := 0
	for i, r := range after {
		if n == 18 {
			return after[:i]
		}
		switch r {
		case '、', '。', '「', '」', '，', '．', '!', '?', '！', '？', '\n', '\t':
			return after[:i]
		case 'と':
			if reportsNext(after[i+len("と"):]) {
				return after[:i]
			}
		}
		n++
	}
	return after
}

// ownTail cuts off a tail what is said of the noun that the trigger describes: 侵入した集団|に制裁を科す方針だ.
func ownTail(tail string) string {
	rest := tail[describings.Longest(tail):]
	if len(rest) == len(tail) || rest == "" || !startsNoun(rest) || sensible.Longest(rest) > 0 {
		return tail
	}
	end := len(rest)
	for _, particle := range []string{"に", "を", "へ"} {
		if i := strings.Index(rest, particle); i >= 0 {
			end = min(end, i)
		}
	}
	return tail[:len(tail)-len(rest)+end]
}

// describings are the ends of verbs that describe what has done an act, and sensible the nouns behind them that say in what sense it is told.
var (
	describings = words("した", "された", "していた", "されていた", "た", "だ", "られた", "れた", "ていた", "でいた", "だとされる", "たとされる", "したとされる")
	sensible    = words("疑い", "疑惑", "可能性", "恐れ", "容疑", "模様", "形跡", "痕跡", "事実", "証拠", "兆候", "場合", "後", "際", "時", "罪", "件", "問題", "事件", "事案", "状態", "結果", "経緯", "直後", "当時", "ケース", "試み", "計画", "予定", "方針", "作戦", "未遂", "見通し", "見込み", "被害")
)

// reportsNext reports whether a verb of reporting comes next: と|発表, と|述べ.
func reportsNext(s string) bool {
	return begins(s, "発", "公", "述", "報", "明", "警", "伝", "非", "指", "説", "語", "注")
}

// granted reports whether what was asked for was done: 差し押さえるよう求めた…要請に応じた.
func granted(tail, after string) bool {
	return strings.Contains(tail, "よう求め") && hasAny(after, "要請に応じ", "請求を認め", "申し立てを認め", "申立てを認め")
}

// topical reports whether a noun only says what is spoken about: テイクダウン|について発表.
func topical(after string) bool {
	if rest, ok := cutForm(after); ok {
		return onThat.Longest(rest) > 0
	}
	return hasAny(tail(after), "について", "に関", "をめぐ", "を巡") && !begins(after, "し", "さ", "を行")
}

// onThat makes of a clause what somebody speaks about: 関与を指摘した|ことについて「…」と述べた.
var onThat = words("ことについて", "ことに関", "ことに対し", "ことを受け", "ことをめぐ", "ことを巡", "ことを踏まえ", "ことに触れ", "ことに反発", "ことに抗議", "件について", "問題について", "との指摘に", "との発表に", "との主張に")

// describes reports whether a verb of reporting only describes the noun that follows: 発表した|声明, 公開された|文書.
func describes(after string) bool {
	for _, form := range []string{"した", "された", "している", "されている", "する", "される"} {
		if rest, ok := strings.CutPrefix(after, form); ok && rest != "" {
			return startsNoun(rest)
		}
	}
	return false
}

// ableTo reports whether words behind a measure make of it what a thing can do: 端末を破壊|する「毒虫」, 端末を駆除|する機能.
func ableTo(after string) bool {
	for _, form := range []string{"する", "できる", "させる"} {
		if rest, ok := strings.CutPrefix(after, form); ok {
			return begins(rest, "「", "『", "機能", "能力", "ツール", "ソフト", "プログラム", "マルウェア", "マルウエア", "ウイルス", "ワイパー", "仕組", "技術", "手口", "手法", "独立した")
		}
	}
	return false
}

func startsNoun(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.In(r, unicode.Han, unicode.Katakana, unicode.Latin) || r == '「'
}
