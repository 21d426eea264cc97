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
		{"a noun with the day on which it was done", "FBIは1月10日、ボットネット「スベリグサ」を無力化したと発表した。無力化は昨年12月に行われた。", "takedown 2024-12"},
		{"done by what was told", "FBIは1月10日、ボットネット「スベリグサ」を無力化したと発表した。スベリグサの無力化は昨年12月だった。FBIは12月、端末からスベリグサを削除した。", "takedown 2024-12"},
		{"a noun, and its announcement behind it", "昨年12月に行われたボットネット「スベリグサ」のテイクダウンには9カ国が加わった。FBIは1月10日、スベリグサのサーバーをテイクダウンしたと発表した。", "takedown 2024-12"},
		{"a noun with another name", "FBIは1月10日、ボットネット「スベリグサ」を無力化したと発表した。ボットネット「白い波」の無力化は昨年12月に行われた。", "takedown 2025-01-10 | takedown 2024-12"},
		{"a noun for another", "FBIは1月10日、ハッカーを逮捕したと発表した。別の男の逮捕は昨年12月に行われた。", "arrest 2025-01-10 | arrest 2024-12"},
		{"a verb with another day", "FBIは1月10日、ボットネット「スベリグサ」を無力化したと発表した。昨年12月にはボットネット「スベリグサ」を英当局が無力化していた。", "takedown 2025-01-10 | takedown 2024-12"},
	} {
		d := analyzers().full.Analyze(raw(tt.text))
		if got := strings.Join(eventsOf(d), " | "); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}
