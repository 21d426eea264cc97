package check

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// codes returns the codes that code.go declares, by the names of their constants.
func codes(t *testing.T) map[string]string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "code.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		if v, ok := n.(*ast.ValueSpec); ok && len(v.Values) == 1 {
			value, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			out[v.Names[0].Name] = value
		}
		return true
	})
	if len(out) == 0 {
		t.Fatal("code.go declares no code")
	}
	return out
}

// TestEveryCodeIsExplained holds docs/problems.md to the code, both ways, with something said of each.
func TestEveryCodeIsExplained(t *testing.T) {
	text, err := os.ReadFile("../../docs/problems.md")
	if err != nil {
		t.Fatal(err)
	}
	explained := map[string]bool{}
	for _, m := range regexp.MustCompile("(?m)^### `([^`]+)`\n\n(.*)$").FindAllStringSubmatch(string(text), -1) {
		if explained[m[1]] {
			t.Errorf("docs/problems.md explains %s twice", m[1])
		}
		explained[m[1]] = len(m[2]) > 20
	}
	var known []string
	for _, code := range codes(t) {
		known = append(known, code)
		if !explained[code] {
			t.Errorf("docs/problems.md does not explain %s", code)
		}
	}
	for code := range explained {
		if !slices.Contains(known, code) {
			t.Errorf("docs/problems.md explains %s, which no problem has", code)
		}
	}
}

func TestCodesHaveOneForm(t *testing.T) {
	form := regexp.MustCompile(`^[a-z]+\.[a-z-]+$`)
	seen := map[string]string{}
	for name, code := range codes(t) {
		if !form.MatchString(code) {
			t.Errorf("code %q has another form than the rest", code)
		}
		if seen[code] != "" {
			t.Errorf("%s and %s are both %q", name, seen[code], code)
		}
		seen[code] = name
	}
}

// TestEveryCodeHasACase wants a test for each code: its constant stands in a test of the package.
func TestEveryCodeHasACase(t *testing.T) {
	var tests strings.Builder
	for _, file := range []string{"check_test.go", "content_test.go"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		tests.Write(text)
	}
	for name := range codes(t) {
		if !regexp.MustCompile(`\b` + name + `\b`).MatchString(tests.String()) {
			t.Errorf("no test has a case for %s", name)
		}
	}
}
