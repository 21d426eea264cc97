package build

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestPromisesAreProved holds docs/reliability.md to the tests that it names: each of them exists in its package.
func TestPromisesAreProved(t *testing.T) {
	rows, tests := 0, 0
	place := regexp.MustCompile("`((?:internal|cmd)/[a-z]+)` ((?:(?:Test|Fuzz)[A-Za-z]+(?:, )?)+)")
	for line := range strings.Lines(read(t, filepath.Join(root, "docs", "reliability.md"))) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if !strings.HasPrefix(line, "| ") || len(cells) != 2 || !strings.Contains(cells[1], "Test") && !strings.Contains(cells[1], "Fuzz") {
			continue
		}
		rows++
		for _, m := range place.FindAllStringSubmatch(cells[1], -1) {
			for _, name := range strings.Split(strings.TrimSuffix(m[2], ", "), ", ") {
				tests++
				if !hasTest(t, filepath.Join(root, m[1]), name) {
					t.Errorf("%s has no %s, by which it is promised: %s", m[1], name, strings.TrimSpace(cells[0]))
				}
			}
		}
		if !place.MatchString(cells[1]) {
			t.Errorf("no test is named for: %s", strings.TrimSpace(cells[0]))
		}
	}
	if rows < 20 || tests < 40 {
		t.Errorf("only %d promises with %d tests were read", rows, tests)
	}
}

// hasTest reports whether a test is declared in a package.
func hasTest(t *testing.T, dir, name string) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "\nfunc "+name+"(") {
			return true
		}
	}
	return false
}
