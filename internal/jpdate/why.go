package jpdate

import (
	"slices"

	"jikenbo/internal/edtf"
)

// reasons says how a date was read, and from which date it was completed.
func (r *Reader) reasons(d *Date, p *phrase) (edtf.Date, []string) {
	const most = 12 // reasons that a date can have
	if cap(r.whys)-len(r.whys) < most {
		r.whys = make([]string, 0, max(8*most, 2*cap(r.whys)))
	}
	out := r.whys[len(r.whys):]
	from := edtf.Date{}
	switch d.Basis {
	case Stated:
		out = append(out, "it states its year")
	case Published:
		if r.sincePublished == "" {
			r.publication, _ = parsed(r.day.String())
			r.sincePublished = "counted from the publication on " + r.publication.String()
		}
		from, out = r.publication, append(out, r.sincePublished)
	case Earlier:
		if r.ref.known() {
			from, _ = parsed(r.ref.String())
		}
		out = append(out, "counted from "+from.String()+", named before it")
	}
	m := &p.from
	if m.joint != 0 {
		out = append(out, "written with signs")
	}
	if m.era != nil {
		out = append(out, "a year of the era "+m.era.name)
	}
	if m.year.how == short || m.year.how == doubtful || m.year.how == marked {
		out = append(out, "a year of two digits")
	}
	if m.span == fiscalYear {
		out = append(out, "a fiscal year begins in April")
	}
	if r.ahead {
		out = append(out, "what follows says that it lies ahead")
	}
	switch {
	case p.to != nil:
		out = append(out, "a range of two dates")
	case p.open, p.bound == since:
		out = append(out, "it begins a stretch of time")
	case p.bound == until:
		out = append(out, "it ends a stretch of time")
	case p.asOf:
		out = append(out, "the date of a figure")
	}
	if m.about || m.part != whole {
		out = append(out, "said roughly")
	}
	r.whys = r.whys[:len(r.whys)+len(out)]
	return from, slices.Clip(out)
}
