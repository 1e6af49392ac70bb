import Music

/// The way of a note along the circle of the bars.
///
/// Its place between is written as the nearest slot of both grids, and a shift from there: so the
/// rhythm can still be drawn and counted. All slots are whole numbers at both ends, so notes that
/// keep their order keep a slot's distance and never meet in one.
struct Slide {
  /// Where it begins, in slots from the beginning of the circle.
  let place: Int
  /// How far it slides, in slots; below zero for backwards.
  let way: Int
  let slots: Slots

  /// The slots of the circle.
  struct Slots {
    let perBeat: Int
    /// How many the circle has.
    let count: Int
    /// How many of them a tick of the matching's circle has.
    let perTick: Int

    /// Slots as fine as the ticks of a circle and, where they are not too fine, two grids.
    init(_ circle: Circle, _ first: Rhythm, _ second: Rhythm) throws(ComposerError) {
      let grids = try exactly { () throws(MusicError) in
        [try first.grid * 4, try second.grid * 4, Fraction(1, circle.ticksPerBeat)]
      }
      let common = try? Fraction.commonDenominator(of: grids, most: Circle.finest)
      perBeat = common ?? circle.ticksPerBeat
      perTick = perBeat / circle.ticksPerBeat
      count = circle.length * perTick
    }
  }

  /// The finest part of a quarter note to which a shift is kept: a tick of the finest MIDI file.
  private static let resolution = 30_720

  /// A note put where it has slid to.
  func placed(_ note: Note, at step: Int) throws(MusicError) -> Note {
    let travelled = place * Amount.steps + way * step
    let slot = (travelled + Amount.steps / 2) >> Amount.steps.trailingZeroBitCount
    let rest = travelled - slot * Amount.steps
    let onCircle = ((slot % slots.count) + slots.count) % slots.count
    let unit = 2 * Amount.steps * slots.perBeat
    let parts = rest * 2 * Self.resolution + unit / 2
    // Rounds half up, below zero as well.
    let beats = parts >= 0 ? parts / unit : (parts - unit + 1) / unit
    return Note(
      onset: Fraction(onCircle, slots.perBeat), length: note.length, stroke: note.stroke,
      velocity: note.velocity,
      shift: try note.shift + Shift(beats: Fraction(beats, Self.resolution)), key: note.key)
  }
}
