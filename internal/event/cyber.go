package event

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/width"

	"jikenbo/internal/content"
	"jikenbo/internal/entity"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A cue is how plainly a text speaks of cyber operations.
type cue int

const (
	unread cue = iota
	noCue
	weak  // by words that are said of much else too
	plain // by names and by words that are said of nothing else
)

// Cyber reports whether a text speaks of cyber operations: it names an actor, malware,
// an operation or a vulnerability, or has a word of the field. Economic sanctions, a bear
// that breaks in and a rocket that is launched are acts too, but not ours.
// It also reports whether the text does so plainly, by names and by words that are said of nothing else.
func Cyber(text string, mentions []entity.Mention) (is, plainly bool) {
	s := Sentence{Text: text, Span: source.Span{End: len(text)}, Mentions: mentions}
	return s.Cyber()
}

// Cyber is [Cyber] of a sentence, which keeps what it has been found to be for [Reader.Read].
func (s *Sentence) Cyber() (is, plainly bool) {
	s.look()
	return s.cue != noCue, s.cue == plain
}

// look reads what a sentence says of the field, once.
func (s *Sentence) look() {
	if s.cue != unread {
		return
	}
	s.squeezed = squeeze(s.Text[s.Span.Start:s.Span.End])
	s.cue = cueOf(s.plain, s.Mentions)
}

// cueOf looks for the plainest cue in a text.
func cueOf(text string, mentions []entity.Mention) cue {
	for i := range mentions {
		switch mentions[i].Kind {
		case content.Actor, content.Malware:
			if !isAnimal(mentions[i].Surface) {
				return plain
			}
		case content.Operation, content.Vulnerability, content.Indicator:
			return plain
		}
	}
	found := wordCue(text)
	if found == weak && diseases.In(text) {
		return noCue // 鳥インフルエンザへの感染が判明し、無害化の処理
	}
	if found != noCue && (lookalikes.In(text) || works.In(text)) {
		return wordCue(withoutWorks(withoutLookalikes.Replace(text)))
	}
	return found
}

// isAnimal reports whether a name is also that of an animal, so that it alone says nothing of the text: キリン.
func isAnimal(name string) bool {
	switch name {
	case "キリン", "パンダ", "クマ", "ヒグマ", "ライオン", "トラ", "オオカミ", "キツネ", "スズメ", "サソリ", "クモ", "タコ", "ワニ", "サイ", "カラス", "タカ", "ワシ", "フクロウ", "ヘビ", "コブラ",
		"イルカ", "サメ", "クジラ", "ネコ", "子猫", "ヒョウ", "チーター", "ハイエナ", "ゴリラ", "サル", "カメレオン", "ラクーン", "タヌキ", "ハリネズミ", "アリ", "ハチ", "スズメバチ":
		return true
	}
	return false
}

// wordCue looks for the plainest word of the field in a text, and for words that are plain together.
func wordCue(text string) cue {
	found, groups := noCue, uint64(0)
	if otherWidths.Next(text, 0) < len(text) {
		text = width.Fold.String(text)
	}
	if cueTable.Any(morph.LowerASCII(text), func(word int) bool {
		groups |= cueGroups[word]
		if word < len(plainCues)+len(weakCues) {
			found = weak
		}
		return word < len(plainCues)
	}) || isWhole(groups) {
		return plain
	}
	return found
}

// The words of the field, in lower case. Plain ones are said of nothing else: a car has a back door, too,
// falcons are hacked, and robots are steered from afar.
var (
	plainCues = entity.FieldWords()
	weakCues  = []string{
		"個人情報", "サーバ", "ウェブサイト", "コンピュータ", "パソコン", "パスワード", "インターネット", "ネットワーク", "認証情報",
		"メールアドレス", "vpn", "ルーター", "リモートデスクトップ", "漏えい", "漏洩", "暗号資産", "仮想通貨", "暗号通貨", "機密情報",
		"ハッキング", "標的型", "バックドア", "トロイの木馬", "クラッカー", "遠隔操作", "無害化", "脆弱性", "闇サイト", "なりすまし", "ボット", "ワイパー",
	}
)

// otherWidths are the characters of the cues in the width in which they are not written there: only a text that has some of them needs folding.
var otherWidths = func() *morph.RuneSet {
	out := morph.NewRuneSet("")
	for _, w := range cueWords {
		for _, r := range w + strings.ToUpper(w) {
			p := width.LookupRune(r)
			for _, other := range []rune{p.Wide(), p.Narrow()} {
				if other != 0 {
					out.Add(other)
				}
			}
		}
	}
	return out
}()

// cueTable finds the plain cues and, behind them in its order, the weak ones and those that are words of the field only together;
// cueGroups has the bits of the last.
var cueTable, cueGroups = func() (*morph.WordTable, []uint64) {
	bits := make([]uint64, len(cueWords))
	for i, w := range cueWords {
		bits[i] = groupsOf[w]
	}
	return morph.NewWordTable(cueWords), bits
}()

// cueWords are the plain cues, the weak ones, and those that are words of the field only together.
var cueWords = func() []string {
	all := slices.Concat(plainCues, weakCues)
	for _, w := range slices.Sorted(maps.Keys(groupsOf)) {
		if !slices.Contains(all, w) {
			all = append(all, w)
		}
	}
	return all
}()

// joint are words of those who act together, or abroad, against the servers of others: no shop shuts down a server with them.
var joint = words("参加国", "各国の警察", "各国の捜査", "各国警察", "各国当局", "国際共同", "共同作戦", "合同作戦", "国際作戦", "合同捜査", "ユーロポール", "欧州刑事警察機構", "インターポール", "国際刑事警察機構", "司法省", "連邦捜査局", "FBI")

// alike are names and words that begin or end like words of the field and have nothing to do with it.
var alike = []string{
	"サイバーエージェント", "サイバーマンデー", "サイバーダイン", "サイバーパンク", "サイバートラック", "サイバー関連", "サイバー防衛の予算", "サイバー防衛費", "サイバー予算", "サイバー人材", "サイバー大学",
	"フィッシング協会", "フィッシング大会", "フィッシングボート", "フィッシングショー", "フィッシングガイド", "フィッシングの腕", "フィッシングパーク", "フィッシングクラブ", "バスフィッシング", "ルアーフィッシング", "フライフィッシング",
	"ライフハッキング", "グロースハッキング",
}

// lookalikes finds them, and withoutLookalikes takes them out.
var lookalikes, withoutLookalikes = words(alike...), func() *strings.Replacer {
	var pairs []string
	for _, w := range alike {
		pairs = append(pairs, w, "")
	}
	return strings.NewReplacer(pairs...)
}()

// diseases are what viruses of another kind bring, where no plain word says that computers are meant.
var diseases = words("インフルエンザ", "ノロウイルス", "新型コロナ", "豚熱", "口蹄疫", "感染症", "食中毒", "養鶏", "ワクチン接種")

// IsTale reports whether a text names a work of art and tells what happens in it: ゲーム「…」の新たな敵, アニメ「…」の最終回.
func IsTale(text string) bool { return works.In(text) && tales.In(text) }

// tales are said of what happens in a work of art.
var tales = words("主人公", "物語", "登場人物", "最終回", "声優", "新たな敵", "新しい敵", "モンスター", "大型更新", "大型アップデート", "新キャラクター", "次回作", "続編", "新作「", "あらすじ")

// works are the nouns for what is told in a work of art, whose title may have any word: 映画「ハッカーの夜」.
var works = words("映画「", "小説「", "ドラマ「", "漫画「", "マンガ「", "アニメ「", "舞台「", "戯曲「", "ミュージカル「", "楽曲「", "絵本「", "童話「", "オペラ「", "長編「", "新作「", "戯作「", "ゲーム「", "絵画「", "演劇「",
	"映画『", "小説『", "ドラマ『", "漫画『", "アニメ『", "舞台『", "絵本『", "新作『", "長編『", "ゲーム『")

// withoutWorks takes the titles of works of art out of a text.
func withoutWorks(text string) string {
	var b strings.Builder
	for at := 0; at < len(text); {
		n := works.Longest(text[at:])
		end := strings.IndexAny(text[at+n:], "」』")
		if n == 0 || end < 0 {
			_, n = utf8.DecodeRuneInString(text[at:])
			end = 0
			b.WriteString(text[at : at+n])
		}
		at += n + end
	}
	return b.String()
}
