"""The paper for programs: stories as ninjs 3.1, and what they are about. Read-only, versioned.

schema.py says what each field means, queries.py what may be asked; openapi.py and the page at
/api/ are drawn from both.
"""
