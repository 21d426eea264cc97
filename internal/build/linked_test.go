package build

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// linkedData finds what a page says of itself in JSON-LD.
var linkedData = regexp.MustCompile(`(?s)<script type="?application/ld\+json"?>(.*?)</script>`)

// linkedMust are the properties that each type of page must have.
var linkedMust = map[string]string{
	"Article": "@id url headline description inLanguage datePublished author publisher isPartOf",
	"Event":   "@id url name inLanguage startDate location",
	"WebPage": "@id url name inLanguage isPartOf",
	"WebSite": "@id url name description",
}

// quayFiles are an operation with a place and an actor, below what [harbour] has.
func quayFiles(config string) fstest.MapFS {
	files := harbour(config)
	files["content/actors/gull.toml"] = &fstest.MapFile{Data: []byte("name = { ja = \"鴎\", en = \"Gull\" }\nreading = \"かもめ\"\nsummary = { ja = \"架空の集団。\", en = \"An invented group.\" }\n")}
	files["content/operations/quay-lights.toml"] = &fstest.MapFile{Data: []byte("name = { ja = \"岸壁作戦\", en = \"Quay lights\" }\nclass = \"counter\"\ntype = \"takedown\"\nperiod = \"2024-04/2024-05-01\"\n" +
		"summary = { ja = \"架空の作戦。\", en = \"An invented operation.\" }\ncounters = [\"gull\"]\n[[participant]]\nentity = \"jp\"\nrole = \"place\"\n")}
	return files
}

// TestEveryPageSaysWhatItIs holds that every page of a site with an address says in JSON-LD what it is and has what its
// type must have, and that a site without one says nothing.
func TestEveryPageSaysWhatItIs(t *testing.T) {
	files, problems := filesOf(t, builder(quayFiles(address)))
	if problems != "" {
		t.Fatalf("problems:\n%s", problems)
	}
	seen := map[string]bool{}
	for path, page := range files {
		if !strings.HasSuffix(path, ".html") || path == "404.html" {
			continue
		}
		m := linkedData.FindAllStringSubmatch(page, -1)
		if len(m) != 1 {
			t.Errorf("%s says %d times what it is", path, len(m))
			continue
		}
		var node map[string]any
		if err := json.Unmarshal([]byte(m[0][1]), &node); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		typ, _ := node["@type"].(string)
		seen[typ] = true
		must := linkedMust[typ]
		if must == "" || node["@context"] != "https://schema.org" || node["url"] != node["@id"] {
			t.Errorf("%s is %v", path, node)
		}
		for _, property := range strings.Fields(must) {
			if v := node[property]; v == nil || v == "" {
				t.Errorf("%s: %s has no %s", path, typ, property)
			}
		}
		if typ == "Article" && (node["translationOfWork"] == nil) != strings.HasPrefix(path, "ja/") {
			t.Errorf("%s: what it translates is %v", path, node["translationOfWork"])
		}
	}
	if diff := cmp.Diff(map[string]bool{"Article": true, "Event": true, "WebPage": true, "WebSite": true}, seen); diff != "" {
		t.Errorf("types of pages (-want +got):\n%s", diff)
	}
	files, _ = filesOf(t, builder(quayFiles("")))
	for path, page := range files {
		if linkedData.MatchString(page) || strings.Contains(page, `property="og:`) || strings.Contains(page, "rel=canonical") {
			t.Errorf("%s says where it stands, which is not known", path)
		}
	}
}

// TestPagesLeadToTheirDoors holds that the page of an operation leads to its record, bundle and feed, which are there.
func TestPagesLeadToTheirDoors(t *testing.T) {
	files, _ := filesOf(t, builder(quayFiles("")))
	for _, lang := range []string{"ja", "en"} {
		page := files[lang+"/operations/quay-lights.html"]
		for _, to := range []string{"data/entities/quay-lights.json", "data/stix/quay-lights.json", lang + "/feeds/quay-lights.xml"} {
			href := "../../" + to
			if strings.HasPrefix(to, lang) {
				href = "../feeds/quay-lights.xml"
			}
			if files[to] == "" || !regexp.MustCompile(`<a href="?`+href+`[" ]`).MatchString(page) || !regexp.MustCompile(`<link rel="?alternate"? [^>]*href="?`+href+`[">]`).MatchString(page) {
				t.Errorf("the page in %s does not lead to %s", lang, to)
			}
		}
	}
}

// TestLicence holds that the licence of the archive's own texts stands on the data page, in the data and in what an
// article says of itself, and that nothing is said where none is given.
func TestLicence(t *testing.T) {
	const licence = "licence = { ja = \"架空の条件\", en = \"Invented Licence\" }\nlicence_url = \"https://example.org/licence\"\n"
	files, problems := filesOf(t, builder(quayFiles(address+licence)))
	if problems != "" {
		t.Errorf("problems:\n%s", problems)
	}
	for path, want := range map[string]string{
		"ja/data.html": "架空の条件</a>", "en/data.html": "Invented Licence</a>", "en/articles/quay.html": `"license":"https://example.org/licence"`,
		"data/datapackage.json": `"path": "https://example.org/licence"`,
	} {
		if !strings.Contains(files[path], want) {
			t.Errorf("%s lacks %s", path, want)
		}
	}
	files, _ = filesOf(t, builder(quayFiles(address)))
	for path, data := range files {
		if strings.Contains(data, `"license`) || strings.Contains(data, "rel=\"license") {
			t.Errorf("%s has a licence that nobody gave", path)
		}
	}
}
