import Music
import Testing

@testable import Composer

@Suite struct PadTests {
  private static let corners: [(Fraction, Fraction)] = [(0, 0), (1, 0), (Fraction(1, 2), 1)]

  /// Law: at a rhythm's own place it has everything.
  @Test(arguments: 0..<3)
  func `a corner of the triangle is one rhythm`(index: Int) {
    let (x, y) = Self.corners[index]
    let weights = Pad.triangle.weights(at: PadPlace(x: x, y: y))
    #expect(weights == MixWeights(only: index, of: 3))
    #expect(weights.only == index)
  }

  /// Law: at a rhythm's own place it has everything.
  @Test(arguments: [(1, 1), (2, 2), (3, 2), (5, 5), (1, 4), (9, 3)])
  func `a crossing of the grid is one rhythm`(columns: Int, rows: Int) {
    for row in 0..<rows {
      for column in 0..<columns {
        let place = PadPlace(
          x: Fraction(column, max(1, columns - 1)), y: Fraction(row, max(1, rows - 1)))
        let weights = Pad.grid(columns: columns, rows: rows).weights(at: place)
        let most = weights.steps.indices.max { weights.steps[$0] < weights.steps[$1] }
        #expect(most == row * columns + column)
        // Thirds and eighths of the way are not whole steps.
        #expect(weights.steps.max() ?? 0 >= Amount.steps - 16)
      }
    }
  }

  /// Law: the shares are together one, and a step of the place moves them little.
  @Test(arguments: [Pad.triangle, .grid(columns: 2, rows: 2), .grid(columns: 4, rows: 3)])
  func `shares change gradually`(pad: Pad) {
    for y in 0...20 {
      var before: [Int]?
      for x in 0...64 {
        let steps = pad.weights(at: PadPlace(x: Fraction(x, 64), y: Fraction(y, 20))).steps
        #expect(steps.count == pad.count && steps.reduce(0, +) == Amount.steps)
        #expect(steps.allSatisfy { $0 >= 0 })
        if let before, y < 20 || pad != .triangle {
          let change = zip(before, steps).map { abs($0 - $1) }.max() ?? 0
          #expect(change <= Amount.steps / 64 * 20)
        }
        before = steps
      }
    }
  }

  @Test func `the middle of the triangle belongs to all three`() {
    let weights = Pad.triangle.weights(at: PadPlace(x: Fraction(1, 2), y: Fraction(1, 3)))
    #expect(weights.steps.allSatisfy { abs($0 - Amount.steps / 3) <= 1 })
  }

  @Test func `the middle of four is a quarter of each`() {
    let weights = Pad.grid(columns: 2, rows: 2)
      .weights(at: PadPlace(x: Fraction(1, 2), y: Fraction(1, 2)))
    #expect(weights.steps == Array(repeating: Amount.steps / 4, count: 4))
  }

  @Test func `a place beside the pad is at its edge`() {
    #expect(PadPlace(x: -3, y: 7) == PadPlace(x: 0, y: 1))
    #expect(PadPlace(x: Fraction(.max, 3), y: 0) == PadPlace(x: 1, y: 0))
    #expect(PadPlace(x: Fraction(.max / 2, .max), y: 0).x == Fraction(1, 2))
  }

  /// Law: shares are in proportion to the numbers, to a step.
  @Test(arguments: [[1, 1, 1], [0, 5], [7], [1, 2, 3, 4, 5], [1 << 32, 1, 1]])
  func `shares follow their numbers`(parts: [Int]) throws {
    let weights = try #require(MixWeights(parts))
    #expect(weights.steps.reduce(0, +) == Amount.steps)
    let total = parts.reduce(0, +)
    for (part, steps) in zip(parts, weights.steps) {
      #expect(abs(steps * total - part * Amount.steps) < total)
    }
  }

  @Test(arguments: [[], [0, 0], [-1, 2], [1 << 33], [.max, .max]])
  func `what is no share is refused`(parts: [Int]) {
    #expect(MixWeights(parts) == nil)
  }
}
