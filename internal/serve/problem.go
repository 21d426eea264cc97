package serve

import (
	"regexp"
	"strconv"

	"jikenbo/internal/source"
)

// templateError is how the library says where in a template something is wrong.
var templateError = regexp.MustCompile(`template: ([a-z]+\.html):(\d+)(?::\d+)?: ((?s).*)`)

// problemOf turns an error that stopped the making of a site, or of one page, into a problem: with its place where a template is wrong.
func problemOf(err error) source.Problem {
	m := templateError.FindStringSubmatch(err.Error())
	if m == nil {
		return source.Problem{Code: source.Failed, Msg: err.Error()}
	}
	line, _ := strconv.Atoi(m[2])
	return source.Problem{Code: source.Template, Pos: source.Position{Path: "templates/" + m[1], Line: line}, Msg: m[3]}
}
