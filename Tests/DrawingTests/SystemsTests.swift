import Music
import Testing

@testable import Drawing

@Suite struct SystemsTests {
  private static let airy = Systems.Spacing(step: 2, beat: 2, group: 2, bar: 2)
  private static let uneven = Systems.Spacing(step: 7, beat: 1, group: 3, bar: 11)

  /// Law: the lines cover all steps once, and each fits the width or has one step.
  @Test(arguments: 0..<20 as Range<UInt64>, [1, 13, 40, 80, 200, 100_000])
  func `lines cover the picture and fit`(seed: UInt64, width: Int) throws {
    let picture = try picture(seed)
    for spacing in [Self.airy, Self.uneven] {
      let systems = Systems(of: picture, width: width, spacing: spacing)
      #expect(systems.ranges.flatMap(\.self) == Array(0..<picture.steps))
      for range in systems.ranges {
        let offsets = systems.offsets(in: range)
        #expect(range.count == 1 || (offsets.last ?? 0) <= width)
        #expect(zip(offsets, offsets.dropFirst()).allSatisfy { $1 - $0 >= spacing.step })
      }
    }
  }

  /// Law: bars stay whole where each of them fits in a line.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a bar that fits is not broken`(seed: UInt64) throws {
    let picture = try picture(seed)
    let widest =
      picture.panels[0].bars.map { bar in
        2 * bar.range.count + 4
          + 2 * bar.range.dropFirst().count { picture.panels[0].marks[$0].border != .none }
      }.max() ?? 0
    let systems = Systems(of: picture, width: widest, spacing: Self.airy)
    #expect(systems.keepsBars)
    let narrower = Systems(of: picture, width: widest - 1, spacing: Self.airy)
    #expect(!narrower.keepsBars)
  }

  /// Law: a wider page never has more lines, where bars stay whole.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `more room is never more lines`(seed: UInt64) throws {
    let picture = try picture(seed)
    let all = (1...400).map { Systems(of: picture, width: $0, spacing: Self.airy) }
    let counts = all.drop { !$0.keepsBars }.map(\.ranges.count)
    #expect(counts == counts.sorted(by: >))
  }

  @Test(arguments: [
    (42, [1, 1, 1, 1]), (81, [1, 1, 1, 1]), (82, [2, 2]), (121, [2, 2]), (122, [2, 2]),
    (162, [4]),
  ])
  func `equal bars are spread evenly`(width: Int, bars: [Int]) throws {
    let row = String(repeating: "| x............... ", count: 4)
    let rhythm = try Rhythm.written("4/4, 4/4, 4/4, 4/4", grid: "1/16", "kick \(row)|")
    let picture = try Picture(of: [Picture.Subject(rhythm, isFromFile: true)])
    let systems = Systems(of: picture, width: width, spacing: Self.airy)
    #expect(systems.ranges.map { $0.count / 16 } == bars)
  }

  @Test func `two rhythms are broken where both have a bar line`() throws {
    let rhythms = [
      try Rhythm.written("3/4, 3/4, 3/4, 3/4", grid: "1/4", "kick | x.. | x.. | x.. | x.. |"),
      try Rhythm.written("4/4, 4/4, 4/4", grid: "1/4", "hat | x... | x... | x... |"),
      try Rhythm.written("6/4, 6/4", grid: "1/4", "clap | x..... | x..... |"),
    ]
    let picture = try Picture(of: rhythms.map { Picture.Subject($0, isFromFile: true) })
    let systems = Systems(of: picture, width: 34, spacing: Self.airy)
    #expect(systems.ranges == [0..<6, 6..<12] || systems.ranges.count == 1)
  }

  private func picture(_ seed: UInt64) throws -> Picture {
    try Picture(of: [Picture.Subject(try Rhythm.uneven(seed: seed), isFromFile: true)])
  }
}
