package clipping

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"jikenbo/internal/seeds"
)

var (
	metaCharset = regexp.MustCompile(`(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-z0-9_:-]{1,40})`)
	xmlEncoding = regexp.MustCompile(`(?i)^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([a-z0-9_:-]{1,40})["']`)
)

// decodePage decodes a page. What it declares about itself is often wrong: where its bytes are text in one of the
// encodings of Japanese, that one holds, unless it declares one that Japanese is not written in. Only where
// nothing fits whole is the declared encoding read with gaps, and those are counted.
func decodePage(data []byte, declared string) (text, encoding string, lost int, err error) {
	if declared == "" {
		declared = declaredIn(data)
	}
	e, name := charset.Lookup(declared)
	text, encoding, err = seeds.Decode(data)
	if err == nil && (e == nil || utf8.Valid(data) || isJapanese(name)) {
		return text, encoding, 0, nil
	}
	if e == nil {
		return "", "", 0, err
	}
	out, failed := e.NewDecoder().Bytes(data)
	if failed != nil {
		return text, encoding, 0, err
	}
	declaredText := strings.TrimPrefix(strings.ToValidUTF8(string(out), "\ufffd"), "\ufeff")
	lost = strings.Count(declaredText, "\ufffd") + strings.Count(declaredText, "\x00")
	if lost > 0 && err == nil || lost*100 > utf8.RuneCountInString(declaredText) {
		return text, encoding, 0, err
	}
	return strings.ReplaceAll(declaredText, "\x00", "\ufffd"), name, lost, nil
}

// isJapanese reports whether an encoding is one of those that Japanese pages declare.
func isJapanese(name string) bool {
	return strings.HasPrefix(name, "utf-") || name == "shift_jis" || name == "euc-jp" || name == "iso-2022-jp"
}

// declaredIn returns the encoding that a page says it is in, "" where it says none.
func declaredIn(data []byte) string {
	head := data[:min(len(data), 8192)]
	for _, form := range []*regexp.Regexp{xmlEncoding, metaCharset} {
		if m := form.FindSubmatch(head); m != nil {
			return string(bytes.ToLower(m[1]))
		}
	}
	return ""
}

// isText reports, as an error, that what was decoded is no text at all.
func isText(text string) error {
	controls, n := 0, 0
	for _, r := range text {
		if n++; r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' || r == 0x7f || r >= 0x370 && !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Cf, unicode.Co) {
			controls++
		}
	}
	if controls*50 > n {
		return fmt.Errorf("it is no text: %d of its %d characters are control characters or none at all", controls, n)
	}
	return nil
}
