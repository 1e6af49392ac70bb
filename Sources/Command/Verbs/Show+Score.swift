import Drawing
import Music
import Notation
import Scores

extension Show {
  /// Shows a score: its picture, or its notes.
  func show(score: String, in library: Library) throws {
    let file = try ScoreFile(score)
    var song = try file.song(on: file.shelf(in: library))
    if let seed = reading.askedSeed { song.seed = seed }
    let timeline = try song.rendered()
    do {
      if events {
        let listing = try TimelineListing(of: timeline, firstBar: song.firstNumber)
        return try StandardOutput.write(json ? JSON.text(of: listing) : listing.text)
      }
      let piece = try Arrangement(of: song, timeline)
      if json { return try StandardOutput.write(JSON.text(of: ArrangementListing(of: piece))) }
      let style = Page.Style(ascii: ascii)
      let picture = ArrangementText(piece, columns: style.columns, inking: style.inking)
      try StandardOutput.write(picture.text)
    } catch let error as MusicError {
      throw Failure(error, in: file.source.name)
    }
  }
}
