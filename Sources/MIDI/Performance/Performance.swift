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
    /// The name of what plays it, where that is a program of General MIDI.
    public let instrument: String?
    /// The port by which it is sent, where it names one.
    public let port: String?
    /// The messages in the order in which they are sent.
    public let messages: [TimedMessage]
    /// The syllables that are sung to it.
    public let lyrics: [Mark<String>]
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
  /// The key signature from each tick on.
  public let keys: [Mark<KeySignature>]
  /// Names of places.
  public let markers: [Mark<String>]
  /// What happens at places.
  public let cues: [Mark<String>]
  /// What each voice plays.
  public let tracks: [Track]

  /// Plays a piece on the instruments of a kit.
  ///
  /// A key that is struck again on its channel while it sounds is let go first; of two strokes of
  /// one key at one tick the louder sounds.
  ///
  /// - Throws: ``MIDIError`` where a voice has no instrument or no channel is left.
  /// - Complexity: O(n log n) for n notes.
  public init(of timeline: Timeline, on kit: Kit) throws(MIDIError) {
    let count = timeline.tracks.reduce(0) { $0 + $1.notes.count }
    var (onsets, lengths) = ([Fraction](), [Fraction]())
    onsets.reserveCapacity(count + timeline.metres.count)
    lengths.reserveCapacity(count)
    for track in timeline.tracks {
      for note in track.notes {
        onsets.append(note.onset)
        lengths.append(note.length)
      }
    }
    let ticks = Ticks(for: onsets + timeline.metres.map(\.time), andIfPossible: lengths)
    let last = try ticks(timeline.length)
    let cast = try Cast(timeline.tracks, kit)
    var strokes: [KeyStroke] = []
    strokes.reserveCapacity(count)
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
    largestError = ticks.largestError(of: onsets)
    tempi = try Self.marks(timeline.tempi, ticks)
    metres = try Self.marks(timeline.metres, ticks)
    keys = try Self.marks(timeline.keys, ticks)
    markers = try Self.marks(timeline.markers, ticks)
    cues = try Self.marks(timeline.cues, ticks)
    end = max(last, played.map(\.off).max() ?? 0)
    let byTrack = played.grouped(by: { $0.track }, under: timeline.tracks.count)
    var opened: Set<Channel> = []
    var tracks: [Track] = []
    for indices in Self.grouped(timeline.tracks) {
      let players = indices.map { cast.players[$0] }
      var (opening, messages, closing) = ([TimedMessage](), [TimedMessage](), [TimedMessage]())
      for (index, player) in zip(indices, players) {
        let changes = try Changes(timeline.tracks[index].changes, on: player.channel, ticks)
        if opened.insert(player.channel).inserted { opening += cast.openings[player.channel] ?? [] }
        opening += (player.opening + changes.opening).filter { !opening.contains($0) }
        messages += changes.messages + KeyStroke.messages(of: byTrack[index])
        closing += changes.closing(at: end)
      }
      let first = timeline.tracks[indices[0]]
      let programs = Set(players.map(\.program))
      var lyrics: [Mark<String>] = []
      for index in indices { lyrics += try Self.marks(timeline.tracks[index].lyrics, ticks) }
      tracks.append(
        Track(
          name: first.player?.name ?? first.voice.name,
          instrument: programs.count == 1 ? players[0].program?.name : nil,
          port: first.player?.port,
          messages: opening + Self.ordered(messages) + closing,
          lyrics: lyrics))
    }
    self.tracks = tracks
  }

  /// The numbers of the tracks, those of one player together.
  private static func grouped(_ tracks: [Timeline.Track]) -> [[Int]] {
    var groups: [[Int]] = []
    var byPlayer: [String: Int] = [:]
    for (index, track) in tracks.enumerated() {
      if let name = track.player?.name, let group = byPlayer[name] {
        groups[group].append(index)
      } else {
        if let name = track.player?.name { byPlayer[name] = groups.count }
        groups.append([index])
      }
    }
    return groups
  }

  /// Messages in order; at one tick keys go up, then things are turned, then keys go down.
  private static func ordered(_ messages: [TimedMessage]) -> [TimedMessage] {
    // One number for each, which is sorted faster than the messages are.
    let order = messages.indices.map { index in
      UInt128(messages[index].tick) << 64 | UInt128(messages[index].message.rank) << 56
        | UInt128(index)
    }.sorted()
    return order.map { messages[Int(truncatingIfNeeded: $0 & 0xFF_FFFF_FFFF_FFFF)] }
  }

  private static func marks<Content>(
    _ marks: [Timeline.Mark<Content>], _ ticks: Ticks
  ) throws(MIDIError) -> [Mark<Content>] {
    var result: [Mark<Content>] = []
    for mark in marks { result.append(Mark(tick: try ticks(mark.time), content: mark.content)) }
    return result
  }
}
