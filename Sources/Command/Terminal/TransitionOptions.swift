import ArgumentParser
import Composer
import Music
import Notation

/// How one rhythm becomes another, and which sound which.
struct TransitionOptions: ParsableArguments {
  @Option(
    help: """
      How rhythms of different bars meet; else tile where one length is a multiple of the other, \
      and regroup where not.
      """)
  var fit: Fit?

  @Flag(help: "Turn the first by whole bars to where it is nearest to the other.")
  var align = false

  @Option(
    name: .customLong("operator"), help: "How one becomes the other; jump where nothing is said.")
  var way: Operator?

  @Option(help: "What changes first, with jump, glide and staged; idiom where nothing is said.")
  var order: Jump.Settings.Order?

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

  /// Whether something was asked for that only a blend has.
  var isAsked: Bool { fit != nil || align || way != nil || order != nil || !map.isEmpty }

  func validate() throws {
    guard order == nil || (way ?? .jump).hasOrders else {
      throw ValidationError(
        "\((way ?? .jump).rawValue) has an order of its own: leave --order out")
    }
  }

  /// What a blend depends on besides its rhythms.
  func settings(seed: UInt64) -> Jump.Settings {
    Jump.Settings(seed: seed, order: order ?? Jump.Settings().order, pairs: pairs)
  }

  /// How two rhythms meet.
  func fit(for a: Rhythm, _ b: Rhythm) -> Fit { fit ?? .usual(for: a, b) }

  /// Rhythms in the same bars, each but the last turned to where it is nearest to the last, where
  /// that was asked for.
  func aligned(_ rhythms: [Fit.Fitted]) throws(ComposerError) -> [Fit.Fitted] {
    guard align else { return rhythms }
    let last = rhythms[rhythms.count - 1]
    return try rhythms.dropLast().map { rhythm throws(ComposerError) in
      try rhythm.aligned(to: last)
    } + [last]
  }

  /// The blend of two rhythms.
  func blend(
    from a: Rhythm, to b: Rhythm, seed: UInt64
  ) throws(ComposerError) -> any Blending {
    let (fitted, to) = try fit(for: a, b).fitted(a, to: b)
    let from = try aligned([fitted, to])[0]
    return try (way ?? .jump).blend(
      from: from, to: to, settings: settings(seed: seed))
  }

  /// What a picture of the blend says of how it was made.
  func caption(_ a: Rhythm, _ b: Rhythm) -> String {
    let way = (way ?? .jump).rawValue
    let order = order.map { ", order: \($0.rawValue)" } ?? ""
    let fit = a.bars == b.bars ? "" : ", fit: \(fit(for: a, b).rawValue)"
    return "operator: \(way)\(order)\(fit)"
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
