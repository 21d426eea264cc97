package export

import (
	"fmt"
	"slices"
	"testing"
)

// crowd is an actor with a claim, and acts, each with two others that only it leads to.
func crowd(acts int) []*stixNode {
	node := func(typ, id string, refs ...string) *stixNode { return &stixNode{typ: typ, id: id, refs: refs} }
	out := []*stixNode{node("identity", "archive"), node("intrusion-set", "actor", "archive")}
	claim := node("note", "claim", "actor")
	claim.objects = []string{"actor"}
	out = append(out, claim)
	for i := range acts {
		a, b := fmt.Sprint("first-", i), fmt.Sprint("second-", i)
		act := node("note", fmt.Sprint("act-", i), "actor", a, b)
		act.objects, act.order = []string{"actor", a, b}, i+1
		text := node("language-content", fmt.Sprint("text-", i), act.id)
		text.text = act.id
		out = append(out, node("intrusion-set", a, "archive"), node("intrusion-set", b, "archive"), act, text)
	}
	report := node("report", "report", "actor", "act-0")
	report.about, report.order = []string{"actor"}, 1
	return append(out, report)
}

// TestBundleOfManyActs holds that a bundle has the newest acts, no more than its share, all that those refer to, and
// claims whatever they are.
func TestBundleOfManyActs(t *testing.T) {
	for _, tt := range []struct {
		acts, bundles int
		has, lacks    []string
		most          int
	}{
		{3, 1, []string{"act-0", "act-1", "act-2", "report", "claim", "text-0"}, nil, 100},
		{200, 1, []string{"act-199", "act-150", "report"}, []string{"act-149", "text-149"}, 3 + 51*4 + 1},
		{200, 100_000, []string{"act-199", "first-199", "text-199", "claim"}, []string{"act-150", "report"}, leastOfOne + 3 + 10},
	} {
		ids := map[string]bool{}
		got := newNeighbours(crowd(tt.acts)).about("actor", tt.bundles)
		for _, o := range got {
			ids[o.id] = true
		}
		for _, o := range got {
			for _, ref := range o.refs {
				if !ids[ref] {
					t.Errorf("%d acts: %s refers to %s, which is not there", tt.acts, o.id, ref)
				}
			}
		}
		for _, id := range tt.has {
			if !ids[id] {
				t.Errorf("%d acts, %d bundles: %s is missing", tt.acts, tt.bundles, id)
			}
		}
		if i := slices.IndexFunc(tt.lacks, func(id string) bool { return ids[id] }); i >= 0 || len(got) > tt.most {
			t.Errorf("%d acts, %d bundles: %d objects, %v", tt.acts, tt.bundles, len(got), tt.lacks)
		}
	}
}
