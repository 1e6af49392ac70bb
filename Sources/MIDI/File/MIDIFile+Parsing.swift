extension MIDIFile {
  /// Reads a file that is as it should be.
  ///
  /// - Throws: ``MIDIFileError`` at the first byte that is not.
  /// - Complexity: O(n) for n bytes.
  public init(strictly bytes: [UInt8]) throws(MIDIFileError) {
    (self, _) = try Self.read(bytes, isStrict: true)
  }

  /// Reads what a file really contains, and says what it repaired.
  ///
  /// Memory is bounded by the bytes that there are, whatever they claim.
  ///
  /// - Throws: ``MIDIFileError/noMIDIFile`` where there is neither a header nor a track.
  /// - Complexity: O(n) for n bytes.
  public static func repaired(
    _ bytes: [UInt8]
  ) throws(MIDIFileError) -> (file: MIDIFile, repairs: [Repair]) {
    try read(bytes, isStrict: false)
  }

  private static func read(
    _ bytes: [UInt8], isStrict: Bool
  ) throws(MIDIFileError) -> (MIDIFile, [Repair]) {
    let result = bytes.withUnsafeBufferPointer {
      buffer -> Result<(MIDIFile, [Repair]), MIDIFileError> in
      var reader = FileReader(buffer, isStrict: isStrict)
      do throws(MIDIFileError) { return .success((try reader.read(), reader.repairs)) } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
