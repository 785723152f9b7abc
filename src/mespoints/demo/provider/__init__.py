"""A loopback OpenID provider with the shape and the strictness of FranceConnect v2, level eidas1.

It is not FranceConnect: every page says so, and it refuses to listen anywhere but on the loopback.
Sources: FranceConnect's published code (github.com/france-connect/sources) and its partners' documentation.
"""
