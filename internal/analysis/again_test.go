package analysis

import (
	"strings"
	"testing"
)

// TestToldAgain has acts of which a later sentence speaks, and others that look so.
func TestToldAgain(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a noun with its day", "警視庁は14日、不正アクセスの疑いで男を逮捕した。14日の逮捕は全国で2例目だった。", "arrest 2025-01-14"},
		{"what describes", "警視庁は14日、不正アクセスの疑いで男を逮捕した。1月14日に逮捕された男は容疑を否認している。", "arrest 2025-01-14"},
		{"the month alone", "警視庁は14日、不正アクセスの疑いで男を逮捕した。1月に逮捕された男は容疑を否認している。", "arrest 2025-01-14"},
		{"another day", "警視庁は14日、不正アクセスの疑いで男を逮捕した。13日の逮捕は全国で2例目だった。", "arrest 2025-01-14 | arrest 2025-01-13"},
		{"another type", "警視庁は14日、不正アクセスの疑いで男を逮捕した。14日に起訴された男は別のハッカーだ。", "arrest 2025-01-14 | indictment 2025-01-14"},
		{"another agent", "警視庁は14日、不正アクセスの疑いで男を逮捕した。FBIは14日、ハッカー集団の幹部を逮捕した。", "arrest 2025-01-14 | arrest 2025-01-14"},
		{"a verb of its own", "警視庁は14日、不正アクセスの疑いで男を逮捕した。14日には別の女も不正アクセスの疑いで逮捕された。", "arrest 2025-01-14 | arrest 2025-01-14"},
	} {
		d := analyzers().full.Analyze(raw(tt.text))
		if got := strings.Join(eventsOf(d), " | "); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}
