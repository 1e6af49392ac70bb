public import Music

extension Rhythm {
  /// The most bars that a pattern is taken to need before it repeats.
  private static let longestPeriod = 16

  /// The finite rhythm that a pattern repeats, one cycle a bar.
  ///
  /// It has as many bars as the pattern needs to repeat, at most 16; of a pattern that does not
  /// repeat by then, the first 16 are taken.
  ///
  /// - Parameters:
  ///   - pattern: What is played.
  ///   - metre: The bar in which a cycle sounds.
  ///   - origin: What the rhythm says of itself.
  ///   - chance: Decides what the pattern leaves to chance.
  /// - Throws: ``ComposerError`` where a value is no sound, or the pattern makes too much.
  public init(
    sampling pattern: Pattern, in metre: Metre, origin: Origin, chance: Chance
  ) throws(ComposerError) {
    let bars = Array(repeating: metre, count: 2 * Self.longestPeriod)
    let events = try exactly { () throws(MusicError) in
      try pattern.placed(in: bars, chance: chance, most: 2 * Bounds.rowSteps)
    }
    let length = metre.beats
    let count = try exactly { () throws(MusicError) in
      try Self.period(of: events, bars: bars.count, length: length)
    }
    let end = try exactly { () throws(MusicError) in try length * Fraction(count) }
    let parts = try Self.parts(of: events.filter { $0.onset < end })
    do throws(MusicError) {
      try self.init(
        origin: origin, bars: Array(bars.prefix(count)), grid: Fraction(1, 16),
        tempo: TempoRange(rate: 120...120), parts: parts)
    } catch {
      throw .music(error)
    }
  }

  private static func period(
    of events: [PlacedEvent], bars: Int, length: Fraction
  ) throws(MusicError) -> Int {
    var contents = Array(repeating: [PlacedEvent](), count: bars)
    for event in events {
      let bar = try (event.onset / length).floor
      contents[bar].append(
        PlacedEvent(
          onset: try event.onset - Fraction(bar) * length, length: event.length,
          value: event.value, place: event.place))
    }
    return (1...longestPeriod).first { period in
      zip(contents, contents.dropFirst(period)).allSatisfy(==)
    } ?? longestPeriod
  }

  /// A part for each voice; of keys that one voice strikes together, each has a voice of its own.
  private static func parts(of events: [PlacedEvent]) throws(ComposerError) -> [Part] {
    var voices: [Voice] = []
    var notes: [Voice: [Note]] = [:]
    for event in events {
      guard let sound = Sound(event.value) else {
        throw .noSound(event.value.description, event.place)
      }
      let note = Note(
        onset: event.onset, length: event.length, stroke: .normal,
        velocity: sound.voice.usualVelocity(of: .normal), key: sound.key)
      var (voice, number) = (sound.voice, 1)
      while let last = notes[voice]?.last, last.onset == note.onset, last.key != note.key {
        number += 1
        voice = Voice("\(sound.voice)-\(number)")
      }
      if notes[voice] == nil { voices.append(voice) }
      notes[voice, default: []].append(note)
    }
    return voices.map { Part(voice: $0, notes: notes[$0] ?? []) }
  }
}
