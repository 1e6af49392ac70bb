import Music

/// A key that goes down and up again.
struct KeyStroke {
  let track: Int
  let channel: Channel
  let key: Key
  let velocity: Velocity
  let on: Int
  var off: Int

  init(
    _ note: Timeline.Note, track: Int, player: Cast.Player, _ ticks: Ticks,
    _ tempi: [Timeline.Mark<Tempo>], last: Int
  ) throws(MIDIError) {
    let tempo =
      note.shift.microseconds == 0 ? tempi[0].content : Self.tempo(at: note.onset, in: tempi)
    let end: Fraction
    do { end = try note.onset + note.length } catch { throw .tooLong }
    self.track = track
    channel = player.channel
    key = note.key ?? player.key
    velocity = note.velocity
    on = try ticks(note.onset, shifted: note.shift, at: tempo)
    // A shift moves no note past the end, so that a loop is as long as its bars.
    off = max(on + 1, min(last, try ticks(end, shifted: note.shift, at: tempo)))
  }

  /// The tempo at a time: that of the last mark before it.
  ///
  /// - Complexity: O(log n) for n marks.
  private static func tempo(at time: Fraction, in tempi: [Timeline.Mark<Tempo>]) -> Tempo {
    tempi[max(0, tempi.partitioningIndex { $0.time > time } - 1)].content
  }

  /// The strokes, each key let go before it is struck again.
  ///
  /// Where the next stroke is on another track the key goes up one tick before, as programs that
  /// merge tracks may put an off behind an on of the same tick; of two strokes that leave no tick
  /// between them for it the louder sounds.
  static func separated(_ strokes: [KeyStroke]) -> [KeyStroke] {
    // One number for each, which is sorted faster than the strokes are: key, tick, loudest first.
    let order = strokes.indices.map { index in
      let stroke = strokes[index]
      let number = UInt128(stroke.channel.number * 128 + stroke.key.number)
      return number << 112 | UInt128(stroke.on) << 48
        | UInt128(Velocity.values.upperBound - stroke.velocity.value) << 40 | UInt128(index)
    }.sorted()
    var played: [KeyStroke] = []
    played.reserveCapacity(strokes.count)
    for number in order {
      let stroke = strokes[Int(truncatingIfNeeded: number & 0xFF_FFFF_FFFF)]
      guard let last = played.last, last.key == stroke.key, last.channel == stroke.channel else {
        played.append(stroke)
        continue
      }
      let isApart = last.track != stroke.track
      if stroke.on - last.on < (isApart ? 2 : 1) {
        if stroke.velocity > last.velocity { played[played.count - 1] = stroke }
        continue
      }
      let latest = isApart ? stroke.on - 1 : stroke.on
      played[played.count - 1].off = min(last.off, latest)
      played.append(stroke)
    }
    return played
  }

  /// The messages of some strokes, the lower key first at one tick.
  static func messages(of strokes: [KeyStroke]) -> [Performance.TimedMessage] {
    var messages: [Performance.TimedMessage] = []
    messages.reserveCapacity(2 * strokes.count)
    for stroke in strokes.sorted(by: { $0.key < $1.key }) {
      messages.append(
        .init(
          tick: stroke.on, message: .noteOn(stroke.key, Level(stroke.velocity), stroke.channel)))
      messages.append(
        .init(
          tick: stroke.off,
          message: .noteOff(stroke.key, release: .usualRelease, stroke.channel)))
    }
    return messages
  }
}

extension [KeyStroke] {
  /// The strokes in groups by a small number, each in their order.
  func grouped(by number: (KeyStroke) -> Int, under limit: Int) -> [[KeyStroke]] {
    var groups: [[KeyStroke]] = Array<[KeyStroke]>(repeating: [], count: limit)
    for stroke in self { groups[number(stroke)].append(stroke) }
    return groups
  }
}
