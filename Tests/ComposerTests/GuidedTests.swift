import Music
import Testing
import TestSupport

@testable import Composer

@Suite struct SyncopationTests {
  private static let sixteenths = (0..<16).map { Fraction($0, 4) }

  /// Worked by hand: in 4/4 the halves are one level below the bar, quarters, eighths and sixteenths
  /// below each other.
  @Test(arguments: [
    ("x...x...x...x...", 0),
    // A sixteenth before the second quarter (4 − 2), an eighth before the half (3 − 1).
    ("x..x..x...x.x...", 4),
    // The eighths after each quarter: before quarter 2 (3 − 2), 3 (3 − 1), 4 (3 − 2), the bar (3 − 0).
    ("..x...x...x...x.", 7),
    // One note before the bar, and silence from there on.
    ("...............x", 4),
    ("................", 0),
  ])
  func `a note is as syncopated as the silence after it is stronger`(row: String, sum: Int) throws {
    #expect(try Self.total(of: row) == sum)
  }

  /// Law: however notes came and went, the syncopation is that of the notes that are there.
  @Test(arguments: UInt64(0)..<50)
  func `it does not matter in which order notes come and go`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let bars = Array(
      repeating: BlendCase.metres[Int(seed) % BlendCase.metres.count], count: 1 + Int(seed) % 3)
    let steps = bars.reduce(0) { $0 + $1.pulses * 16 / $1.unit }
    let places = (0..<steps).map { Fraction($0, 4) }
    let levels = try MetricalLevels(bars: bars, places: places)
    var syncopation = Syncopation(levels, at: places)
    var isThere = Array(repeating: false, count: steps)
    var sum = 0
    for _ in 0..<200 {
      let step = Int.random(in: 0..<steps, using: &random)
      isThere[step].toggle()
      sum += syncopation.set(step, isThere[step])
      #expect(sum == Self.plain(isThere, places.map(levels.level)))
    }
  }

  /// Places that a voice never uses count as silence.
  @Test func `silence counts where no note may be`() throws {
    let levels = try MetricalLevels(bars: [.common], places: [Fraction(3, 4), 3])
    var syncopation = Syncopation(levels, at: [Fraction(3, 4), 3])
    #expect(syncopation.set(0, true) == 4)
    // The first now reaches the half (4 − 1), the second the bar (2 − 0).
    #expect(syncopation.set(1, true) == 1)
  }

  private static func total(of row: String) throws -> Int {
    var syncopation = Syncopation(
      try MetricalLevels(bars: [.common], places: sixteenths), at: sixteenths)
    return row.enumerated().reduce(0) { sum, step in
      sum + syncopation.set(step.offset, step.element == "x")
    }
  }

  /// The same by looking at every step after every note.
  private static func plain(_ isThere: [Bool], _ levels: [Int]) -> Int {
    isThere.indices.filter { isThere[$0] }.reduce(0) { sum, step in
      var strongest = Int.max
      var next = (step + 1) % isThere.count
      while !isThere[next] {
        strongest = min(strongest, levels[next])
        next = (next + 1) % isThere.count
      }
      return sum + max(0, levels[step] - strongest)
    }
  }
}

@Suite struct GuidedTests {
  /// Law: the first change is the one that leaves the rhythm nearest to the straight line.
  @Test(arguments: BlendCase.sample)
  func `every change is the best that is left`(pair: BlendPair) throws {
    let settings = Jump.Settings(order: .weak)
    let ends = try Ends(pair.first, pair.second, settings)
    let schedule = try Schedule(ends, isPinned: true)
    guard schedule.changes.count <= Guided.choices else { return }
    let guided = try Guided(from: pair.first, to: pair.second)
    var compass = try Compass(schedule, ends)
    var (left, paid) = (Set(schedule.changes.indices), 0)
    while !left.isEmpty {
      let errors = left.sorted().map { change -> (change: Int, error: Double) in
        compass.toggle(change, isDone: true)
        defer { compass.toggle(change, isDone: false) }
        let price = Double(paid + schedule.changes[change].price)
        return (change, compass.error(at: price / Double(max(1, schedule.price))))
      }
      let least = errors.map(\.error).min() ?? 0
      let best = errors.first { $0.error == least }?.change ?? 0
      compass.toggle(best, isDone: true)
      left.remove(best)
      paid += schedule.changes[best].price
      // Just after this change the blend has done it, with those before it and no other.
      let step = max(1, min(Amount.steps - 1, (paid * Amount.steps) / max(1, schedule.price)))
      let places = try guided.rhythm(
        at: ends.isReversed ? Amount(step: step).reversed : Amount(step: step)
      ).places
      guard paid < schedule.price, schedule.changes[best].price > schedule.price / 1000 else {
        continue
      }
      for change in schedule.changes.indices {
        let note =
          left.contains(change) ? schedule.changes[change].from : schedule.changes[change].to
        #expect(note.map { places.contains(Place(voice: $0.voice, onset: $0.note.onset)) } ?? true)
      }
    }
    #expect(compass.error(at: 1) < 1e-9)
  }

  /// Law: at both ends the rhythm is on the line.
  @Test(arguments: BlendCase.sample)
  func `the line begins and ends at the rhythms`(pair: BlendPair) throws {
    let ends = try Ends(pair.first, pair.second, Jump.Settings())
    let schedule = try Schedule(ends, isPinned: true)
    var compass = try Compass(schedule, ends)
    #expect(compass.error(at: 0) < 1e-9)
    for change in schedule.changes.indices.reversed() { compass.toggle(change, isDone: true) }
    #expect(compass.error(at: 1) < 1e-9)
  }

  @Test func `guided blends keep nearer to the line than others`() throws {
    var sums: [BlendCase.Kind: Double] = [:]
    let kinds: [BlendCase.Kind] = [
      .init(way: .jump, order: .voice), .init(way: .jump, order: .weak), .init(way: .guided),
    ]
    for pair in BlendPair.random {
      for kind in kinds {
        sums[kind, default: 0] += try Self.excursion(BlendCase(pair: pair, kind: kind))
      }
    }
    let (voice, weak) = (sums[kinds[0], default: 0], sums[kinds[1], default: 0])
    #expect(sums[kinds[2], default: 0] < 0.7 * min(voice, weak), "\(sums)")
  }

  @Test func `ground is plainer halfway than tension`() throws {
    var sums: [Jump.Settings.Order: Double] = [:]
    for pair in BlendPair.random {
      for order in [Jump.Settings.Order.ground, .voice, .tension] {
        let blend = try BlendCase(pair: pair, kind: .init(way: .jump, order: order)).blend()
        sums[order, default: 0] += Double(try Self.syncopation(of: blend.rhythm(at: Amount(0.5))))
      }
    }
    #expect(sums[.ground, default: 0] < 0.7 * sums[.tension, default: 0], "\(sums)")
    #expect(sums[.voice, default: 0] < 0.7 * sums[.tension, default: 0], "\(sums)")
  }

  /// The mean distance of a blend's syncopation from the straight line.
  private static func excursion(_ blendCase: BlendCase) throws -> Double {
    let blend = try blendCase.blend()
    let (first, last) = (
      Double(try syncopation(of: blendCase.a)), Double(try syncopation(of: blendCase.b))
    )
    return try (1..<16).reduce(0) { sum, part in
      let now = Double(try syncopation(of: blend.rhythm(at: Amount(Double(part) / 16))))
      return sum + abs(now - first - (last - first) * Double(part) / 16)
    }
  }

  private static func syncopation(of rhythm: Rhythm) throws -> Int {
    try rhythm.parts.reduce(0) { sum, part in
      let places = part.notes.map(\.onset)
      var syncopation = Syncopation(
        try MetricalLevels(bars: rhythm.bars, places: places), at: places)
      return sum + places.indices.reduce(0) { $0 + syncopation.set($1, true) }
    }
  }
}
