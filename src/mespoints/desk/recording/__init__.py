"""What agents record: entered by one, decided by another when it changes rights, taken by the door of the feeds."""
