package build

import (
	"cmp"
	"context"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"jikenbo/internal/casebook"
)

// pierSentence is a sentence of quay.
const pierSentence = `ja = "警察庁は2024年4月3日、ランサムウェア集団LockBitのサーバーを停止させたと発表した。"`

func reviewOf(finds string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte("[[sentence]]\n" + pierSentence + "\nfinds = [\n" + finds + "]\n")}
}

// TestUpdateAfterReview holds that a review alone changes the pages, and to what a build without any cache gives:
// the first, another, and none again.
func TestUpdateAfterReview(t *testing.T) {
	archive, dir := quay(), filepath.Join(t.TempDir(), "public")
	b := cached(t, archive)
	before := update1(t, b, dir)
	path := "content/articles/pier/review.toml"
	for _, finds := range []string{
		`{ verdict = "accept", date = "2024年4月3日", edtf = "2024-04-03" },`,
		`{ verdict = "correct", date = "2024年4月3日", edtf = "2024-04-02" },`,
		`{ verdict = "reject", mention = "LockBit" },`,
	} {
		archive[path] = reviewOf(finds)
		if r := update1(t, b, dir); r.Unchanged || r.Written == 0 {
			t.Errorf("%s: nothing was written", finds)
		}
		wantCold(t, finds, dir, archive)
	}
	delete(archive, path)
	if r := update1(t, b, dir); r.Acts != before.Acts {
		t.Errorf("%d acts without the review, %d before it", r.Acts, before.Acts)
	}
	wantCold(t, "without", dir, archive)
}

func TestReviewDecides(t *testing.T) {
	for _, tt := range []struct {
		finds, want string
	}{
		{``, "2024-04-03 takedown npa-japan lockbit found"},
		{`{ verdict = "accept", event = "停止", type = "takedown", edtf = "2024-04-03", announced = "2024-04-03", agent = ["npa-japan"], target = ["lockbit"] },`, "2024-04-03 takedown npa-japan lockbit reviewed"},
		{`{ verdict = "correct", event = "停止", type = "seizure", edtf = "2024-04-02", target = ["lockbit"] },`, "2024-04-02 seizure lockbit reviewed"},
		{`{ verdict = "reject", event = "停止" },`, ""},
		{`{ verdict = "reject", mention = "LockBit" },`, "2024-04-03 takedown npa-japan found"},
		{`{ verdict = "reject", date = "2024年4月3日" },`, ""},
		{`{ verdict = "add", event = "発表", type = "statement", edtf = "2024-04-03", agent = ["npa-japan"] },`, "2024-04-03 statement npa-japan reviewed; 2024-04-03 takedown npa-japan lockbit found"},
		{`{ verdict = "add", event = "発表", type = "statement", edtf = "2024-04-03", agent = ["サーバー"] },`, "2024-04-03 statement サーバー reviewed; 2024-04-03 takedown npa-japan lockbit found"},
		{`{ verdict = "correct", event = "停止", type = "disclosure", edtf = "2024-04-02", agent = ["ランサムウェア集団"] },`, "2024-04-02 disclosure ランサムウェア集団 reviewed"},
		{`{ verdict = "accept", event = "停止", type = "disclosure" },`, " disclosure reviewed"},
	} {
		archive := quay()
		for _, id := range []string{"crane", "lighthouse"} {
			delete(archive, "content/articles/"+id+"/ja.md")
			delete(archive, "content/articles/"+id+"/en.md")
		}
		if tt.finds != "" {
			archive["content/articles/pier/review.toml"] = reviewOf(tt.finds)
		}
		b := builder(archive)
		site, problems, err := b.Build(context.Background())
		if err != nil || len(problems) > 0 {
			t.Fatalf("%s: %v\n%s", tt.finds, err, problems)
		}
		if got := actsOf(site.Casebook); got != tt.want {
			t.Errorf("%s\n got %q\nwant %q", tt.finds, got, tt.want)
		}
	}
}

func actsOf(c *casebook.Casebook) string {
	var out []string
	for _, a := range c.Acts {
		words := []string{a.Date.String(), string(a.Type)}
		for _, p := range a.Participants {
			words = append(words, cmp.Or(p.Entity.ID, p.Entity.Name.JA))
		}
		state := "found"
		if a.Reviewed {
			state = "reviewed"
		}
		out = append(out, strings.Join(append(words, state), " "))
	}
	return strings.Join(out, "; ")
}

// TestReviewsOfSources holds that the review of a text which a build does not have is no problem, and one of a source that does not exist is.
func TestReviewsOfSources(t *testing.T) {
	archive := quay()
	archive["seeds/gull.toml"] = &fstest.MapFile{Data: []byte("title = \"題\"\nkind = \"news\"\nlanguage = \"ja\"\npublisher = \"架空社\"\n")}
	archive["seeds/gull.review.toml"] = &fstest.MapFile{Data: []byte("[[sentence]]\nhash = \"0123456789ab\"\nfinds = [{ verdict = \"reject\", date = \"昨日\" }]\n")}
	_, problems, err := small(archive).Build(context.Background())
	if err != nil || len(problems) > 0 {
		t.Errorf("without the text: %v\n%s", err, problems)
	}
	archive["seeds/gull.txt"] = &fstest.MapFile{Data: []byte("架空省は昨日、発表した。\n")}
	archive["seeds/lost.review.toml"] = &fstest.MapFile{}
	_, problems, _ = small(archive).Build(context.Background())
	got := problems.String()
	for _, want := range []string{"seeds/gull.review.toml:2:8: warning: the text has no sentence of this hash", `seeds/lost.review.toml: there is no source "lost"`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}
