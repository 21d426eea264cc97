package morph

import "strings"

// A Class is a set of parts of speech and of their subdivisions. Asking a token for its class is far cheaper than
// comparing names.
type Class uint64

// The parts of speech and the subdivisions that the stages ask for.
const (
	Noun         Class = 1 << iota // 名詞
	Prefix                         // 接頭詞
	Verb                           // 動詞
	Auxiliary                      // 助動詞
	Particle                       // 助詞
	Conjunction                    // 接続詞
	Sign                           // 記号
	General                        // 一般
	Proper                         // 固有名詞
	Verbal                         // サ変接続
	Independent                    // 自立
	Dependent                      // 非自立
	Pronoun                        // 代名詞
	Suffix                         // 接尾
	Number                         // 数
	BeforeNumber                   // 数接続
	BeforeNoun                     // 名詞接続
	Counter                        // 助数詞
	Adverbial                      // 副詞可能
	Special                        // 特殊
	Case                           // 格助詞
	Topic                          // 係助詞
	Linking                        // 接続助詞
	FullStop                       // 句点
	Comma                          // 読点
	Regional                       // 地域
	Nation                         // 国
	Personal                       // 人名
	Surname                        // 姓
	Given                          // 名
	Group                          // 組織

	Listed Class = 1 << 32 // no part of speech: the word is in the dictionary, or of the registry
)

// classNames are the names of the classes, in their order.
var classNames = [...]string{
	"名詞", "接頭詞", "動詞", "助動詞", "助詞", "接続詞", "記号",
	"一般", "固有名詞", "サ変接続", "自立", "非自立", "代名詞", "接尾", "数", "数接続", "名詞接続", "助数詞", "副詞可能", "特殊",
	"格助詞", "係助詞", "接続助詞", "句点", "読点", "地域", "国", "人名", "姓", "名", "組織",
}

// classOf returns the class of a part of speech with its subdivisions; names that no stage asks for say nothing.
func classOf(names []string) Class {
	var c Class
	for _, n := range names {
		for i, known := range classNames {
			if n == known {
				c |= 1 << i
			}
		}
	}
	return c
}

// String returns the names of the classes of a set, + for one that is listed.
func (c Class) String() string {
	var names []string
	for i, n := range classNames {
		if c&(1<<i) != 0 {
			names = append(names, n)
		}
	}
	if c&Listed != 0 {
		names = append(names, "+")
	}
	return strings.Join(names, " ")
}
