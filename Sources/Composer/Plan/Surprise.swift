import Music

/// How many bits it takes to tell a rhythm in an ``Idiom``, kept while its notes come and go.
///
/// Each note counts in the sixteenth that is nearest to it, whatever the metre; where the circle ends
/// in less than a sixteenth, the rest belongs to the first. The circle is told round and round, so
/// that no sixteenth is without others before it.
struct Surprise {
  /// Where a note counts: its sixteenth, and the bit of its voice.
  struct Cell {
    fileprivate let sixteenth: Int
    fileprivate let bit: Int
  }

  /// The bits of all sixteenths, in the idiom's parts of a bit.
  private(set) var parts: Int

  private let table: [UInt16]
  private let ticksPerBeat: Int
  /// Of each sixteenth, its own symbol and those before it, as the table counts them.
  private var windows: [Int]
  /// How many notes sound in each cell.
  private var counts: [Int32]

  /// The sixteenths of a quarter note.
  private static let perBeat = 4

  /// Silence on a circle, all around.
  init(_ idiom: Idiom, on circle: Circle) {
    table = idiom.table
    ticksPerBeat = circle.ticksPerBeat
    let count = max(1, circle.length * Self.perBeat / circle.ticksPerBeat)
    windows = Array(repeating: 0, count: count)
    counts = Array(repeating: 0, count: count << Idiom.bitsOfSymbol)
    parts = count * Int(table[0])
  }

  /// Where a note counts that begins some ticks after the circle's beginning.
  func cell(of voice: Voice, at ticks: Int) -> Cell {
    let nearest = (2 * Self.perBeat * ticks + ticksPerBeat) / (2 * ticksPerBeat)
    return Cell(sixteenth: nearest % windows.count, bit: voice.role.idiomBit)
  }

  /// Lets one more note sound in a cell, or one less.
  mutating func set(_ cell: Cell, _ sounds: Bool) {
    let index = cell.sixteenth << Idiom.bitsOfSymbol | cell.bit
    counts[index] += sounds ? 1 : -1
    // Of several notes in one cell the first that comes and the last that goes make the change.
    guard counts[index] == (sounds ? 1 : 0) else { return }
    var (place, mask) = (cell.sixteenth, 1 << cell.bit)
    for _ in 0...Idiom.memory {
      parts -= Int(table[windows[place]])
      windows[place] ^= mask
      parts += Int(table[windows[place]])
      mask <<= Idiom.bitsOfSymbol
      place = place + 1 == windows.count ? 0 : place + 1
    }
  }
}
