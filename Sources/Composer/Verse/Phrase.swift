public import Music

/// An ``Alternation`` as a blend: two rhythms of the same bars, repeated to a phrase in which whole
/// bars change from one to the other.
///
/// Laws: at 0 it is the first rhythm and at 1 the second, each repeated to the phrase; each bar is
/// wholly one of them; a bar that has changed stays changed as the amount grows.
public struct Phrase: Blending {
  /// The rhythm at 0, as long as the phrase.
  public let first: Rhythm
  /// The rhythm at 1, as long as the phrase.
  public let second: Rhythm

  /// Which bars are the second rhythm's.
  public let alternation: Alternation

  /// Both rhythms, their timing said in one way.
  private let company: Company

  /// Plans a phrase.
  ///
  /// - Parameters:
  ///   - first: The rhythm at 0.
  ///   - second: The rhythm at 1.
  ///   - bars: The least number of bars; more where the rhythms' bars do not divide it.
  /// - Precondition: Both have the same bars, and the number is from 1 to ``Bounds/rhythmBars``.
  /// - Throws: ``ComposerError`` where the phrase would have too many notes.
  public init(
    _ first: Rhythm, with second: Rhythm, bars: Int = 4
  ) throws(ComposerError) {
    precondition(first.bars == second.bars, "the rhythms have the same bars")
    precondition((1...Bounds.rhythmBars).contains(bars), "a phrase has bars")
    let length = first.bars.count
    // A phrase that is rounded up may not become longer than a rhythm.
    let turns = max(1, min((bars + length - 1) / length, Bounds.rhythmBars / length))
    let notes = (first.parts + second.parts).reduce(0) { $0 + $1.notes.count }
    guard notes * turns <= 2 * Bounds.rowSteps else { throw .tooManyNotesToMeet }
    let (a, b) = try exactly { () throws(MusicError) in
      (try first.repeated(turns), try second.repeated(turns))
    }
    (self.first, self.second) = (a, b)
    company = try Company([a, b])
    alternation = Alternation(a, with: b, bars: length * turns)
  }

  /// The phrase at an amount.
  public func rhythm(at amount: Amount) throws(ComposerError) -> Rhythm {
    if amount.step == 0 { return first }
    if amount.step == Amount.steps { return second }
    let lines = first.barLines
    var notes: [VoicedNote] = []
    for (player, rhythm) in company.rhythms.enumerated() {
      for part in rhythm.parts {
        for bar in first.bars.indices
        where alternation.isSecond(bar: bar, at: amount) == (player == 1) {
          notes += part.notes(from: lines[bar], to: lines[bar + 1])
            .map { VoicedNote(voice: part.voice, note: $0) }
        }
      }
    }
    return try company.rhythm(notes, origin: .made(of: company.origins, by: "alternation"))
  }
}
