"""Full-text search by pairs of characters: see docs/decisions/0009-search-by-pairs.md."""
