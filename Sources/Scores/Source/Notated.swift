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
    /// Chords: `dm7`, `g7`.
    case chords
  }

  private let evaluator: Evaluator
  private let reading: Reading
  /// The number of the text among those of its score, so that each has chances of its own.
  private let number: UInt64
  /// What the values that are written mean.
  private let values: [Value: [Sounding]]
  let traits: Traits

  /// Reads every value of a pattern once; a value that is no note is a rest.
  init(_ pattern: Pattern, as reading: Reading, number: Int) throws(MusicError) {
    evaluator = try Evaluator(pattern)
    self.reading = reading
    self.number = UInt64(number)
    var values: [Value: [Sounding]] = [:]
    for (value, _) in pattern.values where values[value] == nil {
      values[value] = Self.soundings(value, reading)
    }
    self.values = values
    var traits = Traits()
    traits.constancy = pattern.constancy
    traits.longest = min(try pattern.longest(), Traits.mostCycles)
    traits.voices = Set(values.values.joined().map(\.voice))
    self.traits = traits
  }

  /// Whether a value is a note in a reading.
  static func isNote(_ value: Value, in reading: Reading) -> Bool {
    !soundings(value, reading).isEmpty
  }

  private static func soundings(_ value: Value, _ reading: Reading) -> [Sounding] {
    if reading == .chords {
      guard case .word(let word) = value.head, let chord = Chord(name: word) else { return [] }
      return chord.voicing(near: middle).map {
        sounding(melody, .pitch(Fraction($0.number)))
      }
    }
    return sound(of: value, reading).map { [sounding($0, $1)] } ?? []
  }

  private static func sounding(_ voice: Voice, _ tone: Sounding.Tone) -> Sounding {
    Sounding(
      onset: 0, length: 1, voice: voice, tone: tone, velocity: voice.usualVelocity(of: .normal))
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
  private static let middle = Key(clamping: 60)

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
        for var note in values[event.value] ?? Self.soundings(event.value, reading) {
          note.onset = event.whole.begin
          note.length = try event.whole.end - event.whole.begin
          note.place = event.place
          notes.append(note)
        }
      }
      return notes
    }
  }
}
