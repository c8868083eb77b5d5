/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Conditions of the 2022 measures in blocks: 优质中小企业梯度培育管理暂行办法,
 * 工信部企业〔2022〕63号, 1 June 2022, article 3 (common to all three levels) and annex 3 (Little Giant: 专,
 * 精, 特, 新, 链, 品, all six). The notices of 2025 and 2026 apply the same standard with a block left out
 * or added, so each edition names the blocks it uses and no number stands twice.
 *
 * Issuer:     Ministry of Industry and Information Technology.
 * Sources:    Reprints of the official text that agree with each other; the official page was not read.
 * Chosen:     The revenue classes overlap at exactly 100 and 50 million yuan (以上 and 以下 both include
 *             the number). Both classes apply there, and meeting one is enough: the reading that favours
 *             the enterprise. The period of the 30 million yuan of R&D in class 3 is not stated; the
 *             last full year is taken. A claim that gap-filling firms need only 2 years in the niche has
 *             no support in any reprint and is left out. 品 says "in principle".
 * Compared with its sources: 2026-11-23.
 */
#ifndef LG_RULES_CN_MEASURES_2022_H
#define LG_RULES_CN_MEASURES_2022_H

#include "rows.h"

#define ART3 "63号 (2022) art. 3"
#define ANX3 "63号 (2022) annex 3, "

/* clang-format off */
/* Article 3, of all three levels: entry and exclusions. */
#define COMMON_2022_ENTRY \
  ALL(1, "entry", ART3, CORROBORATED, T("Entry conditions", "申请条件", "Syarat masuk")), \
    HOLDS(2, "mainland-entity", ART3, CORROBORATED, MAINLAND_LEGAL_ENTITY, \
      TITLE_MAINLAND_ENTITY), \
    SME(2, "sme-size", ART3 "; 300号 (2011)", CORROBORATED, \
      TITLE_SME_SIZE)

/* The provincial title, for Little Giants; follows the entry conditions. */
#define LITTLE_GIANT_2022_TITLE \
    HOLDS(2, "srdi-title", "63号 (2022) annex 3; 190号 (2025)", CORROBORATED, SRDI_TITLE, \
      TITLE_SRDI_TITLE)

#define COMMON_2022_EXCLUSIONS \
  ALL(1, "exclusions", ART3, CORROBORATED, TITLE_EXCLUSIONS), \
    ABSENT(2, "no-abnormal-operation", ART3, CORROBORATED, ABNORMAL_OPERATION_LIST, \
      T("Not on the abnormal-operation list", "未列入经营异常名录", "Tidak dalam daftar operasi abnormal")), \
    ABSENT(2, "no-dishonesty", ART3, CORROBORATED, DISHONESTY_LIST, \
      T("Not on the serious-dishonesty list", "未列入严重失信主体名单", "Tidak dalam daftar ketidakjujuran berat")), \
    ABSENT(2, "no-restricted-business", ART3, CORROBORATED, RESTRICTED_BUSINESS, \
      T("No prohibited, restricted or eliminated product", "产品不属于禁止、限制或淘汰类", "Tidak ada produk terlarang, dibatasi, atau dihapuskan")), \
    ABSENT(2, "no-major-accident", ART3 "; annex 4 (七)", CORROBORATED, MAJOR_ACCIDENT_3Y, \
      TITLE_NO_MAJOR_ACCIDENT), \
    ABSENT(2, "no-tax-violation", ART3, SINGLE_SOURCE, TAX_VIOLATION_3Y, \
      TITLE_NO_TAX_VIOLATION)

/* 专, but for growth, which reviews may waive. */
#define LITTLE_GIANT_2022_SPECIALISATION \
  ALL(1, "specialisation", ANX3 "专", CORROBORATED, T("Specialisation (专)", "专业化指标（专）", "Spesialisasi (专)")), \
    VALUE(2, "niche-years", ANX3 "专", CORROBORATED, SEGMENT_AGE, GE, YEARS(3), \
      TITLE_NICHE_YEARS), \
    RATIO(2, "main-share", ANX3 "专", CORROBORATED, MAIN_REVENUE_Y1, REVENUE_Y1, GE, PERCENT(70), \
      TITLE_MAIN_SHARE)

/* 专: growth. */
#define LITTLE_GIANT_2022_GROWTH \
    MEAN_GROWTH(2, "growth", ANX3 "专; annex 4", CORROBORATED, MAIN_REVENUE, GE, PERCENT(5), \
      TC("Mean growth of main-business revenue, last 2 years", "近2年主营业务收入平均增长率", "Rata-rata pertumbuhan pendapatan bisnis utama, 2 tahun", \
         "That the mean of the two yearly rates is meant, and not a compound rate, rests on one source.", \
         "平均增长率取两年增长率的算术平均（非复合增长率），此点仅有单一来源。", \
         "Bahwa yang dimaksud rata-rata dua laju tahunan, bukan laju majemuk, hanya didukung satu sumber."))

/* 精 and 特. */
#define LITTLE_GIANT_2022_REFINEMENT \
  ALL(1, "refinement", ANX3 "精", CORROBORATED, T("Refinement (精)", "精细化指标（精）", "Penyempurnaan (精)")), \
    HOLDS(2, "governance", ANX3 "精", CORROBORATED, SOUND_GOVERNANCE, \
      T("Sound governance, credit, social responsibility; digital and green", "治理规范、信誉良好、社会责任感强，数字化绿色化", "Tata kelola, kredit, tanggung jawab sosial; digital dan hijau")), \
    HOLDS(2, "leading-quality", ANX3 "精", CORROBORATED, LEADING_QUALITY, \
      T("Technology, process and quality lead at home", "生产技术、工艺及产品质量性能国内领先", "Teknologi, proses, dan mutu terdepan di dalam negeri")), \
    VALUE(2, "it-support", ANX3 "精", CORROBORATED, IT_SUPPORTED_BUSINESSES, GE, COUNT(1), \
      TITLE_IT_SUPPORT), \
    ANY(2, "certification", ANX3 "精", CORROBORATED, T("Certificate of management system or product", "管理体系认证或产品认证", "Sertifikat sistem manajemen atau produk")), \
      HOLDS(3, "management-certificate", ANX3 "精", CORROBORATED, MANAGEMENT_CERTIFIED, \
        TITLE_MANAGEMENT_CERTIFICATE), \
      HOLDS(3, "overseas-certificate", ANX3 "精", CORROBORATED, OVERSEAS_CERTIFIED, \
        TITLE_OVERSEAS_CERTIFICATE), \
    RATIO(2, "debt-ratio", ANX3 "精", CORROBORATED, TOTAL_LIABILITIES_Y1, TOTAL_ASSETS_Y1, LE, PERCENT(70), \
      TITLE_DEBT_RATIO), \
  ALL(1, "distinction", ANX3 "特", CORROBORATED, T("Distinction (特)", "特色化指标（特）", "Kekhasan (特)")), \
    VALUE(2, "market-share", ANX3 "特", CORROBORATED, MARKET_SHARE, GE, SHARE(10), \
      T("Share of the main product in its national niche market", "主导产品全国细分市场占有率", "Pangsa produk utama di segmen pasar nasional")), \
    HOLDS(2, "reputation", ANX3 "特", CORROBORATED, HIGH_REPUTATION, \
      T("High reputation and influence", "享有较高知名度和影响力", "Reputasi dan pengaruh tinggi")), \
    HOLDS(2, "own-brand", ANX3 "特", CORROBORATED, OWN_BRAND, \
      T("Own brand that faces the market", "拥有直接面向市场并具有竞争优势的自主品牌", "Merek sendiri yang menghadap pasar"))

/* 新: the head, and R&D input for revenue of 50 million yuan and above. */
#define LITTLE_GIANT_2022_RD_CLASSES_1_2 \
  ANY(1, "innovation", ANX3 "新", CORROBORATED, T("Innovation (新): the general conditions or a direct route", "创新能力指标（新）：一般性条件或直通条件", "Inovasi (新): syarat umum atau jalur langsung")), \
    ALL(2, "innovation-general", ANX3 "新 1", CORROBORATED, T("General innovation conditions", "创新能力一般性条件", "Syarat umum inovasi")), \
      ANY(3, "rd-class", ANX3 "新 1", CORROBORATED, \
        TC("R&D input by revenue class", "按营业收入分档的研发投入", "Masukan litbang menurut kelas pendapatan", \
           "A bound belongs to both neighbouring classes; meeting one of them is taken as enough.", \
           "分档界限值同属相邻两档，满足其一即视为符合。", \
           "Batas termasuk dalam kedua kelas yang berdampingan; memenuhi salah satunya dianggap cukup.")), \
        WHEN(4, "rd-class-1", ANX3 "新 1(1)", CORROBORATED, T("Class 1: revenue of 100 million yuan and above", "第一档：营业收入1亿元以上", "Kelas 1: pendapatan 100 juta yuan ke atas")), \
          VALUE(5, "class-1-revenue", ANX3 "新 1(1)", CORROBORATED, REVENUE_Y1, GE, WAN(10000), \
            T("Operating revenue in class 1", "营业收入属第一档", "Pendapatan usaha dalam kelas 1")), \
          RATIO(5, "class-1-rd-ratio-y1", ANX3 "新 1(1)", CORROBORATED, RD_EXPENSE_Y1, REVENUE_Y1, GE, PERCENT(3), \
            TITLE_RD_RATIO_Y1), \
          RATIO(5, "class-1-rd-ratio-y2", ANX3 "新 1(1)", CORROBORATED, RD_EXPENSE_Y2, REVENUE_Y2, GE, PERCENT(3), \
            TITLE_RD_RATIO_Y2), \
        WHEN(4, "rd-class-2", ANX3 "新 1(2)", CORROBORATED, T("Class 2: revenue of 50 to 100 million yuan", "第二档：营业收入5000万元至1亿元", "Kelas 2: pendapatan 50 sampai 100 juta yuan")), \
          VALUE(5, "class-2-revenue", ANX3 "新 1(2)", CORROBORATED, REVENUE_Y1, BETWEEN, WAN_RANGE(5000, 10000), \
            T("Operating revenue in class 2", "营业收入属第二档", "Pendapatan usaha dalam kelas 2")), \
          RATIO(5, "class-2-rd-ratio-y1", ANX3 "新 1(2)", CORROBORATED, RD_EXPENSE_Y1, REVENUE_Y1, GE, PERCENT(6), \
            TITLE_RD_RATIO_Y1), \
          RATIO(5, "class-2-rd-ratio-y2", ANX3 "新 1(2)", CORROBORATED, RD_EXPENSE_Y2, REVENUE_Y2, GE, PERCENT(6), \
            TITLE_RD_RATIO_Y2)

/* 新: R&D input for revenue of 50 million yuan and below. */
#define LITTLE_GIANT_2022_RD_CLASS_3 \
        WHEN(4, "rd-class-3", ANX3 "新 1(3)", CORROBORATED, T("Class 3: revenue of 50 million yuan and below", "第三档：营业收入5000万元以下", "Kelas 3: pendapatan 50 juta yuan ke bawah")), \
          VALUE(5, "class-3-revenue", ANX3 "新 1(3)", CORROBORATED, REVENUE_Y1, LE, WAN(5000), \
            T("Operating revenue in class 3", "营业收入属第三档", "Pendapatan usaha dalam kelas 3")), \
          VALUE(5, "class-3-equity", ANX3 "新 1(3)", CORROBORATED, EQUITY_FINANCING_2Y, GE, WAN(8000), \
            T("New equity paid in, last 2 years", "近2年新增股权融资（实缴）", "Modal ekuitas baru disetor, 2 tahun terakhir")), \
          VALUE(5, "class-3-rd-expense", ANX3 "新 1(3)", CORROBORATED, RD_EXPENSE_Y1, GE, WAN(3000), \
            TC("R&D expense", "研发投入", "Biaya litbang", \
               "The period of the amount is not stated; the last full year is taken.", \
               "原文未载明研发投入的期间，此处取上年度。", \
               "Periode jumlah ini tidak disebut; diambil tahun penuh terakhir.")), \
          RATIO(5, "class-3-rd-staff", ANX3 "新 1(3)", CORROBORATED, RD_STAFF, EMPLOYEES, GE, PERCENT(50), \
            TITLE_RD_STAFF)

/* 新: the other general conditions and the direct routes; 链 and 品. */
#define LITTLE_GIANT_2022_INNOVATION_REST \
      VALUE(3, "rd-body", ANX3 "新 1", CORROBORATED, RD_BODY_LEVEL, GE, LEVEL(1), \
        TITLE_RD_BODY), \
      VALUE(3, "class-1-ip", ANX3 "新 1; annex 4", CORROBORATED, IP_CLASS1, GE, COUNT(2), \
        T("Class-I intellectual property tied to the main product", "与主导产品相关的Ⅰ类知识产权", "Kekayaan intelektual kelas I terkait produk utama")), \
    VALUE(2, "national-award", ANX3 "新 2", CORROBORATED, NATIONAL_AWARD_RANK, BETWEEN, COUNT_RANGE(1, 3), \
      T("Direct route: national science award of the last 3 years, among the first 3 units", "直通：近3年国家级科技奖励，单位排名前3", "Jalur langsung: penghargaan sains nasional dalam 3 tahun, 3 unit teratas")), \
    HOLDS(2, "maker-top50", ANX3 "新 2", CORROBORATED, MAKER_TOP50_3Y, \
      T("Direct route: Maker in China national top 50, enterprise group, last 3 years", "直通：近3年“创客中国”全国50强企业组", "Jalur langsung: 50 besar nasional Maker in China, kelompok perusahaan, 3 tahun")), \
  ALL(1, "chain", ANX3 "链", CORROBORATED, T("Supply chain (链)", "产业链配套指标（链）", "Rantai industri (链)")), \
    HOLDS(2, "key-link", ANX3 "链", CORROBORATED, KEY_CHAIN_LINK, \
      T("Key link of the industrial chain; closes weaknesses, forges strengths or fills gaps", "位于产业链关键环节，发挥补短板、锻长板、填空白作用", "Mata rantai utama industri; menutup kelemahan, memperkuat keunggulan, atau mengisi kekosongan")), \
  ANY(1, "product", ANX3 "品", CORROBORATED, \
    TC("Field of the main product (品)", "主导产品所属领域指标（品）", "Bidang produk utama (品)", \
       "The standard says \"in principle\": the authority may admit other fields.", \
       "标准原文为“原则上”，主管部门可酌情认定。", \
       "Standar menyebut \"pada prinsipnya\": otoritas dapat menerima bidang lain.")), \
    HOLDS(2, "industrial-base", ANX3 "品", CORROBORATED, SIX_BASE_OR_KEY_CHAIN, \
      TC("Main product in the industrial bases", "主导产品属于工业六基领域", "Produk utama dalam basis industri", \
         "A time-honoured brand or supply to a chain leader does not count here, only in the specialised-SME score.", \
         "中华老字号、为龙头企业配套在此不计，仅用于专精特新评分。", \
         "Merek bersejarah atau pasokan ke pemimpin rantai tidak dihitung di sini, hanya dalam skor UKM khusus.")), \
    HOLDS(2, "key-field", ANX3 "品", CORROBORATED, KEY_FIELD, \
      T("Main product in a key manufacturing or network-power field", "主导产品属于制造强国重点领域或网络强国建设领域", "Produk utama dalam bidang manufaktur atau jaringan utama"))
/* clang-format on */

#endif
