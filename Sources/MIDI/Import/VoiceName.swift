import Music

/// Names of voices, made from what a file says.
enum VoiceName {
  /// The most bytes of a name, and to how many a longer one is cut, so that a number fits behind it.
  private static let bytes = (most: 48, cut: 40)

  /// A text as the name of a melodic voice: its letters and numbers in lower case, with hyphens
  /// between; nothing where it has none.
  ///
  /// A name that a drum has gets `-part` behind it, so that it is not played as that drum.
  ///
  /// Law: a fit name stays as it is.
  static func fit(_ text: String) -> String? {
    var name = ""
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        name.append(character)
      } else if !name.isEmpty, name.last != "-" {
        name.append("-")
      }
    }
    if name.utf8.count > bytes.most {
      while name.utf8.count > bytes.cut { name.removeLast() }
    }
    while name.last == "-" { name.removeLast() }
    guard !name.isEmpty else { return nil }
    if case .drum = Kit.generalMIDI[Voice(name)]?.sound { return name + "-part" }
    return name
  }

  /// A name, or the name with the least number from 2 on behind it that is not taken; then it is.
  static func unique(_ name: String, _ taken: inout Set<String>) -> String {
    var (free, number) = (name, 1)
    while !taken.insert(free).inserted {
      number += 1
      free = "\(name)-\(number)"
    }
    return free
  }

  /// The name of a further voice beside one: its own with the least number from 2 on that is free.
  static func further(than name: String, _ taken: inout Set<String>) -> String {
    let base = base(of: name)
    var number = 2
    while !taken.insert("\(base)-\(number)").inserted { number += 1 }
    return "\(base)-\(number)"
  }

  /// A name without the number behind it.
  static func base(of name: String) -> String {
    guard let hyphen = name.lastIndex(of: "-"), hyphen > name.startIndex,
      Int(name[name.index(after: hyphen)...]) != nil
    else { return name }
    return String(name[..<hyphen])
  }

  /// What sort of instrument a program is.
  static func kind(of program: Program) -> String { kinds[(program.number - 1) / 8] }

  /// Source: *General MIDI System Level 1* (RP-003), the sixteen groups of the sound set.
  private static let kinds = [
    "piano", "mallets", "organ", "guitar", "bass", "strings", "ensemble", "brass", "reed", "pipe",
    "lead", "pad", "synth-effects", "plucked", "percussive", "sound-effects",
  ]
}
