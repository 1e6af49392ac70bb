import Music

/// The bars of a piece, counted from 0.
///
/// Times are in ticks from the beginning.
public struct Bars: Hashable, Sendable {
  /// Bars of one metre, one behind the other.
  private struct Run: Hashable, Sendable {
    let tick: Int
    let bar: Int
    let beat: Int
    /// The number of the first.
    let first: Int
  }

  private let runs: [Run]
  /// How many bars there are, one at least.
  public let count: Int
  /// Where the last one ends.
  public let end: Int

  /// Bars of some lengths and beats from ticks on, as many as are begun before an end.
  ///
  /// A new metre begins a bar, whether or not the one before is full.
  init(_ metres: [(tick: Int, bar: Int, beat: Int)], until end: Int) {
    var runs: [Run] = []
    var (count, last) = (0, 0)
    for (index, metre) in metres.enumerated() where metre.tick < end || index == 0 {
      let next = index + 1 < metres.count ? min(metres[index + 1].tick, end) : end
      let length = max(1, metre.bar)
      runs.append(Run(tick: metre.tick, bar: length, beat: max(1, metre.beat), first: count))
      let bars = max(index + 1 == metres.count ? 1 : 0, (next - metre.tick + length - 1) / length)
      count += bars
      last = metre.tick + bars * length
      if next < end { last = next }
    }
    self.runs = runs
    self.count = max(1, count)
    self.end = last
  }

  /// Where a bar begins; that behind the last at the end.
  ///
  /// - Complexity: O(log n) for n changes of metre.
  public func tick(of bar: Int) -> Int {
    guard bar < count else { return end }
    let run = run { $0.first <= bar }
    return run.tick + (bar - run.first) * run.bar
  }

  /// The bar that a tick is in; behind the end the last.
  ///
  /// - Complexity: O(log n) for n changes of metre.
  public func bar(at tick: Int) -> Int {
    let run = run { $0.tick <= tick }
    return min(count - 1, run.first + max(0, tick - run.tick) / run.bar)
  }

  /// Which beat of its bar a tick is in, counted from 0.
  public func beat(at tick: Int) -> Int {
    (tick - self.tick(of: bar(at: tick))) / run { $0.tick <= tick }.beat
  }

  /// The first bar line at a tick or later; the end behind the last.
  public func line(from tick: Int) -> Int {
    let bar = bar(at: tick)
    let begin = self.tick(of: bar)
    return begin >= tick ? begin : self.tick(of: bar + 1)
  }

  /// The first beat at a tick or later; a bar line is one.
  public func beat(from tick: Int) -> Int {
    let (bar, run) = (bar(at: tick), run { $0.tick <= tick })
    let begin = self.tick(of: bar)
    let beat = begin + (tick - begin + run.beat - 1) / run.beat * run.beat
    return min(beat, self.tick(of: bar + 1))
  }

  private func run(where isBefore: (Run) -> Bool) -> Run {
    runs[max(0, runs.partitioningIndex { !isBefore($0) } - 1)]
  }
}
