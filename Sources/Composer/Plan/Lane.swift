import Music

/// Two streams of notes that turn into each other.
struct Lane {
  /// The name, the same whichever stream is first.
  let name: String
  /// When its changes come in the order of voices: 0 for first.
  let order: Int
  let first: [VoicedNote]
  let second: [VoicedNote]
  /// Who plays at the beginning.
  let firstVoice: Voice?
  /// Who plays at the end.
  let secondVoice: Voice?

  init(_ pair: SoundMap.Pair, first: Rhythm, second: Rhythm) {
    name = [pair.first, pair.second].map { $0?.description ?? "" }.sorted().joined(separator: "|")
    order = pair.order
    self.first = Self.notes(of: pair.first, in: first)
    self.second = Self.notes(of: pair.second, in: second)
    (firstVoice, secondVoice) = (pair.first?.voice, pair.second?.voice)
  }

  private init(turning lane: Lane) {
    name = lane.name
    order = lane.order
    first = lane.second
    second = lane.first
    (firstVoice, secondVoice) = (lane.secondVoice, lane.firstVoice)
  }

  /// The lane from its end to its beginning.
  var turned: Lane { Lane(turning: self) }

  /// The notes of a stream; none where there is no stream.
  static func notes(of stream: SoundMap.Stream?, in rhythm: Rhythm) -> [VoicedNote] {
    guard let stream, let part = rhythm[stream.voice] else { return [] }
    return part.notes.filter(stream.contains).map { VoicedNote(voice: stream.voice, note: $0) }
  }

  /// Whether some lanes begin with less than others: fewer notes, or earlier and softer ones.
  ///
  /// Every blend runs from the lesser to the greater rhythm inside, so that a blend and the blend
  /// from the other side are one computation, and equal even where several plans cost the same.
  static func isBefore(_ left: [Lane], _ right: [Lane]) -> Bool {
    let (a, b) = (left.flatMap(\.first), right.flatMap(\.first))
    guard a.count == b.count else { return a.count < b.count }
    guard left.map(\.first.count) == right.map(\.first.count) else {
      return left.map(\.first.count).lexicographicallyPrecedes(right.map(\.first.count))
    }
    return a.lexicographicallyPrecedes(b)
  }
}

/// The circle of a rhythm's whole length, in ticks that every onset lies on.
struct Circle {
  /// Ticks in a quarter note.
  let ticksPerBeat: Int
  /// Ticks in the whole circle.
  let length: Int
  /// How far a note of full velocity may move, in ticks.
  let reach: Int

  /// The finest circle: finer would not leave room for the squares of all distances.
  static let finest = 1 << 20

  init(_ first: Rhythm, _ second: Rhythm, reach: Fraction) throws(ComposerError) {
    let times =
      (first.parts + second.parts).flatMap { $0.notes.map(\.onset) }
      + [first.beats, reach]
    let ticks = try exactly { () throws(MusicError) in
      try Fraction.commonDenominator(of: times, most: Self.finest)
    }
    ticksPerBeat = ticks
    length = first.beats.numerator * (ticks / first.beats.denominator)
    self.reach = reach.numerator * (ticks / reach.denominator)
  }

  /// How far apart two notes are heard as one at most, in ticks: 16 ms at 120 quarter notes a minute.
  ///
  /// Source: drummers' own asynchronies are noticed from about 19 ms on (preprint jsg94 at
  /// sciety.org).
  var together: Int { 4 * ticksPerBeat / 125 }

  func ticks(of time: Fraction) -> Int {
    time.numerator * (ticksPerBeat / time.denominator)
  }
}
