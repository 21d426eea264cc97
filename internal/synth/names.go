package synth

import (
	"fmt"

	"jikenbo/internal/i18n"
)

// The words that the names of made actors and operations consist of.
var (
	firstWords = [...][2]string{
		{"アンバー", "Amber"}, {"コバルト", "Cobalt"}, {"クリムゾン", "Crimson"}, {"エメラルド", "Emerald"}, {"フロスト", "Frost"},
		{"ゴールド", "Gold"}, {"ハロー", "Hollow"}, {"アイボリー", "Ivory"}, {"ジェード", "Jade"}, {"ラピス", "Lapis"},
		{"マーブル", "Marble"}, {"ノーザン", "Northern"}, {"オニキス", "Onyx"}, {"ペール", "Pale"}, {"クォーツ", "Quartz"},
		{"ラスティ", "Rusty"}, {"シルバー", "Silver"}, {"テラコッタ", "Terracotta"}, {"ウンバー", "Umber"}, {"バーミリオン", "Vermilion"},
		{"ウィロー", "Willow"}, {"ゼノン", "Xenon"}, {"イエロー", "Yellow"}, {"ジンク", "Zinc"}, {"オリーブ", "Olive"},
	}
	secondWords = [...][2]string{
		{"アルバトロス", "Albatross"}, {"バジャー", "Badger"}, {"コンドル", "Condor"}, {"ダガー", "Dagger"}, {"アーミン", "Ermine"},
		{"ファルコン", "Falcon"}, {"ゲッコー", "Gecko"}, {"ヘロン", "Heron"}, {"アイベックス", "Ibex"}, {"ジャッカル", "Jackal"},
		{"カイト", "Kite"}, {"ランプレイ", "Lamprey"}, {"マーモット", "Marmot"}, {"ニュート", "Newt"}, {"オセロット", "Ocelot"},
		{"ペリカン", "Pelican"}, {"クエイル", "Quail"}, {"レイブン", "Raven"}, {"ストーク", "Stork"}, {"テイパー", "Tapir"},
		{"アーチン", "Urchin"}, {"バイパー", "Viper"}, {"ワラビー", "Wallaby"}, {"ヤク", "Yak"}, {"ジーブラ", "Zebra"},
	}
)

// An entity is a made actor or operation.
type entity struct {
	id   string
	name i18n.Text
}

// named returns n entities. Past 625 their names get a number.
func named(n int, prefix string, suffix i18n.Text) []entity {
	out := make([]entity, n)
	for i := range out {
		a, b := firstWords[i%len(firstWords)], secondWords[i/len(firstWords)%len(secondWords)]
		number := ""
		if round := i / (len(firstWords) * len(secondWords)); round > 0 {
			number = fmt.Sprint(round + 1)
		}
		out[i] = entity{
			id:   fmt.Sprintf("%s-%04d", prefix, i+1),
			name: i18n.Text{JA: a[0] + "・" + b[0] + number + suffix.JA, EN: a[1] + " " + b[1] + number + suffix.EN},
		}
	}
	return out
}
