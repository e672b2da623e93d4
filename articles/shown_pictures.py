"""A picture of a story as pages show it: in the width that a browser chooses, cropped with care."""

from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.pictures import digest_of
from articles.renditions import FORMS, STEPS, steps_of

# What `picture_of` takes of a Photo.
PICTURE = ("image", "width", "height", "alt_text", "caption", "credit", "focus", "placed_after")
# Words of a credit that already says who took or gave the picture.
CREDITED = ("摄", "供图", "提供")
# What browsers that know no modern format get, and what other sites are given.
PLAIN_STEP, SHARED_STEP = 960, 1280


@lru_cache(maxsize=20_000)
def _addresses(name):
    """The address of a stored picture, and what those of its renditions begin with."""
    rendition = reverse("articles:rendition", args=[digest_of(name), STEPS[0], "jpg"])
    return reverse("articles:picture", args=[name]), rendition.removesuffix(f"{STEPS[0]}.jpg")


@dataclass(frozen=True, slots=True)
class Picture:
    """`url` is the whole picture's; `begin` is what the addresses of its renditions begin with.

    `placed_after` is its place in the text (placing.py). `query` ends each of its addresses: by a
    preview link a picture is seen before its story is.
    """

    url: str
    begin: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str
    focus: str
    placed_after: int | None
    query: str

    def rendition(self, step, form):
        """The address of the widest rendition up to that step."""
        widest = max(known for known in steps_of(self.width) if known <= step)
        return f"{self.begin}{widest}.{form}{self.query}"

    @property
    def shared_url(self):
        """The address that other sites are given: large, and in a format that all of them read."""
        return self.rendition(SHARED_STEP, "jpg")

    @property
    def is_tall(self):
        return self.height > self.width

    @property
    def credit_line(self):
        """The credit as the paper prints it: of a name alone it says what the person did."""
        if any(word in self.credit for word in CREDITED):
            return self.credit
        return _("Photo: %(credit)s") % {"credit": self.credit}

    def srcset(self, form, most):
        return ", ".join(
            f"{self.begin}{step}.{form}{self.query} {min(step, self.width)}w"
            for step in steps_of(self.width)
            if step <= most
        )

    @property
    def crop(self):
        """The classes that hold the focal point in view, in tenths; "" for the middle."""
        if not self.focus:
            return ""
        across, down = (round(int(part) / 100) for part in self.focus.split(","))
        return f"across-{across} down-{down}"


def picture_of(
    name,
    width,
    height,
    alt_text="",
    caption="",
    credit="",
    focus="",
    placed_after=None,
    *,
    query="",
):
    url, begin = _addresses(name)
    alt = alt_text or caption
    return Picture(
        url + query, begin, width, height, alt, caption, credit, focus, placed_after, query
    )


def picture_html(picture, sizes, *, most=STEPS[-1], alt=None, is_first=False) -> SafeString:
    """The picture element: each modern format in its steps, and one JPEG for all other browsers.

    `sizes` says how wide the page shows it, as HTML does; no step is wider than `most`. The first
    picture of a page is fetched before all else, any other once it is near.
    """
    sources = "".join(
        f'<source type="{FORMS[form].content_type}" sizes="{sizes}"'
        f' srcset="{picture.srcset(form, most)}">'
        for form in ("avif", "webp")
    )
    fetching = 'fetchpriority="high"' if is_first else 'loading="lazy"'
    # Browsers measure for themselves where the image says so too.
    measured = f' sizes="{sizes}"' if sizes.startswith("auto") else ""
    crop = picture.crop and f' class="{picture.crop}"'
    alt = picture.alt if alt is None else alt
    return mark_safe(
        f'<picture>{sources}<img src="{picture.rendition(min(PLAIN_STEP, most), "jpg")}"'
        f' width="{picture.width}" height="{picture.height}" alt="{escape(alt)}"{crop}'
        f'{measured} {fetching} decoding="async"></picture>'
    )
