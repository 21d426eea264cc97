package event

import (
	"slices"
	"strings"

	"jikenbo/internal/jpdate"
)

// chosen returns the hits that become events: of those that share a date the ones of
// the highest rank, since an incident beside a measure is what the measure is about,
// and a verb of reporting reports what stands before it.
func (r *Reader) chosen(all []*hit) []*hit {
	hits, out := r.kept[:0], r.main[:0]
	for _, h := range all {
		if !r.onlyReported(h) {
			hits = append(hits, h)
		}
	}
	for i, h := range hits {
		if r.hearsay(h) && slices.ContainsFunc(hits[:i], func(o *hit) bool { return o.rank >= incident && o.when.Value == h.when.Value }) {
			continue
		}
		if h.rank == reporting && !r.ofEntry(h) && (r.reportsAct(hits, i) || r.announcesLater(hits, i)) || !best(hits, h) {
			continue
		}
		// one act told twice: the later verb is the main one, but not what only says with what it was done (攻撃を仕掛け、ウイルスを|使って)
		again := func(o *hit) bool { return o.act == h.act && o.when.Value == h.when.Value }
		if h.deed && slices.ContainsFunc(out, func(o *hit) bool { return again(o) && !o.deed }) {
			continue
		}
		out = append(slices.DeleteFunc(out, again), h)
	}
	r.kept, r.main = hits, out
	return out
}

// once drops of acts of one type and date all but the last: 判決は12月1日に|言い渡される予定だ.
func once(hits []*hit) []*hit {
	return slices.DeleteFunc(hits, func(h *hit) bool {
		return slices.ContainsFunc(hits, func(o *hit) bool {
			return o.span.Start > h.span.Start && o.act == h.act && o.modality == h.modality && o.when.Value == h.when.Value
		})
	})
}

// ofEntry reports whether a verb of reporting ends an entry of a chronicle and has its date, while what it reports has another:
// 1月　甲社が前年6月に見つかった不正アクセスを|公表.
func (r *Reader) ofEntry(h *hit) bool {
	if !r.Entry && !strings.HasSuffix(r.text, h.stem) || h.typ == Statement || len(r.days) < 2 || h.when != r.days[0].Date {
		return false
	}
	return endsAny(r.text, h.stem) || strings.HasSuffix(r.text, h.stem+"した")
}

// onlyReported reports whether the date of a hit is that of the report on it: an incident
// that is announced on a day was not on that day, and what is announced may be no more than the topic.
func (r *Reader) onlyReported(h *hit) bool {
	if r.answered(h) || h.rank == reporting && begins(r.behindHit(h), "に触れ", "に言及") {
		return true
	}
	if h.rank == incident && topical(r.Text[h.span.End:r.Span.End]) && r.reportedOn(h) || r.described(h) {
		return true
	}
	if (h.rank == incident || h.rank == period) && !h.inherited && h.kind != Other && r.embedded(h) {
		return true
	}
	if h.rank == measure && !h.inherited && r.spokenAbout(h) {
		return true
	}
	if h.release == nil || r.hearsay(h.release) || h.inherited || h.release.when.Value != h.when.Value {
		return false
	}
	if h.rank == incident && h.kind != DataBreach && h.kind != Other && h.stem != "流出" {
		return !r.foundOut(h)
	}
	return h.rank == measure && topical(r.Text[h.span.End:r.Span.End])
}

// answered reports whether an act is what somebody answers who is the topic of the sentence and has its date: 甲国は5日、…が|漏れ|たと乙国が明かした
// ことに「…」と反発した.
func (r *Reader) answered(h *hit) bool {
	if h.inherited || h.rank == measure || !begins(r.Text[h.when.Span.End:], "、", "の記者会見", "の会見", "の定例") || !r.topicBefore(h) {
		return false
	}
	return slices.ContainsFunc(r.told, func(o *hit) bool {
		return o.kind == Statement && o.span.Start > h.span.End && o.when == h.when && answers.In(r.Text[h.span.End:o.span.Start])
	})
}

// topicBefore reports whether a topic stands before a hit.
func (r *Reader) topicBefore(h *hit) bool {
	return slices.ContainsFunc(r.marks, func(m mark) bool { return m.topic && m.end <= h.span.Start })
}

// answers stand between what somebody answers and the answer.
var answers = words("ことに「", "ことに、「", "ことに『", "ことについて「", "ことに対し「", "ことに対して「", "との報道に「", "との指摘に「", "との発表に「", "と報じられたことに")

// ofCharge reports whether an incident that was not done is what somebody was charged with or suspected of on its date:
// 3日、…を|盗もうとした|として2人を訴追した.
func (r *Reader) ofCharge(h *hit) bool {
	i := r.predicateOf(h)
	if i >= 0 && r.ps[i].form == quoted && i+1 < len(r.ps) {
		i++ // 盗もう|と|した
	}
	return i >= 0 && r.ps[i].form == aside && h.rank == incident && slices.ContainsFunc(r.told, func(o *hit) bool {
		return o.rank == measure && o.when.Value == h.when.Value && o.span.Start > h.span.End
	})
}

// ofPlan reports whether an incident is what a measure that is planned for its date answers: 来月にも、|攻撃|に関わった個人に制裁を科す方針だ. Nobody plans
// both.
func (r *Reader) ofPlan(h *hit) bool {
	return h.rank == incident && h.modality == Planned && slices.ContainsFunc(r.undone, func(o *hit) bool {
		return o.rank == measure && o.modality == Planned && o.when.Value == h.when.Value && o.span.Start > h.span.End
	})
}

// spokenAbout reports whether a measure is what somebody speaks about on the date that both have: 9日、…の関与を|指摘|したことについて「…」と述べた.
func (r *Reader) spokenAbout(h *hit) bool {
	return slices.ContainsFunc(r.told, func(o *hit) bool {
		return o.kind == Statement && o.span.Start > h.span.End && o.when.Value == h.when.Value
	}) && r.isSubject(h)
}

// isSubject reports whether a hit is what somebody speaks about: …を名指しで|非難したことを受け.
func (r *Reader) isSubject(h *hit) bool {
	if after := r.Text[h.span.End:r.Span.End]; topical(after) || matters.In(after) {
		return true
	}
	i := r.predicateOf(h)
	return i >= 0 && r.ps[i].form == quoted && topical(r.Text[r.ps[i].stem:r.Span.End])
}

// matters are what somebody speaks about, by the words behind it: …が関与していたと米政府が発表した|ことに関し|「…」と述べた.
var matters = words("ことに関し", "ことについて", "ことに対し", "問題に関し", "問題について", "報道に関し", "報道について", "との報道を受け", "との指摘に")

// nowKnown reports whether a verb says what is known by now, and not when it became known: …にも使われたことが|判明|している.
func (r *Reader) nowKnown(h *hit) bool {
	return h.stem == "判明" && begins(r.behindHit(h), "している", "しており", "しています", "しております")
}

// described reports whether a hit only describes a noun, while the verb of the sentence tells what was done on its date:
// 3日、不正アクセスの|被害を受けた|会員に知らせた.
func (r *Reader) described(h *hit) bool {
	if h.grade != descriptive || h.inherited || !r.isWide(h.when) && !r.topicBetween(h.when.Span.End, h.span.Start) {
		return false
	}
	if slices.ContainsFunc(r.undone, func(o *hit) bool {
		return o.grade >= said && o.span.Start > h.span.End && o.when.Value == h.when.Value && o.rank == measure && o.modality == Planned
	}) {
		return true // 1日にも、攻撃に|関わった|集団に制裁を科す方針だ
	}
	return slices.ContainsFunc(r.told, func(o *hit) bool {
		return o.grade == head && o.span.Start > h.span.End && o.when.Value == h.when.Value &&
			(o.rank >= incident || h.rank <= incident && (o.kind != Disclosure || o.publishes() && r.outer(o)))
	})
}

// says reports whether a hit is the verb of a clause by which someone speaks, and not one by which something is published.
func (h *hit) says() bool { return h.rank == reporting && h.grade == head && !h.publishes() }

// topicBetween reports whether a subject or a topic stands between two places: what follows it describes something else.
func (r *Reader) topicBetween(from, to int) bool {
	return slices.ContainsFunc(r.marks, func(m mark) bool { return m.start > from && m.end <= to })
}

// isWide reports whether a date of the sentence is for all of it.
func (r *Reader) isWide(d *jpdate.Date) bool {
	return slices.ContainsFunc(r.days, func(x day) bool { return x.Date == d && x.wide })
}

// embedded reports whether an incident is what a verb of reporting behind it, which has its date, says: 侵入が続いていた|と|伝えた,
// 攻撃を分析した|報告書を|出した.
func (r *Reader) embedded(h *hit) bool {
	if h.word == "と主張" || h.stem == "流出" || r.foundOut(h) || slices.ContainsFunc(r.told, func(o *hit) bool { return o.span.Start > h.span.End && o.when == h.when && r.hearsay(o) }) {
		return false // what its doers claim is what is known of it
	}
	return slices.ContainsFunc(r.told, func(o *hit) bool {
		return o.rank == reporting && o.span.Start > h.span.End && o.when == h.when && o.grade == head && (r.onPaper(o) || h.kind != DataBreach && (r.outer(o) || r.noticed(o)))
	})
}

// objectOf reports whether an incident is what a verb of telling or admitting has as its object: 侵入|を報告, 侵害を公に|認め.
func (r *Reader) objectOf(h, o *hit) bool {
	if o.rank != reporting || o.span.Start < h.span.End {
		return false
	}
	between := r.Text[h.span.End:o.span.Start]
	if strings.HasSuffix(h.stem, "被害") && between == "を" || h.kind != DataBreach && between == "被害を" {
		return o.kind == Disclosure || o.kind == Report || o.kind == Statement
	}
	if o.kind != Report && o.kind != Statement {
		return false
	}
	switch between {
	case "", "を", "の詳細を", "の被害を", "の事実を", "があったことを":
		return true
	}
	return false
}

// noticed reports whether the object of a verb of reporting is that something is so: 感染している|のを|見つけた.
func (r *Reader) noticed(h *hit) bool {
	return endsAny(r.Text[r.Span.Start:h.span.Start], "のを", "のが", "ことが")
}

// onPaper reports whether the object of a verb of reporting is what someone wrote: …とする|報告書を|公表.
func (r *Reader) onPaper(h *hit) bool {
	before := strings.TrimSuffix(r.Text[r.Span.Start:h.span.Start], "を")
	return endsAny(before, paperNouns...)
}

// paperNoun finds one of them in a text.
var paperNoun = words(paperNouns...)

// paperNouns are what reports are written in.
var paperNouns = []string{"報告書", "報告", "レポート", "統計", "白書", "論文", "文書", "記事", "分析", "捜査結果", "調査結果", "調査", "ブログ", "資料", "推計"}

// reportedOn reports whether a verb of reporting behind an incident has its date: 不正アクセスについて、12日に|届け出た.
func (r *Reader) reportedOn(h *hit) bool {
	return slices.ContainsFunc(r.told, func(o *hit) bool { return o.rank == reporting && o.span.Start > h.span.End && o.when == h.when })
}

// reportsAct reports whether hit i, a verb of reporting, reports an act with a date of its own.
func (r *Reader) reportsAct(hits []*hit, i int) bool {
	if r.onPaper(hits[i]) {
		return false
	}
	for _, h := range hits[:i] {
		// That an incident of another day is made known is an act of its own; a measure is only announced.
		of := h.rank == measure || h.rank == incident && h.when.Value == hits[i].when.Value
		if of && !h.inherited && !r.separate(h, hits[i]) && !(hits[i].kind == Statement && r.isSubject(h)) {
			return true
		}
	}
	return false
}

// announcesLater reports whether hit i, a verb of reporting, only says where an act behind it comes from.
func (r *Reader) announcesLater(hits []*hit, i int) bool {
	return r.cited(hits[i]) && slices.ContainsFunc(hits[i+1:], func(h *hit) bool { return h.rank >= incident })
}

// separate reports whether a verb of reporting is an act of its own beside h: …を確認し、3日に委員会へ報告した.
func (r *Reader) separate(h, report *hit) bool {
	d := report.when.Span
	if d.Start <= h.span.End || !r.Span.Contains(d) {
		return false
	}
	return r.goesOnTo(h, report) || hasAny(r.Text[h.span.End:d.Start], "し、", "て、", "れ、", "たため、", "が、", "。")
}

// goesOnTo reports whether a verb goes on right to the date of another: データを盗み、|5月に公開した.
func (r *Reader) goesOnTo(h, next *hit) bool {
	d := next.when.Span
	if d.Start <= h.span.Start || !r.Span.Contains(d) {
		return false
	}
	between := r.Text[h.span.Start:d.Start]
	return endsAny(between, "み、", "き、", "い、", "ち、", "り、", "め、", "び、") && !hasAny(between, "と", "つい", "関")
}

// best reports whether no hit of the same date outranks h.
func best(hits []*hit, h *hit) bool {
	for _, o := range hits {
		if o.when.Value != h.when.Value || h.coordinate && o.span.Start > h.span.Start {
			continue
		}
		switch {
		case o.says() && h.rank == reporting && h.grade == noun:
			return false
		case h.says() && o.rank == reporting && o.grade == noun:
		case o.rank > h.rank:
			return false
		case h.stole(o):
		case o.stole(h):
			return false
		case o.rank == h.rank && o.weight() > h.weight():
			return false
		}
	}
	return true
}

// stole reports whether a hit is the theft that another one was the means to: サイバー|攻撃|で暗号資産を|盗んだ, |攻撃|を受け、9000万ドルが|流出.
func (h *hit) stole(by *hit) bool {
	return h.kind == Theft && (by.means || h.stem == "流出" && by.kind == Intrusion) && by.span.Start < h.span.Start && h.modality == by.modality
}

// weight orders what has one rank and one date and is told in one breath: an order of
// the court is how a seizure comes about, an intrusion how a leak does.
func (h *hit) weight() int {
	switch {
	case h.rank == measure && h.kind == Legal && orders(h.stem):
		return 0
	case h.rank == measure:
		return 1
	case h.typ == Theft:
		return slices.Index(weights[:], Theft) // whatever is taken
	}
	return slices.Index(weights[:], h.kind)
}

// orders reports whether a stem is of what a court or the police do on the way to an act.
func orders(stem string) bool {
	switch stem {
	case "令状", "命令", "裁判所命令", "仮処分", "承認を", "承認が", "許可を", "期限を迎え", "失効", "訴状", "家宅捜索", "強制捜査", "捜索し", "差し止め", "捜索", "踏み込む", "か所を捜索", "カ所を捜索", "箇所を捜索", "家宅を捜索", "捜索に入", "捜索を行":
		return true
	}
	return false
}

// weights are the types of what is not a measure, the lightest first.
var weights = [...]Type{
	Other, Statement, Disclosure, Report, Vulnerability, Notification, Campaign, Theft, Intrusion, DataBreach, Ransomware, DDoS,
}
