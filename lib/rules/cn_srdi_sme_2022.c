/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Provincial specialised SMEs (专精特新中小企业), second level of the 2022 measures, national pass mark.
 *
 * Document:   优质中小企业梯度培育管理暂行办法, 工信部企业〔2022〕63号, article 3 and annex 2.
 * Issuer:     Ministry of Industry and Information Technology; recognised by the provinces.
 * In force:   1 August 2022 to 31 March 2026.
 * Conditions: see cn_specialised_sme_2022.h.
 * Compared with its sources: 2026-11-23.
 */
#include "cn_specialised_sme_2022.h"

/* Row whose points the pass mark reads. */
enum { TOTAL = 25 };

/* clang-format off */
static const lg__row TABLE[] = {
ALL(0, "specialised-sme", "63号 (2022) annex 2", CORROBORATED, TITLE_SPECIALISED_SME),
  COMMON_2022_ENTRY,
  COMMON_2022_EXCLUSIONS,
  SPECIALISED_SME_2022_BASICS,
  SPECIALISED_SME_2022_DIRECT_ROUTES,
    PASS(2, "score", ANX2 "4", CORROBORATED, TOTAL, 60,
      T("Pass mark of the score", "评分达标线", "Nilai lulus skor")),
  SPECIALISED_SME_2022_SCORE,
};
/* clang-format on */

const lg_ruleset lg__cn_srdi_sme_2022 = {
    .info.id = "cn.srdi-sme.2022",
    .info.programme = "cn.sme-gradient",
    .info.level = LG_LEVEL_SPECIALISED_SME,
    .info.application = LG_APPLICATION_NEW | LG_APPLICATION_REVIEW,
    .info.in_force_from = 20220801,
    .info.in_force_to = 20260331,
    .info.compared_on = 20261123,
    .info.grade = LG_GRADE_SINGLE_SOURCE,
    .info.issuer = "Ministry of Industry and Information Technology",
    .info.document = "工信部企业〔2022〕63号",
    .title = {{"Specialised SME 2022", "专精特新中小企业2022", "UKM khusus 2022"}},
    .caveat = {{"From reprints that agree; each province adds its own 15 points, and some ask for a higher pass mark.",
                "依据相互一致的转载；各省另设15分特色指标，部分省份提高达标线。",
                "Dari cetak ulang yang cocok; tiap provinsi menambah 15 poin sendiri, sebagian meminta nilai lulus "
                "lebih tinggi."}},
    ROWS(TABLE),
};
