package entity

import "testing"

func TestOrgans(t *testing.T) {
	tests := []findAllCase{
		{"a service in a text about attacks", []string{"港の運営会社がサイバー攻撃を受けた。", "背後に参謀本部情報総局(GRU)がいるという。"},
			[][]string{{}, {"参謀本部情報総局(GRU)?actor"}}},
		{"the same service in one about other things", []string{"参謀本部情報総局(GRU)の庁舎を一般に公開した。"},
			[][]string{{"参謀本部情報総局(GRU)?organization"}}},
		{"with its numbered centre", []string{"ドメインを使っていたのはFSBのハッカーで、", "FSBの第19センター", "連邦保安庁（FSB）第19センターの傘下"},
			[][]string{{"FSB?actor"}, {"FSB?actor"}, {"連邦保安庁（FSB）第19センター?actor"}}},
		{"in quotation marks and full-width digits", []string{"攻撃集団「コガネムシ」は、ＦＳＢの「第１９センター」が運営し、不正アクセスを重ねた。"}, [][]string{{"コガネムシ?actor", "ＦＳＢ?actor"}}},
		{"without one", []string{"FSBはサイバー攻撃の容疑者を拘束した。"}, [][]string{{"FSB?organization"}}},
		{"to which an attack is given", []string{"このサイバー攻撃は青海国家安全庁によるものと断定した。", "青海国家安全庁は否定した。"},
			[][]string{{"青海国家安全庁?actor"}, {"青海国家安全庁?actor"}}},
		{"sanctioned for attacks, and its short name", []string{"サイバー攻撃に関わった情報治安省（MIZ）を制裁", "MIZは声明で"},
			[][]string{{"情報治安省（MIZ）?actor"}, {"MIZ?actor"}}},
		{"a service abroad in a text about attacks", []string{"漁協がサイバー攻撃を受けた。", "対外情報庁（SVR）とSVRの名が挙がる。"},
			[][]string{{}, {"対外情報庁（SVR）?actor", "SVR?actor"}}},
		{"the same in one about other things", []string{"対外情報庁（SVR）の記念館が開いた。"}, [][]string{{"対外情報庁（SVR）?organization"}}},
		{"a numbered part of an army", []string{"不正アクセスの罪で起訴　人民解放軍第77研究所の4人", "人民解放軍第8局の庁舎"},
			[][]string{{"人民解放軍第77研究所?actor"}, {"人民解放軍第8局?actor"}}},
		{"the same in a text about other things", []string{"人民解放軍第77研究所の楽団が演奏した。"}, [][]string{{"人民解放軍?organization"}}},
		{"a trick by its name", []string{"ハッカー集団が「CaptchaDance」の手口により端末を感染させた。", "「CaptchaDance」の手口で情報を盗んだハッカー"}, [][]string{{}, {}}},
		{"a unit as translation leaves it", []string{"3人はGRUの部隊29999に所属し、攻撃に加わった。消防部隊12が出動"}, [][]string{{"GRU?actor", "部隊29999?actor"}}},
	}
	findAllCases(t, tests)
}
