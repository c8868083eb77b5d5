/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a title brings, place by place, and the batches of Little Giants. Pure tables; when a budget or a
 * list changes, add a row and end the old one with a date, never edit an amount in place.
 * Compared with their sources: 2026-11-23.
 */
#include "internal.h"

#define WAN(N) (INT64_C(N) * 1000000) /* 万元 in fen */
#define NOT_KNOWN INT64_C(-1)

/* clang-format off */
static const lg_region REGIONS[] = {
    {0,      0, "China",     "全国"},
    {340000, 0, "Anhui",     "安徽省"},
    {340100, 0, "Hefei",     "合肥市"},
    {350000, 0, "Fujian",    "福建省"},
    {350100, 0, "Fuzhou",    "福州市"},
    {350121, 0, "Minhou",    "闽侯县"},
    {350500, 0, "Quanzhou",  "泉州市"},
    {350502, 0, "Licheng",   "鲤城区"},
    {350581, 0, "Shishi",    "石狮市"},
    {440000, 0, "Guangdong", "广东省"},
};

typedef struct award_row {
    lg_award award;
    lg__text note;
} award_row;

#define GIANT LG_LEVEL_LITTLE_GIANT
#define SPECIAL LG_LEVEL_SPECIALISED_SME
#define INNOVATIVE LG_LEVEL_INNOVATIVE_SME
#define OFFICIAL LG_GRADE_OFFICIAL
#define SEVERAL LG_GRADE_CORROBORATED
#define SINGLE LG_GRADE_SINGLE_SOURCE

/* id, document, source, region, title, from, to, grade, years, low, high, cumulative, selective; note */
static const award_row AWARDS[] = {
    {{"fujian-little-giant-2020", "闽工信法规〔2021〕26号; 闽中小企业办〔2022〕1号", "Fujian industry department, 31 Aug 2022; press, 13 Nov 2020", 350000, GIANT, 20200101, 20221231, OFFICIAL, 1, WAN(50), WAN(50), 0, 0},
     {{"Newly recognised national Little Giant, once. 2020 as practised, by the press; 2022 official.", "新认定国家级“小巨人”，一次性。2020年据报道，2022年为官方口径。", "Little Giant nasional baru, sekali. 2020 menurut berita; 2022 resmi."}}},
    {{"fujian-specialised-2021", "", "agency list of Fuzhou rewards", 350000, SPECIAL, 20210101, 20221231, SINGLE, 1, WAN(20), WAN(20), 0, 0},
     {{"Provincial specialised SME or provincial little giant, once.", "省级专精特新中小企业或省级“小巨人”，一次性。", "UKM khusus atau Little Giant tingkat provinsi, sekali."}}},
    {{"fujian-little-giant-2024", "Fujian measures of 2024", "Fujian commerce department", 350000, GIANT, 20240101, 0, OFFICIAL, 1, WAN(100), WAN(100), 0, 0},
     {{"Newly recognised national Little Giant, once.", "新认定国家级“小巨人”，一次性。", "Little Giant nasional baru, sekali."}}},
    {{"fuzhou-little-giant-2022", "", "Fujian industry department, 31 Aug 2022; agency list", 350100, GIANT, 20220101, 20221231, OFFICIAL, 1, WAN(25), WAN(25), 1, 0},
     {{"The city adds half of the province's award.", "市级按省级奖励1:0.5配套。", "Kota menambah setengah dari penghargaan provinsi."}}},
    {{"fuzhou-specialised-2022", "", "agency list of Fuzhou rewards", 350100, SPECIAL, 20220101, 20221231, SINGLE, 1, WAN(10), WAN(10), 0, 0},
     {{"Provincial specialised SME, once.", "省级专精特新中小企业，一次性。", "UKM khusus tingkat provinsi, sekali."}}},
    {{"minhou-little-giant-2022", "", "agency list of Fuzhou rewards", 350121, GIANT, 20220101, 20221231, SINGLE, 1, WAN(10), WAN(10), 0, 0},
     {{"The county's own award, once.", "县级奖励，一次性。", "Penghargaan kabupaten, sekali."}}},
    {{"minhou-specialised-2022", "", "agency list of Fuzhou rewards", 350121, SPECIAL, 20220101, 20221231, SINGLE, 1, WAN(3), WAN(3), 0, 0},
     {{"The county's own award, once.", "县级奖励，一次性。", "Penghargaan kabupaten, sekali."}}},
    {{"quanzhou-review-2025", "", "press, 17 Mar 2025", 350500, GIANT, 20250101, 0, SINGLE, 1, NOT_KNOWN, NOT_KNOWN, 0, 1},
     {{"The city pays for passed reviews too: 37.65 million yuan in all for 2024; the amount for one firm was not found.", "市级对复核通过企业亦有奖励，2024年度共兑现3765万元；单户金额未查明。", "Kota juga membayar untuk peninjauan yang lulus: 37,65 juta yuan seluruhnya untuk 2024; jumlah per perusahaan tidak ditemukan."}}},
    {{"shishi-little-giant-2024", "", "local press, 12 Oct 2024", 350581, GIANT, 20240101, 20241231, SINGLE, 1, WAN(50), WAN(50), 1, 0},
     {{"On top of the higher levels, once.", "在上级奖励基础上叠加，一次性。", "Di atas penghargaan tingkat lebih tinggi, sekali."}}},
    {{"shishi-specialised-2024", "", "local press, 12 Oct 2024", 350581, SPECIAL, 20240101, 20241231, SINGLE, 1, WAN(10), WAN(10), 1, 0},
     {{"On top of the higher levels, once.", "在上级奖励基础上叠加，一次性。", "Di atas penghargaan tingkat lebih tinggi, sekali."}}},
    {{"shishi-innovative-2024", "", "local press, 12 Oct 2024", 350581, INNOVATIVE, 20240101, 20241231, SINGLE, 1, WAN(1) / 2, WAN(1) / 2, 1, 0},
     {{"First recognition as innovative or technology SME, on top of the higher levels, once.", "首次认定创新型或科技型中小企业，叠加，一次性。", "Pengakuan pertama sebagai UKM inovatif atau teknologi, di atas tingkat lebih tinggi, sekali."}}},
    {{"anhui-little-giant-solar-2023", "", "agency list of Hefei rewards", 340000, GIANT, 20230101, 20241231, SINGLE, 1, WAN(100), WAN(100), 0, 1},
     {{"Only in photovoltaics and energy storage.", "仅限光伏、储能领域。", "Hanya di bidang fotovoltaik dan penyimpanan energi."}}},
    {{"hefei-little-giant-2024", "", "agency list of Hefei rewards", 340100, GIANT, 20240101, 20241231, SINGLE, 1, 0, WAN(100), 0, 0},
     {{"Up to this amount.", "最高不超过该金额。", "Sampai jumlah ini."}}},
    {{"hefei-specialised-2024", "", "agency list of Hefei rewards", 340100, SPECIAL, 20240101, 20241231, SINGLE, 1, 0, WAN(20), 0, 0},
     {{"Up to this amount.", "最高不超过该金额。", "Sampai jumlah ini."}}},
    {{"guangdong-little-giant-2025", "", "agency; third-party policy data", 440000, GIANT, 20250101, 20261231, SINGLE, 1, 0, WAN(120), 0, 0},
     {{"Sources conflict: 1,000,000 yuan in the Pearl River Delta and 1,200,000 elsewhere, or no uniform award at all.", "来源不一致：珠三角100万元、其他地区120万元；或无统一现金奖励。", "Sumber bertentangan: 1.000.000 yuan di Delta Sungai Mutiara dan 1.200.000 di tempat lain, atau tidak ada penghargaan seragam."}}},
    {{"central-recognition", "", "third-party policy data", 0, GIANT, 20181101, 0, SINGLE, 1, 0, 0, 0, 0},
     {{"Recognition itself carries no central money.", "认定本身无中央财政奖励。", "Pengakuan itu sendiri tidak disertai dana pusat."}}},
    {{"central-key-firms-2021", "财建〔2021〕2号", "recollection; a Fujian report agrees", 0, GIANT, 20210101, 20251231, SINGLE, 3, NOT_KNOWN, NOT_KNOWN, 0, 1},
     {{"Key Little Giants alone: at least 10 billion yuan for more than 1,000 firms in three batches of three years; the amount for one firm was not found.", "仅限重点“小巨人”：累计100亿元以上，分三批、每批三年，支持1000余家；单户金额未查明。", "Hanya Little Giant utama: paling sedikit 10 miliar yuan untuk lebih dari 1.000 perusahaan dalam tiga angkatan; jumlah per perusahaan tidak ditemukan."}}},
    {{"central-key-firms-2024", "财建〔2024〕148号", "third-party data citing the finance ministry", 0, GIANT, 20240101, 20261231, SEVERAL, 3, WAN(600), WAN(600), 0, 1},
     {{"Key Little Giants alone: in total over three years, two instalments, the rest on performance.", "仅限重点“小巨人”：三年合计，分两次拨付，后期与绩效挂钩。", "Hanya Little Giant utama: total selama tiga tahun, dua angsuran, sisanya menurut kinerja."}}},
};

/* rules, source, number, announced, published, confirmed, grade */
static const lg_batch BATCHES[] = {
    {"cn.little-giant.2018", "press; ministry announcement", 1, 20190000,  248,  248, SEVERAL, 0},
    {"cn.little-giant.2020", "press, 13 Nov 2020; later official totals", 2, 20201113, 1744, 1584, SEVERAL, 0},
    {"cn.little-giant.2021", "press 2021; later official totals", 3, 20210700, 2930, 2930, SEVERAL, 0},
    {"cn.little-giant.2022", "press; later official totals", 4, 20220800, 4357, 4328, SEVERAL, 0},
    {"cn.little-giant.2022", "press", 5, 20230700, 3671,    0, SEVERAL, 0},
    {"cn.little-giant.2022", "press", 6, 20240900, 3012,    0, SEVERAL, 0},
    {"cn.little-giant.2025", "agency statistics, 1 Dec 2025", 7, 20251000, 3482,    0, SEVERAL, 0},
    {"cn.little-giant.2026", "result not found", 8, 20260000, 0, 0, LG_GRADE_NONE, 0},
};
/* clang-format on */

#define COUNT_OF(TABLE) (sizeof(TABLE) / sizeof(TABLE)[0])

const lg_region *lg_region_at(uint32_t i) { return i < COUNT_OF(REGIONS) ? &REGIONS[i] : NULL; }
const lg_award *lg_award_at(uint32_t i) { return i < COUNT_OF(AWARDS) ? &AWARDS[i].award : NULL; }
const lg_batch *lg_batch_at(uint32_t i) { return i < COUNT_OF(BATCHES) ? &BATCHES[i] : NULL; }

const char *lg_award_note(uint32_t i, lg_language language)
{
    return i < COUNT_OF(AWARDS) ? lg__text_in(&AWARDS[i].note, language) : NULL;
}

/* Whether `place` is `region` or lies in it: the code of a city ends in 00, of a province in 0000. */
static int lies_in(int32_t place, int32_t region)
{
    if (region == 0 || place == region)
        return 1;
    if (region % 10000 == 0)
        return place / 10000 == region / 10000;
    return region % 100 == 0 && place / 100 == region / 100;
}

static int is_title(lg_level title) { return title > LG_LEVEL_NONE && lg_level_name(title) != NULL; }
static int is_region(int32_t code) { return code == 0 || (code >= 110000 && code <= 999999); }

lg_status lg_award_select(lg_level title, int32_t region, int32_t date, uint32_t *awards, uint32_t capacity,
                          uint32_t *count)
{
    if (count)
        *count = 0;
    if (!count || (!awards && capacity > 0))
        return LG_E_NULL;
    if (!lg__is_date(date))
        return LG_E_DATE;
    if (!is_title(title) || !is_region(region))
        return LG_E_ARGUMENT;
    for (uint32_t i = 0; i < COUNT_OF(AWARDS); i++) {
        const lg_award *award = &AWARDS[i].award;
        if (award->title != title || !lies_in(region, award->region) || date < award->paid_from ||
            (award->paid_to != 0 && date > award->paid_to))
            continue;
        if (*count < capacity)
            awards[*count] = i;
        ++*count;
    }
    return lg__list_status(awards, *count, capacity);
}
