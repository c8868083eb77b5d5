/* SPDX-License-Identifier: Apache-2.0 */
/* Findings and assessments in words, from the catalogue in texts.c. */
#include <string.h>

#include "internal.h"

/* What stands in place of a placeholder. */
typedef enum argument_kind { TEXT, AMOUNT, BOUND, OBSERVED, REQUIREMENT, UNKNOWN_FACTS, CITATION } argument_kind;
typedef struct argument {
    argument_kind kind;
    const char *text;
    int64_t amount; /* AMOUNT in `unit`, or the numerator of a BOUND of `row` */
    lg_unit unit;
    const lg_criterion *row;
    const lg_finding *finding;
    const lg__view *view;
} argument;

/* Titles of the unknown facts that a leaf reads. */
static void put_unknown_facts(lg__writer *writer, const lg_criterion *row, const lg__view *view)
{
    const char *before = "";
    for (uint32_t i = 0; i < row->fact_count; i++) {
        if (lg__fact_known(view, row->facts[i]))
            continue;
        lg__put(writer, before);
        lg__put(writer, lg_fact_title(row->facts[i], writer->language));
        before = lg__phrase_text(LG__PHRASE_LIST_COMMA, writer->language);
    }
}

/* Writes the word and the number behind it, and returns what is left. */
static const char *put_citation_word(lg__writer *writer, const lg__citation_word *word, const char *text)
{
    lg__put(writer, lg__text_in(&word->text, writer->language));
    for (text += strlen(word->word); *text >= '0' && *text <= '9'; text++)
        lg__put_bytes(writer, text, 1);
    lg__put(writer, lg__text_in(&word->after, writer->language));
    return text;
}

/* A citation with its words in the language; document numbers and names of items stay as they are. */
static void put_citation_text(lg__writer *writer, const char *text)
{
    int at_word = 1;
    while (*text) {
        const lg__citation_word *word = at_word ? lg__citation_word_at(text) : NULL;
        if (word) {
            text = put_citation_word(writer, word, text);
            at_word = 0;
        } else {
            at_word = *text == ' ';
            lg__put_bytes(writer, text++, 1);
        }
    }
}

static void put_requirement(lg__writer *writer, const lg_criterion *row);

static void put_argument(lg__writer *writer, const argument *a)
{
    switch (a->kind) {
    case TEXT:
        lg__put(writer, a->text);
        break;
    case AMOUNT:
        lg__put_amount(writer, a->amount, a->unit);
        break;
    case BOUND:
        lg__put_bound(writer, a->row, a->amount);
        break;
    case OBSERVED:
        lg__put_observed(writer, a->row, a->finding);
        break;
    case REQUIREMENT:
        put_requirement(writer, a->row);
        break;
    case UNKNOWN_FACTS:
        put_unknown_facts(writer, a->row, a->view);
        break;
    default: /* CITATION */
        put_citation_text(writer, a->text);
        break;
    }
}

/* A phrase of the catalogue with {0} and so on replaced; it has no other braces. */
static void put_phrase(lg__writer *writer, lg__phrase phrase, const argument *arguments)
{
    for (const char *p = lg__phrase_text(phrase, writer->language); *p; p++) {
        if (p[0] == '{') {
            put_argument(writer, &arguments[p[1] - '0']);
            p += 2;
        } else {
            lg__put_bytes(writer, p, 1);
        }
    }
}

static argument text_argument(const char *text)
{
    argument a = {.kind = TEXT, .text = text};
    return a;
}

static void put_phrase1(lg__writer *writer, lg__phrase phrase, const char *text)
{
    argument a = text_argument(text);
    put_phrase(writer, phrase, &a);
}

/* ------------------------------------------------------------------------- requirement */

static const lg__phrase OPERATOR_PHRASES[] = {
    [LG_OP_GE] = LG__PHRASE_GE,           [LG_OP_GT] = LG__PHRASE_GT, [LG_OP_LE] = LG__PHRASE_LE,
    [LG_OP_LT] = LG__PHRASE_LT,           [LG_OP_EQ] = LG__PHRASE_EQ, [LG_OP_BETWEEN] = LG__PHRASE_BETWEEN,
    [LG_OP_FROM_TO] = LG__PHRASE_FROM_TO,
};

static int has_requirement(const lg_criterion *row) { return row->op != LG_OP_NONE; }

static void put_requirement(lg__writer *writer, const lg_criterion *row)
{
    argument bounds[2] = {{.kind = BOUND, .row = row, .amount = row->bound},
                          {.kind = BOUND, .row = row, .amount = row->bound_high}};
    if (!has_requirement(row))
        return;
    put_phrase(writer, row->kind == LG_KIND_AT_LEAST ? LG__PHRASE_AT_LEAST : OPERATOR_PHRASES[row->op], bounds);
}

/* Opens a text about a row, whoever is judged by it. */
static lg_status open_row(lg__writer *writer, const lg_ruleset *rules, uint32_t criterion, lg_language language,
                          char *text, uint64_t capacity, uint64_t *needed)
{
    lg_status status = lg__writer_open(writer, language, text, capacity, needed);
    if (status != LG_OK)
        return status;
    if (!rules)
        return LG_E_RULES;
    return lg_ruleset_criterion(rules, criterion) ? LG_OK : LG_E_CRITERION;
}

lg_status lg_criterion_requirement(const lg_ruleset *rules, uint32_t criterion, lg_language language, char *text,
                                   uint64_t capacity, uint64_t *needed)
{
    lg__writer writer;
    lg_status status = open_row(&writer, rules, criterion, language, text, capacity, needed);
    if (status != LG_OK)
        return status;
    put_requirement(&writer, lg_ruleset_criterion(rules, criterion));
    return lg__writer_close(&writer, needed);
}

lg_status lg_criterion_source(const lg_ruleset *rules, uint32_t criterion, lg_language language, char *text,
                              uint64_t capacity, uint64_t *needed)
{
    lg__writer writer;
    lg_status status = open_row(&writer, rules, criterion, language, text, capacity, needed);
    if (status != LG_OK)
        return status;
    put_citation_text(&writer, lg_ruleset_criterion(rules, criterion)->citation);
    return lg__writer_close(&writer, needed);
}

lg_status lg_criterion_measured(const lg_ruleset *rules, uint32_t criterion, const lg_profile *profile,
                                lg_language language, char *text, uint64_t capacity, uint64_t *needed)
{
    lg__writer writer;
    lg_finding finding;
    lg_status status = lg__writer_open(&writer, language, text, capacity, needed);
    if (status == LG_OK)
        status = lg_evaluate_criterion(rules, criterion, profile, &finding);
    if (status != LG_OK)
        return status;
    lg__put_observed(&writer, lg_ruleset_criterion(rules, criterion), &finding);
    return lg__writer_close(&writer, needed);
}

/* ----------------------------------------------------------------------------- findings */

/* Separator between the parts of a finding's paragraph. */
static void put_separator(lg__writer *writer, int *parts)
{
    const char *colon = writer->language == LG_CHINESE ? "：" : ": ";
    const char *semicolon = writer->language == LG_CHINESE ? "；" : "; ";
    lg__put(writer, (*parts)++ ? semicolon : colon);
}

static void put_measured(lg__writer *writer, const lg_criterion *row, const lg_finding *finding, int *parts)
{
    argument value = {.kind = OBSERVED, .row = row, .finding = finding};
    if (row->kind == LG_KIND_FLAG || lg__i128_sign(lg__i128_load(finding->observed.denominator)) == 0)
        return;
    put_separator(writer, parts);
    put_phrase(writer, LG__PHRASE_MEASURED, &value);
}

static void put_required(lg__writer *writer, const lg_criterion *row, int *parts)
{
    argument requirement = {.kind = REQUIREMENT, .row = row};
    if (row->kind == LG_KIND_FLAG || !has_requirement(row))
        return;
    put_separator(writer, parts);
    put_phrase(writer, LG__PHRASE_REQUIRED, &requirement);
}

/* By how much a fact must move. */
static void put_move(lg__writer *writer, uint32_t fact, int64_t change, int *parts)
{
    const lg_fact *lever = lg_fact_describe(fact);
    if (change == 0)
        return;
    argument arguments[2] = {{.kind = AMOUNT, .amount = change < 0 ? -change : change, .unit = lever->unit},
                             text_argument(lg_fact_title(fact, writer->language))};
    put_separator(writer, parts);
    put_phrase(writer, change > 0 ? LG__PHRASE_RAISE : LG__PHRASE_LOWER, arguments);
}

/* What would meet it. Of a flag, as with the measured and the required value, the title says it all; a
 * guard is no demand. */
static void put_distance(lg__writer *writer, const lg_ruleset *rules, const lg_finding *finding, int *parts)
{
    if (rules->rows[finding->criterion].criterion.kind != LG_KIND_FLAG && !lg__is_guard(rules, finding->criterion))
        put_move(writer, finding->lever, finding->lever_change, parts);
}

static void put_points(lg__writer *writer, const lg_finding *finding, int *parts)
{
    argument points[2] = {{.kind = AMOUNT, .amount = finding->points_low, .unit = LG_UNIT_CP},
                          {.kind = AMOUNT, .amount = finding->points_high, .unit = LG_UNIT_CP}};
    int settled = finding->points_low == finding->points_high;
    put_separator(writer, parts);
    put_phrase(writer, settled ? LG__PHRASE_POINTS : LG__PHRASE_POINTS_OPEN, points);
}

static void put_reason(lg__writer *writer, const lg_criterion *row, const lg_finding *finding, const lg__view *view,
                       int *parts)
{
    argument facts = {.kind = UNKNOWN_FACTS, .row = row, .view = view};
    if (finding->reason == LG_REASON_NONE)
        return;
    put_separator(writer, parts);
    if (finding->reason == LG_REASON_UNDEFINED || !lg__kind_is_leaf(row->kind))
        lg__put(writer, lg_reason_text(finding->reason, writer->language));
    else
        put_phrase(writer, finding->reason == LG_REASON_JUDGEMENT ? LG__PHRASE_JUDGE : LG__PHRASE_MISSING, &facts);
}

static void put_citation(lg__writer *writer, const lg_criterion *row)
{
    argument arguments[2] = {{.kind = CITATION, .text = row->citation},
                             text_argument(lg_grade_text(row->grade, writer->language))};
    lg__put(writer, writer->language == LG_CHINESE ? "（" : " (");
    put_phrase(writer, LG__PHRASE_CITATION, arguments);
    lg__put(writer, writer->language == LG_CHINESE ? "）" : ")");
}

static int shows_points(const lg_criterion *row) { return lg__kind_gives_points(row->kind) || row->points > 0; }

static void put_finding(lg__writer *writer, const lg_ruleset *rules, const lg_finding *finding, const lg__view *view)
{
    const lg__row *row = &rules->rows[finding->criterion];
    int parts = 0;
    lg__put(writer, "[");
    lg__put(writer, lg_verdict_text(finding->verdict, writer->language));
    lg__put(writer, "] ");
    lg__put(writer, lg__text_in(&row->title, writer->language));
    put_measured(writer, &row->criterion, finding, &parts);
    put_required(writer, &row->criterion, &parts);
    put_distance(writer, rules, finding, &parts);
    if (shows_points(&row->criterion))
        put_points(writer, finding, &parts);
    put_reason(writer, &row->criterion, finding, view, &parts);
    if (lg__kind_is_leaf(row->criterion.kind))
        put_citation(writer, &row->criterion);
}

lg_status lg_explain_criterion(const lg_ruleset *rules, uint32_t criterion, const lg_profile *profile,
                               lg_language language, char *text, uint64_t capacity, uint64_t *needed)
{
    lg__writer writer;
    lg__view view;
    lg_finding finding;
    lg_status status = lg__writer_open(&writer, language, text, capacity, needed);
    if (status == LG_OK)
        status = lg_evaluate_criterion(rules, criterion, profile, &finding);
    if (status == LG_OK)
        status = lg__view_open(profile, &view);
    if (status != LG_OK)
        return status;
    put_finding(&writer, rules, &finding, &view);
    return lg__writer_close(&writer, needed);
}

/* --------------------------------------------------------------------------- assessment */

static void put_head(lg__writer *writer, const lg_ruleset *rules, lg_verdict verdict)
{
    argument head[3] = {text_argument(lg_ruleset_title(rules, writer->language)), text_argument(rules->info.id),
                        text_argument(rules->info.document)};
    put_phrase(writer, LG__PHRASE_RULE_SET, head);
    lg__put(writer, "\n");
    put_phrase1(writer, LG__PHRASE_OVERALL, lg_verdict_text(verdict, writer->language));
    lg__put(writer, "\n");
}

static void put_caveat(lg__writer *writer, const lg__text *caveat, uint32_t depth)
{
    const char *text = lg__text_in(caveat, writer->language);
    if (!*text)
        return;
    for (uint32_t i = 0; i < depth; i++)
        lg__put(writer, "  ");
    put_phrase1(writer, LG__PHRASE_CAVEAT, text);
    lg__put(writer, "\n");
}

/* Below a WHEN that does not apply only the guard is told, as the reason. */
static int is_silent(const lg_ruleset *rules, const lg_finding *findings, uint32_t i)
{
    uint32_t child = i, parent;
    while ((parent = lg_criterion_parent(rules, child)) != LG_CRITERION_NONE) {
        if (rules->rows[parent].criterion.kind == LG_KIND_WHEN && findings[parent].verdict == LG_NOT_APPLICABLE)
            return i != parent + 1;
        child = parent;
    }
    return 0;
}

static void put_tree(lg__writer *writer, const lg_ruleset *rules, const lg_finding *findings, const lg__view *view)
{
    for (uint32_t i = 1; i < rules->info.criterion_count; i++) {
        if (is_silent(rules, findings, i))
            continue;
        for (uint32_t d = 0; d < rules->rows[i].criterion.depth; d++)
            lg__put(writer, "  ");
        put_finding(writer, rules, &findings[i], view);
        lg__put(writer, "\n");
        put_caveat(writer, &rules->rows[i].caveat, rules->rows[i].criterion.depth + 2);
    }
}

static void put_missing(lg__writer *writer, const lg_missing_fact *facts, uint32_t count, lg_verdict verdict)
{
    if (count == 0) {
        put_phrase1(writer, verdict == LG_UNKNOWN ? LG__PHRASE_UNSETTLED : LG__PHRASE_SETTLED, "");
        lg__put(writer, "\n");
        return;
    }
    put_phrase1(writer, LG__PHRASE_STILL_MISSING, "");
    lg__put(writer, "\n");
    for (uint32_t i = 0; i < count; i++) {
        const char *title = lg_fact_title(facts[i].fact, writer->language);
        lg__put(writer, "  - ");
        if (facts[i].settles)
            put_phrase1(writer, LG__PHRASE_SETTLES, title);
        else
            lg__put(writer, title);
        lg__put(writer, "\n");
    }
}

/* A step of a pass mark says how many points are short, any other step what must move or be shown. */
static void put_step(lg__writer *writer, const lg_ruleset *rules, const lg_step *step)
{
    const lg__row *row = &rules->rows[step->criterion];
    argument shown[2] = {text_argument(lg__text_in(&row->title, writer->language)),
                         text_argument(lg_reason_text(step->reason, writer->language))};
    argument short_of[2] = {shown[0], {.kind = AMOUNT, .amount = step->change, .unit = LG_UNIT_CP}};
    int parts = 0, is_score = row->criterion.kind == LG_KIND_PASS_MARK, open = step->verdict == LG_UNKNOWN;
    lg__put(writer, "  - ");
    put_phrase(writer,
               is_score ? LG__PHRASE_STEP_POINTS
               : open   ? LG__PHRASE_STEP_SHOW
                        : LG__PHRASE_STEP_CHANGE,
               is_score ? short_of : shown);
    if (!is_score)
        put_required(writer, &row->criterion, &parts);
    if (!is_score && !open)
        put_move(writer, step->lever, step->change, &parts);
    lg__put(writer, "\n");
}

static void put_route(lg__writer *writer, const lg_ruleset *rules, const lg_step *steps, uint32_t count)
{
    if (count == 0)
        return;
    put_phrase1(writer, LG__PHRASE_ROUTE, "");
    lg__put(writer, "\n");
    for (uint32_t i = 0; i < count; i++)
        put_step(writer, rules, &steps[i]);
}

lg_status lg_explain(const lg_ruleset *rules, const lg_profile *profile, lg_language language, char *text,
                     uint64_t capacity, uint64_t *needed)
{
    lg_finding findings[LG__ROWS_MAX];
    lg_missing_fact missing[LG__FACTS_MAX];
    lg_step steps[LG__ROWS_MAX];
    lg_verdict verdict;
    uint32_t count, step_count;
    lg__view view;
    lg__writer writer;
    lg_status status = lg__writer_open(&writer, language, text, capacity, needed);
    if (status == LG_OK)
        status = lg_evaluate(rules, profile, findings, LG__ROWS_MAX, NULL, &verdict);
    if (status == LG_OK)
        status = lg_missing(rules, profile, missing, LG__FACTS_MAX, &count);
    if (status == LG_OK)
        status = lg_route(rules, profile, steps, LG__ROWS_MAX, &step_count);
    if (status == LG_OK)
        status = lg__view_open(profile, &view);
    if (status != LG_OK)
        return status;
    put_head(&writer, rules, verdict);
    put_caveat(&writer, &rules->caveat, 0);
    put_tree(&writer, rules, findings, &view);
    put_missing(&writer, missing, count, verdict);
    put_route(&writer, rules, steps, step_count);
    put_phrase1(&writer, LG__PHRASE_NECESSARY, "");
    lg__put(&writer, "\n");
    return lg__writer_close(&writer, needed);
}
