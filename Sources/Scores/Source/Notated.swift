import Composer
import Music

/// The theme of a mini-notation: each value is read as a note in some way.
struct Notated: Theme {
  /// How values become notes.
  enum Reading: Sendable {
    /// Names of voices and notes: `bd`, `c4`.
    case sounds
    /// Notes and keys: `c4`, `60.5`.
    case notes
    /// Steps of a scale, from 0.
    case degrees
  }

  private let evaluator: Evaluator
  private let reading: Reading
  /// The number of the text among those of its score, so that each has chances of its own.
  private let number: UInt64
  /// What the values that are written mean.
  private let values: [Value: Sounding]
  let repeats: Bool

  /// Reads every value of a pattern once; a value that is no note is a rest.
  init(_ pattern: Pattern, as reading: Reading, number: Int) throws(MusicError) {
    evaluator = try Evaluator(pattern)
    self.reading = reading
    self.number = UInt64(number)
    var values: [Value: Sounding] = [:]
    for (value, _) in pattern.values where values[value] == nil {
      values[value] = Self.sounding(value, reading)
    }
    self.values = values
    repeats = !pattern.asksChance
  }

  /// Whether a value is a note in a reading.
  static func isNote(_ value: Value, in reading: Reading) -> Bool {
    sounding(value, reading) != nil
  }

  private static func sounding(_ value: Value, _ reading: Reading) -> Sounding? {
    guard let (voice, tone) = sound(of: value, reading) else { return nil }
    return Sounding(
      onset: 0, length: 1, voice: voice, tone: tone,
      velocity: voice.usualVelocity(of: .normal))
  }

  private static func sound(of value: Value, _ reading: Reading) -> (Voice, Sounding.Tone)? {
    switch (reading, value.head) {
    case (.degrees, .number(let number)): return (melody, .degree(number))
    case (.notes, .number(let number)):
      let keys = Fraction(Key.numbers.lowerBound)...Fraction(Key.numbers.upperBound)
      return keys.contains(number) ? (melody, .pitch(number)) : nil
    case (.notes, .word(let word)):
      return Key(name: word).map { (melody, .pitch(Fraction($0.number))) }
    case (.sounds, _):
      guard let sound = Sound(value) else { return nil }
      return (sound.voice, sound.key.map { .pitch(Fraction($0.number)) } ?? .usual)
    default: return nil
    }
  }

  private static let melody: Voice = "melody"

  func notes(in span: Span, _ scene: inout Scene) throws(ComposerError) -> [Sounding] {
    let chance = scene.chance.part(number)
    let events = try exactly { () throws(MusicError) in
      try evaluator.asking(chance).onsets(in: span)
    }
    try scene.count(max(1, events.count))
    return try exactly { () throws(MusicError) in
      var notes: [Sounding] = []
      notes.reserveCapacity(events.count)
      for event in events {
        guard
          var note = values[event.value] ?? Self.sounding(event.value, reading)
        else { continue }
        note.onset = event.whole.begin
        note.length = try event.whole.end - event.whole.begin
        note.place = event.place
        notes.append(note)
      }
      return notes
    }
  }
}

extension Pattern {
  /// Whether something in it is left to chance.
  var asksChance: Bool {
    switch self {
    case .silence, .value: false
    case .degrade, .choice: true
    case .sequence(let steps), .alternation(let steps): steps.contains { $0.pattern.asksChance }
    case .stack(let parts): parts.contains(where: \.asksChance)
    case .polymetre(let rows, let rate):
      rows.joined().contains { $0.pattern.asksChance } || rate?.asksChance ?? false
    case .fast(let inner, let other), .slow(let inner, let other), .range(let inner, let other),
      .index(let inner, let other):
      inner.asksChance || other.asksChance
    case .replicate(let inner, _): inner.asksChance
    case .euclid(let inner, let onsets, let slots, let rotation):
      [inner, onsets, slots].contains(where: \.asksChance) || rotation?.asksChance ?? false
    }
  }
}
