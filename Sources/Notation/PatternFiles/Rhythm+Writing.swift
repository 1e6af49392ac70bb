public import Music

extension Rhythm {
  /// The rhythm as a pattern file.
  ///
  /// Law: read back, it is the same rhythm with the same origin, name and tempo. Where notes lie
  /// beside the rhythm's own grid, the rows are written on the coarsest finer one.
  ///
  /// - Throws: ``MusicError/tooFine`` where a row would need more than ``Bounds/rowSteps`` steps.
  /// - Complexity: O(n) for n steps.
  public func patternFile() throws(MusicError) -> String {
    let grid = try writtenGrid()
    let writer = try RowWriter(bars: bars, grid: grid)
    var lines: [(label: String, text: String)] = []
    for part in parts { lines += try writer.lines(of: part) }
    let width = max(9, lines.map(\.label.count).max() ?? 0)
    return (head(grid: grid) + [""] + lines.map { padded($0.label, to: width) + $0.text })
      .map { $0 + "\n" }.joined()
  }

  private func head(grid: Fraction) -> [String] {
    HeadKey.allCases.compactMap { key in
      let text = text(of: key, grid: grid).split(whereSeparator: \.isNewline).joined(separator: " ")
      return text.isEmpty ? nil : padded(key.rawValue, to: 9) + text
    }
  }

  private func text(of key: HeadKey, grid: Fraction) -> String {
    switch key {
    case .name: origin.name
    case .native: origin.native
    case .gloss: origin.gloss
    case .region: origin.region
    case .metre:
      metreText
    case .grid: grid.description
    case .tempo: tempo.written
    case .feel: feel.written
    case .evidence: origin.evidence.rawValue
    case .source: origin.source
    case .tags: origin.tags.joined(separator: ", ")
    case .note: origin.note
    }
  }

  /// The rhythm's own grid where every note lies on it, else the coarsest on which all do.
  private func writtenGrid() throws(MusicError) -> Fraction {
    let wholes = try parts.flatMap(\.notes).map { note throws(MusicError) in try note.onset / 4 }
    let stepsPerWhole = try Fraction.commonDenominator(
      of: wholes + bars.map { Fraction($0.pulses, $0.unit) } + [grid])
    let steps = try beats / 4 * Fraction(stepsPerWhole)
    guard steps <= Fraction(Bounds.rowSteps) else { throw .tooFine }
    return Fraction(1, stepsPerWhole)
  }
}

/// A label and blanks up to a width, and one more.
private func padded(_ label: String, to width: Int) -> String {
  label + String(repeating: " ", count: max(0, width - label.count) + 1)
}

extension Rhythm {
  /// The metre of all bars, or the chain of different ones, as a pattern file writes it.
  public var metreText: String {
    (Set(bars).count == 1 ? [bars[0]] : bars).map(\.description).joined(separator: ", ")
  }
}

extension TempoRange {
  /// The tempo as a pattern file writes it.
  public var written: String {
    let rates =
      rate.lowerBound == rate.upperBound
      ? "\(rate.lowerBound)" : "\(rate.lowerBound)-\(rate.upperBound)"
    return unit == Fraction(1, 4) ? rates : "\(unit)=\(rates)"
  }
}

extension Feel {
  /// The feel as a pattern file writes it.
  public var written: String {
    switch self {
    case .straight: "straight"
    case .swing(let swing): "swing \(swing.written)"
    case .groove(let groove, let depth):
      depth == 1 ? groove.name : "\(groove.name) \(depth.percent)"
    }
  }
}

extension Swing {
  /// The swing as a pattern file writes it: in per cent, or as ratios that no per cent is.
  public var written: String {
    let ends =
      share.lowerBound == share.upperBound
      ? [share.lowerBound] : [share.lowerBound, share.upperBound]
    let percents = ends.compactMap { try? ($0 * 100).decimal }.filter { !$0.contains("/") }
    let range =
      percents.count == ends.count
      ? percents.joined(separator: "-") + "%" : ends.map(\.description).joined(separator: "-")
    return unit == Fraction(1, 16) ? range : "\(range) \(unit)"
  }
}

extension Fraction {
  /// The number in per cent, or as a ratio where no finite decimal is as much.
  fileprivate var percent: String {
    let decimal = (try? self * 100)?.decimal
    return decimal.flatMap { $0.contains("/") ? nil : "\($0)%" } ?? description
  }
}
