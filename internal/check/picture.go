package check

import (
	"image"
	_ "image/gif"  // their sizes are read
	_ "image/jpeg" // their sizes are read
	_ "image/png"  // their sizes are read
	"path"
	"strconv"
	"strings"
)

// A picture is the size of an image file; zero where it cannot be read.
type picture struct{ width, height int }

// picture looks at an image file, once.
func (t *tree) picture(name string) picture {
	if p, known := t.images[name]; known {
		return p
	}
	p := picture{}
	f, err := t.fsys.Open(name)
	if err == nil {
		defer f.Close()
		var c image.Config
		if c, _, err = image.DecodeConfig(f); err == nil {
			p = picture{c.Width, c.Height}
		}
	}
	if err != nil {
		t.problems.Add(TreeImage, at(name, 0), "put the image there again", "not an image that can be read: %v", err)
	}
	t.images[name] = p
	return p
}

// A sized is an image with the size that a page says it has.
type sized struct {
	link
	width, height int
	exact         bool // no other size of the same form will do
}

// pictures wants images to have the size that the page says, or the same form: else they are squeezed, or the page jumps.
func (t *tree) pictures(p *page) {
	for _, s := range p.sized {
		file := t.version(p.name, s.address)
		if _, ok := t.sizes[file]; !ok || path.Ext(file) == ".svg" || s.width <= 0 || s.height <= 0 {
			continue
		}
		is := t.picture(file)
		fits := abs(is.width*s.height-is.height*s.width) <= max(is.width, is.height) // off by less than a dot
		if s.exact {
			fits = is == picture{s.width, s.height}
		}
		if is != (picture{}) && !fits {
			t.problems.Add(TreeImage, at(p.name, s.line), "write the size that it has", "%s says %d×%d of %q, which has %d×%d",
				s.element, s.width, s.height, s.address, is.width, is.height)
		}
	}
}

func abs(n int) int { return max(n, -n) }

// number is the value of an attribute that counts dots, 0 where it is none.
func number(s string) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil {
		return 0
	}
	return n
}

// drawing looks at an SVG file. It is shown as an image: what it loads is not, and what would run in it must not be there.
func (t *tree) drawing(name, text string) {
	p := parse(name, text)
	for _, f := range p.faults {
		if f.Code == TreeScript || f.Code == TreeID {
			t.problems = append(t.problems, f)
		}
	}
	for _, l := range p.links {
		l.loaded = l.element != "a"
		if !strings.HasPrefix(l.address, "#") {
			t.resolve(name, l)
		} else if p.ids[l.address[1:]] == 0 {
			t.problems.Add(TreeFragment, at(name, l.line), "", "%q has no element with the id %q", name, l.address[1:])
		}
	}
}
