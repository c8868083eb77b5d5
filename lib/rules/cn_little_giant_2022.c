/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Little Giant standard of the 2022 measures, as it stands in annex 3. See cn_measures_2022.h for the
 * conditions, their sources and what was chosen where they are open.
 *
 * In force:   1 August 2022 (recollected; the fourth batch applied under it already in summer 2022) to
 *             31 March 2026; new applications and reviews, but for the round of 2025 (190号) and the
 *             reviews of 2026 (117号), which have editions of their own.
 * Compared with its sources: 2026-11-23.
 */
#include "cn_measures_2022.h"

/* clang-format off */
static const lg__row TABLE[] = {
ALL(0, "little-giant", "63号 (2022) annex 3", CORROBORATED, TITLE_LITTLE_GIANT),
  COMMON_2022_ENTRY,
  LITTLE_GIANT_2022_TITLE,
  COMMON_2022_EXCLUSIONS,
  LITTLE_GIANT_2022_SPECIALISATION,
  LITTLE_GIANT_2022_GROWTH,
  LITTLE_GIANT_2022_REFINEMENT,
  LITTLE_GIANT_2022_RD_CLASSES_1_2,
  LITTLE_GIANT_2022_RD_CLASS_3,
  LITTLE_GIANT_2022_INNOVATION_REST,
};
/* clang-format on */

const lg_ruleset lg__cn_little_giant_2022 = {
    .info.id = "cn.little-giant.2022",
    .info.programme = "cn.sme-gradient",
    .info.level = LG_LEVEL_LITTLE_GIANT,
    .info.application = LG_APPLICATION_NEW | LG_APPLICATION_REVIEW,
    .info.in_force_from = 20220801,
    .info.in_force_to = 20260331,
    .info.compared_on = 20261123,
    .info.grade = LG_GRADE_SINGLE_SOURCE,
    .info.issuer = "Ministry of Industry and Information Technology",
    .info.document = "工信部企业〔2022〕63号",
    .title = {{"Little Giant 2022", "专精特新“小巨人”2022", "Little Giant 2022"}},
    .caveat = {{"From reprints of the official text that agree with each other; the day it came into force is "
                "recollected, and the fourth batch applied under it before.",
                "依据相互一致的官方文本转载；施行日期为推断，第四批此前即按此申报。",
                "Dari cetak ulang teks resmi yang saling cocok; tanggal berlakunya rekonstruksi, dan angkatan keempat "
                "sudah memakainya sebelumnya."}},
    ROWS(TABLE),
};
