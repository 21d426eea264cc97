package entity

import (
	"strings"

	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// latinAfter returns the Latin name that begins at i, or after the space there: a word that begins with a capital or digit,
// with another after a slash and one more after a space: Cobalt Strike, UNC3886, TA505/FIN11.
func latinAfter(text string, i int) (source.Span, bool) {
	if i < len(text) && text[i] == ' ' {
		i++
	}
	if i >= len(text) || !capitalOrDigit(text[i]) {
		return source.Span{}, false
	}
	end := i + 1
	for end < len(text) && (inWord(text[end]) || strings.IndexByte("._-", text[end]) >= 0) {
		end++
	}
	for !inWord(text[end-1]) {
		end--
	}
	if end < i+2 {
		return source.Span{}, false
	}
	for _, slash := range []string{"/", "／"} {
		if at := end + len(slash); strings.HasPrefix(text[end:], slash) && at < len(text) && upper(text[at]) {
			if next := wordEnd(text, at); next > at+1 {
				end = next
			}
			break
		}
	}
	if at := end + 1; at < len(text) && text[end] == ' ' && capitalOrDigit(text[at]) {
		if next := wordEnd(text, at); next > at+1 {
			end = next
		}
	}
	return source.Span{Start: i, End: end}, true
}

// latinBefore returns the Latin name that ends at i, or before the space there: a word with points, hyphens and slashes
// from its first capital or digit on, with the word before it if that has a capital.
func latinBefore(text string, i int) (source.Span, bool) {
	from := max(0, i-60)
	if i > from && text[i-1] == ' ' {
		i--
	}
	if i <= from || !inWord(text[i-1]) {
		return source.Span{}, false
	}
	run := i
	for run > from {
		switch b := text[run-1]; {
		case inWord(b) || strings.IndexByte("._/-", b) >= 0:
			run--
			continue
		case strings.HasSuffix(text[from:run], "／"):
			run -= len("／")
			continue
		}
		break
	}
	start := run
	for start < i-1 && !capitalOrDigit(text[start]) {
		start++
	}
	if start >= i-1 {
		return source.Span{}, false
	}
	if start == run && run > from && text[run-1] == ' ' {
		start = wordBefore(text, from, run-1, start)
	}
	return source.Span{Start: start, End: i}, true
}

// eachLatinPerson calls yield with what looks like the name of a person in Latin letters, one after another:
// a word with one capital, perhaps an initial, and one or two words with a capital: John Q. Public.
func eachLatinPerson(text string, in source.Span, yield func(source.Span)) {
	for i := in.Start; i < in.End; i++ {
		if !upper(text[i]) {
			continue
		}
		if n := latinPerson(text[i:in.End]); n > 0 {
			yield(source.Span{Start: i, End: i + n})
			i += n - 1
		}
	}
}

// latinPerson returns the length of the name of a person that s begins with, 0 if it begins with none.
func latinPerson(s string) int {
	first := 1
	for first < len(s) && (lower(s[first]) || s[first] == '-' && first+1 < len(s) && (lower(s[first+1]) || properWord(s[first+1:])) || s[first-1] == '-' && properWord(s[first:])) { // Min-jun, Hans-Peter
		first++
	}
	if first == len(s) || first == 1 || !upper(s[0]) || s[first] != ' ' {
		return 0
	}
	end := first
	if len(s) > first+2 && upper(s[first+1]) && s[first+2] == '.' {
		end += len(" Q.")
	}
	n := 0
	for ; n < 2; n++ {
		next := nameWord(s[end:])
		if next == 0 || nameParticles.Longest(s[end:]) > 0 && !givenLatin()[s[:first]] { // and not Rio| de Janeiro
			break
		}
		end += next
	}
	if n == 0 {
		return 0
	}
	return end
}

// properWord reports whether s begins with a capital and a small letter.
func properWord(s string) bool { return len(s) > 1 && upper(s[0]) && lower(s[1]) }

// nameParticles stand in small letters between a given name and a family name.
var nameParticles = morph.NewWordTable([]string{" van ", " van der ", " van den ", " van de ", " de ", " de la ", " del ", " della ", " di ", " da ", " dos ", " von ", " von der ", " bin ", " ibn ", " al ", " al-", " el ", " el-", " le ", " ter ", " ten ", " du "})

// nameWord returns the length of a space and a word with a capital that s begins with, and of the particle before it.
func nameWord(s string) int {
	if n := nameParticles.Longest(s); n > 0 {
		if properWord(s[n:]) {
			at := n
			for at < len(s) && (upper(s[at]) || lower(s[at]) || s[at] == '\'' || s[at] == '-') {
				at++
			}
			return at
		}
		return 0
	}
	if len(s) < 3 || s[0] != ' ' || !upper(s[1]) {
		return 0
	}
	n := 2
	for n < len(s) && (upper(s[n]) || lower(s[n]) || s[n] == '\'' || s[n] == '-') {
		n++
	}
	if n == 2 || chiefs.Longest(s[1:]) == n-1 { // Sam Altman| CEO
		return 0
	}
	return n
}

// posts in Latin letters, one of which stands before the name of a person and の.
var latinPosts = []string{"Director", "Manager", "Chief", "Officer", "Analyst", "Researcher", "Lead", "Head", "President", "Engineer", "Intelligence", "CEO", "CTO", "CISO", "Scientist", "Strategist", "Architect", "Founder"}

// latinPost reports whether a text ends with such a post: Director of Threat Intelligence.
func (p *passage) latinPost(before string) bool { return endsAny(before, latinPosts...) }

// wordBefore returns the first capital in the word of at least two letters that ends at i, or else what stands for none.
func wordBefore(text string, from, i, none int) int {
	run := i
	for run > from && inWord(text[run-1]) {
		run--
	}
	for ; run < i-1; run++ {
		if upper(text[run]) {
			return run
		}
	}
	return none
}

// wordEnd returns where the ASCII letters and digits end that stand at i.
func wordEnd(text string, i int) int {
	for i < len(text) && inWord(text[i]) {
		i++
	}
	return i
}

func upper(b byte) bool          { return 'A' <= b && b <= 'Z' }
func lower(b byte) bool          { return 'a' <= b && b <= 'z' }
func capitalOrDigit(b byte) bool { return upper(b) || '0' <= b && b <= '9' }
