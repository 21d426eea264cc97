package entity

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// TestNamesake has persons of one family name, one of whom the registry knows by that and an office.
func TestNamesake(t *testing.T) {
	f := NewFinder(content.NewRegistry(&content.Entity{
		ID: "ann-orvel", Kind: content.Person, Name: i18n.Text{JA: "アン・オルベル", EN: "Ann Orvel"}, Variants: []string{"オルベル副長官", "オルベル氏"},
	}))
	for give, want := range map[string][]string{
		"アン・オルベル副長官は会見した。オルベル副長官は謝意を示した。":    {"アン・オルベル=ann-orvel", "オルベル副長官=ann-orvel"},
		"オルベル副長官は謝意を示した。":                    {"オルベル副長官=ann-orvel"},
		"ジョン・Q・オルベル副長官は会見した。オルベル副長官は謝意を示した。": {"ジョン・Q・オルベル?person", "オルベル副長官?person"},
		"ジョン・オルベル氏は会見した。":                    {"ジョン・オルベル?person"},
	} {
		if diff := cmp.Diff(want, brief(f.Find(i18n.JA, give, tokenizer().Tokens(nil, give)))); diff != "" {
			t.Errorf("Find(%q): (-want +got)\n%s", give, diff)
		}
	}
}

// TestPartedNumber has names of which a writer has parted the number.
func TestPartedNumber(t *testing.T) {
	f := NewFinder(content.NewRegistry(&content.Entity{ID: "apt977", Kind: content.Actor, Name: i18n.Both("APT977")}))
	give := "APT977とAPT 977とAPT-977とAPT 978とUNC 977の攻撃"
	want := []string{"APT977=apt977", "APT 977=apt977", "APT-977=apt977", "APT 978?actor", "UNC 977?actor"}
	if diff := cmp.Diff(want, brief(f.Find(i18n.JA, give, tokenizer().Tokens(nil, give)))); diff != "" {
		t.Errorf("Find(%q): (-want +got)\n%s", give, diff)
	}
}

// TestSpaceBesideKana has a name in two scripts into which translation has put spaces, and one of one script, which they part.
func TestSpaceBesideKana(t *testing.T) {
	f := NewFinder(content.NewRegistry(
		&content.Entity{ID: "qx", Kind: content.Malware, Name: i18n.Both("QX Botnet"), Variants: []string{"QXボットネット"}},
		&content.Entity{ID: "ivy", Kind: content.Malware, Name: i18n.Both("QXIVY")},
	))
	give := "QX ボット ネット と QXボット ネットと QX IVY を 使う攻撃"
	want := []string{"QX ボット ネット=qx", "QXボット ネット=qx"}
	if diff := cmp.Diff(want, brief(f.Find(i18n.JA, give, tokenizer().Tokens(nil, give)))); diff != "" {
		t.Errorf("Find(%q): (-want +got)\n%s", give, diff)
	}
}
