package intake

import (
	"os"
	"regexp"
	"testing"
	"testing/fstest"

	"jikenbo/internal/content"
)

// TestOwnIDsAreOfTheirKind holds that an actor of the registry has the ATT&CK id of a group and malware that of software:
// an import knows what it has before it by these ids.
func TestOwnIDsAreOfTheirKind(t *testing.T) {
	written, ps := content.Load(fstest.MapFS{}, os.DirFS("../.."))
	if ps.Errors() > 0 {
		t.Fatal(ps)
	}
	forms := map[content.Kind]*regexp.Regexp{content.Actor: regexp.MustCompile(`^G[0-9]{4}$`), content.Malware: regexp.MustCompile(`^S[0-9]{4}$`)}
	n := 0
	for _, e := range written.Registry.All() {
		for _, id := range e.IDs {
			if id.System != "attack" {
				continue
			}
			n++
			if form := forms[e.Kind]; form == nil || !form.MatchString(id.Value) {
				t.Errorf("%s is %s %s", id.Value, e.Kind, e.ID)
			}
		}
	}
	if n < 20 {
		t.Errorf("only %d ids", n)
	}
}
