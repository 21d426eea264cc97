package event

import (
	"strings"
	"testing"
)

// acts are sentences of the kinds of text that the archive reads: news wires, releases, notices, minutes,
// tables and lists. Acts of one sentence are parted by " | "; the roles stand in brackets behind an act
// where the case is about them.
var acts = []struct{ give, want string }{
	// Police and courts.
	{"{2024-07-12|12日}、[organization:警視庁]はサイバー攻撃に関与した疑いで、会社員の男を逮捕した。", "arrest 2024-07-12 [警視庁 agent]"},
	{"[organization:警視庁公安部]は{2024-07-12|12日}までに、不正アクセス禁止法違反の疑いで男を書類送検した。", "indictment 2024-07-12 [警視庁公安部 agent]"},
	{"[organization:県警]は{2024-07-12|12日}、ランサムウェアを作成したとして男を再逮捕した。", "arrest 2024-07-12 [県警 agent]"},
	{"{2024-07-12|12日}、[person:ワン]容疑者がサイバー攻撃に関与した疑いで[organization:国家警察]に逮捕された。", "arrest 2024-07-12 [ワン target, 国家警察 agent]"},
	{"[organization:連邦大陪審]は{2024-07-12|12日}、[actor:暗黒団]のメンバー5人を起訴した。", "indictment 2024-07-12 [連邦大陪審 agent, 暗黒団 target]"},
	{"[organization:司法省]は{2024-07-12|12日}、[person:ワン]被告ら5人を{2024-06-20|6月20日}に起訴したと明らかにした。ハッカー", "indictment 2024-06-20 announced 2024-07-12 [司法省 agent, ワン target]"},
	{"{2024-07-12|12日}、[person:ワン]被告に懲役5年の判決が言い渡された。サイバー", "legal 2024-07-12 [ワン target]"},
	{"[organization:東京地裁]は{2024-07-12|12日}、不正アクセスの罪に問われた男に有罪判決を言い渡した。", "legal 2024-07-12 [東京地裁 agent]"},
	{"[person:ワン]被告は{2024-07-12|12日}、不正アクセスの罪を認めた。", "legal 2024-07-12"},
	{"[person:ワン]容疑者は{2024-07-12|12日}、[place:イタリア]から[place:米国]に引き渡された。ハッカー", "legal 2024-07-12"},
	{"[organization:検察庁]は{2024-07-12|12日}、ハッカー集団の幹部を国際手配した。", "legal 2024-07-12 [検察庁 agent]"},
	{"[organization:甲社]は{2024-07-12|12日}、[organization:乙社]のサイバー攻撃への関与について[organization:警察庁]に刑事告発した。", "indictment 2024-07-12"},
	{"{2024-07-12|12日}、[organization:連邦地裁]は[malware:毒虫]に感染した端末の捜索を認める令状を出した。", "legal 2024-07-12 [連邦地裁 agent, 毒虫 target]"},
	// Counter-operations.
	{"[organization:ユーロポール]は{2024-05-30|30日}、[malware:毒虫]など複数のマルウェアのサーバー100台以上を停止させたと発表した。", "takedown 2024-05-30 announced 2024-05-30 [ユーロポール agent, 毒虫 target]"},
	{"[organization:FBI]は{2024-02|2月}、[actor:暗黒団]のリークサイトを閉鎖に追い込んだ。", "takedown 2024-02 [FBI agent, 暗黒団 target]"},
	{"{2023-08-29|2023年8月29日}、[organization:FBI]などは[malware:毒虫]のインフラをテイクダウンした。", "takedown 2023-08-29 [FBI agent, 毒虫 target]"},
	{"[organization:司法省]は{2024-07-12|12日}、[actor:暗黒団]が使う暗号資産約100万ドルを没収したと発表した。", "seizure 2024-07-12 announced 2024-07-12 [司法省 agent, 暗黒団 target]"},
	{"{2024-07-12|7月12日}、[organization:連邦地裁]がドメイン41件の差し押さえを命じた。サイバー", "seizure 2024-07-12 [連邦地裁 agent]"},
	{"[organization:FBI]は{2021-04-09|4月9日}から、サーバーに残されたウェブシェルの除去を始めた。", "takedown 2021-04-09 [FBI agent]"},
	{"{2024-07-12|12日}、[organization:オランダ警察]が[malware:毒虫]を無害化した。", "takedown 2024-07-12 [オランダ警察 agent, 毒虫 target]"},
	{"[organization:財務省]は{2024-07-12|12日}、[actor:暗黒団]を支援したとして[organization:甲社]を制裁対象に指定した。", "sanction 2024-07-12 [財務省 agent, 甲社 target]"},
	{"[organization:EU]は{2020-07-30|30日}、サイバー攻撃に関与した6人と3団体に対し、資産凍結などの制裁を初めて発動した。", "sanction 2020-07-30 [EU agent]"},
	{"{2024-07-12|12日}、[organization:外務省]は[actor:暗黒団]の関係者を資産凍結の対象に加えた。", "sanction 2024-07-12 [外務省 agent, 暗黒団 target]"},
	{"[organization:総務省]は{2024-03-05|3月5日}、個人情報の流出をめぐり[organization:甲社]に行政指導を行った。", "legal 2024-03-05 [総務省 agent, 甲社 target]"},
	{"[organization:個人情報保護委員会]は{2024-03-28|28日}、情報漏えいを起こした[organization:甲社]に対し是正を勧告した。", "advisory 2024-03-28 [個人情報保護委員会 agent, 甲社 target]"},
	{"[organization:個人情報保護委員会]は{2024-03-28|28日}、個人情報を漏えいした[organization:甲社]に業務改善命令を出した。", "legal 2024-03-28 [個人情報保護委員会 agent, 甲社 target]"},
	// Attribution and advisories.
	{"[organization:英政府]は{2024-03-25|25日}、[organization:選挙委員会]へのサイバー攻撃は[actor:暗黒団]によるものと断定した。", "attribution 2024-03-25 [英政府 agent, 暗黒団 target]"},
	{"{2021-07-19|7月19日}、[place:日本]を含む各国は[actor:暗黒団]の背後に中国政府がいる可能性が高いと評価した。", "attribution 2021-07-19 alleged"},
	{"[organization:警察庁]と[organization:NISC]は{2022-10-14|10月14日}、[actor:暗黒団]による暗号資産業者へのサイバー攻撃について注意喚起を行った。", "advisory 2022-10-14 [警察庁 agent, NISC agent, 暗黒団 target]"},
	{"[organization:CISA]と[organization:NSA]は{2024-02-07|7日}、[actor:暗黒団]に関する共同アドバイザリーを公開した。", "advisory 2024-02-07 announced 2024-02-07 [CISA agent, NSA agent, 暗黒団 target]"},
	{"[organization:警察庁]は{2024-12-24|24日}、暗号資産の流出は[actor:暗黒団]の犯行だと特定したと発表した。", "attribution 2024-12-24 announced 2024-12-24 [警察庁 agent, 暗黒団 target]"},
	{"[organization:マイクロソフト]は{2023-05-24|5月24日}、[actor:暗黒団]が重要インフラを標的にしていると警告した。", "advisory 2023-05-24 [マイクロソフト agent, 暗黒団 target]"},
	{"[organization:外務省]は{2018-12-21|21日}、[actor:暗黒団]による攻撃を非難する外務報道官談話を発表した。", "attribution 2018-12-21 announced 2018-12-21 [外務省 agent, 暗黒団 target]"},
	{"[organization:IPA]は{2024-01-24|1月24日}、脆弱性への対策を呼びかける注意喚起を公表した。", "advisory 2024-01-24 announced 2024-01-24 [IPA agent]"},
	// What attackers did.
	{"{2024-06-08|6月8日}、[organization:甲社]のデータセンターがランサムウェアを含む大規模なサイバー攻撃を受けた。", "ransomware 2024-06-08 [甲社 victim]"},
	{"[actor:暗黒団]は{2021-05-07|5月7日}、[organization:パイプライン社]をランサムウェアで攻撃した。", "ransomware 2021-05-07 [暗黒団 agent, パイプライン社 victim]"},
	{"{2020-12|2020年12月}、[organization:甲社]の更新プログラムに[malware:毒虫]が仕込まれていたことが判明した。", "disclosure 2020-12"},
	{"{2016-02|2016年2月}、[actor:暗黒団]が[organization:中央銀行]から8100万ドルを盗み出した。サイバー", "theft 2016-02 [暗黒団 agent, 中央銀行 victim]"},
	{"{2018-01-26|2018年1月26日}、[organization:交換所]から約580億円相当の暗号資産が流出した。", "theft 2018-01-26 [交換所 victim]"},
	{"{2015-06-01|2015年6月1日}、[organization:年金機構]は約125万件の個人情報が流出したと発表した。", "data_breach 2015-06-01 announced 2015-06-01 [年金機構 victim]"},
	{"{2017-05-12|2017年5月12日}、[malware:毒虫]が世界中で感染を広げた。", "intrusion 2017-05-12 [毒虫 instrument]"},
	{"{2022-02-26|2月26日}、[organization:部品会社]でマルウェア感染が判明した。", "disclosure 2022-02-26"},
	{"{2010-07|2010年7月}、[organization:政府機関]のウェブサイトにアクセスが集中し、閲覧できなくなった。", "ddos 2010-07"},
	{"{2022-09-06|9月6日}、[actor:暗黒団]は[organization:e-Gov]にDDoS攻撃を仕掛けたと主張した。", "ddos 2022-09-06 alleged [暗黒団 agent, e-Gov victim]"},
	{"{2013-03-20|2013年3月20日}、[organization:放送局]や銀行のコンピューター3万台以上がマルウェアにより一斉に停止した。", "intrusion 2013-03-20"},
	{"[actor:暗黒団]は{2019/2023|2019年から2023年にかけて}、[place:日本]の学術機関に標的型メールを送り続けた。", "campaign 2019/2023 [暗黒団 agent, 日本 victim]"},
	{"{2021/..|2021年以降}、[actor:暗黒団]は[place:台湾]の政府機関を標的にしている。", "campaign 2021/.. [暗黒団 agent]"},
	{"{2021/..|2021年から}[actor:暗黒団]が通信事業者を狙っている。", "campaign 2021/.. [暗黒団 agent]"},
	{"{2014-11|2014年11月}に[organization:映画会社]の社内システムが破壊され、未公開映画が流出した。ハッカー", "data_breach 2014-11"},
	{"[organization:甲社]は{2024-02-14|2月14日}、社外の第三者による不正アクセスを受け、約44万件の個人情報が漏えいしたことを公表した。", "data_breach 2024-02-14 announced 2024-02-14 [甲社 victim]"},
	// Tables and lists.
	{"{2009-07|2009年7月} 政府機関などにDDoS攻撃", "ddos 2009-07"},
	{"{2013-03-20|2013年3月20日}　放送局・銀行へのサイバー攻撃（3.20サイバーテロ）", "intrusion 2013-03-20"},
	{"{2015-06|2015年6月} 年金機構、標的型攻撃により125万件の個人情報流出", "data_breach 2015-06"},
	{"{2018-09-06|2018年9月6日}：[organization:司法省]、[person:ワン]を起訴。ハッカー", "indictment 2018-09-06 [司法省 agent, ワン target]"},
	{"| {2018-09-06|2018-09-06} | 司法省がハッカーを訴追 | 米国 |", "indictment 2018-09-06"},
	{"{2024-07-01|7月1日} 第三者による不正アクセスを検知", "intrusion 2024-07-01"},
	{"^{2024-07-01|7月1日}　外部の専門機関に調査を依頼。", "notification 2024-07-01"},
	// Company notices.
	{"当社は、{2024-07-01|7月1日}に当社サーバーへの不正アクセスを確認し、{2024-07-03|7月3日}に[organization:個人情報保護委員会]へ報告しました。", "intrusion 2024-07-01 | notification 2024-07-03"},
	{"^{2024-07-02|7月2日}に警察へ被害届を提出いたしました。", "notification 2024-07-02"},
	{"^{2024-06-08|6月8日}早朝にシステム障害が発生し、サーバーを停止いたしました。", "intrusion 2024-06-08"},
	// Several acts, announcements.
	{"[organization:司法省]は{2024-09-18|18日}、ボットネットを無力化したと発表し、[organization:財務省]は{2024-09-19|19日}、関係する[organization:甲社]に制裁を科した。", "takedown 2024-09-18 announced 2024-09-18 [司法省 agent] | sanction 2024-09-19 [財務省 agent, 甲社 target]"},
	{"ボットネットは{2024-01-31|1月31日}に公表されたが、無力化は{2023-12|2023年12月}に行われた。", "disclosure 2024-01-31 | takedown 2023-12"},
	{"{2023-12|2023年12月}に行われたボットネットの無力化は、{2024-01-31|1月31日}に公表された。", "takedown 2023-12 announced 2024-01-31"},
	{"[organization:FBI]が{2024-08|8月}に令状を得て、{2025-01-03|1月3日}までにマルウェアを除去した。", "legal 2024-08 [FBI agent] | takedown 2025-01-03 [FBI agent]"},
	{"{2022-10|22年10月}に発覚した病院へのランサムウェア攻撃で、[organization:府警]は{2024-07-12|12日}、男を書類送検した。", "ransomware 2022-10 | indictment 2024-07-12 [府警 agent]"},
	{"[organization:甲社]は{2024-07-12|12日}、{2024-05|5月}にサイバー攻撃を受けていたことを明らかにした。", "intrusion 2024-05 announced 2024-07-12 [甲社 victim] | disclosure 2024-07-12"},
	{"[organization:共同通信]は{2024-07-12|12日}、[organization:JAXA]が{2023-06|昨年6月}に不正アクセスを受けたと報じた。", "intrusion 2023-06 announced 2024-07-12 [JAXA victim] | report 2024-07-12"},
	// Names that belong to another verb of the sentence.
	{"{2013-02-10|2013年2月10日}に[person:某]容疑者（当時）が逮捕され、{2015-02-04|2015年2月4日}に[organization:東京地裁]が懲役8年を言い渡した。サイバー", "arrest 2013-02-10 [某 target] | legal 2015-02-04 [東京地裁 agent]"},
	{"[organization:甲社]は{2019-03-27|3月27日}、[actor:暗黒団]が使うサイトを差し押さえたと公表し、{2019-12-30|12月30日}には[actor:白団]のドメインを差し押さえたと公表した。", "seizure 2019-03-27 announced 2019-03-27 [甲社 agent, 暗黒団 target] | seizure 2019-12-30 [甲社 agent, 白団 target]"},
	{"[organization:総務省]は{2021-04-08|4月8日}、委託先から6千人分の個人情報が漏れた可能性があると公表した。", "data_breach 2021-04-08 announced 2021-04-08 alleged"},
	{"[organization:甲社]は{2021-12-02|12月2日}、[actor:暗黒団]のサイトの管理を求め、[organization:連邦地方裁判所]に訴状を出した。", "legal 2021-12-02 [甲社 agent, 暗黒団 target]"},
	{"[place:米国]の[organization:バイデン政権]は{2021-07-19|7月19日}、{2021-01|1月}のサーバーへの侵入について、[place:中国]を名指しで非難した。", "intrusion 2021-01 [] | attribution 2021-07-19 [バイデン政権 agent, 中国 target]"},
	{"[organization:バイデン政権]は{2021-07-19|7月19日}の声明で、この攻撃を行ったのは某国が支援するハッカーだと述べた。", "statement 2021-07-19 [バイデン政権 agent]"},
	{"起訴は{2020-07-07|7月7日}である。ハッカー", "indictment 2020-07-07"},
	// Alleged.
	{"{2023-08|2023年8月}ごろ、[organization:NISC]のメールが外部に漏えいした可能性がある。", "data_breach 2023-08 alleged [NISC victim]"},
	{"[actor:暗黒団]は{2016/2017|2016年から17年にかけて}[organization:JAXA]など約200の組織にサイバー攻撃を行ったとされる。", "campaign 2016/2017 alleged [暗黒団 agent, JAXA victim]"},
	{"訴状によると、[actor:暗黒団]は{2019-05|2019年5月}、病院のネットワークに侵入したという。", "intrusion 2019-05 alleged [暗黒団 agent]"},
	{"検察は、[person:ワン]被告が{2019-05|2019年5月}にサーバーに侵入したと主張している。ハッカー", "intrusion 2019-05 alleged [ワン agent]"},
	{"{2023-07|2023年7月}の港湾へのランサムウェア攻撃は[actor:暗黒団]の関与が疑われている。", "ransomware 2023-07 alleged [暗黒団 agent]"},
}

func TestActs(t *testing.T) {
	bad := 0
	for _, tt := range acts {
		got := rolesToo(Find(sentence(t, tt.give)), tt.want)
		if got != tt.want {
			bad++
			t.Errorf("%s\n got %s\nwant %s", tt.give, got, tt.want)
		}
	}
	t.Logf("%d of %d wrong", bad, len(acts))
}

// rolesToo writes events; the roles of those whose place in want has them.
func rolesToo(es []Event, want string) string {
	wants := strings.Split(want, " | ")
	var out []string
	for i, line := range brief(es) {
		if i < len(wants) && strings.HasSuffix(wants[i], "]") {
			var roles []string
			for _, p := range es[i].Participants {
				roles = append(roles, p.Mention.Surface+" "+string(p.Role))
			}
			line += " [" + strings.Join(roles, ", ") + "]"
		}
		out = append(out, line)
	}
	return strings.Join(out, " | ")
}

// notActs are sentences with a date and a word of the field that tell no act.
var notActs = []struct{ name, give string }{
	{"sanctions for trade", "[organization:財務省]は{2024-07-12|12日}、石油の輸出をめぐり[organization:甲社]に制裁を科した。"},
	{"a rocket", "{2024-07-12|12日}、北朝鮮が弾道ミサイルを発射したことを受け、非難する声明を発表した。"},
	{"a burglar", "{2024-07-12|12日}未明、何者かが店に侵入し、現金を盗んだ。"},
	{"a bear", "{2024-07-12|12日}、クマが小学校の敷地に侵入し、警察が注意を呼びかけた。"},
	{"an oil leak", "{2024-07-12|12日}、タンカーから重油が流出した。"},
	{"a typhoon", "{2024-07-12|12日}、台風が上陸し、気象庁が警報を出した。"},
	{"a football club", "{2024-07-12|12日}、パンサーズが攻撃を続け、勝利した。"},
	{"a recipe", "{2024-07-12|12日}に公開したレシピです。"},
	{"a release of a product", "[organization:甲社]は{2024-07-12|12日}、セキュリティ製品の新版を発売した。サイバー"},
	{"a seminar", "{2024-07-12|7月12日}、サイバーセキュリティに関するセミナーを開催しました。"},
	{"a founding", "[organization:甲社]は{2005|2005年}に設立されたサイバーセキュリティ企業だ。"},
	{"a post", "[person:ワン]氏は{2021|2021年}に司法次官補に就任した。サイバー"},
	{"no leak", "{2024-07-12|12日}時点で、サーバーからの情報の流出は確認されておりません。"},
	{"no leak 2", "{2024-07-12|12日}の不正アクセスによる個人情報の漏えいの事実はございません。"},
	{"will be prosecuted", "検察は{2024-07-12|12日}にもハッカーを起訴する方針を固めた。"},
	{"asked", "[organization:野党]は{2024-07-12|12日}、[actor:暗黒団]に制裁を科すべきだと求めた。"},
	{"plan", "[organization:政府]は{2024-07-12|12日}、サイバー攻撃の攻撃元サーバーを無害化する法案を閣議決定した。"},
	{"exercise", "{2024-07-12|12日}、サイバー攻撃を想定した訓練が行われた。"},
	{"foiled", "{2024-07-12|12日}、サーバーへの侵入を未然に防いだ。"},
	{"failed", "[actor:暗黒団]は{2024-07-12|12日}、サーバーへの侵入を試みたものの失敗に終わった。"},
	{"hypothetical", "{2024-07-12|12日}にもしサーバーがDDoS攻撃を受ければ、影響は大きい。"},
	{"a law", "不正アクセス禁止法は{2000-02|2000年2月}に施行された。"},
	{"a law 2", "{2022-04|2022年4月}、警察庁にサイバー警察局が発足した。"},
	{"a survey of fears", "{2024-07-12|12日}の調査では、7割の企業がサイバー攻撃を懸念していると答えた。"},
	{"a founding in a clause", "{2005|2005年}に生まれた[organization:甲社]は、サイバー攻撃のニュースを伝えている。"},
	{"an agreement", "両国は{2024-07-12|12日}、サイバー攻撃への対処で協力することに合意した。"},
}

func TestNotActs(t *testing.T) {
	for _, tt := range notActs {
		if got := brief(Find(sentence(t, tt.give))); len(got) > 0 {
			t.Errorf("%s: %s = %q, want none", tt.name, tt.give, got)
		}
	}
}

// TestUndone has acts that were not done, with their modality, and sentences that only speak of such acts.
func TestUndone(t *testing.T) {
	for _, tt := range []struct{ give, want string }{
		{"検察は{2024-07-12|12日}にもハッカーを起訴する方針を固めた。", "indictment 2024-07-12 planned"},
		{"{2024-07-12|12日}の攻撃でサーバーの情報は流出しなかった。", "data_breach 2024-07-12 denied"},
		{"{2024-07-12|12日}時点で、サーバーからの情報の流出は確認されておりません。", "data_breach 2024-07-12 denied"},
		{"{2024-07-12|12日}、サーバーへの侵入を試みたものの失敗に終わった。", "intrusion 2024-07-12 attempted"},
		{"{2024-07-12|12日}、サーバーへの侵入を未然に防いだ。", "intrusion 2024-07-12 attempted"},
		{"{2024-07-12|12日}にハッカーを起訴した。", ""},
		{"{2024-07-12|12日}、サイバー攻撃を想定した訓練が行われた。", ""},
		{"{2024-07-12|12日}、サイバー攻撃への備えを確認した。", ""},
	} {
		if got := strings.Join(brief(Undone(sentence(t, tt.give))), " | "); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.give, got, tt.want)
		}
	}
}

// TestWhy holds the reasons of an act.
func TestWhy(t *testing.T) {
	got := Find(sentence(t, "検察によると、[person:ワン]被告が{2019-05|2019年5月}にサーバーに侵入した。ハッカー"))
	if len(got) != 1 {
		t.Fatalf("got %q", brief(got))
	}
	want := `"侵入" tells the type (incident); date "2019年5月" of its clause; alleged: "検察によると"`
	if why := strings.Join(got[0].Why(), "; "); why != want {
		t.Errorf("got %s\nwant %s", why, want)
	}
	if p := got[0].Participants; len(p) != 1 || p[0].Why != "が" {
		t.Errorf("participants %+v", p)
	}
}
