package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"jikenbo/internal/source"
)

// Exit codes.
const (
	exitDone     = 0
	exitProblems = 1 // in the content, or a build that could not be finished
	exitUsage    = 2
	// exitInterrupted is what a shell gives for a program that Ctrl-C has ended.
	exitInterrupted = 130
)

// A program is one run of jikenbo. Answers go to Stdout, everything else to Stderr.
type program struct {
	Stdout, Stderr io.Writer
	// Dir is the folder in which it is run.
	Dir string
}

// errProblems says that problems have been shown already.
var errProblems = errors.New("problems in the content")

// A usageError is a wrong call: help helps.
type usageError struct{ error }

// An absentError is a call in order that names something that is not there.
type absentError struct{ error }

// Run carries out a command line without the program's name and returns the exit code.
func (p program) Run(ctx context.Context, args []string) int {
	root := p.command()
	root.SetArgs(args)
	cmd, err := root.ExecuteContextC(ctx)
	var usage usageError
	var absent absentError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errProblems):
		return exitProblems
	case errors.As(err, &usage), isCobraUsage(err):
		fmt.Fprintf(p.Stderr, "jikenbo: %v\n", err)
		fmt.Fprintf(p.Stderr, "Run '%s --help' for %s.\n", cmd.CommandPath(), helpOf(cmd))
		return exitUsage
	case errors.As(err, &absent):
		fmt.Fprintf(p.Stderr, "jikenbo: %v\n", err)
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(p.Stderr, "jikenbo: "+interruption(err))
		return exitInterrupted
	}
	fmt.Fprintf(p.Stderr, "jikenbo: %v\n", err)
	return exitProblems
}

// helpOf says what the help of a command tells.
func helpOf(cmd *cobra.Command) string {
	if cmd.HasParent() {
		return "its flags"
	}
	return "the commands and their flags"
}

// interruption says what came of a command that was interrupted.
func interruption(err error) string {
	if err == context.Canceled { // nothing around it: nothing was done yet
		return "interrupted; nothing was written"
	}
	return "interrupted: " + strings.TrimSuffix(err.Error(), ": "+context.Canceled.Error())
}

// isCobraUsage reports whether the library refused the command line; it has no type for that.
func isCobraUsage(err error) bool {
	for _, start := range []string{"unknown command", "unknown flag", "unknown shorthand", "flag needs an argument", "invalid argument", "bad flag syntax"} {
		if strings.HasPrefix(err.Error(), start) {
			return true
		}
	}
	return false
}

func (p program) command() *cobra.Command {
	var showVersion bool
	root := &cobra.Command{
		Use:   "jikenbo",
		Short: "jikenbo 事件簿: an archive of state-linked cyber operations, in Japanese and English",
		Long: `jikenbo 事件簿 reads Japanese articles about state-linked cyber operations and about what is done
against them, finds names, dates, acts and figures, links everything both ways, and writes a
bilingual site that opens from a web server and from a disk alike.`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if showVersion {
				return p.showVersion()
			}
			return cmd.Help()
		},
	}
	root.SetOut(p.Stdout)
	root.SetErr(p.Stderr)
	root.AddCommand(p.buildCommand(), p.serveCommand(), p.analyzeCommand(), p.importCommand(), p.newCommand(), p.reviewCommand(), p.suggestCommand(), p.checkCommand(), p.exportCommand(), p.versionCommand())
	root.Flags().BoolVar(&showVersion, "version", false, "print the version, as the command version does")
	root.SetFlagErrorFunc(flagError)
	refuseShells(root)
	return root
}

// noArgs refuses arguments and suggests the command that was meant.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	msg := fmt.Sprintf("unknown command %q", args[0])
	if cmd.HasParent() {
		msg = fmt.Sprintf("%s takes no arguments, got %q", cmd.Name(), args[0])
	} else if near := source.Nearest(args[0], commandNames(cmd)); near != "" {
		msg += fmt.Sprintf("; did you mean %q?", near)
	}
	return usageError{errors.New(msg)}
}

func commandNames(cmd *cobra.Command) []string {
	var names []string
	for _, c := range cmd.Commands() {
		names = append(names, c.Name())
	}
	return names
}

// flagError says which flag was meant.
func flagError(cmd *cobra.Command, err error) error {
	var known []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, "--"+f.Name) })
	if wrong, ok := strings.CutPrefix(err.Error(), "unknown flag: "); ok {
		if near := source.Nearest(wrong, known); near != "" {
			err = fmt.Errorf("%w; did you mean %s?", err, near)
		}
	}
	return usageError{err}
}
