package serve

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"

	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// events is the stream of states, a message for each. Whoever comes gets the newest at once; whoever is slow gets the
// newest next.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	lang := langOf(r)
	w.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
	flush := http.NewResponseController(w).Flush
	// A browser whose connection breaks comes back after this many milliseconds.
	if _, err := fmt.Fprint(w, "retry: 500\n\n"); err != nil || r.Method == http.MethodHead || flush() != nil {
		return
	}
	for {
		now, next := s.board.look()
		if now != nil {
			data, err := json.Marshal(s.message(now, lang))
			if err != nil {
				return
			}
			if _, err := fmt.Fprintf(w, "event: state\ndata: %s\n\n", data); err != nil || flush() != nil {
				return
			}
		}
		select {
		case <-next:
		case <-r.Context().Done():
			return
		}
	}
}

// A message is what a page is told of a state, in its language.
type message struct {
	Site  string `json:"site"`  // of which site pages are the newest
	State string `json:"state"` // of which state pages of the server are the newest
	// Errors reports whether the page shows the site of an earlier state.
	Errors   bool   `json:"errors"`
	Heading  string `json:"heading"` // "" where there is no problem
	Problems []note `json:"problems"`
	More     string `json:"more,omitempty"` // says how many there are besides
}

// A note is a problem as a page shows it.
type note struct {
	Kind    string `json:"kind"` // "error" or "warning"
	Word    string `json:"word"` // for the kind
	Place   string `json:"place"`
	Text    string `json:"text"`
	Hint    string `json:"hint,omitempty"`
	Source  string `json:"source,omitempty"` // page that shows the place
	Editor  string `json:"editor,omitempty"` // address that opens it in the editor
	Opening string `json:"opening,omitempty"`
}

func (s *Server) message(now *state, l i18n.Lang) message {
	list := worstFirst(now.problems)
	m := message{
		Site: s.id(now.siteNumber), State: s.id(now.number), Errors: now.siteNumber != now.number || now.site == nil,
		Heading: s.heading(now, l), Problems: s.notes(list[:min(len(list), mostNotes)], l),
	}
	if rest := len(list) - mostNotes; rest > 0 {
		m.More = s.messages.Count(l, "serve.more", rest)
	}
	return m
}

// mostNotes is how many problems a page is told of. One mistake in the registry can bring a thousand; the terminal has them all.
const mostNotes = 50

// worstFirst returns the errors, then the warnings.
func worstFirst(problems source.Problems) source.Problems {
	out := slices.Clone(problems)
	slices.SortStableFunc(out, func(a, b source.Problem) int {
		switch {
		case a.Warning == b.Warning:
			return 0
		case b.Warning:
			return -1
		}
		return 1
	})
	return out
}

// heading says in one line how it stands; nothing where all is well.
func (s *Server) heading(now *state, l i18n.Lang) string {
	errors := now.problems.Errors()
	warnings := len(now.problems) - errors
	switch {
	case len(now.problems) == 0:
		return ""
	case now.site == nil:
		return s.messages.Count(l, "serve.none", max(errors, 1))
	case now.siteNumber != now.number:
		return s.messages.Count(l, "serve.stopped", len(now.problems))
	}
	return s.messages.Count(l, "serve.warnings", warnings)
}

// notes returns problems for a page, with links to their places where those can be shown.
func (s *Server) notes(problems source.Problems, l i18n.Lang) []note {
	out := make([]note, 0, len(problems))
	for _, p := range problems {
		n := note{Kind: "error", Word: s.messages.In(l, "serve.error"), Place: p.Pos.String(), Text: p.Msg, Hint: p.Hint}
		if p.Code != "" {
			n.Text += " [" + string(p.Code) + "]"
		}
		if p.Warning {
			n.Kind, n.Word = "warning", s.messages.In(l, "serve.warning")
		}
		if s.canShow(p.Pos.Path) {
			n.Source = sourceHref(p.Pos, l)
			if s.Editor != nil {
				n.Editor, n.Opening = s.editorHref(p.Pos), s.messages.In(l, "serve.editor")
			}
		}
		out = append(out, n)
	}
	return out
}
