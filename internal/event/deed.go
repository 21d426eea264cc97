package event

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// Most verbs tell no type by themselves: 押さえる is a seizure where its object is a domain, 送る a theft with money, a breach with data,
// a charge with the papers of a case. Such a verb is read in the clause that it heads, by what stands there as its object and by who acts.

// A frame is what verbs tell with certain objects. Its lists are words parted by spaces, as those of a family are.
type frame struct {
	typ    Type
	bases  string // dictionary forms; the noun of one with する
	of     string // of these one must stand shortly before the verb, in its clause; any will do where it is empty
	with   string // of these one must stand in the sentence
	not    string // of these none may stand in the clause
	unless string // of these none may stand in the sentence
}

// A framed is a frame with its lists as tables.
type framed struct {
	typ           Type
	rank          rank
	of, with, not *morph.WordTable
	unless        *morph.WordTable
}

// deedsOf has the deeds of each verb, in order: the first counts that stands as it wants.
var deedsOf = func() map[string][]framed {
	out, made := map[string][]framed{}, tables{}
	for _, d := range deeds {
		s := framed{typ: d.typ, rank: rankOf[d.typ], of: made.of(d.of), with: made.of(d.with), not: made.of(d.not), unless: made.of(d.unless)}
		for _, base := range list(d.bases) {
			out[base] = append(out[base], s)
		}
	}
	return out
}()

// readDeeds adds the hits of verbs that head a clause of which no trigger has read the verb.
func (r *Reader) readDeeds() {
	for i := range r.ps {
		p := &r.ps[i]
		if p.form == aside && !begins(r.Text[p.span.End:r.Span.End], "疑いがある", "疑いが持たれ", "疑いがもたれ", "疑いが強") || p.form == attributive && !r.carriesOut(p) && !r.ofDoer(p) || r.covered(p) {
			continue
		}
		if d, base := r.deedOf(i); d != nil && !(d.typ == Disclosure && r.isByline(p.span, r.Text[p.span.End:r.Span.End])) && (d.rank != reporting || !notTold.In(r.Text[r.clauseStart(i):p.span.End])) {
			r.addDeed(p, d, base)
		}
	}
}

// carriesOut reports whether a predicate says what is done by the noun behind it: マルウェアを|取り去る|作戦, 5人を|起訴する|評決.
func (r *Reader) carriesOut(p *predicate) bool {
	return undertakings.Longest(r.Text[p.span.End:r.Span.End]) > 0
}

// ofDoer reports whether a predicate with a day of its own describes who did it: 12日に攻撃基盤を|解体した|甲社は.
func (r *Reader) ofDoer(p *predicate) bool {
	if p.passive || !endsAny(r.Text[p.stem:p.span.End], "た", "だ") || !r.hasDay(p) {
		return false
	}
	return slices.ContainsFunc(r.names, func(n name) bool {
		return n.Span.Start == p.span.End && (n.Kind == content.Organization || n.Kind == content.Actor || n.Kind == content.Person)
	})
}

// hasDay reports whether a day with に stands in the clause of a predicate.
func (r *Reader) hasDay(p *predicate) bool {
	for i := len(r.days) - 1; i >= 0; i-- {
		if d := &r.days[i]; d.Span.End <= p.span.Start {
			between := r.Text[d.Span.End:p.span.Start]
			return d.Value.IsDay() && begins(between, "に") && !strings.Contains(between, "、")
		}
	}
	return false
}

// undertakings are the nouns for acts that another verb says in full.
var undertakings = words("作戦", "措置", "決定", "評決", "命令", "処分", "手続", "判断", "ことで", "ことに", "取り組み", "方針", "計画", "予定", "見通し", "見込み", "構え", "令状", "可能性", "恐れ", "おそれ", "疑い", "形跡", "痕跡", "事実", "被害", "事件", "事案", "問題", "事態", "文書", "声明", "勧告", "後、", "後に", "後も", "後は", "のち、", "直後", "件で", "件を", "件は", "件に", "翌日", "翌月")

// A grade says how a hit stands in its sentence.
type grade int

const (
	descriptive grade = iota // in words that describe a noun: 侵入された|端末
	noun                     // as a noun
	said                     // as a verb in what someone says or knows
	head                     // as the verb of a clause or its object
)

// gradeOf reads how a hit stands in its sentence.
func (r *Reader) gradeOf(h *hit) grade {
	i := r.predicateOf(h)
	if i < 0 || r.ps[i].span.Start-h.span.End > len("を") {
		return noun
	}
	switch p := &r.ps[i]; {
	case p.form == attributive && r.carriesOut(p), p.form == quoted, p.form == aside:
		return said
	case p.form == attributive:
		return descriptive
	}
	return head
}

// covered reports whether a trigger reads a verb, or the noun that is its object.
func (r *Reader) covered(p *predicate) bool {
	for i := range r.hits {
		s := r.hits[i].span
		if s.Overlaps(p.span) || s.End <= p.span.Start && p.span.Start-s.End <= len("を") {
			return true
		}
	}
	return false
}

// deedOf returns what a predicate tells with its object, and the word for it; nil for nothing.
func (r *Reader) deedOf(i int) (*framed, string) {
	p, base := &r.ps[i], r.ps[i].base
	start := r.clauseStart(i)
	if (base == "する" || base == "なる") && i > 0 && r.ps[i-1].span.End == p.span.Start {
		base = r.Text[r.ps[i-1].span.Start:r.ps[i-1].span.End] + base // 使えなく|する
	}
	ds := deedsOf[base]
	if len(ds) == 0 {
		return nil, ""
	}
	clause := r.Text[start:p.span.Start]
	near := shortlyBefore(clause, len(clause))
	for k := range ds {
		d := &ds[k]
		if (d.of == nil || d.of.In(near)) && (d.with == nil || d.with.In(r.text)) && (d.not == nil || !d.not.In(clause)) && (d.unless == nil || !d.unless.In(r.text)) {
			return d, base
		}
	}
	return nil, ""
}

// clauseStart returns where the clause of a predicate begins: behind the one before it that goes on, and a comma. Without a comma the
// object may stand before it: 通信網を、許可を|得て|止めた.
func (r *Reader) clauseStart(i int) int {
	for k := i - 1; k >= 0; k-- {
		if q := &r.ps[k]; q.form == goesOn && strings.HasPrefix(r.Text[q.span.End:], "、") || q.form == ends {
			return q.span.End
		}
	}
	return r.Span.Start
}

// addDeed puts the hit of a deed in its place among those of the sentence.
func (r *Reader) addDeed(p *predicate, d *framed, base string) {
	modality, word, ok := modality(r.Text[p.stem:r.Span.End])
	if !ok {
		return
	}
	t := &trigger{stem: base, typ: d.typ, rank: d.rank}
	h := hit{trigger: t, kind: d.typ, span: source.Span{Start: p.span.Start, End: p.span.End}, modality: modality, word: word, deed: true}
	at := len(r.hits)
	for at > 0 && r.hits[at-1].span.Start > h.span.Start {
		at--
	}
	r.hits = append(r.hits, hit{})
	copy(r.hits[at+1:], r.hits[at:])
	r.hits[at] = h
}
