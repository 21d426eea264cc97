package build

import (
	"fmt"
	"slices"
	"strings"

	"jikenbo/internal/source"
)

// mostMeant is how many names are shown of those that have a part in common.
const mostMeant = 5

// meant asks whether another name was meant than one that nothing has, or which of several: those that have it as a part, or the
// nearest. Each is shown as it can be written.
func (r *reviewing) meant(id string, inSeeds bool) string {
	var articles, known []string
	for _, s := range r.sources.All() {
		known = append(known, s.ID)
	}
	for _, a := range r.content.Articles {
		articles = append(articles, a.ID)
	}
	if !inSeeds {
		known = append(known, articles...)
	}
	slices.Sort(known)
	known = slices.Compact(known)
	near := slices.DeleteFunc(slices.Clone(known), func(k string) bool { return id == "" || !strings.Contains(k, strings.ToLower(id)) })
	if one := source.Nearest(id, known); len(near) == 0 && one != "" {
		near = []string{one}
	}
	if len(near) == 0 {
		return ""
	}
	all := len(near)
	near = near[:min(all, mostMeant)]
	for i, k := range near {
		if inSeeds && slices.Contains(articles, k) {
			k = "seeds/" + k // by itself it is the article
		}
		near[i] = fmt.Sprintf("%q", k)
	}
	out := "; did you mean " + strings.Join(near, ", ")
	if all > mostMeant {
		out += fmt.Sprintf(" or another of %d", all)
	}
	return out + "?"
}
