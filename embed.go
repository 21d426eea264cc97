// Package jikenbo holds what is built into the program: the look of the site
// and the registry of names that any archive starts with.
//
// Files of the same path beside an archive's config.toml win over these.
package jikenbo

import "embed"

// Files holds templates/, static/ and the entity files of content/, under these names.
//
//go:embed templates static
//go:embed content/actors content/malware content/organizations content/people content/vulnerabilities content/places.toml
var Files embed.FS
