/// Reads the chunks of a file.
struct FileReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isStrict: Bool
  private(set) var repairs: [Repair] = []
  private var trackCount = 0

  /// How the header says the tracks belong together and how many there are.
  private struct Header {
    var format = MIDIFile.Format.simultaneous
    var division = Division.perBeat(480)
    var tracks: Int?
    var rest: [UInt8] = []
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, isStrict: Bool) {
    self.bytes = bytes
    self.isStrict = isStrict
  }

  /// Takes down what is wrong, or stops there.
  private mutating func note(_ kind: Repair.Kind, at offset: Int) throws(MIDIFileError) {
    let repair = Repair(kind: kind, track: nil, offset: offset)
    if isStrict { throw .refused(repair) }
    repairs.append(repair)
  }

  mutating func read() throws(MIDIFileError) -> MIDIFile {
    let (range, wrapper) = try findFile()
    var position = range.lowerBound
    let header = try header(&position, range.upperBound)
    var file = MIDIFile(format: header.format, division: header.division, tracks: [])
    file.headerRest = header.rest
    file.wrapper = wrapper
    try readChunks(&position, range.upperBound, into: &file)
    if let count = header.tracks, count != trackCount {
      try note(.trackCount, at: range.lowerBound + 10)
    }
    if file.format == .single && trackCount != 1 {
      try note(.tracksOfFormatZero, at: range.lowerBound + 8)
      file.format = .simultaneous
    }
    return file
  }

  // MARK: Heads

  private func has(_ id: StaticString, at offset: Int) -> Bool {
    ChunkHead.has(id, bytes, at: offset, before: bytes.count)
  }

  private func firstTrack(from start: Int, to end: Int) -> Int? {
    ChunkHead.firstTrack(bytes, from: start, to: end)
  }

  private func word(at offset: Int) -> Int {
    (0..<4).reduce(0) { $0 << 8 | Int(bytes[offset + $1]) }
  }

  private func littleEndianWord(at offset: Int) -> Int {
    (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }

  /// Where the MIDI file lies in the input, and what is wrapped around it.
  private mutating func findFile() throws(MIDIFileError) -> (Range<Int>, MIDIFile.Wrapper?) {
    if let (range, wrapper) = try unwrapped(), let found = try findFile(in: range) {
      return (found, wrapper)
    }
    guard let found = try findFile(in: 0..<bytes.count) else { throw .noMIDIFile }
    return (found, nil)
  }

  private mutating func findFile(in range: Range<Int>) throws(MIDIFileError) -> Range<Int>? {
    let start = range.first { ChunkHead.has("MThd", bytes, at: $0, before: range.upperBound) }
    if let start {
      if start > range.lowerBound { try note(.leadingBytes, at: range.lowerBound) }
      return start..<range.upperBound
    }
    guard let start = firstTrack(from: range.lowerBound, to: range.upperBound) else { return nil }
    try note(.missingHeader, at: start)
    return start..<range.upperBound
  }

  private mutating func unwrapped() throws(MIDIFileError) -> (Range<Int>, MIDIFile.Wrapper)? {
    guard has("RIFF", at: 0), has("RMID", at: 8) else { return nil }
    var position = 12
    while position + 8 <= bytes.count {
      let length = littleEndianWord(at: position + 4)
      let start = position + 8
      let next = start + length + length & 1
      if has("data", at: position) {
        let isCut = start + length > bytes.count
        if littleEndianWord(at: 4) + 8 != bytes.count || next > bytes.count && !isCut {
          try note(.wrapperLength, at: 4)
        }
        if isCut { try note(.chunkTooLong, at: position + 4) }
        var wrapper = MIDIFile.Wrapper()
        wrapper.before = Array(bytes[12..<position])
        wrapper.after = Array(bytes[min(bytes.count, next)...])
        return (start..<min(bytes.count, start + length), wrapper)
      }
      position = next
    }
    return nil
  }

  private mutating func header(
    _ position: inout Int, _ end: Int
  ) throws(MIDIFileError) -> Header {
    var header = Header()
    guard has("MThd", at: position) else { return header }
    guard position + 8 <= end else {
      try note(.headerLength, at: position + 4)
      position = end
      return header
    }
    let start = position + 8
    let length = word(at: position + 4)
    if length < 6 || start + length > end { try note(.headerLength, at: position + 4) }
    // A header of a wrong length is taken to end where the first track begins.
    let isWhole = length >= 6 && start + length <= end
    position = isWhole ? start + length : (firstTrack(from: start, to: end) ?? end)
    let content = bytes[start..<min(position, end)]
    if content.count >= 2 {
      if let format = MIDIFile.Format(
        rawValue: UInt16(content[start]) << 8 | UInt16(content[start + 1]))
      {
        header.format = format
      } else {
        try note(.unknownFormat, at: start)
      }
    }
    if content.count >= 4 { header.tracks = Int(content[start + 2]) << 8 | Int(content[start + 3]) }
    if content.count >= 6 {
      if let division = Division(word: UInt16(content[start + 4]) << 8 | UInt16(content[start + 5]))
      {
        header.division = division
      } else {
        try note(.badDivision, at: start + 4)
      }
      header.rest = Array(content.dropFirst(6))
    }
    return header
  }

  // MARK: Chunks

  private mutating func readChunks(
    _ position: inout Int, _ end: Int, into file: inout MIDIFile
  ) throws(MIDIFileError) {
    while position < end {
      guard ChunkHead.isPlausible(bytes, at: position, before: end) else {
        let next = firstTrack(from: position, to: end)
        try note(next == nil ? .trailingBytes : .bytesBetweenChunks, at: position)
        position = next ?? end
        continue
      }
      if has("MTrk", at: position) {
        try readTrack(&position, end, into: &file)
      } else {
        let start = position + 8
        let length = word(at: position + 4)
        let id = Array(bytes[position..<position + 4])
        if start + length > end {
          try note(.chunkTooLong, at: position + 4)
          position = firstTrack(from: start, to: end) ?? end
        } else {
          position = start + length
        }
        file.chunks.append(.alien(id: id, content: Array(bytes[start..<position])))
      }
    }
  }

  private mutating func readTrack(
    _ position: inout Int, _ end: Int, into file: inout MIDIFile
  ) throws(MIDIFileError) {
    trackCount += 1
    var reader = TrackReader(
      bytes, from: position + 8, length: word(at: position + 4), fileEnd: end, number: trackCount,
      isStrict: isStrict)
    let track = try reader.read()
    repairs += reader.repairs
    position = reader.position
    file.usesRunningStatus = file.usesRunningStatus || reader.usesRunningStatus
    file.chunks.append(.track(track))
  }
}
