package event

import (
	"strings"

	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A predicate is a verb with its auxiliaries, or a verbal noun that stands for one: 起訴した, 受け, 起訴(。).
type predicate struct {
	span    source.Span
	stem    int    // where its verb or verbal noun ends and the auxiliaries begin
	base    string // of the verb; the noun of one with する
	form    form
	passive bool
}

// A form says how a predicate goes on, and so how far what stands before it reaches.
type form int

const (
	ends        form = iota // the sentence ends
	goesOn                  // the next predicate has the same subject: …に侵入し、
	attributive             // it describes the noun behind it: 使った|ソフト
	quoted                  // it is what someone says or knows: …した|と, …した|こと
	aside                   // it is the reason for what follows: …した|として, …した|疑い
)

// A mark is a particle that marks a subject or a topic.
type mark struct {
	start, end int
	subject    bool // が as the particle of a case
	topic      bool // は, not after another particle
}

// predicates finds the predicates of a sentence and the marks of their subjects.
func (r *Reader) predicates() {
	r.ps, r.marks = r.ps[:0], r.marks[:0]
	for i := 0; i < len(r.Tokens); i++ {
		switch t := &r.Tokens[i]; {
		case t.Is(morph.Verb | morph.Independent), t.Is(morph.Verb) && r.doesNoun(i):
			p, next := r.verb(i)
			r.joinNouns(&p)
			r.ps = append(r.ps, p)
			for i++; i < next; i++ {
				r.mark(i)
			}
			i--
		case t.Is(morph.Noun | morph.Verbal):
			r.verbal(i)
		default:
			r.mark(i)
		}
	}
}

// joinNouns gives the verbal nouns that share an ending with a predicate its form: |逮捕|、|送検|されていた少年.
func (r *Reader) joinNouns(p *predicate) {
	next := p.span.Start
	for i := len(r.ps) - 1; i >= 0 && p.form == attributive; i-- {
		q := &r.ps[i]
		if q.stem != q.span.End || q.form != goesOn || p.stem == p.span.End || r.Text[q.span.End:next] != "、" {
			return
		}
		q.form, q.passive, next = p.form, p.passive, q.span.Start
	}
}

// verbal reads the predicate that a verbal noun stands for at the end of a clause.
func (r *Reader) verbal(i int) {
	t := &r.Tokens[i]
	switch {
	case i+1 == len(r.Tokens) || r.Tokens[i+1].Is(morph.FullStop):
		r.ps = append(r.ps, predicate{span: t.Span, stem: t.Span.End, base: t.Surface})
	case r.Tokens[i+1].Is(morph.Comma):
		r.ps = append(r.ps, predicate{span: t.Span, stem: t.Span.End, base: t.Surface, form: goesOn})
	}
}

// mark notes a token that marks a subject or a topic.
func (r *Reader) mark(i int) {
	switch t := &r.Tokens[i]; t.Surface {
	case "が":
		r.marks = append(r.marks, mark{start: t.Span.Start, end: t.Span.End, subject: t.Is(morph.Case)})
	case "は":
		if t.Is(morph.Topic) && (i == 0 || !r.Tokens[i-1].Is(morph.Particle)) {
			r.marks = append(r.marks, mark{start: t.Span.Start, end: t.Span.End, topic: true})
		}
	}
}

// verb reads the predicate whose verb is token i, and returns the token behind it.
func (r *Reader) verb(i int) (predicate, int) {
	last := &r.Tokens[i]
	p := predicate{span: last.Span, stem: last.Span.End, base: last.Base()}
	if i > 0 && r.Tokens[i-1].Is(morph.Noun) && r.Tokens[i-1].Span.End == last.Span.Start {
		p.span.Start = r.Tokens[i-1].Span.Start
		if does(p.base) {
			p.base, p.stem = r.Tokens[i-1].Surface, r.Tokens[i-1].Span.End
		}
	}
	next := i + 1
	for ; next < len(r.Tokens) && r.auxiliary(next); next++ {
		last = &r.Tokens[next]
		if b := last.Base(); b == "れる" || b == "られる" {
			p.passive = true
		}
	}
	p.span.End = last.Span.End
	p.form = r.formOf(next)
	if p.form == attributive && next == i+1 && last.Surface != last.Base() {
		p.form = goesOn // …をめぐり|米国の: only 巡る and 巡った describe what follows
	}
	return p, next
}

// does reports whether a verb only makes one of the noun before it: 遮断|する, 遮断|いたす.
func does(base string) bool {
	return base == "する" || base == "いたす" || base == "致す" || base == "なさる"
}

// doesNoun reports whether a token is such a verb right behind a verbal noun: the dictionary has いたす as no verb of its own.
func (r *Reader) doesNoun(i int) bool {
	return i > 0 && does(r.Tokens[i].Base()) && r.Tokens[i-1].Is(morph.Noun|morph.Verbal) && r.Tokens[i-1].Span.End == r.Tokens[i].Span.Start
}

// auxiliary reports whether a token goes with the verb before it.
func (r *Reader) auxiliary(i int) bool {
	t := &r.Tokens[i]
	switch {
	case t.Is(morph.Auxiliary):
		return true
	case t.Is(morph.Verb):
		return t.Class&(morph.Suffix|morph.Dependent) != 0
	}
	return (t.Surface == "て" || t.Surface == "で") && i+1 < len(r.Tokens) && r.Tokens[i+1].Is(morph.Verb|morph.Dependent)
}

// formOf tells the form of a predicate by the token behind it.
func (r *Reader) formOf(next int) form {
	if next < len(r.Tokens) && r.Tokens[next].Surface == " " {
		next++ // translation leaves them
	}
	if next >= len(r.Tokens) {
		return ends
	}
	t := &r.Tokens[next]
	switch {
	case t.Is(morph.FullStop):
		return ends
	case t.Is(morph.Linking), t.Is(morph.Comma):
		return goesOn
	case strings.HasPrefix(t.Surface, "として"):
		return aside
	}
	switch t.Surface {
	case "」":
		return ends
	case "疑い", "容疑", "罪", "ため":
		return aside
	case "と", "こと", "の":
		return quoted
	case "「":
		return attributive
	}
	if t.Class&(morph.Noun|morph.Prefix) != 0 {
		return attributive
	}
	return goesOn
}

// predicateOf returns the index of the predicate of a hit: the one that its trigger is part of or leads to
// (攻撃を|受け), -1 where there is none.
func (r *Reader) predicateOf(h *hit) int {
	for i := range r.ps {
		if r.ps[i].span.End > h.span.Start {
			return i
		}
	}
	return -1
}

// reaches reports whether what stands at a place, with a particle, belongs to a predicate.
func (r *Reader) reaches(from int, particle string, target int) bool {
	for i := range r.ps[:target] {
		p := &r.ps[i]
		if p.span.Start < from || r.quotedOff(from, p.span.Start, r.ps[target].span.Start) {
			continue
		}
		switch {
		case p.form == aside && particle != "が" && particle != "に対":
			return false
		case p.form == quoted, p.form == goesOn && particle != "が":
			return false
		case p.form == attributive && !r.subjectBetween(from, p.span.Start):
			return false
		case p.form == goesOn && strings.HasPrefix(r.Text[p.span.End:], "が"):
			return false
		}
	}
	return true
}

// subjectBetween reports whether a が marks a subject between two places.
func (r *Reader) subjectBetween(from, to int) bool {
	for _, m := range r.marks {
		if m.subject && m.start > from && m.end <= to {
			return true
		}
	}
	return false
}

// ownSubject reports whether a predicate has a subject of its own, marked by が, behind a topic.
func (r *Reader) ownSubject(topic, target int) bool {
	for _, m := range r.marks {
		if m.subject && m.start >= topic && m.end <= r.ps[target].span.Start && !r.quotedOff(topic, m.start, r.ps[target].span.Start) && r.reaches(m.end, "が", target) {
			return true
		}
	}
	return false
}

// quotedOff reports whether a place stands in a quotation that opens behind one place and is closed before another: 甲社は、「100万台|が|感染した」と発表.
func (r *Reader) quotedOff(from, at, to int) bool {
	if from >= at || at >= to || !strings.Contains(r.Text[at:to], "」") {
		return false
	}
	before := r.Text[from:at]
	return strings.Count(before, "「") > strings.Count(before, "」")
}

// receives reports whether the subject of a predicate is who the act is done to: 逮捕された, 攻撃を受けた, 被害に遭った.
func (p *predicate) receives() bool {
	if p.passive {
		return true
	}
	switch p.base {
	case "受ける", "遭う", "あう", "見舞う", "被る", "さらす":
		return true
	}
	return false
}

// notices reports whether the subject of a predicate is who finds an act done to it: 侵入を検知した.
func (p *predicate) notices() bool {
	switch p.base {
	case "確認", "検知", "発覚", "判明", "発生", "公表", "発表", "報告", "ある", "起きる", "見つかる", "把握", "認知", "受け付ける", "お知らせ":
		return true
	}
	return false
}
