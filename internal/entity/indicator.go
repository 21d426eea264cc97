package entity

import (
	"regexp"
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

var (
	cvePattern    = regexp.MustCompile(`cve-?(\d{4})-(\d{4,7})`)
	ipPattern     = newPattern(`\d{1,3}(?:(?:\.|\[\.\])\d{1,3}){3}`, anywhere, withDigit|withJoint, 7)
	domainPattern = newPattern(`[A-Za-z0-9-]+(?:(?:\[\.\]|\.)[A-Za-z0-9-]+)*\[\.\][A-Za-z]{2,}(?:/[!-~]*)?`, anywhere, withJoint, 6)
	hxxpPattern   = newPattern(`(?i)hxxps?(?:://|\[:\]//)[!-~]+`, anywhere, withJoint, 8)
)

// vulnerabilities finds CVE ids however they are written.
func vulnerabilities(p *passage) {
	if !strings.Contains(p.folded.Text, "cve") {
		return
	}
	for _, at := range cvePattern.FindAllStringSubmatchIndex(p.folded.Text, -1) {
		if s := p.original(at[0], at[1]); p.alone(s) {
			p.sightID(s, content.Vulnerability, 0.99, "cve", "CVE-"+p.folded.Text[at[2]:at[3]]+"-"+p.folded.Text[at[4]:at[5]])
		}
	}
}

// indicators finds addresses and hashes. A domain is taken only where the text defangs it:
// any other may be anybody's.
func indicators(p *passage) {
	if p.has&withJoint != 0 {
		p.addresses()
	}
	p.hashes()
}

// addresses finds URLs, domains and IPv4 addresses.
func (p *passage) addresses() {
	add := func(x pattern, why string, good func(source.Span) bool) {
		for _, s := range p.matches(x) {
			if good(s) {
				p.sight(s, content.Indicator, 0.95, why)
			}
		}
	}
	if strings.Contains(p.text, "xxp") || strings.Contains(p.text, "XXP") {
		add(hxxpPattern, "url", func(s source.Span) bool { return script(p.before(s)) != latin })
	}
	if strings.Contains(p.text, "[.]") {
		add(domainPattern, "domain", func(s source.Span) bool { return p.alone(s) && !ipPattern.MatchString(p.surface(s)) })
	}
	if points := func(s string) bool { return strings.Count(s, ".") >= 3 }; points(p.text) && slices.ContainsFunc(p.ascii, func(run asciiRun) bool { return points(p.surface(run.span)) }) {
		add(ipPattern, "ip", p.isAddress)
	}
}

// versions are words that make a version or a section of what looks like an address after them.
var versions = newSuffixTable([]string{"バージョン", "version", "ver", "v", "os", "第", "版", "節"})

// isAddress tells an IPv4 address from a version number.
func (p *passage) isAddress(s source.Span) bool {
	if !p.alone(s) || p.before(s) == '.' || beginsAny(p.text[s.End:], ".", "以降", "以前", "未満", " 以降", " 以前", "より前") {
		return false
	}
	before := strings.TrimRight(p.text[:s.Start], " .　")
	if versions.ends(strings.ToLower(before[max(0, len(before)-longestWord):])) {
		return false
	}
	part, digits := 0, 0
	for _, b := range []byte(p.surface(s)) {
		switch {
		case b == '.':
			part, digits = 0, 0
		case '0' <= b && b <= '9':
			if digits > 0 && part == 0 {
				return false // a part with a leading zero
			}
			if part, digits = 10*part+int(b-'0'), digits+1; part > 255 {
				return false
			}
		}
	}
	return true
}

// hashes finds hashes. Their lengths and their mixture tell them from long numbers and words.
func (p *passage) hashes() {
	for _, run := range p.ascii {
		for i := run.span.Start; i+32 <= run.span.End; i++ {
			s := source.Span{Start: i, End: i}
			has := features(0)
			for ; s.End < run.span.End && hexadecimal(p.text[s.End]); s.End++ {
				has |= asciiFeatures[p.text[s.End]]
			}
			i = s.End
			if n := s.Len(); (n == 32 || n == 40 || n == 64) && has&withDigit != 0 && has != withDigit && p.alone(s) {
				p.sight(s, content.Indicator, 0.95, "hash")
			}
		}
	}
}

func hexadecimal(b byte) bool {
	return '0' <= b && b <= '9' || 'a' <= b && b <= 'f' || 'A' <= b && b <= 'F'
}

// beginsAny reports whether a text begins with one of the prefixes. The third byte, which ends a kana or kanji, tells most from it.
func beginsAny(s string, prefixes ...string) bool {
	third := byte(0)
	if len(s) > 2 {
		third = s[2]
	}
	for _, x := range prefixes {
		if (len(x) < 3 || x[2] == third) && strings.HasPrefix(s, x) {
			return true
		}
	}
	return false
}

func endsAny(s string, suffixes ...string) bool {
	for _, x := range suffixes {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}
