import MIDI
import Music
import Notation

extension InputFile {
  /// The MIDI file at a path, and what had to be repaired; strictly, nothing is.
  static func midi(at path: String, strictly: Bool = false) throws -> (MIDIFile, [Repair]) {
    do {
      let bytes = try bytes(of: path, most: Bounds.midiFileBytes)
      return try strictly ? (MIDIFile(strictly: bytes), []) : MIDIFile.repaired(bytes)
    } catch let error as LibraryError {
      throw Failure(error)
    } catch let error as MIDIFileError {
      throw Failure(error, in: path)
    }
  }
}
