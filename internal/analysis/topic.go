package analysis

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/entity"
	"jikenbo/internal/event"
)

// A topic counts how much of a text speaks of cyber operations.
type topic struct {
	sentences, some, plain int
	head                   bool // one of the first sentences does, in words that are said of nothing else
	known                  bool // it names an actor or malware that the registry knows
	hackers                bool // and says that it is one of those who attack computers
	titled                 bool // a title calls it a notice of them
	outage                 bool // a title calls it a notice of something that does not work
	flood                  bool // its head speaks of attacks that flood sites
	lead                   bool // the first sentence does so
	course                 bool // a title says that it tells the course of what happened
	entries                int  // lines that open with a date and say nothing of the field
	signs                  int  // sentences behind that which speak of what such attacks bring with them
	tale                   bool // its first sentences tell what happens in a work of art
	table, rows            int  // and titles of tables of what attackers did, and the rows below them
}

// headSentences is where a title stands at the latest: behind the date and the names of who published it.
const headSentences = 5

// about reports whether a text is about cyber operations: a quarter of its sentences speak of them, or a sixth
// in words that are said of nothing else, or its head and another sentence do, or its first sentence and another one in an eighth
// of all, or its head does or it
// names an actor or malware that the registry knows, and it goes on in such words, or it is a notice of them, or a table, by its
// title. Then an arrest in it is one of ours, even where its own sentence does not say so.
func (b *builder) about(all []found) (is, flood bool) {
	var t topic
	for i := range all {
		f := &all[i]
		t.read(f, b.read[f.first:f.first+len(f.sentences)])
	}
	return t.isCyber(), t.flood
}

// isCyber judges what was counted.
func (t *topic) isCyber() bool {
	switch {
	case t.tale && t.plain <= 1:
		return false
	case t.plain > 0 && 4*t.some >= t.sentences, t.plain > 1 && (6*t.plain >= t.sentences || t.head):
		return true
	case t.lead && t.some > 1 && 8*t.some >= t.sentences:
		return true
	case t.outage && t.plain > 0:
		return true
	}
	return t.head && t.course && t.entries > 2 || (t.known || t.head) && t.some+min(t.signs, 2) > 2 || t.titled && t.some > 1 || t.table > 0 && t.rows+t.some > 2
}

// read counts the sentences of a passage.
func (t *topic) read(f *found, sentences []sentence) {
	if t.table > 0 && f.isDate() {
		t.rows++
	}
	for i := range sentences {
		s := &sentences[i]
		is, plainly := s.Cyber()
		text := f.text[s.Span.Start:s.Span.End]
		t.flood = t.flood || t.sentences < headSentences && !f.listsDay() && event.Floods(text)
		t.tale = t.tale || t.sentences < headSentences && event.IsTale(text)
		if is || !f.isCell() && !f.isLabel() {
			t.sentences++ // the number and the names in a row, and who publishes, say nothing of what the text is about
		}
		if !is {
			t.other(text, s.Mentions, f)
			continue
		}
		t.some++
		if t.sentences <= 2*headSentences {
			t.titled = t.titled || plainly && f.isTitle()
			if f.listsIncidents() {
				t.table++
			}
		}
		if plainly && !(t.outage && denied.In(text)) {
			t.plain++
			t.head = t.head || t.sentences <= headSentences
			t.lead = t.lead || t.sentences == 1 && strings.HasSuffix(f.text, "。")
			known := slices.ContainsFunc(s.Mentions, isKnown)
			t.known = t.known || known
			t.hackers = t.hackers || known && attackers.In(text)
		}
	}
}

// listsDay reports whether a passage is a line of a list of days: what one of them was is not what the others were.
func (f *found) listsDay() bool { return f.opensWithDate() && !strings.HasSuffix(f.text, "。") }

// other reads a sentence that has no word of the field.
func (t *topic) other(text string, mentions []entity.Mention, f *found) {
	t.outage = t.outage || t.sentences <= headSentences && f.isTitle() && outages.In(text)
	if (t.head || t.outage) && t.isSign(text, mentions) {
		t.signs++
	}
	t.course = t.course || t.sentences <= headSentences && len(text) <= maxTitle && !strings.Contains(text, "。") && courses.In(text)
	if len(f.dates) > 0 && f.opensWithDate() {
		t.entries++
	}
}

// isSign reports whether a sentence speaks of what an attack brings with it, or of what police, courts and those who impose sanctions make of it.
func (t *topic) isSign(text string, mentions []entity.Mention) bool {
	return signs.In(text) || courts.In(text) || t.hackers && aides.In(text) || losses.In(text) && systems.In(text) ||
		strings.Contains(text, "被害届") && slices.ContainsFunc(mentions, isVictim)
}

// isVictim reports whether a mention is of an organisation that goes to the police, and not of them.
func isVictim(m entity.Mention) bool {
	return m.Kind == content.Organization && !strings.Contains(m.Surface, "警")
}

// signs are words for what an attack brings with it, and other things too: a kidnapper wants a ransom, a mailer encrypts.
var signs = event.Words("身代金", "脅迫文", "暗号化", "復号", "電子カルテ", "JPCERT", "情報は漏れ", "情報が漏れ", "カード情報", "セキュリティコード", "改ざん", "個人情報保護委員会", "フォレンジック", "カード会社", "犯行声明", "闇サイト")

// losses are such words only beside a system that was attacked: a man breaks into a house, and a team is under attack.
var (
	losses  = event.Words("漏れた", "被害届", "攻撃を受け", "侵入", "パスワード")
	systems = event.Words("カード", "サイト", "情報", "サーバ", "システム", "データ", "ファイル", "アカウント", "ネットワーク", "社内", "端末", "メール", "ログイン", "攻撃者", "復元", "取引所", "口座")
)

// courses are words of a title for the course of what happened.
var courses = event.Words("経緯", "経過", "流れ", "時系列", "タイムライン", "顛末", "てんまつ", "いきさつ", "まとめ")

// attackers are words for those who attack computers, and aides what is said of who helps them with what they took.
var (
	attackers = event.Words("ハッカー", "ハッキング", "サイバー")
	aides     = event.Words("資金洗浄", "マネーロンダリング", "フロント企業", "ダミー会社", "ペーパーカンパニー", "制裁対象", "制裁を受け", "制裁を科", "資産凍結", "資産は凍結", "資産を凍結")
)

// outages are words of the title of a notice whose text may tell of an attack, and denied says that there was none.
var (
	outages = event.Words("障害", "不具合", "システム停止", "システムの停止", "サービス停止", "サービスの停止", "ネットワーク")
	denied  = event.Words("ではありません", "ではございません", "ではない", "可能性は低", "可能性はありません", "確認されておりません", "確認されていません")
)

// courts are words for what police and courts make of the case of which a head tells.
var courts = event.Words("起訴状", "被告は", "再逮捕", "送検", "逮捕容疑", "初公判", "論告", "刑事告訴", "引き渡される", "引き渡された", "引き渡しを", "逃走中")

// isKnown reports whether a mention is of an actor or malware that the registry knows.
func isKnown(m entity.Mention) bool {
	return (m.Kind == content.Actor || m.Kind == content.Malware) && m.Entity != ""
}

// isLabel reports whether a passage is a short line that says nothing: the name of who publishes, a heading.
func (f *found) isLabel() bool {
	return len(f.text) <= maxLabel && !strings.ContainsAny(f.text, "。、がをに")
}

// maxLabel is the length in bytes up to which a line is one.
const maxLabel = 14 * len("字")
