public import Music

/// A piece as messages at ticks: what a file holds and a port sends.
public struct Performance: Hashable, Sendable {
  /// A message and when it is sent.
  public struct TimedMessage: Hashable, Sendable {
    /// When, in ticks from the beginning.
    public let tick: Int
    /// What.
    public let message: Message
  }

  /// What one voice plays.
  public struct Track: Hashable, Sendable {
    /// The name of the voice.
    public let name: String
    /// The messages in the order in which they are sent.
    public let messages: [TimedMessage]
  }

  /// Something that is so from a tick on.
  public struct Mark<Content: Hashable & Sendable>: Hashable, Sendable {
    /// From when, in ticks.
    public let tick: Int
    /// What.
    public let content: Content
  }

  /// What the piece is called.
  public let title: String
  /// What must be known about it.
  public let remarks: [String]
  /// Ticks in a quarter note.
  public let ticksPerBeat: Int
  /// Where the piece ends: its last bar line, or a tick behind a note that begins only there.
  public let end: Int
  /// The largest distance of a note from its exact place, in ticks; micro-timing left out.
  public let largestError: Double
  /// The tempo from each tick on.
  public let tempi: [Mark<Tempo>]
  /// The metre from each tick on.
  public let metres: [Mark<Metre>]
  /// Names of places.
  public let markers: [Mark<String>]
  /// What each voice plays.
  public let tracks: [Track]

  /// Plays a piece on some instruments.
  ///
  /// A key that is struck again on its channel while it sounds is let go first; of two strokes of
  /// one key at one tick the louder sounds.
  ///
  /// - Throws: ``MIDIError`` where a voice has no instrument or no channel is left.
  /// - Complexity: O(n log n) for n notes.
  public init(of timeline: Timeline, on instruments: Instruments) throws(MIDIError) {
    let onsets = timeline.tracks.flatMap { $0.notes.map(\.onset) }
    let lengths = timeline.tracks.flatMap { $0.notes.map(\.length) }
    let ticks = Ticks(
      for: Set(onsets).union(timeline.metres.map(\.time)), andIfPossible: Set(lengths))
    let last = try ticks(timeline.length)
    let cast = try Cast(timeline.tracks.map(\.voice), instruments)
    var strokes: [KeyStroke] = []
    for (index, track) in timeline.tracks.enumerated() {
      for note in track.notes {
        strokes.append(
          try KeyStroke(
            note, track: index, player: cast.players[index], ticks, timeline.tempi, last: last))
      }
    }
    let played = KeyStroke.separated(strokes)
    title = timeline.title
    remarks = timeline.remarks
    ticksPerBeat = ticks.perBeat
    largestError = ticks.largestError(of: Set(onsets))
    tempi = try Self.marks(timeline.tempi, ticks)
    metres = try Self.marks(timeline.metres, ticks)
    markers = try Self.marks(timeline.markers, ticks)
    end = max(last, played.map(\.off).max() ?? 0)
    let byTrack = Dictionary(grouping: played, by: \.track)
    tracks = timeline.tracks.enumerated().map { index, track in
      Track(
        name: track.voice.name,
        messages: cast.players[index].opening + KeyStroke.messages(of: byTrack[index] ?? []))
    }
  }

  private static func marks<Content>(
    _ marks: [Timeline.Mark<Content>], _ ticks: Ticks
  ) throws(MIDIError) -> [Mark<Content>] {
    var result: [Mark<Content>] = []
    for mark in marks { result.append(Mark(tick: try ticks(mark.time), content: mark.content)) }
    return result
  }
}

/// Who plays each track: its channel, its program and its usual key.
private struct Cast {
  struct Player {
    let channel: Channel
    let program: Program?
    let key: Key

    /// What is sent before the first note.
    var opening: [Performance.TimedMessage] {
      guard let program else { return [] }
      return [Performance.TimedMessage(tick: 0, message: .program(program, channel))]
    }
  }

  private(set) var players: [Player] = []

  init(_ voices: [Voice], _ instruments: Instruments) throws(MIDIError) {
    var free = Channel.melodic[...]
    var programs = 0
    for voice in voices {
      switch try instruments.instrument(for: voice) {
      case .drum(let key): players.append(Player(channel: .drums, program: nil, key: key))
      case .program(let program, let key):
        programs += 1
        guard let channel = free.popFirst() else { continue }
        players.append(Player(channel: channel, program: program, key: key))
      }
    }
    guard programs <= Channel.melodic.count else { throw .tooManyPrograms(programs) }
  }
}

/// A key that goes down and up again.
private struct KeyStroke {
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
    guard let tempo = (tempi.last { $0.time <= note.onset } ?? tempi.first)?.content else {
      preconditionFailure("a piece has a tempo from its beginning")
    }
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

  /// The strokes, each key let go before it is struck again.
  ///
  /// Where the next stroke is on another track the key goes up one tick before, as programs that
  /// merge tracks may put an off behind an on of the same tick; of two strokes that leave no tick
  /// between them for it the louder sounds.
  static func separated(_ strokes: [KeyStroke]) -> [KeyStroke] {
    let byKey = Dictionary(grouping: strokes) { $0.channel.number * 128 + $0.key.number }
    return byKey.values.flatMap { strokes in
      var played: [KeyStroke] = []
      for stroke in strokes.sorted(by: { ($0.on, -$0.velocity.value) < ($1.on, -$1.velocity.value) }
      ) {
        guard let last = played.last else {
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
  }

  /// The messages of some strokes; at one tick keys go up before others go down.
  static func messages(of strokes: [KeyStroke]) -> [Performance.TimedMessage] {
    let messages = strokes.flatMap { stroke in
      [
        (
          order: (stroke.on, 1, stroke.key.number),
          message: Message.noteOn(stroke.key, Level(stroke.velocity), stroke.channel)
        ),
        (
          order: (stroke.off, 0, stroke.key.number),
          message: Message.noteOff(stroke.key, release: .usualRelease, stroke.channel)
        ),
      ]
    }
    return messages.sorted { $0.order < $1.order }.map { entry in
      Performance.TimedMessage(tick: entry.order.0, message: entry.message)
    }
  }
}
