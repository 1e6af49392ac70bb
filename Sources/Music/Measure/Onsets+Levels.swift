extension Onsets {
  /// How deep in its bar's tree each step lies: 0 at the bar line, then half bars where there are
  /// some, groups, pulses and ever finer parts, with no number left out.
  var levels: [Int] {
    perBar { bar in bar.depths(stepsPerWhole: stepsPerWhole) }
  }

  /// How deep each step lies where all counted beats but the first are equal: 0 at the bar line, 1
  /// on the other beats, 2 and more between them.
  var beatLevels: [Int] {
    perBar { bar in
      let depths = bar.depths(stepsPerWhole: stepsPerWhole)
      let pulse = stepsPerWhole / bar.unit
      let base = bar.countedPulses.map { depths[$0 * pulse] }.max() ?? 0
      return depths.map { $0 == 0 ? 0 : max(1, $0 - base + 1) }
    }
  }

  /// The steps of the counted beats of all bars, with the end of the last.
  var beatLines: [Int] {
    var line = 0
    var lines: [Int] = []
    for bar in bars {
      let pulse = stepsPerWhole / bar.unit
      lines += bar.countedPulses.map { line + $0 * pulse }
      line += bar.pulses * pulse
    }
    return lines + [line]
  }

  private func perBar(_ levels: (Metre) -> [Int]) -> [Int] {
    var known: [Metre: [Int]] = [:]
    return bars.flatMap { bar in
      if let levels = known[bar] { return levels }
      let found = levels(bar)
      known[bar] = found
      return found
    }
  }
}

extension Metre {
  /// The levels of a bar's steps, numbered without gaps.
  fileprivate func depths(stepsPerWhole: Int) -> [Int] {
    let levels = levels(stepsPerWhole: stepsPerWhole) ?? []
    let number = Dictionary(
      uniqueKeysWithValues: Set(levels).sorted().enumerated().map { ($0.element, $0.offset) })
    return levels.map { number[$0] ?? 0 }
  }
}
