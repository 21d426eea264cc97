// Package synth makes large archives out of a small one, to measure how the program grows.
//
// In: an archive with some articles in both languages. Out: the files of an archive
// of any number of articles, each in both languages, with sentences recombined from
// those articles, and the same Markdown as the content of a Hugo site.
//
// The same number gives the same bytes. Names of actors and dates are replaced, so that an
// archive of ten thousand articles has hundreds of actors and operations and thousands of days, as
// a grown one has, and not one act told ten thousand times.
package synth
