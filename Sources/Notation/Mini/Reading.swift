import Music

/// A pattern that was read, and how much it asks for: what the bounds are checked against.
struct Reading {
  let pattern: Pattern
  /// An upper bound of the steps, sounding or silent, in one cycle.
  let steps: Double
  /// How many nodes lie on the longest way down.
  let depth: Int
  /// The largest number in it, without its sign; 0 where there is none.
  let largest: Double
  /// Whether a word is in it, where numbers may be asked for.
  let hasWords: Bool

  /// The number, where the pattern is nothing but one.
  var constant: Fraction? {
    if case .value(.number(let number), _) = pattern { number } else { nil }
  }

  func checkNumbers(
    for symbol: String, at place: Int, of cursor: Cursor
  ) throws(NotationError) {
    guard !hasWords else { throw cursor.error(.notANumber(symbol), at: place) }
  }
}

extension Reading {
  static let rest = Reading(pattern: .silence, steps: 1, depth: 1, largest: 0, hasWords: false)

  static func value(_ value: Value, _ place: Place) -> Reading {
    Reading(
      pattern: .value(value, place), steps: 1, depth: 1,
      largest: abs(value.number?.approximation ?? 0), hasWords: value.number == nil)
  }

  /// A node above others.
  private init(_ pattern: Pattern, steps: Double, over children: [Reading]) {
    self.pattern = pattern
    self.steps = max(1, steps)
    depth = 1 + (children.map(\.depth).max() ?? 0)
    largest = children.map(\.largest).max() ?? 0
    hasWords = children.contains(where: \.hasWords)
  }

  static func stack(_ parts: [Reading]) -> Reading {
    guard parts.count != 1 else { return parts[0] }
    return Reading(
      .stack(parts.map(\.pattern)), steps: parts.map(\.steps).reduce(0, +), over: parts)
  }

  static func choice(_ parts: [Reading], construct: Int) -> Reading {
    Reading(
      .choice(parts.map(\.pattern), construct: construct),
      steps: parts.map(\.steps).max() ?? 1, over: parts)
  }

  static func sequence(_ row: Row) -> Reading {
    Reading(.sequence(row.pattern), steps: row.steps, over: row.readings)
  }

  /// A step of weight 1 or more is heard once a cycle; lighter ones may crowd into one.
  static func alternation(_ row: Row) -> Reading {
    let readings = row.readings
    let isSlow = row.contents.allSatisfy { $0.weight >= 1 }
    let steps = isSlow ? (readings.map(\.steps).max() ?? 1) * 2 : row.steps
    return Reading(.alternation(row.pattern), steps: steps, over: readings)
  }

  static func polymetre(_ rows: [Row], rate: Reading?) -> Reading {
    let first = rows.first?.weight ?? 1
    let speed = rate.map(\.largest) ?? first
    let steps = rows.map { $0.steps * max(1, speed / max($0.weight, 1e-9)) }
    let children = rows.flatMap(\.readings) + (rate.map { [$0] } ?? [])
    return Reading(
      .polymetre(rows.map(\.pattern), rate: rate?.pattern), steps: steps.reduce(0, +),
      over: children)
  }

  static func fast(_ inner: Reading, by factor: Reading) -> Reading {
    Reading(
      .fast(inner.pattern, by: factor.pattern),
      steps: inner.steps * max(1, factor.largest) + factor.steps, over: [inner, factor])
  }

  /// A factor below 1 speeds up, and how far cannot be told from the largest number.
  static func slow(_ inner: Reading, by factor: Reading) -> Reading {
    let speed = factor.constant.map { 1 / abs($0.approximation) } ?? factor.fastest
    return Reading(
      .slow(inner.pattern, by: factor.pattern),
      steps: inner.steps * max(1, speed) + factor.steps, over: [inner, factor])
  }

  static func replicate(_ inner: Reading, times: Fraction) -> Reading {
    Reading(
      .replicate(inner.pattern, times: times),
      steps: inner.steps * max(1, times.approximation), over: [inner])
  }

  static func euclid(
    _ inner: Reading, onsets: Reading, slots: Reading, rotation: Reading?
  ) -> Reading {
    let parameters = [onsets, slots] + (rotation.map { [$0] } ?? [])
    return Reading(
      .euclid(
        inner.pattern, onsets: onsets.pattern, slots: slots.pattern, rotation: rotation?.pattern),
      steps: inner.steps * max(1, slots.largest) + parameters.map(\.steps).reduce(0, +),
      over: [inner] + parameters)
  }

  static func degrade(_ inner: Reading, by probability: Fraction, construct: Int) -> Reading {
    Reading(
      .degrade(inner.pattern, by: probability, construct: construct), steps: inner.steps,
      over: [inner])
  }

  static func range(_ lower: Reading, to upper: Reading) -> Reading {
    Reading(
      .range(lower.pattern, to: upper.pattern),
      steps: (lower.steps + upper.steps) * (lower.largest + upper.largest + 1),
      over: [lower, upper])
  }

  static func index(_ inner: Reading, _ variant: Reading) -> Reading {
    Reading(
      .index(inner.pattern, variant.pattern), steps: inner.steps + variant.steps,
      over: [inner, variant])
  }

  /// How much a pattern of divisors may speed up at most: 1 over the smallest number in it.
  private var fastest: Double {
    let speeds = pattern.values.compactMap(\.value.number).map { number in
      number == 0 ? 1 : 1 / abs(number.approximation)
    }
    return speeds.max() ?? 1
  }
}

/// A sequence that was read: its steps with their weights.
struct Row {
  struct Step {
    let reading: Reading
    let weight: Fraction
  }

  private(set) var contents: [Step] = []

  init() {}

  /// Runs between dots as steps of equal weight.
  init(feet: [Row]) {
    contents = feet.map { Step(reading: $0.asSequence, weight: 1) }
  }

  mutating func append(_ step: Step) {
    contents.append(step)
  }

  var pattern: [Pattern.Step] {
    contents.map { Pattern.Step($0.reading.pattern, weight: $0.weight) }
  }

  var steps: Double { contents.map(\.reading.steps).reduce(0, +) }

  var weight: Double { contents.map(\.weight.approximation).reduce(0, +) }

  var readings: [Reading] { contents.map(\.reading) }

  /// The row in one cycle; a step alone is not wrapped, as it has all the time there is.
  var asSequence: Reading {
    switch contents.count {
    case 0: .rest
    case 1: contents[0].reading
    default: .sequence(self)
    }
  }

  /// The row over as many cycles as it weighs.
  var asAlternation: Reading {
    contents.isEmpty ? .rest : .alternation(self)
  }
}
