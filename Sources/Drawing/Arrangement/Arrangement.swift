public import Music

/// The shape of a piece: which tracks play in which sections, and how much.
public struct Arrangement: Hashable, Sendable {
  /// Some bars with a name.
  public struct Section: Hashable, Sendable {
    /// What it is called; nothing where the piece has no sections.
    public let name: String?
    /// Its bars, by their places in the piece.
    public let bars: Range<Int>
    /// The slowest and the fastest tempo in it, in quarter notes a minute.
    public let tempo: ClosedRange<Double>
    /// The metres of its bars, each once.
    public let metres: [Metre]

    /// A section.
    public init(name: String?, bars: Range<Int>, tempo: ClosedRange<Double>, metres: [Metre]) {
      (self.name, self.bars, self.tempo, self.metres) = (name, bars, tempo, metres)
    }
  }

  /// One who plays.
  public struct Track: Hashable, Sendable {
    /// What it is called.
    public let name: String
    /// How many notes it begins in each bar; nothing where its section has it rest.
    public let notes: [Int?]

    /// A track.
    public init(name: String, notes: [Int?]) {
      (self.name, self.notes) = (name, notes)
    }
  }

  /// What the piece is called.
  public let title: String
  /// The number of the first bar: 1, or 0 for a pickup.
  public let firstNumber: Int
  /// How long it lasts.
  public let seconds: Double
  /// Its sections in order, all bars among them.
  public let sections: [Section]
  /// Its tracks in order.
  public let tracks: [Track]

  /// A shape.
  ///
  /// - Precondition: There is a section, and each track has as many bars as all sections.
  public init(
    title: String, firstNumber: Int, seconds: Double, sections: [Section], tracks: [Track]
  ) {
    precondition(!sections.isEmpty, "a piece has a section")
    (self.title, self.firstNumber, self.seconds) = (title, firstNumber, seconds)
    (self.sections, self.tracks) = (sections, tracks)
  }

  /// How many bars there are, a pickup among them.
  public var bars: Int { sections.last?.bars.upperBound ?? 0 }

  /// The numbers of a section's first and last bar, as a musician counts them.
  public func numbers(of section: Section) -> ClosedRange<Int> {
    section.bars.lowerBound + firstNumber...max(
      section.bars.upperBound - 1, section.bars.lowerBound)
      + firstNumber
  }
}
