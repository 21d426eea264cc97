package export

import (
	"fmt"
	"slices"
	"testing"
)

// crowd is an actor with a claim, and acts, each with two others that only it leads to.
func crowd(acts int) []*stixNode {
	node := func(typ, id string, refs ...*stixNode) *stixNode { return &stixNode{typ: typ, uuid: id, frame: refs} }
	archive := node("identity", "archive")
	actor := node("intrusion-set", "actor", archive)
	claim := node("note", "claim", actor)
	claim.objects = []*stixNode{actor}
	out := []*stixNode{archive, actor, claim}
	report := node("report", "report", actor)
	report.about, report.order = []*stixNode{actor}, 1
	for i := range acts {
		a, b := node("intrusion-set", fmt.Sprint("first-", i), archive), node("intrusion-set", fmt.Sprint("second-", i), archive)
		act := node("note", fmt.Sprint("act-", i), actor, a, b)
		act.objects, act.order = []*stixNode{actor, a, b}, i+1
		text := node("language-content", fmt.Sprint("text-", i), act)
		text.text = act
		if i == 0 {
			report.frame = append(report.frame, act)
		}
		out = append(out, a, b, act, text)
	}
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
		all := crowd(tt.acts)
		got := newNeighbourhood(all).about(all[1], tt.bundles)
		for _, o := range got {
			ids[o.uuid] = true
		}
		for _, o := range got {
			for _, ref := range o.frame {
				if !ids[ref.uuid] {
					t.Errorf("%d acts: %s refers to %s, which is not there", tt.acts, o.uuid, ref.uuid)
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
