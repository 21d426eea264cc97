package check

import (
	"slices"

	"jikenbo/internal/casebook"
	"jikenbo/internal/source"
)

// unmentioned reports the editor's entities to which nothing leads: no text names them and nothing refers to them. The registry
// that the program brings along is left out, and so is what an archive puts in its place.
func (r *records) unmentioned() {
	used := r.referred()
	for _, e := range r.Content.Registry.All() {
		node := r.Book.Entity(e.ID)
		if e.Shipped || e.Operation != nil || node == nil || used[e.ID] || e.Replaces {
			continue
		}
		if len(node.Mentions)+len(node.Relations)+len(node.Acts)+len(node.Articles)+len(node.Parts)+len(node.Residents) == 0 {
			r.problems.Warn(DataUnmentioned, e.Pos, "correct its names, add a variant, or delete the file", "no text and no record names %q", e.ID)
		}
	}
}

// referred returns the ids that editors name as those who say something.
func (r *records) referred() map[string]bool {
	used := map[string]bool{}
	for _, e := range r.Content.Registry.All() {
		for _, c := range e.Claims {
			used[c.By] = true
		}
		for _, a := range e.Aliases {
			used[a.By] = true
			used[e.ID] = used[e.ID] || a.Scope == "contested" // its names lead to a page of their own
		}
	}
	for _, s := range r.Sources.All() {
		used[s.Publisher] = true
	}
	return used
}

// relations wants what leads from one record to another to lead back. Linking sees to it; this proves it.
func (r *records) relations() {
	for _, e := range r.Content.Registry.All() {
		node := r.Book.Entity(e.ID)
		if node == nil {
			continue
		}
		for _, rel := range node.Relations {
			if !slices.ContainsFunc(rel.Other.Relations, func(back casebook.Relation) bool { return inverse(back, rel, node) }) {
				r.oneWay(e.Pos, e.ID, rel.Other.ID)
			}
		}
		if p := node.Parent; p != nil && node.Path != "" && !slices.Contains(p.Parts, node) {
			r.oneWay(e.Pos, e.ID, p.ID)
		}
	}
	for _, s := range r.Book.Sources {
		if t := s.Translates; t != nil && !slices.Contains(t.Translations, s) {
			r.oneWay(s.Pos, s.ID, t.ID)
		}
	}
}

// inverse reports whether back leads to a node from where rel leads.
func inverse(back, rel casebook.Relation, node *casebook.Entity) bool {
	return back.Other == node && back.Inverse != rel.Inverse && back.Property == rel.Property && back.Role == rel.Role && back.Claim == rel.Claim
}

func (r *records) oneWay(pos source.Position, from, to string) {
	r.problems.Warn(DataInverse, pos, "this is a fault of the program: please report it", "%q leads to %q, which does not lead back", from, to)
}
