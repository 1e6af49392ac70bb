/// Which tracks are heard, by their numbers.
struct Mix: Hashable, Sendable {
  private(set) var muted: Set<Int> = []
  private(set) var soloed: Set<Int> = []

  /// Whether a track is heard: one that is soloed, or, where none is, one that is not muted.
  func plays(_ track: Int) -> Bool {
    soloed.isEmpty ? !muted.contains(track) : soloed.contains(track)
  }

  mutating func toggleMute(_ track: Int) { muted.formSymmetricDifference([track]) }
  mutating func toggleSolo(_ track: Int) { soloed.formSymmetricDifference([track]) }

  /// The same without tracks that are not there.
  func kept(for tracks: [Schedule.Track]) -> Mix {
    var kept = self
    kept.muted.formIntersection(tracks.indices)
    kept.soloed.formIntersection(tracks.indices)
    return kept
  }
}
