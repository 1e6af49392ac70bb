import Music
import TestSupport
import Testing

@testable import Composer

/// The laws of blends in which notes slide, before notes in one slot are resolved.
@Suite struct GlideLawTests {
  /// A planned glide, opened.
  private struct Plan {
    let ends: Ends
    let schedule: Schedule
    let notes: [PlannedNote]

    init(_ pair: BlendPair, reach: Fraction = 1) throws {
      ends = try Ends(
        pair.first, pair.second, Jump.Settings(reach: reach), writesFeel: true)
      schedule = try Schedule(ends, isPinned: false)
      notes = try schedule.slidingPassages(between: ends, alone: .fading).flatMap(\.notes)
    }

    /// The notes of the voices at a step of the plan's own direction.
    func notes(at step: Int) throws -> [Note] {
      try notes.compactMap { try $0.note(at: step) }
    }

    /// What the whole plan costs.
    var price: Int {
      schedule.shared.reduce(schedule.price) { sum, pair in
        let (from, to) = (pair.from.note.velocity.value, pair.to.note.velocity.value)
        return sum + ends.planner.circle.reach * abs(from - to)
      }
    }
  }

  /// Law: the velocities of all notes together change in proportion to the amount, each rounded.
  @Test(arguments: BlendCase.sample)
  func `strength is handed over evenly`(pair: BlendPair) throws {
    let plan = try Plan(pair)
    func sum(_ notes: [VoicedNote]) -> Int { notes.reduce(0) { $0 + $1.note.velocity.value } }
    let first = sum(plan.ends.lanes.flatMap(\.first))
    let last = sum(plan.ends.lanes.flatMap(\.second))
    for amount in BlendPair.amounts {
      let notes = try plan.notes(at: amount.step)
      let sounding = notes.reduce(0) { $0 + $1.velocity.value }
      let due = first * Amount.steps + (last - first) * amount.step
      let most = plan.schedule.shared.count + 2 * plan.schedule.changes.count
      #expect(abs(sounding * Amount.steps - due) * 2 <= most * Amount.steps, "\(amount.step)")
    }
  }

  /// Law: no note slides further than the reach, and matched notes keep their order around the
  /// circle, in slots of their own.
  @Test(arguments: BlendCase.sample, [Fraction(1, 4), 1, 4])
  func `matched notes keep their order within reach`(pair: BlendPair, reach: Fraction) throws {
    let plan = try Plan(pair, reach: reach)
    let circle = plan.ends.planner.circle
    #expect(plan.schedule.changes.allSatisfy { abs($0.way) <= circle.reach })
    for lane in plan.ends.lanes.indices {
      let name = plan.ends.lanes[lane].first.first?.voice
      let moves = plan.schedule.changes.filter { $0.isMove && $0.lane == lane }
        .map { (place: $0.place, way: $0.way) }
      let kept = plan.schedule.shared.filter { $0.from.voice == name }
        .map { (place: circle.ticks(of: $0.from.note.onset), way: 0) }
      let matched = (moves + kept).sorted { $0.place < $1.place }
      for step in BlendPair.amounts.map(\.step) {
        let places = matched.map { $0.place * Amount.steps + $0.way * step }
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 + Amount.steps <= $1 })
        if let first = places.first, let last = places.last {
          #expect(last - first <= (circle.length - 1) * Amount.steps)
        }
      }
    }
  }

  /// Law: the sum of slot and shift is the place to which a note has slid.
  @Test(arguments: [(0, 3), (14, 4), (1, -3), (7, -7), (15, 16)])
  func `a slot and a shift are the place between`(place: Int, way: Int) throws {
    let bar = try Rhythm.test(bars: [.common], voice: [(15, 100)])
    let slots = try Slide.Slots(Circle(bar, bar, reach: 1), bar, bar)
    let slide = Slide(place: place, way: way, slots: slots)
    let note = Note(
      onset: 0, length: 1, stroke: .normal, velocity: Velocity(clamping: 100))
    for part in 0...32 {
      let placed = try slide.placed(note, at: part * Amount.steps / 32)
      let sounding = try (placed.onset + placed.shift.beats).modulo(4)
      #expect(sounding == (try Fraction(place * 32 + way * part, 128).modulo(4)))
      #expect(placed.shift.beats <= Fraction(1, 8) && placed.shift.beats >= Fraction(-1, 8))
      #expect(placed.onset >= 0 && placed.onset < 4)
    }
  }

  /// Law: among equals the glide is a straight line: d(A, M) = t d(A, B), d(M, B) = (1 − t) d(A, B).
  @Test(arguments: UInt64(0)..<60)
  func `among equals a glide is a straight line`(seed: UInt64) throws {
    let (pair, plan) = try Self.planned(seed: seed, velocities: [96])
    let whole = try Self.distance(plan, 0, 32)
    #expect(whole == 32 * plan.price, "\(pair.name)")
    for part in 0...32 {
      #expect(try Self.distance(plan, 0, part) * 32 == whole * part, "\(part)")
      #expect(try Self.distance(plan, part, 32) * 32 == whole * (32 - part), "\(part)")
    }
  }

  /// Law: d(M at t, M at s) ≤ |t − s| times the price of the plan, where d lets notes cross.
  @Test(.enabled(if: IndependentReader.python != nil))
  func `no part of a glide is faster than the whole`() throws {
    let parts = [(0, 32), (0, 1), (3, 4), (8, 24), (15, 17), (31, 32), (5, 30)]
    var problems: [TransportTests.Problem] = []
    var bounds: [Int] = []
    for seed in UInt64(0)..<60 {
      let (_, plan) = try Self.planned(seed: seed, velocities: [32, 64, 96])
      let price = try Self.distance(plan, 0, 32)
      for (from, to) in parts {
        problems.append(try Self.problem(plan, from, to))
        bounds.append(price * (to - from) / 32)
      }
    }
    let distances = try TransportTests.leastCosts(of: problems)
    #expect(distances.count == bounds.count)
    for (distance, bound) in zip(distances, bounds) { #expect(distance <= bound) }
  }

  /// Law: while staged, a voice's stream never has more notes than the larger of its ends.
  @Test(arguments: BlendCase.sample)
  func `staged notes without a partner do not pile up`(pair: BlendPair) throws {
    let staged = try Staged(from: pair.first, to: pair.second)
    let lanes = try Plan(pair).ends.lanes
    let most = lanes.reduce(0) { $0 + max($1.first.count, $1.second.count) }
    for amount in BlendPair.amounts {
      #expect(try staged.rhythm(at: amount).places.count <= most)
    }
  }

  @Test func `what has no partner fades in a glide and switches when staged`() throws {
    let pair = BlendPair(
      name: "half a bar", first: try Fit.Fitted(.test(bars: [.common], voice: [(0, 80)])),
      second: try Fit.Fitted(.test(bars: [.common], voice: [(8, 60)])))
    let (glide, staged) = (
      try Glide(from: pair.first, to: pair.second), try Staged(from: pair.first, to: pair.second)
    )
    func notes(_ blend: any Blending, _ amount: Double) throws -> [[Int]] {
      try blend.rhythm(at: Amount(amount)).parts[0].notes
        .map { [($0.onset.numerator * 4) / $0.onset.denominator, $0.velocity.value] }
    }
    #expect(try notes(glide, 0.25) == [[0, 60], [8, 15]])
    #expect(try notes(glide, 0.75) == [[0, 20], [8, 45]])
    #expect(try notes(staged, 0.25) == [[0, 80]])
    #expect(try notes(staged, 0.75) == [[8, 60]])
  }

  /// The first note, three steps from its goal, slides past the second, which is too soft to move.
  @Test func `of two notes in one slot the louder sounds`() throws {
    let glide = try Glide(
      from: Fit.Fitted(.test(bars: [.common], voice: [(4, 120), (6, 10)])),
      to: Fit.Fitted(.test(bars: [.common], voice: [(7, 120)])))
    let notes = try [0.25, 2.0 / 3].map { try glide.rhythm(at: Amount($0)).parts[0].notes }
    #expect(notes.map { $0.map(\.velocity.value) } == [[120, 8], [120]])
  }

  @Test func `a matched note slides past the end of the bar`() throws {
    let glide = try Glide(
      from: Fit.Fitted(.test(bars: [.common], voice: [(15, 100)])),
      to: Fit.Fitted(.test(bars: [.common], voice: [(1, 80)])))
    let notes = try [0.25, 0.5, 0.75].map { try glide.rhythm(at: Amount($0)).parts[0].notes }
    #expect(notes.map { $0.map(\.onset) } == [[0], [0], [Fraction(1, 4)]])
    #expect(
      notes.map { $0.map(\.shift.beats) } == [[Fraction(-1, 8)], [0], [Fraction(-1, 8)]])
    #expect(notes.map { $0.map(\.velocity.value) } == [[95], [90], [85]])
  }

  /// One voice against another in a metre, on sixteenths, with velocities that 32 divides.
  private static func planned(
    seed: UInt64, velocities: [Int]
  ) throws -> (pair: BlendPair, plan: Plan) {
    var random = SplitMix64(seed: seed)
    let metre = BlendCase.metres[Int(seed) % BlendCase.metres.count]
    func rhythm() throws -> Rhythm {
      let steps = metre.pulses * 16 / metre.unit
      let density = Int.random(in: 1...9, using: &random)
      var voice: [(Int, Int)] = []
      for step in 0..<steps where Int.random(in: 0..<10, using: &random) < density {
        voice.append((step, velocities.randomElement(using: &random) ?? 96))
      }
      return try .test(bars: [metre], voice: voice)
    }
    let pair = BlendPair(
      name: "\(metre), \(seed)", first: try Fit.Fitted(rhythm()), second: try Fit.Fitted(rhythm()))
    return (pair, try Plan(pair))
  }

  /// A plan's notes at two parts of 32, on a circle of ticks 32 times as fine.
  private static func problem(
    _ plan: Plan, _ from: Int, _ to: Int
  ) throws -> TransportTests.Problem {
    let circle = plan.ends.planner.circle
    let length = circle.length * 32
    func points(_ part: Int) throws -> [[Int]] {
      let fine = Fraction(circle.ticksPerBeat * 32)
      return try plan.notes(at: part * Amount.steps / 32).map { note in
        let place = try (note.onset + note.shift.beats) * fine
        #expect(place.denominator == 1)
        return [(place.numerator + length) % length, note.velocity.value]
      }.sorted { $0[0] < $1[0] }
    }
    return TransportTests.Problem(
      length: length, reach: circle.reach * 32, first: try points(from), second: try points(to))
  }

  /// What it costs to turn a plan's notes at one part of 32 into those at another.
  private static func distance(_ plan: Plan, _ from: Int, _ to: Int) throws -> Int {
    try TransportTests.cost(problem(plan, from, to))
  }
}

extension Rhythm {
  /// One voice of sixteenths and their velocities.
  static func test(bars: [Metre], voice: [(Int, Int)]) throws -> Rhythm {
    let notes = voice.map { step, velocity in
      Note(
        onset: Fraction(step, 4), length: Fraction(1, 4), stroke: .normal,
        velocity: Velocity(clamping: velocity))
    }
    return try Rhythm(
      origin: Origin(id: "test", name: "test", evidence: .reconstructed, source: "a test"),
      bars: bars, grid: Fraction(1, 16), tempo: TempoRange(rate: 120...120),
      parts: [Rhythm.Part(voice: "kick", notes: notes)])
  }
}
