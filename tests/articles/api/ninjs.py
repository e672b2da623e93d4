"""What ninjs 3.1 allows, of the objects that are used here: the names of their fields.

Noted from https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json (IPTC, CC BY 4.0), which refuses
every other name. Its numbers are `integer`; all else that is used is `string`.
benchmarks/ninjs.py holds the stories of a site against that file itself.
"""

VALUED = {"role", "contentType", "value"}
NAMED = {"name", "rel", "uri", "literal", "contactInfo"}
OBJECTS = {
    "standard": {"name", "version", "schema"},
    "headlines": VALUED,
    "descriptions": VALUED,
    "bodies": VALUED | {"charCount", "wordCount"},
    "people": NAMED,
    "organisations": NAMED | {"symbols"},
    "places": NAMED | {"geoJSON"},
    "events": {"id", "name", "rel", "uri", "literal"},
    "subjects": {"name", "rel", "uri", "literal", "creator", "relevance", "confidence"},
    "infoSources": {"name", "role", "uri", "literal", "contactInfo"},
    "altIds": {"role", "value"},
    "renditions": {
        *("name", "href", "contentType", "title", "width", "height", "sizeInBytes", "duration"),
        *("format", "aspectRatio", "videoCodec", "frameRate", "poi", "transportProtocol"),
        *("scanType", "bitrate"),
    },
}
ITEM = {
    *OBJECTS,
    *("uri", "type", "representationType", "profile", "version", "firstCreated", "versionCreated"),
    *("contentCreated", "embargoedUntil", "pubStatus", "urgency", "copyrightHolder"),
    *("copyrightNotice", "usageTerms", "edNote", "language", "eventDetails", "plannedCoverage"),
    *("objects", "title", "by", "slugline", "located", "associations", "trustIndicators", "genres"),
    *("expires", "rightsInfo", "digitalSourceType"),
}
ASSOCIATION = ITEM | {"name", "rel"}
VALUES = {
    "type": {"text", "picture"},
    "representationType": {"full", "partial"},
    "pubStatus": {"usable", "withheld", "canceled"},
}
INTEGERS = {"charCount", "width", "height"}
# What an object must have, and the form that a text must have.
REQUIRED = {
    **{name: {"value"} for name in ("headlines", "descriptions", "bodies")},
    "renditions": {"name"},
}
FORMATS = {
    **dict.fromkeys(("uri", "href", "schema"), "uri"),
    **dict.fromkeys(("firstCreated", "versionCreated", "contentCreated"), "date-time"),
    **dict.fromkeys(("embargoedUntil", "expires"), "date-time"),
}
