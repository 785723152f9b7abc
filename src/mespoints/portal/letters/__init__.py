"""« Mes lettres »: what became of each letter, the letter itself, and the compte personnel of art. R. 223-3-1."""
