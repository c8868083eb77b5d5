# SPDX-License-Identifier: Apache-2.0
"""Writes the pictures of reports that the documents show: ``make pictures``."""

import io

from browser import PAGES, ROOT, chromium, make_pages, picture, show
from PIL import Image

# The page, how much of it from its top, and the picture.
PICTURES = (("county-en", 1500, "report-county.png"), ("one-zh", 1180, "report-enterprise.png"))


def main():
    make_pages()
    with chromium() as driver:
        for name, height, target in PICTURES:
            show(driver, PAGES / f"{name}.html", 1100)
            whole = Image.open(io.BytesIO(picture(driver, height))).convert("RGB")
            whole.quantize(128, dither=Image.Dither.NONE).save(ROOT / "docs" / target, optimize=True)


if __name__ == "__main__":
    main()
