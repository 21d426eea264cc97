package analysis

import (
	"strings"

	"jikenbo/internal/event"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A notice is an act itself: an authority warns, a firm tells what has happened. Its title says so, and the day stands on a
// line of its own beside it.

// A release is what the head of a notice says of it.
type release struct {
	title *found
	word  source.Span
	act   event.Type
	day   jpdate.Date
	cyber bool // the title speaks of the field; if not, the text must
}

// headLines is how many lines the head of a notice may have.
const headLines = 10

// releases are the words of titles.
var releases = []struct {
	word string
	act  event.Type
}{
	{"注意喚起", event.Advisory}, {"緊急警報", event.Advisory}, {"（要請）", event.Advisory}, {"(要請)", event.Advisory}, {"資産凍結等の措置について", event.Sanction},
	{"お知らせ", event.Disclosure}, {"お詫び", event.Disclosure}, {"おわび", event.Disclosure}, {"ご報告", event.Disclosure}, {"調査結果について", event.Disclosure},
	{"被害について", event.Disclosure}, {"不正アクセスについて", event.Disclosure}, {"攻撃について", event.Disclosure}, {"漏えいについて", event.Disclosure}, {"漏洩について", event.Disclosure}, {"流出について", event.Disclosure},
	{"感染について", event.Disclosure}, {"障害について", event.Disclosure}, {"改ざんについて", event.Disclosure},
}

// releaseWords finds one of them, and maxReleaseEnd is in how many bytes of the end of a title it stands.
var releaseWords = func() *morph.WordTable {
	var all []string
	for _, r := range releases {
		all = append(all, r.word)
	}
	return event.Words(all...)
}()

const maxReleaseEnd = len("調査結果について") + 40

// releaseOf reads the head of a notice. It is nil for texts that are none.
func releaseOf(all []found) *release {
	r, dated, titled := release{}, false, false
	for i := range all[:min(len(all), headLines)] {
		f := &all[i]
		if !dated && f.isDate() && f.dates[0].Value.IsDay() {
			r.day, dated = f.dates[0], true
		}
		if !titled {
			r.title = f
			r.word, r.act, r.cyber, titled = titleOf(f)
		}
	}
	if !dated || !titled {
		return nil
	}
	return &r
}

// titleOf reads a title: a short line that is no sentence and ends with what the text is. That of a firm's notice speaks of the field; of
// an authority's, such as 通信機器の点検について（注意喚起）, it is told whether it does.
func titleOf(f *found) (word source.Span, act event.Type, cyber, ok bool) {
	if len(f.text) > 240 || strings.Contains(f.text, "。") || len(f.dates) > 0 {
		return source.Span{}, "", false, false
	}
	if !releaseWords.In(f.text[max(0, len(f.text)-maxReleaseEnd):]) {
		return source.Span{}, "", false, false
	}
	for _, t := range releases {
		from := max(0, len(f.text)-len(t.word)-40) // where the word begins at the earliest
		at := from + strings.LastIndex(f.text[from:], t.word)
		if at < from {
			continue
		}
		if is, _ := event.Cyber(f.text, f.mentions); is || t.act != event.Disclosure {
			return source.Span{Start: at, End: at + len(t.word)}, t.act, is, true
		}
	}
	return source.Span{}, "", false, false
}

// isTitle reports whether a passage is what a notice is called: 当社サーバーへの不正アクセスについて（第４報）.
func (f *found) isTitle() bool {
	if f.text == "" || len(f.text) > 240 || strings.Contains(f.text, "。") {
		return false
	}
	return titleEnds.In(f.text[max(1, len(f.text)-75):])
}

// titleEnds are the words of which one stands at the end of such a title, or shortly before it.
var titleEnds = event.Words("について", "お知らせ", "お詫び", "おわび", "ご報告", "に関する報告", "の件")

// addRelease adds the act that a notice is, where a sentence is its title.
func (b *builder) addRelease(n int) {
	r, in := b.notice, &b.read[n]
	if r == nil || in.found != r.title || !in.Span.Contains(r.word) || !r.cyber && !b.topic {
		return
	}
	b.Events = append(b.Events, Event{
		Event: event.Event{
			Date: r.day.Value, When: r.day, Type: r.act, Trigger: r.word, Confidence: 0.6, Modality: event.Done,
			Told: event.Told{Stem: in.Text[r.word.Start:r.word.End], Rank: "title"},
		},
		File: in.found.file(r.word), Sentence: n,
	})
	b.told[telling{r.act, r.day.Value}] = true
}
