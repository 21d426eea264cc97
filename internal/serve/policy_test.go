package serve

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// parsed returns the directives of a page's policies, in order, and how many scripts of ours it has.
func parsed(t *testing.T, page string) (policies []map[string]string, scripts int) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		attrs := map[string]string{}
		for _, a := range n.Attr {
			attrs[a.Key] = a.Val
		}
		if n.Data == "script" && attrs["src"] == "/.jikenbo/live.js" && attrs["data-site"] == "run-1" {
			scripts++
		}
		if n.Data == "meta" && strings.EqualFold(attrs["http-equiv"], "content-security-policy") {
			policy := map[string]string{}
			for _, d := range strings.Split(attrs["content"], ";") {
				name, value, _ := strings.Cut(strings.TrimSpace(d), " ")
				if _, twice := policy[name]; name != "" && !twice {
					policy[name] = value
				}
			}
			policies = append(policies, policy)
		}
	}
	return policies, scripts
}

func TestPolicyOfServedPage(t *testing.T) {
	page := doc("text")
	served := string(withReload([]byte(page), mark{"site", "run-1"}))
	policies, scripts := parsed(t, served)
	if scripts != 1 || len(policies) != 1 {
		t.Fatalf("%d scripts, %d policies:\n%s", scripts, len(policies), served)
	}
	want, _ := parsed(t, page)
	want[0]["connect-src"] = "'self'"
	if len(policies[0]) != len(want[0]) {
		t.Errorf("got %q", policies[0])
	}
	for name, value := range want[0] {
		if policies[0][name] != value {
			t.Errorf("%s is %q, want %q", name, policies[0][name], value)
		}
	}
	// Everything but the policy and the script is the page's.
	if i := strings.Index(page, "<title>"); !strings.HasSuffix(served, page[i:]) {
		t.Errorf("the rest of the page has changed:\n%s", served)
	}
}

// TestReloadIsAddedToAnyPage holds that the script stands once in every page, whatever an editor's template makes of it, and that what
// looks like a policy or a head in text, a comment or a script is none.
func TestReloadIsAddedToAnyPage(t *testing.T) {
	for _, page := range []string{
		"", "text", "<p>text", "<!DOCTYPE html><title>x</title>", "<!doctype html>\n<html lang=ja>\n<body>text", "<html><head></head><body></body></html>",
		"<!DOCTYPE html><html><head><title>&lt;meta http-equiv=Content-Security-Policy content=x&gt;</title></head><body>",
		`<!DOCTYPE html><html><head><!-- <meta http-equiv="Content-Security-Policy" content="x"> --><script>"<meta http-equiv=Content-Security-Policy content=x>"</script></head>`,
		`<!DOCTYPE html><html><head><title>x</title></head><body><meta http-equiv="Content-Security-Policy" content="default-src 'none'">`,
		"<head", "<meta", "\x00\xff<html><head>", strings.Repeat("<div>", 100),
	} {
		served := string(withReload([]byte(page), mark{"site", "run-1"}))
		if _, scripts := parsed(t, served); scripts != 1 && !strings.HasPrefix(page, "<head") && !strings.HasPrefix(page, "<meta") {
			t.Errorf("%q: %d scripts in %q", page, scripts, served)
		}
		if got := strings.Replace(served, `<script src="/.jikenbo/live.js" data-site="run-1" defer></script>`, "", 1); got != page {
			t.Errorf("%q became %q", page, got)
		}
	}
}

func TestAllowing(t *testing.T) {
	for policy, want := range map[string]string{
		"default-src 'none'":                                       "default-src 'none'; connect-src 'self'",
		"default-src 'none';":                                      "default-src 'none'; connect-src 'self'",
		"connect-src 'none'; img-src x":                            "connect-src 'self';  img-src x",
		"img-src x; Connect-Src https://a.example":                 "img-src x; Connect-Src https://a.example 'self'",
		"connect-src a; connect-src b":                             "connect-src a 'self';  connect-src b",
		"script-src 'self' 'unsafe-inline'; x-connect-src 'none';": "script-src 'self' 'unsafe-inline'; x-connect-src 'none'; connect-src 'self'",
	} {
		if got := allowing(policy, "connect-src", "'self'"); strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(want), " ") {
			t.Errorf("%q: %q, want %q", policy, got, want)
		}
	}
}

func TestEditors(t *testing.T) {
	for setting, want := range map[string]string{
		"":                                "",
		"vim":                             "",
		"emacs -nw":                       "",
		"code --wait":                     "vscode://file/a/%E6%B8%AF%20b%26c/x.md:3:4",
		"/usr/local/bin/codium":           "vscodium://file/a/%E6%B8%AF%20b%26c/x.md:3:4",
		`C:\bin\idea.exe`:                 "",
		"idea":                            "idea://open?file=/a/%E6%B8%AF%20b%26c/x.md&line=3&column=4",
		"my-editor:{path}#{line}":         "my-editor:/a/%E6%B8%AF%20b%26c/x.md#3",
		"http://localhost:63342/x?{path}": "http://localhost:63342/x?/a/%E6%B8%AF%20b%26c/x.md",
	} {
		e, err := NewEditor(setting)
		if err != nil {
			t.Errorf("%q: %v", setting, err)
			continue
		}
		got := ""
		if e != nil {
			got = e("/a/港 b&c/x.md", 3, 4)
		}
		if got != want {
			t.Errorf("%q: %q, want %q", setting, got, want)
		}
	}
	for _, bad := range []string{"javascript:alert({path})", "{path}", "data:text/html,{path}", "/bin/code {path}"} {
		if _, err := NewEditor(bad); err == nil {
			t.Errorf("%q is taken for an address", bad)
		}
	}
}

func FuzzWithReload(f *testing.F) {
	f.Add("<!DOCTYPE html><html><head><meta charset=utf-8><meta http-equiv=content-security-policy content=\"default-src 'none'\"><title>x")
	f.Add("<body><head>")
	f.Fuzz(func(t *testing.T, page string) {
		at, policy := head([]byte(page))
		if policy.start < 0 || policy.start > policy.end || policy.end > at || at > len(page) {
			t.Fatalf("%q: the script comes at %d, behind the policy %+v", page, at, policy)
		}
		served := string(withReload([]byte(page), mark{"site", "run-1"}))
		if !strings.HasPrefix(served, page[:policy.start]) || !strings.HasSuffix(served, page[at:]) || !strings.Contains(served, reserved+"live.js") {
			t.Errorf("%q became %q", page, served)
		}
	})
}
