import Music
import Testing

@Suite struct GrooveTests {
  private static let sixteenths = (0..<16).map { Fraction($0, 4) }

  private func groove(_ name: String) throws -> Groove {
    try #require(Groove.known[name])
  }

  private func situation(
    _ voice: Voice, _ place: Fraction, _ metre: Metre = .common, tempo: Double = 120
  ) -> Feel.Situation {
    Feel.Situation(voice: voice, place: place, metre: metre, beatsPerMinute: tempo)
  }

  /// Law: under every template, places stay in the bar and keep their order, for each voice.
  @Test(arguments: Groove.known.keys.sorted())
  func `a template keeps the order of places`(name: String) throws {
    let groove = try groove(name)
    let metres = [(4, 4), (6, 8), (12, 8), (7, 8), (7, 16), (9, 8)]
    for metre in metres.compactMap({ Metre(pulses: $0.0, unit: $0.1) }) {
      for voice: Voice in ["kick", "snare", "hat", "bass"] {
        let places = try (0..<Int(metre.beats.approximation * 24)).map { Fraction($0, 24) }
          .map { try $0 + groove.shift(situation(voice, $0, metre)).beats }
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
        #expect(places[0] == 0 && places[places.count - 1] < metre.beats)
      }
    }
  }

  /// The offsets of a beat as the research gives them, in hundredths of the beat.
  @Test(arguments: [
    ("samba4", [0, 25, 46, 71]), ("samba4-fast", [0, 25, 45, 70]), ("candombe4", [0, 27, 48, 74]),
    ("mande2", [0, 29, 58, 79]), ("gnawa", [0, 20, 40, 70]), ("ukg", [0, 29, 50, 79]),
  ])
  func `sixteenths lie where the template says`(name: String, hundredths: [Int]) throws {
    let groove = try groove(name)
    for (index, place) in Self.sixteenths.enumerated() {
      let moved = try place + groove.shift(situation("hat", place)).beats
      #expect(moved == Fraction(index / 4 * 100 + hundredths[index % 4], 100))
    }
  }

  @Test(arguments: [("sml3", [0, 28, 64]), ("lff3", [0, 38, 69]), ("jig3", [0, 36, 66])])
  func `eighths of a dotted quarter lie where the template says`(
    name: String, hundredths: [Int]
  ) throws {
    let groove = try groove(name)
    let metre = try #require(Metre(pulses: 12, unit: 8))
    for index in 0..<12 {
      let place = Fraction(index, 2)
      let moved = try place + groove.shift(situation("dum", place, metre)).beats
      let inBeats = Fraction(index / 3 * 100 + hundredths[index % 3], 100)
      #expect(try moved == inBeats * Fraction(3, 2))
    }
  }

  /// Friberg and Sundström: about 3.5 to 1 near 120 BPM and below, even at fast tempi.
  @Test(arguments: [(60.0, 778), (120.0, 800), (200.0, 667), (300.0, 500), (400.0, 500)])
  func `a ride is the more even the faster it goes`(tempo: Double, permille: Int) throws {
    let shift = try groove("jazz8").shift(situation("ride", Fraction(1, 2), tempo: tempo))
    let share = try Fraction(1, 2) + shift.beats
    #expect(share <= Fraction(min(permille, 778), 1000) && share >= Fraction(1, 2))
    if permille < 800 { #expect(share == Fraction(permille, 1000)) }
  }

  @Test func `each player leans in a way of his own`() throws {
    let dilla = try groove("dilla-a")
    #expect(try dilla.shift(situation("kick", Fraction(1, 4))) == .none)
    #expect(try dilla.shift(situation("snare", 1)) == Shift(microseconds: -20_000))
    #expect(
      try dilla.shift(situation("hat", Fraction(1, 4)))
        == Shift(beats: Fraction(3, 100), microseconds: 8000))
    let broken = try groove("break54")
    #expect(try broken.shift(situation("snare", 1)).microseconds == 6000)
    #expect(try broken.shift(situation("snare", 3)).microseconds == 0)
    #expect(try groove("ukg").shift(situation("kick", Fraction(1, 4))) == .none)
  }

  @Test func `a long group lasts longer than it is written`() throws {
    let metre = try #require(Metre(groups: [2, 2, 3], unit: 16))
    let balkan = try groove("balkan-long")
    let bars = try [Fraction(1, 2), 1].map {
      try $0 + balkan.shift(situation("dum", $0, metre)).beats
    }
    #expect(try bars[1] == bars[0] * 2)
    #expect(try (metre.beats - bars[1]) / bars[0] == Fraction(155, 100))
  }

  @Test func `depth scales a template`() throws {
    let feel = Feel.groove(try groove("samba4"), depth: Fraction(1, 2))
    #expect(try feel.shift(situation("hat", Fraction(1, 2))).beats == Fraction(-1, 50))
  }
}
