package build

import (
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// written reads content/. A state that follows another one takes over what that was; else what was read of the same texts is kept.
func (b *Builder) written() (*content.Content, source.Problems) {
	how := content.Loading{Drafts: b.Drafts, Many: many, Memory: b.recent.memory()}
	if b.Cache == "" || b.recent != nil || prepareCache(b.Cache) != nil {
		return how.Load(b.Shipped, b.Archive)
	}
	kept := newParsed(b.Cache, parsedFile, b.Edition, b.articles.any)
	defer kept.write()
	how.Parsed = kept
	decoded := newParsed(b.Cache, decodedFile, b.Edition, none)
	defer decoded.write()
	how.Decoded = decoded
	if b.articles != nil {
		how.Known = b.articles
	}
	return how.Load(b.Shipped, b.Archive)
}

// load reads what editors wrote. Drafts, and the sources that only drafts name, are left out unless they are asked for.
func (b *Builder) load() (*content.Content, *seeds.Set, source.Problems) {
	written, problems := b.written()
	if len(written.Articles) == 0 {
		hint := "run jikenbo in the folder of the archive, or write content/articles/ID/ja.md" + b.strayContent()
		if len(written.Drafts) > 0 {
			hint = "there are drafts: build --drafts shows them; delete draft = true where one is finished"
		}
		problems.Warn(source.Empty, source.Position{Path: "content/articles"}, hint, "there is no article")
	}
	sources, found := seeds.Load(b.Archive, b.Originals)
	waiting := written.WaitingSources()
	for _, p := range found {
		id, isRecord := strings.CutSuffix(strings.TrimPrefix(p.Pos.Path, "seeds/"), ".toml")
		if !(p.Warning && isRecord && waiting[id]) { // what is left to be done there is part of the draft
			problems = append(problems, p)
		}
	}
	for _, s := range sources.All() {
		if waiting[s.Translates] && !waiting[s.ID] {
			delete(waiting, s.Translates)
		}
	}
	return written, sources.Without(waiting), problems
}
