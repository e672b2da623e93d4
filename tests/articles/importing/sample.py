"""A small page, and ways to import it."""

import datetime
import json

from django.apps import apps

from articles.importing.importer import import_page, import_pages
from articles.importing.sources import pages_of

DAY = datetime.date(2026, 11, 16)
STORY = """# 青澜经开区召开供水保障会议

本报讯 11月15日，青澜经开区召开供水保障会议。青澜经开区管委会副主任沈砚秋出席会议并讲话。

记者 苏未央
"""
# One break that is joined in doubt, and one that is left open in doubt.
BREAKS_IN_DOUBT = """# 柳河镇清淤护渠

本报讯 11月15日，柳河镇组织村民清理灌溉水渠，各村自带铁锹扫帚，一段一段往前，先后清出淤泥三十余车。

他们还沿渠补种了柳树，镇里为每村配发了树苗和支架，预计月底以前可以全部完成栽植任务。

负责人介绍：

清淤之后水流更快，下游三个村的冬灌用水有了着落，村民们不用再半夜排队等水了。
"""


def run(path, **kwargs):
    report, _ = import_page(path, edition_date=DAY, **kwargs)
    return report


def everything(but=()):
    """Every row of every table of ours, as values, but for the models of those names."""
    return {
        model: sorted(map(repr, model.objects.values_list()))
        for app in ("articles", "people")
        for model in apps.get_app_config(app).get_models()
        if model._meta.managed and model._meta.model_name not in but
    }


def export(path, **values):
    line = {"headline": "水渠修好了", "body": "水渠全长3公里。", "date": "2026-11-16", "page": "03"}
    line |= {"source_system": "旧网站", "source_id": "7001"} | values
    path.write_text(json.dumps(line, ensure_ascii=False), encoding="utf-8")
    return list(import_pages(pages_of(path)))
