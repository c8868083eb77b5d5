# SPDX-License-Identifier: Apache-2.0
"""What a report says in words of its own; all other words come from the library."""

from __future__ import annotations

from .._rows import Fault
from ..enums import Language

#: The languages of the columns below.
LANGUAGES = ("en", "zh", "id")

_WORDS: dict[str, tuple[str, str, str]] = {
    # Both reports
    "one": ("Assessment of an enterprise", "企业评估报告", "Penilaian perusahaan"),
    "county": ("Screening of enterprises", "企业筛查报告", "Penyaringan perusahaan"),
    "rules": ("Standard", "适用标准", "Standar"),
    "document": ("Document", "文件", "Dokumen"),
    "in_force": ("In force", "施行日期", "Berlaku"),
    "open": ("open", "至今", "seterusnya"),
    "evidence": ("Evidence of the standard", "标准依据", "Dasar standar"),
    "made": ("Made on {day} with liblittlegiant {version}.", "{day}由 liblittlegiant {version} 生成。", "Dibuat pada {day} dengan liblittlegiant {version}."),
    "condition": ("Condition", "条件", "Syarat"),
    "verdict": ("Verdict", "结论", "Putusan"),
    "measured": ("Measured", "实际值", "Terukur"),
    "required": ("Required", "要求", "Disyaratkan"),
    "grade": ("Evidence", "可靠程度", "Tingkat bukti"),
    "source": ("Source", "依据", "Sumber"),
    "assumed": ("Assumed", "假定", "Diandaikan"),
    "assumed_intro": (
        "These facts were not given; favourable values were taken, and they count towards the verdict.",
        "下列信息未提供，按假定取值，并影响结论。",
        "Fakta ini tidak diberikan; nilainya diandaikan dan ikut menentukan putusan.",
    ),
    "weak_heading": ("Sources to check", "待核实的依据", "Sumber yang perlu diperiksa"),
    "weak_intro": (
        "Here the sources are weak, conflict, or leave something open. Look at the document before relying on it.",
        "以下条件的依据较弱、相互矛盾或留有疑问，使用前请核对原文。",
        "Di sini sumbernya lemah, bertentangan, atau menyisakan pertanyaan. Periksa dokumennya sebelum diandalkan.",
    ),
    "doubtful": ("Figures that do not fit together", "相互矛盾的数据", "Angka yang tidak cocok"),
    "note": ("Note", "说明", "Catatan"),
    "fact": ("Figure", "指标", "Data"),
    "value": ("Value", "数值", "Nilai"),
    "point": ("pp", "个百分点", "poin %"),
    "thousands": (",", ",", "."),
    "decimal": (".", ".", ","),
    # One enterprise
    "settled": (
        "The verdict is settled: no missing fact can change it.",
        "结论已确定：缺少的信息不会改变结论。",
        "Putusan sudah pasti: tidak ada fakta yang belum ada yang dapat mengubahnya.",
    ),
    "leaves": ("Single conditions", "单项条件", "Syarat tunggal"),
    "route": ("Shortest way", "达标的最短路径", "Jalan terpendek"),
    "route_none": ("Every condition is met; nothing is left to do.", "全部条件均已符合，无需改进。", "Semua syarat terpenuhi; tidak ada yang perlu dilakukan."),
    "action": ("What to do", "事项", "Tindakan"),
    "change": ("change", "改进", "ubah"),
    "show": ("show", "补充证明", "tunjukkan"),
    "distance": ("Distance", "差距", "Jarak"),
    "missing": ("What is missing", "尚缺的信息", "Yang masih kurang"),
    "settles": ("settles the verdict by itself", "单独即可确定结论", "memastikan putusan sendirian"),
    "proof": ("What proves it", "证明材料", "Bukti"),
    "yes": ("yes", "是", "ya"),
    "no": ("no", "否", "tidak"),
    "bars": ("Measured against required", "实际值与要求对比", "Terukur terhadap syarat"),
    "bars_intro": (
        "A bar is as long as the measured value in percent of what is required, which is the line at 100\u00a0%. Where “at least” is required, it has to reach the line; where “at most”, it must not pass it.",
        "条形长度为实际值占要求值的百分比，竖线为100%。要求“不低于”的须达到竖线，要求“不高于”的不得越过竖线。",
        "Panjang batang adalah nilai terukur dalam persen dari yang disyaratkan, yaitu garis 100\u00a0%. Bila disyaratkan “paling sedikit”, batang harus mencapai garis; bila “paling banyak”, tidak boleh melewatinya.",
    ),
    "criteria": ("Conditions by dimension", "分项条件", "Syarat menurut dimensi"),
    "points": ("{got} of {most} points", "{got}/{most}分", "{got} dari {most} poin"),
    "margin": ("Margin", "余量", "Selisih"),
    "margin_intro": (
        "Margin: distance from the measured value to the bound; + to spare, − short; pp: percentage points. Distance: what would just meet the condition, all else unchanged.",
        "余量：实际值与界限之差，+为富余，−为不足。差距：其他不变时恰好达标所需的变动。",
        "Selisih: jarak nilai terukur ke batas; + berlebih, − kurang. Jarak: perubahan yang tepat memenuhi syarat, bila lainnya tetap.",
    ),
    "figures": ("Figures that were used", "所用数据", "Data yang dipakai"),
    # A county
    "file": ("Table", "数据表", "Tabel"),
    "day": ("Day for the other levels", "其他层级的适用日", "Hari untuk jenjang lain"),
    "rows": ("rows", "行数据", "baris"),
    "judged": ("enterprises judged", "家企业已判定", "perusahaan dinilai"),
    "in_error": ("rows in error", "行有误", "baris bermasalah"),
    "levels": ("From level to level", "梯度培育情况", "Dari jenjang ke jenjang"),
    "levels_intro": (
        "How many of the enterprises judged meet the conditions of each level, and their share.",
        "已判定企业中符合各层级条件的数量及占比。",
        "Berapa banyak perusahaan yang memenuhi syarat setiap jenjang, dan bagiannya.",
    ),
    "level": ("Level", "层级", "Jenjang"),
    "reached": ("Highest level", "最高层级", "Jenjang tertinggi"),
    "none": ("no level", "未达任何层级", "tanpa jenjang"),
    "map": ("What holds them back", "主要短板分布", "Apa yang menghambat"),
    "map_distance": ("By conditions still to change", "按尚需改进的条件数", "Menurut jumlah syarat yang harus diubah"),
    "map_distance_intro": (
        "Column: enterprises with so many conditions to change on their shortest way, and in brackets how many these are. Cell: how many of them have to change this one. The darker, the larger their share of the column.",
        "列：最短路径上尚需改进若干项条件的企业（括号内为企业数）；格：其中需改进该项的企业数，颜色越深占比越高。",
        "Kolom: perusahaan dengan sekian syarat yang harus diubah pada jalan terpendeknya, dan jumlahnya dalam kurung. Sel: berapa yang harus mengubah syarat ini. Makin gelap, makin besar bagiannya dalam kolom.",
    ),
    "map_region": ("By region", "按地区", "Menurut wilayah"),
    "map_region_intro": (
        "Cell: in how many enterprises of the region the condition stands on the shortest way, to be changed or to be shown. The darker, the larger their share of the region.",
        "格：该地区最短路径上含有该条件（需改进或需补充证明）的企业数，颜色越深占比越高。",
        "Sel: pada berapa perusahaan di wilayah itu syarat ini ada di jalan terpendek, untuk diubah atau ditunjukkan. Makin gelap, makin besar bagiannya di wilayah itu.",
    ),
    "map_none": ("No enterprise has a condition to change.", "没有企业需要改进的条件。", "Tidak ada perusahaan yang harus mengubah syarat."),
    "to_change": ("To change", "需改进", "Harus diubah"),
    "to_show": ("To show", "需补充证明", "Harus ditunjukkan"),
    "all_criteria": ("Condition by condition", "逐项统计", "Syarat demi syarat"),
    "coaching": ("Coaching list", "重点培育名单", "Daftar pembinaan"),
    "coaching_intro": (
        "The enterprises that are closest: fewest conditions to change, then fewest to show.",
        "最接近达标的企业：先按需改进项数，再按需补充证明项数由少到多排列。",
        "Perusahaan yang paling dekat: paling sedikit yang harus diubah, lalu paling sedikit yang harus ditunjukkan.",
    ),
    "coaching_none": ("No enterprise is left to coach.", "没有需要培育的企业。", "Tidak ada perusahaan yang perlu dibina."),
    "enterprise": ("Enterprise", "企业", "Perusahaan"),
    "region": ("Region", "地区", "Wilayah"),
    "regions": ("Regions", "各地区情况", "Wilayah-wilayah"),
    "no_region": ("no region given", "未填地区", "tanpa wilayah"),
    "further": ("all further regions", "其余地区", "wilayah lainnya"),
    "steps": ("Shortest way", "最短路径", "Jalan terpendek"),
    "errors": ("Rows in error", "有误的数据行", "Baris bermasalah"),
    "errors_intro": (
        "These rows were not judged. Correct them and screen again.",
        "以下各行未作判定，请更正后重新筛查。",
        "Baris ini tidak dinilai. Perbaiki, lalu saring lagi.",
    ),
    "doubts_intro": ("These rows were judged all the same.", "以下各行仍已判定。", "Baris ini tetap dinilai."),
    "shown": ("The first {shown} of {all} are listed.", "共{all}条，仅列前{shown}条。", "{shown} pertama dari {all} ditampilkan."),
    "line": ("Line", "行号", "Baris"),
    "column": ("Column", "列", "Kolom"),
    "cell": ("What stands there", "原内容", "Isinya"),
    "fault": ("What is wrong", "问题", "Masalah"),
    "whole_row": ("the whole row", "整行", "seluruh baris"),
    "assumed_count": (
        "{n} verdicts rest on what was assumed.",
        "{n}家企业的结论依赖假定。",
        "{n} putusan bersandar pada pengandaian.",
    ),
}  # fmt: skip

_FAULTS: dict[Fault, tuple[str, str, str]] = {
    Fault.QUOTES: ("quotation marks that do not match", "引号不配对", "tanda kutip tidak berpasangan"),
    Fault.CELLS: ("too many or too few cells", "单元格数与表头不符", "jumlah sel tidak sama dengan tajuk"),
    Fault.ENCODING: ("not UTF-8", "不是UTF-8编码", "bukan UTF-8"),
    Fault.NUMBER: ("not a number", "不是数字", "bukan angka"),
    Fault.FLAG: ("neither yes nor no", "既非“是”也非“否”", "bukan ya dan bukan tidak"),
    Fault.STEP: ("no such step", "没有这一等级", "tidak ada tingkat seperti itu"),
    Fault.INEXACT: ("too many decimals", "小数位过多", "terlalu banyak desimal"),
    Fault.RANGE: ("outside the range", "超出取值范围", "di luar rentang"),
    Fault.OTHER: ("cannot be used", "无法使用", "tidak dapat dipakai"),
}


def words_of(language: Language) -> dict[str, str]:
    """All words of a report in a language; English where the library has one that is not here."""
    return {name: row[_column(language)] for name, row in _WORDS.items()}


def fault_word(fault: Fault, language: Language) -> str:
    """What is wrong with a row or a cell, in a few words."""
    return _FAULTS[fault][_column(language)]


def _column(language: Language) -> int:
    return LANGUAGES.index(language.word) if language.word in LANGUAGES else 0
