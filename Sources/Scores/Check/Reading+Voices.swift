import Composer
import Music
import Notation

extension Reading {
  /// Refuses a word that names no sound, with the nearest that does.
  func checkVoices(of pattern: Pattern) throws(ScoreError) {
    for (value, place) in pattern.values {
      guard let sound = Sound(value), sound.key == nil else { continue }
      try checkVoice(sound.voice, at: place)
    }
  }

  /// Refuses a voice that nothing plays: it is none that is known, and none of some others.
  func checkVoice(
    _ voice: Voice, among others: Set<Voice> = [], at place: Place
  ) throws(ScoreError) {
    guard !voice.hasOwnRole, !others.contains(voice) else { return }
    throw checker.error(noVoice(voice.name, among: others), at: place)
  }

  /// The fault that nothing is called so, with the nearest of some voices, or of all.
  func noVoice(
    _ name: String, among others: Set<Voice>, orKnown: Bool = true
  ) -> ScoreError.Fault {
    let near = others.map(\.name).sorted()
    let known = orKnown ? Voice.known.keys.sorted() + Sound.shortNames.keys.sorted() : []
    return .noVoice(
      name,
      nearest: Suggestion.nearest(to: name, among: near)
        ?? Suggestion.nearest(to: name, among: known), among: near)
  }

  /// Names of voices, written as texts or as one text with blanks between; each one that is known,
  /// or is before the dot.
  func voices(_ name: String) throws(ScoreError) -> Set<Voice> {
    let others = try theme().theme.traits.voices
    var voices: Set<Voice> = []
    for argument in arguments(name) {
      for item in try words(name, argument.value) {
        let voice = Voice(Sound.shortNames[item] ?? item)
        try checkVoice(voice, among: others, at: argument.value.place)
        voices.insert(voice)
      }
    }
    return voices
  }
}
