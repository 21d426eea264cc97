package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"text/tabwriter"
)

// table prints the results.
func table(w io.Writer, results []result) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "articles\twhat\twall s\tCPU s\tpeak MB\tof cold\tof Hugo\tpeak of Hugo\t")
	for _, r := range results {
		fmt.Fprintf(t, "%d\t%s\t%.2f\t%.2f\t%.0f\t%s\t%s\t%s\t\n", r.N, r.What, r.Wall, r.CPU, r.MB, ratio(r.Of), ratio(r.OfHugo), ratio(r.OfHugoPeak))
	}
	t.Flush()
}

func ratio(x float64) string {
	if x == 0 {
		return ""
	}
	return fmt.Sprintf("%.3f", x)
}

// write writes the results as JSON.
func write(file string, results []result) error {
	data, err := json.MarshalIndent(results, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(data, '\n'), 0o644)
}
