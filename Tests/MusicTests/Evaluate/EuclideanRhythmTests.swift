import Music
import Testing

@Suite struct EuclideanRhythmTests {
  @Test(arguments: [
    (2, 5, "x.x.."), (3, 4, "xxx."), (3, 7, "x.x.x.."), (3, 8, "x..x..x."), (4, 9, "x.x.x.x.."),
    (5, 6, "xxxxx."), (5, 8, "x.xx.xx."), (5, 12, "x..x.x..x.x."), (7, 12, "x.xx.x.xx.x."),
    (7, 16, "x..x.x.x..x.x.x."), (13, 24, "x.xx.x.x.x.x.xx.x.x.x.x."), (-3, 8, ".xx.xx.x"),
    (0, 4, "...."), (4, 4, "xxxx"), (-4, 4, "...."), (1, 1, "x"),
  ])
  func `a rhythm is the published one`(onsets: Int, slots: Int, written: String) {
    #expect(euclideanRhythm(onsets: onsets, slots: slots) == written.map { $0 == "x" })
  }

  /// Law: there are as many onsets as asked for, the first in the first slot, and their distances
  /// around the circle differ by at most one slot.
  @Test(arguments: 1...32)
  func `onsets are spread as evenly as can be`(slots: Int) {
    for onsets in 1...slots {
      let rhythm = euclideanRhythm(onsets: onsets, slots: slots)
      let places = rhythm.indices.filter { rhythm[$0] }
      #expect(rhythm.count == slots && places.count == onsets && places.first == 0)
      let distances = zip(places, places.dropFirst() + [slots]).map { $1 - $0 }
      #expect((distances.max() ?? 0) - (distances.min() ?? 0) <= 1, "\(onsets) in \(slots)")
    }
  }

  /// Law: fewer than zero onsets turn every slot over.
  @Test(arguments: 1...16)
  func `negative onsets are rests`(slots: Int) {
    for onsets in 1...slots {
      let rhythm = euclideanRhythm(onsets: onsets, slots: slots)
      #expect(euclideanRhythm(onsets: -onsets, slots: slots) == rhythm.map { !$0 })
    }
  }

  @Test func `a long rhythm is quick`() {
    #expect(euclideanRhythm(onsets: 40_503, slots: 65_536).count { $0 } == 40_503)
  }
}
