"""« Et si... ? » on the driver's own file: nothing is stored, nothing is in an address."""
