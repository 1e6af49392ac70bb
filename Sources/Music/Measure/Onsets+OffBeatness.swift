extension Onsets {
  /// How many onsets no even beat of the bar can meet.
  ///
  /// Where a bar has n steps, an even beat that begins with it meets only steps that share a
  /// divisor with n; what is counted is the onsets on the other steps, the units of the cyclic
  /// group of n: of 16 the odd ones, of 12 the steps 1, 5, 7 and 11. Unequal groups have no even
  /// beat in common; there each group takes the bar's place, which is ours.
  ///
  /// It depends on the grid: what is off the beat in eighths may not be so in sixteenths.
  ///
  /// Source: G. T. Toussaint, "Classification and Phylogenetic Analysis of African Ternary Rhythm
  /// Timelines", BRIDGES 2003. There n is the whole cycle; taken bar by bar the published numbers
  /// are the same, and a rhythm played three times has three times as many.
  ///
  /// - Complexity: O(n log m) for n onsets in bars of m steps.
  public var offBeatness: Int {
    places.count { place in
      let (step, cycle) = placeInCycle(place)
      return step > 0 && greatestCommonDivisor(step, cycle) == 1
    }
  }

  /// The step within the bar or group that the onset is measured by, and that one's steps.
  private func placeInCycle(_ place: (bar: Int, step: Int)) -> (step: Int, cycle: Int) {
    let metre = bars[place.bar]
    let pulse = stepsPerWhole / metre.unit
    guard Set(metre.groups).count > 1 else { return (place.step, metre.pulses * pulse) }
    var step = place.step
    for group in metre.groups {
      guard step >= group * pulse else { return (step, group * pulse) }
      step -= group * pulse
    }
    return (0, 1)
  }
}
