/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reviews (复核) of 2025: the standard of 2022 with the overlay of the notice.
 *
 * Document:   工信厅企业函〔2025〕190号.
 * In force:   reviews of the year 2025: the fourth batch (2022), and firms of the first that passed before.
 * Overlay:    growth is not examined; revenue below 50 million yuan is not accepted; firms tied to a
 *             recognised Little Giant and data fraud are not recommended. Single champions may be reviewed.
 * Procedure, not judged: that the enterprise holds a Little Giant title about to run out.
 * Compared with its sources: 2026-11-23.
 */
#include "cn_measures_2022.h"
#include "cn_overlays_2025.h"

/* clang-format off */
static const lg__row TABLE[] = {
ALL(0, "little-giant", "63号 (2022) annex 3; 190号 (2025)", CORROBORATED, TITLE_LITTLE_GIANT),
  COMMON_2022_ENTRY,
  LITTLE_GIANT_2022_TITLE,
    MINIMUM_REVENUE_2025,
  COMMON_2022_EXCLUSIONS,
    NOT_RECOMMENDED(N190),
  LITTLE_GIANT_2022_SPECIALISATION,
  LITTLE_GIANT_2022_REFINEMENT,
  LITTLE_GIANT_2022_RD_CLASSES_1_2,
  LITTLE_GIANT_2022_INNOVATION_REST,
};
/* clang-format on */

const lg_ruleset lg__cn_little_giant_2025_review = {
    .info.id = "cn.little-giant.2025-review",
    .info.programme = "cn.sme-gradient",
    .info.level = LG_LEVEL_LITTLE_GIANT,
    .info.application = LG_APPLICATION_REVIEW,
    .info.in_force_from = 20250101,
    .info.in_force_to = 20251231,
    .info.compared_on = 20261123,
    .info.grade = LG_GRADE_SINGLE_SOURCE,
    .info.issuer = "Ministry of Industry and Information Technology",
    .info.document = "工信厅企业函〔2025〕190号",
    .title = {{"Little Giant 2025, reviews", "专精特新“小巨人”2025（复核）", "Little Giant 2025, peninjauan"}},
    .caveat = {{"The standard of 2022 without growth, as the notice of 2025 waives it for reviews; the minimum revenue "
                "rests on one city's notice.",
                "2022年标准，按2025年通知复核免予考核增长率；营业收入下限仅见于某市通知。",
                "Standar 2022 tanpa pertumbuhan, yang dibebaskan untuk peninjauan 2025; batas bawah pendapatan hanya "
                "dari satu kota."}},
    ROWS(TABLE),
};
