import ALSA
import ArgumentParser
import Glibc

/// `jorga jitter`: how steady the time is that this machine keeps.
struct Jitter: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure how late events leave this machine, idle and under load.",
    discussion: """
      Plays a test pattern into a port of its own and prints how late its events were, in \
      microseconds: 'kernel' when they were delivered, 'receiver' when another thread had them. What \
      disturbs a rhythm is not the lateness, but how it varies: the deviation.
      """)

  @Option(
    defaultAsFlag: Int(sysconf(CInt(_SC_NPROCESSORS_ONLN))),
    help: ArgumentHelp(
      "Measure only with so many busy threads beside it, 0 to 64; else with none, then with one a core.",
      valueName: "threads"))
  var load: Int?

  @Option(
    help: "Who keeps the time: the kernel's queue, as 'play' does it; a thread (direct); all.")
  var method = Methods.queue

  @Option(help: "How many events: 1 to 16384.")
  var count = 2000

  @Option(help: "How far they are apart, in microseconds: 100 to 1000000.")
  var step = 5123

  @Option(help: "The real-time priority that is asked for, 1 to 99; 0 for none.")
  var priority = 50

  @Flag(name: .customLong("json"), help: "Print JSON instead of the table.")
  var isJSON = false

  /// What is measured.
  enum Methods: String, CaseIterable, ExpressibleByArgument {
    case queue, direct, all

    var measured: [JitterBench.Method] {
      JitterBench.Method(rawValue: rawValue).map { [$0] } ?? JitterBench.Method.allCases
    }
  }

  func validate() throws {
    guard load.map((0...64).contains) ?? true else {
      throw ValidationError("--load is from 0 to 64 threads")
    }
    guard TestPattern.counts.contains(count) else {
      throw ValidationError("--count is from 1 to \(TestPattern.counts.upperBound) events")
    }
    guard TestPattern.steps.contains(step) else {
      throw ValidationError("--step is from 100 to 1000000 microseconds")
    }
    guard (0...99).contains(priority) else {
      throw ValidationError("--priority is from 1 to 99, or 0 for none")
    }
  }

  func run() throws {
    // Before any thread is begun, so that none is broken into.
    guard let signals = Signals() else {
      throw Failure(code: .noSequencer, message: "error: the system has no file descriptor left")
    }
    do {
      try measure(heeding: signals)
    } catch let error as ALSAError {
      throw Failure(error)
    }
  }

  private func measure(heeding signals: borrowing Signals) throws {
    var bench = try JitterBench(priority: priority == 0 ? nil : priority)
    let pattern = TestPattern(count: count, step: .microseconds(step))
    let loads = load.map { [$0] } ?? [0, Int(sysconf(CInt(_SC_NPROCESSORS_ONLN)))]
    let rounds = loads.flatMap { load in method.measured.map { (load, $0) } }
    let seconds = (pattern.length + JitterBench.timeAround) * rounds.count / .seconds(1)
    StandardOutput.complain("measuring for \(Int(seconds.rounded(.up))) seconds")
    var listing = JitterListing(of: pattern, on: bench.timer, isRealTime: bench.isRealTime)
    for (load, method) in rounds {
      let busy = try BusyThreads(load)
      var end: Signals.Kind?
      let figures = try bench.measure(pattern, by: method, watching: signals.descriptor) {
        end = Self.end(signals)
        return end != nil
      }
      withExtendedLifetime(busy) {}
      if let end { throw ExitCode(end.exitCode) }
      if let figures { listing.add(figures, by: method, under: load) }
    }
    try StandardOutput.write(
      isJSON ? try JSON.text(of: listing) : listing.text(columns: StandardOutput.limit))
  }

  /// The signal that ends it, if one came; one that suspends does so here.
  private static func end(_ signals: borrowing Signals) -> Signals.Kind? {
    let kinds = signals.read()
    if kinds.contains(.suspend) { signals.suspend() }
    return kinds.first(where: \.isEnd)
  }
}
