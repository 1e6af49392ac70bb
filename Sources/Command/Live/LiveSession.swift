import ALSA
import Glibc
import Music
import Notation
import Playback

/// A piece while it plays, and all that acts on it: keys, signals, edits, knobs, a master.
struct LiveSession: ~Copyable {
  var sequencer: Sequencer<ALSAOutput>
  let renderer: Renderer
  let signals: Signals
  var keys: TerminalKeys?
  var liveKeys = LiveKeys()
  var watch: FileWatch
  var line = StatusLine()
  var knobs = Knobs()
  var follower: ClockFollower
  /// The key of a source that starts the first section; those above it start the others.
  let launch: Key?
  /// The piece as it was made last.
  var take: LivePiece.Take
  var controls = LivePiece.Controls()
  /// Which amount keys move, by its number among those of the piece.
  var chosen = 0
  /// How late events leave, as the kernel stamps them.
  var lateness = Duration.zero
  /// When knobs were looked at last, and how often they are.
  private var lastLook = Duration.zero
  private static let timeBetweenLooks = Duration.milliseconds(100)
  /// What ended it.
  var outcome: Outcome?
  /// The fault that was told last, so that it is not told again.
  var lastFault = ""
  /// Whether a file was saved and nothing was said of it yet.
  var isEdited = false

  /// What ends a session.
  enum Outcome {
    case finished
    case signal(Signals.Kind)
  }

  init(
    _ sequencer: consuming Sequencer<ALSAOutput>, _ renderer: Renderer,
    _ signals: consuming Signals,
    _ take: LivePiece.Take, launch: Key?
  ) {
    let settings = sequencer.transport.settings
    self.sequencer = sequencer
    self.renderer = renderer
    self.signals = signals
    self.take = take
    self.launch = launch
    watch = FileWatch(take.files)
    keys = TerminalKeys()
    follower = ClockFollower(horizon: settings.lookahead)
    for (knob, value) in take.knobs { knobs.place(knob, at: value) }
    controls.knobs = take.knobs
  }

  /// Plays until the end, a signal or a key ends it; whatever does, all keys go up.
  ///
  /// - Returns: What ended it.
  /// - Throws: ``ALSAError`` where the sequencer is gone.
  mutating func run() throws -> Outcome {
    let descriptors = [signals.descriptor, renderer.descriptor, watch.descriptor].compactMap(\.self)
    sequencer.withOutput { output in
      for descriptor in descriptors { output.watch(descriptor) }
    }
    if let trouble = watch.trouble { line.say(trouble) }
    // What was saved after the piece was read and before its files were watched.
    if !take.files.isEmpty { renderer.request(controls) }
    // Before signals are let through again, of which another may wait.
    defer {
      line.clear()
      keys?.release()
    }
    do {
      // Who listens already is told before anything is sent.
      try turn(until: sequencer.now())
      if !settings.follows { try sequencer.perform { $0.play(at: $1) } }
      while outcome == nil { try turn(until: nil) }
      try sequencer.end()
    } catch {
      try? sequencer.end()
      throw error
    }
    return outcome ?? .finished
  }

  var settings: Transport.Settings { sequencer.transport.settings }

  private mutating func turn(until time: Duration?) throws {
    let look = knobs.areMoving(at: try sequencer.now()) ? lastLook + Self.timeBetweenLooks : nil
    let wishes = [time, watch.due, look, settings.follows ? follower.patience : nil]
    for arrival in try sequencer.turn(until: wishes.compactMap(\.self).min()) { try take(arrival) }
    let now = try sequencer.now()
    if settings.follows { try follow(at: now) }
    try attendToKeys()
    attendToFiles(at: now)
    try lookAtKnobs(at: now)
    if !settings.follows, try sequencer.hasEnded() { outcome = .finished }
    showStatus(at: now)
  }

  /// Which terminal's keys are waited for.
  private var attended: CInt?

  /// Reads the keys that were pressed, and waits for more where they are for this program.
  private mutating func attendToKeys() throws {
    if let pressed = keys?.read() { try perform(pressed) }
    if keys?.isWaiting ?? false { try perform(keys?.settle() ?? []) }
    let terminal = keys?.descriptor
    guard terminal != attended else { return }
    sequencer.withOutput { output in
      if let attended { output.ignore(attended) }
      if let terminal { output.watch(terminal) }
    }
    attended = terminal
  }

  /// Goes with the master, where something was heard of it or nothing for too long.
  private mutating func follow(at now: Duration) throws {
    let before = (follower.beat, follower.jumps)
    follower.advance(to: now)
    guard hasHeardMaster || before != (follower.beat, follower.jumps) else { return }
    hasHeardMaster = false
    let master = follower
    try sequencer.perform { $0.follow(master, at: $1) }
  }

  /// Whether the master has sent something since it was followed last.
  var hasHeardMaster = false

  /// Makes the piece anew where knobs have moved that it follows.
  private mutating func lookAtKnobs(at now: Duration) throws {
    guard now - lastLook >= Self.timeBetweenLooks else { return }
    lastLook = now
    let followed = knobs.values(at: now).filter { take.knobs[$0.key] != nil }
    guard controls.knobs != followed else { return }
    controls.knobs = followed
    renderer.request(controls)
  }
}
