package jpdate

// An election is one of a country that texts name with its year, and the days of its polls. Where it had two rounds, the
// day is that of the second.
type election struct {
	names []string
	days  []day
}

// elections are national elections whose day a text fixes by 投開票日.
func elections() []election {
	return []election{
		{[]string{"参院選", "参議院選挙", "参議院議員選挙", "参議院選"}, []day{{2001, 7, 29}, {2004, 7, 11}, {2007, 7, 29}, {2010, 7, 11}, {2013, 7, 21},
			{2016, 7, 10}, {2019, 7, 21}, {2022, 7, 10}, {2025, 7, 20}}},
		{[]string{"衆院選", "衆議院選挙", "衆議院議員選挙", "衆議院選", "衆議院総選挙"}, []day{{2000, 6, 25}, {2003, 11, 9}, {2005, 9, 11}, {2009, 8, 30}, {2012, 12, 16},
			{2014, 12, 14}, {2017, 10, 22}, {2021, 10, 31}, {2024, 10, 27}, {2026, 2, 8}}},
		{[]string{"英総選挙", "英国総選挙", "英国の総選挙", "イギリス総選挙", "英下院選"}, []day{{2005, 5, 5}, {2010, 5, 6}, {2015, 5, 7}, {2017, 6, 8}, {2019, 12, 12}, {2024, 7, 4}}},
		{[]string{"仏大統領選", "フランス大統領選", "フランスの大統領選"}, []day{{2002, 5, 5}, {2007, 5, 6}, {2012, 5, 6}, {2017, 5, 7}, {2022, 4, 24}}},
		{[]string{"台湾総統選", "台湾の総統選", "総統選"}, []day{{2000, 3, 18}, {2004, 3, 20}, {2008, 3, 22}, {2012, 1, 14}, {2016, 1, 16}, {2020, 1, 11}, {2024, 1, 13}}},
		{[]string{"韓国大統領選", "韓国の大統領選"}, []day{{2002, 12, 19}, {2007, 12, 19}, {2012, 12, 19}, {2017, 5, 9}, {2022, 3, 9}, {2025, 6, 3}}},
		{[]string{"韓国総選挙", "韓国の総選挙"}, []day{{2008, 4, 9}, {2012, 4, 11}, {2016, 4, 13}, {2020, 4, 15}, {2024, 4, 10}}},
	}
}

// electionDayOf reads the day of the polls of an election behind its year: 参院選の投開票日.
func (c *cursor) electionDayOf(m *mention) bool {
	if !electionNames.first.has(c.at(0)) || m.year.how != number && m.year.how != published {
		return false
	}
	for i := range theElections {
		ahead := *c
		if ahead.take(theElections[i].names...) == "" {
			continue
		}
		ahead.takeRune('挙')
		ahead.take("の", "、")
		if ahead.take("決選投票日", "決選投票の日", "決選投票", "投開票日", "投票日", "投開票") == "" {
			return false
		}
		m.election = i + 1
		*c = ahead
		return true
	}
	return false
}

// day returns the day of the election of a year, the zero day where there was none.
func (e election) day(year int) day {
	for _, d := range e.days {
		if d.y == year {
			return d
		}
	}
	return day{}
}

// electionNames are the names of all elections.
var electionNames = func() *phrases {
	var names []string
	for _, e := range theElections {
		names = append(names, e.names...)
	}
	return newPhrases(names...)
}()
