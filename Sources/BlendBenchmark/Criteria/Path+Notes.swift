/// The criteria that look at single notes.
extension Path {
  /// How far apart two notes may be and still be the same, in milliseconds: drummers' own
  /// asynchronies are not noticed below it.
  private static let together = 16.0

  /// How far apart two notes of a voice must be to be heard as two, in milliseconds.
  private static let apart = 60.0

  /// The least share of the notes of both ends that is there, at least half as loud.
  var anchors: Double {
    let anchors = zip(first.lanes, last.lanes).map { lanes in
      lanes.0.compactMap { hit -> (Hit, Hit)? in
        lanes.1.first { isTogether(hit, $0) }.map { (hit, $0) }
      }
    }
    let count = anchors.reduce(0) { $0 + $1.count }
    guard count > 0 else { return 1 }
    let kept = views.map { view in
      zip(anchors, view.lanes).reduce(0) { sum, lane in
        sum
          + lane.0.count { from, to in
            lane.1.contains { hit in
              (isTogether(hit, from) || isTogether(hit, to))
                && 2 * hit.velocity >= min(from.velocity, to.velocity)
            }
          }
      }
    }
    return Double(kept.min() ?? 0) / Double(count)
  }

  private func isTogether(_ left: Hit, _ right: Hit) -> Bool {
    ring.milliseconds(left.place, right.place) <= Self.together
  }

  /// How far the number of notes is from the line between the ends, as a part of their mean, on
  /// average over the path and the voices.
  var density: Double {
    Lane.allCases.compactMap { lane -> Double? in
      let counts = views.map { Double($0.lanes[lane.rawValue].count) }
      let (from, to) = (counts[0], counts[counts.count - 1])
      guard from + to > 0 else { return nil }
      return zip(Self.times, counts).map { time, count in
        abs(count - from - (to - from) * time) / ((from + to) / 2)
      }.mean
    }.mean
  }

  /// The share of notes that are away from both grids.
  var offGrid: Double {
    let places = views.flatMap { $0.lanes.joined() }.map(\.place)
    guard !places.isEmpty else { return 0 }
    let away = places.count { place in
      !ring.grid.contains { ring.milliseconds($0, place) <= Self.together }
    }
    return Double(away) / Double(places.count)
  }

  /// Pairs of notes of one voice that are too near, more than the ends have, on average in one
  /// round.
  var flams: Double {
    let usual = max(flams(of: first), flams(of: last))
    return views.map { Double(max(0, flams(of: $0) - usual)) }.mean
  }

  private func flams(of view: View) -> Int {
    view.lanes.reduce(0) { sum, lane in
      guard lane.count > 1 else { return sum }
      return sum
        + lane.indices.count { index in
          let next = lane[(index + 1) % lane.count]
          let way = ring.place(next.place - lane[index].place)
          return ring.milliseconds(way) < Self.apart
        }
    }
  }
}
