import MIDI
import Music
import Playback
import Testing

@Suite struct KnobsTests {
  private var knobs = Knobs()

  private static func turned(_ number: Int, _ level: Int, channel: Int = 1) throws -> PortEvent {
    .message(
      .control(
        try #require(Controller(number)), try #require(Level(level)), try #require(Channel(channel))
      ))
  }

  private mutating func turn(_ level: Int, at milliseconds: Int, knob: Int = 1) throws {
    knobs.receive(try Self.turned(knob, level), at: .milliseconds(milliseconds))
  }

  private func value(at milliseconds: Int, of knob: Int = 1) -> Fraction? {
    knobs.values(at: .milliseconds(milliseconds))[knob]
  }

  @Test mutating func `a knob is known from its first message on, at once`() throws {
    #expect(knobs.values(at: .zero) == [:])
    knobs.receive(try Self.turned(1, 127, channel: 9), at: .zero)
    #expect(knobs.values(at: .zero) == [1: 1])
    knobs.receive(try Self.turned(74, 0, channel: 3), at: .seconds(1))
    #expect(knobs.values(at: .seconds(1)) == [1: 1, 74: 0])
  }

  /// After one time constant 1 - 1/e of the way is done, after three 95 %.
  @Test(arguments: [(0, 0), (50, 0.632), (100, 0.865), (150, 0.950), (300, 1)])
  mutating func `a knob goes to its controller in a time constant of 50 ms`(
    time: Int, part: Double
  ) throws {
    try turn(0, at: 0)
    try turn(127, at: 1000)
    let place = try #require(value(at: 1000 + time))
    #expect(abs(place.approximation - part) <= 1.0 / 127)
    #expect(knobs.areMoving(at: .milliseconds(1000 + time)) == (part < 1))
  }

  /// Law: between two places a knob never turns back and never leaves what lies between them, and
  /// within 250 ms it is exactly where its controller is.
  @Test(arguments: [(0, 127), (127, 0), (5, 7), (64, 20), (1, 2), (100, 99)])
  mutating func `a knob arrives, on the straight way`(from: Int, to: Int) throws {
    try turn(from, at: 0)
    try turn(to, at: 500)
    var last = Fraction(from, 127)
    for time in 500...800 {
      let place = try #require(value(at: time))
      #expect(from < to ? place >= last : place <= last)
      #expect(place.denominator == 1 || place.denominator == 127)
      last = place
    }
    #expect(value(at: 750) == Fraction(to, 127))
    #expect(last == Fraction(to, 127))
  }

  /// Law: it does not matter how often a knob is looked at, nor when.
  @Test(arguments: UInt64(1)...50)
  func `looking at a knob does not move it`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var (one, other) = (Knobs(), Knobs())
    var time = 0
    for _ in 0..<40 {
      let event = try Self.turned(
        .random(in: 0...3, using: &random), .random(in: 0...127, using: &random))
      one.receive(event, at: .milliseconds(time))
      other.receive(event, at: .milliseconds(time))
      time += .random(in: 0...80, using: &random)
      _ = one.values(at: .milliseconds(time / 2))
      _ = one.values(at: .milliseconds(time))
    }
    #expect(one.values(at: .milliseconds(time)) == other.values(at: .milliseconds(time)))
  }

  /// Law: in the end a knob is within a step of its controller, and exactly there where the last two
  /// steps went the same way, were more than one, or led to an end.
  @Test(arguments: UInt64(1)...50)
  mutating func `a knob ends where its controller stands`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var (level, before) = (64, 64)
    for time in 0..<200 {
      before = level
      level = min(max(level + .random(in: -3...3, using: &random), 0), 127)
      try turn(level, at: time * 7)
    }
    let end = try #require(value(at: 200 * 7 + 300))
    #expect(try abs((end * 127).approximation - Double(level)) <= 1)
    if abs(level - before) > 2 || level == 0 || level == 127 {
      #expect(end == Fraction(level, 127))
    }
    let sweep = Array(level...127) + Array((0...127).reversed())
    for (number, level) in sweep.enumerated() { try turn(level, at: 2000 + number) }
    #expect(value(at: 4000) == 0)
  }

  @Test(arguments: [0, 1, 63, 125, 126])
  mutating func `a controller that flickers between two steps comes to rest`(
    level: Int
  ) throws {
    try turn(level, at: 0)
    var changes: [Int] = []
    var before: Fraction?
    for time in 0..<200 {
      try turn(level + time % 2, at: time * 20)
      let value = value(at: time * 20 + 19)
      if value != before { changes.append(time) }
      before = value
    }
    #expect(changes.count <= 3)
    #expect(changes.allSatisfy { $0 < 3 })
  }

  @Test mutating func `keys move a knob by exact parts, from 0 to 1`() throws {
    knobs.place(20, at: Fraction(7, 20))
    knobs.nudge(20, by: Fraction(1, 20), at: .zero)
    #expect(value(at: 0, of: 20) == Fraction(45, 127))
    #expect(value(at: 500, of: 20) == Fraction(2, 5))
    for _ in 0..<30 { knobs.nudge(20, by: Fraction(1, 20), at: .seconds(1)) }
    #expect(value(at: 2000, of: 20) == 1)
    for _ in 0..<7 { knobs.nudge(20, by: Fraction(-1, 10), at: .seconds(3)) }
    #expect(value(at: 4000, of: 20) == Fraction(3, 10))
    knobs.nudge(21, by: Fraction(1, 10), at: .zero)
    #expect(value(at: 500, of: 21) == Fraction(1, 10))
    knobs.nudge(21, by: Fraction(1, .max), at: .zero)
    knobs.nudge(21, by: Fraction(1, .max - 1), at: .zero)
    #expect(value(at: 500, of: 21) != nil)
  }

  @Test mutating func `a controller takes its knob back when it is turned, not when it flickers`()
    throws
  {
    try turn(100, at: 0)
    knobs.nudge(1, by: Fraction(-1, 2), at: .seconds(1))
    let nudged = try Fraction(100, 127) - Fraction(1, 2)
    try turn(101, at: 2000)
    try turn(99, at: 2000)
    try turn(100, at: 2000)
    #expect(value(at: 1999) == nudged)
    try turn(103, at: 3000)
    #expect(value(at: 4000) == Fraction(103, 127))
  }

  @Test mutating func `a knob that was moved is not placed again`() throws {
    knobs.place(1, at: Fraction(1, 2))
    knobs.place(1, at: Fraction(1, 4))
    #expect(value(at: 0) == Fraction(1, 4))
    try turn(127, at: 0)
    #expect(value(at: 0) == Fraction(32, 127))
    knobs.place(1, at: 0)
    #expect(value(at: 1000) == 1)
    knobs.place(2, at: 7)
    knobs.place(3, at: -7)
    #expect(value(at: 0, of: 2) == 1 && value(at: 0, of: 3) == 0)
  }

  @Test mutating func `what is no controller's does nothing`() throws {
    let channel = try #require(Channel(1))
    for event: PortEvent in [.clock, .message(.program(Program(clamping: 1), channel)), .echo(1)] {
      knobs.receive(event, at: .zero)
    }
    #expect(knobs.values(at: .seconds(1)) == [:])
  }

  @Test mutating func `time that runs backwards is borne`() throws {
    try turn(0, at: 1000)
    try turn(127, at: 1000)
    try turn(20, at: 500)
    #expect(value(at: 0) == 0)
    #expect(value(at: 1400) == Fraction(20, 127))
  }
}
