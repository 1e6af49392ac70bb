/// What a key asks for while a piece plays.
enum LiveCommand: Hashable, Sendable {
  /// Pause, or play on.
  case pause
  /// Play from the beginning.
  case begin
  /// Go to another section: so many after this one, or before it where it is below zero.
  case section(Int)
  /// Play faster by so many beats a minute, or slower.
  case tempo(Int)
  /// Move the chosen amount by so many steps.
  case amount(Int)
  /// Choose the next of the amounts.
  case nextAmount
  /// Mute a track or let it sound again, by its number, from 1.
  case mute(Int)
  /// Let a track sound alone or no longer alone, by its number, from 1.
  case solo(Int)
  /// Let all tracks sound.
  case hearAll
  /// Switch off all that sounds.
  case panic
  /// Draw what the terminal shows anew.
  case redraw
  /// Say what keys there are.
  case help
  case quit
}

/// What each key asks for.
///
/// A digit alone mutes, the commonest wish; behind `s` it is for solo. Shifted digits are other
/// signs on every keyboard, and so are none of these.
struct LiveKeys {
  /// Whether the next digit is for solo.
  private(set) var isSolo = false

  /// How many beats a minute, or steps of an amount, a key means with shift.
  private static let leap = 10

  /// The command of the next key; nothing where it has none, or where more must come.
  mutating func command(for key: TypedKey) -> LiveCommand? {
    let solo = isSolo
    isSolo = key == .character("s") && !solo
    switch key {
    case .character("s"): return nil
    case .character(let sign):
      guard let digit = sign.wholeNumberValue, sign.isASCII else { return Self.signs[sign] }
      let track = digit == 0 ? 10 : digit
      return solo ? .solo(track) : .mute(track)
    case .arrow(let direction, let held):
      let count = held.isEmpty ? 1 : Self.leap
      return switch direction {
      case .up: .tempo(count)
      case .down: .tempo(-count)
      case .right: .section(1)
      case .left: .section(-1)
      }
    case .pageUp: return .tempo(Self.leap)
    case .pageDown: return .tempo(-Self.leap)
    case .home: return .begin
    case .tab: return .nextAmount
    case .control("d"): return .quit
    case .control("l"): return .redraw
    case .control, .enter, .backspace, .delete, .escape, .end: return nil
    }
  }

  private static let signs: [Character: LiveCommand] = [
    " ": .pause, "+": .amount(1), "=": .amount(1), "-": .amount(-1), "_": .amount(-1),
    "a": .hearAll, "p": .panic, "?": .help, "h": .help, "q": .quit,
  ]

  /// What the keys do, for whoever asks.
  static let help = """
    space       pause, or play on         1 ... 9, 0  mute a track, or no longer
    left right  section before, after     s 1 ...     hear it alone, or no longer
    up down     tempo, with shift by 10   a           hear all tracks
    + -         the amount of the blend   p           panic: all notes off
    tab         the next amount           q           quit
    home        from the beginning        ?           these keys, and the tracks
    """
}
