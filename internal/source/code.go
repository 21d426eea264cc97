package source

// A Code names a kind of problem. It never changes its meaning, so that files can waive it and programs know it:
// docs/problems.md says of each what it means and how to mend it. A stage that finds problems of its own declares
// their codes itself; here stand those that loading and linking share.
type Code string

// Files, before anything in them is understood.
const (
	Unreadable   Code = "content.unreadable"
	Symlink      Code = "content.symlink"
	Encoding     Code = "content.encoding"
	Control      Code = "content.control"
	Stray        Code = "content.stray"
	Empty        Code = "content.empty"
	Untranslated Code = "content.untranslated"
	Limit        Code = "content.limit"
	Hidden       Code = "content.hidden"
	LookAlike    Code = "content.look-alike"
)

// Keys and values in TOML.
const (
	Syntax      Code = "content.syntax"
	UnknownKey  Code = "content.unknown-key"
	WrongType   Code = "content.type"
	Missing     Code = "content.missing"
	OneLanguage Code = "content.one-language"
	UnknownWord Code = "content.unknown-word"
	Form        Code = "content.form"
	BadDate     Code = "content.date"
	Repeated    Code = "content.repeated"
	BadFigure   Code = "content.figure"
	BadClaim    Code = "content.claim"
	BadWaiver   Code = "content.waiver"
)

// Ids and names, and what refers to them.
const (
	BadID         Code = "content.id"
	TakenID       Code = "content.taken"
	TakenName     Code = "content.name"
	ShortName     Code = "content.short-name"
	Moved         Code = "content.moved"
	Reference     Code = "content.reference"
	UnknownSource Code = "content.source"
	Quotation     Code = "content.quotation"
)

// The texts of articles and pages.
const (
	FrontMatter Code = "content.front-matter"
	Markdown    Code = "content.markdown"
	HTML        Code = "content.html"
	BadHeading  Code = "content.heading"
	Link        Code = "content.link"
	Versions    Code = "content.versions"
	Behind      Code = "content.behind"
)

// What a build meets besides.
const (
	Font  Code = "build.font"
	Cache Code = "build.cache"
	Size  Code = "tree.size"
	// Template is a template that cannot be read or filled in; Failed is whatever else stops the program.
	Template Code = "build.template"
	Failed   Code = "build.failed"
)

// The texts of sources.
const (
	Checksum Code = "content.sha256"
	Unowned  Code = "content.unowned"
)
