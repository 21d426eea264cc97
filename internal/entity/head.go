package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A head is a noun that says of what kind the name beside it is.
type head struct {
	word string
	kind content.Kind
	// weak heads stand beside much that is no name: they count beside quotation marks, where the sentence speaks of attackers.
	weak bool
}

var heads = slices.Concat(
	kinds(content.Actor, false,
		"ハッカー集団", "ハッカーグループ", "ハッカー組織", "ハッキンググループ", "ハッキング集団", "ハッキング組織", "攻撃グループ", "攻撃集団", "攻撃組織",
		"攻撃者グループ", "攻撃者集団", "脅威グループ", "脅威アクター", "ランサムウェア集団", "ランサムウエア集団", "ランサムウェアグループ", "ランサムウエアグループ",
		"ランサムウェアギャング", "ランサムギャング", "ランサム集団", "ランサムグループ", "ランサムウェア・グループ", "ランサムウェアの集団",
		"身代金集団", "身代金要求集団", "身代金要求型ウイルス集団", "犯罪集団", "犯罪グループ", "犯罪組織", "恐喝グループ", "恐喝集団", "サイバー集団", "サイバー部隊", "APTグループ", "APT集団", "APT組織",
		"スパイ集団", "スパイグループ", "諜報グループ", "ハクティビスト集団", "ハクティビストグループ", "ハクティビスト", "ハッカー部隊", "ハッカーチーム",
		"ハッカーズ", "アクティビスト集団", "攻撃主体", "攻撃アクター", "初期アクセスブローカー"),
	kinds(content.Actor, true, "グループ", "集団", "組織", "ハッカー", "グループ名", "犯行グループ", "部隊", "攻撃者", "アクター", "クラスター", "クラスタ"),
	kinds(content.Malware, false,
		"マルウェア", "マルウエア", "ランサムウェア", "ランサムウエア", "ボットネット", "botネット", "バックドア", "トロイの木馬", "スパイウェア", "スパイウエア",
		"ウェブシェル", "Webシェル", "ウェブ・シェル", "Webshell", "WebShell", "Web shell", "web shell", "コンピューターウイルス", "コンピュータウイルス", "コンピューター・ウイルス", "攻撃ツール", "ハッキングツール", "窃取ツール",
		"遠隔操作ツール", "遠隔操作ウイルス", "身代金ウイルス", "ルートキット", "ブートキット", "キーロガー", "ダウンローダー", "ダウンローダ", "ローダー", "ドロッパー", "スティーラー",
		"インフォスティーラー", "ワイパー", "ワーム", "アドウェア", "クリプトマイナー", "攻撃フレームワーク", "C2フレームワーク", "エクスプロイトキット", "インプラント", "RAT", "不正プログラム", "悪意のあるプログラム", "不正アプリ", "不正なアプリ", "悪質アプリ", "フィッシングキット", "フィッシング・キット", "悪性コード", "悪性プログラム", "サイバー兵器", "サイバー攻撃兵器", "無効化ツール", "EDRキラー", "トンネリングツール", "トンネルツール", "侵入テストツール", "ペネトレーションテストツール", "身代金プログラム", "身代金要求プログラム", "窃取ソフト", "クリッパー", "スキマー", "パッカー", "クリプター", "フィッシング用プログラム", "攻撃用プログラム"),
	kinds(content.Malware, true, "ウイルス", "ウィルス", "ツール", "ボット", "プログラム", "検体", "新種", "変種"),
	kinds(content.Operation, false, "攻撃キャンペーン", "オペレーション"),
	kinds(content.Operation, true, "作戦", "キャンペーン"),
)

// kinds makes heads of words, and of those that machine translation writes with a space.
func kinds(k content.Kind, weak bool, words ...string) []head {
	var out []head
	for _, w := range words {
		out = append(out, head{w, k, weak})
		for _, last := range []string{"グループ", "集団", "ギャング", "アクター", "ツール"} {
			if first, ok := strings.CutSuffix(w, last); ok && first != "" {
				out = append(out, head{first + " " + last, k, weak})
			}
		}
	}
	return out
}

// wordsOf returns the words of heads.
func wordsOf(heads []head) []string {
	out := make([]string, len(heads))
	for i, h := range heads {
		out[i] = h.word
	}
	return out
}

// eachHead calls yield with the heads in a span, one after another and the longest where several begin, until it returns false.
func (p *passage) eachHead(in source.Span, yield func(h *head, s source.Span) bool) {
	end := in.Start
	for spots := p.from(headWords, in.Start); len(spots) > 0 && spots[0].Start < in.End; {
		longest := spots[0]
		spots = spots[1:]
		for ; len(spots) > 0 && spots[0].Start == longest.Start; spots = spots[1:] {
			if spots[0].End > longest.End {
				longest = spots[0]
			}
		}
		if longest.Start < end || longest.End > in.End {
			continue
		}
		if end = longest.End; !yield(&heads[longest.word], longest.Span) {
			return
		}
	}
}

// longerHeads make a longer word of a head that they follow.
var longerHeads = morph.NewWordTable([]string{
	"集団", "グループ", "攻撃グループ", "ギャング", "攻撃", "感染", "対策", "被害", " グループ", " 集団", "ウェア", "ウエア", "会社", "企業", "チャット",
})

// headOf refuses a head inside a longer one: ランサムウェア in ランサムウェア集団, which is an actor.
func headOf(p *passage, s source.Span, h *head) bool {
	if longerHeads.Longest(p.text[s.End:]) > 0 {
		return false
	}
	if !h.weak {
		return p.scriptAt(s.Start) != latin || p.alone(s)
	}
	return p.scriptBefore(s.Start) != p.scriptAt(s.Start) || strings.HasSuffix(p.text[:s.Start], "サイバー")
}

// kindBy returns the kind of what a sentence names, by its words.
func (p *passage) kindBy(s source.Span) content.Kind {
	found := content.Kind("")
	p.eachHead(s, func(h *head, _ source.Span) bool {
		switch {
		case h.kind == content.Actor && (!h.weak || h.word == "ハッカー"):
			found = content.Actor
			return false
		case !h.weak && h.kind == content.Malware:
			found = h.kind
		}
		return true
	})
	return found
}
