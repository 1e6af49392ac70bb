@testable import MIDI

extension CorpusFile {
  /// Titles as the world's programs wrote them: the character set, the bytes, and how they read.
  static let titles: [(charset: String, bytes: [UInt8], reading: String)] = [
    ("ASCII", hex("53617279204172716121"), "Sary Arqa!"),
    ("UTF-8", hex("D090D0B4D0B0D0B9"), "Адай"),
    (
      "UTF-8", hex("D29AD2B1D180D0BCD0B0D0BDD293D0B0D0B7D18B3A20D0A1D0B0D180D18BD0B0D180D29BD0B0"),
      "Құрманғазы: Сарыарқа"
    ),
    ("UTF-8", hex("E38195E3818FE38289E38195E3818FE38289"), "さくらさくら"),
    ("UTF-8", hex("46C3BC7220456C697365"), "Für Elise"),
    ("UTF-8", hex("F09D849E20E299A920F09F8EB5"), "𝄞 ♩ 🎵"),
    ("UTF-8 with a mark", hex("EFBBBFD090D0B4D0B0D0B9"), "Адай"),
    (
      "UTF-16, big end first", hex("FEFF0410049B04410430049B0020049B04B1043B0430043D"),
      "Ақсақ құлан"
    ),
    ("UTF-16, little end first", hex("FFFE5283CE576E30086720003CD8B5DF"), "荒城の月 🎵"),
    ("Latin-1", hex("46FC7220456C697365"), "Für Elise"),
    ("Latin-1", hex("4C27E96CE87665"), "L'élève"),
    ("Latin-1", hex("4D616E68E3206465206361726E6176616C"), "Manhã de carnaval"),
    ("Latin-1", hex("A920313939372042F6686D"), "© 1997 Böhm"),
    ("Shift-JIS", hex("82B382AD82E7"), "さくら"),
    ("Shift-JIS", hex("8D728FE982CC8C8E"), "荒城の月"),
    ("Shift-JIS", hex("83688389838020736F6C6F"), "ドラム solo"),
    ("Shift-JIS", hex("8FE382F08CFC82A282C495E082B182A4"), "上を向いて歩こう"),
    ("Shift-JIS", hex("955C8CBB"), "表現"),
    ("Windows-1251", hex("CFEEE4ECEEF1EAEEE2EDFBE520E2E5F7E5F0E0"), "Подмосковные вечера"),
    ("Windows-1251", hex("CAE0F2FEF8E0"), "Катюша"),
    ("Windows-1251", hex("CAC0CBC8CDCAC0"), "КАЛИНКА"),
    ("Windows-1251", hex("C0E4E0E9"), "Адай"),
    ("Windows-1251", hex("C1E0EBE1FBF0E0F3FBED"), "Балбырауын"),
    ("Windows-1251", hex("C1E0F12DE3E8F2E0F0E020286261737329"), "Бас-гитара (bass)"),
    ("Windows-1251", hex("AFF5E0E220EAEEE7E0EA20E7E020C4F3EDE0E9"), "Їхав козак за Дунай"),
    ("Windows-1251", hex("D1FFE1E0F020ECEEE92C20A220E4EEE1F0FB20F7E0F1"), "Сябар мой, ў добры час"),
    ("KZ-1048", hex("8DA2F0ECE0EDBAE0E7FB3A20D1E0F0FBE0F09DE0"), "Құрманғазы: Сарыарқа"),
    ("KZ-1048", hex("C09DF1E09D209DA2EBE0ED"), "Ақсақ құлан"),
    ("KZ-1048", hex("CAB4BEB3EB20E0F8E0F0"), "Көңіл ашар"),
    ("KZ-1048", hex("8DFBE720C6B3E1E5EA"), "Қыз Жібек"),
    ("KZ-1048", hex("A3F1E5EC209DEEBEFBF0"), "Әсем қоңыр"),
    ("KZ-1048", hex("C1A2EBE1A2EB"), "Бұлбұл"),
    ("KZ-1048", hex("AAE0F8FB9D"), "Ғашық"),
    ("KZ-1048", hex("C5F0EAE520F1FBEB9DFBEC"), "Ерке сылқым"),
  ]

  /// A file for each title.
  static let texts = titles.map { title in
    CorpusFile(
      "\(title.reading) in \(title.charset)", .valid, events: .text(title.bytes, .trackName),
      .on(60), .off(60))
  }

  /// Bytes of two hexadecimal digits each.
  private static func hex(_ digits: String) -> [UInt8] {
    let values = digits.utf8.map { UInt8($0 < 0x41 ? $0 - 0x30 : $0 - 0x37) }
    return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
  }
}
