/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Receipts through verify: one that screen has written, changed in a few places, or any bytes. The first byte chooses
 * the options, and each change is a place, a length and a text. A slash becomes an underscore, so that nothing outside
 * the program's folder is read.
 */
#include "program.h"

enum { RECEIPT_MOST = 8192 };

static const char FIRMS[] =
    "id,name,srdi_title,revenue_y1_wan,province_rank\n1,\"Seven Stars, Ltd\",1,13800,2\n2,x,9,,\n";

/* What screen writes for these firms. */
static char receipt[RECEIPT_MOST], output[RECEIPT_MOST];
static size_t receipt_size, output_size;

static size_t read_whole(const char *name, char *bytes)
{
    FILE *file = fopen(name, "rb");
    REQUIRE(file != NULL);
    size_t size = fread(bytes, 1, RECEIPT_MOST, file);
    REQUIRE(size > 0 && size < RECEIPT_MOST);
    fclose(file);
    return size;
}

static void screen_once(void)
{
    char *words[] = {(char[]){"screen"}, (char[]){"--rules"}, (char[]){"cn.little-giant.2020-reported"},
                     (char[]){"-o"},     (char[]){"out.csv"}, (char[]){"firms.csv"}};
    struct run run;
    program_write("firms.csv", FIRMS, sizeof FIRMS - 1);
    program_run(&run, COUNT(words), words, "firms.csv");
    REQUIRE(run.status == 1); /* one of the firms is in error */
    program_forget(&run);
    output_size = read_whole("out.csv", output);
    receipt_size = read_whole("out.csv.receipt", receipt);
}

static size_t replace(char *text, size_t size, input *in)
{
    size_t at = take_u32(in) % (size + 1), length = take_byte(in) % 32, new_length;
    char *new_text = take_text(in, &new_length);
    length = length < size - at ? length : size - at;
    if (size - length + new_length <= RECEIPT_MOST) {
        memmove(text + at + new_length, text + at + length, size - at - length);
        memcpy(text + at, new_text, new_length);
        size = size - length + new_length;
    }
    free(new_text);
    return size;
}

static void write_receipt(input *in)
{
    char text[RECEIPT_MOST];
    size_t size = receipt_size;
    memcpy(text, receipt, size);
    if (take_chance(in, 8)) {
        size = in->left < RECEIPT_MOST ? in->left : RECEIPT_MOST;
        if (size > 0)
            memcpy(text, in->at, size);
    } else
        while (in->left > 0)
            size = replace(text, size, in);
    for (size_t i = 0; i < size; i++)
        text[i] = text[i] == '/' ? '_' : text[i];
    program_write("out.csv.receipt", text, size);
}

/* What is as it was is verified; nothing of a receipt reaches the terminal raw. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char verify[] = "verify", name[] = "out.csv.receipt", rerun[] = "--rerun", firms[] = "firms.csv";
    char *words[4] = {verify, name};
    int count = 2;
    input in = {bytes, size};
    struct run run;
    if (receipt_size == 0)
        screen_once();
    uint8_t options = take_byte(&in);
    if (options & 1)
        words[count++] = rerun;
    if (options & 2)
        words[count++] = firms;
    program_write("firms.csv", FIRMS, sizeof FIRMS - 1);
    program_write("out.csv", output, output_size);
    write_receipt(&in);
    program_run(&run, count, words, "firms.csv");
    expect_good_manners(&run);
    REQUIRE(is_clean_text(run.out.bytes, run.out.length));
    REQUIRE(size > 1 || run.status == 0);
    program_forget(&run);
    program_clean_up();
    return 0;
}
