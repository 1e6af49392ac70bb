import MIDI
import Music
import Notation

/// The first bars of a file as a picture: a row for each key, a column for each sixteenth.
struct Roll {
  private let file: MIDIFile
  private let isPlain: Bool
  /// The ticks of a column.
  private let column: Int
  private let columns: Int

  init(_ file: MIDIFile, bars: Int, isPlain: Bool) {
    self.file = file
    self.isPlain = isPlain
    guard case .perBeat(let ticks) = file.division else {
      (column, columns) = (1, 0)
      return
    }
    let map = TempoMap(of: file.tracks, division: file.division)
    let signature = map.signatures.first?.signature
    let steps = signature.map { (Int($0.numerator) * 16) >> Int($0.denominatorPower) } ?? 16
    column = max(1, ticks / 4)
    let last = (file.tracks.map(\.end).max() ?? 0) / column + 1
    columns = min(min(bars * max(1, steps), last), Self.mostColumns)
  }

  /// The widest picture: more does not fit a screen.
  private static let mostColumns = 512

  /// The tracks' pictures, each under its number; nothing where there are no notes.
  var text: String {
    guard columns > 0 else { return "" }
    let pictures = file.tracks.enumerated().map { ($0.offset + 1, picture(of: $0.element)) }
    return pictures.filter { !$0.1.isEmpty }.map { "\ntrack \($0.0)\n\($0.1)" }.joined()
  }

  private func picture(of track: Track) -> String {
    var rows: [Key: [Character]] = [:]
    var sounding: [Key: Int] = [:]
    for event in track {
      guard event.tick < columns * column else { break }
      let place = event.tick / column
      switch event.event {
      case .message(.noteOn(let key, let level, _)) where level.value > 0:
        hold(key, until: place, &rows, &sounding)
        rows[key, default: emptyRow][place] = isPlain ? "x" : "●"
        sounding[key] = place
      case .message(.noteOn(let key, _, _)), .message(.noteOff(let key, _, _)):
        hold(key, until: place, &rows, &sounding)
      default: break
      }
    }
    for key in sounding.keys { hold(key, until: columns, &rows, &sounding) }
    guard !rows.isEmpty else { return "" }
    let lines = rows.sorted { $0.key > $1.key }.map { key, row in
      padded("\(key.number) \(key)", 8) + String(row) + "\n"
    }
    return lines.joined()
  }

  private var emptyRow: [Character] {
    (0..<columns).map { $0.isMultiple(of: 4) ? (isPlain ? ":" : "┊") : (isPlain ? "." : "·") }
  }

  /// Draws a key that was struck before as sounding.
  private func hold(
    _ key: Key, until place: Int, _ rows: inout [Key: [Character]], _ sounding: inout [Key: Int]
  ) {
    guard let begin = sounding.removeValue(forKey: key) else { return }
    for index in begin + 1..<max(begin + 1, place) {
      rows[key]?[index] = isPlain ? "-" : "─"
    }
  }
}
