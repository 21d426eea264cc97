package analysis

import (
	"testing"
)

// TestReferenceTakesPart holds that a word that refers back is in an act what the name that it means would be.
func TestReferenceTakesPart(t *testing.T) {
	tests := []struct{ give, want string }{
		{"ハッカー集団「ブルーカンガルー」は9月12日、税務庁からデータを盗んだ。同グループは10月3日、電力会社のネットワークにも不正に侵入した。", "agent ブルーカンガルー"},
		{"金融庁はサイバー攻撃で顧客情報が流出した件の報告書を受理した。同庁は10月7日、交換業者に業務改善命令を出した。", "agent 金融庁"},
		{"金融庁は調べた。10月7日、サイバー攻撃について同社に改善命令が出た。", ""},
		{"みなとクラウド株式会社\nお客様各位\n当社は10月7日、サイバー攻撃を受けました。", "victim みなとクラウド株式会社"},
	}
	for _, tt := range tests {
		d := analyzers().full.Analyze(raw(tt.give))
		if err := invariants(d); err != nil {
			t.Fatal(err)
		}
		got := ""
		if len(d.Events) > 0 {
			for _, p := range d.Events[len(d.Events)-1].Participants {
				if p.Role == "agent" || p.Role == "victim" && got == "" {
					got = string(p.Role) + " " + p.Mention.Surface
				}
			}
		}
		if got != tt.want {
			t.Errorf("%q: the last act has %q, want %q", tt.give, got, tt.want)
		}
	}
}
