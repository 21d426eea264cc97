package check

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"jikenbo/internal/source"
)

const (
	article = "+++\ntitle = \"港\"\npublished = \"2026-11-22\"\n+++\n\n港が狙われた。\n"
	english = "+++\ntitle = \"Harbour\"\n+++\n\nHarbours were attacked.\n"
)

var now = time.Date(2026, 11, 21, 20, 0, 0, 0, time.UTC) // the 22nd in Tokyo

func TestContent(t *testing.T) {
	tests := []struct {
		name       string
		path, text string
		code       source.Code
	}{
		{"whole", "config.toml", `time_zone = "Asia/Tokyo"`, ""},
		{"configuration", "config.toml", `time_zome = "Asia/Tokyo"`, source.UnknownKey},
		{"entity", "content/actors/x.toml", `nmae = "x"`, source.Missing},
		{"source", "seeds/x.toml", `[[source]]` + "\n" + `idd = "x"`, source.UnknownKey},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ps := Content(nil, fstest.MapFS{
				"content/articles/x/ja.md": {Data: []byte(article)},
				"content/articles/x/en.md": {Data: []byte(english)},
				tt.path:                    {Data: []byte(tt.text)},
			}, now)
			if tt.code == "" && len(ps) > 0 || tt.code != "" && len(ps) == 0 {
				t.Fatalf("want problems: %v, got\n%s", tt.code != "", ps)
			}
			if tt.code != "" && ps[0].Code != tt.code {
				t.Errorf("want %s, got\n%s", tt.code, ps)
			}
			for _, p := range ps {
				if p.Pos.Path != tt.path {
					t.Errorf("want %s of %s, got %s", tt.code, tt.path, p)
				}
			}
		})
	}
}

func TestRecords(t *testing.T) {
	const (
		actor = `name = { ja = "ハーバー", en = "Harbour" }
summary = { ja = "架空。", en = "Invented." }
`
		claim = actor + `[[claim]]
property = "active"
`
		operation = `name = { ja = "オペレーション", en = "Operation" }
reading = "おぺれーしょん"
class = "counter"
type = "takedown"
summary = { ja = "架空。", en = "Invented." }
`
		event = `[[event]]
id = "o1"
type = "takedown"
title = { ja = "停止", en = "Takedown" }
source = "s"
`
	)
	tests := []struct {
		name, file, text string
		code             source.Code
		want             string
	}{
		{"name in katakana", "actors/x.toml", actor, "", ""},
		{"name without reading", "actors/x.toml", strings.Replace(actor, "ハーバー", "港", 1), DataReading, `"港"`},
		{"name with reading", "actors/x.toml", strings.Replace(actor, "ハーバー", "港", 1) + `reading = "みなと"`, "", ""},
		{"claim", "actors/x.toml", claim + "date = \"2020\"\nsource = \"s\"", "", ""},
		{"claim of long ago", "actors/x.toml", claim + "date = \"1979\"\nsource = \"s\"", DataEarly, "1979"},
		{"claim since 1980", "actors/x.toml", claim + "date = \"1980/..\"\nsource = \"s\"", "", ""},
		{"claim of tomorrow", "actors/x.toml", claim + "date = \"2026-11-23\"\nsource = \"s\"", DataFuture, "2026-11-23"},
		{"claim of today", "actors/x.toml", claim + "date = \"2026-11-22\"\nsource = \"s\"", "", ""},
		{"claim of this year", "actors/x.toml", claim + "date = \"2026\"\nsource = \"s\"", "", ""},
		{"operation without event", "operations/o.toml", operation, DataEvents, `"o"`},
		{"operation", "operations/o.toml", operation + "period = \"2020-05\"\nannounced = \"2020\"\n" + event + `date = "2020-05-02"`, "", ""},
		{"year in the name of an operation", "operations/o.toml", strings.NewReplacer("オペレーション", "オペレーション（2020年）", "Operation", "Operation 2020").Replace(operation) +
			event + `date = "2019-12/2020-05"`, "", ""},
		{"another year in the name of an operation", "operations/o.toml", strings.Replace(operation, "オペレーション", "オペレーション（2021年）", 1) + event + `date = "2020"`, DataYear, "2021"},
		{"year in the title of an event", "operations/o.toml", operation + strings.Replace(event, "停止", "2020年からの停止", 1) + `date = "2020-05"`, "", ""},
		{"another year in the title of an event", "operations/o.toml", operation + strings.Replace(event, "Takedown", "Takedown in 2021", 1) + `date = "2020-05"`, DataYear, "Takedown in 2021"},
		{"year of the announcement", "operations/o.toml", operation + strings.Replace(event, "Takedown", "Takedown in 2021", 1) + "date = \"2020-05\"\nannounced = \"2021\"", "", ""},
		{"number that is no year", "operations/o.toml", operation + strings.Replace(event, "Takedown", "Takedown of 20210 hosts", 1) + `date = "2020-05"`, "", ""},
		{"number that is no year in Japanese", "operations/o.toml", operation + strings.Replace(event, "停止", "2021台の停止", 1) + `date = "2020-05"`, "", ""},
		{"operation announced first", "operations/o.toml", operation + "period = \"2020-05\"\nannounced = \"2019\"\n" + event + `date = "2020-05-02"`, DataOrder, "announced 2019"},
		{"event announced first", "operations/o.toml", operation + event + "date = \"2020-05-02\"\nannounced = \"2020-05-01\"", DataOrder, "2020-05-01"},
		{"event announced on its day", "operations/o.toml", operation + event + "date = \"2020-05-02\"\nannounced = \"2020-05-02\"", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ps := Content(nil, fstest.MapFS{"content/" + tt.file: {Data: []byte(tt.text)}}, now)
			switch {
			case tt.code == "" && len(ps) > 0:
				t.Errorf("want no problem, got\n%s", ps)
			case tt.code != "" && (len(ps) != 1 || ps[0].Code != tt.code || !ps[0].Warning || !strings.Contains(ps[0].Msg, tt.want)):
				t.Errorf("want one warning %s with %q, got\n%s", tt.code, tt.want, ps)
			}
		})
	}
}
