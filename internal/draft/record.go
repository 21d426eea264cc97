package draft

import (
	"cmp"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"jikenbo/internal/clipping"
	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// sureEnough is how sure a guess has to be for an editor not to be asked.
const sureEnough = 0.5

// A keyLine is a line of TOML with a comment behind it.
type keyLine struct{ key, value, comment string }

// writeKeys writes lines with their equals signs under each other.
func writeKeys(b *strings.Builder, lines []keyLine) {
	width := 0
	for _, l := range lines {
		width = max(width, len(l.key))
	}
	for _, l := range lines {
		fmt.Fprintf(b, "%-*s = %s", width, l.key, l.value)
		if l.comment != "" {
			b.WriteString(" # " + words(l.comment))
		}
		b.WriteByte('\n')
	}
}

// guessed is the line of a key with what was guessed, and how sure that is.
func guessed(key string, g clipping.Guess) keyLine {
	if g.Value == "" {
		return keyLine{key, source.QuoteTOML("TODO"), "nothing found"}
	}
	comment := g.String()
	if g.Sure < sureEnough {
		comment = "TODO make sure: " + comment
	}
	return keyLine{key, source.QuoteTOML(g.Value), comment}
}

// tongue is the line of the language. One that is none, and none at all, is und: undetermined.
func tongue(g clipping.Guess) keyLine {
	if _, err := language.Parse(g.Value); g.Value == "" || err != nil {
		return keyLine{"language", `"und"`, "TODO the language of the text: ja, en, zh … " + g.String()}
	}
	return guessed("language", g)
}

// record writes the record of a source.
func (d *Desk) record(r Received, publisher clipping.Guess, sum string) []byte {
	c := r.Clip
	var b strings.Builder
	fmt.Fprintf(&b, "# %s から取り込んだ記録。右の数字は推定の確からしさ(0〜1)、その後が根拠。確かめて直してください。\n", words(path.Base(r.Name)))
	fmt.Fprintf(&b, "# Imported from %s. Behind each value: how sure it is (0 to 1), and from what it was guessed.\n", words(path.Base(r.Name)))
	lines := []keyLine{guessed("title", c.Title), guessed("kind", c.Kind), guessed("publisher", publisher)}
	if publisher.Value == "" {
		lines[2].comment = "nothing found; \"unknown\" if nobody knows"
	}
	if c.Author.Value != "" {
		lines = append(lines, guessed("author", c.Author))
	}
	if c.Published.Value != "" {
		lines = append(lines, guessed("published", c.Published))
	} else {
		lines = append(lines, keyLine{"# published", `"…"`, "TODO the day on which it was published: nothing found"})
	}
	if c.URL.Value != "" {
		lines = append(lines, guessed("url", c.URL))
	} else {
		lines = append(lines, keyLine{"# url", `"https://…"`, "its address, if it has one"})
	}
	lines = append(lines, tongue(c.Language),
		keyLine{"rights", `"quote"`, "only the sentences that are evidence are shown; full: may be shown whole; none: nothing but the record"},
		keyLine{"sha256", source.QuoteTOML(sum), fmt.Sprintf("of the text beside this record, %s from %s", c.Encoding, c.Format)})
	writeKeys(&b, lines)
	if c.Lost > 0 {
		fmt.Fprintf(&b, "# TODO %d places of the file held bytes that are no characters; U+FFFD stands there in the text\n", c.Lost)
	}
	return []byte(b.String())
}

// publisher returns the publisher as the archive calls it: as the records of the same host do, by the id of an
// organisation, or in the words of the file.
func (d *Desk) publisher(c *clipping.Clipping) clipping.Guess {
	g := c.Publisher
	if name, n := d.publisherOf(hostOf(c.URL.Value)); name != "" && c.Publisher.From != told {
		from := "a record of the same host"
		if n > 1 {
			from = fmt.Sprintf("%d records of the same host", n)
		}
		return clipping.Guess{Value: name, Sure: 0.9, From: from, Others: others(g, name)}
	}
	for _, o := range append([]clipping.Guess{g}, g.Others...) {
		if id := d.organizations[content.Fold(o.Value)]; id != "" {
			return clipping.Guess{Value: id, Sure: o.Sure, From: fmt.Sprintf("%s: %q", o.From, o.Value), Others: others(g, o.Value)}
		}
	}
	return g
}

// others are the values of a guess but for one.
func others(g clipping.Guess, but string) []clipping.Guess {
	if g.Value == "" {
		return nil
	}
	all := append([]clipping.Guess{g}, g.Others...)
	return slices.DeleteFunc(all, func(o clipping.Guess) bool { return o.Value == but })
}

// publisherOf returns whom the records of a host name most often, and how many do.
func (d *Desk) publisherOf(host string) (string, int) {
	count := map[string]int{}
	for _, s := range d.Sources.All() {
		if host != "" && hostOf(s.URL) == host {
			count[s.Publisher]++
		}
	}
	best := ""
	for name, n := range count {
		if c := cmp.Compare(n, count[best]); c > 0 || c == 0 && name < best {
			best = name
		}
	}
	return best, count[best]
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// organizationNames maps the names of organisations, folded, to their ids; names that several have are left out.
func organizationNames(r *content.Registry) map[string]string {
	out := map[string]string{}
	for _, e := range r.All() {
		if e.Kind != content.Organization {
			continue
		}
		for _, n := range namesOf(e) {
			key := content.Fold(n)
			if had, ok := out[key]; ok && had != e.ID {
				out[key] = ""
				continue
			}
			out[key] = e.ID
		}
	}
	return out
}

// namesOf returns every name of an entity, each once.
func namesOf(e *content.Entity) []string {
	names := append([]string{e.Name.JA, e.Name.EN}, e.Variants...)
	for _, a := range e.Aliases {
		names = append(names, a.Name)
	}
	slices.Sort(names)
	return slices.DeleteFunc(slices.Compact(names), func(n string) bool { return n == "" })
}
