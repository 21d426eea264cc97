package event

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/entity"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/source"
)

// A hit is a trigger in its place, with what could be told of it.
type hit struct {
	*trigger
	kind     Type        // of the trigger in its context
	span     source.Span // in the passage
	modality Modality
	word     string // of the modality
	when     jpdate.Date
	dating   string // how it got its date
	// coordinate says that the clause of the hit ends with it and another follows: …を発表するとともに.
	coordinate bool
	// inherited says that the date is that of an earlier sentence.
	inherited bool
}

// typ returns the type: what attackers do over years is a campaign.
func (h hit) typ() Type {
	if h.kind == Other {
		return Other
	}
	if h.rank == incident && long(h.when) && h.kind != DDoS {
		return Campaign
	}
	return h.kind
}

func (h hit) confidence() float64 {
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
	if h.inherited {
		c -= 0.4
	}
	return max(c, 0.1)
}

// long reports whether a date is a stretch without an end or of more than a year.
func long(d jpdate.Date) bool {
	if !d.Value.IsInterval() {
		return false
	}
	from, to, hasFrom, hasTo := d.Value.Bounds()
	return !hasFrom || !hasTo || to.Year-from.Year >= 1
}

// triggers finds the triggers of a sentence that report acts as done or alleged, in order.
func triggers(s Sentence) []hit {
	text := s.Text[s.Span.Start:s.Span.End]
	var out []hit
	for i, r := range text {
		if !firsts.Has(r) {
			continue
		}
		for _, n := range byFirst[r] {
			t := &lexicon[n]
			if !strings.HasPrefix(text[i:], t.stem) {
				continue
			}
			h := hit{trigger: t, kind: t.typ, span: source.Span{Start: s.Span.Start + i, End: s.Span.Start + i + len(t.stem)}}
			if t.allows(text, i) && (t.object(text) || t.typ == Takedown && namesTool(s.Mentions, s.Span)) && !insideName(s.Mentions, h.span) {
				out = append(out, h)
			}
		}
	}
	out = reported(text, s.Span.Start, longest(out))
	for i := range out {
		out[i].kind = s.inContext(out[i])
	}
	return out
}

// inContext makes the type of a trigger more exact by the words around it: an attack
// in a sentence about DDoS is DDoS, 公表 of an analysis is a report.
func (s Sentence) inContext(h hit) Type {
	t := h.trigger
	text, near := s.Text[s.Span.Start:s.Span.End], s.Text[max(s.Span.Start, h.span.Start-45):h.span.Start]
	switch {
	case t.typ == Takedown && (t.stem == "破壊" || t.stem == "停止させ") && begins(s.Text[h.span.End:s.Span.End], "され") && !hasAny(near, "ボット", "マルウ", "サイト", "インフラ"):
		return Intrusion
	case t.typ == Intrusion && strings.HasPrefix(t.stem, "攻撃") && hasAny(s.Text[:s.Span.End], "DDoS", "ＤＤｏＳ", "DoS攻撃", "サービス拒否", "サービス妨害"),
		t.typ == Intrusion && strings.Contains(t.stem, "攻撃") && hasAny(text, "DDoS"):
		return DDoS
	case t.typ == Intrusion && strings.Contains(t.stem, "攻撃") && hasAny(near, "ランサムウェア", "ランサムウエア", "身代金"):
		return Ransomware
	case t.typ == DataBreach && hasAny(near, "暗号資産", "仮想通貨", "ビットコイン", "NEM", "資金"):
		return Theft
	case t.typ == Report && strings.HasPrefix(t.stem, "報告") && hasAny(near, "委員会に", "委員会へ", "省に", "省へ", "庁に", "庁へ", "当局に", "当局へ", "警察に", "警察へ"):
		return Notification
	case t.typ == Theft && strings.HasPrefix(t.stem, "盗ま") && hasAny(near, "情報", "パスワード", "データ", "ファイル", "メール", "資料"):
		return DataBreach
	case t.rank == reporting && slices.Contains([]string{"公表", "公開", "発表"}, t.stem):
		switch {
		case hasAny(near, "続報", "分析", "レポート", "報告", "調査結果", "技術情報", "ブログ", "手順"):
			return Report
		case hasAny(near, "声明", "談話", "見解"):
			return Statement
		}
	}
	return t.typ
}

func hasAny(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

// allows reports whether a stem at i stands as the trigger wants it.
func (t trigger) allows(text string, i int) bool {
	before, after := text[:i], text[i+len(t.stem):]
	for _, w := range t.notAfter {
		if strings.HasSuffix(before, w) {
			return false
		}
	}
	for _, w := range t.notBefore {
		if strings.HasPrefix(after, w) {
			return false
		}
	}
	return true
}

// object reports whether the sentence has a word that the trigger needs beside it.
func (t trigger) object(text string) bool {
	return len(t.with) == 0 || slices.ContainsFunc(t.with, func(w string) bool { return strings.Contains(text, w) })
}

// namesTool reports whether a sentence names malware, which is what takedowns are about.
func namesTool(ms []entity.Mention, s source.Span) bool {
	return slices.ContainsFunc(ms, func(m entity.Mention) bool { return m.Kind == content.Malware && s.Contains(m.Span) })
}

// insideName reports whether a trigger is part of a longer name.
func insideName(ms []entity.Mention, s source.Span) bool {
	return slices.ContainsFunc(ms, func(m entity.Mention) bool {
		return m.Kind != content.Place && m.Kind != content.Operation && m.Span.Contains(s) && m.Span != s
	})
}

// longest sorts hits and keeps, of those that overlap, the leftmost and of these the longest.
func longest(hits []hit) []hit {
	slices.SortStableFunc(hits, func(a, b hit) int {
		if a.span.Start != b.span.Start {
			return a.span.Start - b.span.Start
		}
		return b.span.End - a.span.End
	})
	out := hits[:0]
	for _, h := range hits {
		if n := len(out); n > 0 && out[n-1].span.Overlaps(h.span) {
			continue
		}
		out = append(out, h)
	}
	return out
}

// reported keeps the hits that report an act, whether done or not, and gives them their modality.
func reported(text string, base int, hits []hit) []hit {
	if len(hits) == 0 {
		return nil
	}
	charge, isCharge := charged(text)
	out := hits[:0]
	for _, h := range hits {
		after := text[h.span.End-base:]
		if h.rank == reporting && describes(after) {
			continue
		}
		m, word, ok := modality(after)
		if granted(after) {
			m, word, ok = Done, "", true
		}
		if !ok {
			continue
		}
		if m == Done && isCharge && h.rank == incident {
			m, word = Alleged, charge
		}
		h.modality, h.word = m, word
		h.coordinate = h.rank == reporting && begins(after, "するとともに", "発表するとともに", "し、", "発表し、")
		out = append(out, h)
	}
	return out
}
