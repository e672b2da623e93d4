"""Text of a newspaper page in, printed facts out: plain Python, no Django.

One stage a file; `pipeline.parse_page` runs them in order, `facts` names what they return.
"""
