/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Provincial specialised SMEs in Guangdong: the national standard of 2022 with a pass mark of 70.
 *
 * Document:   粤工信规字〔2024〕5号, on 工信部企业〔2022〕63号, annex 2.
 * Issuer:     Guangdong Department of Industry and Information Technology.
 * In force:   2024 (day not found; 1 January is taken) to 31 March 2026. A provincial edition: found by its
 *             id, never selected by date.
 * Conditions: see cn_specialised_sme_2022.h; the local 15 points are an input as everywhere.
 * Compared with its sources: 2026-11-23.
 */
#include "cn_specialised_sme_2022.h"

/* Row whose points the pass mark reads. */
enum { TOTAL = 25 };

/* clang-format off */
static const lg__row TABLE[] = {
ALL(0, "specialised-sme", "63号 (2022) annex 2; 粤工信规字〔2024〕5号", CORROBORATED, TITLE_SPECIALISED_SME),
  COMMON_2022_ENTRY,
  COMMON_2022_EXCLUSIONS,
  SPECIALISED_SME_2022_BASICS,
  SPECIALISED_SME_2022_DIRECT_ROUTES,
    PASS(2, "score", "粤工信规字〔2024〕5号", CORROBORATED, TOTAL, 70,
      T("Pass mark of the score", "评分达标线", "Nilai lulus skor")),
  SPECIALISED_SME_2022_SCORE,
};
/* clang-format on */

const lg_ruleset lg__cn_srdi_sme_2022_guangdong = {
    .info.id = "cn.srdi-sme.2022-guangdong",
    .info.programme = "cn.sme-gradient",
    .info.level = LG_LEVEL_SPECIALISED_SME,
    .info.application = LG_APPLICATION_NEW | LG_APPLICATION_REVIEW,
    .info.in_force_from = 20240101,
    .info.in_force_to = 20260331,
    .info.compared_on = 20261123,
    .info.grade = LG_GRADE_SINGLE_SOURCE,
    .info.alternative = 1,
    .info.issuer = "Guangdong Department of Industry and Information Technology",
    .info.document = "粤工信规字〔2024〕5号",
    .title = {{"Specialised SME 2022, Guangdong", "专精特新中小企业2022（广东）", "UKM khusus 2022, Guangdong"}},
    .caveat = {{"The national standard with Guangdong's pass mark of 70; the day it took effect in 2024 was not found.",
                "国家标准，广东达标线70分；2024年具体施行日期未查明。",
                "Standar nasional dengan nilai lulus Guangdong 70; tanggal berlakunya pada 2024 tidak ditemukan."}},
    ROWS(TABLE),
};
