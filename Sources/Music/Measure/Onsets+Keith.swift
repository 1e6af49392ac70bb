/// What Keith's syncopation counts.
///
/// Source: M. Keith, *From Polychords to Pólya*, Vinculum Press 1991, as F. Gómez, A. Melvin,
/// D. Rappaport and G. Toussaint report it in "Mathematical Measures of Syncopation", BRIDGES 2005.
public enum KeithRule: CaseIterable, Hashable, Sendable {
  /// 1 for every note that begins off its beat; the published table of claves has these.
  case starts

  /// 2 for every note that begins off its beat, and 1 for every note that ends off it: 1 is a
  /// hesitation, 2 an anticipation, 3 a syncopation.
  case startsAndEnds
}

extension Onsets {
  /// Keith's syncopation: how many notes do not fit the bar's halves, quarters, eighths ….
  ///
  /// A note lasts up to the next one. Its beat is the longest of the bar, its half, its quarter …
  /// that is not longer than the note; the note is on its beat where it begins at a whole number of
  /// them from the bar line on.
  ///
  /// - Returns: Nothing unless all bars have one metre of equal groups, groups and pulses are
  ///   powers of two in number, and so are the parts of the bar on which notes begin.
  /// - Complexity: O(n) for n onsets.
  public func keith(_ rule: KeithRule = .starts) -> Int? {
    guard let metre = bars.first, bars.allSatisfy({ $0 == metre }), metre.isDuple else {
      return nil
    }
    let bar = metre.stepCount(stepsPerWhole: stepsPerWhole)
    guard steps.allSatisfy({ (bar / greatestCommonDivisor($0 % bar, bar)).isPowerOfTwo }) else {
      return nil
    }
    return zip(steps, intervals).reduce(0) { sum, note in
      let (start, length) = note
      // The beat is a bar divided by this, so that no part of a step is needed.
      var parts = 1
      while length * parts < bar { parts *= 2 }
      let startsOff = start * parts % bar != 0
      let endsOff = (start + length) * parts % bar != 0
      switch rule {
      case .starts: return sum + (startsOff ? 1 : 0)
      case .startsAndEnds: return sum + (startsOff ? 2 : 0) + (endsOff ? 1 : 0)
      }
    }
  }
}

extension Metre {
  /// Whether halves of halves make up the bar.
  fileprivate var isDuple: Bool {
    pulses.isPowerOfTwo && Set(groups).count == 1 && groups[0].isPowerOfTwo
  }
}

extension Int {
  fileprivate var isPowerOfTwo: Bool { self > 0 && nonzeroBitCount == 1 }
}
