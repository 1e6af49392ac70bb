import Composer
import Music

extension Blending {
  /// What was chosen for the user: how different bars meet, and what becomes what.
  func choices(_ fits: [Fit], _ rhythms: [Rhythm], ascii: Bool) -> String {
    let last = rhythms[fits.count]
    let fitted = zip(rhythms, fits).filter { $0.0.bars != last.bars }
    let isOne = rhythms.count == 2
    let ways = fitted.map { isOne ? $1.rawValue : "\($0.origin.id) \($1.rawValue)" }
    let sounds = (map?.pairs ?? []).compactMap { pair -> String? in
      guard let first = pair.first, let second = pair.second, first != second else { return nil }
      return "\(first) \(ascii || !StandardOutput.isUnicode ? "<->" : "↔") \(second)"
    }
    return (ways.isEmpty ? "" : "fit: \(ways.joined(separator: ", "))\n")
      + (sounds.isEmpty ? "" : "sounds: \(sounds.joined(separator: ", "))\n")
  }
}
