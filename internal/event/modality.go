package event

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// modality reads in what sense an act is reported from the text behind its trigger.
// It is false for an act that is denied, planned, asked for or attempted in vain.
func modality(after string) (Modality, bool) {
	t := tail(after)
	for _, w := range unreal() {
		if strings.Contains(t, w) {
			return "", false
		}
	}
	for _, w := range []string{"疑い", "疑われ", "とされ", "とみられ", "と見られ", "可能性", "容疑", "模様", "という", "らしい"} {
		if strings.Contains(t, w) {
			return Alleged, true
		}
	}
	return Done, true
}

// unreal lists what turns an act into one that did not happen, or not yet.
func unreal() []string {
	return []string{
		// denied
		"なかった", "ていない", "ではない", "しない", "されない", "ません", "できず", "せずに", "を否定",
		// planned or asked for
		"予定", "方針", "見通し", "見込み", "構え", "検討", "するよう", "よう求め", "を求め", "すべき", "するため", "する目的", "するつもり", "を目指", "に取り組",
		"ことを承認", "ことを許可", "ことを認め", "ことを命", "する場合", "した場合", "された場合", "なら", "れば", "する恐れ", "するおそれ", "される恐れ", "されるおそれ", "する可能性",
		"に備え", "を防", "から守", "に対抗", "への対策", "計画",
		// in vain
		"未遂", "失敗", "を阻止", "しようと", "を企て",
	}
}

// tail returns what belongs to a trigger behind it: up to the end of the clause or
// to the verb that reports it, and not farther than a few words.
func tail(after string) string {
	n := 0
	for i, r := range after {
		if n == 18 || strings.ContainsRune("、。「」，．!?！？\n\t", r) {
			return after[:i]
		}
		if r == 'と' && reportsNext(after[i+utf8.RuneLen(r):]) {
			return after[:i]
		}
		n++
	}
	return after
}

// reportsNext reports whether a verb of reporting comes next: と|発表, と|述べ.
func reportsNext(s string) bool {
	for _, v := range []string{"発", "公", "述", "報", "明", "警", "伝", "非", "指", "主", "説", "語"} {
		if strings.HasPrefix(s, v) {
			return true
		}
	}
	return false
}

// granted reports whether what was asked for was done: 差し押さえるよう求めた…要請に応じた.
func granted(after string) bool {
	return strings.Contains(tail(after), "よう求め") && hasAny(after, "要請に応じ", "請求を認め", "申し立てを認め", "申立てを認め")
}

// topical reports whether a noun only says what is spoken about: テイクダウン|について発表.
func topical(after string) bool {
	return hasAny(tail(after), "について", "に関", "をめぐ", "を巡") && !begins(after, "し", "さ", "を行")
}

// attributive reports whether a verb of reporting only describes the noun that follows: 発表した|声明, 公開された|文書.
func attributive(after string) bool {
	for _, form := range []string{"した", "された", "している", "されている"} {
		if rest, ok := strings.CutPrefix(after, form); ok && rest != "" {
			r, _ := utf8.DecodeRuneInString(rest)
			return unicode.In(r, unicode.Han, unicode.Katakana, unicode.Latin) || r == '「'
		}
	}
	return false
}
