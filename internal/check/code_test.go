package check

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// codes returns the codes that the program declares, by the names of their constants.
func codes(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir("..", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if v, ok := n.(*ast.ValueSpec); ok && len(v.Values) == 1 && isCode(v.Type) {
				value, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
				if err != nil {
					t.Fatal(err)
				}
				out[file.Name.Name+"."+v.Names[0].Name] = value
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 50 {
		t.Fatalf("only %d codes are declared", len(out))
	}
	return out
}

// isCode reports whether a type is source.Code.
func isCode(t ast.Expr) bool {
	if s, ok := t.(*ast.SelectorExpr); ok {
		t = s.Sel
	}
	name, ok := t.(*ast.Ident)
	return ok && name.Name == "Code"
}

// TestEveryCodeIsExplained holds docs/problems.md to the code, both ways, with something said of each and an example.
func TestEveryCodeIsExplained(t *testing.T) {
	text, err := os.ReadFile("../../docs/problems.md")
	if err != nil {
		t.Fatal(err)
	}
	explained := map[string]bool{}
	for _, m := range regexp.MustCompile("(?m)^### `([^`]+)`\n\n((?:[^#\n].*\n|\n|#[^#].*\n)*)").FindAllStringSubmatch(string(text), -1) {
		if explained[m[1]] {
			t.Errorf("docs/problems.md explains %s twice", m[1])
		}
		if explained[m[1]] = len(m[2]) > 60; !strings.Contains(m[2], "`") {
			t.Errorf("docs/problems.md has no example of %s", m[1])
		}
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
	form := regexp.MustCompile(`^[a-z]+\.[a-z0-9-]+$`)
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

// TestEveryProblemHasACode looks for problems that are made without one.
func TestEveryProblemHasACode(t *testing.T) {
	look := func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		for _, m := range regexp.MustCompile(`\bProblem\{(.*)`).FindAllStringSubmatch(string(text), -1) {
			if !strings.Contains(m[1], "Code: ") {
				t.Errorf("%s: a problem without a code: Problem{%s", path, m[1])
			}
		}
		return err
	}
	for _, root := range []string{"../../internal", "../../cmd"} {
		if err := filepath.WalkDir(root, look); err != nil {
			t.Fatal(err)
		}
	}
}
