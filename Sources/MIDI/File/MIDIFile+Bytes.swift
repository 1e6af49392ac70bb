import Music

extension MIDIFile {
  /// The whole file as bytes.
  ///
  /// Law: the same file gives the same bytes. A gap that is longer than a file can say is bridged by
  /// empty texts.
  ///
  /// - Complexity: O(n) for n events.
  public var bytes: [UInt8] {
    let extent = extent
    let file = [UInt8](unsafeUninitializedCapacity: extent.mostBytes) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      LargePages.ask(for: UnsafeMutableRawBufferPointer(buffer))
      var writer = ByteWriter(base)
      write(to: &writer, trackCount: extent.tracks)
      count = writer.count
    }
    return wrapper?.wrapped(file) ?? file
  }

  private func write(to writer: inout ByteWriter, trackCount: Int) {
    writer.append(ChunkHead.header)
    writer.append(UInt32(truncatingIfNeeded: 6 + headerRest.count))
    writer.append(format.rawValue)
    writer.append(UInt16(clamping: trackCount))
    writer.append(division.word)
    writer.append(headerRest[...])
    for chunk in chunks {
      switch chunk {
      case .track(let track): writer.append(track, usesRunningStatus: usesRunningStatus)
      case .alien(let id, let content):
        writer.append(id[...])
        writer.append(UInt32(truncatingIfNeeded: content.count))
        writer.append(content[...])
      }
    }
  }

  /// How many tracks there are, and more bytes than the file can have.
  private var extent: (tracks: Int, mostBytes: Int) {
    var (tracks, bytes) = (0, 14 + headerRest.count + ByteWriter.slack)
    for chunk in chunks {
      switch chunk {
      case .track(let track):
        tracks += 1
        bytes += 8 + track.mostBytes
      case .alien(let id, let content): bytes += 4 + id.count + content.count
      }
    }
    return (tracks, bytes)
  }
}

extension Track {
  /// More bytes than the events can take: a time of four bytes and a message of three, or a
  /// status, a type, a length of four and the content; seven for each bridge over a long gap.
  fileprivate var mostBytes: Int {
    records.count * 7 + contents.end + (end >> 28 + 1) * 7 + 8
  }
}

extension MIDIFile.Wrapper {
  /// `RIFF`, its length, `RMID`, what comes before, `data`, the file, what comes after.
  ///
  /// Source: the RIFF MIDI file format of Microsoft's *Multimedia Programming Interface* (1991).
  fileprivate func wrapped(_ file: [UInt8]) -> [UInt8] {
    let padding = [UInt8](repeating: 0, count: file.count & 1)
    let content =
      Array("RMID".utf8) + before + Array("data".utf8) + Self.littleEndian(file.count)
      + file + padding + after
    return Array("RIFF".utf8) + Self.littleEndian(content.count) + content
  }

  private static func littleEndian(_ number: Int) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
