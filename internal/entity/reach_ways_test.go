package entity

import (
	"reflect"
	"testing"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// Whatever changes the mentions of a text changes what it meets, by whichever way the finders come to an entity: otherwise a document that is
// kept would stay as it was. Where nothing is to change, what it meets stays the same.
func TestWhatChangesMentionsIsMet(t *testing.T) {
	actor := func(id, ja, en string) *content.Entity {
		return &content.Entity{ID: id, Kind: content.Actor, Name: i18n.Text{JA: ja, EN: en}}
	}
	tool := func(id, name string) *content.Entity {
		return &content.Entity{ID: id, Kind: content.Malware, Name: i18n.Both(name)}
	}
	place := func(id, ja, en string) *content.Entity {
		return &content.Entity{ID: id, Kind: content.Place, Name: i18n.Text{JA: ja, EN: en}, Code: "ZZ"}
	}
	for _, tt := range []struct {
		what, text    string
		before, after []*content.Entity
		same          bool // the mentions, and what is met
	}{
		{"malware by its sound", "「ザンバグレスト」の事件はサイバー攻撃だった。", nil, []*content.Entity{tool("zambagrest", "ZAMBAGREST")}, false},
		{"another one of that sound", "「ザンバグレスト」の事件はサイバー攻撃だった。", []*content.Entity{tool("zambagrest", "ZAMBAGREST")},
			[]*content.Entity{tool("zambagrest", "ZAMBAGREST"), tool("zambugrast", "ZAMBUGRAST")}, false},
		{"an attacker by its sound", "「ザンバグレスト」の事件はサイバー攻撃だった。", nil, []*content.Entity{actor("zamba-grest", "Zamba Grest", "Zamba Grest")}, false},
		{"one of another sound", "「ザンバグレスト」の事件はサイバー攻撃だった。", nil, []*content.Entity{tool("kolmit", "KOLMIT")}, true},
		{"a number that is parted", "APT-97が攻撃した。", nil, []*content.Entity{actor("apt97", "APT97", "APT97")}, false},
		{"another one of that number", "APT-97が攻撃した。", []*content.Entity{actor("apt97", "APT97", "APT97")},
			[]*content.Entity{actor("apt97", "APT97", "APT97"), {ID: "kiri", Kind: content.Actor, Name: i18n.Both("霧の会"), Aliases: []content.Alias{{Name: "APT97"}}}}, false},
		{"a number in full width", "ＵＮＣ－９７３１が攻撃した。", nil, []*content.Entity{actor("unc9731", "UNC9731", "UNC9731")}, false},
		{"a number in small letters", "攻撃はapt-97によるサイバー攻撃だ。", nil, []*content.Entity{actor("apt97", "APT97", "APT97")}, false},
		{"a number without its joint", "攻撃者Storm 9731が動いた。", nil, []*content.Entity{actor("storm-9731", "Storm-9731", "Storm-9731")}, false},
		{"another number", "APT-97が攻撃した。", nil, []*content.Entity{actor("apt98", "APT98", "APT98")}, true},
		{"a country by its sign", "日米豪印の首脳が会談した。", nil, []*content.Entity{place("yamato", "日本", "Yamato")}, false},
		{"its name", "日米豪印の首脳が会談した。", []*content.Entity{place("yamato", "日本", "Yamato")}, []*content.Entity{place("yamato", "日本", "Nippon")}, false},
		{"a place of no sign", "日米豪印の首脳が会談した。", nil, []*content.Entity{place("moria", "モリア", "Moria")}, true},
		{"an id", "CVE-2021-26855が突かれた。", nil, []*content.Entity{{ID: "cve-2021-26855", Kind: content.Vulnerability, Name: i18n.Both("ProxyLogon")}}, false},
		{"an id of another kind", "CVE-2021-26855が突かれた。", nil, []*content.Entity{{ID: "cve-2021-26855", Kind: content.Operation, Name: i18n.Both("揺れる橋")}}, true},
	} {
		with := func(es []*content.Entity) ([]Mention, Digest) {
			f := NewFinder(content.NewRegistry(append(es, tool("plugx", "PlugX"), actor("mirrorface", "MirrorFace", "MirrorFace"))...))
			parts := []Part{{Text: tt.text, Tokens: tokenizer().Tokens(nil, tt.text)}}
			var found, met Met
			reach := f.Reach()
			f.FindAll(i18n.JA, parts, &found)
			f.Meets([]string{tt.text}, &met)
			if reach.Digest(&found) != reach.Digest(&met) {
				t.Errorf("%s: whoever looks for mentions meets something else", tt.what)
			}
			return parts[0].Mentions, reach.Digest(&met)
		}
		a, before := with(tt.before)
		b, after := with(tt.after)
		if got := reflect.DeepEqual(a, b); got != tt.same {
			t.Errorf("%s: the mentions stay the same: %v, want %v:\n%+v\n%+v", tt.what, got, tt.same, a, b)
		}
		if got := before == after; got != tt.same {
			t.Errorf("%s: what is met stays the same: %v, want %v", tt.what, got, tt.same)
		}
	}
}
