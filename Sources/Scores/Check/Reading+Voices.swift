import Composer
import Music
import Notation

extension Reading {
  /// Refuses a word that names no sound, with the nearest that does.
  func checkVoices(of pattern: Pattern) throws(ScoreError) {
    for (value, place) in pattern.values {
      guard let sound = Sound(value), sound.key == nil, Voice.known[sound.voice.name] == nil,
        sound.voice.drumKey == nil
      else { continue }
      let names = Voice.known.keys.sorted() + Sound.shortNames.keys.sorted()
      let fault = NotationError.Fault.noInstrument(
        sound.voice.name, nearest: Suggestion.nearest(to: sound.voice.name, among: names))
      throw checker.error(
        .notation(NotationError(fault, at: place.start, of: checker.source)), at: place)
    }
  }
}
