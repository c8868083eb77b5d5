/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The column engine beside the speed of memory: judges the enterprises of a folder that data.py wrote, and adds up
 * the very same input columns in the same memory with a plain loop, in turns. Prints one JSON object with the
 * seconds of every run; USAGE lists the options.
 */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <littlegiant/littlegiant.h>

#define FACTS_MAX 256
#define CRITERIA_MAX 256
#define THREADS_MAX 64
#define PATH_SIZE 4096

static const char USAGE[] =
    "usage: bench_columns [-r RULESET] [-d FOLDER] [-n ROWS] [OPTION]...\n"
    "  -u PERMILLE  so many values in a thousand are unknown, by FOLDER/<fact>.PERMILLE.bits (0: all are known)\n"
    "  -w           columns of the narrowest type that holds the fact's range, flags as bits (else int64)\n"
    "  -f           an array of profiles in place of columns\n"
    "  -t THREADS   each judges a share of the rows (1)\n"
    "  -o OUTPUTS   letters: v overall verdict, c verdict per criterion in bytes, b the same in bits, r reasons,\n"
    "               p points, m missing facts (vb)\n"
    "  -k ROWS      rows per call (all)\n"
    "  -c COLUMNS   only the first so many columns\n"
    "  -i REPEATS   (5)\n"
    "  -p FILE      write the verdicts (needs c), one byte each, criterion after criterion; with p then the points "
    "for\n"
    "               certain, and then those still possible, likewise as int32\n";

typedef struct options {
    const char *ruleset, *folder, *outputs, *planes;
    uint64_t rows, call_rows;
    uint32_t permille, threads, columns, repeats;
    int narrow, profiles;
} options;

/* What one run reads and writes. */
typedef struct job {
    const lg_ruleset *rules;
    uint32_t criteria, columns;
    lg_column column[FACTS_MAX];
    uint64_t bytes[FACTS_MAX]; /* of a column's values */
    lg_profile *profile;
    lg_criterion_results results[CRITERIA_MAX];
    uint8_t *verdicts;
    uint64_t *missing;
    uint64_t first, end, call_rows; /* the share of one thread */
} job;

static void fail(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    exit(2);
}

static void *need(uint64_t size)
{
    void *memory;
    if (posix_memalign(&memory, 64, size) != 0)
        fail("bench_columns: no memory for %llu bytes\n", (unsigned long long)size);
    memset(memory, 0, size); /* so that no run pays for the first touch */
    return memory;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* ------------------------------------------------------------------------------- columns */

static void *read_file(const options *o, const lg_fact *fact, const char *ending, uint64_t size)
{
    char path[PATH_SIZE];
    void *bytes = need(size);
    snprintf(path, sizeof path, "%s/%s%s", o->folder, fact->name, ending);
    FILE *file = fopen(path, "rb");
    if (!file)
        fail("bench_columns: cannot open %s\n", path);
    if (fread(bytes, 1, size, file) != size)
        fail("bench_columns: %s is shorter than %llu rows\n", path, (unsigned long long)o->rows);
    fclose(file);
    return bytes;
}

static lg_type narrowest(const lg_fact *fact)
{
    if (fact->unit == LG_UNIT_FLAG)
        return LG_TYPE_BIT;
    if (fact->minimum >= INT8_MIN && fact->maximum <= INT8_MAX)
        return LG_TYPE_INT8;
    if (fact->minimum >= INT16_MIN && fact->maximum <= INT16_MAX)
        return LG_TYPE_INT16;
    return fact->minimum >= INT32_MIN && fact->maximum <= INT32_MAX ? LG_TYPE_INT32 : LG_TYPE_INT64;
}

static uint64_t bytes_of(lg_type type, uint64_t rows)
{
    switch (type) {
    case LG_TYPE_BIT:
        return (rows + 7) / 8;
    case LG_TYPE_INT8:
        return rows;
    case LG_TYPE_INT16:
        return rows * 2;
    case LG_TYPE_INT32:
        return rows * 4;
    default:
        return rows * 8;
    }
}

static void *narrowed(const int64_t *from, uint64_t rows, lg_type type)
{
    void *to = need(bytes_of(type, rows));
    for (uint64_t i = 0; i < rows; i++) {
        if (type == LG_TYPE_BIT)
            ((uint8_t *)to)[i / 8] = (uint8_t)(((uint8_t *)to)[i / 8] | (from[i] & 1) << i % 8);
        else if (type == LG_TYPE_INT8)
            ((int8_t *)to)[i] = (int8_t)from[i];
        else if (type == LG_TYPE_INT16)
            ((int16_t *)to)[i] = (int16_t)from[i];
        else if (type == LG_TYPE_INT32)
            ((int32_t *)to)[i] = (int32_t)from[i];
    }
    return to;
}

static int is_read(const lg_ruleset *rules, uint32_t fact)
{
    const lg_criterion *row;
    for (uint32_t i = 0; (row = lg_ruleset_criterion(rules, i)) != NULL; i++)
        for (uint32_t f = 0; f < row->fact_count; f++)
            if (row->facts[f] == fact)
                return 1;
    return 0;
}

static void load_column(const options *o, const lg_fact *fact, lg_column *column, uint64_t *bytes)
{
    char ending[32];
    void *values = read_file(o, fact, ".i64", o->rows * 8);
    memset(column, 0, sizeof *column);
    column->fact = fact->id;
    column->type = o->narrow ? narrowest(fact) : LG_TYPE_INT64;
    column->values = values;
    *bytes = bytes_of(column->type, o->rows);
    if (column->type != LG_TYPE_INT64) {
        column->values = narrowed(values, o->rows, column->type);
        free(values);
    }
    snprintf(ending, sizeof ending, ".%u.bits", o->permille);
    if (o->permille > 0)
        column->validity = read_file(o, fact, ending, (o->rows + 7) / 8);
}

static void load(const options *o, job *j)
{
    for (uint32_t fact = 0; fact < lg_fact_count() && j->columns < o->columns; fact++)
        if (is_read(j->rules, fact)) {
            load_column(o, lg_fact_describe(fact), &j->column[j->columns], &j->bytes[j->columns]);
            j->columns++;
        }
}

static int is_known(const lg_column *column, uint64_t row)
{
    return !column->validity || (column->validity[row / 8] >> row % 8 & 1);
}

/* The columns, turned into profiles and given back. */
static void make_profiles(const options *o, job *j)
{
    j->profile = need(o->rows * sizeof *j->profile);
    for (uint64_t row = 0; row < o->rows; row++) {
        lg_profile_init(&j->profile[row], sizeof j->profile[row]);
        for (uint32_t c = 0; c < j->columns; c++)
            if (is_known(&j->column[c], row))
                lg_profile_set(&j->profile[row], j->column[c].fact, ((const int64_t *)j->column[c].values)[row]);
    }
}

/* ------------------------------------------------------------------------------- results */

static int wants(const options *o, char letter) { return strchr(o->outputs, letter) != NULL; }

static void make_results(const options *o, job *j)
{
    j->verdicts = wants(o, 'v') ? need(o->rows) : NULL;
    j->missing = wants(o, 'm') ? need(o->rows * 4 * sizeof *j->missing) : NULL;
    for (uint32_t i = 0; i < j->criteria; i++) {
        lg_criterion_results *r = &j->results[i];
        r->verdicts = wants(o, 'c') ? need(o->rows) : NULL;
        r->reasons = wants(o, 'r') ? need(o->rows) : NULL;
        r->low_bits = wants(o, 'b') ? need(o->rows / 8 + 1) : NULL;
        r->high_bits = wants(o, 'b') ? need(o->rows / 8 + 1) : NULL;
        r->points_low = wants(o, 'p') ? need(o->rows * sizeof *r->points_low) : NULL;
        r->points_high = wants(o, 'p') ? need(o->rows * sizeof *r->points_high) : NULL;
    }
}

#define FROM(ARRAY, ROW) ((ARRAY) ? (ARRAY) + (ROW) : NULL)

static void results_from(const job *j, uint64_t row, lg_criterion_results *criteria, lg_results *results)
{
    memset(results, 0, sizeof *results);
    results->struct_size = sizeof *results;
    results->verdicts = FROM(j->verdicts, row);
    results->missing = FROM(j->missing, row * 4);
    results->criteria = criteria;
    results->criterion_count = j->criteria;
    for (uint32_t i = 0; i < j->criteria; i++) {
        const lg_criterion_results *r = &j->results[i];
        criteria[i].verdicts = FROM(r->verdicts, row);
        criteria[i].reasons = FROM(r->reasons, row);
        criteria[i].low_bits = FROM(r->low_bits, row / 8);
        criteria[i].high_bits = FROM(r->high_bits, row / 8);
        criteria[i].points_low = FROM(r->points_low, row);
        criteria[i].points_high = FROM(r->points_high, row);
    }
}

/* ------------------------------------------------------------------------ the two contenders */

static void judge_call(const job *j, uint64_t first, uint64_t rows)
{
    lg_column columns[FACTS_MAX];
    lg_criterion_results criteria[CRITERIA_MAX];
    lg_results results;
    lg_status status;
    results_from(j, first, criteria, &results);
    if (j->profile) {
        status = lg_evaluate_profiles(j->rules, &j->profile[first], sizeof *j->profile, NULL, 0, rows, &results, NULL);
    } else {
        memcpy(columns, j->column, j->columns * sizeof columns[0]);
        for (uint32_t c = 0; c < j->columns; c++)
            columns[c].offset += (int64_t)first;
        status = lg_evaluate_columns(j->rules, columns, j->columns, NULL, 0, rows, &results, NULL);
    }
    if (status != LG_OK)
        fail("bench_columns: %s\n", lg_status_text(status));
}

static void *judge(void *argument)
{
    const job *j = argument;
    for (uint64_t first = j->first; first < j->end; first += j->call_rows)
        judge_call(j, first, first + j->call_rows < j->end ? j->call_rows : j->end - first);
    return NULL;
}

static int64_t sum_64(const int64_t *values, uint64_t count)
{
    int64_t sum = 0;
    for (uint64_t i = 0; i < count; i++)
        sum += values[i];
    return sum;
}

#define SUM_NARROW(NAME, TYPE)                                                                                         \
    static int64_t NAME(const TYPE *values, uint64_t count)                                                            \
    {                                                                                                                  \
        int64_t sum = 0;                                                                                               \
        for (uint64_t i = 0; i < count; i++)                                                                           \
            sum += values[i];                                                                                          \
        return sum;                                                                                                    \
    }
SUM_NARROW(sum_32, int32_t)
SUM_NARROW(sum_16, int16_t)
SUM_NARROW(sum_8, int8_t)

/* Bits are added up as words. */
static int64_t sum_column(const lg_column *column, uint64_t first, uint64_t rows)
{
    switch (column->type) {
    case LG_TYPE_BIT:
        return sum_64((const int64_t *)column->values + first / 64, rows / 64);
    case LG_TYPE_INT8:
        return sum_8((const int8_t *)column->values + first, rows);
    case LG_TYPE_INT16:
        return sum_16((const int16_t *)column->values + first, rows);
    case LG_TYPE_INT32:
        return sum_32((const int32_t *)column->values + first, rows);
    default:
        return sum_64((const int64_t *)column->values + first, rows);
    }
}

static void *yardstick(void *argument)
{
    const job *j = argument;
    volatile int64_t sink = 0; /* so that nothing is left out */
    for (uint32_t c = 0; c < j->columns; c++) {
        sink += sum_column(&j->column[c], j->first, j->end - j->first);
        if (j->column[c].validity)
            sink +=
                sum_64((const int64_t *)(const void *)j->column[c].validity + j->first / 64, (j->end - j->first) / 64);
    }
    return NULL;
}

/* Shares of rows are multiples of 64, so that no two threads write to the same byte. */
static double timed(void *(*contender)(void *), const job *whole, uint32_t threads)
{
    static job share[THREADS_MAX];
    pthread_t thread[THREADS_MAX];
    uint64_t part = (whole->end / threads + 63) / 64 * 64;
    double started = now();
    for (uint32_t t = 0; t < threads; t++) {
        share[t] = *whole;
        share[t].first = t * part < whole->end ? t * part : whole->end;
        share[t].end = t + 1 < threads && share[t].first + part < whole->end ? share[t].first + part : whole->end;
        if (t + 1 < threads && pthread_create(&thread[t], NULL, contender, &share[t]) != 0)
            fail("bench_columns: no thread\n");
    }
    contender(&share[threads - 1]);
    for (uint32_t t = 0; t + 1 < threads; t++)
        pthread_join(thread[t], NULL);
    return now() - started;
}

/* -------------------------------------------------------------------------------- report */

static void print_seconds(const char *name, const double *seconds, uint32_t count)
{
    printf(", \"%s\": [", name);
    for (uint32_t i = 0; i < count; i++)
        printf("%s%.9f", i ? ", " : "", seconds[i]);
    printf("]");
}

static const char *kernel_name(void)
{
    const char *name = NULL, *word;
    for (uint32_t i = 0; (word = lg_capability(i)) != NULL; i++)
        if (strncmp(word, "columns-", 8) == 0)
            name = word;
    return name;
}

static double input_bytes_per_row(const options *o, const job *j)
{
    double bytes = 0;
    for (uint32_t c = 0; c < j->columns; c++)
        bytes += (double)j->bytes[c] + (j->column[c].validity ? (double)o->rows / 8 : 0);
    return j->profile ? (double)sizeof *j->profile : bytes / (double)o->rows;
}

static void measure(const options *o, const job *j)
{
    static double engine[1000], sum[1000];
    int columns = !j->profile;
    timed(judge, j, o->threads); /* does not count */
    for (uint32_t i = 0; i < o->repeats; i++) {
        sum[i] = columns ? timed(yardstick, j, o->threads) : 0;
        engine[i] = timed(judge, j, o->threads);
    }
    printf("{\"ruleset\": \"%s\", \"rows\": %llu, \"columns\": %u, \"criteria\": %u, \"threads\": %u, "
           "\"kernel\": \"%s\", \"version\": \"%s\", \"input_bytes_per_row\": %.2f",
           o->ruleset, (unsigned long long)o->rows, j->columns, j->criteria, o->threads, kernel_name(), lg_version(),
           input_bytes_per_row(o, j));
    print_seconds("seconds", engine, o->repeats);
    if (columns)
        print_seconds("yardstick", sum, o->repeats);
    printf("}\n");
}

static void write_or_fail(const options *o, FILE *file, const void *plane, uint64_t size)
{
    if (plane && fwrite(plane, size, o->rows, file) != o->rows)
        fail("bench_columns: cannot write %s\n", o->planes);
}

static void write_planes(const options *o, const job *j)
{
    FILE *file = fopen(o->planes, "wb");
    if (!file)
        fail("bench_columns: cannot write %s\n", o->planes);
    for (uint32_t i = 0; i < j->criteria; i++)
        write_or_fail(o, file, j->results[i].verdicts, 1);
    for (uint32_t i = 0; i < j->criteria; i++)
        write_or_fail(o, file, j->results[i].points_low, 4);
    for (uint32_t i = 0; i < j->criteria; i++)
        write_or_fail(o, file, j->results[i].points_high, 4);
    if (fclose(file) != 0)
        fail("bench_columns: cannot write %s\n", o->planes);
}

static uint64_t number(const char *text)
{
    char *end;
    uint64_t value = strtoull(text, &end, 10);
    if (end == text || *end != '\0')
        fail("bench_columns: %s is no number\n%s", text, USAGE);
    return value;
}

static void read_options(int count, char **arguments, options *o)
{
    int letter;
    while ((letter = getopt(count, arguments, "r:d:n:u:wft:o:k:c:i:p:")) != -1) {
        switch (letter) {
        case 'r':
            o->ruleset = optarg;
            break;
        case 'd':
            o->folder = optarg;
            break;
        case 'n':
            o->rows = number(optarg);
            break;
        case 'u':
            o->permille = (uint32_t)number(optarg);
            break;
        case 'w':
            o->narrow = 1;
            break;
        case 'f':
            o->profiles = 1;
            break;
        case 't':
            o->threads = (uint32_t)number(optarg);
            break;
        case 'o':
            o->outputs = optarg;
            break;
        case 'k':
            o->call_rows = number(optarg);
            break;
        case 'c':
            o->columns = (uint32_t)number(optarg);
            break;
        case 'i':
            o->repeats = (uint32_t)number(optarg);
            break;
        case 'p':
            o->planes = optarg;
            break;
        default:
            fail("%s", USAGE);
        }
    }
    if (o->rows == 0 || o->threads == 0 || o->threads > THREADS_MAX || o->repeats > 1000 ||
        (o->planes && !wants(o, 'c')))
        fail("%s", USAGE);
}

int main(int count, char **arguments)
{
    static job j;
    options o = {"cn.little-giant.2022", ".", "vb", NULL, 0, UINT64_MAX / 2, 0, 1, FACTS_MAX, 5, 0, 0};
    read_options(count, arguments, &o);
    j.rules = lg_ruleset_find(o.ruleset);
    if (!j.rules)
        fail("bench_columns: no rule set %s\n", o.ruleset);
    j.criteria = lg_ruleset_describe(j.rules)->criterion_count;
    j.end = o.rows;
    j.call_rows = o.call_rows;
    load(&o, &j);
    if (o.profiles)
        make_profiles(&o, &j);
    make_results(&o, &j);
    measure(&o, &j);
    if (o.planes)
        write_planes(&o, &j);
    return 0;
}
