/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reviews (复核) of 2026: still the standard of 2022, while new applications follow 2号.
 *
 * Document:   工信厅企业函〔2026〕117号.
 * In force:   reviews of the year 2026: the fifth batch (2023), and firms of the second that passed in 2023.
 * Overlay:    the exclusions of the notice of 2025. Whether growth is waived as in 2025 was not found; the
 *             standard's own condition is kept.
 * Procedure, not judged: that the enterprise holds a Little Giant title about to run out; three years of
 *             audit reports with main-business revenue in them.
 * Compared with its sources: 2026-11-23.
 */
#include "cn_measures_2022.h"
#include "cn_overlays_2025.h"

/* clang-format off */
static const lg__row TABLE[] = {
ALL(0, "little-giant", "63号 (2022) annex 3; 117号 (2026)", CORROBORATED, TITLE_LITTLE_GIANT),
  COMMON_2022_ENTRY,
  LITTLE_GIANT_2022_TITLE,
  COMMON_2022_EXCLUSIONS,
    NOT_RECOMMENDED(N117),
  LITTLE_GIANT_2022_SPECIALISATION,
  LITTLE_GIANT_2022_GROWTH,
  LITTLE_GIANT_2022_REFINEMENT,
  LITTLE_GIANT_2022_RD_CLASSES_1_2,
  LITTLE_GIANT_2022_RD_CLASS_3,
  LITTLE_GIANT_2022_INNOVATION_REST,
};
/* clang-format on */

const lg_ruleset lg__cn_little_giant_2026_review = {
    .info.id = "cn.little-giant.2026-review",
    .info.programme = "cn.sme-gradient",
    .info.level = LG_LEVEL_LITTLE_GIANT,
    .info.application = LG_APPLICATION_REVIEW,
    .info.in_force_from = 20260101,
    .info.in_force_to = 20261231,
    .info.compared_on = 20261123,
    .info.grade = LG_GRADE_SINGLE_SOURCE,
    .info.issuer = "Ministry of Industry and Information Technology",
    .info.document = "工信厅企业函〔2026〕117号",
    .title = {{"Little Giant 2026, reviews", "专精特新“小巨人”2026（复核）", "Little Giant 2026, peninjauan"}},
    .caveat = {{"Still the standard of 2022. Whether the growth waiver of 2025 holds again was not found; the "
                "condition is kept.",
                "仍按2022年标准。是否沿用2025年免考增长率未能查明，此处保留该条件。",
                "Masih standar 2022. Tidak ditemukan apakah pembebasan pertumbuhan 2025 berlaku lagi; syarat itu "
                "dipertahankan."}},
    ROWS(TABLE),
};
