package jpdate_test

import "fmt"

// A score counts what was found against what should be.
type score struct{ hits, missed, falseHits int }

func (s *score) gold(hit bool) {
	if hit {
		s.hits++
	} else {
		s.missed++
	}
}

func (s *score) add(o score) {
	s.hits += o.hits
	s.missed += o.missed
	s.falseHits += o.falseHits
}

func (s score) precision() float64 { return ratio(s.hits, s.hits+s.falseHits) }
func (s score) recall() float64    { return ratio(s.hits, s.hits+s.missed) }
func (s score) f1() float64        { return ratio(2*s.hits, 2*s.hits+s.missed+s.falseHits) }

func (s score) String() string {
	return fmt.Sprintf("P %.3f R %.3f F1 %.3f (%d found, %d missed, %d false)",
		s.precision(), s.recall(), s.f1(), s.hits, s.missed, s.falseHits)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}
