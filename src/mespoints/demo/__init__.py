"""The demonstration: people whose histories are the public cases, and a loopback identity provider."""
