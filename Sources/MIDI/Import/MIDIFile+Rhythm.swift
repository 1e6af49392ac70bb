import Music

extension MIDIFile {
  /// A rhythm out of the file: the grid that its notes are on, and what is left as feel.
  ///
  ///     let rhythm = try file.rhythm().rhythm
  ///
  /// Law: each note of the rhythm, where its feel and its shift put it at the rhythm's tempo, is less
  /// than or just half a tick of the file away from where a chosen key of the file goes down, so that
  /// it has the same tick again; and it is the same drum or key, struck equally hard. No chosen key is
  /// left out, but that of two strikes of one key of a channel, or of one drum, at one tick only the
  /// louder is kept. What is rendered at the resolution of the file and taken out of it again is the
  /// same rhythm.
  ///
  /// Of chosen bars, a note just before the first bar line belongs to them, and one just before the
  /// last does not. The lengths of drums are not kept; those of other notes are in quarters of a step.
  ///
  /// - Throws: ``ImportError``.
  /// - Complexity: O(n) for n events of the file, and a hundred times that for the chosen notes.
  public func rhythm(_ choices: ImportChoices = ImportChoices()) throws(ImportError) -> Imported {
    let cut = try Cut(of: self, choices)
    let excerpt = try Excerpt(of: cut, choices)
    let transcription = try Transcription(of: excerpt, choices)
    let melodic = transcription.melodicVoices
    guard melodic <= Channel.melodic.count else {
      throw .tooManyVoices(melodic, sounding: Cut.names(of: cut.tracks))
    }
    return Imported(
      rhythm: try transcription.rhythm(), bars: transcription.bars, title: title(choices, cut),
      tempi: excerpt.tempi, countsFrames: division.countsFrames)
  }

  /// The name of the chosen track, or of a first track that has no notes or is the only one.
  private func title(_ choices: ImportChoices, _ cut: Cut) -> Text? {
    if !choices.tracks.isEmpty { return cut.tracks.count == 1 ? cut.tracks[0].track.name : nil }
    guard let first = tracks.first, tracks.count == 1 || !first.hasNotes else { return nil }
    return first.name
  }
}

extension Division {
  fileprivate var countsFrames: Bool {
    if case .perFrame = self { true } else { false }
  }
}
