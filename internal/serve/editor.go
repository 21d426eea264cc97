package serve

import (
	"cmp"
	"fmt"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"jikenbo/internal/source"
)

// An Editor returns the address that opens a file, by its absolute path, at a line and column.
type Editor func(path string, line, col int) string

// schemes are the addresses that editors answer to, by the name of their command. Editors that run in a terminal have none.
var schemes = [...]struct{ command, address string }{
	{"code", "vscode://file{path}:{line}:{column}"},
	{"code-insiders", "vscode-insiders://file{path}:{line}:{column}"},
	{"codium", "vscodium://file{path}:{line}:{column}"},
	{"cursor", "cursor://file{path}:{line}:{column}"},
	{"windsurf", "windsurf://file{path}:{line}:{column}"},
	{"zed", "zed://file{path}:{line}:{column}"},
	{"idea", "idea://open?file={path}&line={line}&column={column}"},
	{"pycharm", "pycharm://open?file={path}&line={line}&column={column}"},
	{"webstorm", "webstorm://open?file={path}&line={line}&column={column}"},
	{"goland", "goland://open?file={path}&line={line}&column={column}"},
	{"mate", "txmt://open?url=file://{path}&line={line}&column={column}"},
	{"subl", "subl://open?url=file://{path}&line={line}&column={column}"},
}

// addressForm is the form of an address that a page may lead to: no script and no data.
var addressForm = regexp.MustCompile(`^[a-z][a-z0-9+.-]*:`)

// NewEditor returns the editor of a setting: the name of a command, with or without its folder and arguments, as
// $VISUAL has it, or an address with {path}, {line} and {column} in it. It is nil for a command that opens no addresses,
// and errs where an address cannot be one.
func NewEditor(setting string) (Editor, error) {
	if !strings.Contains(setting, "{path}") {
		words := strings.Fields(setting)
		if len(words) == 0 {
			return nil, nil
		}
		command := strings.TrimSuffix(filepath.Base(filepath.ToSlash(words[0])), ".exe")
		for _, s := range schemes {
			if s.command == command {
				return addressed(s.address), nil
			}
		}
		return nil, nil
	}
	scheme := addressForm.FindString(setting)
	if scheme == "" || slices.Contains([]string{"javascript:", "data:", "vbscript:", "blob:"}, scheme) {
		return nil, fmt.Errorf("%q is not an address that opens an editor, as vscode://file{path}:{line}:{column} is", setting)
	}
	return addressed(setting), nil
}

func addressed(template string) Editor {
	return func(path string, line, col int) string {
		path = filepath.ToSlash(path)
		if !strings.HasPrefix(path, "/") { // C:/… of Windows
			path = "/" + path
		}
		path = strings.ReplaceAll((&url.URL{Path: path}).EscapedPath(), "&", "%26")
		return strings.NewReplacer("{path}", path, "{line}", strconv.Itoa(line), "{column}", strconv.Itoa(col)).Replace(template)
	}
}

// editorHref opens a place in the editor.
func (s *Server) editorHref(at source.Position) string {
	path, err := filepath.Abs(filepath.Join(s.Archive, filepath.FromSlash(at.Path)))
	if err != nil || s.Editor == nil {
		return ""
	}
	return s.Editor(path, cmp.Or(at.Line, 1), cmp.Or(at.Col, 1))
}
