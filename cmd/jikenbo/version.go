package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func (p program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "print the version of the program, of Go and of the dictionary",
		Args:  noArgs,
		RunE:  func(*cobra.Command, []string) error { return p.showVersion() },
	}
}

func (p program) showVersion() error {
	fmt.Fprintf(p.Stdout, "jikenbo %s\n", version())
	if info, ok := debug.ReadBuildInfo(); ok {
		fmt.Fprintf(p.Stdout, "%s\n", info.GoVersion)
		for _, dep := range info.Deps {
			if dep.Path == "github.com/ikawaha/kagome-dict/ipa" {
				fmt.Fprintf(p.Stdout, "IPA dictionary %s\n", dep.Version)
			}
		}
	}
	return nil
}

// version is the module's version, or "devel" for a build from a checkout without one.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return info.Main.Version
}
