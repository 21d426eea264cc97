package picture

// Fonts are the files of the fonts of a card: by path, or by name below the archive.
type Fonts struct{ Title, Text string }

// Places are where systems keep fonts in which Japanese can be written, the best ones for a card first.
var Places = [...]Fonts{
	// Noto: Debian and Ubuntu, Fedora, Arch, by hand
	{"/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc", "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"},
	{"/usr/share/fonts/google-noto-serif-cjk-fonts/NotoSerifCJK-Bold.ttc", "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc"},
	{"/usr/share/fonts/noto-cjk/NotoSerifCJK-Bold.ttc", "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc"},
	{"/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc", "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"},
	{"/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Bold.ttc", "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc"},
	{"/usr/share/fonts/noto-cjk/NotoSansCJK-Bold.ttc", "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc"},
	// IPA and VL
	{"/usr/share/fonts/opentype/ipaexfont-mincho/ipaexm.ttf", "/usr/share/fonts/opentype/ipaexfont-gothic/ipaexg.ttf"},
	{"/usr/share/fonts/opentype/ipafont-gothic/ipagp.ttf", "/usr/share/fonts/opentype/ipafont-gothic/ipagp.ttf"},
	// macOS
	{"/System/Library/Fonts/ヒラギノ明朝 ProN.ttc", "/System/Library/Fonts/ヒラギノ角ゴシック W3.ttc"},
	{"/System/Library/Fonts/ヒラギノ角ゴシック W6.ttc", "/System/Library/Fonts/ヒラギノ角ゴシック W3.ttc"},
	// Windows
	{`C:\Windows\Fonts\BIZ-UDMinchoM.ttc`, `C:\Windows\Fonts\BIZ-UDGothicR.ttc`},
	{`C:\Windows\Fonts\yumindb.ttf`, `C:\Windows\Fonts\YuGothM.ttc`},
	{`C:\Windows\Fonts\meiryob.ttc`, `C:\Windows\Fonts\meiryo.ttc`},
	{`C:\Windows\Fonts\msgothic.ttc`, `C:\Windows\Fonts\msgothic.ttc`},
}
