"""Who is at the door: FranceConnect, NEPH and confidential code, matching with the register, sessions."""
