# SPDX-License-Identifier: Apache-2.0
"""The reports as a reader sees them, in Chromium: layout, fonts, contrast, sorting, print, and silence on the network."""

import base64
import json
import re
import subprocess

import pytest
from axe_core_python.selenium import Axe
from browser import LANGUAGES, PAGES, chromium, make_pages, picture, show
from littlegiant import Language
from littlegiant.reporting.words import words_of
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

KINDS = ("one", "score", "county")
ALL = [f"{kind}-{language}" for kind in KINDS for language in LANGUAGES]
HAN = re.compile("[\u4e00-\u9fff]")
# Marks the elements that hold Chinese letters themselves, each text once, and gives their texts.
PROBE = """
  const seen = new Map();
  for (const element of document.body.querySelectorAll("*:not(script)")) {
    const text = [...element.childNodes].filter(n => n.nodeType === Node.TEXT_NODE).map(n => n.data).join("");
    const key = element.localName + text;
    if (/[\u4e00-\u9fff]/.test(text) && !seen.has(key)) {
      seen.set(key, text);
      element.dataset.probe = "";
    }
  }
  return [...seen.values()];
"""


@pytest.fixture(scope="module")
def found():
    return make_pages()


@pytest.fixture(scope="module")
def driver(found):
    with chromium() as browser:
        yield browser


def path_of(name):
    return PAGES / f"{name}.html"


@pytest.mark.parametrize("name", ALL)
def test_a_page_is_quiet_and_asks_for_nothing(driver, name):
    driver.get_log("performance"), driver.get_log("browser")
    show(driver, path_of(name), 1280)
    assert driver.get_log("browser") == []
    messages = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    asked = [one["params"]["request"]["url"] for one in messages if one["method"] == "Network.requestWillBeSent"]
    # The browser's own start page may still be loading: chrome: and data:.
    assert [url for url in asked if url.startswith(("http", "ws", "ftp", "file"))] == [path_of(name).as_uri()]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ALL)
def test_a_page_fits_its_window(driver, name, width):
    show(driver, path_of(name), width)
    (PAGES / f"{name}-{width}.png").write_bytes(picture(driver))
    assert driver.execute_script("return document.documentElement.scrollWidth") == width
    wide = """return [...document.querySelectorAll('.scroll')].filter(e => e.scrollWidth > e.clientWidth)
      .map(e => e.getAttribute('aria-label') + ' ' + e.scrollWidth + ' > ' + e.clientWidth)"""
    assert width < 1280 or driver.execute_script(wide) == [], "on a desk, every table fits as a whole"


@pytest.mark.parametrize("name", ALL)
def test_a_page_can_be_read_by_everyone(driver, name):
    show(driver, path_of(name), 1280)
    broken = Axe().run(driver)["violations"]
    told = [(rule["id"], node["target"], node["failureSummary"]) for rule in broken for node in rule["nodes"]]
    assert told == []


@pytest.mark.parametrize("name", ALL)
def test_every_chinese_letter_has_its_glyph(driver, name):
    show(driver, path_of(name), 1280)
    driver.execute_cdp_cmd("DOM.enable", {}), driver.execute_cdp_cmd("CSS.enable", {})
    root = driver.execute_cdp_cmd("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    texts = driver.execute_script(PROBE)
    nodes = driver.execute_cdp_cmd("DOM.querySelectorAll", {"nodeId": root, "selector": "[data-probe]"})["nodeIds"]
    assert len(nodes) == len(texts) > 10
    for node, text in zip(nodes, texts):
        fonts = driver.execute_cdp_cmd("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        drawn = sum(font["glyphCount"] for font in fonts if "CJK" in font["familyName"])
        assert drawn >= len(HAN.findall(text)), (text, fonts)


# ----------------------------------------------------------------------------------- sorting


def rows_of(driver, name):
    cells = """return [...document.querySelector('.scroll[aria-label="' + arguments[0] + '"] tbody').rows]
      .map(row => [...row.cells].map(cell => cell.dataset.key ?? cell.textContent.trim()))"""
    return driver.execute_script(cells, name)


def heading(driver, name, column):
    return driver.find_elements(By.CSS_SELECTOR, f'.scroll[aria-label="{name}"] thead th')[column]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_click_on_a_heading_sorts_and_another_turns_round(driver, language):
    show(driver, path_of(f"county-{language}"), 1280)
    name = words_of(Language.of(language))["all_criteria"]
    before = rows_of(driver, name)
    column = len(before[0]) - 2
    heading(driver, name, column).find_element(By.TAG_NAME, "button").click()
    numbers = [int(row[column]) for row in rows_of(driver, name)]
    assert numbers == sorted((int(row[column]) for row in before), reverse=True) != [int(row[column]) for row in before]
    assert heading(driver, name, column).get_attribute("aria-sort") == "descending"
    heading(driver, name, column).find_element(By.TAG_NAME, "button").click()
    assert [int(row[column]) for row in rows_of(driver, name)] == numbers[::-1]
    assert heading(driver, name, column).get_attribute("aria-sort") == "ascending"
    assert sorted(rows_of(driver, name)) == sorted(before), "no row is lost"


def test_the_enter_key_sorts_text_and_only_one_column_is_marked(driver, found):
    show(driver, path_of("county-en"), 1280)
    name = "Coaching list"
    assert [row[1].split()[-1] for row in rows_of(driver, name)] == [firm.labels["id"] for firm in found.nearest]
    heading(driver, name, 2).find_element(By.TAG_NAME, "button").send_keys(Keys.ENTER)
    after = rows_of(driver, name)
    places = list(dict.fromkeys(row[2] for row in after))
    assert len(places) == 4 and [row[2] for row in after] == sorted((row[2] for row in after), key=places.index)
    for place in places:
        ranks = [int(row[0]) for row in after if row[2] == place]
        assert ranks == sorted(ranks), "rows that are equal keep their order"
    marks = driver.execute_script(
        """return [...document.querySelectorAll('.scroll[aria-label="Coaching list"] th[aria-sort]')]
          .map(e => e.cellIndex + e.getAttribute('aria-sort'))"""
    )
    assert marks == ["2ascending"]


# ------------------------------------------------------------------------------------- print


def printed(driver, name):
    """The page as PDF on A4, and its text."""
    show(driver, path_of(name), 1280)
    options = {"preferCSSPageSize": True, "printBackground": True}
    target = PAGES / f"{name}.pdf"
    target.write_bytes(base64.b64decode(driver.execute_cdp_cmd("Page.printToPDF", options)["data"]))
    done = subprocess.run(["pdftotext", "-layout", str(target), "-"], capture_output=True, check=True, encoding="utf-8")
    return done.stdout


@pytest.mark.parametrize("name", ALL)
def test_a_page_is_printed_whole(driver, name):
    text = printed(driver, name)
    pages = text.split("\f")[:-1]
    assert 2 <= len(pages) <= 20
    assert all(page.strip() for page in pages), "no page is empty"
    squeezed = re.sub(r"\s", "", text)
    for title in driver.find_elements(By.TAG_NAME, "h2"):
        assert re.sub(r"\s", "", title.text) in squeezed
    assert "liblittlegiant" in pages[-1]
    out = """const right = document.documentElement.clientWidth;
      return [...document.querySelectorAll('td, th, svg')].filter(e => e.getBoundingClientRect().right > right + 1).length"""
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    # A4 less the margins: 186 mm.
    size = {"width": 703, "height": 1000, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    cut = driver.execute_script(out)
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert cut == 0, "nothing is cut off at the right"
