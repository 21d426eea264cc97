//go:build !unix

package main

// ignoreLimits has nothing to do here.
func ignoreLimits() {}
