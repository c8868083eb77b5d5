# SPDX-License-Identifier: Apache-2.0
"""What a user writes, for the type checker: a DataFrame goes in and a DataFrame comes out."""

from littlegiant.spark import assess
from pyspark.sql import DataFrame


def nightly(firms: DataFrame) -> DataFrame:
    return assess(firms, "cn.little-giant.2022", assume="judgement", keep=["office"]).where("verdict = 'met'")
