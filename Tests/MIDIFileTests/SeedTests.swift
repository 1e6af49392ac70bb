import Foundation
import TestSupport
import Testing

/// What the fuzzer begins with.
@Suite struct SeedTests {
  private static let folder = ProcessInfo.processInfo.environment["JORGA_SEEDS"]

  @Test(.enabled(if: folder != nil, "JORGA_SEEDS names no folder"))
  func `the corpus is the fuzzer's seed`() throws {
    let folder = URL(filePath: try #require(Self.folder))
    for (index, file) in CorpusFile.all.enumerated() {
      try Data(file.bytes).write(to: folder.appending(path: "\(index).mid"))
    }
  }
}
