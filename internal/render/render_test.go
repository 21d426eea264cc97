package render

import (
	"html/template"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"jikenbo/internal/casebook"
	"jikenbo/internal/i18n"
)

// TestPages holds that both trees have the same pages, and that they are all there.
func TestPages(t *testing.T) {
	s := plain()
	for _, want := range []string{
		"index.html", "404.html", "assets/jikenbo.css", "assets/theme.js", "assets/jikenbo.js", "assets/favicon.svg",
		"ja/index.html", "ja/timeline.html", "ja/about.html", "ja/articles/index.html", "ja/articles/fox-hunt.html",
		"ja/articles/only-japanese.html", "ja/actors/index.html", "ja/actors/blue-fox.html", "ja/operations/fox-hunt-takedown.html",
		"ja/malware/foxfire.html", "ja/organizations/police.html", "ja/people/jane-doe.html", "ja/places/zz.html",
		"ja/vulnerabilities/index.html", "ja/sources/index.html", "ja/sources/letter.html", "ja/names/blue-fox-or-red-owl.html",
	} {
		if s[want] == nil {
			t.Errorf("no %s", want)
		}
	}
	for p := range s {
		if below, ok := strings.CutPrefix(p, "ja/"); ok && s["en/"+below] == nil {
			t.Errorf("%s is not in English", p)
		}
		if below, ok := strings.CutPrefix(p, "en/"); ok && s["ja/"+below] == nil {
			t.Errorf("%s is not in Japanese", p)
		}
	}
}

// TestLinks resolves every link and fragment of every page inside the site.
func TestLinks(t *testing.T) {
	s := plain()
	links := 0
	for _, p := range s {
		if p.root == nil {
			continue
		}
		for _, n := range p.all() {
			for _, key := range []string{"href", "src", "action"} {
				if v := attr(n, key); v != "" {
					links++
					s.follow(t, p, v)
				}
			}
		}
	}
	if links < 1000 {
		t.Errorf("only %d links looked at", links)
	}
}

func (s site) follow(t *testing.T, from *page, link string) {
	t.Helper()
	if strings.HasPrefix(link, "https://") {
		return
	}
	file, fragment, _ := strings.Cut(link, "#")
	to := from
	if file != "" {
		to = s[path.Join(path.Dir(from.path), file)]
	}
	switch {
	case strings.HasPrefix(link, "/") || strings.Contains(file, ":") || strings.HasSuffix(file, "/"):
		t.Errorf("%s: link %q is not relative, or names a folder", from.path, link)
	case to == nil:
		t.Errorf("%s: link %q leads nowhere", from.path, link)
	case fragment != "" && len(to.all(attribute("id", fragment))) == 0:
		t.Errorf("%s: link %q: no such fragment", from.path, link)
	}
}

// TestGround holds what is true of every page: its language and title, one main heading, the policy
// word for word, unique ids, nothing inline, no message missing.
func TestGround(t *testing.T) {
	for _, p := range plain() {
		if p.root == nil {
			continue
		}
		ids := map[string]bool{}
		for _, n := range p.all() {
			if id := attr(n, "id"); id != "" {
				if ids[id] {
					t.Errorf("%s: id %q twice", p.path, id)
				}
				ids[id] = true
			}
			for _, a := range n.Attr {
				if a.Key == "style" || strings.HasPrefix(a.Key, "on") || a.Key == "integrity" || a.Key == "crossorigin" {
					t.Errorf("%s: <%s %s>", p.path, n.Data, a.Key)
				}
			}
			if n.Data == "style" || n.Data == "script" && (attr(n, "src") == "" || attr(n, "type") != "" || text(n) != "") {
				t.Errorf("%s: inline <%s>: %s", p.path, n.Data, text(n))
			}
		}
		if got := attr(p.one(t, attribute("http-equiv", "Content-Security-Policy")), "content"); got != policy {
			t.Errorf("%s: policy %q", p.path, got)
		}
		if n := p.one(t, tag("html")); attr(n, "lang") == "" || text(p.one(t, tag("title"), func(n *html.Node) bool { return n.Parent.Data == "head" })) == "" {
			t.Errorf("%s: no language or title", p.path)
		}
		p.one(t, tag("h1"))
		p.one(t, tag("main"))
		for _, bad := range []string{"⟦", "ZgotmplZ", "<nil>", "%!", "http-equiv=\"refresh\""} {
			if strings.Contains(string(p.data), bad) {
				t.Errorf("%s holds %q", p.path, bad)
			}
		}
	}
}

// TestLang holds that Japanese in an English page stands in an element that says so.
func TestLang(t *testing.T) {
	for _, p := range plain() {
		if p.root == nil || !strings.HasPrefix(p.path, "en/") {
			continue
		}
		for n := range p.one(t, tag("body")).Descendants() {
			if n.Type != html.TextNode || lang(n) == "ja" {
				continue
			}
			if kana := strings.IndexFunc(n.Data, func(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana) }); kana >= 0 {
				t.Errorf("%s: %q is not marked as Japanese", p.path, n.Data)
			}
		}
	}
}

// TestEDTFIsNotShown holds that people never read a code.
func TestEDTFIsNotShown(t *testing.T) {
	code := regexp.MustCompile(`\d{4}-\d\d(-\d\d)?~?(/|$)|/\.\.|\.\./\d`)
	for _, p := range plain() {
		if p.root == nil {
			continue
		}
		if got := code.FindString(text(p.one(t, tag("main")))); got != "" {
			t.Errorf("%s shows %q", p.path, got)
		}
	}
	p := plain()["ja/operations/fox-hunt-takedown.html"]
	if len(p.all(attribute("data-edtf", "2025-01-10~/2025-01-14"))) == 0 {
		t.Errorf("%s: the code of the period is not in an attribute", p.path)
	}
}

// TestHostile holds that text which tries to be HTML stays text.
func TestHostile(t *testing.T) {
	for _, p := range plain() {
		if p.root == nil {
			continue
		}
		for _, n := range p.all(tag("a")) {
			if strings.Contains(attr(n, "href"), "javascript") {
				t.Errorf("%s: a script for a link", p.path)
			}
		}
		for _, n := range p.all(tag("i")) {
			t.Errorf("%s: markup from a note: %s", p.path, text(n))
		}
	}
	if got := text(plain()["ja/articles/fox-hunt.html"].one(t, attribute("id", "p6"))); got != "<script>alert(1)</script>という名の手下がいる。" {
		t.Errorf("item %q", got)
	}
	if got := text(plain()["ja/articles/fox-hunt.html"].one(t, tag("h1"))); got != "警察、<b>青い狐</b>を追う" {
		t.Errorf("heading %q", got)
	}
}

// TestArticle looks at the pairs of an article.
func TestArticle(t *testing.T) {
	p := plain()["ja/articles/fox-hunt.html"]
	first := p.one(t, attribute("id", "p1"))
	if !class("pairs")(first.Parent) {
		t.Errorf("p1 is %s", attr(first, "class"))
	}
	if got := text(p.one(t, attribute("id", "s2"))); !strings.HasPrefix(got, "青い狐は狐火") {
		t.Errorf("s2 %q", got)
	}
	if n := p.all(class("c-en")); lang(n[0]) != "en" || !strings.HasPrefix(text(n[0]), "On 14 January") {
		t.Errorf("the other column begins %q in %s", text(n[0]), lang(n[0]))
	}
	for _, at := range []string{"en-s1", "ja-s1"} {
		if len(p.all(attribute("id", at))) != 0 {
			t.Errorf("%s is an id to which nothing leads", at)
		}
	}
	if n := p.one(t, tag("rt"), func(n *html.Node) bool { return lang(n) == "ja" }); text(n) != "きつねび" {
		t.Errorf("furigana %q", text(n))
	}
	if n := p.all(attribute("href", "../actors/blue-fox.html"), func(n *html.Node) bool { return class("c-ja")(n.Parent.Parent.Parent) }); len(n) == 0 || text(n[0]) != "青い狐" || len(n[0].FirstChild.Data) == 0 {
		t.Errorf("the name across the emphasis is not one link")
	}
	if got := p.all(tag("time"), attribute("datetime", "2025-01-14")); len(got) == 0 || text(got[0]) != "2025年1月14日" {
		t.Errorf("the date is not marked")
	}
	if got := p.all(tag("aside"), class("ednote")); len(got) != 2 {
		t.Errorf("%d notes, want one in each language", len(got))
	}
	if len(p.all(tag("li"), attribute("id", "p5"))) != 1 || len(p.all(tag("tr"))) != 4 || len(p.all(tag("th"))) < 4 {
		t.Errorf("the list or the table is not whole")
	}
	if len(p.all(class("margin"))) == 0 {
		t.Errorf("no act in the margin")
	}
}

// TestMissingTranslation holds that the page exists, says so, and shows the original.
func TestMissingTranslation(t *testing.T) {
	p := plain()["en/articles/only-japanese.html"]
	if got := text(p.one(t, class("notice"))); !strings.Contains(got, "not been translated") {
		t.Errorf("notice %q", got)
	}
	if n := p.one(t, attribute("id", "ja-s1")); lang(n) != "ja" || !strings.Contains(text(n), "青い狐") {
		t.Errorf("the original is not there: %q", text(n))
	}
	if len(p.all(class("readbar"))) != 0 {
		t.Errorf("a choice of languages where there is one")
	}
	if len(plain()["ja/articles/only-japanese.html"].all(class("notice"))) != 0 {
		t.Errorf("a notice on the original")
	}
}

// TestEntity looks at what a record must say.
func TestEntity(t *testing.T) {
	p := plain()["en/actors/blue-fox.html"]
	whole := text(p.one(t, tag("main")))
	for _, want := range []string{"Azure Vixen", "Example Security", "alleged", "There is no sponsor", "Nowhere", "Operations against it", "Fox Hunt"} {
		if !strings.Contains(whole, want) {
			t.Errorf("%q is missing", want)
		}
	}
	figures := p.all(tag("tr"), func(n *html.Node) bool { return n.Parent.Parent != nil && class("figs")(n.Parent.Parent) })
	if len(figures) != 3 || !strings.Contains(text(figures[1]), "about 300 devices") || !strings.Contains(text(figures[2]), "more than 385,000 devices") {
		t.Errorf("figures are not there, the smallest first")
	}
	if got := p.all(tag("a"), attribute("href", "../names/blue-fox-or-red-owl.html")); len(got) == 0 {
		t.Errorf("the contested name does not lead to its page")
	}
	claim := p.one(t, attribute("id", "c1"))
	if !strings.Contains(text(claim), "since August 2024") || !strings.Contains(text(claim), "Blue Fox had been active") {
		t.Errorf("claim %q", text(claim))
	}
	if got := text(plain()["ja/actors/blue-fox.html"].one(t, tag("main"))); !strings.Contains(got, "38万5000台超") || !strings.Contains(got, "あおいきつね") {
		t.Errorf("the Japanese record lacks the figure or the reading")
	}
}

// TestTimeline looks at one act and its evidence.
func TestTimeline(t *testing.T) {
	p := plain()["en/timeline.html"]
	act := p.one(t, attribute("id", "fox-hunt-done"))
	got := text(act)
	for _, want := range []string{"Takedown", "Police stop", "announced 14 January 2025", "Example Police"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in %q", want, got)
		}
	}
	sentence := false
	for n := range act.Descendants() {
		sentence = sentence || attr(n, "href") == "articles/fox-hunt.html#s1"
	}
	if !sentence {
		t.Errorf("no link to the sentence")
	}
	for _, n := range p.all(class("act")) {
		if class("is-found")(n) == strings.Contains(text(n), "Police stop") {
			t.Errorf("edited and machine-found acts are not told apart: %q", text(n))
		}
	}
}

// TestRights holds that a source shows what its rights allow and no more.
func TestRights(t *testing.T) {
	s := plain()
	quoted := text(s["ja/sources/police-release.html"].one(t, class("extracts")))
	if !strings.Contains(quoted, "指令基盤を止めた") || strings.Contains(quoted, "どの事実の裏づけでもない") {
		t.Errorf("under quote: %q", quoted)
	}
	if full := text(s["ja/sources/letter.html"].one(t, class("extracts"))); !strings.Contains(full, "Nobody sponsors us.") {
		t.Errorf("under full: %q", full)
	}
	if len(s["ja/sources/secret.html"].all(class("extracts"))) != 0 {
		t.Errorf("under none something is shown")
	}
	for _, p := range s {
		if strings.Contains(string(p.data), "どの事実の裏づけでもない") {
			t.Errorf("%s shows a sentence that it may not", p.path)
		}
	}
}

// TestSiteURL holds that absolute addresses stand where the site's address is known, and only there.
func TestSiteURL(t *testing.T) {
	if p := plain()["ja/index.html"]; len(p.all(attribute("rel", "canonical"))) != 0 || len(p.all(tag("link"), attribute("hreflang", "en"))) != 0 {
		t.Errorf("an absolute address without a site's address")
	}
	if n := plain()["404.html"].all(tag("a"), attribute("href", "en/index.html")); len(n) == 0 {
		t.Errorf("404.html has no way in")
	}
	r := renderer()
	r.SiteURL = "https://example.org/book/"
	s := render(t, r)
	if got := attr(s["ja/actors/blue-fox.html"].one(t, attribute("rel", "canonical")), "href"); got != "https://example.org/book/ja/actors/blue-fox.html" {
		t.Errorf("canonical %q", got)
	}
	if got := attr(s["404.html"].one(t, attribute("rel", "stylesheet")), "href"); got != "https://example.org/book/assets/jikenbo.css" {
		t.Errorf("404.html: style %q", got)
	}
}

// TestExtra holds that pages of other stages are linked only where they exist, and get the frame.
func TestExtra(t *testing.T) {
	if p := plain()["ja/index.html"]; len(p.all(tag("form"), attribute("role", "search"))) != 0 {
		t.Errorf("a search form without a search page")
	}
	r := renderer()
	r.Extra = Extra{Search: true, Data: true, Feed: true, EntityData: true}
	s := render(t, r)
	if got := attr(s["ja/actors/blue-fox.html"].one(t, attribute("role", "search")), "action"); got != "../search.html" {
		t.Errorf("search at %q", got)
	}
	pages := r.CustomPages(&casebook.Casebook{}, Custom{
		Path: "search.html", Title: i18n.Text{JA: "検索", EN: "Search"}, Scripts: []string{"search.js"},
		Body: func(l i18n.Lang) template.HTML { return template.HTML("<p id=\"q\">" + l + "</p>") },
	})
	f, err := r.Render(pages[1])
	if err != nil {
		t.Fatal(err)
	}
	if got := string(f.Data); f.Path != "en/search.html" || !strings.Contains(got, `<p id=q>en`) || !strings.Contains(got, "../assets/search.js") {
		t.Errorf("%s: %s", f.Path, got)
	}
}

// TestSizes holds the budget for what every page loads.
func TestSizes(t *testing.T) {
	for file, most := range map[string]int64{"jikenbo.css": 40 << 10, "jikenbo.js": 20 << 10, "theme.js": 5 << 10} {
		info, err := os.Stat("../../static/" + file)
		if err != nil {
			t.Fatal(err)
		}
		if info.Size() > most {
			t.Errorf("%s has %d bytes, at most %d", file, info.Size(), most)
		}
	}
}

// TestSameBytes renders twice and wants the same.
func TestSameBytes(t *testing.T) {
	again := render(t, renderer())
	for p, f := range plain() {
		if string(again[p].data) != string(f.data) {
			t.Errorf("%s differs from run to run", p)
		}
	}
}
