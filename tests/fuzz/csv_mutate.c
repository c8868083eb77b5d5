/* SPDX-License-Identifier: Apache-2.0 */
/* Changes a file of enterprises as its makers would: in cells, rows and columns. */
#include "csv.h"
#include "input.h"

#include <littlegiant/littlegiant.h>

/* ----------------------------------------------------------------------------------- drawing */

static uint64_t state;

/* splitmix64 */
static uint32_t draw(uint32_t n)
{
    uint64_t z = state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return (uint32_t)((z ^ z >> 31) >> 16) % n;
}

/* A cell's bytes, some with a NUL among them. */
struct piece {
    char bytes[512];
    size_t length;
};

static void put(struct piece *piece, const char *bytes, size_t length)
{
    if (length > sizeof piece->bytes - piece->length)
        length = sizeof piece->bytes - piece->length;
    memcpy(piece->bytes + piece->length, bytes, length);
    piece->length += length;
}

/* What stands in real files where it should not, or looks as if. */
static void put_oddity(struct piece *piece)
{
#define ODD(text)                                                                                                      \
    {                                                                                                                  \
        text, sizeof text - 1                                                                                          \
    }
    static const struct {
        const char *bytes;
        size_t length;
    } ODDITIES[] = {
        ODD(""),
        ODD(" "),
        ODD("\""),
        ODD("\"\""),
        ODD("\"a\nb\""),
        ODD("\"a\r\nb,c\""),
        ODD("-0"),
        ODD("1e9"),
        ODD("1,000"),
        ODD("\"1,000\""),
        ODD("+1"),
        ODD("0.005"),
        ODD(".5"),
        ODD("5."),
        ODD("9000000000000000.00"),
        ODD("9223372036854775808"),
        ODD("\xEF\xBC\x91"),
        ODD("\xE6\x98\xAF"),
        ODD("\xE5\x90\xA6"),
        ODD("true"),
        ODD("N/A"),
        ODD("=1+1"),
        ODD("@SUM(A1)"),
        ODD("\t7"),
        ODD("\x1B[31m"),
        ODD("\0"),
        ODD("\xC2\x9B"),
        ODD("\xE2\x80\xAE"),
        ODD("\xC0\xAF"),
        ODD("\xD6\xD0\xB9\xFA"),
        ODD("\xFF\xFE"),
        ODD("\xEF\xBB\xBF"),
        ODD("\xF0\x9F\x90\x89"),
        ODD("'"),
        ODD(","),
        ODD("\n"),
        ODD("\r"),
        ODD("\r\n"),
        ODD(";"),
    };
    uint32_t i = draw((uint32_t)COUNT(ODDITIES));
    put(piece, ODDITIES[i].bytes, ODDITIES[i].length);
}

static void put_digits(struct piece *piece)
{
    char digit[] = "0";
    for (uint32_t count = 1 + draw(draw(8) ? 20 : 400); count > 0; count--) {
        digit[0] = (char)('0' + draw(10));
        put(piece, digit, 1);
    }
}

/* A value that the fact can have, at the ends of its range or beside them, in this unit. */
static void put_value(struct piece *piece, uint32_t fact, lg_unit unit)
{
    const lg_fact *info = lg_fact_describe(fact);
    char text[128];
    uint64_t span = (uint64_t)info->maximum - (uint64_t)info->minimum;
    int64_t value =
        info->minimum + (int64_t)(draw(2) ? draw(1000) : (uint64_t)draw(UINT32_MAX) * draw(1u << 20) % span);
    if (draw(4) == 0)
        value = (draw(2) ? info->minimum : info->maximum) + (int64_t)draw(3) - 1;
    lg_fact_write(fact, draw(8) ? unit : info->unit, value, text, sizeof text, NULL);
    put(piece, text, strlen(text));
}

static void put_name(struct piece *piece)
{
    const lg_fact *fact = lg_fact_describe(draw(lg_fact_count()));
    const lg_unit_info *unit = lg_unit_describe((lg_unit)(1 + draw(14)));
    if (draw(6) == 0) {
        const char *label = lg_label_name(draw(4));
        put(piece, label, strlen(label));
        return;
    }
    put(piece, fact->name, strlen(fact->name));
    if (unit->canonical == fact->unit)
        put(piece, unit->suffix, strlen(unit->suffix));
}

/* ------------------------------------------------------------------------------------ places */

struct file {
    uint8_t *bytes;
    size_t size, most;
};

/* Puts a piece in the place of some bytes; nothing changes where there is no room. */
static void replace(struct file *file, size_t at, size_t length, const void *bytes, size_t size)
{
    if (file->size - length + size > file->most)
        return;
    memmove(file->bytes + at + size, file->bytes + at + length, file->size - at - length);
    memcpy(file->bytes + at, bytes, size);
    file->size = file->size - length + size;
}

static int is_end(uint8_t byte) { return byte == ',' || byte == '\n' || byte == '\r'; }

/* Cells as who knows nothing of quotes would see them; and the column that the cell stands in. */
static void find_cell(const struct file *file, size_t *at, size_t *length, uint32_t *column)
{
    size_t i = file->size > 0 ? draw((uint32_t)file->size) : 0;
    while (i > 0 && !is_end(file->bytes[i - 1]))
        i--;
    *at = i;
    for (*length = 0; i + *length < file->size && !is_end(file->bytes[i + *length]);)
        ++*length;
    for (*column = 0; i > 0 && file->bytes[i - 1] != '\n'; i--)
        *column += file->bytes[i - 1] == ',';
}

/* Which fact the header names for a column. */
static lg_status find_fact(const struct file *file, uint32_t column, uint32_t *fact, lg_unit *unit)
{
    char name[64] = "";
    size_t length = 0, i = 0;
    for (; i < file->size && column > 0 && file->bytes[i] != '\n'; i++)
        column -= file->bytes[i] == ',';
    for (; i < file->size && !is_end(file->bytes[i]) && length < sizeof name - 1; i++)
        name[length++] = (char)file->bytes[i];
    return lg_fact_find_column(name, fact, unit);
}

/* ----------------------------------------------------------------------------------- changes */

static void change_cell(struct file *file)
{
    struct piece piece = {{0}, 0};
    size_t at, length;
    uint32_t column, fact;
    lg_unit unit;
    find_cell(file, &at, &length, &column);
    if (memchr(file->bytes, '\n', at) == NULL)
        put_name(&piece);
    else if (draw(3) > 0 && find_fact(file, column, &fact, &unit) == LG_OK)
        put_value(&piece, fact, unit);
    else if (draw(4) == 0)
        put_digits(&piece);
    else
        put_oddity(&piece);
    replace(file, at, length, piece.bytes, piece.length);
}

static void insert_oddity(struct file *file)
{
    struct piece piece = {{0}, 0};
    put_oddity(&piece);
    replace(file, draw((uint32_t)file->size + 1), 0, piece.bytes, piece.length);
}

static void quote_cell(struct file *file)
{
    size_t at, length;
    uint32_t column;
    find_cell(file, &at, &length, &column);
    replace(file, at + length, 0, "\"", draw(8) > 0);
    replace(file, at, 0, "\"", 1);
}

/* Line ends of a file: LF to CR LF, or to CR. */
static void change_line_ends(struct file *file)
{
    const char *end = draw(2) ? "\r\n" : "\r";
    for (size_t i = 0; i < file->size; i += strlen(end))
        if (file->bytes[i] == '\n' && (i == 0 || file->bytes[i - 1] != '\r'))
            replace(file, i, 1, end, strlen(end));
}

static void find_row(const struct file *file, size_t *at, size_t *length)
{
    size_t i = file->size > 0 ? draw((uint32_t)file->size) : 0;
    while (i > 0 && file->bytes[i - 1] != '\n')
        i--;
    *at = i;
    while (i < file->size && file->bytes[i++] != '\n')
        continue;
    *length = i - *at;
}

/* A row again, somewhere else; or a row less. */
static void change_rows(struct file *file)
{
    static uint8_t row[1 << 12];
    size_t at, length;
    find_row(file, &at, &length);
    if (draw(3) == 0) {
        replace(file, at, length, "", 0);
        return;
    }
    length = length < sizeof row ? length : sizeof row;
    memcpy(row, file->bytes + at, length);
    for (uint32_t copies = draw(8) ? 1 : draw(200); copies > 0; copies--)
        replace(file, at, 0, row, length);
}

/* A column more in the header and in each row behind it. */
static void add_column(struct file *file)
{
    for (size_t i = 0; i < file->size; i++) {
        struct piece piece = {",", 1};
        uint32_t fact;
        lg_unit unit;
        if (file->bytes[i] != '\n')
            continue;
        if (memchr(file->bytes, '\n', i) == NULL)
            put_name(&piece);
        else if (draw(4) > 0 && find_fact(file, draw(8), &fact, &unit) == LG_OK)
            put_value(&piece, fact, unit);
        replace(file, i, 0, piece.bytes, piece.length);
        i += piece.length;
    }
}

static void change_encoding(struct file *file)
{
    static const char MARKS[][4] = {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF", "PK\x03", "{\"a", "\xC3\xAF\xC2"};
    const char *mark = MARKS[draw((uint32_t)COUNT(MARKS))];
    replace(file, 0, 0, mark, strnlen(mark, 3));
}

size_t csv_mutate(uint8_t *bytes, size_t size, size_t most, uint32_t seed)
{
    static void (*const CHANGES[])(struct file *) = {change_cell, change_cell,   change_cell,      change_cell,
                                                     change_rows, insert_oddity, quote_cell,       add_column,
                                                     change_rows, change_cell,   change_line_ends, change_encoding};
    static const char FIRST[] = "\0\0\0\0id,srdi_title,revenue_y1_yuan,province_rank\n1,1,138000000.00,2\n";
    state = seed;
    if (size <= OPTION_BYTES || most < sizeof FIRST) {
        size = most < sizeof FIRST - 1 ? most : sizeof FIRST - 1;
        memcpy(bytes, FIRST, size);
        return size;
    }
    struct file file = {bytes + OPTION_BYTES, size - OPTION_BYTES, most - OPTION_BYTES};
    if (draw(8) == 0)
        bytes[draw(OPTION_BYTES)] = (uint8_t)draw(256);
    for (uint32_t changes = 1 + draw(4); changes > 0; changes--)
        CHANGES[draw((uint32_t)COUNT(CHANGES))](&file);
    return file.size + OPTION_BYTES;
}

/* libFuzzer asks here; half of the time its own changes are made instead. */
size_t LLVMFuzzerMutate(uint8_t *bytes, size_t size, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t most, unsigned seed);
#ifdef FUZZ_LIBFUZZER
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t most, unsigned seed)
{
    return seed % 2 ? LLVMFuzzerMutate(bytes, size, most) : csv_mutate(bytes, size, most, seed);
}
#endif
