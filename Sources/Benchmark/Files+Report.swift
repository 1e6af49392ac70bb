extension Files.Result {
  /// What was measured, in lines.
  func report(named name: String) -> String {
    var lines = [
      "\(name): \(rate(1).tenths) M events, \((Double(bytes) / 1e6).tenths) MB, "
        + "\(bytesPerEvent.tenths) bytes of memory an event",
      "read     \(rate(own.reading).tenths) M events/s, \((own.reading / decoding).tenths)x the "
        + "time of a loop that only decodes (\(rate(decoding).tenths) M events/s)",
      "written  \(rate(own.writing).tenths) M events/s",
    ]
    if other.reading.isFinite {
      lines.append(
        "as fast as symusic (\(rate(other.reading).tenths) and \(rate(other.writing).tenths) M "
          + "events/s): \((other.reading / own.reading).tenths)x reading, "
          + "\((other.writing / own.writing).tenths)x writing")
    }
    return lines.map { "  \($0)" }.joined(separator: "\n")
  }

  /// Millions of events a second.
  private func rate(_ seconds: Double) -> Double { Double(events) / 1e6 / seconds }
}
