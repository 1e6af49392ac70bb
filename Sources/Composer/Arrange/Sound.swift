public import Music

/// What a value of a mini-notation sounds as: a voice, and a key where it names one.
public struct Sound: Hashable, Sendable {
  /// Who plays.
  public let voice: Voice
  /// At which pitch, where the value says it.
  public let key: Key?

  /// The voice that plays values which are notes or keys.
  static let melody: Voice = "melody"

  /// Reads a value: a short or full name of a voice, a note such as `c4`, a key from 0 to 127.
  ///
  /// A variant, as in `bd:3`, chooses among samples; General MIDI has one sound of each name, so
  /// that all variants sound the same.
  ///
  /// - Returns: Nothing for a number that is no key.
  public init?(_ value: Value) {
    switch value.head {
    case .number(let number):
      guard number.denominator == 1, let key = Key(number.numerator) else { return nil }
      (voice, self.key) = (Self.melody, key)
    case .word(let word):
      let full = Self.shortNames[word] ?? word
      let key = Voice.known[full] == nil ? Key(name: word) : nil
      (voice, self.key) = (key == nil ? Voice(full) : Self.melody, key)
    case .list: return nil
    }
  }

  /// The short names of drum sounds that Strudel and TidalCycles users write.
  ///
  /// Source: the names of drum-machine sounds in the Strudel documentation, "Sounds"; `sn`, `rs`,
  /// `ch` and `ph` are Tidal's and drum-machine practice.
  public static let shortNames: [String: String] = [
    "bd": "kick", "sd": "snare", "sn": "snare", "cp": "clap", "rim": "rim", "rs": "rim",
    "hh": "hat", "ch": "hat", "ph": "pedal-hat", "oh": "open-hat", "lt": "low-tom",
    "mt": "mid-tom", "ht": "high-tom", "cr": "crash", "rd": "ride", "rb": "ride-bell",
    "cb": "cowbell", "sh": "shaker", "tb": "tambourine",
  ]
}
