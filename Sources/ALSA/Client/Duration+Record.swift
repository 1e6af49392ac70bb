import CALSA

extension Duration {
  /// The real time of a queue.
  init(_ time: snd_seq_real_time_t) {
    self = .seconds(Int(time.tv_sec)) + .nanoseconds(Int(time.tv_nsec))
  }

  /// As a queue counts it, from 0; whole nanoseconds.
  var record: snd_seq_real_time_t {
    let time = max(self, .zero).components
    return snd_seq_real_time_t(
      tv_sec: UInt32(clamping: time.seconds),
      tv_nsec: UInt32(clamping: time.attoseconds / 1_000_000_000))
  }
}
