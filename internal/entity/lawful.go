package entity

import (
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// Attackers bring along tools that administrators use, too. Such a tool is one of theirs where the sentence tells of an attack
// and what follows its name is said of what somebody uses: AnyDeskが置かれ.

// lawfulTools are the names of such tools. Those that only testers and attackers use are in the gazetteer.
var lawfulTools = []string{
	"NetSupport", "AnyDesk", "TeamViewer", "RustDesk", "ScreenConnect", "Splashtop", "Atera", "MeshAgent", "MeshCentral", "SimpleHelp", "UltraViewer", "UltraVNC", "TightVNC", "RealVNC", "DWAgent", "DWService", "HopToDesk", "Radmin", "Remote Utilities", "Tactical RMM", "Action1", "NetSupport Manager", "LogMeIn", "GoTo Resolve", "Supremo", "AeroAdmin", "Ammyy Admin", "Pulseway", "Zoho Assist",
	"PsExec", "AdFind", "ADFind", "NetScan", "Advanced IP Scanner", "Advanced Port Scanner", "SoftPerfect Network Scanner", "Angry IP Scanner", "Nmap", "Masscan", "PingCastle", "ADExplorer", "ProcDump", "Process Hacker", "PC Hunter", "PCHunter", "GMER", "IObit Unlocker", "Defender Control", "DefenderControl", "PowerTool",
	"MEGAsync", "MEGASync", "MEGAcmd", "WinSCP", "FileZilla", "PuTTY", "Plink", "plink", "Restic", "restic", "S3 Browser", "GoodSync", "PDQ Connect", "TruffleHog", "mimikatz", "rclone", "psexec", "frp", "gost", "Gost", "fscan", "Fscan", "FScan", "frpc", "FRPC", "nmap", "impacket", "chisel", "ngrok", "Fast Reverse Proxy",
	"エニーデスク", "チームビューアー", "チームビューワー", "ラストデスク", "スクリーンコネクト", "スプラッシュトップ",
}

// usedBy follow the name of a tool that somebody uses for what the sentence tells.
var usedBy = []string{
	"を悪用", "が悪用", "を設置", "が設置", "を仕込", "が仕込", "が置かれ", "を置", "をインストール", "がインストール", "を導入", "が導入", "をダウンロード", "がダウンロード", "を展開", "が展開", "を実行", "が実行", "を起動", "が起動",
	"を使って", "を使い", "を使用し", "を用い", "を利用し", "が使われ", "が使用され", "が用いられ", "が利用され", "を持ち込", "が持ち込", "で横展開", "による横展開", "で横移動", "で探索", "で内部", "で持ち出", "で外部", "で窃取", "で送信", "で転送", "で遠隔", "による遠隔", "で社内", "でデータ", "でファイル", "で認証情報", "の痕跡", "の実行履歴", "の実行痕跡", "が見つか", "が残され", "が同梱", "を同梱", "が回収", "を併用", "が併用", "も併用", "で張", "が常駐", "の改変版", "の改造版", "でトンネル",
}

// intruding are what a sentence says that tells what attackers do with such a tool.
var intruding = []string{
	"攻撃者", "侵入", "横展開", "横移動", "探索", "持ち出", "窃取", "盗", "認証情報", "遠隔操作", "遠隔制御", "犯人", "犯行", "ハッカー", "集団", "痕跡", "ランサム", "永続化", "外部へ送信", "外部に送信", "置かれ", "仕込", "暗号化", "C2", "偽の",
}

// lawful finds such tools.
func lawful(p *passage) {
	for _, at := range p.spots[lawfulWords] {
		if !p.touched || !p.alone(at.Span) || p.scriptBefore(at.Start) == katakana || p.scriptAt(at.End) == katakana || p.inURL(at.Span) {
			continue
		}
		if used(p.text[p.afterTools(at.End):]) && p.intrudedIn(at.Span) {
			p.sight(at.Span, content.Malware, 0.6, "deployed")
		}
	}
}

// used reports whether a text goes on with what somebody uses: を展開, も展開.
func used(after string) bool {
	if too, ok := strings.CutPrefix(after, "も"); ok {
		return beginsAny("を"+too, usedBy...) || beginsAny("が"+too, usedBy...)
	}
	return beginsAny(after, usedBy...)
}

// afterTools returns the place behind the list of names that goes on at i, with what is in brackets and quotation marks: AnyDesk|（遠隔操作）や「Rclone」などのツール|を.
func (p *passage) afterTools(i int) int {
	for range 8 {
		rest := afterAside(strings.TrimLeft(p.text[i:], "」』\" "))
		i = len(p.text) - len(rest)
		for _, w := range []string{"などの", "といった", "等の", "など", "等"} {
			if after, ok := strings.CutPrefix(rest, w); ok {
				return p.afterNoun(len(p.text) - len(after))
			}
		}
		next := rest
		for _, comma := range []string{"、および", "、", "や", "と", "および", "及び", "・", "／"} {
			if after, ok := strings.CutPrefix(rest, comma); ok {
				next = strings.TrimLeft(after, "「『\" ")
				break
			}
		}
		n, ok := latinAfter(p.text, len(p.text)-len(next))
		if len(next) == len(rest) || !ok {
			return i
		}
		i = n.End
	}
	return i
}

// afterNoun returns the place behind the noun in kanji and katakana that stands at i: |正規ツール|を.
func (p *passage) afterNoun(i int) int {
	end := i
	for end < len(p.text) && end-i < maxModifier && (p.scriptAt(end) == katakana || p.scriptAt(end) == kanji || p.scriptAt(end) == latin) {
		end += runeLen(p.text[end:])
	}
	return end
}

// intrudedIn reports whether the sentence around a span tells what intruders do, or names them or their malware.
func (p *passage) intrudedIn(s source.Span) bool {
	return firstOf(p.surface(p.sentence(s)), intruding) >= 0 || p.attackerIn(s) || p.malwareIn(s)
}
