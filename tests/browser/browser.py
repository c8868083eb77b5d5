# SPDX-License-Identifier: Apache-2.0
"""Debian's Chromium, without a window, and the pages that are looked at in it."""

import base64
import contextlib
import csv
import pathlib
import tempfile

from littlegiant import Language, Profile, report, screen
from selenium import webdriver

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = ROOT / "build" / "report"
LANGUAGES = [language.word for language in Language]
RULES = "cn.little-giant.2022"
LABELS = ("id", "name", "region")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
]


@contextlib.contextmanager
def chromium():
    """A browser with a profile of its own, which hears what pages say and ask for."""
    with tempfile.TemporaryDirectory() as profile:
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for flag in [*FLAGS, f"--user-data-dir={profile}"]:
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        driver = webdriver.Chrome(options, webdriver.ChromeService("/usr/bin/chromedriver"))
        try:
            yield driver
        finally:
            driver.quit()


def show(driver, path, width, height=900):
    """Opens a page in a window of so many pixels, a phone's too."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    driver.get(path.as_uri())


def picture(driver, height=None):
    """The page as PNG, from its top to a height or to its end."""
    size = driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
    clip = {"x": 0, "y": 0, "width": size["width"], "height": height or size["height"], "scale": 1}
    found = driver.execute_cdp_cmd("Page.captureScreenshot", {"clip": clip, "captureBeyondViewport": True})
    return base64.b64decode(found["data"])


def county():
    """The invented county, in four districts, with rows in error and odd figures."""
    with (ROOT / "examples" / "data" / "county.csv").open(encoding="utf-8", newline="") as file:
        rows = [{**row, "region": district(number)} for number, row in enumerate(csv.DictReader(file))]
    rows[5]["employees"], rows[6]["own_brand"], rows[9]["rd_staff"] = "12o", "<script>alert(1)</script>", "100000"
    return rows


def district(number):
    return ("鲤城区", "丰泽区", "洛江区", "泉港区")[number % 4]


def make_pages():
    """Writes one page of each kind in each language, and gives the screening that the county's are made of."""
    PAGES.mkdir(parents=True, exist_ok=True)
    rows = county()
    found = screen(rows, RULES, nearest=30)
    firm = Profile.from_mapping(rows[10], ignore=LABELS)
    for language in LANGUAGES:
        report(found, title="虚构县 (invented)", language=language).save(PAGES / f"county-{language}.html")
        page = report(firm, RULES, title=rows[10]["name"], language=language, assume="judgement")
        page.save(PAGES / f"one-{language}.html")
        scored = Profile.from_mapping(rows[30], ignore=LABELS)
        report(scored, "cn.srdi-sme.2022", title=rows[30]["name"], language=language).save(
            PAGES / f"score-{language}.html"
        )
    return found
