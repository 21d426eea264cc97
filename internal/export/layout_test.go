package export

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
)

func TestLayout(t *testing.T) {
	tests := []struct{ in, want string }{
		{`{}`, `{}`},
		{`[]`, `[]`},
		{`3`, `3`},
		{`{"a":[],"b":{}}`, "{\n \"a\": [],\n \"b\": {}\n}"},
		{`{"a":[{"b":[1,2]},{"c":{"d":":,"}}]}`, "{\n \"a\": [\n  {\"b\":[1,2]},\n  {\"c\":{\"d\":\":,\"}}\n ]\n}"},
		{`{"a\"{":"\\","b":{"ja":"x"}}`, "{\n \"a\\\"{\": \"\\\\\",\n \"b\": {\n  \"ja\": \"x\"\n }\n}"},
	}
	for _, tt := range tests {
		if got := string(layout(nil, []byte(tt.in))); got != tt.want {
			t.Errorf("layout(%s) =\n%s\nwant\n%s", tt.in, got, tt.want)
		}
	}
}

// TestRecordsHaveLines holds that what is written record by record looks as what is laid out at once.
func TestRecordsHaveLines(t *testing.T) {
	for _, text := range texts {
		files := written(t, exporter(), archive(t, text))
		n := 0
		for _, path := range slices.Sorted(maps.Keys(files)) {
			if path != "data/archive.json" && path != "data/stix.json" && !strings.HasPrefix(path, "data/stix/") && !strings.HasPrefix(path, "data/entities/") {
				continue
			}
			n++
			var compact bytes.Buffer
			if err := json.Compact(&compact, []byte(files[path])); err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			if got, want := files[path], string(layout(nil, compact.Bytes()))+"\n"; got != want {
				t.Errorf("%s of %q is laid out as\n%s\nwant\n%s", path, text, got, want)
			}
		}
		if n != 6 {
			t.Errorf("%d files", n)
		}
	}
}

func FuzzLayout(f *testing.F) {
	for _, s := range []string{`{"a":[1,{"b":"\\\""}]}`, `[[[]]]`, `"x"`, `{"":{"":{"":""}}}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var compact, back bytes.Buffer
		if json.Compact(&compact, data) != nil || !json.Valid(data) {
			t.Skip()
		}
		if err := json.Compact(&back, layout(nil, compact.Bytes())); err != nil || back.String() != compact.String() {
			t.Errorf("%s becomes %s: %v", compact.String(), back.String(), err)
		}
	})
}
