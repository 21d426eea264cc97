package source

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestConcealed(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // place and message of each, in part
	}{
		{"nothing", "港湾庁は、グレー・ヘロン（Grey Heron）の装置40台を止めた。", nil},
		{"family of pictures", "👩\u200d👧は港にいた。", nil},
		{"without width", "港\u200bの\u200b話", []string{"1:2: warning: U+200B stands here"}},
		{"two of them", "港\u200bの\n\u00ad話", []string{"1:2: warning: U+200B", "2:1: warning: U+00AD"}},
		{"another direction", "名は\u202eteiuq\u202cという", []string{"1:3: warning: U+202E turns the direction", "1:9: warning: U+202C"}},
		{"Cyrillic in Latin", "架空のFl\u0430x Heronは、Fl\u0430xとも書く。", []string{`1:4: warning: the word "Fl` + "\u0430" + `x" is written with letters that look alike`}},
		{"Latin in Cyrillic", "Пеc", []string{`1:1: warning: the word`}},
		{"Latin in Cyrillic that looks like nothing else", "Пуд-z, Дz", nil},
		{"Greek capital", "\u0391PT99は", []string{"1:1: warning: the word"}},
		{"a word of Cyrillic", "Россия и Москва", nil},
		{"units and signs", "5μmの針、α版、βテスト、μTorrent、TNF-α", nil},
		{"kanji for a long mark", "グレ一ヘロン", []string{`1:1: warning: the word "グレ一ヘロン"`}},
		{"kanji for themselves", "ネット口コミ、チーム力アップ、サーバー一カ国、ノート二ページ、メーカー一社", nil},
		{"an accent of its own", "cafe\u0301の名", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := NewFile("x.txt", tt.text).Concealed()
			if len(got) != len(tt.want) {
				t.Fatalf("got\n%s, want %d problems", got, len(tt.want))
			}
			for i, want := range tt.want {
				if !strings.HasPrefix(got[i].String(), "x.txt:"+want) {
					t.Errorf("got %s, want %s", got[i], want)
				}
			}
		})
	}
}

// TestConcealedIsBounded holds that a file of nothing but look-alikes is not told without end.
func TestConcealedIsBounded(t *testing.T) {
	var b strings.Builder
	for i := range 3 * MaxProblems {
		b.WriteString("p\u0430" + strings.Repeat("q", i%100) + strings.Repeat("r", i/100) + " ")
	}
	if n := len(NewFile("x.txt", b.String()).Concealed()); n != MaxProblems+1 {
		t.Errorf("%d problems, want %d", n, MaxProblems+1)
	}
}

// TestHiddenCharacters looks at every character.
func TestHiddenCharacters(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		want := r >= 0xad && (unicode.Is(unicode.Cf, r) || strings.ContainsRune("\u115f\u1160\u3164\uffa0", r))
		if isHidden(r) != want && r != utf8.RuneError {
			t.Errorf("%U is hidden: %v", r, !want)
		}
	}
}

// What isHidden passes over without asking is none of them.
func TestIsHidden(t *testing.T) {
	for r := range rune(unicode.MaxRune + 1) {
		want := r >= 0xad && unicode.Is(unicode.Cf, r) || r == 0x115f || r == 0x1160 || r == 0x3164 || r == 0xffa0
		if isHidden(r) != want {
			t.Errorf("%U is hidden: %v, want %v", r, !want, want)
		}
	}
}
