import Music
import Testing

@testable import Composer

@Suite struct GrooveTransferTests {
  /// Rhythms with a feel, and random ones: the groove of each is given to the next.
  private static let pairs: [(a: Rhythm, b: Rhythm)] = {
    let felt = BlendPair.rhythms.filter { $0.feel != .straight }.prefix(12)
    let all = felt + Materials.random.map(\.a)
    return zip(all, all.dropFirst()).map { ($0, $1) }
  }()
  private static let kinds: [(GrooveTemplate.Pool, GrooveTemplate.Filling)] = [
    (.allVoices, .line), (.eachVoice, .level),
  ]

  /// Law: at 0 it is the rhythm; no note comes, goes or changes its place or stroke.
  @Test(arguments: pairs.indices, kinds)
  func `a groove changes timing and strength alone`(
    index: Int, kind: (GrooveTemplate.Pool, GrooveTemplate.Filling)
  ) throws {
    let (a, b) = Self.pairs[index]
    let transfer = GrooveTransfer(
      of: try GrooveTemplate(of: a, pool: kind.0, filling: kind.1), to: b)
    #expect(try transfer.rhythm(timing: Amount(0), dynamics: Amount(0)) == b)
    for amounts in [(1.0, 1.0), (0.5, 0.25), (0, 0.7), (0.7, 0)] {
      let rhythm = try transfer.rhythm(timing: Amount(amounts.0), dynamics: Amount(amounts.1))
      for part in b.parts {
        let notes = try #require(rhythm[part.voice]).notes
        #expect(notes.map(\.onset) == part.notes.map(\.onset))
        #expect(notes.map(\.stroke) == part.notes.map(\.stroke))
        if amounts.0 == 0 { #expect(notes.map(\.shift) == part.notes.map(\.shift)) }
        if amounts.1 == 0 { #expect(notes.map(\.velocity) == part.notes.map(\.velocity)) }
      }
    }
  }

  /// Law: no note comes to sound half a step from its place, so that neighbours keep their order.
  @Test(arguments: pairs.indices, kinds)
  func `neighbours keep their order`(
    index: Int, kind: (GrooveTemplate.Pool, GrooveTemplate.Filling)
  ) throws {
    let (a, b) = Self.pairs[index]
    let rhythm = try GrooveTransfer(
      of: try GrooveTemplate(of: a, pool: kind.0, filling: kind.1), to: b, lookup: .pulse
    ).rhythm(timing: Amount(1), dynamics: Amount(0))
    let beat = Fraction(60_000_000, Int(b.tempo.middle))
    for note in rhythm.parts.flatMap(\.notes) {
      let way = try note.shift.beats + Fraction(note.shift.microseconds) / beat
      #expect(max(way, try 0 - way) < (try b.grid * 2))
    }
  }

  /// Law: at 1 every note leans as the template does at its part of the bar, or by 49/100 of a step
  /// where that is farther.
  @Test(arguments: pairs.indices, kinds)
  func `at the end every note leans as the groove does`(
    index: Int, kind: (GrooveTemplate.Pool, GrooveTemplate.Filling)
  ) throws {
    let (a, b) = Self.pairs[index]
    let template = try GrooveTemplate(of: a, pool: kind.0, filling: kind.1)
    let rhythm = try GrooveTransfer(of: template, to: b)
      .rhythm(timing: Amount(1), dynamics: Amount(0))
    let most = try b.grid * 4 * Fraction(49, 100)
    for part in rhythm.parts {
      for note in part.notes {
        let bar = (b.barLines.lastIndex { $0 <= note.onset } ?? 0)
        let ratio = try b.bars[bar].beats / a.bars[bar % a.bars.count].beats
        let lean = try template.lean(
          of: part.voice, inBar: bar % a.bars.count, at: (note.onset - b.barLines[bar]) / ratio)
        let leaning = Shift(
          beats: try lean.shift.beats * ratio, microseconds: lean.shift.microseconds)
        let isFar = try leaning.inBeats(of: b) > most
        #expect(isFar ? try note.shift.inBeats(of: b) == most : note.shift == leaning)
      }
    }
  }

  /// Law: the groove once more at 1 changes no shift, and no strength by more than rounding.
  @Test(arguments: pairs.indices, kinds)
  func `the same groove again changes nothing`(
    index: Int, kind: (GrooveTemplate.Pool, GrooveTemplate.Filling)
  ) throws {
    let (a, b) = Self.pairs[index]
    let template = try GrooveTemplate(of: a, pool: kind.0, filling: kind.1)
    let once = try GrooveTransfer(of: template, to: b)
      .rhythm(timing: Amount(1), dynamics: Amount(1))
    let twice = try GrooveTransfer(of: template, to: once)
      .rhythm(timing: Amount(1), dynamics: Amount(1))
    for part in once.parts {
      let again = try #require(twice[part.voice]).notes
      #expect(again.map(\.shift) == part.notes.map(\.shift))
      guard !part.notes.contains(where: { [1, 127].contains($0.velocity.value) }) else { continue }
      for (note, other) in zip(part.notes, again) {
        #expect(abs(note.velocity.value - other.velocity.value) <= 2)
      }
    }
  }

  /// Law: where a rhythm gets its own groove, each voice by itself, its timing stays.
  @Test(arguments: pairs.indices)
  func `a rhythm has its own groove`(index: Int) throws {
    let rhythm = Self.pairs[index].a
    let template = try GrooveTemplate(of: rhythm, pool: .eachVoice)
    let again = try GrooveTransfer(of: template, to: rhythm)
      .rhythm(timing: Amount(1), dynamics: Amount(1))
    let plain = try rhythm.withFeelInNotes()
    for part in plain.parts {
      let notes = try #require(again[part.voice]).notes
      for (note, other) in zip(part.notes, notes) {
        if try note.shift.inBeats(of: rhythm) < rhythm.grid * 49 / 25 {
          #expect(note.shift == other.shift)
        }
        #expect(abs(note.velocity.value - other.velocity.value) <= 2)
      }
    }
  }

  /// Law: a quantised rhythm of equal strengths has no groove.
  @Test(arguments: Materials.metres, kinds)
  func `equal strokes on the grid have no groove`(
    metre: Metre, kind: (GrooveTemplate.Pool, GrooveTemplate.Filling)
  ) throws {
    let template = try GrooveTemplate(
      of: Materials.rhythm(["hat": [0, 1, 4], "kick": [0, 5]], metre: metre), pool: kind.0,
      filling: kind.1)
    for step in 0..<20 {
      let lean = try template.lean(of: "hat", inBar: step, at: Fraction(step, 8))
      #expect(lean.shift == .none && lean.accent == 1)
    }
  }

  @Test func `a lone late hat does not drag the kick`() throws {
    let late = try leaning(["kick": [0: 0, 8: 0], "hat": [8: 20_000]])
    let four = try Materials.rhythm(["kick": [0, 8]])
    func shifts(_ pool: GrooveTemplate.Pool) throws -> [Int] {
      try GrooveTransfer(of: GrooveTemplate(of: late, pool: pool), to: four)
        .rhythm(timing: Amount(1), dynamics: Amount(0)).parts[0].notes.map(\.shift.microseconds)
    }
    #expect(try shifts(.eachVoice) == [0, 0])
    #expect(try shifts(.allVoices) == [0, 10_000])
  }

  @Test func `between notes the template is a line, or what its level does`() throws {
    let swung = try leaning(["hat": [0: 0, 4: 0, 6: 30_000, 8: 0, 12: 0]])
    func shift(_ filling: GrooveTemplate.Filling, at step: Int) throws -> Int {
      try GrooveTemplate(of: swung, filling: filling)
        .lean(of: "hat", inBar: 0, at: Fraction(step, 4)).shift.microseconds
    }
    #expect(
      try (0..<8).map { try shift(.line, at: $0) } == [0, 0, 0, 0, 0, 15_000, 30_000, 15_000])
    #expect(
      try [2, 6, 10, 14].map { try shift(.level, at: $0) } == [30_000, 30_000, 30_000, 30_000])
  }

  @Test func `strengths go over in equal ratios`() throws {
    let accented = try leaning(["hat": [0: 0, 4: 0]], velocities: [120, 60])
    let even = try Materials.rhythm(["hat": [0, 4]], velocity: 60)
    let transfer = GrooveTransfer(of: try GrooveTemplate(of: accented), to: even)
    let velocities = try [0.5, 1].map { amount in
      try transfer.rhythm(timing: Amount(0), dynamics: Amount(amount))
        .parts[0].notes.map(\.velocity.value)
    }
    // The mean is 90: accents of 4/3 and 2/3; √(60 · 80) = 69.3 and √(60 · 40) = 49.0.
    #expect(velocities == [[69, 49], [80, 40]])
  }

  private func leaning(
    _ rows: [Voice: [Int: Int]], velocities: [Int] = [90, 90, 90, 90, 90]
  ) throws -> Rhythm {
    let plain = try Materials.rhythm(rows.mapValues { Array($0.keys) })
    return try Rhythm(
      origin: plain.origin, bars: plain.bars, grid: plain.grid, tempo: plain.tempo,
      parts: plain.parts.map { part in
        part.playing(
          zip(part.notes, velocities).map { note, velocity in
            let late = rows[part.voice]?[(try? (note.onset * 4).floor) ?? 0] ?? 0
            return Note(
              onset: note.onset, length: note.length, stroke: note.stroke,
              velocity: Velocity(clamping: velocity), shift: Shift(microseconds: late))
          })
      })
  }
}

extension Shift {
  fileprivate func inBeats(of rhythm: Rhythm) throws -> Fraction {
    let way = try beats + Fraction(microseconds) / Fraction(60_000_000, Int(rhythm.tempo.middle))
    return max(way, try 0 - way)
  }
}
