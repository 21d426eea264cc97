package entity

import "testing"

func TestOrgans(t *testing.T) {
	tests := []findAllCase{
		{"a service in a text about attacks", []string{"港の運営会社がサイバー攻撃を受けた。", "背後に参謀本部情報総局(GRU)がいるという。"},
			[][]string{{}, {"参謀本部情報総局(GRU)?actor"}}},
		{"the same service in one about other things", []string{"参謀本部情報総局(GRU)の庁舎を一般に公開した。"},
			[][]string{{"参謀本部情報総局(GRU)?organization"}}},
		{"with its numbered centre", []string{"ドメインを使っていたのはFSBのハッカーで、", "FSBの第19センター", "連邦保安庁（FSB）第19センターの傘下"},
			[][]string{{"FSB?actor"}, {"FSB?actor", "第19センター?actor"}, {"連邦保安庁（FSB）第19センター?actor"}}},
		{"in quotation marks and full-width digits", []string{"攻撃集団「コガネムシ」は、ＦＳＢの「第１９センター」が運営し、不正アクセスを重ねた。"}, [][]string{{"コガネムシ?actor", "ＦＳＢ?actor", "第１９センター?actor"}}},
		{"a centre as translation leaves it", []string{"サイバー攻撃はFSB の第 19 情報セキュリティ センターが調整した。"}, [][]string{{"FSB?actor", "第 19 情報セキュリティ センター?actor"}}},
		{"without one", []string{"FSBはサイバー攻撃の容疑者を拘束した。"}, [][]string{{"FSB?organization"}}},
		{"to which an attack is given", []string{"このサイバー攻撃は青海国家安全庁によるものと断定した。", "青海国家安全庁は否定した。"},
			[][]string{{"青海国家安全庁?actor"}, {"青海国家安全庁?actor"}}},
		{"sanctioned for attacks, and its short name", []string{"サイバー攻撃に関わった情報治安省（MIZ）を制裁", "MIZは声明で"},
			[][]string{{"情報治安省（MIZ）?actor"}, {"MIZ?actor"}}},
		{"a service abroad that attacks", []string{"漁協へのサイバー攻撃は対外情報庁（SVR）による攻撃だった。", "対外情報庁（SVR）とSVRの名が挙がる。"},
			[][]string{{"対外情報庁（SVR）?actor"}, {"対外情報庁（SVR）?actor", "SVR?actor"}}},
		{"the same in one about other things", []string{"対外情報庁（SVR）の記念館が開いた。"}, [][]string{{"対外情報庁（SVR）?organization"}}},
		{"a numbered part of an army", []string{"不正アクセスの罪で起訴　人民解放軍第77研究所の4人", "人民解放軍第8局の庁舎"},
			[][]string{{"人民解放軍第77研究所?actor"}, {"人民解放軍第8局?actor"}}},
		{"the same in a text about other things", []string{"人民解放軍第77研究所の楽団が演奏した。"}, [][]string{{"人民解放軍?organization"}}},
		{"a trick by its name", []string{"ハッカー集団が「CaptchaDance」の手口により端末を感染させた。", "「CaptchaDance」の手口で情報を盗んだハッカー"}, [][]string{{}, {}}},
		{"a unit as translation leaves it", []string{"3人はGRUの部隊29999に所属し、攻撃に加わった。消防部隊12が出動"}, [][]string{{"GRU?actor", "部隊29999?actor"}}},
	}
	findAllCases(t, tests)
}

func TestOrganRoles(t *testing.T) {
	tests := []findAllCase{
		{"attackers are tied to it", []string{"ハッカー集団「コガネムシ」はFSBとのつながりが指摘される。", "男は国家保衛省の指示で不正アクセスを重ねた。"},
			[][]string{{"コガネムシ?actor", "FSB?organization"}, {"国家保衛省?organization"}}},
		{"it attacks, all its names", []string{"連邦保安庁が電力会社にサイバー攻撃を仕掛けた。", "FSBはコメントしていない。"}, [][]string{{"連邦保安庁?actor"}, {"FSB?actor"}}},
		{"those of it who are wanted for the attack", []string{"不正アクセスの疑いで国家安全保障局（NSA）に所属する3人を指名手配した。", "NSAは"},
			[][]string{{"国家安全保障局（NSA）?actor"}, {"NSA?actor"}}},
		{"those of it who have leaked", []string{"不正アクセスの疑いで国家安全保障局（NSA）の職員2人を機密漏えいで起訴した。"}, [][]string{{"国家安全保障局（NSA）?organization"}}},
		{"an army in a text about attacks, and at drill", []string{"ハッカー集団「コガネムシ」を調べた。", "人民解放軍の4人", "人民解放軍は海で演習をした。"},
			[][]string{{"コガネムシ?actor"}, {"人民解放軍?actor"}, {"人民解放軍?organization"}}},
		{"it makes arrests", []string{"FSBがハッカー集団「コガネムシ」の14人を拘束した。", "FSBによると、サイバー攻撃で"}, [][]string{{"FSB?organization", "コガネムシ?actor"}, {"FSB?organization"}}},
		{"someone has worked there", []string{"ハッカー集団「コガネムシ」の男は2017年にFSBのために働いた。", "FSBから許可を得る手続きをしていた。"},
			[][]string{{"コガネムシ?actor", "FSB?organization"}, {"FSB?organization"}}},
		{"a tie in a text about other things", []string{"国家保衛省の傘下の研究所が桜を植えた。"}, [][]string{{"国家保衛省?organization"}}},
		{"it warns of others", []string{"中央情報局は、ハッカー集団「コガネムシ」が通信会社に侵入したと警告した。", "中央情報局の元職員は、攻撃の手口を中央情報局の職員に説明した。"},
			[][]string{{"中央情報局?organization", "コガネムシ?actor"}, {"中央情報局?organization", "中央情報局?organization"}}},
		{"it is blamed, with its office", []string{"サイバー攻撃を仕掛けたのは国家安全保障局（NSA）の「海底作業弁公室（KSB）」だという。", "国家安全保障局は取材に応じなかった。"},
			[][]string{{"国家安全保障局（NSA）?actor", "海底作業弁公室（KSB）?actor"}, {"国家安全保障局?actor"}}},
		{"its hackers are blamed, and nobody is", []string{"サイバー攻撃を行ったのは国家保衛省（KHS）の支援を受けたハッカーだ。", "警察は国家保衛省の仕業と断定したわけではない。"},
			[][]string{{"国家保衛省（KHS）?organization"}, {"国家保衛省?organization"}}},
		{"it blames another", []string{"国家保衛省は、中央情報局が港の管制網にサイバー攻撃を仕掛けたと発表した。"}, [][]string{{"国家保衛省?organization", "中央情報局?actor"}}},
		{"part of a ministry of justice", []string{"ハッカー集団「コガネムシ」を追う司法省国家安全保障局の関与で"}, [][]string{{"コガネムシ?actor", "司法省国家安全保障局?organization"}}},
		{"that of a victim", []string{"台湾国家安全局に所属する職員が、ハッカー集団「コガネムシ」の侵入を報告した。"}, [][]string{{"台湾国家安全局?organization", "コガネムシ?actor"}}},
	}
	findAllCases(t, tests)
}

func TestStrikes(t *testing.T) {
	for after, want := range map[string]bool{
		"が通信会社に侵入したと発表した。":          true,
		"は電力会社に攻撃を仕掛けた。":            true,
		"は、別の集団が攻撃を仕掛けたとみている。":      false,
		"は、攻撃を仕掛けた男を逮捕した。":          false,
		"が公表した勧告によると、集団は省庁に侵入し、":    false,
		"が攻撃を受けた。":                  false,
		"に侵入したのは":                   false,
		"が男を拘束した。男は会社に侵入したと供述している。": false,
		"":  false,
		"は": false,
		"（別名「ハマグリ」）は省庁のデータを盗み、売っていた。\n": true,
	} {
		if got := strikes(afterAside(after)); got != want {
			t.Errorf("strikes(%q) = %v, want %v", after, got, want)
		}
	}
}
