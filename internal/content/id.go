package content

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var (
	idForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	// reserved are names that a file cannot have everywhere, or that the site uses.
	reserved = regexp.MustCompile(`^(index|con|prn|aux|nul|com[0-9]|lpt[0-9])$`)
)

// isID reports whether s has the form of an id.
func isID(s string) bool { return idForm.MatchString(s) }

// IsID reports whether s can be the id of something new: it has the form, and every system takes it as the name of a file.
func IsID(s string) bool { return isID(s) && !reserved.MatchString(s) && len(s) <= maxID }

// nameHint is what to do about an id that is well formed and yet no name.
const nameHint = `choose another one: at most 100 characters, not "index", and no device of Windows (con, nul, com1)`

// maxID is how many characters an id has at most; with an ending it stays far below what any file system takes.
const maxID = 100

// letters are those that no decomposition takes to ASCII.
var letters = strings.NewReplacer("ı", "i", "ø", "o", "ł", "l", "đ", "d", "ß", "ss", "æ", "ae", "œ", "oe", "$", "s", "@", "a")

// Slug makes an id of a name, "" where nothing of it is left. It may be one that [IsID] refuses.
func Slug(name string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(letters.Replace(strings.ToLower(name))) {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’':
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() > 60 {
			break
		}
	}
	return strings.Trim(b.String(), "-")
}
