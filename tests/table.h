/* SPDX-License-Identifier: Apache-2.0 */
/* Small tables from files: one row per line, cells parted by one character, no quotes; lines
 * that are blank or begin with # are left out. The first row names the columns. */
#ifndef TABLE_H
#define TABLE_H

typedef struct table {
    char path[1024];
    char *text;         /* the file, cut into cells */
    const char **cells; /* row after row; the names of the columns first */
    int rows, columns;  /* rows without the first */
} table;

/* Reads folder/name, whose columns must be these ("a b c"). What is wrong with it, or NULL: so that
 * it can be used outside of tests as well, to count them. */
const char *table_read(table *t, const char *folder, const char *name, char separator, const char *columns);
const char *table_cell(const table *t, int row, int column);
void table_free(table *t);

/* The next word of a text whose words are parted by spaces: its length, 0 at the end; *text is
 * moved to its first character. */
int next_word(const char **text);

/* Whether the first `length` characters are this word. */
int word_is(const char *text, int length, const char *word);

#endif
