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

  /// Where a sweep begins and where it ends.
  struct ClosedSweep {
    let from: Amount
    let to: Amount
  }

  func validate() throws {
    guard at == nil || sweep == nil else { throw ValidationError("say --at or --sweep, not both") }
    guard at.map((0...1).contains) ?? true else { throw ValidationError("--at is from 0 to 1") }
  }

  /// Whether an amount was asked for.
  var isAsked: Bool { at != nil || sweep != nil }

  /// The amount of each bar.
  ///
  /// - Parameters:
  ///   - bars: How many bars there are.
  ///   - usual: The amount where none was asked for.
  func amounts(bars: Int, usual: Amount) -> [Amount] {
    guard let sweep else {
      return Array(repeating: at.map { Amount($0) } ?? usual, count: bars)
    }
    return Amount.sweep(from: sweep.from, to: sweep.to, bars: bars)
  }

  private static func sweep(_ text: String) throws -> ClosedSweep {
    let sides = text.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
    guard sides.count == 2, let from = sides[0], let to = sides[1],
      (0...1).contains(from), (0...1).contains(to)
    else { throw ValidationError("--sweep is two amounts from 0 to 1, such as 0:1") }
    return ClosedSweep(from: Amount(from), to: Amount(to))
  }
}
