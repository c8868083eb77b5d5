/* SPDX-License-Identifier: Apache-2.0 */
#include "bytes.h"

#include <stdio.h>

static unsigned char buffer[1 << 16];
static uint64_t count;
static int failed;

static void flush(void)
{
    size_t held = (size_t)(count % sizeof buffer);
    if (held == 0)
        held = sizeof buffer;
    failed |= fwrite(buffer, 1, held, stdout) != held;
}

void bytes_8(uint32_t number)
{
    buffer[count % sizeof buffer] = (unsigned char)(number & 0xFF);
    if (++count % sizeof buffer == 0)
        flush();
}

void bytes_32(uint32_t number)
{
    for (int shift = 0; shift < 32; shift += 8)
        bytes_8(number >> shift);
}

void bytes_64(uint64_t number)
{
    bytes_32((uint32_t)number);
    bytes_32((uint32_t)(number >> 32));
}

void bytes_text(const char *text, uint64_t length)
{
    bytes_64(length);
    while (length-- > 0)
        bytes_8((unsigned char)*text++);
}

static void bytes_fraction(const lg_fraction *fraction)
{
    bytes_64(fraction->numerator.low);
    bytes_64((uint64_t)fraction->numerator.high);
    bytes_64(fraction->denominator.low);
    bytes_64((uint64_t)fraction->denominator.high);
}

void bytes_finding(const lg_finding *finding)
{
    bytes_32(finding->criterion);
    bytes_32((uint32_t)finding->verdict);
    bytes_32((uint32_t)finding->reason);
    bytes_32(finding->lever);
    bytes_fraction(&finding->observed);
    bytes_fraction(&finding->required);
    bytes_fraction(&finding->required_high);
    bytes_fraction(&finding->margin);
    bytes_64((uint64_t)finding->lever_change);
    bytes_64((uint64_t)finding->points_low);
    bytes_64((uint64_t)finding->points_high);
}

int bytes_finish(void)
{
    if (count % sizeof buffer != 0)
        flush();
    return !failed && fflush(stdout) == 0;
}

uint64_t bytes_count(void) { return count; }
