public import ArgumentParser
public import Music
import Notation

/// Which rhythms of the library are meant: all that fit everything that is said.
struct SelectionOptions: ParsableArguments {
  @Argument(
    help: """
      Words that the name, the native name, the gloss or a tag has, in Cyrillic, Latin or plain \
      ASCII.
      """)
  var words: [String] = []

  @Option(help: "Only rhythms of a region, such as kazakh.")
  var region: String?

  @Option(help: "Only rhythms with a tag, such as kuy.")
  var tag: String?

  @Option(help: "Only rhythms with a bar of a metre, such as 7/8.", transform: Self.metre)
  var metre: Metre?

  @Option(
    help: "Only rhythms usual at a tempo, or at one of a range: 120 or 118-126, in quarter notes.",
    transform: Self.range)
  var tempo: ClosedRange<Int>?

  @Option(help: "Only rhythms with a voice, such as cowbell.")
  var voice: String?

  @Option(help: "Only rhythms with a letter: A, B or C; a row's own letter counts too.")
  var evidence: Origin.Evidence?

  @Option(
    help: "Only rhythms with so many onsets in all voices together: 5 or 5-8.",
    transform: Self.range)
  var onsets: ClosedRange<Int>?

  /// The rhythms that are meant, of some.
  ///
  /// - Throws: ``Failure`` for a region, tag or voice that none of them has.
  func selected(of rhythms: [Rhythm]) throws -> [Rhythm] {
    try check(region, "region", among: rhythms.map(\.origin.region))
    try check(tag, "tag", among: rhythms.flatMap(\.origin.tags))
    try check(voice, "voice", among: rhythms.flatMap { $0.parts.map(\.voice.name) })
    let keys = words.map(\.searchKey)
    return rhythms.filter { rhythm in fits(rhythm) && rhythm.answers(to: keys) }
  }

  private func fits(_ rhythm: Rhythm) -> Bool {
    let origin = rhythm.origin
    let usual = rhythm.tempo.beatsPerMinute
    return (region.map { $0.lowercased() == origin.region.lowercased() } ?? true)
      && (tag.map { origin.tags.contains($0.lowercased()) } ?? true)
      && (metre.map { metre in
        rhythm.bars.contains { ($0.pulses, $0.unit) == (metre.pulses, metre.unit) }
      } ?? true)
      && (tempo.map {
        usual.overlaps(Double($0.lowerBound)...Double($0.upperBound))
      } ?? true)
      && (voice.map { rhythm[Voice($0)] != nil } ?? true)
      && (evidence.map(rhythm.letters.contains) ?? true)
      && (onsets?.contains(Set(rhythm.parts.flatMap { $0.notes.map(\.onset) }).count) ?? true)
  }

  /// Refuses a word to filter by that no rhythm has, with the nearest that one has.
  private func check(_ word: String?, _ what: String, among known: [String]) throws {
    guard let word, !known.contains(where: { $0.lowercased() == word.lowercased() }) else { return }
    let nearest = Suggestion.nearest(to: word, among: Set(known).sorted())
    let advice =
      nearest.map { "did you mean '\($0)'?" }
      ?? "write one of: \(Set(known).sorted().joined(separator: ", "))"
    throw Failure(
      code: .noInput, message: "error: no rhythm has the \(what) '\(word.printable)'\n\(advice)")
  }

  private static func metre(_ text: String) throws -> Metre {
    do { return try Metre(parsing: text, name: "--metre") } catch {
      throw ValidationError("\(error.fault.message); \(error.fault.advice)")
    }
  }

  private static func range(_ text: String) throws -> ClosedRange<Int> {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let low = ends.first ?? nil, let high = ends.last ?? nil, ends.count <= 2,
      0 <= low, low <= high
    else { throw ValidationError("write a number or a range of two, such as 118-126") }
    return low...high
  }
}

extension Origin.Evidence: ExpressibleByArgument {
  /// A letter, capital or not.
  public init?(argument: String) {
    self.init(rawValue: argument.uppercased())
  }
}

extension Rhythm {
  /// Whether each key is found in what the rhythm is called.
  fileprivate func answers(to keys: [String]) -> Bool {
    guard !keys.isEmpty else { return true }
    let words = [origin.id, origin.name, origin.native, origin.gloss] + origin.tags
    let names = words.map(\.searchKey)
    return keys.allSatisfy { key in names.contains { $0.contains(key) } }
  }

  /// The letters of its rows, the best first.
  var letters: [Origin.Evidence] {
    let own = Set(parts.map { $0.evidence ?? origin.evidence } + [origin.evidence])
    return Origin.Evidence.allCases.filter(own.contains)
  }

  /// Its letter, and behind it those of rows that rest on less: `A` or `A/C`.
  var writtenLetters: String {
    let others = letters.filter { $0 != origin.evidence }.map(\.rawValue)
    return ([origin.evidence.rawValue] + others).joined(separator: "/")
  }
}
