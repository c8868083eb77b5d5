/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Titles that several editions share, in English, Chinese and Indonesian. A title that one edition alone
 * uses stands in its row. Included by rows.h.
 */
#ifndef LG_RULES_TITLES_H
#define LG_RULES_TITLES_H

/* clang-format off */
#define TITLE_BUSINESS_YEARS T("Years in continuous operation", "连续经营年限", "Lama usaha berjalan")
#define TITLE_DEBT_RATIO T("Liabilities to assets", "资产负债率", "Liabilitas terhadap aset")
#define TITLE_ECONOMY T("Economic performance", "经济效益", "Kinerja ekonomi")
#define TITLE_ENTRY T("Basic conditions", "基本条件", "Syarat dasar")
#define TITLE_EXCLUSIONS T("No ground for exclusion", "无否决情形", "Tidak ada alasan penolakan")
#define TITLE_FIELD T("Field of the main product", "主导产品所属领域", "Bidang produk utama")
#define TITLE_GAP_FILLING T("Main product closes a weakness, forges a strength or fills a gap", "主导产品补短板、锻长板、填空白", "Produk utama menutup kelemahan, memperkuat keunggulan, atau mengisi kekosongan")
#define TITLE_GROWTH_MAIN_REVENUE T("Mean growth of main-business revenue, last 2 years", "近2年主营业务收入平均增长率", "Rata-rata pertumbuhan pendapatan bisnis utama, 2 tahun")
#define TITLE_GROWTH_NET_PROFIT T("Mean growth of net profit, last 2 years", "近2年净利润平均增长率", "Rata-rata pertumbuhan laba bersih, 2 tahun")
#define TITLE_INDUSTRIAL_BASE T("Main product in the industrial bases or a key chain", "主导产品属于工业基础领域或重点产业链", "Produk utama dalam basis industri atau rantai utama")
#define TITLE_INNOVATION T("Capacity for innovation", "创新能力", "Kemampuan inovasi")
#define TITLE_INVENTION_PATENTS T("Invention patents tied to the main product", "与主导产品相关的发明专利", "Paten invensi terkait produk utama")
#define TITLE_IT_SUPPORT T("Core businesses supported by an information system", "核心业务采用信息系统支撑", "Bisnis inti yang didukung sistem informasi")
#define TITLE_KEY_FIELD T("Main product in a key manufacturing field", "主导产品属于制造业重点领域", "Produk utama dalam bidang manufaktur utama")
#define TITLE_LITTLE_GIANT T("Little Giant standard", "专精特新“小巨人”企业认定标准", "Standar Little Giant")
#define TITLE_MAINLAND_ENTITY T("Independent legal entity registered in mainland China", "在中国境内工商注册登记、具有独立法人资格", "Badan hukum mandiri terdaftar di Tiongkok daratan")
#define TITLE_MAIN_SHARE T("Main-business revenue to operating revenue", "主营业务收入占营业收入比重", "Pendapatan bisnis utama terhadap pendapatan usaha")
#define TITLE_MANAGEMENT_CERTIFICATE T("Management-system certificate", "取得相关管理体系认证", "Sertifikat sistem manajemen")
#define TITLE_NICHE_YEARS T("Years in the niche market", "从事特定细分市场时间", "Lama di segmen pasar")
#define TITLE_NO_FALSE_APPLICATION T("No false data in an application", "无申报弄虚作假", "Tidak ada data palsu dalam permohonan")
#define TITLE_NO_MAJOR_ACCIDENT T("No major accident in the last 3 years", "近3年未发生重大事故", "Tidak ada kecelakaan besar dalam 3 tahun")
#define TITLE_NO_SINGLE_CHAMPION T("Not a manufacturing single champion", "非制造业单项冠军", "Bukan juara tunggal manufaktur")
#define TITLE_NO_TAX_VIOLATION T("No tax evasion or serious breach in the last 3 years", "近3年无偷漏税等违法违规", "Tidak ada pelanggaran pajak atau pelanggaran berat dalam 3 tahun terakhir")
#define TITLE_OVERSEAS_CERTIFICATE T("Product certified in a developed country or region", "产品通过发达国家和地区认证", "Produk bersertifikat di negara atau wilayah maju")
#define TITLE_OWN_BRAND T("Own brand", "拥有自主品牌", "Merek sendiri")
#define TITLE_PRODUCT_STANDARD T("Product made to an international, national or industry standard", "产品执行国际、国内、行业标准", "Produk sesuai standar internasional, nasional, atau industri")
#define TITLE_PROVINCE_RANK T("Rank of the main product's market share in the province", "主导产品省内细分市场占有率排名", "Peringkat pangsa pasar produk utama di provinsi")
#define TITLE_RD_BODY T("Own or joint R&D body", "自建或联合建立研发机构", "Lembaga litbang sendiri atau bersama")
#define TITLE_RD_RATIO_Y1 T("R&D to revenue, last full year", "上年度研发费用占营业收入比重", "Litbang terhadap pendapatan, tahun terakhir")
#define TITLE_RD_RATIO_Y2 T("R&D to revenue, year before last", "前第二年度研发费用占营业收入比重", "Litbang terhadap pendapatan, tahun sebelumnya")
#define TITLE_RD_STAFF T("R&D staff to employees", "研发人员占职工总数比重", "Staf litbang terhadap karyawan")
#define TITLE_REVENUE T("Annual operating revenue", "上年度营业收入", "Pendapatan usaha tahunan")
#define TITLE_SME_SIZE T("Micro, small or medium-sized by the size standard", "符合中小企业划型标准（含微型）", "Mikro, kecil, atau menengah menurut standar ukuran")
#define TITLE_SPECIALISATION T("Degree of specialisation", "专业化程度", "Tingkat spesialisasi")
#define TITLE_SPECIALISED_SME T("Specialised SME standard", "专精特新中小企业认定标准", "Standar UKM khusus")
#define TITLE_SRDI_TITLE T("Provincial specialised-SME title", "省级专精特新中小企业称号", "Gelar UKM khusus tingkat provinsi")
/* clang-format on */

#endif
