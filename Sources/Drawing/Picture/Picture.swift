public import Music

/// Rhythms as rows of cells over one common time: what every drawing of them is made from.
///
/// All columns are equally long, so that what falls together stands together. A rhythm that goes
/// a whole number of times into the longest is repeated until both end together; any other begins
/// with it and stands once.
public struct Picture: Hashable, Sendable {
  /// The length of a column, in quarter notes.
  public let step: Fraction

  /// The rhythms, the first above the others.
  public let panels: [Panel]

  /// How many columns the longest panel has.
  public var steps: Int { panels.map(\.steps).max() ?? 0 }

  /// Draws rhythms on the coarsest common grid.
  ///
  /// - Throws: ``MusicError/tooFine`` where that has more than ``Bounds/rowSteps`` columns.
  /// - Complexity: O(n) for n cells.
  public init(of subjects: [Subject]) throws(MusicError) {
    let pictures = try Self.apart(subjects)
    step = pictures.first?.step ?? 1
    let steps = pictures.map(\.steps).max() ?? 0
    panels = pictures.flatMap(\.panels).map { panel in
      steps.isMultiple(of: panel.steps) ? panel.repeated(steps / panel.steps) : panel
    }
  }

  /// Each rhythm as a picture of its own, played once, all with columns of the same length.
  static func apart(_ subjects: [Subject]) throws(MusicError) -> [Picture] {
    let divisions = try subjects.map { subject throws(MusicError) in
      try stepsPerBeat(of: subject.rhythm)
    }
    var common = 1
    for division in divisions { common = try Fraction.leastCommonMultiple(common, division) }
    var pictures: [Picture] = []
    for (subject, division) in zip(subjects, divisions) {
      guard try subject.rhythm.beats * Fraction(common) <= Fraction(Bounds.rowSteps) else {
        throw .tooFine
      }
      let panel = try Panel(of: subject, step: Fraction(1, division))
      pictures.append(
        Picture(step: Fraction(1, common), panels: [panel.refined(common / division)]))
    }
    return pictures
  }

  /// A picture of panels that are drawn already, with columns of a length.
  init(step: Fraction, panels: [Panel]) {
    self.step = step
    self.panels = panels
  }

  /// The coarsest division of the beat on which a rhythm's notes lie.
  ///
  /// Notes on sixteenths, or on the coarser grid on which they are written, are drawn on all of
  /// that grid. A finer grid may stand in a file for the sake of one triplet: then as much is drawn
  /// as the notes ask for.
  private static func stepsPerBeat(of rhythm: Rhythm) throws(MusicError) -> Int {
    let onsets = rhythm.parts.flatMap { $0.notes.map(\.onset) }
    let times = onsets + rhythm.bars.map { Fraction(4, $0.unit) }
    let grid = try max(rhythm.grid, Fraction(1, 16)) * 4
    let places = try times.map { time throws(MusicError) in try time / grid }
    let isOnGrid = places.allSatisfy { $0.denominator == 1 }
    return try Fraction.commonDenominator(of: times + (isOnGrid ? [grid] : []))
  }
}

extension Picture {
  /// A rhythm that is to be drawn.
  public struct Subject: Hashable, Sendable {
    /// What is played.
    public let rhythm: Rhythm

    /// What stands above it; nothing where it needs no name.
    public let title: String

    /// Whether it is read from a pattern file, so that what the file says of it stands beside it.
    public let isFromFile: Bool

    /// What it is called: its title, or else the name of its rhythm.
    var name: String { title.isEmpty ? rhythm.origin.name : title }

    /// A subject.
    public init(_ rhythm: Rhythm, title: String = "", isFromFile: Bool) {
      self.rhythm = rhythm
      self.title = title
      self.isFromFile = isFromFile
    }
  }
}
