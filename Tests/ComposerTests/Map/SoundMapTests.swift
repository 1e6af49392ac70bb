import Music
import Testing
import TestSupport

@testable import Composer

@Suite struct SoundMapTests {
  /// Law: the map from B to A is the map from A to B turned round, with and without chosen pairs.
  @Test(arguments: BlendPair.all)
  func `the map is the same from both sides`(pair: BlendPair) throws {
    for chosen in [[], try Self.chosen(for: pair)] {
      let there = try SoundMap(from: pair.first, to: pair.second, choosing: chosen).pairs
      let back = try SoundMap(
        from: pair.second, to: pair.first, choosing: chosen.map(\.turned)
      ).pairs
      #expect(Set(there) == Set(back.map(\.turned)))
      #expect(Set(there).isSuperset(of: chosen))
    }
  }

  /// Law: each note of both rhythms is in one stream of one pair.
  @Test(arguments: BlendPair.all)
  func `every note has one place in the map`(pair: BlendPair) throws {
    for chosen in [[], try Self.chosen(for: pair)] {
      let map = try SoundMap(from: pair.first, to: pair.second, choosing: chosen)
      for (rhythm, streams) in [
        (pair.a, map.pairs.compactMap(\.first)), (pair.b, map.pairs.compactMap(\.second)),
      ] {
        for part in rhythm.parts {
          let own = streams.filter { $0.voice == part.voice }
          #expect(part.notes.allSatisfy { note in own.count { $0.contains(note) } == 1 })
        }
      }
    }
  }

  /// Law: a voice that both have stays itself, and nobody is alone where a partner is alone, too.
  @Test(arguments: BlendPair.all)
  func `as much as can be is paired`(pair: BlendPair) throws {
    let pairs = try SoundMap(from: pair.first, to: pair.second).pairs
    for voice in pair.a.voices.intersection(pair.b.voices) {
      let stream = SoundMap.Stream(voice: voice)
      #expect(pairs.contains(SoundMap.Pair(first: stream, second: stream)))
    }
    #expect(!pairs.contains { $0.first == nil } || !pairs.contains { $0.second == nil })
  }

  /// The last voice of A becomes the first of B, and the accents of B's last voice come alone.
  private static func chosen(for pair: BlendPair) throws -> [SoundMap.Pair] {
    let (a, b) = (pair.a.parts.map(\.voice), pair.b.parts.map(\.voice))
    var chosen = [
      SoundMap.Pair(
        first: a.last.map { SoundMap.Stream(voice: $0) },
        second: b.first.map { SoundMap.Stream(voice: $0) })
    ]
    if let last = b.last, b.count > 1 {
      chosen.append(SoundMap.Pair(first: nil, second: .init(voice: last, accented: true)))
    }
    return chosen
  }

  @Test func `dombyra strokes become hats and toms, and the bass string the kick`() throws {
    let words = try map(
      [("dombyra", "DuDu"), ("dombyra-bass", "x...")],
      [
        ("kick", "x..."), ("hat", "xxxx"), ("clap", "..x."), ("low-tom", "..x."),
        ("open-hat", ".x.."),
      ])
    #expect(
      words == [
        "dombyra strokes hat", "dombyra accents low-tom", "dombyra-bass kick", "- clap",
        "- open-hat",
      ])
  }

  @Test func `a low drum is a kick, a rattle a hat, a gong a held pad`() throws {
    let words = try map(
      [("open-surdo", "..x."), ("ganza", "xxxx"), ("gong", "...x")],
      [("hat", "x.x."), ("kick", "x..."), ("pad", "x...")])
    #expect(words == ["open-surdo kick", "ganza hat", "gong pad"])
  }

  /// Of two drums of one register the one that stands on the backbeats answers the backbeat.
  @Test func `among equals the metre decides`() throws {
    let words = try map(
      [("high-bongo", "x.x."), ("caixa", ".x.x")], [("clap", ".x.x"), ("rim", "x.x.")])
    #expect(words == ["high-bongo rim", "caixa clap"])
  }

  @Test func `a drum is rather a drum than a bass`() throws {
    let words = try map([("ka", ".x.x")], [("bass", ".x.x"), ("hat", "xxxx")])
    #expect(words == ["ka hat", "- bass"])
  }

  @Test func `a line without accents is one stream`() throws {
    #expect(try map([("dombyra", "dudu")], [("clap", "..x.")]) == ["dombyra strokes clap"])
  }

  @Test func `what is chosen is in the map, and the rest is paired without it`() throws {
    let chosen = [
      SoundMap.Pair(first: .init(voice: "kick"), second: .init(voice: "hat")),
      SoundMap.Pair(first: .init(voice: "dombyra", accented: true), second: nil),
    ]
    let words = try map(
      [("kick", "x..."), ("hat", "xxxx"), ("dombyra", "Dudu")],
      [("kick", "x.x."), ("hat", "x.x."), ("clap", "..x.")], choosing: chosen)
    #expect(words == ["kick hat", "dombyra accents -", "hat clap", "dombyra strokes kick"])
  }

  @Test func `a chosen voice must be there, and is chosen once`() throws {
    func error(_ chosen: [SoundMap.Pair]) -> ComposerError? {
      do throws(ComposerError) {
        let fitted = try Fit.Fitted(
          Self.rhythm([("kick", "x..."), ("hat", "Xx..")]))
        _ = try SoundMap(from: fitted, to: fitted, choosing: chosen)
        return nil
      } catch { return error }
    }
    let kick = SoundMap.Stream(voice: "kick")
    let accents = SoundMap.Stream(voice: "hat", accented: true)
    #expect(
      error([.init(first: .init(voice: "kik"), second: kick)])
        == .noVoice("kik", of: "test", among: ["kick", "hat"]))
    #expect(
      error([.init(first: kick, second: nil), .init(first: kick, second: accents)])
        == .soundTwice(kick))
    #expect(
      error([.init(first: accents, second: nil), .init(first: .init(voice: "hat"), second: nil)])
        == .soundTwice(.init(voice: "hat")))
    #expect(
      error([.init(first: accents, second: kick), .init(first: kick, second: accents)]) == nil)
  }

  /// The pairs in words, `-` for nobody.
  private func map(
    _ first: [(Voice, String)], _ second: [(Voice, String)], choosing chosen: [SoundMap.Pair] = []
  ) throws -> Set<String> {
    let (a, b) = (try Fit.Fitted(Self.rhythm(first)), try Fit.Fitted(Self.rhythm(second)))
    return Set(
      try SoundMap(from: a, to: b, choosing: chosen).pairs.map { pair in
        "\(pair.first?.description ?? "-") \(pair.second?.description ?? "-")"
      })
  }

  /// A bar of 4/4 whose voices have a letter for each quarter.
  private static func rhythm(_ rows: [(Voice, String)]) throws(ComposerError) -> Rhythm {
    try exactly { () throws(MusicError) in
      try Rhythm(
        origin: Origin(id: "test", name: "test", evidence: .reconstructed, source: "a test"),
        bars: [.common], grid: Fraction(1, 4), tempo: TempoRange(rate: 120...120),
        parts: rows.map { voice, letters in
          Rhythm.Part(
            voice: voice,
            notes: letters.enumerated().compactMap { index, letter in
              Stroke(rawValue: letter).map {
                Note(
                  onset: Fraction(index), length: 1, stroke: $0,
                  velocity: voice.usualVelocity(of: $0))
              }
            })
        })
    }
  }
}
