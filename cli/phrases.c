/* SPDX-License-Identifier: Apache-2.0 */
/* The table of the program's own words. */
#include "phrases.h"

enum { LANGUAGES = 3 };

/* English, Chinese, Indonesian. */
static const char *const PHRASES[PHRASE_COUNT][LANGUAGES] = {
    [PHRASE_RULE_SETS] = {"Rule sets", "标准版本", "Kumpulan aturan"},
    [PHRASE_RULE_SET] = {"Rule set", "版本", "Kumpulan aturan"},
    [PHRASE_LEVEL] = {"Level", "层级", "Tingkat"},
    [PHRASE_FOR] = {"For", "适用", "Untuk"},
    [PHRASE_NEW] = {"new applications", "新申报", "pengajuan baru"},
    [PHRASE_REVIEW] = {"reviews", "复核", "peninjauan ulang"},
    [PHRASE_NEW_AND_REVIEW] = {"new applications and reviews", "新申报和复核", "pengajuan baru dan peninjauan ulang"},
    [PHRASE_ISSUER] = {"Issuer", "发布机关", "Penerbit"},
    [PHRASE_DOCUMENT] = {"Document", "文件", "Dokumen"},
    [PHRASE_IN_FORCE] = {"In force", "施行期间", "Berlaku"},
    [PHRASE_TO] = {"to", "至", "sampai"},
    [PHRASE_OPEN_END] = {"today", "今", "sekarang"},
    [PHRASE_NOTHING_IN_FORCE] = {"nothing in force", "无有效标准", "tidak ada yang berlaku"},
    [PHRASE_COMPARED] = {"Compared with its sources on", "与来源核对日期", "Dibandingkan dengan sumbernya pada"},
    [PHRASE_GRADE] = {"Evidence", "来源等级", "Bukti"},
    [PHRASE_CAVEAT] = {"Open questions", "存疑", "Yang belum jelas"},
    [PHRASE_SECOND_READING] = {"A second reading of the sources; it is never selected by date.",
                               "对来源的另一种解读；从不按日期选用。",
                               "Pembacaan kedua atas sumbernya; tidak pernah dipilih menurut tanggal."},
    [PHRASE_NECESSARY] = {"Meeting all conditions is necessary, not sufficient: experts review every application, "
                          "and places are limited.",
                          "满足全部条件是必要条件，而非充分条件：每份申报均须专家评审，且名额有限。",
                          "Memenuhi semua syarat itu perlu, tetapi tidak cukup: setiap pengajuan ditinjau oleh "
                          "para ahli, dan tempatnya terbatas."},
    [PHRASE_CRITERIA] = {"Criteria", "条件", "Kriteria"},
    [PHRASE_CRITERION] = {"Criterion", "条件", "Kriteria"},
    [PHRASE_REQUIREMENT] = {"Requirement", "要求", "Persyaratan"},
    [PHRASE_UNIT] = {"Unit", "单位", "Satuan"},
    [PHRASE_FACTS] = {"Columns", "数据列", "Kolom"},
    [PHRASE_ARTICLE] = {"Article", "条款", "Pasal"},
    [PHRASE_POINTS] = {"Points", "分值", "Poin"},
    [PHRASE_TITLE] = {"Title", "名称", "Judul"},
    [PHRASE_ALL] = {"all of these", "须全部满足", "semua yang berikut"},
    [PHRASE_ANY] = {"any of these", "满足其一即可", "salah satu yang berikut"},
    [PHRASE_WHEN] = {"where the first holds, the others", "首项成立时，其余须满足",
                     "bila yang pertama berlaku, yang lain"},
    [PHRASE_BEST] = {"points of the best of these", "取其中最高分", "poin terbaik dari yang berikut"},
    [PHRASE_SUM] = {"points of these together", "各项得分合计", "jumlah poin yang berikut"},
    [PHRASE_AT_MOST] = {"at most", "最高", "paling banyak"},
    [PHRASE_FLOOR] = {"at least", "最低", "paling sedikit"},
    [PHRASE_REGION] = {"region", "地区", "wilayah"},
    [PHRASE_NO_REGION] = {"(no region)", "（无地区）", "(tanpa wilayah)"},
    [PHRASE_OTHER_REGIONS] = {"(other regions)", "（其他地区）", "(wilayah lain)"},
    [PHRASE_TOTAL] = {"total", "合计", "jumlah"},
    [PHRASE_NEAREST] = {"nearest to their next level", "距更高层级最近的企业", "terdekat ke tingkat berikutnya"},
    [PHRASE_LINE] = {"line", "行号", "baris"},
    [PHRASE_AMOUNT] = {"Amount", "金额", "Jumlah"},
    [PHRASE_NOT_KNOWN] = {"not known", "不详", "tidak diketahui"},
    [PHRASE_UP_TO] = {"to", "至", "sampai"},
    [PHRASE_ONCE] = {"paid once", "一次性", "dibayar sekali"},
    [PHRASE_OVER] = {"in total over", "总额，分", "seluruhnya selama"},
    [PHRASE_YEARS] = {"years", "年拨付", "tahun"},
    [PHRASE_CUMULATIVE] = {"on top of other levels' awards", "可与其他层级奖励叠加",
                           "di atas penghargaan tingkat lain"},
    [PHRASE_CUMULATIVE_NOT_KNOWN] = {"whether on top of other levels' awards is not known",
                                     "能否与其他层级奖励叠加不详",
                                     "tidak diketahui apakah di atas penghargaan tingkat lain"},
    [PHRASE_NOT_CUMULATIVE] = {"not on top of other levels' awards", "不与其他层级奖励叠加",
                               "tidak di atas penghargaan tingkat lain"},
    [PHRASE_SELECTIVE] = {"only for some holders of the title", "仅限部分获称号企业",
                          "hanya untuk sebagian pemegang gelar"},
    [PHRASE_PERIOD] = {"Period", "期间", "Masa"},
    [PHRASE_SOURCE] = {"Source", "来源", "Sumber"},
    [PHRASE_NOTE] = {"Note", "说明", "Catatan"},
    [PHRASE_CERTAIN] = {"Certain total", "确定合计", "Jumlah yang pasti"},
    [PHRASE_POSSIBLE] = {"Possible total", "可能合计", "Jumlah yang mungkin"},
    [PHRASE_AND_UNKNOWN] = {"and amounts that are not known", "另有不详金额", "dan jumlah yang tidak diketahui"},
    [PHRASE_WITHOUT_SELECTIVE] = {"without what only some holders of the title receive", "不含仅限部分企业的奖励",
                                  "tanpa yang hanya untuk sebagian pemegang gelar"},
    [PHRASE_UNCERTAIN] = {"Uncertain", "不确定之处", "Ketidakpastian"},
    [PHRASE_AMOUNT_OPEN] = {"the amount lies between two figures", "金额在两数之间", "jumlahnya di antara dua angka"},
    [PHRASE_AMOUNT_UNKNOWN] = {"the amount is not known", "金额不详", "jumlahnya tidak diketahui"},
    [PHRASE_WEAK_SOURCE] = {"the evidence is weak", "来源较弱", "buktinya lemah"},
    [PHRASE_NONE_FOUND] = {"No award was found.", "未查到奖励。", "Tidak ada penghargaan yang ditemukan."},
    [PHRASE_NO_PROOF] = {"That no award (or no further one) was found does not prove that none exists: the table "
                         "holds what its sources named.",
                         "未查到奖励（或更多奖励）并不证明其不存在：本表仅收录来源所载内容。",
                         "Bahwa tidak ada penghargaan (lain) yang ditemukan tidak membuktikan bahwa tidak ada: "
                         "tabel ini memuat apa yang disebut sumbernya."},
    [PHRASE_BATCH] = {"batch", "批次", "angkatan"},
    [PHRASE_ANNOUNCED] = {"announced", "公布", "diumumkan"},
    [PHRASE_PUBLISHED] = {"published", "公布户数", "diterbitkan"},
    [PHRASE_CONFIRMED] = {"confirmed", "后续口径户数", "dikonfirmasi"},
};

const char *phrase(enum phrase what, lg_language language)
{
    return PHRASES[what][language >= 0 && language < LANGUAGES ? language : LG_ENGLISH];
}

const char *phrase_application(lg_application application, lg_language language)
{
    static const enum phrase WORDS[] = {PHRASE_NOTHING_IN_FORCE, PHRASE_NEW, PHRASE_REVIEW, PHRASE_NEW_AND_REVIEW};

    return phrase(WORDS[application & (LG_APPLICATION_NEW | LG_APPLICATION_REVIEW)], language);
}
