/* SPDX-License-Identifier: Apache-2.0 */
/* Opens, completes or abandons the output. A new file is written beside OUT and renamed in the end; if the program is
 * killed before that, a file with a name of TEMPORARY_NAME is left behind and OUT is as it was. */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "message.h"

#define TEMPORARY_NAME ".littlegiant-XXXXXX"
enum { BUFFER_SIZE = 1 << 18, FAREWELL_BYTES = 2048, FAREWELL_COLUMNS = 300 };

/* The temporary file, where a signal handler and the end of the program find it; "" if there is none. */
static char temporary[PATH_MAX];

/* What to say if it never gets to its place, if it has, and of all that have if the program must end all the same. */
static char farewell[FAREWELL_BYTES];
static char praise[FAREWELL_BYTES];
static char last_words[2 * FAREWELL_BYTES];

/* ---------------------------------------------------------------------- temporary file */

/* Whoever reads the messages of a run that failed must know what OUT holds now. */
static void remove_temporary(void)
{
    if (temporary[0] == '\0')
        return;
    unlink(temporary);
    temporary[0] = '\0';
    if (write(STDERR_FILENO, farewell, strlen(farewell)) < 0)
        return; /* nobody is left to be told */
}

/* While there is memory to say it with. */
static void prepare(char words[FAREWELL_BYTES], const char *name, const char *what)
{
    struct text text = {0};

    text_add_visible(&text, span_of(name), FAREWELL_COLUMNS);
    snprintf(words, FAREWELL_BYTES, "littlegiant: %s %s\n", text_string(&text), what);
    text_free(&text);
}

static void remove_temporary_and_die(int number)
{
    remove_temporary();
    raise(number); /* handled as by default, now that SA_RESETHAND has taken this handler away */
}

static void clean_up_in_any_case(void)
{
    static const int SIGNALS[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
    struct sigaction action;
    size_t i;

    memset(&action, 0, sizeof action);
    action.sa_handler = remove_temporary_and_die;
    action.sa_flags = (int)(SA_RESETHAND | SA_NODEFER);
    sigemptyset(&action.sa_mask);
    for (i = 0; i < sizeof SIGNALS / sizeof *SIGNALS; i++) {
        struct sigaction before;
        if (sigaction(SIGNALS[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(SIGNALS[i], &action, NULL);
    }
    atexit(remove_temporary);
}

/* The mode that a file created in the ordinary way would have. */
static mode_t ordinary_mode(void)
{
    mode_t mask = umask(0);

    umask(mask);
    return 0666 & ~mask;
}

/* Path of the temporary file: the target's folder, since only there renaming is atomic. */
static bool place_temporary(const char *target)
{
    const char *slash = strrchr(target, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - target) + 1;

    if (folder + sizeof TEMPORARY_NAME > sizeof temporary) {
        errno = ENAMETOOLONG;
        return false;
    }
    memcpy(temporary, target, folder);
    memcpy(temporary + folder, TEMPORARY_NAME, sizeof TEMPORARY_NAME);
    return true;
}

static int create_temporary(const char *target, mode_t mode)
{
    int descriptor;

    if (!place_temporary(target))
        return -1;
    descriptor = mkstemp(temporary);
    if (descriptor < 0)
        temporary[0] = '\0';
    else
        fchmod(descriptor, mode);
    return descriptor;
}

/* ----------------------------------------------------------------------------- opening */

static bool is_same_file(const struct stat *a, const struct stat *b)
{
    return S_ISREG(a->st_mode) && a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static bool is_input(const struct stat *status, const struct source *input)
{
    struct stat read;

    return fstat(input->descriptor, &read) == 0 && is_same_file(&read, status);
}

bool output_is_file(const char *path, const char *input)
{
    struct stat out;
    struct stat in;

    return stat(path, &out) == 0 && stat(input, &in) == 0 && is_same_file(&out, &in);
}

static bool refuse(const struct output *output, const char *why)
{
    message_file(output->name, "cannot be written: %s", why);
    return false;
}

static bool start(struct output *output, int descriptor)
{
    output->file = descriptor < 0 ? NULL : fdopen(descriptor, "w");
    if (output->file == NULL)
        return refuse(output, strerror(errno));
    setvbuf(output->file, NULL, _IOFBF, BUFFER_SIZE);
    output->is_terminal = isatty(descriptor) == 1;
    return true;
}

static bool open_standard(struct output *output, const struct source *input)
{
    struct stat status;

    output->name = "standard output";
    output->file = stdout;
    output->is_terminal = isatty(STDOUT_FILENO) == 1;
    setvbuf(stdout, NULL, _IOFBF, BUFFER_SIZE);
    if (fstat(STDOUT_FILENO, &status) == 0 && is_input(&status, input))
        return refuse(output, "it is the input file");
    return true;
}

/* Replaces a regular file, or creates one. A link stays a link: its target is replaced. */
static bool open_replacement(struct output *output, const char *path, bool exists, mode_t mode)
{
    char *resolved = realpath(path, NULL);
    struct text copy = {0};

    if (resolved == NULL && exists)
        return refuse(output, strerror(errno));
    text_add_string(&copy, resolved != NULL ? resolved : path);
    free(resolved);
    output->target = copy.bytes;
    prepare(farewell, path, exists ? "is as it was before" : "was not made");
    prepare(praise, path, "is complete");
    clean_up_in_any_case();
    return start(output, create_temporary(output->target, mode));
}

/* Names of open descriptors are written to as they are, whatever they lead to. */
static bool is_descriptor(const char *path)
{
    return strcmp(path, "/dev/stdout") == 0 || strcmp(path, "/dev/stderr") == 0 || strncmp(path, "/dev/fd/", 8) == 0 ||
           strncmp(path, "/proc/self/fd/", 14) == 0;
}

bool output_open(struct output *output, const char *path, const struct source *input)
{
    struct stat status;
    bool exists;

    memset(output, 0, sizeof *output);
    if (path == NULL || strcmp(path, "-") == 0)
        return open_standard(output, input);
    output->name = path;
    exists = stat(path, &status) == 0;
    if (!exists && errno != ENOENT)
        return refuse(output, strerror(errno));
    if (exists && is_input(&status, input))
        return refuse(output, "it is the input file");
    if (exists && S_ISDIR(status.st_mode))
        return refuse(output, "it is a directory");
    if (exists && access(path, W_OK) != 0)
        return refuse(output, strerror(errno));
    if (exists && (!S_ISREG(status.st_mode) || is_descriptor(path)))
        return start(output, open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC));
    return open_replacement(output, path, exists, exists ? status.st_mode & 07777 : ordinary_mode());
}

/* ----------------------------------------------------------------- writing and closing */

static void note_failure(struct output *output)
{
    if (output->failure == 0)
        output->failure = errno == 0 ? EIO : errno;
}

void output_open_nowhere(struct output *output) { memset(output, 0, sizeof *output); }

void output_write(struct output *output, const struct text *text)
{
    struct span bytes = {text_string(text), text->length};

    errno = 0;
    if (output->digest != NULL)
        digest_add(output->digest, bytes);
    if (output->file != NULL && output->failure == 0 &&
        fwrite(text_string(text), 1, text->length, output->file) != text->length)
        note_failure(output);
}

/* Whoever closes a pipe early, as head does, knows it and needs no message. */
static void tell_failure(const struct output *output)
{
    if (output->failure != EPIPE)
        refuse(output, strerror(output->failure));
}

/* Without this the new name could be lost with the power, though the bytes are on the disk. */
static bool sync_folder(const char *path)
{
    struct text folder = {0};
    const char *slash = strrchr(path, '/');
    int descriptor;
    bool synced;

    text_add(&folder, path, slash == NULL ? 0 : (size_t)(slash - path) + 1);
    descriptor = open(slash == NULL ? "." : folder.bytes, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    text_free(&folder);
    if (descriptor < 0)
        return errno == EACCES; /* a folder may be written to by who may not read it */
    synced = fsync(descriptor) == 0 || errno == EINVAL;
    close(descriptor);
    return synced;
}

/* From the new name on the output is complete, whatever comes. */
static bool put_in_place(struct output *output)
{
    if (rename(temporary, output->target) != 0) {
        note_failure(output);
        return false;
    }
    temporary[0] = '\0';
    strncat(last_words, praise, sizeof last_words - strlen(last_words) - 1);
    memory_set_last_words(last_words);
    if (sync_folder(output->target))
        return true;
    message_file(output->name, "is complete, but could be lost with the power: %s", strerror(errno));
    return false;
}

bool output_close(struct output *output)
{
    bool complete = true;

    if (output->file == NULL)
        return true;
    errno = 0;
    if (output->failure == 0 && (fflush(output->file) != 0 || ferror(output->file)))
        note_failure(output);
    if (output->failure == 0 && output->target != NULL && fsync(fileno(output->file)) != 0 && errno != EINVAL)
        note_failure(output);
    if (fclose(output->file) != 0)
        note_failure(output);
    output->file = NULL;
    if (output->failure == 0 && output->target != NULL)
        complete = put_in_place(output);
    if (output->failure != 0)
        tell_failure(output);
    output_abandon(output);
    return complete && output->failure == 0;
}

void output_abandon(struct output *output)
{
    if (output->file != NULL)
        fclose(output->file);
    output->file = NULL;
    remove_temporary();
    free(output->target);
    output->target = NULL;
}

bool output_print(const struct text *text)
{
    struct output output;

    memset(&output, 0, sizeof output);
    output.name = "standard output";
    output.file = stdout;
    output_write(&output, text);
    return output_close(&output);
}
