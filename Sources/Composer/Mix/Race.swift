public import Music

/// The mix of several rhythms in which each place is won by one of them.
///
/// For each sound and each place every rhythm runs a race: it needs the time −ln U / w, U a number
/// drawn for rhythm, sound and place, w its share. The first at the goal says whether there is a
/// note, and which: a rhythm wins as often as its share is large. Voices that do the same run
/// against each other, such as a bass string and a kick: all are matched to the rhythm with the most
/// voices; see ``Ensemble``.
///
/// Laws: with all shares one rhythm's it is that rhythm; a place where all have a note of one sound
/// has one; as one share grows against the others, places go over to that rhythm and to no other;
/// the order of the rhythms does not matter. Of notes that two sounds bring to one place of one
/// voice the louder is kept.
///
/// Source: exponential races, the "Gumbel-max trick"; C. J. Maddison, D. Tarlow and T. Minka, "A*
/// Sampling", NeurIPS 2014.
public struct Race: Mixing {
  /// The rhythms that run.
  public let rhythms: [Rhythm]

  private let company: Company
  private let heats: [Heat]
  private let voices: [Voice]

  /// A sound and a place, the rhythms' notes there and how long each needs at a share of one.
  private struct Heat {
    let notes: [VoicedNote?]
    let times: [Double]
  }

  /// Prepares the races.
  ///
  /// - Parameters:
  ///   - rhythms: The rhythms. Each is known to chance by the id of its origin, so that of two with
  ///     one id only the first of equal share, or the one with the greater share, can win.
  ///   - seed: Decides who wins.
  /// - Precondition: There is a rhythm, and all have the same bars.
  /// - Throws: ``ComposerError`` where time is too fine.
  /// - Complexity: O(k n) for k rhythms with n places.
  public init(_ rhythms: [Rhythm], seed: UInt64 = 0) throws(ComposerError) {
    self.rhythms = rhythms
    company = try Company(rhythms)
    voices = company.voices.sorted()
    let chance = Chance(seed: seed)
    let ids = rhythms.map(\.origin.id)
    var heats: [Heat] = []
    for row in try Ensemble(company.rhythms, pivot: Self.pivot(of: rhythms)).rows {
      let notes = row.notes.map { notes in
        Dictionary(uniqueKeysWithValues: notes.map { ($0.note.onset, $0) })
      }
      for onset in Set(notes.flatMap(\.keys)).sorted() {
        let phase = try exactly { () throws(MusicError) in try onset / rhythms[0].beats }
        heats.append(
          Heat(
            notes: notes.map { $0[onset] },
            times: ids.map { id in
              // 1 - U is never zero, as U is never one.
              -naturalLogarithm(1 - chance.number(for: "\(id)\n\(row.name)", at: phase))
            }))
      }
    }
    self.heats = heats
  }

  /// The rhythm to which the others are matched, whatever their order: that with the most voices, of
  /// those the one whose id is first.
  private static func pivot(of rhythms: [Rhythm]) -> Int {
    rhythms.indices.min { left, right in
      (-rhythms[left].parts.count, rhythms[left].origin.id)
        < (-rhythms[right].parts.count, rhythms[right].origin.id)
    } ?? 0
  }

  /// The rhythm at some shares.
  ///
  /// - Precondition: There are as many shares as rhythms.
  public func rhythm(at weights: MixWeights) throws(ComposerError) -> Rhythm {
    precondition(weights.steps.count == rhythms.count, "each rhythm has a share")
    if let only = weights.only { return rhythms[only] }
    let notes = heats.compactMap { $0.notes[Self.winner($0.times, weights)] }
    return try company.rhythm(
      notes.softestFirst, origin: .made(of: company.origins, by: "race"), voices: voices)
  }

  /// The rhythm that needs the least time; of equals the one with the greater share, then the first.
  private static func winner(_ times: [Double], _ weights: MixWeights) -> Int {
    let shares = weights.steps
    let runners = times.indices.filter { shares[$0] > 0 }
    return runners.min { left, right in
      let (a, b) = (times[left] / Double(shares[left]), times[right] / Double(shares[right]))
      return (a, -shares[left], left) < (b, -shares[right], right)
    } ?? 0
  }
}
