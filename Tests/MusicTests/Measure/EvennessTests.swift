import Foundation
import Testing

@testable import Music

@Suite struct EvennessTests {
  private static let nearly = 1e-14

  /// Law: the point after p of q parts of a turn has the cosine and sine of 2πp/q.
  @Test(arguments: 1...64)
  func `points lie where sine and cosine say`(parts: Int) {
    for turn in -2 * parts...3 * parts {
      let point = UnitVector(turn: turn, of: parts)
      let angle = 2 * Double.pi * Double(turn) / Double(parts)
      #expect(abs(point.x - cos(angle)) < Self.nearly && abs(point.y - sin(angle)) < Self.nearly)
    }
  }

  @Test func `quarter turns are exact`() {
    let points = (0..<4).map { UnitVector(turn: 5 * $0, of: 20) }
    #expect(points.map(\.x) == [1, 0, -1, 0])
    #expect(points.map(\.y) == [0, 1, 0, -1])
  }

  // A quarter apart, the mean of 1 and i has the length √½, and so has that of 1 and -i, against
  // the two corners. An eighth apart the mean of the points has the length cos 22.5° = √(2+√2)/2,
  // and against the corners that of 1 and exp(-i 135°) has cos 67.5° = √(2-√2)/2.
  @Test func `two onsets by hand`() throws {
    let quarter = try Onsets("x.x.....")
    #expect(abs(try #require(quarter.evenness) - 0.5.squareRoot()) < Self.nearly)
    #expect(abs(try #require(quarter.balance) - (1 - 0.5.squareRoot())) < Self.nearly)
    let eighth = try Onsets("xx......")
    let root = 2.0.squareRoot()
    #expect(abs(try #require(eighth.evenness) - (2 - root).squareRoot() / 2) < Self.nearly)
    #expect(abs(try #require(eighth.balance) - (1 - (2 + root).squareRoot() / 2)) < Self.nearly)
  }

  /// From the tests of the program rhythmtoolbox, which has them of a linear-algebra library.
  @Test(arguments: [
    ("x..x..x..x..x...", 0.9297693395285831), ("x..xxxx.x.x.xxx.", 0.9609819355967744),
  ])
  func `balance as another program has it`(text: String, balance: Double) throws {
    #expect(abs(try #require(Onsets(text).balance) - balance) < Self.nearly)
  }

  @Test func `one onset is even and out of balance, none is neither`() throws {
    let one = try Onsets("..x.....")
    #expect(one.evenness == 1)
    #expect(one.balance == 0)
    #expect(try Onsets("........").evenness == nil)
    #expect(try Onsets("........").balance == nil)
  }

  /// Law: both lie from 0 to 1 and stay the same when the rhythm is turned; evenness is 1 for
  /// regular polygons only, which are in perfect balance.
  @Test(arguments: [8, 12])
  func `turning changes nothing, and only polygons are even`(count: Int) throws {
    for onsets in try Onsets.all(of: count).dropFirst() {
      let evenness = try #require(onsets.evenness)
      let balance = try #require(onsets.balance)
      #expect((0...1).contains(evenness) && (0...1).contains(balance))
      let isPolygon = Set(onsets.intervals).count == 1
      #expect((evenness > 1 - 1e-9) == isPolygon)
      if isPolygon, onsets.count > 1 { #expect(balance > 1 - Self.nearly) }
      let turned = try onsets.turned(by: 3)
      #expect(abs(try #require(turned.evenness) - evenness) < Self.nearly)
      #expect(abs(try #require(turned.balance) - balance) < Self.nearly)
    }
  }

  /// Law: what is added and what is left out pull equally strongly: k(1-b) is the same for both.
  @Test func `a rhythm and its rests are in one balance`() throws {
    for bits in 1..<1 << 10 - 1 {
      let onsets = try Onsets(bits: bits, of: 10)
      let rests = try Onsets(bits: 1 << 10 - 1 - bits, of: 10)
      let pull = Double(onsets.count) * (1 - (try #require(onsets.balance)))
      let other = Double(rests.count) * (1 - (try #require(rests.balance)))
      #expect(abs(pull - other) < 1e-12)
    }
  }

  /// Law: no rhythm of as many onsets is more even than the Euclidean one.
  @Test(arguments: 2...12)
  func `Euclidean rhythms are the most even`(count: Int) throws {
    let best = try (0...count).map { onsets in
      let slots = euclideanRhythm(onsets: onsets, slots: count)
      let bits = slots.indices.reduce(0) { $0 | (slots[$1] ? 1 << $1 : 0) }
      return try Onsets(bits: bits, of: count).evenness
    }
    for onsets in try Onsets.all(of: count).dropFirst() {
      let most = try #require(best[onsets.count])
      #expect(try #require(onsets.evenness) < most + Self.nearly)
    }
  }

  // The triangle 0, 4, 8 and the diameter 1, 7 on twelve steps.
  @Test func `a sum of polygons is balanced, though not even`() throws {
    let sum = try Onsets("xx..x..xx...")
    #expect(abs(try #require(sum.balance) - 1) < Self.nearly)
    #expect(try #require(sum.evenness) < 0.99)
  }
}
