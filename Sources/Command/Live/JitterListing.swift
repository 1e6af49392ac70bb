import ALSA
import Notation

/// What was measured of the machine's time, as a table or as JSON.
struct JitterListing: Encodable {
  private let events: Int
  private let step: Double
  private let timer: Timer
  /// Whether real-time rights were given.
  private let isRealTime: Bool
  private var rounds: [Round] = []

  private struct Timer: Encodable {
    let name: String
    let period: Double
  }

  private struct Round: Encodable {
    let method: String
    let load: Int
    let kernel: Figures
    let receiver: Figures
    let lost: Int
  }

  /// In microseconds.
  private struct Figures: Encodable {
    let minimum: Double
    let median: Double
    let percentile99: Double
    let maximum: Double
    let deviation: Double

    init(_ lateness: Lateness) {
      minimum = lateness.minimum.inMicroseconds
      median = lateness.median.inMicroseconds
      percentile99 = lateness.percentile99.inMicroseconds
      maximum = lateness.maximum.inMicroseconds
      deviation = lateness.deviation.inMicroseconds
    }

    var words: [String] {
      [minimum, median, percentile99, maximum, deviation].map { "\(Int($0.rounded()))" }
    }
  }

  init(of pattern: TestPattern, on timer: QueueTimer, isRealTime: Bool) {
    events = pattern.count
    step = pattern.step.inMicroseconds
    self.timer = Timer(name: timer.name, period: timer.period.inMicroseconds)
    self.isRealTime = isRealTime
  }

  /// Adds what came of a round beside so many busy threads.
  mutating func add(
    _ figures: JitterBench.Figures, by method: JitterBench.Method, under load: Int
  ) {
    rounds.append(
      Round(
        method: method.rawValue, load: load, kernel: Figures(figures.stamped),
        receiver: Figures(figures.received), lost: figures.lost))
  }
}

extension JitterListing {
  private static let figures = ["MIN", "P50", "P99", "MAX", "DEVIATION"]

  /// What was measured on what, the figures, and what is to be said of them.
  func text(columns: Int?) -> String {
    let rate = Int((1e6 / timer.period).rounded())
    let rights = isRealTime ? "given" : "none"
    let head = """
      timer: \(timer.name.printable), \(rate) times a second
      real-time rights: \(rights)
      \(counted(events, "event")), \(Int(step)) microseconds apart; how late they were, in microseconds:

      """
    return head + "\n" + table.text(columns: columns) + notes
  }

  private var table: Table {
    let lines = rounds.flatMap { round in
      [("kernel", round.kernel), ("receiver", round.receiver)].map { clock, figures in
        (words: [round.method, Self.words(of: round.load), clock], figures: figures.words)
      }
    }
    let widths = Self.figures.indices.map { column in
      ([Self.figures] + lines.map(\.figures)).map { $0[column].count }.max() ?? 0
    }
    func aligned(_ figures: [String]) -> [String] {
      zip(figures, widths).map { String(repeating: " ", count: $1 - $0.count) + $0 }
    }
    return Table(
      ["METHOD", "LOAD", "AT"] + aligned(Self.figures),
      lines.map { $0.words + aligned($0.figures) }, expendable: [])
  }

  private static func words(of load: Int) -> String {
    load == 0 ? "idle" : "\(load) busy"
  }

  private var notes: String {
    var notes: [String] = []
    let lost = rounds.reduce(0) { $0 + $1.lost }
    if lost > 0 { notes.append("\(counted(lost, "event")) never arrived") }
    if !isRealTime {
      notes += [
        "without real-time rights programs have their events late under load:",
        "give them to your group, with 'rtprio' in /etc/security/limits.conf",
      ]
    }
    return notes.isEmpty ? "" : "\n" + notes.map { $0 + "\n" }.joined()
  }
}

extension Duration {
  /// Microseconds, to the tenth.
  fileprivate var inMicroseconds: Double {
    (self / .microseconds(1) * 10).rounded() / 10
  }
}
