"""« Mes réclamations »: the driver says what is wrong in the file, and follows the answer."""
