//go:build !unix

package source

// unwaited changes nothing where files are not waited for anyway.
const unwaited = 0
