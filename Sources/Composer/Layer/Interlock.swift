public import Music

/// The blend in which one rhythm fills the gaps of another.
///
/// The first rhythm is there throughout. Of the second come only notes that leave a gap to those of
/// the first; the strongest come first.
///
/// Laws: at 0 it is the first rhythm; every note of the first is always there; what is there stays
/// there as the amount grows; the gap is kept. At 1 it is not the second rhythm: it is the first
/// with every note of the second for which there is room.
///
/// Source: interlocking of parts, as in hocket; the rule of gaps is ours.
public struct Interlock: Blending {
  /// How the second rhythm is laid into the first.
  public struct Settings: Hashable, Sendable {
    /// How far a note keeps from those of the same voice in the first rhythm, in quarter notes.
    ///
    /// Half a step of the finer grid where nothing is said. Two notes of a voice are never at one
    /// place.
    public var gap: Fraction?
    /// How far a note keeps from those of other voices in the first rhythm, in quarter notes.
    public var gapAcross: Fraction
    /// Whether the second rhythm is turned, by whole steps of the finer grid, to where it fits best.
    ///
    /// That is where most of its notes find room; of such turns the one that makes the whole most
    /// even; of those the least, forwards rather than back.
    public var rotates: Bool
    /// Which voices of the second rhythm give way to which of the first where both would strike;
    /// the first gives way to none.
    public var collisions: CollisionTable

    /// Settings; what is not given is usual, and no voice gives way to another.
    public init(
      gap: Fraction? = nil, gapAcross: Fraction = 0, rotates: Bool = false,
      collisions: CollisionTable = CollisionTable([])
    ) {
      self.gap = gap
      self.gapAcross = gapAcross
      self.rotates = rotates
      self.collisions = collisions
    }
  }

  /// The rhythm that is always there.
  public let first: Rhythm
  /// The rhythm that fills its gaps.
  public let second: Rhythm
  /// How far the second rhythm was turned, in quarter notes; forwards is above zero.
  public let rotation: Fraction

  private let company: Company
  /// The notes of the second for which there is room, the strongest first.
  private let entries: [VoicedNote]

  /// Plans how one rhythm fills the gaps of another.
  ///
  /// - Precondition: Both have the same bars; no gap is below zero.
  /// - Throws: ``ComposerError`` where time is too fine, or there are too many notes to be turned.
  public init(
    _ first: Rhythm, with second: Rhythm, settings: Settings = Settings()
  ) throws(ComposerError) {
    try self.init(Fit.Fitted(first), with: Fit.Fitted(second), settings: settings)
  }

  /// Plans how one rhythm fills the gaps of another that was fitted to it.
  ///
  /// - Precondition: Both have the same bars; no gap is below zero.
  /// - Complexity: O(n log m) for n notes of the second and m of the first; as many times as there
  ///   are steps in the circle where the second is turned.
  public init(
    _ first: Fit.Fitted, with second: Fit.Fitted, settings: Settings = Settings()
  ) throws(ComposerError) {
    precondition((settings.gap ?? 0) >= 0 && settings.gapAcross >= 0, "a gap is not below zero")
    self.first = first.rhythm
    self.second = second.rhythm
    company = try Company([first.rhythm, second.rhythm])
    let room = try Room(company.rhythms[0], company.rhythms[1], settings: settings)
    let turn = settings.rotates ? try room.bestTurn() : 0
    rotation = room.circle.time(of: turn)
    let weights = first.weights.merging(second.weights, uniquingKeysWith: max)
    let guests = room.entries(turnedBy: turn)
    let polite = settings.collisions.notes(
      of: guests, givingWayTo: company.rhythms[0],
      steps: weights.filter { room.circle.hasTick(at: $0.key) })
    let unmoved = Set(guests)
    entries = polite.filter { unmoved.contains($0) || room.isFree($0) }.sorted { left, right in
      let (a, b) = (weights[left.note.onset] ?? 0, weights[right.note.onset] ?? 0)
      if a != b { return a > b }
      if left.note.velocity != right.note.velocity {
        return left.note.velocity > right.note.velocity
      }
      return left < right
    }
  }

  /// The first rhythm with a part of what the second has to add.
  ///
  /// Of k notes for which there is room, ⌊t k⌋ sound at the amount t.
  public func rhythm(at amount: Amount) throws(ComposerError) -> Rhythm {
    let count = entries.count * amount.step / Amount.steps
    guard count > 0 else { return first }
    return try company.rhythm(
      company.rhythms[0].voicedNotes + entries.prefix(count),
      origin: .made(of: company.origins, by: "interlock"))
  }
}

/// Where one rhythm leaves room for another.
private struct Room {
  let circle: TickCircle
  private let notes: [VoicedNote]
  private let gap: Int
  private let gapAcross: Int
  private let step: Int
  /// Where the first rhythm's notes are: of each voice, and of all voices but each.
  private let taken: [Voice: [Int]]
  private let takenByOthers: [Voice: [Int]]
  private let all: [Int]

  init(_ first: Rhythm, _ second: Rhythm, settings: Interlock.Settings) throws(ComposerError) {
    let grid = try exactly { () throws(MusicError) in
      let step = try min(first.grid, second.grid) * 4
      let half = try step / 2
      return (step: step, gap: settings.gap ?? half)
    }
    let onsets = (first.voicedNotes + second.voicedNotes).map(\.note.onset)
    let circle = try TickCircle(
      of: first.beats, with: onsets + [grid.step, grid.gap, settings.gapAcross])
    self.circle = circle
    (step, gap) = (circle.ticks(of: grid.step), circle.ticks(of: grid.gap))
    gapAcross = circle.ticks(of: settings.gapAcross)
    notes = second.voicedNotes
    func places(_ parts: [Rhythm.Part]) -> [Int] {
      parts.flatMap { $0.notes.map { circle.ticks(of: $0.onset) } }.sorted()
    }
    all = places(first.parts)
    let voices = Set(second.parts.map(\.voice))
    taken = Dictionary(
      uniqueKeysWithValues: voices.map { voice in
        (voice, places(first.parts.filter { $0.voice == voice }))
      })
    takenByOthers = Dictionary(
      uniqueKeysWithValues: voices.map { voice in
        (voice, places(first.parts.filter { $0.voice != voice }))
      })
  }

  private func place(of note: VoicedNote, turnedBy turn: Int) -> Int {
    circle.wrapped(circle.ticks(of: note.note.onset) + turn)
  }

  /// Whether a note keeps the gap to the first rhythm when it is turned.
  func isFree(_ note: VoicedNote, turnedBy turn: Int = 0) -> Bool {
    let place = place(of: note, turnedBy: turn)
    let near = circle.distance(from: place, to: taken[note.voice] ?? []) ?? .max
    let across = circle.distance(from: place, to: takenByOthers[note.voice] ?? []) ?? .max
    return near >= max(gap, 1) && across >= gapAcross
  }

  /// The notes of the second rhythm for which there is room when it is turned.
  func entries(turnedBy turn: Int) -> [VoicedNote] {
    notes.filter { isFree($0, turnedBy: turn) }.map { note in
      let onset = circle.time(of: place(of: note, turnedBy: turn))
      return VoicedNote(voice: note.voice, note: note.note.moved(to: onset))
    }
  }

  /// The turn, in ticks, at which most notes find room, the whole is most even and the way least.
  func bestTurn() throws(ComposerError) -> Int {
    let most = circle.length / 2 / max(step, 1)
    guard
      (2 * most + 1).multipliedReportingOverflow(by: notes.count + all.count).partialValue
        <= Bounds.matchingCells
    else { throw .tooManyNotesToMatch }
    var best: (turn: Int, room: Int, unevenness: Int)?
    for count in 0...most {
      for turn in Set([count * step, -count * step]).sorted(by: >) {
        let room = notes.count { isFree($0, turnedBy: turn) }
        if let best, room < best.room { continue }
        let entries = notes.filter { isFree($0, turnedBy: turn) }
        let places = (all + entries.map { place(of: $0, turnedBy: turn) }).sorted()
        let unevenness = circle.unevenness(of: places)
        if let best, (best.room, -best.unevenness) >= (room, -unevenness) { continue }
        best = (turn, room, unevenness)
      }
    }
    return best?.turn ?? 0
  }
}
