package check

import (
	"regexp"
	"slices"
	"strings"

	"jikenbo/internal/source"
)

// suspect are words without which a script loads nothing.
var suspect = [...]string{"fetch", "importScripts", "XMLHttpRequest", "WebSocket", "EventSource", "Worker", "WebAssembly", "navigator", "import", "export"}

// script reports what a script file does that browsers refuse to a page from a disk.
func script(ps *source.Problems, name, text string) {
	code := codeOf(text)
	if !slices.ContainsFunc(suspect[:], func(word string) bool { return strings.Contains(code, word) }) {
		return // a script of data may have megabytes: most are done with here
	}
	loads := regexp.MustCompile(`(^|[^.\w$]|\b(window|self|globalThis)\.)(fetch|importScripts)\s*\(` +
		`|\bnew\s+(XMLHttpRequest|WebSocket|EventSource|Worker|SharedWorker)\b|\bWebAssembly\.|\bnavigator\.(sendBeacon|serviceWorker)\b`)
	module := regexp.MustCompile(`(?m)(^|[;}\s])(import(\s*[({*"']|\s+[\w$])|export\s+(default|const|let|var|function|class|async)\b|export\s*[{*]|import\.meta\b)`)
	for _, m := range loads.FindAllStringIndex(code, -1) {
		what := strings.TrimLeft(code[m[0]:m[1]], " \t\n;({,=!&|?:")
		ps.Add(TreeFetch, at(name, lineOf(code, m[1]-1)), "data comes as a script file that the page names", "the script loads data with %q", what)
	}
	for _, m := range module.FindAllStringIndex(code, -1) {
		ps.Add(TreeModule, at(name, lineOf(code, m[1]-1)), "modules do not load from a disk", "the script is a module: %q", strings.TrimSpace(code[m[0]:m[1]]))
	}
}

// codeOf returns a script with its comments, strings and regular expressions blanked, so that
// what they say is not taken for what the script does. Their quotes, and all lines, stay.
func codeOf(text string) string {
	out := []byte(text)
	last := byte(0) // the last character of code that is no space
	for i := 0; i < len(text); {
		end := i
		switch c := text[i]; {
		case strings.HasPrefix(text[i:], "//"):
			end = i + upTo(text[i:], "\n", 0)
		case strings.HasPrefix(text[i:], "/*"):
			end = i + upTo(text[i+2:], "*/", 2) + 2
		case c == '"' || c == '\'' || c == '`':
			end = quoted(text, i, c)
			last = c
		case c == '/' && strings.IndexByte("\x00(,=:[!&|?{};+", last) >= 0:
			end = quoted(text, i, '/')
			last = c
		default:
			if c > ' ' {
				last = c
			}
			i++
			continue
		}
		for j := i; j < end; j++ {
			quote := (j == i || j == end-1) && text[i] != '/'
			if out[j] != '\n' && !quote {
				out[j] = ' '
			}
		}
		i = end
	}
	return string(out)
}

// upTo returns where an ending begins, plus more; or the length of the text where there is none.
func upTo(text, ending string, more int) int {
	if n := strings.Index(text, ending); n >= 0 {
		return n + more
	}
	return len(text)
}

// quoted returns the end of what begins at i and ends at the next such quote that is not escaped. Only a template runs
// over lines; what a template computes counts as text. In a regular expression a class may hold the quote.
func quoted(text string, i int, quote byte) int {
	class := false
	for j := i + 1; j < len(text); j++ {
		switch c := text[j]; {
		case c == '\\':
			j++
		case c == '\n' && quote != '`':
			return j
		case quote == '/' && c == '[':
			class = true
		case quote == '/' && c == ']':
			class = false
		case c == quote && !class:
			return j + 1
		}
	}
	return len(text)
}
