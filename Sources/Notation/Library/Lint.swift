public import Music

/// Something in a rhythm that can be read, and is wrong or most likely so.
public struct Lint: Hashable, Sendable {
  /// What is wrong.
  public enum Fault: Hashable, Sendable {
    /// A voice that nothing is known of; the nearest that there is.
    case unknownVoice(String, nearest: String?)
    /// A tempo that nobody plays, in quarter notes a minute.
    case strangeTempo(Int)
    /// Another file of the same name.
    case sameName(path: String)
    /// Another rhythm that sounds the same.
    case sameRhythm(id: String)
  }

  /// The name of the rhythm, or the file where two have one.
  public let subject: String
  /// What is wrong with it.
  public let fault: Fault

  /// The tempi that a rhythm is played at, in quarter notes a minute.
  public static let usualTempi = 20.0...400.0

  /// What is wrong with some rhythms, one by one and together.
  ///
  /// Rhythms that sound the same are let pass where the note of one names the other.
  ///
  /// - Complexity: O(n) for n notes.
  public static func all(of rhythms: [Rhythm]) -> [Lint] {
    rhythms.flatMap(single) + twins(among: rhythms)
  }

  private static func single(_ rhythm: Rhythm) -> [Lint] {
    var faults: [Fault] = []
    for part in rhythm.parts where !isKnown(part.voice) {
      let nearest = Suggestion.nearest(to: part.voice.name, among: Voice.known.keys.sorted())
      faults.append(.unknownVoice(part.voice.name, nearest: nearest))
    }
    let tempi = rhythm.tempo.beatsPerMinute
    for tempo in [tempi.lowerBound, tempi.upperBound] where !usualTempi.contains(tempo) {
      faults.append(.strangeTempo(Int(tempo.rounded())))
    }
    return faults.map { Lint(subject: rhythm.origin.id, fault: $0) }
  }

  /// Whether a voice is known, or a further one of those, as `melody-2` is.
  private static func isKnown(_ voice: Voice) -> Bool {
    if voice.hasOwnRole { return true }
    let parts = voice.name.split(separator: "-")
    guard let last = parts.last, Int(last) != nil else { return false }
    return Voice.known[parts.dropLast().joined(separator: "-")] != nil
  }

  private static func twins(among rhythms: [Rhythm]) -> [Lint] {
    var first: [Rhythm: Origin] = [:]
    var lints: [Lint] = []
    for rhythm in rhythms {
      let origin = rhythm.origin
      guard let other = first[rhythm] else {
        first[rhythm] = origin
        continue
      }
      if !origin.names(other.id) && !other.names(origin.id) {
        lints.append(Lint(subject: origin.id, fault: .sameRhythm(id: other.id)))
      }
    }
    return lints
  }
}

extension Origin {
  /// Whether the note has a name as a word.
  fileprivate func names(_ id: String) -> Bool {
    note.split { !($0.isLetter || $0.isNumber || $0 == "-") }.contains(id[...])
  }
}

extension Library {
  /// Files that have the name of another in the same folder.
  public var lints: [Lint] {
    duplicates.map { Lint(subject: $0.path, fault: .sameName(path: $0.other)) }
  }
}

extension Lint.Fault {
  /// The fault in a few words, to stand after `error:`.
  public var message: String {
    switch self {
    case .unknownVoice(let name, _): "no instrument is known for the voice '\(name.excerpt)'"
    case .strangeTempo(let rate): "nobody plays at \(rate) quarter notes a minute"
    case .sameName(let path): "'\(path.excerpt)' has the same name"
    case .sameRhythm(let id): "'\(id.excerpt)' sounds the same"
    }
  }

  /// What to do about it, as an instruction.
  public var advice: String {
    switch self {
    case .unknownVoice(_, let nearest):
      nearest.map { "did you mean '\($0)'?" } ?? "use a voice of Patterns/README.md"
    case .strangeTempo: "check what is counted: '3/8=120' counts dotted quarters; 20 to 400"
    case .sameName: "give one of them another name"
    case .sameRhythm(let id): "keep one, or name '\(id.excerpt)' in the note"
    }
  }
}
