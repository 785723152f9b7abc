"""What the operator sees of the service: feeds, letters, nights, health, figures. Counts alone, nothing of anybody."""
