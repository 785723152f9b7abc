"""The authorities' access: what art. R. 225-4 and R. 225-5 let be asked of the register itself, and nothing else."""
