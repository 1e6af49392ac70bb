public import Music

/// Lays rhythms and patterns out in time.
///
///     let arranger = Arranger(title: "steppe", tempo: tempo)
///     try arranger.timeline(bars: 16) { bar in try jump.bar(bar % 4, at: amounts[bar]) }
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

  /// A piece that repeats a rhythm for some bars.
  ///
  /// - Throws: ``ComposerError``.
  public func timeline(
    of rhythm: Rhythm, bars: Int, markers: [Int: String] = [:]
  ) throws(ComposerError) -> Timeline {
    try timeline(bars: bars, markers: markers) { bar throws(ComposerError) in
      try exactly { () throws(MusicError) in try rhythm.bar(bar % rhythm.bars.count) }
    }
  }

  /// A piece of bars that are given one by one.
  ///
  /// - Parameters:
  ///   - bars: How many bars.
  ///   - markers: Names of bars, counted from 0.
  ///   - bar: What sounds in a bar, counted from 0: a rhythm of one bar.
  /// - Returns: The piece, with the metre of each bar that it plays.
  /// - Throws: ``ComposerError``, that of `bar` too.
  public func timeline(
    bars: Int, markers: [Int: String] = [:],
    of bar: (Int) throws(ComposerError) -> Rhythm
  ) throws(ComposerError) -> Timeline {
    var piece = try Piece(bars: bars)
    for index in 0..<bars {
      let rhythm = try bar(index)
      try exactly { () throws(MusicError) in try piece.append(rhythm, marker: markers[index]) }
    }
    return try exactly { () throws(MusicError) in try piece.timeline(arranger: self) }
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
    return try exactly { () throws(MusicError) in try piece.timeline(arranger: self) }
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

  mutating func append(_ rhythm: Rhythm, marker: String?) throws(MusicError) {
    if let marker { markers.append(Timeline.Mark(marker, at: end)) }
    for part in rhythm.parts {
      if notes[part.voice] == nil { open(part.voice) }
      for note in part.notes {
        try append(
          Timeline.Note(
            onset: try end + note.onset, length: note.length, velocity: note.velocity,
            shift: try rhythm.shift(of: note, in: part), key: note.key),
          to: part.voice)
      }
    }
    for bar in rhythm.bars { try appendBar(bar) }
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

  /// The piece, its notes cut where it ends, so that a loop is as long as its bars.
  func timeline(arranger: Arranger) throws(MusicError) -> Timeline {
    let tracks = try voices.map { voice throws(MusicError) in
      Timeline.Track(
        voice: voice,
        notes: try (notes[voice] ?? []).map { note throws(MusicError) in
          try note.onset + note.length <= end ? note : note.lasting(try end - note.onset)
        })
    }
    return Timeline(
      title: arranger.title, remarks: arranger.remarks, length: end,
      tempi: [Timeline.Mark(arranger.tempo, at: 0)], metres: metres, markers: markers,
      tracks: tracks)
  }
}

extension Timeline.Note {
  fileprivate func lasting(_ length: Fraction) -> Timeline.Note {
    Timeline.Note(onset: onset, length: length, velocity: velocity, shift: shift, key: key)
  }
}
