package analysis

import (
	"strings"
	"testing"
)

// TestRelease has notices whose head says what they are, and heads that say nothing of the kind.
func TestRelease(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a warning", "令和4年3月1日\n架空警察庁\n\nサイバー攻撃への備えについて（注意喚起）\n\n各団体においては点検をお願いします。", "advisory 2022-03-01"},
		{"a firm's notice", "不正アクセスに関するお知らせとお詫び（第二報）\n2024年6月28日\n架空工業株式会社\n関係者の皆様に深くお詫び申し上げます。", "disclosure 2024-06-28"},
		{"what an inquiry found", "2024年6月28日\n架空工業株式会社\nランサムウェア被害の調査結果について\n調査が終わりました。", "disclosure 2024-06-28"},
		{"another notice", "2024年6月28日\n架空工業株式会社\n夏季休業のお知らせ\n休みます。", ""},
		{"a month alone", "2024年6月\n不正アクセスに関するお知らせ\n調べています。", ""},
		{"a sentence", "2024年6月28日\n不正アクセスに関するお知らせを読んだ。\nそのままにした。", ""},
	} {
		d := analyzers().full.Analyze(raw(tt.text))
		if got := strings.Join(eventsOf(d), " | "); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}
