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
		{"a warning whose title says less than its text", "令和7年8月6日\n架空県\n\n夏季休暇に向けた通信機器の点検について（注意喚起）\n\nルーターに不正アクセスし、DDoS攻撃に悪用する事案が起きている。攻撃者は脆弱性を突く。", "advisory 2025-08-06"},
		{"a request", "令和7年4月18日\n架空庁\n\nインターネット取引への不正アクセスについて（要請）\n\n各社においては点検をお願いします。", "advisory 2025-04-18"},
		{"a freeze", "令和6年12月13日\n架空省\n\n悪意あるサイバー活動に関与した者に対する資産凍結等の措置について\n\n次の措置を実施する。", "sanction 2024-12-13"},
		{"a warning of heat", "令和7年8月6日\n架空県\n\n夏季休暇に向けた熱中症対策について（注意喚起）\n\n水を飲んでください。", ""},
		{"a freeze for another reason", "令和6年12月13日\n架空省\n\nタリバーン関係者等に対する資産凍結等の措置について\n\n次の措置を実施する。", ""},
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
