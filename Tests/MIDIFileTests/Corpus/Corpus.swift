import Music

@testable import MIDI

extension CorpusFile {
  /// Small files for each corner of the format, valid and broken.
  static let all = [
    headers, damagedHeaders, headersOfWrongLength, refused, chunks, riffs, lengthsOfTracks, ends,
    breaks, numbers, damagedNumbers, messages, runningStatus, damagedMessages, texts, metas,
    tempi, metres, keys, damagedMetas, systemExclusives, strays,
  ].flatMap { $0 }

  /// The files that are as they should be.
  static let valid = all.filter { file in
    if case .valid = file.verdict { true } else { false }
  }

  /// The files that can be read.
  static let readable = all.filter { file in
    if case .refused = file.verdict { false } else { true }
  }
}

extension Tempo {
  /// 120 beats a minute.
  static let usual = Tempo.microseconds(500_000)

  /// A tempo of a length that there is.
  static func microseconds(_ length: Int) -> Tempo {
    guard let tempo = Tempo(microsecondsPerBeat: length) else {
      preconditionFailure("there is no tempo of \(length) microseconds")
    }
    return tempo
  }
}
