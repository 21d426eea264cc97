package build

import (
	"cmp"
	"errors"

	"jikenbo/internal/config"
	"jikenbo/internal/picture"
	"jikenbo/internal/render"
	"jikenbo/internal/source"
)

// noPictures is the font of an editor who wants none.
const noPictures = "none"

// painter returns what draws the pictures of pages; nil where the site has no address, without which no
// page can lead to one, or where the machine has no font that Japanese can be written in.
func (b *Builder) painter(conf config.Config) (*picture.Painter, source.Problems) {
	if cmp.Or(b.SiteURL, conf.SiteURL) == "" || b.ReadFont == nil || conf.PictureFont == noPictures {
		return nil, nil
	}
	if conf.PictureFont != "" {
		return b.painterOf(conf)
	}
	for _, f := range picture.Places {
		if p, err := b.paintWith(f); err == nil {
			return p, nil
		}
	}
	return nil, nil
}

// painterOf returns what draws in the font that config.toml names.
func (b *Builder) painterOf(conf config.Config) (*picture.Painter, source.Problems) {
	const hint = "a file of OpenType or TrueType, or a collection of such, by its path; without one pages have no picture"
	var ps source.Problems
	p, err := b.paintWith(picture.Fonts{Title: conf.PictureFont, Text: conf.PictureFont})
	switch {
	case err != nil:
		ps.Warn(source.Font, conf.PictureFontAt, hint, "%q is not a font that can be read: %v", conf.PictureFont, err)
	case !p.Can(picture.Card{Title: "事件"}):
		ps.Warn(source.Font, conf.PictureFontAt, hint, "the font %q has no Japanese letters", conf.PictureFont)
	}
	return p, ps
}

func (b *Builder) paintWith(f picture.Fonts) (*picture.Painter, error) {
	title, err := b.ReadFont(f.Title)
	text, err2 := title, error(nil)
	if f.Text != f.Title {
		text, err2 = b.ReadFont(f.Text)
	}
	if err := errors.Join(err, err2); err != nil {
		return nil, err
	}
	return picture.New(title, text)
}

// draw renders a page, and draws the picture that it leads to.
func draw(r *render.Renderer, p *picture.Painter, page render.Page, out sink) error {
	return r.Draw(page, func(file render.File, card *render.Card) error {
		if err := out.put(file); err != nil || card == nil {
			return err
		}
		data, err := p.Draw(picture.Card(*card))
		if err != nil {
			return err
		}
		return out.put(render.File{Path: render.PicturePath(page.Path), Data: data})
	})
}
