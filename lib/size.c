/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SME size classes: 中小企业划型标准规定, 工信部联企业〔2011〕300号, 18 June 2011.
 *
 * Every sector states, for one or two indicators out of employees (X), operating revenue (Y) and
 * total assets (Z), the lower limits of the classes large, medium and small. An enterprise is in
 * the highest class whose limits it reaches with all its indicators, so its class is the lowest
 * that any one indicator gives it. Here 以下 excludes the limit: on a limit it is in the larger class.
 */
#include "internal.h"

typedef struct limits {
    int64_t small, medium, large; /* large = 0: the sector does not use the indicator */
} limits;

#define NONE                                                                                                           \
    {                                                                                                                  \
        0, 0, 0                                                                                                        \
    }
#define WAN INT64_C(1000000) /* fen in 10,000 yuan */
#define MONEY(SMALL, MEDIUM, LARGE)                                                                                    \
    {                                                                                                                  \
        SMALL *WAN, MEDIUM *WAN, LARGE *WAN                                                                            \
    }

/* clang-format off */
static const limits SECTORS[LG__SECTORS][LG__INDICATORS] = {
/*    employees             revenue, 10,000 yuan         assets, 10,000 yuan       */
    { NONE,                 MONEY(50, 500, 20000),       NONE },                       /*  1 agriculture */
    { {20, 300, 1000},      MONEY(300, 2000, 40000),     NONE },                       /*  2 industry */
    { NONE,                 MONEY(300, 6000, 80000),     MONEY(300, 5000, 80000) },    /*  3 construction */
    { {5, 20, 200},         MONEY(1000, 5000, 40000),    NONE },                       /*  4 wholesale */
    { {10, 50, 300},        MONEY(100, 500, 20000),      NONE },                       /*  5 retail */
    { {20, 300, 1000},      MONEY(200, 3000, 30000),     NONE },                       /*  6 transport */
    { {20, 100, 200},       MONEY(100, 1000, 30000),     NONE },                       /*  7 warehousing */
    { {20, 300, 1000},      MONEY(100, 2000, 30000),     NONE },                       /*  8 postal */
    { {10, 100, 300},       MONEY(100, 2000, 10000),     NONE },                       /*  9 accommodation */
    { {10, 100, 300},       MONEY(100, 2000, 10000),     NONE },                       /* 10 catering */
    { {10, 100, 2000},      MONEY(100, 1000, 100000),    NONE },                       /* 11 information transmission */
    { {10, 100, 300},       MONEY(50, 1000, 10000),      NONE },                       /* 12 software, IT services */
    { NONE,                 MONEY(100, 1000, 200000),    MONEY(2000, 5000, 10000) },   /* 13 real-estate development */
    { {100, 300, 1000},     MONEY(500, 1000, 5000),      NONE },                       /* 14 property management */
    { {10, 100, 300},       NONE,                        MONEY(100, 8000, 120000) },   /* 15 leasing, business services */
    { {10, 100, 300},       NONE,                        NONE },                       /* 16 other */
};
/* clang-format on */

const uint32_t lg__indicators[LG__INDICATORS] = {LG_FACT_EMPLOYEES, LG_FACT_REVENUE_Y1, LG_FACT_TOTAL_ASSETS_Y1};

/* One class up for each limit that is reached; without branches, since values go either way. */
static lg_size_class class_of(const limits *limit, int64_t value)
{
    return LG_SIZE_MICRO + (value >= limit->small) + (value >= limit->medium) + (value >= limit->large);
}

/* Classes from micro up to and including this one, as a set. */
static uint32_t up_to(lg_size_class size_class) { return (1u << (size_class + 1)) - 2u; }

int64_t lg__size_limit(uint32_t sector, uint32_t indicator, lg_size_class size_class)
{
    const limits *limit = &SECTORS[sector][indicator];
    if (limit->large == 0)
        return INT64_MIN;
    return size_class == LG_SIZE_LARGE ? limit->large : size_class == LG_SIZE_MEDIUM ? limit->medium : limit->small;
}

static lg__size_facts facts_of(const lg__view *view)
{
    lg__size_facts facts;
    for (int i = 0; i < LG__INDICATORS; i++) {
        facts.known[i] = lg__fact_known(view, lg__indicators[i]);
        facts.values[i] = facts.known[i] ? *lg__fact_slot(view->profile, lg__indicators[i]) : 0;
    }
    return facts;
}

/* An unknown indicator may lower the class to any below, but never raise it. */
static uint32_t classes_in_sector(const lg__size_facts *facts, const limits sector[LG__INDICATORS])
{
    lg_size_class lowest = LG_SIZE_LARGE;
    int open = 0;
    for (int i = 0; i < LG__INDICATORS; i++) {
        if (sector[i].large == 0)
            continue;
        if (!facts->known[i]) {
            open = 1;
            continue;
        }
        lg_size_class c = class_of(&sector[i], facts->values[i]);
        lowest = c < lowest ? c : lowest;
    }
    return open ? up_to(lowest) : 1u << lowest;
}

/* Goes on until no class can be added. */
uint32_t lg__size_classes_anywhere(const lg__size_facts *facts)
{
    uint32_t classes = 0;
    for (int sector = 0; sector < LG__SECTORS && classes != up_to(LG_SIZE_LARGE); sector++)
        classes |= classes_in_sector(facts, SECTORS[sector]);
    return classes;
}

uint32_t lg__size_classes(const lg__view *view)
{
    lg__size_facts facts = facts_of(view);
    if (lg__fact_known(view, LG_FACT_SIZE_SECTOR))
        return classes_in_sector(&facts, SECTORS[*lg__fact_slot(view->profile, LG_FACT_SIZE_SECTOR) - 1]);
    return lg__size_classes_anywhere(&facts);
}

static int spans(uint32_t classes, uint32_t meeting) { return (classes & meeting) && (classes & ~meeting); }

/* An indicator matters if a sector that is still possible uses it and is open both ways. */
int lg__size_fact_matters(const lg__view *view, uint32_t fact, uint32_t meeting)
{
    int known = lg__fact_known(view, LG_FACT_SIZE_SECTOR);
    int first = known ? (int)*lg__fact_slot(view->profile, LG_FACT_SIZE_SECTOR) - 1 : 0,
        last = known ? first : LG__SECTORS - 1;
    lg__size_facts facts = facts_of(view);
    if (fact == LG_FACT_SIZE_SECTOR)
        return spans(lg__size_classes(view), meeting);
    for (int sector = first; sector <= last; sector++)
        for (int i = 0; i < LG__INDICATORS; i++)
            if (lg__indicators[i] == fact && SECTORS[sector][i].large &&
                spans(classes_in_sector(&facts, SECTORS[sector]), meeting))
                return 1;
    return 0;
}

static lg_size_class only_class(uint32_t classes)
{
    for (lg_size_class c = LG_SIZE_MICRO; c <= LG_SIZE_LARGE; c++)
        if (classes == 1u << c)
            return c;
    return LG_SIZE_UNKNOWN;
}

lg_status lg_sme_size(const lg_profile *profile, lg_size_class *size_class, uint32_t *possible)
{
    lg__view view;
    if (size_class)
        *size_class = LG_SIZE_UNKNOWN;
    if (possible)
        *possible = 0;
    if (!size_class)
        return LG_E_NULL;
    lg_status status = lg__view_open(profile, &view);
    if (status == LG_OK)
        status = lg__view_check_ranges(&view);
    if (status != LG_OK)
        return status;
    uint32_t classes = lg__size_classes(&view);
    *size_class = only_class(classes);
    if (possible)
        *possible = classes;
    return LG_OK;
}
