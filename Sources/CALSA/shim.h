#include <alsa/asoundlib.h>

// ALSA prints what fails by itself, through a handler with variable arguments, which Swift cannot
// write; every failure is reported by the program instead.
static inline void calsa_silence(const char *file, int line, const char *function, int error,
                                 const char *format, ...) {}

static inline void calsa_be_quiet(void) { snd_lib_error_set_handler(calsa_silence); }
