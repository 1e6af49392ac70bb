import Music

/// How a picture that is too long for one line is broken into several, which musicians call systems.
struct Systems: Hashable {
  /// How wide the parts of a line are, in columns or points.
  struct Spacing: Hashable {
    let step: Int
    let beat: Int
    let group: Int
    let bar: Int

    func width(of border: Mark.Border) -> Int {
      switch border {
      case .none: 0
      case .beat: beat
      case .group: group
      case .bar: bar
      }
    }
  }

  /// The steps of each line, one after the other without a gap.
  let ranges: [Range<Int>]

  /// How strong the weakest break is; the greatest number where nothing is broken.
  let weakestBreak: Int

  /// The strongest border at each step, over all panels.
  private let borders: [Mark.Border]

  private let spacing: Spacing

  /// Breaks a picture into as few lines as fit a width, and those as even as they can be.
  ///
  /// A line ends before the strongest border within its reach, and one that all panels have is
  /// stronger than one that some have: bars stay whole where they fit, else groups, else beats.
  ///
  /// - Complexity: O(n log w) for n steps and a width of w.
  init(of picture: Picture, width: Int, spacing: Spacing) {
    let breaks = Breaks(picture, spacing)
    let first = breaks.ranges(width: width)
    let (count, quality) = (first.count, breaks.weakest(in: first))
    var (low, high) = (1, width)
    while low < high {
      let middle = (low + high) / 2
      let ranges = breaks.ranges(width: middle)
      if ranges.count <= count, breaks.weakest(in: ranges) >= quality {
        high = middle
      } else {
        low = middle + 1
      }
    }
    ranges = breaks.ranges(width: high)
    weakestBreak = quality
    borders = breaks.borders
    self.spacing = spacing
  }

  /// The width of the widest line, with the bar lines at its ends.
  var width: Int { ranges.map { offsets(in: $0).last ?? 0 }.max() ?? 0 }

  /// Whether every line ends where a bar ends.
  var keepsBars: Bool { ranges.dropFirst().allSatisfy { borders[$0.lowerBound] == .bar } }

  /// What stands before a step, or behind the last one; the ends of a line are as wide as bar lines.
  func border(at step: Int) -> Mark.Border { step < borders.count ? borders[step] : .bar }

  /// How far from the beginning of its line each of its steps begins, and the line's whole width.
  func offsets(in range: Range<Int>) -> [Int] {
    var end = 0
    let offsets = range.map { step in
      let offset = end + spacing.width(of: step == range.lowerBound ? .bar : borders[step])
      end = offset + spacing.step
      return offset
    }
    return offsets + [end + spacing.bar]
  }
}

/// Where the lines of a picture may be broken.
private struct Breaks {
  /// The strongest border at each step.
  let borders: [Mark.Border]
  /// How strong a break is at each step.
  private let ranks: [Int]
  /// The widths of all borders up to each step, its own included.
  private let widths: [Int]
  private let spacing: Systems.Spacing

  init(_ picture: Picture, _ spacing: Systems.Spacing) {
    var strongest = Array(repeating: Mark.Border.none, count: picture.steps)
    var weakest = Array(repeating: Mark.Border.bar, count: picture.steps)
    for panel in picture.panels {
      for (step, mark) in panel.marks.enumerated() {
        strongest[step] = max(strongest[step], mark.border)
        weakest[step] = min(weakest[step], mark.border)
      }
    }
    borders = strongest
    ranks = zip(weakest, strongest).map { $0.rawValue * 4 + $1.rawValue }
    var sum = 0
    widths = strongest.map { border in
      sum += spacing.width(of: border)
      return sum
    }
    self.spacing = spacing
  }

  /// The fewest lines of a width; a line has a step at least.
  func ranges(width: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var begin = 0
    while begin < borders.count {
      let end = self.end(from: begin, width: width)
      ranges.append(begin..<end)
      begin = end
    }
    return ranges
  }

  private func end(from begin: Int, width: Int) -> Int {
    var end = begin + 1
    var best = end
    while end < borders.count {
      if ranks[end] >= ranks[best] { best = end }
      let next = 2 * spacing.bar + spacing.step * (end + 1 - begin) + widths[end] - widths[begin]
      guard next <= width else { return best }
      end += 1
    }
    return end
  }

  func weakest(in ranges: [Range<Int>]) -> Int {
    ranges.dropFirst().map { ranks[$0.lowerBound] }.min() ?? .max
  }
}
