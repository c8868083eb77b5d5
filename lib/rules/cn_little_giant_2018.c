/* SPDX-License-Identifier: Apache-2.0 */
/*
 * First batch of Little Giants (pilot).
 *
 * Document:   工信厅企业函〔2018〕381号, November 2018. 工信部企业函〔2019〕153号 announces the list; it has no
 *             criteria of its own.
 * Issuer:     Ministry of Industry and Information Technology.
 * In force:   November and December 2018, new applications; the closing day was not found.
 * Sources:    Press on the notice for the numbers; agency lists and recollection for management, standards,
 *             R&D body and the entry conditions, as the grades say.
 * Chosen:     Growth of 10 % includes the number. An R&D body of any level is taken as enough. The notice also
 *             names a customer-satisfaction or traceability system, for which there is no fact.
 * Compared with its sources: 2026-11-23.
 */
#include "rows.h"

#define DOC "381号 (2018)"

/* clang-format off */
static const lg__row TABLE[] = {
ALL(0, "little-giant", DOC, RECONSTRUCTED, T("Little Giant standard, pilot", "专精特新“小巨人”企业培育条件（首批）", "Standar Little Giant, percontohan")),
  ALL(1, "entry", DOC, RECONSTRUCTED, TITLE_ENTRY),
    HOLDS(2, "mainland-entity", DOC, SINGLE_SOURCE, MAINLAND_LEGAL_ENTITY,
      TITLE_MAINLAND_ENTITY),
    SME(2, "sme-size", DOC "; 300号 (2011)", SINGLE_SOURCE,
      TITLE_SME_SIZE),
    VALUE(2, "business-years", DOC, SINGLE_SOURCE, BUSINESS_AGE, GE, YEARS(3),
      TITLE_BUSINESS_YEARS),
    ANY(2, "specialised", DOC, RECONSTRUCTED, T("Specialised SME or product, or strong innovator", "专精特新中小企业（产品）或创新能力强的企业", "UKM atau produk khusus, atau inovator kuat")),
      HOLDS(3, "srdi-title", DOC, RECONSTRUCTED, SRDI_TITLE,
        TITLE_SRDI_TITLE),
      HOLDS(3, "strong-innovator", DOC, RECONSTRUCTED, STRONG_INNOVATOR,
        T("Recognised specialised product, or strong innovator", "专精特新产品或创新能力强", "Produk khusus yang diakui, atau inovator kuat")),
  ALL(1, "economy", DOC, CORROBORATED, TITLE_ECONOMY),
    VALUE(2, "revenue", DOC, CORROBORATED, REVENUE_Y1, BETWEEN, WAN_RANGE(10000, 40000),
      TITLE_REVENUE),
    ANY(2, "growth", DOC, CORROBORATED, TC("Growth of main-business revenue or net profit", "主营业务收入或净利润平均增长率", "Pertumbuhan pendapatan bisnis utama atau laba bersih",
         "The press reports growth \"over 10 %\"; the usual wording of the notices includes the number.",
         "媒体报道为“超过10%”；按通知通常口径含本数。",
         "Berita menyebut pertumbuhan \"di atas 10 %\"; bunyi pemberitahuan biasanya mencakup angkanya.")),
      MEAN_GROWTH(3, "growth-main-revenue", DOC, CORROBORATED, MAIN_REVENUE, GE, PERCENT(10),
        TITLE_GROWTH_MAIN_REVENUE),
      MEAN_GROWTH(3, "growth-net-profit", DOC, CORROBORATED, NET_PROFIT, GE, PERCENT(10),
        TITLE_GROWTH_NET_PROFIT),
    RATIO(2, "debt-ratio", DOC, CORROBORATED, TOTAL_LIABILITIES_Y1, TOTAL_ASSETS_Y1, LE, PERCENT(70),
      TITLE_DEBT_RATIO),
  ALL(1, "specialisation", DOC, CORROBORATED, TITLE_SPECIALISATION),
    VALUE(2, "niche-years", DOC, CORROBORATED, SEGMENT_AGE, GE, YEARS(3),
      TITLE_NICHE_YEARS),
    RATIO(2, "main-share", DOC, CORROBORATED, MAIN_REVENUE_Y1, REVENUE_Y1, GE, PERCENT(70),
      TITLE_MAIN_SHARE),
    ANY(2, "market-position", DOC, CORROBORATED, T("Market share at the top of the country or of the province", "市场占有率居全国前列或省内前3", "Pangsa pasar teratas nasional atau provinsi")),
      HOLDS(3, "national-top", DOC, CORROBORATED, NATIONALLY_LEADING_SHARE,
        T("Market share at the top of the country", "市场占有率全国领先", "Pangsa pasar teratas nasional")),
      VALUE(3, "province-rank", DOC, CORROBORATED, PROVINCE_RANK, LE, COUNT(3),
        TITLE_PROVINCE_RANK),
  ALL(1, "innovation", DOC, RECONSTRUCTED, TITLE_INNOVATION),
    RATIO(2, "rd-staff", DOC, CORROBORATED, RD_STAFF, EMPLOYEES, GE, PERCENT(15),
      TC("R&D staff to employees", "研发人员占职工总数比重", "Staf litbang terhadap karyawan",
         "The press speaks of science and technology staff.",
         "报道原文为科技人员。",
         "Berita menyebut staf sains dan teknologi.")),
    ANY(2, "patents", DOC, SINGLE_SOURCE,
      TC("Patents tied to the main product", "与主导产品相关的专利", "Paten terkait produk utama",
         "The source's wording of the second alternative is loose.", "来源对第二种情形的表述不够严谨。", "Rumusan alternatif kedua dalam sumbernya longgar.")),
      VALUE(3, "invention-patents", DOC, SINGLE_SOURCE, INVENTION_PATENTS, GE, COUNT(5),
        TITLE_INVENTION_PATENTS),
      VALUE(3, "utility-design-patents", DOC, SINGLE_SOURCE, UTILITY_DESIGN_PATENTS, GE, COUNT(15),
        T("Utility models and designs tied to the main product", "与主导产品相关的实用新型、外观设计专利", "Paten sederhana dan desain terkait produk utama")),
    VALUE(2, "standards", DOC, RECONSTRUCTED, STANDARDS_LED, GE, COUNT(1),
      T("Standards led or co-written, last 2 years", "近2年主持或参与制修订标准", "Standar yang dipimpin atau disusun, 2 tahun")),
    HOLDS(2, "rd-ratio-leading", DOC, RECONSTRUCTED, RD_RATIO_LEADING,
      T("R&D ratio among the top of the trade", "研发经费占比居行业前列", "Rasio litbang termasuk tertinggi di bidangnya")),
    VALUE(2, "rd-body", DOC, RECONSTRUCTED, RD_BODY_LEVEL, GE, LEVEL(1),
      TITLE_RD_BODY),
  ALL(1, "management", DOC, SINGLE_SOURCE, TC("Management", "经营管理", "Manajemen",
       "The notice also names a customer-satisfaction or traceability system, for which there is no fact here: check it by hand.",
       "通知另提及顾客满意度测评或质量追溯体系，本库无对应事实，须人工核对。",
       "Pemberitahuan juga menyebut sistem kepuasan pelanggan atau ketertelusuran; tidak ada faktanya di sini: periksa sendiri.")),
    HOLDS(2, "management-certificate", DOC, SINGLE_SOURCE, MANAGEMENT_CERTIFIED,
      TITLE_MANAGEMENT_CERTIFICATE),
    HOLDS(2, "advanced-management", DOC, SINGLE_SOURCE, ADVANCED_MANAGEMENT,
      T("Advanced management method (5S, ERP, CRM, SCM)", "采用先进管理方式（5S、ERP、CRM、SCM等）", "Metode manajemen maju (5S, ERP, CRM, SCM)")),
    HOLDS(2, "own-brand", DOC, SINGLE_SOURCE, OWN_BRAND,
      TC("Own brand", "拥有自主品牌", "Merek sendiri",
         "The source asks for a provincial famous brand or a well-known mark.",
         "来源要求为省级名牌产品或驰名商标1项以上。",
         "Sumbernya meminta merek terkenal tingkat provinsi atau merek dagang terkenal.")),
    ANY(2, "product-quality", DOC, SINGLE_SOURCE, T("Product made to an advanced standard or certified abroad", "产品执行先进标准或通过国外认证", "Produk sesuai standar maju atau bersertifikat luar negeri")),
      HOLDS(3, "product-standard", DOC, SINGLE_SOURCE, PRODUCT_STANDARD,
        T("Product standard at an international or national advanced level", "产品标准达到国际或国内先进水平", "Standar produk setara tingkat maju internasional atau nasional")),
      HOLDS(3, "overseas-certificate", DOC, SINGLE_SOURCE, OVERSEAS_CERTIFIED,
        TITLE_OVERSEAS_CERTIFICATE),
  ALL(1, "exclusions", DOC, SINGLE_SOURCE, TITLE_EXCLUSIONS),
    ABSENT(2, "no-false-application", DOC, SINGLE_SOURCE, FALSE_APPLICATION,
      TITLE_NO_FALSE_APPLICATION),
    ABSENT(2, "no-major-accident", DOC, SINGLE_SOURCE, MAJOR_ACCIDENT_3Y,
      TITLE_NO_MAJOR_ACCIDENT),
    ABSENT(2, "no-tax-violation", DOC, SINGLE_SOURCE, TAX_VIOLATION_3Y,
      TITLE_NO_TAX_VIOLATION),
};
/* clang-format on */

const lg_ruleset lg__cn_little_giant_2018 = {
    .info.id = "cn.little-giant.2018",
    .info.programme = "cn.sme-gradient",
    .info.level = LG_LEVEL_LITTLE_GIANT,
    .info.application = LG_APPLICATION_NEW,
    .info.in_force_from = 20181101,
    .info.in_force_to = 20181231,
    .info.compared_on = 20261123,
    .info.grade = LG_GRADE_RECONSTRUCTED,
    .info.issuer = "Ministry of Industry and Information Technology",
    .info.document = "工信厅企业函〔2018〕381号",
    .title = {{"Little Giant 2018, first batch", "专精特新“小巨人”2018（第一批）",
               "Little Giant 2018, angkatan pertama"}},
    .caveat = {{"Numbers from the press; entry, standards, R&D body and management conditions are partly recollected.",
                "数值据媒体报道；申请条件、标准、研发机构及经营管理条件部分为推断。",
                "Angka dari berita; syarat masuk, standar, lembaga litbang, dan manajemen sebagian rekonstruksi."}},
    ROWS(TABLE),
};
