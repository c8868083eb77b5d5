/* SPDX-License-Identifier: Apache-2.0 */
/* Prints size and offset of everything that a binding would have to know of the public structs. */
#include <littlegiant/arrow.h>
#include <littlegiant/littlegiant.h>

#include <stddef.h>
#include <stdio.h>

#define SIZE(type) printf("%s %d\n", #type, (int)sizeof(type))
#define MEMBER(type, member)                                                                                           \
    printf("%s.%s %d %d\n", #type, #member, (int)offsetof(type, member), (int)sizeof(((type *)0)->member))

static void print_numbers(void)
{
    SIZE(lg_int128);
    MEMBER(lg_int128, low);
    MEMBER(lg_int128, high);
    SIZE(lg_fraction);
    MEMBER(lg_fraction, numerator);
    MEMBER(lg_fraction, denominator);
    SIZE(lg_unit_info);
    MEMBER(lg_unit_info, unit);
    MEMBER(lg_unit_info, canonical);
    MEMBER(lg_unit_info, factor);
    MEMBER(lg_unit_info, name);
    MEMBER(lg_unit_info, suffix);
}

static void print_fact(void)
{
    SIZE(lg_fact);
    MEMBER(lg_fact, id);
    MEMBER(lg_fact, offset);
    MEMBER(lg_fact, name);
    MEMBER(lg_fact, column);
    MEMBER(lg_fact, unit);
    MEMBER(lg_fact, kind);
    MEMBER(lg_fact, minimum);
    MEMBER(lg_fact, maximum);
    MEMBER(lg_fact, definition);
    MEMBER(lg_fact, evidence);
    MEMBER(lg_fact, source);
}

/* The facts by reflection: check_facts compares it with the members. */
static void print_profile(void)
{
    const lg_fact *fact;
    SIZE(lg_profile);
    MEMBER(lg_profile, struct_size);
    MEMBER(lg_profile, reserved);
    MEMBER(lg_profile, known);
    for (uint32_t i = 0; (fact = lg_fact_describe(i)) != NULL; i++)
        printf("lg_profile.%s %d %d\n", fact->column, (int)fact->offset, (int)sizeof(int64_t));
    SIZE(lg_default);
    MEMBER(lg_default, fact);
    MEMBER(lg_default, reserved);
    MEMBER(lg_default, value);
    SIZE(lg_issue);
    MEMBER(lg_issue, severity);
    MEMBER(lg_issue, fact);
    MEMBER(lg_issue, other);
    MEMBER(lg_issue, code);
    MEMBER(lg_issue, text);
}

static void print_rules(void)
{
    SIZE(lg_ruleset_info);
    MEMBER(lg_ruleset_info, id);
    MEMBER(lg_ruleset_info, programme);
    MEMBER(lg_ruleset_info, level);
    MEMBER(lg_ruleset_info, application);
    MEMBER(lg_ruleset_info, in_force_from);
    MEMBER(lg_ruleset_info, in_force_to);
    MEMBER(lg_ruleset_info, compared_on);
    MEMBER(lg_ruleset_info, grade);
    MEMBER(lg_ruleset_info, criterion_count);
    MEMBER(lg_ruleset_info, alternative);
    MEMBER(lg_ruleset_info, issuer);
    MEMBER(lg_ruleset_info, document);
    SIZE(lg_criterion);
    MEMBER(lg_criterion, id);
    MEMBER(lg_criterion, citation);
    MEMBER(lg_criterion, depth);
    MEMBER(lg_criterion, kind);
    MEMBER(lg_criterion, op);
    MEMBER(lg_criterion, unit);
    MEMBER(lg_criterion, grade);
    MEMBER(lg_criterion, fact_count);
    MEMBER(lg_criterion, facts);
    MEMBER(lg_criterion, bound);
    MEMBER(lg_criterion, bound_high);
    MEMBER(lg_criterion, bound_denominator);
    MEMBER(lg_criterion, points);
    MEMBER(lg_criterion, points_floor);
    MEMBER(lg_criterion, total);
    MEMBER(lg_criterion, reserved);
}

static void print_findings(void)
{
    SIZE(lg_finding);
    MEMBER(lg_finding, criterion);
    MEMBER(lg_finding, verdict);
    MEMBER(lg_finding, reason);
    MEMBER(lg_finding, lever);
    MEMBER(lg_finding, observed);
    MEMBER(lg_finding, required);
    MEMBER(lg_finding, required_high);
    MEMBER(lg_finding, margin);
    MEMBER(lg_finding, lever_change);
    MEMBER(lg_finding, points_low);
    MEMBER(lg_finding, points_high);
    SIZE(lg_missing_fact);
    MEMBER(lg_missing_fact, fact);
    MEMBER(lg_missing_fact, settles);
}

static void print_ways(void)
{
    SIZE(lg_step);
    MEMBER(lg_step, criterion);
    MEMBER(lg_step, verdict);
    MEMBER(lg_step, reason);
    MEMBER(lg_step, lever);
    MEMBER(lg_step, change);
    SIZE(lg_cause);
    MEMBER(lg_cause, side);
    MEMBER(lg_cause, criterion);
    MEMBER(lg_cause, verdict);
    MEMBER(lg_cause, other);
    MEMBER(lg_cause, other_verdict);
    MEMBER(lg_cause, reserved);
    SIZE(lg_rung);
    MEMBER(lg_rung, rules);
    MEMBER(lg_rung, level);
    MEMBER(lg_rung, verdict);
    MEMBER(lg_rung, not_met);
    MEMBER(lg_rung, unknown);
}

static void print_awards(void)
{
    SIZE(lg_region);
    MEMBER(lg_region, code);
    MEMBER(lg_region, reserved);
    MEMBER(lg_region, name);
    MEMBER(lg_region, name_zh);
    SIZE(lg_award);
    MEMBER(lg_award, id);
    MEMBER(lg_award, document);
    MEMBER(lg_award, source);
    MEMBER(lg_award, region);
    MEMBER(lg_award, title);
    MEMBER(lg_award, paid_from);
    MEMBER(lg_award, paid_to);
    MEMBER(lg_award, grade);
    MEMBER(lg_award, years);
    MEMBER(lg_award, amount_low);
    MEMBER(lg_award, amount_high);
    MEMBER(lg_award, cumulative);
    MEMBER(lg_award, selective);
    SIZE(lg_batch);
    MEMBER(lg_batch, rules);
    MEMBER(lg_batch, source);
    MEMBER(lg_batch, number);
    MEMBER(lg_batch, announced);
    MEMBER(lg_batch, published);
    MEMBER(lg_batch, confirmed);
    MEMBER(lg_batch, grade);
    MEMBER(lg_batch, reserved);
}

static void print_columns(void)
{
    SIZE(lg_column);
    MEMBER(lg_column, values);
    MEMBER(lg_column, validity);
    MEMBER(lg_column, offset);
    MEMBER(lg_column, fact);
    MEMBER(lg_column, type);
    MEMBER(lg_column, unit);
    MEMBER(lg_column, scale);
    SIZE(lg_criterion_results);
    MEMBER(lg_criterion_results, verdicts);
    MEMBER(lg_criterion_results, reasons);
    MEMBER(lg_criterion_results, low_bits);
    MEMBER(lg_criterion_results, high_bits);
    MEMBER(lg_criterion_results, points_low);
    MEMBER(lg_criterion_results, points_high);
    SIZE(lg_row_error);
    MEMBER(lg_row_error, row);
    MEMBER(lg_row_error, column);
    MEMBER(lg_row_error, status);
    SIZE(lg_results);
    MEMBER(lg_results, struct_size);
    MEMBER(lg_results, reserved);
    MEMBER(lg_results, verdicts);
    MEMBER(lg_results, statuses);
    MEMBER(lg_results, criteria);
    MEMBER(lg_results, criterion_count);
    MEMBER(lg_results, error_capacity);
    MEMBER(lg_results, errors);
    MEMBER(lg_results, missing);
    MEMBER(lg_results, assumed);
}

/* Those of Arrow are as its specification gives them, and the other side of the interface counts on it. */
static void print_arrow(void)
{
    SIZE(lg_arrow_options);
    MEMBER(lg_arrow_options, struct_size);
    MEMBER(lg_arrow_options, contents);
    MEMBER(lg_arrow_options, defaults);
    MEMBER(lg_arrow_options, default_count);
    MEMBER(lg_arrow_options, reserved);
    SIZE(struct ArrowSchema);
    MEMBER(struct ArrowSchema, format);
    MEMBER(struct ArrowSchema, name);
    MEMBER(struct ArrowSchema, metadata);
    MEMBER(struct ArrowSchema, flags);
    MEMBER(struct ArrowSchema, n_children);
    MEMBER(struct ArrowSchema, children);
    MEMBER(struct ArrowSchema, dictionary);
    MEMBER(struct ArrowSchema, release);
    MEMBER(struct ArrowSchema, private_data);
    SIZE(struct ArrowArray);
    MEMBER(struct ArrowArray, length);
    MEMBER(struct ArrowArray, null_count);
    MEMBER(struct ArrowArray, offset);
    MEMBER(struct ArrowArray, n_buffers);
    MEMBER(struct ArrowArray, n_children);
    MEMBER(struct ArrowArray, buffers);
    MEMBER(struct ArrowArray, children);
    MEMBER(struct ArrowArray, dictionary);
    MEMBER(struct ArrowArray, release);
    MEMBER(struct ArrowArray, private_data);
    SIZE(struct ArrowArrayStream);
    MEMBER(struct ArrowArrayStream, get_schema);
    MEMBER(struct ArrowArrayStream, get_next);
    MEMBER(struct ArrowArrayStream, get_last_error);
    MEMBER(struct ArrowArrayStream, release);
    MEMBER(struct ArrowArrayStream, private_data);
}

int main(void)
{
    print_numbers();
    print_fact();
    print_profile();
    print_rules();
    print_findings();
    print_ways();
    print_awards();
    print_columns();
    print_arrow();
    return 0;
}
