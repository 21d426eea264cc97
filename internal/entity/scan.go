package entity

import (
	"maps"
	"slices"

	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A list is one of the lists of words at which finders look closer.
type list uint8

// The lists. A finder that needs another adds it here and to wordLists, and reads it with spots or within.
const (
	anywhere list = iota // no list
	cueWords
	headWords
	familyWords
	numberedWords
	loweredWords
	wideWords
	namedWords
	deedWords
	patronWords
	linkWords
	stateWords
	sayingWords
	introductionWords
	detectionWords
	compoundWords
	titleWords
	strongTitleWords
	signerWords
	writerWords
	askerWords
	firmWords
	kindWords
	formWords
	fullFormWords
	datelineWords
	orgWords
	tradeWords
	branchWords
	countriesWords
	provinceWords
	definedWords
	postWords
	ownedWords
	houseWords
	runnerWords
	rightsWords
	claimWords
	speechWords
	tailWords
	handleWords
	venueWords
	townWords
	wardWords
	companyWords
	toolAfterWords
	toolBeforeWords
	dubbingWords
	sideWords
	unitWords
	earthWords
	involvedWords
	creditWords
	deployWords
	gatherWords
	kanaEarthWords
	yearWords
	selfWords
	equalWords
	professionWords
	softWords
	memberWords
	officerWords
	madeWords
	trialWords
	deskWords
	appointWords
	ageWords
	kanaGivenWords
	honorificWords
	deskLineWords
	writerDotWords
	relationWords
	beforeTownWords
	landformWords
	universityWords
	policeForceWords
	keeperWords
	stationWords
	vendorWords
	agencyWords
	callerWords
	holdingWords
	collegeWords
	seizedWords
	successorWords
	forceWords
	attackWords
	computerWords
	fieldWords
	wildWords
	cellWords
	bodyWords
	lawfulWords
	measureWords
	responseWords
	firmSayWords
	ambiguousWords // of the registry: see Finder.words
	writtenWords   // likewise: see writtenNames
	lists
)

// wordLists are the words of the lists.
var wordLists = [lists][]string{
	cueWords:          cues,
	headWords:         wordsOf(heads),
	familyWords:       families,
	numberedWords:     {"APT", "Apt", "T-APT", "TGR-", "STAC", "GTG-", "UNC", "TA", "FIN", "TAG-", "UAT", "UTA-", "DEV-", "DEV ", "Storm-", "Storm ", "STORM-", "STORM ", "CL-", "UAC-", "UNG", "UTG-", "Larva-", "REF", "ITG", "HIVE", "Hive", "ORB", "SLIME", "TG-", "JINX-", "UNK_", "Advanced Persistent Threat "},
	loweredWords:      {"apt"},
	wideWords:         {"ＡＰＴ", "ＵＮＣ", "ＴＡ", "ＦＩＮ", "Ｓｔｏｒｍ"},
	namedWords:        namedFamilies,
	deedWords:         deeds,
	patronWords:       patrons,
	linkWords:         namingLinks,
	stateWords:        adversaryStates,
	sayingWords:       slices.Concat(sayings, otherNames),
	introductionWords: introductions,
	detectionWords:    scanners,
	compoundWords:     compounds,
	titleWords:        titles,
	strongTitleWords:  strongTitles,
	signerWords:       pairs(slices.Concat(signers, teams), " ", "　"),
	writerWords:       pairs(writers, ":", "：", "/", "／", "=", "＝", " by", " ", "　"),
	askerWords:        {"記者（", "記者("},
	firmWords:         firmNouns,
	kindWords:         firmKinds,
	formWords:         {"株)", "株）", "有)", "有）", "財)", "財）", "社)", "社）", "独)", "独）"},
	fullFormWords:     fullForms,
	datelineWords:     {"【"},
	orgWords:          orgSuffixes,
	tradeWords:        trades,
	branchWords:       branches,
	countriesWords:    manyCountries,
	provinceWords:     {"州"},
	definedWords:      {"(以下", "（以下"},
	postWords:         posts,
	ownedWords:        owned,
	houseWords:        {"社"},
	runnerWords:       {"を運営する", "を手掛ける", "を手がける", "を開発する", "を提供する", "を展開する"},
	toolAfterWords:    slices.Concat(toolWords, plainWords, deliveries, slices.Sorted(maps.Keys(handlings))),
	toolBeforeWords:   toolsBefore,
	dubbingWords:      dubbings,
	townWords:         {"県", "市", "町", "村"},
	wardWords:         {"区"},
	companyWords:      {"公司"},
	tailWords:         {"としても追跡", "としても知られ", "の名でも知られ", "の別名でも", "とも呼ばれ"},
	handleWords:       handleNames,
	venueWords:        slices.Concat(ofCrime, ofTrade),
	speechWords:       signsOfSpeech,
	claimWords:        claimsOf,
	sideWords:         sides,
	unitWords:         {"センター"},
	earthWords:        {"Earth "},
	involvedWords:     involvements,
	creditWords:       credits,
	deployWords:       slices.Concat(infects, deploys),
	gatherWords:       gathers,
	kanaEarthWords:    {"アース・", "ボイド・", "ウォーター・", "ストーム"},
	yearWords:         {"歳"},
	selfWords:         {"です。", "です\n", "と申します", "でございます。"},
	equalWords:        {"＝", "="},
	professionWords:   professions,
	softWords:         softForms,
	memberWords:       {"委員", "議員"},
	officerWords:      {"佐", "尉", "曹"},
	madeWords:         {"作成", "撮影", "記）", "訳）", "文責"},
	trialWords:        trials,
	deskWords:         desks,
	appointWords:      appointments,
	kanaGivenWords:    givenInKana,
	honorificWords:    honorifics,
	deskLineWords:     deskLines,
	writerDotWords:    {"文・", "写真・", "取材・", "構成・", "記者・", "撮影・", "翻訳・", "編集・", "聞き手・"},
	relationWords:     relations,
	beforeTownWords:   beforeTowns,
	landformWords:     landforms,
	universityWords:   universities,
	policeForceWords:  policeForces,
	keeperWords:       keepers,
	stationWords:      stations,
	vendorWords:       vendors,
	agencyWords:       {"時事】", "共同】"},
	callerWords:       callers,
	holdingWords:      holdings,
	collegeWords:      {"大学"},
	seizedWords:       seized,
	successorWords:    {"の後継", "の亜種", "の改良版", "の派生版", "の新版", "の変種", "の改変版", "の改造版"},
	forceWords:        forces,
	attackWords:       ofAttacks,
	computerWords:     computers,
	fieldWords:        ofField,
	wildWords:         wild,
	cellWords:         cellMarks,
	bodyWords:         {"法人"},
	measureWords:      measures,
	responseWords:     responses,
	firmSayWords:      saidOfFirms,
	lawfulWords:       lawfulTools,
	ageWords:          pairs([]string{"(", "（"}, "1", "2", "3", "4", "5", "6", "7", "8", "１", "２", "３", "４", "５", "６", "７", "８"),
	rightsWords:       {"©", "Ⓒ", "(c)", "(C)", "（C）", "（c）", "Copyright"},
}

// pairs returns each of the words with each of the ends.
func pairs(words []string, ends ...string) []string {
	var out []string
	for _, w := range words {
		for _, e := range ends {
			out = append(out, w+e)
		}
	}
	return out
}

// A spot is a place where a word of a list stands.
type spot struct {
	source.Span
	word int // in its list
}

// A scanner finds the words of many lists in one pass. It is immutable.
type scanner struct {
	words *morph.WordTable
	lists [][]ref // those that each of the words belongs to
}

// A ref is a word by its place in a list.
type ref struct {
	list list
	word int
}

func newScanner(all [][]string) scanner {
	var s scanner
	var words []string
	index := map[string]int{}
	for l, ws := range all {
		for i, w := range ws {
			at, ok := index[w]
			if !ok {
				at = len(words)
				index[w], words, s.lists = at, append(words, w), append(s.lists, nil)
			}
			if !slices.ContainsFunc(s.lists[at], func(r ref) bool { return r.list == list(l) }) {
				s.lists[at] = append(s.lists[at], ref{list(l), i})
			}
		}
	}
	s.words = morph.NewWordTable(words)
	return s
}

// scannerWith returns what finds the words of all lists, with those that are ambiguous in a registry, and those that are looked for as it writes them.
func scannerWith(ambiguous, written []string) scanner {
	all := wordLists
	all[ambiguousWords], all[writtenWords] = ambiguous, written
	return newScanner(all[:])
}

// scan finds where the words of the lists stand.
func (p *passage) scan(words scanner) {
	for l := range p.spots {
		p.spots[l] = p.spots[l][:0]
	}
	words.words.EachWord(p.text, func(at, end, w int) {
		for _, r := range words.lists[w] {
			p.spots[r.list] = append(p.spots[r.list], spot{source.Span{Start: at, End: end}, r.word})
			if r.list == orgWords || r.list == tradeWords || r.list == branchWords {
				p.marks[end] |= orgEnd
			}
		}
	})
}

// from returns the spots of a list that begin at a place or later.
func (p *passage) from(l list, at int) []spot {
	spots := p.spots[l]
	low, high := 0, len(spots)
	for low < high {
		if mid := (low + high) / 2; spots[mid].Start < at {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return spots[low:]
}

// within returns the spots of a list that begin inside a span.
func (p *passage) within(l list, s source.Span) []spot {
	spots := p.from(l, s.Start)
	n := 0
	for n < len(spots) && spots[n].Start < s.End {
		n++
	}
	return spots[:n]
}

// endsWith reports whether the text at a span ends with a word of a list.
func (p *passage) endsWith(l list, s source.Span) bool {
	for _, x := range p.from(l, max(s.Start, s.End-longestWord)) {
		if x.Start >= s.End {
			return false
		}
		if x.End == s.End {
			return true
		}
	}
	return false
}

// longestWord is at least as many bytes as any word of a list has that is asked for by its end.
const longestWord = 60
