package review

import (
	"regexp"
	"strings"

	"jikenbo/internal/source"
)

// mark opens the comments of the program, which are written anew at each run. All others are the editor's.
const mark = "#."

// printForm is the form of a print behind the mark.
var printForm = regexp.MustCompile(`^[a-z2-7]{3}\b`)

// comments hands every comment of the editor to what it stands at, and reads from those of the program
// by what print a line was written.
func (r *reader) comments(f *File, raw []source.Located[sentenceTOML]) {
	p := places{reader: r, file: f, raw: raw, ends: map[int]*Find{}}
	for i := range raw {
		for n, item := range raw[i].Value.Finds.Value {
			p.ends[r.file.Position(item.Span.End).Line] = f.Sentences[i].Finds[n]
		}
	}
	for _, at := range source.Comments(r.file) {
		text := strings.TrimRight(r.file.Text[at.Start:at.End], " \t")
		if !strings.HasPrefix(text, mark) {
			p.give(at, text)
			continue
		}
		program, own, both := strings.Cut(text[len(mark):], "#")
		if strings.HasPrefix(own, ".") {
			own = " " + own
		}
		if both { // the editor went on behind it
			p.give(at, "#"+own)
		}
		if find := p.beside(at); find != nil {
			find.print = printForm.FindString(program)
		}
	}
}

// places knows where the lines of a file stand.
type places struct {
	*reader
	file *File
	raw  []source.Located[sentenceTOML]
	ends map[int]*Find // the last find that ends on a line
}

// give hands a comment to the line that it stands beside or above.
func (p *places) give(at source.Span, text string) {
	if find := p.beside(at); find != nil {
		find.beside = strings.TrimSpace(find.beside + " " + text)
		return
	}
	for i := range p.raw {
		s, items := p.file.Sentences[i], &p.raw[i].Value.Finds
		if at.Start < p.raw[i].Span.Start {
			if i == 0 && p.apart(at, p.raw[0].Span) {
				p.file.head = append(p.file.head, text)
			} else {
				s.before = append(s.before, text)
			}
			return
		}
		last := i == len(p.raw)-1
		if !last && at.Start > p.raw[i+1].Span.Start {
			continue
		}
		if items.IsSet() && p.within(s, items, at, text) {
			return
		}
		if !items.IsSet() || at.Start < items.Span.Start {
			s.before = append(s.before, text)
			return
		}
	}
	p.file.tail = append(p.file.tail, text)
}

// within hands a comment in the list of a sentence to the find behind it, or to the end of the list.
func (p *places) within(s *Sentence, items *source.Located[[]source.Located[findTOML]], at source.Span, text string) bool {
	for n, item := range items.Value {
		if at.Start > items.Span.Start && at.Start < item.Span.End {
			s.Finds[n].before = append(s.Finds[n].before, text)
			return true
		}
	}
	if at.Start > items.Span.Start && at.Start < items.Span.End {
		s.after = append(s.after, text)
		return true
	}
	return false
}

// beside returns the find that ends on the line of a comment, nil where there is none.
func (p *places) beside(at source.Span) *Find { return p.ends[p.reader.pos(at).Line] }

// apart reports whether an empty line stands between a comment and what follows it.
func (p *places) apart(at, next source.Span) bool {
	between := p.reader.file.Text[at.End:next.Start]
	return strings.Contains(strings.ReplaceAll(between, "\r", ""), "\n\n")
}
