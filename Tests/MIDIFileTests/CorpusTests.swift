import Testing

@testable import MIDI

/// Small files, valid and broken: what is read of each, and what is said of it.
@Suite struct CorpusTests {
  /// Valid files that are not written plainly: some status bytes are left out and some not.
  private static let mixed: Set = ["running status now and then"]

  @Test(arguments: CorpusFile.all)
  func `strict reading takes what is valid and stops at the first fault`(file: CorpusFile) throws {
    switch file.verdict {
    case .valid:
      #expect(try MIDIFile(strictly: file.bytes) == file.meaning)
    case .repaired(let kinds):
      let error = try #require(throws: MIDIFileError.self) { try MIDIFile(strictly: file.bytes) }
      let first = try #require(file.repairs.first { $0.kind == kinds.first })
      #expect(error == .refused(first))
    case .refused:
      let error = try #require(throws: MIDIFileError.self) { try MIDIFile(strictly: file.bytes) }
      #expect(error == .noMIDIFile)
    }
  }

  @Test(arguments: CorpusFile.readable)
  func `a file is read as it is meant, and every repair is told`(file: CorpusFile) throws {
    let (read, repairs) = try MIDIFile.repaired(file.bytes)
    #expect(read == file.meaning)
    #expect(repairs.map(\.kind) == file.verdict.kinds)
    #expect(repairs.count == file.repairs.count)
    #expect(Set(repairs) == Set(file.repairs))
  }

  @Test(arguments: CorpusFile.all.filter { if case .refused = $0.verdict { true } else { false } })
  func `what is no MIDI file is refused`(file: CorpusFile) throws {
    let error = try #require(throws: MIDIFileError.self) { try MIDIFile.repaired(file.bytes) }
    #expect(error == .noMIDIFile)
  }

  /// Law: `repaired(file.bytes)` is `file`, and only meta events of wrong content need repair again.
  @Test(arguments: CorpusFile.readable)
  func `a file that was read is the same when it was written and read again`(
    file: CorpusFile
  ) throws {
    let (again, repairs) = try MIDIFile.repaired(file.meaning.bytes)
    #expect(again == file.meaning)
    #expect(repairs.map(\.kind) == file.lasting)
  }

  @Test(arguments: CorpusFile.valid.filter { !mixed.contains($0.name) })
  func `a valid file that was written plainly comes back byte for byte`(file: CorpusFile) throws {
    #expect(try MIDIFile(strictly: file.bytes).bytes == file.bytes)
  }

  @Test(arguments: mixed)
  func `where status bytes are left out now and then, all are when it is written`(
    name: String
  ) throws {
    let file = try #require(CorpusFile.all.first { $0.name == name })
    let written = try MIDIFile(strictly: file.bytes).bytes
    #expect(written.count < file.bytes.count)
    #expect(try MIDIFile(strictly: written) == file.meaning)
  }

  @Test(arguments: Repair.Kind.allCases)
  func `every repair is needed by some file`(kind: Repair.Kind) {
    #expect(CorpusFile.all.contains { $0.verdict.kinds.contains(kind) })
  }

  @Test func `every file has its own name and its own bytes`() {
    #expect(CorpusFile.all.count >= 130)
    #expect(Set(CorpusFile.all.map(\.name)).count == CorpusFile.all.count)
    let same = Dictionary(grouping: CorpusFile.all, by: \.bytes).values.filter { $0.count > 1 }
    #expect(same.map { $0.map(\.name) }.isEmpty)
  }

  @Test(arguments: Array(zip(CorpusFile.texts, CorpusFile.titles.map(\.reading))))
  func `a title of any program can be read`(file: CorpusFile, reading: String) throws {
    let track = try #require(try MIDIFile(strictly: file.bytes).tracks.first)
    guard case .meta(.text(.trackName, let title)) = track.first?.event else {
      Issue.record("there is no title")
      return
    }
    #expect(title.decoded == reading)
  }
}

extension CorpusFile {
  /// What is still wrong when the file was repaired and written.
  fileprivate var lasting: [Repair.Kind] {
    name.hasPrefix("an end") ? [] : verdict.kinds.filter { $0 == .badMetaEvent }
  }
}
