package analysis

import (
	"strings"
	"testing"

	"jikenbo/internal/content"
)

// TestScene has stories that tell in a sentence of its own when it was.
func TestScene(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"when it happened", "事件が起きたのは2022年10月31日の早朝だった。市立病院のサーバーがランサムウェアに感染し、診療を止めた。", "ransomware 2022-10-31"},
		{"a date alone", "2023年7月4日午前6時半ごろ。港のクレーンが動かない。ハッカー集団によるランサムウェア攻撃だった。", "ransomware 2023-07-04"},
		{"a matter of that day", "2023年7月4日のことだ。ハッカー集団が港湾にランサムウェア攻撃を仕掛けた。", "ransomware 2023-07-04"},
		{"the beginning", "発端は2021年10月31日未明にさかのぼる。町の病院が身代金要求型ウイルスに感染した。", "ransomware 2021-10-31"},
		{"a sign", "異変は昨年12月26日の朝に表れた。会社の機器に通信が続々と来た。DDoS攻撃だった。", "ddos 2024-12-26"},
		{"when something moved", "事態が動いたのは2023年7月4日だった。警視庁がハッカー集団の男を逮捕した。", "arrest 2023-07-04"},
		{"a deed of that day", "2023年7月4日のことだった。ハッカー集団の攻撃を追う研究者が製品の脆弱性を発見した。", "vulnerability 2023-07-04"},
		{"what is said of it", "2023年7月4日のことだった。ハッカー集団の被害に遭った会社は警察に被害届を提出した。", "notification 2023-07-04"},
		{"another subject", "新社長の就任は2023年7月4日だった。ハッカー集団がランサムウェアで港湾の管理システムを攻撃した。", ""},
		{"a month later", "2023年7月4日のことだ。社長は休んでいた。部長も休んでいた。後にハッカー集団がランサムウェアで会社を攻撃した。", ""},
		{"what describes", "2023年7月4日のことだ。ランサムウェアに感染した会社の社長が来た。", ""},
		{"another date", "2023年7月4日のことだ。警察は8月3日、ハッカーを逮捕した。別の男がサイバー攻撃を行った。", "arrest 2023-08-03"},
		{"another passage", "2023年7月4日のことだ。\n\nハッカー集団がランサムウェアで港湾の管理システムを攻撃した。", ""},
	} {
		d := analyzers().full.Analyze(raw(tt.text))
		if got := strings.Join(eventsOf(d), " | "); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// TestTales has what happens in works of art, which is no act, and what happens to those who make them.
func TestTales(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"オンラインゲーム「霧の塔」の大型更新が1月6日に配信された。新たな敵「サンドワーム」が城に侵入し、宝を盗む。", ""},
		{"アニメ「電脳番地」の最終回が1月6日に放送された。主人公がハッカー集団のサーバーに侵入し、仲間を救い出す。", ""},
		{"ゲーム会社は1月6日、オンラインゲーム「霧の塔」のサーバーが不正アクセスを受け、会員情報が流出したと発表した。", "data_breach 2025-01-06"},
	} {
		d := analyzers().full.Analyze(raw(tt.text))
		if got := strings.Join(eventsOf(d), " | "); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.text, got, tt.want)
		}
		for i := range d.Mentions {
			if d.Mentions[i].Kind == content.Actor {
				t.Errorf("%s: %s is no actor", tt.text, d.Mentions[i].Surface)
			}
		}
	}
}
