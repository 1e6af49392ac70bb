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
  /// - Returns: Nothing where a drum has more notes than steps, or one too far from its step.
  init?(of excerpt: Excerpt, _ timing: Timing) {
    let grid = GridStep(stepsPerWhole: timing.stepsPerWhole, unitsPerBeat: excerpt.unitsPerBeat)
    let barSteps = excerpt.metres.reduce(into: [0]) { steps, metre in
      steps.append((steps.last ?? 0) + metre.pulses * timing.stepsPerWhole / metre.unit)
    }
    let count = excerpt.steps(of: timing.stepsPerWhole)
    var taken = Set(excerpt.voices.map(\.name))
    var lines: [Line] = []
    for line in excerpt.voices {
      let swing = timing.swing(of: line.name)
      let bend = SwingBend(swing, unitsPerBeat: excerpt.unitsPerBeat)
      let places = excerpt.places(of: line).map { place in
        let straight = bend?.straightened(place.phase, in: place.barLength) ?? place.phase
        return Double(barSteps[place.bar]) + straight / grid.units
      }
      let notes = zip(places, line.notes).filter { place, _ in
        excerpt.isTrimmed || (0..<count).contains(Self.nearest(to: place))
      }
      guard line.isDrum else {
        let placed = notes.map { (step: min(Self.nearest(to: $0), count - 1), note: $1) }
        for (index, notes) in Self.single(placed).enumerated() {
          let name = index == 0 ? line.name : VoiceName.further(than: line.name, &taken)
          lines.append(Line(name: name, isDrum: false, swing: swing, notes: notes))
        }
        continue
      }
      let near = Self.farthest(excerpt) * Double(timing.stepsPerWhole)
      guard let steps = Self.apart(notes.map(\.0), of: count),
        zip(steps, notes).allSatisfy({ abs(Double($0) - $1.0) <= near })
      else { return nil }
      let placed = zip(steps, notes).map { (step: $0, note: $1.1) }
      lines.append(Line(name: line.name, isDrum: true, swing: swing, notes: placed))
    }
    self.barSteps = barSteps
    self.lines = lines.filter { !$0.notes.isEmpty }
  }

  /// The bar of a step, counted from 0.
  func bar(of step: Int) -> Int {
    var (low, high) = (0, barSteps.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if barSteps[middle] <= step { low = middle } else { high = middle }
    }
    return low
  }

  /// How far a note may be from its step, as a part of a whole note: half of one, and some seconds,
  /// so that a pattern can say it.
  private static func farthest(_ excerpt: Excerpt) -> Double {
    min(0.5, Double(excerpt.beatsPerMinute) * 8 / 240)
  }

  private static func nearest(to place: Double) -> Int { Int((place + 0.5).rounded(.down)) }

  /// Notes that are in order, parted so that no two have one step: the highest of each step first.
  private static func single(_ notes: [Placed]) -> [[Placed]] {
    var voices: [[Placed]] = []
    let sorted = notes.enumerated().sorted {
      ($0.element.step, $1.element.note.key, $0.offset)
        < ($1.element.step, $0.element.note.key, $1.offset)
    }.map(\.element)
    var (step, voice) = (-1, 0)
    for note in sorted {
      voice = note.step == step ? voice + 1 : 0
      step = note.step
      if voice == voices.count { voices.append([]) }
      voices[voice].append(note)
    }
    return voices
  }

  /// Steps for notes of one voice, in order and each its own, as near to the notes as can be.
  ///
  /// Where no two are nearest to one step, each has the nearest. Else the squares of the distances
  /// are least before they are rounded: isotonic regression by pooling adjacent violators
  /// (R. E. Barlow and others, *Statistical Inference under Order Restrictions*, 1972), of places from
  /// which the number of the note is taken away.
  ///
  /// - Parameters:
  ///   - places: Where the notes are, in steps; in order.
  ///   - count: How many steps there are.
  /// - Returns: Nothing where there are more notes than steps.
  /// - Complexity: O(n) for n notes.
  static func apart(_ places: [Double], of count: Int) -> [Int]? {
    guard places.count <= count else { return nil }
    var blocks: [(sum: Double, count: Int)] = []
    for (index, place) in places.enumerated() {
      var block = (sum: place - Double(index), count: 1)
      while let last = blocks.last,
        last.sum * Double(block.count) > block.sum * Double(last.count)
      {
        block = (last.sum + block.sum, last.count + block.count)
        blocks.removeLast()
      }
      blocks.append(block)
    }
    let most = count - places.count
    let steps = blocks.flatMap { block in
      let step = nearest(to: block.sum / Double(block.count))
      return repeatElement(min(max(step, 0), most), count: block.count)
    }
    return steps.enumerated().map { $0.offset + $0.element }
  }
}
