import Music

extension MIDIFile {
  /// A rhythm out of the file.
  ///
  /// - Throws: ``ImportError``.
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
