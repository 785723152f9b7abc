"""The probation of a licence; ``PROBATIONS`` gives the number of each word of ``dossier/1``."""

NONE = 0
ORDINARY = 1
AAC = 2

PROBATIONS = {"none": NONE, "ordinary": ORDINARY, "aac": AAC}
