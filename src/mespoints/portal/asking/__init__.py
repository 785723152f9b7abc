"""« Demander mon relevé autrement »: by post, by e-mail, at the counter."""
