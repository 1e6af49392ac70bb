import MIDI

/// What holds for every input of the reader of MIDI files, whatever bytes it has.
public enum ReadingLaw {
  /// How some bytes break the law, or nothing where they keep it.
  ///
  /// Law: what is read is the same when it was written and read again; only meta events of wrong
  /// content need repair twice; every fault is told once, at a byte that there is; strict reading
  /// stops at the first of them.
  public static func fault(in bytes: [UInt8]) -> String? {
    guard let (file, repairs) = try? MIDIFile.repaired(bytes) else {
      return (try? MIDIFile(strictly: bytes)) == nil ? nil : "read only strictly"
    }
    guard let again = try? MIDIFile.repaired(file.bytes) else { return "written unreadably" }
    if again.file != file.asWritten { return "not the same again" }
    if again.repairs.contains(where: { $0.kind != .badMetaEvent }) { return "written wrongly" }
    if Set(repairs).count != repairs.count { return "told twice" }
    if repairs.contains(where: { !(0...bytes.count).contains($0.offset) }) { return "told nowhere" }
    do throws(MIDIFileError) {
      let strict = try MIDIFile(strictly: bytes)
      return repairs.isEmpty && strict == file ? nil : "taken strictly"
    } catch {
      return repairs.first.map(MIDIFileError.refused) == error ? nil : "refused elsewhere"
    }
  }
}
