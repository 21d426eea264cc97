package casebook

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"jikenbo/internal/edtf"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
)

// typeNames are the words for an act in a title that the machine makes.
var typeNames = map[event.Type]i18n.Text{
	event.Takedown:      {JA: "無力化", EN: "takedown"},
	event.Indictment:    {JA: "起訴", EN: "indictment"},
	event.Arrest:        {JA: "逮捕", EN: "arrest"},
	event.Sanction:      {JA: "制裁", EN: "sanction"},
	event.Seizure:       {JA: "差し押さえ", EN: "seizure"},
	event.Advisory:      {JA: "勧告", EN: "advisory"},
	event.Attribution:   {JA: "帰属の表明", EN: "attribution"},
	event.Intrusion:     {JA: "侵入", EN: "intrusion"},
	event.DataBreach:    {JA: "情報流出", EN: "data breach"},
	event.Theft:         {JA: "窃取", EN: "theft"},
	event.Ransomware:    {JA: "ランサムウェア攻撃", EN: "ransomware attack"},
	event.DDoS:          {JA: "DDoS攻撃", EN: "DDoS attack"},
	event.Campaign:      {JA: "活動", EN: "campaign"},
	event.Disclosure:    {JA: "公表", EN: "disclosure"},
	event.Vulnerability: {JA: "脆弱性", EN: "vulnerability"},
	event.Legal:         {JA: "法的手続き", EN: "legal step"},
	event.Statement:     {JA: "声明", EN: "statement"},
	event.Notification:  {JA: "通知", EN: "notification"},
	event.Report:        {JA: "報告", EN: "report"},
	event.Other:         {JA: "出来事", EN: "act"},
}

// nameActs sorts the timeline and gives each find an id that stays the same
// from build to build as long as its type, date and first evidence do.
func (l *linker) nameActs() {
	taken := map[string]bool{}
	for _, a := range l.book.Acts {
		if a.Edited {
			taken[a.ID] = true
		}
	}
	for _, a := range l.book.Acts {
		if a.Edited {
			continue
		}
		sum := sha256.Sum256([]byte(string(a.Type) + a.Date.String() + a.Evidence[0].Path() + a.Evidence[0].Text))
		stem := strings.ReplaceAll(string(a.Type), "_", "-") + "-" + cmp.Or(plain(a.Date), "undated")
		n := 4
		for a.ID = stem + "-" + hex.EncodeToString(sum[:])[:n]; taken[a.ID]; n++ {
			a.ID = stem + "-" + hex.EncodeToString(sum[:])[:n+1]
		}
		taken[a.ID] = true
	}
	slices.SortFunc(l.book.Acts, func(a, b *Act) int {
		return cmp.Or(edtf.Compare(a.Date, b.Date), cmp.Compare(a.ID, b.ID))
	})
}

// plain is a date in the letters that a fragment may hold.
func plain(d edtf.Date) string {
	s := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '-' || r == 'X' {
			return r
		}
		return '.'
	}, d.String())
	return strings.Trim(strings.ReplaceAll(strings.ReplaceAll(s, "....", "."), "..", "."), ".")
}
