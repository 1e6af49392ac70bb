import Composer
import Drawing
import Music

extension Transition {
  /// The stages of a blend at some amounts, with the feel of each written into its notes.
  init(
    _ blend: any Blending, at amounts: [Amount], between first: Picture.Subject,
    and second: Picture.Subject
  ) throws(ComposerError) {
    let stages = try amounts.map { amount throws(ComposerError) in
      Stage(label: amount.label, rhythm: try blend.rhythm(at: amount).felt)
    }
    let links = try zip(amounts, amounts.dropFirst()).map { from, to throws(ComposerError) in
      try blend.ties(from: from, to: to).map { tie in
        Link(from: Spot(tie.first), to: Spot(tie.second))
      }
    }
    self.init(between: first, and: second, stages: stages, links: links)
  }
}

extension Amount {
  /// What a stage is called: `A 0%` and `B 100%` at the ends.
  fileprivate var label: String {
    step == 0 ? "A \(self)" : step == Amount.steps ? "B \(self)" : "\(self)"
  }
}

extension Transition.Spot {
  fileprivate init(_ note: VoicedNote) {
    self.init(note.voice, note.note.onset)
  }
}

extension Rhythm {
  /// The rhythm with its feel written into its notes' shifts.
  fileprivate var felt: Rhythm {
    get throws(ComposerError) {
      do throws(MusicError) { return try withFeelInNotes() } catch { throw .music(error) }
    }
  }
}
