import Music

/// Names of voices, made from what a file says.
enum VoiceName {
  /// The most bytes of the name of a track that is kept, and of one behind a line, with a number.
  private static let mostBytes = (ofTrack: 40, inAll: 64)

  /// The name of a melodic voice: that of its track where it begins with a known line, else that
  /// behind the kind of its program, so that it is played as such; `melody` stands for a program that
  /// is not chosen.
  ///
  /// Law: a voice that is rendered under its name has it again.
  static func melodic(_ track: String?, _ program: Program?) -> String {
    let kind = program.map(kind) ?? "melody"
    guard let name = track.map(plain), !name.isEmpty else { return kind }
    if case .program = Kit.generalMIDI.byVoice[Voice(name)]?.sound { return name }
    if Voice(name).line != nil, name.utf8.count <= mostBytes.inAll { return name }
    var short = name
    while short.utf8.count > mostBytes.ofTrack || short.last == "-" { short.removeLast() }
    guard !short.isEmpty else { return kind }
    return Voice(short).line == nil ? "\(kind)-\(short)" : short
  }

  /// The letters and numbers of a text in lower case, with hyphens between.
  private static func plain(_ text: String) -> String {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.joined(separator: "-")
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

  /// What sort of instrument a program is: a voice that is known.
  private static func kind(of program: Program) -> String {
    kinds.first { $0.programs.contains(program.number) }?.name ?? "melody"
  }

  /// Source: *General MIDI System Level 1* (RP-003), the groups of the sound set; what is neither
  /// strings nor a choir in the ensembles, and no pad in the effects, is put to them.
  private static let kinds: [(programs: ClosedRange<Int>, name: String)] = [
    (1...8, "piano"), (9...16, "mallets"), (17...24, "organ"), (25...32, "guitar"),
    (33...40, "bass"), (41...52, "strings"), (53...56, "choir"), (57...64, "brass"),
    (65...72, "reed"), (73...80, "pipe"), (81...88, "lead"), (89...104, "pad"),
    (105...112, "plucked"), (113...128, "percussive"),
  ]
}
