package parallel

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"jikenbo/internal/i18n"
)

// show writes differences as "ja number 40".
func show(ds []Difference) string {
	var out []string
	for _, d := range ds {
		out = append(out, fmt.Sprintf("%s %s %s", d.Lang, d.Kind, d.Surface))
	}
	return strings.Join(out, "; ")
}

func TestCompare(t *testing.T) {
	tests := []struct{ ja, en, want string }{
		// The same, differently written.
		{"装置40台", "40 devices", ""},
		{"装置４０台", "forty devices", ""},
		{"1億2000万円", "120 million yen", ""},
		{"1億2,000万円", "¥120,000,000", ""},
		{"二億五千万円", "250 million yen", ""},
		{"20万台以上", "more than 200,000 devices", ""},
		{"1万2,700の組織", "12,700 organisations", ""},
		{"3千人", "three thousand people", ""},
		{"5百万台", "5 million devices", ""},
		{"1.5兆円", "1.5 trillion yen", ""},
		{"2万5000台", "25 thousand devices", ""},
		{"四つの港と三つの倉庫", "4 harbours and 3 stores", ""},
		{"港は7つ、船は12隻", "seven harbours, a dozen ships", ""},
		{"21隻", "twenty-one ships", ""},
		{"7割", "70 per cent", ""},
		{"2年後、第3の港", "two years later, the third harbour", ""},
		{"半年で", "within six months", ""},
		{"令和6年1月", "January 2024", ""},
		{"平成元年", "1989", ""},
		{"昭和64年1月7日", "7 January 1989", ""},
		{"その月の1日にはしない", "never the first of that month", ""},
		{"2021年7月19日", "19 July 2021", ""},
		{"2021年7月19日", "July 19, 2021", ""},
		{"2021年7月19日", "on the 19th of July 2021", ""},
		{"7月19〜23日", "19–23 July", ""},
		{"7月19日から23日", "between 19 and 23 July", ""},
		{"4〜6月", "from April to June", ""},
		{"2019〜2021年", "2019–2021", ""},
		{"2022年半ば", "mid-2022", ""},
		{"2010年代", "the 2010s", ""},
		{"同月14日", "on the 14th", ""},
		{"実行は2024年の前年", "done in 2023, not in 2024", ""},
		{"10日間", "ten days", ""},
		{"2024人", "2024 people", ""},
		// What is no figure.
		{"APT40とCVE-2021-26855", "APT40 and CVE-2021-26855", ""},
		{"事件24-mj-1387", "the case", ""},
		{"2つ穴ネット", "2hole.example", ""},
		{"数百台、数千人、数十カ国", "hundreds of devices, thousands of people, dozens of countries", ""},
		{"一部の千葉の船が万一", "some ships of Chiba", ""},
		{"両国が発表", "two countries announced", ""},
		{"1人の港長", "a harbour master", ""},
		{"ファイブ・アイズ", "Five Eyes", ""},
		{"May", "they may", ""},
		{"グレー・ヘロン（Grey Heron）とVPN", "Grey Heron and a vpn", ""},
		{"PC", "a computer", ""},
		{"", "", ""},
		// What differs.
		{"その月の2日にはしない", "never the first of that month", "ja date 2日; en date the first of that month"},
		{"装置40台", "42 devices", "ja number 40; en number 42"},
		{"装置40台", "devices", "ja number 40"},
		{"装置", "four devices", "en number four"},
		{"三つの港", "4 harbours", "ja number 三; en number 4"},
		{"20万台", "20,000 devices", "ja number 20万; en number 20,000"},
		{"1億2000万円", "1.2 billion yen", "ja number 1億2000万; en number 1.2 billion"},
		{"2021年7月19日", "19 July 2022", "ja date 2021年; en date 2022"},
		{"令和6年", "2025", "ja date 令和6年; en date 2025"},
		{"7月14日", "15 July", "ja date 14日; en date 15 July"},
		{"7月14日", "14 June", "ja date 7月; en date 14 June"},
		{"同月14日", "on the 15th", "ja date 14日; en date the 15th"},
		{"港", "in May 2021", "en date May; en date 2021"},
		{"Grey HeronとGrey Egret", "the grey egret", "ja name Heron"},
		{"3割", "20 per cent", "ja number 3; en number 20"},
	}
	for _, tt := range tests {
		if got := show(Compare(tt.ja, tt.en)); got != tt.want {
			t.Errorf("%s | %s: got %q, want %q", tt.ja, tt.en, got, tt.want)
		}
	}
}

func TestPlaces(t *testing.T) {
	const text = "港の装置、２０万台と令和6年"
	for _, d := range Compare(text, "devices") {
		if !strings.HasPrefix(text[d.At:], d.Surface) {
			t.Errorf("%q does not stand at %d", d.Surface, d.At)
		}
	}
}

func TestYears(t *testing.T) {
	if got := Years(i18n.JA, "2019年から令和3年、前年の20人"); !slices.Equal(got, []int{2021, 2019}) {
		t.Errorf("got %v", got)
	}
	if got := Years(i18n.EN, "from 2019 to mid-2021, 20 of them"); !slices.Equal(got, []int{2019, 2021}) {
		t.Errorf("got %v", got)
	}
}

func FuzzCompare(f *testing.F) {
	for _, s := range []string{"1億2000万円", "二〇二四年", "令和元年十二月", "19–23 July 2021", "one two-three hundred million", "万億兆", "9999999999999年", "1,2,3.4.5", "１２．３", "\xff20万"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, ja, en string) {
		for _, d := range Compare(ja, en) {
			text := ja
			if d.Lang == i18n.EN {
				text = en
			}
			if utf8.ValidString(text) && !strings.HasPrefix(text[d.At:], d.Surface) {
				t.Errorf("%q does not stand at %d of %q", d.Surface, d.At, text)
			}
		}
	})
}
