"""The parts of the desk: a list with its count, a story's standing, the chart of the last weeks."""

from django import template
from django.utils.html import format_html

from articles.admin.standing import standing
from articles.desk import CAP

register = template.Library()
HEIGHT = 36
BAR = 18


@register.inclusion_tag("admin/desk_list.html")
def desk_list(title, waiting, url):
    return {"title": title, "waiting": waiting, "url": url}


@register.simple_tag
def standing_of(version):
    stands = standing(version)
    return format_html('<span class="standing is-{}">{}</span>', stands.value, stands.label)


@register.filter
def capped(count):
    """A count that stops at the cap: 100+."""
    return f"{CAP}+" if count > CAP else count


@register.inclusion_tag("admin/output_chart.html")
def output_chart(output):
    """A row of bars for each department, all to one scale."""
    highest = max(count for row in output for count in row.weeks) or 1
    return {
        "rows": [
            (
                row,
                [
                    {
                        "x": week * BAR,
                        "y": HEIGHT - round(count / highest * HEIGHT),
                        "height": round(count / highest * HEIGHT),
                        "count": count,
                    }
                    for week, count in enumerate(row.weeks)
                ],
            )
            for row in output
        ],
        "width": BAR * len(output[0].weeks),
        "height": HEIGHT,
    }
