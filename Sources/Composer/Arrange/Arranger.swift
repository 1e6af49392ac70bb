public import Music

/// Lays rhythms and patterns out in time.
///
///     let arranger = Arranger(title: "steppe", tempo: tempo)
///     try arranger.timeline(bars: 16) { bar in try blend.rhythm(at: amounts[bar]) }
public struct Arranger: Sendable {
  /// What the piece is called.
  public var title: String
  /// How fast it is.
  public var tempo: Tempo
  /// What must be known about it.
  public var remarks: [String]

  /// An arranger of one piece.
  public init(title: String, tempo: Tempo, remarks: [String] = []) {
    self.title = title
    self.tempo = tempo
    self.remarks = remarks
  }

  /// A piece that plays, bar by bar, the bar of a rhythm which may change with every bar.
  ///
  /// - Parameters:
  ///   - bars: How many bars.
  ///   - markers: Names of bars, counted from 0.
  ///   - rhythm: The rhythm for a bar, counted from 0; bar *k* plays its bar *k* modulo its length.
  /// - Returns: The piece, with the metre of each bar that it plays.
  /// - Throws: ``ComposerError``, that of `rhythm` too.
  public func timeline(
    bars: Int, markers: [Int: String] = [:],
    of rhythm: (Int) throws(ComposerError) -> Rhythm
  ) throws(ComposerError) -> Timeline {
    var piece = try Piece(bars: bars)
    for bar in 0..<bars {
      let rhythm = try rhythm(bar)
      try exactly { () throws(MusicError) in
        try piece.append(rhythm, bar: bar % rhythm.bars.count, marker: markers[bar])
      }
    }
    return piece.timeline(arranger: self)
  }

  /// A piece that plays a pattern, one cycle a bar.
  ///
  /// - Throws: ``ComposerError`` where a value is no sound, or the pattern makes too much.
  public func timeline(
    of pattern: Pattern, bars: Int, metre: Metre, chance: Chance
  ) throws(ComposerError) -> Timeline {
    var piece = try Piece(bars: bars)
    let events = try exactly { () throws(MusicError) in
      try pattern.placed(in: Array(repeating: metre, count: bars), chance: chance)
    }
    for event in events {
      guard let sound = Sound(event.value) else {
        throw .noSound(event.value.description, event.place)
      }
      try exactly { () throws(MusicError) in
        try piece.append(
          Timeline.Note(
            onset: event.onset, length: event.length,
            velocity: sound.voice.usualVelocity(of: .normal), key: sound.key),
          to: sound.voice)
      }
    }
    try exactly { () throws(MusicError) in
      for _ in 0..<bars { try piece.appendBar(metre) }
    }
    return piece.timeline(arranger: self)
  }
}

/// A piece while it grows.
private struct Piece {
  private var end = Fraction.zero
  private var metres: [Timeline.Mark<Metre>] = []
  private var markers: [Timeline.Mark<String>] = []
  private var voices: [Voice] = []
  private var notes: [Voice: [Timeline.Note]] = [:]
  private var count = 0

  init(bars: Int) throws(ComposerError) {
    guard (1...Bounds.pieceBars).contains(bars) else { throw .barCount(bars) }
  }

  mutating func append(_ rhythm: Rhythm, bar: Int, marker: String?) throws(MusicError) {
    let lines = try rhythm.barLines()
    if let marker { markers.append(Timeline.Mark(marker, at: end)) }
    for part in rhythm.parts {
      if notes[part.voice] == nil { open(part.voice) }
      for note in part.notes where lines[bar] <= note.onset && note.onset < lines[bar + 1] {
        try append(
          Timeline.Note(
            onset: try end + note.onset - lines[bar], length: note.length,
            velocity: note.velocity, shift: try rhythm.shift(of: note, in: part, lines: lines),
            key: note.key),
          to: part.voice)
      }
    }
    try appendBar(rhythm.bars[bar])
  }

  mutating func append(_ note: Timeline.Note, to voice: Voice) throws(MusicError) {
    guard count < Bounds.events else { throw .tooMuch }
    count += 1
    if notes[voice] == nil { open(voice) }
    notes[voice]?.append(note)
  }

  mutating func appendBar(_ metre: Metre) throws(MusicError) {
    if metres.last?.content != metre { metres.append(Timeline.Mark(metre, at: end)) }
    end = try end + metre.beats
  }

  private mutating func open(_ voice: Voice) {
    voices.append(voice)
    notes[voice] = []
  }

  func timeline(arranger: Arranger) -> Timeline {
    Timeline(
      title: arranger.title, remarks: arranger.remarks, length: end,
      tempi: [Timeline.Mark(arranger.tempo, at: 0)], metres: metres, markers: markers,
      tracks: voices.map { Timeline.Track(voice: $0, notes: notes[$0] ?? []) })
  }
}
