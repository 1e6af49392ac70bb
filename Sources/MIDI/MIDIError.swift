public import Music

/// What cannot be put into messages, and why.
public enum MIDIError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No instrument plays a voice.
  case noInstrument(Voice)
  /// More parts need a channel of their own than there are channels.
  case tooManyPrograms(Int)
  /// The piece is longer than a file can hold, or its times are too fine.
  case tooLong

  /// What the user sees after `error:`.
  public var message: String {
    switch self {
    case .noInstrument(let voice): "no instrument plays '\(voice)'"
    case .tooManyPrograms(let count): "\(count) melodic voices need a channel each"
    case .tooLong: "the piece is longer than a MIDI file can hold"
    }
  }

  /// What to do about it, as an instruction.
  public var advice: String {
    switch self {
    case .noInstrument: "use the name of a drum such as 'kick', or a note such as 'c4'"
    case .tooManyPrograms: "use at most \(Channel.melodic.count)"
    case .tooLong: "ask for fewer bars"
    }
  }

  /// The message and, on the next line, the advice.
  public var description: String { "\(message)\n\(advice)" }
}
