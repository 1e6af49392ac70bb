import CALSA
import Glibc
import Playback

/// Measures how late events arrive at another client of the sequencer.
public struct JitterBench: ~Copyable {
  /// Who keeps the time.
  public enum Method: String, CaseIterable, Sendable {
    /// The kernel, which is given events ahead: how pieces are played.
    case queue
    /// A thread, which sleeps until each event is due.
    case direct
  }

  /// What came of a pattern.
  public struct Figures: Hashable, Sendable {
    /// How late events were delivered, by the kernel's stamps.
    public let stamped: Lateness
    /// How late the receiver had them, by its own clock.
    public let received: Lateness
    /// How many never arrived.
    public let lost: Int
  }

  var output: ALSAOutput
  /// The real-time priority that is asked for.
  private let priority: Int?
  /// Whether real-time rights were given; nobody has asked for them where nothing was wanted.
  public let isRealTime: Bool

  /// How far ahead the kernel is given events: as in play.
  static let lookahead = Duration.milliseconds(150)
  /// How long it takes to begin with a pattern and to end it.
  public static let timeAround = Duration.milliseconds(250)

  /// Opens the sequencer, and asks for real-time rights for the thread that calls.
  ///
  /// - Parameter priority: From 1 to 99; nothing where no rights are wanted.
  /// - Throws: ``ALSAError``; most often because the machine has no sequencer.
  public init(priority: Int? = 50) throws(ALSAError) {
    var output = try ALSAOutput(name: "Jorga jitter")
    try output.open(Route())
    self.output = output
    self.priority = priority
    isRealTime = Self.ask(priority)
  }

  /// What drives the queue.
  public var timer: QueueTimer { output.queue.timer }

  /// Plays a pattern to a listener on another thread.
  ///
  /// - Parameters:
  ///   - pattern: What is played.
  ///   - method: Who keeps the time.
  ///   - descriptor: What is watched meanwhile.
  ///   - isOver: Asked when that has something to read: whether to end.
  /// - Returns: The figures; nothing where it was ended.
  /// - Throws: ``ALSAError`` where the sequencer is gone, or nothing has arrived.
  public mutating func measure(
    _ pattern: TestPattern, by method: Method, watching descriptor: CInt? = nil,
    until isOver: () -> Bool = { true }
  ) throws(ALSAError) -> Figures? {
    if let descriptor { output.watch(descriptor) }
    let listener = try JitterListener(stampedByQueue: output.queue.number)
    let port = output.port(of: 0)
    guard output.client.connect(port, to: listener.port) else {
      throw ALSAError(attempt: "connect the ports", code: -ENODEV)
    }
    let lead = try SystemClock.lead(over: output.queue)
    let (priority, limit) = (priority, pattern.length + .seconds(5))
    let thread = try Worker {
      _ = Self.ask(priority)
      return Result { () throws(ALSAError) in try listener.hear(port, atMost: limit) }
    }
    let times = pattern.times(from: try output.now + Self.lookahead)
    let isWhole = try play(times, by: method, lead: lead, watching: descriptor, until: isOver)
    let hearings = try thread.result()?.get() ?? []
    guard isWhole else {
      try output.takeBack(from: .zero)
      return nil
    }
    let change = try SystemClock.lead(over: output.queue) - lead
    return try figures(of: hearings, due: times, lead: lead, change: change)
  }

  /// Compares what was heard with what was due; the lead of one clock over the other is taken to
  /// have changed evenly.
  private func figures(
    of hearings: [JitterListener.Hearing], due: [Duration], lead: Duration, change: Duration
  ) throws(ALSAError) -> Figures {
    let stamped = Lateness(of: hearings.map { $0.stamp - due[$0.number] })
    let received = Lateness(
      of: hearings.map { heard in
        let lead = lead + change * heard.number / due.count
        return heard.arrival - lead - due[heard.number]
      })
    guard let stamped, let received else {
      throw ALSAError(attempt: "hear what was sent", code: -ENODATA)
    }
    return Figures(stamped: stamped, received: received, lost: due.count - hearings.count)
  }

  /// Asks for real-time rights, or only to be woken in time where none are wanted.
  private static func ask(_ priority: Int?) -> Bool {
    guard let priority else {
      calsa_wake_exactly()
      return false
    }
    return RealTime.ask(priority: priority)
  }
}
