extension String {
  /// The text as it is compared when something is searched by name.
  ///
  /// Kazakh in Cyrillic, in any Latin spelling and in plain ASCII have one key: accents are left
  /// out, Cyrillic letters are written as sounds, and letters that spellings use for one sound
  /// (`q k`, `zh j`, `y i`, `w u`) are one.
  ///
  ///     "Көроғлы".searchKey == "Körogly".searchKey  // both "korogli"
  ///
  /// - Complexity: O(n).
  public var searchKey: String {
    var plain = ""
    for scalar in lowercased().unicodeScalars {
      if scalar.isASCII {
        plain.unicodeScalars.append(scalar)
      } else if let sound = Self.sounds[scalar] {
        plain += sound
      } else if !scalar.properties.generalCategory.isMark {
        plain.unicodeScalars.append(scalar)
      }
    }
    for (spelling, one) in Self.spellings {
      plain = plain.split(separator: spelling, omittingEmptySubsequences: false)
        .joined(separator: one)
    }
    return plain
  }

  /// Spellings of one sound, longer ones first.
  private static let spellings = [
    ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ch", "c"), ("sh", "s"), ("iy", "i"), ("yi", "i"),
    ("q", "k"), ("y", "i"), ("w", "u"),
  ]

  private static let sounds: [Unicode.Scalar: String] = {
    var sounds: [Unicode.Scalar: String] = [:]
    for (letters, sound) in cyrillic + latin {
      for scalar in letters.unicodeScalars { sounds[scalar] = sound }
    }
    return sounds
  }()

  /// Source: the Kazakh Cyrillic alphabet and its usual romanization; letters of other languages in
  /// Cyrillic besides.
  private static let cyrillic = [
    ("аә", "a"), ("б", "b"), ("в", "v"), ("гғ", "g"), ("д", "d"), ("еэє", "e"), ("ё", "yo"),
    ("жҗ", "zh"), ("з", "z"), ("иійї", "i"), ("кќ", "k"), ("қ", "q"), ("л", "l"), ("м", "m"),
    ("нң", "n"), ("оө", "o"), ("п", "p"), ("р", "r"), ("с", "s"), ("т", "t"), ("уұүў", "u"),
    ("ф", "f"), ("х", "kh"), ("һ", "h"), ("ц", "ts"), ("ч", "ch"), ("ш", "sh"), ("щ", "sh"),
    ("ъь", ""), ("ы", "y"), ("ю", "yu"), ("я", "ya"),
  ]

  private static let latin = [
    ("áàâäãåāăą", "a"), ("çćč", "c"), ("ďđ", "d"), ("éèêëēęě", "e"), ("ğǵġ", "g"), ("ħ", "h"),
    ("íìîïīıİ", "i"), ("ķ", "k"), ("łļ", "l"), ("ñńňŋ", "n"), ("óòôöõøōő", "o"), ("řŕ", "r"),
    ("śšşș", "s"), ("ťțţ", "t"), ("úùûüūůű", "u"), ("ýÿ", "y"), ("źżž", "z"), ("æ", "ae"),
    ("œ", "oe"), ("ß", "ss"), ("’ʼʻ`ʹ", ""),
  ]
}

extension Unicode.GeneralCategory {
  fileprivate var isMark: Bool {
    switch self {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
