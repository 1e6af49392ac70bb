import Composer
import Music

/// The circle of one pair of rhythms: all its rhythms are seen in these ticks.
struct Ring {
  /// The metre of each bar.
  let bars: [Metre]
  let ticksPerWhole: Int
  /// The coarser grid on which both rhythms and all sixteenths lie.
  let slotsPerWhole: Int
  /// The ticks of the whole circle.
  let length: Int
  /// The ticks of the two rhythms' own grids and notes, in order.
  let grid: [Int]

  /// Every rhythm is judged at 120 quarter notes a minute.
  static let millisecondsPerWhole = 2000.0

  /// 480 in a second at 120 quarter notes a minute.
  private static let leastTicksPerWhole = 960

  /// - Parameters:
  ///   - first: The first rhythm.
  ///   - second: The second rhythm, in the same bars.
  ///   - grid: The places of the two grids, in quarter notes.
  /// - Throws: ``Music/MusicError/tooFine`` where no ticks can be counted.
  init(_ first: Rhythm, _ second: Rhythm, grid: [Fraction]) throws {
    let places = (first.parts + second.parts).flatMap { $0.notes.map(\.onset) } + grid
    bars = second.bars
    slotsPerWhole = try Fraction.commonDenominator(
      of: places.map { try $0 / 4 } + bars.map { Fraction(1, $0.unit) } + [Fraction(1, 16)])
    let ticks = try Fraction.leastCommonMultiple(slotsPerWhole, Self.leastTicksPerWhole)
    ticksPerWhole = ticks
    length = second.beats.numerator * ticks / (4 * second.beats.denominator)
    self.grid = Set(places.map { $0.numerator * ticks / (4 * $0.denominator) }).sorted()
  }

  /// The ticks of a sixteenth.
  var sixteenth: Int { ticksPerWhole / 16 }

  /// The shorter way between two places, in ticks.
  func way(_ left: Int, _ right: Int) -> Int {
    let way = abs(left - right)
    return min(way, length - way)
  }

  /// The shorter way between two places, in milliseconds.
  func milliseconds(_ left: Int, _ right: Int) -> Double {
    milliseconds(way(left, right))
  }

  /// Some ticks in milliseconds.
  func milliseconds(_ ticks: Int) -> Double {
    Double(ticks) / Double(ticksPerWhole) * Self.millisecondsPerWhole
  }

  /// A place on the circle, for one anywhere on the line.
  func place(_ tick: Int) -> Int {
    let rest = tick % length
    return rest < 0 ? rest + length : rest
  }

  /// The places of one lane on a coarser grid, each laid on the nearest.
  func onsets(_ hits: [Hit], stepsPerWhole: Int) -> Onsets? {
    let (factor, count) = (ticksPerWhole / stepsPerWhole, length * stepsPerWhole / ticksPerWhole)
    return Onsets(
      bars: bars, stepsPerWhole: stepsPerWhole,
      steps: hits.map { ($0.place + factor / 2) / factor % count })
  }
}
