package event

import (
	"slices"
	"strings"

	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A predicate is a verb with its auxiliaries, or a verbal noun that stands for one: 起訴した, 受け, 起訴(。).
type predicate struct {
	span    source.Span
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

// predicates returns the predicates of a sentence, in order.
func (s Sentence) predicates() []predicate {
	var out []predicate
	for i := 0; i < len(s.Tokens); i++ {
		t := s.Tokens[i]
		switch {
		case is(t, "動詞", "自立"):
			p, next := s.verb(i)
			out = append(out, p)
			i = next - 1
		case is(t, "名詞", "サ変接続") && i+1 < len(s.Tokens) && is(s.Tokens[i+1], "記号", "読点"):
			out = append(out, predicate{span: t.Span, base: t.Surface, form: goesOn})
		case is(t, "名詞", "サ変接続") && (i+1 == len(s.Tokens) || is(s.Tokens[i+1], "記号", "句点")):
			out = append(out, predicate{span: t.Span, base: t.Surface})
		}
	}
	return out
}

func is(t morph.Token, pos ...string) bool {
	return len(t.POS) >= len(pos) && slices.Equal(t.POS[:len(pos)], pos)
}

// verb reads the predicate whose verb is token i, and returns the token behind it.
func (s Sentence) verb(i int) (predicate, int) {
	t := s.Tokens[i]
	p := predicate{span: t.Span, base: t.Base}
	if i > 0 && s.Tokens[i-1].POS[0] == "名詞" && s.Tokens[i-1].Span.End == t.Span.Start {
		p.span.Start = s.Tokens[i-1].Span.Start
		if t.Base == "する" {
			p.base = s.Tokens[i-1].Surface
		}
	}
	last := t
	next := i + 1
	for ; next < len(s.Tokens) && s.auxiliary(next); next++ {
		last = s.Tokens[next]
		if last.Base == "れる" || last.Base == "られる" {
			p.passive = true
		}
	}
	p.span.End = last.Span.End
	p.form = s.formOf(last, next)
	return p, next
}

// auxiliary reports whether a token goes with the verb before it.
func (s Sentence) auxiliary(i int) bool {
	t := s.Tokens[i]
	switch {
	case t.POS[0] == "助動詞", is(t, "動詞", "接尾"), is(t, "動詞", "非自立"):
		return true
	case t.Surface == "て" || t.Surface == "で":
		return i+1 < len(s.Tokens) && is(s.Tokens[i+1], "動詞", "非自立")
	}
	return false
}

// formOf tells the form of a predicate by its last token and by the token behind it.
func (s Sentence) formOf(last morph.Token, next int) form {
	if next >= len(s.Tokens) {
		return ends
	}
	t := s.Tokens[next]
	switch {
	case is(t, "記号", "句点") || t.Surface == "」":
		return ends
	case is(t, "助詞", "接続助詞"), is(t, "記号", "読点"):
		return goesOn
	case strings.HasPrefix(t.Surface, "として"), t.Surface == "疑い", t.Surface == "容疑", t.Surface == "罪", t.Surface == "ため":
		return aside
	case t.Surface == "と", t.Surface == "こと", t.Surface == "の":
		return quoted
	case t.POS[0] == "名詞", t.POS[0] == "接頭詞", t.Surface == "「":
		return attributive
	}
	return goesOn
}

// predicateOf returns the index of the predicate of a hit: the one that its trigger is part of or leads to
// (攻撃を|受け), -1 where there is none.
func predicateOf(ps []predicate, h hit) int {
	return slices.IndexFunc(ps, func(p predicate) bool { return p.span.End > h.span.Start })
}

// reaches reports whether what stands at a place, with a particle, belongs to a predicate.
func (s Sentence) reaches(from int, particle string, ps []predicate, target int) bool {
	for _, p := range ps[:target] {
		if p.span.Start < from {
			continue
		}
		switch {
		case p.form == aside && particle != "が" && particle != "に対":
			return false
		case p.form == quoted, p.form == goesOn && particle != "が":
			return false
		case p.form == attributive && !s.subjectBetween(from, p.span.Start):
			return false
		case p.form == goesOn && strings.HasPrefix(s.Text[p.span.End:], "が"):
			return false
		}
	}
	return true
}

// subjectBetween reports whether a が marks a subject between two places.
func (s Sentence) subjectBetween(from, to int) bool {
	return slices.ContainsFunc(s.Tokens, func(t morph.Token) bool {
		return t.Span.Start > from && t.Span.End <= to && t.Surface == "が" && is(t, "助詞", "格助詞")
	})
}

// ownSubject reports whether a predicate has a subject of its own, marked by が, behind a topic.
func (s Sentence) ownSubject(topic int, ps []predicate, target int) bool {
	return slices.ContainsFunc(s.Tokens, func(t morph.Token) bool {
		return t.Span.Start >= topic && t.Span.End <= ps[target].span.Start && t.Surface == "が" && is(t, "助詞", "格助詞") &&
			s.reaches(t.Span.End, "が", ps, target)
	})
}

// receives reports whether the subject of a predicate is who the act is done to: 逮捕された, 攻撃を受けた, 被害に遭った.
func (p predicate) receives() bool {
	return p.passive || slices.Contains([]string{"受ける", "遭う", "あう", "見舞う", "被る", "さらす"}, p.base)
}

// notices reports whether the subject of a predicate is who finds an act done to it: 侵入を検知した.
func (p predicate) notices() bool {
	return slices.Contains([]string{"確認", "検知", "発覚", "判明", "発生", "公表", "発表", "報告", "ある", "起きる", "見つかる", "把握", "認知", "受け付ける", "お知らせ"}, p.base)
}
