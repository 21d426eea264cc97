package entity

import (
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// What ends the name of a firm or university tells it also where the dictionary cuts the name amiss: ヒノデ|HD, 慶陽|大学, Alfine Chemical (Thailand) |Co., Ltd.

// holdings are the short forms of ホールディングス, in the order of the list of spots.
var holdings = []string{"HD", "ＨＤ"}

// plainHoldings stand before HD in what is no firm: フルHD, 外付けHD.
var plainHoldings = wordSet("フル", "ハイビジョン", "ウルトラ", "クアッド", "外付", "内蔵", "増設", "予備", "画質", "対応")

// held finds the holding company that ends with its short form: |ヒノデHD|は.
func (p *passage) held(at source.Span) {
	if k := p.scriptAt(at.End); k == latin || k == katakana {
		return // HDD, HDMI, HDカメラ
	}
	s := source.Span{Start: p.nameBefore(at.Start), End: at.End}
	own := source.Span{Start: s.Start, End: at.Start}
	if n := p.count(own); n < 2 || n > 12 || plainHoldings[p.surface(own)] || p.commonAt(own) || p.scriptBefore(own.Start) == latin {
		return
	}
	p.sight(s, content.Organization, 0.7, "suffix")
}

// plainColleges stand before 大学 in words for universities of some kind.
var plainColleges = newSuffixTable(strings.Fields("国立 公立 私立 県立 市立 都立 府立 道立 州立 女子 短期 単科 総合 名門 地方 有名 外国 海外 国内 同 本 各 両 他 当 母校 医科 工科 理系 文系 体育 音楽 芸術 美術 夜間 通信 放送 市民 農業 看護 防衛 複数 一部 新設 既存 提携 参加 関係 多く 主要 近隣 旧帝 米国 英国 韓国 中国 米 英 仏 独 露 某 該当 協定 連合 出身 卒業 所属 在籍 進学 入学 有力 難関 先端 研究 教育 志望 併願"))

// college finds the university whose name fills the kanji before 大学, and that the dictionary cuts as other words: 慶|陽大|学. Neither of them may be common.
func (p *passage) college(at source.Span) {
	own := source.Span{Start: p.runBefore(at.Start, kanji), End: at.Start}
	if n := p.count(own); n < 2 || n > 3 || plainColleges.ends(p.surface(own)) || p.scriptAt(at.End) == kanji {
		return
	}
	if p.scriptBefore(own.Start) == katakana || !p.cut(own.Start) {
		return
	}
	for i, ok := p.tokenAt(own.Start); ok && i < len(p.words) && p.words[i].Start < own.End; i++ {
		if w := p.words[i]; w.End <= own.End && p.count(w.Span) > 1 && p.commonWord(w) || w.is(lead) || w.is(numeric) {
			return
		}
	}
	p.sight(source.Span{Start: own.Start, End: at.End}, content.Organization, 0.65, "institution")
}

// abroad returns a firm in Latin letters with what stands before the bracket that says where it is: |Alfine Chemical (Thailand) |Co., Ltd.
func (p *passage) abroad(s source.Span) source.Span {
	before, ok := strings.CutSuffix(p.text[:s.Start], ") ")
	open := strings.LastIndexByte(before, '(')
	if !ok || open < 0 || !beginsAny(p.surface(s), "Co", "Ltd", "Inc", "Pte", "Pvt") {
		return s
	}
	place := before[open+1:]
	if place == "" || !upper(place[0]) || strings.ContainsFunc(place, func(r rune) bool { return script(r) != latin && r != ' ' }) {
		return s
	}
	start := len(strings.TrimRight(before[:open], " "))
	for words := 0; words < 5; words++ {
		word := start
		for word > 0 && (inWord(p.text[word-1]) || strings.IndexByte("&.-", p.text[word-1]) >= 0) {
			word--
		}
		if word == start || !capitalOrDigit(p.text[word]) {
			break
		}
		s.Start = word
		if start = word; start > 0 && p.text[start-1] == ' ' {
			start--
		} else {
			break
		}
	}
	return s
}
