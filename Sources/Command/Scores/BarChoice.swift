import ArgumentParser
import Music

/// Which bars of a piece are meant.
enum BarChoice {
  /// So many from the beginning.
  case first(Int)
  /// From one bar to another, both with it, as a musician counts: from 1, and 0 is a pickup.
  case range(ClosedRange<Int>)

  /// Reads `8` or `8-16`.
  init(argument: String) throws {
    let ends = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    switch (ends.first ?? nil, ends.last ?? nil, ends.count) {
    case (let count?, _, 1):
      guard (1...Bounds.pieceBars).contains(count) else {
        throw ValidationError("--bars is from 1 to \(Bounds.pieceBars)")
      }
      self = .first(count)
    case (let first?, let last?, 2) where 0 <= first && first <= last:
      self = .range(min(first, Bounds.pieceBars)...min(last, Bounds.pieceBars))
    default: throw ValidationError("--bars is a number, or a range of two such as 8-16")
    }
  }
}
