import Drawing
import Music
import Notation

extension Poster {
  /// Writes the picture as an SVG file, and says so.
  func write(to path: String, force: Bool) throws {
    let text: String
    do throws(MusicError) { text = try svg() } catch { throw Failure(error, drawing: title) }
    try OutputFile(path: path, kind: .picture).write(Array(text.utf8), force: force)
    guard path != "-" else { return }
    try StandardOutput.write("\(path.printable): a picture of \(title.printable)\n")
  }
}
