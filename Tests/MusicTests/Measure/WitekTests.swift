import TestSupport
import Testing

@testable import Music

@Suite struct WitekTests {
  // Sixteenths of 4/4 weigh 0 -3 -2 -3 -1 -3 -2 -3 -1 -3 -2 -3 -1 -3 -2 -3.
  @Test(arguments: [
    // 3, at -3, before the hat on 4, at -1: 2 and 5. The kick on 0 is stronger than the hat on 2.
    (["x..x............", "................", "x.x.x.x.x.x.x.x."], 7),
    // The same before hat and snare: 2 and 2.
    (["x..x............", "....x...........", "x.x.x.x.x.x.x.x."], 4),
    // The same before a snare alone: 2 and 2.
    (["...x............", "....x...........", "................"], 4),
    // A snare on 7, at -3, before hat and kick on 8, at -1: 2 and 1.
    (["........x.......", ".......x........", "x.x.x.x.x.x.x.x."], 3),
    // A snare on 7 before the hat alone: 2 and 5.
    (["................", ".......x........", "x.x.x.x.x.x.x.x."], 7),
    // Silence on 4: 2 and 6, although a hat follows on 6, at -2.
    (["...x............", "................", "......x........."], 8),
    // Silence up to the end of the beat: the strongest step of 4, 5 and 6 is 4: 2 and 6.
    (["...x............", "................", "................"], 8),
    // The kick itself follows over the silent 4: as above; and 6, at -2, before the silent 8: 1 and
    // 6.
    (["...x..x.........", "................", "................"], 15),
    // On the beat there is nothing stronger within less than a beat.
    (["x...x...x...x...", "....x.......x...", "..x...x...x...x."], 0),
    // Kick and snare together on 15 before the hat on the bar line, at 0: each 3 and 5.
    (["...............x", "...............x", "x..............."], 16),
    // Notes of one strength: 1 before 3, both at -3, over the silent 2, at -2: 1 and 6. The hat is
    // weaker than the rest.
    ([".x..............", "................", "...x............"], 7),
  ])
  func `the index of drums by hand`(streams: [String], index: Int) throws {
    #expect(try rhythm(streams).witekIndex() == index)
  }

  /// Twelve eighths in four beats of three weigh 0 -2 -2 -1 -2 -2 ….
  @Test(arguments: [
    // 2 before the hat on 3: 1 and 5.
    (["..x.........", "............", "x..x..x..x.."], 6),
    // 1 before the rest on 2, of its own weight, though the kick follows on 3: 0 and 6.
    ([".x.x........", "............", "x..x..x..x.."], 6),
    // 1 before the hat on 2, of its own weight: 0 and 5.
    ([".x..........", "............", "..x........."], 5),
  ])
  func `the index in ternary beats by hand`(streams: [String], index: Int) throws {
    #expect(try rhythm(streams, in: .of(3, 3, 3, 3, over: 8)).witekIndex() == index)
  }

  // Sixteenths of 2+2+3 eighths weigh 0 -3 -2 -3, -1 -3 -2 -3, -1 -3 -2 -3 -2 -3. The kick on 7
  // stands before the hat on 8: 2 and 5; the kick on 13 before the hat on the bar line: 3 and 5.
  @Test func `the index in an additive metre by hand`() throws {
    let streams = [".......x.....x", "..............", "x...x...x....."]
    #expect(try rhythm(streams, in: .of(2, 2, 3, over: 8)).witekIndex() == 15)
  }

  @Test func `what has no low or middle drum has no index`() throws {
    let hats = try rhythm(["................", "................", "x.x.x.x.x.x.x.x."])
    #expect(try hats.witekIndex() == nil)
    let rock = try rhythm(["x.......x.......", "....x.......x...", "x.x.x.x.x.x.x.x."])
    #expect(try rock.witekIndex() == 0)
    #expect(try rock.witekIndex(of: ["hat"]) == nil)
    #expect(try rock.witekIndex(of: ["kick", "hat"]) == 0)
  }

  @Test(arguments: ["bass", "dombyra-bass", "dombyra", "melody", "a name of one's own"])
  func `lines are not heard`(voice: Voice) throws {
    let notes = ["...x............", "................", "x.x.x.x.x.x.x.x."]
    let rhythm = try rhythm(notes, voices: [voice, "snare", "hat"])
    #expect(try rhythm.witekIndex() == nil)
    let heard = try self.rhythm(["...x............", "x...............", "...x............"])
    let parts = heard.parts + rhythm.parts.filter { $0.voice == voice }
    let both = try Rhythm(
      origin: heard.origin, bars: heard.bars, grid: heard.grid, tempo: heard.tempo, parts: parts)
    let index = try heard.witekIndex()
    #expect(try both.witekIndex() == index)
  }

  /// Law: the order of voices, names of one role and repetition do not matter; without drums there
  /// is nothing.
  @Test(arguments: UInt64(1)...60)
  func `only roles and places count`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let rhythm = try Rhythm.random(using: &random)
    let index = try rhythm.witekIndex()
    let renamed = rhythm.parts.reversed().map { part in
      let names: [Voice: Voice] = ["kick": "dum", "snare": "clap", "hat": "claves"]
      let isAlone = rhythm.parts.count { names[$0.voice] == names[part.voice] } == 1
      return Rhythm.Part(
        voice: isAlone ? names[part.voice] ?? part.voice : part.voice, notes: part.notes)
    }
    let other = try Rhythm(
      origin: rhythm.origin, bars: rhythm.bars, grid: rhythm.grid, tempo: rhythm.tempo,
      parts: renamed)
    #expect(try other.witekIndex() == index)
    let twice = try Rhythm(
      origin: rhythm.origin, bars: rhythm.bars + rhythm.bars, grid: rhythm.grid,
      tempo: rhythm.tempo,
      parts: rhythm.parts.map { part in
        let again = try part.notes.map { $0.moved(to: try $0.onset + rhythm.beats) }
        return Rhythm.Part(voice: part.voice, notes: part.notes + again)
      })
    #expect(try twice.witekIndex() == index.map { 2 * $0 })
    let drums = rhythm.parts.filter { [.low, .backbeat].contains($0.voice.role) }
    #expect((index == nil) == drums.allSatisfy(\.notes.isEmpty))
  }

  /// Kick, snare and hat of one bar.
  private func rhythm(
    _ streams: [String], in metre: Metre = .common, voices: [Voice] = ["kick", "snare", "hat"]
  ) throws -> Rhythm {
    try Rhythm(
      origin: Origin(id: "test", name: "Test", evidence: .reconstructed, source: "a test"),
      bars: [metre], grid: Fraction(1, 16), tempo: TempoRange(rate: 100...100),
      parts: zip(voices, streams).map { voice, text in
        let onsets = try Onsets(text, in: metre)
        let notes = onsets.steps.map {
          Note(
            onset: Fraction($0 * 4, onsets.stepsPerWhole), length: Fraction(1, 4), stroke: .normal,
            velocity: Velocity(clamping: 90))
        }
        return Rhythm.Part(voice: voice, notes: notes)
      })
  }
}
