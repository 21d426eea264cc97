package intake

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// A Plan is what an import does to an archive.
type Plan struct {
	Files []File // sorted by path
	// New and Completed count entities, Unchanged those that had all that the catalogue knows.
	New, Completed, Unchanged int
	// Contested are the names that the import declares contested, or finds so declared.
	Contested []Shared
	// Kept are names that the catalogue gives to an entity and that stay with that of an editor.
	Kept []Shared
}

// A File is one to write.
type File struct {
	Path string // relative to the root of the archive, with slashes
	Data []byte
}

// A Shared name is claimed by several entities.
type Shared struct {
	Name string
	IDs  []string // sorted
}

// marker begins the files that only imports have written so far.
const marker = "# Imported by jikenbo from "

// Plan works out what to write into an archive. Shipped is the registry in the program.
// It is nil where the archive has errors, or what would be written could not be read back.
func (c *Catalogue) Plan(archive, shipped fs.FS) (*Plan, source.Problems) {
	written, ps := content.Load(shipped, archive)
	if ps.Errors() > 0 {
		ps.Add(BadFile, source.Position{Path: "content"}, "mend these problems first", "the archive has errors; nothing is imported")
		return nil, ps
	}
	p := &planner{c: c, archive: archive, registry: written.Registry, held: map[string][]string{}, byID: map[ID]*target{}, byEntity: map[string]*target{}, taken: map[string]bool{}}
	p.index()
	for i := range c.Records {
		p.take(&c.Records[i])
	}
	for _, t := range p.targets {
		p.claimNames(t)
	}
	p.contest()
	plan := p.plan()
	p.readBack(plan)
	ps = append(ps, p.problems...)
	if p.problems.Errors() > 0 {
		return nil, ps
	}
	return plan, ps
}

// planner is the state of one run of [Catalogue.Plan].
type planner struct {
	c        *Catalogue
	archive  fs.FS
	registry *content.Registry
	held     map[string][]string // ids of the entities of editors that hold a name, by its folded form
	byID     map[ID]*target
	byEntity map[string]*target
	taken    map[string]bool // ids
	targets  []*target       // in the order of the registry, then of the catalogue
	kept     []Shared
	shared   []Shared
	problems source.Problems
}

// A target is an entity to which the catalogue adds.
type target struct {
	id     string
	kind   content.Kind
	entity *content.Entity // nil where it is new
	hand   bool            // an editor wrote it
	named  bool            // the catalogue has it
	name   string          // of a new one
	class  string
	place  string // id of its country
	first  *Record

	records []*Record
	// what is added
	aliases    []content.Alias
	ids        []ID
	references []content.Reference
	claims     []claim
}

// A claim says that a catalogue gives to the entity a name of another one.
type claim struct{ property, entity, name string }

// index makes a target of every entity that a catalogue may add to.
func (p *planner) index() {
	for _, e := range p.registry.All() {
		p.taken[e.ID] = true
		hand := e.Shipped || !strings.HasPrefix(e.File.Text, marker)
		if hand {
			for _, n := range namesOf(e) {
				key := content.Fold(n)
				p.held[key] = appendNew(p.held[key], e.ID)
			}
		}
		if e.Kind != content.Actor && e.Kind != content.Malware {
			continue
		}
		t := &target{id: e.ID, kind: e.Kind, entity: e, hand: hand}
		p.targets = append(p.targets, t)
		p.byEntity[e.ID] = t
		for _, id := range e.IDs {
			p.byID[ID{id.System, id.Value}] = t
		}
	}
}

// take finds or makes the target of a record.
func (p *planner) take(r *Record) {
	t := p.find(r)
	if t == nil {
		t = &target{id: p.newID(r), kind: r.Kind, name: r.Name, class: r.Class, first: r}
		if e := p.registry.Get(strings.ToLower(r.Country)); e != nil && e.Kind == content.Place {
			t.place = e.ID
		}
		p.taken[t.id] = true
		p.targets = append(p.targets, t)
	}
	t.named = true
	t.records = append(t.records, r)
	for _, id := range r.IDs {
		switch had, other := t.idIn(id.System), p.byID[id]; {
		case had == id.Value:
		case had == "" && other == nil:
			t.ids = append(t.ids, id)
			p.byID[id] = t
		case had == "":
			p.problems.Warn(Clash, r.Pos, "look whether the two are the same", "%q has the id %s %q, which is that of %q in the archive", r.Name, id.System, id.Value, other.id)
		default:
			p.problems.Warn(Clash, r.Pos, "look which of them is right", "%q has the id %s %q here, the archive's %q has %q", r.Name, id.System, id.Value, t.id, had)
		}
	}
	for _, ref := range r.References {
		if !slices.ContainsFunc(t.allReferences(), func(o content.Reference) bool { return o.URL == ref.URL }) {
			t.references = append(t.references, ref)
		}
	}
}

// find returns the target that a record tells of: by an id, else by its chief name if no id speaks against it.
func (p *planner) find(r *Record) *target {
	for _, id := range r.IDs {
		if t := p.byID[id]; t != nil && t.kind == r.Kind {
			return t
		}
	}
	key, renamed := content.Fold(r.Name), content.Fold(p.rename(r))
	for _, t := range p.targets {
		if t.kind == r.Kind && !t.contradicts(r) && slices.ContainsFunc(t.chiefNames(), func(n string) bool {
			return content.Fold(n) == key || content.Fold(n) == renamed
		}) {
			return t
		}
	}
	return nil
}

// rename is the chief name of a record whose name an editor has given to another entity.
func (p *planner) rename(r *Record) string { return fmt.Sprintf("%s (%s %s)", r.Name, p.c.By, r.Kind) }

func (p *planner) newID(r *Record) string {
	base := content.Slug(r.Name)
	if base == "" && len(r.IDs) > 0 {
		base = content.Slug(r.IDs[0].System + " " + r.IDs[0].Value)
	}
	if !content.IsID(base) {
		base = strings.Trim(base+"-"+string(r.Kind), "-")
	}
	id := base
	for n := 1; p.taken[id]; n++ {
		if id = base + "-" + string(r.Kind); n > 1 {
			id = fmt.Sprintf("%s-%d", id, n)
		}
	}
	return id
}

// claimNames settles which of the names of its records a target takes.
func (p *planner) claimNames(t *target) {
	if len(t.records) == 0 {
		return
	}
	if t.entity == nil {
		if others := p.othersHolding(t, t.name); len(others) > 0 {
			p.keep(t, t.name, others)
			t.name = p.rename(t.first)
		}
	}
	for _, r := range t.records {
		for _, a := range append([]Alias{{Name: r.Name}}, r.Aliases...) {
			if t.has(a.Name) {
				continue
			}
			if others := p.othersHolding(t, a.Name); len(others) > 0 {
				p.keep(t, a.Name, others)
				continue
			}
			t.aliases = append(t.aliases, content.Alias{
				Name: a.Name, By: namerID(p.registry, a.By), Scope: "same", Source: p.c.Source, Ambiguous: common(a.Name),
			})
		}
	}
}

// othersHolding returns the entities of editors that hold a name and are not the target.
func (p *planner) othersHolding(t *target, name string) []string {
	return slices.DeleteFunc(slices.Clone(p.held[content.Fold(name)]), func(id string) bool { return id == t.id })
}

// keep leaves a name with the entities that hold it. What a catalogue alone has told of says so.
func (p *planner) keep(t *target, name string, others []string) {
	ids := append(slices.Clone(others), t.id)
	slices.Sort(ids)
	p.kept = appendShared(p.kept, Shared{name, ids})
	if t.hand {
		return
	}
	for _, other := range others {
		property := "related"
		if p.registry.Get(other).Kind == t.kind {
			property = "overlaps"
		}
		if !t.claimed(property, other) {
			t.claims = append(t.claims, claim{property, other, name})
		}
	}
}

// contest declares the names contested that several targets have now.
func (p *planner) contest() {
	holders := map[string][]*target{}
	written := map[string]string{}
	var keys []string
	for _, t := range p.targets {
		for _, n := range t.open() {
			key := content.Fold(n)
			if holders[key] == nil {
				keys, written[key] = append(keys, key), n
			}
			if !slices.Contains(holders[key], t) {
				holders[key] = append(holders[key], t)
			}
		}
	}
	for _, key := range keys {
		ours := func(t *target) bool { return t.hand && !t.adds(key) }
		if len(holders[key]) < 2 || !slices.ContainsFunc(holders[key], func(t *target) bool { return !ours(t) }) {
			continue // one has it, or editors have settled it among theirs
		}
		var ids []string
		for _, t := range holders[key] {
			t.declare(key, written[key], p.c.Source)
			ids = append(ids, t.id)
		}
		slices.Sort(ids)
		p.shared = append(p.shared, Shared{written[key], ids})
	}
	byName := func(a, b Shared) int { return strings.Compare(a.Name, b.Name) }
	slices.SortStableFunc(p.shared, byName)
	slices.SortStableFunc(p.kept, byName)
}

// plan makes the files.
func (p *planner) plan() *Plan {
	plan := &Plan{Contested: p.shared, Kept: p.kept}
	for _, t := range p.targets {
		switch {
		case t.entity == nil:
			plan.New++
		case t.changed():
			plan.Completed++
		case t.named:
			plan.Unchanged++
		}
		if t.entity == nil || t.changed() {
			plan.Files = append(plan.Files, p.file(t))
		}
	}
	seed := path.Join("seeds", p.c.Source+".toml")
	if _, err := fs.Stat(p.archive, seed); err != nil && len(plan.Files) > 0 {
		plan.Files = append(plan.Files, File{seed, p.c.seed()})
	}
	slices.SortFunc(plan.Files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return plan
}

// readBack reads what is to be written as the next build will: nothing is written that it would refuse.
func (p *planner) readBack(plan *Plan) {
	byID := map[string]*content.Entity{}
	for _, f := range plan.Files {
		dir, name := path.Split(f.Path)
		kind := content.Actor
		if path.Base(dir) == content.Malware.Folder() {
			kind = content.Malware
		} else if path.Base(dir) != content.Actor.Folder() {
			continue
		}
		id := strings.TrimSuffix(name, ".toml")
		e, ps := content.ParseEntity(kind, id, source.NewFile(f.Path, string(f.Data)))
		p.problems = append(p.problems, ps...)
		byID[id] = e
	}
	if p.problems.Errors() > 0 {
		p.problems.Add(BadFile, source.Position{}, "write ids and other names as tables, [ids] and [[alias]], as docs/format.md shows", "something cannot be added to a file as it is written; nothing is imported")
		return
	}
	var all []*content.Entity
	for _, e := range p.registry.All() {
		if byID[e.ID] == nil || e.Shipped {
			all = append(all, e)
		}
	}
	for _, t := range p.targets {
		if e := byID[t.id]; e != nil && (t.entity == nil || !t.entity.Shipped) {
			all = append(all, e)
		}
	}
	p.problems = append(p.problems, content.NewRegistry(all...).Shared()...)
}

func appendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

func appendShared(list []Shared, s Shared) []Shared {
	if slices.ContainsFunc(list, func(o Shared) bool { return content.Fold(o.Name) == content.Fold(s.Name) && slices.Equal(o.IDs, s.IDs) }) {
		return list
	}
	return append(list, s)
}
