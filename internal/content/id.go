package content

import "regexp"

var idForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// isID reports whether s has the form of an id.
func isID(s string) bool { return idForm.MatchString(s) }
