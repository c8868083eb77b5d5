/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Second batch of Little Giants, full conditions, all of them mandatory.
 *
 * Document:   工信厅企业函〔2020〕159号, July 2020. The full text was not found.
 * Issuer:     Ministry of Industry and Information Technology.
 * In force:   July to 13 November 2020 (publication of the list), new applications.
 * Sources:    A provincial notice (3 years of business, no single champions), the press, agency lists of that
 *             year, the notice of 2021, and recollection, as the grades say.
 * Chosen:     Sources conflict: an agency prints ten optional conditions of which six suffice, recollection
 *             and the press report have them mandatory. This reading contains the four requirements of the press
 *             (the title as one of three) and is the likelier; the other is cn.little-giant.2020-optional.
 *             Numbers from the agency's list are graded as reconstructed here, because that they are mandatory is.
 * Revenue is 1亿元以上, which includes the number. Growth of 10 % rather than the 5 % of 2021. The basic conditions and
 *             exclusions are those of 2021 and 2018.
 * Compared with its sources: 2026-11-23.
 */
#include "rows.h"

#define DOC "159号 (2020)"

/* clang-format off */
static const lg__row TABLE[] = {
ALL(0, "little-giant", DOC, RECONSTRUCTED, T("Little Giant standard, second batch", "专精特新“小巨人”企业条件（第二批）", "Standar Little Giant, angkatan kedua")),
  ALL(1, "entry", DOC, RECONSTRUCTED, TITLE_ENTRY),
    HOLDS(2, "mainland-entity", DOC, CORROBORATED, MAINLAND_LEGAL_ENTITY,
      TITLE_MAINLAND_ENTITY),
    SME(2, "sme-size", DOC "; 300号 (2011)", CORROBORATED,
      TITLE_SME_SIZE),
    VALUE(2, "business-years", DOC, CORROBORATED, BUSINESS_AGE, GE, YEARS(3),
      TITLE_BUSINESS_YEARS),
    ANY(2, "specialised", DOC, RECONSTRUCTED,
      TC("Provincial specialised SME, on its cultivation list, or strong innovator", "省级专精特新、重点培育企业或创新能力强的企业", "UKM khusus provinsi, daftar binaan, atau inovator kuat",
         "Sources conflict: the press reports the title as compulsory; a provincial notice says holders are recommended first.",
         "来源不一致：媒体报道称须持有称号；某省通知称优先推荐。",
         "Sumber bertentangan: berita menyebut gelar wajib; pemberitahuan provinsi menyebut pemegang gelar didahulukan.")),
      HOLDS(3, "srdi-title", DOC, RECONSTRUCTED, SRDI_TITLE,
        TITLE_SRDI_TITLE),
      HOLDS(3, "srdi-candidate", DOC, RECONSTRUCTED, SRDI_CANDIDATE,
        T("On the provincial key-cultivation list", "列入省级重点培育", "Dalam daftar binaan utama provinsi")),
      HOLDS(3, "strong-innovator", DOC, RECONSTRUCTED, STRONG_INNOVATOR,
        T("Strong innovator with a clear competitive edge", "创新能力强、市场竞争优势突出", "Inovator kuat dengan keunggulan jelas")),
    HOLDS(2, "specialised-strategy", DOC, RECONSTRUCTED, SPECIALISED_STRATEGY,
      T("Long-term specialisation: parts for large firms or an own competitive product", "长期专注：为大企业配套或拥有有竞争力的自有品牌产品", "Spesialisasi jangka panjang: pemasok firma besar atau produk sendiri")),
    HOLDS(2, "governance", DOC, RECONSTRUCTED, SOUND_GOVERNANCE,
      T("Continuing innovation, strategy, governance, credit, green", "持续创新、管理规范、信誉良好、绿色发展", "Inovasi berkelanjutan, strategi, tata kelola, kredit, hijau")),
  ALL(1, "economy", DOC, RECONSTRUCTED, TITLE_ECONOMY),
    VALUE(2, "revenue", DOC, CORROBORATED, REVENUE_Y1, GE, WAN(10000),
      TITLE_REVENUE),
    ANY(2, "growth", DOC, RECONSTRUCTED, TC("Growth of main-business revenue or net profit", "主营业务收入或净利润平均增长率", "Pertumbuhan pendapatan bisnis utama atau laba bersih",
         "Sources conflict: 10 % in an agency's list, 5 % in the notice of 2021.",
         "来源不一致：代理机构清单为10%，2021年通知为5%。",
         "Sumber bertentangan: 10 % dalam daftar agen, 5 % dalam pemberitahuan 2021.")),
      MEAN_GROWTH(3, "growth-main-revenue", DOC, RECONSTRUCTED, MAIN_REVENUE, GE, PERCENT(10),
        TITLE_GROWTH_MAIN_REVENUE),
      MEAN_GROWTH(3, "growth-net-profit", DOC, RECONSTRUCTED, NET_PROFIT, GE, PERCENT(10),
        TITLE_GROWTH_NET_PROFIT),
    RATIO(2, "debt-ratio", DOC, RECONSTRUCTED, TOTAL_LIABILITIES_Y1, TOTAL_ASSETS_Y1, LE, PERCENT(70),
      TITLE_DEBT_RATIO),
  ALL(1, "specialisation", DOC, SINGLE_SOURCE, TITLE_SPECIALISATION),
    VALUE(2, "niche-years", DOC, SINGLE_SOURCE, SEGMENT_AGE, GE, YEARS(3),
      TITLE_NICHE_YEARS),
    RATIO(2, "main-share", DOC, SINGLE_SOURCE, MAIN_REVENUE_Y1, REVENUE_Y1, GE, PERCENT(70),
      TITLE_MAIN_SHARE),
    VALUE(2, "province-rank", DOC, CORROBORATED, PROVINCE_RANK, LE, COUNT(3),
      TITLE_PROVINCE_RANK),
    HOLDS(2, "reputation", DOC, RECONSTRUCTED, HIGH_REPUTATION,
      T("Known and influential in its niche", "享有较高知名度和影响力", "Dikenal dan berpengaruh di segmennya")),
  ALL(1, "innovation", DOC, RECONSTRUCTED, TITLE_INNOVATION),
    ALL(2, "rd-ratio", DOC, RECONSTRUCTED,
      TC("R&D to revenue, last 2 years", "近2年研发经费占营业收入比重", "Litbang terhadap pendapatan, 2 tahun",
         "Whether each year or their mean is meant is not said; each is taken.",
         "未说明为逐年还是平均，此处按逐年。",
         "Tidak disebut apakah tiap tahun atau rata-rata; diambil tiap tahun.")),
      RATIO(3, "rd-ratio-y1", DOC, RECONSTRUCTED, RD_EXPENSE_Y1, REVENUE_Y1, GE, PERCENT(3),
        TITLE_RD_RATIO_Y1),
      RATIO(3, "rd-ratio-y2", DOC, RECONSTRUCTED, RD_EXPENSE_Y2, REVENUE_Y2, GE, PERCENT(3),
        TITLE_RD_RATIO_Y2),
    RATIO(2, "rd-staff", DOC, RECONSTRUCTED, RD_STAFF, EMPLOYEES, GE, PERCENT(15),
      TITLE_RD_STAFF),
    ANY(2, "patents", DOC, RECONSTRUCTED, T("Patents and copyrights tied to the main product", "与主导产品相关的有效专利或著作权", "Paten dan hak cipta terkait produk utama")),
      VALUE(3, "invention-patents", DOC, RECONSTRUCTED, INVENTION_PATENTS, GE, COUNT(2),
        TITLE_INVENTION_PATENTS),
      TOTAL2(3, "other-rights", DOC, RECONSTRUCTED, UTILITY_DESIGN_PATENTS, SOFTWARE_COPYRIGHTS, GE, COUNT(5),
        T("Utility models, designs and software copyrights together", "实用新型、外观设计专利及软件著作权合计", "Paten sederhana, desain, dan hak cipta perangkat lunak")),
    VALUE(2, "rd-body", DOC, RECONSTRUCTED, RD_BODY_LEVEL, GE, LEVEL(1),
      TITLE_RD_BODY),
    VALUE(2, "it-support", DOC, CORROBORATED, IT_SUPPORTED_BUSINESSES, GE, COUNT(1),
      TITLE_IT_SUPPORT),
  ALL(1, "management", DOC, RECONSTRUCTED, T("Management", "经营管理", "Manajemen")),
    HOLDS(2, "own-brand", DOC, RECONSTRUCTED, OWN_BRAND,
      TITLE_OWN_BRAND),
    ANY(2, "certification", DOC, RECONSTRUCTED, T("Certificate or standard", "认证或标准", "Sertifikat atau standar")),
      HOLDS(3, "management-certificate", DOC, RECONSTRUCTED, MANAGEMENT_CERTIFIED,
        TITLE_MANAGEMENT_CERTIFICATE),
      HOLDS(3, "product-standard", DOC, RECONSTRUCTED, PRODUCT_STANDARD,
        TITLE_PRODUCT_STANDARD),
      HOLDS(3, "overseas-certificate", DOC, RECONSTRUCTED, OVERSEAS_CERTIFIED,
        TITLE_OVERSEAS_CERTIFICATE),
  ANY(1, "field", DOC, RECONSTRUCTED, TC("Field of the main product", "主导产品所属领域", "Bidang produk utama",
       "Recollected; not among the special conditions as recollected in full.",
       "属推断；完整回忆的专项条件中未列此项。",
       "Rekonstruksi; tidak termasuk syarat khusus yang diingat lengkap.")),
    HOLDS(2, "industrial-base", DOC, RECONSTRUCTED, SIX_BASE_OR_KEY_CHAIN,
      TITLE_INDUSTRIAL_BASE),
    HOLDS(2, "key-field", DOC, RECONSTRUCTED, KEY_FIELD,
      TITLE_KEY_FIELD),
    HOLDS(2, "gap-filling", DOC, RECONSTRUCTED, GAP_FILLING,
      TITLE_GAP_FILLING),
  ALL(1, "exclusions", DOC, RECONSTRUCTED, TITLE_EXCLUSIONS),
    ABSENT(2, "no-single-champion", DOC, CORROBORATED, SINGLE_CHAMPION,
      TITLE_NO_SINGLE_CHAMPION),
    ABSENT(2, "no-false-application", DOC, SINGLE_SOURCE, FALSE_APPLICATION,
      TITLE_NO_FALSE_APPLICATION),
    ABSENT(2, "no-major-accident", DOC, SINGLE_SOURCE, MAJOR_ACCIDENT_3Y,
      TITLE_NO_MAJOR_ACCIDENT),
    ABSENT(2, "no-tax-violation", DOC, SINGLE_SOURCE, TAX_VIOLATION_3Y,
      TITLE_NO_TAX_VIOLATION),
};
/* clang-format on */

const lg_ruleset lg__cn_little_giant_2020 = {
    .info.id = "cn.little-giant.2020",
    .info.programme = "cn.sme-gradient",
    .info.level = LG_LEVEL_LITTLE_GIANT,
    .info.application = LG_APPLICATION_NEW,
    .info.in_force_from = 20200701,
    .info.in_force_to = 20201113,
    .info.compared_on = 20261123,
    .info.grade = LG_GRADE_RECONSTRUCTED,
    .info.issuer = "Ministry of Industry and Information Technology",
    .info.document = "工信厅企业函〔2020〕159号",
    .title = {{"Little Giant 2020, second batch", "专精特新“小巨人”2020（第二批）",
               "Little Giant 2020, angkatan kedua"}},
    .caveat = {{"Partly reconstructed: the notice was not found. All conditions are taken as mandatory; "
                "cn.little-giant.2020-optional has the other reading.",
                "部分为重建：未找到通知原文。此处全部条件均为必备；另一种理解见 cn.little-giant.2020-optional。",
                "Sebagian rekonstruksi: pemberitahuannya tidak ditemukan. Semua syarat dianggap wajib; bacaan lain ada "
                "di cn.little-giant.2020-optional."}},
    ROWS(TABLE),
};
