// strike DEVICE < SCHEDULE
//
// Writes raw MIDI bytes to a device at their times. A line of the schedule is when, in microseconds
// from the beginning, and then bytes in hexadecimal digits. Prints when it began, in nanoseconds of
// CLOCK_MONOTONIC.
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

int main(int count, char **arguments) {
  int device = count > 1 ? open(arguments[1], O_WRONLY) : -1;
  if (device < 0) {
    perror("strike: DEVICE");
    return 1;
  }
  sched_setscheduler(0, SCHED_FIFO, &(struct sched_param){.sched_priority = 70});
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  long long began = t.tv_sec * 1000000000LL + t.tv_nsec;
  printf("%lld\n", began);
  fflush(stdout);
  char line[256];
  while (fgets(line, sizeof line, stdin)) {
    char *rest, *after;
    long long due = began + strtoll(line, &rest, 10) * 1000;
    t = (struct timespec){due / 1000000000, due % 1000000000};
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, 0);
    unsigned char bytes[sizeof line];
    ssize_t length = 0;
    for (long byte = strtol(rest, &after, 16); after != rest; byte = strtol(rest, &after, 16))
      bytes[length++] = byte, rest = after;
    if (length && write(device, bytes, length) != length) {
      perror("strike: write");
      return 1;
    }
  }
  return 0;
}
