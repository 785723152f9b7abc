"""What shows that the law of the package is the law: the map, the knocked-out rules, the mutants, the compiled rules."""
