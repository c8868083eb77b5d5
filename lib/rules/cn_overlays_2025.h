/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the notices of 2025 (工信厅企业函〔2025〕190号, seventh batch) and 2026 (工信厅企业函〔2026〕117号,
 * eighth batch) add to a standard: who is not recommended, and in 2025 a minimum revenue.
 *
 * Sources:    Reprints of 190号 by cities and districts; third-party data on 117号, which says the
 *             exclusions are those of 2025.
 * Open:       The minimum revenue of 50 million yuan stands in one city's notice; it may be a national or
 *             a provincial wording. It switches the third revenue class of 63号 off.
 * Compared with its sources: 2026-11-23.
 */
#ifndef LG_RULES_CN_OVERLAYS_2025_H
#define LG_RULES_CN_OVERLAYS_2025_H

#include "rows.h"

#define N190 "190号 (2025)"
#define N117 "117号 (2026)"

/* clang-format off */
#define MINIMUM_REVENUE_2025 \
    VALUE(2, "revenue-floor", N190, SINGLE_SOURCE, REVENUE_Y1, GE, WAN(5000), \
      TC("Operating revenue, minimum of the 2025 round", "2025年度申报营业收入下限", "Pendapatan usaha, batas bawah putaran 2025", \
         "From a city's copy of the notice; the wording may be national or provincial.", \
         "见于某市转发的通知，可能为国家或省级口径。", \
         "Dari salinan pemberitahuan sebuah kota; bunyinya mungkin nasional atau provinsi."))

/* Not recommended, new applications and reviews. Follows a row at depth 1. */
#define NOT_RECOMMENDED(NOTICE) \
    ABSENT(2, "no-control-tie", NOTICE, CORROBORATED, CONTROLLED_BY_LITTLE_GIANT, \
      T("No control tie with a recognised Little Giant", "与已认定“小巨人”企业不存在控股关系", "Tidak ada hubungan kendali dengan Little Giant")), \
    ABSENT(2, "no-false-application", NOTICE, CORROBORATED, FALSE_APPLICATION, \
      T("No false data in an application", "无申报数据造假", "Tidak ada data palsu dalam permohonan"))

/* Not recommended, new applications alone. */
#define NOT_A_SINGLE_CHAMPION(NOTICE) \
    ABSENT(2, "no-single-champion", NOTICE, CORROBORATED, SINGLE_CHAMPION, \
      TITLE_NO_SINGLE_CHAMPION)
/* clang-format on */

#endif
