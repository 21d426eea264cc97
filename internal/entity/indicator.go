package entity

import (
	"regexp"
	"strconv"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

var (
	cvePattern    = regexp.MustCompile(`cve-?(\d{4})-(\d{4,7})`)
	ipPattern     = newPattern(`\d{1,3}(?:(?:\.|\[\.\])\d{1,3}){3}`, anywhere, withDigit|withJoint, 7)
	hashPattern   = newPattern(`[0-9A-Fa-f]{32,64}`, anywhere, 0, 32)
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
	if strings.Count(p.text, ".") >= 3 {
		add(ipPattern, "ip", p.isAddress)
	}
	add(hashPattern, "hash", p.isHash)
}

// isAddress tells an IPv4 address from a version number.
func (p *passage) isAddress(s source.Span) bool {
	if !p.alone(s) || p.before(s) == '.' || beginsAny(p.text[s.End:], ".", "以降", "以前", "未満", " 以降", " 以前", "より前") {
		return false
	}
	before := strings.TrimRight(strings.ToLower(p.text[:s.Start]), " .　")
	for _, w := range []string{"バージョン", "version", "ver", "v", "os", "第", "版", "節"} {
		if strings.HasSuffix(before, w) {
			return false
		}
	}
	for _, part := range strings.Split(strings.NewReplacer("[", "", "]", "").Replace(p.surface(s)), ".") {
		if n, err := strconv.Atoi(part); err != nil || n > 255 || len(part) > 1 && part[0] == '0' {
			return false
		}
	}
	return true
}

// isHash tells a hash from a long number or word by its length and its mixture.
func (p *passage) isHash(s source.Span) bool {
	surface := p.surface(s)
	return p.alone(s) && (len(surface) == 32 || len(surface) == 40 || len(surface) == 64) &&
		strings.ContainsAny(surface, "0123456789") && strings.ContainsAny(surface, "abcdefABCDEF")
}

func beginsAny(s string, prefixes ...string) bool {
	for _, x := range prefixes {
		if strings.HasPrefix(s, x) {
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
