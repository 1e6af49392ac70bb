import Glibc

/// Memory in large pages, where the system has them to give.
enum LargePages {
  /// Buffers of fewer bytes are left alone.
  private static let least = 1 << 22

  /// `MADV_HUGEPAGE`: a page of 2 MiB costs one fault instead of 512.
  ///
  /// Source: the Linux manual, madvise(2). A system that has none to give goes on without.
  private static let advice: CInt = 14

  /// Asks for large pages for fresh memory that will be filled from its beginning on.
  static func ask(for memory: UnsafeMutableRawBufferPointer) {
    guard memory.count >= least, let base = memory.baseAddress else { return }
    let page = 1 << 21
    let start = (UInt(bitPattern: base) + UInt(page - 1)) & ~UInt(page - 1)
    let end = UInt(bitPattern: base) + UInt(memory.count)
    guard end > start, let aligned = UnsafeMutableRawPointer(bitPattern: start) else { return }
    madvise(aligned, Int(end - start) & ~(page - 1), advice)
  }
}
