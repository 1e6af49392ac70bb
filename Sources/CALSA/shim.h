#include <alsa/asoundlib.h>
#include <poll.h>
#include <sys/prctl.h>

// ALSA prints what fails by itself, through a handler with variable arguments, which Swift cannot
// write; every failure is reported by the program instead.
static inline void calsa_silence(const char *file, int line, const char *function, int error,
                                 const char *format, ...) {}

static inline void calsa_be_quiet(void) { snd_lib_error_set_handler(calsa_silence); }

// A function with variable arguments again, and a constant of Linux that is declared only in the
// dialect of GNU, which Swift does not speak.
static inline void calsa_wake_exactly(void) { prctl(PR_SET_TIMERSLACK, 1UL, 0UL, 0UL, 0UL); }

static const int calsa_reset_on_fork = 0x40000000;

// `ppoll`, declared there too; its record of a time is in several modules, and which of them Swift
// takes is not the same in all builds.
int ppoll(struct pollfd *descriptors, nfds_t count, const struct timespec *time,
          const sigset_t *signals);

static inline int calsa_wait(struct pollfd *descriptors, nfds_t count, long seconds,
                             long nanoseconds) {
  struct timespec time = {seconds, nanoseconds};
  return ppoll(descriptors, count, &time, NULL);
}
