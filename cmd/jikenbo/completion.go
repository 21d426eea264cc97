package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// complete lets the shell complete the values of a flag.
func complete(cmd *cobra.Command, flag string, values func() []string) {
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc(flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return values(), cobra.ShellCompDirectiveNoFileComp
	}))
}

// refuseShells makes the library's command completion, and lets it refuse the name of a shell that it does not know: by itself it prints
// its help for any, and a profile that sources it would run that.
func refuseShells(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		if cmd.Name() != "completion" {
			continue
		}
		cmd.Args = cobra.ArbitraryArgs
		cmd.RunE = func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Help()
			}
			shells := commandNames(cmd)
			return usageError{fmt.Errorf("unknown shell %q%s; the shells are: %s", args[0], meant(args[0], shells), strings.Join(shells, ", "))}
		}
	}
}
