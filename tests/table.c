/* SPDX-License-Identifier: Apache-2.0 */
#include "table.h"

#include "suite.h"

#include <stdio.h>

static char problem[2048];

static const char *complain(const char *what, const char *where)
{
    snprintf(problem, sizeof problem, "%s: %s", where, what);
    return problem;
}

/* The whole file with a NUL behind it, or NULL. */
static char *file_read(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    long size = -1;
    if (file && fseek(file, 0, SEEK_END) == 0)
        size = ftell(file);
    if (size >= 0)
        text = malloc((size_t)size + 1);
    if (text) {
        rewind(file);
        if (fread(text, 1, (size_t)size, file) != (size_t)size)
            size = 0;
        text[size] = '\0';
    }
    if (file)
        fclose(file);
    return text;
}

static int count_char(const char *text, char c)
{
    int count = 0;
    for (; *text != '\0'; text++)
        count += *text == c;
    return count;
}

/* Cuts a line into the cells of this row; 0 if it has not as many as there are columns. */
static int cut_row(table *t, int row, char *line, char separator)
{
    if (count_char(line, separator) != t->columns - 1)
        return 0;
    for (int column = 0; line != NULL; column++) {
        t->cells[row * t->columns + column] = line;
        line = strchr(line, separator);
        if (line != NULL)
            *line++ = '\0';
    }
    return 1;
}

static int names_are(const table *t, const char *columns)
{
    for (int column = 0; column < t->columns; column++) {
        int length = next_word(&columns);
        if (!word_is(columns, length, t->cells[column]))
            return 0;
        columns += length;
    }
    return 1;
}

const char *table_read(table *t, const char *folder, const char *name, char separator, const char *columns)
{
    char *line, *end;
    int row = 0;
    memset(t, 0, sizeof *t);
    snprintf(t->path, sizeof t->path, "%s/%s", folder, name);
    t->text = file_read(t->path);
    if (t->text == NULL || strchr(t->text, '\r') != NULL)
        return complain("cannot be read, or has CR", t->path);
    t->columns = count_char(columns, ' ') + 1;
    t->cells = calloc((size_t)(count_char(t->text, '\n') + 1) * (size_t)t->columns, sizeof *t->cells);
    if (t->cells == NULL)
        return complain("no memory", t->path);
    for (line = t->text; *line != '\0'; line = end + 1) {
        end = strchr(line, '\n');
        if (end == NULL)
            return complain("the last line does not end", t->path);
        *end = '\0';
        if (*line != '\0' && *line != '#' && !cut_row(t, row++, line, separator))
            return complain("this row has too many or too few cells", line);
    }
    t->rows = row - 1;
    if (t->rows < 1 || !names_are(t, columns))
        return complain("no rows, or not the columns expected", t->path);
    return NULL;
}

const char *table_cell(const table *t, int row, int column) { return t->cells[(row + 1) * t->columns + column]; }

void table_free(table *t)
{
    free(t->cells);
    free(t->text);
    memset(t, 0, sizeof *t);
}

int next_word(const char **text)
{
    *text += strspn(*text, " ");
    return (int)strcspn(*text, " ");
}

int word_is(const char *text, int length, const char *word)
{
    return strlen(word) == (size_t)length && strncmp(text, word, (size_t)length) == 0;
}
