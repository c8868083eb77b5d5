/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The fact table: one row per fact, in order of id. A fact is one int64_t in a canonical unit.
 * To add one, see CONTRIBUTING.md ("Add a fact"); rows are never removed or reordered.
 */
#include <string.h>

#include "internal.h"

/* id and member of lg_profile (name and suffix of the canonical unit), unit, kind, range */
#define FACT(ID, NAME, SUFFIX, UNIT, KIND, MINIMUM, MAXIMUM)                                                           \
    LG_FACT_##ID, offsetof(lg_profile, NAME##SUFFIX), #NAME, #NAME #SUFFIX, LG_UNIT_##UNIT, LG_FACT_KIND_##KIND,       \
        MINIMUM, MAXIMUM

#define MONEY(ID, NAME, MINIMUM) FACT(ID, NAME, _fen, FEN, MEASURE, MINIMUM, LG__MONEY_MAX)
#define MONTHS(ID, NAME) FACT(ID, NAME, _months, MONTHS, MEASURE, 0, 12000)
#define SHARE(ID, NAME) FACT(ID, NAME, _bp, BP, MEASURE, 0, 10000)
#define COUNT(ID, NAME, MINIMUM, MAXIMUM) FACT(ID, NAME, , COUNT, MEASURE, MINIMUM, MAXIMUM)
#define LEVEL(ID, NAME, MINIMUM, MAXIMUM) FACT(ID, NAME, , LEVEL, LEVEL, MINIMUM, MAXIMUM)
#define POINTS(ID, NAME, MAXIMUM) FACT(ID, NAME, _cp, CP, MEASURE, 0, MAXIMUM)
#define FLAG(ID, NAME, KIND) FACT(ID, NAME, , FLAG, KIND, 0, 1)

const lg_fact lg__facts[] = {
    {MONEY(REVENUE_Y1, revenue_y1, -LG__MONEY_MAX),
     "Operating revenue (营业收入) of the last full accounting year before the application, on the same basis (single "
     "or consolidated) as every other figure.",
     "Audit report, income statement", "63号 (2022) annex 4 item (一); 2号 (2026) annex 3"},
    {MONEY(REVENUE_Y2, revenue_y2, -LG__MONEY_MAX),
     "Operating revenue (营业收入) of the accounting year before the last full one, on the same basis (single or "
     "consolidated) as every other figure.",
     "Audit report, income statement", "63号 (2022) annex 4 item (一); 2号 (2026) annex 3"},
    {MONEY(REVENUE_Y3, revenue_y3, -LG__MONEY_MAX),
     "Operating revenue (营业收入) of the accounting year two years before the last full one, on the same basis "
     "(single or consolidated) as every other figure.",
     "Audit report, income statement", "63号 (2022) annex 4 item (一); 2号 (2026) annex 3"},
    {MONEY(MAIN_REVENUE_Y1, main_revenue_y1, -LG__MONEY_MAX),
     "Revenue of the main business (主营业务收入) of the last full accounting year before the application; the rest of "
     "operating revenue is other business.",
     "Audit report, notes to operating revenue", "63号 (2022) annex 4 item (一); 2号 (2026) annex 3"},
    {MONEY(MAIN_REVENUE_Y2, main_revenue_y2, -LG__MONEY_MAX),
     "Revenue of the main business (主营业务收入) of the accounting year before the last full one; the rest of "
     "operating revenue is other business.",
     "Audit report, notes to operating revenue", "63号 (2022) annex 4 item (一); 2号 (2026) annex 3"},
    {MONEY(MAIN_REVENUE_Y3, main_revenue_y3, -LG__MONEY_MAX),
     "Revenue of the main business (主营业务收入) of the accounting year two years before the last full one; the rest "
     "of operating revenue is other business.",
     "Audit report, notes to operating revenue", "63号 (2022) annex 4 item (一); 2号 (2026) annex 3"},
    {MONEY(NET_PROFIT_Y1, net_profit_y1, -LG__MONEY_MAX),
     "Net profit (净利润) of the last full accounting year before the application; a loss is negative.",
     "Audit report, income statement", "63号 (2022) annex 4 item (一); 2号 (2026) annex 3"},
    {MONEY(NET_PROFIT_Y2, net_profit_y2, -LG__MONEY_MAX),
     "Net profit (净利润) of the accounting year before the last full one; a loss is negative.",
     "Audit report, income statement", "63号 (2022) annex 4 item (一); 2号 (2026) annex 3"},
    {MONEY(NET_PROFIT_Y3, net_profit_y3, -LG__MONEY_MAX),
     "Net profit (净利润) of the accounting year two years before the last full one; a loss is negative.",
     "Audit report, income statement", "63号 (2022) annex 4 item (一); 2号 (2026) annex 3"},
    {MONEY(RD_EXPENSE_Y1, rd_expense_y1, 0),
     "Total research and development expense (研发费用总额) of the last full accounting year before the application.",
     "Audit report; R&D ledger or tax super-deduction filing", "63号 (2022) annex 4 item (一); 2号 (2026) annex 3"},
    {MONEY(RD_EXPENSE_Y2, rd_expense_y2, 0),
     "Total research and development expense (研发费用总额) of the accounting year before the last full one.",
     "Audit report; R&D ledger or tax super-deduction filing", "63号 (2022) annex 4 item (一); 2号 (2026) annex 3"},
    {MONEY(TOTAL_ASSETS_Y1, total_assets_y1, 0), "Total assets at the end of the last full accounting year.",
     "Audit report, balance sheet", "63号 (2022) annex 4 item (一); 2号 (2026) annex 3"},
    {MONEY(TOTAL_LIABILITIES_Y1, total_liabilities_y1, 0),
     "Total liabilities at the end of the last full accounting year. May exceed total assets.",
     "Audit report, balance sheet", "63号 (2022) annex 4 item (一); 2号 (2026) annex 3"},
    {MONEY(EQUITY_FINANCING_2Y, equity_financing_2y, 0),
     "New equity financing by capital increase, for no more than 30 % of the shares, actually paid in by qualified "
     "institutional investors during the last 2 years, all rounds together.",
     "Investment contract, bank receipt, register change", "63号 (2022) annex 4; 2号 (2026) annex 3"},
    {MONEY(EQUITY_FINANCING_3Y, equity_financing_3y, 0),
     "New equity financing by capital increase, for no more than 30 % of the shares, actually paid in by qualified "
     "institutional investors during the last 3 years, all rounds together.",
     "Investment contract, bank receipt, register change", "63号 (2022) annex 4"},
    {MONTHS(BUSINESS_AGE, business_age), "Months of continuous operation at the time of application.",
     "Business licence, tax records", "159号 (2020), 79号 (2021), basic conditions"},
    {MONTHS(SEGMENT_AGE, segment_age),
     "Months spent in the specific niche market up to the end of the last full accounting year; not the age of the "
     "company.",
     "Own statement, sales contracts", "63号 (2022) annex 4 item (一); 2号 (2026) annex 3"},
    {SHARE(MARKET_SHARE, market_share),
     "Share of the main product in its national niche market, in the last full accounting year; editions from 2026 "
     "admit the international niche too.",
     "Own statement with scope, size and source", "63号 (2022) annex 4; 2号 (2026) annex 3"},
    {SHARE(MAIN_PRODUCT_SHARE, main_product_share),
     "Share of operating revenue earned with the main product or products. A product counts as the main one above 50 "
     "%; no condition reads the share itself.",
     "Audit report, sales ledger", "63号 (2022) annex 4; 2号 (2026) annex 3"},
    {COUNT(EMPLOYEES, employees, 0, 1000000000), "Persons employed at the end of the last full accounting year.",
     "Social-security record of December", "300号 (2011); 63号 (2022) annex 4"},
    {COUNT(RD_STAFF, rd_staff, 0, 1000000000),
     "Persons engaged in research and development, counted among the employees.", "Staff list, social-security record",
     "63号 (2022) annex 4"},
    {COUNT(PROVINCE_RANK, province_rank, 1, 1000000),
     "Rank of the main product's market share in its niche within the province; 1 is first.",
     "Own statement, trade association", "159号 (2020), 79号 (2021)"},
    {COUNT(NATIONAL_RANK, national_rank, 1, 1000000),
     "Rank of the main product's market share in its national (or, from 2026, international) niche; 1 is first.",
     "Own statement, trade association", "381号 (2018); 2号 (2026) annex 2"},
    {COUNT(IT_SUPPORTED_BUSINESSES, it_supported_businesses, 0, 1000),
     "Number of core businesses (R&D design, production, supply chain, sales, service and so on) that run on an "
     "information system.",
     "System contract, screenshots, inspection", "159号 (2020), 79号 (2021), 63号 (2022)"},
    {COUNT(INVENTION_PATENTS, invention_patents, 0, 1000000000),
     "Valid invention patents tied to the main product, integrated-circuit layouts included.", "Patent register",
     "159号 (2020), 79号 (2021)"},
    {COUNT(UTILITY_DESIGN_PATENTS, utility_design_patents, 0, 1000000000),
     "Valid utility-model and design patents tied to the main product.", "Patent register",
     "159号 (2020), 79号 (2021)"},
    {COUNT(SOFTWARE_COPYRIGHTS, software_copyrights, 0, 1000000000), "Software copyrights tied to the main product.",
     "Copyright register", "159号 (2020), 79号 (2021)"},
    {COUNT(IP_CLASS1, ip_class1, 0, 1000000000),
     "Valid class-I rights tied to the main product, in use and earning: invention patents, plant varieties, national "
     "crop varieties, national new drugs, protected traditional medicines of the first class, IC layouts. Rights "
     "acquired less than a year ago do not count.",
     "Registers of the granting authorities", "63号 (2022) annex 4; 2号 (2026) annex 3"},
    {COUNT(IP_CLASS1_OWN, ip_class1_own, 0, 1000000000),
     "Those class-I rights that the enterprise developed itself; none acquired by transfer. Under the measures of 2026 "
     "it must be among the first 3 right holders.",
     "Registers of the granting authorities", "63号 (2022) annex 4; 2号 (2026) annex 3"},
    {COUNT(IP_CLASS1_HIGH_VALUE, ip_class1_high_value, 0, 1000000000),
     "Those class-I rights that are of high value: overseas family or income, kept up for more than 10 years, pledged "
     "for a large loan, or honoured with a national science or patent award.",
     "Registers, loan contract, award certificate", "63号 (2022) annex 4; 2号 (2026) annex 3"},
    {COUNT(IP_CLASS2, ip_class2, 0, 1000000000),
     "Valid class-II rights tied to the main product: software copyrights; utility models and designs kept up for more "
     "than 2 years. Trademarks and rights acquired less than a year ago do not count.",
     "Patent and copyright registers", "63号 (2022) annex 4; 2号 (2026) annex 3"},
    {COUNT(STANDARDS_LED, standards_led, 0, 1000000000),
     "International, national or industry standards that the enterprise led or took part in writing during the last 2 "
     "years.",
     "Published standard naming the enterprise", "381号 (2018)"},
    {COUNT(NATIONAL_AWARD_RANK, national_award_rank, 0, 1000000),
     "Best rank among the winning units in a national science-and-technology award (progress, natural science, "
     "invention, or the defence award) of the last 3 years; 0 means none was won.",
     "Award certificate", "63号 (2022) annex 4; 2号 (2026) annex 3"},
    {COUNT(PROVINCE_AWARD_RANK, province_award_rank, 0, 1000000),
     "Best rank among the winning units in a provincial science-and-technology award, first to third prize, of the "
     "last 3 years; 0 means none was won.",
     "Award certificate", "63号 (2022) annex 4; 2号 (2026) annex 3"},
    {LEVEL(SIZE_SECTOR, size_sector, 1, 16),
     "Row of the 2011 size standard: 1 agriculture, 2 industry, 3 construction, 4 wholesale, 5 retail, 6 transport, 7 "
     "warehousing, 8 postal, 9 accommodation, 10 catering, 11 information transmission, 12 software and IT services, "
     "13 real-estate development, 14 property management, 15 leasing and business services, 16 other.",
     "Business licence, GB/T 4754 code", "300号 (2011)"},
    {LEVEL(RD_BODY_LEVEL, rd_body_level, 0, 4),
     "Highest research body: 0 none, 1 own or joint, below city level or not recognised, 2 recognised by the city, 3 "
     "by the province or a ministry, 4 nationally.",
     "Recognition document", "63号 (2022) annexes 2 to 4"},
    {LEVEL(DIGITAL_LEVEL, digital_level, 0, 4), "Level found by the platform's self-test of digitalisation, 0 to 4.",
     "Self-test report of the platform", "63号 (2022) annex 4"},
    {POINTS(PLATFORM_SCORE_Y1, platform_score_y1, 10000),
     "Score of the development evaluation as computed by the ministry's platform this year, 0 to 100 points. An input: "
     "never estimated.",
     "Platform result page", "75号 (2024); 2号 (2026)"},
    {POINTS(PLATFORM_SCORE_Y2, platform_score_y2, 10000),
     "Score of the development evaluation as computed by the ministry's platform the year before, 0 to 100 points.",
     "Platform result page", "75号 (2024); 2号 (2026)"},
    {POINTS(LOCAL_SCORE, local_score, 1500), "Points that the province gives on its own indicators, 0 to 15.",
     "Provincial evaluation", "63号 (2022) annex 2, 特色化"},
    {FLAG(MAINLAND_LEGAL_ENTITY, mainland_legal_entity, REPORTED),
     "Registered in mainland China, industrial and commercial registration, with independent legal personality.",
     "Business licence", "63号 (2022) art. 3"},
    {FLAG(SRDI_TITLE, srdi_title, REPORTED),
     "Holds the provincial title of specialised, refined, distinctive and novel SME, valid at application.",
     "Provincial list or certificate", "63号 (2022); 190号 (2025)"},
    {FLAG(SRDI_CANDIDATE, srdi_candidate, REPORTED), "Listed by the province for key cultivation as a specialised SME.",
     "Provincial list", "79号 (2021), basic conditions"},
    {FLAG(INNOVATIVE_SME_TITLE, innovative_sme_title, REPORTED),
     "Holds the title of innovative SME, valid at application.", "Provincial list", "63号 (2022) annex 1; 2号 (2026)"},
    {FLAG(TECH_SME_TITLE, tech_sme_title, REPORTED), "Registered as a technology-based SME, valid at application.",
     "Registration number", "国科发政〔2017〕115号; 2号 (2026)"},
    {FLAG(LITTLE_GIANT_TITLE, little_giant_title, REPORTED),
     "Holds the national Little Giant title, valid at application.", "List of the ministry", "63号 (2022)"},
    {FLAG(SINGLE_CHAMPION, single_champion, REPORTED),
     "Is a manufacturing single-champion enterprise or makes a single-champion product.", "List of the ministry",
     "159号 (2020); 190号 (2025)"},
    {FLAG(INNOVATION_HONOUR, innovation_honour, REPORTED),
     "Holds a valid title as high-tech enterprise, national technology-innovation demonstration enterprise, or IP "
     "advantage or demonstration enterprise.",
     "Certificate", "63号 (2022) annex 1"},
    {FLAG(SPECIAL_TITLE, special_title, REPORTED),
     "Holds a special title from an authority as listed in the application form of the second batch.", "Certificate",
     "159号 (2020), application form"},
    {FLAG(ABNORMAL_OPERATION_LIST, abnormal_operation_list, EXCLUSION),
     "Is on the list of enterprises with abnormal operation.", "National enterprise credit system",
     "63号 (2022) art. 3"},
    {FLAG(DISHONESTY_LIST, dishonesty_list, EXCLUSION), "Is on the list of seriously dishonest subjects.",
     "National credit platform", "63号 (2022) art. 3"},
    {FLAG(RESTRICTED_BUSINESS, restricted_business, EXCLUSION),
     "Offers a product or service of a prohibited, restricted or eliminated class.", "Industrial structure catalogue",
     "63号 (2022) art. 3"},
    {FLAG(MAJOR_ACCIDENT_3Y, major_accident_3y, EXCLUSION),
     "Had a safety (with network and data security), quality or environmental accident, or from 2026 a serious breach "
     "of the rules of its trade, of the gravity that the edition names, in the last 3 years, as decided by the "
     "authorities.",
     "Decision of the authority", "63号 (2022) art. 3 and annex 4; 2号 (2026) annex 3"},
    {FLAG(TAX_VIOLATION_3Y, tax_violation_3y, EXCLUSION),
     "Evaded tax or committed another serious breach of law in the last 3 years.", "Decision of the authority",
     "63号 (2022) art. 3"},
    {FLAG(FALSE_APPLICATION, false_application, EXCLUSION),
     "Gave false data in the application, as established by the authority.", "Decision of the authority",
     "381号 (2018), 79号 (2021), 190号 (2025)"},
    {FLAG(CONTROLLED_BY_LITTLE_GIANT, controlled_by_little_giant, EXCLUSION),
     "Stands in a relation of control with a recognised Little Giant, or belongs to one group with a similar main "
     "product.",
     "Share register", "190号 (2025); 117号 (2026)"},
    {FLAG(MANAGEMENT_CERTIFIED, management_certified, REPORTED),
     "Holds a valid certificate of a management system such as ISO 9001, 14001 or 45001. The specialised-SME score of "
     "2022 counts quality management alone.",
     "Certificate", "63号 (2022) annex 3"},
    {FLAG(OVERSEAS_CERTIFIED, overseas_certified, REPORTED),
     "The product is certified by a body of a developed country or region.", "Certificate", "63号 (2022) annex 3"},
    {FLAG(PRODUCT_STANDARD, product_standard, REPORTED),
     "The product is made to an international, national or industry standard at an advanced level.",
     "Standard and test report", "159号 (2020), 79号 (2021)"},
    {FLAG(OWN_BRAND, own_brand, REPORTED),
     "Has its own brand: the main product carries own intellectual property and has a registered trademark or already "
     "earns revenue.",
     "Trademark certificate, sales", "63号 (2022) annex 4"},
    {FLAG(PROVINCE_QUALITY_AWARD, province_quality_award, REPORTED),
     "Won a quality award of provincial or higher level.", "Award certificate", "63号 (2022) annex 2"},
    {FLAG(STANDARDS_PARTICIPANT, standards_participant, REPORTED), "Took part in writing or revising a standard.",
     "Published standard", "63号 (2022) annex 2"},
    {FLAG(ADVANCED_MANAGEMENT, advanced_management, REPORTED),
     "Uses an advanced management method such as 5S, ERP, CRM or SCM.", "Own statement, inspection", "381号 (2018)"},
    {FLAG(MAKER_TOP50_3Y, maker_top50_3y, REPORTED),
     "Reached the national top 50, enterprise group, of the Maker in China contest in the last 3 years.",
     "List of the contest", "63号 (2022) annex 3"},
    {FLAG(MAKER_TOP500_3Y, maker_top500_3y, REPORTED),
     "Reached the national top 500, enterprise group, of the Maker in China contest in the last 3 years.",
     "List of the contest", "63号 (2022) annex 2"},
    {FLAG(STRATEGIC_EMERGING, strategic_emerging, REPORTED),
     "The main product stands in the classification of strategic emerging industries.",
     "Classification of strategic emerging industries and product description", "63号 (2022) annex 1"},
    {FLAG(KEY_FIELD, key_field, REPORTED),
     "The main product belongs to a key field that the edition names: the ten key manufacturing fields, the "
     "network-power fields, or from 2026 an industry being upgraded, growing or of the future.",
     "Field list of the notice", "159号 (2020), 79号 (2021), 63号 (2022) annex 3, 2号 (2026) annex 2"},
    {FLAG(SIX_BASE_OR_KEY_CHAIN, six_base_or_key_chain, REPORTED),
     "The main product belongs to the industrial bases (basic parts, components, software, processes, materials, "
     "technology) or to a key chain. For the specialised-SME score of 2022 a time-honoured brand and direct supply to "
     "a leader of a key chain count as well.",
     "Field list of the notice", "63号 (2022) annexes 2 and 3; 2号 (2026) annex 2"},
    {FLAG(GAP_FILLING, gap_filling, REPORTED),
     "The main product has a real effect in closing a weakness, forging a strength or filling a gap.",
     "Expert opinion, customer statement", "79号 (2021); 63号 (2022) annex 2"},
    {FLAG(STRONG_INNOVATOR, strong_innovator, ASSERTED),
     "Judged to be strongly innovative with a clear competitive edge, or to hold a recognised specialised product.",
     "Opinion of the recommending authority", "381号 (2018); 79号 (2021), basic conditions"},
    {FLAG(SPECIALISED_STRATEGY, specialised_strategy, ASSERTED),
     "Judged to have specialised for long: parts for large firms, or an own competitive brand product, on a clear "
     "strategy of continuing innovation.",
     "Opinion of the recommending authority", "79号 (2021), basic conditions"},
    {FLAG(SOUND_GOVERNANCE, sound_governance, ASSERTED),
     "Judged to be well governed, creditworthy, socially responsible, digital and green.",
     "Opinion of the recommending authority", "63号 (2022) annex 3"},
    {FLAG(LEADING_QUALITY, leading_quality, ASSERTED),
     "Judged to lead its trade at home in production technology, process and product quality.",
     "Opinion of the recommending authority", "63号 (2022) annex 3"},
    {FLAG(HIGH_REPUTATION, high_reputation, ASSERTED),
     "Judged to enjoy the reputation and influence in its niche that the edition asks for: high, or under the "
     "specialised-SME standard of 2026 a fairly high share and some reputation.",
     "Opinion of the recommending authority", "79号 (2021); 63号 (2022) annex 3; 2号 (2026) annex 2"},
    {FLAG(KEY_CHAIN_LINK, key_chain_link, ASSERTED),
     "Judged to sit at a key link of its industrial chain and to strengthen the chain there.",
     "Opinion of the recommending authority", "63号 (2022) annex 3; 2号 (2026) annex 2"},
    {FLAG(KEY_BREAKTHROUGH, key_breakthrough, ASSERTED),
     "Judged to have achieved a technical breakthrough in a key field.", "Opinion of the recommending authority",
     "79号 (2021), class 3"},
    {FLAG(RD_RATIO_LEADING, rd_ratio_leading, ASSERTED),
     "Judged to spend a share of revenue on R&D that is among the top of its trade over the last 2 years.",
     "Opinion of the recommending authority", "381号 (2018)"},
    {FLAG(NATIONALLY_LEADING_SHARE, nationally_leading_share, ASSERTED),
     "Judged to hold a niche market share at the top of the country.", "Opinion of the recommending authority",
     "381号 (2018)"},
};

const lg__text lg__fact_titles[] = {
    {{"Operating revenue, last full year", "上年度营业收入", "Pendapatan usaha, tahun terakhir"}},
    {{"Operating revenue, year before last", "前第二年度营业收入", "Pendapatan usaha, tahun sebelumnya"}},
    {{"Operating revenue, two years before last", "前第三年度营业收入", "Pendapatan usaha, dua tahun sebelumnya"}},
    {{"Main-business revenue, last full year", "上年度主营业务收入", "Pendapatan bisnis utama, tahun terakhir"}},
    {{"Main-business revenue, year before last", "前第二年度主营业务收入",
      "Pendapatan bisnis utama, tahun sebelumnya"}},
    {{"Main-business revenue, two years before last", "前第三年度主营业务收入",
      "Pendapatan bisnis utama, dua tahun sebelumnya"}},
    {{"Net profit, last full year", "上年度净利润", "Laba bersih, tahun terakhir"}},
    {{"Net profit, year before last", "前第二年度净利润", "Laba bersih, tahun sebelumnya"}},
    {{"Net profit, two years before last", "前第三年度净利润", "Laba bersih, dua tahun sebelumnya"}},
    {{"R&D expense, last full year", "上年度研发费用", "Biaya litbang, tahun terakhir"}},
    {{"R&D expense, year before last", "前第二年度研发费用", "Biaya litbang, tahun sebelumnya"}},
    {{"Total assets, end of last full year", "上年末资产总额", "Total aset, akhir tahun terakhir"}},
    {{"Total liabilities, end of last full year", "上年末负债总额", "Total liabilitas, akhir tahun terakhir"}},
    {{"New equity paid in, last 2 years", "近2年新增股权融资（实缴）", "Modal ekuitas baru disetor, 2 tahun terakhir"}},
    {{"New equity paid in, last 3 years", "近3年新增股权融资（实缴）", "Modal ekuitas baru disetor, 3 tahun terakhir"}},
    {{"Time in continuous operation", "连续经营时间", "Lama usaha berjalan"}},
    {{"Time in the niche market", "从事特定细分市场时间", "Lama di segmen pasar"}},
    {{"Market share of the main product", "主导产品细分市场占有率", "Pangsa pasar produk utama"}},
    {{"Main product's share of revenue", "主导产品收入占比", "Porsi produk utama dalam pendapatan"}},
    {{"Employees", "从业人员", "Karyawan"}},
    {{"R&D staff", "研发人员", "Staf litbang"}},
    {{"Rank of market share in the province", "省内市场占有率排名", "Peringkat pangsa pasar di provinsi"}},
    {{"Rank of market share in the country", "全国市场占有率排名", "Peringkat pangsa pasar nasional"}},
    {{"Core businesses on an information system", "信息系统支撑的核心业务数",
      "Bisnis inti yang didukung sistem informasi"}},
    {{"Invention patents", "发明专利数", "Paten invensi"}},
    {{"Utility models and designs", "实用新型和外观设计专利数", "Paten sederhana dan desain"}},
    {{"Software copyrights", "软件著作权数", "Hak cipta perangkat lunak"}},
    {{"Class-I intellectual property", "Ⅰ类知识产权数", "Kekayaan intelektual kelas I"}},
    {{"Class-I intellectual property, self-developed", "自主研发Ⅰ类知识产权数",
      "Kekayaan intelektual kelas I hasil sendiri"}},
    {{"Class-I intellectual property of high value", "高价值Ⅰ类知识产权数",
      "Kekayaan intelektual kelas I bernilai tinggi"}},
    {{"Class-II intellectual property", "Ⅱ类知识产权数", "Kekayaan intelektual kelas II"}},
    {{"Standards led or co-written", "主导或参与制修订标准数", "Standar yang dipimpin atau disusun"}},
    {{"Best rank in a national science award, 3 years", "近3年国家级科技奖励最好排名",
      "Peringkat terbaik penghargaan sains nasional, 3 tahun"}},
    {{"Best rank in a provincial science award, 3 years", "近3年省级科技奖励最好排名",
      "Peringkat terbaik penghargaan sains provinsi, 3 tahun"}},
    {{"Sector of the SME size standard", "中小企业划型行业", "Sektor standar ukuran UKM"}},
    {{"Level of the R&D body", "研发机构级别", "Tingkat lembaga litbang"}},
    {{"Digitalisation level", "数字化水平等级", "Tingkat digitalisasi"}},
    {{"Platform evaluation score, this year", "本年度专精特新发展评价得分", "Skor evaluasi platform, tahun ini"}},
    {{"Platform evaluation score, last year", "上一年度专精特新发展评价得分", "Skor evaluasi platform, tahun lalu"}},
    {{"Province's own points", "省级特色化指标得分", "Poin lokal provinsi"}},
    {{"Legal entity registered in mainland China", "在中国境内注册的独立法人",
      "Badan hukum terdaftar di Tiongkok daratan"}},
    {{"Provincial specialised-SME title", "省级专精特新中小企业称号", "Gelar UKM khusus tingkat provinsi"}},
    {{"Provincial key-cultivation list", "省级专精特新重点培育企业", "Daftar binaan utama provinsi"}},
    {{"Innovative-SME title", "创新型中小企业称号", "Gelar UKM inovatif"}},
    {{"Technology-SME title", "科技型中小企业称号", "Gelar UKM teknologi"}},
    {{"Little Giant title", "专精特新“小巨人”称号", "Gelar Little Giant"}},
    {{"Manufacturing single champion", "制造业单项冠军", "Juara tunggal manufaktur"}},
    {{"Valid innovation honour", "有效创新荣誉", "Gelar inovasi yang berlaku"}},
    {{"Special title from an authority", "主管部门授予的专项称号", "Gelar khusus dari otoritas"}},
    {{"On the abnormal-operation list", "列入经营异常名录", "Dalam daftar operasi abnormal"}},
    {{"On the serious-dishonesty list", "列入严重失信主体名单", "Dalam daftar ketidakjujuran berat"}},
    {{"Prohibited, restricted or eliminated business", "产品属禁止、限制或淘汰类",
      "Usaha terlarang, dibatasi, atau dihapuskan"}},
    {{"Major accident in the last 3 years", "近3年发生重大事故", "Kecelakaan besar dalam 3 tahun"}},
    {{"Tax evasion or serious breach in the last 3 years", "近3年偷漏税等违法违规",
      "Pelanggaran pajak atau pelanggaran berat dalam 3 tahun terakhir"}},
    {{"False data in an application", "申报弄虚作假", "Data palsu dalam permohonan"}},
    {{"Control tie with a recognised Little Giant", "与已认定“小巨人”存在控股关系",
      "Hubungan kendali dengan Little Giant"}},
    {{"Management-system certificate", "管理体系认证", "Sertifikat sistem manajemen"}},
    {{"Product certified in developed countries", "产品通过发达国家和地区认证", "Produk bersertifikat di negara maju"}},
    {{"Product made to a recognised standard", "产品执行国际、国内或行业标准", "Produk sesuai standar yang diakui"}},
    {{"Own brand", "自主品牌", "Merek sendiri"}},
    {{"Provincial quality award or higher", "省级以上质量奖荣誉", "Penghargaan mutu tingkat provinsi atau lebih"}},
    {{"Took part in writing a standard", "参与制修订标准", "Ikut menyusun standar"}},
    {{"Advanced management method", "先进管理方式", "Metode manajemen maju"}},
    {{"Maker in China national top 50, 3 years", "近3年创客中国全国50强", "50 besar nasional Maker in China, 3 tahun"}},
    {{"Maker in China national top 500, 3 years", "近3年创客中国全国500强",
      "500 besar nasional Maker in China, 3 tahun"}},
    {{"Product in a strategic emerging industry", "主导产品属战略性新兴产业", "Produk dalam industri baru strategis"}},
    {{"Product in a key field", "主导产品属重点领域", "Produk dalam bidang utama"}},
    {{"Product in the industrial bases or a key chain", "主导产品属六基或重点产业链",
      "Produk dalam basis industri atau rantai utama"}},
    {{"Product fills a gap", "补短板、锻长板、填空白",
      "Produk menutup kelemahan, memperkuat keunggulan, atau mengisi kekosongan"}},
    {{"Strong innovator with a clear edge", "创新能力强、竞争优势突出", "Inovator kuat dengan keunggulan jelas"}},
    {{"Long-term specialisation", "长期专注细分领域", "Spesialisasi jangka panjang"}},
    {{"Sound governance", "治理规范、信誉良好", "Tata kelola yang baik"}},
    {{"Leading quality", "产品质量领先", "Mutu terdepan"}},
    {{"High reputation and influence", "知名度和影响力较高", "Reputasi dan pengaruh tinggi"}},
    {{"Key link of the industrial chain", "产业链关键环节", "Mata rantai industri utama"}},
    {{"Breakthrough in a key field", "关键领域重大突破", "Terobosan di bidang utama"}},
    {{"R&D ratio among the top of the trade", "研发投入占比行业领先", "Rasio litbang termasuk tertinggi"}},
    {{"Market share at the top of the country", "市场占有率全国领先", "Pangsa pasar teratas nasional"}},
};

/* Names of the steps of a level, in order from the fact's smallest value. */
static const lg__text SIZE_SECTORS[] = {
    {{"agriculture", "农、林、牧、渔业", "pertanian"}},
    {{"industry", "工业", "industri"}},
    {{"construction", "建筑业", "konstruksi"}},
    {{"wholesale", "批发业", "perdagangan besar"}},
    {{"retail", "零售业", "perdagangan eceran"}},
    {{"transport", "交通运输业", "transportasi"}},
    {{"warehousing", "仓储业", "pergudangan"}},
    {{"postal services", "邮政业", "pos"}},
    {{"accommodation", "住宿业", "akomodasi"}},
    {{"catering", "餐饮业", "restoran"}},
    {{"information transmission", "信息传输业", "transmisi informasi"}},
    {{"software and IT services", "软件和信息技术服务业", "perangkat lunak dan jasa TI"}},
    {{"real-estate development", "房地产开发经营", "pengembangan properti"}},
    {{"property management", "物业管理", "pengelolaan properti"}},
    {{"leasing and business services", "租赁和商务服务业", "sewa guna dan jasa bisnis"}},
    {{"other", "其他未列明行业", "lainnya"}},
};

static const lg__text RD_BODY_LEVELS[] = {
    {{"none", "无", "tidak ada"}},
    {{"own or joint, below city level", "自建或联合建立，市级以下", "sendiri atau bersama, di bawah tingkat kota"}},
    {{"city", "市级", "kota"}},
    {{"province or ministry", "省部级", "provinsi atau kementerian"}},
    {{"national", "国家级", "nasional"}},
};

static const struct {
    uint32_t fact;
    const lg__text *steps;
} STEPS[] = {{LG_FACT_SIZE_SECTOR, SIZE_SECTORS}, {LG_FACT_RD_BODY_LEVEL, RD_BODY_LEVELS}};

#define FACT_COUNT ((uint32_t)(sizeof lg__facts / sizeof lg__facts[0]))

/* Members follow one another without gaps, so that lg__fact_slot() may step through them. */
typedef char facts_fill_the_profile[sizeof(lg_profile) == offsetof(lg_profile, revenue_y1_fen) +
                                                              sizeof lg__facts / sizeof lg__facts[0] * sizeof(int64_t)
                                        ? 1
                                        : -1];
typedef char every_fact_has_a_title
    [sizeof lg__fact_titles / sizeof lg__fact_titles[0] == sizeof lg__facts / sizeof lg__facts[0] ? 1 : -1];

uint32_t lg_fact_count(void) { return FACT_COUNT; }

const lg_fact *lg_fact_describe(uint32_t fact) { return fact < FACT_COUNT ? &lg__facts[fact] : NULL; }

const char *lg_fact_title(uint32_t fact, lg_language language)
{
    return fact < FACT_COUNT ? lg__text_in(&lg__fact_titles[fact], language) : NULL;
}

const char *lg_fact_step(uint32_t fact, int64_t value, lg_language language)
{
    for (size_t i = 0; i < sizeof STEPS / sizeof STEPS[0]; i++) {
        const lg_fact *info = &lg__facts[STEPS[i].fact];
        if (info->id == fact && value >= info->minimum && value <= info->maximum)
            return lg__text_in(&STEPS[i].steps[value - info->minimum], language);
    }
    return NULL;
}

/* Id of the fact whose name is the first `length` bytes of `name`. */
static uint32_t find_prefix(const char *name, size_t length)
{
    for (uint32_t fact = 0; fact < FACT_COUNT; fact++)
        if (strncmp(lg__facts[fact].name, name, length) == 0 && lg__facts[fact].name[length] == '\0')
            return fact;
    return LG_FACT_NONE;
}

uint32_t lg_fact_find(const char *name) { return name ? find_prefix(name, strlen(name)) : LG_FACT_NONE; }

/* The fact whose name followed by the unit's suffix is `column`, or LG_FACT_NONE. */
static uint32_t find_with_suffix(const char *column, const lg_unit_info *unit)
{
    size_t length = strlen(column), suffix = strlen(unit->suffix);
    if (length < suffix || strcmp(column + length - suffix, unit->suffix) != 0)
        return LG_FACT_NONE;
    return find_prefix(column, length - suffix);
}

lg_status lg_fact_find_column(const char *column, uint32_t *fact, lg_unit *unit)
{
    const lg_unit_info *info;
    if (fact)
        *fact = LG_FACT_NONE;
    if (unit)
        *unit = LG_UNIT_NONE;
    if (!column || !fact || !unit)
        return LG_E_NULL;
    *fact = lg_fact_find(column);
    if (*fact != LG_FACT_NONE && lg_unit_describe(lg__facts[*fact].unit)->suffix[0] == '\0') {
        *unit = lg__facts[*fact].unit;
        return LG_OK;
    }
    for (lg_unit u = 1; *fact == LG_FACT_NONE && (info = lg_unit_describe(u)) != NULL; u++) {
        *fact = find_with_suffix(column, info);
        if (*fact != LG_FACT_NONE && lg__facts[*fact].unit == info->canonical) {
            *unit = u;
            return LG_OK;
        }
    }
    return *fact == LG_FACT_NONE ? LG_E_FACT : LG_E_UNIT;
}
