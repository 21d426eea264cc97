package picture

import (
	"bytes"
	"image"
	"sync"
)

// grounds keeps what all cards of one site, language and colour have in common, drawn once.
type grounds struct {
	mu    sync.Mutex
	drawn map[Card]*image.Paletted
}

// ground returns a fresh copy of what stands on every card: the paper, the seal, the site's name, rules.
func (p *Painter) ground(c Card) *image.Paletted {
	key := Card{Family: c.Family, Site: c.Site, Motto: c.Motto}
	p.grounds.mu.Lock()
	defer p.grounds.mu.Unlock()
	base := p.grounds.drawn[key]
	if base == nil {
		base = image.NewPaletted(image.Rect(0, 0, Width, Height), palette(c.Family))
		p.frame(sheet{base}, c)
		if p.grounds.drawn == nil {
			p.grounds.drawn = map[Card]*image.Paletted{}
		}
		p.grounds.drawn[key] = base
	}
	out := *base
	out.Pix = bytes.Clone(base.Pix)
	return &out
}

// frame draws the ground.
func (p *Painter) frame(s sheet, c Card) {
	s.fill(image.Rect(margin, 40, margin+38, 138), sealFill[0])
	for i, r := range []rune(seal) {
		s.write(p.title.at(27), string(r), margin+5, 68+i*30, sealInk)
	}
	name, motto := p.title.at(38), p.text.at(24)
	s.write(name, cut(name, c.Site, column-60), margin+58, 86, ink)
	s.write(motto, cut(motto, c.Motto, column-60), margin+58, 126, pale)
	s.fill(image.Rect(margin, head-4, Width-margin, head-1), ink[len(ink)-1])
	s.fill(image.Rect(margin, foot, Width-margin, foot+1), pale[0])
	s.fill(image.Rect(0, Height-12, Width, Height), accent[len(accent)-1])
}

// A sheet is drawn on.
type sheet struct{ *image.Paletted }

func (s sheet) fill(r image.Rectangle, index uint8) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := s.Pix[y*s.Stride+r.Min.X : y*s.Stride+r.Max.X]
		for i := range row {
			row[i] = index
		}
	}
}

// frame draws the edge of a rectangle.
func (s sheet) frame(r image.Rectangle, thick int, shades []uint8) {
	full := shades[len(shades)-1]
	inner := r.Inset(thick)
	s.fill(image.Rect(r.Min.X, r.Min.Y, r.Max.X, inner.Min.Y), full)
	s.fill(image.Rect(r.Min.X, inner.Max.Y, r.Max.X, r.Max.Y), full)
	s.fill(image.Rect(r.Min.X, r.Min.Y, inner.Min.X, r.Max.Y), full)
	s.fill(image.Rect(inner.Max.X, r.Min.Y, r.Max.X, r.Max.Y), full)
}

// write sets text on a line that begins at x and stands on y.
func (s sheet) write(f *face, text string, x, y int, shades []uint8) {
	at := x << 6
	for _, r := range text {
		g := f.glyph(r)
		s.stamp(g, (at+32)>>6, y, shades)
		at += g.advance
	}
}

// set writes lines below y and returns where the next one would begin.
func (s sheet) set(t setting, y int, shades []uint8) int {
	for _, line := range t.lines {
		s.write(t.face, line, margin, y+t.face.size, shades)
		y += t.leading()
	}
	return y
}

// stamp puts a letter on the sheet. Where letters touch, the darker shade stays.
func (s sheet) stamp(g *glyph, x, y int, shades []uint8) {
	levels := len(shades)
	for row := range g.height {
		ty := y + g.top + row
		if ty < 0 || ty >= Height {
			continue
		}
		for col, a := range g.mask[row*g.width : (row+1)*g.width] {
			level := (int(a)*levels + 127) / 255
			tx := x + g.left + col
			if level == 0 || tx < 0 || tx >= Width {
				continue
			}
			to, shade := &s.Pix[ty*s.Stride+tx], shades[level-1]
			if *to < shades[0] || *to > shades[levels-1] || *to < shade {
				*to = shade
			}
		}
	}
}
