import CALSA
import Glibc

/// Lends one of ALSA's records, whose layout only ALSA knows, while something is done with it.
func withRecord<Result>(
  _ allocate: (UnsafeMutablePointer<OpaquePointer?>) -> CInt, _ free: (OpaquePointer?) -> Void,
  _ body: (OpaquePointer) throws(ALSAError) -> Result
) throws(ALSAError) -> Result {
  var record: OpaquePointer?
  try check("ask for memory") { allocate(&record) }
  defer { free(record) }
  guard let record else { throw ALSAError(attempt: "ask for memory", code: -ENOMEM) }
  return try body(record)
}
