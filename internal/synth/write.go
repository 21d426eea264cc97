package synth

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"jikenbo/internal/i18n"
)

// markdown is the file of an article in a language. Hugo reads the same front matter and body: what jikenbo
// lists as "about" is written for Hugo's taxonomies by [Hugo].
func (a article) markdown(l i18n.Lang) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "+++\ntitle = %q\n", a.title.In(l))
	if l == i18n.JA {
		fmt.Fprintf(&b, "published = %q\nsources = %s\nabout = %s\n", a.day.Format(time.DateOnly), quoted(a.sources), quoted(ids(a.operations, a.actors)))
	}
	fmt.Fprintf(&b, "summary = %q\n+++\n\n%s", a.summary(l), a.body.In(l))
	return []byte(b.String())
}

func (a article) summary(l i18n.Lang) string {
	if l == i18n.JA {
		return a.actors[0].name.JA + "についての、作られた記事。"
	}
	return "A made article on " + a.actors[0].name.EN + "."
}

func ids(lists ...[]entity) []string {
	var out []string
	for _, es := range lists {
		for _, e := range es {
			out = append(out, e.id)
		}
	}
	return out
}

// quoted writes a list as TOML has it.
func quoted(list []string) string {
	var out []string
	for _, s := range list {
		out = append(out, fmt.Sprintf("%q", s))
	}
	return "[" + strings.Join(out, ", ") + "]"
}

func (e entity) actorFile() File {
	return File{"content/actors/" + e.id + ".toml", fmt.Appendf(nil, `name = { ja = %q, en = %q }
reading = "つくられた"
class = "state-linked"
country = "cn"
summary = { ja = "測るために作られた集団。", en = "A group made for measuring." }
`, e.name.JA, e.name.EN)}
}

// operationFile is the file of the i-th operation, with two events.
func (m *maker) operationFile(i int, e entity) File {
	r := rand.New(rand.NewPCG(uint64(i), 7))
	actor := m.actors[rare(r, len(m.actors))]
	from := time.Date(lastYear, 10, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, -r.IntN(15*365))
	to := from.AddDate(0, 0, r.IntN(200))
	if late := to.Sub(m.newest()); late > 0 { // some source has to tell of it
		from, to = from.Add(-late), to.Add(-late)
	}
	source := m.source(r, to, m.newest())
	var b strings.Builder
	fmt.Fprintf(&b, `name = { ja = %q, en = %q }
reading = "つくられた"
class = "counter"
type = "takedown"
summary = { ja = "測るために作られた作戦。", en = "An operation made for measuring." }
period = "%s/%s"
counters = [%q]

[[participant]]
entity = "fbi"
role = "agent"
source = %q
`, e.name.JA, e.name.EN, from.Format(time.DateOnly), to.AddDate(0, 0, 1).Format(time.DateOnly), actor.id, source)
	for n, day := range []time.Time{from, to} {
		fmt.Fprintf(&b, `
[[event]]
id = "%s-%d"
date = %q
type = "takedown"
title = { ja = "%sの第%d段階", en = "Stage %[5]d of %[6]s" }
participants = [{ entity = "fbi", role = "agent" }, { entity = %q, role = "target" }]
source = %q
`, e.id, n+1, day.Format(time.DateOnly), e.name.JA, n+1, e.name.EN, actor.id, source)
	}
	return File{"content/operations/" + e.id + ".toml", []byte(b.String())}
}
