package event

import "testing"

func BenchmarkFind(b *testing.B) {
	s := sentence(&testing.T{}, "[organization:司法省]と[organization:FBI]は{2025-01-14|14日}、[actor:暗黒団]が使った[malware:毒虫]を約4,258台から除去したと発表した。")
	for range b.N {
		Find(s)
		Figures(s)
	}
}
