/* SPDX-License-Identifier: Apache-2.0 */
/* The program's own words in all languages; those of the standards come from the library. */
#ifndef CLI_PHRASES_H
#define CLI_PHRASES_H

#include <littlegiant/littlegiant.h>

enum phrase {
    PHRASE_RULE_SETS,
    PHRASE_RULE_SET,
    PHRASE_LEVEL,
    PHRASE_FOR,
    PHRASE_NEW,
    PHRASE_REVIEW,
    PHRASE_NEW_AND_REVIEW,
    PHRASE_ISSUER,
    PHRASE_DOCUMENT,
    PHRASE_IN_FORCE,
    PHRASE_TO,
    PHRASE_OPEN_END,
    PHRASE_NOTHING_IN_FORCE,
    PHRASE_COMPARED,
    PHRASE_GRADE,
    PHRASE_CAVEAT,
    PHRASE_SECOND_READING,
    PHRASE_NECESSARY,
    PHRASE_CRITERIA,
    PHRASE_CRITERION,
    PHRASE_REQUIREMENT,
    PHRASE_UNIT,
    PHRASE_FACTS,
    PHRASE_ARTICLE,
    PHRASE_POINTS,
    PHRASE_TITLE,
    PHRASE_ALL,
    PHRASE_ANY,
    PHRASE_WHEN,
    PHRASE_BEST,
    PHRASE_SUM,
    PHRASE_AT_MOST,
    PHRASE_FLOOR,
    PHRASE_REGION,
    PHRASE_NO_REGION,
    PHRASE_OTHER_REGIONS,
    PHRASE_TOTAL,
    PHRASE_NEAREST,
    PHRASE_LINE,
    PHRASE_AMOUNT,
    PHRASE_NOT_KNOWN,
    PHRASE_UP_TO,
    PHRASE_ONCE,
    PHRASE_OVER,
    PHRASE_YEARS,
    PHRASE_CUMULATIVE,
    PHRASE_CUMULATIVE_NOT_KNOWN,
    PHRASE_NOT_CUMULATIVE,
    PHRASE_SELECTIVE,
    PHRASE_PERIOD,
    PHRASE_SOURCE,
    PHRASE_NOTE,
    PHRASE_CERTAIN,
    PHRASE_POSSIBLE,
    PHRASE_AND_UNKNOWN,
    PHRASE_WITHOUT_SELECTIVE,
    PHRASE_UNCERTAIN,
    PHRASE_AMOUNT_OPEN,
    PHRASE_AMOUNT_UNKNOWN,
    PHRASE_WEAK_SOURCE,
    PHRASE_NONE_FOUND,
    PHRASE_NO_PROOF,
    PHRASE_BATCH,
    PHRASE_ANNOUNCED,
    PHRASE_PUBLISHED,
    PHRASE_CONFIRMED,
    PHRASE_COUNT
};

/* A phrase; in English where the language is none that the program speaks. */
const char *phrase(enum phrase what, lg_language language);

/* "new applications and reviews": what bits of LG_APPLICATION_* stand for. */
const char *phrase_application(lg_application application, lg_language language);

#endif
