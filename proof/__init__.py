"""What shows that the law is the law: its map, the rules knocked out, the mutants, the compiled rules."""
