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
    var step = Fraction(1)
    for subject in subjects {
      step = Fraction(1, try Self.stepsPerBeat(of: subject.rhythm, and: step.denominator))
    }
    self.step = step
    let longest = subjects.map(\.rhythm.beats).max() ?? 1
    guard try longest / step <= Fraction(Bounds.rowSteps) else { throw .tooFine }
    panels = try subjects.map { subject throws(MusicError) in
      let times = try longest / subject.rhythm.beats
      let panel = try Panel(of: subject, step: step)
      return times.denominator == 1 ? panel.repeated(times.numerator) : panel
    }
  }

  /// Each panel as a picture of its own, with the same columns, its rhythm played once.
  func apart(_ subjects: [Subject]) throws(MusicError) -> [Picture] {
    try subjects.map { subject throws(MusicError) in
      Picture(step: step, panels: [try Panel(of: subject, step: step)])
    }
  }

  private init(step: Fraction, panels: [Panel]) {
    self.step = step
    self.panels = panels
  }

  /// The coarsest division of the beat on which a rhythm's notes lie, and that another one has.
  ///
  /// Notes on sixteenths, or on the coarser grid on which they are written, are drawn on all of
  /// that grid. A finer grid may stand in a file for the sake of one triplet: then as much is drawn
  /// as the notes ask for.
  private static func stepsPerBeat(
    of rhythm: Rhythm, and other: Int
  ) throws(MusicError) -> Int {
    let onsets = rhythm.parts.flatMap { $0.notes.map(\.onset) }
    let pulses = rhythm.bars.map { Fraction(4, $0.unit) }
    let times = onsets + pulses
    let grid = try max(rhythm.grid, Fraction(1, 16)) * 4
    let places = try times.map { time throws(MusicError) in try time / grid }
    let isOnGrid = places.allSatisfy { $0.denominator == 1 }
    return try Fraction.commonDenominator(
      of: times + [Fraction(1, other)] + (isOnGrid ? [grid] : []))
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
