package entity

import "slices"

// Spelled returns which of some names a name in katakana spells, told by the consonants: リネン・タイフーン spells Linen Typhoon.
// It returns "" where it is not in katakana, where it sounds like none of them, or is too short to tell.
func Spelled(kana string, names []string) string {
	sound := string(kanaSound(nil, kana))
	if len(sound) < leastSpelled {
		return ""
	}
	for _, name := range names {
		if ascii(name) && slices.Contains(latinSounds(name), sound) {
			return name
		}
	}
	return ""
}

// leastSpelled is how many consonants tell which of an entity's own names is spelled; they are few.
const leastSpelled = 2
