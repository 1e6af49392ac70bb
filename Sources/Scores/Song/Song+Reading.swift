import Composer
import Music
public import Notation

/// All that is wrong with a score.
public struct ScoreFaults: Error, CustomStringConvertible, Sendable {
  /// The faults, in the order of their places.
  public let faults: [ScoreError]

  /// Every fault as the user sees it, with an empty line between two.
  public var description: String { faults.map(\.description).joined(separator: "\n\n") }
}

extension Song {
  /// Reads a score and finds out what it means.
  ///
  /// - Throws: ``ScoreFaults``, all of them at once.
  /// - Complexity: O(n) for n characters, and what its blends and rhythms take.
  public init(_ source: SourceText, on shelf: Shelf) throws(ScoreFaults) {
    let (score, unread) = Score.read(source)
    let checker = Checker(source, shelf)
    let players = checker.tracks(of: score)
    // What could not be read may be what is missing elsewhere.
    let faults =
      unread.isEmpty
      ? checker.faults
      : unread.map { ScoreError(.notation($0), at: .none, of: source) }
        + checker.faults.filter { !$0.mayFollow }
    guard faults.isEmpty else { throw ScoreFaults(faults: faults.inOrder) }
    do throws(ScoreError) { try self.init(checker, players) } catch {
      throw ScoreFaults(faults: [error])
    }
  }

  private init(
    _ checker: Checker, _ players: [(label: String, strain: Strain, place: Place)]
  ) throws(ScoreError) {
    let header = checker.header
    let metres = header.metres ?? [.common]
    let pace = header.tempo ?? Pace(first: 120, last: 120)
    let all = Dictionary(uniqueKeysWithValues: players.map { ($0.label, $0.strain) })
    let sections =
      header.sections.isEmpty
      ? [(name: String?.none, bars: header.bars ?? 32, strains: all, pace: pace, metres: metres)]
      : header.sections.map { section in
        (
          section.name, section.bars,
          Dictionary(
            section.strains.map { ($0.track ?? "", $0) }, uniquingKeysWith: { $1 }),
          section.pace ?? pace, section.metres ?? metres
        )
      }
    let place = Place(start: 0, length: 0)
    let count = sections.reduce(0) { $0 + $1.bars }
    guard count < Bounds.pieceBars else {
      throw checker.error(.tooManyBars(limit: Bounds.pieceBars - 1), at: place)
    }
    var layout = BarLayout(pickup: header.pickup, pace: sections[0].pace)
    do throws(MusicError) {
      for section in sections {
        try layout.append(section.bars, metres: section.metres, pace: section.pace)
      }
    } catch {
      throw checker.error(.music(error), at: place)
    }
    bars = layout.bars
    self.sections = zip(sections, layout.sections).map { section, bars in
      Part(name: section.name, bars: bars, strains: section.strains)
    }
    title = header.title ?? checker.source.fileName
    seed = header.seed ?? 0
    key = header.key
    source = checker.source
    knobs = checker.knobs
    hasPickup = header.pickup != nil
    self.players = players
    entries = Dictionary(
      self.sections.flatMap { part in part.strains.keys.map { ($0, part.bars.lowerBound) } },
      uniquingKeysWith: min)
  }
}

extension SourceText {
  /// The name without its folder and `.jorga`, so that a piece is the same wherever it is read.
  fileprivate var fileName: String {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    return file.hasSuffix(".jorga") ? String(file.dropLast(".jorga".count)) : file
  }
}

extension ScoreError {
  /// Whether the fault may only be there because a statement could not be read.
  fileprivate var mayFollow: Bool {
    switch fault {
    case .unknownName, .nothingToPlay, .notATrack: true
    default: false
    }
  }
}

extension [ScoreError] {
  /// By the place of each.
  fileprivate var inOrder: [ScoreError] {
    func place(_ error: ScoreError) -> (Int, Int) {
      if case .notation(let inner) = error.fault, inner.line.file == error.line.file {
        return (inner.line.number, inner.column)
      }
      return (error.line.number, error.column)
    }
    return sorted { place($0) < place($1) }
  }
}
