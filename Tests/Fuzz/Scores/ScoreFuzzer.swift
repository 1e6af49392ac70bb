import Music
import Notation
import Scores

/// Reads a text that libFuzzer made as a mini-notation and as a score, and stops where one breaks the
/// laws of its reader.
@_cdecl("LLVMFuzzerTestOneInput")
public func readAnything(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: data, count: count)
  guard let text = String(validating: bytes, as: UTF8.self) else { return 0 }
  if let fault = faultOfNotation(text) ?? faultOfScore(text) { preconditionFailure(fault) }
  return 0
}

/// How a mini-notation breaks the law: asking it fails with an error or not at all.
private func faultOfNotation(_ text: String) -> String? {
  guard let pattern = try? Pattern(parsing: text) else { return nil }
  guard let evaluator = try? Evaluator(pattern) else { return nil }
  _ = try? evaluator.onsets(in: Span(0, 2))
  return nil
}

/// How a score breaks the law: a score without a fault prints what reads back the same, and means a
/// piece or has a fault that lies in the text.
private func faultOfScore(_ text: String) -> String? {
  let source = SourceText(name: "score", text)
  let (score, faults) = Score.read(source)
  if faults.isEmpty, (try? Score(parsing: score.description)) != score { return "read otherwise" }
  guard let library = try? Library(folders: []) else { return "no library" }
  do throws(ScoreFaults) {
    let song = try Song(source, on: Shelf(library: library))
    guard !song.bars.isEmpty else { return "no bars" }
    let bars = 0..<min(2, song.bars.count)
    _ = try? song.timeline(bars: bars)
    return nil
  } catch {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
    let isPlaced = error.faults.allSatisfy { (1...max(1, lines)).contains($0.line.number) }
    return error.faults.isEmpty ? "a fault that is none" : isPlaced ? nil : "told nowhere"
  }
}
