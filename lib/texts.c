/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The catalogue of words and sentences in English, Chinese and Indonesian. {0} to {3} are filled in by
 * explain.c and format.c; a language is complete when every entry has a text with the same placeholders.
 */
#include <string.h>

#include "internal.h"

int lg__is_language(lg_language language) { return language >= 0 && language < LG__LANGUAGES; }

const char *lg__text_in(const lg__text *text, lg_language language)
{
    return lg__is_language(language) ? text->in[language] : NULL;
}

static const lg__text VERDICTS[] = {
    [LG_UNKNOWN] = {{"unknown", "无法判定", "belum diketahui"}},
    [LG_MET] = {{"met", "符合", "terpenuhi"}},
    [LG_NOT_MET] = {{"not met", "不符合", "tidak terpenuhi"}},
    [LG_NOT_APPLICABLE] = {{"not applicable", "不适用", "tidak berlaku"}},
};

static const lg__text REASONS[] = {
    [LG_REASON_NONE] = {{"", "", ""}},
    [LG_REASON_MISSING] = {{"a figure or record is missing", "缺少数据或记录", "data atau catatan belum ada"}},
    [LG_REASON_JUDGEMENT] = {{"a person must judge", "需人工判断", "harus dinilai oleh orang"}},
    [LG_REASON_UNDEFINED] = {{"cannot be computed: the base is zero or negative", "无法计算：基数为零或负数",
                              "tidak dapat dihitung: basisnya nol atau negatif"}},
};

static const lg__text GRADES[] = {
    [LG_GRADE_NONE] = {{"no source", "无来源", "tanpa sumber"}},
    [LG_GRADE_OFFICIAL] = {{"official source", "官方来源", "sumber resmi"}},
    [LG_GRADE_CORROBORATED] = {{"corroborated", "多方印证", "didukung beberapa sumber"}},
    [LG_GRADE_SINGLE_SOURCE] = {{"single source", "单一来源", "satu sumber"}},
    [LG_GRADE_RECONSTRUCTED] = {{"reconstructed: check before relying on it", "推断重建，使用前须核实",
                                 "rekonstruksi, periksa sebelum diandalkan"}},
};

static const lg__text LEVELS[] = {
    [LG_LEVEL_NONE] = {{"no title", "无称号", "tanpa gelar"}},
    [LG_LEVEL_INNOVATIVE_SME] = {{"innovative SME", "创新型中小企业", "UKM inovatif"}},
    [LG_LEVEL_SPECIALISED_SME] = {{"specialised SME", "专精特新中小企业", "UKM khusus"}},
    [LG_LEVEL_LITTLE_GIANT] = {{"Little Giant", "专精特新“小巨人”企业", "Little Giant"}},
};

static const lg__text SIZE_CLASSES[] = {
    [LG_SIZE_UNKNOWN] = {{"unknown", "未知", "belum diketahui"}},
    [LG_SIZE_MICRO] = {{"micro", "微型", "mikro"}},
    [LG_SIZE_SMALL] = {{"small", "小型", "kecil"}},
    [LG_SIZE_MEDIUM] = {{"medium", "中型", "menengah"}},
    [LG_SIZE_LARGE] = {{"large", "大型", "besar"}},
};

/* What follows a number; an amount of money is named by format.c in the unit each language expects. */
static const lg__text UNITS[] = {
    [LG_UNIT_NONE] = {{"", "", ""}},
    [LG_UNIT_FEN] = {{"fen", "分", "fen"}},
    [LG_UNIT_YUAN] = {{"yuan", "元", "yuan"}},
    [LG_UNIT_WAN] = {{"10,000 yuan", "万元", "10.000 yuan"}},
    [LG_UNIT_YI] = {{"100 million yuan", "亿元", "100 juta yuan"}},
    [LG_UNIT_MONTHS] = {{"months", "个月", "bulan"}},
    [LG_UNIT_YEARS] = {{"years", "年", "tahun"}},
    [LG_UNIT_BP] = {{"basis points", "基点", "basis poin"}},
    [LG_UNIT_PERCENT] = {{"%", "%", "%"}},
    [LG_UNIT_COUNT] = {{"", "", ""}},
    [LG_UNIT_LEVEL] = {{"", "", ""}},
    [LG_UNIT_CP] = {{"hundredths of a point", "百分之一分", "perseratus poin"}},
    [LG_UNIT_POINTS] = {{"points", "分", "poin"}},
    [LG_UNIT_FLAG] = {{"", "", ""}},
    [LG_UNIT_CLASS] = {{"", "", ""}},
};

static const lg__text PHRASES[LG__PHRASE_COUNT] = {
    [LG__PHRASE_YES] = {{"yes", "是", "ya"}},
    [LG__PHRASE_NO] = {{"no", "否", "tidak"}},
    [LG__PHRASE_GE] = {{"at least {0}", "不低于{0}", "paling sedikit {0}"}},
    [LG__PHRASE_GT] = {{"more than {0}", "超过{0}", "lebih dari {0}"}},
    [LG__PHRASE_LE] = {{"at most {0}", "不高于{0}", "paling banyak {0}"}},
    [LG__PHRASE_LT] = {{"less than {0}", "低于{0}", "kurang dari {0}"}},
    [LG__PHRASE_EQ] = {{"{0}", "{0}", "{0}"}},
    [LG__PHRASE_BETWEEN] = {{"from {0} to {1}, both included", "{0}至{1}（均含）", "dari {0} sampai dengan {1}"}},
    [LG__PHRASE_FROM_TO] = {{"from {0} to below {1}", "{0}（含）至{1}（不含）", "dari {0} sampai di bawah {1}"}},
    [LG__PHRASE_AT_LEAST] = {{"at least {0} of the conditions below", "以下条件中至少{0}项",
                              "paling sedikit {0} dari syarat di bawah"}},
    [LG__PHRASE_RULE_SET] = {{"{0} [{1}], {2}", "{0}〔{1}〕，{2}", "{0} [{1}], {2}"}},
    [LG__PHRASE_OVERALL] = {{"Overall: {0}", "总体结论：{0}", "Keseluruhan: {0}"}},
    [LG__PHRASE_MEASURED] = {{"measured {0}", "实际值{0}", "terukur {0}"}},
    [LG__PHRASE_REQUIRED] = {{"required {0}", "要求{0}", "disyaratkan {0}"}},
    [LG__PHRASE_RAISE] = {{"needs {0} more of \"{1}\", all else unchanged", "其他不变时，“{1}”需增加{0}",
                           "perlu tambahan {0} pada \"{1}\", lainnya tetap"}},
    [LG__PHRASE_LOWER] = {{"needs \"{1}\" to be {0} lower, all else unchanged", "其他不变时，“{1}”需减少{0}",
                           "perlu \"{1}\" turun {0}, lainnya tetap"}},
    [LG__PHRASE_MISSING] = {{"missing: {0}", "缺少：{0}", "belum ada: {0}"}},
    [LG__PHRASE_JUDGE] = {{"a person must judge: {0}", "需人工判断：{0}", "harus dinilai oleh orang: {0}"}},
    [LG__PHRASE_POINTS] = {{"earns {0}", "得{0}", "mendapat {0}"}},
    [LG__PHRASE_POINTS_OPEN] = {{"earns {0} to {1}", "得{0}至{1}", "mendapat {0} sampai {1}"}},
    [LG__PHRASE_CITATION] = {{"{0}; {1}", "{0}；{1}", "{0}; {1}"}},
    [LG__PHRASE_CAVEAT] = {{"Note: {0}", "注：{0}", "Catatan: {0}"}},
    [LG__PHRASE_STILL_MISSING] = {{"Still missing, and able to change the verdict:", "尚缺且可能改变结论的信息：",
                                   "Masih belum ada dan dapat mengubah putusan:"}},
    [LG__PHRASE_SETTLES] = {{"{0} (could settle it alone)", "{0}（单独即可定论）", "{0} (dapat menentukan sendiri)"}},
    [LG__PHRASE_SETTLED] = {{"The verdict is settled: no missing fact can change it.",
                             "结论已确定：缺少的信息不会改变结论。",
                             "Putusan sudah pasti: data yang belum ada tidak dapat mengubahnya."}},
    [LG__PHRASE_UNSETTLED] = {{"No missing fact can settle the verdict: what leaves it open cannot be computed.",
                               "补充信息也无法得出结论：未决事项无法计算。",
                               "Tidak ada data yang dapat menentukan putusan: yang belum pasti tidak dapat dihitung."}},
    [LG__PHRASE_ROUTE] = {{"Shortest way to meet the standard:", "达标的最短路径：",
                           "Jalan terpendek untuk memenuhi standar:"}},
    [LG__PHRASE_STEP_SHOW] = {{"show: {0} ({1})", "补充证明：{0}（{1}）", "tunjukkan: {0} ({1})"}},
    [LG__PHRASE_STEP_CHANGE] = {{"change: {0}", "改进：{0}", "ubah: {0}"}},
    [LG__PHRASE_STEP_POINTS] = {{"{0}: {1} short", "{0}：尚差{1}", "{0}: kurang {1}"}},
    [LG__PHRASE_NECESSARY] =
        {{"Meeting every condition is necessary but not sufficient: expert review, quotas and spot checks follow.",
          "符合全部条件是必要而非充分条件：其后还有专家评审、名额限制和抽查。",
          "Memenuhi semua syarat itu perlu tetapi belum cukup: masih ada penilaian ahli, kuota, dan pemeriksaan."}},
    [LG__PHRASE_LIST_COMMA] = {{", ", "、", ", "}},
};

/* Longer before shorter where one begins the other. */
static const lg__citation_word CITATION_WORDS[] = {
    {"press report, 13 Nov 2020",
     {{"press report, 13 Nov 2020", "媒体报道，2020年11月13日", "berita, 13 Nov 2020"}},
     {{"", "", ""}}},
    {"direct routes and score",
     {{"direct routes and score", "直通条件与评分", "jalur langsung dan skor"}},
     {{"", "", ""}}},
    {"requirement ", {{"requirement ", "第", "syarat "}}, {{"", "项要求", ""}}},
    {"exclusions", {{"exclusions", "否决情形", "alasan penolakan"}}, {{"", "", ""}}},
    {"direct ", {{"direct ", "直通条件", "jalur langsung "}}, {{"", "", ""}}},
    {"score ", {{"score ", "评分指标", "skor "}}, {{"", "", ""}}},
    {"score", {{"score", "评分", "skor"}}, {{"", "", ""}}},
    {"annex ", {{"annex ", "附件", "lampiran "}}, {{"", "", ""}}},
    {"art. ", {{"art. ", "第", "pasal "}}, {{"", "条", ""}}},
};

const lg__citation_word *lg__citation_word_at(const char *text)
{
    for (size_t i = 0; i < sizeof CITATION_WORDS / sizeof CITATION_WORDS[0]; i++)
        if (strncmp(text, CITATION_WORDS[i].word, strlen(CITATION_WORDS[i].word)) == 0)
            return &CITATION_WORDS[i];
    return NULL;
}

#define TEXT_OF(TABLE, VALUE, LANGUAGE)                                                                                \
    ((VALUE) >= 0 && (size_t)(VALUE) < sizeof(TABLE) / sizeof(TABLE)[0] ? lg__text_in(&(TABLE)[VALUE], LANGUAGE) : NULL)

const char *lg_verdict_text(lg_verdict verdict, lg_language language) { return TEXT_OF(VERDICTS, verdict, language); }
const char *lg_reason_text(lg_reason reason, lg_language language) { return TEXT_OF(REASONS, reason, language); }
const char *lg_grade_text(lg_grade grade, lg_language language) { return TEXT_OF(GRADES, grade, language); }
const char *lg_level_text(lg_level level, lg_language language) { return TEXT_OF(LEVELS, level, language); }

const char *lg_size_class_text(lg_size_class size_class, lg_language language)
{
    return TEXT_OF(SIZE_CLASSES, size_class, language);
}

const char *lg_unit_text(lg_unit unit, lg_language language)
{
    return unit != LG_UNIT_NONE ? TEXT_OF(UNITS, unit, language) : NULL;
}

const char *lg__phrase_text(lg__phrase phrase, lg_language language) { return lg__text_in(&PHRASES[phrase], language); }
