// Command jikenbo turns an archive of Japanese articles into a bilingual site.
//
// It knows flags, the dictionary and exit codes; everything else is in internal/.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ignoreLimits()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	code := program{Stdout: os.Stdout, Stderr: os.Stderr, Dir: "."}.Run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}
