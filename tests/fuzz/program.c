/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE /* fopencookie: streams that catch what is written */
#include "program.h"

#include <dirent.h>
#include <fcntl.h>
#include <getopt.h>
#include <sys/stat.h>
#include <unistd.h>

/* cli/main.c, compiled with another name for its main(). */
int littlegiant_main(int count, char **arguments);

/* ---------------------------------------------------------------------------------- folder */

static char folder[1024];

/* The files go, and the folder that this process has made. */
static void leave_folder(void)
{
    program_clean_up();
    rmdir(folder);
}

static void enter_folder(void)
{
    const char *base = getenv("TMPDIR");
    if (folder[0] != '\0')
        return;
    snprintf(folder, sizeof folder, "%s/littlegiant-fuzz-XXXXXX", base ? base : "/tmp");
    REQUIRE(mkdtemp(folder) && chdir(folder) == 0);
    atexit(leave_folder);
}

void program_write(const char *name, const void *bytes, size_t size)
{
    enter_folder();
    int file = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    REQUIRE(file >= 0 && write(file, bytes, size) == (ssize_t)size);
    close(file);
}

void program_clean_up(void)
{
    DIR *entries = opendir(folder);
    struct dirent *entry;
    while (entries && (entry = readdir(entries)) != NULL)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            unlinkat(dirfd(entries), entry->d_name, 0);
    if (entries)
        closedir(entries);
}

/* --------------------------------------------------------------------------------- streams */

static ssize_t catch_bytes(void *cookie, const char *bytes, size_t size)
{
    struct caught *caught = cookie;
    caught->bytes = realloc(caught->bytes, caught->length + size + 1);
    REQUIRE(caught->bytes != NULL);
    memcpy(caught->bytes + caught->length, bytes, size);
    caught->length += size;
    return (ssize_t)size;
}

static int catch_close(void *cookie)
{
    struct caught *caught = cookie;
    caught->is_closed = 1;
    return 0;
}

static FILE *open_catcher(struct caught *caught)
{
    const cookie_io_functions_t functions = {NULL, catch_bytes, NULL, catch_close};
    memset(caught, 0, sizeof *caught);
    FILE *stream = fopencookie(caught, "w", functions);
    REQUIRE(stream != NULL);
    return stream;
}

/* glibc lets a program put streams of its own in the place of the standard ones. */
void program_run(struct run *run, int count, char **arguments, const char *standard_input)
{
    FILE *usual_out = stdout, *usual_error = stderr, *out = open_catcher(&run->out), *error = open_catcher(&run->error);
    int usual_input = dup(STDIN_FILENO), file = open(standard_input, O_RDONLY);
    char name[] = "littlegiant", *whole[64] = {name};
    REQUIRE(file >= 0 && count > 0 && count < 62);
    for (int i = 0; i < count; i++)
        whole[i + 1] = arguments[i];
    dup2(file, STDIN_FILENO);
    close(file);
    stdout = out;
    stderr = error;
    optind = 0; /* getopt begins anew */
    run->status = littlegiant_main(count + 1, whole);
    stdout = usual_out;
    stderr = usual_error;
    if (!run->out.is_closed)
        fclose(out);
    if (!run->error.is_closed)
        fclose(error);
    dup2(usual_input, STDIN_FILENO);
    close(usual_input);
}

void program_forget(struct run *run)
{
    free(run->out.bytes);
    free(run->error.bytes);
}

/* ----------------------------------------------------------------------------------- manners */

/* A temporary file stays behind only if the process dies. */
static int is_left_behind(void)
{
    DIR *entries = opendir(".");
    struct dirent *entry;
    int found = 0;
    while (entries && (entry = readdir(entries)) != NULL)
        found |= strncmp(entry->d_name, ".littlegiant-", 13) == 0;
    if (entries)
        closedir(entries);
    return found;
}

void expect_good_manners(const struct run *run)
{
    REQUIRE(run->status >= 0 && run->status <= 2);
    REQUIRE(is_clean_text(run->error.bytes, run->error.length));
    REQUIRE(run->error.length == 0 || run->error.bytes[run->error.length - 1] == '\n');
    REQUIRE(run->status != 2 || run->error.length + run->out.length > 0); /* verify says on standard output why */
    REQUIRE(!is_left_behind());
}
