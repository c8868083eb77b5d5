/* SPDX-License-Identifier: Apache-2.0 */
/* Prints the words of the library as a dictionary for libFuzzer and AFL++: names of columns, labels, rule sets, levels
 * and languages, from reflection, so that no list of them has to be kept. */
#include <littlegiant/littlegiant.h>

#include <stdio.h>

static void print_columns(uint32_t fact)
{
    const lg_fact *info = lg_fact_describe(fact);
    const lg_unit_info *unit;
    for (lg_unit i = 1; (unit = lg_unit_describe(i)) != NULL; i++)
        if (unit->canonical == info->unit)
            printf("\"%s%s\"\n", info->name, unit->suffix);
}

static void print_all(const char *(*word)(int32_t))
{
    for (int32_t i = 0; word(i); i++)
        printf("\"%s\"\n", word(i));
}

int main(void)
{
    for (uint32_t fact = 0; fact < lg_fact_count(); fact++)
        print_columns(fact);
    for (uint32_t i = 0; lg_ruleset_at(i); i++)
        printf("\"%s\"\n", lg_ruleset_describe(lg_ruleset_at(i))->id);
    for (uint32_t i = 0; lg_label_name(i); i++)
        printf("\"%s\"\n", lg_label_name(i));
    for (uint32_t i = 0; lg_default_group_name(i); i++)
        printf("\"%s\"\n", lg_default_group_name(i));
    print_all(lg_language_name);
    print_all(lg_level_name);
    return 0;
}
