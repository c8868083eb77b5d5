/* SPDX-License-Identifier: Apache-2.0 */
/* The threads and their turns. */
#include "crew.h"

#include <stdlib.h>
#include <string.h>

#include <pthread.h>

#include "message.h"
#include "progress.h"
#include "screening.h"

struct crew {
    const struct job *job;

    pthread_mutex_t reading; /* held by who reads; guards: */
    uint64_t chunks;         /* read so far */
    bool is_over;            /* nothing is to be read any more */
    bool has_failed;         /* because the input could not be */

    pthread_mutex_t writing; /* held by who writes; guards: */
    pthread_cond_t written;  /* the number of chunks written has changed */
    uint64_t turn;           /* chunks written so far */
    uint64_t rows;
};

struct worker {
    struct crew *crew;
    struct screening screening;
    pthread_t thread;
    bool has_thread;
};

/* Fills the chunk and gives its number; false if there is none. */
static bool read_chunk(struct crew *crew, struct chunk *chunk, uint64_t *number)
{
    pthread_mutex_lock(&crew->reading);
    chunk->count = 0;
    if (!crew->is_over) {
        chunk_fill(chunk, &crew->job->table->records);
        crew->is_over = chunk->end == RECORD_END || chunk->end == RECORD_FAILED;
        crew->has_failed = chunk->end == RECORD_FAILED;
        *number = crew->chunks;
        crew->chunks += chunk->count > 0;
    }
    pthread_mutex_unlock(&crew->reading);
    return chunk->count > 0;
}

static void stop_reading(struct crew *crew)
{
    pthread_mutex_lock(&crew->reading);
    crew->is_over = true;
    pthread_mutex_unlock(&crew->reading);
}

/* After the output has failed, nothing more is told either. */
static void tell(struct crew *crew, const struct screening *screening)
{
    struct output *output = crew->job->output;

    if (output->failure != 0)
        return;
    message_block(&screening->messages);
    output_write(output, &screening->out);
    crew->rows += screening->chunk.count;
    progress_tell(crew->rows, screening->chunk.released, crew->job->table->source.size);
    if (output->failure != 0)
        stop_reading(crew);
}

static void write_chunk(struct crew *crew, const struct screening *screening, uint64_t number)
{
    pthread_mutex_lock(&crew->writing);
    while (crew->turn != number)
        pthread_cond_wait(&crew->written, &crew->writing);
    tell(crew, screening);
    crew->turn++;
    pthread_cond_broadcast(&crew->written);
    pthread_mutex_unlock(&crew->writing);
}

static void *work(void *data)
{
    struct worker *worker = data;
    struct screening *screening = &worker->screening;
    uint64_t number = 0;

    while (read_chunk(worker->crew, &screening->chunk, &number)) {
        screening_run(screening);
        write_chunk(worker->crew, screening, number);
    }
    return NULL;
}

static void begin_worker(struct crew *crew, struct worker *worker, bool in_own_thread)
{
    const struct job *job = crew->job;

    worker->crew = crew;
    screening_begin(&worker->screening, job->lines, job->rules, job->assumptions, job->table->source.name);
    if (in_own_thread)
        worker->has_thread = pthread_create(&worker->thread, NULL, work, worker) == 0;
}

static void end_worker(struct crew *crew, struct worker *worker)
{
    if (worker->has_thread)
        pthread_join(worker->thread, NULL);
    summary_join(crew->job->summary, &worker->screening.summary);
    screening_end(&worker->screening);
}

bool crew_work(const struct job *job, size_t threads)
{
    struct crew crew = {.job = job};
    struct worker *workers = memory_get(threads, sizeof *workers);
    size_t i;

    pthread_mutex_init(&crew.reading, NULL);
    pthread_mutex_init(&crew.writing, NULL);
    pthread_cond_init(&crew.written, NULL);
    for (i = 0; i < threads; i++)
        begin_worker(&crew, &workers[i], i > 0);
    work(&workers[0]);
    for (i = 0; i < threads; i++)
        end_worker(&crew, &workers[i]);
    pthread_cond_destroy(&crew.written);
    pthread_mutex_destroy(&crew.writing);
    pthread_mutex_destroy(&crew.reading);
    free(workers);
    return !crew.has_failed;
}
