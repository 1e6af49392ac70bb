public import Music

/// What new music cannot be made, and why.
public enum ComposerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A time cannot be kept exactly, or a pattern makes too many events.
  case music(MusicError)
  /// Two voices have more notes than can be matched in bounded time.
  case tooManyNotesToMatch
  /// Two rhythms meet only after more bars than a rhythm may have.
  case tooManyBarsToMeet(Int)
  /// Two rhythms would be repeated to more notes than a rhythm may have.
  case tooManyNotesToMeet
  /// A value of a pattern names no sound.
  case noSound(String, Place)
  /// A voice that was chosen is none of its rhythm's voices.
  case noVoice(Voice, of: String, among: [Voice])
  /// A sound that was chosen was chosen before, or a part of it.
  case soundTwice(SoundMap.Stream)
  /// A piece is asked for with more bars than it may have, or none.
  case barCount(Int)

  /// What the user sees after `error:`.
  public var message: String {
    switch self {
    case .music(let error): error.message
    case .tooManyNotesToMatch: "these voices have too many notes to be blended"
    case .tooManyBarsToMeet(let bars): "these rhythms meet only after \(bars) bars"
    case .tooManyNotesToMeet: "these rhythms have too many notes before they meet"
    case .noSound(let value, _): "'\(value)' is no sound"
    case .noVoice(let voice, let rhythm, _): "\(rhythm) has no voice '\(voice)'"
    case .soundTwice(let stream): "'\(stream)' has become something already"
    case .barCount(let count): "a piece cannot have \(count) bars"
    }
  }

  /// What to do about it, as an instruction.
  public var advice: String {
    switch self {
    case .music(let error): error.advice
    case .tooManyNotesToMatch: "blend shorter rhythms"
    case .tooManyBarsToMeet, .tooManyNotesToMeet:
      "fit them in another way, or blend shorter rhythms"
    case .noSound: "write a voice such as 'bd', a note such as 'c4', or a key from 0 to 127"
    case .noVoice(_, _, let voices):
      "take one of its own: \(voices.map(\.name).joined(separator: ", "))"
    case .soundTwice: "say once what each sound becomes"
    case .barCount: "ask for 1 to \(Bounds.pieceBars) bars"
    }
  }

  /// The message and, on the next line, the advice.
  public var description: String { "\(message)\n\(advice)" }
}

/// Does exact arithmetic, and gives its failure as one of this target.
package func exactly<Result>(
  _ compute: () throws(MusicError) -> Result
) throws(ComposerError) -> Result {
  do { return try compute() } catch { throw .music(error) }
}
