package clipping

import (
	"fmt"
	"regexp"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

var (
	image    = regexp.MustCompile(`!\[[^\]]*\]\([^)]*\)`)
	rubyText = regexp.MustCompile(`(?is)<r[tp]\b[^>]*>.*?</r[tp]>`)
	tag      = regexp.MustCompile(`</?[A-Za-z][^<>]{0,500}>|<!--.*?-->`)
	keyLine  = regexp.MustCompile(`^([A-Za-z_-]{1,40})\s*[:=]\s*(.*)$`)
)

// markdown takes the prose of a Markdown file, and what tools for clipping write above it.
func (c *cutter) markdown(data []byte) error {
	text, encoding, err := seeds.Decode(data)
	if err != nil {
		return err
	}
	if err := isText(text); err != nil {
		return err
	}
	c.out.Format, c.out.Encoding = "Markdown", encoding
	text = c.frontMatter(strings.ReplaceAll(text, "\r\n", "\n"))
	text = tag.ReplaceAllString(rubyText.ReplaceAllString(image.ReplaceAllString(text, ""), ""), "")
	version, _, _ := content.Parse(source.NewFile(c.name, "+++\n+++\n"+text), i18n.JA)
	var b strings.Builder
	for _, p := range version.Passages() {
		switch p.Kind {
		case source.Heading:
			if b.Len() == 0 {
				c.title = append(c.title, Guess{Value: oneLine(p.Text()), Sure: shown, From: "first heading"})
			}
			b.WriteByte('\n')
		case source.Item:
			if p.Ordered {
				fmt.Fprintf(&b, "%d. ", p.Number)
			} else {
				b.WriteString("・")
			}
		}
		b.WriteString(p.Text() + "\n")
	}
	c.out.Text = tidy(b.String())
	return nil
}

// frontMatter reads the keys above a Markdown text and returns what follows. Of YAML it knows
// lines of a key and a value, which is what tools write.
func (c *cutter) frontMatter(text string) string {
	fence, rest, ok := strings.Cut(text, "\n")
	if !ok || strings.TrimSpace(fence) != "---" && strings.TrimSpace(fence) != "+++" {
		return text
	}
	head, body, ok := strings.Cut("\n"+rest, "\n"+strings.TrimSpace(fence))
	if !ok {
		return text
	}
	for line := range strings.Lines(head) {
		m := keyLine.FindStringSubmatch(strings.TrimSpace(line))
		if m == nil {
			continue
		}
		key, value := strings.ToLower(m[1]), strings.Trim(m[2], `"' []`)
		from := "front matter, " + key
		switch key {
		case "title":
			c.title = append(c.title, Guess{Value: oneLine(value), Sure: told, From: from})
		case "source", "url", "link", "canonical", "original":
			c.address(value, told, from)
		case "author", "byline":
			c.author = append(c.author, Guess{Value: oneLine(value), Sure: shown, From: from})
		case "publisher", "site", "sitename", "site_name":
			c.publisher = append(c.publisher, Guess{Value: oneLine(value), Sure: told, From: from})
		case "published", "date", "pubdate", "published_at":
			c.instant(value, shown, from)
		case "lang", "language":
			c.language = append(c.language, Guess{Value: languageTag(value), Sure: shown, From: from})
		}
	}
	return body
}
