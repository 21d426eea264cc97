package event

import (
	"strings"

	"jikenbo/internal/edtf"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/source"
)

// dated gives each hit its date and drops the hits that have none.
//
// A verb takes the nearest date before it that no verb has taken yet, so that in
// 「D1、XはYがD2に侵入したと発表した」 the inner verb takes D2 and the outer one D1.
// A date at the head of the sentence or after its topic is for all verbs.
func (r *Reader) dated(hits []*hit) []*hit {
	for i := range r.days {
		r.days[i].taker = nil
	}
	out := hits[:0]
	for i, h := range hits {
		if h.rank == incident && h.kind != DataBreach && len(r.days) == 1 && i+1 < len(hits) && r.objectOf(h, hits[i+1]) {
			continue
		}
		if r.date(h) {
			h.act = r.inReport(h)
			out = append(out, h)
		}
	}
	for i, h := range out {
		if kind := r.follower(h, out[:i]); kind != "" {
			h.trigger = &trigger{stem: h.stem, typ: kind, rank: measure}
			h.kind, h.act = kind, kind
		}
		r.announce(h, out, i)
	}
	return out
}

// date gives a hit its date, if it has one.
func (r *Reader) date(h *hit) bool {
	if len(r.days) == 0 {
		return r.undated(h)
	}
	if h.own != nil {
		h.when = h.own
		return true
	}
	i := r.pick(h)
	if i < 0 {
		return false
	}
	d := &r.days[i]
	switch {
	case d.AsOf && h.rank != incident,
		h.rank == period && h.stem != "続い" && !d.Value.IsInterval(),
		h.rank == incident && r.datesText(d),
		h.rank <= incident && strings.Contains(d.Surface, "年度"): // figures are of such a year, acts are not
		return false
	case h.deed && h.kind == Other && r.isEnd(d):
		return false
	case h.rank == reporting && h.kind != Notification && long(d.Date):
		return false
	}
	h.when = d.Date
	if r.free(d, h) && !r.describesBefore(d, h) {
		d.taker = h
	}
	return true
}

// describesBefore reports whether a hit describes a noun in a sentence whose date, at its head or before its topic, is that of its verb:
// 10月4日、国防省が、機関を|狙った|要員を追放したと公表.
func (r *Reader) describesBefore(d *day, h *hit) bool {
	return h.grade == descriptive && h.rank <= incident && (d.wide || r.topicBetween(d.Span.End, h.span.Start))
}

// undated gives a hit of a sentence without a date that of an earlier one or, in a lead, about that of the publication.
func (r *Reader) undated(h *hit) bool {
	switch {
	case r.ofScene(h):
		h.when, h.scene = &r.Before, true
	case h.rank == measure && r.follows(h) || h.rank >= incident && r.goesOn && r.closes(h):
		h.when = &r.Before
	case r.Lead && h.rank == measure && r.Published.IsDay() && r.closes(h):
		about, err := edtf.Parse(r.Published.String() + "~")
		if err != nil {
			return false
		}
		r.lead = jpdate.Date{Value: about, Basis: jpdate.Published}
		h.when = &r.lead
	default:
		return false
	}
	h.inherited = true
	return true
}

// closes reports whether a hit is what the sentence ends with: …が逮捕されました。
func (r *Reader) closes(h *hit) bool {
	after := strings.TrimSpace(r.Text[h.span.End:r.Span.End])
	return len(after) <= len("されたことを発表しました。") && strings.HasSuffix(after, "た。")
}

// follows reports whether a sentence without a date goes on telling what was done on the day of the one before it.
func (r *Reader) follows(h *hit) bool {
	if r.goesOn || !r.Follows || r.Before.Value.IsZero() {
		return r.goesOn
	}
	after := r.Text[h.span.End:r.Span.End]
	return after == "" || begins(after, "を発表", "を公表", "したと発表", "も発表", "し、", "した。", "され、", "された。", "しました。", "た。", "て抗議。", "。", "声明を出し", "する声明")
}

// pick returns the index of the date of a hit, -1 if it has none.
func (r *Reader) pick(h *hit) int {
	if i := r.cleft(h); i >= 0 {
		return i
	}
	if i := r.aside(h); i >= 0 {
		return i
	}
	if i := r.seenOn(h); i >= 0 {
		return i
	}
	if i := r.foundBehind(h); i >= 0 {
		return i
	}
	if i := r.saidOf(h); i >= 0 {
		return i
	}
	nearest := -1
	for i := len(r.days) - 1; i >= 0; i-- {
		d := &r.days[i]
		if d.Span.End > h.span.Start || d.taker != nil && d.taker.span.End <= d.Span.Start && (r.aside(d.taker) == i || r.seenOn(d.taker) == i) || r.quotedAway(d, h) || r.ofReport(d, h) || r.closedOff(d, h) || r.innerDay(d, h) || r.ofCause(i, h) || r.ofWhatIsSaid(i, h) {
			continue
		}
		if r.free(d, h) {
			return i
		}
		if nearest < 0 && r.shares(d, h) {
			if !r.outer(h) {
				return i
			}
			nearest = i
		}
	}
	if nearest >= 0 {
		return nearest
	}
	return r.later(h)
}

// ofCause reports whether a stretch of time is that of what a measure was taken for, which has a day before it:
// 1日、17年6月以降に脅迫したとする|起訴状を公開.
func (r *Reader) ofCause(i int, h *hit) bool {
	if h.rank != measure || !r.days[i].Value.IsInterval() {
		return false
	}
	if between := r.Text[r.days[i].Span.End:max(r.days[i].Span.End, h.span.Start)]; (h.kind == Indictment || h.kind == Arrest || h.kind == Legal) && (strings.Contains(between, "した罪") || strings.Contains(between, "した疑い") || strings.Contains(between, "したとして") || strings.HasPrefix(h.stem, "罪") && strings.HasSuffix(between, "した")) {
		return true // 5月から6月にかけて、甲社を攻撃した罪に|問われた
	}
	if i == 0 {
		return false
	}
	switch h.kind {
	case Indictment, Arrest, Sanction, Seizure, Attribution:
		return !r.days[i-1].Value.IsInterval() && r.free(&r.days[i-1], h) && r.days[i-1].wide && strings.Contains(r.Text[r.days[i-1].Span.End:r.days[i].Span.Start], "、")
	}
	return false
}

// aside returns the date in brackets right behind an act that is what another verb speaks of, -1 without one:
// 通信網への|侵入|（2022年以降）を非難.
func (r *Reader) aside(h *hit) int {
	if h.rank == reporting {
		return -1
	}
	for i := range r.days {
		if d := &r.days[i]; d.Span.Start >= h.span.End {
			after := r.Text[d.Span.End:r.Span.End]
			if rest := cutAny(after, "付け", "付"); h.rank != measure && rest == after || h.rank == measure && rest != after {
				after = rest
			} else {
				return -1
			}
			if bracketed(r.Text[h.span.End:d.Span.Start], after) {
				return i
			}
			return -1
		}
	}
	return -1
}

// seenOn returns the day that stands between an incident and the verb by which it was seen, -1 without one: 標的型攻撃を|6月初旬|に確認したと発表.
func (r *Reader) seenOn(h *hit) int {
	if h.rank != incident || !strings.HasPrefix(r.Text[h.span.End:r.Span.End], "を") {
		return -1
	}
	for i := range r.days {
		if d := &r.days[i]; d.Span.Start == h.span.End+len("を") && begins(r.Text[d.Span.End:r.Span.End], "に確認", "に検知", "に観測", "に発見", "に把握", "に受け", "に初めて") {
			return i
		}
	}
	return -1
}

// free reports whether a date is still to be had: no act has it, or only an activity in the course of which the hit is.
func (r *Reader) free(d *day, h *hit) bool {
	return d.taker == nil || d.taker.rank == period && h.rank == incident
}

// outer reports whether a hit is the verb that reports what stands before it: …と|警告した.
func (r *Reader) outer(h *hit) bool {
	before, _ := cutEnd(strings.TrimRight(r.Text[r.Span.Start:h.span.Start], "、 "), manners)
	return strings.HasPrefix(h.stem, "と") || endsAny(before, "と", "として", "とした", "ことを", "などと", "について", "を正式に")
}

// manners are the words that may stand between what is said and the verb of saying: …と|名指しで|非難.
var manners = []string{"名指しで", "改めて", "正式に", "公式に", "公に", "強く", "後に", "のちに", "共同で", "厳しく", "新たに", "初めて"}

// shares reports whether a hit may have a date that another one before it has: a date
// for the whole sentence, as long as no new topic begins; one of its clause; or one of
// a verb that goes on, …に侵入し、…を破壊した.
func (r *Reader) shares(d *day, h *hit) bool {
	first := d.taker
	between := r.Text[first.span.End:max(first.span.End, h.span.Start)]
	if !d.wide && first.rank <= incident && startings.In(first.stem) && !strings.HasPrefix(between, "た") {
		return false // 2014年に結成され、…を奪った
	}
	if hasAny(between, "その後", "のちに") || h.kind == Legal && first.typ == Arrest && !d.wide {
		return false // what a court does with those who were arrested, it does on a day of its own
	}
	if h.rank == measure && h.grade == descriptive && first.rank == measure && !d.wide && strings.Contains(between, "、") {
		return false // …を摘発しており、|押収|した端末の解析で
	}
	if turn := strings.Index(between, "が、"); turn >= 0 && strings.Contains(between[turn:], "は") {
		return false
	}
	if d.Span.Start >= first.span.End { // 逮捕は|12日になって|明らかにされた
		return d.wide || h.rank != reporting || !r.outer(h)
	}
	if first.rank == reporting && first.span.Start <= d.Span.End+len("の") && r.statementOf(d) != "" {
		return true // 20日の|会見|で、…と述べた
	}
	if first.rank == measure && h.rank == measure && (orders(first.stem) && len(between) <= 25*len("を") || (first.deed && begins(between, "し、") || begins(between, "、"))) {
		return true // 4日に自宅を捜索し、…を|押収
	}
	return d.wide || hasAny(between, "、同時に", "、併せて", "、あわせて") || h.rank != reporting && !hasAny(r.Text[d.Span.End:h.span.Start], "、", "，") || begins(between, "し、", "して", "され、", "されて", "させ、", "させて", "させると", "されると", "すると")
}

// startings are the stems for what was so from a day on: what the sentence goes on to tell was later.
var startings = words("活動を始め", "活動を開始", "結成さ", "結成し", "初めて確認", "初めて観測", "初めて見つか")

// cleft returns the date that is what the sentence says of a hit, -1 without one: 逮捕されたのは|14日.
func (r *Reader) cleft(h *hit) int {
	for i := range r.days {
		if d := &r.days[i]; d.Span.Start >= h.span.End {
			if between := r.Text[h.span.End:d.Span.Start]; len(between) <= 30 && strings.Contains(between, "のは") && (h.rank == incident || !long(d.Date)) {
				return i
			}
			return -1
		}
	}
	return -1
}

// later returns the date that comes after a hit and is still its own: 逮捕されたのは14日,
// 逮捕したことが20日分かった, 勧告も本日公開された.
func (r *Reader) later(h *hit) int {
	for i := range r.days {
		d := &r.days[i]
		if d.Span.Start < h.span.End {
			continue
		}
		between := r.Text[h.span.End:d.Span.Start]
		after := r.Text[d.Span.End:min(r.Span.End, d.Span.End+60)]
		if h.rank >= incident && bracketed(between, after) || r.isClosing(h, d) {
			return i
		}
		if h.label(between) || strings.Trim(between, "しされた") == "" && between != "" && dayOnly.Longest(after) == 0 {
			return i
		}
		between, _ = cutEnd(between, atLeast)
		if (between == "は" || between == "が" || between == "も" || h.rank == reporting && between == "日は") && dayOnly.Longest(after) > 0 {
			return i
		}
		if h.rank == measure && between == "は" && announcedOn(r.Text[d.Span.End:r.Span.End]) {
			return i
		}
		if h.rank == measure && (between == "" || strings.HasSuffix(between, "と") || hasAny(between, "ことが", "ことを", "と、", "も、", "を")) && hasAny(after, "分かった", "わかった", "明らかに", "発表", "公表", "公開") {
			return i
		}
		return -1
	}
	return -1
}

// announcedOn reports whether the sentence ends with who announced a measure, or carried it out, on the day before: 制裁は7日に|英政府が発表した.
func announcedOn(after string) bool {
	after = strings.TrimRight(after, "。 　")
	return strings.HasPrefix(after, "に") && len(after) < 20*len("を") && !strings.ContainsAny(after, "、は") &&
		endsAny(after, "が発表した", "が公表した", "が発動した", "が決定した", "が決めた", "が実施した", "により発表された", "により行われた")
}

// atLeast are the words that may stand between an act and its date: 侵入は|遅くとも|5月に始まっていた.
var atLeast = []string{"遅くとも", "早ければ", "早くとも", "少なくとも"}

// bracketed reports whether a date stands in brackets right behind an act, as chronicles have it: 流出|（11月24日）.
func bracketed(between, after string) bool {
	return len(between) <= len("された（") && endsAny(between, "（", "(") && begins(strings.TrimLeft(after, "～〜頃ごろ"), "）", ")")
}

// isClosing reports whether a date stands in brackets behind the verb of a hit, at the end of the sentence: |制裁|対象に指定した（7月12日）。
func (r *Reader) isClosing(h *hit, d *day) bool {
	i, open := r.predicateOf(h), strings.TrimRight(r.Text[:d.Span.Start], "（(")
	return i >= 0 && r.ps[i].span.End == len(open) && len(open) < d.Span.Start && strings.Trim(r.Text[d.Span.End:r.Span.End], "）)。 　") == ""
}

// label reports whether a hit is the label of the date behind it: 起訴日|　|3月10日.
func (h *hit) label(between string) bool {
	return endsAny(h.stem, "日", "日時", "時刻", "時期") && strings.Trim(between, " 　:：・|\t") == ""
}

// dayOnly is what stands behind a date that is what the sentence says of an act: 起訴は7月7日|である.
var dayOnly = words("で", "である", "に当た", "、", "。", "に行われ", "に実施", "に行っ", "だっ", "に始ま", "に開始", "のこと", "から始ま", "付で", "付けで", "付。", "付け。", "付だ", "付けだ", "に言い渡", "になって", "に下され", "に執行", "に起き", "に出ま", "に出た", "に発生", "に発覚", "に判明", "と推定", "と推測", "と考え", "とみられ", "にさかのぼ", "に遡", "には始ま", "にピーク", "にかけて行われ", "確認さ", "観測さ", "続い", "に集中", "に本格化", "に活発化", "に確認", "に起こ", " ", "　", "）", ")")

// wide reports whether a date is for the whole sentence: a comma or space follows it.
func (s *Sentence) wide(d source.Span) bool {
	after := skipAside(s.Text[d.End:s.Span.End])
	if strings.HasPrefix(after, "にも") && plans.In(after) {
		return true // 7月1日|にも攻撃に関わった集団に制裁を科す見通しだ
	}
	if timeTails.Longest(after) > 0 {
		after = cutAny(after, timeTail...)
	}
	return begins(after, "、", "，", " ", "　", "：", ":", "\t", "|") || setsScene(after)
}

// plans are said of what is to be done on a day.
var plans = words("見通し", "見込み", "方針だ", "方針を", "方針。", "予定だ", "予定。", "予定で", "構えだ", "計画だ")

// setsScene reports whether what follows a date makes of it the scene of the sentence: 12日の強制捜査では、….
func setsScene(after string) bool {
	rest, ok := strings.CutPrefix(after, "の")
	comma := strings.Index(rest, "、")
	if !ok || comma < 0 || comma > 15*len("を") {
		return false
	}
	noun := strings.TrimSuffix(strings.TrimSuffix(rest[:comma], "は"), "も")
	return endsAny(noun, "で") && !strings.ContainsAny(noun, "をがはに」")
}

// timeTail is what may stand behind a date and belongs to it, in this order.
var (
	timeTail  = []string{"未明", "早朝", "午前", "午後", "夜", "朝", "付けで", "付で", "発表", "までに", "まで", "にかけて", "にかけ", "には", "にも", "に", "から", "ごろ", "頃", "時点で", "以降", "以来"}
	timeTails = words(timeTail...)
)

// skipAside drops brackets and their contents from the front: (現地時間、以下同)、
func skipAside(s string) string {
	closer := ""
	switch {
	case strings.HasPrefix(s, "("):
		closer = ")"
	case strings.HasPrefix(s, "（"):
		closer = "）"
	default:
		return s
	}
	if i := strings.Index(s, closer); i >= 0 {
		return s[i+len(closer):]
	}
	return s
}

// continues reports whether a sentence without a date goes on about the act before it.
func (r *Reader) continues() bool {
	if r.Before.Value.IsZero() || !r.Follows && r.Before.Value.IsInterval() {
		return false
	}
	return begins(r.text, "また、", "さらに、", "さらに同", "このほか", "これにより", "当時", "この日") ||
		goingOn.In(r.text[:min(len(r.text), 90)])
}

var goingOn = words("はまた、", "はさらに、", "同日", "同じ日", "同時に", "併せて", "あわせて", "共同捜査では")
