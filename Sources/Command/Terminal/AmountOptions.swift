import ArgumentParser
import Composer
import Music

/// How far a blend is on its way, and how that changes.
struct AmountOptions: ParsableArguments {
  @Option(
    help: "How far from the first to the last rhythm, from 0 to 1; 0.5 where nothing is said.")
  var at: Double?

  @Option(help: "From one amount to another over the bars, such as 0:1.", transform: Self.sweep)
  var sweep: ClosedSweep?

  @Option(
    help: """
      How a sweep goes: linear; smooth; hold:4, for so many bars first; there-and-back:2, in so \
      many ways; steps:4, in phrases of so many bars.
      """,
    transform: Self.shape)
  var curve: Curve.Shape?

  @Option(help: "Where the amount of a sweep changes: at bars, beats or steps of the grid.")
  var curveAt: Places = .bars

  @Option(
    help: "How much later backbeats and low voices set out than hats: from 0 to 8; all arrive at 1."
  )
  var lag: Double?

  /// Where a sweep begins and where it ends.
  struct ClosedSweep {
    let from: Amount
    let to: Amount
  }

  /// Where an amount may change.
  enum Places: String, CaseIterable, ExpressibleByArgument {
    case bars, beats, steps
  }

  func validate() throws {
    guard at == nil || sweep == nil else { throw ValidationError("say --at or --sweep, not both") }
    guard at.map((0...1).contains) ?? true else { throw ValidationError("--at is from 0 to 1") }
    guard sweep != nil || (curve == nil && curveAt == .bars) else {
      throw ValidationError("--curve and --curve-at are for a sweep: say --sweep 0:1")
    }
    guard lag.map((0...8).contains) ?? true else { throw ValidationError("--lag is from 0 to 8") }
  }

  /// Whether an amount was asked for.
  var isAsked: Bool { at != nil || sweep != nil }

  /// The lag that is asked for, or none.
  var voiceLag: Lag { Lag(Fraction(Int(((lag ?? 0) * 65_536).rounded()), 65_536)) }

  /// The way that the amount takes over the bars: from one end of the sweep to the other, or nowhere.
  ///
  /// - Parameter usual: The amount where none was asked for.
  /// - Returns: The curve, which is one amount where there is no sweep.
  func way(usual: Amount) -> Curve {
    let still = at.map { Amount($0) } ?? usual
    return Curve(curve ?? .linear, from: sweep?.from ?? still, to: sweep?.to ?? still)
  }

  /// How long an amount holds in a bar.
  ///
  /// - Parameters:
  ///   - bar: The bar's metre.
  ///   - grid: The step of the blend's grid, as a part of a whole note.
  /// - Returns: The time in quarter notes; for steps a 64th of a whole note at least, so that a bar is
  ///   not made of more pieces than can be heard.
  func step(in bar: Metre, grid: Fraction) -> Fraction {
    switch curveAt {
    case .bars: bar.beats
    case .beats: 1
    case .steps: (try? max(grid, Fraction(1, 64)) * 4) ?? 1
    }
  }

  private static func sweep(_ text: String) throws -> ClosedSweep {
    let sides = text.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
    guard sides.count == 2, let from = sides[0], let to = sides[1],
      (0...1).contains(from), (0...1).contains(to)
    else { throw ValidationError("--sweep is two amounts from 0 to 1, such as 0:1") }
    return ClosedSweep(from: Amount(from), to: Amount(to))
  }

  private static func shape(_ text: String) throws -> Curve.Shape {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let number =
      parts.count == 2 ? Int(parts[1]).flatMap { 1...Bounds.pieceBars ~= $0 ? $0 : nil } : nil
    switch (parts.first, parts.count, number) {
    case ("linear", 1, _): return .linear
    case ("smooth", 1, _): return .smooth
    case ("hold", 2, let bars?): return .hold(bars: bars)
    case ("there-and-back", 2, let ways?): return .thereAndBack(ways: ways)
    case ("steps", 2, let bars?): return .steps(bars: bars)
    default:
      throw ValidationError(
        "--curve is linear, smooth, hold:4, there-and-back:2 or steps:4, with 1 to "
          + "\(Bounds.pieceBars)")
    }
  }
}
