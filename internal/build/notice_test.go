package build

import (
	"encoding/json"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// licences are the words by which the text of a licence is known.
var licences = map[string]string{
	"MIT":          "Permission is hereby granted, free of charge",
	"BSD-3-Clause": "Neither the name of",
	"Apache-2.0":   "Apache License",
}

// TestNotice holds NOTICE to what is linked into the program on any system, and to what the tests need: every module
// stands in its list with the licence that lies in its folder, and nothing else does.
func TestNotice(t *testing.T) {
	text := read(t, filepath.Join(root, "NOTICE"))
	_, text, _ = strings.Cut(text, "\nLIBRARIES IN THE PROGRAM\n")
	program, tests, _ := strings.Cut(text, "\nLIBRARIES OF THE TESTS\n")
	tests, _, _ = strings.Cut(tests, "\nTHE MIT LICENSE\n")
	linked := linkedModules(t)
	others := maps.Clone(allModules(t))
	for path := range linked {
		delete(others, path)
	}
	wantNoticed(t, "the program", noticed(program), linked)
	wantNoticed(t, "the tests", noticed(tests), others)
	for name, words := range licences {
		if !strings.Contains(text, words) {
			t.Errorf("NOTICE does not have the text of %s", name)
		}
	}
}

// noticed reads a list of NOTICE: the licence of each module. Several of one host share a line.
func noticed(list string) map[string]string {
	line := regexp.MustCompile(`(?m)^  ([a-z]+\.[a-z]+/\S+(?:, [a-z]+)*) +(MIT|BSD-3-Clause|Apache-2\.0)\b`)
	out := map[string]string{}
	for _, m := range line.FindAllStringSubmatch(list, -1) {
		names := strings.Split(m[1], ", ")
		out[names[0]] = m[2]
		for _, name := range names[1:] {
			out[names[0][:strings.LastIndex(names[0], "/")+1]+name] = m[2]
		}
	}
	return out
}

// wantNoticed compares a list with modules and their folders.
func wantNoticed(t *testing.T, what string, list, modules map[string]string) {
	t.Helper()
	for _, path := range slices.Sorted(maps.Keys(modules)) {
		files, _ := filepath.Glob(filepath.Join(modules[path], "LICEN[CS]E*"))
		if len(files) == 0 {
			files, _ = filepath.Glob(filepath.Join(modules[path], "COPYING"))
		}
		if len(files) == 0 {
			t.Errorf("%s has no licence", path)
			continue
		}
		switch words, ok := licences[list[path]]; {
		case !ok:
			t.Errorf("NOTICE does not name %s, which is in %s", path, what)
		case !strings.Contains(read(t, files[0]), words):
			t.Errorf("NOTICE says that %s is under %s; see %s", path, list[path], files[0])
		}
	}
	for path := range list {
		if modules[path] == "" {
			t.Errorf("NOTICE names %s, which is not in %s", path, what)
		}
	}
}

// linkedModules are the modules of which something is in the program, on one system or another, with their folders.
func linkedModules(t *testing.T) map[string]string {
	out := map[string]string{}
	for _, system := range []string{"linux", "darwin", "windows"} {
		text := goList(t, system, "-deps", "-f", "{{with .Module}}{{.Path}}\t{{.Dir}}{{end}}", "./cmd/jikenbo")
		for line := range strings.Lines(text) {
			if path, dir, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && path != "jikenbo" {
				out[path] = dir
			}
		}
	}
	return out
}

// allModules are those that go.mod requires.
func allModules(t *testing.T) map[string]string {
	out := map[string]string{}
	type module struct {
		Path, Dir string
		Main      bool
	}
	required := read(t, filepath.Join(root, "go.mod"))
	d := json.NewDecoder(strings.NewReader(goList(t, "", "-m", "-json", "all")))
	for {
		var m module
		if err := d.Decode(&m); err == io.EOF {
			return out
		} else if err != nil {
			t.Fatal(err)
		}
		if !m.Main && strings.Contains(required, "\t"+m.Path+" ") {
			out[m.Path] = m.Dir
		}
	}
}

func goList(t *testing.T, system string, args ...string) string {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list"}, args...)...)
	cmd.Dir = root
	cmd.Env = os.Environ()
	if system != "" {
		cmd.Env = append(cmd.Env, "GOOS="+system)
	}
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, &said)
	}
	return string(out)
}
