public import Music

/// How a rhythm's players lean and accent, read from its notes: bar by bar, place by place.
///
/// Unlike ``Groove``, which is written by hand, it is measured. Where there is no note the template
/// is filled in.
///
/// Law: the template of a rhythm without micro-timing whose notes are all equally strong leaves
/// timing alone and accents nothing.
///
/// Source: groove extraction as sequencers do it ("groove quantise"); learned from data by J. Gillick
/// and others, "Learning to Groove with Inverse Sequence Transformations", ICML 2019. The
/// arithmetic is ours.
public struct GrooveTemplate: Sendable {
  /// Whose notes are read together.
  public enum Pool: Hashable, Sendable {
    /// All voices: the micro-timing of a place is the mean of its notes by their strength, its
    /// accent that of the strongest.
    case allVoices
    /// Each voice for itself, so that a lone late hat does not drag the kick; a voice that the
    /// rhythm does not have takes from all.
    case eachVoice
  }

  /// What stands at places without a note.
  public enum Filling: Hashable, Sendable {
    /// What lies on the straight line between the nearest notes before and after in the bar's
    /// circle.
    case line
    /// The mean of the places of the same metrical level; the line where the level has no note.
    ///
    /// It is better for swing that is read from few notes.
    case level
  }

  /// What a template says of one place.
  public struct Lean: Hashable, Sendable {
    /// How far a note there sounds from its place.
    public let shift: Shift
    /// How strong it is, as a part of the mean strength.
    public let accent: Fraction
  }

  /// The rhythm that was read.
  public let rhythm: Rhythm

  private let pooled: [GrooveBar]
  private let byVoice: [Voice: [GrooveBar]]

  /// Reads the template of a rhythm.
  ///
  /// - Throws: ``ComposerError`` where time is too fine.
  /// - Complexity: O(n log n) for n notes.
  public init(
    of rhythm: Rhythm, pool: Pool = .allVoices, filling: Filling = .line
  ) throws(ComposerError) {
    self.rhythm = rhythm
    let plain = try exactly(rhythm.withFeelInNotes)
    pooled = try exactly { () throws(MusicError) in
      try GrooveBar.bars(of: plain.parts.flatMap(\.notes), in: plain, filling: filling)
    }
    var byVoice: [Voice: [GrooveBar]] = [:]
    if pool == .eachVoice {
      for part in plain.parts where !part.notes.isEmpty {
        byVoice[part.voice] = try exactly { () throws(MusicError) in
          try GrooveBar.bars(of: part.notes, in: plain, filling: filling)
        }
      }
    }
    self.byVoice = byVoice
  }

  /// What the template says of a place.
  ///
  /// - Parameters:
  ///   - voice: Who plays there.
  ///   - bar: The bar, counted from 0; beyond the last the template begins again.
  ///   - place: The place from the bar line on, in quarter notes; beyond the bar it begins again.
  /// - Returns: The lean; no shift and no accent where there is nothing to read.
  /// - Throws: ``ComposerError`` where time is too fine.
  public func lean(
    of voice: Voice, inBar bar: Int, at place: Fraction
  ) throws(ComposerError) -> Lean {
    let bars = byVoice[voice] ?? pooled
    return try exactly { () throws(MusicError) in try bars[bar % bars.count].lean(at: place) }
  }
}

/// What a template says of one bar.
struct GrooveBar {
  private typealias Point = (place: Fraction, lean: GrooveTemplate.Lean)

  private let metre: Metre
  private let filling: GrooveTemplate.Filling
  /// Where there are notes, in order.
  private var points: [Point] = []
  private var byLevel: [Int: GrooveTemplate.Lean] = [:]

  /// The finest step to which accents are kept.
  private static let accentStep = Fraction(1, 1024)

  /// The bars of a rhythm as some of its notes fill them.
  static func bars(
    of notes: [Note], in rhythm: Rhythm, filling: GrooveTemplate.Filling
  ) throws(MusicError) -> [GrooveBar] {
    let places = Dictionary(grouping: notes, by: \.onset)
    let loudest = places.values.map { $0.map(\.velocity.value).max() ?? 0 }
    let mean = Fraction(max(1, loudest.reduce(0, +)), max(1, loudest.count))
    var bars = rhythm.bars.map { GrooveBar(metre: $0, filling: filling) }
    for bar in bars.indices {
      let (begin, end) = (rhythm.barLines[bar], rhythm.barLines[bar + 1])
      for onset in places.keys.sorted() where begin <= onset && onset < end {
        let lean = try lean(of: places[onset] ?? [], mean: mean)
        bars[bar].points.append((try onset - begin, lean))
      }
      try bars[bar].readLevels()
    }
    return bars
  }

  private init(metre: Metre, filling: GrooveTemplate.Filling) {
    self.metre = metre
    self.filling = filling
  }

  /// What notes that begin together say: their shift by strength, the accent of the strongest.
  private static func lean(
    of notes: [Note], mean: Fraction
  ) throws(MusicError) -> GrooveTemplate.Lean {
    var (shift, weight) = (Shift.none, 0)
    for note in notes {
      weight += note.velocity.value
      shift =
        weight == note.velocity.value
        ? note.shift
        : try shift.mixed(with: note.shift, at: Fraction(note.velocity.value, weight))
    }
    let loudest = notes.map(\.velocity.value).max() ?? 0
    let accent = try (Fraction(loudest) / mean).rounded(to: accentStep)
    return GrooveTemplate.Lean(shift: shift, accent: accent)
  }

  private mutating func readLevels() throws(MusicError) {
    guard filling == .level else { return }
    var sums: [Int: (lean: GrooveTemplate.Lean, count: Int)] = [:]
    for point in points {
      guard let level = level(of: point.place) else { continue }
      let old = sums[level]
      let count = (old?.count ?? 0) + 1
      let part = Fraction(1, count)
      sums[level] = (
        try (old?.lean ?? point.lean).mixed(with: point.lean, at: part), count
      )
    }
    byLevel = sums.mapValues(\.lean)
  }

  private func level(of place: Fraction) -> Int? {
    let whole = (try? place / 4) ?? 0
    guard let steps = try? Fraction.leastCommonMultiple(whole.denominator, metre.unit),
      steps <= Bounds.rowSteps, let levels = metre.levels(stepsPerWhole: steps)
    else { return nil }
    let slot = whole.numerator * (steps / whole.denominator)
    return levels.indices.contains(slot) ? levels[slot] : nil
  }

  func lean(at place: Fraction) throws(MusicError) -> GrooveTemplate.Lean {
    let place = try place.modulo(metre.beats)
    guard let first = points.first, let last = points.last else {
      return GrooveTemplate.Lean(shift: .none, accent: 1)
    }
    let next = points.first { $0.place >= place } ?? first
    if next.place == place { return next.lean }
    if filling == .level, let level = level(of: place), let lean = byLevel[level] { return lean }
    let before = points.last { $0.place < place } ?? last
    let way = try (next.place - before.place).modulo(metre.beats)
    guard way > 0 else { return next.lean }
    return try before.lean.mixed(
      with: next.lean, at: (place - before.place).modulo(metre.beats) / way)
  }
}

extension GrooveTemplate.Lean {
  fileprivate func mixed(
    with other: GrooveTemplate.Lean, at part: Fraction
  ) throws(MusicError) -> GrooveTemplate.Lean {
    guard self != other else { return self }
    return GrooveTemplate.Lean(
      shift: try shift.mixed(with: other.shift, at: part),
      accent: try (accent + (other.accent - accent) * part).rounded(to: Fraction(1, 1024)))
  }
}
