package entity

import (
	"embed"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/morph"
)

// The gazetteer is what a reader of news knows without being told: names that stand bare in
// the text. It makes no pages. A line names one thing in all its spellings; where
// the registry has an entity of one of them, all mean that entity.
//
//go:embed gazetteer
var gazetteer embed.FS

// addGazetteer adds the names that the registry does not have, and the countries and regions of CLDR. The long list of
// attackers goes with the registry's: without any, all have to be discovered.
func (x lexicon) addGazetteer() {
	attackers := x.has(content.Actor)
	for _, file := range []struct {
		name string
		kind content.Kind
	}{{"organizations.txt", content.Organization}, {"places.txt", content.Place}, {"people.txt", content.Person}, {"malware.txt", content.Malware}, {"families.txt", content.Malware}, {"handles.txt", content.Actor}, {"attackers.txt", content.Actor}, {"ransomware.txt", content.Actor}} {
		if (file.name == "attackers.txt" || file.name == "ransomware.txt") && !attackers {
			continue
		}
		text, _ := gazetteer.ReadFile("gazetteer/" + file.name)
		for line := range strings.Lines(string(text)) {
			line, ambiguous := strings.CutPrefix(line, "?")
			if names := spellings(line); names != nil {
				x.addCommon(file.kind, names, ambiguous)
			}
		}
	}
	for _, r := range regions() {
		x.addCommon(content.Place, []string{r.JA, r.EN}, false)
	}
}

// shared has, folded, the names that attackers go by who are called as their program is.
var shared = func() map[string]bool {
	out := map[string]bool{}
	text, _ := gazetteer.ReadFile("gazetteer/ransomware.txt")
	for line := range strings.Lines(string(text)) {
		for _, name := range spellings(strings.TrimPrefix(line, "?")) {
			out[morph.Fold(name).Text] = true
		}
	}
	return out
}()

// has reports whether there is a name of a kind.
func (x lexicon) has(k content.Kind) bool {
	for _, n := range x.names {
		if n.claims[0].entity.Kind == k {
			return true
		}
	}
	return false
}

func spellings(line string) []string {
	line = strings.TrimSpace(line)
	if line == "" || line[0] == '#' {
		return nil
	}
	names := strings.Split(line, "|")
	for i := range names {
		names[i] = strings.TrimSpace(names[i])
	}
	return names
}

// addCommon adds the spellings of one name. The first is the Japanese one, the second the English.
func (x lexicon) addCommon(kind content.Kind, names []string, ambiguous bool) {
	owner, common := x.owner(kind, names), false
	if n := x.contestedAmong(kind, names); n != nil && owner == nil {
		x.addContested(n, names, ambiguous)
		return
	}
	if owner == nil {
		owner, common = &content.Entity{Kind: kind, Name: i18n.Text{JA: names[0], EN: names[1]}}, true
	}
	for i, s := range names {
		if i == 1 && kind == content.Place {
			continue // Jordan and Georgia are persons too
		}
		if x.names[morph.Fold(s).Text] == nil {
			x.add(claim{entity: owner, written: s, why: "gazetteer", common: common, ambiguous: ambiguous})
		}
	}
}

// addContested adds the spellings of a name that the registry has as contested to all who claim it there.
func (x lexicon) addContested(n *name, names []string, ambiguous bool) {
	for _, s := range names {
		if x.names[morph.Fold(s).Text] != nil {
			continue
		}
		for _, c := range n.claims {
			x.add(claim{entity: c.entity, written: s, why: "gazetteer", ambiguous: ambiguous, scope: "contested"})
		}
	}
}

// owner returns the entity of the registry that one of the names means beyond doubt, nil if there is none. Malware may be meant by a word
// that means other things in other places: the gazetteer says that here it does not.
func (x lexicon) owner(kind content.Kind, names []string) *content.Entity {
	for _, s := range names {
		n := x.names[morph.Fold(s).Text]
		if n != nil && !n.contested() && !n.claims[0].common && (!n.claims[0].ambiguous || kind == content.Malware) && n.claims[0].entity.Kind == kind {
			return n.claims[0].entity
		}
	}
	return nil
}

// regions returns the names of the countries and territories in both languages.
func regions() []i18n.Text {
	ja, en := display.Regions(language.Japanese), display.Regions(language.English)
	var out []i18n.Text
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			r, err := language.ParseRegion(string(a) + string(b))
			if err != nil || !r.IsCountry() || r.Canonicalize() != r {
				continue
			}
			if name := ja.Name(r); name != "" && name != en.Name(r) {
				out = append(out, i18n.Text{JA: name, EN: en.Name(r)})
			}
		}
	}
	return out
}
