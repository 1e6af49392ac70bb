#include <alsa/asoundlib.h>
#include <poll.h>
#include <sys/prctl.h>
#include <time.h>

// ALSA prints what fails by itself, through a handler with variable arguments, which Swift cannot
// write; every failure is reported by the program instead.
static inline void calsa_silence(const char *file, int line, const char *function, int error,
                                 const char *format, ...) {}

static inline void calsa_be_quiet(void) { snd_lib_error_set_handler(calsa_silence); }

// A function with variable arguments again, and one of the dialect of GNU, which Swift does not speak.
static inline void calsa_wake_exactly(void) { prctl(PR_SET_TIMERSLACK, 1UL, 0UL, 0UL, 0UL); }

static const int calsa_reset_on_fork = 0x40000000;

int ppoll(struct pollfd *descriptors, nfds_t count, const struct timespec *time,
          const sigset_t *signals);

// Times in nanoseconds, as Swift says of the system's record of a time, which several modules declare,
// now that it is of this one and now of that.
static inline struct timespec calsa_time(int64_t nanoseconds) {
  struct timespec time = {nanoseconds / 1000000000, nanoseconds % 1000000000};
  return time;
}

static inline int calsa_wait(struct pollfd *descriptors, nfds_t count, int64_t nanoseconds) {
  struct timespec time = calsa_time(nanoseconds);
  return ppoll(descriptors, count, &time, NULL);
}

static inline int64_t calsa_now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static inline void calsa_sleep_until(int64_t nanoseconds) {
  struct timespec time = calsa_time(nanoseconds);
  while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, NULL) == EINTR) {
  }
}
