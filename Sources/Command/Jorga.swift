import ArgumentParser
import Glibc

/// The command `jorga`.
@main
struct Jorga: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jorga",
    abstract: "Blends the rhythms of Kazakh music with electronic grooves and the world's.",
    discussion: """
      EXAMPLE:
        jorga blend balbyrauyn-core house-classic --sweep 0:1 --bars 16 -o steppe.mid

      Wherever a verb takes a NAME it takes a name from 'jorga list', a pattern file, or a quoted \
      mini-notation such as "bd(3,8), hh*8".

      EXIT CODES:
        0 done, 64 usage, 65 bad text, 66 no such input, 73 cannot write, 74 disk.
      """,
    version: "0.1.0",
    subcommands: [List.self, Show.self, Blend.self, Render.self, Check.self])

  static func main() {
    // A reader that closes the pipe is seen as a failed write, not as a signal.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      StandardOutput.complain(failure.message)
      Glibc.exit(failure.code.rawValue)
    } catch {
      exit(withError: error)
    }
  }
}
