import CALSA
import Glibc

/// What drives a queue: at each of its ticks all that is due is sent.
public struct QueueTimer: Hashable, Sendable {
  /// What the kernel calls it, such as `HR timer`.
  public let name: String

  /// The time between two ticks, by which an event may be late at most.
  public let period: Duration

  /// The most ticks a second that the kernel gives.
  ///
  /// Source: Linux, `sound/core/seq/seq_timer.c`, `MAX_FREQUENCY`; more is cut to it.
  public static let finest = 6250

  /// Gives a queue that is not running yet the timer of high resolution, or what there is.
  init(driving queue: CInt, of client: Client, resolution: Int) throws(ALSAError) {
    let isHighResolution = try withRecord(
      snd_seq_queue_timer_malloc, snd_seq_queue_timer_free
    ) { (timer) throws(ALSAError) in
      try check("ask for the queue's timer") {
        snd_seq_get_queue_timer(client.handle, queue, timer)
      }
      try withRecord(snd_timer_id_malloc, snd_timer_id_free) { (id) throws(ALSAError) in
        snd_timer_id_set_class(id, CInt(SND_TIMER_CLASS_GLOBAL.rawValue))
        snd_timer_id_set_sclass(id, CInt(SND_TIMER_SCLASS_NONE.rawValue))
        snd_timer_id_set_card(id, -1)
        snd_timer_id_set_device(id, SND_TIMER_GLOBAL_HRTIMER)
        snd_timer_id_set_subdevice(id, 0)
        snd_seq_queue_timer_set_id(timer, id)
      }
      snd_seq_queue_timer_set_resolution(timer, UInt32(clamping: resolution))
      return snd_seq_set_queue_timer(client.handle, queue, timer) >= 0
    }
    // Where there is no such timer the kernel takes the system's without a word, and tells the
    // truth in a file only.
    if let told = Self.told(of: Int(queue)) {
      self = told
    } else {
      let hertz = min(max(1, resolution), Self.finest)
      name = isHighResolution ? "HR timer" : "system timer"
      period = .seconds(1) / (isHighResolution ? hertz : sysconf(CInt(_SC_CLK_TCK)))
    }
  }

  private init(name: String, period: Duration) {
    self.name = name
    self.period = period
  }

  /// What the kernel says drives a queue.
  private static func told(of queue: Int) -> QueueTimer? {
    guard let file = fopen("/proc/asound/seq/timer", "re") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return QueueTimer(ofQueue: queue, in: String(decoding: bytes[..<count], as: UTF8.self))
  }

  /// Reads what the kernel says of all queues: a line `Timer for queue 0 : HR timer`, under it
  /// `Period time : 0.000160000`.
  ///
  /// Source: Linux, `sound/core/seq/seq_timer.c`, `snd_seq_info_timer_read`.
  ///
  /// - Returns: Nothing where it does not tell of the queue.
  init?(ofQueue queue: Int, in text: String) {
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: ":", maxSplits: 1).map { part in
        part.split(separator: " ").joined(separator: " ")
      }
    }
    guard
      let place = lines.firstIndex(where: { $0.first == "Timer for queue \(queue)" }),
      let name = lines[place].last, lines[place].count == 2,
      let next = lines[(place + 1)...].first, next.count == 2, next[0] == "Period time",
      let seconds = Double(next[1]), seconds > 0
    else { return nil }
    self.init(name: name, period: .nanoseconds(Int((seconds * 1e9).rounded())))
  }
}

extension QueueTimer: CustomStringConvertible {
  /// Its name and its period, such as `HR timer, 160 µs`.
  public var description: String { "\(name), \(Int(period / .microseconds(1))) µs" }
}
