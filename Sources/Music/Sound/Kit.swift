/// What plays a voice: a sound, and how it is set.
public struct Instrument: Hashable, Sendable {
  /// Where the sound is.
  public enum Sound: Hashable, Sendable {
    /// On a key of a drum channel.
    case drum(Key)
    /// A program, and the key for notes that have none of their own.
    case program(Program, Key)
  }

  /// The sound.
  public var sound: Sound
  /// The channel, where it is not the one for drums or the next free one.
  public var channel: Channel?
  /// The bank of the program, of a synthesizer that has many.
  public var bank: Bank?
  /// How loud the part is.
  public var volume: Level?
  /// Where the part is heard: 0 left, 64 in the middle, 127 right.
  public var pan: Level?

  /// A sound, set as it is.
  public init(_ sound: Sound) {
    self.sound = sound
  }

  /// A key of the drum channel.
  public static func drum(_ key: Key) -> Instrument { Instrument(.drum(key)) }

  /// A program, and the key for notes that have none of their own.
  public static func program(_ program: Program, _ key: Key) -> Instrument {
    Instrument(.program(program, key))
  }
}

/// One of the banks in which a synthesizer keeps its programs: 0 to 16383.
public struct Bank: Hashable, Sendable {
  /// The banks there are.
  public static let numbers = 0...16_383

  /// The bank's number, always one of ``numbers``.
  public let number: Int

  /// A bank, or nothing where the number is out of range.
  public init?(_ number: Int) {
    guard Self.numbers.contains(number) else { return nil }
    self.number = number
  }
}

/// Which instrument plays which voice.
public struct Kit: Hashable, Sendable {
  /// What it is called.
  public var name: String

  /// The instruments by their voices.
  public var byVoice: [Voice: Instrument]

  /// What plays all other voices, where something does.
  public var others: Instrument?

  /// The program and the settings of the drum channel, of a synthesizer with many sets of drums.
  public var drumSet: Instrument?

  /// A kit.
  public init(
    name: String = "", _ byVoice: [Voice: Instrument], others: Instrument? = nil
  ) {
    self.name = name
    self.byVoice = byVoice
    self.others = others
  }

  /// What plays a voice, where something does: also every drum that is named by its key, and each
  /// further voice of a line.
  public subscript(_ voice: Voice) -> Instrument? {
    byVoice[voice] ?? voice.drumKey.map(Instrument.drum) ?? voice.line.flatMap { byVoice[$0] }
      ?? others
  }
}
