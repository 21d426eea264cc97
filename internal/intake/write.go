package intake

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"unicode"

	"jikenbo/internal/content"
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
	fmt.Fprintf(b, "name = { ja = %[1]s, en = %[1]s }\n", quote(t.name))
	if t.class != "" {
		fmt.Fprintf(b, "class = %s\n", quote(t.class))
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
	fmt.Fprintf(b, "summary = { ja = %s, en = %s }\n", quote(ja), quote(en))
	if t.place != "" {
		fmt.Fprintf(b, "country = %s\n", quote(t.place))
	}
	if common(t.name) {
		b.WriteString("ambiguous = true\n")
	}
}

func writeIDs(b *strings.Builder, ids []ID) {
	b.WriteString("\n[ids]\n")
	for _, id := range ids {
		fmt.Fprintf(b, "%s = %s\n", id.System, quote(id.Value))
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
			added += id.System + " = " + quote(id.Value) + end
		}
		return text[:at] + added + text[at:], true
	}
	return text, false
}

// writeTables writes what may stand at the end of any file.
func (p *planner) writeTables(b *strings.Builder, t *target) {
	for _, a := range t.aliases {
		fmt.Fprintf(b, "\n[[alias]]\nname = %s\n", quote(a.Name))
		if a.By != "" {
			fmt.Fprintf(b, "by = %s\n", quote(a.By))
		}
		fmt.Fprintf(b, "scope = %s\nsource = %s\n", quote(a.Scope), quote(a.Source))
		if a.Ambiguous {
			b.WriteString("ambiguous = true\n")
		}
	}
	for _, r := range t.references {
		fmt.Fprintf(b, "\n[[reference]]\nurl = %s\n", quote(r.URL))
		if r.Title != "" {
			fmt.Fprintf(b, "title = %s\n", quote(r.Title))
		}
	}
	for _, c := range t.claims {
		fmt.Fprintf(b, "\n[[claim]]\nproperty = %s\nentity = %s\nby = %s\nsource = %s\n", quote(c.property), quote(c.entity), quote(p.c.By), quote(p.c.Source))
		fmt.Fprintf(b, "note = { ja = %s, en = %s }\n",
			quote("この資料は「"+c.name+"」を別名とする。"), quote("It gives “"+c.name+"” as another name."))
	}
}

// seed writes the source record of the catalogue.
func (c *Catalogue) seed() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "title = %s\ntitle_in = { ja = %[1]s, en = %[1]s }\nkind = \"catalogue\"\nlanguage = \"en\"\npublisher = %s\n", quote(c.Title), quote(c.Publisher))
	if c.URL != "" {
		fmt.Fprintf(&b, "url = %s\n", quote(c.URL))
	}
	if c.Notice != "" {
		fmt.Fprintf(&b, "note = { ja = %[1]s, en = %[1]s }\n", quote(c.Notice))
	}
	return []byte(b.String())
}

// quote writes a TOML string. What is not shown is escaped, so that the file reads as it is.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == ' ' || unicode.IsGraphic(r) && !unicode.Is(unicode.Zs, r):
			b.WriteRune(r)
		case r > 0xFFFF:
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			fmt.Fprintf(&b, `\u%04X`, r)
		}
	}
	return b.String() + `"`
}
