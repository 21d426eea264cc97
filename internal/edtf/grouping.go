package edtf

// A grouping is a part of a year that is longer than a month, with the number that stands for it in the place of the month.
type grouping struct {
	first, months int // the first month, and how many
	ja, en        string
	of            bool // "first quarter of 2024", but "spring 2024"
}

// groupings are those of ISO 8601-2, from 21 on: seasons wherever they are, seasons of each hemisphere, quarters,
// thirds and halves of a year. The seasons of the south are half a year away from those of the north.
var groupings = [...]grouping{
	{3, 3, "春", "spring", false}, {6, 3, "夏", "summer", false}, {9, 3, "秋", "autumn", false}, {12, 3, "冬", "winter", false},
	{3, 3, "春（北半球）", "northern spring", false}, {6, 3, "夏（北半球）", "northern summer", false},
	{9, 3, "秋（北半球）", "northern autumn", false}, {12, 3, "冬（北半球）", "northern winter", false},
	{9, 3, "春（南半球）", "southern spring", false}, {12, 3, "夏（南半球）", "southern summer", false},
	{3, 3, "秋（南半球）", "southern autumn", false}, {6, 3, "冬（南半球）", "southern winter", false},
	{1, 3, "第1四半期", "first quarter", true}, {4, 3, "第2四半期", "second quarter", true},
	{7, 3, "第3四半期", "third quarter", true}, {10, 3, "第4四半期", "fourth quarter", true},
	{1, 4, "1〜4月期", "first third", true}, {5, 4, "5〜8月期", "second third", true}, {9, 4, "9〜12月期", "last third", true},
	{1, 6, "上半期", "first half", true}, {7, 6, "下半期", "second half", true},
}

// firstGrouping is the number of the first of them.
const firstGrouping = 21

func isGrouping(month int) bool {
	return month >= firstGrouping && month < firstGrouping+len(groupings)
}

// grouping returns the part of the year that stands in the place of the month.
func (d date) grouping() (grouping, bool) {
	if !isGrouping(d.month) {
		return grouping{}, false
	}
	return groupings[d.month-firstGrouping], true
}
