"""The register: holders, licences, the acts received, the movements posted, who looked. It imports ``law`` alone."""
