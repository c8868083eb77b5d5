/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Little Giant standard of the 2026 measures: seven items, all.
 *
 * Document:   优质中小企业梯度培育管理办法, 工信部企业〔2026〕2号, annex 2; definitions in annex 3; exclusions of
 *             the eighth batch from 工信厅企业函〔2026〕117号, which are those of 2025.
 * Issuer:     Ministry of Industry and Information Technology, 17 January 2026.
 * In force:   from 1 April 2026, new applications. Reviews of 2026 follow the standard of 2022
 *             (cn.little-giant.2026-review); reviews under this standard, without growth and with either of the
 *             last two years' scores, have no edition yet.
 * Sources:    A copy of annex 2 taken from the PDF, a reprint of annex 3, and third-party data that agree on
 *             the numbers.
 * Chosen:     The formula of compound growth was not seen; the usual one over two years is taken. Class-I rights
 *             are the enterprise's own: annex 3 excludes any that were acquired. The common article on
 *             registration and size was not in the sources, so neither is judged.
 * Compared with its sources: 2026-11-23.
 */
#include "rows.h"
#include "cn_overlays_2025.h"

#define ANX2 "2号 (2026) annex 2, "
#define ANX3 "2号 (2026) annex 3, "

/* clang-format off */
static const lg__row TABLE[] = {
ALL(0, "little-giant", "2号 (2026) annex 2", CORROBORATED, TITLE_LITTLE_GIANT),
  ALL(1, "specialisation", ANX2 "1", CORROBORATED, T("Specialisation", "专业化", "Spesialisasi")),
    HOLDS(2, "srdi-title", ANX2 "1", CORROBORATED, SRDI_TITLE,
      TITLE_SRDI_TITLE),
    VALUE(2, "niche-years", ANX2 "1", CORROBORATED, SEGMENT_AGE, GE, YEARS(3),
      TITLE_NICHE_YEARS),
  ALL(1, "business", ANX2 "2", CORROBORATED, T("Business and finance", "经营与财务", "Usaha dan keuangan")),
    VALUE(2, "revenue", ANX2 "2", CORROBORATED, REVENUE_Y1, GE, WAN(5000),
      TITLE_REVENUE),
    RATIO(2, "main-share", ANX2 "2", CORROBORATED, MAIN_REVENUE_Y1, REVENUE_Y1, GE, PERCENT(90),
      TITLE_MAIN_SHARE),
    COMPOUND_GROWTH(2, "growth", ANX2 "2", CORROBORATED, REVENUE, GE, PERCENT(5),
      TC("Compound growth of operating revenue, last 2 years", "近2年营业收入复合增长率", "Pertumbuhan majemuk pendapatan usaha, 2 tahun",
         "The formula was not seen; the usual one is taken: the root of revenue over that of two years before, less one.",
         "未见公式原文，按通常算法：上年度与前第三年度营业收入之比开平方后减一。",
         "Rumusnya tidak terlihat; dipakai yang lazim: akar pendapatan dibagi pendapatan dua tahun sebelumnya, dikurangi satu.")),
    RATIO(2, "debt-ratio", ANX2 "2", CORROBORATED, TOTAL_LIABILITIES_Y1, TOTAL_ASSETS_Y1, LE, PERCENT(75),
      TITLE_DEBT_RATIO),
  ALL(1, "research", ANX2 "3", CORROBORATED, T("R&D", "研发投入", "Litbang")),
    TOTAL2(2, "rd-expense", ANX2 "3", CORROBORATED, RD_EXPENSE_Y1, RD_EXPENSE_Y2, GE, WAN(1200),
      T("R&D expense of the last 2 years together", "近2年研发费用合计", "Biaya litbang 2 tahun bersama")),
    ALL(2, "rd-ratio", ANX2 "3", CORROBORATED, T("R&D to revenue, each of the last 2 years", "近2年研发费用占营业收入比重（每年）", "Litbang terhadap pendapatan, tiap tahun dari 2 tahun")),
      RATIO(3, "rd-ratio-y1", ANX2 "3", CORROBORATED, RD_EXPENSE_Y1, REVENUE_Y1, GE, PERCENT(3),
        TITLE_RD_RATIO_Y1),
      RATIO(3, "rd-ratio-y2", ANX2 "3", CORROBORATED, RD_EXPENSE_Y2, REVENUE_Y2, GE, PERCENT(3),
        TITLE_RD_RATIO_Y2),
  ANY(1, "intellectual-property", ANX2 "4", CORROBORATED, T("Intellectual property, or what exempts from it", "知识产权或豁免情形", "Kekayaan intelektual, atau pengecualiannya")),
    VALUE(2, "class-1-ip", ANX2 "4", CORROBORATED, IP_CLASS1_OWN, GE, COUNT(4),
      T("Class-I rights of its own, tied to the main product, used and earning", "与主导产品相关的Ⅰ类知识产权（不含受让）", "Hak kelas I sendiri terkait produk utama")),
    VALUE(2, "national-award", ANX2 "4", CORROBORATED, NATIONAL_AWARD_RANK, BETWEEN, COUNT_RANGE(1, 3),
      T("Exemption: national science award, among the first 3 units, 3 years", "豁免：近3年国家级科技奖励，单位排名前3", "Pengecualian: penghargaan sains nasional, 3 unit teratas, 3 tahun")),
  ALL(1, "market", ANX2 "5", CORROBORATED, T("Market", "市场", "Pasar")),
    ANY(2, "market-position", ANX2 "5", CORROBORATED, T("Share or rank in a domestic or international niche", "国内或国际细分市场占有率或排名", "Pangsa atau peringkat di segmen domestik atau internasional")),
      VALUE(3, "market-share", ANX2 "5", CORROBORATED, MARKET_SHARE, GE, SHARE(10),
        T("Market share of the main product", "主导产品市场占有率", "Pangsa pasar produk utama")),
      VALUE(3, "national-rank", ANX2 "5", CORROBORATED, NATIONAL_RANK, LE, COUNT(3),
        T("Rank of the main product", "主导产品市场排名", "Peringkat produk utama")),
    HOLDS(2, "reputation", ANX2 "5", CORROBORATED, HIGH_REPUTATION,
      T("High reputation and influence", "享有较高知名度和影响力", "Reputasi dan pengaruh tinggi")),
  ALL(1, "field", ANX2 "6", CORROBORATED, T("Field and chain", "领域与产业链", "Bidang dan rantai")),
    ANY(2, "product", ANX2 "6", CORROBORATED, TITLE_FIELD),
      HOLDS(3, "industrial-base", ANX2 "6", CORROBORATED, SIX_BASE_OR_KEY_CHAIN,
        TC("Main product in the six industrial bases", "主导产品属于工业六基", "Produk utama dalam enam basis industri",
           "A time-honoured brand or supply to a chain leader does not count here.",
           "中华老字号、为龙头企业配套在此不计。",
           "Merek bersejarah atau pasokan ke pemimpin rantai tidak dihitung di sini.")),
      HOLDS(3, "key-field", ANX2 "6", CORROBORATED, KEY_FIELD,
        T("Upgrading traditional, growing new or future industry", "传统产业升级、新兴产业或未来产业", "Industri tradisional yang ditingkatkan, baru, atau masa depan")),
    HOLDS(2, "key-link", ANX2 "6", CORROBORATED, KEY_CHAIN_LINK,
      T("Key link of the industrial chain", "位于产业链关键环节", "Mata rantai utama industri")),
  ALL(1, "evaluation", ANX2 "7", CORROBORATED, T("Development evaluation", "专精特新发展评价", "Evaluasi pengembangan")),
    VALUE(2, "platform-score", ANX2 "7", CORROBORATED, PLATFORM_SCORE_Y1, GE, MARK(60),
      T("Platform score, this year", "本年度发展评价得分", "Skor platform, tahun ini")),
  ALL(1, "exclusions", ANX3 "exclusions; " N117, CORROBORATED, TITLE_EXCLUSIONS),
    ABSENT(2, "no-major-accident", ANX3 "exclusions", CORROBORATED, MAJOR_ACCIDENT_3Y,
      T("No larger accident or grave breach in the last 3 years, as decided by the authorities", "近3年未发生较大及以上事故等情形（以主管部门认定为准）", "Tidak ada kecelakaan besar atau pelanggaran berat dalam 3 tahun")),
    ABSENT(2, "no-tax-violation", N117, CORROBORATED, TAX_VIOLATION_3Y,
      TITLE_NO_TAX_VIOLATION),
    NOT_RECOMMENDED(N117),
    NOT_A_SINGLE_CHAMPION(N117),
};
/* clang-format on */

const lg_ruleset lg__cn_little_giant_2026 = {
    .info.id = "cn.little-giant.2026",
    .info.programme = "cn.sme-gradient",
    .info.level = LG_LEVEL_LITTLE_GIANT,
    .info.application = LG_APPLICATION_NEW,
    .info.in_force_from = 20260401,
    .info.in_force_to = 0,
    .info.compared_on = 20261123,
    .info.grade = LG_GRADE_CORROBORATED,
    .info.issuer = "Ministry of Industry and Information Technology",
    .info.document = "工信部企业〔2026〕2号",
    .title = {{"Little Giant 2026", "专精特新“小巨人”2026", "Little Giant 2026"}},
    .caveat = {{"The common article on registration and size was not in the sources; neither is judged here, check "
                "them by hand.",
                "所据来源未见登记与规模的通用条款，本规则集不作判断，请人工核对。",
                "Pasal umum tentang pendaftaran dan ukuran tidak ada dalam sumber; keduanya tidak dinilai di sini, "
                "periksa sendiri."}},
    ROWS(TABLE),
};
