/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A harness without a fuzzing engine, for any compiler: runs it on every file that is named and on those of every
 * folder; then on so many mixtures of them, changed at random but the same each time.
 *
 *     fuzz_judge [-n MIXTURES] PATH ...
 *
 * If the process dies, the input that it died of is left behind as ./crash-PROGRAM.
 */
#include "input.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILES_MOST = 4096, MIXTURE_MOST = 4096 };

struct bytes {
    const uint8_t *at;
    size_t size;
};

static struct bytes files[FILES_MOST];
static size_t file_count;
static struct bytes current;
static char crash_path[1024];

/* ----------------------------------------------------------------------------------- files */

static void read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    struct stat status;
    REQUIRE(file && stat(path, &status) == 0 && file_count < FILES_MOST);
    size_t size = (size_t)status.st_size;
    uint8_t *bytes = room_get(size);
    REQUIRE(fread(bytes, 1, size, file) == size);
    fclose(file);
    files[file_count].at = bytes;
    files[file_count++].size = size;
}

static void read_folder(const char *path)
{
    struct dirent **entries;
    int count = scandir(path, &entries, NULL, alphasort);
    REQUIRE(count >= 0);
    for (int i = 0; i < count; free(entries[i++])) {
        char name[1024];
        snprintf(name, sizeof name, "%s/%s", path, entries[i]->d_name);
        if (entries[i]->d_name[0] != '.')
            read_file(name);
    }
    free(entries);
}

static void read_path(const char *path)
{
    struct stat status;
    REQUIRE(stat(path, &status) == 0);
    if (S_ISDIR(status.st_mode))
        read_folder(path);
    else
        read_file(path);
}

/* -------------------------------------------------------------------------------- mixtures */

static uint64_t state = 0x4C6974746C65;

/* splitmix64 */
static uint32_t draw(uint32_t n)
{
    uint64_t z = state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return (uint32_t)((z ^ z >> 31) >> 16) % n;
}

static size_t append_part(uint8_t *mixture, size_t length)
{
    const struct bytes *file = &files[draw((uint32_t)file_count)];
    if (file->size == 0)
        return length;
    size_t from = draw((uint32_t)file->size), count = 1 + draw((uint32_t)(file->size - from));
    count = count < MIXTURE_MOST - length ? count : MIXTURE_MOST - length;
    memcpy(mixture + length, file->at + from, count);
    return length + count;
}

static size_t mix(uint8_t *mixture)
{
    const struct bytes *file = &files[draw((uint32_t)file_count)];
    size_t length = file->size < MIXTURE_MOST ? file->size : MIXTURE_MOST;
    memcpy(mixture, file->at, length);
    if (length > 0 && draw(4) == 0)
        length = draw((uint32_t)length);
    for (uint32_t parts = draw(3); parts > 0; parts--)
        length = append_part(mixture, length);
    for (uint32_t changes = length > 0 ? draw(8) : 0; changes > 0; changes--)
        mixture[draw((uint32_t)length)] = (uint8_t)(draw(2) ? draw(256) : draw(8));
    return length;
}

/* ------------------------------------------------------------------------------------ runs */

static void leave_input(int number)
{
    int file = open(crash_path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file < 0 || write(file, current.at, current.size) != (ssize_t)current.size)
        _exit(99);
    signal(number, SIG_DFL);
    raise(number);
}

/* In memory of its own, so that the sanitizer watches its end. */
static void run(const uint8_t *bytes, size_t size)
{
    uint8_t *copy = room_get(size);
    if (size > 0)
        memcpy(copy, bytes, size);
    current.at = copy;
    current.size = size;
    LLVMFuzzerTestOneInput(copy, size);
    free(copy);
}

int main(int count, char **arguments)
{
    static uint8_t mixture[MIXTURE_MOST];
    const char *name = strrchr(arguments[0], '/');
    unsigned long mixtures = 0;
    int first = 1;
    if (count > 2 && strcmp(arguments[1], "-n") == 0) {
        mixtures = strtoul(arguments[2], NULL, 10);
        first = 3;
    }
    REQUIRE(getcwd(crash_path, sizeof crash_path - 256));
    strcat(crash_path, "/crash-");
    strncat(crash_path, name ? name + 1 : arguments[0], 200);
    signal(SIGABRT, leave_input);
    for (int i = first; i < count; i++)
        read_path(arguments[i]);
    REQUIRE(file_count > 0);
    for (size_t i = 0; i < file_count; i++)
        run(files[i].at, files[i].size);
    for (unsigned long i = 0; i < mixtures; i++)
        run(mixture, mix(mixture));
    printf("%s: %zu files and %lu mixtures of them\n", name ? name + 1 : arguments[0], file_count, mixtures);
    for (size_t i = 0; i < file_count; i++)
        free((void *)(uintptr_t)files[i].at);
    return 0;
}
