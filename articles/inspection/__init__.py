"""Look at the site as an inspector of government sites does, page by page.

`pages` reads a page, `rules` finds its faults (both plain Python), `visiting` walks from page to
page, `fetching` is how a page is got: from this process, or over HTTP.
"""
