"""What a driver takes away from the register."""
