// Package picture is the stage that draws the card by which a page is shown where its address
// is shared: the words of a page → a PNG file of 1200 by 630 pixels.
//
// In: a [Card], and the fonts that the caller found. Out: the bytes of the file, or that the fonts
// cannot write the card, and then there is no picture rather than one with boxes in it.
// Equal cards and fonts give equal bytes.
package picture

import (
	"bytes"
	"image"
	"image/color"
	"slices"
	"strings"

	"jikenbo/internal/i18n"
)

// The size of a picture in pixels.
const (
	Width  = 1200
	Height = 630
)

// A Card is what a picture says.
type Card struct {
	Lang        i18n.Lang
	Title       string
	Other       string // the title in the other language, "" where it is the same
	Kind        string // what the page is about: "counter-operation"
	Family      string // the colour of the kind: "counter", "intrusion", or "" for ink
	Date        string // when it was, or came out
	Site, Motto string // the name of the site, and in the other language
}

// A Painter draws cards. Its methods may be called from several goroutines.
type Painter struct {
	title, text *typeface
	grounds     grounds
	deflaters   deflaters
}

// New returns what draws with a font for titles and one for all else, each given as the bytes of a
// font or of a collection of fonts. They may be the same.
func New(title, text []byte) (*Painter, error) {
	t, err := newTypeface(title)
	if err != nil {
		return nil, err
	}
	p := &Painter{title: t, text: t}
	if !bytes.Equal(title, text) {
		p.text, err = newTypeface(text)
	}
	return p, err
}

// Can reports whether the fonts have every letter of a card, and the card a title.
func (p *Painter) Can(c Card) bool {
	c = c.clean()
	return c.Title != "" && p.title.has(c.Title+c.Site+seal+ellipsis) && p.text.has(c.Other+c.Kind+c.Date+c.Motto+ellipsis)
}

// Draw returns the picture of a card that the painter [Painter.Can] draw.
func (p *Painter) Draw(c Card) ([]byte, error) {
	c = c.clean()
	img := p.ground(c)
	p.words(sheet{img}, c)
	return p.deflaters.encode(img)
}

// The places of what stands on a card.
const (
	margin = 72
	column = Width - 2*margin
	head   = 158 // the rule below the name of the site
	foot   = 550 // the hairline above the date
)

// seal is what the seal of the archive says.
const seal = "事件簿"

// words draws what is a card's own, in the middle between head and foot.
func (p *Painter) words(s sheet, c Card) {
	small := p.text.at(26)
	title, other := p.fit(c.Title), setting{face: p.text.at(32)}
	if c.Other != "" {
		other.lines, _ = wrap(other.face, c.Other, column, 2)
		if len(title.lines) > 2 && len(other.lines) > 1 || other.lines == nil {
			other.lines = []string{cut(other.face, c.Other, column)}
		}
	}
	const stamp, gap, air = 48, 22, 8
	high := title.height() + air + other.height()
	if c.Kind != "" {
		high += stamp + gap
	}
	y := head + (foot-head-high)*2/5
	if c.Kind != "" {
		kind := cut(small, c.Kind, column-40)
		s.frame(image.Rect(margin, y, margin+small.width(kind)+32, y+stamp), 3, accent)
		s.write(small, kind, margin+16, y+34, accent)
		y += stamp + gap
	}
	y = s.set(title, y, ink) + air
	s.set(other, y, pale)
	s.write(small, cut(small, c.Date, column), margin, foot+44, pale)
}

// A setting is a title set in lines.
type setting struct {
	face  *face
	lines []string
}

// leading is the distance of the lines.
func (t setting) leading() int { return t.face.size * 27 / 20 }

func (t setting) height() int { return t.leading() * len(t.lines) }

// sizes are those of titles, each with the number of lines that it may take.
var sizes = [...]struct{ points, lines int }{{80, 2}, {68, 2}, {58, 3}, {50, 3}, {44, 4}}

// fit sets a title as large as its lines find room, but rather smaller than with a word broken in two, and cuts
// what finds no room at the smallest size.
func (p *Painter) fit(title string) setting {
	const step = 90 // what a smaller size costs
	var out setting
	least := never
	for i, size := range sizes {
		f := p.title.at(size.points)
		if lines, cost := wrap(f, title, column, size.lines); lines != nil && cost+i*step < least {
			out, least = setting{f, lines}, cost+i*step
		}
	}
	last := sizes[len(sizes)-1]
	for runes := []rune(strings.TrimSuffix(title, ellipsis)); out.lines == nil; runes = runes[:max(0, len(runes)-1-len(runes)/16)] {
		out.face = p.title.at(last.points)
		out.lines, _ = wrap(out.face, string(runes)+ellipsis, column, last.lines)
	}
	return out
}

// The inks of a card. Each has shades for the edges of letters, the last one being full.
var (
	ink      = []uint8{1, 2, 3, 4, 5, 6}
	pale     = []uint8{7, 8, 9}
	accent   = []uint8{10, 11, 12}
	sealFill = []uint8{13}
	sealInk  = []uint8{14, 15}
)

// palette returns the sixteen colours of a card; with so few a picture stays small.
func palette(family string) color.Palette {
	paper, black, grey, red, white := rgb(0xfbf8f1), rgb(0x211f1b), rgb(0x585248), rgb(0xc4391d), rgb(0xfffaf3)
	own := black
	switch family {
	case "counter":
		own = rgb(0xad2f18)
	case "intrusion":
		own = rgb(0x1d4877)
	}
	return slices.Concat(color.Palette{paper}, ramp(paper, black, len(ink)), ramp(paper, grey, len(pale)), ramp(paper, own, len(accent)), color.Palette{red}, ramp(red, white, len(sealInk)))
}

func rgb(hex uint32) color.RGBA {
	return color.RGBA{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 0xff}
}

// ramp returns n steps from one colour to another, without the first and with the last.
func ramp(from, to color.RGBA, n int) color.Palette {
	var out color.Palette
	for i := 1; i <= n; i++ {
		mix := func(a, b uint8) uint8 { return uint8((int(a)*(n-i) + int(b)*i) / n) }
		out = append(out, color.RGBA{mix(from.R, to.R), mix(from.G, to.G), mix(from.B, to.B), 0xff})
	}
	return out
}
