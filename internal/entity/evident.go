package entity

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// A common word that is the name of attackers or of malware needs a cue beside it. Beyond its sentence and its passage, the
// whole of a text can be one: where it names others who are known for nothing else, such a word that is set off, as in a cell
// of its table, is a name as well.

// ambiguousConfidence is how sure an ambiguous name is that has a cue.
const ambiguousConfidence = 0.75

// ambiguousNames returns the ambiguous names of attackers and malware, as they are written, and whose they are.
func ambiguousNames(x lexicon) (words []string, of []claim) {
	for _, n := range x.found {
		for _, c := range n.claims {
			attack := c.entity.Kind == content.Actor || c.entity.Kind == content.Malware
			if !attack || !c.ambiguous || !ownName(n, c) || utf8.RuneCountInString(c.written) < 3 {
				continue
			}
			for _, w := range spelledInCapitals(c.written) {
				if !slices.Contains(words, w) {
					words, of = append(words, w), append(of, c)
				}
			}
		}
	}
	return words, of
}

// spelledInCapitals returns a name as it is written, and with capitals where it has one, or with one where it has only capitals:
// ZIRCONIUM, Zirconium.
func spelledInCapitals(name string) []string {
	if !ascii(name) || len(name) < 6 || strings.ContainsFunc(name, func(r rune) bool { return r > 'z' || !inWord(byte(r)) }) || !upper(name[0]) {
		return []string{name}
	}
	switch shouting := strings.ToUpper(name); {
	case shouting == name:
		return []string{name, name[:1] + strings.ToLower(name[1:])}
	case strings.ToLower(name[1:]) == name[1:]:
		return []string{name, shouting}
	}
	return []string{name}
}

// inLatinAlone reports whether a word in Latin letters with a capital stands alone among Japanese ones, and not in a compound.
func inLatinAlone(text string, s source.Span) bool {
	if !upper(text[s.Start]) || s.Len() < 4 {
		return false
	}
	before, after := text[:s.Start], text[s.End:]
	prev, next := lastRune(strings.TrimRight(before, " ")), firstRune(strings.TrimLeft(after, " "))
	if prev < utf8.RuneSelf && inWord(byte(prev)) || next < utf8.RuneSelf && inWord(byte(next)) || prev == '-' || next == '-' || prev == '.' || prev == '@' {
		return false
	}
	k := script(next)
	return k == hiragana || k == other && next != '・'
}

// everyday are the words in katakana that stand in any text, also in one about attackers, for what they always mean.
var everyday = wordSet(
	"プレイ", "ロイヤル", "カオス", "ゴースト", "キューバ", "アンダーグラウンド", "フレーム", "クライシス", "サイレンス", "キリン", "アキラ", "クロップ", "ハイブ", "スネーク", "ミライ", "ゴジラ", "ジョーカー", "パッチワーク", "フォグ",
	"メテオ", "プレステージ", "ネットワイヤー", "モジ", "サトリ", "ハジメ", "ゴジ", "マスク", "ブラックロック", "エベレスト", "ビースト", "アジェンダ", "リンクス", "クオンタム", "ダルマ", "ロッキー", "ガウス", "レジン", "クラッチ", "アッパーカット",
	"ティック", "リーパー", "サイドワインダー", "ドラゴンフライ", "ドッペルゲンガー", "ゴーストライター", "カリウム", "リチウム", "ニッケル", "コニー", "ターラ", "ルマ", "ノバ", "アビス", "モンティ", "クラウド", "プレデター", "ゼウス", "クロノス",
	"ポセイドン", "ハデス", "パンドラ", "ペガサス", "アンドロメダ", "ケルベロス", "ストライダー", "スナッチ", "ブラックスーツ", "レッドライン", "インターロック", "ハローキティ", "ロビンフッド", "シノビ", "マウイ", "メタ", "コールドリバー", "ネプチューン",
)

func wordSet(words ...string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[w] = true
	}
	return out
}

// inKatakanaAlone reports whether a word in katakana that is no everyday one stands alone before a particle.
func inKatakanaAlone(text string, s source.Span) bool {
	name := text[s.Start:s.End]
	prev, next := lastRune(text[:s.Start]), firstRune(text[s.End:])
	if script(firstRune(name)) != katakana || script(lastRune(name)) != katakana || everyday[name] || utf8.RuneCountInString(name) < 4 {
		return false
	}
	k := script(prev)
	return prev != '・' && k != katakana && k != kanji && k != latin && script(next) == hiragana
}

// ownName reports whether a claim is the only one to a name, or that of attackers who share it with their program.
func ownName(n *name, c claim) bool {
	for _, other := range n.claims {
		if other.entity != c.entity && (other.entity.Kind != content.Malware || c.entity.Kind != content.Actor) {
			return false
		}
	}
	return true
}

// ofAttacks are words that are said of attacks on computers and of nothing else.
var ofAttacks = []string{"サイバー攻撃", "ランサム", "マルウェア", "マルウエア", "不正アクセス", "身代金", "暗号化", "DDoS", "ハッカー", "脆弱性", "犯行声明", "リークサイト", "ボットネット", "バックドア", "サイバー犯罪", "復号"}

// wordsOfAttacks returns how many of them stand in a text.
func wordsOfAttacks(ps []*passage) int {
	n, seen := 0, make([]bool, len(ofAttacks))
	for _, p := range ps {
		for _, at := range p.spots[attackWords] {
			if !seen[at.word] {
				seen[at.word] = true
				n++
			}
		}
	}
	return n
}

// anyOf reports whether a word of a list stands in a text.
func anyOf(l list, ps []*passage) bool {
	return slices.ContainsFunc(ps, func(p *passage) bool { return len(p.spots[l]) > 0 })
}

// evident reports whether a text names two attackers or programs at least that are known for nothing else, or one where it has
// the words of attacks.
func evident(ps []*passage, parts []Part) bool {
	first := ""
	for _, part := range parts {
		for i := range part.Mentions {
			m := &part.Mentions[i]
			if m.Kind != content.Actor && m.Kind != content.Malware || m.Entity == "" || m.Confidence <= ambiguousConfidence && !coined(m.Surface) {
				continue
			}
			if first != "" && first != m.Entity {
				return true
			}
			first = m.Entity
		}
	}
	return first != "" && wordsOfAttacks(ps) > 1
}

// computers are words without one of which a text of some length tells nothing of attackers.
var computers = []string{
	"サイバー", "ハッカ", "不正アクセス", "マルウ", "ランサム", "ボットネット", "DDoS", "ＤＤｏＳ", "脆弱性", "バックドア", "サーバ", "ドメイン", "暗号資産", "仮想通貨", "暗号通貨", "スパイウ", "フィッシング",
	"CVE", "ＣＶＥ", "情報窃取", "改ざん", "コンピュータ", "ネットワーク", "暗号化", "ウェブサイト", "ソフトウ", "インターネット", "ルータ", "ルーター", "個人情報", "認証情報", "VPN", "IT労働者", "ＩＴ労働者", "IT技術者", "ＩＴ技術者", "IT人材",
}

// statedCells adds the attackers of a table that gives each its state in a cell of its own: Hafnium（中国）. Two such cells at least must stand
// in a text with the words of attacks.
func statedCells(ps []*passage, parts []Part) {
	var cells []int
	for i := range parts {
		if n := statedName(parts[i].Text); n > 0 {
			cells = append(cells, i)
		}
	}
	if len(cells) < 2 || !anyOf(attackWords, ps) {
		return
	}
	for _, i := range cells {
		s := source.Span{End: statedName(parts[i].Text)}
		if slices.ContainsFunc(parts[i].Mentions, func(m Mention) bool { return m.Span.Overlaps(s) }) {
			continue
		}
		name := parts[i].Text[:s.End]
		m := Mention{Span: s, Kind: content.Actor, Surface: name, Name: i18n.Both(name), Discovered: true, Confidence: 0.6, Why: "row"}
		parts[i].Mentions = append([]Mention{m}, parts[i].Mentions...)
	}
}

// statedName returns the length of the name that fills a cell but for the state of attackers in brackets behind it, 0 if none does.
func statedName(text string) int {
	text = strings.TrimRight(text, " ")
	if !strings.HasSuffix(text, "）") && !strings.HasSuffix(text, ")") {
		return 0
	}
	for _, state := range []string{"中国", "ロシア", "イラン", "北朝鮮"} {
		for _, brackets := range [][2]string{{"（", "）"}, {"(", ")"}} {
			name, ok := strings.CutSuffix(text, brackets[0]+state+brackets[1])
			if k := script(firstRune(name)); ok && (k == latin || k == katakana) && len(name) < 60 && nameLike(name) && !company(name) {
				return len(name)
			}
		}
	}
	return 0
}

// coined reports whether a Latin name has a capital inside, as no common word has: BlackSuit.
func coined(s string) bool {
	for i := 1; i < len(s); i++ {
		if upper(s[i]) && lower(s[i-1]) {
			return true
		}
	}
	return false
}

// elsewhere reports whether a text of some length has none of these words: then a name in it is that of something else, such as
// a worm or a ship.
func elsewhere(ps []*passage, parts []Part) bool {
	length, attackers := 0, false
	for _, part := range parts {
		length += len(part.Text)
		attackers = attackers || slices.ContainsFunc(part.Mentions, func(m Mention) bool { return m.Kind == content.Actor || m.Kind == content.Malware })
	}
	return length >= leastText && attackers && !anyOf(computerWords, ps) && !anyOf(fieldWords, ps) && !oneAnother(parts)
}

// oneAnother reports whether a text names two attackers or programs at least that are known by names which nothing else has, or one whose name no word
// is written like: LulzSec, LockBit.
func oneAnother(parts []Part) bool {
	first := ""
	for _, part := range parts {
		for i := range part.Mentions {
			m := &part.Mentions[i]
			if (m.Kind != content.Actor && m.Kind != content.Malware) || m.Entity == "" || m.Discovered || m.Confidence <= ambiguousConfidence || m.Entity == first {
				continue
			}
			if first != "" || coined(m.Surface) {
				return true
			}
			first = m.Entity
		}
	}
	return false
}

// leastText is how many bytes a text has of which that can be said.
const leastText = 600

// withoutAttackers drops, in place, the attackers and programs of a text that is about something else, but for those whose names are a number of a scheme.
func withoutAttackers(ms []Mention) []Mention {
	return slices.DeleteFunc(ms, func(m Mention) bool {
		return (m.Kind == content.Actor || m.Kind == content.Malware) && !(m.Why == "scheme" && strings.ContainsAny(m.Surface, "0123456789")) && m.Why != "detection" && m.Why != "unit"
	})
}

// ambiguousIn adds the ambiguous names that stand set off in a text that speaks of attackers plainly, and those in quotation marks
// in one that has a word of attacks.
func (f *Finder) ambiguousIn(ps []*passage, parts []Part) {
	plain := evident(ps, parts)
	if !plain && wordsOfAttacks(ps) == 0 {
		return
	}
	for i := range parts {
		parts[i].Mentions = f.setOff(ps[i], parts[i].Mentions, plain)
	}
}

// setOff adds the ambiguous names that stand set off in a passage.
func (f *Finder) setOff(p *passage, ms []Mention, plain bool) []Mention {
	out, names := ms, p.spots[ambiguousWords]
	slices.SortFunc(names, func(a, b spot) int { return cmp.Or(a.Start-b.Start, a.word-b.word) }) // the longest of those that begin alike comes first
	for _, at := range names {
		s := at.Span
		free := quotedAlone(p.text, s)
		if plain {
			free = standsOff(p.text[:s.Start], p.text[s.End:]) || inLatinAlone(p.text, s) || inKatakanaAlone(p.text, s)
		}
		if !free || ofWork(p.text, s) || slices.ContainsFunc(out, func(m Mention) bool { return m.Span.Overlaps(s) }) {
			continue
		}
		c := &f.ambiguous[at.word]
		m := Mention{
			Span: s, Kind: c.entity.Kind, Entity: c.entity.ID, Surface: p.surface(s), Name: c.entity.Name,
			Discovered: c.common, Confidence: ambiguousConfidence, Why: c.why,
		}
		out = append(slices.Clip(out), m)
	}
	if plain {
		out = p.stopped(out)
	}
	if len(out) > len(ms) {
		slices.SortFunc(out, func(a, b Mention) int { return a.Span.Start - b.Span.Start })
	}
	return out
}

// quotedAlone reports whether a name fills a quotation that names no work and is no manner of speaking: 「アキラ」でしょうか, not 「カオス」な.
func quotedAlone(text string, s source.Span) bool {
	before, ok := strings.CutSuffix(text[:s.Start], "「")
	return ok && strings.HasPrefix(text[s.End:], "」") && !beginsAny(text[s.End:], "」な", "」に満ち", "」化", "」感") && script(firstRune(text[s.End+len("」"):])) != katakana && !works.ends(before)
}

// measures follow the quoted name of a network of infected machines, where a text tells of such all along: 「ケリフォス」の解体.
var measures = []string{"の解体", "を解体", "の無力化", "を無力化", "の無害化", "を無害化", "を制圧", "の制圧", "の遮断", "を遮断"}

// stopped adds the quoted names of what has been taken down.
func (p *passage) stopped(ms []Mention) []Mention {
	for _, measure := range p.spots[measureWords] {
		quoted, ok := strings.CutSuffix(p.text[:measure.Start], "」")
		if !ok {
			continue
		}
		from := max(0, len(quoted)-maxQuotation)
		start := from + strings.LastIndex(quoted[from:], "「")
		if start < from {
			continue
		}
		s := source.Span{Start: start + len("「"), End: len(quoted)}
		name := p.surface(s)
		taken := slices.ContainsFunc(ms, func(m Mention) bool { return m.Span.Overlaps(s) })
		if k := script(firstRune(name)); taken || k != katakana && k != latin || !nameLike(name) || company(name) {
			continue
		}
		ms = append(slices.Clip(ms), Mention{
			Span: s, Kind: content.Malware, Surface: name, Name: i18n.Both(name), Discovered: true, Confidence: 0.6, Why: "tool",
		})
	}
	return ms
}

// standsOff reports whether what stands around a word sets it off: it is a cell or an item, or its country follows in brackets.
func standsOff(before, after string) bool {
	prev, next := beforeBlanks(before), afterBlanks(after)
	opens := prev == "" || endsAny(prev, "\t", "|", "\n", "・", "■", "●", "「", "、", "/", "／", "：", ":") || len(prev) < len(before) && endsAny(prev, "-", "*")
	if strings.HasSuffix(prev, "「") {
		return strings.HasPrefix(after, "」") && !endsAny(strings.TrimSuffix(prev, "「"), "映画", "曲", "小説", "番組", "誌", "社", "店", "車")
	}
	if !opens {
		return false
	}
	return next == "" || beginsAny(next, "\t", "|", "\n", "（", "(", "、", "/", "／", "：", ":")
}
