package export

import (
	"cmp"
	"crypto/sha1"
	"slices"
	"time"

	"jikenbo/internal/casebook"
	"jikenbo/internal/edtf"
)

// uuid returns the UUID of version 5 (RFC 9562) of a name within the archive: the same from build to
// build, whatever the archive is called and wherever it stands.
func (x *Exporter) uuid(name string) [16]byte {
	names := []byte{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8} // of addresses
	sum := sha1.Sum(append(names, "jikenbo:"+cmp.Or(x.Namespace, "jikenbo")+"/"+name...))
	sum[6] = sum[6]&0x0f | 0x50
	sum[8] = sum[8]&0x3f | 0x80
	return [16]byte(sum[:16])
}

// urn returns the id of a path for feeds, which must be absolute also where the site has no address.
func (x *Exporter) urn(path string) string { return "urn:uuid:" + hexUUID(x.uuid(path)) }

// An age is when something came into the archive and when it was last added to, as far as the content
// says: the days on which the articles about it came out.
type age struct{ first, last edtf.Date }

// epoch is the age of an archive in which nothing has a day. The formats demand one.
var epoch = age{edtf.MustParse("1970-01-01"), edtf.MustParse("1970-01-01")}

// ageOf returns the age that articles give, or else the one that is given.
func ageOf(articles []*casebook.Article, otherwise age) age {
	var out age
	for _, a := range articles {
		out.add(a.Published)
	}
	return out.or(otherwise)
}

// ageOfArchive is that of all articles; of the sources, where no article has a day.
func ageOfArchive(c *casebook.Casebook) age {
	var sources age
	for _, s := range c.Sources {
		sources.add(s.Published)
	}
	return ageOf(c.Articles, sources.or(epoch))
}

// ageOfAct is that of the articles which tell an act.
func ageOfAct(a *casebook.Act, otherwise age) age {
	var out age
	var last *casebook.Article // what stands in one text stands together
	for i := range a.Evidence {
		if article := a.Evidence[i].Article; article != last && article != nil {
			out.add(article.Published)
			last = article
		}
	}
	return out.or(otherwise)
}

// hasAge reports whether an article with a day tells an act.
func hasAge(a *casebook.Act) bool {
	return slices.ContainsFunc(a.Evidence, func(e casebook.Evidence) bool { return e.Article != nil && dated(e.Article) })
}

// add lets an age begin or end with a date, if it is a day.
func (a *age) add(d edtf.Date) {
	switch {
	case !d.IsDay():
	case a.first.IsZero():
		*a = age{d, d}
	case edtf.Compare(d, a.first) < 0:
		a.first = d
	case edtf.Compare(a.last, d) < 0:
		a.last = d
	}
}

// or is an age, or another one where it has no day.
func (a age) or(otherwise age) age {
	if a.first.IsZero() {
		return otherwise
	}
	return a
}

// midnight is the moment at which a day of the archive begins. Formats that want a
// moment get this one; the day is all that is known.
func (x *Exporter) midnight(day edtf.Date) time.Time {
	zone := x.Zone
	if zone == nil {
		zone = time.UTC
	}
	t, err := time.ParseInLocation(time.DateOnly, day.String(), zone)
	if err != nil {
		return time.Unix(0, 0).UTC() // not possible for a date that IsDay
	}
	return t
}
