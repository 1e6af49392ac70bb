import MIDI
import Music
import Notation
import Scores

/// How fast scores become songs.
enum Songs {
  /// A song of 64 bars with 8 tracks, three of them blends: about nine thousand notes.
  static let score = """
    tempo(122)
    metre("4/4")
    let steppe = pattern("balbyrauyn-core")
    let club   = pattern("house-classic")
    let samba  = pattern("samba-batucada")
    drums: blend(steppe, club, ramp(0, 1, 64)).swing(54%)
    perc:  blend(samba, s("bd(3,8), hh*16"), sine.slow(16)).velocity(saw.range(0.5, 0.9))
    toms:  blend(club, samba, tri.slow(32)).every(4, x => x.rev())
    bass:  note("d2 ~ [a2 d2] ~").fast(2).off(1/8, x => x.transpose(12)).program("synth bass 1")
    lead:  n("0 2 4 <7 9> 4 2 1 -1").fast(2).scale("d dorian").program("lead")
    arp:   n("0 .. 7").fast(2).scale("d minor pentatonic").degradeBy(20%).program("koto")
    hats:  s("hh*16").degradeBy(10%).velocity(perlin)
    dombyra: steppe.ply(2).program("nylon guitar")
    section("a", 16, [drums, bass, hats, dombyra])
    section("b", 32, [drums, perc, toms, bass, lead, arp, hats, dombyra], tempo: ramp(122, 126))
    section("c", 16, [drums, perc, toms, bass, lead, arp, hats, dombyra])

    """

  /// Eight tracks, each of them a blend.
  private static let blends = """
    let club = pattern("house-classic")
    \((1...8).map { "t\($0): blend(club, pattern(\"samba-batucada\"), sine.slow(\($0 * 4)))" }
      .joined(separator: "\n"))
    bars(256)
    """

  /// How many notes a second themes give, with a blend on every track, its planning counted in.
  static func notesPerSecond(on library: Library) throws -> Double {
    var best = 0.0
    for _ in 0..<10 {
      let song = try Song(SourceText(name: "blends", blends), on: Shelf(library: library))
      let start = ContinuousClock.now
      let notes = try song.timeline().tracks.reduce(0) { $0 + $1.notes.count }
      best = max(best, Double(notes) / ((ContinuousClock.now - start) / .seconds(1)))
    }
    return best
  }

  /// The notes of the score, and how long one file of it takes in seconds: its text read, its notes
  /// made and its bytes written, in one process.
  static func file(on library: Library) throws -> (notes: Int, seconds: Double) {
    var (best, count) = (Double.infinity, 0)
    for _ in 0..<20 {
      let start = ContinuousClock.now
      let song = try Song(SourceText(name: "song", score), on: Shelf(library: library))
      let timeline = try song.timeline()
      let bytes = MIDIFile(try Performance(of: timeline, on: .generalMIDI)).bytes
      best = min(best, (ContinuousClock.now - start) / .seconds(1))
      count = bytes.isEmpty ? 0 : timeline.tracks.reduce(0) { $0 + $1.notes.count }
    }
    return (count, best)
  }
}
