/// How much a text may ask for: every bound of the program, in one place.
///
/// A text beyond a bound is refused with an error before time or memory is spent on it.
public enum Bounds {
  /// Characters of one mini-notation.
  public static let notationCharacters = 65_536

  /// Bytes of one pattern file.
  public static let fileBytes = 1 << 20

  /// How deep brackets and operators may nest.
  public static let nesting = 100

  /// Steps, sounding or silent, that a pattern may make in one cycle.
  public static let stepsPerCycle = 65_536

  /// Bars of one rhythm.
  public static let rhythmBars = 1024

  /// Steps of one row of a rhythm.
  public static let rowSteps = 65_536

  /// Bars of one piece.
  public static let pieceBars = 10_000

  /// Notes of one piece, and events of one query.
  public static let events = 1_000_000

  /// Steps that one query may visit, sounding or silent.
  public static let visits = 20_000_000

  /// Cells of the table that matches the notes of one voice to those of another.
  public static let matchingCells = 50_000_000
}
