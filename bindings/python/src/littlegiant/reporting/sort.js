// SPDX-License-Identifier: Apache-2.0
// A click, or the enter key, on the heading of a column sorts the rows of its table; once more turns them round.
"use strict";
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const headings = [...table.tHead.rows[0].cells];
  const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
  const key = (row, column) => row.cells[column].dataset.key ?? row.cells[column].textContent.trim();
  headings.forEach((heading, column) => {
    heading.addEventListener("click", () => {
      // Numbers begin with the largest.
      const first = heading.classList.contains("number") ? "descending" : "ascending";
      const other = first === "ascending" ? "descending" : "ascending";
      const order = heading.getAttribute("aria-sort") === first ? other : first;
      const sign = order === "ascending" ? 1 : -1;
      headings.forEach((one) => one.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", order);
      const rows = [...body.rows].sort((a, b) => sign * compare(key(a, column), key(b, column)));
      body.append(...rows);
    });
  });
}
