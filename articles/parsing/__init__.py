"""Text of a newspaper page in, printed facts out: plain Python, no Django.

One stage a file; `stages` names them in order, `pipeline` runs them over the stories of pages, and
`facts` names what they return.
"""
