/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Second batch of Little Giants, the other reading: mandatory conditions and six of ten optional ones.
 *
 * Document:   工信厅企业函〔2020〕159号, July 2020. The full text was not found.
 * In force:   July to 13 November 2020, new applications; never selected by date (see cn.little-giant.2020).
 * Sources:    One agency's list with the reference date "end of 2019", which fits this batch alone but may be
 *             a provincial list. Revenue and rank are mandatory in both readings.
 * Chosen:     Growth of 10 % rather than the 5 % of 2021; R&D at 3 % in each of the two years, the source does
 *             not say whether each or the mean.
 * Compared with its sources: 2026-11-23.
 */
#include "rows.h"

#define DOC "159号 (2020)"

/* clang-format off */
static const lg__row TABLE[] = {
ALL(0, "little-giant", DOC, RECONSTRUCTED, T("Little Giant standard, second batch, optional reading", "专精特新“小巨人”企业条件（第二批，可选指标）", "Standar Little Giant, angkatan kedua, bacaan opsional")),
  ALL(1, "entry", DOC, CORROBORATED, T("Basic conditions", "基本条件", "Syarat dasar")),
    HOLDS(2, "mainland-entity", DOC, CORROBORATED, MAINLAND_LEGAL_ENTITY,
      T("Independent legal entity registered in mainland China", "在中国境内工商注册登记、具有独立法人资格", "Badan hukum mandiri terdaftar di Tiongkok daratan")),
    SME(2, "sme-size", DOC "; 300号 (2011)", CORROBORATED,
      T("Small or medium-sized by the size standard", "符合中小企业划型标准", "Kecil atau menengah menurut standar ukuran")),
    VALUE(2, "business-years", DOC, CORROBORATED, BUSINESS_AGE, GE, YEARS(3),
      T("Years in continuous operation", "连续经营年限", "Lama usaha berjalan")),
  ALL(1, "mandatory", DOC, RECONSTRUCTED, T("Mandatory conditions", "必备指标", "Syarat wajib")),
    VALUE(2, "revenue", DOC, CORROBORATED, REVENUE_Y1, GE, WAN(10000),
      T("Annual operating revenue", "上年度营业收入", "Pendapatan usaha tahunan")),
    VALUE(2, "niche-years", DOC, SINGLE_SOURCE, SEGMENT_AGE, GE, YEARS(3),
      T("Years in the niche market", "从事特定细分市场时间", "Lama di segmen pasar")),
    RATIO(2, "main-share", DOC, SINGLE_SOURCE, MAIN_REVENUE_Y1, REVENUE_Y1, GE, PERCENT(70),
      T("Main-business revenue to operating revenue", "主营业务收入占营业收入比重", "Pendapatan bisnis utama terhadap pendapatan usaha")),
    VALUE(2, "province-rank", DOC, CORROBORATED, PROVINCE_RANK, LE, COUNT(3),
      T("Rank of the main product's market share in the province", "主导产品省内细分市场占有率排名", "Peringkat pangsa pasar produk utama di provinsi")),
    ANY(2, "field", DOC, RECONSTRUCTED, T("Field of the main product", "主导产品所属领域", "Bidang produk utama")),
      HOLDS(3, "industrial-base", DOC, RECONSTRUCTED, SIX_BASE_OR_KEY_CHAIN,
        T("Main product in the industrial bases or a key chain", "主导产品属于工业基础领域或重点产业链", "Produk utama dalam basis industri atau rantai utama")),
      HOLDS(3, "key-field", DOC, RECONSTRUCTED, KEY_FIELD,
        T("Main product in a key manufacturing field", "主导产品属于制造业重点领域", "Produk utama dalam bidang manufaktur utama")),
      HOLDS(3, "gap-filling", DOC, RECONSTRUCTED, GAP_FILLING,
        T("Main product closes a weakness, forges a strength or fills a gap", "主导产品补短板、锻长板、填空白", "Produk utama menutup kelemahan atau mengisi kekosongan")),
  AT_LEAST(1, "optional", DOC, SINGLE_SOURCE, 6,
    TC("Optional conditions: six of ten", "可选指标：10项中至少6项", "Syarat opsional: enam dari sepuluh",
       "From one agency's list; it may be a provincial list of that year.",
       "仅见于一家代理机构清单，可能为当年省级清单。",
       "Dari daftar satu agen; mungkin daftar provinsi tahun itu.")),
    ANY(2, "growth", DOC, SINGLE_SOURCE, TC("Growth of main-business revenue or net profit", "主营业务收入或净利润平均增长率", "Pertumbuhan pendapatan bisnis utama atau laba bersih",
         "Sources conflict: 10 % in an agency's list, 5 % in the notice of 2021.",
         "来源不一致：代理机构清单为10%，2021年通知为5%。",
         "Sumber bertentangan: 10 % dalam daftar agen, 5 % dalam pemberitahuan 2021.")),
      MEAN_GROWTH(3, "growth-main-revenue", DOC, SINGLE_SOURCE, MAIN_REVENUE, GE, PERCENT(10),
        T("Mean growth of main-business revenue, last 2 years", "近2年主营业务收入平均增长率", "Rata-rata pertumbuhan pendapatan bisnis utama, 2 tahun")),
      MEAN_GROWTH(3, "growth-net-profit", DOC, SINGLE_SOURCE, NET_PROFIT, GE, PERCENT(10),
        T("Mean growth of net profit, last 2 years", "近2年净利润平均增长率", "Rata-rata pertumbuhan laba bersih, 2 tahun")),
    RATIO(2, "debt-ratio", DOC, SINGLE_SOURCE, TOTAL_LIABILITIES_Y1, TOTAL_ASSETS_Y1, LE, PERCENT(70),
      T("Liabilities to assets", "资产负债率", "Liabilitas terhadap aset")),
    ANY(2, "patents", DOC, SINGLE_SOURCE, T("Patents tied to the main product", "与主导产品相关的有效专利", "Paten terkait produk utama")),
      VALUE(3, "invention-patents", DOC, SINGLE_SOURCE, INVENTION_PATENTS, GE, COUNT(2),
        T("Invention patents tied to the main product", "与主导产品相关的发明专利", "Paten invensi terkait produk utama")),
      VALUE(3, "utility-design-patents", DOC, SINGLE_SOURCE, UTILITY_DESIGN_PATENTS, GE, COUNT(5),
        T("Utility models and designs tied to the main product", "与主导产品相关的实用新型、外观设计专利", "Paten sederhana dan desain terkait produk utama")),
    ALL(2, "rd-ratio", DOC, SINGLE_SOURCE, 
      TC("R&D to revenue, last 2 years", "近2年研发经费占营业收入比重", "Litbang terhadap pendapatan, 2 tahun",
         "Whether each year or their mean is meant is not said; each is taken.",
         "未说明为逐年还是平均，此处按逐年。",
         "Tidak disebut apakah tiap tahun atau rata-rata; diambil tiap tahun.")),
      RATIO(3, "rd-ratio-y1", DOC, SINGLE_SOURCE, RD_EXPENSE_Y1, REVENUE_Y1, GE, PERCENT(3),
        T("R&D to revenue, last full year", "上年度研发费用占营业收入比重", "Litbang terhadap pendapatan, tahun terakhir")),
      RATIO(3, "rd-ratio-y2", DOC, SINGLE_SOURCE, RD_EXPENSE_Y2, REVENUE_Y2, GE, PERCENT(3),
        T("R&D to revenue, year before last", "前一年度研发费用占营业收入比重", "Litbang terhadap pendapatan, tahun sebelumnya")),
    RATIO(2, "rd-staff", DOC, SINGLE_SOURCE, RD_STAFF, EMPLOYEES, GE, PERCENT(15),
      T("R&D staff to employees", "研发人员占职工总数比重", "Staf litbang terhadap karyawan")),
    HOLDS(2, "special-title", DOC, SINGLE_SOURCE, SPECIAL_TITLE,
      T("Special title from an authority", "获主管部门授予专项称号", "Gelar khusus dari otoritas")),
    HOLDS(2, "management-certificate", DOC, SINGLE_SOURCE, MANAGEMENT_CERTIFIED,
      T("Management-system certificate", "取得相关管理体系认证", "Sertifikat sistem manajemen")),
    ANY(2, "product-quality", DOC, SINGLE_SOURCE, T("Product made to a standard or certified abroad", "产品执行标准或通过国外认证", "Produk sesuai standar atau bersertifikat luar negeri")),
      HOLDS(3, "product-standard", DOC, SINGLE_SOURCE, PRODUCT_STANDARD,
        T("Product made to an international, national or industry standard", "产品执行国际、国内、行业标准", "Produk sesuai standar internasional, nasional, atau industri")),
      HOLDS(3, "overseas-certificate", DOC, SINGLE_SOURCE, OVERSEAS_CERTIFIED,
        T("Product certified in a developed country or region", "产品通过发达国家和地区认证", "Produk bersertifikat di negara atau wilayah maju")),
    HOLDS(2, "own-brand", DOC, SINGLE_SOURCE, OWN_BRAND,
      T("Own brand", "拥有自主品牌", "Merek sendiri")),
    VALUE(2, "it-support", DOC, SINGLE_SOURCE, IT_SUPPORTED_BUSINESSES, GE, COUNT(1),
      T("Core businesses supported by an information system", "核心业务采用信息系统支撑", "Bisnis inti yang didukung sistem informasi")),
  ALL(1, "exclusions", DOC, SINGLE_SOURCE, T("No ground for exclusion", "无否决情形", "Tidak ada alasan pengecualian")),
    ABSENT(2, "no-single-champion", DOC, CORROBORATED, SINGLE_CHAMPION,
      T("Not a manufacturing single champion", "非制造业单项冠军", "Bukan juara tunggal manufaktur")),
    ABSENT(2, "no-false-application", DOC, SINGLE_SOURCE, FALSE_APPLICATION,
      T("No false data in an application", "无申报弄虚作假", "Tidak ada data palsu dalam permohonan")),
    ABSENT(2, "no-major-accident", DOC, SINGLE_SOURCE, MAJOR_ACCIDENT_3Y,
      T("No major accident in the last 3 years", "近3年未发生重大事故", "Tidak ada kecelakaan besar dalam 3 tahun")),
    ABSENT(2, "no-tax-violation", DOC, SINGLE_SOURCE, TAX_VIOLATION_3Y,
      T("No tax evasion or serious breach in the last 3 years", "近3年无偷漏税等违法违规", "Tidak ada pelanggaran pajak atau berat dalam 3 tahun")),
};
/* clang-format on */

const lg_ruleset lg__cn_little_giant_2020_optional = {
    .info.id = "cn.little-giant.2020-optional",
    .info.programme = "cn.sme-gradient",
    .info.level = LG_LEVEL_LITTLE_GIANT,
    .info.application = LG_APPLICATION_NEW,
    .info.in_force_from = 20200701,
    .info.in_force_to = 20201113,
    .info.compared_on = 20261123,
    .info.grade = LG_GRADE_RECONSTRUCTED,
    .info.alternative = 1,
    .info.issuer = "Ministry of Industry and Information Technology",
    .info.document = "工信厅企业函〔2020〕159号",
    .title = {{"Little Giant 2020, second batch, optional reading",
               "专精特新“小巨人”2020（第二批，可选指标理解）",
               "Little Giant 2020, angkatan kedua, bacaan opsional"}},
    .caveat = {{"The less likely reading of the second batch: six of ten optional conditions, from one agency's list.",
                "第二批的另一种理解：10项可选指标至少满足6项，仅见于一家代理机构。",
                "Bacaan yang kurang mungkin: enam dari sepuluh syarat opsional, dari daftar satu agen."}},
    ROWS(TABLE),
};
