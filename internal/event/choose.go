package event

import (
	"slices"

	"jikenbo/internal/edtf"
)

// chosen returns the hits that become events: of those that share a date the ones of
// the highest rank, since an incident beside a measure is what the measure is about,
// and a verb of reporting reports what stands before it.
func chosen(s Sentence, hits []hit) []hit {
	hits = slices.DeleteFunc(slices.Clone(hits), func(h hit) bool { return onlyReported(s, h, hits) })
	var out []hit
	for i, h := range hits {
		if h.rank == reporting && reportsAct(s, hits, i) {
			continue
		}
		if !best(hits, h) {
			continue
		}
		// one act told twice: the later verb is the main one
		out = slices.DeleteFunc(out, func(o hit) bool { return o.when.Value == h.when.Value && sameAct(o, h) })
		out = append(out, h)
	}
	return out
}

// onlyReported reports whether the date of a hit is that of the report on it: an incident
// that is announced on a day was not on that day, and what is announced may be no more than the topic.
func onlyReported(s Sentence, h hit, hits []hit) bool {
	r, ok := release(h, hits)
	if !ok || h.inherited || r.when.Value != h.when.Value {
		return false
	}
	if h.rank == incident && h.kind != DataBreach && h.kind != Other {
		return true
	}
	return h.rank == measure && topical(s.Text[h.span.End:s.Span.End])
}

// reportsAct reports whether hit i, a verb of reporting, reports an act with a date of its own.
func reportsAct(s Sentence, hits []hit, i int) bool {
	return slices.ContainsFunc(hits[:i], func(h hit) bool { return h.rank >= incident && !h.inherited && !separate(s, h, hits[i]) })
}

// separate reports whether a verb of reporting is an act of its own beside h: …を確認し、3日に委員会へ報告した.
func separate(s Sentence, h, report hit) bool {
	d := report.when.Span
	return d.Start > h.span.End && s.Span.Contains(d) && hasAny(s.Text[h.span.End:d.Start], "し、", "て、", "れ、", "たため、", "が、", "。")
}

// best reports whether no hit of the same date outranks h.
func best(hits []hit, h hit) bool {
	for _, o := range hits {
		if o.when.Value != h.when.Value || h.coordinate && o.span.Start > h.span.Start {
			continue
		}
		switch {
		case o.rank > h.rank:
			return false
		case o.rank == h.rank && o.weight() > h.weight():
			return false
		}
	}
	return true
}

// weight orders what has one rank and one date and is told in one breath: an order of
// the court is how a seizure comes about, an intrusion how a leak does.
func (h hit) weight() int {
	switch {
	case h.rank == measure && h.kind == Legal:
		return 0
	case h.rank == measure:
		return 1
	}
	return slices.Index([]Type{
		Other, Statement, Disclosure, Report, Vulnerability, Notification, Campaign, Theft, Intrusion, DataBreach, Ransomware, DDoS,
	}, h.kind)
}

// sameAct reports whether two hits tell one act.
func sameAct(a, b hit) bool { return a.typ() == b.typ() }

// release returns the verb of reporting that announces a hit.
func release(h hit, hits []hit) (hit, bool) {
	if h.rank < incident {
		return hit{}, false
	}
	for _, o := range hits {
		if o.rank == reporting && o.span.Start > h.span.Start && announces(o.stem) && edtf.Compare(h.when.Value, o.when.Value) <= 0 {
			return o, true
		}
	}
	return hit{}, false
}

func announces(stem string) bool {
	return slices.Contains([]string{"発表", "公表", "明らかにし", "公開", "開示", "述べ", "報じ", "分かった", "わかった", "判明", "見解を発表", "声明を", "声明文を", "談話を"}, stem)
}
