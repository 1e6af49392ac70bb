import ArgumentParser
import Composer
import Music

/// What is done to a blend after it was made.
struct ShapingOptions: ParsableArguments {
  @Option(
    help: "Keep only the strongest notes: so much of them, such as 60%.", transform: Self.share)
  var keep: Amount?

  @Option(
    help: "Add notes at the strongest free places: so many of each voice's own, such as 20%.",
    transform: Self.share)
  var fill: Amount?

  @Option(
    help: """
      Bring the syncopation as near to a number as the rhythms allow: levels of the metre for each \
      note, after Longuet-Higgins and Lee; 0 is none, 1 is much. What was reached is printed.
      """,
    transform: Self.syncopation)
  var syncopation: Fraction?

  @Flag(help: "Let sounds of one instrument end each other: hats, triangles, guiros.")
  var choke = false

  @Option(
    help:
      "Leave out notes that sound nearer than so many milliseconds to a louder one; 60 is a flam.")
  var resolve: Double?

  func validate() throws {
    guard resolve.map({ $0 > 0 && $0 <= 1000 }) ?? true else {
      throw ValidationError("--resolve is above 0, and at most 1000 milliseconds")
    }
  }

  /// What is asked for.
  var shaping: Shaping {
    var shaping = Shaping()
    shaping.kept = keep ?? shaping.kept
    shaping.filled = fill ?? shaping.filled
    shaping.syncopation = syncopation
    shaping.chokes = choke ? .usual : nil
    shaping.window = Int(((resolve ?? 0) * 1000).rounded())
    return shaping
  }

  /// How near the syncopation came to what was asked for.
  func report(of plan: BlendPlan) -> String {
    guard let goal = syncopation, let reached = plan.reached else { return "" }
    let ends = [reached.lowerBound, reached.upperBound].map(Self.hundredths)
    let text = ends[0] == ends[1] ? ends[0] : "\(ends[0]) to \(ends[1])"
    return "syncopation: \(text), asked for \(Self.hundredths(goal))\n"
  }

  private static func hundredths(_ number: Fraction) -> String {
    ((number.approximation * 100).rounded() / 100).shortened
  }

  private static func share(_ text: String) throws -> Amount {
    let isPercent = text.hasSuffix("%")
    guard let number = Double(isPercent ? text.dropLast() : text[...]),
      (0...(isPercent ? 100 : 1)).contains(number)
    else { throw ValidationError("write a share from 0% to 100%, such as 60% or 0.6") }
    return Amount(isPercent ? number / 100 : number)
  }

  private static func syncopation(_ text: String) throws -> Fraction {
    guard let number = Double(text), (0...16).contains(number) else {
      throw ValidationError("--syncopation is from 0 to 16 levels for each note, such as 0.4")
    }
    return Fraction(Int((number * 65_536).rounded()), 65_536)
  }
}
