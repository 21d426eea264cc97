package event

// labels are the families of what stands before a date as its label: 発生日時：11月30日, 検知日　12月1日.
var labels = []family{
	{typ: Intrusion, rank: incident, stems: "発生日時 発生日 発生時刻 侵入日時 侵入日 侵入時期 攻撃日時 攻撃日 感染日時 感染日 被害日時 被害発生日"},
	{typ: Disclosure, rank: reporting, stems: "検知日時 検知日 発覚日時 発覚日 発覚時期 判明日時 判明日 発見日時 発見日 覚知日時 覚知日 認知日時 認知日 確認日時"},
	{typ: Notification, rank: reporting, stems: "届出日 届け出日 通報日 通報日時 速報日 確報日 委員会への報告日 当局への報告日"},
	{typ: Seizure, rank: measure, stems: "差押日 押収日 差し押さえ日"},
	{typ: Sanction, rank: measure, stems: "制裁日 指定日 制裁指定日", with: "制裁 財務省 OFAC"},
}
