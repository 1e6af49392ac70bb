import Playback

/// What the user sees while a piece plays: lines of news, and below them, on a terminal, one that
/// says how things are.
struct LiveDisplay {
  /// Tells something.
  func tell(_ text: String) {
    StandardOutput.complain(text)
  }

  func clear() {}

  func redraw() {}
}
