import Notation
import Playback

extension Schedule {
  /// What keys choose from, as lines: the tracks by the numbers that mute them, and the sections in
  /// order; a line is left out where there is none.
  ///
  ///     tracks      1 drums, 2 bass
  ///     sections    alone, both
  var legend: String {
    let tracks = tracks.enumerated().map { "\($0 + 1) \($1.name)" }
    return [("tracks      ", tracks), ("sections    ", sections.map(\.name))]
      .filter { !$1.isEmpty }
      .map { "\($0)\($1.joined(separator: ", ").printable)" }
      .joined(separator: "\n")
  }
}
