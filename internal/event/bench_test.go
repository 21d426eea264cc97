package event_test

import (
	"os"
	"path/filepath"
	"testing"

	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/entity"
	"jikenbo/internal/event"
	"jikenbo/internal/ipadic"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/morph"
)

// BenchmarkTexts measures what the stage costs on the annotated texts of package analysis, line by line.
func BenchmarkTexts(b *testing.B) {
	files, err := filepath.Glob("../analysis/testdata/gold/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatal("no texts", err)
	}
	c, _ := content.Load(os.DirFS("../.."), os.DirFS("../.."))
	names, tokenizer := entity.NewFinder(c.Registry), morph.New(ipadic.Load, entity.Words(c.Registry))
	var all []event.Sentence
	size := 0
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		size += len(raw)
		ss := sentences(names, tokenizer, string(raw), edtf.MustParse("2024-06-01"))
		var before jpdate.Date
		for i := range ss {
			s := &ss[i]
			s.Topic, s.Before = true, before
			done := event.Find(*s)
			if len(done) > 0 {
				before = done[0].When
			}
			if i+1 < len(ss) && ss[i+1].Text == s.Text {
				ss[i+1].Follows = len(done) > 0
			}
		}
		all = append(all, ss...)
	}
	var r event.Reader
	for _, bm := range []struct {
		name string
		f    func(event.Sentence)
	}{
		{"Read", func(s event.Sentence) { r.Read(&s) }},
		{"Figures", func(s event.Sentence) { event.Figures(s) }},
		{"Cyber", func(s event.Sentence) { event.Cyber(s.Text[s.Span.Start:s.Span.End], s.Mentions) }},
	} {
		b.Run(bm.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(size))
			for b.Loop() {
				for _, s := range all {
					bm.f(s)
				}
			}
		})
	}
}
