// What Linux has and Swift's module of the C library leaves out.
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>

// Whether a descriptor has something to read; here because Swift does not know which of the modules
// that include it the record for `poll` belongs to.
static inline int clinux_is_readable(int descriptor) {
  struct pollfd request = {.fd = descriptor, .events = POLLIN};
  return poll(&request, 1, 0) > 0;
}
