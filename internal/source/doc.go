// Package source is the ground of jikenbo: the texts it reads,
// positions and spans inside them, and the problems found there.
//
// Every stage speaks of text through it, so that everything that can say
// something to an editor can also say where: a [File] is one text with its
// line table, a [Span] a range of its bytes, a [Passage] a run of its prose
// without markup, a [Problem] something that an editor can mend.
//
// It imports only the standard library and the TOML decoder.
package source
