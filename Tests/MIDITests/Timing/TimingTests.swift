import Composer
import Music
import Notation
import TestSupport
import Testing

@testable import MIDI

/// Which grid and feel are found.
@Suite struct TimingTests {
  /// A mini-notation as it is played, each note but the first some milliseconds off.
  private func played(
    _ text: String, bars: Int, beatsPerMinute: Double = 120, swing: Swing? = nil, off: Int = 0,
    seed: UInt64 = 7
  ) throws -> Rhythm {
    var random = SplitMix64(seed: seed)
    let tempo = try #require(Tempo(beatsPerMinute: beatsPerMinute))
    var piece = try Arranger(title: "x", tempo: tempo).timeline(
      of: Pattern(parsing: SourceText(name: "x", text)), bars: bars, metre: .common,
      chance: Chance(seed: 0))
    piece.tracks = try piece.tracks.map { try $0.played(swing, off: off, using: &random) }
    var choices = ImportChoices()
    choices.bars = 1...bars
    return try MIDIFile(try Performance(of: piece, on: .generalMIDI)).rhythm(choices).rhythm
  }

  @Test(arguments: [
    ("bd sd bd sd", 4), ("bd sd bd sd, hh*8", 8), ("bd(3,8), sd(2,4,1), hh*16", 16),
    ("bd*4, hh*12", 12), ("hh*24", 24), ("bd sd bd [sd sd sd]", 12), ("hh*32, bd*4", 32),
    ("hh*8, [~ ~ ~ lt*3]", 24), ("hh*16, [~ ~ ~ lt*3]", 48), ("bd*3", 6), ("hh*20, bd*4", 20),
    ("[hh*2 hh*2 hh*2 hh*16], bd*4", 64), ("[bd ~ sd]*4, hh*12", 12),
  ])
  func `what is exact is on the coarsest grid that has it`(text: String, steps: Int) throws {
    for bars in [1, 4] {
      let rhythm = try played(text, bars: bars)
      #expect(rhythm.grid == Fraction(1, steps))
      #expect(rhythm.feel == .straight)
      #expect(rhythm.parts.flatMap(\.notes).allSatisfy { $0.shift == .none })
    }
  }

  @Test(arguments: [
    ("bd sd bd sd, hh*8", 8), ("bd(3,8), sd(2,4,1), hh*16", 16), ("bd*4, hh*12", 12),
    ("bd sd bd sd, hh*8, [~ ~ ~ lt*3]", 24), ("hh*32, bd*4", 32),
  ])
  func `what a person plays is on the grid that was meant`(text: String, steps: Int) throws {
    for (off, tempo) in [(5, 120.0), (10, 100.0), (10, 140.0)] {
      let rhythm = try played(text, bars: 4, beatsPerMinute: tempo, off: off)
      #expect(rhythm.grid == Fraction(1, steps), "\(off) ms at \(tempo)")
      #expect(rhythm.feel == .straight)
      let exact = try played(text, bars: 4, beatsPerMinute: tempo)
      #expect(
        rhythm.parts.map { $0.notes.map(\.onset) } == exact.parts.map { $0.notes.map(\.onset) })
    }
  }

  @Test(arguments: [
    ("hh*16, bd*4", 54, 16), ("hh*16, bd*4", 58, 16), ("hh*16, bd ~ bd ~, ~ sd ~ sd", 62, 16),
    ("hh*16, bd(5,16)", 66, 16), ("hh*8, bd*4", 60, 8), ("hh*8, bd*4", 66, 8),
    ("hh*16, bd*4", 71, 16),
  ])
  func `a swing is found, to the per cent where it is exact`(
    text: String, percent: Int, unit: Int
  ) throws {
    let share = Fraction(percent, 100)
    let swing = try #require(Swing(share: share...share, unit: Fraction(1, unit)))
    let exact = try played(text, bars: 4, swing: swing)
    #expect(exact.grid == Fraction(1, unit))
    #expect(exact.feel == .swing(swing))
    #expect(exact.parts.flatMap(\.notes).allSatisfy { $0.shift == .none })
    let human = try played(text, bars: 4, swing: swing, off: 5)
    #expect(human.grid == Fraction(1, unit))
    guard case .swing(let found) = human.feel else {
      Issue.record("\(human.feel)")
      return
    }
    #expect(abs(found.share.lowerBound.approximation - share.approximation) < 0.02)
    #expect(human.parts.map { $0.notes.map(\.onset) } == exact.parts.map { $0.notes.map(\.onset) })
  }

  /// The figures of a sampler of 96 ticks a quarter note, whose 58 % is 28 ticks of 48.
  @Test func `a swing in coarse ticks is told in whole per cent`() throws {
    let ticks = (0..<16).map { $0 / 2 * 48 + ($0 % 2 == 0 ? 0 : 28) }
    let file = MIDIFile(
      division: .perBeat(96),
      tracks: [.conductor(), .of(ticks.map { Struck(tick: $0, key: 42, length: 10) })])
    let rhythm = try file.rhythm().rhythm
    #expect(rhythm.feel.written == "swing 58%")
    #expect(rhythm["hat"]?.notes.allSatisfy { $0.shift == .none } == true)
  }

  @Test func `a voice that swings otherwise has its own feel`() throws {
    let hats = (0..<32).map { step in
      Struck(tick: step * 120 + (step % 2 == 1 ? 24 : 0), key: 42)
    }
    let shaker = (0..<32).map { step in
      Struck(tick: step * 120 + (step % 2 == 1 ? 48 : 0), key: 82)
    }
    let kick = [0, 3, 6, 8, 11, 14, 16, 19, 22, 24, 27, 30, 31].map {
      Struck(tick: $0 * 120, key: 36)
    }
    let rhythm = try MIDIFile.of(.of(hats), .of(shaker), .of(kick)).rhythm().rhythm
    let feels = rhythm.parts.map { ($0.feel ?? rhythm.feel).written }
    #expect(feels == ["straight", "swing 60%", "swing 70%"])
    #expect(rhythm.parts.flatMap(\.notes).allSatisfy { $0.shift == .none })
  }

  @Test func `a voice that is late as a whole has one shift`() throws {
    let hats = (0..<16).map { Struck(tick: $0 * 120, key: 42) }
    let snare = [480, 1440].map { Struck(tick: $0 + 10, key: 38) }
    let rhythm = try MIDIFile.of(.of(hats), .of(snare)).rhythm().rhythm
    #expect(rhythm.grid == Fraction(1, 16))
    #expect(
      rhythm["snare"]?.notes.map(\.shift) == Array(repeating: Shift(microseconds: 10_400), count: 2)
    )
  }

  @Test func `a dotted rhythm is no swing`() throws {
    let rhythm = try played("[bd ~ ~ sd]*4, hh*4", bars: 2)
    #expect(rhythm.grid == Fraction(1, 16))
    #expect(rhythm.feel == .straight)
  }

  @Test func `a grace note is a step before the stroke, shifted to it`() throws {
    let hats = (0..<16).map { Struck(tick: $0 * 120, key: 42) }
    let flam = [
      Struck(tick: 455, key: 38, velocity: 40), Struck(tick: 480, key: 38, velocity: 115),
    ]
    let rhythm = try MIDIFile.of(.of(hats), .of(flam)).rhythm().rhythm
    #expect(rhythm.grid == Fraction(1, 16))
    let snare = try #require(rhythm["snare"])
    #expect(snare.notes.map(\.onset) == [Fraction(3, 4), 1])
    #expect(snare.notes.map(\.shift) == [Shift(microseconds: 99_000), .none])
  }

  /// Law: of the library, played with a standard deviation of so many milliseconds, nearly all
  /// rhythms come out on the grid on which they are exact, and nearly all notes on their steps.
  @Test(arguments: [(0, 317, 0.995), (8, 314, 0.99), (16, 300, 0.975)])
  func `the library is found again when people play it`(
    off: Int, grids: Int, steps: Double
  ) throws {
    var (rightGrids, rightSteps, allSteps) = (0, 0, 0)
    for path in Repository.patternFiles {
      let rhythm = try Rhythm(parsing: Repository.text(of: path), name: path)
      let tempo = try #require(Tempo(beatsPerMinute: rhythm.tempo.middle))
      var piece = try Arranger(title: "x", tempo: tempo)
        .timeline(of: rhythm, bars: max(4, rhythm.bars.count))
      let expected = try piece.onsetsByKey()
      var random = SplitMix64(seed: UInt64(path.utf8.count))
      piece.tracks = try piece.tracks.map { try $0.played(nil, off: off, using: &random) }
      var choices = ImportChoices()
      choices.bars = 1...max(4, rhythm.bars.count)
      let found = try MIDIFile(try Performance(of: piece, on: .generalMIDI)).rhythm(choices).rhythm
      let onsets = try ImportLaw.timeline(of: found).onsetsByKey()
      rightSteps += expected.count { onsets.contains($0) }
      allSteps += expected.count
      let coarsest = TimingSearch.grids.first { steps in
        rhythm.bars.allSatisfy { $0.pulses * steps % $0.unit == 0 }
          && expected.allSatisfy { (try? $0.onset * Fraction(steps, 4))?.denominator == 1 }
      }
      if coarsest == found.grid.denominator { rightGrids += 1 }
    }
    #expect(rightGrids >= grids)
    #expect(Double(rightSteps) >= steps * Double(allSteps))
  }
}

/// A key and where it is struck; drums are below zero.
private struct Onset: Hashable {
  let key: Int
  let onset: Fraction
}

extension Timeline {
  /// Where each key of the drums and of the others is struck, without shifts.
  fileprivate func onsetsByKey() throws -> Set<Onset> {
    var onsets: Set<Onset> = []
    for track in tracks {
      for note in track.notes {
        switch Kit.generalMIDI[track.voice]?.sound {
        case .drum(let key): onsets.insert(Onset(key: -1 - key.number, onset: note.onset))
        case .program(_, let key):
          onsets.insert(Onset(key: (note.key ?? key).number, onset: note.onset))
        case nil: break
        }
      }
    }
    return onsets
  }
}

extension Timeline.Track {
  /// The track with a swing, and each note but the first of the piece off by a normal deviate of so
  /// many milliseconds: the sum of twelve even ones.
  fileprivate func played(
    _ swing: Swing?, off: Int, using random: inout SplitMix64
  ) throws -> Timeline.Track {
    var notes: [Timeline.Note] = []
    for note in self.notes {
      let deviate = (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &random)
      }
      let late = note.onset == 0 ? 0 : Int(deviate * Double(off) * 1000)
      let bent = try swing?.shift(at: note.onset.modulo(4), inBarOf: 4) ?? 0
      notes.append(
        Timeline.Note(
          onset: note.onset, length: note.length, velocity: note.velocity,
          shift: try note.shift + Shift(beats: bent, microseconds: late), key: note.key))
    }
    return Timeline.Track(voice: voice, notes: notes)
  }
}
