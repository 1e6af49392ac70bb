/// Where the notes of a rhythm begin, in whole steps of an even grid: all that most measures see.
///
/// The bars come round again: after the last step the first one follows.
///
///     Onsets(bars: [.common], stepsPerWhole: 16, steps: [0, 3, 6, 10, 12])  // the son clave
public struct Onsets: Hashable, Sendable {
  /// The metre of each bar; at least one.
  public let bars: [Metre]

  /// The steps in a whole note; every pulse of every bar is a whole number of steps.
  public let stepsPerWhole: Int

  /// The steps on which something begins, counted from 0, in order; none twice.
  public let steps: [Int]

  /// The steps of all bars; at least one.
  public let stepCount: Int

  /// Onsets in some bars; steps may come in any order, and twice.
  ///
  /// - Returns: Nothing unless there is a bar, every pulse is a whole number of steps and every
  ///   step lies in the bars.
  public init?(bars: [Metre], stepsPerWhole: Int, steps: some Sequence<Int>) {
    guard
      !bars.isEmpty, stepsPerWhole > 0,
      bars.allSatisfy({ stepsPerWhole.isMultiple(of: $0.unit) })
    else { return nil }
    let steps = Set(steps).sorted()
    let stepCount = bars.reduce(0) { $0 + $1.stepCount(stepsPerWhole: stepsPerWhole) }
    guard steps.first ?? 0 >= 0, steps.last ?? 0 < stepCount else { return nil }
    (self.bars, self.stepsPerWhole, self.steps) = (bars, stepsPerWhole, steps)
    self.stepCount = stepCount
  }

  private init(_ parts: some Sequence<Rhythm.Part>, in rhythm: Rhythm) throws(MusicError) {
    let stepsPerWhole = try rhythm.stepsPerWhole()
    bars = rhythm.bars
    self.stepsPerWhole = stepsPerWhole
    steps = Set(parts.flatMap(\.notes).map { $0.step(stepsPerWhole: stepsPerWhole) }).sorted()
    stepCount = bars.reduce(0) { $0 + $1.stepCount(stepsPerWhole: stepsPerWhole) }
  }

  /// The onsets of all voices of a rhythm as one line.
  ///
  /// The grid is that in which the rhythm is written, made finer where its notes or pulses need it.
  ///
  /// - Throws: ``MusicError/tooFine`` where it has more than ``Bounds/rowSteps`` steps.
  public init(_ rhythm: Rhythm) throws(MusicError) {
    try self.init(rhythm.parts, in: rhythm)
  }

  /// The onsets of one voice of a rhythm, on the grid of the whole; none where it has no part.
  ///
  /// - Throws: ``MusicError/tooFine`` where it has more than ``Bounds/rowSteps`` steps.
  public init(of voice: Voice, in rhythm: Rhythm) throws(MusicError) {
    try self.init(rhythm.parts.lazy.filter { $0.voice == voice }, in: rhythm)
  }

  /// How many there are.
  public var count: Int { steps.count }

  /// The share of the steps on which something begins: from 0 to 1.
  public var density: Fraction { Fraction(count, stepCount) }

  /// The steps from each onset to the next one, around the circle; of one alone, all steps.
  public var intervals: [Int] {
    steps.indices.map { index in
      index + 1 < count ? steps[index + 1] - steps[index] : stepCount + steps[0] - steps[index]
    }
  }
}

extension Onsets {
  /// The step at which each bar begins, with the end of the last one.
  var barLines: [Int] {
    bars.reduce(into: [0]) { lines, bar in
      lines.append((lines.last ?? 0) + bar.stepCount(stepsPerWhole: stepsPerWhole))
    }
  }

  /// Each onset by its bar and its step in it.
  var places: [(bar: Int, step: Int)] {
    let lines = barLines
    var bar = 0
    return steps.map { step in
      while lines[bar + 1] <= step { bar += 1 }
      return (bar, step - lines[bar])
    }
  }

  /// The same onsets on a grid that is so many times as fine.
  func refined(by factor: Int) -> Onsets {
    Onsets(
      bars: bars, stepsPerWhole: stepsPerWhole * factor, stepCount: stepCount * factor,
      ordered: steps.map { $0 * factor })
  }

  private init(bars: [Metre], stepsPerWhole: Int, stepCount: Int, ordered steps: [Int]) {
    (self.bars, self.stepsPerWhole, self.stepCount) = (bars, stepsPerWhole, stepCount)
    self.steps = steps
  }
}

extension Rhythm {
  /// The steps to a whole note on which all pulses and notes lie, the written ones among them.
  fileprivate func stepsPerWhole() throws(MusicError) -> Int {
    var times = [grid] + Set(bars.map(\.unit)).map { Fraction(1, $0) }
    for note in parts.lazy.flatMap(\.notes) { times.append(try note.onset / 4) }
    let steps = try Fraction.commonDenominator(of: times)
    guard try beats * Fraction(steps, 4) <= Fraction(Bounds.rowSteps) else { throw .tooFine }
    return steps
  }
}

extension Note {
  /// The step on which it begins, on a grid that has it.
  func step(stepsPerWhole: Int) -> Int {
    onset.numerator * stepsPerWhole / (4 * onset.denominator)
  }
}

extension Metre {
  /// The steps of a bar.
  func stepCount(stepsPerWhole: Int) -> Int { pulses * (stepsPerWhole / unit) }
}
