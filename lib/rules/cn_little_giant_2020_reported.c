/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Second batch of Little Giants as the press reported it on 13 November 2020: four strict requirements.
 *
 * Basis:      工信厅企业函〔2020〕159号 (July 2020), as reported; the notice itself was not found.
 * In force:   July to November 2020, new applications.
 * Open:       The report says "more than 100 million yuan". The Chinese notices say 1亿元以上, which
 *             includes the number, so "more than" may be a translator's; this edition takes the report
 *             at its word, and cn.little-giant.2020 includes the number. The report makes the provincial
 *             title compulsory; a provincial notice says only that holders are recommended first.
 * Compared with its sources: 2026-11-23.
 */
#include "rows.h"

#define REPORT "press report, 13 Nov 2020"

/* clang-format off */
static const lg__row ROWS_2020_REPORTED[] = {
    ALL(0, "reported-requirements", REPORT, SINGLE_SOURCE,
        T("The four requirements reported for the second batch", "媒体报道的第二批四项要求", "Empat syarat angkatan kedua menurut berita")),
    HOLDS(1, "srdi-title", REPORT ", requirement 1", SINGLE_SOURCE, SRDI_TITLE,
        TC("Provincial specialised-SME title", "省级专精特新中小企业称号", "Gelar UKM khusus tingkat provinsi",
           "Sources conflict: a provincial notice of 2020 says holders are only recommended first, and the notice of 2021 admits other strong innovators.",
           "来源不一致：2020年某省通知仅称优先推荐，2021年通知亦接受其他创新能力强的企业。",
           "Sumber bertentangan: pemberitahuan provinsi 2020 hanya menyebut pemegang gelar didahulukan, dan pemberitahuan 2021 menerima inovator kuat lain.")),
    VALUE(1, "revenue", REPORT ", requirement 2", SINGLE_SOURCE, REVENUE_Y1, GT, YI(1),
        TC("Annual operating revenue", "上年度营业收入", "Pendapatan usaha tahunan",
           "The amount is corroborated; \"more than\" rests on the report, and the notice probably includes 100 million itself (1亿元以上).",
           "金额有多方印证；“超过”仅见于报道，通知原文很可能为“1亿元以上”，含本数。",
           "Jumlahnya didukung beberapa sumber; \"lebih dari\" hanya menurut berita, dan pemberitahuan aslinya mungkin mencakup 100 juta itu sendiri.")),
    VALUE(1, "province-rank", REPORT ", requirement 3", CORROBORATED, PROVINCE_RANK, LE, COUNT(3),
        TITLE_PROVINCE_RANK),
    VALUE(1, "it-support", REPORT ", requirement 4", CORROBORATED, IT_SUPPORTED_BUSINESSES, GE, COUNT(1),
        TITLE_IT_SUPPORT),
};
/* clang-format on */

const lg_ruleset lg__cn_little_giant_2020_reported = {
    .info.id = "cn.little-giant.2020-reported",
    .info.programme = "cn.sme-gradient",
    .info.level = LG_LEVEL_LITTLE_GIANT,
    .info.application = LG_APPLICATION_NEW,
    .info.in_force_from = 20200701,
    .info.in_force_to = 20201113,
    .info.compared_on = 20261123,
    .info.grade = LG_GRADE_SINGLE_SOURCE,
    .info.alternative = 1,
    .info.issuer = "Ministry of Industry and Information Technology",
    .info.document = "工信厅企业函〔2020〕159号",
    .title = {{"Little Giant 2020, second batch, as reported by the press", "专精特新“小巨人”2020（第二批，媒体报道）",
               "Little Giant 2020, angkatan kedua, menurut berita"}},
    .caveat = {{"Only the four requirements that a press report names; cn.little-giant.2020 has the full conditions.",
                "仅含媒体报道的四项要求；完整条件见 cn.little-giant.2020。",
                "Hanya empat syarat yang disebut berita; syarat lengkap ada di cn.little-giant.2020."}},
    ROWS(ROWS_2020_REPORTED),
};
