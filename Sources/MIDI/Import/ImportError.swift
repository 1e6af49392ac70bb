public import Music

/// Why no rhythm can be taken out of a file.
public enum ImportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No chosen key goes down, in some bars or anywhere.
  case noNotes(ClosedRange<Int>?)
  /// No track has this number or name; those that sound.
  case noSuchTrack(String, sounding: [String])
  /// The tracks are pieces of their own, and none was chosen.
  case independentTracks([String])
  /// Bars behind the end of the file, which has so many.
  case noSuchBars(ClosedRange<Int>, count: Int)
  /// More bars than a rhythm may have.
  case tooManyBars(Int)
  /// More notes than a rhythm may have.
  case tooManyNotes
  /// More steps than a row may have, on every grid.
  case tooManySteps
  /// More melodic voices than there are channels to render them; the tracks that sound.
  case tooManyVoices(Int, sounding: [String])
  /// A bar that a change of metre cuts off where no metre ends.
  case brokenBar(Int)
  /// A grid of which a bar is no whole number of steps.
  case gridDoesNotFit(Fraction, Metre)
  /// A grid, or every grid where none was chosen, on which notes have no step of their own.
  case tooCoarse(Fraction?)
  /// A time that cannot be counted.
  case music(MusicError)

  /// What the user sees after `error:`.
  public var message: String {
    switch self {
    case .noNotes(let bars): "no key goes down\(bars.map { " in \(Self.words($0))" } ?? "")"
    case .noSuchTrack(let name, _): "there is no track '\(name)'"
    case .independentTracks: "its tracks are pieces of their own"
    case .noSuchBars(let bars, _): "it does not have \(Self.words(bars))"
    case .tooManyBars(let count):
      "\(count) bars are more than a rhythm may have: \(Bounds.rhythmBars)"
    case .tooManyNotes: "a rhythm may have \(Bounds.rowSteps) notes; this has more"
    case .tooManySteps: "a row may have \(Bounds.rowSteps) steps; this needs more"
    case .tooManyVoices(let count, _):
      "this needs \(count) melodic voices; a pattern is rendered with \(Channel.melodic.count)"
    case .brokenBar(let bar): "bar \(bar) is cut off where no metre ends"
    case .gridDoesNotFit(let grid, let metre): "a bar of \(metre) is no whole number of \(grid)"
    case .tooCoarse(let grid):
      grid.map { "notes of one voice have no step of their own on a grid of \($0)" }
        ?? "notes of one voice are nearer to each other than the steps of any grid"
    case .music(let error): error.message
    }
  }

  /// What to do about it, as an instruction.
  public var advice: String {
    switch self {
    case .noNotes: "choose other bars, tracks or channels; 'jorga inspect' shows what there is"
    case .noSuchTrack(_, let names): "choose one of these: \(Self.list(names))"
    case .independentTracks(let names): "choose one with --track: \(Self.list(names))"
    case .noSuchBars(_, let count): count == 1 ? "it has one bar" : "choose some of 1-\(count)"
    case .tooManyBars, .tooManyNotes, .tooManySteps: "choose some of them, such as --bars 1-8"
    case .tooManyVoices(_, let names):
      "choose some with --track or --channel, or fewer bars: \(Self.list(names))"
    case .brokenBar: "choose other bars, or say the metre of all bars with --metre"
    case .gridDoesNotFit: "choose a finer --grid, or leave it out to have one found"
    case .tooCoarse(let grid):
      grid == nil ? "choose other bars" : "choose a finer --grid, or leave it out to have one found"
    case .music: "choose fewer bars"
    }
  }

  /// The message and, on the next line, the advice.
  public var description: String { "\(message)\n\(advice)" }

  private static func words(_ bars: ClosedRange<Int>) -> String {
    bars.count == 1 ? "bar \(bars.lowerBound)" : "bars \(bars.lowerBound)-\(bars.upperBound)"
  }

  /// The most names that are listed.
  private static let mostNames = 8

  private static func list(_ names: [String]) -> String {
    guard !names.isEmpty else { return "none has notes" }
    return names.prefix(mostNames).joined(separator: ", ")
      + (names.count > mostNames ? " and \(names.count - mostNames) more" : "")
  }
}

/// Computes with exact times; what cannot be counted is an error of the import.
func counted<Result>(
  _ compute: () throws(MusicError) -> Result
) throws(ImportError) -> Result {
  do { return try compute() } catch { throw .music(error) }
}
