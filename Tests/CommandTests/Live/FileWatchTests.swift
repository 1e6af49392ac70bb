import Foundation
import Testing

@testable import Command

@Suite struct FileWatchTests {
  private let folder = Folder()
  private var path: String { "\(folder.path)/song.jorga" }

  /// What a watch tells that was told all; time passes by itself as far as it asks for.
  private func changes(_ watch: inout FileWatch, at now: Int = 0) -> [String] {
    let changes =
      watch.changed(at: .seconds(now)) + watch.changed(at: .seconds(now) + FileWatch.quiet)
    return changes.map { FileState.lastName(of: $0) }
  }

  /// What a watch tells at last: while another test starts a process, that has the files of this one
  /// open for a moment, and what is closed here is not closed yet.
  private func news(_ watch: inout FileWatch, at now: Int) -> [String] {
    for _ in 0..<1000 {
      let changes = changes(&watch, at: now)
      if !changes.isEmpty { return changes }
      _ = isReadable(watch.descriptor, within: 10)
    }
    return []
  }

  private func write(_ text: String, to name: String = "song.jorga") throws {
    try folder.write(text, to: name)
  }

  /// Runs a line of a shell in the folder.
  private func shell(_ line: String) throws {
    #expect(try Jorga.shell(line, in: folder).status == 0)
  }

  /// As editors and people save: each line of a shell ends with a song that was changed.
  @Test(arguments: [
    "echo b > song.jorga", "echo b >> song.jorga", "cp song.jorga x && mv x song.jorga",
    "mv song.jorga song.jorga~ && echo b > song.jorga", "touch song.jorga", "touch -c song.jorga",
    "sed -i s/a/b/ song.jorga", "rm song.jorga && echo a > song.jorga",
    "echo b > new && ln -f new song.jorga", "echo b > new && ln -sf new song.jorga",
    ": > song.jorga && echo b >> song.jorga",
    "rm song.jorga && echo b > \(NSTemporaryDirectory())/$$ && mv \(NSTemporaryDirectory())/$$ song.jorga",
  ])
  func `an edit is told once, however it is saved`(line: String) throws {
    try write("a")
    var watch = FileWatch([path])
    #expect(changes(&watch).isEmpty)
    try shell(line)
    #expect(news(&watch, at: 1) == ["song.jorga"])
    #expect(watch.due == nil)
    #expect(changes(&watch, at: 2).isEmpty)
  }

  @Test func `what happens to other files is not told`() throws {
    try write("a")
    var watch = FileWatch([path])
    try shell("echo b > other; mv other another; cat song.jorga; rm another; mkdir sub")
    #expect(changes(&watch, at: 1).isEmpty)
  }

  @Test func `a file that is being written is not told before it is closed`() throws {
    try write("a")
    var watch = FileWatch([path])
    let file = try #require(fopen(path, "we"))
    for time in 1..<5 {
      fputs("half of it\n", file)
      fflush(file)
      #expect(changes(&watch, at: time).isEmpty)
    }
    fclose(file)
    #expect(news(&watch, at: 9) == ["song.jorga"])
  }

  @Test func `a file that is written again at once is told when it is left alone`() throws {
    try write("a")
    var watch = FileWatch([path])
    for time in 0..<5 {
      try shell("echo \(time) > song.jorga")
      #expect(isReadable(watch.descriptor))
      #expect(watch.changed(at: .milliseconds(40 * time)).isEmpty)
      #expect(watch.due == .milliseconds(40 * time) + FileWatch.quiet)
    }
    #expect(watch.changed(at: .milliseconds(209)).isEmpty)
    #expect(watch.changed(at: .milliseconds(210)) == [path])
  }

  @Test func `a file that is deleted is told when it is there again`() throws {
    try write("a")
    var watch = FileWatch([path])
    try shell("mv song.jorga x")
    #expect(changes(&watch, at: 1).isEmpty)
    try shell("mv x song.jorga")
    #expect(news(&watch, at: 2) == ["song.jorga"])
  }

  @Test func `a file that is not there yet is told when it comes`() throws {
    var watch = FileWatch([path])
    #expect(changes(&watch).isEmpty)
    try write("a")
    #expect(news(&watch, at: 1) == ["song.jorga"])
  }

  @Test(arguments: [
    ("rm -r deep", "mkdir -p deep/er && echo b > deep/er/song.jorga"),
    ("mv deep away", "mkdir -p deep/er && echo b > deep/er/song.jorga"),
    ("mv deep/er away", "mkdir deep/er; cp away/song.jorga deep/er/"),
    ("mv deep away", "mv away deep"),
  ])
  func `a folder that vanishes and comes back is watched again`(gone: String, back: String) throws {
    try write("a", to: "deep/er/song.jorga")
    var watch = FileWatch(["\(folder.path)/deep/er/song.jorga"])
    #expect(changes(&watch).isEmpty)
    try shell(gone)
    #expect(isReadable(watch.descriptor))
    #expect(changes(&watch, at: 1).isEmpty)
    try shell(back)
    #expect(news(&watch, at: 2) == ["song.jorga"])
    try shell("echo c > deep/er/song.jorga")
    #expect(news(&watch, at: 3) == ["song.jorga"])
    #expect(watch.trouble == nil)
  }

  @Test func `folders that come one by one are awaited one by one`() throws {
    var watch = FileWatch(["\(folder.path)/a/b/c/song.jorga"])
    for (time, line) in ["mkdir a", "mkdir a/b", "mkdir a/b/c"].enumerated() {
      try shell(line)
      #expect(isReadable(watch.descriptor))
      #expect(changes(&watch, at: time).isEmpty)
    }
    try shell("echo a > a/b/c/song.jorga")
    #expect(news(&watch, at: 9) == ["song.jorga"])
  }

  @Test func `what a link leads to is watched, and the link`() throws {
    try write("a", to: "sub/real.jorga")
    try write("a", to: "other.jorga")
    try folder.link("song.jorga", to: "sub/real.jorga")
    var watch = FileWatch([path])
    try shell("echo b > sub/real.jorga")
    #expect(news(&watch, at: 1) == ["song.jorga"])
    try shell("ln -sf other.jorga song.jorga")
    #expect(news(&watch, at: 2) == ["song.jorga"])
  }

  @Test func `several files are told apart, and can be exchanged`() throws {
    for name in ["a.pattern", "b.pattern", "sub/c.kit"] { try write("a", to: name) }
    let paths = ["a.pattern", "b.pattern", "sub/c.kit"].map { "\(folder.path)/\($0)" }
    var watch = FileWatch(paths)
    let descriptor = watch.descriptor
    try shell("echo b > b.pattern; echo b > sub/c.kit")
    #expect(news(&watch, at: 1) == ["b.pattern", "c.kit"])
    watch.watch(Array(paths[..<1]), at: .seconds(1))
    #expect(watch.descriptor == descriptor)
    try shell("echo c > b.pattern; echo c > sub/c.kit; echo c > a.pattern")
    #expect(news(&watch, at: 2) == ["a.pattern"])
  }

  @Test func `a change between two watches of a file is not lost`() throws {
    try write("a")
    var watch = FileWatch([path])
    try write("b")
    watch.watch([path], at: .seconds(1))
    #expect(news(&watch, at: 1) == ["song.jorga"])
  }

  @Test(arguments: [(ENOSPC, "user_watches"), (EACCES, "Permission denied")])
  func `what the kernel does not watch is looked at each second`(code: CInt, word: String) throws {
    try write("a")
    var calls = FolderWatches.Calls()
    calls.add = { _, _, _ in
      errno = code
      return -1
    }
    var watch = FileWatch([path], calls: calls)
    #expect(watch.trouble?.contains(word) == true)
    #expect(watch.due == .zero)
    #expect(changes(&watch).isEmpty)
    #expect(watch.due == FileWatch.interval)
    try write("b")
    #expect(watch.changed(at: .milliseconds(500)).isEmpty)
    #expect(news(&watch, at: 1) == ["song.jorga"])
    #expect(watch.due == .seconds(2))
  }

  @Test func `a system that watches nothing is told`() throws {
    try write("a")
    var calls = FolderWatches.Calls()
    calls.open = {
      errno = EMFILE
      return -1
    }
    var watch = FileWatch([path], calls: calls)
    #expect(watch.descriptor == nil)
    #expect(
      watch.trouble == """
        warning: edits are looked for once a second only: the system's limit is reached
        raise it with 'sudo sysctl fs.inotify.max_user_instances=512'
        """)
    #expect(changes(&watch).isEmpty)
    try write("b")
    #expect(news(&watch, at: 1) == ["song.jorga"])
  }

  @Test func `no files are no trouble`() {
    var watch = FileWatch()
    #expect(changes(&watch).isEmpty)
    #expect(watch.trouble == nil)
    #expect(watch.due == nil)
  }
}
