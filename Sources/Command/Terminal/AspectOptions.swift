import ArgumentParser
import Composer

/// How far each aspect of a blend is.
struct AspectOptions: ParsableArguments {
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

  func validate() throws {
    for (aspect, number) in apart where !(0...1).contains(number) {
      throw ValidationError("--\(aspect) is from 0 to 1")
    }
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

  /// Whether an aspect was asked for apart from the others.
  var isAsked: Bool { !only.isEmpty || !apart.isEmpty }

  /// The amounts of all aspects, where one is said for all that have none of their own.
  func amounts(at amount: Amount) -> Amounts {
    Self.amounts(at: amount, only: only.flatMap(\.self), apart)
  }

  private static func amounts(
    at amount: Amount, only kinds: [Amounts.Aspect],
    _ numbers: [(aspect: Amounts.Aspect, number: Double)]
  ) -> Amounts {
    var amounts = kinds.isEmpty ? Amounts(amount) : Amounts(amount, only: kinds)
    for (aspect, number) in numbers { amounts[aspect] = Amount(number) }
    return amounts
  }

  /// The blend with its aspects apart, where that was asked for.
  ///
  /// - Parameters:
  ///   - blend: The blend.
  ///   - name: What it is called.
  /// - Returns: The blend itself where all aspects go together.
  /// - Throws: `ValidationError` where the blend cannot take them apart.
  func apart(_ blend: any Blending, named name: String) throws -> any Blending {
    guard isAsked else { return blend }
    guard let blend = blend as? any AspectBlending else {
      throw ValidationError("\(name) cannot blend aspects apart")
    }
    let (kinds, numbers) = (only.flatMap(\.self), apart)
    return Apart(blend) { Self.amounts(at: $0, only: kinds, numbers) }
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
}
