// listen NAME
//
// A client of the sequencer with one port, which prints what arrives there, a line an event:
//
//     MONOTONIC STAMP TYPE [VALUE ...]
//
// both times in nanoseconds: CLOCK_MONOTONIC when it was read, and what the clock of queue 0 showed
// when the kernel delivered it (0 where there is no such queue). SIGUSR1 prints a line "mark",
// events lost because they were not read in time one "overrun". SIGINT or SIGTERM ends it.
#include <alsa/asoundlib.h>
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <time.h>

static volatile sig_atomic_t marks, ended;
static void mark(int signal) { (void)signal, marks++; }
static void end(int signal) { (void)signal, ended = 1; }

static long long now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static int check(const char *what, int result) {
  if (result < 0) {
    fprintf(stderr, "listen: %s: %s\n", what, snd_strerror(result));
    exit(1);
  }
  return result;
}

static void print(const snd_seq_event_t *event) {
  int real = (event->flags & SND_SEQ_TIME_STAMP_MASK) == SND_SEQ_TIME_STAMP_REAL;
  long long stamp = real ? event->time.time.tv_sec * 1000000000LL + event->time.time.tv_nsec : 0;
  printf("%lld %lld ", now(), stamp);
  const snd_seq_ev_note_t *note = &event->data.note;
  const snd_seq_ev_ctrl_t *control = &event->data.control;
  switch (event->type) {
  case SND_SEQ_EVENT_NOTEON:
  case SND_SEQ_EVENT_NOTEOFF:
    printf("%s", event->type == SND_SEQ_EVENT_NOTEON && note->velocity ? "on" : "off");
    printf(" %d %d %d\n", note->channel, note->note, note->velocity);
    break;
  case SND_SEQ_EVENT_CONTROLLER:
    printf("controller %d %u %d\n", control->channel, control->param, control->value);
    break;
  case SND_SEQ_EVENT_PGMCHANGE: printf("program %d %d\n", control->channel, control->value); break;
  case SND_SEQ_EVENT_PITCHBEND: printf("bend %d %d\n", control->channel, control->value); break;
  case SND_SEQ_EVENT_SONGPOS: printf("position %d\n", control->value); break;
  case SND_SEQ_EVENT_START: printf("start\n"); break;
  case SND_SEQ_EVENT_CONTINUE: printf("continue\n"); break;
  case SND_SEQ_EVENT_STOP: printf("stop\n"); break;
  case SND_SEQ_EVENT_CLOCK: printf("clock\n"); break;
  case SND_SEQ_EVENT_PORT_SUBSCRIBED: printf("subscribed\n"); break;
  case SND_SEQ_EVENT_PORT_UNSUBSCRIBED: printf("unsubscribed\n"); break;
  default: printf("type %d\n", event->type);
  }
}

int main(int count, char **arguments) {
  const char *name = count > 1 ? arguments[1] : "listen";
  struct sigaction action = {.sa_handler = mark};
  sigaction(SIGUSR1, &action, 0);
  action.sa_handler = end;
  sigaction(SIGINT, &action, 0), sigaction(SIGTERM, &action, 0);
  sched_setscheduler(0, SCHED_FIFO, &(struct sched_param){.sched_priority = 70});

  snd_seq_t *sequencer;
  check("open", snd_seq_open(&sequencer, "default", SND_SEQ_OPEN_DUPLEX, 0));
  snd_seq_set_client_name(sequencer, name);
  check("pool", snd_seq_set_client_pool_input(sequencer, 2000));
  snd_seq_port_info_t *port;
  snd_seq_port_info_alloca(&port);
  snd_seq_port_info_set_name(port, "in");
  snd_seq_port_info_set_capability(port, SND_SEQ_PORT_CAP_WRITE | SND_SEQ_PORT_CAP_SUBS_WRITE);
  snd_seq_port_info_set_type(port, SND_SEQ_PORT_TYPE_MIDI_GENERIC | SND_SEQ_PORT_TYPE_APPLICATION);
  snd_seq_port_info_set_timestamping(port, 1);
  snd_seq_port_info_set_timestamp_real(port, 1);
  snd_seq_port_info_set_timestamp_queue(port, 0);
  check("port", snd_seq_create_port(sequencer, port));

  for (int printed = 0; !ended;) {
    snd_seq_event_t *event;
    int result = snd_seq_event_input(sequencer, &event);
    for (; printed < marks; printed++) printf("%lld 0 mark\n", now());
    if (result == -EINTR) continue;
    if (result == -ENOSPC) printf("%lld 0 overrun\n", now());
    else if (check("input", result) >= 0) print(event);
  }
  return 0;
}
