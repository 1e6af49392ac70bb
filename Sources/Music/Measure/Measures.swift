/// What can be measured of a rhythm, or of one of its voices; nothing where it has no meaning
/// there.
///
/// What each of them is stands at its function, and together in <doc:MeasuresOfRhythm>.
public struct Measures: Hashable, Sendable {
  /// How many steps have an onset, of one voice or of several together.
  public let onsets: Int

  /// The share of the steps that have one: ``Onsets/density``.
  public let density: Fraction

  /// Onsets that no even beat meets: ``Onsets/offBeatness``.
  public let offBeatness: Int

  /// The syncopation of Longuet-Higgins and Lee: ``Onsets/syncopation(after:)``.
  public let syncopation: Int

  /// Keith's syncopation: ``Onsets/keith(_:)``.
  public let keith: Int?

  /// The weighted note-to-beat distance: ``Onsets/noteToBeatDistance(includingSecondBeat:)``.
  public let noteToBeatDistance: Fraction?

  /// Witek's index of syncopation: ``Rhythm/witekIndex(of:)``.
  public let witek: Int?

  /// How like a regular polygon: ``Onsets/evenness``.
  public let evenness: Double?

  /// How near the centre of gravity is to the middle: ``Onsets/balance``.
  public let balance: Double?

  /// The normalised pairwise variability index: ``Onsets/pairwiseVariability()``.
  public let variability: Fraction?

  /// The swing it is played with: ``Feel/swingShare``.
  public let swing: Fraction?

  /// The measures of all voices of a rhythm as one line.
  ///
  /// - Throws: ``MusicError/tooFine`` where the grid has more than ``Bounds/rowSteps`` steps.
  public init(of rhythm: Rhythm) throws(MusicError) {
    try self.init(Onsets(rhythm), witek: try rhythm.witekIndex(), feel: rhythm.feel)
  }

  /// The measures of one voice of a rhythm.
  ///
  /// - Throws: ``MusicError/tooFine`` where the grid has more than ``Bounds/rowSteps`` steps.
  public init(of voice: Voice, in rhythm: Rhythm) throws(MusicError) {
    try self.init(
      Onsets(of: voice, in: rhythm), witek: try rhythm.witekIndex(of: [voice]),
      feel: rhythm[voice]?.feel ?? rhythm.feel)
  }

  private init(_ onsets: Onsets, witek: Int?, feel: Feel) throws(MusicError) {
    self.onsets = onsets.count
    density = onsets.density
    offBeatness = onsets.offBeatness
    syncopation = onsets.syncopation()
    keith = onsets.keith()
    noteToBeatDistance = Self.fitting { () throws(MusicError) in try onsets.noteToBeatDistance() }
    self.witek = witek
    evenness = onsets.evenness
    balance = onsets.balance
    variability = Self.fitting { () throws(MusicError) in try onsets.pairwiseVariability() }
    swing = Self.fitting { () throws(MusicError) in try feel.swingShare }
  }

  /// A number, or nothing where it is a fraction that does not fit in 64 bits.
  private static func fitting(_ number: () throws(MusicError) -> Fraction?) -> Fraction? {
    do throws(MusicError) { return try number() } catch { return nil }
  }
}

extension Feel {
  /// The share of a pair of steps that its first one takes: 1/2 where it is straight.
  ///
  /// Of a range it is the middle, which is played. A template has one only where a single layer,
  /// for all voices, swings; its depth is taken into account.
  public var swingShare: Fraction? {
    get throws(MusicError) {
      switch self {
      case .straight: return Fraction(1, 2)
      case .swing(let swing): return try swing.middle
      case .groove(let groove, let depth):
        let swings = groove.layers.compactMap(\.swing)
        guard let swing = swings.first, swings.count == 1, groove.isOtherwiseStraight else {
          return nil
        }
        return try Fraction(1, 2) + (swing.middle - Fraction(1, 2)) * depth
      }
    }
  }
}

extension Swing {
  /// The share that is played.
  fileprivate var middle: Fraction {
    get throws(MusicError) { try (share.lowerBound + share.upperBound) / 2 }
  }
}

extension Groove.Layer {
  /// The swing, where it is for all voices.
  fileprivate var swing: Swing? {
    if case .swing(let swing) = lean, voices == nil { swing } else { nil }
  }
}

extension Groove {
  /// Whether what does not swing is no more than early or late.
  fileprivate var isOtherwiseStraight: Bool {
    layers.allSatisfy { layer in
      if case .late = layer.lean { true } else { layer.swing != nil }
    }
  }
}
