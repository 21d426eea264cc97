package search

import (
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"ムスタング・パンダ":      "むすたんぐぱんだ",
		"ﾑｽﾀﾝｸﾞ ﾊﾟﾝﾀﾞ":   "むすたんぐぱんだ",
		"Mustang  Panda": "mustang panda",
		"ＭＵＳＴＡＮＧ－ＰＡＮＤＡ":  "mustang panda",
		"U.S. law":              "us law",
		"4,258台":                "4258台",
		"司法省（DOJ）の FBI":         "司法省dojのfbi",
		"サーバー":                  "さば",
		"Shihōshō":              "shihosho",
		"か\u3099":               "が",
		"doesn’t":               "doesnt",
		"「・」":                   "",
		"zero-day/0-day":        "zero day 0 day",
		"a\u200bb\ufeffc":       "abc",
		"":                      "",
		"\xff架空":                "\ufffd架空",
		"operations and others": "operations and others",
	} {
		var f folder
		if got := f.fold(text); got != want {
			t.Errorf("fold(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestWordIn(t *testing.T) {
	for _, c := range []struct {
		text, word string
		want       bool
	}{
		{"operations and others", "nsa", false},
		{"the nsa said", "nsa", true},
		{"unsafe nsa", "nsa", true},
		{"米nsaは", "nsa", true},
		{"because", "us", false},
		{"司法省は", "法省", true},
		{"nsa", "nsa", true},
		{"anything", "", false},
		{"", "us", false},
	} {
		if got := wordIn(c.text, c.word); got != c.want {
			t.Errorf("wordIn(%q, %q) = %v", c.text, c.word, got)
		}
		found := false
		newTrie([]Name{{Said: []string{c.word}}}).find([]rune(c.text), func(int) { found = true })
		if found != c.want {
			t.Errorf("%q found in %q: %v", c.word, c.text, found)
		}
	}
}

func TestRomaji(t *testing.T) {
	for reading, want := range map[string][]string{
		"しほうしょう":      {"shihōshō", "shihoushou"},
		"べいこくしほうしょう":  {"beikokushihōshō", "beikokushihoushou"},
		"むすたんぐ・ぱんだ":   {"musutangu panda"},
		"ムスタング・パンダ":   {"musutangu panda"},
		"さいばーあべんじゃーず": {"saibāabenjāzu", "saibaabenjazu"},
		"とうきょう":       {"tōkyō", "toukyou"},
		"まっちゃ":        {"matcha"},
		"けっか":         {"kekka"},
		"しんいち":        {"shin'ichi"},
		"にっぽん":        {"nippon"},
		"おおさか":        {"ōsaka", "oosaka"},
		"ふぉすふぉらす":     {"fosuforasu"},
		"けいさつ":        {"keisatsu"},
		"っ":           nil,
		"APT27":       nil,
		"":            nil,
	} {
		got := romaji(reading)
		if len(got) != len(want) || len(got) > 0 && got[0] != want[0] || len(got) > 1 && got[1] != want[1] {
			t.Errorf("romaji(%q) = %q, want %q", reading, got, want)
		}
	}
}

// wordIn reports whether a folded text has a word as a whole: one in Latin letters not as a part of a longer one.
func wordIn(text, word string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 || word == "" {
			return false
		}
		i += at
		end := i + len(word)
		if !(latin(rune(word[0])) && i > 0 && latin(rune(text[i-1]))) &&
			!(latin(rune(word[len(word)-1])) && end < len(text) && latin(rune(text[end]))) {
			return true
		}
		at = i + 1
	}
}
