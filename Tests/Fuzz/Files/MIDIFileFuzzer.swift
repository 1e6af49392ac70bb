import MIDI
import TestSupport

/// Reads bytes that libFuzzer made, and stops where they break the law of the reader or where more
/// memory is kept than there are bytes for.
@_cdecl("LLVMFuzzerTestOneInput")
public func readAnything(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  if let (file, _) = try? MIDIFile.repaired(bytes) {
    let kept = file.tracks.reduce(0) { sum, track in
      sum + 8 * track.records.capacity + track.contents.bytes.capacity + 100
    }
    precondition(kept <= 64 * count + 4096, "\(kept) bytes are kept for \(count)")
  }
  if let fault = ReadingLaw.fault(in: bytes) { preconditionFailure(fault) }
  return 0
}
