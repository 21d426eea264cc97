# jikenbo 事件簿
#
#   make         builds the program (bin/jikenbo) and the site (public/)
#   make test    runs every test, browser included
#   make proof   runs jikenbo check over the content and the site; warnings fail
#   make lint    formatting, vet, tidy modules, staticcheck, actionlint
#   make race    the tests under the race detector, which wants a C compiler
#   make vuln    govulncheck over all that is linked; it asks vuln.go.dev
#   make fuzz    each fuzz target for FUZZTIME, one after the other
#   make bench   measures builds of made archives, beside Hugo where there is one; N=100,1000,10000
#   make golden  rewrites the golden files of the tests; read the diff before you commit it

export CGO_ENABLED = 0
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOVULNCHECK = golang.org/x/vuln/cmd/govulncheck@v1.8.0
ACTIONLINT = github.com/rhysd/actionlint/cmd/actionlint@v1.7.7

N = 100,1000,10000

# The dictionary as the program carries it; see internal/ipadic.
DICTIONARY = internal/ipadic/packed/ipa.jkd

.PHONY: all site program test lint unit proof browser smoke race vuln fuzz bench golden clean

all: site

site: program
	bin/jikenbo build

program: $(DICTIONARY)
	go build -trimpath -o bin/jikenbo ./cmd/jikenbo

$(DICTIONARY): go.sum $(wildcard cmd/packdict/*.go internal/lattice/*.go internal/morph/*.go)
	go run ./cmd/packdict $@

test: lint unit smoke proof browser

lint:
	@test -z "$$(gofmt -l cmd internal *.go)" || { gofmt -d cmd internal *.go; exit 1; }
	go vet ./...
	go mod tidy -diff
	go run $(STATICCHECK) ./...
	go run $(ACTIONLINT)

# A hundred builds are killed here, by JIKENBO_KILLS; a bare go test kills a dozen.
unit: $(DICTIONARY)
	JIKENBO_KILLS=100 go test ./...

# What an editor must not leave behind: warnings count.
proof: site
	bin/jikenbo check --strict

race: $(DICTIONARY)
	CGO_ENABLED=1 go test -race -timeout 60m ./...

vuln:
	go run $(GOVULNCHECK) ./...

FUZZTIME = 10m

fuzz:
	@grep -rlE --include=*_test.go '^func Fuzz' internal | while read -r file; do \
	  for target in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9]*\).*/\1/p' "$$file"); do \
	    echo "== $$file $$target" && go test "./$$(dirname "$$file")" -run XXX -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1x || exit 1; \
	  done; done

# From the tree that a reader gets: built anew, and opened from the disk and from a server.
browser: site
	.ci/browser/run public

# One archive of a hundred articles, to see that all of it works; no time is too long.
smoke: program
	go run ./cmd/bench -n 100 -rounds 1

bench: program
	go run ./cmd/bench -n $(N) -json bench.json

golden:
	go test $$(grep -rlE --include=*_test.go 'flag.Bool\("update"|golden\.Run' internal cmd | xargs -n1 dirname | sort -u | sed "s|^|./|") -update

clean:
	rm -rf bin public bench.json $(DICTIONARY) .ci/browser/node_modules
