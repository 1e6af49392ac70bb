import Glibc

/// Whether this machine has a sequencer; tests that need one are left out where it has none.
enum Machine {
  static let hasSequencer = access("/dev/snd/seq", R_OK | W_OK) == 0
}
