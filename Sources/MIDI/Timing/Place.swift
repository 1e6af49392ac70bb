import Music

/// Where a note is in its bar, for finding a grid.
struct Place {
  /// The bar.
  let bar: Int
  /// From its bar line on, in whole units; below zero before the first bar line.
  let phase: Double
  /// The same as the file has it, in parts of units.
  let exact: Double
  /// The length of the bar, in units.
  let barLength: Double
  /// The key, of which one voice strikes one at a step.
  let key: Key
}

extension Excerpt {
  /// Where in their bars the notes of a line are.
  func places(of line: Line) -> [Place] {
    var bar = 0
    let begins = lines.map { $0.approximation * Double(unitsPerBeat) }
    return line.notes.map { note in
      while bar + 1 < metres.count, Double(note.place) >= begins[bar + 1] { bar += 1 }
      return Place(
        bar: bar, phase: Double(note.place) - begins[bar],
        exact: note.onset.approximation * Double(unitsPerBeat) - begins[bar],
        barLength: begins[bar + 1] - begins[bar], key: note.key)
    }
  }
}
