import ArgumentParser
import Composer
import Music
import Notation

/// What becomes what in a blend.
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
