import Drawing
import Music
import Notation

/// Where a piece is while it plays, and how it sounds.
struct Status: Hashable {
  enum State: Hashable {
    case playing
    case paused
    /// For the clock of a master.
    case waiting
    /// For the start of a master whose clock comes.
    case waitingForStart
    case stopped
  }

  /// A number of the piece that keys or knobs move, such as that of a blend.
  struct Amount: Hashable {
    var name: String
    var value: Fraction
    /// Whether it is the one that keys move, among several.
    var isChosen = false
  }

  var state = State.playing
  /// The bar that is heard, counted from 1, and how many there are, where they end.
  var bar: Int?
  var bars: Int?
  /// The beat in the bar, counted from 1.
  var beat: Int?
  var section: String?
  /// In beats a minute.
  var tempo: Double?
  var amounts: [Amount] = []
  /// By their numbers, from 1.
  var muted: [Int] = []
  var soloed: [Int] = []
  /// How late the last events were.
  var lateness: Duration?
  /// What the next key is asked for, such as `solo of which track?`.
  var question: String?
}

extension Status {
  /// A part of the line.
  private struct Part {
    let text: String
    /// What is less important is left out first where there is no room; 0 is the most.
    let rank: Int
  }

  private static let gap = "  "
  /// The widest that the name of a section is shown.
  private static let sectionColumns = 24

  /// The line that a terminal of some columns shows; the last column is left free, as some terminals
  /// begin a line when it is written.
  ///
  ///     playing  bar 12/64  beat 3  sagha  124 BPM  blend 0.35  mute 2 4  late 83 µs
  ///
  /// Law: what is shown on a narrow terminal is shown on a wider one too.
  func text(columns: Int, isUnicode: Bool = true) -> String {
    let room = columns - 1
    var parts = parts
    func line() -> String {
      let line = parts.map(\.text).joined(separator: Self.gap)
      return isUnicode ? line : line.replacing("µ", with: "u").inASCII
    }
    while line().columns > room, parts.count > 1, let last = parts.map(\.rank).max(),
      let index = parts.lastIndex(where: { $0.rank == last })
    {
      parts.remove(at: index)
    }
    return line().cut(to: max(0, room), mark: isUnicode ? "…" : ".")
  }

  /// All parts, in the order in which they are shown.
  private var parts: [Part] {
    var parts = [Part(text: word, rank: 0)]
    func add(_ text: String?, _ rank: Int) {
      if let text { parts.append(Part(text: text, rank: rank)) }
    }
    add(question?.printable, 1)
    add(bar.map { bar in "bar \(bar)" + (bars.map { "/\($0)" } ?? "") }, 2)
    add(beat.map { "beat \($0)" }, 7)
    add(section.map { $0.printable.cut(to: Self.sectionColumns) }, 5)
    add(tempo.map { "\(Self.tenths($0)) BPM" }, 3)
    for amount in amounts {
      let mark = amounts.count > 1 && amount.isChosen ? "*" : ""
      let value = Self.hundredths(amount.value)
      add("\(mark)\(amount.name.printable) \(value)", amount.isChosen ? 6 : 8)
    }
    add(Self.list("solo", soloed), 4)
    add(Self.list("mute", muted), 4)
    add(lateness.map { "late \(Self.words($0))" }, 9)
    return parts
  }

  private var word: String {
    switch state {
    case .playing: "playing"
    case .paused: "paused"
    case .waiting: "waiting for clock"
    case .waitingForStart: "waiting for start"
    case .stopped: "stopped"
    }
  }

  private static func list(_ word: String, _ tracks: [Int]) -> String? {
    tracks.isEmpty ? nil : ([word] + tracks.sorted().map(String.init)).joined(separator: " ")
  }

  /// A number with two digits behind the point.
  private static func hundredths(_ number: Fraction) -> String {
    let whole = (try? (number * 100).rounded()) ?? 0
    let digits = "\(100 + whole.magnitude % 100)".dropFirst()
    return "\(whole < 0 ? "-" : "")\(whole.magnitude / 100).\(digits)"
  }

  /// A number, not below 0, with a digit behind the point where it is not 0.
  private static func tenths(_ number: Double) -> String {
    ((min(max(number, 0), 1e9) * 10).rounded() / 10).shortened
  }

  /// A short time: whole microseconds below a millisecond, tenths below ten, else milliseconds.
  private static func words(_ time: Duration) -> String {
    let microseconds = max(0, time / .microseconds(1))
    if microseconds < 999.5 { return "\(Int(microseconds.rounded())) µs" }
    let milliseconds = microseconds / 1000
    return milliseconds < 9.95
      ? "\(tenths(milliseconds)) ms" : "\(Int(min(milliseconds, 1e9).rounded())) ms"
  }
}
