package export

import (
	"cmp"
	"crypto/sha1"
	"encoding/hex"
	"time"

	"jikenbo/internal/casebook"
	"jikenbo/internal/edtf"
)

// uuid returns the UUID of version 5 (RFC 9562) of a name within the archive: the same from build to
// build, whatever the archive is called and wherever it stands.
func (x *Exporter) uuid(name string) string {
	names := []byte{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8} // of addresses
	sum := sha1.Sum(append(names, "jikenbo:"+cmp.Or(x.Namespace, "jikenbo")+"/"+name...))
	sum[6] = sum[6]&0x0f | 0x50
	sum[8] = sum[8]&0x3f | 0x80
	h := hex.EncodeToString(sum[:16])
	return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}

// urn returns the id of a path for feeds, which must be absolute also where the site has no address.
func (x *Exporter) urn(path string) string { return "urn:uuid:" + x.uuid(path) }

// An age is when something came into the archive and when it was last added to, as far as the content
// says: the days on which the articles about it came out.
type age struct{ first, last edtf.Date }

// epoch is the age of an archive in which nothing has a day. The formats demand one.
var epoch = age{edtf.MustParse("1970-01-01"), edtf.MustParse("1970-01-01")}

// ageOf returns the age that articles give, or else the one that is given.
func ageOf(articles []*casebook.Article, otherwise age) age {
	var days []edtf.Date
	for _, a := range articles {
		days = append(days, a.Published)
	}
	return between(days, otherwise)
}

// ageOfArchive is that of all articles; of the sources, where no article has a day.
func ageOfArchive(c *casebook.Casebook) age {
	var days []edtf.Date
	for _, s := range c.Sources {
		days = append(days, s.Published)
	}
	return ageOf(c.Articles, between(days, epoch))
}

// ageOfAct is that of the articles which tell an act.
func ageOfAct(a *casebook.Act, otherwise age) age {
	var articles []*casebook.Article
	for _, e := range a.Evidence {
		if e.Article != nil {
			articles = append(articles, e.Article)
		}
	}
	return ageOf(articles, otherwise)
}

// between returns the first and the last of those dates that are days.
func between(days []edtf.Date, otherwise age) age {
	var out age
	for _, d := range days {
		switch {
		case !d.IsDay():
		case out.first.IsZero():
			out = age{d, d}
		case cmp.Less(d.String(), out.first.String()):
			out.first = d
		case cmp.Less(out.last.String(), d.String()):
			out.last = d
		}
	}
	if out.first.IsZero() {
		return otherwise
	}
	return out
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
