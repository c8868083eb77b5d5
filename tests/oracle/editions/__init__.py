# SPDX-License-Identifier: Apache-2.0
"""Every edition, as read from the regulations. Its numbers were taken from them, never from lib/rules/."""

from . import y2018, y2020, y2021, y2022, y2026

EDITIONS = {
    edition.rules: edition
    for edition in (
        y2018.LITTLE_GIANT,
        y2020.REPORTED,
        y2020.FULL,
        y2020.OPTIONAL,
        y2021.LITTLE_GIANT,
        y2022.INNOVATIVE_SME,
        y2022.SPECIALISED_SME,
        y2022.LITTLE_GIANT,
        y2022.SPECIALISED_SME_GUANGDONG,
        y2022.LITTLE_GIANT_2025,
        y2022.LITTLE_GIANT_2025_REVIEW,
        y2022.LITTLE_GIANT_2026_REVIEW,
        y2026.SPECIALISED_SME,
        y2026.LITTLE_GIANT,
    )
}
