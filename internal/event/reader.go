package event

import (
	"cmp"
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/entity"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/source"
)

// A Reader reads the acts of sentences, one after the other. The zero Reader is ready for use, by one
// goroutine at a time.
//
// It holds what the steps of reading a sentence ask for again and again, and keeps its room
// for the next one, so that reading leaves nothing but acts behind.
type Reader struct {
	*Sentence
	text string // of the sentence
	hits []hit
	days []day // that an act can be dated by
	// stretch says that one of them is a stretch of time.
	stretch   bool
	ps        []predicate // in order
	marks     []mark      // of subjects and topics, in order
	names     []name      // that can take part in an act, in order
	lead      jpdate.Date // of an act of a lead without a date
	rowDay    jpdate.Date // that of the row, as a date at the head of the sentence
	inRow     bool        // the sentence has no date of its own but that
	acts      []Type      // that its first dates are the days of, and of nothing else; "" for none
	publishes bool        // it has a verb by which something is made known
	// scene says that the sentence tells no more than a date for what follows it.
	scene bool
	// goesOn says that a sentence without a date goes on about the act before it.
	goesOn bool

	before []Type // of the acts of the sentence before

	told, undone []*hit // that have a date
	kept, main   []*hit // of those told, on the way to events
	parts        []part // of an act
	// The acts of the sentence.
	done, vain, more []Event
}

// Read returns the acts of a sentence that are done or alleged, and those that it denies, plans,
// asks for, or says were attempted in vain, in the order of their triggers. They are good until the next sentence is read.
func (r *Reader) Read(s *Sentence) (done, undone []Event) {
	r.before = r.before[:0]
	for i := range r.done {
		r.before = append(r.before, r.done[i].Type)
	}
	r.Sentence, r.text = s, s.Text[s.Span.Start:s.Span.End]
	r.done, r.vain = r.done[:0], r.vain[:0]
	r.told, r.undone = r.told[:0], r.undone[:0]
	r.acts = append(r.acts[:0], s.Columns...)
	if r.actOf(0) == "" && s.Topic && s.Entry {
		if act := r.titled(); act != "" {
			r.acts = append(r.acts[:0], act)
		}
	}
	if r.scene = false; r.canDate() {
		r.read()
	}
	for i := min(len(r.acts), len(s.Dates)) - 1; i >= 0 && s.Topic; i-- {
		if r.acts[i] != "" {
			r.done = slices.Insert(r.done, 0, r.ofDate(&s.Dates[i], r.acts[i]))
		}
	}
	return r.done, r.vain
}

// actOf returns the act that a date of the sentence is the day of by its place, "" for none.
func (r *Reader) actOf(date int) Type {
	if date < len(r.acts) {
		return r.acts[date]
	}
	return ""
}

// read reads the acts of a sentence that can have a date.
func (r *Reader) read() {
	if r.inRow && r.Topic {
		if act := r.titled(); act != "" {
			r.done = append(r.done, r.ofDate(&r.rowDay, act))
			return
		}
	}
	r.find()
	r.readNominals()
	if r.scene = len(r.hits) == 0 && r.setsScene(); r.scene || len(r.hits) == 0 && (!r.Topic || len(r.days) == 0 && !r.Scene) {
		return
	}
	r.prepare()
	if r.Topic && (len(r.days) > 0 && !r.inRow || r.Scene) {
		r.readDeeds()
	}
	for i := range r.hits {
		h := &r.hits[i]
		h.grade = r.gradeOf(h)
		if h.modality == Done || h.modality == Alleged {
			r.told = append(r.told, h)
		} else if h.rank >= incident {
			r.undone = append(r.undone, h)
		}
	}
	r.told, r.undone = r.dated(r.told), r.dated(r.undone)
	r.told = slices.DeleteFunc(r.told, r.toCome)
	r.undone = slices.DeleteFunc(r.undone, r.ofCharge)
	r.undone = slices.DeleteFunc(r.undone, r.ofPlan)
	r.done = r.events(r.done[:0], r.chosen(r.told), r.told)
	r.vain = r.events(r.vain[:0], once(r.undone), r.undone)
	if r.untold(); len(r.more) > 0 {
		r.done = append(r.done, r.more...)
		slices.SortStableFunc(r.done, func(a, b Event) int { return cmp.Compare(a.Trigger.Start, b.Trigger.Start) })
	}
}

// ofDate makes the act of a date that is the day of such an act by where it stands: in a column, or before a title.
func (r *Reader) ofDate(d *jpdate.Date, act Type) Event {
	r.prepare()
	span := d.Span
	if span.Len() == 0 { // that of the row
		span = r.Span
	}
	h := hit{trigger: &trigger{stem: r.Text[span.Start:span.End], typ: act, rank: rankOf[act]}, kind: act, act: act, modality: Done, when: d, span: span}
	e := r.event(&h, nil)
	e.Told.Stem, e.Told.Rank = h.stem, "place"
	return e
}

// toCome reports whether the day of a verb is still to come when the text comes out, so that nothing was done on it, and counts it among
// what is not done.
func (r *Reader) toCome(h *hit) bool {
	from, _, hasFrom, _ := h.when.Value.Bounds()
	today, _, _, _ := r.Published.Bounds()
	if r.Entry || r.inPast(h) || h.rank != reporting && !r.isVerb(h) || !hasFrom || !r.Published.IsDay() || from.Compare(today) <= 0 {
		return false
	}
	if h.modality, h.word = Planned, h.when.Surface; h.rank >= incident {
		r.undone = append(r.undone, h)
	}
	return true
}

// inPast reports whether the verb of a hit stands in the past. What it tells was done, even if the day that its text came out is wrong, or that
// of the last change to it has not been told.
func (r *Reader) inPast(h *hit) bool {
	i := r.predicateOf(h)
	return i >= 0 && endsAny(r.Text[r.ps[i].stem:r.ps[i].span.End], "た", "だ")
}

// isVerb reports whether a hit is a verb or the object of one, and no noun in a list.
func (r *Reader) isVerb(h *hit) bool {
	i := r.predicateOf(h)
	return i >= 0 && r.ps[i].stem < r.ps[i].span.End && r.ps[i].span.Start-h.span.End <= len("を")
}

// A day is a date of the sentence that an act can have.
type day struct {
	*jpdate.Date
	taker *hit // the first hit that has taken it
	wide  bool // it is for all of the sentence
}

// A name is a mention that can take part in an act.
type name struct {
	*entity.Mention
	after string // the text from its particle on
}

// canDate reports whether an act of the sentence can have a date.
func (r *Reader) canDate() bool {
	r.days, r.stretch = r.days[:0], false
	for i := range r.Dates {
		if d := &r.Dates[i]; r.actOf(i) == "" && !d.Value.IsZero() && r.Span.Contains(d.Span) && !r.yearOfNext(i) && !r.counts(d) && !isOccasion(d) {
			r.days = append(r.days, day{Date: d})
			r.stretch = r.stretch || d.Value.IsInterval()
		}
	}
	if r.inRow = r.actOf(0) == "" && len(r.days) == 0 && !r.Row.Value.IsZero() && !elsewhen.In(r.text); r.inRow {
		r.rowDay = r.Row
		r.rowDay.Span = source.Span{Start: r.Span.Start, End: r.Span.Start}
		r.days = append(r.days, day{Date: &r.rowDay})
		r.stretch = r.Row.Value.IsInterval()
	}
	r.goesOn = len(r.days) == 0 && r.continues()
	return len(r.days) > 0 || r.goesOn || r.Lead || (r.Follows || r.Scene) && !r.Before.Value.IsZero()
}

// yearOfNext reports whether a date is the year that a row opens with, while the next date is the day of what the row tells: 2022年　司法省、4月6日、….
func (r *Reader) yearOfNext(i int) bool {
	d := &r.Dates[i]
	if i+1 == len(r.Dates) || d.Span.Start != r.Span.Start || d.Value.Month() != 0 || d.Value.IsInterval() || !strings.HasPrefix(r.Text[d.Span.End:], "\u3000") && !strings.HasPrefix(r.Text[d.Span.End:], "\t") {
		return false
	}
	next := r.Dates[i+1]
	return r.Span.Contains(next.Span) && next.Value.Month() != 0 && next.Value.Year() == d.Value.Year()
}

// counts reports whether a year or a month only says how often something was done in it: 今年|2度目となる.
func (r *Reader) counts(d *jpdate.Date) bool {
	c := cursor{text: r.Text[d.Span.End:r.Span.End]}
	if since := c.text[:max(0, strings.Index(c.text, "以来"))]; strings.HasPrefix(since, "の") && endsAny(since, "開始", "発足", "設立", "創設", "創業") && len(since) <= 16*len("を") && !strings.ContainsAny(since, "、。") {
		return true // 2023年|の公表開始以来、最多となった
	}
	c.word(ofCount)
	for c.one(digit) {
	}
	return c.at > 0 && begins(c.text[c.at:], "度目", "回目", "例目", "件目", "番目")
}

// isOccasion reports whether a date is that of an election which an act was done for or is compared with, and hardly on its day: 前回の参院選で.
func isOccasion(d *jpdate.Date) bool {
	return strings.HasPrefix(d.Surface, "前回の") || strings.HasPrefix(d.Surface, "前々回の")
}

// ofCount are what may stand before such a count, and counts in kanji.
var ofCount = words("で", "に入って", "だけで", "すでに", "既に", "二", "三", "四", "五")

// elsewhen says that what a sentence of a row tells was not on the day of the row.
var elsewhen = words("後に", "のちに", "その後", "以前", "かつて", "これまでに", "初めて", "初の", "現在も", "当時", "いずれも")

// prepare finds what the hits are read with.
func (r *Reader) prepare() {
	for i := range r.days {
		r.days[i].wide = r.inRow || r.wide(r.days[i].Span)
	}
	r.names = r.names[:0]
	r.addNames(r.Mentions)
	if len(r.Meant) > 0 {
		r.addNames(r.Meant)
		slices.SortStableFunc(r.names, func(a, b name) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	}
	r.predicates()
}

// addNames adds the mentions that can take part in an act.
func (r *Reader) addNames(ms []entity.Mention) {
	for i := range ms {
		if m := &ms[i]; r.holds(m) {
			r.names = append(r.names, name{m, r.after(m)})
		}
	}
}

// holds reports whether a mention lies in the sentence and can take part in an act.
func (s *Sentence) holds(m *entity.Mention) bool {
	return m.Kind != content.Indicator && m.Kind != content.Operation && s.Span.Contains(m.Span)
}

// events appends the acts of the hits that are chosen of all.
func (r *Reader) events(out []Event, chosen, all []*hit) []Event {
	var along []*jpdate.Date
	for _, h := range chosen {
		if h.claims() && slices.Contains(along, h.when) {
			continue // 5月にはA、7月にはBを攻撃したと|主張: what was claimed was done on these days
		}
		days := r.alongside(h, all)
		along = append(along, days...)
		for _, d := range days {
			more := *h
			more.when = d
			out = append(out, r.event(&more, all))
		}
		out = append(out, r.event(h, all))
	}
	return out
}

// claims reports whether a hit only says who tells of an act: 攻撃した|と主張.
func (h *hit) claims() bool { return h.kind == Statement && strings.HasPrefix(h.stem, "と") }

// alongside returns the dates on which the same was done that a sentence tells of one: 5月3日と9日に|停止,
// 3日には甲社、7日には乙社に|侵入.
func (r *Reader) alongside(h *hit, all []*hit) []*jpdate.Date {
	if h.rank < incident && h.kind != Disclosure && h.kind != Report || h.inherited || r.inRow {
		return nil
	}
	var out []*jpdate.Date
	next := h.when.Span.Start
	for i := len(r.days) - 1; i >= 0; i-- {
		d := &r.days[i]
		if d.Span.End > next || d.Date == h.when {
			continue
		}
		other := slices.ContainsFunc(all, func(o *hit) bool { return o.when == d.Date && !(o.claims() && o.span.Start > h.span.End) })
		if other || d.AsOf || !r.addsDate(r.Text[d.Span.End:next]) && !r.gapped(d, next, h) || d.Value == h.when.Value {
			break
		}
		out = append(out, d.Date)
		next = d.Span.Start
	}
	slices.Reverse(out)
	return out
}

// addsDate reports whether what stands between two dates makes the first one more date of what is done on the second.
func (r *Reader) addsDate(between string) bool {
	switch between {
	case "と", "、", "及び", "および", "や", "・", "、および", "と、", "並びに":
		return true
	}
	rest, ok := strings.CutPrefix(cutAny(between, "の間", "間"), "には")
	if !ok {
		rest, ok = strings.CutPrefix(between, "に")
	}
	noun, comma := strings.CutSuffix(rest, "、")
	return ok && comma && noun != "" && len(noun) <= 45 && !strings.ContainsAny(noun, "、。はがをたてでしいれりき")
}

// gapped reports whether a date has all of a clause but the verb, which the clause of the next one tells for both: 5月に甲社を、|7月には乙社を攻撃,
// 甲社は14日、|乙社は8日に報告.
func (r *Reader) gapped(d *day, next int, h *hit) bool {
	if h.span.Start < next {
		return false
	}
	between := strings.TrimRight(r.Text[d.Span.End:next], " ")
	if slices.ContainsFunc(r.ps, func(p predicate) bool {
		return p.form != attributive && p.span.Start >= d.Span.End && p.span.End <= next
	}) {
		return false
	}
	if before := strings.TrimRight(r.Text[r.Span.Start:d.Span.Start], " "); begins(between, "、", "に、") && endsAny(before, "は", "が") && endsAny(between, "は", "が") {
		return strings.Count(between, "、") == 1
	}
	if i := strings.LastIndex(between, "、"); i >= 0 && endsAny(between[i:], "は") {
		between = between[:i+len("、")] // …が、韓国においては
	}
	object := strings.TrimRight(r.Text[next:h.span.Start], " ")
	for _, mark := range []string{"を", "も", "に", "へ"} {
		if strings.HasSuffix(between, mark+"、") {
			return strings.HasSuffix(object, mark) || strings.HasPrefix(r.Text[h.span.Start:], mark)
		}
	}
	return strings.HasSuffix(between, "が、") && (strings.Contains(object, "が、それぞれ") || r.alike(between, next, h))
}

// alike reports whether two dates in a row have their subjects in the same way: 1月には|甲社が、2月には|乙社が|被害に遭った.
func (r *Reader) alike(between string, next int, h *hit) bool {
	i := slices.IndexFunc(r.days, func(d day) bool { return d.Span.Start == next })
	if i < 0 || r.days[i].Span.End > h.span.Start {
		return false
	}
	object := r.Text[r.days[i].Span.End:h.span.Start]
	for _, mark := range []string{"には", "に", "は"} {
		subject, ok := strings.CutPrefix(object, mark)
		if ok && strings.HasPrefix(between, mark) && strings.Count(between, "、") == 1 {
			subject, _, ok = strings.Cut(subject, "が")
			return ok && subject != "" && !strings.Contains(subject, "、")
		}
	}
	return false
}

// event makes the Event of a hit. The date of the announcement is that of the verb
// of reporting which follows; where only that has a date, it is the act's too.
func (r *Reader) event(h *hit, hits []*hit) Event {
	e := Event{
		Date: h.when.Value, When: *h.when, Type: h.act, Trigger: h.span, Modality: h.modality, Inherited: h.inherited || r.inRow,
		Confidence: h.confidence(), Participants: r.participants(h, hits), Told: Told{Stem: h.stem, Rank: h.rank.String(), Word: h.word},
	}
	if h.announced != nil && !h.inherited {
		e.Announced, e.Told.Release = h.announced.Value, h.announcer
	}
	return e
}
