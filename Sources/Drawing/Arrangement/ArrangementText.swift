import Music

/// A piece as a picture in text: sections across, tracks down, and how much each plays as shades.
public struct ArrangementText {
  private let piece: Arrangement
  private let inking: Inking
  private let columns: Int
  /// The columns of the names of the tracks.
  private let label: Int
  /// How many bars stand in a cell, and how many columns a cell has.
  private let scale: (bars: Int, columns: Int)

  /// The narrowest picture.
  private static let leastColumns = 20
  /// The most lines of sections that stand below each other before a cell holds more bars.
  private static let mostSystems = 6
  /// The widest cell.
  private static let widestCell = 4

  /// A picture of at most so many columns, 20 at least.
  public init(_ piece: Arrangement, columns: Int, inking: Inking) {
    (self.piece, self.inking) = (piece, inking)
    self.columns = max(columns, Self.leastColumns)
    let names = piece.tracks.map { inking.text($0.name).columns } + ["bar".count]
    label = min(names.max() ?? 0, self.columns / 3) + 1
    let room = self.columns - label
    var cell = Self.widestCell
    while cell > 1, Self.width(of: piece, bars: 1, cell: cell) > room { cell /= 2 }
    var bars = 1
    while bars < piece.bars,
      Self.width(of: piece, bars: bars, cell: cell) > Self.mostSystems * (room - 2)
    {
      bars *= 2
    }
    scale = (bars, cell)
  }

  /// How many columns all sections take on one line.
  private static func width(of piece: Arrangement, bars: Int, cell: Int) -> Int {
    piece.sections.reduce(1) { $0 + 1 + cells(of: $1, bars: bars) * cell }
  }

  private static func cells(of section: Arrangement.Section, bars: Int) -> Int {
    (section.bars.count + bars - 1) / bars
  }

  /// The picture, each line with its end.
  public var text: String {
    let words = PageWords(columns: columns, inking: inking)
    let blocks =
      [words.wrapped(piece.title) + words.wrapped(facts)]
      + [piece.sections.flatMap { words.wrapped(line(of: $0)) }]
      + systems.map(lines) + [words.wrapped(legend)]
    return blocks.filter { !$0.isEmpty }.joined(separator: [""]).map { $0 + "\n" }.joined()
  }
}

// MARK: Words

extension ArrangementText {
  private var facts: String {
    let bars = piece.bars - (piece.firstNumber == 0 ? 1 : 0)
    let tempi = piece.sections.map(\.tempo)
    let slowest = tempi.map(\.lowerBound).min() ?? 0
    let fastest = tempi.map(\.upperBound).max() ?? 0
    return [
      "\(bars) bar\(bars == 1 ? "" : "s")" + (piece.firstNumber == 0 ? " and a pickup" : ""),
      piece.seconds.inMinutes, Self.words(for: slowest...fastest), metre,
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// The metre of the whole piece, where there is only one.
  private var metre: String? {
    let metres = Set(piece.sections.flatMap(\.metres))
    return metres.count == 1 ? metres.first?.description : nil
  }

  /// `sagha: bars 25-40, 124 BPM, 4/4`; nothing where the piece has no sections.
  private func line(of section: Arrangement.Section) -> String {
    guard let name = section.name else { return "" }
    let numbers = piece.numbers(of: section)
    let bars =
      numbers.count == 1
      ? "bar \(numbers.lowerBound)" : "bars \(numbers.lowerBound)-\(numbers.upperBound)"
    let metres = metre == nil ? section.metres.map(\.description) : []
    let facts = [bars, Self.words(for: section.tempo)] + metres
    return "\(name): \(facts.joined(separator: ", "))"
  }

  private static func words(for tempo: ClosedRange<Double>) -> String {
    let ends = [tempo.lowerBound, tempo.upperBound].map { Int($0.rounded()) }
    return ends[0] == ends[1] ? "\(ends[0]) BPM" : "\(ends[0])-\(ends[1]) BPM"
  }

  private var legend: String {
    let shades = Shade.allCases.dropFirst(2).map { "\($0.sign(inking)) \($0.meaning)" }
    let notes = shades.joined(separator: ", ") + " notes a bar"
    return scale.bars > 1 ? "a column is \(scale.bars) bars; \(notes)" : notes
  }
}

extension Double {
  /// A time in seconds as minutes and seconds: `1:20`.
  fileprivate var inMinutes: String {
    let seconds = Int(rounded())
    return "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
  }
}

// MARK: Cells

extension ArrangementText {
  /// Some cells of a section, on one line.
  private struct Run {
    let section: Arrangement.Section
    let cells: Range<Int>
    var isBeginning: Bool { cells.lowerBound == 0 }
  }

  /// The runs of each line: sections follow each other, and are broken where a line is full.
  private var systems: [[Run]] {
    let room = columns - label - 1
    var systems: [[Run]] = [[]]
    var used = 0
    for section in piece.sections {
      let count = Self.cells(of: section, bars: scale.bars)
      var first = 0
      while first < count {
        let fitting = (room - used - 1) / scale.columns
        guard fitting > 0 else {
          systems.append([])
          used = 0
          continue
        }
        let cells = first..<min(count, first + fitting)
        systems[systems.count - 1].append(Run(section: section, cells: cells))
        used += 1 + cells.count * scale.columns
        first = cells.upperBound
      }
    }
    return systems
  }

  private func lines(of runs: [Run]) -> [String] {
    let names = runs.contains { $0.section.name != nil } ? [nameLine(of: runs)] : []
    return names + [numberLine(of: runs)] + piece.tracks.map { line(of: $0, runs) }
  }

  private func nameLine(of runs: [Run]) -> String {
    let blank = String(repeating: " ", count: label)
    return runs.reduce(blank) { line, run in
      let width = run.cells.count * scale.columns
      let name = inking.text(run.section.name ?? "", cutTo: width)
      return line + " " + name.padded(to: width)
    }.withoutTrailingBlanks
  }

  /// The numbers of bars at the beginnings of sections, and of lines.
  private func numberLine(of runs: [Run]) -> String {
    var line = InkedLine(inking)
    line.append("bar".padded(to: label))
    for run in runs {
      let width = run.cells.count * scale.columns
      let bar = run.section.bars.lowerBound + run.cells.lowerBound * scale.bars
      let number = "\(bar + piece.firstNumber)"
      line.append(" " + (number.count <= width ? number : "").padded(to: width), .faint)
    }
    return line.finished
  }

  private func line(of track: Arrangement.Track, _ runs: [Run]) -> String {
    var line = InkedLine(inking)
    line.append(inking.text(track.name, cutTo: label - 1).padded(to: label))
    for run in runs {
      line.append(
        inking.sign(run.isBeginning ? "│" : "┊", plain: run.isBeginning ? "|" : ":"), .faint)
      for cell in run.cells {
        let shade = shade(of: track, run.section, cell)
        line.append(
          String(repeating: shade.sign(inking), count: scale.columns),
          shade == .silent ? .faint : .usual)
      }
    }
    line.append(inking.sign("│", plain: "|"), .faint)
    return line.finished
  }

  private func shade(
    of track: Arrangement.Track, _ section: Arrangement.Section, _ cell: Int
  ) -> Shade {
    let first = section.bars.lowerBound + cell * scale.bars
    let bars = track.notes[first..<min(first + scale.bars, section.bars.upperBound)]
    let played = bars.compactMap(\.self)
    guard !played.isEmpty else { return .resting }
    let notes = played.reduce(0, +)
    return Shade(notes: (notes + played.count - 1) / played.count)
  }
}

/// How much is played, as a shade.
private enum Shade: CaseIterable {
  case resting, silent, few, some, many, most

  /// The shade of so many notes a bar: in 4/4 up to quarters, eighths, sixteenths, and more.
  init(notes: Int) {
    switch notes {
    case 0: self = .silent
    case ...4: self = .few
    case ...8: self = .some
    case ...16: self = .many
    default: self = .most
    }
  }

  var meaning: String {
    switch self {
    case .resting, .silent: "no"
    case .few: "1-4"
    case .some: "5-8"
    case .many: "9-16"
    case .most: "more"
    }
  }

  func sign(_ inking: Inking) -> Character {
    switch self {
    case .resting: " "
    case .silent: inking.sign("·", plain: ".")
    case .few: inking.sign("░", plain: "-")
    case .some: inking.sign("▒", plain: "+")
    case .many: inking.sign("▓", plain: "*")
    case .most: inking.sign("█", plain: "#")
    }
  }
}
