package entity

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/ipadic"
	"jikenbo/internal/morph"
)

// registry is a small registry with every trap that the matching has to avoid.
func registry() *content.Registry {
	named := func(k content.Kind, id, ja, en string, variants ...string) *content.Entity {
		return &content.Entity{ID: id, Kind: k, Name: i18n.Text{JA: ja, EN: en}, Variants: variants}
	}
	nickel := named(content.Actor, "nickel", "ニッケル", "Nickel")
	nickel.Ambiguous = true
	nickel.Aliases = []content.Alias{{Name: "APT15", Scope: "same"}, {Name: "Royal APT", Scope: "same"}}
	royal := named(content.Malware, "royal", "ロイヤル", "Royal")
	royal.Ambiguous = true
	mustang := named(content.Actor, "mustang-panda", "ムスタング・パンダ", "Mustang Panda")
	mustang.Aliases = []content.Alias{{Name: "RedDelta", Scope: "contested"}, {Name: "ツイル・タイフーン", Scope: "same"}}
	delta := named(content.Actor, "reddelta", "レッドデルタ", "Red Delta Group")
	delta.Aliases = []content.Alias{{Name: "RedDelta", Scope: "contested"}}
	mofa := named(content.Organization, "mofa-japan", "外務省", "Ministry of Foreign Affairs")
	mofa.Reading = "がいむしょう"
	mofa.Country, mofa.Class = "jp", "ministry"
	treasury := named(content.Organization, "us-treasury", "米国財務省", "US Department of the Treasury", "財務省")
	us := named(content.Place, "us", "米国", "United States", "米")
	treasury.Country, us.Code = "us", "US"
	cn := named(content.Place, "cn", "中国", "China")
	cn.Code = "CN"
	kr := named(content.Place, "kr", "韓国", "South Korea")
	kr.Code = "KR"
	return content.NewRegistry(
		us, cn, kr, named(content.Organization, "npa-japan", "警察庁", "National Police Agency"),
		named(content.Place, "paris", "パリ", "Paris"),
		nickel, royal, mustang, delta, mofa,
		named(content.Actor, "hive", "ハイブ", "Hive"),
		named(content.Actor, "mirrorface", "ミラーフェイス", "MirrorFace"),
		named(content.Actor, "tick", "ティック", "Tick"),
		named(content.Malware, "plugx", "PlugX", "PlugX"),
		named(content.Organization, "mss", "国家安全省", "Ministry of State Security", "MSS"),
		named(content.Organization, "ipa-japan", "情報処理推進機構", "IPA"),
		named(content.Organization, "us-doj", "司法省", "Department of Justice", "DOJ", "米国司法省"),
		treasury, named(content.Organization, "fbi", "連邦捜査局", "FBI"),
		named(content.Organization, "microsoft", "マイクロソフト", "Microsoft"),
		named(content.Organization, "un", "国際連合", "UN", "国連"),
		named(content.Person, "lisa-monaco", "リサ・モナコ", "Lisa Monaco"),
		named(content.Vulnerability, "cve-2021-26855", "ProxyLogon", "ProxyLogon", "CVE-2021-26855"),
		named(content.Place, "uk", "英国", "United Kingdom"),
		named(content.Place, "ml", "マリ", "Mali"),
		named(content.Place, "mc", "モナコ", "Monaco"),
		named(content.Place, "cl", "チリ", "Chile"),
	)
}

var tokenizer = sync.OnceValue(func() morph.Tokenizer { return morph.New(ipadic.Load, Words(registry())) })

// brief writes mentions as "surface=entity", discovered ones as "surface?kind".
func brief(ms []Mention) []string {
	out := []string{}
	for _, m := range ms {
		switch {
		case m.Discovered:
			out = append(out, m.Surface+"?"+string(m.Kind))
		case m.Entity == "":
			out = append(out, m.Surface+"=["+strings.Join(m.Candidates, " ")+"]")
		default:
			out = append(out, m.Surface+"="+m.Entity)
		}
	}
	return out
}

func TestKnown(t *testing.T) {
	tests := []struct {
		name, give string
		want       []string
	}{
		{"Latin name in running Japanese", "攻撃者はPlugXを使用した。", []string{"PlugX=plugx"}},
		{"katakana before Latin", "マルウェアPlugXに感染", []string{"マルウェアPlugX=plugx"}},
		{"full width", "ＰｌｕｇＸに感染", []string{"ＰｌｕｇＸ=plugx"}},
		{"not in a longer Latin word", "PlugXyzとMSSQLとIPAddressとPlugX2", nil},
		{"not in a domain", "www.microsoft.comとmicrosoft.com", nil},
		{"not in an address", "https://example.com/FBI/PlugX を参照", nil},
		{"not an acronym in lower case", "un と mss と fbi", nil},
		{"not across a space", "I PA と P lugX", nil},
		{"point left out", "ムスタングパンダの攻撃", []string{"ムスタングパンダ=mustang-panda"}},
		{"space for point", "ムスタング パンダの攻撃", []string{"ムスタング パンダ=mustang-panda"}},
		{"long vowel mark", "ミラーフェースが攻撃", []string{"ミラーフェース=mirrorface"}},
		{"not in a longer katakana word", "アーカイブとハイブリッドとマリオとチリソース", nil},
		{"generic katakana word beside it", "マルウェアティックとミラーフェイスグループ", []string{"マルウェアティック=tick", "ミラーフェイス=mirrorface"}},
		{"place between other places", "マリ、モナコ、チリなど", []string{"マリ=ml", "モナコ=mc", "チリ=cl"}},
		{"country before ministry", "中国国家安全省の関与", []string{"中国=cn", "国家安全省=mss"}},
		{"longest of several", "米国司法省は", []string{"米国司法省=us-doj"}},
		{"one character before a name", "米司法省は", []string{"米司法省=us-doj"}},
		{"not in a longer kanji word", "発展途中国の外務省令と中国地方", []string{"中国=cn"}},
		{"ministry of another country", "韓国外務省と韓国の外務省と米外務省と外務省", []string{"外務省=mofa-japan"}},
		{"ministries of many countries", "欧州の国々の大使館や外務省", nil},
		{"other police", "海洋警察庁と警察庁", []string{"警察庁=npa-japan"}},
		{"place that begins a longer name", "パリ・コールとパリ・モナコ", []string{"パリ=paris", "モナコ=mc"}},
		{"line end inside", "ムスタング\nパンダ", nil},
	}
	f := NewFinder(registry())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := slices.DeleteFunc(f.Find(i18n.JA, tt.give, tokenizer().Tokens(nil, tt.give)), func(m Mention) bool { return m.Discovered })
			if diff := cmp.Diff(append([]string{}, tt.want...), brief(got)); diff != "" {
				t.Errorf("Find(%q): (-want +got)\n%s", tt.give, diff)
			}
		})
	}
}

func TestAmbiguous(t *testing.T) {
	tests := []struct {
		lang i18n.Lang
		give string
		want []string
	}{
		{i18n.JA, "ハッカー集団ニッケルが攻撃した", []string{"ニッケル=nickel"}},
		{i18n.JA, "ニッケルの価格が上がった", nil},
		{i18n.JA, "サイバー攻撃でニッケル鉱山が止まった", nil},
		{i18n.JA, "ランサムウェア「Royal」の被害", []string{"Royal=royal"}},
		{i18n.JA, "Royal Navyがサイバー攻撃を受けた", nil},
		{i18n.JA, "Royaltyを狙うマルウェア", nil},
		{i18n.JA, "Nickel はハッキングを続けた。裁判所は Nickel の名を挙げた。", []string{"Nickel=nickel", "Nickel=nickel"}},
		{i18n.JA, "「Royal APT」とも呼ばれる", []string{"Royal APT=nickel"}},
		{i18n.EN, "The group Nickel attacked.", []string{"Nickel=nickel"}},
		{i18n.EN, "The price of nickel fell after the attack.", nil},
		{i18n.EN, "He paid Royal taxes.", nil},
	}
	f := NewFinder(registry())
	for _, tt := range tests {
		got := slices.DeleteFunc(f.Find(tt.lang, tt.give, tokenizer().Tokens(nil, tt.give)), func(m Mention) bool { return m.Discovered })
		if diff := cmp.Diff(append([]string{}, tt.want...), brief(got)); diff != "" {
			t.Errorf("Find(%q): (-want +got)\n%s", tt.give, diff)
		}
	}
}

func TestContested(t *testing.T) {
	tests := []struct {
		give string
		want []string
	}{
		{"RedDeltaによる攻撃", []string{"RedDelta=[mustang-panda reddelta]"}},
		{"ムスタング・パンダ、別名RedDeltaによる攻撃", []string{"ムスタング・パンダ=mustang-panda", "RedDelta=mustang-panda"}},
		{"レッドデルタ（RedDelta）", []string{"レッドデルタ=reddelta", "RedDelta=reddelta"}},
		{"ムスタング・パンダとレッドデルタはRedDeltaか", []string{"ムスタング・パンダ=mustang-panda", "レッドデルタ=reddelta", "RedDelta=[mustang-panda reddelta]"}},
	}
	f := NewFinder(registry())
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, brief(f.Find(i18n.JA, tt.give, nil))); diff != "" {
			t.Errorf("Find(%q): (-want +got)\n%s", tt.give, diff)
		}
	}
}

// TestLiteralTokens needs no dictionary: the tokens alone decide.
func TestLiteralTokens(t *testing.T) {
	tests := []struct {
		tokens string // separated by |
		want   []string
	}{
		{"外務省|は", []string{"外務省=mofa-japan"}},
		{"外務省令|は", nil},
		{"在外務省|は", []string{"外務省=mofa-japan"}},
		{"途中国|は", nil},
		{"中国人|が", []string{"中国=cn"}},
		{"中国地方|で", nil},
	}
	f := NewFinder(registry())
	for _, tt := range tests {
		text := strings.ReplaceAll(tt.tokens, "|", "")
		var tokens []morph.Token
		at := 0
		for _, w := range strings.Split(tt.tokens, "|") {
			tok := morph.Token{Surface: w, Class: morph.Noun | morph.Listed}
			tok.Span.Start, tok.Span.End = at, at+len(w)
			at += len(w)
			tokens = append(tokens, tok)
		}
		got := slices.DeleteFunc(f.Find(i18n.JA, text, tokens), func(m Mention) bool { return m.Discovered })
		if diff := cmp.Diff(append([]string{}, tt.want...), brief(got)); diff != "" {
			t.Errorf("Find(%q): (-want +got)\n%s", tt.tokens, diff)
		}
	}
}

func TestDiscovered(t *testing.T) {
	tests := []struct {
		give string
		want []string
	}{
		{"APT41とUNC3886とStorm-0558とTA505が活動", []string{"APT41?actor", "UNC3886?actor", "Storm-0558?actor", "TA505?actor"}},
		{"戦術TA0001とAPT1.5とJAPT28とTA5055555", nil},
		{"Silk Typhoonによる攻撃", []string{"Silk Typhoon?actor"}},
		{"Super Typhoonが上陸し、Giant Pandaが攻撃", nil},
		{"レッサーパンダが動物園のネットワークで人気", nil},
		{"攻撃者はシルク・タイフーンだ", []string{"シルク・タイフーン?actor"}},
		{"ハッカー集団「ダークホース」が関与", []string{"ダークホース?actor"}},
		{"「ダークホース」「ナイトホース」と呼ばれるハッカーが", []string{"ダークホース?actor", "ナイトホース?actor"}},
		{"Dark Horseといわれるサイバー攻撃グループ", []string{"Dark Horse?actor"}},
		{"「赤い翼」を名乗る集団のハッカーグループと「春の味」という商品", []string{"赤い翼?actor"}},
		{"ハッカー集団ダークナイトと、ハッカー集団のメンバーと、ハッカー集団にサーバー", []string{"ダークナイト?actor"}},
		{"グループ「ダークナイト」がサイバー攻撃をした。グループ「ニュージーンズ」が来日した。", []string{"ダークナイト?actor"}},
		{"ダークナイト（DarkKnight）という集団の攻撃", []string{"ダークナイト?actor", "DarkKnight?actor"}},
		{"攻撃集団「ダークナイト」、別名「ブルーナイト」は", []string{"ダークナイト?actor", "ブルーナイト?actor"}},
		{"「APT99」「Blue Lion」「Gray Lion」の攻撃と「APT99」と「Tokyo」で", []string{"APT99?actor", "Blue Lion?actor", "Gray Lion?actor", "APT99?actor"}},
		{"ロシアのFoxtail、イランのOwlwingによるサイバー攻撃と、中国のWidgetsを使う攻撃", []string{"ロシア?place", "Foxtail?actor", "イラン?place", "Owlwing?actor", "中国=cn", "Widgets?actor"}},
		{"中国のWidgetsを使うサイバー攻撃", []string{"中国=cn"}},
		{"Foxtailによるサイバー攻撃と、DDoSによるサイバー攻撃と、SQLインジェクションによる攻撃", []string{"Foxtail?actor"}},
		{"作戦「エンドゲーム」でサイバー犯罪を摘発、作戦「勝利」", []string{"エンドゲーム?operation"}},
		{"攻撃者はQuxStealerとQux Loaderを使った。BitLockerとRobotは別だ。", []string{"QuxStealer?malware", "Qux Loader?malware"}},
		{"Win32/Quxor.AとTrojan:Win32/Bazor!MTBを検出", []string{"Win32/Quxor.A?malware", "Trojan:Win32/Bazor!MTB?malware"}},
		{"Quxbarは、2020年に見つかったボットネットである。Bazは、民間の会社である。", []string{"Quxbar?malware"}},
		{"「Quxbar」や「Bazbar」などのランサムウェアと「安さ」や「速さ」などの特徴", []string{"Quxbar?malware", "Bazbar?malware"}},
		{"Quxbarウイルスではなくトロイの木馬と、会社のウイルス「対策」", nil},
		{"Quxbotマルウェアと、マルウェア「フーバー」", []string{"Quxbotマルウェア?malware", "フーバー?malware"}},
		{"Androidマルウェアと「安全対策」と呼ばれるマルウェア", nil},
		{"CVE-2021-26855とCVE−2024−12345", []string{"CVE-2021-26855=cve-2021-26855", "CVE−2024−12345?vulnerability"}},
		{"CVE-2021-26とXCVE-2021-26855x", nil},
		{"198.51.100.7と203[.]0[.]113[.]9に接続", []string{"198.51.100.7?indicator", "203[.]0[.]113[.]9?indicator"}},
		{"バージョン10.0.1.2と7.2.10.1以降と300.1.1.1", nil},
		{"evil[.]example[.]comとhxxps://evil.example/a", []string{"evil[.]example[.]com?indicator", "hxxps://evil.example/a?indicator"}},
		{"d41d8cd98f00b204e9800998ecf8427eと12345678901234567890123456789012", []string{"d41d8cd98f00b204e9800998ecf8427e?indicator"}},
		{"ジョン・スミス司法次官とスミス氏", []string{"ジョン・スミス?person", "スミス氏?person"}},
		{"インターネット・サービス・プロバイダーの代表", nil},
		{"(文：Jane Roe、翻訳：John Doe)と参照：Foo Bar", []string{"Jane Roe?person", "John Doe?person"}},
		{"尹錫悦(ユン・ソンニョル)政権と攻撃集団(ダーク・ナイト)", []string{"尹錫悦?person", "ユン・ソンニョル?person"}},
		{"記者（東西新聞・倉田）：それは", []string{"東西新聞?organization", "倉田?person"}},
		{"代表取締役社長　早乙女 直樹", []string{"早乙女 直樹?person"}},
		{"Park容疑者とAPI氏とJane Roe氏と日本国内とプライス報道官", []string{"Park?person", "Jane Roe?person", "日本?place", "プライス報道官?person"}},
		{"ハッカー集団「ラグナロッカー」と、ラグナロッカーに感染", []string{"ラグナロッカー?actor", "ラグナロッカー?malware"}},
		{"榊原 徹被告とベアボック外相とデジタル大臣", []string{"榊原 徹?person", "ベアボック外相?person"}},
		{"楊智軍容疑者を逮捕", []string{"楊智軍?person"}},
		{"両容疑者と男性容疑者", nil},
		{"Jane Roe氏は", []string{"Jane Roe?person"}},
		{"【ロンドン＝東西通信】と【図1】", []string{"ロンドン?place", "東西通信?organization"}},
		{"東西運輸(株)と株式会社みどり運輸は", []string{"東西運輸(株)?organization", "株式会社みどり運輸?organization"}},
		{"株式会社東西（以下「東西社」という。）と（以下「本件」という。）", []string{"株式会社東西?organization", "東西社?organization"}},
		{"防衛企業ハンファオーシャンから、大手メーカーから", []string{"ハンファオーシャン?organization"}},
		{"Foobar Technologies, Inc.とNew Yorkと", []string{"Foobar Technologies, Inc.?organization"}},
		{"韓国の統一省と各省と同検察庁と両省", []string{"韓国の統一省?organization"}},
		{"岡崎市立中央図書館と国立環境研究院と中央の図書", []string{"岡崎市立中央図書館?organization", "国立環境研究院?organization"}},
		{"警視庁公安部とFBIサンディエゴ支局", []string{"警視庁公安部?organization", "FBIサンディエゴ支局=fbi"}},
		{"愛知県豊田市と横浜市立大学と大手", []string{"愛知県?place", "豊田市?place", "横浜市立大学?organization"}},
		{"ウクライナとウクライナ語とコスタリカとトロイの木馬", []string{"ウクライナ?place", "コスタリカ?place"}},
		{"日米英仏独の警察と日米同盟", []string{"日?place", "米=us", "英=uk", "仏?place", "独?place", "米=us"}},
		{"英国政府は", []string{"英国政府?organization"}},
		{"宇宙航空研究開発機構（JAXA）は", []string{"宇宙航空研究開発機構（JAXA）?organization"}},
		{"捜査当局と各省庁と同社と自社と委託先の会社と情報機関", nil},
		{"仮想プライベートネットワーク（VPN）", nil},
		{"LINEヤフー株式会社とＡＢ各社と政府機関", []string{"LINEヤフー株式会社?organization"}},
		{"三菱電機インフォメーションシステムズは", []string{"三菱電機インフォメーションシステムズ?organization"}},
	}
	f := NewFinder(registry())
	for _, tt := range tests {
		if diff := cmp.Diff(append([]string{}, tt.want...), brief(f.Find(i18n.JA, tt.give, tokenizer().Tokens(nil, tt.give)))); diff != "" {
			t.Errorf("Find(%q): (-want +got)\n%s", tt.give, diff)
		}
	}
}

func TestShortForms(t *testing.T) {
	tests := []struct {
		lang i18n.Lang
		give string
		want []string
	}{
		{i18n.JA, "リサ・モナコ司法副長官は述べた。モナコ副長官はモナコに行った。", []string{"リサ・モナコ=lisa-monaco", "モナコ副長官=lisa-monaco", "モナコ=mc"}},
		{i18n.JA, "モナコ副長官", []string{"モナコ=mc"}},
		{i18n.EN, "Lisa Monaco said so. Monaco left.", []string{"Lisa Monaco=lisa-monaco", "Monaco=lisa-monaco"}},
		{i18n.JA, "楊智軍容疑者を逮捕した。楊容疑者は認めた。", []string{"楊智軍?person", "楊容疑者?person"}},
	}
	f := NewFinder(registry())
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, brief(f.Find(tt.lang, tt.give, tokenizer().Tokens(nil, tt.give)))); diff != "" {
			t.Errorf("Find(%q): (-want +got)\n%s", tt.give, diff)
		}
	}
}

func TestEnglish(t *testing.T) {
	give := "The Department of Justice said Mustang Panda used PlugX (PlugXyz is not it); APT99 is unknown."
	want := []string{"Department of Justice=us-doj", "Mustang Panda=mustang-panda", "PlugX=plugx"}
	if diff := cmp.Diff(want, brief(NewFinder(registry()).Find(i18n.EN, give, nil))); diff != "" {
		t.Error(diff)
	}
}

func TestWords(t *testing.T) {
	words := Words(registry())
	i := slices.IndexFunc(words, func(w morph.Word) bool { return w.Surface == "外務省" })
	if i < 0 || words[i].Reading != "ガイムショウ" {
		t.Errorf("外務省 with its reading is not in %v", words)
	}
	for _, w := range words {
		if w.Surface == "ニッケル" || w.Surface == "PlugX" || utf8.RuneCountInString(w.Surface) < 3 {
			t.Errorf("%q must not be in the dictionary", w.Surface)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"米国司法省とFBIは「ムスタング・パンダ」（RedDelta）", "CVE-2021-26855 198.51.100.7", "リサ・モナコ氏\tモナコ氏", "ﾑｽﾀﾝｸﾞﾊﾟﾝﾀﾞ」と呼ばれ", "\xff「"} {
		f.Add(s)
	}
	finder := NewFinder(registry())
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		for _, l := range i18n.Langs {
			end := 0
			for _, m := range finder.Find(l, s, literal(s)) {
				if m.Span.Start < end || m.Span.End <= m.Span.Start || m.Span.End > len(s) {
					t.Fatalf("span %v of %q after %d in %q", m.Span, m.Surface, end, s)
				}
				if s[m.Span.Start:m.Span.End] != m.Surface || !utf8.RuneStart(s[m.Span.Start]) || m.Span.End < len(s) && !utf8.RuneStart(s[m.Span.End]) {
					t.Fatalf("span %v is not %q in %q", m.Span, m.Surface, s)
				}
				if m.Confidence <= 0 || m.Confidence > 1 || m.Why == "" {
					t.Fatalf("%+v", m)
				}
				end = m.Span.End
			}
		}
	})
}

// literal cuts a text where its script changes.
func literal(s string) []morph.Token {
	var out []morph.Token
	start, last := 0, -1
	add := func(end int) {
		if end > start {
			tok := morph.Token{Surface: s[start:end], Class: morph.Noun | morph.Proper | morph.Group}
			tok.Span.Start, tok.Span.End = start, end
			out = append(out, tok)
		}
		start = end
	}
	for i, r := range s {
		if k := script(r); k != last {
			add(i)
			last = k
		}
	}
	add(len(s))
	return out
}

// BenchmarkFind measures the paragraphs of the annotated texts, and beside it how long their tokens take.
func BenchmarkFind(b *testing.B) {
	files, err := filepath.Glob("../analysis/testdata/gold/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatal("no texts", err)
	}
	var texts []string
	var tokens [][]morph.Token
	size := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			texts, tokens = append(texts, line), append(tokens, tokenizer().Tokens(nil, line))
			size += len(line)
		}
	}
	f := NewFinder(registry())
	for _, bm := range []struct {
		name string
		do   func(i int)
	}{
		{"find", func(i int) { f.Find(i18n.JA, texts[i], tokens[i]) }},
		{"tokens", func(i int) { tokenizer().Tokens(nil, texts[i]) }},
	} {
		b.Run(bm.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(size))
			for b.Loop() {
				for i := range texts {
					bm.do(i)
				}
			}
		})
	}
}
