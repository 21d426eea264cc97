package content

import (
	"crypto/sha256"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"jikenbo/internal/source"
)

// shelf is a Parsed that counts what it is asked for.
type shelf struct {
	kept          map[[sha256.Size]byte]string
	found, missed int
}

func (s *shelf) Get(key [sha256.Size]byte) string {
	if s.kept[key] == "" {
		s.missed++
		return ""
	}
	s.found++
	return s.kept[key]
}

func (s *shelf) Put(key [sha256.Size]byte, data []byte) { s.kept[key] = string(data) }

// unpackPassages reads passages that were packed by themselves.
func unpackPassages(f *source.File, data []byte) ([]source.Passage, bool) {
	u := unpacking{rest: string(data), text: f.Text}
	return u.passages()
}

// TestParsed loads the archive of this repository with what was kept of it: it is what is loaded without.
func TestParsed(t *testing.T) {
	archive := os.DirFS("../..")
	kept := &shelf{kept: map[[sha256.Size]byte]string{}}
	want, wantProblems := Load(nil, archive)
	for _, known := range []bool{false, true} {
		got, problems := Loading{Parsed: kept}.Load(nil, archive)
		if !reflect.DeepEqual(got.Articles, want.Articles) || !reflect.DeepEqual(got.Pages, want.Pages) || problems.String() != wantProblems.String() {
			t.Errorf("known: %v; what is loaded differs\n%s\n%s", known, problems, wantProblems)
		}
		if known && kept.found < 2*len(want.Articles)*9/10 {
			t.Errorf("%d of %d texts were known", kept.found, 2*len(want.Articles))
		}
	}
}

// TestParsedTellsTextsApart edits a text, its language and what is wrong with it.
func TestParsedTellsTextsApart(t *testing.T) {
	kept := &shelf{kept: map[[sha256.Size]byte]string{}}
	read := func(name, text string) (*Article, source.Problems) {
		tree := fstest.MapFS{"content/articles/a/" + name: {Data: []byte("+++\ntitle = \"A\"\npublished = \"2024-01-02\"\n+++\n\n" + text)}}
		c, ps := Loading{Parsed: kept}.Load(nil, tree)
		want, wantProblems := Load(nil, tree)
		if !reflect.DeepEqual(c, want) || ps.String() != wantProblems.String() {
			t.Errorf("%s: %q is read as\n%+v\n%s", name, text, c, ps)
		}
		return c.Articles[0], ps
	}
	for range 2 {
		for _, text := range []string{"甲\n乙", "甲\n丙", "<b>x</b>", "TODO: write", "a *b* [c](https://example.org) `d`\n\n| a | b |\n|---|---|\n| {漢|かん} | 2 |\n", ""} {
			read("ja.md", text)
			read("en.md", text)
		}
	}
	if kept.found != 6 {
		t.Errorf("%d texts were known, want the three without problems in both languages", kept.found)
	}
}

// TestPassagesArePackedWhole sets every field of a passage and its runs, so that one that is added is not forgotten.
func TestPassagesArePackedWhole(t *testing.T) {
	f := source.NewFile("x", "0123456789")
	fill := func(v reflect.Value, span source.Span) {
		for i := range v.NumField() {
			switch field := v.Field(i); field.Kind() {
			case reflect.String:
				field.SetString("text")
			case reflect.Int:
				field.SetInt(7)
			case reflect.Bool:
				field.SetBool(true)
			case reflect.Slice: // the runs
			default:
				field.Set(reflect.ValueOf(span))
			}
		}
	}
	var p source.Passage
	var r source.Run
	fill(reflect.ValueOf(&r).Elem(), source.Span{Start: 2, End: 5})
	fill(reflect.ValueOf(&p).Elem(), source.Span{})
	p.Kind, p.Runs = source.Row, []source.Run{{}, r}
	want := []source.Passage{{Kind: source.Paragraph}, p}
	got, ok := unpackPassages(f, packPassages(f, want))
	if !ok || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	none, ok := unpackPassages(f, packPassages(f, nil))
	if !ok || none != nil {
		t.Errorf("no passages come back as %+v", none)
	}
}

// TestFrontMatterIsPackedWhole sets every key of front matter but waivers, with which a text is not kept.
func TestFrontMatterIsPackedWhole(t *testing.T) {
	f := source.NewFile("x", `draft = true
title = "A"
published = "2024-01-02"
reference = "2024-01-03"
sources = ["a", "b"]
about = ["c"]
summary = "S"
original = []
moved = ["d"]
`)
	var want frontTOML
	if ps := source.DecodeTOML(f, f.All(), &want); len(ps) > 0 {
		t.Fatal(ps)
	}
	for i, v := 0, reflect.ValueOf(want); i < v.NumField(); i++ {
		if name := v.Type().Field(i).Name; v.Field(i).IsZero() && name != "waiversTOML" {
			t.Errorf("%s is not set here", name)
		}
	}
	for _, want := range []frontTOML{want, {}, {Draft: true}} {
		p := packing{}
		p.front(&want)
		u := unpacking{rest: string(p.out)}
		if got := u.front(); u.bad || u.rest != "" || !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, want %+v", got, want)
		}
		for n := range p.out {
			u := unpacking{rest: string(p.out[:n])}
			if u.front(); !u.bad {
				t.Errorf("the first %d bytes are taken for front matter", n)
			}
		}
	}
}

// FuzzUnpackPassages holds that damage is no panic, and that whatever is read is read again.
func FuzzUnpackPassages(f *testing.F) {
	text := source.NewFile("x", strings.Repeat("文a", 20))
	f.Add([]byte{})
	f.Add(packPassages(text, []source.Passage{{Kind: source.Item, Level: 1, Runs: []source.Run{{Text: "文", File: source.Span{Start: 0, End: 3}}, {Text: "b", File: source.Span{Start: 3, End: 4}, Href: "x"}}}}))
	f.Fuzz(func(t *testing.T, data []byte) {
		passages, ok := unpackPassages(text, data)
		if !ok {
			return
		}
		if again, ok := unpackPassages(text, packPassages(text, passages)); !ok || !reflect.DeepEqual(again, passages) {
			t.Errorf("%v came back as %v", passages, again)
		}
	})
}
