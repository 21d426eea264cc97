package clipping

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// text takes a text as it is.
func (c *cutter) text(data []byte) error {
	text, encoding, err := seeds.Decode(data)
	if err != nil {
		return err
	}
	if err := isText(text); err != nil {
		return err
	}
	c.out.Format, c.out.Encoding, c.out.Text, c.out.Data = "text", encoding, text, data
	return nil
}

// headlines notes what the headings of a page say, and returns the one that is the title of the article.
func (c *cutter) headlines(body *html.Node) *html.Node {
	titles, publishers := squeezed(c.title), squeezed(c.publisher)
	var first, same *html.Node
	for n := range body.Descendants() {
		if n.DataAtom != atom.H1 && n.DataAtom != atom.H2 && n.DataAtom != atom.H3 {
			continue
		}
		text := squeeze(words(n))
		if text == "" || slices.Contains(publishers, text) {
			continue
		}
		if n.DataAtom == atom.H1 && first == nil {
			first = n
		}
		if startsOne(titles, text) {
			same = n
			break
		}
	}
	switch {
	case same != nil:
		title := words(same)
		for i := range c.title {
			if rest, ok := strings.CutPrefix(titles[i], squeeze(title)); ok && (rest == "" || !letterFirst(rest)) {
				c.title[i].Value = title
			}
		}
		c.title = append(c.title, Guess{Value: title, Sure: shown, From: "heading " + same.Data})
		return same
	case first != nil:
		c.title = append(c.title, Guess{Value: words(first), Sure: implied + 0.1, From: "heading h1"})
	}
	return first
}

// squeezed are the values of guesses as they are compared.
func squeezed(gs []Guess) []string {
	var out []string
	for _, g := range gs {
		out = append(out, squeeze(g.Value))
	}
	return out
}

// startsOne reports whether one of some titles is a text, or begins with it.
func startsOne(titles []string, text string) bool {
	return slices.ContainsFunc(titles, func(t string) bool {
		return t == text || len(text) >= 18 && strings.HasPrefix(t, text)
	})
}

func letterFirst(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

const (
	longestTitle = 100 // characters
	dateLine     = 60
)

// fromText reads what the text itself, its address and its name tell.
func (c *cutter) fromText() {
	var lines, own []string // own are those that are no furniture
	for _, p := range seeds.Passages(source.NewFile("", c.out.Text)) {
		line := oneLine(p.Text())
		lines = append(lines, line)
		if p.Kind != source.Furniture {
			own = append(own, line)
		}
	}
	if c.out.Format == "text" || len(c.title) == 0 {
		c.firstLine(own)
	}
	if len(c.published) == 0 {
		c.printedDates(lines)
	}
	c.publishers(lines)
	c.fromAddress()
	stem := strings.TrimSuffix(path.Base(c.name), path.Ext(c.name))
	c.found(dayIn(stem), vague-0.1, "name of the file")
	if len(c.title) == 0 && strings.ContainsFunc(stem, unicode.IsLetter) {
		c.title = append(c.title, Guess{Value: oneLine(stem), Sure: byName, From: "name of the file"})
	}
	c.tongue()
}

// firstLine takes the first line that is neither a day nor a sentence for the title.
func (c *cutter) firstLine(lines []string) {
	for i, line := range lines[:min(len(lines), 4)] {
		n := utf8.RuneCountInString(line)
		if strings.Contains(line, "。") || n > longestTitle {
			return
		}
		if n < 4 || printedDay(line) != "" && n < 30 {
			continue
		}
		if len(lines) > 1 {
			c.title = append(c.title, Guess{Value: line, Sure: implied - 0.1*float64(i), From: "first line"})
		}
		return
	}
}

// printedDates takes the day of a short line at the head or the foot of the text, else the first whole day of its beginning.
func (c *cutter) printedDates(lines []string) {
	foot := max(0, len(lines)-4)
	for i, line := range lines {
		head := i < 6
		if utf8.RuneCountInString(line) > dateLine || strings.HasSuffix(line, "。") || !head && i < foot {
			continue
		}
		if day := printedDay(line); day != "" {
			if head {
				c.found(day, implied+0.1, "date printed at the head of the text")
			} else {
				c.found(day, implied-0.1, "date printed at the foot of the text")
			}
			return
		}
	}
	for _, line := range lines[:min(len(lines), 4)] {
		if day := printedDay(shorten(line, 200)); day != "" {
			c.found(day, vague-0.1, "first day that the text names")
			return
		}
	}
}

var (
	dateline  = regexp.MustCompile(`^[\s　]*[\[［【(（]([^\]］】)）]{2,30})[\]］】)）]|[(（]([^()（）]{2,12})[)）]\s*$`)
	agencies  = regexp.MustCompile(`ロイター|共同通信社?|共同|時事通信社?|時事|AFP|AP通信|AP|CNN|ブルームバーグ|Bloomberg|新華社|聯合ニュース|タス通信|インタファクス|REUTERS|Reuters`)
	copyright = regexp.MustCompile(`(?i)(?:©|\(c\)|（c）|copyright)[\s　]*(?:©|\(c\)|（c）)?[\s　]*(?:[12][0-9]{3}[\s　,、.\-–—~〜]*)*[\s　]*(?:by\s+)?([^.。|｜/©]{2,40})`)
	rights    = regexp.MustCompile(`(?i)[\s　,、.]*(?:all rights? reserved|無断.*|禁無断.*|※.*)$`)
	credited  = regexp.MustCompile(`^(?:出典|提供元?|発行元?|発表者?|掲載元?|媒体名?|Source|Publisher)[\s　]*[:：][\s　]*([^。]{2,40})$`)
)

// publishers takes the agency of a dateline, a copyright line and a credit for the publisher.
func (c *cutter) publishers(lines []string) {
	for i, line := range lines {
		if m := dateline.FindStringSubmatch(line); m != nil && i < 6 {
			if name := agencies.FindString(m[1] + m[2]); name != "" {
				c.publisher = append(c.publisher, Guess{Value: agency(name), Sure: implied, From: "dateline"})
			}
		}
		if m := credited.FindStringSubmatch(line); m != nil && !strings.Contains(m[1], "://") {
			c.publisher = append(c.publisher, Guess{Value: m[1], Sure: implied, From: "credit in the text"})
		}
		if utf8.RuneCountInString(line) <= 120 {
			c.copyrightLine(line)
		}
	}
}

// copyrightLine takes the holder of the rights for the publisher.
func (c *cutter) copyrightLine(line string) {
	if m := copyright.FindStringSubmatch(line); m != nil {
		name := strings.Trim(rights.ReplaceAllString(m[1], ""), " 　,、.・:：-–")
		if strings.ContainsFunc(name, unicode.IsLetter) {
			add(&c.publisher, Guess{Value: name, Sure: vague, From: "copyright line"})
		}
	}
}

// agency is the whole name of an agency that datelines shorten.
func agency(s string) string {
	switch s {
	case "共同":
		return "共同通信"
	case "時事":
		return "時事通信"
	case "AP":
		return "AP通信"
	case "REUTERS", "Reuters":
		return "ロイター"
	case "Bloomberg":
		return "ブルームバーグ"
	}
	return s
}

// fromAddress reads what the address of the page tells.
func (c *cutter) fromAddress() {
	u, err := url.Parse(weigh(c.url).Value)
	if err != nil || u.Host == "" {
		return
	}
	host := strings.TrimPrefix(u.Hostname(), "www.")
	if len(c.publisher) == 0 {
		c.publisher = append(c.publisher, Guess{Value: host, Sure: vague - 0.1, From: "host of the address"})
	}
	c.found(dayIn(u.Path), implied, "address")
}

// tongue reads the language off the letters.
func (c *cutter) tongue() {
	kana, han, latin := 0, 0, 0
	for _, r := range c.out.Text {
		switch {
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			kana++
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.Is(unicode.Latin, r):
			latin++
		}
	}
	g := Guess{Value: "en", Sure: implied - 0.1, From: "letters of the text"}
	switch {
	case kana > 0 && 20*kana > han+latin:
		g.Value, g.Sure = "ja", told
	case han > latin:
		g.Value = "zh"
	case latin == 0:
		return
	}
	c.language = append(c.language, g)
}

// office is how the names of ministries and the like end.
var office = regexp.MustCompile(`(?:省|庁|府|警察|警察局|検察|裁判所|大使館|委員会)$`)

// genre says what kind of document it is, by who publishes it.
func (c *cutter) genre() {
	add := func(kind string, sure float64, from string) {
		c.kind = append(c.kind, Guess{Value: kind, Sure: sure, From: from})
	}
	u, err := url.Parse(c.out.URL.Value)
	if err == nil && u.Host != "" {
		host := u.Hostname()
		switch {
		case strings.HasSuffix(host, ".go.jp"), strings.HasSuffix(host, ".lg.jp"), strings.HasSuffix(host, ".gov"), strings.Contains(host, ".gov."), strings.HasSuffix(host, ".mil"):
			add("release", implied, "host of the address")
		case strings.Contains(host, "blog"), strings.Contains(u.Path, "/blog"), strings.HasPrefix(host, "note."), strings.Contains(host, "hatena"):
			add("blog", implied, "address")
		}
	}
	if office.MatchString(c.out.Publisher.Value) {
		add("release", vague, "publisher")
	}
	if len(c.kind) == 0 {
		add("news", implied-0.1, "nothing says otherwise")
	}
}
