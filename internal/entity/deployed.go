package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// Reports name most malware without any mark, in Latin letters of a coined form: HOLLOWREED, TinyHeron. What is done with it tells that it is some.

var (
	// infects are said of malware only.
	infects = []string{" C2", "の検体", "の亜種", "の変種", "の改造版", "に感染", "への感染", "の感染", "を植え付け", "が植え付け", "を送り込", "を仕込", "が仕込", "を投下", "のペイロード", "の解析", "のC2", "の C2", "に暗号化", "の復号"}
	// deploys are said of programs at large: there the sentence must speak of attackers.
	deploys = []string{"を展開", "が展開", "を実行", "が実行", "を導入", "が導入", "を設置", "が設置", "の設置", "を配置", "をダウンロード", "を起動", "を用い", "を使", "が使われ", "を利用", "で張", "へ切り替え", "に切り替え", "を捨て", "をロード", "を読み込", "をインストール", "を開発", "を改良", "で、攻撃", "による遠隔", "で遠隔", "を介し", "経由で", "が書き込", "が取得され", "が読み込", "が起動", "がロード", "がダウンロード", "が配置", "が作成され", "が呼び出", "が回収され", "がインストール", "が投下", "が注入", "を注入", "を呼び出", "を書き込", "をメモリ", "は C2", "はC2", "はDLL", "は DLL", "は AES", "はAES", "は設定", "は起動"}
)

// gathers stand before the name of a program that does such things: 認証情報を集める|CE-Notes.
var gathers = []string{"を窃取する", "を盗む", "を抜く", "を盗み出す", "を収集する", "を集める", "を抜き取る", "を消去する", "を記録する", "を破壊する", "使われたのは", "使用されたのは", "用いられたのは"}

// gatherers finds malware by what it is for, where its name has the form of a coined one.
func gatherers(p *passage) {
	for _, at := range p.spots[gatherWords] {
		if _, end := p.quotation(at.End); end > 0 && p.told && strings.HasSuffix(p.surface(at.Span), "のは") {
			for _, s := range p.quotes(at.End) {
				if p.toolName(s) && !productTable[strings.ToLower(p.surface(s))] {
					p.sight(s, content.Malware, 0.6, "deployed")
				}
			}
		}
		for next := at.End; p.told; {
			s, ok := latinAfter(p.text, next)
			if !ok || !p.alone(s) || p.inURL(s) || p.isTaken(s) || !p.joinedName(s) {
				break
			}
			p.sight(s, content.Malware, 0.6, "deployed")
			rest := p.text[s.End:]
			for _, comma := range []string{"や", "、", "と"} {
				rest = strings.TrimPrefix(rest, comma)
			}
			if next = len(p.text) - len(rest); next == s.End {
				break
			}
		}
	}
}

// joinedName reports whether a Latin word is coined, or joined of two with capitals: LP-Notes.
func (p *passage) joinedName(s source.Span) bool {
	name := p.surface(s)
	first, last, ok := strings.Cut(name, "-")
	joined := ok && first != "" && last != "" && upper(first[0]) && upper(last[0])
	return (joined || coined(name) || shouted(name)) && !strings.ContainsAny(name, " ./") && nameLike(name) && !company(name) && !slices.Contains(notMalware, name) && !productTable[strings.ToLower(name)] && !strings.HasPrefix(name, "CVE")
}

// deployed finds malware by what is done with it.
func deployed(p *passage) {
	for _, at := range p.spots[deployWords] {
		s, ok := latinBefore(p.text, p.beforeAside(at.Start))
		if !ok || !p.alone(s) || p.inURL(s) || p.isTaken(s) || beginsAny(p.text[at.End:], "検査", "採取", "者") {
			continue
		}
		plainly := at.word < len(infects)
		if p.coinedName(s, plainly) && (plainly || p.kindBy(p.sentence(s)) != "" || p.attackedIn(s) || (p.told || p.touched) && p.attackerIn(s) || p.told && p.surface(at.Span) == "が使われ") {
			p.sight(s, content.Malware, 0.65, "deployed")
		}
	}
}

// coinedName reports whether a Latin word has the form of a name that analysts give: seven capitals or more, or where what is said
// of it is plain six, or a capital inside.
func (p *passage) coinedName(s source.Span, plainly bool) bool {
	name := p.surface(s)
	if strings.ContainsAny(name, " ./") || !nameLike(name) || company(name) || slices.Contains(notMalware, name) || productTable[strings.ToLower(name)] || strings.HasPrefix(name, "CVE") {
		return false
	}
	if shouted(name) {
		return len(name) > 6 || plainly
	}
	return coined(name) && len(name) > 4 && (plainly || p.malwareIn(s) || p.told && (p.attackedIn(s) || strings.HasPrefix(p.text[s.End:], "が使われ")))
}

// beforeAside returns the place before the bracket with a name in katakana that ends at i, i if none does: LODEINFO|（ロードインフォ）.
func (p *passage) beforeAside(i int) int {
	inner, ok := strings.CutSuffix(p.text[:i], "）")
	if !ok {
		return i
	}
	if open := p.katakanaStart(len(inner)); open < len(inner) && strings.HasSuffix(p.text[:open], "（") {
		return open - len("（")
	}
	return i
}

// attackedIn reports whether the sentence around a span says what attackers do on the machines of others.
func (p *passage) attackedIn(s source.Span) bool {
	in := p.surface(p.sentence(s))
	for _, w := range []string{"攻撃者", "侵入", "C2", "検体", "ペイロード", "悪用", "足掛かり", "横展開", "永続化", "侵害", "暗号化された"} {
		if strings.Contains(in, w) {
			return true
		}
	}
	return false
}

// attackerIn reports whether the sentence around a span names an attacker.
func (p *passage) attackerIn(s source.Span) bool {
	around := p.sentence(s)
	for i := range p.known {
		if h := &p.known[i]; h.kind() == content.Actor && around.Contains(h.Span) {
			return true
		}
	}
	return slices.ContainsFunc(p.found, func(d sighting) bool { return d.kind == content.Actor && around.Contains(d.Span) })
}

// malwareIn reports whether the sentence around a span speaks of malware beside what the span names.
func (p *passage) malwareIn(s source.Span) bool {
	around := p.sentence(s)
	for i := range p.known {
		if h := &p.known[i]; h.kind() == content.Malware && around.Contains(h.Span) {
			return true
		}
	}
	for i := range p.found {
		if d := &p.found[i]; d.kind == content.Malware && around.Contains(d.Span) {
			return true
		}
	}
	return p.kindBy(around) == content.Malware || strings.Contains(p.surface(around), "ペイロード")
}

// productTable has, in small letters, the names of that form that are those of lawful products and houses.
var productTable = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(`PowerShell GitHub GitLab LinkedIn WhatsApp YouTube TikTok TeamViewer AnyDesk RustDesk UltraVNC TightVNC RealVNC SharePoint OneDrive OneNote
		PowerPoint OpenSSL OpenSSH OpenVPN WireGuard CrowdStrike SentinelOne BeyondTrust ConnectWise ScreenConnect QuickAssist FortiGate FortiOS FortiManager FortiWeb FortiMail FortiSIEM SonicWall
		MOVEit GoAnywhere VMware vCenter ESXi vSphere PostgreSQL MySQL MariaDB MongoDB NoSQL WordPress WooCommerce phpMyAdmin JavaScript TypeScript NodeJS WinRAR WinSCP FileZilla PuTTY PsExec
		PyInstaller PyPI RubyGems AutoIt AutoHotkey VirusTotal VirusBulletin JPCERT ThreatConnect MITRE CloudFlare CloudFront DigitalOcean BitTorrent DropBox MediaFire SourceForge StackOverflow
		ChatGPT OpenAI DeepSeek QuickTime FaceTime iCloud iMessage iPhone iPad macOS watchOS WebView WebDAV WebSocket ActiveX DirectX SmartScreen BitLocker AppLocker WinRM NetBIOS SysInternals
		SoftEther ZeroTier TailScale SolarWinds LastPass NordVPN ProtonMail ProtonVPN CoinBase BitMEX PayPal AliExpress WeChat QQMail NetScaler BIGIP ManageEngine ServiceNow SalesForce HubSpot
		JetBrains TeamCity IntelliJ VisualStudio SQLite GraphQL OAuth SAML LDAPS HTTPS KERBEROS POWERSHELL WINDOWS ANDROID FORTINET FORTIGATE CITRIX MICROSOFT GOOGLE AMAZON FACEBOOK TWITTER SAMSUNG
		HITACHI FUJITSU PANASONIC MITSUBISHI SOFTBANK KADOKAWA RAKUTEN DOCOMO NINTENDO CANON OLYMPUS TOSHIBA YAMAHA SUZUKI NISSAN TOYOTA JAPANET UNIQLO MERCARI NIKKEI REUTERS BLOOMBERG INTERPOL
		EUROPOL ENISA UNESCO UNICEF NATO ASEAN MANDIANT CISCO ORACLE ADOBE APACHE UBUNTU DEBIAN CENTOS REDHAT CHROME FIREFOX SAFARI OUTLOOK EXCHANGE README LICENSE UNICODE BASE64 SHA256`) {
		out[strings.ToLower(w)] = true
	}
	return out
}()
