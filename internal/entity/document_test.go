package entity

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jikenbo/internal/i18n"
)

// A findAllCase is what is to be found in the parts of a text.
type findAllCase struct {
	name string
	give []string
	want [][]string
}

func findAllCases(t *testing.T, tests []findAllCase) {
	t.Helper()
	f := NewFinder(registry())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := [][]string{}
			for _, part := range parts(f, tt.give) {
				got = append(got, brief(part.Mentions))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("FindAll(%q): (-want +got)\n%s", tt.give, diff)
			}
		})
	}
}

// parts finds the names of the passages of a text.
func parts(f *Finder, texts []string) []Part {
	var out []Part
	for _, s := range texts {
		out = append(out, Part{Text: s, Tokens: tokenizer().Tokens(nil, s)})
	}
	f.FindAll(i18n.JA, out, &Met{})
	return out
}

func TestRecall(t *testing.T) {
	tests := []findAllCase{
		{"family name in a later passage", []string{"楊智軍容疑者を逮捕した。", "楊容疑者は認めた。"}, [][]string{{"楊智軍?person"}, {"楊容疑者?person"}}},
		{"not before it is introduced", []string{"楊木の下で", "楊智軍容疑者を逮捕した。"}, [][]string{{}, {"楊智軍?person"}}},
		{"attackers, before and after", []string{"Foxtailの手口", "ハッカー集団「Foxtail」を摘発", "FoxtailsとXFoxtailとFoxtail"},
			[][]string{{"Foxtail?actor"}, {"Foxtail?actor"}, {"Foxtail?actor"}}},
		{"acronym", []string{"宇宙航空研究開発機構（JAXA）は", "JAXAの職員とJAXAX"}, [][]string{{"宇宙航空研究開発機構（JAXA）?organization"}, {"JAXA?organization"}}},
		{"a common word that is set off in a text about attackers", []string{"MirrorFaceとPlugXを使う攻撃", "Nickel（中国）", "Nickel鉱山で働く"},
			[][]string{{"MirrorFace=mirrorface", "PlugX=plugx"}, {"Nickel=nickel", "中国=cn"}, {}}},
		{"a common word in a text that names one attacker", []string{"MirrorFaceの攻撃", "Nickel（中国）"}, [][]string{{"MirrorFace=mirrorface"}, {"中国=cn"}}},
		{"a common word in Latin letters in a text with the words of attacks", []string{"MirrorFaceの身代金要求で暗号化された。", "Nickelの元幹部と、New Nickel号と、Nickel Minesと、nickelの合金"},
			[][]string{{"MirrorFace=mirrorface"}, {"Nickel=nickel"}}},
		{"a word in katakana that is no everyday one, in such a text", []string{"MirrorFaceの身代金要求で暗号化された。", "トリトンが再び現れた。トリトン島へ行く。ペガサスが飛ぶ"},
			[][]string{{"MirrorFace=mirrorface"}, {"トリトン?malware", "トリトン島?place"}}},
		{"a name in capitals where the text has one capital", []string{"MirrorFaceの身代金要求で暗号化された。", "Calciumが残した記録"}, [][]string{{"MirrorFace=mirrorface"}, {"Calcium?actor"}}},
		{"attackers by the last word of their name", []string{"ハッカー集団「カイロス・スパロウズ」が犯行声明", "スパロウズが認めた。スパロウズマンも"},
			[][]string{{"カイロス・スパロウズ?actor"}, {"スパロウズ?actor"}}},
		{"attackers in a text of some length that is about something else", []string{"釣り餌のムスタング・パンダが減った。", strings.Repeat("浜では春の大潮にあわせて観察会が開かれ、子どもたちが砂を掘った。", 8), "APT99という歌"},
			[][]string{{}, {}, {"APT99?actor"}}},
		{"the same attackers where it is about computers", []string{"ムスタング・パンダの仕業か。", strings.Repeat("サーバーの記録を調べ、流出したデータを確かめる作業が続いている。", 8)},
			[][]string{{"ムスタング・パンダ=mustang-panda"}, {}}},
		{"attackers in cells of their own with their state", []string{"病院のサーバーがランサムウェアで止まる", "Vulturio（中国）", "ガラントゥム（ロシア）", "Akamatsu（韓国）"},
			[][]string{{}, {"Vulturio?actor", "中国=cn"}, {"ガラントゥム?actor", "ロシア?place"}, {"韓国=kr"}}},
		{"attackers in a text of some length that speaks of such groups alone", []string{"脅威グループ「BasaltWren」が役場に侵入した。", strings.Repeat("取材は続いた。", 30), "攻撃グループ「QuartzHeron」は港に侵入した。"},
			[][]string{{"BasaltWren?actor"}, {}, {"QuartzHeron?actor"}}},
		{"a table that says of each name what it is", []string{"| 名称 | 種別 | 備考 |\n|---|---|---|\n| BasaltWren | マルウェア | 窃取 |\n| QuartzHeron | 攻撃グループ | 港 |\n| Kumquat | 果物 | 柑橘 |\n"},
			[][]string{{"BasaltWren?malware", "QuartzHeron?actor"}}},
		{"one such cell is none", []string{"病院のサーバーがランサムウェアで止まる", "Vulturio（中国）"}, [][]string{{}, {"中国=cn"}}},
		{"two well-known names in a text without the words of computers", []string{"MirrorFaceの関与を調べた。", "PlugXの痕跡があった。", strings.Repeat("取材は続いた。", 30)},
			[][]string{{"MirrorFace=mirrorface"}, {"PlugX=plugx"}, {}}},
		{"one such name in such a text", []string{"ミラーフェイスの関与を調べた。", strings.Repeat("取材は続いた。", 30)}, [][]string{{}, {}}},
		{"one with a capital inside, as no word has", []string{"MirrorFaceの関与を調べた。", strings.Repeat("取材は続いた。", 30)}, [][]string{{"MirrorFace=mirrorface"}, {}}},
		{"a common word that has its cue elsewhere", []string{"ハッカー集団ニッケルが攻撃した。", "幹部はニッケルを離れた。", "ニッケル鉱山"}, [][]string{{"ニッケル=nickel"}, {"ニッケル=nickel"}, {}}},
		{"a family name that translation leaves bare", []string{"管理者であるマクシム・ザルニコフを", "ザルニコフは認めた。ザルニコフスキーも"}, [][]string{{"マクシム・ザルニコフ?person"}, {"ザルニコフ?person"}}},
		{"a ministry that several countries have", []string{"財務省は12日、発表した。"}, [][]string{{"財務省?organization"}}},
		{"that of the country of which the text speaks", []string{"財務省は12日、発表した。", "米国の企業が"}, [][]string{{"財務省=us-treasury"}, {"米国=us"}}},
		{"firm without its form", []string{"株式会社カモメ文具は", "カモメ文具の発表"}, [][]string{{"株式会社カモメ文具?organization"}, {"カモメ文具?organization"}}},
	}
	findAllCases(t, tests)
}

func TestReferences(t *testing.T) {
	tests := []struct {
		give []string
		want []string // "同社=マイクロソフト"
	}{
		{[]string{"警察庁とマイクロソフトが発表した。同社は続けた。同庁は黙った。"}, []string{"同社=マイクロソフト", "同庁=警察庁"}},
		{[]string{"ジェーン・ロー氏は述べた。", "同氏は続けた。"}, []string{"同氏=ジェーン・ロー"}},
		{[]string{"ハッカー集団ムスタング・パンダは、同グループの"}, []string{"同グループ=ムスタング・パンダ"}},
		{[]string{"東邦大学付属病院は被害を受けた。同病院は紙で続けた。病院を同病棟とした。"}, []string{"同病院=東邦大学付属病院"}},
		{[]string{"ドイツ連邦刑事庁は発表した。同国の捜査員は続けた。同庁は黙った。"}, []string{"同国=ドイツ", "同庁=ドイツ連邦刑事庁"}},
		{[]string{"ポーランドの鉄道が止まった。フランス内務省は調べた。同国では例がない。"}, []string{"同国=フランス"}},
		{[]string{"ポーランドの鉄道が止まった。警察庁とカリフォルニア州は調べた。同国では例がない。同国人と同国会が"}, []string{"同国=ポーランド"}},
		{[]string{"警察庁は調べた。同国では例がない。"}, nil},
		{[]string{"同社はマイクロソフトを合同社と同社会に"}, nil},
		{[]string{"警察庁が発表した。同社は続けた。"}, nil},
		{[]string{"株式会社みなとクラウド", "お客様各位", "当社は攻撃を受けました。弊社の調査では、"}, []string{"当社=株式会社みなとクラウド", "弊社=株式会社みなとクラウド"}},
		{[]string{"当社は攻撃を受けました。", "株式会社みなとクラウド"}, []string{"当社=株式会社みなとクラウド"}},
		{[]string{"株式会社みなとクラウド", "取引先は「当社は無事だ」と答えた。担当社員と相当社会的な"}, nil},
		{[]string{"株式会社みなとクラウドが発表した。当社は無事だ。"}, nil},
		{[]string{"株式会社みなとクラウド", "マイクロソフト", "当社は攻撃を受けました。"}, nil},
		{[]string{"独立行政法人情報処理推進機構は発表した。機構は調べている。"}, []string{"機構=情報処理推進機構"}},
		{[]string{"南海観測機構（NKO）は攻撃を認めた。機構によると影響はない。"}, []string{"機構=南海観測機構（NKO）"}},
		{[]string{"このたび、東雲運輸株式会社は、サーバーへの侵入を確認いたしました。現在、当社では調べております。"}, []string{"当社=東雲運輸株式会社"}},
		{[]string{"東雲運輸株式会社は、サーバーへの侵入を確認したと発表しました。当社は無事です。"}, nil},
		{[]string{"東雲運輸株式会社は、侵入を確認しました。有限会社若竹堂も同じです。当社は調べております。"}, nil},
		{[]string{"東雲運輸株式会社（以下「当社」）は攻撃を受けた。有限会社若竹堂も受けた。当社は調べている。"}, []string{"当社=東雲運輸株式会社"}},
		{[]string{"有限会社若竹堂が使う東雲運輸株式会社(以下、当社)は、攻撃を受けた。"}, []string{"当社=東雲運輸株式会社"}},
		{[]string{"東雲運輸株式会社（以下「東雲」）は攻撃を受けた。有限会社若竹堂も受けた。当社は調べている。"}, nil},
		{[]string{"情報処理推進機構は発表した。攻撃の機構は不明で、同じ機構の別機構はない。"}, nil},
	}
	f := NewFinder(registry())
	for _, tt := range tests {
		ps := parts(f, tt.give)
		var got []string
		for _, refs := range f.References(i18n.JA, ps) {
			for _, r := range refs {
				meant := &ps[r.Part].Mentions[r.Mention]
				if r.Country != nil {
					meant = r.Country
				}
				got = append(got, r.Surface+"="+meant.Surface)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("References(%q): (-want +got)\n%s", tt.give, diff)
		}
	}
}

// TestForeign holds that a body of another country is not taken for the one of the registry.
func TestForeign(t *testing.T) {
	f := NewFinder(registry())
	for _, s := range []string{"ウクライナ外務省は", "ウクライナの外務省は", "ポーランド警察庁は", "3カ国の外務省は", "両国の外務省は"} {
		for _, m := range f.Find(i18n.JA, s, tokenizer().Tokens(nil, s)) {
			if m.Entity == "mofa-japan" || m.Entity == "npa-japan" && s != "ポーランド警察庁は" {
				t.Errorf("%q: %q means %s", s, m.Surface, m.Entity)
			}
		}
	}
}

// TestGazetteerYields holds that the gazetteer never makes a name unknown that the registry knows.
func TestGazetteerYields(t *testing.T) {
	f := NewFinder(registry())
	for give, want := range map[string]string{
		"マイクロソフトは": "microsoft", "Microsoftは": "microsoft", "国連は": "un", "アメリカ合衆国は": "us", "大韓民国は": "kr",
	} {
		ms := f.Find(i18n.JA, give, tokenizer().Tokens(nil, give))
		if len(ms) != 1 || ms[0].Entity != want || ms[0].Discovered {
			t.Errorf("%q: got %v, want %s", give, brief(ms), want)
		}
	}
}
