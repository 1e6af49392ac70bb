import Music

/// A pattern that was read, and how much it asks for: what the bounds are checked against.
struct Reading {
  let pattern: Pattern
  /// An upper bound of the steps, sounding or silent, in one cycle.
  let steps: Double
  /// How many nodes lie on the longest way down.
  let depth: Int
  /// An upper bound of the events that sound at once.
  let voices: Double
  /// The largest number in it, without its sign; 0 where there is none.
  let largest: Double
  /// A lower bound of the numbers in it that are not zero, without their signs.
  let smallest: Double
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
  static let rest = Reading(
    pattern: .silence, steps: 1, depth: 1, voices: 1, largest: 0, smallest: .infinity,
    hasWords: false)

  static func value(_ value: Value, _ place: Place) -> Reading {
    let size = abs(value.number?.approximation ?? 0)
    return Reading(
      pattern: .value(value, place), steps: 1, depth: 1, voices: 1, largest: size,
      smallest: size == 0 ? .infinity : size, hasWords: value.number == nil)
  }

  /// A node above others; where nothing is said, as many voices as the child that has most.
  private init(
    _ pattern: Pattern, steps: Double, voices: Double? = nil, smallest: Double? = nil,
    over children: [Reading]
  ) {
    self.pattern = pattern
    self.steps = max(1, steps)
    depth = 1 + (children.map(\.depth).max() ?? 0)
    self.voices = voices ?? children.map(\.voices).max() ?? 1
    largest = children.map(\.largest).max() ?? 0
    self.smallest = smallest ?? children.map(\.smallest).min() ?? .infinity
    hasWords = children.contains(where: \.hasWords)
  }

  static func stack(_ parts: [Reading]) -> Reading {
    guard parts.count != 1 else { return parts[0] }
    return Reading(
      .stack(parts.map(\.pattern)), steps: parts.sum(of: \.steps),
      voices: parts.sum(of: \.voices), over: parts)
  }

  static func choice(_ parts: [Reading], construct: Int) -> Reading {
    Reading(
      .choice(parts.map(\.pattern), construct: construct),
      steps: parts.map(\.steps).max() ?? 1, over: parts)
  }

  static func sequence(_ row: Row) -> Reading {
    Reading(.sequence(row.pattern), steps: row.steps, over: row.readings)
  }

  /// Steps of whole weights are heard one a cycle; others may meet in one.
  static func alternation(_ row: Row) -> Reading {
    let isWhole = row.contents.allSatisfy { $0.weight.denominator == 1 }
    let steps = isWhole ? row.readings.map(\.steps).max() ?? 1 : row.steps
    return Reading(
      .alternation(row.pattern), steps: steps / min(1, row.weight), over: row.readings)
  }

  /// Rows of which nothing is left are left out.
  static func polymetre(_ rows: [Row], rate: Reading?) -> Reading {
    let rows = rows.filter { !$0.contents.isEmpty }
    guard let first = rows.first else { return .rest }
    let speed = rate.map { $0.largest * $0.voices } ?? first.weight
    let steps = rows.map { $0.steps * max(1, speed / $0.weight) }.reduce(0, +)
    let children = rows.flatMap(\.readings) + (rate.map { [$0] } ?? [])
    let voices = rows.map { $0.readings.map(\.voices).max() ?? 1 }.reduce(0, +)
    return Reading(
      .polymetre(rows.map(\.pattern), rate: rate?.pattern),
      steps: steps + (rate?.asking ?? 0), voices: voices * (rate?.voices ?? 1), over: children)
  }

  static func fast(_ inner: Reading, by factor: Reading) -> Reading {
    Reading(
      .fast(inner.pattern, by: factor.pattern),
      steps: inner.steps * max(1, factor.largest) * factor.voices + factor.asking,
      voices: inner.voices * factor.voices, over: [inner, factor])
  }

  /// A divisor below 1 speeds up.
  static func slow(_ inner: Reading, by divisor: Reading) -> Reading {
    Reading(
      .slow(inner.pattern, by: divisor.pattern),
      steps: inner.steps * max(1, 1 / divisor.smallest) * divisor.voices + divisor.asking,
      voices: inner.voices * divisor.voices, over: [inner, divisor])
  }

  static func replicate(_ inner: Reading, times: Fraction) -> Reading {
    Reading(
      .replicate(inner.pattern, times: times),
      steps: inner.steps * max(1, times.approximation), over: [inner])
  }

  /// A patterned rhythm is built anew for each event of its parameters.
  static func euclid(
    _ inner: Reading, onsets: Reading, slots: Reading, rotation: Reading?
  ) -> Reading {
    let parameters = [onsets, slots] + (rotation.map { [$0] } ?? [])
    let voices = parameters.map(\.voices).reduce(1, *)
    let isFixed = parameters.allSatisfy { $0.constant != nil }
    let building = isFixed ? 0 : parameters.sum(of: \.steps) * voices * slots.largest
    return Reading(
      .euclid(
        inner.pattern, onsets: onsets.pattern, slots: slots.pattern, rotation: rotation?.pattern),
      steps: inner.steps * max(1, slots.largest) * voices + building,
      voices: inner.voices * voices, over: [inner] + parameters)
  }

  static func degrade(_ inner: Reading, by probability: Fraction, construct: Int) -> Reading {
    Reading(
      .degrade(inner.pattern, by: probability, construct: construct), steps: inner.steps,
      over: [inner])
  }

  /// The numbers between have the fraction of the lower end, above zero or below.
  static func range(_ lower: Reading, to upper: Reading) -> Reading {
    let fraction = lower.constant.map { abs($0.approximation - $0.approximation.rounded()) } ?? 0
    let isWhole = lower.constant.map { $0.denominator == 1 } ?? lower.isWhole
    return Reading(
      .range(lower.pattern, to: upper.pattern),
      steps: (lower.steps + upper.steps) * (lower.largest + upper.largest + 1),
      voices: lower.voices * upper.voices, smallest: isWhole ? 1 : fraction,
      over: [lower, upper])
  }

  static func index(_ inner: Reading, _ variant: Reading) -> Reading {
    Reading(
      .index(inner.pattern, variant.pattern),
      steps: (inner.steps + variant.steps) * max(inner.voices, variant.voices),
      voices: inner.voices * variant.voices, over: [inner, variant])
  }

  /// The steps of asking for it as a parameter; a number alone is not asked for.
  private var asking: Double { constant == nil ? steps : 0 }

  /// Whether every number that is written in it is whole.
  private var isWhole: Bool {
    pattern.values.allSatisfy { $0.value.number.map { $0.denominator == 1 } ?? true }
  }
}

extension [Reading] {
  fileprivate func sum(of part: KeyPath<Reading, Double>) -> Double {
    reduce(0) { $0 + $1[keyPath: part] }
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
