package main

import "testing"

func TestBuildID(t *testing.T) {
	for head, want := range map[string]string{
		"\x7fELF…\xff Go build ID: \"abc/def\"\n \xff…": "abc/def",
		"\xff Go build ID: \"abc":                       "",
		"no program":                                    "",
	} {
		if got := buildID([]byte(head)); got != want {
			t.Errorf("buildID(%q) = %q, want %q", head, got, want)
		}
	}
}

func TestEditionIsTheSameEveryTime(t *testing.T) {
	first, err := edition()
	if err != nil || first == "" {
		t.Fatalf("edition() = %q, %v", first, err)
	}
	if second, _ := edition(); second != first {
		t.Errorf("%q, then %q", first, second)
	}
}
