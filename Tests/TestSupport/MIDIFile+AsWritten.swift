public import MIDI

extension MIDIFile {
  /// The file as it is when it was written and read again.
  ///
  /// A gap that is longer than a number can say has empty texts in it, and of running status nothing
  /// is known where no two neighbours have the same status byte.
  public var asWritten: MIDIFile {
    var file = self
    file.chunks = chunks.map { chunk in
      if case .track(let track) = chunk { .track(track.bridged) } else { chunk }
    }
    file.usesRunningStatus = usesRunningStatus && file.tracks.contains(where: \.repeatsStatus)
    return file
  }
}

extension Track {
  /// The track with empty texts where the next event is too far away.
  fileprivate var bridged: Track {
    var (bridged, now) = (Track(), 0)
    for event in self {
      bridged.goOn(to: event.tick, from: &now)
      bridged.append(event.event, at: event.tick)
      now = event.tick
    }
    bridged.goOn(to: end, from: &now)
    bridged.end = end
    return bridged
  }

  private mutating func goOn(to tick: Int, from now: inout Int) {
    while tick - now > 0x0FFF_FFFF {
      now += 0x0FFF_FFFF
      append(.meta(.text(.text, "")), at: now)
    }
  }

  /// Whether a message has the status byte of the one before it.
  fileprivate var repeatsStatus: Bool {
    zip(records, records.dropFirst()).contains { $0.status == $1.status && $0.status < 0xF0 }
  }
}
