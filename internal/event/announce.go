package event

import (
	"strings"

	"jikenbo/internal/edtf"
	"jikenbo/internal/jpdate"
)

// announce notes when and by which words hit i is announced: by the verb of reporting behind it, by one before it
// that is cited (12日に|公表したところによると), or by the noun for what was said on a date (12日の|発表|では).
func (r *Reader) announce(h *hit, hits []*hit, i int) {
	if h.rank < incident {
		return
	}
	for _, o := range hits[i+1:] {
		if o.rank == reporting && announces(o.stem) && !(o.kind == Statement && h.rank == measure && r.isSubject(h)) && !r.nowKnown(o) && notAfter(h.when, o.when) && !(o.kind == Disclosure && r.goesOnTo(h, o)) {
			if h.release = o; (o.kind != Report || o.typ == Report) && !(o.when == h.when && r.foundOut(h)) { // 続報を公表 announces nothing new
				h.announced, h.announcer = o.when, o.stem
			}
			return
		}
	}
	for _, o := range hits[:i] {
		if r.cited(o) && notAfter(h.when, o.when) {
			h.announced, h.announcer = o.when, o.stem
			return
		}
	}
	for k := range r.days {
		if d := &r.days[k]; d.Date != h.when && notAfter(h.when, d.Date) && d.Span.End <= h.span.Start {
			if noun := r.statementOf(d); noun != "" {
				h.announced, h.announcer = d.Date, noun
				return
			}
		}
	}
}

// cited reports whether a verb of reporting only says where what follows comes from: 公表した|ところによると.
func (r *Reader) cited(h *hit) bool {
	return h.rank == reporting && begins(r.behindHit(h), "によると", "によれば", "したところ", "した資料によ", "した文書によ", "した内容によ")
}

func notAfter(a, b *jpdate.Date) bool {
	return a.Value == b.Value || edtf.Compare(a.Value, b.Value) < 0
}

func announces(stem string) bool {
	switch stem {
	case "発表", "公表", "明らかにし", "明らかにさ", "明らかになっ", "公開", "開示", "述べ", "報じ", "分かった", "わかった", "判明", "見解を発表", "声明を", "声明文を", "談話を",
		"連絡を受け", "連絡があ", "報告を受け", "提供を受け", "反発", "見解を示", "認識を示", "見方を示", "考えを示", "お知らせいたし", "お知らせし":
		return true
	}
	return false
}

// AnnouncesBefore returns when and by which verb the acts of the sentence before were announced, where the one that was
// read last says no more than that: 司法省が12日に発表した。 Else the date is zero.
func (r *Reader) AnnouncesBefore() (edtf.Date, string) {
	if !r.Follows || len(r.told) != 1 || len(r.undone) > 0 {
		return edtf.Date{}, ""
	}
	h := r.told[0]
	if h.rank != reporting || h.inherited || !announces(h.stem) || !r.closes(h) {
		return edtf.Date{}, ""
	}
	if hasAny(backReferences.Replace(r.Text[r.Span.Start:h.span.Start]), "を", "と", "について", "に関", "も") {
		return edtf.Date{}, ""
	}
	return h.when.Value, h.stem
}

var backReferences = strings.NewReplacer("これを", "", "この事実を", "")
