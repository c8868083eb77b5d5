/* SPDX-License-Identifier: Apache-2.0 */
/* assess --format json: one array with an object per enterprise, everything the library found. */
#include "writers.h"

#include <stdlib.h>

#include "factset.h"
#include "json.h"
#include "wording.h"

struct json_writer {
    const struct judge *judge;
    lg_language language;
    uint64_t written;
};

static void *begin_json(const struct judge *judge, lg_language language, struct text *text)
{
    struct json_writer *writer = memory_get(1, sizeof *writer);

    writer->judge = judge;
    writer->language = language;
    text_add_string(text, "[");
    return writer;
}

/* ---------------------------------------------------------------------------- findings */

static json_t *reason_of(const lg_finding *finding)
{
    return finding->reason == LG_REASON_NONE ? json_null() : json_text(lg_reason_name(finding->reason));
}

static json_t *lever_of(const lg_finding *finding)
{
    json_t *lever;

    if (finding->lever == LG_FACT_NONE)
        return json_null();
    lever = json_sure(json_object());
    json_put(lever, "fact", json_text(lg_fact_describe(finding->lever)->name));
    json_put(lever, "change", json_integer(finding->lever_change));
    return lever;
}

static json_t *points_of(const lg_finding *finding)
{
    json_t *points = json_sure(json_object());

    json_put(points, "low", json_integer(finding->points_low));
    json_put(points, "high", json_integer(finding->points_high));
    return points;
}

static json_t *explanation_of(const struct json_writer *writer, const lg_finding *finding)
{
    struct text text = {0};
    json_t *value;

    wording_add_criterion(&text, writer->judge->rules, finding->criterion, writer->judge->row.profile,
                          writer->language);
    value = json_text(text_string(&text));
    text_free(&text);
    return value;
}

static json_t *criterion_of(const struct json_writer *writer, const lg_finding *finding)
{
    const lg_ruleset *rules = writer->judge->rules;
    json_t *object = json_sure(json_object());

    json_put(object, "id", json_text(lg_ruleset_criterion(rules, finding->criterion)->id));
    json_put(object, "title", json_text(lg_criterion_title(rules, finding->criterion, writer->language)));
    json_put(object, "verdict", json_text(lg_verdict_name(finding->verdict)));
    json_put(object, "reason", reason_of(finding));
    json_put(object, "observed", json_fraction(&finding->observed));
    json_put(object, "required", json_fraction(&finding->required));
    json_put(object, "required_high", json_fraction(&finding->required_high));
    json_put(object, "margin", json_fraction(&finding->margin));
    json_put(object, "lever", lever_of(finding));
    json_put(object, "points", points_of(finding));
    json_put(object, "explanation", explanation_of(writer, finding));
    return object;
}

static json_t *criteria_of(const struct json_writer *writer)
{
    json_t *array = json_sure(json_array());
    uint32_t i;

    for (i = 0; i < writer->judge->row.finding_count; i++)
        json_append(array, criterion_of(writer, &writer->judge->row.findings[i]));
    return array;
}

/* ------------------------------------------------------------------------------- facts */

static json_t *missing_of(const struct row *row)
{
    json_t *array = json_sure(json_array());
    uint32_t i;

    for (i = 0; i < row->missing_count; i++) {
        json_t *object = json_sure(json_object());
        json_put(object, "fact", json_text(lg_fact_describe(row->missing[i].fact)->name));
        json_put(object, "settles", json_boolean(row->missing[i].settles));
        json_append(array, object);
    }
    return array;
}

static json_t *assumed_of(const struct row *row)
{
    json_t *array = json_sure(json_array());
    uint32_t fact;

    for (fact = 0; fact < lg_fact_count(); fact++) {
        json_t *object;
        int64_t value;

        if (!factset_has(row->filled, fact))
            continue;
        object = json_sure(json_object());
        lg_profile_get(row->profile, fact, &value, NULL);
        json_put(object, "fact", json_text(lg_fact_describe(fact)->name));
        json_put(object, "value", json_integer(value));
        json_put(object, "matters", json_boolean(factset_has(row->assumed, fact)));
        json_append(array, object);
    }
    return array;
}

static json_t *assessment_of(const struct json_writer *writer)
{
    struct text text = {0};
    json_t *value;

    wording_add_assessment(&text, writer->judge->rules, writer->judge->row.profile, writer->language);
    value = json_text(text_string(&text));
    text_free(&text);
    return value;
}

/* ------------------------------------------------------------------------------- route */

static json_t *step_of(const struct judge *judge, const lg_step *step)
{
    json_t *object = json_sure(json_object());

    json_put(object, "criterion", json_text(lg_ruleset_criterion(judge->rules, step->criterion)->id));
    json_put(object, "verdict", json_text(lg_verdict_name(step->verdict)));
    json_put(object, "reason", step->reason == LG_REASON_NONE ? json_null() : json_text(lg_reason_name(step->reason)));
    json_put(object, "lever",
             step->lever == LG_FACT_NONE ? json_null() : json_text(lg_fact_describe(step->lever)->name));
    json_put(object, "change", json_integer(step->change));
    return object;
}

/* The shortest way to the title; no step takes more than one row of the rule set. */
static json_t *route_of(const struct judge *judge)
{
    lg_step *steps = memory_get(judge->about->criterion_count, sizeof *steps);
    json_t *array = json_sure(json_array());
    uint32_t count = 0;
    uint32_t i;

    lg_route(judge->rules, judge->row.profile, steps, judge->about->criterion_count, &count);
    for (i = 0; i < count; i++)
        json_append(array, step_of(judge, &steps[i]));
    free(steps);
    return array;
}

/* -------------------------------------------------------------------------------- rows */

static json_t *labels_of(const struct judge *judge)
{
    json_t *object = json_sure(json_object());
    size_t i;

    for (i = 0; i < judge->header->label_count; i++)
        json_put(object, header_label_name(judge->header, i), json_bytes(judge_label(judge, i)));
    return object;
}

static void put_judgement(const struct json_writer *writer, json_t *object)
{
    const struct row *row = &writer->judge->row;

    json_put(object, "reason", reason_of(row->findings));
    json_put(object, "criteria", criteria_of(writer));
    json_put(object, "missing", missing_of(row));
    json_put(object, "assumed", assumed_of(row));
    json_put(object, "route", route_of(writer->judge));
    json_put(object, "warnings", json_lines(&row->remarks.warnings));
    json_put(object, "explanation", assessment_of(writer));
}

static void row_json(void *state, struct text *text)
{
    struct json_writer *writer = state;
    const struct judge *judge = writer->judge;
    json_t *object = json_sure(json_object());

    json_put(object, "line", json_integer((json_int_t)judge->row.line));
    json_put(object, "labels", labels_of(judge));
    json_put(object, "rules", json_text(judge->about->id));
    json_put(object, "verdict", json_text(judge->row.remarks.in_error ? "error" : lg_verdict_name(judge->row.verdict)));
    if (judge->row.remarks.in_error)
        json_put(object, "errors", json_lines(&judge->row.remarks.errors));
    else
        put_judgement(writer, object);
    text_add_string(text, writer->written++ > 0 ? ",\n" : "\n");
    json_add(text, object, JSON_LAYOUT);
}

static void end_json(void *state, struct text *text)
{
    text_add_string(text, "\n]\n");
    free(state);
}

const struct writer WRITER_JSON = {"json", begin_json, row_json, end_json};
