/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Annex 2 of the 2022 measures in blocks: provincial specialised SMEs (专精特新中小企业).
 *
 * Document:   优质中小企业梯度培育管理暂行办法, 工信部企业〔2022〕63号, annex 2: all four conditions.
 * Sources:    Reprints of the annex that agree; the 13 indicators from two independent question banks that
 *             agree with each other.
 * Chosen:     A direct route replaces the score alone, never niche years, R&D and revenue. A value on the
 *             border of two bands takes the higher one. The mean R&D expense of 10 million yuan a year is
 *             held as 20 million over two years. Revenue below 10 million yuan is made up for by equity.
 *             The pass mark is the edition's: 60 nationally, a province may ask more.
 * Compared with its sources: 2026-11-23.
 */
#ifndef LG_RULES_CN_SPECIALISED_SME_2022_H
#define LG_RULES_CN_SPECIALISED_SME_2022_H

#include "cn_measures_2022.h"

#define ANX2 "63号 (2022) annex 2, "

/* clang-format off */
/* Conditions 1 to 3. */
#define SPECIALISED_SME_2022_BASICS \
  ALL(1, "basics", ANX2 "1-3", CORROBORATED, T("Niche, R&D and revenue", "基本门槛：年限、研发与营业收入", "Segmen, litbang, dan pendapatan")), \
    VALUE(2, "niche-years", ANX2 "1", CORROBORATED, SEGMENT_AGE, GE, YEARS(2), \
      TITLE_NICHE_YEARS), \
    VALUE(2, "rd-expense", ANX2 "2", CORROBORATED, RD_EXPENSE_Y1, GE, WAN(100), \
      T("R&D expense, last full year", "上年度研发费用总额", "Biaya litbang, tahun terakhir")), \
    RATIO(2, "rd-ratio", ANX2 "2", CORROBORATED, RD_EXPENSE_Y1, REVENUE_Y1, GE, PERCENT(3), \
      TITLE_RD_RATIO_Y1), \
    ANY(2, "revenue-or-equity", ANX2 "3", CORROBORATED, T("Revenue, or below it new equity", "营业收入达标，或新增股权融资达标", "Pendapatan, atau modal ekuitas baru")), \
      VALUE(3, "revenue", ANX2 "3", CORROBORATED, REVENUE_Y1, GE, WAN(1000), \
        TITLE_REVENUE), \
      VALUE(3, "equity-instead", ANX2 "3", CORROBORATED, EQUITY_FINANCING_2Y, GE, WAN(2000), \
        T("New equity paid in, last 2 years, where revenue is lower", "营业收入不足的，近2年新增股权融资（实缴）", "Modal ekuitas baru disetor, 2 tahun, bila pendapatan lebih rendah"))

/* Condition 4: the direct routes; the pass mark and the score follow as further children. */
#define SPECIALISED_SME_2022_DIRECT_ROUTES \
  ANY(1, "evaluation", ANX2 "4", CORROBORATED, T("A direct route, or the score", "直通条件之一，或评分达标", "Jalur langsung, atau skor")), \
    ANY(2, "direct-award", ANX2 "direct 1", CORROBORATED, T("Direct route: science award, 3 years", "直通：近3年科技奖励", "Jalur langsung: penghargaan sains, 3 tahun")), \
      VALUE(3, "province-award", ANX2 "direct 1", CORROBORATED, PROVINCE_AWARD_RANK, BETWEEN, COUNT_RANGE(1, 3), \
        T("Provincial award, among the first 3 units", "省级科技奖励，单位排名前3", "Penghargaan provinsi, 3 unit teratas")), \
      VALUE(3, "national-award", ANX2 "direct 1", CORROBORATED, NATIONAL_AWARD_RANK, BETWEEN, COUNT_RANGE(1, 5), \
        T("National award, among the first 5 units", "国家级科技奖励，单位排名前5", "Penghargaan nasional, 5 unit teratas")), \
    TOTAL2(2, "direct-rd-expense", ANX2 "direct 2", CORROBORATED, RD_EXPENSE_Y1, RD_EXPENSE_Y2, GE, WAN(2000), \
      T("Direct route: R&D expense of 2 years together (mean of 10 million yuan)", "直通：近2年研发费用合计（年均1000万元）", "Jalur langsung: biaya litbang 2 tahun bersama (rata-rata 10 juta yuan)")), \
    VALUE(2, "direct-equity", ANX2 "direct 3", CORROBORATED, EQUITY_FINANCING_2Y, GE, WAN(6000), \
      T("Direct route: new equity paid in, last 2 years", "直通：近2年新增股权融资（实缴）", "Jalur langsung: modal ekuitas baru disetor, 2 tahun")), \
    HOLDS(2, "direct-maker", ANX2 "direct 4", CORROBORATED, MAKER_TOP500_3Y, \
      T("Direct route: Maker in China national top 500, enterprise group, last 3 years", "直通：近3年“创客中国”全国500强企业组", "Jalur langsung: 500 besar nasional Maker in China, kelompok perusahaan, 3 tahun"))

/* The 13 indicators; the pass mark at depth 2 goes before. */
#define SPECIALISED_SME_2022_SCORE \
      SUM(3, "total", ANX2 "score", CORROBORATED, 100, T("Total of the score", "评分总分", "Total skor")), \
        SUM(4, "specialisation-points", ANX2 "score", CORROBORATED, 25, T("Specialisation (专)", "专业化指标（专）", "Spesialisasi (专)")), \
          BEST(5, "main-share", ANX2 "score 1", CORROBORATED, 0, TITLE_MAIN_SHARE), \
            RATIO(6, "main-share-80", ANX2 "score 1", CORROBORATED, MAIN_REVENUE_Y1, REVENUE_Y1, GE, EARNS(PERCENT(80), 5), \
              T("Main share at least 80 %", "主营占比不低于80%", "Porsi bisnis utama paling sedikit 80 %")), \
            RATIO(6, "main-share-70", ANX2 "score 1", CORROBORATED, MAIN_REVENUE_Y1, REVENUE_Y1, GE, EARNS(PERCENT(70), 3), \
              T("Main share at least 70 %", "主营占比不低于70%", "Porsi bisnis utama paling sedikit 70 %")), \
            RATIO(6, "main-share-60", ANX2 "score 1", CORROBORATED, MAIN_REVENUE_Y1, REVENUE_Y1, GE, EARNS(PERCENT(60), 1), \
              T("Main share at least 60 %", "主营占比不低于60%", "Porsi bisnis utama paling sedikit 60 %")), \
          BEST(5, "growth", ANX2 "score 2", CORROBORATED, 0, TITLE_GROWTH_MAIN_REVENUE), \
            MEAN_GROWTH(6, "growth-10", ANX2 "score 2", CORROBORATED, MAIN_REVENUE, GE, EARNS(PERCENT(10), 10), \
              T("Growth at least 10 %", "增长率不低于10%", "Pertumbuhan paling sedikit 10 %")), \
            MEAN_GROWTH(6, "growth-8", ANX2 "score 2", CORROBORATED, MAIN_REVENUE, GE, EARNS(PERCENT(8), 8), \
              T("Growth at least 8 %", "增长率不低于8%", "Pertumbuhan paling sedikit 8 %")), \
            MEAN_GROWTH(6, "growth-6", ANX2 "score 2", CORROBORATED, MAIN_REVENUE, GE, EARNS(PERCENT(6), 6), \
              T("Growth at least 6 %", "增长率不低于6%", "Pertumbuhan paling sedikit 6 %")), \
            MEAN_GROWTH(6, "growth-4", ANX2 "score 2", CORROBORATED, MAIN_REVENUE, GE, EARNS(PERCENT(4), 4), \
              T("Growth at least 4 %", "增长率不低于4%", "Pertumbuhan paling sedikit 4 %")), \
            MEAN_GROWTH(6, "growth-0", ANX2 "score 2", CORROBORATED, MAIN_REVENUE, GE, EARNS(PERCENT(0), 2), \
              T("Growth at least 0 %", "增长率不低于0%", "Pertumbuhan paling sedikit 0 %")), \
          BEST(5, "niche", ANX2 "score 3", CORROBORATED, 0, T("Years in the niche market: a point for every full 2 years", "从事特定细分市场年限：每满2年得1分", "Lama di segmen pasar: satu poin tiap 2 tahun penuh")), \
            VALUE(6, "niche-10", ANX2 "score 3", CORROBORATED, SEGMENT_AGE, GE, EARNS(YEARS(10), 5), \
              T("10 years or more", "满10年", "10 tahun atau lebih")), \
            VALUE(6, "niche-8", ANX2 "score 3", CORROBORATED, SEGMENT_AGE, GE, EARNS(YEARS(8), 4), \
              T("8 years or more", "满8年", "8 tahun atau lebih")), \
            VALUE(6, "niche-6", ANX2 "score 3", CORROBORATED, SEGMENT_AGE, GE, EARNS(YEARS(6), 3), \
              T("6 years or more", "满6年", "6 tahun atau lebih")), \
            VALUE(6, "niche-4", ANX2 "score 3", CORROBORATED, SEGMENT_AGE, GE, EARNS(YEARS(4), 2), \
              T("4 years or more", "满4年", "4 tahun atau lebih")), \
            VALUE(6, "niche-2", ANX2 "score 3", CORROBORATED, SEGMENT_AGE, GE, EARNS(YEARS(2), 1), \
              T("2 years or more", "满2年", "2 tahun atau lebih")), \
          BEST(5, "field", ANX2 "score 4", CORROBORATED, 0, TITLE_FIELD), \
            EARNING_FLAG(6, "gap-filling", ANX2 "score 4", CORROBORATED, GAP_FILLING, 5, \
              T("Closes a weakness, forges a strength or fills a gap", "补短板、锻长板、填空白", "Menutup kelemahan, memperkuat keunggulan, atau mengisi kekosongan")), \
            EARNING_FLAG(6, "industrial-base", ANX2 "score 4", CORROBORATED, SIX_BASE_OR_KEY_CHAIN, 3, \
              T("Industrial bases, time-honoured brand, or serves a key chain's leader", "属于工业六基、中华老字号，或为重点产业链龙头配套", "Basis industri, merek bersejarah, atau pemasok pemimpin rantai utama")), \
        SUM(4, "refinement-points", ANX2 "score", CORROBORATED, 25, T("Refinement (精)", "精细化指标（精）", "Penyempurnaan (精)")), \
          BEST(5, "digital", ANX2 "score 5", CORROBORATED, 0, T("Digitalisation level", "数字化水平", "Tingkat digitalisasi")), \
            VALUE(6, "digital-3", ANX2 "score 5", CORROBORATED, DIGITAL_LEVEL, GE, EARNS(LEVEL(3), 5), \
              T("Level 3 or above", "3级及以上", "Tingkat 3 atau lebih")), \
            VALUE(6, "digital-2", ANX2 "score 5", CORROBORATED, DIGITAL_LEVEL, GE, EARNS(LEVEL(2), 3), \
              T("Level 2 or above", "2级及以上", "Tingkat 2 atau lebih")), \
          SUM(5, "quality", ANX2 "score 6", CORROBORATED, 5, T("Quality management: 3 points each, at most 5", "质量管理水平：每项3分，最高5分", "Manajemen mutu: 3 poin tiap hal, paling banyak 5")), \
            EARNING_FLAG(6, "quality-award", ANX2 "score 6", CORROBORATED, PROVINCE_QUALITY_AWARD, 3, \
              T("Quality award of province or above", "获省级以上质量奖荣誉", "Penghargaan mutu tingkat provinsi atau lebih")), \
            EARNING_FLAG(6, "management-certificate", ANX2 "score 6", CORROBORATED, MANAGEMENT_CERTIFIED, 3, \
              T("Management-system certificate", "取得质量管理体系认证", "Sertifikat sistem manajemen")), \
            EARNING_FLAG(6, "own-brand", ANX2 "score 6", CORROBORATED, OWN_BRAND, 3, \
              TITLE_OWN_BRAND), \
            EARNING_FLAG(6, "standards-participant", ANX2 "score 6", CORROBORATED, STANDARDS_PARTICIPANT, 3, \
              T("Took part in writing a standard", "参与制修订标准", "Ikut menyusun standar")), \
          BEST(5, "profit-margin", ANX2 "score 7", CORROBORATED, 0, T("Net profit to operating revenue", "净利润率", "Laba bersih terhadap pendapatan usaha")), \
            RATIO(6, "profit-margin-10", ANX2 "score 7", CORROBORATED, NET_PROFIT_Y1, REVENUE_Y1, GE, EARNS(PERCENT(10), 10), \
              T("Margin at least 10 %", "净利润率不低于10%", "Margin paling sedikit 10 %")), \
            RATIO(6, "profit-margin-8", ANX2 "score 7", CORROBORATED, NET_PROFIT_Y1, REVENUE_Y1, GE, EARNS(PERCENT(8), 8), \
              T("Margin at least 8 %", "净利润率不低于8%", "Margin paling sedikit 8 %")), \
            RATIO(6, "profit-margin-6", ANX2 "score 7", CORROBORATED, NET_PROFIT_Y1, REVENUE_Y1, GE, EARNS(PERCENT(6), 6), \
              T("Margin at least 6 %", "净利润率不低于6%", "Margin paling sedikit 6 %")), \
            RATIO(6, "profit-margin-4", ANX2 "score 7", CORROBORATED, NET_PROFIT_Y1, REVENUE_Y1, GE, EARNS(PERCENT(4), 4), \
              T("Margin at least 4 %", "净利润率不低于4%", "Margin paling sedikit 4 %")), \
            RATIO(6, "profit-margin-2", ANX2 "score 7", CORROBORATED, NET_PROFIT_Y1, REVENUE_Y1, GE, EARNS(PERCENT(2), 2), \
              T("Margin at least 2 %", "净利润率不低于2%", "Margin paling sedikit 2 %")), \
          BEST(5, "debt", ANX2 "score 8", CORROBORATED, 0, TITLE_DEBT_RATIO), \
            RATIO(6, "debt-50", ANX2 "score 8", CORROBORATED, TOTAL_LIABILITIES_Y1, TOTAL_ASSETS_Y1, LE, EARNS(PERCENT(50), 5), \
              T("Liabilities at most 50 %", "资产负债率不高于50%", "Liabilitas paling banyak 50 %")), \
            RATIO(6, "debt-60", ANX2 "score 8", CORROBORATED, TOTAL_LIABILITIES_Y1, TOTAL_ASSETS_Y1, LE, EARNS(PERCENT(60), 3), \
              T("Liabilities at most 60 %", "资产负债率不高于60%", "Liabilitas paling banyak 60 %")), \
            RATIO(6, "debt-70", ANX2 "score 8", CORROBORATED, TOTAL_LIABILITIES_Y1, TOTAL_ASSETS_Y1, LE, EARNS(PERCENT(70), 1), \
              T("Liabilities at most 70 %", "资产负债率不高于70%", "Liabilitas paling banyak 70 %")), \
        SUM(4, "distinction-points", ANX2 "score", CORROBORATED, 15, T("Distinction (特)", "特色化指标（特）", "Kekhasan (特)")), \
          POINTS_VALUE(5, "local-score", ANX2 "score 9", CORROBORATED, LOCAL_SCORE, 15, \
            TC("Province's own points", "省级自主设定指标得分", "Poin lokal provinsi", \
               "Each province sets one to three indicators of its own; their points are an input.", \
               "由各省自主设定1至3项指标，其得分为输入值。", \
               "Tiap provinsi menetapkan satu sampai tiga indikator sendiri; poinnya adalah masukan.")), \
        SUM(4, "innovation-points", ANX2 "score", CORROBORATED, 35, T("Innovation (新)", "创新能力指标（新）", "Inovasi (新)")), \
          BEST(5, "ip", ANX2 "score 10", CORROBORATED, 0, T("Valid intellectual property tied to the main product", "与主导产品相关的有效知识产权", "Kekayaan intelektual terkait produk utama")), \
            VALUE(6, "class-1-high-value-ip", ANX2 "score 10", CORROBORATED, IP_CLASS1_HIGH_VALUE, GE, EARNS(COUNT(1), 10), \
              T("Class-I right of high value", "有高价值Ⅰ类知识产权", "Hak kelas I bernilai tinggi")), \
            VALUE(6, "class-1-own-ip", ANX2 "score 10", CORROBORATED, IP_CLASS1_OWN, GE, EARNS(COUNT(1), 8), \
              T("Self-developed class-I right", "有自主研发Ⅰ类知识产权", "Hak kelas I hasil sendiri")), \
            VALUE(6, "class-1-ip", ANX2 "score 10", CORROBORATED, IP_CLASS1, GE, EARNS(COUNT(1), 6), \
              T("Class-I right", "有Ⅰ类知识产权", "Hak kelas I")), \
            VALUE(6, "class-2-ip", ANX2 "score 10", CORROBORATED, IP_CLASS2, GE, EARNS(COUNT(1), 2), \
              T("Class-II right", "有Ⅱ类知识产权", "Hak kelas II")), \
          BEST(5, "rd-input", ANX2 "score 11", CORROBORATED, 0, T("R&D expense or its ratio, the better one", "研发费用总额或占比（就高）", "Biaya litbang atau rasionya, yang lebih baik")), \
            VALUE(6, "rd-expense-500", ANX2 "score 11", CORROBORATED, RD_EXPENSE_Y1, GE, EARNS(WAN(500), 10), \
              T("R&D of 5 million yuan or more", "研发费用500万元以上", "Litbang 5 juta yuan atau lebih")), \
            RATIO(6, "rd-ratio-10", ANX2 "score 11", CORROBORATED, RD_EXPENSE_Y1, REVENUE_Y1, GE, EARNS(PERCENT(10), 10), \
              T("R&D of 10 % of revenue or more", "研发费用占比10%以上", "Litbang 10 % dari pendapatan atau lebih")), \
            VALUE(6, "rd-expense-400", ANX2 "score 11", CORROBORATED, RD_EXPENSE_Y1, GE, EARNS(WAN(400), 8), \
              T("R&D of 4 million yuan or more", "研发费用400万元以上", "Litbang 4 juta yuan atau lebih")), \
            RATIO(6, "rd-ratio-8", ANX2 "score 11", CORROBORATED, RD_EXPENSE_Y1, REVENUE_Y1, GE, EARNS(PERCENT(8), 8), \
              T("R&D of 8 % of revenue or more", "研发费用占比8%以上", "Litbang 8 % dari pendapatan atau lebih")), \
            VALUE(6, "rd-expense-300", ANX2 "score 11", CORROBORATED, RD_EXPENSE_Y1, GE, EARNS(WAN(300), 6), \
              T("R&D of 3 million yuan or more", "研发费用300万元以上", "Litbang 3 juta yuan atau lebih")), \
            RATIO(6, "rd-ratio-6", ANX2 "score 11", CORROBORATED, RD_EXPENSE_Y1, REVENUE_Y1, GE, EARNS(PERCENT(6), 6), \
              T("R&D of 6 % of revenue or more", "研发费用占比6%以上", "Litbang 6 % dari pendapatan atau lebih")), \
            VALUE(6, "rd-expense-200", ANX2 "score 11", CORROBORATED, RD_EXPENSE_Y1, GE, EARNS(WAN(200), 4), \
              T("R&D of 2 million yuan or more", "研发费用200万元以上", "Litbang 2 juta yuan atau lebih")), \
            RATIO(6, "rd-ratio-4", ANX2 "score 11", CORROBORATED, RD_EXPENSE_Y1, REVENUE_Y1, GE, EARNS(PERCENT(4), 4), \
              T("R&D of 4 % of revenue or more", "研发费用占比4%以上", "Litbang 4 % dari pendapatan atau lebih")), \
            VALUE(6, "rd-expense-100", ANX2 "score 11", CORROBORATED, RD_EXPENSE_Y1, GE, EARNS(WAN(100), 2), \
              T("R&D of 1 million yuan or more", "研发费用100万元以上", "Litbang 1 juta yuan atau lebih")), \
            RATIO(6, "rd-ratio-3", ANX2 "score 11", CORROBORATED, RD_EXPENSE_Y1, REVENUE_Y1, GE, EARNS(PERCENT(3), 2), \
              T("R&D of 3 % of revenue or more", "研发费用占比3%以上", "Litbang 3 % dari pendapatan atau lebih")), \
          BEST(5, "rd-staff", ANX2 "score 12", CORROBORATED, 0, T("R&D staff to employees", "研发人员占比", "Staf litbang terhadap karyawan")), \
            RATIO(6, "rd-staff-20", ANX2 "score 12", CORROBORATED, RD_STAFF, EMPLOYEES, GE, EARNS(PERCENT(20), 5), \
              T("R&D staff at least 20 %", "研发人员占比不低于20%", "Staf litbang paling sedikit 20 %")), \
            RATIO(6, "rd-staff-10", ANX2 "score 12", CORROBORATED, RD_STAFF, EMPLOYEES, GE, EARNS(PERCENT(10), 3), \
              T("R&D staff at least 10 %", "研发人员占比不低于10%", "Staf litbang paling sedikit 10 %")), \
            RATIO(6, "rd-staff-5", ANX2 "score 12", CORROBORATED, RD_STAFF, EMPLOYEES, GE, EARNS(PERCENT(5), 1), \
              T("R&D staff at least 5 %", "研发人员占比不低于5%", "Staf litbang paling sedikit 5 %")), \
          BEST(5, "rd-body", ANX2 "score 13", CORROBORATED, 0, T("Level of the R&D body", "研发机构级别", "Tingkat lembaga litbang")), \
            VALUE(6, "rd-body-4", ANX2 "score 13", CORROBORATED, RD_BODY_LEVEL, GE, EARNS(LEVEL(4), 10), \
              T("National R&D body", "国家级研发机构", "Lembaga litbang nasional")), \
            VALUE(6, "rd-body-3", ANX2 "score 13", CORROBORATED, RD_BODY_LEVEL, GE, EARNS(LEVEL(3), 8), \
              T("R&D body of province or ministry", "省部级研发机构", "Lembaga litbang provinsi atau kementerian")), \
            VALUE(6, "rd-body-2", ANX2 "score 13", CORROBORATED, RD_BODY_LEVEL, GE, EARNS(LEVEL(2), 4), \
              T("R&D body of the city", "市级研发机构", "Lembaga litbang kota")), \
            VALUE(6, "rd-body-1", ANX2 "score 13", CORROBORATED, RD_BODY_LEVEL, GE, EARNS(LEVEL(1), 2), \
              T("R&D body below city level", "市级以下研发机构", "Lembaga litbang di bawah tingkat kota"))

/* clang-format on */

#endif
