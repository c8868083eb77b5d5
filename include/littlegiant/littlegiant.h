/* SPDX-License-Identifier: Apache-2.0 */
/*
 * liblittlegiant: does this enterprise meet the conditions of China's "Little Giant"
 * programme (专精特新"小巨人") or of a title below it, and if not, which article fails,
 * by how much, and which figure is still missing?
 *
 *     lg_profile firm;
 *     lg_verdict verdict;
 *     lg_profile_init(&firm, sizeof firm);
 *     lg_profile_set(&firm, LG_FACT_REVENUE_Y1, 13800000000);   (fen: 138,000,000.00 yuan)
 *     lg_evaluate(lg_ruleset_find("cn.little-giant.2022"), &firm, NULL, 0, NULL, &verdict);
 *
 * Rules of this header
 *   Results    Every fallible function returns an lg_status: LG_OK (0) or a negative LG_E_*.
 *              What is said of an enterprise (not met, unknown, ...) is a verdict, never a status.
 *   Arguments  Inputs first, then outputs, each length beside its array. An output pointer may
 *              be NULL where its comment says so. Unless its comment says otherwise, every other
 *              output is written on every return, also on failure (a verdict is then LG_UNKNOWN,
 *              a count 0, a text ""). Where a list or a text is written, NULL with a capacity of 0
 *              asks for its size alone: LG_OK. A buffer that is too small gets what fits, and
 *              LG_E_CAPACITY; but lg_evaluate() then judges nothing, and lg_results.errors may be short.
 *   Memory     The library allocates nothing and frees nothing (but see arrow.h). Buffers belong to the caller;
 *              the size that would have been needed is reported. Pointers and strings that are
 *              returned belong to the library (or to the rule set asked), are constant, and
 *              live as long as it; strings are UTF-8.
 *   Threads    All functions are reentrant and may run at once on shared const arguments.
 *              There is no initialisation, no global state, no clock, no locale, no I/O.
 *   Units      Facts are int64_t in a canonical unit: money in fen (1/100 yuan), durations in
 *              months, shares in basis points (1/100 of a percent), points in hundredths.
 *              No decision uses floating point.
 *   Stability  The profile begins with struct_size and grows at the end only, as do structs that the
 *              library returns by pointer;
 *              elements of arrays are frozen; numbers of constants are never reused.
 */
/* clang-format off: comments are aligned by hand */
#ifndef LITTLEGIANT_H
#define LITTLEGIANT_H

#include <stdint.h>

#include <littlegiant/export.h>
#include <littlegiant/version.h>

LG_BEGIN_DECLS

/* ------------------------------------------------------------------ statuses and words */

/* Outcome of a call: LG_OK or one of the negative values below. */
typedef int32_t lg_status;
enum {
    LG_OK = 0,
    LG_E_NULL = -1,      /* a pointer that must not be NULL is NULL (of rule sets: LG_E_RULES) */
    LG_E_SIZE = -2,      /* struct_size is smaller than the first release's struct */
    LG_E_FACT = -3,      /* no such fact, or the profile claims one this library does not know */
    LG_E_RANGE = -4,     /* a value lies outside its fact's documented range */
    LG_E_CRITERION = -5, /* no such criterion in this rule set */
    LG_E_CAPACITY = -6,  /* the buffer is too small, the needed size was reported; or past the end of a list */
    LG_E_TEXT = -7,      /* the text is not a value of this unit */
    LG_E_UNIT = -8,      /* the column needs a unit suffix, or has one its fact cannot take */
    LG_E_INEXACT = -9,   /* the value is not a whole number of the canonical unit */
    LG_E_LANGUAGE = -10, /* no such language */
    LG_E_RULES = -11,    /* the rule set is NULL or malformed: no such edition was found */
    LG_E_NO_RULES = -12, /* no rule set is in force for what was asked */
    LG_E_DATE = -13,     /* not a date of the form YYYYMMDD */
    LG_E_ARGUMENT = -14, /* a number that is none of the values this argument can take */
    LG_E_MEMORY = -15,   /* not enough memory; from the functions of arrow.h alone */
    LG_E_STREAM = -16    /* the stream that delivers the data reported an error; from arrow.h alone */
};

/* Verdict on one criterion or on a whole standard. 0 claims nothing. */
typedef int32_t lg_verdict;
enum {
    LG_UNKNOWN = 0,       /* the known facts do not settle it; see the reason. Also of a row in error, see lg_results */
    LG_MET = 1,           /* the condition holds */
    LG_NOT_MET = 2,       /* the condition does not hold */
    LG_NOT_APPLICABLE = 3 /* the condition does not apply to this enterprise */
};

/* Why a verdict is LG_UNKNOWN; LG_REASON_NONE for every other verdict. A combination takes
 * the smallest reason among the rows that leave it unknown: what can be supplied comes first. */
typedef int32_t lg_reason;
enum {
    LG_REASON_NONE = 0,
    LG_REASON_MISSING = 1,   /* a fact that a record would show is not known */
    LG_REASON_JUDGEMENT = 2, /* an asserted fact that a person must decide has not been given */
    LG_REASON_UNDEFINED = 3  /* a ratio over zero, or growth from a zero or negative base */
};

/* Language of texts. */
typedef int32_t lg_language;
enum { LG_ENGLISH = 0, LG_CHINESE = 1, LG_INDONESIAN = 2 };

/* "No fact" in members that hold a fact id. */
#define LG_FACT_NONE 0xFFFFFFFFu

/* "No criterion" in members that hold a criterion's index. */
#define LG_CRITERION_NONE 0xFFFFFFFFu

/* Version of the loaded library as text, and as LG_VERSION_NUMBER is formed. Never fails. */
LG_API const char *lg_version(void);
LG_API int32_t lg_version_number(void);

/* Version of the binary interface; grows only when old programs must be compiled again. A program
 * compiled with LG_ABI_VERSION works with a library whose lg_abi_version() is the same. */
#define LG_ABI_VERSION 0
LG_API int32_t lg_abi_version(void);

/* The i-th capability of this build on this processor as a word: "int128-native", then the forms of the column
 * engine that can run here, of which the last is used ("columns-portable", "columns-avx2"). NULL past the end. */
LG_API const char *lg_capability(uint32_t i);

/* Stable word for a value, e.g. "not_met", "missing", "LG_E_RANGE", "en". NULL if there is no
 * such value. Statuses, verdicts, reasons and languages have no gaps: count from 0 (statuses
 * downwards) until NULL to list them. */
LG_API const char *lg_status_name(lg_status status);
LG_API const char *lg_verdict_name(lg_verdict verdict);
LG_API const char *lg_reason_name(lg_reason reason);
LG_API const char *lg_language_name(lg_language language);

/* One sentence (statuses, in English) or one phrase for people. NULL if there is no such value
 * or language. */
LG_API const char *lg_status_text(lg_status status);
LG_API const char *lg_verdict_text(lg_verdict verdict, lg_language language);
LG_API const char *lg_reason_text(lg_reason reason, lg_language language);

/* --------------------------------------------------------------------------- numbers */

/* A signed 128-bit integer in two's complement: high * 2^64 + low. Frozen. */
typedef struct lg_int128 {
    uint64_t low;
    int64_t high;
} lg_int128;

/* An exact number, not reduced. The denominator is positive; 0 / 0 means that there is none. Frozen. */
typedef struct lg_fraction {
    lg_int128 numerator;
    lg_int128 denominator;
} lg_fraction;

/* Unit of a fact, a column or a criterion. */
typedef int32_t lg_unit;
enum {
    LG_UNIT_NONE = 0,
    LG_UNIT_FEN = 1,     /* money, 1/100 yuan; canonical */
    LG_UNIT_YUAN = 2,    /* money */
    LG_UNIT_WAN = 3,     /* money, 万元 = 10,000 yuan */
    LG_UNIT_YI = 4,      /* money, 亿元 = 100,000,000 yuan */
    LG_UNIT_MONTHS = 5,  /* duration; canonical */
    LG_UNIT_YEARS = 6,   /* duration */
    LG_UNIT_BP = 7,      /* share, 1/10,000; canonical */
    LG_UNIT_PERCENT = 8, /* share */
    LG_UNIT_COUNT = 9,   /* a number of things or persons, or a rank; canonical */
    LG_UNIT_LEVEL = 10,  /* a step on a documented scale; canonical */
    LG_UNIT_CP = 11,     /* points, hundredths; canonical */
    LG_UNIT_POINTS = 12, /* points */
    LG_UNIT_FLAG = 13,   /* 1 yes, 0 no; canonical */
    LG_UNIT_CLASS = 14   /* SME size class, LG_SIZE_* */
};

/* What is known of a unit. Belongs to the library; grows at the end. */
typedef struct lg_unit_info {
    lg_unit unit;       /* its own number */
    lg_unit canonical;  /* the unit in which facts of this kind are kept */
    int64_t factor;     /* canonical units in one of this unit: 100 for LG_UNIT_YUAN */
    const char *name;   /* "yuan" */
    const char *suffix; /* what a column name carries: "_yuan"; "" for units without suffix */
} lg_unit_info;

/* The unit; NULL if there is no such unit. Counting from 1 until NULL lists them all. */
LG_API const lg_unit_info *lg_unit_describe(lg_unit unit);

/* Name of the unit for people; "" where a number stands alone. NULL: no such unit, language. */
LG_API const char *lg_unit_text(lg_unit unit, lg_language language);

/* ----------------------------------------------------------------------------- facts */

/* Ids of the facts: also the bit in lg_profile.known. What each means is told by
 * lg_fact_describe(); units and periods stand in the name of the member of lg_profile. */
enum {
    LG_FACT_REVENUE_Y1 = 0,
    LG_FACT_REVENUE_Y2 = 1,
    LG_FACT_REVENUE_Y3 = 2,
    LG_FACT_MAIN_REVENUE_Y1 = 3,
    LG_FACT_MAIN_REVENUE_Y2 = 4,
    LG_FACT_MAIN_REVENUE_Y3 = 5,
    LG_FACT_NET_PROFIT_Y1 = 6,
    LG_FACT_NET_PROFIT_Y2 = 7,
    LG_FACT_NET_PROFIT_Y3 = 8,
    LG_FACT_RD_EXPENSE_Y1 = 9,
    LG_FACT_RD_EXPENSE_Y2 = 10,
    LG_FACT_TOTAL_ASSETS_Y1 = 11,
    LG_FACT_TOTAL_LIABILITIES_Y1 = 12,
    LG_FACT_EQUITY_FINANCING_2Y = 13,
    LG_FACT_EQUITY_FINANCING_3Y = 14,
    LG_FACT_BUSINESS_AGE = 15,
    LG_FACT_SEGMENT_AGE = 16,
    LG_FACT_MARKET_SHARE = 17,
    LG_FACT_MAIN_PRODUCT_SHARE = 18,
    LG_FACT_EMPLOYEES = 19,
    LG_FACT_RD_STAFF = 20,
    LG_FACT_PROVINCE_RANK = 21,
    LG_FACT_NATIONAL_RANK = 22,
    LG_FACT_IT_SUPPORTED_BUSINESSES = 23,
    LG_FACT_INVENTION_PATENTS = 24,
    LG_FACT_UTILITY_DESIGN_PATENTS = 25,
    LG_FACT_SOFTWARE_COPYRIGHTS = 26,
    LG_FACT_IP_CLASS1 = 27,
    LG_FACT_IP_CLASS1_OWN = 28,
    LG_FACT_IP_CLASS1_HIGH_VALUE = 29,
    LG_FACT_IP_CLASS2 = 30,
    LG_FACT_STANDARDS_LED = 31,
    LG_FACT_NATIONAL_AWARD_RANK = 32,
    LG_FACT_PROVINCE_AWARD_RANK = 33,
    LG_FACT_SIZE_SECTOR = 34,
    LG_FACT_RD_BODY_LEVEL = 35,
    LG_FACT_DIGITAL_LEVEL = 36,
    LG_FACT_PLATFORM_SCORE_Y1 = 37,
    LG_FACT_PLATFORM_SCORE_Y2 = 38,
    LG_FACT_LOCAL_SCORE = 39,
    LG_FACT_MAINLAND_LEGAL_ENTITY = 40,
    LG_FACT_SRDI_TITLE = 41,
    LG_FACT_SRDI_CANDIDATE = 42,
    LG_FACT_INNOVATIVE_SME_TITLE = 43,
    LG_FACT_TECH_SME_TITLE = 44,
    LG_FACT_LITTLE_GIANT_TITLE = 45,
    LG_FACT_SINGLE_CHAMPION = 46,
    LG_FACT_INNOVATION_HONOUR = 47,
    LG_FACT_SPECIAL_TITLE = 48,
    LG_FACT_ABNORMAL_OPERATION_LIST = 49,
    LG_FACT_DISHONESTY_LIST = 50,
    LG_FACT_RESTRICTED_BUSINESS = 51,
    LG_FACT_MAJOR_ACCIDENT_3Y = 52,
    LG_FACT_TAX_VIOLATION_3Y = 53,
    LG_FACT_FALSE_APPLICATION = 54,
    LG_FACT_CONTROLLED_BY_LITTLE_GIANT = 55,
    LG_FACT_MANAGEMENT_CERTIFIED = 56,
    LG_FACT_OVERSEAS_CERTIFIED = 57,
    LG_FACT_PRODUCT_STANDARD = 58,
    LG_FACT_OWN_BRAND = 59,
    LG_FACT_PROVINCE_QUALITY_AWARD = 60,
    LG_FACT_STANDARDS_PARTICIPANT = 61,
    LG_FACT_ADVANCED_MANAGEMENT = 62,
    LG_FACT_MAKER_TOP50_3Y = 63,
    LG_FACT_MAKER_TOP500_3Y = 64,
    LG_FACT_STRATEGIC_EMERGING = 65,
    LG_FACT_KEY_FIELD = 66,
    LG_FACT_SIX_BASE_OR_KEY_CHAIN = 67,
    LG_FACT_GAP_FILLING = 68,
    LG_FACT_STRONG_INNOVATOR = 69,
    LG_FACT_SPECIALISED_STRATEGY = 70,
    LG_FACT_SOUND_GOVERNANCE = 71,
    LG_FACT_LEADING_QUALITY = 72,
    LG_FACT_HIGH_REPUTATION = 73,
    LG_FACT_KEY_CHAIN_LINK = 74,
    LG_FACT_KEY_BREAKTHROUGH = 75,
    LG_FACT_RD_RATIO_LEADING = 76,
    LG_FACT_NATIONALLY_LEADING_SHARE = 77
};

/* What sort of statement a fact is. */
typedef int32_t lg_fact_kind;
enum {
    LG_FACT_KIND_MEASURE = 1,   /* an amount, count, duration, share, score or rank */
    LG_FACT_KIND_LEVEL = 2,     /* a step on a scale that the definition lists */
    LG_FACT_KIND_REPORTED = 3,  /* a flag that a record shows */
    LG_FACT_KIND_EXCLUSION = 4, /* a reported flag that bars the enterprise when it is 1 */
    LG_FACT_KIND_ASSERTED = 5   /* a flag that a person must judge; unknown until asserted */
};

/* What is known of a fact. Belongs to the library; grows at the end. */
typedef struct lg_fact {
    uint32_t id;            /* LG_FACT_* */
    uint32_t offset;        /* of its int64_t in lg_profile, in bytes */
    const char *name;       /* "revenue_y1" */
    const char *column;     /* name with the canonical unit's suffix: "revenue_y1_fen" */
    lg_unit unit;           /* canonical unit */
    lg_fact_kind kind;      /* LG_FACT_KIND_* */
    int64_t minimum;        /* smallest value allowed, in the canonical unit */
    int64_t maximum;        /* largest value allowed, in the canonical unit */
    const char *definition; /* one or two English sentences */
    const char *evidence;   /* what proves it, English */
    const char *source;     /* the standard or annex that defines it */
} lg_fact;

/* Number of facts; ids run from 0 to this number less one. */
LG_API uint32_t lg_fact_count(void);

/* The fact; NULL if there is no such id. */
LG_API const lg_fact *lg_fact_describe(uint32_t fact);

/* Title of the fact for people. NULL: no such fact or language. */
LG_API const char *lg_fact_title(uint32_t fact, lg_language language);

/* Id of the fact with this name (without unit suffix), or LG_FACT_NONE. NULL finds none. */
LG_API uint32_t lg_fact_find(const char *name);

/* Which fact and unit a column of a table holds, by its name: "revenue_y1_wan" gives
 * LG_FACT_REVENUE_Y1 and LG_UNIT_WAN, "employees" LG_FACT_EMPLOYEES and LG_UNIT_COUNT.
 * Money, durations, shares and points need a suffix; other facts take none.
 * LG_E_FACT: no fact of this name. LG_E_UNIT: *fact is right, but the suffix is missing or belongs
 * to another unit. */
LG_API lg_status lg_fact_find_column(const char *column, uint32_t *fact, lg_unit *unit);

/* The i-th label: a column of a table that says which enterprise a row is about, and is carried through ("id",
 * "name", ...). NULL past the end. */
LG_API const char *lg_label_name(uint32_t i);

/* Reads a value of a fact from text, exactly. text need not end in NUL; length in bytes.
 * Numbers are ASCII digits with an optional minus sign and decimal point, a digit on each side of
 * the point, and nothing else (no exponent, group separator, plus sign or minus zero). Flags are
 * 1 0 yes no true false (in any case) 是 否. Spaces and tabs around are allowed. *value is in the
 * canonical unit and 0 on failure.
 * LG_E_TEXT (also for an empty text), LG_E_INEXACT (not a whole number of the canonical unit),
 * LG_E_RANGE, LG_E_UNIT (unit is not one of this fact), LG_E_FACT, LG_E_NULL. */
LG_API lg_status lg_fact_parse(uint32_t fact, lg_unit unit, const char *text, uint64_t length, int64_t *value);

/* Writes a value of a fact as lg_fact_parse() reads it: "138000000.00" for LG_UNIT_YUAN, "1" for a
 * flag. See "Texts" for text, capacity and needed. LG_E_INEXACT: the value is no finite decimal in this
 * unit (13 months in years). LG_E_RANGE, LG_E_UNIT, LG_E_FACT. */
LG_API lg_status lg_fact_write(uint32_t fact, lg_unit unit, int64_t value, char *text, uint64_t capacity,
                               uint64_t *needed);

/* Name of one step of a fact of kind LG_FACT_KIND_LEVEL: "industry" for step 2 of size_sector. NULL: the
 * fact has no such step, its steps have no names but their numbers, or no such language. */
LG_API const char *lg_fact_step(uint32_t fact, int64_t value, lg_language language);

/* Writes a value of a fact for people, money in the unit that readers of the language expect:
 * "100,000,000.00 yuan", "10,000万元", "1.5 %", "yes". See "Texts" for text, capacity and needed. The
 * value's range is not checked. */
LG_API lg_status lg_fact_format(uint32_t fact, int64_t value, lg_language language, char *text, uint64_t capacity,
                                uint64_t *needed);

/* --------------------------------------------------------------------------- profile */

/* The known facts about one enterprise. A fact counts only if its bit in known is set (bit
 * f % 64 of known[f / 64]) and its member lies within struct_size; so zeroed memory with a
 * size claims nothing. Years: _y1 is the last full accounting year before the application,
 * _y2 the one before, _y3 the one before that. Ranges are those of lg_fact_describe(). */
typedef struct lg_profile {
    uint32_t struct_size; /* sizeof(lg_profile) as the caller was compiled; see lg_profile_init */
    uint32_t reserved;    /* 0; anything else is refused with LG_E_ARGUMENT */
    uint64_t known[4];    /* bit set of known facts */

    /* Money in fen, within 9*10^15 (90 trillion yuan). Revenue and profit may be negative;
     * expense, assets, liabilities and financing may not. */
    int64_t revenue_y1_fen;           /* Operating revenue, last full year */
    int64_t revenue_y2_fen;           /* Operating revenue, year before last */
    int64_t revenue_y3_fen;           /* Operating revenue, two years before last */
    int64_t main_revenue_y1_fen;      /* Main-business revenue, last full year */
    int64_t main_revenue_y2_fen;      /* Main-business revenue, year before last */
    int64_t main_revenue_y3_fen;      /* Main-business revenue, two years before last */
    int64_t net_profit_y1_fen;        /* Net profit, last full year */
    int64_t net_profit_y2_fen;        /* Net profit, year before last */
    int64_t net_profit_y3_fen;        /* Net profit, two years before last */
    int64_t rd_expense_y1_fen;        /* R&D expense, last full year */
    int64_t rd_expense_y2_fen;        /* R&D expense, year before last */
    int64_t total_assets_y1_fen;      /* Total assets, end of last full year */
    int64_t total_liabilities_y1_fen; /* Total liabilities, end of last full year */
    int64_t equity_financing_2y_fen;  /* New equity paid in, last 2 years */
    int64_t equity_financing_3y_fen;  /* New equity paid in, last 3 years */

    /* Durations in months, 0 to 12,000. */
    int64_t business_age_months; /* Time in continuous operation */
    int64_t segment_age_months;  /* Time in the niche market */

    /* Shares in basis points, 0 to 10,000: 10 % is 1,000. */
    int64_t market_share_bp;       /* Market share of the main product */
    int64_t main_product_share_bp; /* Main product's share of revenue */

    /* Counts, 0 to 10^9; it_supported_businesses to 1,000. Ranks: province_rank and
     * national_rank from 1 (first), award ranks from 0 (no award), to 10^6. */
    int64_t employees;               /* Employees */
    int64_t rd_staff;                /* R&D staff */
    int64_t province_rank;           /* Rank of market share in the province */
    int64_t national_rank;           /* Rank of market share in the country */
    int64_t it_supported_businesses; /* Core businesses on an information system */
    int64_t invention_patents;       /* Invention patents */
    int64_t utility_design_patents;  /* Utility models and designs */
    int64_t software_copyrights;     /* Software copyrights */
    int64_t ip_class1;               /* Class-I intellectual property */
    int64_t ip_class1_own;           /* Class-I intellectual property, self-developed */
    int64_t ip_class1_high_value;    /* Class-I intellectual property of high value */
    int64_t ip_class2;               /* Class-II intellectual property */
    int64_t standards_led;           /* Standards led or co-written */
    int64_t national_award_rank;     /* Best rank in a national science award, 3 years */
    int64_t province_award_rank;     /* Best rank in a provincial science award, 3 years */

    /* Levels: size_sector 1 to 16, the others 0 to 4. */
    int64_t size_sector;   /* Sector of the SME size standard */
    int64_t rd_body_level; /* Level of the R&D body */
    int64_t digital_level; /* Digitalisation level */

    /* Points in hundredths: platform scores 0 to 10,000, local_score 0 to 1,500. */
    int64_t platform_score_y1_cp; /* Platform evaluation score, this year */
    int64_t platform_score_y2_cp; /* Platform evaluation score, last year */
    int64_t local_score_cp;       /* Province's own points */

    /* Flags that a record shows: 1 yes, 0 no. */
    int64_t mainland_legal_entity; /* Legal entity registered in mainland China */
    int64_t srdi_title;            /* Provincial specialised-SME title */
    int64_t srdi_candidate;        /* Provincial key-cultivation list */
    int64_t innovative_sme_title;  /* Innovative-SME title */
    int64_t tech_sme_title;        /* Technology-SME title */
    int64_t little_giant_title;    /* Little Giant title */
    int64_t single_champion;       /* Manufacturing single champion */
    int64_t innovation_honour;     /* Valid innovation honour */
    int64_t special_title;         /* Special title from an authority */

    /* Flags that bar the enterprise when they are 1. */
    int64_t abnormal_operation_list;    /* On the abnormal-operation list */
    int64_t dishonesty_list;            /* On the serious-dishonesty list */
    int64_t restricted_business;        /* Prohibited, restricted or eliminated business */
    int64_t major_accident_3y;          /* Major accident in the last 3 years */
    int64_t tax_violation_3y;           /* Tax evasion or serious breach in the last 3 years */
    int64_t false_application;          /* False data in an application */
    int64_t controlled_by_little_giant; /* Control tie with a recognised Little Giant */

    /* Flags that a record shows: 1 yes, 0 no. */
    int64_t management_certified;   /* Management-system certificate */
    int64_t overseas_certified;     /* Product certified in developed countries */
    int64_t product_standard;       /* Product made to a recognised standard */
    int64_t own_brand;              /* Own brand */
    int64_t province_quality_award; /* Provincial quality award or higher */
    int64_t standards_participant;  /* Took part in writing a standard */
    int64_t advanced_management;    /* Advanced management method */
    int64_t maker_top50_3y;         /* Maker in China national top 50, 3 years */
    int64_t maker_top500_3y;        /* Maker in China national top 500, 3 years */
    int64_t strategic_emerging;     /* Product in a strategic emerging industry */
    int64_t key_field;              /* Product in a key field */
    int64_t six_base_or_key_chain;  /* Product in the industrial bases or a key chain */
    int64_t gap_filling;            /* Product fills a gap */

    /* Flags that a person must judge: 1 yes, 0 no; leave unknown until somebody has. */
    int64_t strong_innovator;         /* Strong innovator with a clear edge */
    int64_t specialised_strategy;     /* Long-term specialisation */
    int64_t sound_governance;         /* Sound governance */
    int64_t leading_quality;          /* Leading quality */
    int64_t high_reputation;          /* High reputation and influence */
    int64_t key_chain_link;           /* Key link of the industrial chain */
    int64_t key_breakthrough;         /* Breakthrough in a key field */
    int64_t rd_ratio_leading;         /* R&D ratio among the top of the trade */
    int64_t nationally_leading_share; /* Market share at the top of the country */
} lg_profile;

/* sizeof(lg_profile) of the loaded library, for bindings. */
LG_API uint32_t lg_profile_size(void);

/* Makes a profile that knows nothing: zeroes struct_size bytes and notes that size. Pass
 * sizeof(lg_profile), or lg_profile_size() from a binding.
 * LG_E_SIZE: smaller than the struct of the first release; nothing is written then. */
LG_API lg_status lg_profile_init(lg_profile *profile, uint32_t struct_size);

/* Sets a fact and marks it known. LG_E_FACT, LG_E_RANGE, LG_E_SIZE leave the profile as it was. */
LG_API lg_status lg_profile_set(lg_profile *profile, uint32_t fact, int64_t value);

/* Sets a fact from text as lg_fact_parse() reads it; text that is empty or blank (NULL with length 0 is
 * empty) makes the fact unknown. On failure the profile is left as it was. */
LG_API lg_status lg_profile_set_text(lg_profile *profile, uint32_t fact, lg_unit unit, const char *text,
                                     uint64_t length);

/* Makes a fact unknown again. */
LG_API lg_status lg_profile_clear(lg_profile *profile, uint32_t fact);

/* Reads a fact. *known is 1 or 0; *value is 0 when the fact is not known. known may be NULL. */
LG_API lg_status lg_profile_get(const lg_profile *profile, uint32_t fact, int64_t *value, int32_t *known);

/* A value to take for a fact that is unknown. Frozen. */
typedef struct lg_default {
    uint32_t fact;     /* LG_FACT_* */
    uint32_t reserved; /* 0; not looked at */
    int64_t value;     /* canonical unit */
} lg_default;

/* Name of the i-th group of defaults: "judgement", "clean-record"; NULL past the end. */
LG_API const char *lg_default_group_name(uint32_t i);

/* The i-th default of a named group, for lg_profile_fill(): "judgement" takes every asserted
 * fact as favourable (1), "clean-record" every exclusion as absent (0). Count i from 0 until
 * LG_E_CAPACITY. LG_E_FACT: no such group. */
LG_API lg_status lg_default_group(const char *group, uint32_t i, lg_default *value);

/* Fills facts that are unknown from a table of defaults; a known fact is never changed. If a
 * fact occurs twice, its first row counts. filled, if not NULL, receives the bit set of the
 * facts that were filled. On failure (LG_E_FACT, LG_E_RANGE) the profile is left as it was. */
LG_API lg_status lg_profile_fill(lg_profile *profile, const lg_default *defaults, uint32_t count, uint64_t filled[4]);

/* How grave an issue in a profile is. */
typedef int32_t lg_severity;
enum {
    LG_SEVERITY_UNUSUAL = 1,       /* possible, but often a slip: liabilities above assets */
    LG_SEVERITY_CONTRADICTION = 2, /* cannot both be right: R&D staff above employees */
    LG_SEVERITY_IMPOSSIBLE = 3     /* outside the range; evaluation refuses the profile */
};

/* One thing that is odd about a profile. Frozen. */
typedef struct lg_issue {
    lg_severity severity;
    uint32_t fact;    /* the fact in question */
    uint32_t other;   /* the fact it was held against, or LG_FACT_NONE */
    uint32_t code;    /* number of the check, never reused; 0 is the range check, text tells the others */
    const char *text; /* English sentence, static */
} lg_issue;

/* Looks for values out of range and facts that do not fit together. Changes nothing. Writes up
 * to capacity issues and their full number to *count. issues may be NULL with capacity 0.
 * LG_OK also when there are issues; LG_E_CAPACITY when they did not all fit. */
LG_API lg_status lg_profile_check(const lg_profile *profile, lg_issue *issues, uint32_t capacity, uint32_t *count);

/* ------------------------------------------------------------------------- rule sets */

/* One edition of one standard: a table of criteria. Opaque, constant, never freed. */
typedef struct lg_ruleset lg_ruleset;

/* Level of the title that a rule set gives. */
typedef int32_t lg_level;
enum {
    LG_LEVEL_NONE = 0,
    LG_LEVEL_INNOVATIVE_SME = 1,  /* 创新型中小企业, by the province */
    LG_LEVEL_SPECIALISED_SME = 2, /* 专精特新中小企业, by the province */
    LG_LEVEL_LITTLE_GIANT = 3     /* 专精特新"小巨人", by the ministry */
};

/* For what a rule set may be used; bits. */
typedef int32_t lg_application;
enum {
    LG_APPLICATION_NEW = 1,   /* first application for the title */
    LG_APPLICATION_REVIEW = 2 /* review (复核) of a title that runs out */
};

/* How well a rule is evidenced. 0 claims nothing. */
typedef int32_t lg_grade;
enum {
    LG_GRADE_NONE = 0,
    LG_GRADE_OFFICIAL = 1,      /* read from the issuer's own page */
    LG_GRADE_CORROBORATED = 2,  /* independent sources agree, or reprints confirm the wording */
    LG_GRADE_SINGLE_SOURCE = 3, /* one usable source */
    LG_GRADE_RECONSTRUCTED = 4  /* inferred or recollected; check before relying on it */
};

/* What is known of a rule set. Belongs to the library; grows at the end. Dates are YYYYMMDD,
 * first and last day included; 0 means open. */
typedef struct lg_ruleset_info {
    const char *id;             /* "cn.little-giant.2022" */
    const char *programme;      /* "cn.sme-gradient" */
    lg_level level;             /* LG_LEVEL_* */
    lg_application application; /* bits of LG_APPLICATION_* */
    int32_t in_force_from;      /* first day of application */
    int32_t in_force_to;        /* last day of application; 0: still in force */
    int32_t compared_on;        /* when the table was last compared with its sources */
    lg_grade grade;             /* the weakest grade among its criteria */
    uint32_t criterion_count;   /* rows, the whole standard (row 0) included */
    uint32_t alternative;       /* 1: a second reading of the sources, or an edition of one province;
                                   found by id, never selected by date */
    const char *issuer;         /* English */
    const char *document;       /* document number, Chinese */
} lg_ruleset_info;

/* The i-th built-in rule set, oldest first; NULL past the end. */
LG_API const lg_ruleset *lg_ruleset_at(uint32_t i);

/* The built-in rule set with this id; NULL if there is none (or id is NULL). */
LG_API const lg_ruleset *lg_ruleset_find(const char *id);

/* Its description; NULL for NULL. */
LG_API const lg_ruleset_info *lg_ruleset_describe(const lg_ruleset *rules);

/* Title, and what its sources leave open ("" if nothing). NULL: rules NULL, no such language. */
LG_API const char *lg_ruleset_title(const lg_ruleset *rules, lg_language language);
LG_API const char *lg_ruleset_caveat(const lg_ruleset *rules, lg_language language);

/* The rule set in force for applications of this kind on this day. level is one LG_LEVEL_* above none,
 * application exactly one LG_APPLICATION_*, date YYYYMMDD. programme NULL means "cn.sme-gradient". Where two
 * are in force, as in 2025 the measures of 2022 and that year's notice, it is the one of later first day.
 * LG_E_NO_RULES where nothing is in force: there is no fallback. LG_E_DATE, LG_E_ARGUMENT, LG_E_NULL. */
LG_API lg_status lg_ruleset_select(const char *programme, lg_level level, lg_application application, int32_t date,
                                   const lg_ruleset **rules);

/* -------------------------------------------------------------------------- criteria */

/* Kind of a criterion. Leaves test facts; the others combine the rows one depth below them.
 * Logic (docs/logic.md has the tables): ALL is not met if any child is not met, else unknown if any is
 * unknown, else met. ANY is met if any child is met, else unknown if any is unknown, else not met. Both leave
 * out children that do not apply, and do not apply themselves if all are left out. AT_LEAST is met when enough
 * children are met, not met when even the unknown ones would not suffice, else unknown; children that do not apply
 * are none of the met. WHEN is unknown while its guard is, and does not apply unless its guard is met; then it is ALL
 * of the others. Points are intervals: an unknown row earns nothing for certain and its points possibly; a
 * PASS_MARK is met when what is certain reaches it, not met when what is possible cannot. A points row (BEST,
 * SUM, POINTS_VALUE) is met when it has earned anything for certain, not met when it cannot, else unknown. */
typedef int32_t lg_kind;
enum {
    LG_KIND_ALL = 1,       /* every child */
    LG_KIND_ANY = 2,       /* at least one child */
    LG_KIND_AT_LEAST = 3,  /* at least bound children */
    LG_KIND_WHEN = 4,      /* the first child is a guard: if it is met, every other child must be;
                              if it is not met, the row does not apply */
    LG_KIND_BEST = 5,      /* points: the most among the children, at least points_floor */
    LG_KIND_SUM = 6,       /* points: of all children, at least points_floor, at most points */
    LG_KIND_PASS_MARK = 7, /* the points of the row `total` reach bound */

    LG_KIND_VALUE = 16,           /* a fact against the bound */
    LG_KIND_FLAG = 17,            /* a flag that must hold (bound 1) or must not (bound 0) */
    LG_KIND_RATIO = 18,           /* facts[0] / facts[1] */
    LG_KIND_TOTAL = 19,           /* the sum of the facts; settled as soon as those that are known decide */
    LG_KIND_MEAN_GROWTH = 20,     /* mean of two yearly rates: (y1/y2 + y2/y3) / 2 - 1 */
    LG_KIND_COMPOUND_GROWTH = 21, /* yearly compound rate over two years: y1/y3 = (1 + rate)^2 */
    LG_KIND_SME_SIZE = 22,        /* class by the 2011 size standard, LG_SIZE_*; facts: sector,
                                     employees, revenue, assets */
    LG_KIND_POINTS_VALUE = 23     /* points: the value of the fact itself */
};

/* How the measured value is held against the bound. */
typedef int32_t lg_operator;
enum {
    LG_OP_NONE = 0,
    LG_OP_GE = 1,      /* at least: the bound itself meets it */
    LG_OP_GT = 2,      /* more than */
    LG_OP_LE = 3,      /* at most: the bound itself meets it */
    LG_OP_LT = 4,      /* less than */
    LG_OP_EQ = 5,      /* exactly */
    LG_OP_BETWEEN = 6, /* from bound to bound_high, both included */
    LG_OP_FROM_TO = 7  /* from bound (included) to bound_high (excluded) */
};

/* One row of a rule set. Rows stand in pre-order: a row's children follow it, one deeper. Belongs
 * to the rule set; grows at the end. */
typedef struct lg_criterion {
    const char *id;            /* unique in its rule set: "revenue" */
    const char *citation;      /* document, article or item */
    uint32_t depth;            /* 0 for row 0, the whole standard */
    lg_kind kind;              /* LG_KIND_* */
    lg_operator op;            /* LG_OP_*; LG_OP_NONE where there is no bound */
    lg_unit unit;              /* in which the standard states the bound, for display */
    lg_grade grade;            /* LG_GRADE_* */
    uint32_t fact_count;       /* facts that a leaf reads */
    uint32_t facts[4];         /* their ids, in the order its kind names; LG_FACT_NONE beyond */
    int64_t bound;             /* numerator of the bound, in canonical units; for rates and
                                  ratios of 1: 5 over 100 is 5 % */
    int64_t bound_high;        /* numerator of the upper bound of a range, else 0 */
    int64_t bound_denominator; /* positive; 1 for whole numbers */
    int64_t points;            /* LG_UNIT_CP: what the row earns when met; the cap of a SUM */
    int64_t points_floor;      /* LG_UNIT_CP: what a BEST or SUM earns in any case */
    uint32_t total;            /* PASS_MARK: index of the row whose points count, else 0 */
    uint32_t reserved;         /* 0 */
} lg_criterion;

/* The criterion at this index; NULL past the end or for NULL. 0 is the whole standard. */
LG_API const lg_criterion *lg_ruleset_criterion(const lg_ruleset *rules, uint32_t criterion);

/* Index of the criterion with this id, or LG_CRITERION_NONE. */
LG_API uint32_t lg_criterion_find(const lg_ruleset *rules, const char *id);

/* Index of the row that a criterion belongs to; LG_CRITERION_NONE for row 0 and past the end. */
LG_API uint32_t lg_criterion_parent(const lg_ruleset *rules, uint32_t criterion);

/* Title for people; and what the sources leave open on this row ("" if nothing). NULL: no such
 * criterion or language. */
LG_API const char *lg_criterion_title(const lg_ruleset *rules, uint32_t criterion, lg_language language);
LG_API const char *lg_criterion_caveat(const lg_ruleset *rules, uint32_t criterion, lg_language language);

/* Stable word for a value ("at-least", "ge", "corroborated", "measure", "little-giant"; "new" for one bit
 * of lg_application), NULL if there is none; and a phrase for people. */
LG_API const char *lg_kind_name(lg_kind kind);
LG_API const char *lg_operator_name(lg_operator op);
LG_API const char *lg_grade_name(lg_grade grade);
LG_API const char *lg_fact_kind_name(lg_fact_kind kind);
LG_API const char *lg_level_name(lg_level level);
LG_API const char *lg_application_name(lg_application application);
LG_API const char *lg_severity_name(lg_severity severity);
LG_API const char *lg_grade_text(lg_grade grade, lg_language language);
LG_API const char *lg_level_text(lg_level level, lg_language language);

/* ------------------------------------------------------------------------ evaluation */

/* What came out for one criterion. Frozen. Numbers are in canonical units; ratios and growth are
 * plain numbers (0.05 is 5 %), points are in hundredths. */
typedef struct lg_finding {
    uint32_t criterion;        /* index in the rule set */
    lg_verdict verdict;        /* LG_UNKNOWN, LG_MET, LG_NOT_MET, LG_NOT_APPLICABLE */
    lg_reason reason;          /* why unknown, else LG_REASON_NONE */
    uint32_t lever;            /* fact that the enterprise would move to meet a leaf, or LG_FACT_NONE */
    lg_fraction observed;      /* measured value; 0/0 while the verdict is unknown or a total or size class settled
                                  without all of its facts, and for ALL, ANY, WHEN, BEST, SUM. AT_LEAST: children met.
                                  Compound growth: y1/y3 - 1, both years */
    lg_fraction required;      /* the bound (the lower one of a range); 0/0 where there is none.
                                  Compound growth: (1 + rate)^2 - 1, both years */
    lg_fraction required_high; /* upper bound of a range, else 0/0 */
    lg_fraction margin;        /* distance to the bound, never negative when met and never positive
                                  when not: observed - required for >= and >, the reverse for <= and
                                  <. Ranges and =: to the nearest bound. 0/0 without either */
    int64_t lever_change;      /* by how much the lever must move, all else unchanged, so that the
                                  criterion is just met, rounded away from it never; 0 if it is met,
                                  unknown, settled without all of its facts, or no movement of the
                                  lever within its range can do it */
    int64_t points_low;        /* points earned for certain */
    int64_t points_high;       /* points that are still possible */
} lg_finding;

/* Judges a profile by every criterion. findings receives one element per criterion, in the order
 * of the rule set: capacity must be at least criterion_count, or findings NULL and capacity 0 when
 * only the overall verdict is wanted. *count is the number of criteria (count may be NULL), *verdict
 * that of row 0.
 * Errors: LG_E_NULL, LG_E_RULES, LG_E_SIZE, LG_E_ARGUMENT, LG_E_FACT, LG_E_RANGE (lg_profile_check() says
 * which value), LG_E_CAPACITY (before the profile is looked at; nothing is judged, *count is the capacity needed). On
 * every error the findings within capacity are zero but for criterion and lever; beyond capacity nothing is written. */
LG_API lg_status lg_evaluate(const lg_ruleset *rules, const lg_profile *profile, lg_finding *findings,
                             uint32_t capacity, uint32_t *count, lg_verdict *verdict);

/* Judges a profile by one criterion, with the rows below it if it is a combination. Reads only the
 * facts those rows name. On failure *finding is all zero but for criterion and lever. */
LG_API lg_status lg_evaluate_criterion(const lg_ruleset *rules, uint32_t criterion, const lg_profile *profile,
                                       lg_finding *finding);

/* SME size classes of the standard of 2011 (300号); as a set, the class c is the bit 1 << c. */
typedef int32_t lg_size_class;
enum { LG_SIZE_UNKNOWN = 0, LG_SIZE_MICRO = 1, LG_SIZE_SMALL = 2, LG_SIZE_MEDIUM = 3, LG_SIZE_LARGE = 4 };

/* The size class from sector, employees, revenue and assets. *size_class is LG_SIZE_UNKNOWN when
 * figures are missing; *possible is then the set of the classes that remain (all bits of 1 << class),
 * else the one. possible may be NULL. LG_E_RANGE, LG_E_SIZE, LG_E_NULL. */
LG_API lg_status lg_sme_size(const lg_profile *profile, lg_size_class *size_class, uint32_t *possible);

/* Word ("medium") and phrase for a class. NULL if there is none. */
LG_API const char *lg_size_class_name(lg_size_class size_class);
LG_API const char *lg_size_class_text(lg_size_class size_class, lg_language language);

/* A fact that is unknown and matters. Frozen. */
typedef struct lg_missing_fact {
    uint32_t fact;   /* LG_FACT_* */
    int32_t settles; /* 1: some value of this fact alone would settle the overall verdict */
} lg_missing_fact;

/* The unknown facts that could still change the overall verdict, in order of fact id, and no
 * others: none when the verdict is settled. (Where very many combinations of shared facts would have to be
 * tried, a fact may be named that could be spared, never one left out; docs/logic.md has the limits.) Writes up to
 * capacity of them, and their full number to *count. facts may be NULL with capacity 0. LG_E_CAPACITY when they did not
 * all fit. */
LG_API lg_status lg_missing(const lg_ruleset *rules, const lg_profile *profile, lg_missing_fact *facts,
                            uint32_t capacity, uint32_t *count);

/* --------------------------------------------------------------------------- columns */

/* Many enterprises at once: the same verdicts, reasons and missing facts as one by one, from columns of values or
 * from an array of profiles. Rows are independent: any split of the rows into calls, by any number of threads, gives
 * the same bytes, as long as calls that run at once do not write to the same ones (where bits are wanted, split at
 * multiples of 8 rows). Nothing is allocated; working memory is fixed and lies on the calling thread's stack, for which
 * 128 KiB are enough. */

/* How the values of a column lie in memory, in the machine's byte order. Row i is element offset + i. */
typedef int32_t lg_type;
enum {
    LG_TYPE_NONE = 0,
    LG_TYPE_INT64 = 1,
    LG_TYPE_INT32 = 2,
    LG_TYPE_INT16 = 3,
    LG_TYPE_INT8 = 4,
    LG_TYPE_UINT64 = 5,
    LG_TYPE_UINT32 = 6,
    LG_TYPE_UINT16 = 7,
    LG_TYPE_UINT8 = 8,
    LG_TYPE_BIT = 9,        /* one bit a row, the least significant bit of a byte first; 0 or 1 of the unit of any fact,
                               so take care that it is a flag */
    LG_TYPE_FLOAT64 = 10,   /* IEEE 754 double; the double itself must be a whole number of the canonical unit: 0.25
                               yuan is 25 fen, but 0.1 yuan as a double is no whole number of fen (LG_E_INEXACT, as is
                               NaN; an infinity is LG_E_RANGE) */
    LG_TYPE_DECIMAL128 = 11 /* signed 128-bit integer, times 10 to the power of minus scale */
};

/* One fact of many enterprises. Nothing is aligned but by its element. Frozen. */
typedef struct lg_column {
    const void *values;      /* may be NULL when there are no rows */
    const uint8_t *validity; /* bit offset + i: 1 if row i is known, 0 if unknown (its value is not looked at); the
                                least significant bit of a byte first. NULL: all known */
    int64_t offset;          /* elements before row 0, in values and in validity; not negative */
    uint32_t fact;           /* LG_FACT_*; no two columns of a call hold the same fact */
    lg_type type;            /* LG_TYPE_* */
    lg_unit unit;            /* unit of the values, one that the fact can have; LG_UNIT_NONE: the canonical one */
    int32_t scale;           /* of LG_TYPE_DECIMAL128: digits behind the point, 0 to 38; else 0 */
} lg_column;

/* Where the results for one criterion go, one element a row. NULL: not wanted. Frozen. */
typedef struct lg_criterion_results {
    uint8_t *verdicts;    /* LG_UNKNOWN, LG_MET, LG_NOT_MET, LG_NOT_APPLICABLE */
    uint8_t *reasons;     /* LG_REASON_*, none unless the verdict is unknown */
    uint8_t *low_bits;    /* lower bit of the verdict: one bit a row, the least significant bit of a byte first, in
                             (row_count + 7) / 8 bytes; bits behind the last row are 0 */
    uint8_t *high_bits;   /* higher bit of the verdict, likewise: both take a quarter of the space of verdicts */
    int32_t *points_low;  /* LG_UNIT_CP: earned for certain */
    int32_t *points_high; /* LG_UNIT_CP: still possible */
} lg_criterion_results;

/* In lg_row_error.row: the column itself is unusable, not one of its rows. */
#define LG_ROW_NONE 0xFFFFFFFFFFFFFFFFu

/* Why a row could not be judged, or a column not be used. Frozen. */
typedef struct lg_row_error {
    uint64_t row;     /* counted from 0 in this call, or LG_ROW_NONE */
    uint32_t column;  /* index among the columns; of an array of profiles: the fact, or LG_FACT_NONE */
    lg_status status; /* LG_E_RANGE, LG_E_INEXACT; of profiles also LG_E_SIZE, LG_E_ARGUMENT, LG_E_FACT */
} lg_row_error;

/* Where results go. Zero it, note its size, and point to what is wanted; NULL members are not written. A row in
 * error has the verdict LG_UNKNOWN, no reason, no points and no facts in every result: count verdicts together with
 * statuses. Grows at the end. */
typedef struct lg_results {
    uint32_t struct_size;                 /* sizeof(lg_results) as the caller was compiled */
    uint32_t reserved;                    /* 0; anything else is refused with LG_E_ARGUMENT */
    uint8_t *verdicts;                    /* overall verdict, one byte a row */
    int8_t *statuses;                     /* LG_OK, or the row's first error in order of columns; one byte a row */
    const lg_criterion_results *criteria; /* one element per criterion, in the order of the rule set */
    uint32_t criterion_count;             /* elements of criteria: for the first so many criteria */
    uint32_t error_capacity;              /* elements of errors */
    lg_row_error *errors; /* the first error_capacity errors, in order of row, then of column; NULL with 0:
                             not wanted. More than fit are LG_OK */
    uint64_t *missing;    /* 4 words a row: set of the facts that lg_missing() lists, defaults taken */
    uint64_t *assumed;    /* 4 words a row: set of the facts on whose defaults the verdict rests: those
                             that were filled, and that lg_missing() listed before */
} lg_results;

/* Judges rows given as columns by every criterion. Facts without a column are unknown in every row. defaults are
 * taken for facts that are unknown, as by lg_profile_fill() (NULL with 0: none). columns may be NULL with 0.
 * *error_count (may be NULL) is the number of errors in rows, of which a row has one for each column that is wrong:
 * LG_OK also when there are some. On failure it is 0 and nothing is judged or written, but where a column is to blame
 * *error_count is 1 and errors[0], if there is room, names it with the row LG_ROW_NONE: LG_E_FACT, LG_E_UNIT,
 * LG_E_ARGUMENT (its fact has a column already; no such type; a negative offset, a scale out of place), LG_E_NULL (no
 * values). Without a column: LG_E_NULL, LG_E_RULES, LG_E_SIZE (of results), LG_E_ARGUMENT (reserved, a member beyond
 * those that this library knows that is not zero, or more criteria than the rule set has), LG_E_FACT and LG_E_RANGE (a
 * default). */
LG_API lg_status lg_evaluate_columns(const lg_ruleset *rules, const lg_column *columns, uint32_t column_count,
                                     const lg_default *defaults, uint32_t default_count, uint64_t row_count,
                                     const lg_results *results, uint64_t *error_count);

/* The same for an array of profiles, stride bytes from one to the next: a multiple of 8, and at least the size of the
 * first release's lg_profile (LG_E_ARGUMENT, LG_E_SIZE). A profile that lg_evaluate() refuses, or whose struct_size is
 * above stride (LG_E_SIZE), is a row in error; values out of range are one error each, in order of fact. */
LG_API lg_status lg_evaluate_profiles(const lg_ruleset *rules, const lg_profile *profiles, uint64_t stride,
                                      const lg_default *defaults, uint32_t default_count, uint64_t row_count,
                                      const lg_results *results, uint64_t *error_count);

/* Word for a type ("int64"). NULL if there is no such type; LG_TYPE_NONE has no word. */
LG_API const char *lg_type_name(lg_type type);

/* ---------------------------------------------------------- what it would take to qualify */

/* One condition between an enterprise and a title. Frozen. */
typedef struct lg_step {
    uint32_t criterion; /* a leaf, or a pass mark */
    lg_verdict verdict; /* LG_NOT_MET: to be changed; LG_UNKNOWN: to be shown */
    lg_reason reason;   /* why unknown, else LG_REASON_NONE */
    uint32_t lever;     /* fact to move, or LG_FACT_NONE */
    int64_t change;     /* by how much, as lg_finding.lever_change; of a pass mark: points that
                           are missing for certain, LG_UNIT_CP. 0: not a matter of degree */
} lg_step;

/* The shortest way to meet the whole standard: through every alternative the branch with the fewest
 * conditions not met, and among those the fewest unknown. Steps stand in the order of the rule set; none
 * when the standard is met or does not apply. Guards are taken as they stand, a score as one condition.
 * Writes up to capacity steps and their full number to *count. steps may be NULL with capacity 0.
 * Errors as lg_evaluate(); LG_E_CAPACITY when the steps did not all fit. */
LG_API lg_status lg_route(const lg_ruleset *rules, const lg_profile *profile, lg_step *steps, uint32_t capacity,
                          uint32_t *count);

/* One criterion that made the difference between two assessments. Frozen. */
typedef struct lg_cause {
    uint32_t side;            /* 0: it held the enterprise back before; 1: it does after */
    uint32_t criterion;       /* index in the rule set of that side */
    lg_verdict verdict;       /* its verdict on that side: LG_NOT_MET or LG_UNKNOWN */
    uint32_t other;           /* the criterion with the same id on the other side, or LG_CRITERION_NONE */
    lg_verdict other_verdict; /* its verdict there; LG_NOT_APPLICABLE if there is none */
    uint32_t reserved;        /* 0 */
} lg_cause;

/* Compares two assessments: one enterprise under two rule sets, or two years of it under one. *before and
 * *after are the overall verdicts. Where they differ, causes receives the criteria that account for it: those
 * that keep the enterprise from being met on the side or sides where it is not met or unknown. No cause
 * where the verdict is the same. Otherwise as lg_route(). */
LG_API lg_status lg_flip(const lg_ruleset *rules_before, const lg_profile *profile_before,
                         const lg_ruleset *rules_after, const lg_profile *profile_after, lg_verdict *before,
                         lg_verdict *after, lg_cause *causes, uint32_t capacity, uint32_t *count);

/* How an enterprise stands to one level of titles on a day. Frozen. */
typedef struct lg_rung {
    const lg_ruleset *rules; /* in force for new applications, or NULL if none is */
    lg_level level;          /* LG_LEVEL_* */
    lg_verdict verdict;      /* LG_UNKNOWN if no rule set is in force */
    uint32_t not_met;        /* conditions to change on the shortest way, see lg_route() */
    uint32_t unknown;        /* conditions to show on the shortest way */
} lg_rung;

/* Sorts an enterprise into the echelon innovative SME, specialised SME, Little Giant, by the rule sets in
 * force for new applications on a day (YYYYMMDD). rungs receives one element per level, from below: up to
 * capacity, their full number in *count. rungs may be NULL with capacity 0. *level is the highest level whose
 * conditions are all met, LG_LEVEL_NONE if none; *next is the lowest level above it that has a rule set, LG_LEVEL_NONE
 * at the top: its rung tells the distance, lg_route() the steps. LG_E_NO_RULES when no level has rules in force on that
 * day; LG_E_DATE; otherwise as lg_evaluate(). */
LG_API lg_status lg_echelon(const lg_profile *profile, int32_t date, lg_rung *rungs, uint32_t capacity, uint32_t *count,
                            lg_level *level, lg_level *next);

/* --------------------------------------------------------------- awards, regions, batches */

/* A place that the award table names. Belongs to the library; grows at the end. */
typedef struct lg_region {
    int32_t code;     /* GB/T 2260: 350502; 0 for the whole country */
    int32_t reserved; /* 0 */
    const char *name; /* English */
    const char *name_zh;
} lg_region;

/* The i-th region named in the award table; NULL past the end. Any other code may be asked for as well. */
LG_API const lg_region *lg_region_at(uint32_t i);

/* What a title brings in one place. Belongs to the library; grows at the end. */
typedef struct lg_award {
    const char *id;       /* "fujian-little-giant-2020" */
    const char *document; /* its basis, "" if not known */
    const char *source;   /* where it was read */
    int32_t region;       /* who pays: code of the province, city or county; 0 the central budget */
    lg_level title;       /* LG_LEVEL_* */
    int32_t paid_from;    /* first day, YYYYMMDD */
    int32_t paid_to;      /* last day, 0: open */
    lg_grade grade;       /* LG_GRADE_* */
    int32_t years;        /* over how many years it is paid; 1: once */
    int64_t amount_low;   /* fen; certain amount. -1: not known */
    int64_t amount_high;  /* fen; more than amount_low for "up to" and for sources that conflict. -1: not known */
    int32_t cumulative;   /* 1: paid on top of other levels' awards; 0: not known; -1: not on top */
    int32_t selective;    /* 1: only for some holders of the title, see the note */
} lg_award;

/* The i-th award; NULL past the end. */
LG_API const lg_award *lg_award_at(uint32_t i);

/* What it is for people, and what is uncertain about it. NULL: no such award or language. */
LG_API const char *lg_award_note(uint32_t i, lg_language language);

/* The awards for a title in a place on a day: those of the place itself and of what it belongs to (city,
 * province, country). region is a GB/T 2260 code; date YYYYMMDD. Writes up to capacity indices for
 * lg_award_at(), and their full number to *count. That none is found does not prove that none exists.
 * awards may be NULL with capacity 0. LG_E_ARGUMENT: no such title, or region is neither 0 nor a code of
 * six digits. LG_E_DATE, LG_E_CAPACITY, LG_E_NULL. */
LG_API lg_status lg_award_select(lg_level title, int32_t region, int32_t date, uint32_t *awards, uint32_t capacity,
                                 uint32_t *count);

/* One batch of national Little Giants. Belongs to the library; grows at the end. */
typedef struct lg_batch {
    const char *rules;  /* id of the rule set for new applications */
    const char *source; /* where the figures were read */
    int32_t number;     /* 1, 2, ... */
    int32_t announced;  /* YYYYMMDD of the list; 00 for a day or month that is not known */
    int32_t published;  /* enterprises on the list as published; 0: not known */
    int32_t confirmed;  /* in later official totals; 0: not known */
    lg_grade grade;     /* LG_GRADE_* */
    int32_t reserved;   /* 0 */
} lg_batch;

/* The i-th batch, oldest first; NULL past the end. */
LG_API const lg_batch *lg_batch_at(uint32_t i);

/* ----------------------------------------------------------------------------- texts */

/* Texts: text is a buffer of capacity bytes, always left NUL-terminated unless capacity is 0;
 * *needed (may be NULL) is the size of the whole text with its NUL. A text that does not fit is cut
 * at a character's border and the call returns LG_E_CAPACITY. text may be NULL with capacity 0 to ask for
 * the size: LG_OK. */

/* One criterion in words: verdict, title, measured and required value, distance, what is missing,
 * citation and source grade, in one paragraph. Of a guard no distance is told: it demands nothing.
 * Errors as lg_evaluate_criterion(), LG_E_LANGUAGE, LG_E_CAPACITY. */
LG_API lg_status lg_explain_criterion(const lg_ruleset *rules, uint32_t criterion, const lg_profile *profile,
                                      lg_language language, char *text, uint64_t capacity, uint64_t *needed);

/* A whole assessment in words: the overall verdict, every criterion indented under its dimension (below one
 * that does not apply only its guard, as the reason), the facts still missing, the shortest way to qualify, and what a
 * verdict does not promise. */
LG_API lg_status lg_explain(const lg_ruleset *rules, const lg_profile *profile, lg_language language, char *text,
                            uint64_t capacity, uint64_t *needed);

/* What a criterion demands, in words: "at least 3 %", "more than 100,000,000.00 yuan". "" for
 * combinations other than AT_LEAST. */
LG_API lg_status lg_criterion_requirement(const lg_ruleset *rules, uint32_t criterion, lg_language language, char *text,
                                          uint64_t capacity, uint64_t *needed);

/* Where a criterion stands, in the reader's language: lg_criterion.citation with "annex", "art." and so on in its
 * words. Errors as lg_criterion_requirement(). */
LG_API lg_status lg_criterion_source(const lg_ruleset *rules, uint32_t criterion, lg_language language, char *text,
                                     uint64_t capacity, uint64_t *needed);

/* What was measured for a criterion, in words: "2.93 %", "100,000,000.00 yuan", "medium". A ratio or rate is
 * rounded against the enterprise, and takes as many decimals as it needs not to look different from its verdict, ten
 * at most.
 * "" while nothing is measured (the verdict is unknown, or the row is a combination other than AT_LEAST).
 * Errors as lg_explain_criterion(). */
LG_API lg_status lg_criterion_measured(const lg_ruleset *rules, uint32_t criterion, const lg_profile *profile,
                                       lg_language language, char *text, uint64_t capacity, uint64_t *needed);

/* --------------------------------------------------------------------------- receipts */

/* What a verdict rests on, so that it can be shown years later by which rules it was given. */

/* A rule set as one canonical text (UTF-8; lines of a key, one space and the value, each ending in a line feed; `facts`
 * stands alone where a row reads none): the same for the same rules on every machine and with every compiler, and
 * different if a number, an operator, an article or a grade is.
 *   rules, programme, level, application (bits), in_force_from, in_force_to, alternative, issuer, document
 *   then for every row, in order: criterion (its id), depth, kind, operator, facts (names, in the order that they are
 *     read), unit, bound, bound_high, bound_denominator, points, points_floor, total, citation, grade
 *   then, if a row is of LG_KIND_SME_SIZE: sector, number, fact, lowest value of a small, medium and large enterprise
 * Values are those of lg_ruleset_describe() and lg_ruleset_criterion(), words where there are any. A backslash is
 * written as two, a line feed as a backslash and the letter n. Titles and caveats, which are translated and may be
 * worded better, and compared_on do not take part. See "Texts" for text, capacity and needed. LG_E_RULES, LG_E_NULL,
 * LG_E_CAPACITY. */
LG_API lg_status lg_ruleset_table(const lg_ruleset *rules, char *text, uint64_t capacity, uint64_t *needed);

/* The SHA-256 of that text (without its NUL), 32 bytes. LG_E_NULL: no digest. LG_E_RULES: the digest is zeros. */
LG_API lg_status lg_ruleset_digest(const lg_ruleset *rules, uint8_t digest[32]);

/* A receipt for an assessment under a rule set: lines as above. library (its version), rules, document,
 * in_force_from, in_force_to, table (the word sha256 and the digest in 64 hexadecimal digits). Keys may be added at the
 * end. Otherwise as lg_ruleset_table(). */
LG_API lg_status lg_receipt(const lg_ruleset *rules, char *text, uint64_t capacity, uint64_t *needed);

LG_END_DECLS

#endif
