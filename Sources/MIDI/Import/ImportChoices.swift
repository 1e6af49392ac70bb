public import Music

/// What of a MIDI file becomes a rhythm, and what is known about it better than the file does.
public struct ImportChoices: Hashable, Sendable {
  /// The tracks, each by its number from 1 on or by its name; all where none is named.
  public var tracks: [String] = []
  /// The channels; all where none is named.
  public var channels: Set<Channel> = []
  /// The bars, counted from 1; where nothing is said, those from the first note to the last.
  public var bars: ClosedRange<Int>?
  /// The metre of every bar, counted from the beginning of the file, instead of the file's own.
  public var metre: Metre?
  /// The length of a step as one part of a whole note, instead of the one that is found.
  public var grid: Fraction?
  /// Whether the keys of every channel are drums, and not those of channel 10 alone.
  public var allAreDrums = false
  /// The tempo of a file that counts frames instead of beats; 120 where nothing is said.
  public var tempo: Tempo?

  /// Everything that sounds.
  public init() {}
}

/// A rhythm out of a file, and where in the file it was.
public struct Imported: Sendable {
  /// The rhythm; its origin says only that it was imported, and which bars.
  public let rhythm: Rhythm
  /// The bars of the file, counted from 1.
  public let bars: ClosedRange<Int>
  /// What the file calls it: the chosen track, else the whole; nothing where neither has a name.
  public let title: Text?
  /// The slowest and the fastest tempo in those bars, in quarter notes a minute.
  public let tempi: ClosedRange<Double>
  /// Whether the file counts frames, so that its beats are those of a tempo that was chosen.
  public let countsFrames: Bool
}
