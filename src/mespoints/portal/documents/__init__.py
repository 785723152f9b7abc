"""« Mes documents », the three documents of art. R. 225-6, and « Vérifier un document », open to anyone."""
