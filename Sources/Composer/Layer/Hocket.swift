public import Music

/// Two players who share one line and never strike together.
///
/// The line has every onset of both rhythms, and each onset of it belongs to one player.
///
/// As a blend the line goes over from the first player to the second, and at an onset of its own each
/// plays what its rhythm has there, or nothing. Laws: at 0 it is the first rhythm and at 1 the second;
/// what both have in a voice is always there; an onset that has gone over stays so as the amount
/// grows. So no voice of one rhythm ever meets a voice of the other.
///
/// Source: hocket, "hoquetus", in *The New Grove Dictionary of Music and Musicians*; the dealing by
/// the van der Corput sequence is ours.
public struct Hocket: Blending {
  /// The first player's rhythm.
  public let first: Rhythm
  /// The second player's rhythm.
  public let second: Rhythm

  private let company: Company
  /// Every place at which one of them strikes, in order.
  private let line: [Fraction]

  /// - Precondition: Both have the same bars.
  public init(_ first: Rhythm, _ second: Rhythm) throws(ComposerError) {
    self.first = first
    self.second = second
    company = try Company([first, second])
    line = Set(company.rhythms.flatMap(\.voicedNotes).map(\.note.onset)).sorted()
  }

  /// Where both would strike they take turns, the first player first.
  ///
  /// Laws: what only one player has stays with that player; nothing is added and nothing is lost.
  ///
  /// - Returns: What each of the two plays.
  public func takingTurns() throws(ComposerError) -> (first: Rhythm, second: Rhythm) {
    let places = company.rhythms.map { Set($0.voicedNotes.map(\.note.onset)) }
    var isSecond = false
    var ofSecond = places[1].subtracting(places[0])
    for place in line where places[0].contains(place) && places[1].contains(place) {
      if isSecond { ofSecond.insert(place) }
      isSecond.toggle()
    }
    return try dealt { ofSecond.contains($0) }
  }

  /// The second player takes a part of the line, spread over it as evenly as can be.
  ///
  /// Of onset i, counted from 0, the second player has it where the van der Corput number of i is
  /// below the amount. What a player takes over from the other is played with the other's sounds.
  ///
  /// Laws: at 0 the first player has the whole line, at 1 the second; what the second has at one
  /// amount it has at every greater one; nothing is added and nothing is lost.
  ///
  /// - Returns: What each of the two plays.
  public func dealt(at amount: Amount) throws(ComposerError) -> (first: Rhythm, second: Rhythm) {
    let indices = Dictionary(uniqueKeysWithValues: line.enumerated().map { ($1, $0) })
    return try dealt { isSecond(indices[$0] ?? 0, at: amount) }
  }

  /// What both players play together, each its own rhythm's notes at its own onsets.
  public func rhythm(at amount: Amount) throws(ComposerError) -> Rhythm {
    if amount.step == 0 { return first }
    if amount.step == Amount.steps { return second }
    let seconds = Set(
      line.enumerated().filter { isSecond($0.offset, at: amount) }.map(\.element))
    return try company.rhythm(
      company.rhythms[0].voicedNotes.filter { !seconds.contains($0.note.onset) }
        + company.rhythms[1].voicedNotes.filter { seconds.contains($0.note.onset) },
      origin: .made(of: company.origins, by: "hocket"))
  }

  /// Whether the second player has an onset of the line, counted from 0.
  private func isSecond(_ index: Int, at amount: Amount) -> Bool {
    VanDerCorput.number(of: index) < amount.step << 16
  }

  private func dealt(
    isOfSecond: (Fraction) -> Bool
  ) throws(ComposerError) -> (first: Rhythm, second: Rhythm) {
    let notes = company.rhythms.map { Dictionary(grouping: $0.voicedNotes, by: \.note.onset) }
    var dealt: [[VoicedNote]] = [[], []]
    for place in line {
      let player = isOfSecond(place) ? 1 : 0
      dealt[player] += notes[player][place] ?? notes[1 - player][place] ?? []
    }
    let origin = Origin.made(of: company.origins, by: "hocket")
    return (
      try company.rhythm(dealt[0], origin: origin), try company.rhythm(dealt[1], origin: origin)
    )
  }
}

/// The van der Corput sequence in base 2: numbers that fill 0 to 1 evenly, however many are taken.
///
/// Source: J. G. van der Corput, "Verteilungsfunktionen", *Proc. Ned. Akad. v. Wet.* 38 (1935).
enum VanDerCorput {
  /// The binary digits of an index mirrored at the point, in parts of 2³².
  ///
  /// - Precondition: The index is from 0 up to, not including, 2³².
  static func number(of index: Int) -> Int {
    var (rest, mirrored) = (UInt32(index), UInt32(0))
    for _ in 0..<32 {
      mirrored = mirrored << 1 | rest & 1
      rest >>= 1
    }
    return Int(mirrored)
  }
}
