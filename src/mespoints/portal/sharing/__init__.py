"""« Partager mes droits »: the page of the holder, and the one where a third party types a code."""
