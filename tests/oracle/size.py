# SPDX-License-Identifier: Apache-2.0
"""The size standard, 工信部联企业〔2011〕300号, article 4: the limits of every sector.

employees (persons), revenue and assets (万元). An enterprise is large when it reaches every limit of "large",
medium when it reaches every limit of "medium" and is not large, and so on; short of one limit is short of the class.
Where the standard does not look at a figure, there is None.
"""

from __future__ import annotations

from typing import NamedTuple


class Limits(NamedTuple):
    employees: int | None
    revenue: int | None
    assets: int | None


class Sector(NamedTuple):
    name: str
    large: Limits
    medium: Limits
    small: Limits


def _sector(name: str, *figures: str, large: tuple, medium: tuple, small: tuple) -> Sector:
    def limits(values: tuple) -> Limits:
        return Limits(**{field: dict(zip(figures, values, strict=True)).get(field) for field in Limits._fields})

    return Sector(name, limits(large), limits(medium), limits(small))


E, R, A = "employees", "revenue", "assets"

#: Number of the sector, as the fact size_sector counts them, to its limits.
SECTORS = {
    1: _sector("agriculture 农林牧渔业", R, large=(20000,), medium=(500,), small=(50,)),
    2: _sector("industry 工业", E, R, large=(1000, 40000), medium=(300, 2000), small=(20, 300)),
    3: _sector("construction 建筑业", R, A, large=(80000, 80000), medium=(6000, 5000), small=(300, 300)),
    4: _sector("wholesale 批发业", E, R, large=(200, 40000), medium=(20, 5000), small=(5, 1000)),
    5: _sector("retail 零售业", E, R, large=(300, 20000), medium=(50, 500), small=(10, 100)),
    6: _sector("transport 交通运输业", E, R, large=(1000, 30000), medium=(300, 3000), small=(20, 200)),
    7: _sector("warehousing 仓储业", E, R, large=(200, 30000), medium=(100, 1000), small=(20, 100)),
    8: _sector("postal 邮政业", E, R, large=(1000, 30000), medium=(300, 2000), small=(20, 100)),
    9: _sector("accommodation 住宿业", E, R, large=(300, 10000), medium=(100, 2000), small=(10, 100)),
    10: _sector("catering 餐饮业", E, R, large=(300, 10000), medium=(100, 2000), small=(10, 100)),
    11: _sector("information transmission 信息传输业", E, R, large=(2000, 100000), medium=(100, 1000), small=(10, 100)),
    12: _sector(
        "software and IT services 软件和信息技术服务业", E, R, large=(300, 10000), medium=(100, 1000), small=(10, 50)
    ),
    13: _sector(
        "real-estate development 房地产开发经营", R, A, large=(200000, 10000), medium=(1000, 5000), small=(100, 2000)
    ),
    14: _sector("property management 物业管理", E, R, large=(1000, 5000), medium=(300, 1000), small=(100, 500)),
    15: _sector(
        "leasing and business services 租赁和商务服务业", E, A, large=(300, 120000), medium=(100, 8000), small=(10, 100)
    ),
    16: _sector("other 其他未列明行业", E, large=(300,), medium=(100,), small=(10,)),
}

#: Fact to the member of Limits that it is held against, and how many canonical units one unit of the limit is.
FIGURES = {
    "employees": ("employees", 1),
    "revenue_y1": ("revenue", 1_000_000),
    "total_assets_y1": ("assets", 1_000_000),
}
