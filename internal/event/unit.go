package event

import (
	"maps"
	"slices"

	"jikenbo/internal/morph"

	"golang.org/x/text/unicode/norm"
)

// units are counters and measures, with how they are written in a [Figure]. Those of time, age and order are not figures.
var units = func() map[string]string {
	out := map[string]string{}
	for _, u := range []string{
		"国と地域", "国や地域", "カ国と地域", "か国と地域", "カ国・地域", "か国・地域", "国・地域", "カ国", "か国", "ヶ国", "ケ国", "ヵ国", "カ所", "か所", "ヶ所", "箇所", "ヵ所", "人分", "人", "名分", "名", "個人", "氏", "台", "件", "社", "団体", "組織", "機関", "個", "通", "回",
		"米ドル", "豪ドル", "香港ドル", "台湾ドル", "カナダドル", "シンガポールドル", "ドル", "ユーロ", "ポンド", "円", "ウォン", "元", "人民元", "ルピー", "ルーブル", "スイスフラン", "フラン", "レアル", "ペソ", "バーツ", "リラ", "ズロチ", "クローネ", "クローナ", "コルナ", "フォリント", "フリブナ", "ディルハム", "ルピア", "リンギット", "シェケル", "リヤル",
		"ビットコイン", "BTC", "イーサリアム", "イーサ", "ETH", "モネロ", "サイト", "サーバー", "サーバ", "アカウント", "ドメイン", "IPアドレス",
		"端末", "デバイス", "ファイル", "被害者", "ユーザー", "コンピューター", "コンピュータ", "システム", "ウェブサイト", "企業", "種類", "種", "州", "都道府県", "市町村", "県", "グループ", "集団", "事業者", "法人", "検体", "戸", "棟", "頭", "隻", "基", "株", "ギガ・バイト", "テラ・バイト", "メガ・バイト", "校", "行", "自治体",
		"リクエスト", "テラビット毎秒", "ギガビット毎秒", "Tbps", "Gbps", "Mbps", "ペタバイト", "テラバイト", "ギガバイト", "メガバイト", "PB", "TB", "GB", "MB", "パーセント", "%", "％", "割", "つ", "世帯", "店舗", "地点", "本", "点", "枚", "倍",
	} {
		out[u] = norm.NFKC.String(u)
	}
	return out
}()

// The words around a number, by where they stand.
var (
	unitTable = morph.NewWordTable(slices.Sorted(maps.Keys(units)))
	// bothUnits are those that both ends of a range have: 数千万円から数億円.
	bothUnits  = morph.NewWordTable([]string{"円", "ドル", "米ドル", "ユーロ", "台", "人", "件", "社", "カ国", "か国", "名", "個", "通", "回", "％", "%"})
	rangeTable = morph.NewWordTable([]string{"〜", "～", "~", "―", "－", "-", "から", "ないし", "、"})
	// boundsBefore stand before a unit, boundsAfter behind it.
	boundsBefore = morph.NewWordTable([]string{"以上", "を超える", "を超す", "を上回る", "を下らない", "を下回る", "超", "余り", "余", "あまり", "近く", "未満", "前後", "程度", "もの"})
	boundsAfter  = morph.NewWordTable([]string{"以内", "に満たず", "に満たない", "に満たなかった", "近い", "以上", "を超える", "を超えた", "を超え", "を超す", "を上回る", "を上回った", "を上回", "を下らない", "を下回る", "を下回った", "を下回", "足らず", "超", "余り", "余", "あまり", "近く", "未満", "以下", "前後", "程度", "ほど", "強", "弱", "もの"})
)

// aboveAside stand behind brackets that say an amount once more.
var aboveAside = morph.NewWordTable([]string{"超", "以上", "を超える", "を超えた", "を超え", "余り", "を上回る", "を上回った"})

// The words before a number, from the outermost in: 少なくとも約 300.
var (
	limits    = []string{"少なくとも", "最少でも", "最小でも", "最低で", "最大で", "最大", "最高で", "最高", "最多で", "最低でも", "最低"}
	roughly   = []string{"およそ", "おおよそ", "ほぼ", "ざっと", "推定", "約", "延べ", "のべ", "計"}
	countries = []string{"US", "ＵＳ", "米"} // of the dollar
)

// bounded applies the qualifiers.
func (f *Figure) bounded(words ...string) {
	for _, w := range words {
		switch w {
		case "以上", "少なくとも", "最低", "最低で", "最低でも", "最少でも", "最小でも", "を下らない":
			f.Qualifier, f.Max = "at-least", 0
		case "超", "を超える", "を超えた", "を超え", "を超す", "を上回る", "を上回った", "を上回", "余り", "余", "あまり", "強":
			f.Qualifier, f.Max = "more-than", 0
		case "未満", "弱", "足らず", "を下回る", "を下回った", "を下回", "に満たず", "に満たない", "に満たなかった":
			f.Qualifier, f.Min = "less-than", 0
		case "最大", "最大で", "最高", "最高で", "最多で", "以下", "以内":
			f.Qualifier, f.Min = "up-to", 0
		case "約", "およそ", "おおよそ", "ほぼ", "ざっと", "推定", "前後", "程度", "ほど", "近く", "近い":
			if f.Qualifier == "" {
				f.Qualifier = "about"
			}
		}
	}
}

// signUnit returns the unit that the sign of a currency stands for.
func signUnit(sign string) string {
	switch sign {
	case "$", "＄":
		return "ドル"
	case "€":
		return "ユーロ"
	case "£":
		return "ポンド"
	case "¥", "￥":
		return "円"
	}
	return ""
}
