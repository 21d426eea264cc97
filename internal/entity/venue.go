package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// Markets, forums and services of crime are organizations, as firms are: サイバー犯罪市場「…」, ハッキングフォーラムの….

var (
	// ofCrime are words for such that say by themselves what goes on there.
	ofCrime = []string{
		"闇市場", "闇サイト", "闇フォーラム", "闇マーケット", "闇取引サイト", "闇掲示板", "ダークマーケット", "地下市場", "地下フォーラム", "地下サイト", "ブラックマーケット", "違法市場", "違法サイト", "密売サイト", "密売市場",
		"犯罪市場", "犯罪フォーラム", "犯罪サイト", "犯罪マーケット", "犯罪プラットフォーム", "犯罪サービス", "ハッキングフォーラム", "ハッキング・フォーラム", "ハッカーフォーラム", "ハッカー・フォーラム", "ハッカーズフォーラム", "ハッカー掲示板", "ハッキングサイト", "ダークウェブ市場", "ダークウェブフォーラム", "ダークウェブサイト",
		"ミキシングサービス", "ミキシング・サービス", "ミキシングサイト", "ミキシング業者", "ミキシング」業者", "ミキサー」業者", "暗号資産ミキサー", "暗号資産のミキサー", "仮想通貨ミキサー", "仮想通貨のミキサー",
	}
	// ofTrade are words for such, and for others of which no news of crime tells.
	ofTrade = []string{"フォーラム", "市場", "マーケット", "マーケットプレイス", "マーケットプレース", "掲示板", "取引サイト", "販売サイト", "売買サイト", "会員制サイト", "サイト", "チャットサービス", "通信サービス", "通話サービス", "プラットフォーム", "ミキサー"}
	// criminal stand a little before these where they are such.
	criminal = []string{"犯罪", "ハッカー", "ハッキング", "ダークウェブ", "闇", "違法", "匿名", "盗んだ", "盗まれた", "流出した", "不正に", "漏えいした", "資金洗浄", "マネーロンダリング", "ランサムウェア", "マルウェア", "DDoS", "攻撃を請け負", "フィッシング"}
)

// againstCrime drops what is done about crime: 犯罪対策を話し合う掲示板.
var againstCrime = strings.NewReplacer("犯罪対策", "", "犯罪被害", "", "犯罪防止", "", "犯罪の防止", "", "犯罪予防", "", "ランサムウェア対策", "", "マルウェア対策", "", "フィッシング対策", "", "マネーロンダリング対策", "")

// venues finds such places, with their name behind the word for them or before it.
func venues(p *passage) {
	end := 0
	for spots := p.spots[venueWords]; len(spots) > 0; spots = spots[1:] {
		at := spots[0]
		if at.Start < end || len(spots) > 1 && spots[1].Start == at.Start && spots[1].End > at.End {
			continue // in a longer word
		}
		end = at.End
		if at.word >= len(ofCrime) && !p.underground(at.Span) {
			continue
		}
		for _, s := range slices.Concat(p.venueAfter(at.End), p.venueBefore(at.Start)) {
			p.sight(s, content.Organization, 0.65, "venue")
		}
	}
}

// underground reports whether a word of crime stands before one for a market, in what is said of it or right in its sentence.
func (p *passage) underground(at source.Span) bool {
	if endsAny(p.text[:at.Start], "株式", "金融", "国際", "国内", "海外", "先物", "卸売", "為替", "証券", "代行", "公式", "偽", "投稿", "動画", "解析", "検知") {
		return false
	}
	from := max(p.sentence(at).Start, at.Start-20*len("闇"))
	return firstOf(againstCrime.Replace(p.text[from:at.Start]), criminal) >= 0
}

// venueAfter returns the names that stand at i, in quotation marks with or without の before them, or bare after の or だった.
func (p *passage) venueAfter(i int) []source.Span {
	rest, linked := strings.CutPrefix(p.text[i:], "の")
	at := p.afterSpace(len(p.text) - len(rest))
	if inner, end := p.quotation(at); end > 0 {
		if names := p.quotedRow(at); names != nil {
			return names
		}
		return p.phrase(inner)
	}
	if !linked && at == i {
		return nil
	}
	return slices.DeleteFunc(p.bareAfter(at, true, false), func(s source.Span) bool { return productTable[strings.ToLower(p.surface(s))] })
}

// venueBefore returns the names that end at i with what links them to a word behind it: 「ナイトバザール」と呼ばれる|闇市場.
func (p *passage) venueBefore(i int) []source.Span {
	before := p.text[:i]
	for _, w := range qualifiers {
		before = strings.TrimSuffix(before, w)
	}
	link := namingTable.longest(before)
	if link <= len("の") {
		return nil
	}
	end := len(before) - link
	if open := p.opening(end); open >= 0 {
		if names := p.quotesBefore(end); names != nil {
			return names
		}
		return p.phrase(source.Span{Start: open + runeLen(p.text[open:]), End: end - len(lastWord(p.text[:end]))})
	}
	return slices.DeleteFunc(p.bareBefore(end, true), func(s source.Span) bool { return p.scriptAt(s.Start) != latin || !p.listable(s) })
}
