package main

import (
	"encoding/json"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCheckJSONIsDocumented holds what docs/problems.md says of check --json to what is printed: the example is one, and the table
// has every key.
func TestCheckJSONIsDocumented(t *testing.T) {
	page, err := os.ReadFile("../../docs/problems.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, ok := strings.Cut(string(page), "\n### For programs\n")
	section, _, end := strings.Cut(section, "\n## ")
	if !ok || !end {
		t.Fatal("docs/problems.md has no section for programs")
	}

	_, example, _ := strings.Cut(section, "```json\n")
	example, _, _ = strings.Cut(example, "```")
	var report checkReport
	decoder := json.NewDecoder(strings.NewReader(example))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&report); err != nil {
		t.Fatalf("the example: %v", err)
	}
	if report.Errors != 1 || len(report.Problems) != 1 || len(report.Waived) != 1 || report.Waived[0].Reason == "" || report.Problems[0].Severity != "error" {
		t.Errorf("the example says %+v", report)
	}

	var rows, keys []string
	for _, row := range regexp.MustCompile("(?m)^\\| (`.*?`) \\|").FindAllStringSubmatch(section, -1) {
		rows = append(rows, strings.Split(strings.ReplaceAll(row[1], "`", ""), ", ")...)
	}
	for _, typ := range []any{checkReport{}, waivedProblem{}} {
		for _, f := range reflect.VisibleFields(reflect.TypeOf(typ)) {
			if key, _, _ := strings.Cut(f.Tag.Get("json"), ","); key != "" {
				keys = append(keys, key)
			}
		}
	}
	slices.Sort(rows)
	slices.Sort(keys)
	if diff := cmp.Diff(keys, rows); diff != "" {
		t.Errorf("-printed +documented\n%s", diff)
	}
}
