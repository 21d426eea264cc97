package build

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/entity"
	"jikenbo/internal/i18n"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// Analyzer returns what analyses a text by itself, with the registry of the archive and of the
// program. What is wrong with the registry is for the build to say; here it is passed over.
func (b *Builder) Analyzer() *analysis.Analyzer {
	written, _ := content.Load(b.Shipped, b.Archive)
	return b.analyzer(written.Registry)
}

func (b *Builder) analyzer(r *content.Registry) *analysis.Analyzer {
	return b.recent.analyzerOf(r, func() *analysis.Analyzer {
		return &analysis.Analyzer{Tokenizer: b.Tokenizer(entity.Words(r)), Names: entity.NewFinder(r)}
	})
}

// Text is a file that need not belong to the archive, ready to be analysed: a raw text in any
// encoding that Japanese is written in, or an article with front matter, from which its relative dates
// count unless a date is given. Its id is the name of the file without ending.
// A text counts as English if it has no Japanese letters.
func Text(file string, data []byte, published edtf.Date) (analysis.Text, error) {
	text, _, err := seeds.Decode(data)
	if err != nil {
		return analysis.Text{}, fmt.Errorf("%s: %w", file, err)
	}
	f := source.NewFile(file, text)
	t := analysis.Text{
		ID:        strings.TrimSuffix(path.Base(file), path.Ext(file)),
		Lang:      languageOf(text),
		File:      f,
		Published: published,
	}
	if !content.HasFrontMatter(text) {
		if at, long := seeds.LongLine(f); long {
			return analysis.Text{}, fmt.Errorf("%s: the line has more than %d bytes, which is the limit", at, source.MaxBlock)
		}
		t.Passages = seeds.Passages(f)
		return t, nil
	}
	article, day, ps := content.Parse(f, t.Lang)
	if len(article.Passages()) == 0 && ps.Errors() > 0 { // less is for the build to say
		return analysis.Text{}, errors.New(ps.Sorted().String())
	}
	t.Passages = article.Passages()
	if published.IsZero() {
		t.Published = day
	}
	return t, nil
}

// languageOf is Japanese for a text with kana or Japanese punctuation (通信先：203.0.113[.]9、), or with more kanji than Latin letters, as a table may have them (令和3年 | 146件), and
// English for any other.
func languageOf(text string) i18n.Lang {
	kanji, latin := 0, 0
	for _, r := range text {
		switch {
		case 'ぁ' <= r && r <= 'ヺ', r == '、', r == '。', r == '「':
			return i18n.JA
		case '一' <= r && r <= '鿿':
			kanji++
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z':
			latin++
		}
	}
	if kanji > latin {
		return i18n.JA
	}
	return i18n.EN
}
