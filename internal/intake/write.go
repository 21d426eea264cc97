package intake

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// file writes a new entity, or what is added to one.
func (p *planner) file(t *target) File {
	name := path.Join("content", t.kind.Folder(), t.id+".toml")
	var b strings.Builder
	old, err := fs.ReadFile(p.archive, name)
	switch {
	case err == nil:
		text, put := withIDs(string(old), t.ids)
		if !strings.HasSuffix(text, "\n") {
			text += "\n"
		}
		if len(t.ids) > 0 && !put {
			writeIDs(&b, t.ids)
		}
		p.writeTables(&b, t)
		added := b.String()
		if strings.Contains(text, "\r\n") {
			added = strings.ReplaceAll(added, "\n", "\r\n")
		}
		return File{name, []byte(text + added)}
	case t.entity != nil:
		p.writeHead(&b)
		b.WriteString("adds = true\n")
	default:
		p.writeHead(&b)
		p.writeNew(&b, t)
	}
	if len(t.ids) > 0 {
		writeIDs(&b, t.ids)
	}
	p.writeTables(&b, t)
	return File{name, []byte(b.String())}
}

// writeHead says where the file comes from, and under what notice.
func (p *planner) writeHead(b *strings.Builder) {
	fmt.Fprintf(b, "%s%s. Delete this line when you take the file over.\n", marker, p.c.Title)
	if p.c.Notice != "" {
		fmt.Fprintf(b, "# %s\n", p.c.Notice)
	}
}

func (p *planner) writeNew(b *strings.Builder, t *target) {
	fmt.Fprintf(b, "name = { ja = %[1]s, en = %[1]s }\n", source.QuoteTOML(t.name))
	if t.class != "" {
		fmt.Fprintf(b, "class = %s\n", source.QuoteTOML(t.class))
	}
	ja, en := "攻撃者", "Threat actor"
	if t.kind == content.Malware {
		ja, en = "マルウェア", "Malware"
	}
	ja, en = p.c.Label.JA+"に載る"+ja+"。", en+" listed in "+p.c.Label.EN+"."
	if place := p.registry.Get(t.place); place != nil {
		ja = strings.TrimSuffix(ja, "。") + "で、" + place.Name.JA + "と結び付けられている。"
		en = strings.TrimSuffix(en, ".") + ", which links it to " + place.Name.EN + "."
	}
	fmt.Fprintf(b, "summary = { ja = %s, en = %s }\n", source.QuoteTOML(ja), source.QuoteTOML(en))
	if t.place != "" {
		fmt.Fprintf(b, "country = %s\n", source.QuoteTOML(t.place))
	}
	if common(t.name) {
		b.WriteString("ambiguous = true\n")
	}
}

func writeIDs(b *strings.Builder, ids []ID) {
	b.WriteString("\n[ids]\n")
	for _, id := range ids {
		fmt.Fprintf(b, "%s = %s\n", id.System, source.QuoteTOML(id.Value))
	}
}

// withIDs puts ids below the header [ids], and reports whether the text has one.
func withIDs(text string, ids []ID) (string, bool) {
	at, end := 0, "\n"
	for line := range strings.Lines(text) {
		at += len(line)
		if head, _, _ := strings.Cut(line, "#"); strings.Join(strings.Fields(head), "") != "[ids]" {
			continue
		}
		if strings.HasSuffix(line, "\r\n") {
			end = "\r\n"
		}
		added := ""
		if !strings.HasSuffix(line, "\n") {
			added = end
		}
		for _, id := range ids {
			added += id.System + " = " + source.QuoteTOML(id.Value) + end
		}
		return text[:at] + added + text[at:], true
	}
	return text, false
}

// writeTables writes what may stand at the end of any file.
func (p *planner) writeTables(b *strings.Builder, t *target) {
	for _, a := range t.aliases {
		fmt.Fprintf(b, "\n[[alias]]\nname = %s\n", source.QuoteTOML(a.Name))
		if a.By != "" {
			fmt.Fprintf(b, "by = %s\n", source.QuoteTOML(a.By))
		}
		fmt.Fprintf(b, "scope = %s\nsource = %s\n", source.QuoteTOML(a.Scope), source.QuoteTOML(a.Source))
		if a.Ambiguous {
			b.WriteString("ambiguous = true\n")
		}
	}
	for _, r := range t.references {
		fmt.Fprintf(b, "\n[[reference]]\nurl = %s\n", source.QuoteTOML(r.URL))
		if r.Title != "" {
			fmt.Fprintf(b, "title = %s\n", source.QuoteTOML(r.Title))
		}
	}
	for _, c := range t.claims {
		fmt.Fprintf(b, "\n[[claim]]\nproperty = %s\nentity = %s\nby = %s\nsource = %s\n", source.QuoteTOML(c.property), source.QuoteTOML(c.entity), source.QuoteTOML(p.c.By), source.QuoteTOML(p.c.Source))
		fmt.Fprintf(b, "note = { ja = %s, en = %s }\n",
			source.QuoteTOML("この資料は「"+c.name+"」を別名とする。"), source.QuoteTOML("It gives “"+c.name+"” as another name."))
	}
}

// seed writes the source record of the catalogue.
func (c *Catalogue) seed() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "title = %s\ntitle_in = { ja = %[1]s, en = %[1]s }\nkind = \"catalogue\"\nlanguage = \"en\"\npublisher = %s\n", source.QuoteTOML(c.Title), source.QuoteTOML(c.Publisher))
	if c.URL != "" {
		fmt.Fprintf(&b, "url = %s\n", source.QuoteTOML(c.URL))
	}
	if c.Notice != "" {
		fmt.Fprintf(&b, "note = { ja = %[1]s, en = %[1]s }\n", source.QuoteTOML(c.Notice))
	}
	return []byte(b.String())
}
