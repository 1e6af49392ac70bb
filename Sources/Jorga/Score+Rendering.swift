public import MIDI
public import Music
public import Notation
public import Scores

extension Score {
  /// The piece that the score means: that of its text.
  ///
  /// - Parameters:
  ///   - library: Where rhythms and kits are found; that of the package where nothing is said.
  ///   - name: What the score is called in errors.
  /// - Returns: The piece, to be asked for its timeline.
  /// - Throws: ``ScoreFaults``, which point into the printed score; ``LibraryError`` where there is no
  ///   library.
  public func song(on library: Library? = nil, name: String = "score") throws -> Song {
    let shelf = Shelf(library: try library ?? Library(folders: Library.usualFolders()))
    return try Song(SourceText(name: name, description), on: shelf)
  }

  /// The piece as a MIDI file.
  ///
  /// - Throws: ``ScoreFaults``, ``ScoreError``, ``MIDIError`` or ``LibraryError``.
  public func midiFile(
    on library: Library? = nil, kit: Kit = .generalMIDI, layout: Layout = Layout()
  ) throws -> MIDIFile {
    let timeline = try song(on: library).timeline()
    return MIDIFile(try Performance(of: timeline, on: kit), layout: layout)
  }
}
