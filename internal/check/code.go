package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jikenbo/internal/source"
)

// A Code names a kind of problem. It never changes its meaning; docs/problems.md explains each.
type Code string

// What loading finds, by the kind of file.
const (
	ConfigLoad  Code = "config.load"
	ContentLoad Code = "content.load"
	SeedsLoad   Code = "seeds.load"
)

// What an editor should look at in the records.
const (
	DataOrder   Code = "data.order"
	DataFuture  Code = "data.future"
	DataEarly   Code = "data.early"
	DataEvents  Code = "data.events"
	DataYear    Code = "data.year"
	DataReading Code = "data.reading"
)

// What is wrong in a finished tree.
const (
	TreeLink     Code = "tree.link"
	TreeAsset    Code = "tree.asset"
	TreeFragment Code = "tree.fragment"
	TreeAbsolute Code = "tree.absolute"
	TreeFolder   Code = "tree.folder"
	TreeRemote   Code = "tree.remote"
	TreeHreflang Code = "tree.hreflang"
	TreeID       Code = "tree.id"
	TreePolicy   Code = "tree.policy"
	TreeLanguage Code = "tree.language"
	TreeTitle    Code = "tree.title"
	TreeAlt      Code = "tree.alt"
	TreeModule   Code = "tree.module"
	TreeFetch    Code = "tree.fetch"
	TreeScript   Code = "tree.script"
	TreeStyle    Code = "tree.style"
	TreeLocked   Code = "tree.integrity"
	TreeCase     Code = "tree.case"
	TreeName     Code = "tree.name"
	TreeSize     Code = "tree.size"
)

// A Problem is a problem with its code.
type Problem struct {
	Code Code
	source.Problem
}

// String is that of [source.Problem], with the code behind the message.
func (p Problem) String() string {
	p.Msg += " [" + string(p.Code) + "]"
	return p.Problem.String()
}

// Problems is all that was found in one run.
type Problems []Problem

func (ps *Problems) add(code Code, pos source.Position, hint, format string, args ...any) {
	*ps = append(*ps, Problem{code, source.Problem{Pos: pos, Hint: hint, Msg: fmt.Sprintf(format, args...)}})
}

func (ps *Problems) warn(code Code, pos source.Position, hint, format string, args ...any) {
	ps.add(code, pos, hint, format, args...)
	(*ps)[len(*ps)-1].Warning = true
}

// Errors returns how many of the problems are not warnings.
func (ps Problems) Errors() int {
	n := 0
	for _, p := range ps {
		if !p.Warning {
			n++
		}
	}
	return n
}

// Sorted returns the problems by path, line, column, code and message, without repetitions.
func (ps Problems) Sorted() Problems {
	out := slices.Clone(ps)
	slices.SortStableFunc(out, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.Pos.Path, b.Pos.Path),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Col, b.Pos.Col),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Msg, b.Msg),
		)
	})
	return slices.Compact(out)
}

// String returns the sorted problems, each on a line of its own.
func (ps Problems) String() string {
	var b strings.Builder
	for _, p := range ps.Sorted() {
		b.WriteString(p.String() + "\n")
	}
	return b.String()
}
