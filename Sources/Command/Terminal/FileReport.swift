import MIDI
import Music
import Notation

/// What a MIDI file holds, in figures.
struct FileReport: Encodable {
  private struct TrackLine: Encodable {
    let name: String?
    let channels: [Int]
    let programs: [Int]
    let lowestKey: Int?
    let highestKey: Int?
    let noteOns: Int
    let noteOffs: Int
    let events: Int
    let endTick: Int
  }

  private struct TempoLine: Encodable {
    let tick: Int
    let microsecondsPerBeat: Int
  }

  private struct MetreLine: Encodable {
    let tick, numerator, denominator: Int
  }

  private struct KeyLine: Encodable {
    let tick: Int
    let key: String
  }

  private struct RepairLine: Encodable {
    let kind: String
    let track: Int?
    let offset: Int
    let meaning: String
  }

  private let format: Int
  private let ticksPerBeat: Int?
  private let ticksPerSecond: Double?
  private let bars: Int?
  private let seconds: Double
  private let tempi: [TempoLine]
  private let metres: [MetreLine]
  private let keys: [KeyLine]
  private let markers: [String]
  private let cues: [String]
  private let tracks: [TrackLine]
  private let repairs: [RepairLine]

  init(_ file: MIDIFile, repairs: [Repair]) {
    let map = TempoMap(of: file.tracks, division: file.division)
    let end = file.tracks.map(\.end).max() ?? 0
    format = Int(file.format.rawValue)
    switch file.division {
    case .perBeat(let ticks): (ticksPerBeat, ticksPerSecond) = (ticks, nil)
    case .perFrame(let ticks, let rate):
      (ticksPerBeat, ticksPerSecond) = (nil, Double(ticks) * rate.framesPerSecond)
    }
    (bars, seconds) = (map.bars(before: end), map.seconds(at: end))
    tempi = map.tempi.map {
      TempoLine(tick: $0.tick, microsecondsPerBeat: $0.tempo.microsecondsPerBeat)
    }
    metres = map.signatures.map {
      MetreLine(
        tick: $0.tick, numerator: Int($0.signature.numerator),
        denominator: $0.signature.denominator)
    }
    let metas = file.tracks.first?.metaEvents ?? []
    keys = metas.compactMap { event in
      guard case .meta(.keySignature(let key)) = event.event else { return nil }
      return KeyLine(tick: event.tick, key: key.description)
    }
    markers = metas.texts(.marker)
    cues = metas.texts(.cuePoint)
    tracks = file.tracks.map { track in
      let summary = track.summary
      return TrackLine(
        name: summary.name?.decoded, channels: summary.channels.map(\.number).sorted(),
        programs: summary.programs.map(\.number),
        lowestKey: summary.keys?.lowerBound.number, highestKey: summary.keys?.upperBound.number,
        noteOns: summary.noteOns, noteOffs: summary.noteOffs, events: summary.events,
        endTick: track.end)
    }
    self.repairs = repairs.map {
      RepairLine(
        kind: $0.kind.rawValue, track: $0.track, offset: $0.offset, meaning: $0.kind.meaning)
    }
  }
}

extension FileReport {
  /// The report as lines for a person.
  func text(path: String) -> String {
    let tick =
      ticksPerBeat.map { "\($0) ticks a quarter note" }
      ?? "\((ticksPerSecond ?? 0).shortened) ticks a second"
    var lines = ["\(path.printable): format \(format), \(tick)", "length  \(length)"]
    lines += tempi.prefix(Self.mostLines).map { tempo in
      let rate = (6e9 / Double(tempo.microsecondsPerBeat)).rounded() / 100
      return "tempo   tick \(tempo.tick): \(rate.shortened) BPM"
    }
    lines += metres.prefix(Self.mostLines).map {
      "metre   tick \($0.tick): \($0.numerator)/\($0.denominator)"
    }
    lines += keys.prefix(Self.mostLines).map { "key     tick \($0.tick): \($0.key)" }
    for (label, names) in [("markers", markers), ("cues   ", cues)] where !names.isEmpty {
      lines.append("\(label) \(names.prefix(Self.mostLines).joined(separator: ", "))")
    }
    lines += ["", "TRACK  CHANNEL  PROGRAM  NOTES  KEYS      NAME"]
    for (number, track) in tracks.enumerated() { lines.append(line(number + 1, track)) }
    if !repairs.isEmpty { lines += ["", "repaired:"] + repairs.map(line) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The most tempi, metres and markers that are listed; JSON has all.
  private static let mostLines = 12

  private var length: String {
    let minutes = Int(seconds / 60)
    let rest = ((seconds - Double(minutes) * 60) * 1000).rounded() / 1000
    let time = "\(minutes) min \(rest.shortened) s"
    return bars.map { "\($0) bars, \(time)" } ?? time
  }

  private func line(_ number: Int, _ track: TrackLine) -> String {
    let keys = track.lowestKey.flatMap { low in
      track.highestKey.map { "\(Self.name(of: low))-\(Self.name(of: $0))" }
    }
    let cells = [
      padded("\(number)", 5), padded(track.channels.map(String.init).joined(separator: " "), 7),
      padded(track.programs.map(String.init).joined(separator: " "), 7),
      padded("\(track.noteOns)", 5), padded(keys ?? "", 8), (track.name ?? "").printable,
    ]
    return cells.joined(separator: "  ")
  }

  private static func name(of key: Int) -> String { Key(key)?.description ?? "" }

  private func line(_ repair: RepairLine) -> String {
    "  byte \(repair.offset)\(repair.track.map { ", track \($0)" } ?? ""): \(repair.meaning)"
  }
}

extension [TimedEvent] {
  /// The texts of a kind, in order.
  fileprivate func texts(_ kind: MetaEvent.TextKind) -> [String] {
    compactMap { event in
      guard case .meta(.text(kind, let text)) = event.event else { return nil }
      return text.decoded.printable
    }
  }
}
