/// How much a text may ask for: every bound of the program, in one place.
///
/// What goes beyond a bound is refused with an error as soon as that is known: most texts when they
/// are read, the rest before a piece takes more than some seconds or some hundred megabytes.
public enum Bounds {
  /// Characters of one mini-notation.
  public static let notationCharacters = 65_536

  /// Bytes of one word of a mini-notation, and of the name of a voice.
  public static let wordBytes = 1024

  /// Bytes of one pattern file.
  public static let fileBytes = 1 << 20

  /// Bytes of one MIDI file that is read.
  public static let midiFileBytes = 1 << 30

  /// Faults of one text that are told, as each takes a look at the whole of it.
  public static let faults = 100

  /// How deep brackets and operators may nest.
  public static let nesting = 100

  /// Steps, sounding or silent, that a pattern may make in one cycle.
  public static let stepsPerCycle = 65_536

  /// Bars of one rhythm.
  public static let rhythmBars = 1024

  /// Voices of one rhythm.
  public static let rhythmVoices = 256

  /// Steps of one row of a rhythm, and notes of all its voices.
  public static let rowSteps = 65_536

  /// Cells of one picture, steps times voices, that is drawn as a file.
  public static let pictureCells = 65_536

  /// Bars of one piece.
  public static let pieceBars = 10_000

  /// Notes of one piece, and events of one query.
  public static let events = 1_000_000

  /// Themes that one track of a score may be made of.
  public static let themes = 100_000

  /// Steps that one query may visit, sounding or silent.
  public static let visits = 20_000_000

  /// Cells of the tables that match the notes of one rhythm to those of another.
  public static let matchingCells = 50_000_000
}
