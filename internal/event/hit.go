package event

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/entity"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/source"
)

// A hit is a trigger in its place, with what could be told of it.
type hit struct {
	*trigger
	kind     Type        // of the trigger in its context
	at       int         // in the squeezed text; of no meaning for a deed
	deed     bool        // it is a verb with its object
	grade    grade       // how it stands in its sentence
	span     source.Span // in the passage
	modality Modality
	word     string // of the modality
	means    bool   // it only says by what the act of the verb was done
	// coordinate says that the clause of the hit ends with it and another follows: …を発表するとともに.
	coordinate bool

	// What its date adds.
	when      *jpdate.Date
	inherited bool         // it is that of an earlier sentence
	scene     bool         // which says only when what follows was
	act       Type         // what attackers do over years is a campaign
	own       *jpdate.Date // that the sentence says of it
	release   *hit         // the verb of reporting that announces it
	announced *jpdate.Date
	announcer string // the words for the announcement
}

// inTime returns the type of act that a hit with its date is.
func (h *hit) inTime() Type {
	if h.rank == incident && h.kind != Other && h.kind != DDoS && long(h.when) {
		return Campaign
	}
	return h.kind
}

// inReport returns the type of act that a hit with its date is, a report for what one of that day says: 12日の|報告書|で…と名付けた.
func (r *Reader) inReport(h *hit) Type {
	if h.rank == reporting && !h.inherited {
		for i := range r.days {
			if d := &r.days[i]; d.Date == h.when && reports.Longest(r.statementOf(d)) > 0 {
				return Report
			}
		}
	}
	if h.rank == incident && r.startsOnce(h) {
		return h.kind
	}
	return h.inTime()
}

var reports = words("報告", "レポート", "調査結果", "ブログ", "記事")

func (h *hit) confidence() float64 {
	c := 0.9
	switch h.rank {
	case reporting:
		c = 0.6
	case period:
		c = 0.65
	case incident:
		c = 0.8
	}
	if h.modality == Alleged {
		c -= 0.15
	}
	switch {
	case h.scene:
		c -= 0.15
	case h.inherited:
		c -= 0.4
	}
	return max(c, 0.1)
}

// long reports whether a date is a stretch without an end or of more than a year.
func long(d *jpdate.Date) bool { return longTime(d.Value) }

func longTime(d edtf.Date) bool {
	if !d.IsInterval() {
		return false
	}
	from, to, hasFrom, hasTo := d.Bounds()
	return !hasFrom || !hasTo || 12*(to.Year-from.Year)+to.Month-from.Month >= 11
}

// find finds the triggers of a sentence that report an act, whether done or not; none in one that is not about the field.
func (r *Reader) find() {
	r.hits = r.hits[:0]
	r.look()
	about := plain
	if !r.Topic {
		about = r.cue
	}
	if about == noCue {
		return
	}
	stems.EachWord(r.plain, func(at, _, word int) { r.add(lexicon[word], at) })
	r.reported()
	// A sentence about servers or the Internet tells incidents; what else is announced of them may be anything.
	if about == weak && !slices.ContainsFunc(r.hits, func(h hit) bool { return h.rank == incident || h.typ == Takedown && joint.In(r.Text) }) {
		r.hits = r.hits[:0]
	}
}

// add adds the trigger of a stem that stands at a place of the sentence, if one may stand there. Of those that overlap the
// leftmost counts, and of these the longest. Places only grow.
func (r *Reader) add(ts []trigger, at int) {
	span := r.place(at, at+len(ts[0].stem))
	n := len(r.hits)
	longer := n > 0 && r.hits[n-1].span.Start == span.Start && r.hits[n-1].span.End < span.End
	if n > 0 && r.hits[n-1].span.Overlaps(span) && !longer || insideName(r.Mentions, span) {
		return
	}
	t := r.standing(ts, at)
	switch {
	case t == nil, r.inTitle(span), span.Len() > len(t.stem) && !r.oneWord(span):
	case longer:
		r.hits[n-1] = hit{trigger: t, at: at, span: span}
	default:
		r.hits = append(r.hits, hit{trigger: t, at: at, span: span})
	}
}

// standing returns the first of the triggers of a stem that may stand at a place of the sentence, nil where none may.
func (r *Reader) standing(ts []trigger, at int) *trigger {
	for i := range ts {
		if r.stands(&ts[i], at) {
			return &ts[i]
		}
	}
	return nil
}

// stands reports whether a trigger may stand at a place of the sentence.
func (r *Reader) stands(t *trigger, at int) bool {
	if t.rank == period && !r.stretch && t.stem != "続い" {
		return false // it would have no date
	}
	if !t.allows(r.plain, at) {
		return false
	}
	return t.object(r.plain) || t.of == nil && (t.typ == Takedown && (r.namesTool() || r.named(at)) || t.typ == Intrusion && r.namesTool())
}

// reported keeps the hits that report an act, whether done or not, and gives them their modality and type.
func (r *Reader) reported() {
	out, charge, asked := r.hits[:0], "", false
	r.publishes = false
	for i := range r.hits {
		r.publishes = r.publishes || r.hits[i].publishes()
	}
	for _, h := range r.hits {
		after := r.behindHit(&h)
		if h.rank == reporting && (r.onlyTells(&h, after) || describes(after) && !r.disclosesFlaw(&h, after) && !r.makesKnown(&h) && !r.releases(&h, after)) ||
			h.typ == Takedown && ableTo(after) {
			continue
		}
		if h.typ == Takedown && r.stoppedTry(out, &h) {
			continue // what was tried is what was stopped
		}
		var ok bool
		if h.modality, h.word, ok = modality(r.withoutDay(&h, after)); !ok {
			continue
		}
		if h.typ == Attribution && begins(after, "できない", "できません", "できず", "できていない", "しがたい", "し難い", "するのは難し") {
			h.modality, h.word = Denied, "できない"
		}
		if h.modality == Planned && h.rank == incident && strings.HasPrefix(h.word, "ことを") {
			h.modality, h.word = Done, "" // 感染していた|ことを認めた: nobody allows that
		}
		if h.modality == Done && h.rank == incident {
			if !asked {
				charge, asked = charged(r.text), true
			}
			if charge != "" {
				h.modality, h.word = Alleged, charge
			}
		}
		h.coordinate = h.rank == reporting && begins(after, "するとともに", "発表するとともに", "し、", "発表し、")
		h.kind = r.inContext(&h)
		h.means = h.kind == Intrusion && begins(after, "で", "により", "によって", "によりまして", "を通じて", "を通じ", "などで", "などにより") && !strings.HasPrefix(after, "では")
		out = append(out, h)
	}
	for i := len(out) - 1; i > 0; i-- { // 侵入|して|無害化|できるよう準備を進める: neither has been done
		if h := &out[i-1]; h.modality == Done && out[i].modality == Planned && r.Text[h.span.End:max(h.span.End, out[i].span.Start)] == "して" {
			h.modality, h.word = Planned, out[i].word
		}
	}
	r.hits = out
}

// withoutDay returns the text behind the words of a hit without the day that stands between its object mark and what is said of it: 攻撃|を4月に阻止.
func (r *Reader) withoutDay(h *hit, after string) string {
	if h.rank != incident || !strings.HasPrefix(after, "を") {
		return after
	}
	for i := range r.days {
		d := &r.days[i]
		if rest, ok := strings.CutPrefix(after, "を"+d.Surface); ok && d.Span.Start == h.span.End+len("を") {
			return "を" + strings.TrimPrefix(rest, "に")
		}
	}
	return after
}

// behindHit returns the text behind the words of a hit.
func (r *Reader) behindHit(h *hit) string {
	if h.deed {
		return r.Text[h.span.End:r.Span.End]
	}
	return r.plain[h.at+len(h.stem):]
}

// disclosesFlaw reports whether a clause tells when a vulnerability became known, whatever the sentence says of it:
// 昨年12月に|公表された…の脆弱性.
func (r *Reader) disclosesFlaw(h *hit, after string) bool {
	if h.typ != Disclosure || !strings.Contains(after[:min(len(after), 90)], "脆弱性") {
		return false
	}
	return slices.ContainsFunc(r.days, func(d day) bool {
		return d.Span.End <= h.span.Start && h.span.Start-d.Span.End <= len("に")
	})
}

// named reports whether what a measure is directed at stands before it as a name: 「毒虫」の|閉鎖.
func (r *Reader) named(at int) bool {
	return endsAny(r.plain[:at], "」の", "」を", "」網の", "」のサーバー網の")
}

func hasAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// begins reports whether a text begins with one of the words. The last byte of its first character tells most words from it.
func begins(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if len(p) <= len(s) && (len(p) < 3 || p[2] == s[2]) && s[:len(p)] == p {
			return true
		}
	}
	return false
}

// endsAny reports whether a text ends with one of the words, of which the last byte tells most.
func endsAny(s string, suffixes ...string) bool {
	for _, x := range suffixes {
		if len(x) <= len(s) && x[len(x)-1] == s[len(s)-1] && s[len(s)-len(x):] == x {
			return true
		}
	}
	return false
}

// namesTool reports whether a sentence names malware, which is what takedowns are about.
func (s *Sentence) namesTool() bool {
	for i := range s.Mentions {
		if m := &s.Mentions[i]; m.Kind == content.Malware && s.Span.Contains(m.Span) {
			return true
		}
	}
	return false
}

// insideName reports whether a trigger is part of a longer name.
func insideName(ms []entity.Mention, s source.Span) bool {
	for i := range ms {
		if m := &ms[i]; m.Span.Contains(s) && m.Span != s && m.Kind != content.Place && m.Kind != content.Operation {
			return true
		}
	}
	return false
}
