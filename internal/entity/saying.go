package entity

import (
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// Firms in Latin letters that no list has and that bear no word of firms: they are known by what a text says of their kind (セキュリティ企業|Bit9),
// by who works for them (|Volexity|の研究者), by what is cited from them (|Volexity|によると), and by the country whose they are (イスラエルの|Morphisec|が発見した).

// saidOfFirms follow the name of a firm that has people or says something.
var saidOfFirms = []string{
	"によると", "によれば", "の研究者", "の研究チーム", "の調査チーム", "の分析チーム", "のリサーチャー", "のアナリスト", "の広報担当", "の報道担当", "の最高経営責任者", "の最高技術責任者", "のCEO", "の創業者", "の共同創業者", "の経営陣", "の従業員", "の社員", "の元社員", "の元従業員", "の幹部社員",
}

// latinSpeakers finds the firms before such words, and those behind the name of a country that find out about attacks.
func (p *passage) latinSpeakers() {
	for _, at := range p.spots[firmSayWords] {
		if s, ok := latinBefore(p.text, at.Start); ok && s.End == at.Start && p.firmInLatin(s) {
			p.sight(s, content.Organization, 0.6, "speaker")
		}
	}
	for i := range p.known {
		h := &p.known[i]
		if h.kind() != content.Place || h.meant == nil || h.meant.entity.Code == "" {
			continue
		}
		at := h.End
		if strings.HasPrefix(p.text[at:], "の") {
			at += len("の")
		}
		if s, ok := latinAfter(p.text, at); ok && s.Start == at && p.firmInLatin(s) && p.findsOut(s) {
			p.sight(s, content.Organization, 0.6, "finder")
		}
	}
}

// findsOut reports whether a name is the subject of a verb of finding or telling about attacks.
func (p *passage) findsOut(s source.Span) bool {
	rest := p.text[s.End:p.sentence(s).End]
	if !beginsAny(rest, "が", "は", "で、") {
		return false
	}
	return firstOf(rest, []string{"分析し", "調査し", "調べ", "報告し", "発見し", "見つけ", "公表し", "発表し", "確認し", "明らかにし", "指摘し", "気付", "気づ", "検知し", "観測し", "突き止め", "警告し", "連絡し", "通報し"}) >= 0
}

// firmInLatin reports whether a name in Latin letters can be that of a firm: a word with small letters which no platform, program or attacker is called by.
func (p *passage) firmInLatin(s source.Span) bool {
	name := p.surface(s)
	if !upper(name[0]) && !(name[0] >= '0' && name[0] <= '9') || !strings.ContainsFunc(name, func(r rune) bool { return 'a' <= r && r <= 'z' }) || !strings.ContainsFunc(name, func(r rune) bool { return 'A' <= r && r <= 'Z' }) {
		return false
	}
	return len(name) >= 4 && p.alone(s) && nameLike(name) && !p.inURL(s) && !endsAny(p.text[:s.Start], "「", "『", "“") && latinPerson(name) == 0 && !notFirms[name] && !strings.HasPrefix(name, "CVE-") &&
		!endsAny(name, "RAT", "Loader", "Stealer", "Bot", "Ransomware", "Malware", "Group", "Team", "Worm", "Backdoor", "Downloader", "Kit", "Panda", "Bear", "Kitten", "Typhoon", "Blizzard", "Sleet", "Sandstorm", "Spider", "Chollima")
}

// notFirms are names in Latin letters of what is used, and no firms.
var notFirms = wordSet("Active Directory", "Exchange Server", "Outlook", "SharePoint", "Chrome", "Firefox", "Edge", "Ethereum", "Solana", "Teams", "Slack", "Zoom", "Teams会議", "Gmail", "Wi-Fi", "Bluetooth", "Webex", "GitHub", "Facebook", "Twitter", "Instagram", "Signal", "WhatsApp", "YouTube", "TikTok", "Cobalt Strike", "Metasploit", "Mimikatz", "Twitter X", "Web3", "Web3.0", "DeFi", "Online", "Internet")

// firmOfKind finds the firm behind the word for what kind of firm it is: セキュリティ企業|Bit9|に, 暗号資産取引所の|KuVola|だ.
func (p *passage) firmOfKind(kind source.Span) {
	at := kind.End
	if strings.HasPrefix(p.text[at:], "の") {
		if k := p.scriptBefore(kind.Start); k != katakana && k != kanji && k != latin {
			return // 企業の|Windows端末
		}
		at += len("の")
	}
	s, ok := latinAfter(p.text, at)
	if !ok || s.Start != at || !p.firmInLatin(s) {
		return
	}
	if rest := p.text[s.End:]; p.particle(rest) || beginsAny(rest, "だ", "や", "など", "社", "・") {
		p.sight(s, content.Organization, 0.65, "firm")
	}
}
