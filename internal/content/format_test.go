package content_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"jikenbo/internal/config"
	"jikenbo/internal/content"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// The document for editors is held to what the code does: each key, each message, each example.

func readFormat(t *testing.T) string {
	t.Helper()
	doc, err := os.ReadFile("../../docs/format.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(doc)
}

// eachFile parses the Go files of the stages that read what editors write, tests aside.
func eachFile(t *testing.T, do func(path string, f *ast.File)) {
	t.Helper()
	for _, dir := range []string{"source", "config", "content", "seeds", "review"} {
		files, err := filepath.Glob("../" + dir + "/*.go")
		if err != nil || len(files) == 0 {
			t.Fatal(dir, err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			do(file, f)
		}
	}
}

func TestFormatHasEveryKey(t *testing.T) {
	doc := readFormat(t)
	keys := 0
	eachFile(t, func(path string, f *ast.File) {
		ast.Inspect(f, func(n ast.Node) bool {
			field, ok := n.(*ast.Field)
			if !ok || field.Tag == nil {
				return true
			}
			tag, _ := strconv.Unquote(field.Tag.Value)
			key := reflect.StructTag(tag).Get("toml")
			if key == "" || key == "-" || key == "k" { // k is internal to the scanner
				return true
			}
			keys++
			if !strings.Contains(doc, "`"+key+"`") {
				t.Errorf("%s: docs/format.md does not explain the key `%s`", path, key)
			}
			return true
		})
	})
	if keys < 65 {
		t.Errorf("only %d keys found: the test does not see the schema", keys)
	}
}

var verb = regexp.MustCompile(`%[-+# 0-9.]*[a-zA-Z]`)

// shown turns a format into what the document shows for it.
func shown(format string) string {
	return verb.ReplaceAllStringFunc(format, func(v string) string {
		if strings.HasSuffix(v, "q") {
			return `"…"`
		}
		return "…"
	})
}

func TestFormatHasEveryMessage(t *testing.T) {
	doc := readFormat(t)
	messages := 0
	eachFile(t, func(path string, f *ast.File) {
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) < 4 {
				return true
			}
			sel, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || sel.Sel.Name != "Add" && sel.Sel.Name != "add" && sel.Sel.Name != "Warn" {
				return true
			}
			lit, ok := call.Args[3].(*ast.BasicLit)
			if !ok {
				return true // a helper that hands its own format on
			}
			format, err := strconv.Unquote(lit.Value)
			if err != nil || strings.Trim(format, "%vs") == "" {
				return true
			}
			messages++
			if want := "`" + shown(format) + "`"; !strings.Contains(doc, want) {
				t.Errorf("%s: docs/format.md does not explain the message %s", path, want)
			}
			return true
		})
	})
	if messages < 65 {
		t.Errorf("only %d messages found: the test does not see them", messages)
	}
}

var example = regexp.MustCompile("(?ms)^`([a-z][a-z0-9./-]*)`:\n\n```[a-z]*\n(.*?)^```$")

// TestFormatExamples builds an archive of the examples, each of which names its file.
func TestFormatExamples(t *testing.T) {
	tree := fstest.MapFS{}
	for _, m := range example.FindAllStringSubmatch(readFormat(t), -1) {
		tree[m[1]] = &fstest.MapFile{Data: []byte(m[2])}
	}
	for _, need := range []string{config.Path, "content/places.toml", "content/articles/*/ja.md", "content/articles/*/en.md",
		"content/actors/*.toml", "content/operations/*.toml", "content/pages/*.ja.md", "seeds/*.toml"} {
		if files, _ := fs.Glob(tree, need); len(files) == 0 {
			t.Errorf("no example for %s", need)
		}
	}
	var all source.Problems
	_, ps := config.Load(tree)
	all = append(all, ps...)
	_, ps = content.Load(nil, tree)
	all = append(all, ps...)
	_, ps = seeds.Load(tree, nil)
	all = append(all, ps...)
	if len(all) > 0 {
		t.Errorf("the examples have problems:\n%s", all)
	}
}
