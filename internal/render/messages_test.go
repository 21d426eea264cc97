package render

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"jikenbo/internal/content"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
)

// vocabularies returns the closed lists whose words are looked up by value: "type." and the type.
func vocabularies() map[string][]string {
	v := map[string][]string{
		"family":   {"counter", "intrusion", "report", "neither"},
		"scope":    {"same", "overlaps", "part-of", "contested", "spelling"},
		"figure":   {"about", "at-least", "more-than", "up-to", "less-than"},
		"rights":   {"full", "quote", "none"},
		"source":   {"news", "blog", "release", "court", "advisory", "statement", "report", "page", "catalogue"},
		"language": {"ja", "en", "zh", "fr"},
		"system":   {"attack", "misp", "malpedia", "cve"},
		"drift":    {"changed", "added", "moved", "removed", "removed-after"},
		"month":    {"m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9", "m10", "m11", "m12"},
		"nav":      {"home", "timeline", "articles", "sources", "search", "data", "feed", "main", "more", "here"},
	}
	for _, code := range i18n.Scripts {
		v["script"] = append(v["script"], strings.ToLower(code))
	}
	v["relation"] = []string{"counters", "court"}
	for _, p := range content.Properties {
		v["property"] = append(v["property"], p.Name)
		if p.Entity {
			v["relation"] = append(v["relation"], p.Name)
		}
	}
	v["inverse"] = v["relation"]
	for _, t := range event.Types {
		v["type"] = append(v["type"], string(t))
		if family, _, _ := sign(t); family == Report || slices.Contains([]event.Type{event.Arrest, event.Attribution, event.Indictment, event.Legal, event.Sanction, event.Seizure}, t) {
			v["role"] = append(v["role"], "agent-"+string(t))
		}
	}
	for _, r := range roles {
		v["role"] = append(v["role"], string(r))
	}
	for _, k := range content.Kinds {
		v["kind"] = append(v["kind"], string(k))
		v["list"] = append(v["list"], k.Folder())
		v["nav"] = append(v["nav"], k.Folder())
		v["class"] = append(v["class"], content.Classes(k)...)
	}
	return v
}

// quoted finds what may be a key of a message in Go code or a template, asked what a template asks for.
var (
	quoted = regexp.MustCompile(`"([a-z]+\.[a-z][a-z0-9_-]*)"`)
	asked  = regexp.MustCompile(`\b(?:t|count|in (?:\$?[.][A-Za-z.]+|"[a-z]+")) "([^"]+)"`)
)

// TestMessages holds that every message that is asked for exists, in both languages, and that none is there in vain.
func TestMessages(t *testing.T) {
	messages, err := i18n.LoadMessages()
	if err != nil {
		t.Fatal(err)
	}
	used := map[i18n.Key]bool{}
	for family, values := range vocabularies() {
		for _, v := range values {
			key := i18n.Key(family + "." + v)
			used[key] = true
			if !messages.Has(key) {
				t.Errorf("no message %q", key)
			}
		}
	}
	for _, name := range sourceFiles(t) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range quoted.FindAllStringSubmatch(string(data), -1) {
			used[i18n.Key(m[1])] = true
		}
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		for _, m := range asked.FindAllStringSubmatch(string(data), -1) {
			if key := i18n.Key(m[1]); !messages.Has(key) {
				t.Errorf("%s asks for %q, which is no message", name, key)
			}
		}
	}
	for _, key := range messages.Keys() {
		if !used[key] {
			t.Errorf("message %q is not used", key)
		}
	}
}

// sourceFiles returns the templates and the Go files that may ask for messages.
func sourceFiles(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, pattern := range []string{"../../templates/*.html", "../*/*.go"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %v", pattern, err)
		}
		for _, n := range names {
			if !strings.HasSuffix(n, "_test.go") {
				out = append(out, n)
			}
		}
	}
	return out
}

// TestPlaces holds that a message has the same places to fill in both languages.
func TestPlaces(t *testing.T) {
	messages, err := i18n.LoadMessages()
	if err != nil {
		t.Fatal(err)
	}
	place := regexp.MustCompile(`\{[a-z]+\}`)
	for _, key := range messages.Keys() {
		have := map[string]bool{}
		for _, p := range place.FindAllString(messages.In(i18n.JA, key), -1) {
			have[p] = true
		}
		english := map[string]bool{}
		for _, p := range place.FindAllString(messages.In(i18n.EN, key), -1) {
			english[p] = true
			if !have[p] {
				t.Errorf("%s: %s is missing in Japanese", key, p)
			}
		}
		for p := range have {
			if !english[p] {
				t.Errorf("%s: %s is missing in English", key, p)
			}
		}
	}
}
