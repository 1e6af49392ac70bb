import Drawing
import Music
import Notation

extension Poster: WritablePicture {}

extension TransitionPoster: WritablePicture {}

/// A picture of a rhythm or of several as an SVG file.
protocol WritablePicture {
  /// What it shows.
  var title: String { get }

  /// The file.
  func svg() throws(MusicError) -> String
}

extension WritablePicture {
  /// Writes the picture as an SVG file, and says so.
  func write(to path: String, force: Bool) throws {
    let text: String
    do throws(MusicError) { text = try svg() } catch { throw Failure(error, drawing: title) }
    try OutputFile(path: path, kind: .picture).write(Array(text.utf8), force: force)
    guard path != "-" else { return }
    try StandardOutput.write("\(path.printable): a picture of \(title.printable)\n")
  }
}
