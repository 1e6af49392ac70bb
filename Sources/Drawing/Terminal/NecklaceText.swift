import Music

/// A necklace as text: letters and dots around a circle.
struct NecklaceText {
  /// A column and a row.
  private struct Place: Hashable {
    let column: Int
    let row: Int

    init(_ point: Point) {
      // A character is about twice as high as it is wide.
      (column, row) = (Int((2 * point.x).rounded()), Int(point.y.rounded()))
    }

    init(column: Int, row: Int) {
      (self.column, self.row) = (column, row)
    }
  }

  private let necklace: Necklace
  private let inking: Inking
  /// The radius of each ring, in lines.
  private let radii: [Int]
  /// The radius of the circle of numbers, and the columns that they take outside the rings.
  private let numbers: (radius: Int, margin: Int)

  /// The widest circle, in lines from its middle: the picture has 23 lines.
  private static let mostRadius = 10

  /// A necklace that fits a width, its numbers outside or inside; or nothing where its signs would
  /// touch.
  init?(_ necklace: Necklace, columns: Int, isNumberedInside: Bool, inking: Inking) {
    self.necklace = necklace
    self.inking = inking
    let digits = necklace.counts.map { "\($0.count)".count }.max() ?? 1
    let margin = isNumberedInside ? 0 : 2 + digits
    let most = min(Self.mostRadius, (columns - 1 - 2 * margin) / 4)
    guard let radii = Self.radii(of: necklace, most: most), let outer = radii.first else {
      return nil
    }
    self.radii = radii
    numbers = (isNumberedInside ? outer - 1 : outer + 1, margin)
  }

  /// Circles two lines apart on which no two signs touch.
  ///
  /// The innermost of several has a line for every four signs at least, so that they are seen as
  /// circles.
  private static func radii(of necklace: Necklace, most: Int) -> [Int]? {
    let count = necklace.panel.rows.count
    let signs = necklace.panel.rows.map { $0.cells.count(where: \.isFixed) }.max() ?? 0
    let roomy = max(count > 1 ? 2 : 3, (signs + 3) / 4)
    let widest = most - 2 * (count - 1)
    guard widest >= 2 else { return nil }
    let inner = Array(min(roomy, widest)...widest)
    return inner.lazy.filter { count == 1 || $0 >= roomy }
      .map { inner in (0..<count).map { inner + 2 * (count - 1 - $0) } }
      .first { isClear(necklace, $0) }
  }

  private static func isClear(_ necklace: Necklace, _ radii: [Int]) -> Bool {
    var taken: Set<Place> = []
    for (row, radius) in zip(necklace.panel.rows, radii) {
      for (step, cell) in row.cells.enumerated() where cell.isFixed {
        let place = place(of: step, radius, in: necklace)
        let neighbours = [-1, 0, 1].map { Place(column: place.column + $0, row: place.row) }
        guard taken.isDisjoint(with: neighbours) else { return false }
        taken.insert(place)
      }
    }
    return true
  }

  private static func place(of step: Int, _ radius: Int, in necklace: Necklace) -> Place {
    Place(Point(at: necklace.turn(of: step), radius: Double(radius)))
  }

  /// How many columns the circle takes, with its numbers.
  var columns: Int { 4 * (radii.first ?? 0) + 1 + 2 * numbers.margin }

  /// The lines of the circle, each as wide as ``columns`` at most.
  var lines: [String] {
    let signs = signs
    let radius = max(radii.first ?? 0, numbers.radius)
    let half = columns / 2
    let lines = (-radius...radius).map { row in
      var line = InkedLine(inking)
      for column in -half...half {
        let (sign, ink) = signs[Place(column: column, row: row)] ?? (" ", .usual)
        line.append(sign, ink)
      }
      return line.finished
    }
    return Array(lines.reversed().drop(while: \.isEmpty).reversed())
  }

  /// The lines and above them the name of a single voice and which bars they show.
  var captionedLines: [String] {
    let rows = necklace.panel.rows
    let voice = rows.count == 1 && numbers.margin == 0 ? rows[0].voice.name : ""
    let words = [voice, necklace.bars].filter { !$0.isEmpty }.joined(separator: ", ")
    let caption = inking.text(words, cutTo: columns + 2)
    let indent = max(0, (columns - caption.columns) / 2)
    return (caption.isEmpty ? [] : [String(repeating: " ", count: indent) + caption]) + lines
  }

  private var signs: [Place: (Character, Ink)] {
    var signs: [Place: (Character, Ink)] = [:]
    for (row, radius) in zip(necklace.panel.rows, radii) {
      for (step, cell) in row.cells.enumerated() where cell.isFixed {
        signs[Self.place(of: step, radius, in: necklace)] = cell.sign(inking)
      }
    }
    // A sound that goes on is drawn where there is room for it.
    for (row, radius) in zip(necklace.panel.rows, radii) {
      for (step, cell) in row.cells.enumerated() where cell == .hold {
        let place = Self.place(of: step, radius, in: necklace)
        if signs[place] == nil { signs[place] = cell.sign(inking) }
      }
    }
    _ = write(necklace.centre, around: Place(column: 0, row: 0), into: &signs)
    for (step, count) in necklace.counts { write(count, at: step, into: &signs) }
    return signs
  }

  /// Writes a number at a step, a little farther from its ring where it would touch.
  private func write(
    _ count: Int, at step: Int, into signs: inout [Place: (Character, Ink)]
  ) {
    let point = Point(at: necklace.turn(of: step), radius: Double(numbers.radius))
    let text = "\(count)"
    let side = point.x > 0.5 ? 1 : point.x < -0.5 ? -1 : 0
    let middle = Place(point)
    let away = numbers.margin > 0 ? side : -side
    for shift in 0...2 {
      let column = middle.column + side * (text.count / 2) + away * shift
      if write(text, around: Place(column: column, row: middle.row), into: &signs) { return }
    }
  }

  /// Writes a word, if nothing is there or beside it.
  private func write(
    _ word: String, around place: Place, into signs: inout [Place: (Character, Ink)]
  ) -> Bool {
    let first = place.column - word.count / 2
    let places = (-1...word.count).map { Place(column: first + $0, row: place.row) }
    let isInside = first >= -columns / 2 && first + word.count - 1 <= columns / 2
    guard isInside, places.allSatisfy({ signs[$0] == nil }) else { return false }
    for (place, sign) in zip(places.dropFirst(), word) { signs[place] = (sign, .faint) }
    return true
  }
}
