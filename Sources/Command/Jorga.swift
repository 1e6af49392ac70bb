import ALSA
import ArgumentParser
import Composer
import Glibc
import Notation

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
      mini-notation such as "bd(3,8), hh*8"; one that begins with '-' stands behind '--'.

      EXIT CODES:
        0 done, 64 usage, 65 bad text, 66 no such input, 69 no sequencer, 73 cannot write, 74 disk.
      """,
    version: "0.1.0",
    subcommands: [
      List.self, Show.self, Blend.self, Render.self, Play.self, Inspect.self, Import.self,
      Check.self, Ports.self, Monitor.self, Jitter.self, Panic.self,
    ])

  static func main() {
    // A reader that closes the pipe is seen as a failed write, not as a signal.
    signal(SIGPIPE, SIG_IGN)
    // So is a file that may not grow.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot(try completed(Array(CommandLine.arguments.dropFirst())))
      try command.run()
    } catch let failure as Failure {
      fail(failure)
    } catch let error as ALSAError {
      fail(Failure(error))
    } catch let code as ExitCode {
      Glibc.exit(code.rawValue)
    } catch let error as ComposerError {
      fail(Failure(code: .badText, message: "error: \(error)"))
    } catch {
      end(with: error)
    }
  }

  /// Prints help, or what is wrong with the arguments, which may hold anything.
  private static func end(with error: any Error) -> Never {
    let text = fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).printable }.joined(separator: "\n")
    let code = exitCode(for: error)
    do {
      if code == .success {
        try StandardOutput.write(text + "\n")
      } else {
        StandardOutput.complain(text)
      }
      Glibc.exit(code.rawValue)
    } catch let failure as Failure {
      fail(failure)
    } catch {
      Glibc.exit(code.rawValue)
    }
  }

  private static func fail(_ failure: Failure) -> Never {
    StandardOutput.complain(failure.message)
    Glibc.exit(failure.code.rawValue)
  }

  /// The arguments with the verb in full where its beginning says which one is meant.
  private static func completed(_ arguments: [String]) throws -> [String] {
    guard let verb = arguments.first, !verb.hasPrefix("-") else { return arguments }
    let verbs = configuration.subcommands.map { String(describing: $0).lowercased() } + ["help"]
    let meant = verbs.filter { $0.hasPrefix(verb) }
    if verbs.contains(verb) { return arguments }
    if meant.count == 1 { return meant + arguments.dropFirst() }
    let nearest = Suggestion.nearest(to: verb, among: verbs)
    throw ValidationError(
      "'\(verb.printable)' is no verb; "
        + (nearest.map { "did you mean '\($0)'?" }
          ?? "write one of: \(verbs.joined(separator: ", "))"))
  }
}
