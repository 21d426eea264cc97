package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"

	"jikenbo/internal/source"
)

// What GitHub Pages and Windows take.
const (
	maxFile = 100 << 20
	maxTree = 1 << 30

	// longPath is how long a path may be so that Windows can unpack it into a folder of an ordinary name.
	longPath = 200
)

// portable checks that the tree can be unpacked on Windows and macOS.
func (t *tree) portable() {
	first := map[string]string{}
	for _, name := range t.names {
		if other, taken := first[folded(name)]; taken {
			t.problems.Add(TreeCase, at(name, 0), "Windows and macOS keep only one of them: give them different names",
				"differs from %q in small and capital letters or in how accents are written only", other)
		} else {
			first[folded(name)] = name
		}
		if why := refused(name); why != "" {
			t.problems.Add(TreeName, at(name, 0), "choose another name", "Windows refuses the name: %s", why)
		}
	}
}

// folded is a name as a file system sees it that does not tell capital letters from small ones.
func folded(name string) string { return strings.ToLower(norm.NFC.String(name)) }

// refused says why Windows refuses a path, or "".
func refused(name string) string {
	if n := len(utf16.Encode([]rune(name))); n > longPath {
		return fmt.Sprintf("its path has %d characters; with the folder in front it passes 260", n)
	}
	for part := range strings.SplitSeq(name, "/") {
		stem, _, _ := strings.Cut(strings.ToLower(part), ".")
		switch {
		case slices.Contains([]string{"con", "prn", "aux", "nul"}, stem), isPort(stem):
			return "\"" + stem + "\" is reserved for a device"
		case strings.ContainsAny(part, `<>:"|?*\`) || strings.ContainsFunc(part, func(r rune) bool { return r < ' ' }):
			return "it has a character out of <>:\"|?*\\"
		case strings.TrimRight(part, ". ") != part:
			return "a part of it ends in a dot or a space"
		case len(part) > 255:
			return "a part of it is longer than 255 bytes"
		}
	}
	return ""
}

// isPort reports whether a name is that of a port: com1 to lpt9.
func isPort(stem string) bool {
	n, ok := strings.CutPrefix(stem, "com")
	if !ok {
		n, ok = strings.CutPrefix(stem, "lpt")
	}
	return ok && len(n) == 1 && n[0] >= '1' && n[0] <= '9'
}

// weigh warns of what GitHub Pages does not take.
func (t *tree) weigh() {
	var total int64
	for _, name := range t.names {
		total += t.sizes[name]
		if t.sizes[name] > maxFile {
			t.problems.Warn(source.Size, at(name, 0), "split it, or publish elsewhere", "the file has %d MB; GitHub takes 100", t.sizes[name]>>20)
		}
	}
	if total > maxTree {
		t.problems.Warn(source.Size, at(".", 0), "split the archive, or publish elsewhere",
			"the site has %d MB; GitHub Pages takes 1024", total>>20)
	}
}
