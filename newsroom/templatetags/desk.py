"""The parts of the desk: a list with its count, a story's standing, the chart of the last weeks."""

from django import template
from django.utils.html import format_html

from articles.admin.standing import standing
from articles.desk import CAP

register = template.Library()
HEIGHT = 40
WIDTH = 10


@register.inclusion_tag("admin/desk_list.html")
def desk_list(box):
    return {"box": box}


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
    """A column for each week and a row for each department, all to one scale."""
    highest = max(week.count for row in output for week in row.weeks)
    return {"output": output, "highest": highest}


@register.simple_tag
def bar(count, highest):
    """A bar that stands on the ground of its box, as high as its share of the highest."""
    height = max(1, round(count / highest * HEIGHT))
    return format_html(
        '<rect y="{}" width="{}" height="{}"></rect>', HEIGHT - height, WIDTH, height
    )


@register.simple_tag
def share(count, most):
    """A cell with a lying bar, as long as its share of the most. The number stands beside it."""
    return format_html(
        '<td class="share"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        '<rect width="{}" height="10"></rect></svg></td>',
        round(100 * count / most) if most else 0,
    )
