import Music

/// What the changes of a blend are measured by: their prices, and when they come.
struct Planner {
  let circle: Circle
  /// How strong each place is in the metres of the two rhythms, from 0 to 1.
  let weights: [Fraction: Double]
  let settings: Jump.Settings

  func point(_ note: VoicedNote) -> Matching.Point {
    Matching.Point(place: circle.ticks(of: note.note.onset), velocity: note.note.velocity.value)
  }

  /// Weak places first, so that the weak of one rhythm are paired with the weak of the other.
  func sorted(_ notes: [VoicedNote]) -> [VoicedNote] {
    notes.sorted { (weight($0), $0) < (weight($1), $1) }
  }

  /// A change from a note to another, or from or to silence; with what the matching paid for a
  /// move, where the two were matched.
  func change(
    _ from: VoicedNote?, _ to: VoicedNote?, movedFor price: Int?, in lane: Lane, _ index: Int
  ) -> Schedule.Change {
    let notes = [from, to].compactMap(\.self)
    let onset = notes.first?.note.onset ?? 0
    let phase = (try? onset / Fraction(circle.length, circle.ticksPerBeat)) ?? 0
    let drawn = Chance(seed: settings.seed).number(for: lane.name, at: phase)
    return Schedule.Change(
      from: from, to: to, isMove: price != nil, price: self.price(from, to, moved: price),
      key: Double(lane.order) + 0.5 * (notes.map(weight).max() ?? 0)
        + 0.8 * settings.randomness * drawn,
      lane: index, place: circle.ticks(of: onset))
  }

  private func weight(_ note: VoicedNote) -> Double { weights[note.note.onset] ?? 0 }

  /// What a change costs; another sound at one place is half a note gone and half a note come.
  private func price(_ from: VoicedNote?, _ to: VoicedNote?, moved: Int?) -> Int {
    let (a, b) = (from.map(point), to.map(point))
    let alone = circle.reach * ((a?.velocity ?? 0) + (b?.velocity ?? 0))
    guard let a, let b else { return alone }
    let ways = [-circle.length, 0, circle.length].compactMap { lap in
      Matching.price(from: a, to: b.place + lap, b.velocity, reach: circle.reach)
    }
    let price = moved ?? min(alone, ways.min() ?? alone)
    return from?.voice == to?.voice ? price : max(price, alone / 2)
  }
}
