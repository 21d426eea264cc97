package clipping

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// furnitureWords are those by which classes and ids call what stands around an article: parts of names, or whole names with
// their parts joined. Words by which frameworks call any box (widget, hidden) are not among them.
const furnitureWords = " nav navi navigation gnav lnav globalnav menu megamenu breadcrumb breadcrumbs pankuzu topicpath " +
	"related relation relations relatedarticles recommend recommended recommendation ranking rank pickup osusume " +
	"share shares sharing sharebtn sns snsbutton snsarea social socials button buttons btn btns " +
	"footer copyright ad ads adv advert advertisement adsense banner banners bnr promo promotion sponsored sponsor " +
	"sidebar side aside subcolumn rightcolumn leftcolumn comment comments tag tags taglist keyword keywords category categories profile authorbox " +
	"pagination pager paging pagenation cookie consent gdpr modal popup overlay newsletter subscribe subscription paywall login signup " +
	"toolbar tools print pagetop totop gotop backtotop skip skiplink toc follow tweet facebook twitter hatena pocket search " +
	"prev next prevnext backnumber latest newarticles popular trending sitemap languages langswitch visuallyhidden sronly screenreadertext " +
	"figcaption caption credit meta byline author writer articleinfo postmeta entrymeta "

// proseFurniture are those that make furniture of a paragraph, too.
const proseFurniture = " copyright caption credit related recommend paywall profile authorbox ad ads cookie "

// bodyWords are the classes and ids of the text of an article, surest first.
var bodyWords = [...]string{
	"articlebody", "articlebodytext", "articletext", "articlecontent", "articlecontents", "articlemain", "articledetail", "newsbody", "newstext", "newsdetail",
	"entrycontent", "entrybody", "entrytext", "postcontent", "postbody", "posttext", "storybody", "storytext", "honbun", "kijibody", "kiji", "maintext",
	"bodytext", "detailbody", "contentbody", "releasebody", "textbody", "blogbody", "singlecontent", "pagecontent",
}

// names returns the words of the classes and the id of an element in small letters, and each class with its parts joined.
func names(n *html.Node) (parts, whole []string) {
	for _, name := range append(strings.Fields(attr(n, "class")), attr(n, "id")) {
		var b strings.Builder
		start := 0
		lower := false
		for i, r := range name {
			letter := r < utf8.RuneSelf && unicode.IsLetter(r)
			if !letter || lower && unicode.IsUpper(r) {
				parts = appendWord(parts, name[start:i])
				start = i
				if !letter {
					start = i + utf8.RuneLen(r)
				}
			}
			lower = letter && unicode.IsLower(r)
			if letter {
				b.WriteRune(unicode.ToLower(r))
			}
		}
		parts = appendWord(parts, name[min(start, len(name)):])
		whole = appendWord(whole, b.String())
	}
	return parts, whole
}

func appendWord(list []string, s string) []string {
	if s == "" {
		return list
	}
	return append(list, strings.ToLower(s))
}

// prune takes out of a body what is no article: first what says so by its element or its role, unless it holds nearly all of the
// running text, then what the page calls by a word for it, unless it holds a good part of what is left.
func prune(body *html.Node) {
	m := measure(body)
	without(body, func(n *html.Node) bool {
		return unread(n.DataAtom) || invisible(n) || around(n) && 10*m[n].running <= 9*m[body].running
	})
	m = measure(body)
	without(body, func(n *html.Node) bool {
		return 3*m[n].running <= m[body].running && (m.furniture(n) || m[n].listOfLinks(n))
	})
}

// without removes the elements below n for which drop holds, and comments.
func without(n *html.Node, drop func(*html.Node) bool) {
	var next *html.Node
	for c := n.FirstChild; c != nil; c = next {
		next = c.NextSibling
		switch {
		case c.Type == html.CommentNode, c.Type == html.ElementNode && drop(c):
			n.RemoveChild(c)
		case c.Type == html.ElementNode:
			without(c, drop)
		}
	}
}

// invisible reports whether an element is not shown.
func invisible(n *html.Node) bool {
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	return hasAttr(n, "hidden") || strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// around reports whether an element says by its kind or its role that it stands around an article.
func around(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Footer, atom.Aside, atom.Figcaption, atom.Menu:
		return true
	}
	switch attr(n, "role") {
	case "navigation", "banner", "contentinfo", "complementary", "search", "menu", "dialog", "alert":
		return true
	}
	return false
}

// furniture reports whether an element is likely to be one of those around an article.
func (m measurements) furniture(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Form, atom.Address:
		return true
	case atom.Header:
		return find(n, func(d *html.Node) bool { return d.DataAtom == atom.P }) == nil
	case atom.Main, atom.Article, atom.Table, atom.Tbody, atom.Tr, atom.Td, atom.H2, atom.H3:
		return false // what these are called says how they look
	case atom.Time:
		return !m.inText(n)
	}
	if inlineTag(n.DataAtom) && (m.inText(n) || m[line(n)].text-m[n].text > 4) {
		return false // a word of a sentence, as in a link to a keyword
	}
	parts, whole := names(n)
	if m[n].text <= dateLine && m[n].sentences == 0 && (dated(parts) || n.DataAtom == atom.P && find(n, isTime) != nil) {
		if text := words(n); printedDay(text) != "" || changed.MatchString(text) {
			return true
		}
	}
	list := furnitureWords
	if n.DataAtom == atom.P && m[n].sentences > 0 {
		list = proseFurniture
	}
	return slices.ContainsFunc(append(parts, whole...), func(w string) bool { return strings.Contains(list, " "+w+" ") })
}

func isTime(n *html.Node) bool { return n.DataAtom == atom.Time }

// line returns the element that makes a line of what an inline element stands in.
func line(n *html.Node) *html.Node {
	for n.Parent != nil && inlineTag(n.DataAtom) {
		n = n.Parent
	}
	return n
}

// inText reports whether an element stands in running text, and not in a line of its own.
func (m measurements) inText(n *html.Node) bool {
	l := m[line(n)]
	return l.text > dateLine || l.sentences > 0
}

// A measurement says how much of what an element holds.
type measurement struct {
	running             int // text outside links; sentences count more
	text, linked, links int // characters, those in links, and the links
	sentences           int
}

// measurements are those of all elements of a page.
type measurements map[*html.Node]measurement

// measure measures every element.
func measure(root *html.Node) measurements {
	out := measurements{}
	var walk func(n *html.Node, inLink bool) measurement
	walk = func(n *html.Node, inLink bool) measurement {
		var sum measurement
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode:
				text := strings.TrimSpace(c.Data)
				size, ends := utf8.RuneCountInString(text), strings.Count(text, "。")+strings.Count(text, ". ")
				sum.text += size
				sum.sentences += ends
				if inLink {
					sum.linked += size
				} else {
					sum.running += size + 20*ends
				}
			case c.Type == html.ElementNode && !unread(c.DataAtom):
				link := c.DataAtom == atom.A && hasAttr(c, "href")
				m := walk(c, inLink || link)
				if link {
					m.links++
				}
				sum.add(m)
			}
		}
		out[n] = sum
		return sum
	}
	walk(root, false)
	return out
}

func (m *measurement) add(o measurement) {
	m.running += o.running
	m.text += o.text
	m.linked += o.linked
	m.links += o.links
	m.sentences += o.sentences
}

// listOfLinks reports whether an element is a list of headlines that lead elsewhere.
func (m measurement) listOfLinks(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Dl, atom.Div, atom.Section, atom.Td:
		return m.links >= 2 && 10*m.linked >= 8*m.text
	}
	return false
}

// article returns the element that holds the article: one that the page calls so, else the smallest that holds
// nearly all of the running text.
func article(body *html.Node) *html.Node {
	measured := measure(body)
	amount := func(n *html.Node) int { return measured[n].running }
	all := amount(body)
	if n := named(body, amount); n != nil && 2*amount(n) >= all {
		return n
	}
	var heaviest *html.Node
	for d := range body.Descendants() {
		if (d.DataAtom == atom.Article || d.DataAtom == atom.Main || attr(d, "role") == "main") && (heaviest == nil || amount(d) > amount(heaviest)) {
			heaviest = d
		}
	}
	if heaviest != nil && 2*amount(heaviest) >= all {
		body, all = heaviest, amount(heaviest)
	}
	for {
		next := body.FirstChild
		for next != nil && (next.Type != html.ElementNode || inlineTag(next.DataAtom) || next.DataAtom == atom.P || 10*amount(next) < 9*all) {
			next = next.NextSibling
		}
		if next == nil || all == 0 {
			return body
		}
		body = next
	}
}

// named returns the element that the page calls the text of its article; where several are called so, what holds them all.
func named(body *html.Node, amount func(*html.Node) int) *html.Node {
	best, rank := []*html.Node(nil), len(bodyWords)+1
	for d := range body.Descendants() {
		if d.Type != html.ElementNode || amount(d) < 40 {
			continue
		}
		r := len(bodyWords) + 1
		if slices.Contains(strings.Fields(strings.ToLower(attr(d, "itemprop"))), "articlebody") {
			r = -1
		} else {
			_, whole := names(d)
			for _, w := range whole {
				if i := slices.Index(bodyWords[:], w); i >= 0 {
					r = min(r, i)
				}
			}
		}
		switch {
		case r < rank:
			best, rank = []*html.Node{d}, r
		case r == rank && best != nil:
			best = append(best, d)
		}
	}
	if len(best) == 0 {
		return nil
	}
	return holding(best)
}

// holding returns the smallest element that holds all of some.
func holding(nodes []*html.Node) *html.Node {
	common := nodes[0]
	for _, n := range nodes[1:] {
		above := map[*html.Node]bool{}
		for p := common; p != nil; p = p.Parent {
			above[p] = true
		}
		for common = n; !above[common]; {
			common = common.Parent
		}
	}
	return common
}
