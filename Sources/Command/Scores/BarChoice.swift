import ArgumentParser
import Music
import Notation

/// Which bars of a piece are meant.
enum BarChoice {
  /// So many from the beginning.
  case first(Int)
  /// From one bar to another, both with it, as a musician counts: from 1, and 0 is a pickup.
  case range(ClosedRange<Int>)

  /// The bars of a piece, by their numbers in it.
  ///
  /// - Parameters:
  ///   - title: What the piece is called.
  ///   - count: How many bars it has.
  ///   - first: The number of its first bar: 1, or 0 where it is a pickup.
  /// - Returns: Their numbers, counted from 0.
  /// - Throws: `Failure` where the piece does not have them.
  func bars(of title: String, count: Int, from first: Int) throws -> Range<Int> {
    let asked =
      switch self {
      case .first(let number): first...max(first, number)
      case .range(let range): range
      }
    let last = count - 1 + first
    guard first <= asked.lowerBound, asked.upperBound <= last else {
      throw Failure(
        code: .usage,
        message: "\(title.printable): error: the piece has bars \(first) to \(last)\n"
          + "choose --bars from them")
    }
    return asked.lowerBound - first..<asked.upperBound - first + 1
  }

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
