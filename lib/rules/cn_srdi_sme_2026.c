/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Provincial specialised SMEs (专精特新中小企业), second level of the 2026 measures: six items, all.
 *
 * Document:   优质中小企业梯度培育管理办法, 工信部企业〔2026〕2号, annex 1; definitions in annex 3.
 * Issuer:     Ministry of Industry and Information Technology, 17 January 2026; recognised by the provinces.
 * In force:   from 1 April 2026, new applications. Reviews may use either of the last two years' scores; no
 *             edition for them is given yet.
 * Sources:    A copy of the annexes and third-party data that agree on the numbers.
 * Chosen:     Either first-level title suffices (sources conflict). Class-I rights are the enterprise's own:
 *             annex 3 excludes any that were acquired. The common article on registration, size and exclusions
 *             was not in the sources but for the accidents and breaches of annex 3.
 * Compared with its sources: 2026-11-23.
 */
#include "rows.h"

#define ANX1 "2号 (2026) annex 1, "
#define ANX3 "2号 (2026) annex 3, "

/* clang-format off */
static const lg__row TABLE[] = {
ALL(0, "specialised-sme", "2号 (2026) annex 1", CORROBORATED, TITLE_SPECIALISED_SME),
  ALL(1, "specialisation", ANX1 "1", CORROBORATED, T("Specialisation", "专业化", "Spesialisasi")),
    ANY(2, "first-level-title", ANX1 "1", CORROBORATED,
      TC("Title of technology-based or innovative SME", "科技和创新型中小企业称号", "Gelar UKM teknologi atau inovatif",
         "Sources conflict: by one, both titles are needed; either is the likelier reading.",
         "来源不一致：一种说法须同时具备两种称号；择一更为可能。",
         "Sumber bertentangan: menurut satu sumber keduanya perlu; salah satu lebih mungkin.")),
      HOLDS(3, "innovative-sme-title", ANX1 "1", CORROBORATED, INNOVATIVE_SME_TITLE,
        T("Innovative-SME title", "创新型中小企业称号", "Gelar UKM inovatif")),
      HOLDS(3, "tech-sme-title", ANX1 "1", CORROBORATED, TECH_SME_TITLE,
        T("Technology-SME title", "科技型中小企业称号", "Gelar UKM teknologi")),
    VALUE(2, "niche-years", ANX1 "1", CORROBORATED, SEGMENT_AGE, GE, YEARS(3),
      TITLE_NICHE_YEARS),
  ALL(1, "business", ANX1 "2", CORROBORATED, T("Business and finance", "经营与财务", "Usaha dan keuangan")),
    ANY(2, "revenue-or-equity", ANX1 "2", CORROBORATED, T("Revenue or new equity", "营业收入或新增股权融资", "Pendapatan atau modal ekuitas baru")),
      VALUE(3, "revenue", ANX1 "2", CORROBORATED, REVENUE_Y1, GE, WAN(1500),
        TITLE_REVENUE),
      VALUE(3, "equity", ANX1 "2", CORROBORATED, EQUITY_FINANCING_2Y, GE, WAN(2000),
        T("New equity paid in by qualified investors, last 2 years", "近2年新增股权投资（合格投资者实缴额）", "Modal ekuitas baru dari investor memenuhi syarat, 2 tahun")),
    RATIO(2, "main-share", ANX1 "2", CORROBORATED, MAIN_REVENUE_Y1, REVENUE_Y1, GE, PERCENT(80),
      TITLE_MAIN_SHARE),
    RATIO(2, "debt-ratio", ANX1 "2", CORROBORATED, TOTAL_LIABILITIES_Y1, TOTAL_ASSETS_Y1, LE, PERCENT(80),
      TITLE_DEBT_RATIO),
  ALL(1, "research", ANX1 "3", CORROBORATED, T("R&D", "研发投入", "Litbang")),
    VALUE(2, "rd-expense-y1", ANX1 "3", CORROBORATED, RD_EXPENSE_Y1, GE, WAN(100),
      T("R&D expense, last full year", "上年度研发费用总额", "Biaya litbang, tahun terakhir")),
    VALUE(2, "rd-expense-y2", ANX1 "3", CORROBORATED, RD_EXPENSE_Y2, GE, WAN(100),
      T("R&D expense, year before last", "前第二年度研发费用总额", "Biaya litbang, tahun sebelumnya")),
    ALL(2, "rd-ratio", ANX1 "3", CORROBORATED, T("R&D to revenue, each of the last 2 years", "近2年研发费用占营业收入比重（每年）", "Litbang terhadap pendapatan, tiap tahun dari 2 tahun")),
      RATIO(3, "rd-ratio-y1", ANX1 "3", CORROBORATED, RD_EXPENSE_Y1, REVENUE_Y1, GE, PERCENT(3),
        TITLE_RD_RATIO_Y1),
      RATIO(3, "rd-ratio-y2", ANX1 "3", CORROBORATED, RD_EXPENSE_Y2, REVENUE_Y2, GE, PERCENT(3),
        TITLE_RD_RATIO_Y2),
  ANY(1, "intellectual-property", ANX1 "4", CORROBORATED, T("Intellectual property, or what exempts from it", "知识产权或豁免情形", "Kekayaan intelektual, atau pengecualiannya")),
    VALUE(2, "class-1-ip", ANX1 "4", CORROBORATED, IP_CLASS1_OWN, GE, COUNT(1),
      T("Class-I rights of its own, tied to the main product, used and earning", "与主导产品相关的Ⅰ类知识产权（不含受让）", "Hak kelas I sendiri terkait produk utama")),
    ANY(2, "award-exemption", ANX1 "4", CORROBORATED, T("Exemption: science award of province or above, among the first 3 units, 3 years", "豁免：近3年省部级以上科技奖励，单位排名前3", "Pengecualian: penghargaan sains provinsi atau lebih, 3 unit teratas, 3 tahun")),
      VALUE(3, "province-award", ANX1 "4", CORROBORATED, PROVINCE_AWARD_RANK, BETWEEN, COUNT_RANGE(1, 3),
        T("Provincial award", "省部级科技奖励", "Penghargaan provinsi")),
      VALUE(3, "national-award", ANX1 "4", CORROBORATED, NATIONAL_AWARD_RANK, BETWEEN, COUNT_RANGE(1, 3),
        T("National award", "国家级科技奖励", "Penghargaan nasional")),
    VALUE(2, "rd-body-exemption", ANX1 "4", CORROBORATED, RD_BODY_LEVEL, GE, LEVEL(3),
      T("Exemption: R&D body recognised by province, ministry or above", "豁免：省部级以上研发机构", "Pengecualian: lembaga litbang diakui provinsi atau kementerian")),
  ALL(1, "market", ANX1 "5", CORROBORATED, T("Market", "市场", "Pasar")),
    HOLDS(2, "reputation", ANX1 "5", CORROBORATED, HIGH_REPUTATION,
      TC("Fairly high share of a domestic or international niche, some reputation", "在国内或国际细分市场占有率较高、有一定知名度", "Pangsa cukup tinggi di segmen domestik atau internasional, dikenal",
         "Assert the reputation by this measure, which is lower than that for Little Giants.",
         "请按本标准口径作出判断，其要求低于“小巨人”。",
         "Nilailah reputasi menurut ukuran ini, yang lebih rendah daripada untuk Little Giant.")),
  ALL(1, "evaluation", ANX1 "6", CORROBORATED, T("Development evaluation", "专精特新发展评价", "Evaluasi pengembangan")),
    VALUE(2, "platform-score", ANX1 "6", CORROBORATED, PLATFORM_SCORE_Y1, GE, MARK(50),
      T("Platform score, this year", "本年度发展评价得分", "Skor platform, tahun ini")),
  ALL(1, "exclusions", ANX3 "exclusions", CORROBORATED, TITLE_EXCLUSIONS),
    ABSENT(2, "no-major-accident", ANX3 "exclusions", CORROBORATED, MAJOR_ACCIDENT_3Y,
      T("No larger accident or grave breach in the last 3 years, as decided by the authorities", "近3年未发生较大及以上事故等情形（以主管部门认定为准）", "Tidak ada kecelakaan besar atau pelanggaran berat dalam 3 tahun")),
};
/* clang-format on */

const lg_ruleset lg__cn_srdi_sme_2026 = {
    .info.id = "cn.srdi-sme.2026",
    .info.programme = "cn.sme-gradient",
    .info.level = LG_LEVEL_SPECIALISED_SME,
    .info.application = LG_APPLICATION_NEW,
    .info.in_force_from = 20260401,
    .info.in_force_to = 0,
    .info.compared_on = 20261123,
    .info.grade = LG_GRADE_CORROBORATED,
    .info.issuer = "Ministry of Industry and Information Technology",
    .info.document = "工信部企业〔2026〕2号",
    .title = {{"Specialised SME 2026", "专精特新中小企业2026", "UKM khusus 2026"}},
    .caveat = {{"The common article on registration and size was not in the sources; neither is judged here, check "
                "them by hand.",
                "所据来源未见登记与规模的通用条款，本规则集不作判断，请人工核对。",
                "Pasal umum tentang pendaftaran dan ukuran tidak ada dalam sumber; keduanya tidak dinilai di sini, "
                "periksa sendiri."}},
    ROWS(TABLE),
};
