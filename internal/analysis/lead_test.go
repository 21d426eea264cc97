package analysis

import (
	"slices"
	"testing"

	"jikenbo/internal/edtf"
)

// events writes the acts of a text as "type date".
func eventsOf(d *Document) []string {
	var out []string
	for _, e := range d.Events {
		out = append(out, string(e.Type)+" "+e.Event.Date.String())
	}
	return out
}

// TestLead has leads that leave out their day.
func TestLead(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       string
	}{
		{"about the publication", "サイバー攻撃に関わった男が、架空警察庁に逮捕されました。\n男はハッカー集団の一員とみられます。", "arrest 2025-01-15~"},
		{"dated later on", "サイバー攻撃に関わった男が、架空警察庁に逮捕されました。\n架空警察庁は12日、ハッカーの男を逮捕した。", "arrest 2025-01-12"},
		{"no act but a state", "サイバー攻撃に関わったハッカーを逮捕するのは難しい。", ""},
		{"not the lead", "ハッカーの話である。\nサイバー攻撃に関わった男が、架空警察庁に逮捕されました。", ""},
	} {
		got := ""
		for i, e := range eventsOf(analyze(t, raw(tt.text))) {
			if i > 0 {
				got += " | "
			}
			got += e
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	d := raw("サイバー攻撃に関わった男が、架空警察庁に逮捕されました。")
	d.Published = edtf.Date{}
	if got := eventsOf(analyze(t, d)); len(got) > 0 {
		t.Errorf("without a day of publication: %q", got)
	}
}

// TestFurnitureBetween has a notice that speaks of the field in its title alone, with lines of who publishes it between.
func TestFurnitureBetween(t *testing.T) {
	const title, body = "通販サイトに不正アクセス\n", "架空商事は1月7日、通販サイトを閉じたと発表した。\n対象は7409人のメールアドレスだという。\n1月8日には警察に相談した。\n担当者は混乱を避けるためと話す。\n再開の時期は決まっていない。\n利用者には順に知らせる。\n電話の窓口も設けた。\n"
	plain := eventsOf(analyze(t, raw(title+body)))
	if len(plain) < 2 {
		t.Fatalf("without: %q", plain)
	}
	if got := eventsOf(analyze(t, raw(title+"KAKUU Watch\n編集部\nニュース\nトップ\n"+body))); !slices.Equal(got, plain) {
		t.Errorf("with lines between %q, without %q", got, plain)
	}
}

// TestNotOurs has texts that are about none of this, with acts in them all the same.
func TestNotOurs(t *testing.T) {
	for _, tt := range []struct{ name, text string }{
		{"sanctions for trade", "架空財務省は12日、石油の取引に関わったとして海運会社3社に制裁を科したと発表した。\n3社は2022年から偽の書類を使い、約2億ドル相当の石油を運んでいた。\n国の報告書は昨年3月、資金の流れを指摘していた。"},
		{"a missile", "隣国は14日午前、弾道ミサイル1発を発射した。政府は厳重に抗議し、強く非難した。\n長官は同日の会見で「容認できない」と述べた。今年に入って5回目となる。\n専門家は、サイバー攻撃で得た資金が使われていると指摘する。"},
		{"a bear and a burglar", "13日午前5時ごろ、クマが小屋に侵入し、コメを食い荒らした。市は14日、住民に注意を呼びかけた。\n県警は10日、住宅に侵入して現金約30万円を盗んだ疑いで男を逮捕した。\n11日には台風が接近し、約2万世帯が停電した。"},
		{"football", "第20節は13日に行われ、首位の鹿は後半に攻撃を続けたが引き分けた。14日には新戦力の獲得を発表した。"},
		{"a product", "みなと社は1月10日、ネットワーク型の防犯カメラを発表した。インターネットから映像を確認でき、パスワードは初回に変更する。\n同社は昨年、サーバーの処理速度を高めた機種を公開していた。"},
		{"an illness", "架空厚生省は12日、ウイルスの感染が拡大しているとして、注意を呼びかけた。\n架空都は10日、病院で感染が判明したと発表した。"},
	} {
		if got := eventsOf(analyze(t, raw(tt.text))); len(got) > 0 {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
}
