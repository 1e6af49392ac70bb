// jitter COUNT STEP PRIORITY: schedules notes STEP microseconds apart on a queue of the finest timer, by
// SCHED_FIFO where PRIORITY is not 0, and prints how late the kernel has delivered them: the minimum, the
// median, the 99th percentile and the maximum, in microseconds. What ALSA's own interface can do, by which
// 'jorga jitter' is judged.
#include <alsa/asoundlib.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>

static snd_seq_t *sender, *receiver;
static int count, priority;
static int64_t *stamps;

static int checked(int answer, const char *call) {
    if (answer < 0) {
        fprintf(stderr, "%s: %s\n", call, snd_strerror(answer));
        exit(1);
    }
    return answer;
}
#define CHECK(call) checked((call), #call)

static void ask_for_real_time(void) {
    struct sched_param parameter = {.sched_priority = priority};
    if (priority && pthread_setschedparam(pthread_self(), SCHED_FIFO, &parameter))
        fprintf(stderr, "no SCHED_FIFO\n");
}

static void *receive(void *nothing) {
    ask_for_real_time();
    for (int i = 0; i < count;) {
        snd_seq_event_t *event;
        CHECK(snd_seq_event_input(receiver, &event));
        if (event->type == SND_SEQ_EVENT_NOTEON)
            stamps[i++] = event->time.time.tv_sec * 1000000000LL + event->time.time.tv_nsec;
    }
    return nothing;
}

static int open_queue(void) {
    int queue = CHECK(snd_seq_alloc_queue(sender));
    snd_timer_id_t *id;
    snd_timer_id_alloca(&id);
    snd_timer_id_set_class(id, SND_TIMER_CLASS_GLOBAL);
    snd_timer_id_set_device(id, SND_TIMER_GLOBAL_HRTIMER);
    snd_seq_queue_timer_t *timer;
    snd_seq_queue_timer_alloca(&timer);
    CHECK(snd_seq_get_queue_timer(sender, queue, timer));
    snd_seq_queue_timer_set_id(timer, id);
    snd_seq_queue_timer_set_resolution(timer, 6250);
    CHECK(snd_seq_set_queue_timer(sender, queue, timer));
    return queue;
}

static int connect_ports(int queue) {
    const int type = SND_SEQ_PORT_TYPE_APPLICATION;
    int out = CHECK(snd_seq_create_simple_port(sender, "out", SND_SEQ_PORT_CAP_READ | SND_SEQ_PORT_CAP_SUBS_READ, type));
    snd_seq_port_info_t *in;
    snd_seq_port_info_alloca(&in);
    snd_seq_port_info_set_name(in, "in");
    snd_seq_port_info_set_capability(in, SND_SEQ_PORT_CAP_WRITE | SND_SEQ_PORT_CAP_SUBS_WRITE);
    snd_seq_port_info_set_type(in, type);
    snd_seq_port_info_set_timestamping(in, 1);
    snd_seq_port_info_set_timestamp_real(in, 1);
    snd_seq_port_info_set_timestamp_queue(in, queue);
    CHECK(snd_seq_create_port(receiver, in));
    CHECK(snd_seq_set_queue_usage(receiver, queue, 1));
    CHECK(snd_seq_connect_to(sender, out, snd_seq_client_id(receiver), snd_seq_port_info_get_port(in)));
    return out;
}

static int by_time(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv) {
    if (argc != 4) return 64;
    count = atoi(argv[1]), priority = atoi(argv[3]);
    const int64_t step = atoi(argv[2]) * 1000LL, first = 200000000;
    stamps = calloc(count, sizeof *stamps);
    CHECK(snd_seq_open(&sender, "default", SND_SEQ_OPEN_DUPLEX, 0));
    CHECK(snd_seq_open(&receiver, "default", SND_SEQ_OPEN_DUPLEX, 0));
    const int queue = open_queue(), out = connect_ports(queue);
    pthread_t thread;
    pthread_create(&thread, NULL, receive, NULL);
    ask_for_real_time();
    CHECK(snd_seq_start_queue(sender, queue, NULL));
    CHECK(snd_seq_drain_output(sender));
    for (int i = 0; i < count; i++) {
        const int64_t due = first + i * step;
        const snd_seq_real_time_t time = {due / 1000000000, due % 1000000000};
        snd_seq_event_t event;
        snd_seq_ev_clear(&event);
        snd_seq_ev_set_source(&event, out);
        snd_seq_ev_set_subs(&event);
        snd_seq_ev_set_noteon(&event, 0, 60, 100);
        snd_seq_ev_schedule_real(&event, queue, 0, &time);
        CHECK(snd_seq_event_output(sender, &event));
    }
    CHECK(snd_seq_drain_output(sender));
    pthread_join(thread, NULL);
    for (int i = 0; i < count; i++) stamps[i] -= first + i * step;
    qsort(stamps, count, sizeof *stamps, by_time);
    printf("%.1f %.1f %.1f %.1f\n", stamps[0] / 1e3, stamps[count / 2] / 1e3, stamps[count * 99 / 100] / 1e3,
           stamps[count - 1] / 1e3);
    return 0;
}
