import Music

/// Where a piece is, as a musician says it.
public struct Position: Hashable, Sendable {
  /// The number of the bar, from 0 on.
  public let bar: Int
  /// The number of the beat in its bar, from 0 on.
  public let beat: Int
  /// The section that it is in, by its number.
  public let section: Int?
  /// How fast it is, in quarter notes a minute.
  public let beatsPerMinute: Double
}

extension Transport {
  /// Where the piece is at a time that is not far from now.
  public func position(at time: Duration) -> Position {
    let head = head(at: time)
    let schedule = head.schedule
    let tick = min(head.tick, schedule.length - 1)
    let bar = schedule.bars.bar(at: tick)
    var beat = Course(tick: tick, time: time, pace: .written(rate: rate))
      .beat(at: tick, in: schedule)
    if case .moving(let course) = head.motion { beat = course.beat(at: tick, in: schedule) }
    return Position(
      bar: bar, beat: schedule.bars.beat(at: tick),
      section: schedule.sections.lastIndex { $0.bar <= bar }, beatsPerMinute: .seconds(60) / beat)
  }

  /// Whether it moves at a time that is not far from now.
  public func isPlaying(at time: Duration) -> Bool { head(at: time).isMoving }

  /// Whether it has ended, and all has been sent before a time.
  public func hasEnded(at time: Duration) -> Bool {
    if case .ended = head(at: time).motion { true } else { false }
  }

  /// Whether a track is heard.
  public func plays(_ track: Int) -> Bool { head.mix.plays(track) }

  /// The tracks that are muted.
  public var muted: Set<Int> { head.mix.muted }

  /// The tracks that alone are heard, if there are any.
  public var soloed: Set<Int> { head.mix.soloed }
}
