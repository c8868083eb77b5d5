/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Innovative SMEs (创新型中小企业), first level of the 2022 measures.
 *
 * Document:   优质中小企业梯度培育管理暂行办法, 工信部企业〔2022〕63号, article 3 and annex 1.
 * Issuer:     Ministry of Industry and Information Technology; evaluated by the provinces.
 * In force:   from 1 August 2022; stays in use after 1 April 2026 until the new first level has a standard.
 * Sources:    Several reprints of the annex that agree.
 * Chosen:     A value on the border of two bands takes the higher one. The field of the main product earns 5
 *             points whatever it is. Growth is of main-business revenue over the year before.
 * Compared with its sources: 2026-11-23.
 */
#include "cn_measures_2022.h"

#define ANX1 "63号 (2022) annex 1, "

/* Rows whose points the pass marks read. */
enum { TOTAL = 22, INNOVATION = 23, GROWTH = 34, SPECIALISATION = 43 };

/* clang-format off */
static const lg__row TABLE[] = {
ALL(0, "innovative-sme", "63号 (2022) annex 1", CORROBORATED, T("Innovative SME standard", "创新型中小企业评价标准", "Standar UKM inovatif")),
  COMMON_2022_ENTRY,
  COMMON_2022_EXCLUSIONS,
  ANY(1, "evaluation", ANX1 "direct routes and score", CORROBORATED, T("A direct route, or the score", "直通条件之一，或评分达标", "Jalur langsung, atau skor")),
    ANY(2, "direct-award", ANX1 "direct 1", CORROBORATED, T("Direct route: national or provincial science award, 3 years", "直通：近3年国家级、省级科技奖励", "Jalur langsung: penghargaan sains nasional atau provinsi, 3 tahun")),
      VALUE(3, "national-award", ANX1 "direct 1", CORROBORATED, NATIONAL_AWARD_RANK, GE, COUNT(1),
        T("National science award", "国家级科技奖励", "Penghargaan sains nasional")),
      VALUE(3, "province-award", ANX1 "direct 1", CORROBORATED, PROVINCE_AWARD_RANK, GE, COUNT(1),
        T("Provincial science award", "省级科技奖励", "Penghargaan sains provinsi")),
    HOLDS(2, "direct-honour", ANX1 "direct 2", CORROBORATED, INNOVATION_HONOUR,
      T("Direct route: high-tech enterprise or another valid innovation honour", "直通：高新技术企业等有效荣誉", "Jalur langsung: perusahaan teknologi tinggi atau gelar inovasi lain")),
    VALUE(2, "direct-rd-body", ANX1 "direct 3", CORROBORATED, RD_BODY_LEVEL, GE, LEVEL(3),
      T("Direct route: R&D body recognised by province or ministry", "直通：省部级以上研发机构", "Jalur langsung: lembaga litbang diakui provinsi atau kementerian")),
    VALUE(2, "direct-equity", ANX1 "direct 4", CORROBORATED, EQUITY_FINANCING_3Y, GE, WAN(500),
      T("Direct route: new equity paid in, last 3 years", "直通：近3年新增股权融资（实缴）", "Jalur langsung: modal ekuitas baru disetor, 3 tahun")),
    ALL(2, "score", ANX1 "score", CORROBORATED, T("Score: total and the minimum of each group", "评分：总分及各类最低分", "Skor: total dan batas bawah tiap kelompok")),
      PASS(3, "innovation-minimum", ANX1 "score", CORROBORATED, INNOVATION, 20,
        T("Minimum for innovation", "创新能力指标最低分", "Batas bawah inovasi")),
      PASS(3, "growth-minimum", ANX1 "score", CORROBORATED, GROWTH, 15,
        T("Minimum for growth", "成长性指标最低分", "Batas bawah pertumbuhan")),
      PASS(3, "specialisation-minimum", ANX1 "score", CORROBORATED, SPECIALISATION, 15,
        T("Minimum for specialisation", "专业化指标最低分", "Batas bawah spesialisasi")),
      PASS(3, "total-minimum", ANX1 "score", CORROBORATED, TOTAL, 60,
        T("Pass mark of the total", "总分达标线", "Nilai lulus total")),
        SUM(4, "total", ANX1 "score", CORROBORATED, 100, T("Total of the score", "评分总分", "Total skor")),
          SUM(5, "innovation-points", ANX1 "score", CORROBORATED, 40, T("Innovation", "创新能力指标", "Inovasi")),
            BEST(6, "ip", ANX1 "1", CORROBORATED, 0, T("Valid intellectual property tied to the main product", "与主导产品相关的有效知识产权", "Kekayaan intelektual terkait produk utama")),
              VALUE(7, "class-1-high-value-ip", ANX1 "1", CORROBORATED, IP_CLASS1_HIGH_VALUE, GE, EARNS(COUNT(1), 20),
                T("Class-I right of high value", "有高价值Ⅰ类知识产权", "Hak kelas I bernilai tinggi")),
              VALUE(7, "class-1-own-ip", ANX1 "1", CORROBORATED, IP_CLASS1_OWN, GE, EARNS(COUNT(1), 15),
                T("Self-developed class-I right", "有自主研发Ⅰ类知识产权", "Hak kelas I hasil sendiri")),
              VALUE(7, "class-1-ip", ANX1 "1", CORROBORATED, IP_CLASS1, GE, EARNS(COUNT(1), 10),
                T("Class-I right", "有Ⅰ类知识产权", "Hak kelas I")),
              VALUE(7, "class-2-ip", ANX1 "1", CORROBORATED, IP_CLASS2, GE, EARNS(COUNT(1), 5),
                T("Class-II right", "有Ⅱ类知识产权", "Hak kelas II")),
            BEST(6, "rd-ratio", ANX1 "2", CORROBORATED, 0, TITLE_RD_RATIO_Y1),
              RATIO(7, "rd-ratio-5", ANX1 "2", CORROBORATED, RD_EXPENSE_Y1, REVENUE_Y1, GE, EARNS(PERCENT(5), 20),
                T("R&D ratio at least 5 %", "研发费用占比不低于5%", "Rasio litbang paling sedikit 5 %")),
              RATIO(7, "rd-ratio-3", ANX1 "2", CORROBORATED, RD_EXPENSE_Y1, REVENUE_Y1, GE, EARNS(PERCENT(3), 15),
                T("R&D ratio at least 3 %", "研发费用占比不低于3%", "Rasio litbang paling sedikit 3 %")),
              RATIO(7, "rd-ratio-2", ANX1 "2", CORROBORATED, RD_EXPENSE_Y1, REVENUE_Y1, GE, EARNS(PERCENT(2), 10),
                T("R&D ratio at least 2 %", "研发费用占比不低于2%", "Rasio litbang paling sedikit 2 %")),
              RATIO(7, "rd-ratio-1", ANX1 "2", CORROBORATED, RD_EXPENSE_Y1, REVENUE_Y1, GE, EARNS(PERCENT(1), 5),
                T("R&D ratio at least 1 %", "研发费用占比不低于1%", "Rasio litbang paling sedikit 1 %")),
          SUM(5, "growth-points", ANX1 "score", CORROBORATED, 30, T("Growth", "成长性指标", "Pertumbuhan")),
            BEST(6, "revenue-growth", ANX1 "3", CORROBORATED, 0, T("Main-business revenue against the year before", "上年度主营业务收入与前一年度之比", "Pendapatan bisnis utama dibanding tahun sebelumnya")),
              RATIO(7, "growth-15", ANX1 "3", CORROBORATED, MAIN_REVENUE_Y1, MAIN_REVENUE_Y2, GE, EARNS(PERCENT(115), 20),
                T("Growth of at least 15 %", "增长率不低于15%", "Pertumbuhan paling sedikit 15 %")),
              RATIO(7, "growth-10", ANX1 "3", CORROBORATED, MAIN_REVENUE_Y1, MAIN_REVENUE_Y2, GE, EARNS(PERCENT(110), 15),
                T("Growth of at least 10 %", "增长率不低于10%", "Pertumbuhan paling sedikit 10 %")),
              RATIO(7, "growth-5", ANX1 "3", CORROBORATED, MAIN_REVENUE_Y1, MAIN_REVENUE_Y2, GE, EARNS(PERCENT(105), 10),
                T("Growth of at least 5 %", "增长率不低于5%", "Pertumbuhan paling sedikit 5 %")),
              RATIO(7, "growth-0", ANX1 "3", CORROBORATED, MAIN_REVENUE_Y1, MAIN_REVENUE_Y2, GE, EARNS(PERCENT(100), 5),
                T("Growth of at least 0 %", "增长率不低于0%", "Pertumbuhan paling sedikit 0 %")),
            BEST(6, "debt", ANX1 "4", CORROBORATED, 0, TITLE_DEBT_RATIO),
              RATIO(7, "debt-55", ANX1 "4", CORROBORATED, TOTAL_LIABILITIES_Y1, TOTAL_ASSETS_Y1, LE, EARNS(PERCENT(55), 10),
                T("Liabilities at most 55 %", "资产负债率不高于55%", "Liabilitas paling banyak 55 %")),
              RATIO(7, "debt-75", ANX1 "4", CORROBORATED, TOTAL_LIABILITIES_Y1, TOTAL_ASSETS_Y1, LE, EARNS(PERCENT(75), 5),
                T("Liabilities at most 75 %", "资产负债率不高于75%", "Liabilitas paling banyak 75 %")),
          SUM(5, "specialisation-points", ANX1 "score", CORROBORATED, 30, T("Specialisation", "专业化指标", "Spesialisasi")),
            BEST(6, "field", ANX1 "5", CORROBORATED, 5, T("Field of the main product: 5 points in any field", "主导产品所属领域（任何领域均得5分）", "Bidang produk utama: 5 poin di bidang apa pun")),
              EARNING_FLAG(7, "strategic-emerging", ANX1 "5", CORROBORATED, STRATEGIC_EMERGING, 10,
                T("Strategic emerging industry", "属于战略性新兴产业", "Industri baru strategis")),
            BEST(6, "main-share", ANX1 "6", CORROBORATED, 0, TITLE_MAIN_SHARE),
              RATIO(7, "main-share-70", ANX1 "6", CORROBORATED, MAIN_REVENUE_Y1, REVENUE_Y1, GE, EARNS(PERCENT(70), 20),
                T("Main share at least 70 %", "主营占比不低于70%", "Porsi bisnis utama paling sedikit 70 %")),
              RATIO(7, "main-share-60", ANX1 "6", CORROBORATED, MAIN_REVENUE_Y1, REVENUE_Y1, GE, EARNS(PERCENT(60), 15),
                T("Main share at least 60 %", "主营占比不低于60%", "Porsi bisnis utama paling sedikit 60 %")),
              RATIO(7, "main-share-55", ANX1 "6", CORROBORATED, MAIN_REVENUE_Y1, REVENUE_Y1, GE, EARNS(PERCENT(55), 10),
                T("Main share at least 55 %", "主营占比不低于55%", "Porsi bisnis utama paling sedikit 55 %")),
              RATIO(7, "main-share-50", ANX1 "6", CORROBORATED, MAIN_REVENUE_Y1, REVENUE_Y1, GE, EARNS(PERCENT(50), 5),
                T("Main share at least 50 %", "主营占比不低于50%", "Porsi bisnis utama paling sedikit 50 %")),
};
/* clang-format on */

const lg_ruleset lg__cn_innovative_sme_2022 = {
    .info.id = "cn.innovative-sme.2022",
    .info.programme = "cn.sme-gradient",
    .info.level = LG_LEVEL_INNOVATIVE_SME,
    .info.application = LG_APPLICATION_NEW | LG_APPLICATION_REVIEW,
    .info.in_force_from = 20220801,
    .info.in_force_to = 0,
    .info.compared_on = 20261123,
    .info.grade = LG_GRADE_SINGLE_SOURCE,
    .info.issuer = "Ministry of Industry and Information Technology",
    .info.document = "工信部企业〔2022〕63号",
    .title = {{"Innovative SME 2022", "创新型中小企业2022", "UKM inovatif 2022"}},
    .caveat = {{"From reprints of the official text that agree with each other; that it stays in use after 1 April "
                "2026 rests on one source.",
                "依据相互一致的官方文本转载；2026年4月1日后继续沿用仅有单一来源。",
                "Dari cetak ulang teks resmi yang saling cocok; bahwa tetap dipakai setelah 1 April 2026 hanya "
                "didukung satu sumber."}},
    ROWS(TABLE),
};
