import ArgumentParser
import Composer
import Music
import Notation

/// What becomes what in a blend, and how far each aspect of it is.
struct BlendingOptions: ParsableArguments {
  @Option(
    name: .customLong("map"), parsing: .singleValue,
    help: ArgumentHelp(
      """
      A sound of the first and what it becomes in the second, such as tek:snare or \
      dombyra.accents:clap (or .strokes); 'tek:' goes and ':snare' comes alone. Several with \
      commas, or said several times.
      """, valueName: "sound:sound"),
    transform: Self.pairs)
  var map: [[SoundMap.Pair]] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      """
      Blend only some aspects and leave the others as in the first: onsets, accents, timing, \
      lengths or voices; several with commas, or said several times.
      """, valueName: "aspects"),
    transform: Self.aspects)
  var only: [[Amounts.Aspect]] = []

  @Option(help: "How far where notes stand is, apart from the rest, which else stays at 0.")
  var onsets: Double?

  @Option(help: "How far velocities and strokes are, apart from the rest.")
  var accents: Double?

  @Option(help: "How far micro-timing and tempo are, apart from the rest.")
  var timing: Double?

  @Option(help: "How far lengths of notes are, apart from the rest.")
  var lengths: Double?

  @Option(help: "How far who plays the notes is, apart from the rest.")
  var voices: Double?

  @Flag(help: "Tell where each note comes from, and measure the blend between its ends.")
  var explain = false

  @Flag(help: "Print JSON, with --explain.")
  var json = false

  func validate() throws {
    for (aspect, number) in apart where !(0...1).contains(number) {
      throw ValidationError("--\(aspect) is from 0 to 1")
    }
    guard !json || explain else { throw ValidationError("--json goes with --explain") }
  }

  /// The aspects that have an amount of their own.
  private var apart: [(aspect: Amounts.Aspect, number: Double)] {
    Amounts.Aspect.allCases.compactMap { aspect in
      let number =
        switch aspect {
        case .onsets: onsets
        case .accents: accents
        case .timing: timing
        case .lengths: lengths
        case .voices: voices
        }
      return number.map { (aspect, $0) }
    }
  }

  /// How far a blend is where nothing is said: half way, or not at all beside amounts of their own.
  var usualAmount: Amount { Amount(apart.isEmpty ? 0.5 : 0) }

  /// The amounts of all aspects, where one is said for all that have none of their own.
  func amounts(at amount: Amount) -> Amounts {
    var amounts =
      only.isEmpty ? Amounts(amount) : Amounts(amount, only: only.flatMap(\.self))
    for (aspect, number) in apart { amounts[aspect] = Amount(number) }
    return amounts
  }

  private static func aspects(_ text: String) throws -> [Amounts.Aspect] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { word in
      guard let aspect = Amounts.Aspect(rawValue: String(word)) else {
        let names = Amounts.Aspect.allCases.map(\.rawValue)
        throw ValidationError("--only is one or more of \(names.joined(separator: ", "))")
      }
      return aspect
    }
  }

  /// Pairs of sounds, in the order in which they were said.
  var pairs: [SoundMap.Pair] { map.flatMap(\.self) }

  private static func pairs(_ text: String) throws -> [SoundMap.Pair] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { text in
      guard let pair = SoundMap.Pair(text) else {
        throw ValidationError("--map is a pair such as tek:snare or dombyra.accents:clap")
      }
      return pair
    }
  }
}

extension Failure {
  /// What stops the blend of two rhythms; a voice that is not there with what was perhaps meant.
  init(_ error: ComposerError, blending first: Rhythm, _ second: Rhythm) {
    switch error {
    case .noVoice(let voice, let id, let voices):
      let names = voices.map(\.name)
      let other = first.origin.id == id ? second : first
      let advice =
        if let nearest = Suggestion.nearest(to: voice.name, among: names) {
          "did you mean '\(nearest)'?"
        } else if other[voice] != nil {
          "\(other.origin.id) has it: turn the pair round"
        } else {
          error.advice
        }
      self.init(
        code: .noInput,
        message: "--map: error: \(error.message.printable)\n\(advice.printable)")
    case .soundTwice: self.init(error, in: "--map")
    default: self.init(error, in: "\(first.origin.id), \(second.origin.id)")
    }
  }
}
