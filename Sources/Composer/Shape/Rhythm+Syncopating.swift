public import Music

/// A rhythm that was brought nearer to a syncopation, and how near it came.
public struct Syncopated: Sendable {
  /// The rhythm.
  public let rhythm: Rhythm
  /// Its syncopation for each note: ``Music/Rhythm/syncopationPerNote(within:)``.
  public let syncopation: Fraction
}

extension Rhythm {
  /// How syncopated the notes are on average: from 0 up to the levels of the metre, seldom above 2.
  ///
  /// Of each voice it is the syncopation of Longuet-Higgins and Lee: of each note, by how many levels
  /// of the metre the strongest silence before the voice's next note is stronger than the note's own
  /// place. The sum over all voices is divided by the number of notes, so that rhythms of different
  /// length can be compared. It is 0 where there is no note. The son clave has 4/5; quavers off the
  /// beat have 7/4.
  ///
  /// Levels are those of the grid on which the rhythm lies, or on which it lies together with others:
  /// where triplets meet sixteenths they are deeper than among sixteenths alone.
  ///
  /// Source: see ``Music/SyncopationRule/strongestRest``; the division is ours.
  ///
  /// - Parameter others: Rhythms whose grids are taken into account.
  /// - Returns: The mean, in levels.
  /// - Precondition: All have the same bars.
  /// - Throws: ``ComposerError`` where time is too fine.
  public func syncopationPerNote(
    within others: [Rhythm] = []
  ) throws(ComposerError) -> Fraction {
    try SyncopationSearch(self, within: others).syncopation
  }

  /// The rhythm with some of its notes exchanged for those of others, so that it is as syncopated as
  /// wished.
  ///
  /// Notes are exchanged one by one: one goes, and in its bar comes one that another rhythm has and
  /// this one has not, as it sounds there. Each exchange leads towards the goal by the least step
  /// there is, of those within a voice rather than between two, and over the shortest way; of all the
  /// rhythms passed the one nearest to the goal is taken. What all the others share stays.
  ///
  /// Laws: no note comes that none of the others has; there are as many notes in each bar as before,
  /// and of each voice a number between those of this rhythm and of the others; it is at least as near
  /// to the goal as before, and unchanged where it is there already; no exchange of two notes leads
  /// nearer; a higher goal never leads to less syncopation.
  ///
  /// - Parameters:
  ///   - goal: The syncopation for each note; see ``syncopationPerNote(within:)``.
  ///   - others: What notes are taken from, such as the two rhythms of a blend.
  /// - Returns: The rhythm, and what was reached.
  /// - Precondition: All have the same bars.
  /// - Throws: ``ComposerError`` where time is too fine.
  /// - Complexity: O(e n k) for e exchanges and, in a bar, n notes and k that may come, for all bars;
  ///   in large rhythms the search ends before nothing leads nearer.
  public func syncopated(
    to goal: Fraction, within others: [Rhythm]
  ) throws(ComposerError) -> Syncopated {
    var search = try SyncopationSearch(self, within: others)
    let count = search.exchanges(to: goal)
    guard count > 0 else { return Syncopated(rhythm: self, syncopation: search.syncopation) }
    return Syncopated(
      rhythm: try search.rhythm(origin: origin), syncopation: search.syncopation)
  }
}
