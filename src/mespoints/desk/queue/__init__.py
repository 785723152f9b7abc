"""The queue of a préfecture: requests for a record by every channel, and claims."""
