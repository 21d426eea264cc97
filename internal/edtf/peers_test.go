package edtf_test

import (
	"os"
	"strings"
	"testing"

	"jikenbo/internal/edtf"
)

// otherwise lists the rows of the peers' tables that we judge differently, and why.
var otherwise = map[string]string{
	// The peer takes an unknown end for ten years.
	"ed0299": "unknown start", "ed0300": "unknown end", "ed0309": "unknown end",
	"ed0315": "the peer's winter ends in December",
	"ed0632": "the peer has no season in an interval",
}

// TestPeers judges the rows of other projects' tests, which are not part of the repository.
func TestPeers(t *testing.T) {
	raw, err := os.ReadFile("../../../shared/peer-tests/edtf.tsv")
	if err != nil {
		t.Skip("no peers' tests here")
	}
	core, other, agree := 0, 0, 0
	for line := range strings.Lines(string(raw)) {
		row := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(row) < 10 || row[0] == "id" {
			continue
		}
		wrong := judge(row)
		if row[9] != "core" {
			other++
			if wrong == "" {
				agree++
			}
			if row[6] == "invalid" && wrong != "" {
				t.Errorf("%s %q: %s", row[0], row[1], wrong)
			}
			continue
		}
		core++
		if why := otherwise[row[0]]; (wrong != "") != (why != "") {
			t.Errorf("%s %q: %q, listed as %q", row[0], row[1], wrong, why)
		}
	}
	t.Logf("%d core rows, %d judged otherwise; of %d other rows %d agree", core, len(otherwise), other, agree)
}

// judge says what is wrong with our reading of a row, "" where it is right.
func judge(row []string) string {
	text, expected, lo, hi := row[1], row[6], row[7], row[8]
	d, err := edtf.Parse(text)
	switch {
	case expected == "invalid" && err == nil:
		return "accepted"
	case expected == "invalid":
		return ""
	case err != nil:
		return err.Error()
	}
	first, last := bounds(d)
	if lo != "" && lo != "-inf" && lo != first || hi != "" && hi != "inf" && hi != last {
		return "bounds " + first + " " + last
	}
	return ""
}
