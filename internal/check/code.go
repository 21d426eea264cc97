package check

import "jikenbo/internal/source"

// What an editor should look at in the records.
const (
	DataOrder   source.Code = "data.order"
	DataFuture  source.Code = "data.future"
	DataEarly   source.Code = "data.early"
	DataEvents  source.Code = "data.events"
	DataYear    source.Code = "data.year"
	DataReading source.Code = "data.reading"
	DataUnit    source.Code = "data.unit"
	DataSource  source.Code = "data.source"

	DataUnmentioned source.Code = "data.unmentioned"
	DataInverse     source.Code = "data.inverse"
	DataQuotation   source.Code = "data.quotation"

	DataNumbers source.Code = "data.numbers"
	DataDates   source.Code = "data.dates"
	DataNames   source.Code = "data.names"
	DataAlleged source.Code = "data.alleged"
)

// What is wrong in a finished tree.
const (
	TreeLink     source.Code = "tree.link"
	TreeAsset    source.Code = "tree.asset"
	TreeFragment source.Code = "tree.fragment"
	TreeAbsolute source.Code = "tree.absolute"
	TreeFolder   source.Code = "tree.folder"
	TreeRemote   source.Code = "tree.remote"
	TreeHreflang source.Code = "tree.hreflang"
	TreeID       source.Code = "tree.id"
	TreePolicy   source.Code = "tree.policy"
	TreeLanguage source.Code = "tree.language"
	TreeTitle    source.Code = "tree.title"
	TreeAlt      source.Code = "tree.alt"
	TreeModule   source.Code = "tree.module"
	TreeDisk     source.Code = "tree.disk"
	TreeImage    source.Code = "tree.image"
	TreeData     source.Code = "tree.data"
	TreeFetch    source.Code = "tree.fetch"
	TreeScript   source.Code = "tree.script"
	TreeStyle    source.Code = "tree.style"
	TreeLocked   source.Code = "tree.integrity"
	TreeCase     source.Code = "tree.case"
	TreeName     source.Code = "tree.name"
)
