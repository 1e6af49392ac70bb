import Music

/// Which step each note of an excerpt has, with a given timing.
struct Placement {
  /// A note and its step, counted from the first bar line.
  typealias Placed = (step: Int, note: Excerpt.Sounding)

  /// What a voice plays.
  struct Line {
    let name: String
    let isDrum: Bool
    let swing: Swing?
    let notes: [Placed]
  }

  let lines: [Line]
  /// How many steps are before each bar, and in all.
  let barSteps: [Int]

  /// Puts each note on a step; of a melodic voice that has several on one, the highest stays its own,
  /// and the others get voices beside it.
  ///
  /// A note that belongs to no bar of the excerpt is left out.
  ///
  /// - Returns: Nothing where a drum has more notes than steps, or one too far from its step.
  static func of(_ excerpt: Excerpt, _ timing: Timing) -> Placement? {
    let barSteps = excerpt.metres.reduce(into: [0]) { steps, metre in
      steps.append((steps.last ?? 0) + metre.pulses * timing.stepsPerWhole / metre.unit)
    }
    let count = barSteps[barSteps.count - 1]
    var taken = Set(excerpt.voices.map(\.name))
    var lines: [Line] = []
    for line in excerpt.voices {
      let swing = timing.swing(of: line.name)
      let places = places(of: line, in: excerpt, timing, barSteps)
      let inside = zip(places, line.notes).filter { place, _ in
        excerpt.isTrimmed || (0..<count).contains(nearest(to: place))
      }
      if line.isDrum {
        let weighed = inside.map { place, note in
          (step: place, weight: Double(note.velocity.value * note.velocity.value))
        }
        guard let steps = apart(weighed, of: count, within: farthest(excerpt, timing)) else {
          return nil
        }
        let notes = zip(steps, inside).map { (step: $0, note: $1.1) }
        lines.append(Line(name: line.name, isDrum: true, swing: swing, notes: notes))
      } else {
        let notes = inside.map { (step: min(nearest(to: $0), count - 1), note: $1) }
        for (index, notes) in single(notes).enumerated() {
          let name = index == 0 ? line.name : VoiceName.further(than: line.name, &taken)
          lines.append(Line(name: name, isDrum: false, swing: swing, notes: notes))
        }
      }
    }
    return Placement(lines: lines.filter { !$0.notes.isEmpty }, barSteps: barSteps)
  }

  /// The bar of a step, counted from 0.
  func bar(of step: Int) -> Int {
    max(0, barSteps.dropLast().partitioningIndex { $0 > step } - 1)
  }

  /// Where a step is heard with a swing, in quarter notes from the first bar line on; exact.
  func time(
    of step: Int, _ swing: Swing?, in excerpt: Excerpt, _ timing: Timing
  ) throws(MusicError) -> Fraction {
    let straight = try Fraction(step, timing.stepsPerWhole) * 4
    guard let swing else { return straight }
    let bar = bar(of: step)
    let place = try straight - excerpt.lines[bar]
    return try straight + swing.shift(at: place, inBarOf: excerpt.metres[bar].beats)
  }

  /// The shifts that the notes of a line need.
  func shifts(
    of line: Line, in excerpt: Excerpt, _ timing: Timing
  ) throws(MusicError) -> [Shift] {
    let times = try line.notes.map { placed throws(MusicError) in
      try time(of: placed.step, line.swing, in: excerpt, timing)
    }
    return try Remainder(excerpt).shifts(of: line.notes.map(\.note), from: times)
  }

  /// In which units the notes will be that need no shift, by their numbers.
  func settledPlaces(in excerpt: Excerpt, _ timing: Timing) throws(MusicError) -> [Int: Int] {
    let remainder = Remainder(excerpt)
    var places: [Int: Int] = [:]
    for line in lines {
      for (step, note) in line.notes {
        let time = try time(of: step, line.swing, in: excerpt, timing)
        guard try remainder.isNothing(note.onset - time) else { continue }
        places[note.number] = try (time * Fraction(excerpt.unitsPerBeat)).rounded()
      }
    }
    return places
  }

  /// Where the notes of a line are without its feel, in steps from the first bar line on.
  private static func places(
    of line: Excerpt.Line, in excerpt: Excerpt, _ timing: Timing, _ barSteps: [Int]
  ) -> [Double] {
    let bend = SwingBend(timing.swing(of: line.name), unitsPerBeat: excerpt.unitsPerBeat)
    let stepsPerUnit = Double(timing.stepsPerWhole) / Double(excerpt.unitsPerBeat * 4)
    return excerpt.places(of: line).map { place in
      Double(barSteps[place.bar])
        + bend.straightened(place.phase, in: place.barLength) * stepsPerUnit
    }
  }

  /// How far a note may be from its step, in steps: half a whole note, and not many seconds, so that
  /// a pattern can say it.
  private static func farthest(_ excerpt: Excerpt, _ timing: Timing) -> Double {
    let wholes = min(0.5, Double(excerpt.beatsPerMinute) * 8 / 240)
    return wholes * Double(timing.stepsPerWhole)
  }

  private static func nearest(to place: Double) -> Int { Int((place + 0.5).rounded(.down)) }

  /// Notes parted so that no two have one step: the highest of each step first.
  private static func single(_ notes: [Placed]) -> [[Placed]] {
    let sorted = notes.enumerated().sorted {
      ($0.element.step, $1.element.note.key, $0.offset)
        < ($1.element.step, $0.element.note.key, $1.offset)
    }
    var voices: [[Placed]] = []
    var (step, voice) = (-1, 0)
    for (_, note) in sorted {
      voice = note.step == step ? voice + 1 : 0
      step = note.step
      if voice == voices.count { voices.append([]) }
      voices[voice].append(note)
    }
    return voices
  }

  /// Steps for notes of one voice, in order and each its own, as near to the notes as can be.
  ///
  /// Where no two are nearest to one step, each has the nearest. Else the weighted squares of the
  /// distances are least before they are rounded, so that a grace note gives way: isotonic regression
  /// by pooling adjacent violators (R. E. Barlow and others, *Statistical Inference under Order
  /// Restrictions*, 1972), of places from which the number of the note is taken away.
  ///
  /// - Parameters:
  ///   - places: Where the notes are, in steps, and their weights, above 0; in order.
  ///   - count: How many steps there are.
  ///   - farthest: How far a note may be from its step.
  /// - Returns: Nothing where there are more notes than steps, or one is too far away.
  /// - Complexity: O(n) for n notes.
  static func apart(
    _ places: [(step: Double, weight: Double)], of count: Int,
    within farthest: Double = .infinity
  ) -> [Int]? {
    guard places.count <= count else { return nil }
    var blocks: [(mean: Double, weight: Double, count: Int)] = []
    for (index, place) in places.enumerated() {
      var block = (mean: place.step - Double(index), weight: place.weight, count: 1)
      while let last = blocks.last, last.mean > block.mean {
        let weight = last.weight + block.weight
        let mean = (last.mean * last.weight + block.mean * block.weight) / weight
        block = (mean, weight, last.count + block.count)
        blocks.removeLast()
      }
      blocks.append(block)
    }
    let most = count - places.count
    let free = blocks.flatMap { block in
      let step = nearest(to: block.mean)
      return repeatElement(min(max(step, 0), most), count: block.count)
    }
    let steps = free.enumerated().map { $0.offset + $0.element }
    return zip(steps, places).allSatisfy { abs(Double($0) - $1.step) <= farthest } ? steps : nil
  }
}
