"""« Mon permis »: what the licence allows, until when, and what to do when it is lost. Never its points."""
