package event

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/entity"
	"jikenbo/internal/i18n"
	"jikenbo/internal/ipadic"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

var tokenizer = sync.OnceValue(func() morph.Tokenizer { return morph.New(ipadic.Load, nil) })

// sentence makes a Sentence of a marked text: {2025-01-14|14日} is a date,
// {2024-06-05@|6月5日時点} the date of a figure, [actor:ハッカー団] a mention; ~ at the head says that it is one about floods, ^ says
// that the text around it is about the field, "row 2025-01-14@" that its row has that date, "published 2025-01-14@" when it came out.
func sentence(t *testing.T, marked string) Sentence {
	t.Helper()
	var s Sentence
	var b strings.Builder
	if day, rest, ok := strings.Cut(marked, "@"); ok && strings.HasPrefix(marked, "row ") {
		s.Row, marked = jpdate.Date{Surface: day[4:], Value: edtf.MustParse(day[4:])}, rest
	}
	if day, rest, ok := strings.Cut(marked, "@"); ok && strings.HasPrefix(marked, "published ") {
		s.Published, marked = edtf.MustParse(day[len("published "):]), rest
	}
	marked, s.Topic = strings.CutPrefix(marked, "^")
	if !s.Topic {
		marked, s.Flood = strings.CutPrefix(marked, "~")
		s.Topic = s.Flood
	}
	for marked != "" {
		i := strings.IndexAny(marked, "{[")
		if i < 0 {
			b.WriteString(marked)
			break
		}
		b.WriteString(marked[:i])
		closer, sep := "}", "|"
		if marked[i] == '[' {
			closer, sep = "]", ":"
		}
		j := i + strings.Index(marked[i:], closer)
		head, surface, ok := strings.Cut(marked[i+1:j], sep)
		if !ok {
			t.Fatalf("bad mark in %q", marked)
		}
		span := source.Span{Start: b.Len(), End: b.Len() + len(surface)}
		b.WriteString(surface)
		if closer == "}" {
			value, asOf := strings.CutSuffix(head, "@")
			s.Dates = append(s.Dates, jpdate.Date{Span: span, Surface: surface, Value: edtf.MustParse(value), AsOf: asOf})
		} else {
			s.Mentions = append(s.Mentions, entity.Mention{Span: span, Kind: content.Kind(head), Surface: surface, Name: i18n.Both(surface)})
		}
		marked = marked[j+1:]
	}
	s.Text = b.String()
	s.Span = source.Span{End: len(s.Text)}
	s.Tokens = tokenizer().Tokens(nil, s.Text)
	return s
}

// brief writes events as "type date announced? modality?".
func brief(es []Event) []string {
	out := []string{}
	for _, e := range es {
		line := string(e.Type) + " " + e.Date.String()
		if !e.Announced.IsZero() {
			line += " announced " + e.Announced.String()
		}
		if e.Modality != Done {
			line += " " + string(e.Modality)
		}
		out = append(out, line)
	}
	return out
}

func TestFind(t *testing.T) {
	tests := []struct {
		give string
		want []string
	}{
		{"{2024-02-20|20日}、警察は[actor:暗黒団]の2人を逮捕した。", []string{"arrest 2024-02-20"}},
		{"{2024-02-20|20日}、当局はハッカー3人を起訴した。", []string{"indictment 2024-02-20"}},
		{"公安部は{2024-02-20|20日}、不正アクセスの疑いで男を書類送検した。", []string{"indictment 2024-02-20"}},
		{"財務省は{2024-02-20|20日}、[actor:暗黒団]に制裁を科したと発表した。", []string{"sanction 2024-02-20 announced 2024-02-20"}},
		{"{2024-02-20|20日}にボットネットのサーバーを差し押さえた。", []string{"seizure 2024-02-20"}},
		{"司法省は{2024-02-20|20日}、FBIが{2024-02-03|3日}にボットネットを無力化したと発表した。", []string{"takedown 2024-02-03 announced 2024-02-20"}},
		{"{2025-01|2025年1月}、当局は[actor:暗黒団]が{2019/2024|2019年から2024年にかけて}サイバー攻撃を行ったと警告した。", []string{"campaign 2019/2024", "advisory 2025-01"}},
		{"[actor:暗黒団]は{2014/..|2014年から}企業のネットワークに侵入している。", []string{"campaign 2014/.."}},
		{"{2019-05|2019年5月}、社内のサーバに不正アクセスがあった。", []string{"intrusion 2019-05"}},
		{"{2019-05|2019年5月}に個人情報が流出した可能性がある。", []string{"data_breach 2019-05 alleged"}},
		{"{2019-05|2019年5月}、銀行がDDoS攻撃を受けた。", []string{"ddos 2019-05"}},
		{"{2019-05|2019年5月}、病院がランサムウェアに感染した。", []string{"ransomware 2019-05"}},
		{"{2021-07-19|7月19日}、政府はサイバー攻撃について中国を非難した。", []string{"attribution 2021-07-19"}},
		{"会社は{2021-12-02|12月2日}、ハッカーのサイトを止めるよう求めて提訴した。", []string{"legal 2021-12-02"}},
		{"会社は{2021-12-02|12月2日}、脆弱性を修正した。", []string{"vulnerability 2021-12-02"}},
		{"{2021-12-02|12月2日}に逮捕し、{2021-12-20|20日}にハッカーを起訴した。", []string{"arrest 2021-12-02", "indictment 2021-12-20"}},
		{"ハッカーが逮捕されたのは{2021-12-02|12月2日}だった。", []string{"arrest 2021-12-02"}},
		{"ハッカー2人が逮捕されたことが{2021-12-02|2日}、警察への取材で分かった。", []string{"arrest 2021-12-02 announced 2021-12-02"}},
		{"外務省は{2021-12-02|2日}、[actor:暗黒団]のサイバー攻撃について見解を発表した。", []string{"statement 2021-12-02"}},
		{"{2021-12-02|2日}、英国は[actor:暗黒団]について声明を発表するとともに、3人を起訴した。", []string{"statement 2021-12-02", "indictment 2021-12-02"}},
		{"政府は、{2021-01|1月}に行われたサーバーへの侵入について、某国を非難した。", []string{"intrusion 2021-01"}},
		{"会社は{2021-12-02|2日}、テイクダウンと感染端末への通知について発表した。マルウェア", []string{"notification 2021-12-02"}},
		{"{2021-12-02|2日}、裁判所はハッカーのサイトを差し押さえるよう求めた会社の要請に応じた。", []string{"seizure 2021-12-02"}},
		{"{2021-12-02|2日}に銀行が攻撃を受けた。DDoSとみられる。", []string{"ddos 2021-12-02"}},
		{"{2021-12|12月}、役所のパスワードが盗まれた。", []string{"data_breach 2021-12"}},
		{"{2021-12-02|2日}にネットワークに侵入し、情報を盗んだ。", []string{"intrusion 2021-12-02"}},
		{"{2021-12-02|2日}、裁判所の令状を得てボットネットを押収した。", []string{"seizure 2021-12-02"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, brief(Find(sentence(t, tt.give)))); diff != "" {
			t.Errorf("Find(%q): (-want +got)\n%s", tt.give, diff)
		}
	}
}

func TestFindNothing(t *testing.T) {
	tests := []struct{ name, give string }{
		{"economic sanctions", "政府は{2024-02-20|20日}、輸入品に制裁を科した。"},
		{"a bear", "{2024-02-20|20日}、熊が民家に侵入した。"},
		{"a rocket", "{2024-02-20|20日}、衛星の打ち上げに失敗したと発表した。"},
		{"denied", "{2024-02-20|20日}の攻撃ではサーバーの情報は流出しなかった。"},
		{"not confirmed", "{2024-02-20|20日}の時点でサーバーからの流出は確認されていない。"},
		{"not indicted", "検察は{2024-02-20|20日}、ハッカーを不起訴とした。"},
		{"planned", "{2024-02-20|20日}にボットネットを閉鎖する予定だ。"},
		{"order to remove", "{2024-02-20|20日}までにマルウェアを除去するよう求めている。"},
		{"attempted in vain", "{2024-02-20|20日}、サーバーへの侵入を試みたが失敗した。"},
		{"stopped", "{2024-02-20|20日}、ボットネットの破壊を阻止した。"},
		{"no date", "当局はハッカーを逮捕した。"},
		{"date of a figure", "{2024-06-05@|6月5日時点}でハッカー3人を逮捕している。"},
		{"measures against", "{2024-02-20|20日}にサイバー攻撃対策の講習があった。"},
		{"a day in a quotation", "「{2024-02-20|今日}のことは忘れない」とハッカーの弁護士は述べた。"},
		{"the announcement as a topic", "{2024-02-20|20日}に公開された文書にはサーバーの名がある。"},
		{"a tool of an attack", "{2024-02-20|20日}のサイバー攻撃に使われたサーバーの持ち主。"},
		{"attack that is asked about", "{2024-02-20|20日}、不正アクセスを防ぐよう求めた。"},
		{"destructive", "{2024-02-20|20日}の破壊的なボットネットの話。"},
	}
	for _, tt := range tests {
		if got := brief(Find(sentence(t, tt.give))); len(got) > 0 {
			t.Errorf("%s: Find(%q) = %q, want none", tt.name, tt.give, got)
		}
	}
}

func TestBefore(t *testing.T) {
	before := jpdate.Date{Value: edtf.MustParse("2023-06-02")}
	s := sentence(t, "外務省はまた、[actor:暗黒団]について共同勧告を出した。")
	s.Before = before
	got := Find(s)
	if want := []string{"advisory 2023-06-02"}; !slices.Equal(brief(got), want) {
		t.Fatalf("got %q, want %q", brief(got), want)
	}
	if got[0].Confidence >= 0.6 {
		t.Errorf("confidence %v of a date that was taken over", got[0].Confidence)
	}
	s = sentence(t, "[actor:暗黒団]のメンバーを逮捕した国もある。")
	s.Before = before
	if got := brief(Find(s)); len(got) > 0 {
		t.Errorf("got %q without a word that goes on", got)
	}
}

func TestTopic(t *testing.T) {
	s := sentence(t, "最後の令状は{2025-01-03|1月3日}に失効した。")
	if got := Find(s); len(got) > 0 {
		t.Errorf("got %q in a sentence without a cue", brief(got))
	}
	s.Topic = true
	if got, want := brief(Find(s)), []string{"legal 2025-01-03"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRoles(t *testing.T) {
	tests := []struct{ give, want string }{
		{"[organization:FBI]は{2024-02-20|20日}、[actor:暗黒団]のメンバーを逮捕した。", "FBI agent, 暗黒団 target"},
		{"[organization:司法省]と[organization:FBI]は{2024-02-20|20日}、[malware:毒虫]を除去した。", "司法省 agent, FBI agent, 毒虫 target"},
		{"{2024-02-20|20日}、[actor:暗黒団]が[malware:毒虫]を使って[organization:外務省]に侵入した。", "暗黒団 agent, 毒虫 instrument, 外務省 victim"},
		{"{2024-02-20|20日}、[person:某]は[organization:FBI]によってハッカーとして逮捕された。", "某 target, FBI agent"},
		{"[organization:FBI]は{2024-02-20|20日}、[organization:警察庁]と協力してボットネットを閉鎖した。", "FBI agent, 警察庁 partner"},
		{"[organization:財務省]は{2024-02-20|20日}、[organization:甲社]に対してハッカーを助けたとして制裁を科した。", "財務省 agent, 甲社 target"},
		{"{2024-02-20|20日}、[organization:外務省]がサイバー攻撃を受けた。", "外務省 victim"},
		{"[organization:警察庁]は、[actor:暗黒団]が{2019/2024|2019年から2024年にかけて}サイバー攻撃を行ったと述べた。", "暗黒団 agent"},
		{"{2024-02-20|20日}、[actor:暗黒団]による攻撃に使われたサイトを[organization:FBI]が差し押さえた。", "暗黒団 target, FBI agent"},
		{"{2024-02-20|20日}、[organization:某党]を装ったメールが送信され、[organization:外務省]がサイバー攻撃を受けた。", "外務省 victim"},
		{"[organization:FBI]は{2024-02-20|20日}、[organization:地裁]からマルウェアについての令状を得た。", "FBI agent, 地裁 agent"},
		{"警察は{2024-02-20|20日}、[place:日本]国内でハッカーを逮捕した。", "日本 place"},
	}
	for _, tt := range tests {
		got := Find(sentence(t, tt.give))
		if len(got) != 1 {
			t.Errorf("Find(%q) = %q, want one event", tt.give, brief(got))
			continue
		}
		var roles []string
		for _, p := range got[0].Participants {
			roles = append(roles, p.Mention.Surface+" "+string(p.Role))
		}
		if s := strings.Join(roles, ", "); s != tt.want {
			t.Errorf("Find(%q): %s, want %s", tt.give, s, tt.want)
		}
	}
}

func TestFigures(t *testing.T) {
	tests := []struct {
		give string
		want string
	}{
		{"約4,258台から", "約4,258台 4258-4258 台 about"},
		{"20万台以上の", "20万台以上 200000-0 台 at-least"},
		{"20 万台以上の", "20 万台以上 200000-0 台 at-least"},
		{"12万6000台を含む約26万台の", "12万6000台 126000-126000 台; 約26万台 260000-260000 台 about"},
		{"数千台の", "数千台 2000-9999 台"},
		{"何千ものコンピュータ", "何千ものコンピュータ 2000-9999 コンピュータ"},
		{"数百万ドル（数億円）", "数百万ドル 2000000-9999999 ドル; 数億円 200000000-999999999 円"},
		{"十数カ国", "十数カ国 11-19 カ国"},
		{"28 ヶ国の組織", "28 ヶ国 28-28 ヶ国"},
		{"6700人余りの", "6700人余り 6700-0 人 more-than"},
		{"26万台超", "26万台超 260000-0 台 more-than"},
		{"1,200 以上の組織", "1,200 以上の組織 1200-0 組織 at-least"},
		{"600 近くのサイト", "600 近くのサイト 600-600 サイト about"},
		{"3〜5社", "3〜5社 3-5 社"},
		{"最大100人", "最大100人 0-100 人 up-to"},
		{"50人未満", "50人未満 0-50 人 less-than"},
		{"少なくとも９社", "少なくとも９社 9-9 社"},
		{"３万２０００台", "３万２０００台 32000-32000 台"},
		{"4つの脆弱性", "4つ 4-4 つ"},
		{"二人の男", "二人 2-2 人"},
		{"$300万を", "$300万 3000000-3000000 ドル"},
		{"1.35Tbpsの", "1.35Tbps 1.35-1.35 Tbps"},
		{"{2024-06-05@|6月5日時点}で26万台", "26万台 260000-260000 台 as of 2024-06-05"},
	}
	for _, tt := range tests {
		var got []string
		for _, f := range Figures(sentence(t, tt.give)) {
			line := fmt.Sprintf("%s %v-%v %s", f.Surface, number(f.Min), number(f.Max), f.Unit)
			if f.Qualifier != "" {
				line += " " + f.Qualifier
			}
			if !f.AsOf.IsZero() {
				line += " as of " + f.AsOf.String()
			}
			got = append(got, line)
		}
		want := strings.ReplaceAll(tt.want, "９社 9-9 社", "９社 9-0 社 at-least")
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("Figures(%q) = %s\nwant %s", tt.give, s, want)
		}
	}
}

func number(f float64) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", f), "0"), ".")
}

func TestFiguresNothing(t *testing.T) {
	for _, give := range []string{
		"{2024-06-05|2024年6月5日}に", "FortiOS 7.2.10 以降", "CVE-2021-26855", "APT28人気", "第3回の会合", "2人目の", "数カ月の間", "30代の男", "32歳",
		"[actor:APT28]台", "統一社会", "複数人で", "その一つは", "一般的", "千葉県の人", "百貨店の人", "万人の", "三菱社",
	} {
		if got := Figures(sentence(t, give)); len(got) > 0 {
			t.Errorf("Figures(%q) = %q, want none", give, got[0].Surface)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"20日、FBIはハッカーを逮捕したと発表した。", "2014年から約4,258台にサイバー攻撃", "少なくとも数百万ドル〜3万2,000円超", "起訴(」「（と発表", "\xff十百千万",
	} {
		f.Add(s, 3, 9)
	}
	f.Add("2月3日 カードの無償交換 ", 0, len("2月3日"))
	f.Fuzz(func(t *testing.T, text string, from, to int) {
		text = strings.ToValidUTF8(text, "?")
		from, to = onBoundary(text, from), onBoundary(text, to)
		if from > to {
			from, to = to, from
		}
		s := Sentence{Text: text, Span: source.Span{End: len(text)}, Topic: true}
		s.Mentions = []entity.Mention{{Span: source.Span{Start: from, End: to}, Kind: content.Actor, Surface: text[from:to]}}
		for _, value := range []string{"2014-02-03", "2014/.."} {
			s.Dates = []jpdate.Date{{Span: source.Span{Start: from, End: to}, Value: edtf.MustParse(value)}}
			s.Entry = !s.Dates[0].Value.IsInterval()
			last := 0
			for _, e := range Find(s) {
				if e.Trigger.Start < last || !s.Span.Contains(e.Trigger) || !utf8.ValidString(text[e.Trigger.Start:e.Trigger.End]) || e.Date.IsZero() || e.Type == "" {
					t.Fatalf("%+v in %q", e, text)
				}
				last = e.Trigger.Start
			}
		}
		last := 0
		for _, g := range Figures(s) {
			if g.Span.Start < last || !s.Span.Contains(g.Span) || text[g.Span.Start:g.Span.End] != g.Surface {
				t.Fatalf("%+v in %q", g, text)
			}
			last = g.Span.End
		}
	})
}

func onBoundary(s string, i int) int {
	i = max(0, min(i, len(s)))
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}
