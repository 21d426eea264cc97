package build

import (
	"fmt"
	"io/fs"
	"strings"
	"testing/fstest"
)

// registry is one that is built into the program, of entities that have a page only where a text names them; each leads to others.
var registry = func() fstest.MapFS {
	files := fstest.MapFS{}
	put := func(name, reading, ja, en, class, more string) {
		files["content/"+name+".toml"] = &fstest.MapFile{Data: fmt.Appendf(nil,
			"name = { ja = %q, en = %q }\nreading = %q\nclass = %q\nsummary = { ja = \"要約。\", en = \"Summary.\" }\n%s", ja, en, reading, class, more)}
	}
	put("actors/kimsuky", "きむすきー", "キムスキー", "Kimsuky", "state-linked", "country = \"kp\"\n"+
		contested("Velvet Fox", "europol")+claim("attribution", "apt40", "europol"))
	put("actors/apt40", "えーぴーてぃーよんじゅう", "APT40", "APT40", "state-linked", contested("Velvet Fox", "europol")+claim("uses", "qakbot", "kimsuky"))
	put("actors/lazarus", "らざるす", "ラザルス", "Lazarus", "state-linked", "country = \"kp\"\n"+contested("Marble Owl", "")+
		claim("attribution", "kimsuky", "europol"))
	put("actors/salt", "そると", "ソルト", "Salt Typhoon", "state-linked", contested("Marble Owl", "apt40")+contested("Grey-Heron", ""))
	put("malware/qakbot", "くあっくぼっと", "クアックボット", "Qakbot", "botnet", "")
	put("organizations/europol", "ゆーろぽーる", "ユーロポール", "Europol", "police", "")
	put("organizations/npa", "けいさつちょう", "警察庁", "National Police Agency", "police", "country = \"jp\"\n")
	files["content/places.toml"] = &fstest.MapFile{Data: []byte(
		"[[place]]\nid = \"kp\"\nname = { ja = \"北朝鮮\", en = \"North Korea\" }\nreading = \"きたちょうせん\"\nclass = \"country\"\ncode = \"KP\"\nregion = \"030\"\nsummary = { ja = \"国。\", en = \"Country.\" }\n" +
			"[[place]]\nid = \"jp\"\nname = { ja = \"日本\", en = \"Japan\" }\nreading = \"にほん\"\nclass = \"country\"\ncode = \"JP\"\nregion = \"030\"\nsummary = { ja = \"国。\", en = \"Country.\" }\n")}
	return files
}()

// contested is an alias of an entity that others claim too, and claim a claim of one.
func contested(name, by string) string {
	return fmt.Sprintf("[[alias]]\nname = %q\nby = %q\nscope = \"contested\"\nsource = \"s0\"\n", name, by)
}

func claim(property, entity, by string) string {
	return fmt.Sprintf("[[claim]]\nproperty = %q\nentity = %q\nby = %q\nsource = \"s1\"\n", property, entity, by)
}

// stocked is what is built into the program with another registry.
type stocked struct{ fs.FS }

func (s stocked) Open(name string) (fs.File, error) {
	if strings.HasPrefix(name, "content") {
		return registry.Open(name)
	}
	return s.FS.Open(name)
}

// withRegistry is small with the registry.
func withRegistry(archive fs.FS) *Builder {
	b := small(archive)
	b.Shipped = stocked{builder(archive).Shipped}
	return b
}

// opened is an archive whose texts name none of the registry but the police, and lead to some of it nevertheless. One more act in 2019 parts that year.
func opened() fstest.MapFS {
	archive := sourced()
	put := func(name, text string) { archive[name] = &fstest.MapFile{Data: []byte(text)} }
	for i := range 3 {
		name := fmt.Sprintf("seeds/s%d.toml", i)
		put(name, strings.Replace(string(archive[name].Data), "警察庁", "europol", 1))
	}
	put("seeds/s0.txt", string(archive["seeds/s0.txt"].Data)+"\nGrey-Heronという呼び名もある。\n") // Grey Heron takes its address
	put("content/articles/about/ja.md", "+++\ntitle = \"関連\"\npublished = \"2024-05-01\"\nsummary = \"要約。\"\nabout = [\"kimsuky\"]\nsources = [\"s0\"]\n+++\n\n警察庁は2018年5月2日、LockBitのサーバーを停止させたと発表した。\n")
	put("content/articles/open/ja.md", "+++\ntitle = \"呼び名\"\npublished = \"2024-05-02\"\nsummary = \"要約。\"\n+++\n\nMarble OwlやGrey-Heronという呼び名もある。\n")
	put("content/articles/undated/ja.md", "+++\ntitle = \"日付のない記事\"\nsummary = \"要約。\"\n+++\n\n警察庁が調べた。\n") // whom it names is no older by that
	var text strings.Builder
	for i := range 40 {
		fmt.Fprintf(&text, "\n警察庁は2019年%d月%d日、LockBitのサーバーを停止させたと発表した。\n", 1+i%11, 1+i/11)
	}
	put("content/articles/many/ja.md", "+++\ntitle = \"多く\"\npublished = \"2024-05-03\"\nsummary = \"要約。\"\n+++\n"+text.String())
	put("content/operations/harbour.toml", "name = { ja = \"港作戦\", en = \"Operation Harbour\" }\nreading = \"みなとさくせん\"\nclass = \"counter\"\ntype = \"takedown\"\n"+
		"summary = { ja = \"要約。\", en = \"Summary.\" }\nannounced = \"2024-04-03\"\ncounters = [\"lockbit\", \"salt\"]\n"+
		"[[participant]]\nentity = \"europol\"\nrole = \"agent\"\nsource = \"s1\"\n"+
		"[[event]]\ndate = \"2024-04-03\"\ntype = \"takedown\"\ntitle = { ja = \"停止\", en = \"Takedown\" }\nsource = \"s1\"\n"+
		"[[event.participant]]\nentity = \"lazarus\"\nrole = \"target\"\n")
	put("content/actors/lockbit.toml", string(archive["content/actors/lockbit.toml"].Data)+claim("uses", "qakbot", "apt40")+contested("Grey Heron", "apt40"))
	put("content/actors/lockbit.toml", strings.Replace(string(archive["content/actors/lockbit.toml"].Data), "class =", "country = \"kp\"\nclass =", 1))
	return archive
}

// openings are edits that open pages, of entities, of contested names and of the timeline; what they add is taken away again when all were made.
// Whom the texts name is drawn anew each time.
var openings = []edit{naming, naming, acting(2019), naming, acting(2013), naming, acting(2031), undated}

// naming adds a sentence that names one of the registry.
func naming(p *pen, dir, _ string) string {
	names := [...]string{"Kimsuky", "APT40", "Lazarus", "Qakbot", "Salt Typhoon", "北朝鮮", "ユーロポール", "Velvet Fox", "Grey Heron"}
	name := names[p.IntN(len(names))]
	p.put(dir+"/ja.md", strings.TrimRight(p.text(dir+"/ja.md"), "\n")+"\n\nその後、"+name+"が調べられた。\n")
	return name + " named"
}

// undated is naming in an article without a day.
func undated(p *pen, _, other string) string { return naming(p, "content/articles/undated", other) }

// acting adds an act of a year, which 2019 is parted by.
func acting(year int) edit {
	return func(p *pen, dir, _ string) string {
		p.put(dir+"/ja.md", fmt.Sprintf("%s\n\n警察庁は%d年12月9日、LockBitのサーバーを停止させたと発表した。\n", strings.TrimRight(p.text(dir+"/ja.md"), "\n"), year))
		return fmt.Sprintf("an act in %d", year)
	}
}
